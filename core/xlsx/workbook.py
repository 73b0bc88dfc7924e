"""Excel workbooks (.xlsx): any sheets in one file, every number with all its digits.

Written here and not with GDAL, whose driver knows neither formats nor widths, cuts digits, makes
formulas of texts that begin with `=` and writes 5.0 as 5: a column of such numbers is then taken
for whole ones, and 20.5 filled in there becomes 20. The parts are those of ECMA-376, Office Open
XML, Part 1: SpreadsheetML (a sheet: 18.3). The same sheets give the same bytes.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path
from typing import IO

from ..base.data_dictionary import Field, Kind
from ..base.messages import Cancelled, each
from ..base.numbers import apart
from .cell_styles import HEAD, MAIN, Styles, counted
from .charts import chart_part, drawing_part
from .worksheet import (
    BUTTON,
    LAST_COLUMN,
    LAST_ROW,
    PAGE_WIDTH,
    Sheet,
    SheetCell,
    column_width,
    letters_in,
    letters_of,
    lies,
)

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Parts of a workbook: the first and the last that are written here, what one about something has,
# and what others put into theirs.
FIRST_PART, LAST_PART = "[Content_Types].xml", "xl/styles.xml"
ABOUT_PART, FOREIGN_PART = "docProps/core.xml", "docProps/app.xml"
# What a cell holds in Excel, in letters.
LONGEST_TEXT = 32_767
# A sheet of more bytes is put together on the disk.
IN_MEMORY = 1 << 24
# Bytes of a sheet at a time.
PIECE = 1 << 20
# It is asked so often, in cells, whether to go on.
CELLS_BETWEEN = 10_000
# Texts that a program would make formulas of where somebody edits them.
FORMULA = re.compile(r"[=+\-@]")
# What XML cannot hold, and what a program would read as the sign for it (22.9.2.19, ST_Xstring).
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PROPERTIES = f"{PACKAGE}/metadata/core-properties"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DRAWING_TYPES = "application/vnd.openxmlformats-officedocument"
PACKAGE_TYPES = "application/vnd.openxmlformats-package"
# The earliest that a zip can tell: no workbook differs from another by the time of its making.
NO_TIME = (1980, 1, 1, 0, 0, 0)

# What Excel takes for the name of a sheet.
LONGEST_NAME = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
RESERVED = ("history",)


def write_sheet(
    out: IO[bytes], sheet: Sheet, styles: Styles, going_on: Callable[[], bool] = lambda: True
) -> None:
    """Write a sheet's part of a workbook.

    Raises:
        OSError: it cannot be written.
    """
    widths: dict[int, int] = {}
    left = 0
    # How wide the columns are stands before the cells, and is known after them.
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
        for row_number, line in enumerate(sheet.lines, 1):
            left -= len(line.cells)
            if left < 0:
                left = CELLS_BETWEEN
                if not going_on():
                    raise Cancelled
            cells = []
            for column_index, cell in enumerate(line.cells):
                if cell is not None:
                    widths[column_index] = max(widths.get(column_index, 0), letters_in(cell))
                    cells.append(_cell(f"{letters_of(column_index)}{row_number}", cell, styles))
            height = f' ht="{line.height:g}" customHeight="1"' if line.height else ""
            row = f'<row r="{row_number}"{height}>{"".join(cells)}</row>'
            body.write(row.encode("utf-8", "replace"))
        spare = BUTTON if sheet.filtered else 0
        wide: dict[int, float] = dict(enumerate(sheet.widths)) or {
            column_index: column_width(letters) + spare for column_index, letters in widths.items()
        }
        out.write(_before(sheet, wide).encode("utf-8"))
        _copy(body, out, going_on)
    out.write(_after(sheet, lies(wide.values())).encode("utf-8", "replace"))


def _cell(address: str, cell: SheetCell, styles: Styles) -> str:
    style, value = cell.style, cell.value
    if cell.kind is Kind.TEXT and FORMULA.match(str(value)):
        style = replace(style, is_text=True)
    style_id = styles.number_of(style)
    look = f' s="{style_id}"' if style_id else ""
    if value is None:
        return f'<c r="{address}"{look}/>'
    if cell.kind is Kind.TEXT:
        text = escape(in_xml(str(value)), quote=False)
        return (
            f'<c r="{address}"{look} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        )
    if cell.kind is Kind.YES_NO:
        return f'<c r="{address}"{look} t="b"><v>{int(bool(value))}</v></c>'
    # As Python writes them, 5.0 and not 5: all digits, and a column of them is not one of codes.
    shown = float(str(value)) if cell.kind is Kind.REAL else int(str(value))
    formula = f"<f>{escape(cell.formula, quote=False)}</f>" if cell.formula else ""
    return f'<c r="{address}"{look}>{formula}<v>{shown!r}</v></c>'


def in_xml(text: str) -> str:
    """A text as the file holds it: letters that XML has no place for by their codes.

    One that is longer than a cell can hold ends in three dots.
    """
    if len(text) > LONGEST_TEXT:
        text = f"{text[: LONGEST_TEXT - 3]}..."
    return NOT_IN_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _before(sheet: Sheet, widths: Mapping[int, float]) -> str:
    """What stands before the cells; `widths` are those of the columns."""
    rows, columns = sheet.frozen
    pane = ""
    if rows or columns:
        split = f' xSplit="{columns}"' if columns else ""
        split += f' ySplit="{rows}"' if rows else ""
        name = ("bottom" if rows else "top") + ("Right" if columns else "Left")
        pane = (
            f'<pane{split} topLeftCell="{letters_of(columns)}{rows + 1}" activePane="{name}" '
            'state="frozen"/>'
        )
    columns_part = "".join(
        f'<col min="{index + 1}" max="{index + 1}" width="{width:g}" customWidth="1"/>'
        for index, width in sorted(widths.items())
    )
    end = sheet.printed[1] if sheet.printed else sheet.size[1]
    fits = sum(width for index, width in widths.items() if index < end) <= PAGE_WIDTH
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheetPr><pageSetUpPr '
        f'fitToPage="{int(fits)}"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
        f"{pane}</sheetView></sheetViews>"
        f"{f'<cols>{columns_part}</cols>' if columns_part else ''}<sheetData>"
    )


def _after(sheet: Sheet, lies: bool) -> str:
    """What stands behind the cells, in the order that Excel insists on."""
    rows, columns = sheet.size
    parts = ["</sheetData>"]
    if sheet.filtered:
        parts.append(f'<autoFilter ref="A1:{letters_of(columns - 1)}{rows}"/>')
    merged = [f'<mergeCell ref="{cells}"/>' for cells in sheet.merged]
    lists = []
    for column_index, choices in sheet.lists.items():
        letters = letters_of(column_index)
        lists.append(
            f'<dataValidation type="list" allowBlank="1" sqref="{letters}2:{letters}{LAST_ROW}">'
            f"<formula1>{escape(choices, quote=False)}</formula1></dataValidation>"
        )
    links = [
        f'<hyperlink ref="{cell}" location="{escape(quoted(name))}!A1"/>'
        for cell, name in sheet.links.items()
    ]
    parts += [counted("mergeCells", merged), counted("dataValidations", lists)]
    if links:
        parts.append(f"<hyperlinks>{''.join(links)}</hyperlinks>")
    parts.append(
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" '
        f'orientation="{"landscape" if lies else "portrait"}" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
    )
    if sheet.breaks:
        ends = [f'<brk id="{row}" max="{LAST_COLUMN - 1}" man="1"/>' for row in sheet.breaks]
        counts = f'count="{len(ends)}" manualBreakCount="{len(ends)}"'
        parts.append(f"<rowBreaks {counts}>{''.join(ends)}</rowBreaks>")
    if sheet.charts:
        parts.append('<drawing r:id="rId1"/>')
    return "".join([*parts, "</worksheet>"])


def quoted(name: str) -> str:
    """The name of a sheet as formulas have it."""
    if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII):
        return name
    return "'" + name.replace("'", "''") + "'"


@dataclass(frozen=True)
class About:
    """What the file tells of itself: its title, who made it, and what there is to say."""

    title: str = ""
    author: str = ""
    comment: str = ""


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names for sheets, each as near to the one that is wanted as Excel allows.

    They have at most 31 letters, none of []:*?/\\, no apostrophe at an end, and are told apart by a
    number without regard to case.
    """

    def numbered(name: str, suffix: int) -> str:
        end = f" {suffix}" if suffix > 1 else ""
        # Excel counts the letters beyond 16 bits as two.
        letters = name.encode("utf-16-le", "replace")[: 2 * (LONGEST_NAME - len(end))]
        return (letters.decode("utf-16-le", "ignore").strip("' ") or "_") + end

    return apart((NOT_IN_NAMES.sub("_", name) for name in wanted), numbered, RESERVED)


