"""Mined land that has not changed for some years, and what it would take up if it were reclaimed.

The dates say of a cell that is mined at the last one for how many years at least its class has not
changed, and mostly for how many at most. So land is idle, recent, or undated where the maps lie too
far apart to tell; a date more between two others never makes recent land idle.

Uptake is the stock 20 years after reclamation, less the topsoil that is stored on the land already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..base.colours import along
from ..base.dates import Period
from ..base.messages import Message, Notes, Term, Text, each
from ..base.numbers import Bytes, Flags, Floats, Ints, NDArray
from ..ledger.ledger import Ledger
from ..ledger.results import SOON, class_mix, held_as, moved
from ..ledger.states import CarbonByClass
from ..ledger.uncertainty_model import CarbonVariable, carbon_variables, effects_of
from ..mine.mined_land import NEVER, MineLand, Use, reclaimed_by, uses_in, uses_of
from ..report.explorable_map import MapLayer
from ..results.closure import Check, cells_of
from ..results.uncertainty import Drawn, Model, Wanted
from ..scan.block import Block
from ..scan.cell_raster import TalliedRaster
from ..scan.consumer import RasterWriter
from ..scan.count_result import CombinationTable
from ..scheme.disturbance_types import DisturbingClasses

States = NDArray[np.int16]
Histories = Sequence[NDArray[np.integer]]

# In place of years, of land that is mined at the last date; and of all other land.
RECENT, UNDATED, NOT_MINED = 0, -1, -(1 << 15)
# What a unit has at least for land to come back as it has there: hectares, and % of what was mined.
MIN_RETURNED_HA, MIN_RETURNED_PCT = 10.0, 5.0
COLOURS = {UNDATED: "#9aa5b1", RECENT: "#f6c177"}
IDLE_VALUE, IDLE_RAMP = 1, ("#8ecae6", "#2b6cb0", "#1a2a5e")


class IdleRule(NamedTuple):
    """How many years unchanged mined land is idle from, and how many hectares an idle area has."""

    years: int = 5
    min_ha: float = 1.0

    def states(self, classes: Histories, is_mined: Flags, years: Sequence[int]) -> States:
        """Years that land has not changed, at least; else RECENT, UNDATED or NOT_MINED, (n,).

        Classes are by date, (n,) each, `is_mined` at the last one.
        """
        since, ages = unchanged_since(classes), years[-1] - np.array(years)
        states = np.where(ages[since] >= self.years, ages[since], UNDATED)
        states[(since > 0) & (ages[since - 1] <= self.years)] = RECENT
        states[~is_mined] = NOT_MINED
        return states.astype(np.int16)

    def in_block(self, block: Block, disturbing: DisturbingClasses, years: Sequence[int]) -> States:
        """The same of the combinations of a block; NOT_MINED where a date is not valid."""
        is_mined: Flags = uses_in(block, disturbing)[-1] == Use.MINE
        if block.valid is not None:
            is_mined &= block.valid
        return self.states(block.codes, is_mined, years)

    def of_land(self, land: MineLand) -> States:
        """The same of the combinations of a run."""
        years = [int(date.year) for date in land.dates]
        return self.states(land.table.by_date, land.uses[-1] == Use.MINE, years)


def unchanged_since(classes: Histories) -> Ints:
    """The index of the first date from which the class of land is that of the last one, (n,)."""
    since = np.full(classes[-1].shape, len(classes) - 1)
    is_same = np.ones(since.shape, np.bool_)
    for date_index in range(len(classes) - 2, -1, -1):
        is_same &= classes[date_index] == classes[-1]
        since[is_same] = date_index
    return since


def idle_layer(rule: IdleRule, land: MineLand) -> MapLayer:
    """Idle, recent and undated land at the last date."""
    years = [int(date.year) for date in land.dates]
    # The last one is of what does not count.
    is_mine = np.append(uses_of(list(land.classes), land.disturbing) == Use.MINE, False)

    def values(classes: Ints) -> Bytes:
        states = rule.states([*classes], is_mine[classes[-1]], years)
        kinds = [states > RECENT, states == RECENT, states == UNDATED]
        of_histories: Bytes = np.select(kinds, [IDLE_VALUE, 2, 3], 0).astype(np.uint8)
        return of_histories

    entries: dict[int, tuple[Text, str]] = {
        IDLE_VALUE: (
            Message("Unchanged for at least {years} years", years=rule.years),
            IDLE_RAMP[1],
        ),
        2: (Message("Changed in the last {years} years", years=rule.years), COLOURS[RECENT]),
        3: (Term("Undated"), COLOURS[UNDATED]),
    }
    return MapLayer(Term("Idle land"), land.dates[-1].label, values, entries)


class IdleRaster(TalliedRaster):
    """A raster of the years that mined land has not changed, at least."""

    def __init__(
        self,
        writer: RasterWriter,
        path: str,
        span: Period,
        disturbing: DisturbingClasses,
        rule: IdleRule,
    ):
        years = [int(date.year) for date in writer.series.dates]
        self._given, self._rule = (disturbing, years), rule
        idle = [years[-1] - year for year in years[::-1] if years[-1] - year >= rule.years]
        recent = Message("Changed in the last {years} years", years=rule.years)
        legend: list[tuple[int, Text, str]] = [
            (UNDATED, Term("Undated"), COLOURS[UNDATED]),
            (RECENT, recent, COLOURS[RECENT]),
        ]
        for n, age in enumerate(idle, 1):
            words = Message("Unchanged for at least {years} years", years=age)
            legend.append((age, words, along(IDLE_RAMP, n / len(idle))))
        title = Message("Years unchanged, mined land {year}", year=years[-1])
        tiff = writer.tiff(path, span, title, np.int16, NOT_MINED)
        super().__init__(writer, tiff, [(age, writer.words(text), c) for age, text, c in legend])

    def values(self, block: Block) -> States:
        return self._rule.in_block(block, *self._given)

    def checks(self, span: str, land: MineLand) -> list[Check]:
        """The cells of each value against the combinations of the run."""
        states, cells = self._rule.of_land(land), land.table.cells
        counts = {value: int(cells[states == value].sum()) for value, *_ in self.legend}
        return [
            Check(span, cells_of("IDLE", str(value)), expected, self.cells(value))
            for value, expected in counts.items()
        ]


class UptakeRows(NamedTuple):
    """Land as combinations of all dates, by their indices in those of an Uptake, each in a unit; a
    row is summed up in one of so many groups, (rows,) each."""

    histories: Ints
    units: Ints
    hectares: Floats
    groups: Ints
    size: int

    def sums(self, amounts: Floats) -> Floats:
        """Sums by group of amounts per hectare."""
        return np.bincount(self.groups, self.hectares * amounts, self.size).astype(np.float64)


class Uptake:
    """What mined land would take up in 20 years, as it was before and as land came back so far.

    Args:
        land: the combinations of the run by unit, whose indices are the strata.
        units: how many there are.
        histories: class indices by combination and date, (n, dates), of the land that is asked for;
            all of it is mined at the last date.

    Attributes:
        before: the index of the class that each was before it was first mined, (n,); -1 where it
            was mined at the first date.
        has_before, has_returned: whether there is a class with carbon that land may come back as.
        is_counted: by class index, whether it has carbon.
    """

    def __init__(self, ledger: Ledger, land: MineLand, units: int, histories: NDArray[np.integer]):
        self._ledger, own = ledger, replace(ledger.land, table=table_of(histories))
        self._own = replace(ledger.trajectories, classes=own.table.by_date, uses=own.uses)
        self.before = class_before(own)
        self.is_counted = uses_of(list(land.classes), ledger.land.disturbing) == Use.SINK
        self._taken = _mix_before(land, units)
        mix = class_mix(ledger)
        has_carbon: Flags = np.any(self._taken[:, self.is_counted] > 0, axis=1)
        self.has_before, self.has_returned = bool(has_carbon.any()), bool(mix)
        self._returned = _mix_returned(land, self.is_counted, units, mix)
        may_be: Flags = np.any(self._taken, axis=0) | np.any(self._returned, axis=0)
        may_be[self.before[self.before >= 0]] = True
        self._targets = [int(index) for index in np.flatnonzero(may_be & self.is_counted)]
        self._best = self._by_class(ledger.carbon)

    def _by_class(self, carbon: CarbonByClass) -> Floats:
        """t C/ha that each combination would take up as each class, (n, classes)."""
        stored = moved(self._own, carbon, self._ledger.rule).stored
        taken_up = np.zeros((stored.size, self.is_counted.size))
        for index in self._targets:
            taken_up[:, index] = held_as(index, carbon, stored, SOON) - stored
        return taken_up

    def as_before(self, rows: UptakeRows, by_class: Floats | None = None) -> Floats:
        """t C/ha of each row as what it was before it was first mined, (rows,)."""
        by_class = self._best if by_class is None else by_class
        before = self.before[rows.histories]
        per_ha: Floats = by_class[rows.histories, before]
        unknown = np.flatnonzero(before < 0)
        mixes = self._taken[rows.units[unknown]]
        per_ha[unknown] = (by_class[rows.histories[unknown]] * mixes).sum(axis=1)
        return per_ha

    def as_returned(self, rows: UptakeRows) -> Floats:
        """The same as what came back so far, (rows,)."""
        per_ha: Floats = (self._best[rows.histories] * self._returned[rows.units]).sum(axis=1)
        return per_ha

    @cached_property
    def _variables(self) -> list[CarbonVariable] | None:
        ledger = self._ledger
        lands = replace(ledger.lands, regrown=sorted({*ledger.lands.regrown, *self._targets}))
        known = ledger.coefficients, ledger.carbon, Notes()
        return carbon_variables(ledger.classes, lands, *known)

    def bounds(self, rows: UptakeRows, wanted: Wanted) -> tuple[Floats, Floats]:
        """The interval of the sum of each group as before, by the draws of UNCERTAINTY; NaN where
        half-widths are missing."""
        if not self._variables:
            return np.full(rows.size, np.nan), np.full(rows.size, np.nan)

        def amounts(carbon: CarbonByClass) -> Floats:
            return rows.sums(self.as_before(rows, self._by_class(carbon)))

        base = amounts(self._ledger.carbon)
        effects, _ = effects_of(self._variables, amounts, base)
        parameters = [variable.parameter for variable in self._variables]
        first, *further = (amount[None, :, None] for amount in (base, *effects))
        drawn = Drawn(Model([""], {}, first, parameters, further, [""], np.zeros(1)), wanted)
        intervals = [
            drawn.interval(base[[group]], [effect[[group]] for effect in effects], wanted)
            for group in each(range(rows.size), self._own.going_on)
        ]
        low, high = (np.array([getattr(i, end) for i in intervals]) for end in ("low", "high"))
        return low, high


def table_of(histories: NDArray[np.integer]) -> CombinationTable:
    """Combinations of all dates, (n, dates), as a table of no land."""
    nowhere = np.zeros(len(histories), np.int64)
    return CombinationTable(nowhere, histories, nowhere, nowhere.astype(np.float64))


def class_before(land: MineLand) -> Ints:
    """The index of the class that land had before it was first mined, (n,); -1 where it was mined
    at the first date."""
    first = land.first_mined
    before = land.table.classes[np.arange(first.size), first - 2].astype(np.int64)
    return np.where(first > 1, before, -1)


def _areas_of(land: MineLand, classes: Ints, chosen: Flags, units: int) -> Floats:
    """Hectares of some of the land by unit and class, (units, classes)."""
    areas = np.zeros((units, len(land.classes)))
    np.add.at(areas, (land.table.strata[chosen], classes[chosen]), land.table.hectares[chosen])
    return areas


def _mix_before(land: MineLand, units: int) -> Floats:
    """The part of each class in the land of each unit that was disturbed since the first date, by
    what it was; of units without such land that of the run, (units, classes)."""
    areas = _areas_of(land, class_before(land), land.first_mined > 1, units)
    has_own = areas.sum(axis=1, keepdims=True) > 0
    return _parts(np.where(has_own, areas, areas.sum(axis=0)))


def _mix_returned(land: MineLand, is_counted: Flags, units: int, mix: dict[int, float]) -> Floats:
    """The part of each class in what came back in each unit, where that is enough to go by; else
    what land of the run is taken to come back as, (units, classes)."""
    is_back = reclaimed_by(land.uses, len(land.uses)) != NEVER
    areas = _areas_of(land, land.table.classes[:, -1].astype(np.int64), is_back, units)
    is_mined, back = land.first_mined > 0, areas.sum(axis=1)
    ever = np.bincount(land.table.strata[is_mined], land.table.hectares[is_mined], units)
    is_enough: Flags = (back >= MIN_RETURNED_HA) & (100.0 * back >= MIN_RETURNED_PCT * ever)
    is_enough &= areas @ is_counted > 0
    run = np.zeros(len(land.classes))
    run[list(mix)] = list(mix.values())
    return _parts(np.where(is_enough[:, None], areas, run))


def _parts(areas: Floats) -> Floats:
    whole = areas.sum(axis=1, keepdims=True)
    parts: Floats = areas / np.where(whole > 0, whole, 1.0)
    return parts
