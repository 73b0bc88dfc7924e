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
from ..base.numbers import (
    DECIMAL_COMMA_PATTERN,
    GROUPED_DIGITS_PATTERN,
    decimal_comma_to_point,
    has_decimal_comma,
    parse_number,
    to_single_line,
)

Key = TypeVar("Key", bound=Hashable)

# Columns that file formats add to a table, and no person.
ROW_ID_COLUMNS = ("fid", "ogc_fid")
# Nearer to 0 than anything that is measured; in per cent of less, numbers overflow.
MIN_NONZERO = 1e-30


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

    def check_columns(self, columns: Iterable[str], may_be_empty: bool = False) -> None:
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
    def decimal_comma_columns(self) -> frozenset[str]:
        """The columns in which a comma can only stand before decimals, by one cell at least."""
        return frozenset(
            column
            for cells in self.rows
            for column, cell in cells.items()
            if isinstance(cell, str) and has_decimal_comma(cell.strip())
        )

    def find_duplicate_rows(
        self, rows: Iterable[Row], besides: Collection[str] = ()
    ) -> Iterator[tuple[Row, Row]]:
        """Rows that say what one before says, besides some columns, each after that one."""
        columns = [c for c in self.columns if c not in (*ROW_ID_COLUMNS, *besides)]
        first: dict[tuple[str, ...], Row] = {}
        for row in rows:
            other = first.setdefault(tuple(row.text_value(c).casefold() for c in columns), row)
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

    def make_error(self, template: str, **values: object) -> DataError:
        """An error about the row; where it names a `column`, `text` is what its cell has."""
        if "column" in values:
            values.setdefault("text", self.text_value(str(values["column"])))
        located = self.add_location(Message(template, **values))
        return DataError(located.template, **located.values)

    def add_location(self, what: Text) -> Message:
        """Something of the row, with the table and its number before it."""
        return Message(
            "{table}, row {row}: {what}", table=self.table.name, row=self.label, what=what
        )

    def cell_location(self, column: str) -> Message:
        """Where a cell stands in its table, for a list of such places."""
        return Message("row {row}, column '{column}'", row=self.label, column=column)

    def check_unique(self, rows: dict[Key, Row], key: Key, what: Text) -> None:
        """Check that no row before was about the same: by its key, and as a sentence calls it."""
        other = rows.setdefault(key, self)
        if other is not self:
            raise self.make_error("{what} duplicates row {other}", what=what, other=other.label)

    def text_value(self, column: str) -> str:
        """A cell as text in one line; '' for a missing one."""
        cell = self.cells.get(column)
        if cell is None:
            return ""
        # Beyond 64 bits all digits would tell no more than 1e+300 does.
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**64:
            cell = int(cell)
        return to_single_line(str(cell))

    def required_text(self, column: str) -> str:
        """A cell as text that may not be empty."""
        text = self.text_value(column)
        if not text:
            raise self.make_error("column '{column}' is empty", column=column)
        return text

    def enum_value(self, column: str, known: Sequence[str]) -> str:
        """A cell that is one of some words, in whatever case, as `known` has it."""
        text = self.required_text(column)
        for word in known:
            if text.casefold() == word.casefold():
                return word
        raise self.unknown_value_error(column, known)

    def unknown_value_error(self, column: str, known: Iterable[str]) -> DataError:
        """The error that a cell is none of some words."""
        return self.make_error(
            "column '{column}': '{text}' is not one of {known}",
            column=column,
            known=", ".join(known),
        )

    def numeric_value(
        self, column: str, least: float = -math.inf, most: float = math.inf, below: float = math.inf
    ) -> int | float:
        """A cell as a finite number, from `least` to `most`, and below another.

        What is not 0 is at least SMALLEST, on either side of it.
        """
        value = self._parse_value(column, self.required_text(column))
        if value is None or not math.isfinite(value):
            raise self.make_error("column '{column}': '{text}' is not a number", column=column)
        if 0 < abs(value) < MIN_NONZERO:
            raise self.make_error(
                "column '{column}': {text} is too close to 0; use 0 if no value is meant",
                column=column,
            )
        if least <= value <= most and value < below:
            return value
        if (least, most) == (0, 1):
            raise self.make_error(
                "column '{column}': {text} is not a fraction from 0 to 1", column=column
            )
        if value < least == 0:
            raise self.make_error("column '{column}': {text} is negative", column=column)
        if math.isfinite(below):
            raise self.make_error(
                "column '{column}': {text} is not a number from {least:g} to below {largest:g}",
                column=column,
                least=least,
                largest=below,
            )
        raise self.make_error(
            "column '{column}': {text} is outside the range {least:g} to {largest:g}",
            column=column,
            least=least,
            largest=most,
        )

    def float_value(self, column: str, **bounds: float) -> float:
        """A cell as `value` gives it, with its bounds."""
        return float(self.numeric_value(column, **bounds))

    def is_number(self, column: str) -> bool:
        """Whether a cell is a number, with a point or a comma before its decimals."""
        text = self.text_value(column)
        return parse_number(text) is not None or DECIMAL_COMMA_PATTERN.fullmatch(text) is not None

    def _parse_value(self, column: str, text: str) -> int | float | None:
        """The number that the text of a cell is, its signs those of the table; None if none."""
        if not DECIMAL_COMMA_PATTERN.fullmatch(text):
            value, mark, other_mark = parse_number(text), ".", ","
        elif has_decimal_comma(text) or column in self.table.decimal_comma_columns:
            value, mark, other_mark = parse_number(decimal_comma_to_point(text)), ",", "."
        else:
            raise self.make_error(
                "column '{column}': '{text}' is unclear, {one} or {other}; enter one of them",
                column=column,
                one=decimal_comma_to_point(text),
                other=text.replace(",", ""),
            )
        if value is None and GROUPED_DIGITS_PATTERN.fullmatch(text):
            raise self.make_error(
                "column '{column}': '{text}' contains thousands separators; remove them",
                column=column,
            )
        # A number of a workbook or a database has no spelling.
        if mark not in text or value is None or not isinstance(self.cells.get(column), str):
            return value
        here = Message("'{name}' in {layer}", name=text, layer=self.cell_location(column))
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

    def optional_float(self, column: str, **bounds: float) -> float | None:
        """A cell as `real` gives it, with its bounds; None where it is empty."""
        return self.float_value(column, **bounds) if self.text_value(column) else None

    def int_value(self, column: str, **bounds: float) -> int:
        """A cell as a whole number; the bounds are those of `value`."""
        value = self.numeric_value(column)
        if value != int(value):
            raise self.make_error("column '{column}': '{text}' is not an integer", column=column)
        return int(self.numeric_value(column, **bounds))

    def colour(self) -> str:
        """The row's colour as #rrggbb, or ''."""
        colour = self.text_value("colour").lower()
        if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
            raise self.make_error("colour '{colour}' is not in the format #rrggbb", colour=colour)
        return colour


