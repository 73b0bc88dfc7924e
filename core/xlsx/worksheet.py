"""Sheets of a workbook: cells, rows, table sheets and column widths."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from ..base.data_dictionary import ColumnKind, Field, check_finite
from ..base.messages import Term
from .cell_styles import DEFAULT_STYLE, GENERAL_FORMAT, HEADER_CELL_STYLE, CellStyle, format_number
from .charts import BarChart

# Excel limits of a sheet.
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
# Number of rows checked together for non-finite numbers.
ROWS_PER_CHUNK = 1 << 10
# In characters: columns are as wide as their longest text, within these limits.
MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH = 60, 6
# Wider sheets are not scaled to the page width.
PAGE_WIDTH = 330
# Content of a printed A4 page at full size, portrait and landscape: characters per line, and points
# of row height. Wider sheets are scaled down; from MIN_LANDSCAPE_WIDTH on, pages are landscape.
PORTRAIT_SIZE, LANDSCAPE_SIZE = (98, 745.0), (145, 500.0)
MIN_LANDSCAPE_WIDTH = 189
# Margins on both sides of a text, and width of a filter button.
COLUMN_MARGIN, FILTER_BUTTON_WIDTH = 2, 2
# Maximum characters per line of a wrapped heading in Chinese.
MAX_WRAPPED_WIDTH = 10

NUMERIC_KINDS = (ColumnKind.WHOLE, ColumnKind.REAL)
# Function of a table row and its row number in the sheet.
FormulaBuilder = Callable[[Mapping[str, object], int], str]


@dataclass(frozen=True)
class SheetCell:
    """Cell with its value, None if empty, or the result of a formula such as B2*C2."""

    value: object
    kind: ColumnKind = ColumnKind.TEXT
    style: CellStyle = DEFAULT_STYLE
    formula: str = ""


@dataclass(frozen=True)
class SheetRow:
    """Row with its cells from the first column; `height` in points, or the default."""

    cells: Sequence[SheetCell | None]
    height: float | None = None


@dataclass(frozen=True)
class Sheet:
    """Sheet of a workbook.

    Attributes:
        name: see core.xlsx.workbook.sheet_names.
        lines: its rows, iterated once.
        size: number of rows and columns.
        frozen: number of rows and columns that stay visible; the rows are printed on every
            page.
        filtered: whether the first row has filter buttons.
        widths: column widths in characters; determined from the texts if empty.
        lists: choices below the first row by column index: comma-separated values in double
            quotes, or the cells with them, such as zones!$A$2:$A$6. Other values may be
            typed.
        merged: merged cells, such as A1:H1.
        links: target sheet name by cell name.
        charts: charts of its own cells.
        breaks: rows, from 1, followed by a page break.
        printed: number of rows and columns printed; None: all.
    """

    name: str
    lines: Iterable[SheetRow]
    size: tuple[int, int]
    frozen: tuple[int, int] = (1, 0)
    filtered: bool = False
    widths: Sequence[float] = ()
    lists: Mapping[int, str] = field(default_factory=dict)
    merged: Sequence[str] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    charts: Sequence[BarChart] = ()
    breaks: Sequence[int] = ()
    printed: tuple[int, int] | None = None

    @property
    def is_within_limits(self) -> bool:
        """Whether the sheet is within the limits of Excel."""
        rows, columns = self.size
        return rows <= MAX_ROWS and columns <= MAX_COLUMNS


def table_sheet(
    name: str,
    fields: Sequence[Field],
    rows: Sequence[Mapping[str, object]],
    headings: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
    lists: Mapping[str, str] | None = None,
    filtered: bool = False,
    narrow: bool = False,
    words: Mapping[str, Mapping[str, str]] | None = None,
    formulas: Mapping[str, FormulaBuilder] | None = None,
) -> Sheet:
    """Create a sheet with a table and its headings in the first row.

    Args:
        headings, formats: by column, heading (default: column name) and number format.
        lists, filtered: see Sheet; lists by column.
        narrow: whether headings are wrapped and the first column stays visible.
        words: by column, texts that replace keys.
        formulas: by column, function that returns the formula of a cell by its row and row
            number, from 1.
    """
    headings, formats, words, formulas = headings or {}, formats or {}, words or {}, formulas or {}
    indices = {column: index for index, (column, _) in enumerate(fields)}
    indented = text_after_number([kind for _, kind in fields])
    heads = [
        SheetCell(headings.get(column, column), style=heading_style(kind, indent, narrow))
        for (column, kind), indent in zip(fields, indented)
    ]
    styles = [
        cell_style(kind, formats.get(column, GENERAL_FORMAT), indent)
        for (column, kind), indent in zip(fields, indented)
    ]

    def cell(
        row_number: int, row: Mapping[str, object], field: Field, style: CellStyle
    ) -> SheetCell | None:
        column, kind = field
        value = row[column]
        if column in words:
            value = words[column].get(str(value), value)
        if value is None and row_number > 2:
            return None
        # GDAL treats the first row as headings if all cells of the second one exist, even if empty,
        # and one of them is not text.
        if value is None and kind is ColumnKind.TEXT:
            value = ""
        formula = formulas[column](row, row_number) if column in formulas else ""
        return SheetCell(value, kind, style, formula)

    def lines() -> Iterator[SheetRow]:
        yield SheetRow(heads)
        left, before, inputs = iter(rows), 0, Term("the input tables and rasters")
        # In chunks and only once, as creating the rows may be slow.
        while some := list(islice(left, ROWS_PER_CHUNK)):
            check_finite(name, fields, some, inputs, before)
            for row_number, row in enumerate(some, before + 2):
                yield SheetRow([cell(row_number, row, *looks) for looks in zip(fields, styles)])
            before += len(some)

    return Sheet(
        name,
        lines(),
        (len(rows) + 1, len(fields)),
        frozen=(1, 1 if narrow else 0),
        filtered=filtered,
        lists={indices[column]: choices for column, choices in (lists or {}).items()},
    )


def heading_style(kind: ColumnKind, indented: bool = False, broken: bool = False) -> CellStyle:
    """Return the style of a column heading, wrapped or not, aligned like its cells."""
    is_number = kind in NUMERIC_KINDS
    aligned = "right" if is_number else cell_style(kind).aligned
    # Right-aligned headings of numbers would run into the next one.
    kept = indented or is_number
    return replace(HEADER_CELL_STYLE, aligned=aligned, indented=kept, wraps=broken, top=broken)


def cell_style(
    kind: ColumnKind, number_format: str = GENERAL_FORMAT, indented: bool = False
) -> CellStyle:
    """Return the style of the cells of a column."""
    aligned = "center" if kind is ColumnKind.YES_NO else ""
    return CellStyle(number_format, aligned=aligned, indented=indented)


def text_after_number(kinds: Sequence[ColumnKind]) -> list[bool]:
    """Return whether each column is a text column following a numeric one, to be indented."""
    before = [ColumnKind.TEXT, *kinds]
    return [
        kind is ColumnKind.TEXT and other in NUMERIC_KINDS for other, kind in zip(before, kinds)
    ]


@lru_cache(MAX_COLUMNS)
def column_letters(column_index: int) -> str:
    """Return the letters of a column by its index from 0: A, B, ... Z, AA."""
    letters, rest = "", column_index + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def column_width(letters: int) -> float:
    """Return the width of a column by the characters of its widest cell."""
    return float(min(max(letters, MIN_COLUMN_WIDTH), MAX_COLUMN_WIDTH) + COLUMN_MARGIN)


def is_landscape(widths: Iterable[float]) -> bool:
    """Return whether a sheet is printed in landscape, because of its width."""
    return sum(widths) >= MIN_LANDSCAPE_WIDTH


def page_height(widths: Sequence[float]) -> float:
    """Return the row height in points that fits on a printed page of a sheet."""
    letters, points = LANDSCAPE_SIZE if is_landscape(widths) else PORTRAIT_SIZE
    return points * max(1.0, sum(widths) / letters)


def cell_width(cell: SheetCell) -> int:
    """Return the width of a cell in characters of the default size."""
    if cell.value is None:
        wide = 0
    elif cell.kind in NUMERIC_KINDS:
        wide = len(format_number(float(str(cell.value)), cell.style.format))
    elif cell.kind is ColumnKind.YES_NO:
        wide = len("FALSE")
    elif cell.style.wraps:
        wide = max(map(_unbroken_width, str(cell.value).split()), default=0) + cell.style.indented
    else:
        wide = max(map(text_width, str(cell.value).split("\n"))) + cell.style.indented
    return round(wide * (1.1 if cell.style.bold else 1.0) + 0.4)


def _unbroken_width(word: str) -> int:
    """Return the width of the unbreakable part of a word; Chinese ones break anywhere."""
    return text_width(word) if word.isascii() else min(text_width(word), MAX_WRAPPED_WIDTH)


def text_width(text: str) -> int:
    """Return the width of a line of text in characters; Chinese ones have twice the width."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
