"""Excel workbooks (.xlsx): any sheets in one file, every number with all its digits.

Written here and not with GDAL, whose driver knows neither formats nor widths, cuts digits, makes
formulas of texts that begin with `=` and writes 5.0 as 5: a column of such numbers is then taken
for whole ones, and 20.5 filled in there becomes 20. The parts are those of ECMA-376, Office Open
XML, Part 1: SpreadsheetML. The same sheets give the same bytes.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import IO

from ..base.columns import Field
from ..base.lists import apart
from .cell_styles import HEAD, MAIN, Styles
from .own import ABOUT_PART, FIRST_PART, LAST_PART
from .sheet_part import DOCUMENT, IN_MEMORY, in_xml, quoted, write_sheet
from .worksheet import Sheet, letters_of

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PROPERTIES = f"{PACKAGE}/metadata/core-properties"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PACKAGE_TYPES = "application/vnd.openxmlformats-package"
# The earliest that a zip can tell: no workbook differs from another by the time of its making.
NO_TIME = (1980, 1, 1, 0, 0, 0)

# What Excel takes for the name of a sheet.
LONGEST_NAME = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
RESERVED = ("history",)


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
    return apart((NOT_IN_NAMES.sub("_", name) for name in wanted), _numbered, RESERVED)


def _numbered(name: str, number: int) -> str:
    """A name with a number from 2 on; Excel counts the letters beyond 16 bits as two."""
    end = f" {number}" if number > 1 else ""
    room = LONGEST_NAME - len(end)
    kept = name.encode("utf-16-le", "replace")[: 2 * room].decode("utf-16-le", "ignore")
    return (kept.strip("' ") or "_") + end


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
        Cancelled: going_on returned False.
    """
    numbers = range(1, len(sheets) + 1)
    styles = Styles()
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, FIRST_PART, _content_types(numbers, about is not None))
        _add(archive, "_rels/.rels", _relations(_of_file(about is not None)))
        if about is not None:
            _add(archive, ABOUT_PART, _properties(about))
        _add(archive, "xl/workbook.xml", _book(sheets))
        _add(archive, "xl/_rels/workbook.xml.rels", _relations(_of_book(numbers)))
        for number, sheet in zip(numbers, sheets):
            # Its size has to be known before it goes into the archive.
            with tempfile.SpooledTemporaryFile(IN_MEMORY) as part:
                write_sheet(part, sheet, styles, going_on)
                _add(archive, f"xl/worksheets/sheet{number}.xml", part)
        _add(archive, LAST_PART, styles.part())


def _add(archive: zipfile.ZipFile, name: str, part: str | IO[bytes]) -> None:
    about = zipfile.ZipInfo(name, NO_TIME)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.create_system = 3  # else it would tell on which system it was made
    if isinstance(part, str):
        archive.writestr(about, part.encode("utf-8", "replace"))
        return
    about.file_size = part.tell()
    part.seek(0)
    with archive.open(about, "w") as out:
        while piece := part.read(IN_MEMORY):
            out.write(piece)


def cells_of(table: str, fields: Sequence[Field], rows: int, column: str) -> str:
    """The cells of a column without its header, as a list of choices names them.

    Args:
        table: the name of the sheet with the table.
        fields: the table's columns.
        rows: how many it has.
    """
    letters = letters_of([name for name, _ in fields].index(column))
    return f"{quoted(table)}!${letters}$2:${letters}${max(2, rows + 1)}"


def _content_types(numbers: Sequence[int], has_properties: bool) -> str:
    made = {
        "/xl/workbook.xml": f"{TYPES}.sheet.main",
        "/xl/styles.xml": f"{TYPES}.styles",
        **{f"/xl/worksheets/sheet{n}.xml": f"{TYPES}.worksheet" for n in numbers},
    }
    if has_properties:
        made["/docProps/core.xml"] = f"{PACKAGE_TYPES}.core-properties"
    parts = "".join(
        f'<Override PartName="{part}" ContentType="{kind}+xml"/>' for part, kind in made.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"{PACKAGE_TYPES}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _of_file(has_properties: bool) -> dict[str, str]:
    """The targets of the file, each with what it is."""
    targets = {"xl/workbook.xml": f"{DOCUMENT}/officeDocument"}
    if has_properties:
        targets["docProps/core.xml"] = f"{PACKAGE}/relationships/metadata/core-properties"
    return targets


def _of_book(numbers: Sequence[int]) -> dict[str, str]:
    return {
        **{f"worksheets/sheet{n}.xml": f"{DOCUMENT}/worksheet" for n in numbers},
        "styles.xml": f"{DOCUMENT}/styles",
    }


def _relations(targets: Mapping[str, str]) -> str:
    parts = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
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
    for place, sheet in enumerate(sheets):
        name = escape(quoted(sheet.name), quote=False)
        (rows, columns), (rows_kept, columns_kept) = sheet.size, sheet.frozen
        if sheet.filtered:
            last = f"${letters_of(columns - 1)}${rows}"
            names += (
                f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">'
                f"{name}!$A$1:{last}</definedName>"
            )
        if rows_kept:
            kept = [f"{name}!$1:${rows_kept}"]
            if columns_kept:
                kept.insert(0, f"{name}!$A:${letters_of(columns_kept - 1)}")
            names += (
                f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">'
                f"{','.join(kept)}</definedName>"
            )
    named = f"<definedNames>{names}</definedNames>" if names else ""
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><bookViews>'
        f"<workbookView/></bookViews><sheets>{parts}</sheets>{named}"
        "</workbook>"
    )
