"""The data dictionary: what each column of the tables is, the same wherever it stands.

A table is its row type (a TypedDict of the subject that makes it): the type says which columns and
in which order, columns.csv beside this file what they are. Sinks, headings, pages and the manual go
by both.

A line of columns.csv is a column: kind, unit, digits, heading, and the meaning that the manual
gives it. What it means in some tables alone stands in lines below it, with the tables' names
(carbonloss.LOSSES where those of other algorithms mean something else); kind and unit are filled in
there where they differ too, which only the manual tells of. `make columns` writes the manual's
tables of columns.
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
    """What the cells of a column are."""

    TEXT = "text"
    WHOLE = "whole number"
    REAL = "number"
    YES_NO = "yes/no"


@dataclass(frozen=True)
class Column:
    """A column: kind, heading, unit of measurement, digits after the point.

    The unit is as the manual writes it; the heading has it too, in its own way. A number without
    digits is a code, or one that fixed digits would not show.
    """

    kind: ColumnKind
    heading: Term
    unit: str = ""
    digits: int | None = None


# Name and kind, as a sink needs them.
Field = tuple[str, ColumnKind]


def _read_columns() -> dict[str, Column]:
    """The columns of the dictionary, without what the manual says of them in single tables."""
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
    """Name and kind of the columns of a table, in order, by the type of its rows or their names."""
    names = table.split() if isinstance(table, str) else table.__annotations__
    return [(name, COLUMNS[name].kind) for name in names]


def check_finite(
    table: str,
    fields: Sequence[Field],
    rows: Collection[Mapping[str, object]],
    inputs: Text,
    before: int = 0,
) -> None:
    """Check that no number of a table is infinite or NaN, before it is written.

    Args:
        inputs: where to look for what made one so.
        before: how many rows stand before these.
    """
    for column, kind in fields:
        cell = itemgetter(column)
        # Empty cells and zeros are left out; nothing of this loops in Python.
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
    """Names that differ without regard to case, as table columns must; a number is added."""
    return make_distinct_names(names, lambda name, n: f"{name} {n}" if n > 1 else name, reserved)
