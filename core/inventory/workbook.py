"""The workbook of an inventory: notes, and a sheet for each of tables 4.1 and 4.A to 4.F.

The years stand below each other on a sheet, each with the heads of the form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ..base.columns import Kind
from ..base.drafts import Drafts, writing
from ..base.messages import Message, Term, Text, Translate, translated
from ..base.provenance import Provenance
from ..report.provenance import InputFile
from ..report.section_sheet import TITLE as HEADLINE
from ..report.section_sheet import SectionSheet
from ..results.results import Results
from ..xlsx.cell_styles import HEADER, Style, number_format
from ..xlsx.workbook import About, write_workbook
from ..xlsx.worksheet import PAGE_WIDTH, Sheet, SheetCell, SheetRow, letters_of
from .categories import CATEGORIES, LANDS
from .form import ACTIVITY, BIOMASS, INITIAL, SOILS, FormRow, category_rows, dead_of, matrix_rows
from .inventory import Inventory
from .page import TITLE, notes_of

# Widths in letters, of the names of rows, of the last column and at most of the others; the height
# of heads in points.
WIDE, LAST, MOST, HEIGHT = 44.0, 20.0, 15.0, 36.0
HEAD = replace(HEADER, aligned="center", wraps=True, top=True)
NUMBER, KEY, TITLED = Style(number_format(4)), Style(aligned="right"), Style(bold=True)
# A row of heads: the words of each, and over how many columns and rows it goes.
Heads = Sequence[tuple[Text, int, int]]


def _sheet(
    name: str,
    heads: Sequence[Heads],
    years: Sequence[tuple[Text, Sequence[FormRow]]],
    tr: Translate,
) -> Sheet:
    """A table of the form, a year below the other.

    Args:
        heads: rows of them; the second one is high.
        years: title and rows of each.
    """
    width = sum(columns for _, columns, _ in heads[0])
    lines: list[SheetRow] = []
    merged: list[str] = []

    def cell(text: Text, style: Style) -> SheetCell:
        return SheetCell(translated(text, tr), style=style)

    for title, rows in years:
        lines.append(SheetRow([cell(title, TITLED)]))
        free = [0] * width  # by column, the first row of heads that nothing reaches down to
        for number, row in enumerate(heads):
            cells: list[SheetCell | None] = [SheetCell(None, style=HEAD)] * width
            for text, columns, below in row:
                column = next(place for place in range(width) if free[place] <= number)
                cells[column] = cell(text, HEAD)
                free[column : column + columns] = [number + below] * columns
                if columns * below > 1:
                    first, last = letters_of(column), letters_of(column + columns - 1)
                    merged.append(f"{first}{len(lines) + 1}:{last}{len(lines) + below}")
            lines.append(SheetRow(cells, HEIGHT if number == 1 else None))
        for label, values in rows:
            numbers = (
                SheetCell(one, style=KEY)
                if isinstance(one, str)
                else SheetCell(one, Kind.REAL, NUMBER)
                for one in values
            )
            lines.append(SheetRow([cell(label, Style()), *numbers]))
        lines.append(SheetRow([]))
    narrow = min(MOST, (PAGE_WIDTH - WIDE - LAST) // (width - 2))
    widths = [WIDE, *[narrow] * (width - 2), LAST]
    return Sheet(name, lines, (len(lines), width), (0, 1), widths=widths, merged=merged)


def matrix_sheet(inventory: Inventory, tr: Translate) -> Sheet:
    """Table 4.1, year by year."""
    heads: list[Heads] = [
        [(Term("FROM"), 1, 3), (Term("TO"), len(LANDS), 1), (INITIAL, 1, 2)],
        [(name, 1, 1) for name, *_ in LANDS],
        [(Term("(kha)"), len(LANDS) + 1, 1)],
    ]
    shown = []
    for n, year in enumerate(inventory.sums.years):
        title = Message("Table 4.1 Land transition matrix, {year}", year=str(year))
        shown.append((title, matrix_rows(inventory, n)))
    return _sheet("Table4.1", heads, shown, tr)


def category_sheet(inventory: Inventory, category: int, tr: Translate) -> Sheet:
    """The table of a category, year by year."""
    others = (*dead_of(category), *SOILS)
    parts, letter = len(BIOMASS) + len(others), "ABCDEF"[category]
    pools: Heads = [(Term("Living biomass"), len(BIOMASS), 1), *((name, 1, 2) for name in others)]
    heads: list[Heads] = [
        [
            (Term("Land-use category"), 1, 4),
            (Term("ACTIVITY DATA"), len(ACTIVITY), 1),
            (Term("IMPLIED CARBON-STOCK-CHANGE FACTORS"), parts, 1),
            (Term("CHANGES IN CARBON STOCK"), parts, 1),
            (Term("NET CO2 EMISSIONS/REMOVALS"), 1, 3),
        ],
        [*((name, 1, 2) for name in ACTIVITY), *pools, *pools],
        [(name, 1, 1) for name in (*BIOMASS, *BIOMASS)],
        [
            *((Term("(kha)"), len(ACTIVITY), 1), ("(t C/ha)", parts, 1)),
            *(("(kt C)", parts, 1), ("(kt)", 1, 1)),
        ],
    ]
    shown = []
    for n, year in enumerate(inventory.sums.years):
        words = {"letter": letter, "category": CATEGORIES[category], "year": str(year)}
        title = Message("Table 4.{letter} {category}, {year}", **words)
        shown.append((title, category_rows(inventory, n, category)))
    return _sheet(f"Table4.{letter}", heads, shown, tr)


def write_inventory_workbook(
    path: str | Path,
    drafts: Drafts,
    results: Results,
    inventory: Inventory,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
    going_on: Callable[[], bool],
) -> None:
    """Write the workbook.

    Args:
        files: per date, the file behind its layer.

    Raises:
        DataError: the file cannot be written.
        Cancelled: going_on returned False.
    """
    notes = SectionSheet(tr)
    notes.wide(TITLE, HEADLINE)
    for section in notes_of(results, inventory, provenance, files):
        notes.section(section)
    tables = [category_sheet(inventory, number, tr) for number in range(len(CATEGORIES))]
    sheets = [notes.sheet(tr("Notes")), matrix_sheet(inventory, tr), *tables]
    with writing(path):
        write_workbook(drafts.path(path), sheets, About(tr(TITLE)), going_on)
