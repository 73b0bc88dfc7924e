"""Land use with respect to mining by date, histories for AGES, and rasters.

A use is derived from the group of a class: disturbing groups are mined land. The time
of change within an interval is unknown. Dates are numbered from 1; 0 means none.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from ..base.dates import Date, Period, elapsed_years
from ..base.messages import Text
from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..base.table import Table
from ..results.closure import Check, written_cell_checks
from ..scan.block import Block
from ..scan.cell_raster import FixedLegendRaster
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.consumer import RasterWriter
from ..scan.count_result import CombinationTable, CountResult
from ..scheme.classes import CLASS_TERM, SINK, Classes, LandClass, UnknownNames
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import Row

# The LandUse of n trajectories, an array of shape (n,) for each date.
LandUses = Sequence[ByteArray]

NO_DATE = 0


class LandUse(IntEnum):
    """Land use with respect to mining and reclamation."""

    OTHER = 0
    MINE = 1
    SINK = 2
    BUILT = 3
    WATER = 4


class LandState(IntEnum):
    """Status of land at a date; NEVER_MINED and BEFORE_MINING apply to land not mined so far."""

    ACTIVE = 1
    RECLAIMED = 2
    REDEVELOPED = 3
    FLOODED = 4
    OTHER = 5
    NEVER_MINED = 6
    BEFORE_MINING = 7


# Keys in tables, in table order.
STATE_KEYS = {
    LandState.BEFORE_MINING: "before_mining",
    LandState.ACTIVE: "active",
    LandState.RECLAIMED: "reclaimed",
    LandState.REDEVELOPED: "redeveloped",
    LandState.FLOODED: "flooded",
    LandState.OTHER: "other",
    LandState.NEVER_MINED: "never_mined",
}
# Status of formerly mined land by its use.
STATE_BY_USE = np.array(
    [
        LandState.OTHER,
        LandState.ACTIVE,
        LandState.RECLAIMED,
        LandState.REDEVELOPED,
        LandState.FLOODED,
    ],
    np.uint8,
)

USE_BY_GROUP = {SINK: LandUse.SINK, "built": LandUse.BUILT, "water": LandUse.WATER}


def uses_by_class(classes: Sequence[LandClass], disturbing: DisturbingClasses) -> ByteArray:
    """Return LandUse by class, (n,): disturbing groups are mined, sinks not included are OTHER."""

    def use_of(land_class: LandClass) -> LandUse:
        if disturbing.is_disturbing(land_class):
            return LandUse.MINE
        use = USE_BY_GROUP.get(land_class.group.casefold(), LandUse.OTHER)
        return (
            LandUse.OTHER if use == LandUse.SINK and not disturbing.is_included(land_class) else use
        )

    return np.array([use_of(land_class) for land_class in classes], np.uint8)


def first_mined_dates(uses: LandUses) -> IntArray:
    """Return the number of the first date at which land is mined, (n,); NO_DATE if never."""
    first = np.full(len(uses[0]), NO_DATE, np.int64)
    for date_number, use in enumerate(uses, 1):
        first[(first == NO_DATE) & (use == LandUse.MINE)] = date_number
    return first


def land_states(uses: LandUses, date_number: int, first: IntArray | None = None) -> ByteArray:
    """Return the LandState at a date, (n,); `first` is the result of first_mined_dates."""
    first = first_mined_dates(uses) if first is None else first
    state = STATE_BY_USE[uses[date_number - 1]]
    state[first > date_number] = LandState.BEFORE_MINING
    state[first == NO_DATE] = LandState.NEVER_MINED
    return state


def reclamation_dates(uses: LandUses, date_number: int) -> IntArray:
    """Return the first date of the current sink period after mining, (n,).

    Not interrupted by conversions between sinks; NO_DATE if no sink or not mined before.
    """
    return deque(iterate_reclamation_dates(uses[:date_number]), maxlen=1).pop()


def iterate_reclamation_dates(uses: LandUses) -> Iterator[IntArray]:
    """Yield the result of reclamation_dates for each date."""
    since, mined = np.full(len(uses[0]), NO_DATE, np.int64), np.zeros(len(uses[0]), np.bool_)
    for date_number, use in enumerate(uses, 1):
        is_sink = use == LandUse.SINK
        since[~is_sink] = NO_DATE
        since[is_sink & mined & (since == NO_DATE)] = date_number
        mined |= use == LandUse.MINE
        yield since.copy()


def make_change_detector(
    disturbing: DisturbingClasses,
) -> Callable[[Block], tuple[BoolArray, BoolArray]]:
    """Return a function giving masks of disturbance and reclamation in a block, (intervals, n)."""

    def changes(block: Block) -> tuple[BoolArray, BoolArray]:
        uses = np.array(uses_by_combination(block, disturbing))
        counts = True if block.valid is None else block.valid
        was_mined = np.logical_or.accumulate(uses == LandUse.MINE)[:-1]
        is_taken = (uses[:-1] != LandUse.MINE) & (uses[1:] == LandUse.MINE) & counts
        is_back = (uses[:-1] != LandUse.SINK) & (uses[1:] == LandUse.SINK) & was_mined & counts
        return is_taken, is_back

    return changes


def change_years(
    uses: LandUses, years: NDArray[np.integer] | None, ends: Sequence[int]
) -> IntArray | None:
    """Return the year of disturbance or reclamation by the date that shows it, (dates, n).

    0 if no raster gives a year in the interval or nothing changed; None without rasters of
    years.

    Args:
        years: years of disturbance and recovery as in scan/change_years, (2, n).
        ends: years of the dates.
    """
    if years is None:
        return None
    changed = np.zeros((len(uses), years.shape[1]), np.int64)
    for use, own in ((LandUse.MINE, years[0]), (LandUse.SINK, years[1])):
        for date_index in range(1, len(uses)):
            is_new = (uses[date_index] == use) & (uses[date_index - 1] != use)
            is_new &= (own > ends[date_index - 1]) & (own <= ends[date_index])
            changed[date_index, is_new] = own[is_new]
    return changed


def is_redisturbed(uses: LandUses) -> BoolArray:
    """Return whether land is mined, no longer mined at a later date, and mined again, (n,)."""
    again, left, mined = (np.zeros(len(uses[0]), np.bool_) for _ in range(3))
    for use in uses:
        is_mine = use == LandUse.MINE
        again |= is_mine & left
        left |= mined & ~is_mine
        mined |= is_mine
    return again


HISTORY_COLUMN = "history"
DATE_SEPARATOR = "; "

# A key may contain a semicolon.
SEPARATOR_PATTERN = re.compile(r";\s*(?=\d{4}(?:/\d{4})?\s)")
DATE_PATTERN = re.compile(r"(\d{4})(?:/(\d{4}))?\s+(.*\S)")


@dataclass(frozen=True, order=True)
class LandHistory:
    """Land-use history up to a year; empty if unknown.

    By date: year, class index, LandUse; `changed`: year of change to it, 0 if unknown.
    """

    years: tuple[int, ...] = ()
    class_indices: tuple[int, ...] = ()
    uses: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.years)

    @cached_property
    def reclamation_date(self) -> int:
        """Number of the date by which the land reclaimed in the last year was reclaimed."""
        uses = [np.array([use], np.uint8) for use in self.uses]
        return int(reclamation_dates(uses, len(uses))[0])

    @property
    def is_reclaimed(self) -> bool:
        """Whether formerly mined land is a sink in the last year."""
        return self.reclamation_date != NO_DATE

    @property
    def age_bounds(self) -> tuple[int, int]:
        """Minimum and maximum age of reclaimed land in the last year."""
        last, seen, before = (
            self.years[n - 1] for n in (0, self.reclamation_date, self.reclamation_date - 1)
        )
        year = self.changed[self.reclamation_date - 1] if self.changed else 0
        return (last - year, last - year) if year else (last - seen, last - before)

    @property
    def mined_sink_indices(self) -> set[int]:
        """Indices of the sinks converted to mined land."""
        steps = zip(self.class_indices, self.uses, self.uses[1:])
        return {
            index for index, use, after in steps if (use, after) == (LandUse.SINK, LandUse.MINE)
        }

    @property
    def sink_indices(self) -> set[int]:
        """Indices of all former and current sinks."""
        return {index for index, use in zip(self.class_indices, self.uses) if use == LandUse.SINK}


# For land without a known history.
UNKNOWN_HISTORY = LandHistory()


def format_history_date(date: Date, key: str, year: int = 0) -> str:
    """Return a date with its class key as part of a history in a table.

    Parts are joined by DATE_SEPARATOR: `1986 forest; 2009/2004 grass` (known year 2004).
    """
    return f"{date.year}/{year} {key}" if year else f"{date.year} {key}"


def read_history(row: Row, classes: Classes, uses: ByteArray, unknown: UnknownNames) -> LandHistory:
    """Return the history in a row of AGES, empty without one or with unknown classes."""
    text = row.text_value(HISTORY_COLUMN)
    if not text:
        return UNKNOWN_HISTORY
    parts = [DATE_PATTERN.fullmatch(part.strip()) for part in SEPARATOR_PATTERN.split(text)]
    dates = [part for part in parts if part is not None]
    years = tuple(int(part[1]) for part in dates)
    changed = tuple(int(part[2] or 0) for part in dates)
    of_steps = list(zip(years, years[1:], changed[1:]))
    is_wrong = any(y >= later or (year and not y < year <= later) for y, later, year in of_steps)
    if len(dates) < len(parts) or is_wrong or any(changed[:1]):
        raise row.make_error(
            "column 'history': '{text}' must list the class at each date, such as 1986 "
            "forest; 2000 dump; 2009 grass",
            text=text,
        )
    known: list[int] = []
    for _, _, name in (part.groups() for part in dates):
        class_index = classes.find_class(name)
        if class_index is None:
            unknown.add_name(CLASS_TERM, name, row.cell_location(HISTORY_COLUMN))
        else:
            known.append(class_index)
    if len(known) < len(dates):
        return UNKNOWN_HISTORY
    now = classes.find_class(row.text_value("class"))
    # An unknown class of the row is reported with the others.
    if str(years[-1]) != row.text_value("year") or now not in (known[-1], None):
        raise row.make_error(
            "column 'history': '{text}' must end with the year and class of the row", text=text
        )
    return LandHistory(years, tuple(known), tuple(int(uses[index]) for index in known), changed)


@dataclass(frozen=True)
class MinedLand:
    """The n combinations of a run or of a unit, with their mined land."""

    table: CombinationTable
    dates: Sequence[Date]
    classes: Classes
    disturbing: DisturbingClasses

    @cached_property
    def uses(self) -> list[ByteArray]:
        """LandUse of each combination, (n,) for each date."""
        by_class = uses_by_class(list(self.classes), self.disturbing)
        return [by_class[classes] for classes in self.table.classes_by_date]

    @cached_property
    def first_mined_dates(self) -> IntArray:
        """Number of the first date at which each combination is mined, (n,); 0: never."""
        return first_mined_dates(self.uses)

    @cached_property
    def change_years(self) -> IntArray | None:
        """Year of change of each combination, as returned by the function change_years."""
        if self.table.years is None:
            return None
        return change_years(self.uses, self.table.years.T, [int(date.year) for date in self.dates])

    @property
    def periods(self) -> list[Period]:
        """Periods between consecutive dates."""
        labels = [date.label for date in self.dates]
        return [
            Period(date_index, date_index + 1, f"{earlier}-{later}")
            for date_index, (earlier, later) in enumerate(zip(labels, labels[1:]))
        ]

    @property
    def class_names(self) -> NDArray[np.object_]:
        """Names of the classes."""
        return np.array([land_class.name for land_class in self.classes], object)

    @property
    def full_period(self) -> str:
        """Label of the period from the first to the last date."""
        return f"{self.dates[0].label}-{self.dates[-1].label}"

    def mined_area_by_date(self, census: CountResult) -> list[float]:
        """Return hectares of mined land by date from the class areas of the whole run."""
        is_mine = uses_by_class(list(self.classes), self.disturbing) == LandUse.MINE
        return [
            float(areas.hectares[FIRST_CLASS_CODE:][is_mine].sum()) for areas in census.dates.common
        ]

    def conversion_table(self, step: Period, kinds: IntArray, words: Sequence[str]) -> Table:
        """Return conversions of a period by class; `kinds`: indices of `words`, (n,), -1: none."""
        names, years = self.class_names, elapsed_years(self.dates, step)
        earlier, later = (self.table.classes[:, n] for n in (step.earlier, step.later))
        keys, cells, area = self.sum_by_keys(kinds >= 0, kinds, earlier, later)
        return Table(
            {
                "period": step.name,
                "kind": np.array(words, object)[keys[0]],
                "from_class": names[keys[1]],
                "to_class": names[keys[2]],
                "cells": cells,
                "area_ha": area,
                "ha_per_year": area / years if years else None,
            }
        )

    def sum_hectares(self, chosen: BoolArray) -> float:
        """Return hectares of combinations selected by a mask, (n,)."""
        return float(self.table.hectares[chosen].sum())

    def sum_by_keys(
        self, chosen: BoolArray, *keys: NDArray[np.integer]
    ) -> tuple[Sequence[NDArray[np.integer]], IntArray, FloatArray]:
        """Return distinct key tuples of selected combinations in order, with cells and hectares."""
        chosen_keys = [key[chosen].astype(np.int64) for key in keys]
        sizes = [int(key.max(initial=0)) + 1 for key in chosen_keys]
        occurring, rows = np.unique(np.ravel_multi_index(chosen_keys, sizes), return_inverse=True)
        cells = np.bincount(rows, self.table.cells[chosen]).astype(np.int64)
        hectares = np.bincount(rows, self.table.hectares[chosen]).astype(np.float64, copy=False)
        return np.unravel_index(occurring, sizes), cells, hectares


@dataclass(frozen=True)
class MinedLandMap:
    """Content of a raster of mined land.

    Attributes:
        title: title of the band.
        keys: function of the uses at all dates: a LandState or date number by trajectory.
        values: raster values by key; the first is NoData.
        legend: rows of value, label and colour.
    """

    title: Text
    keys: Callable[[LandUses], NDArray[np.integer]]
    values: NDArray[Any]
    legend: Sequence[tuple[int, Text, str]]

    def lookup_values(self, uses: LandUses) -> NDArray[Any]:
        """Return raster values of trajectories, (n,)."""
        shown: NDArray[Any] = self.values[self.keys(uses)]
        return shown


class MinedLandRaster(FixedLegendRaster):
    """A raster of mined land."""

    def __init__(
        self,
        writer: RasterWriter,
        path: str | Path,
        span: Period,
        disturbing: DisturbingClasses,
        shown: MinedLandMap,
    ):
        self.disturbing, self.shown = disturbing, shown
        legend = [(value, writer.translate(words), colour) for value, words, colour in shown.legend]
        dtype, nodata = shown.values.dtype, shown.values[0].item()
        # Colour tables of other data types are large or not supported.
        is_byte = dtype == np.uint8
        colours = {value: colour for value, _, colour in legend} if is_byte else None
        tiff = writer.create_geotiff(path, span, shown.title, dtype, nodata, colours)
        super().__init__(writer, tiff, legend)

    def compute_values(self, block: Block) -> NDArray[np.integer]:
        return self.shown.lookup_values(uses_by_combination(block, self.disturbing))

    def consistency_checks(self, output: str, land: MinedLand) -> list[Check]:
        """Return checks of written cells against the combinations; `output` names the raster."""
        values = self.shown.lookup_values(land.uses)
        return written_cell_checks(land.full_period, output, self, values, land.table.cells)


def uses_by_combination(block: Block, disturbing: DisturbingClasses) -> list[ByteArray]:
    """Return the LandUse of each combination, (n,) by date; OTHER without a class."""
    by_code = np.zeros(block.n_codes, np.uint8)
    by_code[FIRST_CLASS_CODE:] = uses_by_class(block.classes, disturbing)
    return [by_code[codes] for codes in block.codes]
