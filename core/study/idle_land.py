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

from ..base.colours import interpolate_ramp
from ..base.dates import Period
from ..base.messages import Message, Notes, Term, Text, iter_until_cancelled
from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..ledger.ledger import Ledger
from ..ledger.results import SHORT_TERM_YEARS, reclaimed_stock, recovery_mix, sum_flows
from ..ledger.stocks import CarbonByClass
from ..ledger.uncertainty_model import CarbonVariable, carbon_variables, variable_effects
from ..mine.mined_land import (
    NO_DATE,
    LandUse,
    MinedLand,
    reclamation_dates,
    uses_by_class,
    uses_by_combination,
)
from ..report.interactive_map import MapLayer
from ..results.closure import Check, cell_count_text
from ..results.uncertainty import MonteCarloDraws, UncertaintyModel, UncertaintySettings
from ..scan.block import Block
from ..scan.cell_raster import FixedLegendRaster
from ..scan.consumer import RasterWriter
from ..scan.count_result import CombinationTable
from ..scheme.disturbance_types import DisturbingClasses

IdleStates = NDArray[np.int16]
Histories = Sequence[NDArray[np.integer]]

# In place of years, of land that is mined at the last date; and of all other land.
RECENT_VALUE, UNDATED_VALUE, NOT_MINED_VALUE = 0, -1, -(1 << 15)
# What a unit has at least for land to come back as it has there: hectares, and % of what was mined.
MIN_RECLAIMED_HA, MIN_RECLAIMED_PCT = 10.0, 5.0
STATE_COLOURS = {UNDATED_VALUE: "#9aa5b1", RECENT_VALUE: "#f6c177"}
IDLE_VALUE, IDLE_RAMP = 1, ("#8ecae6", "#2b6cb0", "#1a2a5e")


class IdleRule(NamedTuple):
    """How many years unchanged mined land is idle from, and how many hectares an idle area has."""

    years: int = 5
    min_ha: float = 1.0

    def classify_histories(
        self, classes: Histories, is_mined: BoolArray, years: Sequence[int]
    ) -> IdleStates:
        """Years that land has not changed, at least; else RECENT, UNDATED or NOT_MINED, (n,).

        Classes are by date, (n,) each, `is_mined` at the last one.
        """
        since, ages = first_unchanged_index(classes), years[-1] - np.array(years)
        states = np.where(ages[since] >= self.years, ages[since], UNDATED_VALUE)
        states[(since > 0) & (ages[since - 1] <= self.years)] = RECENT_VALUE
        states[~is_mined] = NOT_MINED_VALUE
        return states.astype(np.int16)

    def classify_block(
        self, block: Block, disturbing: DisturbingClasses, years: Sequence[int]
    ) -> IdleStates:
        """The same of the combinations of a block; NOT_MINED where a date is not valid."""
        is_mined: BoolArray = uses_by_combination(block, disturbing)[-1] == LandUse.MINE
        if block.valid is not None:
            is_mined &= block.valid
        return self.classify_histories(block.codes, is_mined, years)

    def classify_land(self, land: MinedLand) -> IdleStates:
        """The same of the combinations of a run."""
        years = [int(date.year) for date in land.dates]
        return self.classify_histories(
            land.table.classes_by_date, land.uses[-1] == LandUse.MINE, years
        )


def first_unchanged_index(classes: Histories) -> IntArray:
    """The index of the first date from which the class of land is that of the last one, (n,)."""
    since = np.full(classes[-1].shape, len(classes) - 1)
    is_same = np.ones(since.shape, np.bool_)
    for date_index in range(len(classes) - 2, -1, -1):
        is_same &= classes[date_index] == classes[-1]
        since[is_same] = date_index
    return since


def idle_layer(rule: IdleRule, land: MinedLand) -> MapLayer:
    """Idle, recent and undated land at the last date."""
    years = [int(date.year) for date in land.dates]
    # The last one is of what does not count.
    is_mine = np.append(uses_by_class(list(land.classes), land.disturbing) == LandUse.MINE, False)

    def values(classes: IntArray) -> ByteArray:
        states = rule.classify_histories([*classes], is_mine[classes[-1]], years)
        kinds = [states > RECENT_VALUE, states == RECENT_VALUE, states == UNDATED_VALUE]
        of_histories: ByteArray = np.select(kinds, [IDLE_VALUE, 2, 3], 0).astype(np.uint8)
        return of_histories

    entries: dict[int, tuple[Text, str]] = {
        IDLE_VALUE: (
            Message("Unchanged for at least {years} years", years=rule.years),
            IDLE_RAMP[1],
        ),
        2: (
            Message("Changed in the last {years} years", years=rule.years),
            STATE_COLOURS[RECENT_VALUE],
        ),
        3: (Term("Undated"), STATE_COLOURS[UNDATED_VALUE]),
    }
    return MapLayer(Term("Idle land"), land.dates[-1].label, values, entries)


