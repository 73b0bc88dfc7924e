"""Tables as read: cells that may be text, numbers or None (a CSV has only text).

What cannot be read is a DataError that names the table, the row and the column; rows count from 1,
below the header. Below them: how text files are written, what the numbers of tables lie between,
and names that have a meaning of their own, so that nothing else may be called so.
"""

from __future__ import annotations

import codecs
import csv
import math
import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ..base.messages import DataError, Message, Term, Text
from ..base.numbers import DECIMAL_COMMA, GROUPED, is_decimal_comma, number_in, one_line, with_point

Key = TypeVar("Key", bound=Hashable)

# Columns that file formats add to a table, and no person.
ROW_NUMBERS = ("fid", "ogc_fid")
# Nearer to 0 than anything that is measured; in per cent of less, numbers overflow.
SMALLEST = 1e-30


@dataclass(frozen=True)
class Table:
    """A table as read: what to call it in messages, its columns, and its rows as dicts."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, object]]
    is_default: bool = False
    labels: tuple[int, ...] = ()  # numbers of the rows where empty rows were passed over
    # Of rows that end before the header does, by these numbers: how many cells they have, and the
    # columns that they lack.
    short: Mapping[int, tuple[int, Sequence[str]]] = field(default_factory=dict)
    # Where the first numbers with a decimal point and with a decimal comma stand, as far as read.
    marks: dict[str, Message] = field(default_factory=dict, init=False, compare=False)

    def require(self, columns: Iterable[str], may_be_empty: bool = False) -> None:
        """Check that the columns are there, in every row, no column twice, and that there is a row,
        unless a table without one says that there is nothing.
        """
        name, columns = self.name, tuple(columns)
        for column in (c for c in self.columns if c and self.columns.count(c) > 1):
            raise DataError("{table}: duplicate column '{column}'", table=name, column=column)
        for column in (c for c in columns if c not in self.columns):
            raise DataError(
                "{table}: no column '{column}'; available columns: {found}",
                table=name,
                column=column,
                found=", ".join(f"'{c}'" for c in self.columns) or Term("none"),
            )
        if not self.rows and not may_be_empty:
            raise DataError("{table} is empty", table=name)
        for label, (count, lacking) in self.short.items():
            for column in (c for c in columns if c in lacking):
                raise DataError(
                    "{table}, row {row}: required column '{column}' is missing ({count} "
                    "cells in the row)",
                    table=name,
                    row=label,
                    count=count,
                    column=column,
                )

    def __iter__(self) -> Iterator[Row]:
        """The rows one after the other, as cursors."""
        for index, cells in enumerate(self.rows):
            yield Row(self, cells, self.labels[index] if self.labels else index + 1)

    @cached_property
    def with_commas(self) -> frozenset[str]:
        """The columns in which a comma can only stand before decimals, by one cell at least."""
        return frozenset(
            column
            for cells in self.rows
            for column, cell in cells.items()
            if isinstance(cell, str) and is_decimal_comma(cell.strip())
        )

    def twins(
        self, rows: Iterable[Row], besides: Collection[str] = ()
    ) -> Iterator[tuple[Row, Row]]:
        """Rows that say what one before says, besides some columns, each after that one."""
        columns = [c for c in self.columns if c not in (*ROW_NUMBERS, *besides)]
        first: dict[tuple[str, ...], Row] = {}
        for row in rows:
            other = first.setdefault(tuple(row.text(c).casefold() for c in columns), row)
            if other is not row:
                yield other, row


@dataclass(frozen=True, eq=False)
class Row:
    """A row of a table, whose cells are checked as they are read.

    `label` is its number in the table as people count them, from 1, empty rows included.
    """

    table: Table
    cells: Mapping[str, object]
    label: int

    def error(self, template: str, **values: object) -> DataError:
        """An error about the row; where it names a `column`, `text` is what its cell has."""
        if "column" in values:
            values.setdefault("text", self.text(str(values["column"])))
        located = self.located(Message(template, **values))
        return DataError(located.template, **located.values)

    def located(self, what: Text) -> Message:
        """Something of the row, with the table and its number before it."""
        return Message(
            "{table}, row {row}: {what}", table=self.table.name, row=self.label, what=what
        )

    def spot(self, column: str) -> Message:
        """Where a cell stands in its table, for a list of such places."""
        return Message("row {row}, column '{column}'", row=self.label, column=column)

    def once(self, rows: dict[Key, Row], key: Key, what: Text) -> None:
        """Check that no row before was about the same: by its key, and as a sentence calls it."""
        other = rows.setdefault(key, self)
        if other is not self:
            raise self.error("{what} duplicates row {other}", what=what, other=other.label)

    def text(self, column: str) -> str:
        """A cell as text in one line; '' for a missing one."""
        cell = self.cells.get(column)
        if cell is None:
            return ""
        # Beyond 64 bits all digits would tell no more than 1e+300 does.
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**64:
            cell = int(cell)
        return one_line(str(cell))

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

    def unknown(self, column: str, known: Iterable[str]) -> DataError:
        """The error that a cell is none of some words."""
        return self.error(
            "column '{column}': '{text}' is not one of {known}",
            column=column,
            known=", ".join(known),
        )

    def value(
        self, column: str, least: float = -math.inf, most: float = math.inf, below: float = math.inf
    ) -> int | float:
        """A cell as a finite number, from `least` to `most`, and below another.

        What is not 0 is at least SMALLEST, on either side of it.
        """
        value = self._number_in(column, self.needed_text(column))
        if value is None or not math.isfinite(value):
            raise self.error("column '{column}': '{text}' is not a number", column=column)
        if 0 < abs(value) < SMALLEST:
            raise self.error(
                "column '{column}': {text} is too close to 0; use 0 if no value is meant",
                column=column,
            )
        if least <= value <= most and value < below:
            return value
        if (least, most) == (0, 1):
            raise self.error(
                "column '{column}': {text} is not a fraction from 0 to 1", column=column
            )
        if value < least == 0:
            raise self.error("column '{column}': {text} is negative", column=column)
        if math.isfinite(below):
            raise self.error(
                "column '{column}': {text} is not a number from {least:g} to below {largest:g}",
                column=column,
                least=least,
                largest=below,
            )
        raise self.error(
            "column '{column}': {text} is outside the range {least:g} to {largest:g}",
            column=column,
            least=least,
            largest=most,
        )

    def real(self, column: str, **bounds: float) -> float:
        """A cell as `value` gives it, with its bounds."""
        return float(self.value(column, **bounds))

    def is_number(self, column: str) -> bool:
        """Whether a cell is a number, with a point or a comma before its decimals."""
        text = self.text(column)
        return number_in(text) is not None or DECIMAL_COMMA.fullmatch(text) is not None

    def _number_in(self, column: str, text: str) -> int | float | None:
        """The number that the text of a cell is, its signs those of the table; None if none."""
        if not DECIMAL_COMMA.fullmatch(text):
            value, mark, other_mark = number_in(text), ".", ","
        elif is_decimal_comma(text) or column in self.table.with_commas:
            value, mark, other_mark = number_in(with_point(text)), ",", "."
        else:
            raise self.error(
                "column '{column}': '{text}' is unclear, {one} or {other}; enter one of them",
                column=column,
                one=with_point(text),
                other=text.replace(",", ""),
            )
        if value is None and GROUPED.fullmatch(text):
            raise self.error(
                "column '{column}': '{text}' contains thousands separators; remove them",
                column=column,
            )
        # A number of a workbook or a database has no spelling.
        if mark not in text or value is None or not isinstance(self.cells.get(column), str):
            return value
        here = Message("'{name}' in {layer}", name=text, layer=self.spot(column))
        self.table.marks.setdefault(mark, here)
        if other_mark in self.table.marks:
            raise DataError(
                "{table}: decimal points and decimal commas are mixed, {one} and {other}; "
                "use one format",
                table=self.table.name,
                one=self.table.marks[other_mark],
                other=here,
            )
        return value

    def optional(self, column: str, **bounds: float) -> float | None:
        """A cell as `real` gives it, with its bounds; None where it is empty."""
        return self.real(column, **bounds) if self.text(column) else None

    def whole(self, column: str, **bounds: float) -> int:
        """A cell as a whole number; the bounds are those of `value`."""
        value = self.value(column)
        if value != int(value):
            raise self.error("column '{column}': '{text}' is not an integer", column=column)
        return int(self.value(column, **bounds))

    def colour(self) -> str:
        """The row's colour as #rrggbb, or ''."""
        colour = self.text("colour").lower()
        if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
            raise self.error("colour '{colour}' is not in the format #rrggbb", colour=colour)
        return colour


