"""Data dictionary: definitions of all table columns.

A table is defined by its row type (a TypedDict), which lists the columns in order;
columns.csv beside this module defines the columns. Sinks, headings, reports and the
manual use both.

A line of columns.csv is a column: kind, unit, digits, heading, and its description in
the manual. Descriptions for single tables follow in separate lines with the table names
(carbonloss.LOSSES if tables of other algorithms have the same name); kind and unit are
given there if they differ, for the manual only. `make columns` writes the column tables
of the manual.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import isfinite
from operator import itemgetter
from pathlib import Path

from .messages import DataError, Term, Text
from .numbers import make_distinct_names


class ColumnKind(Enum):
    """Type of the cells of a column."""

    TEXT = "text"
    WHOLE = "whole number"
    REAL = "number"
    YES_NO = "yes/no"


@dataclass(frozen=True)
class Column:
    """A column: kind, heading, unit and number of decimals.

    Without `digits`: codes, or numbers not suited to fixed decimals. `unit`: as in manual.
    """

    kind: ColumnKind
    heading: Term
    unit: str = ""
    digits: int | None = None


# Name and kind of a column, as required by sinks.
Field = tuple[str, ColumnKind]


def _read_columns() -> dict[str, Column]:
    """Return the columns of the dictionary, without the descriptions for single tables."""
    with Path(__file__).with_name("columns.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["column"]: Column(
                ColumnKind(row["kind"]),
                Term(row["heading"]),
                row["unit"],
                int(row["digits"]) if row["digits"] else None,
            )
            for row in csv.DictReader(file)
            if not row["tables"]
        }


COLUMNS = _read_columns()


def get_table_fields(table: type | str) -> Sequence[Field]:
    """Return name and kind of the columns of a table, in order, by row type or column names."""
    names = table.split() if isinstance(table, str) else table.__annotations__
    for name in names:
        if name not in COLUMNS:
            raise KeyError(f"add '{name}' to core/base/columns.csv and run `make columns`")
    return [(name, COLUMNS[name].kind) for name in names]


def check_finite(
    table: str,
    fields: Sequence[Field],
    rows: Collection[Mapping[str, object]],
    inputs: Text,
    before: int = 0,
) -> None:
    """Check before writing that no number of a table is infinite or NaN.

    Args:
        inputs: the inputs to check in case of an error.
        before: number of preceding rows.
    """
    for column, kind in fields:
        cell = itemgetter(column)
        # Empty cells and zeros are skipped; there is no Python loop over cells.
        if kind not in (ColumnKind.REAL, ColumnKind.WHOLE) or all(
            map(isfinite, filter(None, map(cell, rows)))
        ):
            continue
        index, row = next((n, row) for n, row in enumerate(rows) if not isfinite(cell(row) or 0))
        texts = (row[name] for name, kind in fields if kind is ColumnKind.TEXT)
        raise DataError(
            "{table}, row {row} ({texts}): column '{column}' would be {value}; check "
            "{inputs} for extreme values",
            table=table,
            column=column,
            row=before + index + 1,
            texts=", ".join(str(text) for text in texts if text),
            value=row[column],
            inputs=inputs,
        )


def make_unique_names(
    names: list[str], reserved: Iterable[str] = ("fid", "period", "from_class")
) -> list[str]:
    """Return column names unique regardless of case; a number is added to duplicates."""
    return make_distinct_names(names, lambda name, n: f"{name} {n}" if n > 1 else name, reserved)
