"""Random text files of tables, as programs and people write them: separators, decimal commas,
blank lines, rows longer or shorter than the header; and what of that must be refused."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

# How an encoding is written: Python's codec and the mark before it.
ENCODINGS = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with a mark": ("utf-8", codecs.BOM_UTF8),
    "UTF-16 LE": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 BE": ("utf-16-be", codecs.BOM_UTF16_BE),
    "GB18030": ("gb18030", b""),
}
DECIMAL = re.compile(r"-?\d+\.\d+(e[+-]?\d+)?")
# A comma that may as well stand between thousands.
THOUSANDS = re.compile(r"-?[1-9]\d{0,2},\d{3}")
# No numbers, some of which Python would take.
NO_NUMBERS = ("nan", "inf", "-Infinity", "1_000", "0x1F", "12.345,6", "1,234,567", "1 000", "..5")
HUGE = ("1e308", "1e+308", "1.7976931348623157e308", "-1e308", "9" * 308, "1e400")


def encoded(text: str, name: str) -> bytes:
    """A text in one of ENCODINGS."""
    codec, mark = ENCODINGS[name]
    return mark + text.encode(codec)


def is_ambiguous(data: bytes) -> bool:
    """Whether bytes in GB18030 are good UTF-8 too, which then counts; short texts may be."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()


class Form(NamedTuple):
    """How a table is written.

    `surplus` are empty cells behind each row, and behind the header too where it `is_wide`; rows
    end at the last cell that is filled in or needed where they are `cut`.
    """

    separator: str = ","
    has_commas: bool = False
    end: str = "\n"
    surplus: int = 0
    is_wide: bool = False
    is_cut: bool = False
    blanks: int = 0


@dataclass
class Sheet:
    """A table as rows by column, and how its file is written.

    Attributes:
        needed: the columns that every row must reach.
        numbers: those that are read as numbers, in all rows.
        shown: by column, the one of the rows that has the text for it.
    """

    path: Path
    rows: list
    columns: list
    needed: tuple
    numbers: tuple
    form: Form
    encoding: str
    shown: dict

    def grid(self) -> list[list[str]]:
        """The texts of all cells, the header first."""
        form, grid = self.form, [list(self.columns)]
        for row in self.rows:
            cells = [self._text(row, column) for column in self.columns]
            while form.is_cut and not cells[-1] and self.columns[len(cells) - 1] not in self.needed:
                cells.pop()
            grid.append(cells)
        return grid

    def _text(self, row: dict, column: str) -> str:
        cell = row[self.shown.get(column, column)]
        text = "" if cell is None else str(cell)
        if not self.form.has_commas or not DECIMAL.fullmatch(text):
            return text
        text = text.replace(".", ",")
        return text + "0" if THOUSANDS.fullmatch(text) else text

    def write(self, grid: list[list[str]] | None = None) -> str:
        """Write a grid, or the table as it is; return where."""
        form, text = self.form, io.StringIO()
        writer = csv.writer(text, delimiter=form.separator, lineterminator=form.end)
        for place, cells in enumerate(self.grid() if grid is None else grid):
            writer.writerow([*cells, *[""] * (form.surplus if place or form.is_wide else 0)])
            # Blank lines are no rows.
            text.write(form.end * (form.blanks if place == 1 else 0))
        data = encoded(text.getvalue(), self.encoding)
        if is_ambiguous(data):
            data = encoded(text.getvalue(), "UTF-8")
        self.path.write_bytes(data)
        return str(self.path)


