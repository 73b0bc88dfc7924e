"""Tables by column: built from arrays, displayed and written by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

Row = dict[str, Any]


class Table(Sequence[Row]):
    """Columns of equal length (scalars are repeated); as a sequence, rows with None for NaN."""

    def __init__(self, columns: Mapping[str, Any]):
        sizes = [len(c) for c in columns.values() if isinstance(c, (list, np.ndarray))]
        self.size = sizes[0] if sizes else 1
        self.columns = {
            name: _to_column_array(values, self.size) for name, values in columns.items()
        }

    @staticmethod
    def from_rows(names: str, rows: Iterable[Sequence[object]]) -> Table:
        """Create a table of named columns from rows of values."""
        columns = [list(values) for values in zip(*rows)] or [[]] * len(names.split())
        return Table(dict(zip(names.split(), columns)))

    @staticmethod
    def concatenate_tables(tables: Iterable[Table], names: str) -> Table:
        """Concatenate tables by rows, with the named columns."""
        parts = list(tables)
        return Table({n: np.concatenate([p[n] for p in parts] or [[]]) for n in names.split()})

    def __len__(self) -> int:
        return self.size

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    def __repr__(self) -> str:
        return repr(list(self))

    def __iter__(self) -> Iterator[Row]:
        cells = (map(_nan_to_none, values.tolist()) for values in self.columns.values())
        return (dict(zip(self.columns, row)) for row in zip(*cells))

    def __getitem__(self, key: Any) -> Any:
        """Return a column by name, a row by index, or a table by slice, mask or indices."""
        if isinstance(key, str):
            return self.columns[key]
        if isinstance(key, (int, np.integer)):
            return {
                name: _nan_to_none(values.tolist()[key]) for name, values in self.columns.items()
            }
        return Table({name: values[key] for name, values in self.columns.items()})

    def split_rows(self, parts: int) -> list[Table]:
        """Split the table into parts of equal size, such as periods."""
        ends = range(0, self.size + 1, self.size // parts or 1)
        return [self[start:end] for start, end in zip(ends, ends[1:])]

    def map_column(self, column: str, word_of: Callable[[Any], Any]) -> Table:
        """Return a copy with the keys in a column replaced by words."""
        words = [word_of(key) for key in self.columns[column].tolist()]
        return Table({**self.columns, column: words})


def filter_rows(rows: Sequence[Row], column: str, value: object) -> Sequence[Row]:
    """Return the rows with a given value in a column."""
    if isinstance(rows, Table):
        return rows[rows[column] == value] if len(rows) else rows
    return [row for row in rows if row[column] == value]


def _to_column_array(values: Any, size: int) -> np.ndarray[Any, Any]:
    if not isinstance(values, (list, np.ndarray)):
        values = [values] * size
    if isinstance(values, np.ndarray):
        return values
    if any(isinstance(v, float) for v in values) and all(
        v is None or isinstance(v, (int, float)) for v in values
    ):
        return np.array([np.nan if v is None else v for v in values], float)
    column = np.empty(len(values), object)
    column[:] = values
    return column


def _nan_to_none(value: Any) -> Any:
    return None if value != value else value
