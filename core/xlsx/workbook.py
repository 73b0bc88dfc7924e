"""Writer for Excel workbooks (.xlsx) with any number of sheets, at full numeric precision.

GDAL is not used, because its driver lacks formats and column widths, truncates digits,
converts texts starting with `=` to formulas and writes 5.0 as 5: a column of such
numbers is then read as integers, and 20.5 entered in it becomes 20. The parts follow
ECMA-376, Office Open XML, Part 1: SpreadsheetML (sheets: 18.3). The same sheets give
identical bytes.
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

from ..base.data_dictionary import ColumnKind, Field
from ..base.messages import RunCancelledError, iter_until_cancelled
from ..base.numbers import make_distinct_names
from .cell_styles import SPREADSHEET_NAMESPACE, XML_DECLARATION, StyleRegistry, counted_element
from .charts import chart_xml, drawing_xml
from .worksheet import (
    FILTER_BUTTON_WIDTH,
    MAX_COLUMNS,
    MAX_ROWS,
    PAGE_WIDTH,
    Sheet,
    SheetCell,
    cell_width,
    column_letters,
    column_width,
    is_landscape,
)

RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# First and last parts of the workbook, the part of properties, and a part that other programs add.
CONTENT_TYPES_PART, STYLES_PART = "[Content_Types].xml", "xl/styles.xml"
CORE_PROPERTIES_PART, APP_PROPERTIES_PART = "docProps/core.xml", "docProps/app.xml"
# Maximum text length of a cell in Excel.
MAX_TEXT_LENGTH = 32_767
# Larger sheets are buffered on disk.
MAX_MEMORY_BYTES = 1 << 24
# Chunk size for copying a sheet.
CHUNK_BYTES = 1 << 20
# Interval of cancellation checks, in cells.
CANCEL_CHECK_CELLS = 10_000
# Texts that a program would turn into formulas when edited.
FORMULA_PATTERN = re.compile(r"[=+\-@]")
# Characters not allowed in XML, and text that would be read as an escape sequence (22.9.2.19,
# ST_Xstring).
INVALID_XML_PATTERN = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

PACKAGE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006"
CORE_PROPERTIES_NAMESPACE = f"{PACKAGE_NAMESPACE}/metadata/core-properties"
SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DRAWING_TYPE = "application/vnd.openxmlformats-officedocument"
PACKAGE_TYPE = "application/vnd.openxmlformats-package"
# Earliest date of a zip file, used so that the file does not depend on the time.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)

# Excel limits for sheet names.
MAX_NAME_LENGTH = 31
INVALID_NAME_PATTERN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
RESERVED_NAMES = ("history",)


def write_sheet(
    out: IO[bytes], sheet: Sheet, styles: StyleRegistry, going_on: Callable[[], bool] = lambda: True
) -> None:
    """Write the XML part of a sheet.

    Raises:
        OSError: if it cannot be written.
    """
    widths: dict[int, int] = {}
    left = 0
    # Column widths precede the cells, but are known only afterwards.
    with tempfile.SpooledTemporaryFile(MAX_MEMORY_BYTES) as body:
        for row_number, line in enumerate(sheet.lines, 1):
            left -= len(line.cells)
            if left < 0:
                left = CANCEL_CHECK_CELLS
                if not going_on():
                    raise RunCancelledError
            cells = []
            for column_index, cell in enumerate(line.cells):
                if cell is not None:
                    widths[column_index] = max(widths.get(column_index, 0), cell_width(cell))
                    cells.append(
                        _cell_xml(f"{column_letters(column_index)}{row_number}", cell, styles)
                    )
            height = f' ht="{line.height:g}" customHeight="1"' if line.height else ""
            row = f'<row r="{row_number}"{height}>{"".join(cells)}</row>'
            body.write(row.encode("utf-8", "replace"))
        spare = FILTER_BUTTON_WIDTH if sheet.filtered else 0
        wide: dict[int, float] = dict(enumerate(sheet.widths)) or {
            column_index: column_width(letters) + spare for column_index, letters in widths.items()
        }
        out.write(_sheet_head_xml(sheet, wide).encode("utf-8"))
        _copy_file(body, out, going_on)
    out.write(_sheet_tail_xml(sheet, is_landscape(wide.values())).encode("utf-8", "replace"))


def _cell_xml(address: str, cell: SheetCell, styles: StyleRegistry) -> str:
    style, value = cell.style, cell.value
    if cell.kind is ColumnKind.TEXT and FORMULA_PATTERN.match(str(value)):
        style = replace(style, is_text=True)
    style_id = styles.style_id(style)
    look = f' s="{style_id}"' if style_id else ""
    if value is None:
        return f'<c r="{address}"{look}/>'
    if cell.kind is ColumnKind.TEXT:
        text = escape(encode_text(str(value)), quote=False)
        return (
            f'<c r="{address}"{look} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        )
    if cell.kind is ColumnKind.YES_NO:
        return f'<c r="{address}"{look} t="b"><v>{int(bool(value))}</v></c>'
    # As written by Python, 5.0 and not 5: all digits, and such a column is not read as codes.
    shown = float(str(value)) if cell.kind is ColumnKind.REAL else int(str(value))
    formula = f"<f>{escape(cell.formula, quote=False)}</f>" if cell.formula else ""
    return f'<c r="{address}"{look}>{formula}<v>{shown!r}</v></c>'


def encode_text(text: str) -> str:
    """Escape a text, with codes for non-XML characters; cut it above the limit, with 3 dots."""
    if len(text) > MAX_TEXT_LENGTH:
        text = f"{text[: MAX_TEXT_LENGTH - 3]}..."
    return INVALID_XML_PATTERN.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _sheet_head_xml(sheet: Sheet, widths: Mapping[int, float]) -> str:
    """Return the XML before the cells, with the column widths."""
    rows, columns = sheet.frozen
    pane = ""
    if rows or columns:
        split = f' xSplit="{columns}"' if columns else ""
        split += f' ySplit="{rows}"' if rows else ""
        name = ("bottom" if rows else "top") + ("Right" if columns else "Left")
        pane = (
            f'<pane{split} topLeftCell="{column_letters(columns)}{rows + 1}" activePane="{name}" '
            'state="frozen"/>'
        )
    columns_part = "".join(
        f'<col min="{index + 1}" max="{index + 1}" width="{width:g}" customWidth="1"/>'
        for index, width in sorted(widths.items())
    )
    end = sheet.printed[1] if sheet.printed else sheet.size[1]
    fits = sum(width for index, width in widths.items() if index < end) <= PAGE_WIDTH
    return (
        f'{XML_DECLARATION}<worksheet xmlns="{SPREADSHEET_NAMESPACE}" '
        f'xmlns:r="{RELATIONSHIPS_NAMESPACE}"><sheetPr><pageSetUpPr '
        f'fitToPage="{int(fits)}"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
        f"{pane}</sheetView></sheetViews>"
        f"{f'<cols>{columns_part}</cols>' if columns_part else ''}<sheetData>"
    )


def _sheet_tail_xml(sheet: Sheet, lies: bool) -> str:
    """Return the XML after the cells, in the order required by Excel."""
    rows, columns = sheet.size
    parts = ["</sheetData>"]
    if sheet.filtered:
        parts.append(f'<autoFilter ref="A1:{column_letters(columns - 1)}{rows}"/>')
    merged = [f'<mergeCell ref="{cells}"/>' for cells in sheet.merged]
    lists = []
    for column_index, choices in sheet.lists.items():
        letters = column_letters(column_index)
        lists.append(
            f'<dataValidation type="list" allowBlank="1" sqref="{letters}2:{letters}{MAX_ROWS}">'
            f"<formula1>{escape(choices, quote=False)}</formula1></dataValidation>"
        )
    links = [
        f'<hyperlink ref="{cell}" location="{escape(quote_sheet_name(name))}!A1"/>'
        for cell, name in sheet.links.items()
    ]
    parts += [counted_element("mergeCells", merged), counted_element("dataValidations", lists)]
    if links:
        parts.append(f"<hyperlinks>{''.join(links)}</hyperlinks>")
    parts.append(
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" '
        f'orientation="{"landscape" if lies else "portrait"}" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
    )
    if sheet.breaks:
        ends = [f'<brk id="{row}" max="{MAX_COLUMNS - 1}" man="1"/>' for row in sheet.breaks]
        counts = f'count="{len(ends)}" manualBreakCount="{len(ends)}"'
        parts.append(f"<rowBreaks {counts}>{''.join(ends)}</rowBreaks>")
    if sheet.charts:
        parts.append('<drawing r:id="rId1"/>')
    return "".join([*parts, "</worksheet>"])


def quote_sheet_name(name: str) -> str:
    """Quote a sheet name for formulas, if necessary."""
    if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII):
        return name
    return "'" + name.replace("'", "''") + "'"


@dataclass(frozen=True)
class WorkbookProperties:
    """Document properties: title, author and comment."""

    title: str = ""
    author: str = ""
    comment: str = ""


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return valid sheet names, as close as possible to the wanted ones.

    Up to 31 characters, no []:*?/, backslash or end apostrophe; unique, ignoring case.
    """

    def numbered(name: str, suffix: int) -> str:
        end = f" {suffix}" if suffix > 1 else ""
        # Excel counts characters outside 16 bits as two.
        letters = name.encode("utf-16-le", "replace")[: 2 * (MAX_NAME_LENGTH - len(end))]
        return (letters.decode("utf-16-le", "ignore").strip("' ") or "_") + end

    return make_distinct_names(
        (INVALID_NAME_PATTERN.sub("_", name) for name in wanted), numbered, RESERVED_NAMES
    )


