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

from ..base.messages import GoingOn, each
from ..base.numbers import Bytes, Flags, Floats, Ints, NDArray
from ..mine.mined_land import NEVER, Use, reclaimed_dates
from ..scheme.classes import LandClass
from ..scheme.coefficients import POOLS, Coefficients, Pool
from ..scheme.recovery_curves import RecoveryCurve

# Class indices: of one class, or of trajectories, (n,).
ClassIndices = Union[int, NDArray[np.integer]]

SOIL, VEGETATION = POOLS
STORED, DECAYING = "stored_topsoil", "decaying"
LOSS, GAIN, GROWTH, PRE_MINING, OTHER = "loss", "gain", "growth", "pre_mining", "other"
# What net is made of, and how it counts.
SIGNS: Mapping[str, float] = {LOSS: -1.0, GAIN: 1.0, GROWTH: 1.0}


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

    density: Floats
    loss_fraction: Floats
    half_life: Floats
    curves: Sequence[RecoveryCurve]
    returned: Floats
    is_own: Flags

    @staticmethod
    def of(pools: Sequence[Pool]) -> PoolByClass:
        """A pool of all classes, in their order."""
        return PoolByClass(
            np.array([pool.density for pool in pools], np.float64),
            np.array([pool.loss_fraction for pool in pools], np.float64),
            np.array([pool.half_life or 0.0 for pool in pools], np.float64),
            [pool.curve for pool in pools],
            np.array([pool.returned for pool in pools], np.float64),
            np.array([pool.returned_u95_pct is not None for pool in pools], np.bool_),
        )

    def lost(self, classes: ClassIndices, stock: Floats) -> Floats:
        """What is lost of a stock on land that is taken, at once or with the half-life."""
        return self.loss_fraction[classes] * stock

    def kept(self, classes: ClassIndices, stock: Floats) -> Floats:
        """What is not lost of a stock on land that is taken."""
        return (1.0 - self.loss_fraction[classes]) * stock

    def come_back(self, class_index: int, start: Floats, ages: Floats) -> Floats:
        """t C/ha that land has at some ages which was reclaimed as a class with a start."""
        return self.curves[class_index].stock(start, float(self.returned[class_index]), ages)


@dataclass(frozen=True)
class CarbonByClass:
    """Both pools of all classes; one that has no coefficients holds nothing."""

    soil: PoolByClass
    vegetation: PoolByClass

    def with_values(self, pool: str, class_index: int, **values: Any) -> CarbonByClass:
        """The same with other values of a class in a pool, by the names of its attributes.

        What comes back moves with the density in proportion, where it is no variable of its own.
        """
        own, arrays = self.pool(pool), {}
        density, returned = own.density[class_index], own.returned[class_index]
        if "density" in values and density and not own.is_own[class_index]:
            after = values["density"]
            in_proportion = after if returned == density else returned * (after / density)
            values = {"returned": in_proportion, **values}
        for name, value in values.items():
            arrays[name] = getattr(own, name).copy()
            arrays[name][class_index] = value
        return replace(self, **{pool: replace(own, **arrays)})

    def pool(self, name: str) -> PoolByClass:
        """One of them by its name."""
        return self.soil if name == SOIL else self.vegetation


def carbon_by_class(classes: Sequence[LandClass], coefficients: Coefficients) -> CarbonByClass:
    """The carbon parameters of a list of classes, whether or not they have coefficients."""
    by_class = [coefficients.or_nothing(c) for c in classes]
    return CarbonByClass(
        PoolByClass.of([c.soil for c in by_class]), PoolByClass.of([c.vegetation for c in by_class])
    )


def topsoil_on(soil: PoolByClass, classes: ClassIndices, stored: Floats) -> Floats:
    """t C/ha of stored topsoil that land takes which is reclaimed as such classes: s0 = min(z, D').

    D' is what such land comes to. The lower bound of a density may be below 0, where land takes
    nothing, not less than that.
    """
    spread: Floats = np.minimum(stored, np.maximum(soil.returned[classes], 0.0))
    return spread


def part_left(years: float | Floats, half_life: float | Floats) -> Floats:
    """The part of lost carbon left after n years: 0.5^(n/H) (InVEST Coastal Blue Carbon)."""
    left: Floats = 0.5 ** (years / half_life)
    return left


