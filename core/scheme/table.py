"""Tables as read: cells that may be text, numbers or None (a CSV has only text).

What cannot be read is a DataError that names the table, the row and the column; rows count
from 1, below the header.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..base.messages import DataError, Message, Term, Text
from ..base.numbers import number_in

Key = TypeVar("Key", bound=Hashable)


# Columns that file formats add to a table, and no person.
ROW_NUMBERS = ("fid", "ogc_fid")


@dataclass(frozen=True)
class Table:
    """A table as read: what to call it in messages, its columns, and its rows as dicts.

    `numbers` are the rows' numbers in the table where empty rows were passed over.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, object]]
    is_default: bool = False
    numbers: tuple[int, ...] = ()

    def require(self, columns: Iterable[str]) -> None:
        """Check that the columns are there, no column twice, and that there is a row.

        Raises:
            DataError: naming the first missing column or the one that stands twice, or the empty
                table.
        """
        for column in self.columns:
            if column and self.columns.count(column) > 1:
                raise DataError(
                    "{table} has the column '{column}' twice", table=self.name, column=column
                )
        for column in columns:
            if column not in self.columns:
                raise DataError(
                    "{table} has no column '{column}'; it has {found}",
                    table=self.name,
                    column=column,
                    found=", ".join(f"'{c}'" for c in self.columns) or Term("none"),
                )
        if not self.rows:
            raise DataError("{table} is empty", table=self.name)

    def error(self, row: int, template: str, **values: object) -> DataError:
        """An error about one row (from 1)."""
        place = self.place(row, Message(template, **values))
        return DataError(place.template, **place.values)

    def place(self, row: int, what: Text) -> Message:
        """Something of one row (from 1), with the table and the row before it."""
        return Message(
            "{table} row {row}: {what}", table=self.name, row=self.number_of(row), what=what
        )

    def number_of(self, row: int) -> int:
        """The number of a row (from 1) as people count them, empty rows included."""
        return self.numbers[row - 1] if self.numbers else row

    def once(self, rows: dict[Key, int], key: Key, row: int, what: Text) -> None:
        """Check that no row before was about the same.

        Args:
            rows: the rows so far by what they are about; this one is added.
            key, what: what this row is about, and what a sentence calls that.

        Raises:
            DataError: naming both rows.
        """
        other = rows.setdefault(key, row)
        if other != row:
            raise self.error(
                row,
                "{what} stands in row {other} already",
                what=what,
                other=self.number_of(other),
            )

    def twins(
        self, rows: Iterable[int], besides: Collection[str] = ()
    ) -> Iterator[tuple[int, int]]:
        """Rows that say what one before says, each after the first of those.

        Args:
            rows: those to look at.
            besides: columns in which they may differ.
        """
        columns = [c for c in self.columns if c not in (*ROW_NUMBERS, *besides)]
        first: dict[tuple[str, ...], int] = {}
        for row in rows:
            own = tuple(self.text(row, column).casefold() for column in columns)
            other = first.setdefault(own, row)
            if other != row:
                yield other, row

    def text(self, row: int, column: str) -> str:
        """A cell as trimmed text; '' for a missing one."""
        cell = self.rows[row - 1].get(column)
        if cell is None:
            return ""
        # Beyond 64 bits all digits would tell no more than 1e+300 does.
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**64:
            cell = int(cell)
        return str(cell).strip()

    def needed_text(self, row: int, column: str) -> str:
        """A cell as text that may not be empty."""
        text = self.text(row, column)
        if not text:
            raise self.error(row, "column '{column}' is empty", column=column)
        return text

    def number(self, row: int, column: str) -> int | float:
        """A cell as a finite number."""
        text = self.needed_text(row, column)
        number = number_in(text)
        if number is None or not math.isfinite(number):
            raise self.error(
                row, "column '{column}' is '{text}', not a number", column=column, text=text
            )
        return number

    def whole(self, row: int, column: str) -> int:
        """A cell as a whole number."""
        number = self.number(row, column)
        if number != int(number):
            raise self.error(
                row,
                "column '{column}' is '{text}', not a whole number",
                column=column,
                text=self.text(row, column),
            )
        return int(number)

    def colour(self, row: int) -> str:
        """The row's colour as #rrggbb, or ''."""
        colour = self.text(row, "colour").lower()
        if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
            raise self.error(row, "the colour '{colour}' is not of the form #rrggbb", colour=colour)
        return colour


def read_csv(path: Path, name: str = "") -> Table:
    """Read one of the default tables."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        columns = tuple(reader.fieldnames or ())
    return Table(name or Path(path).name, columns, rows, is_default=True)