def random_sheet(
    rng,
    path: Path,
    rows: list,
    columns: tuple = (),
    needed: tuple = (),
    numbers: tuple = (),
    shown: dict | None = None,
) -> Sheet:
    """A table whose columns stand in any order, in any of the encodings and forms that are read."""
    columns = list(columns or (name for name in rows[0] if name not in (shown or {}).values()))
    columns = [columns[n] for n in rng.permutation(len(columns))]
    form = Form(end=str(rng.choice(["\n", "\r\n"])))
    if rng.random() < 0.5:
        form = form._replace(
            separator=str(rng.choice([",", ",", ";", ";", "\t"])),
            has_commas=bool(rng.random() < 0.5),
            surplus=int(rng.integers(1, 3)) if rng.random() < 0.2 else 0,
            is_wide=bool(rng.random() < 0.3),
            is_cut=bool(rng.random() < 0.2),
            blanks=int(rng.integers(1, 3)) if rng.random() < 0.2 else 0,
        )
    encoding = str(rng.choice(list(ENCODINGS)))
    needed = needed or tuple(columns)
    return Sheet(path, rows, columns, needed, numbers, form, encoding, shown or {})


def longer(rng, sheet: Sheet) -> tuple | None:
    """A row with a cell that the header has not, as a decimal comma makes it."""
    grid, row = sheet.grid(), int(rng.integers(len(sheet.rows))) + 1
    width = len(sheet.columns)
    grid[row] += [""] * (width - len(grid[row])) + [str(rng.choice(["5", "0", "x"]))]
    _plain(sheet)
    sheet.write(grid)
    return (f"row {row}", f"{width + 1} cells")


def shorter(rng, sheet: Sheet) -> tuple | None:
    """A row that ends before a column that is needed."""
    last = max((n for n, c in enumerate(sheet.columns) if c in sheet.needed), default=0)
    if last == 0 or len(sheet.columns) < 2:
        return None
    grid, row = sheet.grid(), int(rng.integers(len(sheet.rows))) + 1
    grid[row] = grid[row][: max(1, int(rng.integers(1, last + 1)))]
    if not any(grid[row]):
        return None
    _plain(sheet)
    sheet.write(grid)
    return (f"row {row}",)


def mixed(rng, sheet: Sheet) -> tuple | None:
    """Numbers with a point and with a comma before their decimals."""
    grid = sheet.grid()
    places = [
        (row, n)
        for row in range(1, len(grid))
        for n, column in enumerate(sheet.columns)
        if column in sheet.numbers and n < len(grid[row]) and grid[row][n]
    ]
    if len(places) < 2:
        return None
    chosen = rng.permutation(len(places))[:2]
    for (row, n), text in zip((places[p] for p in chosen), ("0.25", "0,75")):
        grid[row][n] = text
    _plain(sheet)
    sheet.write(grid)
    return ("decimal points and decimal commas are mixed",)


def doubled(rng, sheet: Sheet) -> tuple | None:
    """A column that stands twice."""
    column = sheet.needed[rng.integers(len(sheet.needed))]
    place, grid = sheet.columns.index(column), sheet.grid()
    _plain(sheet)
    sheet.write([[*cells, cells[place]] for cells in grid if len(cells) > place])
    return (f"duplicate column '{column.lower()}'",)


def no_number(rng, sheet: Sheet) -> tuple | None:
    return _other_number(rng, sheet, str(rng.choice(NO_NUMBERS)))


def huge(rng, sheet: Sheet) -> tuple | None:
    """Numbers beyond all measure, which the rows get too."""
    return _other_number(rng, sheet, str(rng.choice(HUGE)))


def _other_number(rng, sheet: Sheet, text: str) -> tuple | None:
    if not sheet.numbers:
        return None
    row = int(rng.integers(len(sheet.rows)))
    column = str(rng.choice(sheet.numbers))
    if sheet.rows[row].get(column) in (None, ""):
        return None
    sheet.rows[row][column] = text
    sheet.write()
    return (f"row {row + 1}", f"'{column.lower()}'")


def _plain(sheet: Sheet) -> None:
    """Rows are as long as their cells say, and none is blank."""
    sheet.form = sheet.form._replace(surplus=0, blanks=0, is_cut=False)


Spoil = Callable[..., "tuple | None"]
# All of these must be refused, whatever the table is for.
REFUSED: tuple[Spoil, ...] = (longer, shorter, mixed, doubled, no_number)