def workbook_bytes(sheets: Sequence[Sheet], about: WorkbookProperties | None = None) -> bytes:
    """Return a workbook with these sheets, in order, as bytes."""
    file = io.BytesIO()
    write_workbook(file, sheets, about)
    return file.getvalue()


def write_workbook(
    file: str | Path | IO[bytes],
    sheets: Sequence[Sheet],
    about: WorkbookProperties | None = None,
    going_on: Callable[[], bool] = lambda: True,
) -> None:
    """Write a workbook with these sheets, in order.

    Raises:
        OSError: if it cannot be written.
    """
    sheet_ids = range(1, len(sheets) + 1)
    styles = StyleRegistry()
    drawings = _drawing_parts(sheets)
    of_file = {"xl/workbook.xml": f"{RELATIONSHIPS_NAMESPACE}/officeDocument"}
    if about is not None:
        of_file[CORE_PROPERTIES_PART] = (
            f"{PACKAGE_NAMESPACE}/relationships/metadata/core-properties"
        )
    of_book = {
        f"worksheets/sheet{n}.xml": f"{RELATIONSHIPS_NAMESPACE}/worksheet" for n in sheet_ids
    }
    of_book["styles.xml"] = f"{RELATIONSHIPS_NAMESPACE}/styles"
    with zipfile.ZipFile(file, "w") as archive:
        _add_part(
            archive, CONTENT_TYPES_PART, _content_types_xml(sheet_ids, drawings, about is not None)
        )
        _add_part(archive, "_rels/.rels", _relationships_xml(of_file))
        if about is not None:
            _add_part(archive, CORE_PROPERTIES_PART, _core_properties_xml(about))
        _add_part(archive, "xl/workbook.xml", _workbook_xml(sheets))
        _add_part(archive, "xl/_rels/workbook.xml.rels", _relationships_xml(of_book))
        for sheet_id, sheet in zip(sheet_ids, sheets):
            # The size must be known before the part is added to the archive.
            with tempfile.SpooledTemporaryFile(MAX_MEMORY_BYTES) as part:
                write_sheet(part, sheet, styles, going_on)
                _add_part(archive, f"xl/worksheets/sheet{sheet_id}.xml", part, going_on)
        for name, drawn in drawings.items():
            _add_part(archive, name, drawn)
        _add_part(archive, STYLES_PART, styles.styles_xml())


