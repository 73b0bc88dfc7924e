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
# Nearer to 0 than anything that is measured; in per cent of less, numbers overflow.
SMALLEST = 1e-30


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

    def __iter__(self) -> Iterator[Row]:
        """The rows one after the other, as cursors."""
        for place, cells in enumerate(self.rows):
            yield Row(self, cells, self.numbers[place] if self.numbers else place + 1)

    def twins(
        self, rows: Iterable[Row], besides: Collection[str] = ()
    ) -> Iterator[tuple[Row, Row]]:
        """Rows that say what one before says, each after the first of those.

        Args:
            rows: those to look at.
            besides: columns in which they may differ.
        """
        columns = [c for c in self.columns if c not in (*ROW_NUMBERS, *besides)]
        first: dict[tuple[str, ...], Row] = {}
        for row in rows:
            other = first.setdefault(tuple(row.text(c).casefold() for c in columns), row)
            if other is not row:
                yield other, row


@dataclass(frozen=True, eq=False)
class Row:
    """A row of a table, whose cells are checked as they are read.

    Attributes:
        table: it is of.
        cells: by column.
        label: its number in the table as people count them, from 1, empty rows included.
    """

    table: Table
    cells: Mapping[str, object]
    label: int

    def error(self, template: str, **values: object) -> DataError:
        """An error about the row."""
        place = self.place(Message(template, **values))
        return DataError(place.template, **place.values)

    def place(self, what: Text) -> Message:
        """Something of the row, with the table and its number before it."""
        return Message(
            "{table} row {row}: {what}", table=self.table.name, row=self.label, what=what
        )

    def spot(self, column: str) -> Message:
        """Where a cell stands in its table, for a list of such places."""
        return Message("row {row}, column '{column}'", row=self.label, column=column)

    def once(self, rows: dict[Key, Row], key: Key, what: Text) -> None:
        """Check that no row before was about the same.

        Args:
            rows: the rows so far by what they are about; this one is added.
            key, what: what this row is about, and what a sentence calls that.

        Raises:
            DataError: naming both rows.
        """
        other = rows.setdefault(key, self)
        if other is not self:
            raise self.error("{what} stands in row {other} already", what=what, other=other.label)

    def text(self, column: str) -> str:
        """A cell as trimmed text; '' for a missing one."""
        cell = self.cells.get(column)
        if cell is None:
            return ""
        # Beyond 64 bits all digits would tell no more than 1e+300 does.
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**64:
            cell = int(cell)
        return str(cell).strip()

    def needed_text(self, column: str) -> str:
        """A cell as text that may not be empty."""
        text = self.text(column)
        if not text:
            raise self.error("column '{column}' is empty", column=column)
        return text

    def one_of(self, column: str, known: Sequence[str]) -> str:
        """A cell that is one of some words, in whatever case, as `known` has it."""
        text = self.needed_text(column)
        for word in known:
            if text.casefold() == word.casefold():
                return word
        raise self.unknown(column, known)

    def unknown(self, column: str, known: Sequence[str]) -> DataError:
        """The error that a cell is none of some words."""
        return self.error(
            "column '{column}' is '{text}', not one of {known}",
            column=column,
            text=self.text(column),
            known=", ".join(known),
        )

    def number(
        self, column: str, least: float = -math.inf, most: float = math.inf, below: float = math.inf
    ) -> int | float:
        """A cell as a finite number, from `least` to `most`, and below another.

        What is not 0 is at least SMALLEST, on either side of it.
        """
        text = self.needed_text(column)
        number = number_in(text)
        if number is None or not math.isfinite(number):
            raise self.error(
                "column '{column}' is '{text}', not a number", column=column, text=text
            )
        place = {"column": column, "text": text}
        if 0 < abs(number) < SMALLEST:
            raise self.error(
                "column '{column}' is {text}, which is nearer to 0 than anything that is measured; "
                "write 0 where nothing is meant",
                **place,
            )
        if least <= number <= most and number < below:
            return number
        if (least, most) == (0, 1):
            raise self.error("column '{column}' is {text}, not a fraction from 0 to 1", **place)
        if number < least == 0:
            raise self.error("column '{column}' is {text}, which is negative", **place)
        if math.isfinite(below):
            raise self.error(
                "column '{column}' is {text}, not a number from {least:g} to below {largest:g}",
                **place,
                least=least,
                largest=below,
            )
        raise self.error(
            "column '{column}' is {text}, not a number from {least:g} to {largest:g}",
            **place,
            least=least,
            largest=most,
        )

    def optional(self, column: str, **bounds: float) -> float | None:
        """The same, as `number` has its bounds; None where the cell is empty."""
        return float(self.number(column, **bounds)) if self.text(column) else None

    def whole(self, column: str, **bounds: float) -> int:
        """A cell as a whole number; the bounds are those of `number`."""
        number = self.number(column)
        if number != int(number):
            raise self.error(
                "column '{column}' is '{text}', not a whole number",
                column=column,
                text=self.text(column),
            )
        return int(self.number(column, **bounds))

    def colour(self) -> str:
        """The row's colour as #rrggbb, or ''."""
        colour = self.text("colour").lower()
        if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
            raise self.error("the colour '{colour}' is not of the form #rrggbb", colour=colour)
        return colour


def read_csv(path: Path, name: str = "") -> Table:
    """Read one of the default tables."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        columns = tuple(reader.fieldnames or ())
    return Table(name or Path(path).name, columns, rows, is_default=True)
