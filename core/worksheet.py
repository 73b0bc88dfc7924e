"""A sheet of a workbook: its cells, how wide its columns are, and its part of the file.

After ECMA-376, Office Open XML, Part 1: SpreadsheetML, 18.3.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import IO

from .cell_styles import GENERAL, HEAD, HEADER, MAIN, PLAIN, Style, Styles, shown_number
from .columns import Field, Kind
from .messages import Cancelled

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# What a sheet holds in Excel, and a cell of it.
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
LONGEST_TEXT = 32_767
# In letters: a column is as wide as the longest of its texts, but no wider and no narrower.
WIDEST, NARROWEST = 60, 6
# What the letters leave free at both sides, and the button of a filter takes.
MARGIN, BUTTON = 2, 2
# Of a heading in Chinese that is broken into lines, so much stands in one.
BROKEN = 16
# A sheet that is no wider is printed on pages as wide as it is.
PAGE_WIDTH = 260
# A sheet of more bytes is put together on the disk.
IN_MEMORY = 1 << 24
# It is asked so often, in rows, whether to go on.
ROWS_BETWEEN = 5_000

NUMBERS = (Kind.WHOLE, Kind.REAL)
# Texts that a program would make formulas of where somebody edits them.
FORMULA = re.compile(r"[=+\-@]")
# What XML cannot hold, and what a program would read as the sign for it (22.9.2.19, ST_Xstring).
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Cell:
    """A cell: its value, what kind that is, and how it looks; None is an empty one."""

    value: object
    kind: Kind = Kind.TEXT
    style: Style = PLAIN


@dataclass(frozen=True)
class Line:
    """A row of a sheet, its cells from the first column on; `height` in points, or the usual."""

    cells: Sequence[Cell | None]
    height: float | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: see core.workbook.sheet_names.
        lines: its rows; they are gone through once.
        size: how many rows and columns it has.
        frozen: how many rows and columns stay in view; the rows are printed on every page.
        filtered: whether the first row has buttons to filter the others by.
        widths: of the columns, in letters; as their texts need it where there are none.
        lists: by the place of a column, what can be chosen in it below the first row: values with
            commas between them in double quotes, or the cells that hold them, such as
            zones!$A$2:$A$6. Other values may be typed.
        merged: cells that are one, such as A1:H1.
        links: by the name of a cell, the name of the sheet that it leads to.
    """

    name: str
    lines: Iterable[Line]
    size: tuple[int, int]
    frozen: tuple[int, int] = (1, 0)
    filtered: bool = False
    widths: Sequence[float] = ()
    lists: Mapping[int, str] = field(default_factory=dict)
    merged: Sequence[str] = ()
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def fits(self) -> bool:
        """Whether Excel can hold it."""
        rows, columns = self.size
        return rows <= LAST_ROW and columns <= LAST_COLUMN


@dataclass(frozen=True)
class TableLines:
    """The rows of a table as those of a sheet, its headings first.

    Attributes:
        headings, formats: by column, what is above it and the format of its numbers.
    """

    fields: Sequence[Field]
    rows: Iterable[Mapping[str, object]]
    headings: Mapping[str, str]
    formats: Mapping[str, str]
    narrow: bool

    def __iter__(self) -> Iterator[Line]:
        indented = after_numbers([kind for _, kind in self.fields])
        yield Line(
            [
                Cell(self.headings.get(name, name), style=heading(kind, indent, self.narrow))
                for (name, kind), indent in zip(self.fields, indented)
            ]
        )
        styles = [
            (name, kind, cell_style(kind, self.formats.get(name, GENERAL), indent))
            for (name, kind), indent in zip(self.fields, indented)
        ]
        for row in self.rows:
            yield Line(
                [
                    None if row[name] is None else Cell(row[name], kind, style)
                    for name, kind, style in styles
                ]
            )


