"""The part of a workbook's file that a sheet is (xl/worksheets/sheet1.xml).

After ECMA-376, Office Open XML, Part 1: SpreadsheetML, 18.3.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from typing import IO

from ..base.columns import Kind
from ..base.messages import Cancelled
from .cell_styles import HEAD, MAIN, Styles
from .worksheet import (
    BUTTON,
    LAST_ROW,
    Sheet,
    SheetCell,
    SheetRow,
    column_width,
    letters_in,
    letters_of,
)

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# What a cell holds in Excel, in letters.
LONGEST_TEXT = 32_767
# A sheet that is no wider is printed on pages as wide as it is.
PAGE_WIDTH = 260
# A sheet of more bytes is put together on the disk.
IN_MEMORY = 1 << 24
# It is asked so often, in rows, whether to go on.
ROWS_BETWEEN = 5_000
# Texts that a program would make formulas of where somebody edits them.
FORMULA = re.compile(r"[=+\-@]")
# What XML cannot hold, and what a program would read as the sign for it (22.9.2.19, ST_Xstring).
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


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


def _row(number: int, line: SheetRow, styles: Styles, widths: dict[int, int]) -> str:
    """A row's part; `widths` grows by what its cells need."""
    parts = []
    for place, cell in enumerate(line.cells):
        if cell is not None:
            widths[place] = max(widths.get(place, 0), letters_in(cell))
            parts.append(_cell(f"{letters_of(place)}{number}", cell, styles))
    height = f' ht="{line.height:g}" customHeight="1"' if line.height else ""
    return f'<row r="{number}"{height}>{"".join(parts)}</row>'


def _cell(place: str, cell: SheetCell, styles: Styles) -> str:
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
    return NOT_IN_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


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