def read_csv(path: Path) -> Table:
    """Read one of the default tables."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        columns = tuple(reader.fieldnames or ())
    return Table(path.name, columns, rows, is_default=True)


UTF8_ENCODING = "UTF-8"
# A mark at the beginning of a text file says how its letters are written; the longer one first,
# which begins like the shorter.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", UTF8_ENCODING),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# What spreadsheets write in China; GBK and GB2312 are parts of it.
CHINESE_ENCODING = "GB18030"


def decode_text(data: bytes) -> tuple[str, str] | None:
    """The text of a file and the name of its encoding; None where it is in none of them.

    By its mark, else UTF-8, else GB18030. Other bytes than text have no place in a table.
    """
    ways = [(codec, name) for mark, codec, name in BYTE_ORDER_MARKS if data.startswith(mark)][:1]
    for codec, name in ways or [("utf-8", UTF8_ENCODING), ("gb18030", CHINESE_ENCODING)]:
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
U95_PCT_BOUNDS: Bounds = {"least": 0, "most": 1e4}
# Those of an area: one of a few cells may be off by as much as a map of millions of them holds.
AREA_U95_PCT_BOUNDS: Bounds = {"least": 0, "most": 1e9}

# Twice the surface of the Earth, 5.1e10 ha.
AREA_HA_BOUNDS: Bounds = {"least": 0, "most": 1e11}
CELL_COUNT_BOUNDS: Bounds = {"least": 0, "most": 1e15}
SAMPLE_COUNT_BOUNDS: Bounds = {"least": 1, "most": 1e9}

# t C: all soils and plants of the world hold 3e12.
CARBON_TC_BOUNDS: Bounds = {"least": -1e15, "most": 1e15}
CARBON_STOCK_BOUNDS: Bounds = {"least": 0, "most": 1e15}

# Half-lives and the times of curves, in years: what takes less than a third of a day is over at
# once, for which tables have words of their own (no half-life, the curve `instant`).
DURATION_BOUNDS: Bounds = {"least": 1e-3, "most": 1e6}
AGE_BOUNDS: Bounds = {"least": 0, "most": 1e6}
# A fraction that a curve reaches. Of less the rate would have no digits.
REACHED_FRACTION_BOUNDS: Bounds = {"least": 1e-3, "below": 1}
# The power of a curve of Chapman and Richards, which is 1 to 5 of stands of trees.
POWER_BOUNDS: Bounds = {"least": 0.01, "most": 1e3}

# What a mine does or has in a year, in t, l, MWh or m3: all mines of the world together dig some
# 1e10 t of coal.
QUANTITY_BOUNDS: Bounds = {"least": 0, "most": 1e12}
# t of gas from a unit of a source: a t of carbon gives 3.7 t CO2 when it burns.
MAX_EMISSION_FACTOR = 100.0
# kg in a litre of fuel: 0.84 of diesel, 0.74 of gasoline.
FUEL_DENSITY_BOUNDS: Bounds = {"least": 0.5, "most": 1.5}
# t CO2 per MWh of a grid: that of old lignite alone has 1.5.
GRID_FACTOR_BOUNDS: Bounds = {"least": 0, "most": 10}
# Hectares that 10,000 t of coal take: one for each of them.
HA_PER_10KT_BOUNDS: Bounds = {"least": 0, "most": 1e4}
MULTIPLIER_BOUNDS: Bounds = {"least": 0, "most": 1e6}

# Rows of tables: all classes together, and land in no unit. The same in every language.
ALL_LABEL, OUTSIDE_LABEL = "(all)", "(outside)"
# What a rule may name besides a class: any class, a group, and, in `to`, the class of `from`.
ANY_CLASS, GROUP_PREFIX, SAME_CLASS = "*", "@", "="

RESERVED_TERMS = {ALL_LABEL: Term("all classes"), OUTSIDE_LABEL: Term("land outside all units")}
RULE_SIGN_TERMS = {
    ANY_CLASS: Term("any class"),
    SAME_CLASS: Term("the same class"),
    GROUP_PREFIX: Term("a group"),
}


def reserved_meaning(name: str, in_rules: bool = True) -> Term | None:
    """What a name with a meaning of its own stands for, whatever its case; None for other names.

    `in_rules`: whether rules may name it, or a raster's legend from which rules go on.
    """
    text = name.strip().casefold()
    sign = GROUP_PREFIX if text.startswith(GROUP_PREFIX) else text
    return RESERVED_TERMS.get(text) or (RULE_SIGN_TERMS.get(sign) if in_rules else None)


def check_reserved_name(name: str, what: Text, in_rules: bool = True) -> None:
    """Refuse a name with a meaning of its own; `what` is called so, such as row 3: the value 7."""
    meaning = reserved_meaning(name, in_rules)
    if meaning is not None:
        raise DataError(
            "{what}: the name '{name}' is reserved for {meaning}; use another name",
            what=what,
            name=name.strip(),
            meaning=meaning,
        )
