"""A sheet of a workbook: its cells, how they look, and how wide its columns are."""

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

# What a sheet holds in Excel.
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
# So many are looked at together for numbers that a sheet must not hold.
ROWS_PER_CHUNK = 1 << 10
# In letters: a column is as wide as the longest of its texts, but no wider and no narrower.
MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH = 60, 6
# A sheet that is no wider is printed on pages as wide as it is.
PAGE_WIDTH = 330
# What a printed page (A4) that stands has room for at full size, and one that lies: letters beside
# each other, and points of rows below each other. More letters are printed smaller; from so many on
# pages lie.
PORTRAIT_SIZE, LANDSCAPE_SIZE = (98, 745.0), (145, 500.0)
MIN_LANDSCAPE_WIDTH = 189
# What the letters leave free at both sides, and the button of a filter takes.
COLUMN_MARGIN, FILTER_BUTTON_WIDTH = 2, 2
# Of a heading in Chinese that is broken into lines, so much stands in one.
MAX_WRAPPED_WIDTH = 10

NUMERIC_KINDS = (ColumnKind.WHOLE, ColumnKind.REAL)
# Of a row of a table, and of its number in the sheet.
FormulaBuilder = Callable[[Mapping[str, object], int], str]


@dataclass(frozen=True)
class SheetCell:
    """A cell: its value, which is None in an empty one and what a formula such as B2*C2 gives."""

    value: object
    kind: ColumnKind = ColumnKind.TEXT
    style: CellStyle = DEFAULT_STYLE
    formula: str = ""


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet, its cells from the first column on; `height` in points, or the usual."""

    cells: Sequence[SheetCell | None]
    height: float | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: see core.xlsx.workbook.sheet_names.
        lines: its rows; they are gone through once.
        size: how many rows and columns it has.
        frozen: how many rows and columns stay in view; the rows are printed on every page.
        filtered: whether the first row has buttons to filter the others by.
        widths: of the columns, in letters; as their texts need it where there are none.
        lists: by the index of a column, what can be chosen in it below the first row: values with
            commas between them in double quotes, or the cells that hold them, such as
            zones!$A$2:$A$6. Other values may be typed.
        merged: cells that are one, such as A1:H1.
        links: by the name of a cell, the name of the sheet that it leads to.
        charts: what is drawn onto it, of its own cells.
        breaks: the rows, from 1, after which a printed page ends.
        printed: how many rows and columns are printed; None: all.
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
        """Whether Excel can hold it."""
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
    """A sheet with a table, its headings in the first row.

    Args:
        headings, formats: by column, what is above it, else its name, and how its numbers look.
        lists, filtered: see Sheet; lists by column.
        narrow: whether headings are broken into lines, and the first column stays in view.
        words: by column, what its cells hold in place of a key.
        formulas: by column, the formula of a cell by its row and the number of that, from 1.
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
        # GDAL takes the first row for headings where all cells of the second one are there and one
        # of them is no text, be they empty.
        if value is None and kind is ColumnKind.TEXT:
            value = ""
        formula = formulas[column](row, row_number) if column in formulas else ""
        return SheetCell(value, kind, style, formula)

    def lines() -> Iterator[SheetRow]:
        yield SheetRow(heads)
        left, before, inputs = iter(rows), 0, Term("the input tables and rasters")
        # Many at a time, and once: to make them again may take long.
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
    """How the heading of a column looks, broken into lines or not: it stands as its cells do."""
    is_number = kind in NUMERIC_KINDS
    aligned = "right" if is_number else cell_style(kind).aligned
    # Headings of numbers, which end where their columns do, would run into the next one.
    kept = indented or is_number
    return replace(HEADER_CELL_STYLE, aligned=aligned, indented=kept, wraps=broken, top=broken)


def cell_style(
    kind: ColumnKind, number_format: str = GENERAL_FORMAT, indented: bool = False
) -> CellStyle:
    """How the cells of a column look."""
    aligned = "center" if kind is ColumnKind.YES_NO else ""
    return CellStyle(number_format, aligned=aligned, indented=indented)


def text_after_number(kinds: Sequence[ColumnKind]) -> list[bool]:
    """Whether a column of texts stands behind one of numbers, which end where it begins."""
    before = [ColumnKind.TEXT, *kinds]
    return [
        kind is ColumnKind.TEXT and other in NUMERIC_KINDS for other, kind in zip(before, kinds)
    ]


@lru_cache(MAX_COLUMNS)
def column_letters(column_index: int) -> str:
    """A column's letters by its index from 0: A, B, ... Z, AA."""
    letters, rest = "", column_index + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def column_width(letters: int) -> float:
    """The width of a column by the letters of its widest cell."""
    return float(min(max(letters, MIN_COLUMN_WIDTH), MAX_COLUMN_WIDTH) + COLUMN_MARGIN)


def is_landscape(widths: Iterable[float]) -> bool:
    """Whether the pages of a sheet lie, because its columns would be small on a standing one."""
    return sum(widths) >= MIN_LANDSCAPE_WIDTH


def page_height(widths: Sequence[float]) -> float:
    """The points of rows that a printed page of a sheet has room for."""
    letters, points = LANDSCAPE_SIZE if is_landscape(widths) else PORTRAIT_SIZE
    return points * max(1.0, sum(widths) / letters)


def cell_width(cell: SheetCell) -> int:
    """How many letters a cell is wide, in those of the usual size."""
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
    """How wide the part of a word is that stands in one line; Chinese ones break anywhere."""
    return text_width(word) if word.isascii() else min(text_width(word), MAX_WRAPPED_WIDTH)


def text_width(text: str) -> int:
    """The letters of a line of text; Chinese ones are twice as wide."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