def workbook(sheets: Sequence[Sheet], about: About | None = None) -> bytes:
    """The file of a workbook with these sheets, in their order."""
    file = io.BytesIO()
    write_workbook(file, sheets, about)
    return file.getvalue()


def write_workbook(
    file: str | Path | IO[bytes],
    sheets: Sequence[Sheet],
    about: About | None = None,
    going_on: Callable[[], bool] = lambda: True,
) -> None:
    """Write a workbook with these sheets, in their order.

    Raises:
        OSError: it cannot be written.
    """
    sheet_ids = range(1, len(sheets) + 1)
    styles = Styles()
    drawings = _drawings(sheets)
    of_file = {"xl/workbook.xml": f"{DOCUMENT}/officeDocument"}
    if about is not None:
        of_file[ABOUT_PART] = f"{PACKAGE}/relationships/metadata/core-properties"
    of_book = {f"worksheets/sheet{n}.xml": f"{DOCUMENT}/worksheet" for n in sheet_ids}
    of_book["styles.xml"] = f"{DOCUMENT}/styles"
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, FIRST_PART, _content_types(sheet_ids, drawings, about is not None))
        _add(archive, "_rels/.rels", _relations(of_file))
        if about is not None:
            _add(archive, ABOUT_PART, _properties(about))
        _add(archive, "xl/workbook.xml", _book(sheets))
        _add(archive, "xl/_rels/workbook.xml.rels", _relations(of_book))
        for sheet_id, sheet in zip(sheet_ids, sheets):
            # Its size has to be known before it goes into the archive.
            with tempfile.SpooledTemporaryFile(IN_MEMORY) as part:
                write_sheet(part, sheet, styles, going_on)
                _add(archive, f"xl/worksheets/sheet{sheet_id}.xml", part, going_on)
        for name, drawn in drawings.items():
            _add(archive, name, drawn)
        _add(archive, LAST_PART, styles.part())