class IdleRaster(FixedLegendRaster):
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
            (UNDATED_VALUE, Term("Undated"), STATE_COLOURS[UNDATED_VALUE]),
            (RECENT_VALUE, recent, STATE_COLOURS[RECENT_VALUE]),
        ]
        for n, age in enumerate(idle, 1):
            words = Message("Unchanged for at least {years} years", years=age)
            legend.append((age, words, interpolate_ramp(IDLE_RAMP, n / len(idle))))
        title = Message("Years unchanged, mined land {year}", year=years[-1])
        tiff = writer.create_geotiff(path, span, title, np.int16, NOT_MINED_VALUE)
        super().__init__(
            writer, tiff, [(age, writer.translate(text), c) for age, text, c in legend]
        )

    def compute_values(self, block: Block) -> IdleStates:
        return self._rule.classify_block(block, *self._given)

    def consistency_checks(self, span: str, land: MinedLand) -> list[Check]:
        """The cells of each value against the combinations of the run."""
        states, cells = self._rule.classify_land(land), land.table.cells
        counts = {value: int(cells[states == value].sum()) for value, *_ in self.legend}
        return [
            Check(span, cell_count_text("IDLE", str(value)), expected, self.cell_count(value))
            for value, expected in counts.items()
        ]


class UptakeRows(NamedTuple):
    """Land as combinations of all dates, by their indices in those of an Uptake, each in a unit; a
    row is summed up in one of so many groups, (rows,) each."""

    histories: IntArray
    units: IntArray
    hectares: FloatArray
    groups: IntArray
    size: int

    def sum_by_group(self, amounts: FloatArray) -> FloatArray:
        """Sums by group of amounts per hectare."""
        return np.bincount(self.groups, self.hectares * amounts, self.size).astype(np.float64)


class CarbonUptake:
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

    def __init__(self, ledger: Ledger, land: MinedLand, units: int, histories: NDArray[np.integer]):
        self._ledger, own = ledger, replace(ledger.land, table=make_history_table(histories))
        self._own = replace(ledger.trajectories, classes=own.table.classes_by_date, uses=own.uses)
        self.before = former_classes(own)
        self.is_counted = uses_by_class(list(land.classes), ledger.land.disturbing) == LandUse.SINK
        self._taken = _former_class_mix(land, units)
        mix = recovery_mix(ledger)
        has_carbon: BoolArray = np.any(self._taken[:, self.is_counted] > 0, axis=1)
        self.has_before, self.has_returned = bool(has_carbon.any()), bool(mix)
        self._returned = _reclaimed_class_mix(land, self.is_counted, units, mix)
        may_be: BoolArray = np.any(self._taken, axis=0) | np.any(self._returned, axis=0)
        may_be[self.before[self.before >= 0]] = True
        self._targets = [int(index) for index in np.flatnonzero(may_be & self.is_counted)]
        self._best = self._uptake_by_class(ledger.carbon)

    def _uptake_by_class(self, carbon: CarbonByClass) -> FloatArray:
        """t C/ha that each combination would take up as each class, (n, classes)."""
        stored = sum_flows(self._own, carbon, self._ledger.rule).stored
        taken_up = np.zeros((stored.size, self.is_counted.size))
        for index in self._targets:
            taken_up[:, index] = reclaimed_stock(index, carbon, stored, SHORT_TERM_YEARS) - stored
        return taken_up

    def uptake_as_former_class(
        self, rows: UptakeRows, by_class: FloatArray | None = None
    ) -> FloatArray:
        """t C/ha of each row as what it was before it was first mined, (rows,)."""
        by_class = self._best if by_class is None else by_class
        before = self.before[rows.histories]
        per_ha: FloatArray = by_class[rows.histories, before]
        unknown = np.flatnonzero(before < 0)
        mixes = self._taken[rows.units[unknown]]
        per_ha[unknown] = (by_class[rows.histories[unknown]] * mixes).sum(axis=1)
        return per_ha

    def uptake_as_reclaimed(self, rows: UptakeRows) -> FloatArray:
        """The same as what came back so far, (rows,)."""
        per_ha: FloatArray = (self._best[rows.histories] * self._returned[rows.units]).sum(axis=1)
        return per_ha

    @cached_property
    def _carbon_variables(self) -> list[CarbonVariable] | None:
        ledger = self._ledger
        lands = replace(ledger.lands, regrown=sorted({*ledger.lands.regrown, *self._targets}))
        known = ledger.coefficients, ledger.carbon, Notes()
        return carbon_variables(ledger.classes, lands, *known)

    def uptake_bounds(
        self, rows: UptakeRows, wanted: UncertaintySettings
    ) -> tuple[FloatArray, FloatArray]:
        """The interval of the sum of each group as before, by the draws of UNCERTAINTY; NaN where
        half-widths are missing."""
        if not self._carbon_variables:
            return np.full(rows.size, np.nan), np.full(rows.size, np.nan)

        def amounts(carbon: CarbonByClass) -> FloatArray:
            return rows.sum_by_group(
                self.uptake_as_former_class(rows, self._uptake_by_class(carbon))
            )

        base = amounts(self._ledger.carbon)
        effects, _ = variable_effects(self._carbon_variables, amounts, base)
        parameters = [variable.parameter for variable in self._carbon_variables]
        first, *further = (amount[None, :, None] for amount in (base, *effects))
        drawn = MonteCarloDraws(
            UncertaintyModel([""], {}, first, parameters, further, [""], np.zeros(1)), wanted
        )
        intervals = [
            drawn.estimate_interval(base[[group]], [effect[[group]] for effect in effects], wanted)
            for group in iter_until_cancelled(range(rows.size), self._own.going_on)
        ]
        low, high = (np.array([getattr(i, end) for i in intervals]) for end in ("low", "high"))
        return low, high


