"""Tables as read: cells may be text, numbers or None (a CSV contains only text).

Invalid cells raise a DataError that names the table, row and column; rows are numbered
from 1, below the header. The module also contains the decoding of text files, bounds of
table values, and reserved names.
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

# Columns added by file formats.
ROW_ID_COLUMNS = ("fid", "ogc_fid")
# Below any measurable quantity; percentages of smaller numbers overflow.
MIN_NONZERO = 1e-30


@dataclass(frozen=True)
class Table:
    """Table as read: its name in messages, its columns, and its rows as dicts."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, object]]
    is_default: bool = False
    labels: tuple[int, ...] = ()  # numbers of the rows where empty rows were passed over
    # Rows shorter than the header, by label: number of cells and missing columns.
    short: Mapping[int, tuple[int, Sequence[str]]] = field(default_factory=dict)
    # Positions of the first numbers with a decimal point and with a decimal comma so far.
    marks: dict[str, Message] = field(default_factory=dict, init=False, compare=False)

    def check_columns(self, columns: Iterable[str], may_be_empty: bool = False) -> None:
        """Check that columns are in every row and unique, and rows exist or `may_be_empty`."""
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
        """Yield the rows as Row objects."""
        for index, cells in enumerate(self.rows):
            yield Row(self, cells, self.labels[index] if self.labels else index + 1)

    @cached_property
    def decimal_comma_columns(self) -> frozenset[str]:
        """Columns with at least one cell in which a comma can only be a decimal separator."""
        return frozenset(
            column
            for cells in self.rows
            for column, cell in cells.items()
            if isinstance(cell, str) and has_decimal_comma(cell.strip())
        )

    def find_duplicate_rows(
        self, rows: Iterable[Row], besides: Collection[str] = ()
    ) -> Iterator[tuple[Row, Row]]:
        """Yield pairs of an earlier row and a duplicate of it, ignoring some columns."""
        columns = [c for c in self.columns if c not in (*ROW_ID_COLUMNS, *besides)]
        first: dict[tuple[str, ...], Row] = {}
        for row in rows:
            other = first.setdefault(tuple(row.text_value(c).casefold() for c in columns), row)
            if other is not row:
                yield other, row