def _drawings(sheets: Sequence[Sheet]) -> dict[str, str]:
    """The parts of the charts, by name: a drawing for each sheet that has some."""
    parts, charts = {}, 0
    for sheet_id, sheet in enumerate(sheets, 1):
        if not sheet.charts:
            continue
        targets = {}
        for chart in sheet.charts:
            charts += 1
            parts[f"xl/charts/chart{charts}.xml"] = chart_part(chart)
            targets[f"../charts/chart{charts}.xml"] = f"{DOCUMENT}/chart"
        drawing = f"drawing{sheet_id}.xml"
        parts[f"xl/drawings/{drawing}"] = drawing_part(sheet.charts, DOCUMENT)
        parts[f"xl/drawings/_rels/{drawing}.rels"] = _relations(targets)
        to_drawing = {f"../drawings/{drawing}": f"{DOCUMENT}/drawing"}
        parts[f"xl/worksheets/_rels/sheet{sheet_id}.xml.rels"] = _relations(to_drawing)
    return parts


def _copy(part: IO[bytes], out: IO[bytes], going_on: Callable[[], bool]) -> None:
    """All of a file, whose end is where it stands."""
    part.seek(0)
    for piece in each(iter(partial(part.read, PIECE), b""), going_on):
        out.write(piece)