@dataclass(frozen=True)
class Trajectories:
    """Land that is mined at some date: class indices and Uses by date, (n,) each, and years;
    `going_on` is asked before each date.

    `changed`: the year in which it was disturbed, or reclaimed, by the date that shows it first,
    (dates, n), 0 where that is not known; None where nobody says it.
    """

    classes: Sequence[NDArray[np.integer]]
    uses: Sequence[Bytes]
    years: Sequence[int]
    going_on: GoingOn = lambda: True
    changed: Ints | None = None

    @property
    def size(self) -> int:
        return len(self.classes[0])

    def chosen(self, own: Flags) -> Trajectories:
        """Some of them, by a mask."""
        classes, uses = [of_date[own] for of_date in self.classes], [use[own] for use in self.uses]
        changed = None if self.changed is None else self.changed[:, own]
        return replace(self, classes=classes, uses=uses, changed=changed)

    def years_of_change(self, land: Ints, dates: Ints | int) -> Ints:
        """In which year some of them became what they are at a date each; 0 if not known."""
        if self.changed is None:
            return np.zeros_like(land)
        years: Ints = self.changed[dates, land]
        return years

    def mined_sinks(self, date_index: int) -> Flags:
        """Which were sinks at the date before and are mined at a date: what mining took, (n,)."""
        before, after = self.uses[date_index - 1 : date_index + 1]
        is_taken: Flags = (before == Use.SINK) & (after == Use.MINE)
        return is_taken


@dataclass(frozen=True)
class Stock:
    """t C/ha of each trajectory at a date, by pool, arrays of shape (n,)."""

    soil: Floats
    vegetation: Floats
    stored: Floats
    decaying: Floats

    @property
    def total(self) -> Floats:
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
    land: Ints
    classes: NDArray[np.integer]
    amounts: Floats
    origin: int
    decay: Decay | None = None

    def chosen(self, own: Flags) -> Flow:
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
    spread: Floats
    flows: Sequence[Flow] = ()


def net_of(flows: Sequence[Flow], size: int) -> Floats:
    """gain + growth - loss of so many trajectories, t C/ha, (size,): IPCC 2006, V4, eq. 2.4."""
    net = np.zeros(size)
    for part in flows:
        if part.flow in SIGNS:
            net[part.land] += SIGNS[part.flow] * part.amounts
    return net


def net_over(land: Trajectories, carbon: CarbonByClass, rule: AgeRule) -> Floats:
    """gain + growth - loss of each trajectory over all periods, t C/ha, (n,)."""
    net = np.zeros(land.size)
    for step in simulate(land, carbon, rule):
        net += net_of(step.flows, land.size)
    return net


