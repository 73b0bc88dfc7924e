"""Tables by unit: the rows of each unit, one unit after the other, and that they add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import overload

import numpy as np

from ..columns import COLUMNS, Field, fields_of
from ..dates import Date
from ..scan.census import Census
from .closure import Check

UNIT = "unit"

# What a subject makes of a count: the rows of its table.
RowsOf = Callable[[Census], Iterable[Mapping[str, object]]]


def fields_by_unit(table: type | Sequence[Field]) -> list[Field]:
    """The fields of a table that is given by unit.

    Args:
        table: the type of its rows, or its fields where the run decides on them.
    """
    fields = fields_of(table) if isinstance(table, type) else table
    return [(UNIT, COLUMNS[UNIT].kind), *fields]


class UnitRows(Sequence[Mapping[str, object]]):
    """The rows of a table by unit; made when they are asked for, those of a unit at a time.

    Args:
        units: what was counted in each.
        rows_of: gives the rows of a count.
    """

    def __init__(self, units: Iterable[tuple[str, Census]], rows_of: RowsOf):
        self._units, self._rows_of = units, rows_of
        self._length: int | None = None

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        length = 0
        for name, census in self._units:
            for row in self._rows_of(census):
                length += 1
                yield {UNIT: name, **row}
        self._length = length

    def __len__(self) -> int:
        if self._length is None:
            self._length = sum(1 for _ in self)
        return self._length

    @overload
    def __getitem__(self, place: int) -> Mapping[str, object]: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Mapping[str, object]]: ...

    def __getitem__(
        self, place: int | slice
    ) -> Mapping[str, object] | Sequence[Mapping[str, object]]:
        return list(self)[place]


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
        for found, tally in zip(dates_found, part.dates.common):
            found += tally.cells
        for matrix, cells in zip(matrices, part.cube.cells):
            matrix += cells
    checks = []
    for date, found, tally in zip(dates, dates_found, census.dates.common):
        what = "cells of all units that are the class areas"
        agree = np.minimum(found, tally.cells).sum()
        checks.append(Check(date.label, what, census.valid_cells, agree))
    for period, matrix, cells in zip(census.cube.periods, matrices, census.cube.cells):
        what = "cells of all units that are those of the matrix"
        agree = np.minimum(matrix, cells).sum()
        checks.append(Check(period.name, what, census.valid_cells, agree))
    what = "hectares of all units = all hectares"
    checks.append(Check(dates[0].label, what, census.total_hectares, hectares))
    return checks