def _add(
    archive: zipfile.ZipFile,
    name: str,
    part: str | IO[bytes],
    going_on: Callable[[], bool] = lambda: True,
) -> None:
    about = zipfile.ZipInfo(name, NO_TIME)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.create_system = 3  # else it would tell on which system it was made
    if isinstance(part, str):
        archive.writestr(about, part.encode("utf-8", "replace"))
        return
    about.file_size = part.tell()
    with archive.open(about, "w") as out:
        _copy(part, out, going_on)


def cells_of(table: str, fields: Sequence[Field], rows: int, column: str) -> str:
    """The cells of a column without its header, as a list of choices names them; `table` is the
    name of the sheet, `rows` how many it has."""
    letters = letters_of([name for name, _ in fields].index(column))
    return f"{quoted(table)}!${letters}$2:${letters}${max(2, rows + 1)}"


def _content_types(sheet_ids: Sequence[int], drawings: Iterable[str], has_properties: bool) -> str:
    kinds = {
        "/xl/workbook.xml": f"{TYPES}.sheet.main",
        "/xl/styles.xml": f"{TYPES}.styles",
        **{f"/xl/worksheets/sheet{n}.xml": f"{TYPES}.worksheet" for n in sheet_ids},
    }
    for start, kind in (("xl/charts/", "drawingml.chart"), ("xl/drawings/drawing", "drawing")):
        named = (name for name in drawings if name.startswith(start))
        kinds.update({f"/{name}": f"{DRAWING_TYPES}.{kind}" for name in named})
    if has_properties:
        kinds[f"/{ABOUT_PART}"] = f"{PACKAGE_TYPES}.core-properties"
    parts = "".join(
        f'<Override PartName="{part}" ContentType="{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"{PACKAGE_TYPES}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    """The part that says what its targets are."""
    parts = "".join(
        f'<Relationship Id="rId{relation_id}" Type="{kind}" Target="{target}"/>'
        for relation_id, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{parts}</Relationships>'


def _properties(about: About) -> str:
    """What the file tells of itself; nothing of when it was made."""
    texts = {"title": about.title, "creator": about.author, "description": about.comment}
    parts = "".join(
        f"<dc:{name}>{escape(in_xml(text), quote=False)}</dc:{name}>"
        for name, text in texts.items()
        if text
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PROPERTIES}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{parts}</cp:coreProperties>'
    )


def _book(sheets: Sequence[Sheet]) -> str:
    parts = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    names = ""
    for index, sheet in enumerate(sheets):
        name = escape(quoted(sheet.name), quote=False)
        (rows, columns), (rows_kept, columns_kept) = sheet.size, sheet.frozen
        if sheet.filtered:
            last = f"${letters_of(columns - 1)}${rows}"
            names += (
                f'<definedName name="_xlnm._FilterDatabase" localSheetId="{index}" hidden="1">'
                f"{name}!$A$1:{last}</definedName>"
            )
        if sheet.printed:
            end = f"${letters_of(min(columns, sheet.printed[1]) - 1)}${min(rows, sheet.printed[0])}"
            names += (
                f'<definedName name="_xlnm.Print_Area" localSheetId="{index}">'
                f"{name}!$A$1:{end}</definedName>"
            )
        if rows_kept:
            kept = [f"{name}!$1:${rows_kept}"]
            if columns_kept:
                kept.insert(0, f"{name}!$A:${letters_of(columns_kept - 1)}")
            names += (
                f'<definedName name="_xlnm.Print_Titles" localSheetId="{index}">'
                f"{','.join(kept)}</definedName>"
            )
    named = f"<definedNames>{names}</definedNames>" if names else ""
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><bookViews>'
        f"<workbookView/></bookViews><sheets>{parts}</sheets>{named}"
        "</workbook>"
    )


def is_as_written(path: str | Path) -> bool:
    """Whether a file is a workbook about something, as it was written here.

    Programs for spreadsheets, and GDAL, put a part into what they save that is never written here.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
    whole = names[:1] == [FIRST_PART] and names[-1:] == [LAST_PART]
    return whole and ABOUT_PART in names and FOREIGN_PART not in names