def simulate(
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
    step = simulation.first()
    yield step
    dates = islice(enumerate(reclaimed_dates(land.uses)), 1, None)
    for date_index, since in each(dates, land.going_on):
        step = simulation.next(date_index, step, since)
        yield step


@dataclass(frozen=True)
class Decay:
    """Carbon that is lost with a half-life from a year on, that of each land."""

    lost: Flow
    begin: Ints
    half_life: Floats

    def left(self, year: int) -> Floats:
        """t C/ha left in a year."""
        return self.lost.amounts * part_left(np.maximum(year - self.begin, 0), self.half_life)


@dataclass(frozen=True)
class _Simulation:
    """What moves the carbon of land, with all that decays since some date so far."""

    land: Trajectories
    carbon: CarbonByClass
    rule: AgeRule
    moment: tuple[int, float] | None
    decays: list[Decay] = field(default_factory=list)

    def first(self) -> TimeStep:
        """The first date: sinks are as they always were."""
        nothing = np.zeros(self.land.size)
        is_sink, classes = self.land.uses[0] == Use.SINK, self.land.classes[0]
        soil = np.where(is_sink, self.carbon.soil.density[classes], 0.0)
        vegetation = np.where(is_sink, self.carbon.vegetation.density[classes], 0.0)
        return TimeStep(Stock(soil, vegetation, nothing, nothing), nothing)

    def next(self, date_index: int, last: TimeStep, since: Ints) -> TimeStep:
        """The date after the last one, of which `since` is what reclaimed_by gives."""
        then, now = self.land.classes[date_index - 1 : date_index + 1]
        used, use = self.land.uses[date_index - 1 : date_index + 1]
        was_sink, is_sink, was_mine, is_mine = (
            of_date == kind for kind in (Use.SINK, Use.MINE) for of_date in (used, use)
        )
        is_reclaimed, nothing = since != NEVER, np.zeros(self.land.size)
        is_new, is_natural = is_reclaimed & ~was_sink, is_sink & ~is_reclaimed
        before, is_taken = last.stock, self.land.mined_sinks(date_index)

        spread = np.where(is_new, topsoil_on(self.carbon.soil, now, before.stored), last.spread)
        spread = np.where(is_reclaimed, spread, 0.0)
        soil = self._on_sinks(self.carbon.soil, date_index, since, spread)
        vegetation = self._on_sinks(self.carbon.vegetation, date_index, since, nothing)
        stored = np.where(was_mine & is_mine, before.stored, 0.0)
        stored = np.where(is_taken, self.carbon.soil.kept(then, before.soil), stored)

        flows = self._losses(date_index, is_taken, before)

        book = partial(_flow, date_index)
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
        flows.append(book(OTHER, STORED, written_off, then, -before.stored))

        decaying = nothing.copy()
        for decay in self.decays:
            decaying[decay.lost.land] += decay.left(self.land.years[date_index])
        stock = Stock(soil, vegetation, stored, decaying)
        return TimeStep(stock, spread, [flow for flow in flows if flow.land.size])

    def _losses(self, date_index: int, is_taken: Flags, before: Stock) -> list[Flow]:
        """What land that is taken loses at once, and what is carried off; then all that decays."""
        then, flows = self.land.classes[date_index - 1], list[Flow]()
        begin, end = self.land.years[date_index - 1 : date_index + 1]
        for name, pool, stock in (
            (SOIL, self.carbon.soil, before.soil),
            (VEGETATION, self.carbon.vegetation, before.vegetation),
        ):
            lost, slowly = pool.lost(then, stock), is_taken & (pool.half_life[then] > 0)
            flows.append(_flow(date_index, LOSS, name, is_taken & ~slowly, then, lost))
            if slowly.any():
                whole = _flow(date_index, LOSS, DECAYING, slowly, then, lost)
                years = self.land.years_of_change(whole.land, date_index)
                since = np.where(years > 0, years, begin)
                self.decays.append(Decay(whole, since, pool.half_life[whole.classes]))
        pool = self.carbon.vegetation
        carried = is_taken & (pool.loss_fraction[then] < 1.0)
        leaves = (pool.loss_fraction[then] - 1.0) * before.vegetation
        flows.append(_flow(date_index, OTHER, VEGETATION, carried, then, leaves))
        for decay in self.decays:
            amounts = decay.left(begin) - decay.left(end)
            flows.append(replace(decay.lost, amounts=amounts, decay=decay))
        return flows

    def _on_sinks(self, pool: PoolByClass, date_index: int, since: Ints, start: Floats) -> Floats:
        """A pool of sinks: on reclaimed land by its age and start, else whole; 0 on other land."""
        now, years = self.land.classes[date_index], np.array(self.land.years, np.float64)
        is_sink = self.land.uses[date_index] == Use.SINK
        stock: Floats = np.where(is_sink, pool.density[now], 0.0)
        for class_index in np.unique(now[since != NEVER]):
            land = np.flatnonzero((since != NEVER) & (now == class_index))
            # No land is reclaimed at the first date, whose number is 1.
            youngest = years[date_index] - years[since[land] - 1]
            oldest = years[date_index] - years[since[land] - 2]
            year = self.land.years_of_change(land, since[land] - 1)
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


def _flow(
    origin: int, flow: str, pool: str, chosen: Flags, classes: NDArray[np.integer], amounts: Floats
) -> Flow:
    """A flow of some of the trajectories, from arrays of all."""
    land = np.flatnonzero(chosen)
    return Flow(flow, pool, land, classes[land], amounts[land], origin)
