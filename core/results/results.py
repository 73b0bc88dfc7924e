"""Results derived from the count of any series, calculated on demand, and cell counts.

Also tables by unit: rows of each unit in turn, and checks of their sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Any, Union

import numpy as np

from ..base.data_dictionary import COLUMNS, ColumnKind, Field, get_table_fields, make_unique_names
from ..base.dates import Date, Period, interval_years
from ..base.messages import MissingResult, Term
from ..base.table import Table
from ..raster.reader import MASKED_CODE, NODATA_CODE, OUTSIDE_CODE
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import CombinationTable, CountResult, DateTallies
from ..scan.series import Series
from ..scan.units import UnitColumns
from .closure import Check
from .transfers import class_change_rows, matrix_checks, share_rows, transfer_rows

AUDIT = (
    "year layer grid_cells valid_cells nodata_cells outside_cells unlisted_cells counted_cells "
    "grid_ha counted_ha resampled masked_cells"
)


class Results:
    """Results derived from the count of any series.

    Args:
        more: additional checks, appended to those of every series.

    Attributes:
        labels: labels of the dates.
        steps: periods between consecutive dates.
        years: length of the periods in years, including the full period; None if unknown.
    """

    def __init__(self, series: Series, census: CountResult, more: Sequence[Check] = ()):
        self.series, self.census, self._more = series, census, more
        self.cube, self.dates = census.cube, series.dates
        self.classes = self.cube.classes
        self.labels = [date.label for date in self.dates]
        self.steps = self.cube.periods[: len(self.dates) - 1]
        self.years = [interval_years(self.dates, period) for period in self.cube.periods]

    @property
    def full_period(self) -> Period:
        """Period from the first date to the last."""
        return self.cube.periods[-1]

    @property
    def histories(self) -> CombinationTable | MissingResult:
        """Land-use histories over all dates; MissingResult if not counted."""
        return self.census.histories or MissingResult()

    @cached_property
    def audit(self) -> Table:
        return audit_rows(self.series, self.census)

    @cached_property
    def areas(self) -> Table:
        return share_rows(self.dates, self.classes, self.census.dates.common)

    @cached_property
    def areas_by_date(self) -> list[Table]:
        """Rows of `areas` by date; all dates have the same classes."""
        return self.areas.split_rows(len(self.dates))

    @cached_property
    def transfers(self) -> Table:
        return transfer_rows(self.cube)

    @cached_property
    def class_changes(self) -> Table:
        return class_change_rows(self.cube)

    @cached_property
    def consistency_checks(self) -> list[Check]:
        """Checks that dates, matrices and units agree; matrices of the counted periods only."""
        tallies = self.census.dates
        return [
            *date_checks(self.dates, tallies, self.series.window.cell_count),
            *matrix_checks(self.cube, self.dates, tallies),
            *unit_checks(self.census, self.dates),
            *self._more,
        ]

    def with_census(self, census: CountResult) -> Results:
        """Return the results of the count of a part of the series."""
        return Results(self.series, census)


def audit_rows(series: Series, census: CountResult) -> Table:
    """Return the AUDIT table: cell counts of the grid by status at each date."""
    unlisted = [n + FIRST_CLASS_CODE for n, c in enumerate(census.cube.classes) if not c.listed]
    if len(unlisted) == len(census.cube.classes):
        unlisted = []  # where nothing is named, no value is missing from the names
    rows = []
    for raster, tally in zip(series.rasters, census.dates.own):
        groups = (slice(None), slice(FIRST_CLASS_CODE, None), NODATA_CODE, OUTSIDE_CODE, unlisted)
        cells = [int(tally.cells[group].sum()) for group in groups]
        areas = float(tally.hectares.sum()), census.valid_area_ha
        last = raster.onto is not None, int(tally.cells[MASKED_CODE])
        date = raster.date
        rows.append((date.year or None, date.layer, *cells, census.valid_cells, *areas, *last))
    return Table.from_rows(AUDIT, rows)


def date_checks(dates: Sequence[Date], tallies: DateTallies, grid_cells: int) -> list[Check]:
    """Return checks by date: valid + excluded cells are all cells, common cells are the same."""
    valid = tallies.common[0].cells[FIRST_CLASS_CODE:].sum()
    area = tallies.own[0].hectares.sum()
    checks = []
    for date, own, common in zip(dates, tallies.own, tallies.common):
        what = Term("valid cells + excluded cells = grid cells")
        checks.append(Check(date.label, what, grid_cells, own.cells.sum()))
        what = Term("total area = total area at the first date")
        checks.append(Check(date.label, what, area, own.hectares.sum()))
        what = Term("sum of cells by class = cells valid at all dates")
        checks.append(Check(date.label, what, valid, common.cells.sum()))
    return checks


UNIT_COLUMN = "unit"
# First columns of the polygon layer of units.
POLYGON_COLUMNS = (UNIT_COLUMN, "cells", "area_ha")

# Maximum number of rows that are kept; more would fill the memory.
MAX_KEPT_ROWS = 1 << 17

# Column names of a table, its row type, or its fields if the run determines them.
ColumnSpec = Union[str, type, Sequence[Field]]
# Function that builds the rows of a table from a count.
RowBuilder = Callable[[CountResult], Iterable[Mapping[str, object]]]


class UnitRows(Sequence[Mapping[str, object]]):
    """Rows of a table by unit, generated on demand if there are too many to keep."""

    def __init__(self, census: CountResult, rows_of: RowBuilder, whole: str = ""):
        self._census, self._rows_of, self._whole = census, rows_of, whole
        rows = self._generate_rows()
        first = list(islice(rows, MAX_KEPT_ROWS + 1))
        self._kept = first if len(first) <= MAX_KEPT_ROWS else None
        self._length = len(first) + sum(1 for _ in rows)

    def _generate_rows(self) -> Iterator[Mapping[str, object]]:
        # Generated one by one: the counts of many units would fill the memory.
        of_all = [(self._whole, self._census)] if self._whole else []
        for name, census in chain(of_all, self._census.units or ()):
            for row in self._rows_of(census):
                yield {UNIT_COLUMN: name, **row}

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        return self._generate_rows() if self._kept is None else iter(self._kept)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, position: Any) -> Any:
        return list(self)[position]


def results_by_unit(
    census: CountResult, table: ColumnSpec, rows_of: RowBuilder, whole: str = ""
) -> tuple[Sequence[Field], Sequence[Mapping[str, object]]]:
    """Return the fields and rows of a table, by unit if the run has units.

    Args:
        whole: name of the rows for all units together, which come first.
    """
    fields = get_table_fields(table) if isinstance(table, (type, str)) else table
    if census.units is not None:
        return [(UNIT_COLUMN, COLUMNS[UNIT_COLUMN].kind), *fields], UnitRows(census, rows_of, whole)
    rows = rows_of(census)
    # Lazily generated rows must not be held in memory all at once.
    return fields, rows if isinstance(rows, Sequence) else list(rows)


def unit_checks(census: CountResult, dates: Sequence[Date]) -> list[Check]:
    """Return checks of unit sums: classes by date, matrix by period; empty without units."""
    if census.units is None:
        return []
    hectares = 0.0
    dates_found = [np.zeros_like(tally.cells) for tally in census.dates.common]
    matrices = [np.zeros_like(cells) for cells in census.cube.cells]
    for _, part in census.units:
        hectares += part.valid_area_ha
        for counted, tally in zip(dates_found, part.dates.common):
            counted += tally.cells
        for matrix, cells in zip(matrices, part.cube.cells):
            matrix += cells
    checks, valid = [], census.valid_cells
    what = Term("unit areas sum to class areas, cells")
    for date, counted, tally in zip(dates, dates_found, census.dates.common):
        checks.append(Check(date.label, what, valid, np.minimum(counted, tally.cells).sum()))
    what = Term("unit totals equal to the matrix, cells")
    for period, matrix, cells in zip(census.cube.periods, matrices, census.cube.cells):
        checks.append(Check(period.name, what, valid, np.minimum(matrix, cells).sum()))
    what = Term("sum of unit areas = total area")
    return [*checks, Check(dates[0].label, what, census.valid_area_ha, hectares)]


def polygon_column_names(columns: Sequence[UnitColumns]) -> list[str]:
    """Return unique names of all columns for a polygon layer."""
    names = [name for subject in columns for name in subject.names]
    return make_unique_names(names, ("fid", *POLYGON_COLUMNS))


def polygon_fields(columns: Sequence[UnitColumns]) -> list[Field]:
    """Return the fields of a polygon layer with these columns."""
    first = [(name, COLUMNS[name].kind) for name in POLYGON_COLUMNS]
    return [*first, *((name, ColumnKind.REAL) for name in polygon_column_names(columns))]


def polygon_row(
    unit: str, census: CountResult, columns: Sequence[UnitColumns]
) -> dict[str, object]:
    """Return the attributes of a unit polygon."""
    values = (value for subject in columns for value in subject.of(census))
    sizes = unit, census.valid_cells, census.valid_area_ha
    return {**dict(zip(POLYGON_COLUMNS, sizes)), **dict(zip(polygon_column_names(columns), values))}


def polygon_rows(
    units: Sequence[str], census: CountResult, columns: Sequence[UnitColumns]
) -> list[dict[str, object]]:
    """Return the attributes of all unit polygons, with 0 cells for units without valid cells."""
    rows = {unit: polygon_row(unit, part, columns) for unit, part in census.units or ()}
    empty = dict.fromkeys(polygon_column_names(columns))
    return [
        rows.get(unit) or {**dict(zip(POLYGON_COLUMNS, (unit, 0, 0.0))), **empty} for unit in units
    ]
