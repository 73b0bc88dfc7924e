"""LibreOffice without a window: what it makes of a workbook, as XML and as a page to print."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"


class Shown(NamedTuple):
    """A cell as LibreOffice has it: the number, or None, what it shows, and its formula."""

    number: float | None
    text: str
    formula: str | None


def program() -> str | None:
    """LibreOffice's command, None where it is not installed."""
    return shutil.which("soffice")


def converted(path, kind: str, folder) -> Path:
    """A file as LibreOffice opens it and writes it again, into a folder.

    Args:
        kind: the ending of what it writes, such as fods or pdf.
    """
    done = subprocess.run(
        [
            program(),
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            *("--headless", "--convert-to", kind, "--outdir", str(folder), str(path)),
        ],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    made = Path(folder) / f"{Path(path).stem}.{kind}"
    assert made.exists(), done.stdout + done.stderr
    return made


def sheets_in(fods) -> dict[str, list[list[Shown | None]]]:
    """The cells of every sheet row by row, without the empty ones at the ends."""
    # Those of charts have a table of their own, further in.
    tables = ElementTree.parse(fods).findall(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table")
    return {table.get(f"{TABLE}name"): _rows(table) for table in tables}


def links_in(fods) -> list[str]:
    """Where the links lead, such as #'Class areas'.A1."""
    return [one.get(f"{XLINK}href") for one in ElementTree.parse(fods).iter(f"{TEXT}a")]


def text_of(pdf) -> str:
    """The letters on the pages, which form feeds part."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _own_rows(table: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The rows of a sheet, those that are repeated on every page too, and none of a chart's."""
    for part in table:
        if part.tag == f"{TABLE}table-row":
            yield part
        elif part.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-row-group"):
            yield from _own_rows(part)


def _rows(table: ElementTree.Element) -> list[list[Shown | None]]:
    rows: list[list[Shown | None]] = []
    for row in _own_rows(table):
        cells: list[Shown | None] = []
        for cell in row:
            times = int(cell.get(f"{TABLE}number-columns-repeated", 1))
            shown = _shown(cell)
            # The row goes on for thousands of empty cells.
            cells += [shown] * (times if shown else min(times, 100))
        while cells and cells[-1] is None:
            cells.pop()
        repeated = int(row.get(f"{TABLE}number-rows-repeated", 1))
        rows += [cells] * (repeated if cells else min(repeated, 2))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _shown(cell: ElementTree.Element) -> Shown | None:
    kind = cell.get(f"{OFFICE}value-type")
    if kind is None:
        return None
    number = cell.get(f"{OFFICE}value")
    text = "\n".join("".join(one.itertext()) for one in cell.iter(f"{TEXT}p"))
    return Shown(None if number is None else float(number), text, cell.get(f"{TABLE}formula"))