def read_csv(path: Path) -> Table:
    """Read one of the default tables."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        columns = tuple(reader.fieldnames or ())
    return Table(path.name, columns, rows, is_default=True)


UTF8 = "UTF-8"
# A mark at the beginning of a text file says how its letters are written; the longer one first,
# which begins like the shorter.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", UTF8),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# What spreadsheets write in China; GBK and GB2312 are parts of it.
CHINESE = "GB18030"


def decoded(data: bytes) -> tuple[str, str] | None:
    """The text of a file and the name of its encoding; None where it is in none of them.

    By its mark, else UTF-8, else GB18030. Other bytes than text have no place in a table.
    """
    ways = [(codec, name) for mark, codec, name in MARKS if data.startswith(mark)][:1]
    for codec, name in ways or [("utf-8", UTF8), ("gb18030", CHINESE)]:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, name
    return None


# What the numbers of tables lie between: beyond it they are slips of the pen, or of the unit. Each
# is far beyond all that is measured, so that no honest number is refused, and far below where sums
# and squares of a run lose digits or overflow. They are handed to Row.real as they are.
Bounds = Mapping[str, float]

# Half-widths in % of a coefficient, a factor or a quantity: a hundred times the number itself.
HALF_WIDTH_PCT: Bounds = {"least": 0, "most": 1e4}
# Those of an area: one of a few cells may be off by as much as a map of millions of them holds.
AREA_HALF_WIDTH_PCT: Bounds = {"least": 0, "most": 1e9}

# Twice the surface of the Earth, 5.1e10 ha.
HECTARES: Bounds = {"least": 0, "most": 1e11}
CELL_LIMITS: Bounds = {"least": 0, "most": 1e15}
SAMPLE_LIMITS: Bounds = {"least": 1, "most": 1e9}

# t C: all soils and plants of the world hold 3e12.
CARBON: Bounds = {"least": -1e15, "most": 1e15}
CARBON_STOCK: Bounds = {"least": 0, "most": 1e15}

# Half-lives and the times of curves, in years: what takes less than a third of a day is over at
# once, for which tables have words of their own (no half-life, the curve `instant`).
YEARS: Bounds = {"least": 1e-3, "most": 1e6}
AGE: Bounds = {"least": 0, "most": 1e6}
# A fraction that a curve reaches. Of less the rate would have no digits.
REACHED: Bounds = {"least": 1e-3, "below": 1}
# The power of a curve of Chapman and Richards, which is 1 to 5 of stands of trees.
POWER: Bounds = {"least": 0.01, "most": 1e3}

# What a mine does or has in a year, in t, l, MWh or m3: all mines of the world together dig some
# 1e10 t of coal.
QUANTITY: Bounds = {"least": 0, "most": 1e12}
# t of gas from a unit of a source: a t of carbon gives 3.7 t CO2 when it burns.
LARGEST_FACTOR = 100.0
# kg in a litre of fuel: 0.84 of diesel, 0.74 of gasoline.
FUEL_DENSITY: Bounds = {"least": 0.5, "most": 1.5}
# t CO2 per MWh of a grid: that of old lignite alone has 1.5.
GRID_FACTOR: Bounds = {"least": 0, "most": 10}
# Hectares that 10,000 t of coal take: one for each of them.
HECTARES_PER_10KT: Bounds = {"least": 0, "most": 1e4}
MULTIPLIER: Bounds = {"least": 0, "most": 1e6}

# Rows of tables: all classes together, and land in no unit. The same in every language.
ALL, OUTSIDE = "(all)", "(outside)"
# What a rule may name besides a class: any class, a group, and, in `to`, the class of `from`.
ANY, GROUP_MARK, SAME = "*", "@", "="

WORDS = {ALL: Term("all classes"), OUTSIDE: Term("land outside all units")}
SIGNS = {ANY: Term("any class"), SAME: Term("the same class"), GROUP_MARK: Term("a group")}


def reserved_meaning(name: str, in_rules: bool = True) -> Term | None:
    """What a name with a meaning of its own stands for, whatever its case; None for other names.

    `in_rules`: whether rules may name it, or a raster's legend from which rules go on.
    """
    text = name.strip().casefold()
    sign = GROUP_MARK if text.startswith(GROUP_MARK) else text
    return WORDS.get(text) or (SIGNS.get(sign) if in_rules else None)


def refuse_reserved(name: str, what: Text, in_rules: bool = True) -> None:
    """Refuse a name with a meaning of its own; `what` is called so, such as row 3: the value 7."""
    meaning = reserved_meaning(name, in_rules)
    if meaning is not None:
        raise DataError(
            "{what}: the name '{name}' is reserved for {meaning}; use another name",
            what=what,
            name=name.strip(),
            meaning=meaning,
        )
