"""Mined land that has not changed for some years, and its carbon uptake if reclaimed.

The dates give a lower bound, and mostly an upper bound, for the number of years since
the last change of a cell mined at the last date. Land is therefore idle, recent, or
undated if the dates are too far apart; an additional date in between never makes recent
land idle. Uptake is the stock 20 years after reclamation, minus the topsoil already
stored on the land.
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
from ..ledger.stocks import CarbonByClass, Trajectories
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

# Values in place of years for land mined at the last date, and for all other land.
RECENT_VALUE, UNDATED_VALUE, NOT_MINED_VALUE = 0, -1, -(1 << 15)
# Minimum reclaimed land of a unit for its own class mix to be used: hectares, and % of the
# cumulative disturbed area.
MIN_RECLAIMED_HA, MIN_RECLAIMED_PCT = 10.0, 5.0
STATE_COLOURS = {UNDATED_VALUE: "#9aa5b1", RECENT_VALUE: "#f6c177"}
IDLE_VALUE, IDLE_RAMP = 1, ("#8ecae6", "#2b6cb0", "#1a2a5e")


class IdleRule(NamedTuple):
    """Minimum years without change of idle land, and minimum hectares of an idle area."""

    years: int = 5
    min_ha: float = 1.0

    def classify_histories(
        self, classes: Histories, is_mined: BoolArray, years: Sequence[int]
    ) -> IdleStates:
        """Return the minimum years without change of idle land, (n,).

        Others: RECENT_, UNDATED_ or NOT_MINED_VALUE. Classes: (n,) by date; `is_mined`: last.
        """
        since, ages = first_unchanged_index(classes), years[-1] - np.array(years)
        states = np.where(ages[since] >= self.years, ages[since], UNDATED_VALUE)
        states[(since > 0) & (ages[since - 1] <= self.years)] = RECENT_VALUE
        states[~is_mined] = NOT_MINED_VALUE
        return states.astype(np.int16)

    def classify_block(
        self, block: Block, disturbing: DisturbingClasses, years: Sequence[int]
    ) -> IdleStates:
        """Classify the combinations of a block; NOT_MINED_VALUE if any date is not valid."""
        is_mined: BoolArray = uses_by_combination(block, disturbing)[-1] == LandUse.MINE
        if block.valid is not None:
            is_mined &= block.valid
        return self.classify_histories(block.codes, is_mined, years)

    def classify_land(self, land: MinedLand) -> IdleStates:
        """Classify the combinations of a run."""
        years = [int(date.year) for date in land.dates]
        return self.classify_histories(
            land.table.classes_by_date, land.uses[-1] == LandUse.MINE, years
        )


def first_unchanged_index(classes: Histories) -> IntArray:
    """Return the index of the first date from which the class is that of the last date, (n,)."""
    since = np.full(classes[-1].shape, len(classes) - 1)
    is_same = np.ones(since.shape, np.bool_)
    for date_index in range(len(classes) - 2, -1, -1):
        is_same &= classes[date_index] == classes[-1]
        since[is_same] = date_index
    return since


def idle_layer(rule: IdleRule, land: MinedLand) -> MapLayer:
    """Create the map layer of idle, recent and undated land at the last date."""
    years = [int(date.year) for date in land.dates]
    # The last entry is for cells that are not valid.
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
    """Raster of the minimum years without change of mined land."""

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
        """Compare the cells of each value with the combinations of the run."""
        states, cells = self._rule.classify_land(land), land.table.cells
        counts = {value: int(cells[states == value].sum()) for value, *_ in self.legend}
        return [
            Check(span, cell_count_text("IDLE", str(value)), expected, self.cell_count(value))
            for value, expected in counts.items()
        ]


class UptakeRows(NamedTuple):
    """Land by CarbonUptake combination and unit, (rows,); `groups`: indices of `size` groups."""

    histories: IntArray
    units: IntArray
    hectares: FloatArray
    groups: IntArray
    size: int

    def sum_by_group(self, amounts: FloatArray) -> FloatArray:
        """Return sums by group of amounts per hectare."""
        return np.bincount(self.groups, self.hectares * amounts, self.size).astype(np.float64)


class CarbonUptake:
    """Carbon uptake in 20 years of mined land, as former class or in the mix reclaimed so far.

    Args:
        land: combinations of the run, with unit indices as strata.
        units: number of units.
        table: combinations of the land in question, (n,), all of it mined at the last date.
    Attributes:
        before: index of the class of each combination before it was first mined, (n,); -1
            if it was mined at the first date.
        has_before, has_returned: whether there is a class with carbon to reclaim land to.
        is_counted: whether a class has carbon, by class index.
    """

    def __init__(self, ledger: Ledger, land: MinedLand, units: int, table: CombinationTable):
        self._ledger, own = ledger, replace(ledger.land, table=table)
        self._own = Trajectories.from_land(own, ledger.trajectories.going_on)
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
        """Return the uptake of each combination as each class, t C/ha, (n, classes)."""
        stored = sum_flows(self._own, carbon, self._ledger.rule).stored
        taken_up = np.zeros((stored.size, self.is_counted.size))
        for index in self._targets:
            taken_up[:, index] = reclaimed_stock(index, carbon, stored, SHORT_TERM_YEARS) - stored
        return taken_up

    def uptake_as_former_class(
        self, rows: UptakeRows, by_class: FloatArray | None = None
    ) -> FloatArray:
        """Return the uptake of each row as its class before it was first mined, t C/ha, (rows,)."""
        by_class = self._best if by_class is None else by_class
        before = self.before[rows.histories]
        per_ha: FloatArray = by_class[rows.histories, before]
        unknown = np.flatnonzero(before < 0)
        mixes = self._taken[rows.units[unknown]]
        per_ha[unknown] = (by_class[rows.histories[unknown]] * mixes).sum(axis=1)
        return per_ha

    def uptake_as_reclaimed(self, rows: UptakeRows) -> FloatArray:
        """Return the uptake with the class mix of the land reclaimed so far, t C/ha, (rows,)."""
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
        """Return Monte Carlo bounds of group sums as former class; NaN without half-widths."""
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


def former_classes(land: MinedLand) -> IntArray:
    """Return the class index before land was first mined, (n,); -1 if mined at the first date."""
    first = land.first_mined_dates
    before = land.table.classes[np.arange(first.size), first - 2].astype(np.int64)
    return np.where(first > 1, before, -1)


def _areas_by_class(
    land: MinedLand, classes: IntArray, chosen: BoolArray, units: int
) -> FloatArray:
    """Return hectares of the chosen land by unit and class, (units, classes)."""
    areas = np.zeros((units, len(land.classes)))
    np.add.at(areas, (land.table.strata[chosen], classes[chosen]), land.table.hectares[chosen])
    return areas


def _former_class_mix(land: MinedLand, units: int) -> FloatArray:
    """Return former class shares of land disturbed after date 1 or the run's, (units, classes)."""
    areas = _areas_by_class(land, former_classes(land), land.first_mined_dates > 1, units)
    has_own = areas.sum(axis=1, keepdims=True) > 0
    return _row_shares(np.where(has_own, areas, areas.sum(axis=0)))


def _reclaimed_class_mix(
    land: MinedLand, is_counted: BoolArray, units: int, mix: dict[int, float]
) -> FloatArray:
    """Return class shares of reclaimed land, or the run's if too little, (units, classes)."""
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
