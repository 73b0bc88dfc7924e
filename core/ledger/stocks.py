"""State model of the ledger: carbon stocks and flows of land that is mined at any date.

All values are per hectare, for many trajectories at once. Land has four stocks: soil,
vegetation, stored topsoil, and lost carbon not yet decayed. `simulate_carbon` advances
them from date to date.

Flows by land use at a date and at the next one:

- sink to mine: a fraction of soil and vegetation is lost (`loss`), immediately or with
  a half-life from the first date of the period, or from the year of disturbance if
  known. The remaining soil is stored; the remaining vegetation leaves the site
  (`other`). Reclaimed land loses its current stock, which may be below the full
  density.
- mine to sink: stored topsoil is reapplied, and the stocks follow the recovery curves
  of the class (`gain`). Topsoil above the density of the class is subtracted from the
  gain. The same applies to land with another use in between, but without its topsoil.
- sink to sink: after mining, the stocks follow the recovery curves by age (`growth`);
  before mining, they are the densities of the new class (`pre_mining`).
- remaining changes (`other`): sinks converted to other land, stored topsoil of mines
  converted to other land, and other land converted to a sink before mining.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from itertools import islice
from typing import Any, Union

import numpy as np

from ..base.messages import ContinueCheck, iter_until_cancelled
from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..mine.mined_land import NO_DATE, LandUse, MinedLand, iterate_reclamation_dates
from ..scheme.classes import LandClass
from ..scheme.coefficients import POOLS, CarbonPool, Coefficients
from ..scheme.recovery_curves import RecoveryCurve

# Class indices: a single class, or one per trajectory, (n,).
ClassIndices = Union[int, NDArray[np.integer]]

SOIL, VEGETATION = POOLS
STORED_TOPSOIL, DECAYING = "stored_topsoil", "decaying"
LOSS, GAIN, GROWTH, PRE_MINING, OTHER = "loss", "gain", "growth", "pre_mining", "other"
# Flows included in the net, with their signs.
FLOW_SIGNS: Mapping[str, float] = {LOSS: -1.0, GAIN: 1.0, GROWTH: 1.0}


class AgeRule(Enum):
    """Rule for the age of reclaimed land within its possible range.

    Between the first date that shows reclamation and the previous one, unless the year is
    known. DRAWN: MEAN, but random in Monte Carlo draws.
    """

    MID = "mid"
    MEAN = "mean"
    YOUNGEST = "youngest"
    OLDEST = "oldest"
    DRAWN = "drawn"


@dataclass(frozen=True)
class PoolByClass:
    """Carbon parameters of a pool by class index, arrays of shape (classes,).

    Attributes:
        density: t C/ha.
        loss_fraction: fraction lost when the land is disturbed, 0 to 1.
        half_life: half-life of lost carbon in years; 0: immediate loss.
        curves: recovery curves.
        returned: equilibrium density of reclaimed land, t C/ha.
        is_own: whether `returned` is an independent variable; otherwise it scales with
            `density`.
    """

    density: FloatArray
    loss_fraction: FloatArray
    half_life: FloatArray
    curves: Sequence[RecoveryCurve]
    returned: FloatArray
    is_own: BoolArray

    @staticmethod
    def from_pools(pools: Sequence[CarbonPool]) -> PoolByClass:
        """Create the parameters of a pool from those of all classes, in their order."""
        return PoolByClass(
            np.array([pool.density for pool in pools], np.float64),
            np.array([pool.loss_fraction for pool in pools], np.float64),
            np.array([pool.half_life or 0.0 for pool in pools], np.float64),
            [pool.curve for pool in pools],
            np.array([pool.reclaimed_density for pool in pools], np.float64),
            np.array([pool.returned_u95_pct is not None for pool in pools], np.bool_),
        )

    def lost_stock(self, classes: ClassIndices, stock: FloatArray) -> FloatArray:
        """Return the part of a stock that disturbed land loses, at once or with the half-life."""
        return self.loss_fraction[classes] * stock

    def retained_stock(self, classes: ClassIndices, stock: FloatArray) -> FloatArray:
        """Return the part of a stock that disturbed land does not lose."""
        return (1.0 - self.loss_fraction[classes]) * stock

    def recovered_stock(self, class_index: int, start: FloatArray, ages: FloatArray) -> FloatArray:
        """Return t C/ha of land reclaimed to a class, by initial stock and age."""
        return self.curves[class_index].stock(start, float(self.returned[class_index]), ages)


@dataclass(frozen=True)
class CarbonByClass:
    """Both pools of all classes; classes without coefficients have zero densities."""

    soil: PoolByClass
    vegetation: PoolByClass

    def replace_values(self, pool: str, class_index: int, **values: Any) -> CarbonByClass:
        """Return a copy with other values of a class; reclaimed density scales if dependent."""
        own, arrays = self.get_pool(pool), {}
        density, returned = own.density[class_index], own.returned[class_index]
        if "density" in values and density and not own.is_own[class_index]:
            after = values["density"]
            in_proportion = after if returned == density else returned * (after / density)
            values = {"returned": in_proportion, **values}
        for name, value in values.items():
            arrays[name] = getattr(own, name).copy()
            arrays[name][class_index] = value
        return replace(self, **{pool: replace(own, **arrays)})

    def get_pool(self, name: str) -> PoolByClass:
        """Return a pool by its name."""
        return self.soil if name == SOIL else self.vegetation


def carbon_by_class(classes: Sequence[LandClass], coefficients: Coefficients) -> CarbonByClass:
    """Return the carbon parameters of classes, with or without coefficients."""
    by_class = [coefficients.coefficient_or_zero(c) for c in classes]
    return CarbonByClass(
        PoolByClass.from_pools([c.soil for c in by_class]),
        PoolByClass.from_pools([c.vegetation for c in by_class]),
    )


def reapplied_topsoil(soil: PoolByClass, classes: ClassIndices, stored: FloatArray) -> FloatArray:
    """Return reapplied topsoil of land reclaimed to classes, t C/ha: s0 = min(z, D').

    D' is the equilibrium density of reclaimed land, 0 if its lower bound is negative.
    """
    spread: FloatArray = np.minimum(stored, np.maximum(soil.returned[classes], 0.0))
    return spread


def remaining_fraction(years: float | FloatArray, half_life: float | FloatArray) -> FloatArray:
    """Return the fraction of lost carbon left, 0.5^(n/H) (InVEST Coastal Blue Carbon)."""
    left: FloatArray = 0.5 ** (years / half_life)
    return left


@dataclass(frozen=True)
class Trajectories:
    """Land mined at any date: class indices and LandUse by date, (n,) each, and years.

    `going_on` is called before each date. `changed`: year of disturbance or reclamation by
    the date that shows it, (dates, n), 0: unknown; None without rasters.
    """

    classes: Sequence[NDArray[np.integer]]
    uses: Sequence[ByteArray]
    years: Sequence[int]
    going_on: ContinueCheck = lambda: True
    changed: IntArray | None = None

    @staticmethod
    def from_land(land: MinedLand, going_on: ContinueCheck) -> Trajectories:
        """Return the trajectories of all combinations of mined land, with their years."""
        by_date, years = land.table.classes_by_date, [int(date.year) for date in land.dates]
        return Trajectories(by_date, land.uses, years, going_on, land.change_years)

    @property
    def size(self) -> int:
        return len(self.classes[0])

    def subset(self, own: BoolArray) -> Trajectories:
        """Return the trajectories selected by a mask."""
        classes, uses = [of_date[own] for of_date in self.classes], [use[own] for use in self.uses]
        changed = None if self.changed is None else self.changed[:, own]
        return replace(self, classes=classes, uses=uses, changed=changed)

    def change_years(self, land: IntArray, dates: IntArray | int) -> IntArray:
        """Return the year of the change that each trajectory shows at a date; 0 if unknown."""
        if self.changed is None:
            return np.zeros_like(land)
        years: IntArray = self.changed[dates, land]
        return years

    def newly_mined_sinks(self, date_index: int) -> BoolArray:
        """Return which trajectories are sinks at the previous date and mined at this date, (n,)."""
        before, after = self.uses[date_index - 1 : date_index + 1]
        is_taken: BoolArray = (before == LandUse.SINK) & (after == LandUse.MINE)
        return is_taken


@dataclass(frozen=True)
class Stock:
    """Carbon stocks of each trajectory at a date by pool, t C/ha, arrays of shape (n,)."""

    soil: FloatArray
    vegetation: FloatArray
    stored: FloatArray
    decaying: FloatArray

    @property
    def total(self) -> FloatArray:
        return self.soil + self.vegetation + self.stored + self.decaying


@dataclass(frozen=True)
class Flow:
    """A carbon flow of one kind and pool in a period.

    Attributes:
        flow, pool: values of LEDGER.
        land: indices of trajectories, each once.
        classes: classes to which the flow is assigned.
        amounts: t C/ha; positive for a loss, else the amount added to the land.
        origin: index of the last date of the period in which the causing conversion
            occurred: that of the flow itself, or an earlier one for decaying carbon.
        decay: the decaying carbon, if any.
    """

    flow: str
    pool: str
    land: IntArray
    classes: NDArray[np.integer]
    amounts: FloatArray
    origin: int
    decay: CarbonDecay | None = None

    def subset(self, own: BoolArray) -> Flow:
        """Return the part of the flow on land selected by a mask."""
        land, classes, amounts = self.land[own], self.classes[own], self.amounts[own]
        return replace(self, land=land, classes=classes, amounts=amounts)


@dataclass(frozen=True)
class TimeStep:
    """Stock at a date, and flows since the previous date (none at the first).

    Attributes:
        spread: topsoil reapplied when land was reclaimed (s0), t C/ha, (n,).
    """

    stock: Stock
    spread: FloatArray
    flows: Sequence[Flow] = ()


def sum_net_flows(flows: Sequence[Flow], size: int) -> FloatArray:
    """Return gain + growth - loss by trajectory, t C/ha, (size,): IPCC 2006, V4, eq. 2.4."""
    net = np.zeros(size)
    for part in flows:
        if part.flow in FLOW_SIGNS:
            net[part.land] += FLOW_SIGNS[part.flow] * part.amounts
    return net


def simulate_net(land: Trajectories, carbon: CarbonByClass, rule: AgeRule) -> FloatArray:
    """Return gain + growth - loss of each trajectory over all periods, t C/ha, (n,)."""
    net = np.zeros(land.size)
    for step in simulate_carbon(land, carbon, rule):
        net += sum_net_flows(step.flows, land.size)
    return net


def simulate_carbon(
    land: Trajectories,
    carbon: CarbonByClass,
    rule: AgeRule,
    moment: tuple[int, float] | None = None,
) -> Iterator[TimeStep]:
    """Yield stocks and flows for each date.

    Args:
        moment: index of a date, and the fraction of the interval to the next date at which
            all land reclaimed in that interval is reclaimed; overrides `rule`.
    """
    simulation = _Simulation(land, carbon, rule, moment)
    step = simulation.initial_step()
    yield step
    dates = islice(enumerate(iterate_reclamation_dates(land.uses)), 1, None)
    for date_index, since in iter_until_cancelled(dates, land.going_on):
        step = simulation.next_step(date_index, step, since)
        yield step


@dataclass(frozen=True)
class CarbonDecay:
    """Carbon lost with a half-life, from the starting year of each land on."""

    lost: Flow
    begin: IntArray
    half_life: FloatArray

    def remaining_stock(self, year: int) -> FloatArray:
        """Return t C/ha left in a year."""
        return self.lost.amounts * remaining_fraction(
            np.maximum(year - self.begin, 0), self.half_life
        )


@dataclass(frozen=True)
class _Simulation:
    """Simulation of the carbon of land, with all decaying carbon so far."""

    land: Trajectories
    carbon: CarbonByClass
    rule: AgeRule
    moment: tuple[int, float] | None
    decays: list[CarbonDecay] = field(default_factory=list)

    def initial_step(self) -> TimeStep:
        """Return the first date, with all sinks at their full density."""
        nothing = np.zeros(self.land.size)
        is_sink, classes = self.land.uses[0] == LandUse.SINK, self.land.classes[0]
        soil = np.where(is_sink, self.carbon.soil.density[classes], 0.0)
        vegetation = np.where(is_sink, self.carbon.vegetation.density[classes], 0.0)
        return TimeStep(Stock(soil, vegetation, nothing, nothing), nothing)

    def next_step(self, date_index: int, last: TimeStep, since: IntArray) -> TimeStep:
        """Return the next date; `since` is the result of reclamation_dates for it."""
        then, now = self.land.classes[date_index - 1 : date_index + 1]
        used, use = self.land.uses[date_index - 1 : date_index + 1]
        was_sink, is_sink, was_mine, is_mine = (
            of_date == kind for kind in (LandUse.SINK, LandUse.MINE) for of_date in (used, use)
        )
        is_reclaimed, nothing = since != NO_DATE, np.zeros(self.land.size)
        is_new, is_natural = is_reclaimed & ~was_sink, is_sink & ~is_reclaimed
        before, is_taken = last.stock, self.land.newly_mined_sinks(date_index)

        spread = np.where(
            is_new, reapplied_topsoil(self.carbon.soil, now, before.stored), last.spread
        )
        spread = np.where(is_reclaimed, spread, 0.0)
        soil = self._sink_stock(self.carbon.soil, date_index, since, spread)
        vegetation = self._sink_stock(self.carbon.vegetation, date_index, since, nothing)
        stored = np.where(was_mine & is_mine, before.stored, 0.0)
        stored = np.where(is_taken, self.carbon.soil.retained_stock(then, before.soil), stored)

        flows = self._loss_flows(date_index, is_taken, before)

        book = partial(_make_flow, date_index)
        changed = is_natural & was_sink & (then != now)
        left, arrived = was_sink & ~is_sink & ~is_mine, is_natural & ~was_sink
        flows += [
            book(GAIN, SOIL, is_new, now, soil - before.stored),
            book(GAIN, VEGETATION, is_new, now, vegetation),
        ]
        for pool, change in (
            (SOIL, soil - before.soil),
            (VEGETATION, vegetation - before.vegetation),
        ):
            flows += [
                book(GROWTH, pool, is_reclaimed & was_sink, now, change),
                book(PRE_MINING, pool, changed, then, change),
                book(OTHER, pool, left | arrived, then, change),
            ]
        written_off = was_mine & ~is_mine & ~is_sink & (before.stored > 0)
        flows.append(book(OTHER, STORED_TOPSOIL, written_off, then, -before.stored))

        decaying = nothing.copy()
        for decay in self.decays:
            decaying[decay.lost.land] += decay.remaining_stock(self.land.years[date_index])
        stock = Stock(soil, vegetation, stored, decaying)
        return TimeStep(stock, spread, [flow for flow in flows if flow.land.size])

    def _loss_flows(self, date_index: int, is_taken: BoolArray, before: Stock) -> list[Flow]:
        """Return immediate losses and vegetation removed from the site, then all decay."""
        then, flows = self.land.classes[date_index - 1], list[Flow]()
        begin, end = self.land.years[date_index - 1 : date_index + 1]
        for name, pool, stock in (
            (SOIL, self.carbon.soil, before.soil),
            (VEGETATION, self.carbon.vegetation, before.vegetation),
        ):
            lost, slowly = pool.lost_stock(then, stock), is_taken & (pool.half_life[then] > 0)
            flows.append(_make_flow(date_index, LOSS, name, is_taken & ~slowly, then, lost))
            if slowly.any():
                whole = _make_flow(date_index, LOSS, DECAYING, slowly, then, lost)
                years = self.land.change_years(whole.land, date_index)
                since = np.where(years > 0, years, begin)
                self.decays.append(CarbonDecay(whole, since, pool.half_life[whole.classes]))
        pool = self.carbon.vegetation
        carried = is_taken & (pool.loss_fraction[then] < 1.0)
        leaves = (pool.loss_fraction[then] - 1.0) * before.vegetation
        flows.append(_make_flow(date_index, OTHER, VEGETATION, carried, then, leaves))
        for decay in self.decays:
            amounts = decay.remaining_stock(begin) - decay.remaining_stock(end)
            flows.append(replace(decay.lost, amounts=amounts, decay=decay))
        return flows

    def _sink_stock(
        self, pool: PoolByClass, date_index: int, since: IntArray, start: FloatArray
    ) -> FloatArray:
        """Return a pool of sinks by age and initial stock if reclaimed, else density; others 0."""
        now, years = self.land.classes[date_index], np.array(self.land.years, np.float64)
        is_sink = self.land.uses[date_index] == LandUse.SINK
        stock: FloatArray = np.where(is_sink, pool.density[now], 0.0)
        for class_index in np.unique(now[since != NO_DATE]):
            land = np.flatnonzero((since != NO_DATE) & (now == class_index))
            # Dates are numbered from 1, and no land is reclaimed at the first.
            youngest = years[date_index] - years[since[land] - 1]
            oldest = years[date_index] - years[since[land] - 2]
            year = self.land.change_years(land, since[land] - 1)
            is_exact = year > 0
            exact = years[date_index] - year
            youngest, oldest = (np.where(is_exact, exact, age) for age in (youngest, oldest))
            full, curve = float(pool.returned[class_index]), pool.curves[class_index]
            if self.rule in (AgeRule.MEAN, AgeRule.DRAWN):
                stock[land] = curve.stock(start[land], full, exact)
                ages = youngest[~is_exact], oldest[~is_exact]
                between = land[~is_exact]
                stock[between] = curve.mean_stock(start[between], full, *ages)
            else:
                age = {
                    AgeRule.MID: 0.5 * (youngest + oldest),
                    AgeRule.YOUNGEST: youngest,
                    AgeRule.OLDEST: oldest,
                }[self.rule]
                stock[land] = curve.stock(start[land], full, age)
            if self.moment is not None:
                within = (since[land] - 2 == self.moment[0]) & ~is_exact
                age = oldest - self.moment[1] * (oldest - youngest)
                then = land[within]
                stock[then] = curve.stock(start[then], full, age[within])
        return stock


def _make_flow(
    origin: int,
    flow: str,
    pool: str,
    chosen: BoolArray,
    classes: NDArray[np.integer],
    amounts: FloatArray,
) -> Flow:
    """Return a flow of selected trajectories from arrays of all."""
    land = np.flatnonzero(chosen)
    return Flow(flow, pool, land, classes[land], amounts[land], origin)
