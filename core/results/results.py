"""What follows from the count of any series, when it is asked for; what became of every cell.

Tables by unit: the rows of each unit, one unit after the other, and that they add up.
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
    """What follows from the count of any series.

    Args:
        more: checks of a subject, which come after those of any series.

    Attributes:
        labels: what the dates are called.
        steps: the periods from each date to the next.
        years: how many years the periods have, the span among them; None where not known.
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
        """The period from the first date to the last."""
        return self.cube.periods[-1]

    @property
    def histories(self) -> CombinationTable | MissingResult:
        """What land was at all dates; missing where it was not counted."""
        return self.census.histories or MissingResult()

    @cached_property
    def audit(self) -> Table:
        return audit_rows(self.series, self.census)

    @cached_property
    def areas(self) -> Table:
        return share_rows(self.dates, self.classes, self.census.dates.common)

    @cached_property
    def areas_by_date(self) -> list[Table]:
        """The rows of `areas` date by date; every date has the same classes."""
        return self.areas.split_rows(len(self.dates))

    @cached_property
    def transfers(self) -> Table:
        return transfer_rows(self.cube)

    @cached_property
    def class_changes(self) -> Table:
        return class_change_rows(self.cube)

    @cached_property
    def consistency_checks(self) -> list[Check]:
        """That the dates and the matrices agree; matrices are of the periods counted, if any."""
        tallies = self.census.dates
        return [
            *date_checks(self.dates, tallies, self.series.window.cell_count),
            *matrix_checks(self.cube, self.dates, tallies),
            *unit_checks(self.census, self.dates),
            *self._more,
        ]

    def with_census(self, census: CountResult) -> Results:
        """What follows from the count of a part of the series."""
        return Results(self.series, census)


def audit_rows(series: Series, census: CountResult) -> Table:
    """AUDIT: what became of every cell of the grid at each date."""
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
    """Per date: valid cells and cells left out are all cells; common cells are the same."""
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
# What the polygon of a unit tells of it first.
POLYGON_COLUMNS = (UNIT_COLUMN, "cells", "area_ha")

# So many rows are kept for the next time that they are asked for; more would fill the memory.
MAX_KEPT_ROWS = 1 << 17

# The names of a table's columns, the type of its rows, or its fields where the run decides on them.
ColumnSpec = Union[str, type, Sequence[Field]]
# What a subject makes of a count: the rows of its table.
RowBuilder = Callable[[CountResult], Iterable[Mapping[str, object]]]


class UnitRows(Sequence[Mapping[str, object]]):
    """The rows of a table by unit; made when asked for, where they are too many to keep."""

    def __init__(self, census: CountResult, rows_of: RowBuilder, whole: str = ""):
        self._census, self._rows_of, self._whole = census, rows_of, whole
        rows = self._generate_rows()
        first = list(islice(rows, MAX_KEPT_ROWS + 1))
        self._kept = first if len(first) <= MAX_KEPT_ROWS else None
        self._length = len(first) + sum(1 for _ in rows)

    def _generate_rows(self) -> Iterator[Mapping[str, object]]:
        # One after the other: kept together the counts of many units fill the memory.
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
    """The fields and the rows of a table, by unit where the run has units.

    Args:
        whole: what all units together are called, whose rows then stand before theirs.
    """
    fields = get_table_fields(table) if isinstance(table, (type, str)) else table
    if census.units is not None:
        return [(UNIT_COLUMN, COLUMNS[UNIT_COLUMN].kind), *fields], UnitRows(census, rows_of, whole)
    rows = rows_of(census)
    # Those that are made when they are asked for are not to be in memory all at once.
    return fields, rows if isinstance(rows, Sequence) else list(rows)


def unit_checks(census: CountResult, dates: Sequence[Date]) -> list[Check]:
    """The units, added up, against the classes of each date and the matrix of each period.

    None where the run has no units. Both are counted by themselves in the pass.
    """
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
    """The names of all columns, no two the same, as a layer of polygons has them."""
    names = [name for subject in columns for name in subject.names]
    return make_unique_names(names, ("fid", *POLYGON_COLUMNS))


def polygon_fields(columns: Sequence[UnitColumns]) -> list[Field]:
    """The fields of a layer of polygons with these columns."""
    first = [(name, COLUMNS[name].kind) for name in POLYGON_COLUMNS]
    return [*first, *((name, ColumnKind.REAL) for name in polygon_column_names(columns))]


def polygon_row(
    unit: str, census: CountResult, columns: Sequence[UnitColumns]
) -> dict[str, object]:
    """What the polygon of a unit tells of what was counted in it."""
    values = (value for subject in columns for value in subject.of(census))
    sizes = unit, census.valid_cells, census.valid_area_ha
    return {**dict(zip(POLYGON_COLUMNS, sizes)), **dict(zip(polygon_column_names(columns), values))}


def polygon_rows(
    units: Sequence[str], census: CountResult, columns: Sequence[UnitColumns]
) -> list[dict[str, object]]:
    """What the polygons of units tell: a row for each, with 0 cells where none counts."""
    rows = {unit: polygon_row(unit, part, columns) for unit, part in census.units or ()}
    empty = dict.fromkeys(polygon_column_names(columns))
    return [
        rows.get(unit) or {**dict(zip(POLYGON_COLUMNS, (unit, 0, 0.0))), **empty} for unit in units
    ]
