"""The way of carbon through the dates of trajectories: the state model of the ledger.

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

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from ..base.arrays import Flags, Floats, Ints
from ..mine.states import NEVER, Use, reclaimed_by
from ..scheme.recovery import Curve
from .book import Book, PoolBook, topsoil_on
from .states import (
    DECAYING,
    GAIN,
    GROWTH,
    LOSS,
    OTHER,
    PRE_MINING,
    SOIL,
    STORED,
    VEGETATION,
    AgeRule,
    Flow,
    Moment,
    Stock,
    Trajectories,
)


@dataclass(frozen=True)
class _Decay:
    """Carbon that is lost with a half-life: from when on, where, of what class, how much.

    `origin` is as that of a Flow, `begin` the year of the date before.
    """

    origin: int
    begin: int
    land: Ints
    classes: Ints
    amounts: Floats
    half_life: Floats

    def left(self, year: int) -> Floats:
        """What is left in a year: D 0.5^(n/H) after n years."""
        return self.amounts * 0.5 ** ((year - self.begin) / self.half_life)


@dataclass
class _Walk:
    """A way through the dates, with what is known of the land besides its stock."""

    land: Trajectories
    book: Book
    rule: AgeRule
    start: Floats = field(init=False)
    decays: list[_Decay] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Topsoil that was spread when the land was reclaimed last.
        self.start = np.zeros(self.land.size)

    def begin(self) -> Stock:
        """The stock at the first date: sinks are as they always were."""
        nothing = np.zeros(self.land.size)
        is_sink = self.land.uses[0] == Use.SINK
        soil, vegetation = (
            np.where(is_sink, pool.density[self.land.classes[0]], 0.0)
            for pool in (self.book.soil, self.book.vegetation)
        )
        return Stock(soil, vegetation, nothing, nothing)

    def step(self, place: int, before: Stock) -> Moment:
        """The next date.

        Args:
            place: of the date in the series, from 0.
            before: the stock at the date before.
        """
        then, now = self.land.classes[place - 1 : place + 1]
        used, use = self.land.uses[place - 1 : place + 1]
        was_sink, is_sink = used == Use.SINK, use == Use.SINK
        was_mine, is_mine = used == Use.MINE, use == Use.MINE
        run = reclaimed_by(self.land.uses[: place + 1], place + 1)
        is_reclaimed, taken = run != NEVER, was_sink & is_mine
        is_new = is_reclaimed & ~was_sink
        is_natural = is_sink & ~is_reclaimed
        spread = topsoil_on(self.book.soil, now, before.stored)
        self.start = np.where(is_new, spread, np.where(is_reclaimed, self.start, 0.0))
        soil = self._regrown(self.book.soil, now, run, place, self.start)
        vegetation = self._regrown(self.book.vegetation, now, run, place, np.zeros_like(soil))
        soil[is_natural] = self.book.soil.density[now[is_natural]]
        vegetation[is_natural] = self.book.vegetation.density[now[is_natural]]
        kept = (1.0 - self.book.soil.lost[then]) * before.soil
        stored = np.where(taken, kept, np.where(was_mine & is_mine, before.stored, 0.0))
        flows = self._losses(place, taken, then, before)
        flows += [
            _flow(place, GAIN, SOIL, is_new, now, soil - before.stored),
            _flow(place, GAIN, VEGETATION, is_new, now, vegetation),
        ]
        changes = ((SOIL, soil - before.soil), (VEGETATION, vegetation - before.vegetation))
        left = was_sink & ~is_sink & ~is_mine
        arrived = is_natural & ~was_sink
        changed = is_natural & was_sink & (then != now)
        written_off = was_mine & ~is_mine & ~is_sink & (before.stored > 0)
        for pool, change in changes:
            flows += [
                _flow(place, GROWTH, pool, is_reclaimed & was_sink, now, change),
                _flow(place, PRE_MINING, pool, changed, then, change),
                _flow(place, OTHER, pool, left | arrived, then, change),
            ]
        flows.append(_flow(place, OTHER, STORED, written_off, then, -before.stored))
        year, decaying = self.land.years[place], np.zeros(self.land.size)
        for decay in self.decays:
            decaying[decay.land] += decay.left(year)
        stock = Stock(soil, vegetation, stored, decaying)
        return Moment(stock, [flow for flow in flows if flow.land.size])

    def _losses(self, place: int, taken: Flags, then: Ints, before: Stock) -> list[Flow]:
        """What land that is taken loses, and what goes on decaying of land that was taken."""
        flows: list[Flow] = []
        earlier, year = self.land.years[place - 1 : place + 1]
        for name, pool, stock in (
            (SOIL, self.book.soil, before.soil),
            (VEGETATION, self.book.vegetation, before.vegetation),
        ):
            lost = pool.lost[then] * stock
            slowly = taken & (pool.half_life[then] > 0)
            flows.append(_flow(place, LOSS, name, taken & ~slowly, then, lost))
            land = np.flatnonzero(slowly)
            if land.size:
                half_life = pool.half_life[then[land]]
                self.decays.append(_Decay(place, earlier, land, then[land], lost[land], half_life))
        carried = taken & (self.book.vegetation.lost[then] < 1.0)
        leaves = (self.book.vegetation.lost[then] - 1.0) * before.vegetation
        flows.append(_flow(place, OTHER, VEGETATION, carried, then, leaves))
        for decay in self.decays:
            gone = decay.left(earlier) - decay.left(year)
            flows.append(Flow(LOSS, DECAYING, decay.land, decay.classes, gone, decay.origin))
        return flows

    def _regrown(self, pool: PoolBook, now: Ints, run: Ints, place: int, start: Floats) -> Floats:
        """A pool of reclaimed land at a date; 0 on other land.

        Args:
            run: the number of the first date of the run of sinks, from 1; NEVER on other land.
            start: what there was when the land was reclaimed.
        """
        found = np.zeros(self.land.size)
        years = np.array(self.land.years, np.float64)
        for number in np.unique(now[run != NEVER]):
            land = np.flatnonzero((run != NEVER) & (now == number))
            # No run after mining begins at the first date, whose number is 1.
            youngest = years[place] - years[run[land] - 1]
            oldest = years[place] - years[run[land] - 2]
            full = float(pool.density[number])
            found[land] = _stock(
                pool.curves[number], start[land], full, youngest, oldest, self.rule
            )
        return found


def _stock(
    curve: Curve,
    start: Floats,
    full: float,
    youngest: Floats,
    oldest: Floats,
    rule: AgeRule,
) -> Floats:
    """The stock at the age that a rule takes of an interval."""
    if rule is AgeRule.MEAN:
        return curve.mean_stock(start, full, youngest, oldest)
    if rule is AgeRule.YOUNGEST:
        return curve.stock(start, full, youngest)
    if rule is AgeRule.OLDEST:
        return curve.stock(start, full, oldest)
    return curve.stock(start, full, 0.5 * (youngest + oldest))


def _flow(origin: int, flow: str, pool: str, chosen: Flags, classes: Ints, amounts: Floats) -> Flow:
    """A flow of some of the trajectories, from arrays of all."""
    land = np.flatnonzero(chosen)
    return Flow(flow, pool, land, classes[land], amounts[land], origin)


def walk(land: Trajectories, book: Book, rule: AgeRule) -> Iterator[Moment]:
    """Date by date the stocks and what moved since the date before.

    Args:
        land: trajectories that are mined at some date.
        book: of the classes that they speak of.
        rule: for the ages of reclaimed land.
    """
    way = _Walk(land, book, rule)
    stock = way.begin()
    yield Moment(stock)
    for place in range(1, len(land.years)):
        moment = way.step(place, stock)
        stock = moment.stock
        yield moment