def _drawing_parts(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Return the parts of the charts by name: a drawing for each sheet with charts."""
    parts, charts = {}, 0
    for sheet_id, sheet in enumerate(sheets, 1):
        if not sheet.charts:
            continue
        targets = {}
        for chart in sheet.charts:
            charts += 1
            parts[f"xl/charts/chart{charts}.xml"] = chart_xml(chart)
            targets[f"../charts/chart{charts}.xml"] = f"{RELATIONSHIPS_NAMESPACE}/chart"
        drawing = f"drawing{sheet_id}.xml"
        parts[f"xl/drawings/{drawing}"] = drawing_xml(sheet.charts, RELATIONSHIPS_NAMESPACE)
        parts[f"xl/drawings/_rels/{drawing}.rels"] = _relationships_xml(targets)
        to_drawing = {f"../drawings/{drawing}": f"{RELATIONSHIPS_NAMESPACE}/drawing"}
        parts[f"xl/worksheets/_rels/sheet{sheet_id}.xml.rels"] = _relationships_xml(to_drawing)
    return parts


def _copy_file(part: IO[bytes], out: IO[bytes], going_on: Callable[[], bool]) -> None:
    """Copy a temporary file from its start."""
    part.seek(0)
    for piece in iter_until_cancelled(iter(partial(part.read, CHUNK_BYTES), b""), going_on):
        out.write(piece)


def _add_part(
    archive: zipfile.ZipFile,
    name: str,
    part: str | IO[bytes],
    going_on: Callable[[], bool] = lambda: True,
) -> None:
    about = zipfile.ZipInfo(name, ZIP_EPOCH)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.create_system = 3  # else it would tell on which system it was made
    if isinstance(part, str):
        archive.writestr(about, part.encode("utf-8", "replace"))
        return
    about.file_size = part.tell()
    with archive.open(about, "w") as out:
        _copy_file(part, out, going_on)


def column_range(table: str, fields: Sequence[Field], rows: int, column: str) -> str:
    """Return a column's cell range without header for a choice list; `table`: its sheet name."""
    letters = column_letters([name for name, _ in fields].index(column))
    return f"{quote_sheet_name(table)}!${letters}$2:${letters}${max(2, rows + 1)}"


def _content_types_xml(
    sheet_ids: Sequence[int], drawings: Iterable[str], has_properties: bool
) -> str:
    kinds = {
        "/xl/workbook.xml": f"{SPREADSHEET_TYPE}.sheet.main",
        "/xl/styles.xml": f"{SPREADSHEET_TYPE}.styles",
        **{f"/xl/worksheets/sheet{n}.xml": f"{SPREADSHEET_TYPE}.worksheet" for n in sheet_ids},
    }
    for start, kind in (("xl/charts/", "drawingml.chart"), ("xl/drawings/drawing", "drawing")):
        named = (name for name in drawings if name.startswith(start))
        kinds.update({f"/{name}": f"{DRAWING_TYPE}.{kind}" for name in named})
    if has_properties:
        kinds[f"/{CORE_PROPERTIES_PART}"] = f"{PACKAGE_TYPE}.core-properties"
    parts = "".join(
        f'<Override PartName="{part}" ContentType="{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        f'{XML_DECLARATION}<Types xmlns="{PACKAGE_NAMESPACE}/content-types">'
        f'<Default Extension="rels" ContentType='
        f'"{PACKAGE_TYPE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relationships_xml(targets: Mapping[str, str]) -> str:
    """Return the XML part of relationships to targets."""
    parts = "".join(
        f'<Relationship Id="rId{relation_id}" Type="{kind}" Target="{target}"/>'
        for relation_id, (target, kind) in enumerate(targets.items(), 1)
    )
    return (
        f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE_NAMESPACE}/relationships">'
        f"{parts}</Relationships>"
    )


def _core_properties_xml(about: WorkbookProperties) -> str:
    """Return the document properties, without a creation date."""
    texts = {"title": about.title, "creator": about.author, "description": about.comment}
    parts = "".join(
        f"<dc:{name}>{escape(encode_text(text), quote=False)}</dc:{name}>"
        for name, text in texts.items()
        if text
    )
    return (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="{CORE_PROPERTIES_NAMESPACE}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{parts}</cp:coreProperties>'
    )


def _workbook_xml(sheets: Sequence[Sheet]) -> str:
    parts = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    names = ""
    for index, sheet in enumerate(sheets):
        name = escape(quote_sheet_name(sheet.name), quote=False)
        (rows, columns), (rows_kept, columns_kept) = sheet.size, sheet.frozen
        if sheet.filtered:
            last = f"${column_letters(columns - 1)}${rows}"
            names += (
                f'<definedName name="_xlnm._FilterDatabase" localSheetId="{index}" hidden="1">'
                f"{name}!$A$1:{last}</definedName>"
            )
        if sheet.printed:
            last = column_letters(min(columns, sheet.printed[1]) - 1)
            end = f"${last}${min(rows, sheet.printed[0])}"
            names += (
                f'<definedName name="_xlnm.Print_Area" localSheetId="{index}">'
                f"{name}!$A$1:{end}</definedName>"
            )
        if rows_kept:
            kept = [f"{name}!$1:${rows_kept}"]
            if columns_kept:
                kept.insert(0, f"{name}!$A:${column_letters(columns_kept - 1)}")
            names += (
                f'<definedName name="_xlnm.Print_Titles" localSheetId="{index}">'
                f"{','.join(kept)}</definedName>"
            )
    named = f"<definedNames>{names}</definedNames>" if names else ""
    return (
        f'{XML_DECLARATION}<workbook xmlns="{SPREADSHEET_NAMESPACE}" '
        f'xmlns:r="{RELATIONSHIPS_NAMESPACE}"><bookViews>'
        f"<workbookView/></bookViews><sheets>{parts}</sheets>{named}"
        "</workbook>"
    )


def is_unmodified_workbook(path: str | Path) -> bool:
    """Return whether a file is a workbook as written here, lacking the part other programs add."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
    whole = names[:1] == [CONTENT_TYPES_PART] and names[-1:] == [STYLES_PART]
    return whole and CORE_PROPERTIES_PART in names and APP_PROPERTIES_PART not in names
