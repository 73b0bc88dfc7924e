"""Trajectories: land use at all dates, number and date of class changes, and suspicious
trajectories by rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..base.colours import FALLBACK_COLOURS, interpolate_ramp
from ..base.data_dictionary import ColumnKind, Field, get_table_fields, make_unique_names
from ..base.dates import Date, Period, format_date, get_date_values, warn_date_values
from ..base.messages import DataError, Message, Notes, Term
from ..base.numbers import ByteArray, NDArray, compute_percent, safe_divide
from ..base.table import Row, Table
from ..scan.block import Block
from ..scan.cell_raster import FixedLegendRaster
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.consumer import RasterWriter
from ..scan.count_result import (
    NEVER_CHANGED,
    CombinationTable,
    CountResult,
    count_changes,
    last_change_values,
)
from ..scheme.classes import Classes
from ..scheme.implausible_rules import (
    FIRST_KIND_VALUE,
    NOT_SUSPECT_VALUE,
    SuspectRules,
    SuspectTrajectories,
)
from .closure import Check, written_cell_checks

CHANGE_COUNT_NODATA = 255

# Neutral for unchanged land, then from rare to frequent change.
NEVER_CHANGED_COLOUR = "#e6e8e2"
CHANGE_COUNT_RAMP = ("#fdcc8a", "#fc8d59", "#b30000")


# Columns after the classes in TRAJECTORIES.
CHANGE_COUNTS = "times_changed cells area_ha share_pct"
SUSPECTS = "kind from_class via_class to_class period cells area_ha why"


def change_count_rows(table: CombinationTable) -> Table:
    """Return the CHANGE_COUNTS table: land by number of class changes that occurs."""
    times, total = count_changes(table.classes_by_date), float(table.hectares.sum())
    rows = []
    for count in map(int, np.unique(times)):
        area = float(table.hectares[times == count].sum())
        rows.append(
            (count, int(table.cells[times == count].sum()), area, compute_percent(area, total))
        )
    return Table.from_rows(CHANGE_COUNTS, rows)


def areas_by_change_count(rows: Sequence[Row]) -> tuple[float, float, float]:
    """Return the hectares without, with one, and with several class changes."""
    areas = {row["times_changed"]: row["area_ha"] for row in rows}
    often = sum(area for times, area in areas.items() if times > 1)
    return areas.get(0, 0.0), areas.get(1, 0.0), float(often)


def change_count_colours(most: int) -> dict[int, str]:
    """Return a colour for each possible number of changes."""
    return {
        times: interpolate_ramp(CHANGE_COUNT_RAMP, (times - 1) / max(1, most - 1))
        if times
        else NEVER_CHANGED_COLOUR
        for times in range(most + 1)
    }


class ChangeCountRaster(FixedLegendRaster):
    """Raster of the number of class changes in the series; legend: every possible number."""

    def __init__(self, writer: RasterWriter, path: str | Path, span: Period):
        most = len(writer.series.rasters) - 1
        if most >= CHANGE_COUNT_NODATA:
            raise DataError(
                "TIMES_CHANGED: {dates} dates may have more than {most} changes; use fewer layers",
                most=CHANGE_COUNT_NODATA - 1,
                dates=most + 1,
            )
        colours, title = (
            change_count_colours(most),
            Message("Number of class changes, {period}", period=span.name),
        )
        tiff = writer.create_geotiff(path, span, title, np.uint8, CHANGE_COUNT_NODATA, colours)
        super().__init__(writer, tiff, [(n, str(n), colour) for n, colour in colours.items()])

    def compute_values(self, block: Block) -> ByteArray:
        return count_changes(block.codes).astype(np.uint8)


def change_count_checks(
    table: CombinationTable, rows: Sequence[Row], span: str, raster: ChangeCountRaster | None
) -> list[Check]:
    """Return checks of CHANGE_COUNTS and the raster against the combinations."""
    what, hectares = Term("sum of areas by number of changes = total area"), table.hectares.sum()
    checks = [Check(span, what, hectares, sum(row["area_ha"] for row in rows))]
    if raster is not None:
        times = count_changes(table.classes_by_date)
        checks += written_cell_checks(span, "TIMES_CHANGED", raster, times, table.cells)
    return checks


# From early to recent changes.
YEAR_RAMP = ("#c7e9b4", "#41b6c4", "#253494")


class LastChangeRaster(FixedLegendRaster):
    """Raster of the date of the last change, NoData without; legend: all dates but the first."""

    def __init__(self, writer: RasterWriter, path: str | Path, span: Period):
        dates = writer.series.dates
        self._values = get_date_values(dates)
        # Layers of the same year share a value.
        labels = dict(zip(self._values[1:], (date.label for date in dates[1:])))
        last = max(1, len(labels) - 1)
        legend = [
            (value, label, interpolate_ramp(YEAR_RAMP, rank / last))
            for rank, (value, label) in enumerate(labels.items())
        ]
        title = Message("Last change, {period}", period=span.name)
        super().__init__(
            writer, writer.create_geotiff(path, span, title, np.uint16, NEVER_CHANGED), legend
        )

    def compute_values(self, block: Block) -> NDArray[np.uint16]:
        return last_change_values(block.codes, self._values)


def last_change_raster_checks(
    table: CombinationTable, dates: Sequence[Date], span: str, raster: LastChangeRaster
) -> list[Check]:
    """Return checks of the raster against the combinations."""
    last = last_change_values(table.classes_by_date, get_date_values(dates))
    return written_cell_checks(span, "LAST_CHANGED", raster, last, table.cells)


def last_change_notes(dates: Sequence[Date]) -> Notes:
    """Return log messages on the values of the raster."""
    notes = Notes()
    warn_date_values("LAST_CHANGED", dates, notes)
    return notes


# Number of rows generated at a time.
ROW_CHUNK_SIZE = 1 << 12


def class_columns(dates: Sequence[Date]) -> list[str]:
    """Return the class columns of TRAJECTORIES, by year, or by position if a year is missing."""
    labels = [date.year for date in dates]
    if not all(labels):
        labels = [str(position) for position in range(1, len(dates) + 1)]
    return make_unique_names([f"class_{label}" for label in labels])


def trajectory_fields(columns: Sequence[str]) -> list[Field]:
    """Return the fields of TRAJECTORIES, with a class column for each date."""
    return [*((column, ColumnKind.TEXT) for column in columns), *get_table_fields(CHANGE_COUNTS)]


class TrajectoryRows(Sequence[Mapping[str, object]]):
    """Rows of TRAJECTORIES: one per combination, largest first, ties in class order.

    Generated on demand to save memory. `columns` are the class columns by date.
    """

    def __init__(self, table: CombinationTable, columns: Sequence[str], classes: Classes):
        self._table, self._columns = table, columns
        self._names = np.array([land_class.name for land_class in classes], object)
        self._order = np.argsort(-table.hectares, kind="stable")
        self._total = float(table.hectares.sum())

    def __len__(self) -> int:
        return self._order.size

    def __getitem__(self, position: Any) -> Any:
        if isinstance(position, slice):
            return self._build_rows(self._order[position])
        return self._build_rows(self._order[[position]])[0]

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        for start in range(0, len(self), ROW_CHUNK_SIZE):
            yield from self._build_rows(self._order[start : start + ROW_CHUNK_SIZE])

    def _build_rows(self, combinations: NDArray[np.intp]) -> Table:
        of_date = self._table.classes[combinations].T
        area = self._table.hectares[combinations]
        columns = {
            **dict(zip(self._columns, self._names[of_date])),
            "times_changed": count_changes(list(of_date)),
            "cells": self._table.cells[combinations],
            "area_ha": area,
            "share_pct": safe_divide(100.0 * area, self._total),
        }
        return Table(columns)


def trajectory_checks(
    table: CombinationTable, census: CountResult, dates: Sequence[Date], span: str
) -> list[Check]:
    """Return checks of combinations against all cells, classes by date, matrices by period."""
    size = len(census.cube.classes)
    valid, hectares = census.valid_cells, census.valid_area_ha
    area = Term("sum of trajectory areas = total area")
    checks = [
        Check(span, Term("sum of trajectory cells = valid cells"), valid, table.cells.sum()),
        Check(span, area, hectares, table.hectares.sum()),
    ]
    for date, classes, alone in zip(dates, table.classes_by_date, census.dates.common):
        counted = np.bincount(classes, table.cells, size)
        agree = np.minimum(counted, alone.cells[FIRST_CLASS_CODE:]).sum()
        label = format_date(date.label)
        what = Message("trajectory areas sum to class areas of {date}, cells", date=label)
        checks.append(Check(span, what, valid, agree))
    for period, cells, _ in census.cube.iterate_periods():
        pairs = table.classes[:, period.earlier].astype(np.int64) * size
        pairs += table.classes[:, period.later]
        agree = np.minimum(np.bincount(pairs, table.cells, size * size), cells.ravel()).sum()
        of_matrix = Term("trajectory totals = matrix totals, cells")
        checks.append(Check(period.name, of_matrix, valid, agree))
    return checks


SUSPECT_NODATA = 0

NOT_SUSPICIOUS_LABEL = Term("Not suspicious")
# Kinds of the default rules: unchanged in tables, translated in the legend.
KIND_LABELS = {"impossible": Term("impossible"), "suspicious": Term("suspicious")}

# Neutral for cells without a match, and colours of the kinds in order: impossible is darkest.
NOT_SUSPICIOUS_COLOUR = "#e6e8e2"
KIND_COLOURS = ("#6a1b54", "#e66101", "#2b83ba", *FALLBACK_COLOURS)


class ImplausibleChanges:
    """Matches of the rules among the combinations of a run.

    Attributes:
        rows: SUSPECTS. A row per rule, period and classes, in the order of rules and time,
            largest first; without from and via for rules about one date. Rows overlap: a
            cell may be in several.
        hectares: area with any match, each cell once.
    """

    def __init__(
        self, rules: SuspectRules, table: CombinationTable, dates: Sequence[Date], classes: Classes
    ):
        self._table, self._dates, self._classes = table, dates, classes
        parts, fits = [], np.zeros(len(table.cells), np.bool_)
        for suspect in rules.iter_matches(table.classes_by_date, list(classes)):
            parts.append(self._rule_rows(suspect))
            fits |= suspect.fits
        self.rows = Table.concatenate_tables(parts, SUSPECTS)
        self.hectares = float(table.hectares[fits].sum())

    def _rule_rows(self, suspect: SuspectTrajectories) -> Table:
        """Return the rows of one rule and period, largest first, ties in class order."""
        rule, start, end = suspect.rule, suspect.start, suspect.end
        combinations, size = np.flatnonzero(suspect.fits), len(self._classes)
        triples = np.zeros(combinations.size, np.int64)
        for date, counts in ((start, rule.source), (end - 1, rule.via), (end, rule.target)):
            triples *= size
            if counts:
                triples += self._table.classes[combinations, date]
        occurring, rows = np.unique(triples, return_inverse=True)
        cells = np.bincount(rows, self._table.cells[combinations])
        hectares = np.bincount(rows, self._table.hectares[combinations])
        names = np.array([land_class.name for land_class in self._classes], object)
        first, between, last = np.unravel_index(occurring, (size,) * 3)
        period = self._dates[end].label
        if start < end:
            period = f"{self._dates[start].label}-{period}"
        columns = {
            "kind": rule.kind,
            "from_class": names[first] if rule.source else None,
            "via_class": names[between] if rule.via else None,
            "to_class": names[last],
            "period": period,
            "cells": cells.astype(np.int64),
            "area_ha": hectares,
            "why": rule.why,
        }
        by_area: Table = Table(columns)[np.argsort(-hectares, kind="stable")]
        return by_area

    def notes(self) -> Notes:
        """Return a log message on the area of suspicious trajectories."""
        return Notes([Message("Suspicious trajectories: {area:,.2f} ha.", area=self.hectares)])


class ImplausibleChangeRaster(FixedLegendRaster):
    """Raster of the kind of each trajectory's first matching rule; legend: none and all kinds."""

    def __init__(self, writer: RasterWriter, path: str | Path, span: Period, rules: SuspectRules):
        self._rules = rules
        legend = [
            (NOT_SUSPECT_VALUE, writer.translate(NOT_SUSPICIOUS_LABEL), NOT_SUSPICIOUS_COLOUR)
        ]
        for value, kind in rules.kinds.items():
            colour = KIND_COLOURS[(value - FIRST_KIND_VALUE) % len(KIND_COLOURS)]
            legend.append((value, writer.translate(KIND_LABELS.get(kind, kind)), colour))
        colours = {value: colour for value, _, colour in legend}
        title = Message("Suspicious trajectories, {period}", period=span.name)
        tiff = writer.create_geotiff(path, span, title, np.uint8, SUSPECT_NODATA, colours)
        super().__init__(writer, tiff, legend)

    def compute_values(self, block: Block) -> ByteArray:
        values = np.full(block.cells.size, SUSPECT_NODATA, np.uint8)
        valid = slice(None) if block.valid is None else block.valid
        dates = [codes[valid] - FIRST_CLASS_CODE for codes in block.codes]
        values[valid] = self._rules.kind_values(dates, block.classes)
        return values


def implausible_change_checks(
    table: CombinationTable,
    rules: SuspectRules,
    classes: Classes,
    span: str,
    raster: ImplausibleChangeRaster | None,
) -> list[Check]:
    """Return checks of the raster against the combinations."""
    if raster is None:
        return []
    kinds = rules.kind_values(table.classes_by_date, list(classes))
    return written_cell_checks(span, "SUSPECT_MAP", raster, kinds, table.cells)
