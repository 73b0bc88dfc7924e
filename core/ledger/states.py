"""The carbon on land that is mined at some date, and what moves it: the state model of the ledger.

All is per hectare, for many trajectories at a time. Land has four stocks: soil and vegetation;
topsoil that was taken off and stored; and what is lost but has not decayed yet. `simulate` takes
them from each date to the next.

What happens, by what the land is at a date and at the next one:

- sink to mine: a part of soil and vegetation is lost (`loss`), at once or with a half-life from the
  date that begins the period. Soil that is not lost is stored; vegetation that is not lost leaves
  the land (`other`). Reclaimed land loses what it has, and that may be less than a full density.
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

import numpy as np

from ..base.arrays import Bytes, Flags, Floats, Ints, NDArray
from ..mine.states import NEVER, Use, reclaimed_runs
from ..scheme.classes import LandClass
from ..scheme.coefficients import POOLS, Coefficients, Pool
from ..scheme.recovery import RecoveryCurve

SOIL, VEGETATION = POOLS
STORED, DECAYING = "stored_topsoil", "decaying"
LOSS, GAIN, GROWTH, PRE_MINING, OTHER = "loss", "gain", "growth", "pre_mining", "other"
# What net is made of, and how it counts.
SIGNS: Mapping[str, float] = {LOSS: -1.0, GAIN: 1.0, GROWTH: 1.0}


class AgeRule(Enum):
    """Which age reclaimed land has, of those between its first date and the date before that.

    DRAWN is MEAN, but in random draws.
    """

    MID = "mid"
    MEAN = "mean"
    YOUNGEST = "youngest"
    OLDEST = "oldest"
    DRAWN = "drawn"


@dataclass(frozen=True)
class PoolByClass:
    """A pool of carbon by class number, arrays of shape (classes,) to look trajectories up in.

    Attributes:
        density: t C/ha.
        lost: the part that is lost when the land is taken, 0 to 1.
        half_life: of what is lost, in years; 0 where it is lost at once.
        curves: how it comes back.
        returned: t C/ha that land which was mined before comes to by its curve.
        is_own: whether that is a variable of its own; else it moves with the density.
    """

    density: Floats
    lost: Floats
    half_life: Floats
    curves: Sequence[RecoveryCurve]
    returned: Floats
    is_own: Flags

    @staticmethod
    def of(pools: Sequence[Pool]) -> PoolByClass:
        """A pool of all classes, in the order of their numbers."""
        return PoolByClass(
            np.array([pool.density for pool in pools], np.float64),
            np.array([pool.loss_fraction for pool in pools], np.float64),
            np.array([pool.half_life or 0.0 for pool in pools], np.float64),
            [pool.curve for pool in pools],
            np.array([pool.returned for pool in pools], np.float64),
            np.array([pool.returned_u95_pct is not None for pool in pools], np.bool_),
        )

    def come_back(self, number: int, start: Floats, ages: Floats) -> Floats:
        """t C/ha that land which was mined before has at some ages, of the shape of the ages.

        Args:
            number: of the class that it is reclaimed as.
            start: t C/ha when it was reclaimed, of that shape.
        """
        return self.curves[number].stock(start, float(self.returned[number]), ages)


@dataclass(frozen=True)
class CarbonByClass:
    """Both pools of all classes; one that has no coefficients holds nothing."""

    soil: PoolByClass
    vegetation: PoolByClass

    def changed(self, pool: str, number: int, step: float) -> CarbonByClass:
        """The same with one density changed, and by as many per cent what comes back of it.

        Args:
            pool, number: of the density, which class number has.
            step: t C/ha that are added.
        """
        own = self.pool(pool)
        density, returned = own.density.copy(), own.returned.copy()
        density[number] += step
        if own.density[number] and not own.is_own[number]:
            returned[number] *= density[number] / own.density[number]
            if own.returned[number] == own.density[number]:
                returned[number] = density[number]
        return replace(self, **{pool: replace(own, density=density, returned=returned)})

    def with_returned(self, pool: str, number: int, returned: float) -> CarbonByClass:
        """The same with another density, t C/ha, of land of a class that was mined before."""
        densities = self.pool(pool).returned.copy()
        densities[number] = returned
        return replace(self, **{pool: replace(self.pool(pool), returned=densities)})

    def with_lost(self, pool: str, number: int, fraction: float) -> CarbonByClass:
        """The same with another loss fraction of a class."""
        lost = self.pool(pool).lost.copy()
        lost[number] = fraction
        return replace(self, **{pool: replace(self.pool(pool), lost=lost)})

    def with_curve(self, pool: str, number: int, curve: RecoveryCurve) -> CarbonByClass:
        """The same with another curve of a class."""
        curves = list(self.pool(pool).curves)
        curves[number] = curve
        return replace(self, **{pool: replace(self.pool(pool), curves=curves)})

    def pool(self, name: str) -> PoolByClass:
        """One of them by its name."""
        return self.soil if name == SOIL else self.vegetation


def carbon_by_class(classes: Sequence[LandClass], coefficients: Coefficients) -> CarbonByClass:
    """The carbon parameters of a list of classes.

    Whether a class that needs coefficients has any is looked at elsewhere, because it is known
    after the pass.
    """
    by_class = [coefficients.or_nothing(c) for c in classes]
    return CarbonByClass(
        PoolByClass.of([c.soil for c in by_class]), PoolByClass.of([c.vegetation for c in by_class])
    )


def topsoil_on(soil: PoolByClass, classes: int | NDArray[np.integer], stored: Floats) -> Floats:
    """t C/ha of stored topsoil that land takes which is reclaimed as such classes: s0 = min(z, D').

    D' is what such land comes to. The lower bound of a density may be below 0, where land takes
    nothing, not less than that.

    Args:
        classes, stored: class numbers, and t C/ha in store, (n,).
    """
    taken: Floats = np.minimum(stored, np.maximum(soil.returned[classes], 0.0))
    return taken


@dataclass(frozen=True)
class Trajectories:
    """Land that is mined at some date, date by date.

    Attributes:
        classes: class numbers, an array of shape (n,) for each date.
        uses: the Use of each, in the same way.
        years: of the dates.
    """

    classes: Sequence[NDArray[np.integer]]
    uses: Sequence[Bytes]
    years: Sequence[int]

    @property
    def size(self) -> int:
        return len(self.classes[0])


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
        origin: the place of the date that ends the period whose conversion set it going: that of
            the flow itself, but for carbon that decays an earlier one.
    """

    flow: str
    pool: str
    land: Ints
    classes: NDArray[np.integer]
    amounts: Floats
    origin: int


@dataclass(frozen=True)
class TimeStep:
    """A date: the stock at it, and the flows since the date before (none at the first)."""

    stock: Stock
    flows: Sequence[Flow] = ()


def net_of(flows: Sequence[Flow], size: int) -> Floats:
    """gain + growth - loss of so many trajectories, t C/ha, (size,): IPCC 2006, V4, eq. 2.4."""
    net = np.zeros(size)
    for part in flows:
        if part.flow in SIGNS:
            net[part.land] += SIGNS[part.flow] * part.amounts
    return net


def simulate(
    land: Trajectories,
    carbon: CarbonByClass,
    rule: AgeRule,
    moment: tuple[int, float] | None = None,
) -> Iterator[TimeStep]:
    """Date by date the stocks and what moved since the date before.

    Args:
        land: trajectories that are mined at some date.
        carbon: of the classes that they speak of.
        rule: for the ages of reclaimed land.
        moment: the place of a date, and the part of the interval from there to the next date after
            which all land was reclaimed that was so in between; it wins over the rule.
    """
    yield from _Simulation(land, carbon, rule, np.zeros(land.size), moment).steps()


def topsoil_spread(land: Trajectories, carbon: CarbonByClass, rule: AgeRule) -> Floats:
    """t C/ha of stored topsoil that land took when it was reclaimed, (n,); s0 of the ledger.

    It is that of the run of sinks which holds at the last date, 0 of other land; the arguments are
    those of simulate.
    """
    simulation = _Simulation(land, carbon, rule, np.zeros(land.size))
    for _ in simulation.steps():
        pass
    return simulation.spread


@dataclass(frozen=True)
class _Decay:
    """Carbon that is lost with a half-life from a year on."""

    lost: Flow
    begin: int
    half_life: Floats

    def left(self, year: int) -> Floats:
        """t C/ha left in a year: D 0.5^(n/H) after n years (InVEST Coastal Blue Carbon)."""
        return self.lost.amounts * 0.5 ** ((year - self.begin) / self.half_life)


@dataclass
class _Simulation:
    """What is known of the land besides its stocks.

    Attributes:
        spread: t C/ha of topsoil that was there at once when the land was reclaimed last, (n,).
        decays: all that began so far.
    """

    land: Trajectories
    carbon: CarbonByClass
    rule: AgeRule
    spread: Floats
    moment: tuple[int, float] | None = None
    decays: list[_Decay] = field(default_factory=list)

    def steps(self) -> Iterator[TimeStep]:
        """From the first date to the last."""
        stock = self.first()
        yield TimeStep(stock)
        runs = enumerate(reclaimed_runs(self.land.uses))
        next(runs)
        for place, run in runs:
            step = self.go(place, stock, run)
            stock = step.stock
            yield step

    def first(self) -> Stock:
        """The stock at the first date: sinks are as they always were."""
        nothing = np.zeros(self.land.size)
        is_sink, classes = self.land.uses[0] == Use.SINK, self.land.classes[0]
        soil = np.where(is_sink, self.carbon.soil.density[classes], 0.0)
        vegetation = np.where(is_sink, self.carbon.vegetation.density[classes], 0.0)
        return Stock(soil, vegetation, nothing, nothing)

    def go(self, place: int, before: Stock, run: Ints) -> TimeStep:
        """From a date to the next.

        Args:
            place: of the next date in the series, from 0.
            before: the stock at the date before.
            run: what reclaimed_by gives of the next date.
        """
        then, now = self.land.classes[place - 1 : place + 1]
        used, use = self.land.uses[place - 1 : place + 1]
        was_sink, is_sink = used == Use.SINK, use == Use.SINK
        was_mine, is_mine = used == Use.MINE, use == Use.MINE
        flows = [*self._take(place, was_sink & is_mine, before), *self._decay(place)]
        is_reclaimed = run != NEVER
        is_new, is_natural = is_reclaimed & ~was_sink, is_sink & ~is_reclaimed
        spread = np.where(is_new, topsoil_on(self.carbon.soil, now, before.stored), self.spread)
        self.spread = np.where(is_reclaimed, spread, 0.0)
        soil = self._on_sinks(self.carbon.soil, place, run, self.spread)
        vegetation = self._on_sinks(self.carbon.vegetation, place, run, np.zeros(self.land.size))
        flows += [
            _flow(place, GAIN, SOIL, is_new, now, soil - before.stored),
            _flow(place, GAIN, VEGETATION, is_new, now, vegetation),
        ]
        changed = is_natural & was_sink & (then != now)
        left, arrived = was_sink & ~is_sink & ~is_mine, is_natural & ~was_sink
        for pool, change in (
            (SOIL, soil - before.soil),
            (VEGETATION, vegetation - before.vegetation),
        ):
            flows += [
                _flow(place, GROWTH, pool, is_reclaimed & was_sink, now, change),
                _flow(place, PRE_MINING, pool, changed, then, change),
                _flow(place, OTHER, pool, left | arrived, then, change),
            ]
        written_off = was_mine & ~is_mine & ~is_sink & (before.stored > 0)
        flows.append(_flow(place, OTHER, STORED, written_off, then, -before.stored))
        kept = (1.0 - self.carbon.soil.lost[then]) * before.soil
        stored = np.where(was_mine & is_mine, before.stored, 0.0)
        stored = np.where(was_sink & is_mine, kept, stored)
        decaying = np.zeros(self.land.size)
        for decay in self.decays:
            decaying[decay.lost.land] += decay.left(self.land.years[place])
        stock = Stock(soil, vegetation, stored, decaying)
        return TimeStep(stock, [flow for flow in flows if flow.land.size])

    def _take(self, place: int, taken: Flags, before: Stock) -> Iterator[Flow]:
        """Sinks are mined: what is lost at once, and what is carried off; a decay may begin."""
        then, year = self.land.classes[place - 1], self.land.years[place - 1]
        for name, pool, stock in (
            (SOIL, self.carbon.soil, before.soil),
            (VEGETATION, self.carbon.vegetation, before.vegetation),
        ):
            lost = pool.lost[then] * stock
            slowly = taken & (pool.half_life[then] > 0)
            yield _flow(place, LOSS, name, taken & ~slowly, then, lost)
            if slowly.any():
                whole = _flow(place, LOSS, DECAYING, slowly, then, lost)
                self.decays.append(_Decay(whole, year, pool.half_life[whole.classes]))
        carried = taken & (self.carbon.vegetation.lost[then] < 1.0)
        leaves = (self.carbon.vegetation.lost[then] - 1.0) * before.vegetation
        yield _flow(place, OTHER, VEGETATION, carried, then, leaves)

    def _decay(self, place: int) -> Iterator[Flow]:
        """What goes on decaying of land that was taken, in this period or before."""
        earlier, year = self.land.years[place - 1 : place + 1]
        for decay in self.decays:
            yield replace(decay.lost, amounts=decay.left(earlier) - decay.left(year))

    def _on_sinks(self, pool: PoolByClass, place: int, run: Ints, start: Floats) -> Floats:
        """A pool of sinks at a date: by the age of reclaimed land, else whole; 0 on other land.

        Args:
            run: the number of the first date of the run of sinks, (n,); NEVER on other land.
            start: t C/ha when the land was reclaimed, (n,).
        """
        now, years = self.land.classes[place], np.array(self.land.years, np.float64)
        is_sink = self.land.uses[place] == Use.SINK
        stock: Floats = np.where(is_sink, pool.density[now], 0.0)
        for number in np.unique(now[run != NEVER]):
            land = np.flatnonzero((run != NEVER) & (now == number))
            # No run after mining begins at the first date, whose number is 1.
            youngest = years[place] - years[run[land] - 1]
            oldest = years[place] - years[run[land] - 2]
            full, curve = float(pool.returned[number]), pool.curves[number]
            if self.rule in (AgeRule.MEAN, AgeRule.DRAWN):
                stock[land] = curve.mean_stock(start[land], full, youngest, oldest)
            else:
                age = {
                    AgeRule.MID: 0.5 * (youngest + oldest),
                    AgeRule.YOUNGEST: youngest,
                    AgeRule.OLDEST: oldest,
                }[self.rule]
                stock[land] = curve.stock(start[land], full, age)
            if self.moment is not None:
                within = run[land] - 2 == self.moment[0]
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