@dataclass(frozen=True, eq=False)
class Row:
    """Row of a table, cells checked on reading; `label`: its number from 1, with empty rows."""

    table: Table
    cells: Mapping[str, object]
    label: int

    def make_error(self, template: str, **values: object) -> DataError:
        """Return an error located at the row; with a `column`, `text` defaults to its cell."""
        if "column" in values:
            values.setdefault("text", self.text_value(str(values["column"])))
        located = self.add_location(Message(template, **values))
        return DataError(located.template, **located.values)

    def add_location(self, what: Text) -> Message:
        """Prefix a text with the table and the row number."""
        return Message(
            "{table}, row {row}: {what}", table=self.table.name, row=self.label, what=what
        )

    def cell_location(self, column: str) -> Message:
        """Return the position of a cell, for a list of positions."""
        return Message("row {row}, column '{column}'", row=self.label, column=column)

    def check_unique(self, rows: dict[Key, Row], key: Key, what: Text) -> None:
        """Check that no earlier row has the same key; `what` describes it in the error."""
        other = rows.setdefault(key, self)
        if other is not self:
            raise self.make_error("{what} duplicates row {other}", what=what, other=other.label)

    def text_value(self, column: str) -> str:
        """Return a cell as text in one line; '' if missing."""
        cell = self.cells.get(column)
        if cell is None:
            return ""
        # From 64 bits on, all digits would be less readable than 1e+300.
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**64:
            cell = int(cell)
        return to_single_line(str(cell))

    def required_text(self, column: str) -> str:
        """Return a cell as text that must not be empty."""
        text = self.text_value(column)
        if not text:
            raise self.make_error("column '{column}' is empty", column=column)
        return text

    def enum_value(self, column: str, known: Sequence[str]) -> str:
        """Return a cell that is a known word, ignoring case, in the spelling of `known`."""
        text = self.required_text(column)
        for word in known:
            if text.casefold() == word.casefold():
                return word
        raise self.unknown_value_error(column, known)

    def unknown_value_error(self, column: str, known: Iterable[str]) -> DataError:
        """Return the error for a cell that is not one of the known words."""
        return self.make_error(
            "column '{column}': '{text}' is not one of {known}",
            column=column,
            known=", ".join(known),
        )

    def numeric_value(
        self, column: str, least: float = -math.inf, most: float = math.inf, below: float = math.inf
    ) -> int | float:
        """Return a finite number in `least`..`most`, < `below`; if nonzero, abs >= MIN_NONZERO."""
        value = self._parse_value(column, self.required_text(column))
        if value is None or not math.isfinite(value):
            raise self.make_error("column '{column}': '{text}' is not a number", column=column)
        if 0 < abs(value) < MIN_NONZERO:
            raise self.make_error(
                "column '{column}': {text} is too close to 0; enter 0 if zero is intended",
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
        """Return a cell as a float; bounds as in numeric_value()."""
        return float(self.numeric_value(column, **bounds))

    def is_number(self, column: str) -> bool:
        """Return whether a cell is a number, with a decimal point or comma."""
        text = self.text_value(column)
        return parse_number(text) is not None or DECIMAL_COMMA_PATTERN.fullmatch(text) is not None

    def _parse_value(self, column: str, text: str) -> int | float | None:
        """Parse the text of a cell as a number in the format of the table; None if invalid."""
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
        # Numbers of workbooks and databases are not text.
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
        """Return a cell as in float_value(); None if it is empty."""
        return self.float_value(column, **bounds) if self.text_value(column) else None

    def int_value(self, column: str, **bounds: float) -> int:
        """Return a cell as an integer; bounds as in numeric_value()."""
        value = self.numeric_value(column)
        if value != int(value):
            raise self.make_error("column '{column}': '{text}' is not an integer", column=column)
        return int(self.numeric_value(column, **bounds))

    def colour(self) -> str:
        """Return the colour of the row as #rrggbb, or ''."""
        colour = self.text_value("colour").lower()
        if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
            raise self.make_error("colour '{colour}' is not in the format #rrggbb", colour=colour)
        return colour


def read_csv(path: Path) -> Table:
    """Read a default table."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        columns = tuple(reader.fieldnames or ())
    return Table(path.name, columns, rows, is_default=True)


UTF8_ENCODING = "UTF-8"
# Byte order marks; longer ones before those that are a prefix of them.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", UTF8_ENCODING),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# Written by spreadsheets in China; GBK and GB2312 are subsets of it.
CHINESE_ENCODING = "GB18030"


def decode_text(data: bytes) -> tuple[str, str] | None:
    """Return the text of a file and the name of its encoding; None if it cannot be decoded.

    By byte order mark, otherwise UTF-8 or GB18030; texts with null bytes are rejected.
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


# Bounds of table values, which detect typing errors and wrong units. Each is far above any real
# value, and far below where sums and squares lose precision or overflow. They are passed to
# Row.float_value as keyword arguments.
Bounds = Mapping[str, float]

# Half-widths in % of a coefficient, factor or quantity: up to a hundred times the value.
U95_PCT_BOUNDS: Bounds = {"least": 0, "most": 1e4}
# Half-widths of areas: a small area may have an error as large as a map of millions of cells.
AREA_U95_PCT_BOUNDS: Bounds = {"least": 0, "most": 1e9}

# Twice the surface of the Earth, 5.1e10 ha.
AREA_HA_BOUNDS: Bounds = {"least": 0, "most": 1e11}
CELL_COUNT_BOUNDS: Bounds = {"least": 0, "most": 1e15}
SAMPLE_COUNT_BOUNDS: Bounds = {"least": 1, "most": 1e9}

# t C: all soils and plants of the Earth contain 3e12.
CARBON_TC_BOUNDS: Bounds = {"least": -1e15, "most": 1e15}
CARBON_STOCK_BOUNDS: Bounds = {"least": 0, "most": 1e15}

# Half-lives and durations of curves, in years: shorter processes are instantaneous, which tables
# specify otherwise (no half-life, the curve `instant`).
DURATION_BOUNDS: Bounds = {"least": 1e-3, "most": 1e6}
AGE_BOUNDS: Bounds = {"least": 0, "most": 1e6}
# Fraction reached by a curve; smaller ones would lose the precision of the rate.
REACHED_FRACTION_BOUNDS: Bounds = {"least": 1e-3, "below": 1}
# Power of a Chapman-Richards curve, which is 1 to 5 for forest stands.
POWER_BOUNDS: Bounds = {"least": 0.01, "most": 1e3}

# Annual quantities of a mine, in t, l, MWh or m3: all mines of the world produce some 1e10 t of
# coal.
QUANTITY_BOUNDS: Bounds = {"least": 0, "most": 1e12}
# t of gas per unit of a source: burning 1 t of carbon yields 3.7 t CO2.
MAX_EMISSION_FACTOR = 100.0
# kg per litre of fuel: diesel 0.84, gasoline 0.74.
FUEL_DENSITY_BOUNDS: Bounds = {"least": 0.5, "most": 1.5}
# t CO2 per MWh of a grid: 1.5 for old lignite plants alone.
GRID_FACTOR_BOUNDS: Bounds = {"least": 0, "most": 10}
# Hectares disturbed per 10,000 t of coal: at most one per tonne.
HA_PER_10KT_BOUNDS: Bounds = {"least": 0, "most": 1e4}
MULTIPLIER_BOUNDS: Bounds = {"least": 0, "most": 1e6}

# Labels of rows: all classes together, and land outside all units; identical in every language.
ALL_LABEL, OUTSIDE_LABEL = "(all)", "(outside)"
# Signs in rules besides class names: any class, a group, and, in `to`, the class of `from`.
ANY_CLASS, GROUP_PREFIX, SAME_CLASS = "*", "@", "="

RESERVED_TERMS = {ALL_LABEL: Term("all classes"), OUTSIDE_LABEL: Term("land outside all units")}
RULE_SIGN_TERMS = {
    ANY_CLASS: Term("any class"),
    SAME_CLASS: Term("the same class"),
    GROUP_PREFIX: Term("a group"),
}


def reserved_meaning(name: str, in_rules: bool = True) -> Term | None:
    """Return the meaning of a reserved name, ignoring case; None for other names.

    `in_rules`: whether it may be used in rules, or in a raster legend they refer to.
    """
    text = name.strip().casefold()
    sign = GROUP_PREFIX if text.startswith(GROUP_PREFIX) else text
    return RESERVED_TERMS.get(text) or (RULE_SIGN_TERMS.get(sign) if in_rules else None)


def check_reserved_name(name: str, what: Text, in_rules: bool = True) -> None:
    """Raise DataError for a reserved name; `what` is the named object, such as row 3: value 7."""
    meaning = reserved_meaning(name, in_rules)
    if meaning is not None:
        raise DataError(
            "{what}: the name '{name}' is reserved for {meaning}; use another name",
            what=what,
            name=name.strip(),
            meaning=meaning,
        )
