"""Excel workbooks (.xlsx) as bytes: a sheet per table, every number with all its digits.

Written here and not with GDAL, whose driver makes formulas of texts that begin with `=` and writes
5.0 as 5: a column of such numbers is then taken for whole ones, and 20.5 filled in there becomes
20. The parts are those of ECMA-376, Office Open XML, Part 1: SpreadsheetML. The same tables give
the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from .columns import Field, Kind

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# The earliest that a zip can tell: no workbook differs from another by the time of its making.
NO_TIME = (1980, 1, 1, 0, 0, 0)
LAST_ROW = 1_048_576
WIDEST = 60
# Two formats of cells: a usual one, and the header's.
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/>'
    '</font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs>'
    "</styleSheet>"
)


@dataclass(frozen=True)
class Sheet:
    """A table of a workbook.

    Attributes:
        name: at most 31 letters, none of them one of []:*?/\\ and no other sheet's.
        fields: the columns and what they hold.
        rows: cells by column; None for an empty one.
        lists: by column, what can be chosen in it: values with commas between them in double
            quotes, or the cells that hold them, such as zones!$A$2:$A$6. Other values may be typed.
    """

    name: str
    fields: Sequence[Field]
    rows: Sequence[Mapping[str, object]]
    lists: Mapping[str, str] = field(default_factory=dict)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file of a workbook with these sheets, in their order."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            {
                **{f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers},
                f"rId{len(sheets) + 1}": ("styles", "styles.xml"),
            }
        ),
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{n}.xml": _sheet(sheet) for n, sheet in zip(numbers, sheets)},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            about = zipfile.ZipInfo(name, NO_TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, text.encode("utf-8"))
    return file.getvalue()


def cells_of(sheet: Sheet, column: str) -> str:
    """The cells of a column without its header, as a list of choices names them."""
    letters = _letters([name for name, _ in sheet.fields].index(column))
    return f"{sheet.name}!${letters}$2:${letters}${max(2, len(sheet.rows) + 1)}"


def _content_types(numbers: Sequence[int]) -> str:
    made = {
        "/xl/workbook.xml": "sheet.main",
        "/xl/styles.xml": "styles",
        **{f"/xl/worksheets/sheet{n}.xml": "worksheet" for n in numbers},
    }
    parts = "".join(
        f'<Override PartName="{part}" ContentType="{TYPES}.{kind}+xml"/>'
        for part, kind in made.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    parts = "".join(
        f'<Relationship Id="{key}" Type="{DOCUMENT}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{parts}</Relationships>'


def _book(sheets: Sequence[Sheet]) -> str:
    parts = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>{parts}</sheets></workbook>'
    )


def _sheet(sheet: Sheet) -> str:
    names = [name for name, _ in sheet.fields]
    texts = [(name, Kind.TEXT) for name in names]
    rows = [_row(1, texts, dict(zip(names, names)), ' s="1"')]
    rows += [_row(n, sheet.fields, row) for n, row in enumerate(sheet.rows, 2)]
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane '
        'ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews>{_widths(sheet)}<sheetData>{''.join(rows)}</sheetData>{_choices(sheet)}"
        "</worksheet>"
    )


def _widths(sheet: Sheet) -> str:
    widths = [
        max(len(text) for text in (name, *(str(row[name] or "") for row in sheet.rows)))
        for name, _ in sheet.fields
    ]
    parts = "".join(
        f'<col min="{n}" max="{n}" width="{min(width, WIDEST) + 2}" customWidth="1"/>'
        for n, width in enumerate(widths, 1)
    )
    return f"<cols>{parts}</cols>"


def _row(number: int, fields: Sequence[Field], row: Mapping[str, object], style: str = "") -> str:
    parts = "".join(
        _cell(f"{_letters(place)}{number}", kind, row[name], style)
        for place, (name, kind) in enumerate(fields)
        if row[name] is not None
    )
    return f'<row r="{number}">{parts}</row>'


def _cell(place: str, kind: Kind, value: object, style: str) -> str:
    if kind is Kind.TEXT:
        text = escape(str(value))
        return (
            f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        )
    if kind is Kind.YES_NO:
        return f'<c r="{place}"{style} t="b"><v>{int(bool(value))}</v></c>'
    # As Python writes them, 5.0 and not 5.
    number = float(str(value)) if kind is Kind.REAL else value
    return f'<c r="{place}"{style}><v>{number!r}</v></c>'


def _choices(sheet: Sheet) -> str:
    if not sheet.lists:
        return ""
    names = [name for name, _ in sheet.fields]
    parts = ""
    for name, choices in sheet.lists.items():
        letters = _letters(names.index(name))
        parts += (
            f'<dataValidation type="list" allowBlank="1" sqref="{letters}2:{letters}{LAST_ROW}">'
            f"<formula1>{escape(choices)}</formula1></dataValidation>"
        )
    return f'<dataValidations count="{len(sheet.lists)}">{parts}</dataValidations>'


def _letters(place: int) -> str:
    """A column's letters by its place from 0: A, B, ... Z, AA."""
    letters, rest = "", place + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