def table_sheet(
    name: str,
    fields: Sequence[Field],
    rows: Sequence[Mapping[str, object]],
    headings: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
    lists: Mapping[str, str] | None = None,
    filtered: bool = False,
    narrow: bool = False,
) -> Sheet:
    """A sheet with a table, its headings in the first row.

    Args:
        fields: the columns and what they hold.
        rows: cells by column; None for an empty one.
        headings, formats, lists: by column; a heading is the column's name where none is given.
        filtered: see Sheet.
        narrow: whether headings are broken into lines, and the first column stays in view.
    """
    places = {column: place for place, (column, _) in enumerate(fields)}
    return Sheet(
        name,
        TableLines(fields, rows, headings or {}, formats or {}, narrow),
        (len(rows) + 1, len(fields)),
        frozen=(1, 1 if narrow else 0),
        filtered=filtered,
        lists={places[column]: choices for column, choices in (lists or {}).items()},
    )


def heading(kind: Kind, indented: bool = False, broken: bool = False) -> Style:
    """How the heading of a column looks: it stands as its cells do.

    Args:
        broken: whether it is broken into lines.
    """
    aligned = "right" if kind in NUMBERS else cell_style(kind).aligned
    return replace(HEADER, aligned=aligned, indented=indented, wraps=broken, top=broken)


def cell_style(kind: Kind, number_format: str = GENERAL, indented: bool = False) -> Style:
    """How the cells of a column look."""
    aligned = "center" if kind is Kind.YES_NO else ""
    return Style(number_format, aligned=aligned, indented=indented)


def after_numbers(kinds: Sequence[Kind]) -> list[bool]:
    """Whether a column of texts stands behind one of numbers, which end where it begins."""
    before = [Kind.TEXT, *kinds]
    return [kind is Kind.TEXT and other in NUMBERS for other, kind in zip(before, kinds)]


def letters_of(place: int) -> str:
    """A column's letters by its place from 0: A, B, ... Z, AA."""
    letters, rest = "", place + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def write_sheet(
    out: IO[bytes], sheet: Sheet, styles: Styles, going_on: Callable[[], bool] = lambda: True
) -> None:
    """Write a sheet's part of a workbook.

    Raises:
        OSError: it cannot be written.
        Cancelled: going_on returned False.
    """
    widths: dict[int, int] = {}
    # How wide the columns are stands before the cells, and is known after them.
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
        for number, line in enumerate(sheet.lines, 1):
            if number % ROWS_BETWEEN == 0 and not going_on():
                raise Cancelled
            body.write(_row(number, line, styles, widths).encode("utf-8", "replace"))
        out.write(_before(sheet, widths).encode("utf-8"))
        body.seek(0)
        shutil.copyfileobj(body, out)
    out.write(_after(sheet).encode("utf-8", "replace"))


def _row(number: int, line: Line, styles: Styles, widths: dict[int, int]) -> str:
    """A row's part; `widths` grows by what its cells need."""
    parts = []
    for place, cell in enumerate(line.cells):
        if cell is not None:
            widths[place] = max(widths.get(place, 0), letters_in(cell))
            parts.append(_cell(f"{letters_of(place)}{number}", cell, styles))
    height = f' ht="{line.height:g}" customHeight="1"' if line.height else ""
    return f'<row r="{number}"{height}>{"".join(parts)}</row>'


def column_width(letters: int) -> float:
    """The width of a column by the letters of its widest cell."""
    return float(min(max(letters, NARROWEST), WIDEST) + MARGIN)


def letters_in(cell: Cell) -> int:
    """How many letters a cell is wide, in those of the usual size."""
    if cell.value is None:
        wide = 0
    elif cell.kind in NUMBERS:
        wide = len(shown_number(float(str(cell.value)), cell.style.format))
    elif cell.kind is Kind.YES_NO:
        wide = len("FALSE")
    elif cell.style.wraps:
        wide = max(map(_unbroken, str(cell.value).split()), default=0)
    else:
        wide = max(map(text_width, str(cell.value).split("\n"))) + cell.style.indented
    return round(wide * (1.1 if cell.style.bold else 1.0) + 0.4)


def _unbroken(word: str) -> int:
    """How wide the part of a word is that stands in one line; Chinese ones break anywhere."""
    return text_width(word) if word.isascii() else min(text_width(word), BROKEN)


