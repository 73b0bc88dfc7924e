"""Tables by unit: the rows of each unit, one unit after the other, and that they add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np

from ..base.columns import COLUMNS, Field, Kind, fields_of, unique_names
from ..base.dates import Date
from ..base.messages import Term
from ..scan.census import Census
from ..scan.units import UnitColumns
from .closure import Check

UNIT = "unit"
# What the polygon of a unit tells of it first.
OF_POLYGON = (UNIT, "cells", "area_ha")

# So many rows are kept for the next time that they are asked for; more would fill the memory.
MOST_KEPT = 1 << 17

# What a subject makes of a count: the rows of its table.
RowsOf = Callable[[Census], Iterable[Mapping[str, object]]]


def fields_by_unit(table: type | Sequence[Field]) -> list[Field]:
    """The fields of a table that is given by unit."""
    fields = fields_of(table) if isinstance(table, type) else table
    return [(UNIT, COLUMNS[UNIT].kind), *fields]


class UnitRows(Sequence[Mapping[str, object]]):
    """The rows of a table by unit; made when asked for, where they are too many to keep."""

    def __init__(self, units: Iterable[tuple[str, Census]], rows_of: RowsOf):
        self._units, self._rows_of = units, rows_of
        first = list(islice(self._made(), MOST_KEPT + 1))
        self._kept = first if len(first) <= MOST_KEPT else None
        self._length = len(first) if self._kept is not None else sum(1 for _ in self._made())

    def _made(self) -> Iterator[Mapping[str, object]]:
        for name, census in self._units:
            for row in self._rows_of(census):
                yield {UNIT: name, **row}

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        return self._made() if self._kept is None else iter(self._kept)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, position: Any) -> Any:
        return list(self)[position]


def by_unit(
    census: Census, table: type | Sequence[Field], rows_of: RowsOf, whole: str = ""
) -> tuple[Sequence[Field], Sequence[Mapping[str, object]]]:
    """The fields and the rows of a table, by unit where the run has units.

    Args:
        table: the type of its rows, or its fields where the run decides on them.
        whole: what all units together are called, whose rows then stand before theirs.
    """
    if census.units is not None:
        units = [(whole, census), *census.units] if whole else census.units
        return fields_by_unit(table), UnitRows(units, rows_of)
    rows = rows_of(census)
    # Those that are made when they are asked for are not to be in memory all at once.
    kept = rows if isinstance(rows, Sequence) else list(rows)
    return fields_of(table) if isinstance(table, type) else table, kept


def unit_checks(census: Census, dates: Sequence[Date]) -> list[Check]:
    """The units, added up, against the classes of each date and the matrix of each period.

    None where the run has no units. Both are counted by themselves in the pass.
    """
    if census.units is None:
        return []
    hectares = 0.0
    dates_found = [np.zeros_like(tally.cells) for tally in census.dates.common]
    matrices = [np.zeros_like(cells) for cells in census.cube.cells]
    for _, part in census.units:
        hectares += part.total_hectares
        for counted, tally in zip(dates_found, part.dates.common):
            counted += tally.cells
        for matrix, cells in zip(matrices, part.cube.cells):
            matrix += cells
    checks, valid = [], census.valid_cells
    what = Term("cells of all units that are the class areas")
    for date, counted, tally in zip(dates, dates_found, census.dates.common):
        checks.append(Check(date.label, what, valid, np.minimum(counted, tally.cells).sum()))
    what = Term("cells of all units that are those of the matrix")
    for period, matrix, cells in zip(census.cube.periods, matrices, census.cube.cells):
        checks.append(Check(period.name, what, valid, np.minimum(matrix, cells).sum()))
    what = Term("hectares of all units = all hectares")
    return [*checks, Check(dates[0].label, what, census.total_hectares, hectares)]


def polygon_columns(columns: Sequence[UnitColumns]) -> list[str]:
    """The names of all columns, no two the same, as a layer of polygons has them."""
    names = [name for subject in columns for name in subject.names]
    return unique_names(names, ("fid", *OF_POLYGON))


def polygon_fields(columns: Sequence[UnitColumns]) -> list[Field]:
    """The fields of a layer of polygons with these columns."""
    return [
        *((name, COLUMNS[name].kind) for name in OF_POLYGON),
        *((name, Kind.REAL) for name in polygon_columns(columns)),
    ]


def polygon_row(unit: str, census: Census, columns: Sequence[UnitColumns]) -> dict[str, object]:
    """What the polygon of a unit tells of what was counted in it."""
    values = (value for subject in columns for value in subject.of(census))
    sizes = unit, census.valid_cells, census.total_hectares
    return {**dict(zip(OF_POLYGON, sizes)), **dict(zip(polygon_columns(columns), values))}


def polygon_rows(
    units: Sequence[str], census: Census, columns: Sequence[UnitColumns]
) -> list[dict[str, object]]:
    """What the polygons of units tell: a row for each, with 0 cells where none counts."""
    rows = {unit: polygon_row(unit, part, columns) for unit, part in census.units or ()}
    empty = dict.fromkeys(polygon_columns(columns))
    return [rows.get(unit) or {**dict(zip(OF_POLYGON, (unit, 0, 0.0))), **empty} for unit in units]
