"""The carbon on land that is mined at some date, and what moves it: the state model of the ledger.

All is per hectare, for many trajectories at a time. Land has four stocks: soil and vegetation;
topsoil that was taken off and stored; and what is lost but has not decayed yet. `simulate` takes
them from each date to the next.

What happens, by what the land is at a date and at the next one:

- sink to mine: a part of soil and vegetation is lost (`loss`), at once or with a half-life from the
  date that begins the period, or from the year in which it was taken where that is known. Soil
  that is not lost is stored; vegetation that is not lost leaves the land (`other`). Reclaimed land
  loses what it has, and that may be less than a full density.
- mine to sink: stored topsoil is spread, and the stocks follow the curves of the class (`gain`).
  Topsoil beyond the density of the class is taken off the gain. So it is for land that was mined
  and something else in between, but its topsoil is gone.
- sink to sink: after mining the stocks follow the curves by the age of the land (`growth`); before,
  they are the densities of the new class (`pre_mining`).
- what remains (`other`): sinks that become neither sink nor mine, stored topsoil of land that
  becomes neither, and sinks of land that was something else and was not mined yet.
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
from ..mine.mined_land import NO_DATE, LandUse, iterate_reclamation_dates
from ..scheme.classes import LandClass
from ..scheme.coefficients import POOLS, CarbonPool, Coefficients
from ..scheme.recovery_curves import RecoveryCurve

# Class indices: of one class, or of trajectories, (n,).
ClassIndices = Union[int, NDArray[np.integer]]

SOIL, VEGETATION = POOLS
STORED_TOPSOIL, DECAYING = "stored_topsoil", "decaying"
LOSS, GAIN, GROWTH, PRE_MINING, OTHER = "loss", "gain", "growth", "pre_mining", "other"
# What net is made of, and how it counts.
FLOW_SIGNS: Mapping[str, float] = {LOSS: -1.0, GAIN: 1.0, GROWTH: 1.0}


class AgeRule(Enum):
    """Which age reclaimed land has, of those between its first date and the date before that, where
    no raster of years says it.

    DRAWN is MEAN, but in random draws.
    """

    MID = "mid"
    MEAN = "mean"
    YOUNGEST = "youngest"
    OLDEST = "oldest"
    DRAWN = "drawn"


@dataclass(frozen=True)
class PoolByClass:
    """A pool of carbon by class index, arrays of shape (classes,) to look trajectories up in.

    Attributes:
        density: t C/ha.
        loss_fraction: the part that is lost when the land is taken, 0 to 1.
        half_life: of what is lost, in years; 0 where it is lost at once.
        curves: how it comes back.
        returned: t C/ha that land which was mined before comes to by its curve.
        is_own: whether that is a variable of its own; else it moves with the density.
    """

    density: FloatArray
    loss_fraction: FloatArray
    half_life: FloatArray
    curves: Sequence[RecoveryCurve]
    returned: FloatArray
    is_own: BoolArray

    @staticmethod
    def from_pools(pools: Sequence[CarbonPool]) -> PoolByClass:
        """A pool of all classes, in their order."""
        return PoolByClass(
            np.array([pool.density for pool in pools], np.float64),
            np.array([pool.loss_fraction for pool in pools], np.float64),
            np.array([pool.half_life or 0.0 for pool in pools], np.float64),
            [pool.curve for pool in pools],
            np.array([pool.reclaimed_density for pool in pools], np.float64),
            np.array([pool.returned_u95_pct is not None for pool in pools], np.bool_),
        )

    def lost_stock(self, classes: ClassIndices, stock: FloatArray) -> FloatArray:
        """What is lost of a stock on land that is taken, at once or with the half-life."""
        return self.loss_fraction[classes] * stock

    def retained_stock(self, classes: ClassIndices, stock: FloatArray) -> FloatArray:
        """What is not lost of a stock on land that is taken."""
        return (1.0 - self.loss_fraction[classes]) * stock

    def recovered_stock(self, class_index: int, start: FloatArray, ages: FloatArray) -> FloatArray:
        """t C/ha that land has at some ages which was reclaimed as a class with a start."""
        return self.curves[class_index].stock(start, float(self.returned[class_index]), ages)


@dataclass(frozen=True)
class CarbonByClass:
    """Both pools of all classes; one that has no coefficients holds nothing."""

    soil: PoolByClass
    vegetation: PoolByClass

    def replace_values(self, pool: str, class_index: int, **values: Any) -> CarbonByClass:
        """The same with other values of a class in a pool, by the names of its attributes.

        What comes back moves with the density in proportion, where it is no variable of its own.
        """
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
        """One of them by its name."""
        return self.soil if name == SOIL else self.vegetation


def carbon_by_class(classes: Sequence[LandClass], coefficients: Coefficients) -> CarbonByClass:
    """The carbon parameters of a list of classes, whether or not they have coefficients."""
    by_class = [coefficients.coefficient_or_zero(c) for c in classes]
    return CarbonByClass(
        PoolByClass.from_pools([c.soil for c in by_class]),
        PoolByClass.from_pools([c.vegetation for c in by_class]),
    )


def reapplied_topsoil(soil: PoolByClass, classes: ClassIndices, stored: FloatArray) -> FloatArray:
    """t C/ha of stored topsoil that land takes which is reclaimed as such classes: s0 = min(z, D').

    D' is what such land comes to. The lower bound of a density may be below 0, where land takes
    nothing, not less than that.
    """
    spread: FloatArray = np.minimum(stored, np.maximum(soil.returned[classes], 0.0))
    return spread


def remaining_fraction(years: float | FloatArray, half_life: float | FloatArray) -> FloatArray:
    """The part of lost carbon left after n years: 0.5^(n/H) (InVEST Coastal Blue Carbon)."""
    left: FloatArray = 0.5 ** (years / half_life)
    return left


@dataclass(frozen=True)
class Trajectories:
    """Land that is mined at some date: class indices and Uses by date, (n,) each, and years;
    `going_on` is asked before each date.

    `changed`: the year in which it was disturbed, or reclaimed, by the date that shows it first,
    (dates, n), 0 where that is not known; None where nobody says it.
    """

    classes: Sequence[NDArray[np.integer]]
    uses: Sequence[ByteArray]
    years: Sequence[int]
    going_on: ContinueCheck = lambda: True
    changed: IntArray | None = None

    @property
    def size(self) -> int:
        return len(self.classes[0])

    def subset(self, own: BoolArray) -> Trajectories:
        """Some of them, by a mask."""
        classes, uses = [of_date[own] for of_date in self.classes], [use[own] for use in self.uses]
        changed = None if self.changed is None else self.changed[:, own]
        return replace(self, classes=classes, uses=uses, changed=changed)

    def change_years(self, land: IntArray, dates: IntArray | int) -> IntArray:
        """In which year some of them became what they are at a date each; 0 if not known."""
        if self.changed is None:
            return np.zeros_like(land)
        years: IntArray = self.changed[dates, land]
        return years

    def newly_mined_sinks(self, date_index: int) -> BoolArray:
        """Which were sinks at the date before and are mined at a date: what mining took, (n,)."""
        before, after = self.uses[date_index - 1 : date_index + 1]
        is_taken: BoolArray = (before == LandUse.SINK) & (after == LandUse.MINE)
        return is_taken


@dataclass(frozen=True)
class Stock:
    """t C/ha of each trajectory at a date, by pool, arrays of shape (n,)."""

    soil: FloatArray
    vegetation: FloatArray
    stored: FloatArray
    decaying: FloatArray

    @property
    def total(self) -> FloatArray:
        return self.soil + self.vegetation + self.stored + self.decaying


@dataclass(frozen=True)
class Flow:
    """What moved in a period, of one kind and one pool.

    Attributes:
        flow, pool: as LEDGER has them.
        land: which trajectories, each once.
        classes: what they are booked under.
        amounts: t C/ha; positive for a loss, else what is added to the land.
        origin: the index of the date that ends the period whose conversion set it going: that of
            the flow itself, but for carbon that decays an earlier one.
        decay: what decays, of carbon that does.
    """

    flow: str
    pool: str
    land: IntArray
    classes: NDArray[np.integer]
    amounts: FloatArray
    origin: int
    decay: CarbonDecay | None = None

    def subset(self, own: BoolArray) -> Flow:
        """What of it is of some of its land, by a mask."""
        land, classes, amounts = self.land[own], self.classes[own], self.amounts[own]
        return replace(self, land=land, classes=classes, amounts=amounts)


@dataclass(frozen=True)
class TimeStep:
    """A date: the stock at it, and the flows since the date before (none at the first).

    Attributes:
        spread: t C/ha of stored topsoil that reclaimed land took when it was reclaimed, (n,): s0.
    """

    stock: Stock
    spread: FloatArray
    flows: Sequence[Flow] = ()


def sum_net_flows(flows: Sequence[Flow], size: int) -> FloatArray:
    """gain + growth - loss of so many trajectories, t C/ha, (size,): IPCC 2006, V4, eq. 2.4."""
    net = np.zeros(size)
    for part in flows:
        if part.flow in FLOW_SIGNS:
            net[part.land] += FLOW_SIGNS[part.flow] * part.amounts
    return net


def simulate_net(land: Trajectories, carbon: CarbonByClass, rule: AgeRule) -> FloatArray:
    """gain + growth - loss of each trajectory over all periods, t C/ha, (n,)."""
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
    """Date by date the stocks and what moved since the date before.

    Args:
        moment: the index of a date, and the part of the interval from there to the next date after
            which all land was reclaimed that was so in between; it wins over the rule.
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
    """Carbon that is lost with a half-life from a year on, that of each land."""

    lost: Flow
    begin: IntArray
    half_life: FloatArray

    def remaining_stock(self, year: int) -> FloatArray:
        """t C/ha left in a year."""
        return self.lost.amounts * remaining_fraction(
            np.maximum(year - self.begin, 0), self.half_life
        )


@dataclass(frozen=True)
class _Simulation:
    """What moves the carbon of land, with all that decays since some date so far."""

    land: Trajectories
    carbon: CarbonByClass
    rule: AgeRule
    moment: tuple[int, float] | None
    decays: list[CarbonDecay] = field(default_factory=list)

    def initial_step(self) -> TimeStep:
        """The first date: sinks are as they always were."""
        nothing = np.zeros(self.land.size)
        is_sink, classes = self.land.uses[0] == LandUse.SINK, self.land.classes[0]
        soil = np.where(is_sink, self.carbon.soil.density[classes], 0.0)
        vegetation = np.where(is_sink, self.carbon.vegetation.density[classes], 0.0)
        return TimeStep(Stock(soil, vegetation, nothing, nothing), nothing)

    def next_step(self, date_index: int, last: TimeStep, since: IntArray) -> TimeStep:
        """The date after the last one, of which `since` is what reclaimed_by gives."""
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
        """What land that is taken loses at once, and what is carried off; then all that decays."""
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
        """A pool of sinks: on reclaimed land by its age and start, else whole; 0 on other land."""
        now, years = self.land.classes[date_index], np.array(self.land.years, np.float64)
        is_sink = self.land.uses[date_index] == LandUse.SINK
        stock: FloatArray = np.where(is_sink, pool.density[now], 0.0)
        for class_index in np.unique(now[since != NO_DATE]):
            land = np.flatnonzero((since != NO_DATE) & (now == class_index))
            # No land is reclaimed at the first date, whose number is 1.
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
    """A flow of some of the trajectories, from arrays of all."""
    land = np.flatnonzero(chosen)
    return Flow(flow, pool, land, classes[land], amounts[land], origin)