def text_width(text: str) -> int:
    """The letters of a line of text; Chinese ones are twice as wide."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _cell(place: str, cell: Cell, styles: Styles) -> str:
    style, value = cell.style, cell.value
    if cell.kind is Kind.TEXT and FORMULA.match(str(value)):
        style = replace(style, is_text=True)
    number = styles.number_of(style)
    look = f' s="{number}"' if number else ""
    if value is None:
        return f'<c r="{place}"{look}/>'
    if cell.kind is Kind.TEXT:
        text = escape(in_xml(str(value)), quote=False)
        return f'<c r="{place}"{look} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    if cell.kind is Kind.YES_NO:
        return f'<c r="{place}"{look} t="b"><v>{int(bool(value))}</v></c>'
    # As Python writes them, 5.0 and not 5: all digits, and a column of them is not one of codes.
    shown = float(str(value)) if cell.kind is Kind.REAL else int(str(value))
    return f'<c r="{place}"{look}><v>{shown!r}</v></c>'


def in_xml(text: str) -> str:
    """A text as the file holds it: letters that XML has no place for by their codes.

    One that is longer than a cell can hold ends in three dots.
    """
    if len(text) > LONGEST_TEXT:
        text = f"{text[: LONGEST_TEXT - 3]}..."
    return NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _before(sheet: Sheet, widths: Mapping[int, int]) -> str:
    """What stands before the cells."""
    rows, columns = sheet.frozen
    pane = ""
    if rows or columns:
        split = f' xSplit="{columns}"' if columns else ""
        split += f' ySplit="{rows}"' if rows else ""
        name = {(True, True): "bottomRight", (True, False): "bottomLeft"}.get(
            (bool(rows), bool(columns)), "topRight"
        )
        pane = (
            f'<pane{split} topLeftCell="{letters_of(columns)}{rows + 1}" activePane="{name}" '
            'state="frozen"/>'
        )
    spare = BUTTON if sheet.filtered else 0
    wide: dict[int, float] = dict(enumerate(sheet.widths)) or {
        place: column_width(letters) + spare for place, letters in widths.items()
    }
    columns_part = "".join(
        f'<col min="{place + 1}" max="{place + 1}" width="{width:g}" customWidth="1"/>'
        for place, width in sorted(wide.items())
    )
    fits = sum(wide.values()) <= PAGE_WIDTH
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheetPr><pageSetUpPr '
        f'fitToPage="{int(fits)}"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
        f"{pane}</sheetView></sheetViews>"
        f"{f'<cols>{columns_part}</cols>' if columns_part else ''}<sheetData>"
    )


def _after(sheet: Sheet) -> str:
    """What stands behind the cells, in the order that Excel insists on."""
    rows, columns = sheet.size
    parts = ["</sheetData>"]
    if sheet.filtered:
        parts.append(f'<autoFilter ref="A1:{letters_of(columns - 1)}{rows}"/>')
    merged = [f'<mergeCell ref="{cells}"/>' for cells in sheet.merged]
    lists = []
    for place, choices in sheet.lists.items():
        letters = letters_of(place)
        lists.append(
            f'<dataValidation type="list" allowBlank="1" sqref="{letters}2:{letters}{LAST_ROW}">'
            f"<formula1>{escape(choices, quote=False)}</formula1></dataValidation>"
        )
    links = [
        f'<hyperlink ref="{cell}" location="{escape(quoted(name))}!A1"/>'
        for cell, name in sheet.links.items()
    ]
    if merged:
        parts.append(f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells>')
    if lists:
        parts.append(f'<dataValidations count="{len(lists)}">{"".join(lists)}</dataValidations>')
    if links:
        parts.append(f"<hyperlinks>{''.join(links)}</hyperlinks>")
    parts.append(
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
        "</worksheet>"
    )
    return "".join(parts)


def quoted(name: str) -> str:
    """The name of a sheet as formulas have it."""
    if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII):
        return name
    return "'" + name.replace("'", "''") + "'"
