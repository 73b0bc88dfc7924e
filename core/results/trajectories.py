"""Trajectories: what land was at all dates, one combination of classes a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from ..base.columns import COLUMNS, Field, Kind, unique_names
from ..base.dates import Date, date_words
from ..base.messages import Message, Notes, Term
from ..base.numbers import NDArray, percent
from ..scan.census import Census, CombinationTable, times_changed
from ..scan.coding import FIRST_CLASS
from ..scheme.classes import Classes
from .closure import Check

# The columns behind those of the classes.
AFTER_CLASSES = ("times_changed", "cells", "area_ha", "share_pct")

# Rows that are made at a time, of as many as there are trajectories.
ROWS_AT_A_TIME = 1 << 12


def class_columns(dates: Sequence[Date]) -> list[str]:
    """The columns of TRAJECTORIES that hold classes: by year, or by position where one has none."""
    labels = [date.year for date in dates]
    if not all(labels):
        labels = [str(position) for position in range(1, len(dates) + 1)]
    return unique_names([f"class_{label}" for label in labels])


def trajectory_fields(columns: Sequence[str]) -> list[Field]:
    """The fields of TRAJECTORIES, which has a column of classes for each date."""
    return [
        *((column, Kind.TEXT) for column in columns),
        *((column, COLUMNS[column].kind) for column in AFTER_CLASSES),
    ]


class TrajectoryRows(Sequence[Mapping[str, object]]):
    """TRAJECTORIES: a row per combination, largest first, ties in the order of the classes.

    Rows are made when they are asked for: a million of them would fill the memory.

    Args:
        columns: those of the classes, date by date.
    """

    def __init__(self, table: CombinationTable, columns: Sequence[str], classes: Classes):
        self._table = table
        self._columns = columns
        self._names = np.array([land_class.name for land_class in classes], object)
        self._order = np.argsort(-table.hectares, kind="stable")
        self._total = float(table.hectares.sum())

    def __len__(self) -> int:
        return self._order.size

    def __getitem__(self, position: Any) -> Any:
        if isinstance(position, slice):
            return self._rows(self._order[position])
        return self._rows(self._order[[position]])[0]

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        for start in range(0, len(self), ROWS_AT_A_TIME):
            yield from self._rows(self._order[start : start + ROWS_AT_A_TIME])

    def _rows(self, combinations: NDArray[np.intp]) -> list[Mapping[str, object]]:
        classes = self._table.classes[combinations]
        columns = (
            times_changed(list(classes.T)),
            self._table.cells[combinations],
            self._table.hectares[combinations],
        )
        return [
            {
                **dict(zip(self._columns, names)),
                "times_changed": int(times),
                "cells": int(cells),
                "area_ha": float(area),
                "share_pct": percent(float(area), self._total),
            }
            for names, times, cells, area in zip(self._names[classes], *columns)
        ]


def trajectory_checks(
    table: CombinationTable, census: Census, dates: Sequence[Date], span: str
) -> list[Check]:
    """The combinations against all cells, the classes of each date, the matrix of each period."""
    size = len(census.cube.classes)
    valid, hectares = census.valid_cells, census.total_hectares
    area = Term("hectares of all trajectories = all hectares")
    checks = [
        Check(span, Term("cells of all trajectories = valid cells"), valid, table.cells.sum()),
        Check(span, area, hectares, table.hectares.sum()),
    ]
    for date, classes, alone in zip(dates, table.by_date, census.dates.common):
        counted = np.bincount(classes, table.cells, size)
        agree = np.minimum(counted, alone.cells[FIRST_CLASS:]).sum()
        label = date_words(date.label)
        what = Message("cells of trajectories that are the class areas of {date}", date=label)
        checks.append(Check(span, what, valid, agree))
    for period, cells, _ in census.cube.by_period():
        pairs = table.classes[:, period.earlier].astype(np.int64) * size
        pairs += table.classes[:, period.later]
        agree = np.minimum(np.bincount(pairs, table.cells, size * size), cells.ravel()).sum()
        of_matrix = Term("cells of trajectories that are those of the matrix")
        checks.append(Check(period.name, of_matrix, valid, agree))
    return checks


def trajectory_notes(rows: TrajectoryRows) -> Notes:
    """How many trajectories there are, for the log."""
    return Notes([Message("Different trajectories: {count:,}.", count=len(rows))])