def make_history_table(histories: NDArray[np.integer]) -> CombinationTable:
    """Combinations of all dates, (n, dates), as a table of no land."""
    nowhere = np.zeros(len(histories), np.int64)
    return CombinationTable(nowhere, histories, nowhere, nowhere.astype(np.float64))


def former_classes(land: MinedLand) -> IntArray:
    """The index of the class that land had before it was first mined, (n,); -1 where it was mined
    at the first date."""
    first = land.first_mined_dates
    before = land.table.classes[np.arange(first.size), first - 2].astype(np.int64)
    return np.where(first > 1, before, -1)


def _areas_by_class(
    land: MinedLand, classes: IntArray, chosen: BoolArray, units: int
) -> FloatArray:
    """Hectares of some of the land by unit and class, (units, classes)."""
    areas = np.zeros((units, len(land.classes)))
    np.add.at(areas, (land.table.strata[chosen], classes[chosen]), land.table.hectares[chosen])
    return areas


def _former_class_mix(land: MinedLand, units: int) -> FloatArray:
    """The part of each class in the land of each unit that was disturbed since the first date, by
    what it was; of units without such land that of the run, (units, classes)."""
    areas = _areas_by_class(land, former_classes(land), land.first_mined_dates > 1, units)
    has_own = areas.sum(axis=1, keepdims=True) > 0
    return _row_shares(np.where(has_own, areas, areas.sum(axis=0)))


def _reclaimed_class_mix(
    land: MinedLand, is_counted: BoolArray, units: int, mix: dict[int, float]
) -> FloatArray:
    """The part of each class in what came back in each unit, where that is enough to go by; else
    what land of the run is taken to come back as, (units, classes)."""
    is_back = reclamation_dates(land.uses, len(land.uses)) != NO_DATE
    areas = _areas_by_class(land, land.table.classes[:, -1].astype(np.int64), is_back, units)
    is_mined, back = land.first_mined_dates > 0, areas.sum(axis=1)
    ever = np.bincount(land.table.strata[is_mined], land.table.hectares[is_mined], units)
    is_enough: BoolArray = (back >= MIN_RECLAIMED_HA) & (100.0 * back >= MIN_RECLAIMED_PCT * ever)
    is_enough &= areas @ is_counted > 0
    run = np.zeros(len(land.classes))
    run[list(mix)] = list(mix.values())
    return _row_shares(np.where(is_enough[:, None], areas, run))


def _row_shares(areas: FloatArray) -> FloatArray:
    whole = areas.sum(axis=1, keepdims=True)
    parts: FloatArray = areas / np.where(whole > 0, whole, 1.0)
    return parts
