"""UNFCCC's tables 4.1 and 4.A to 4.F, with the rows, heads and notation keys of the form.

As copies of the form show it; areas in kha, carbon in kt C and t C/ha, losses below 0, as there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Union

import numpy as np

from ..base.columns import Kind
from ..base.messages import Message, Term, Text, Translate, translated
from ..xlsx.cell_styles import HEADER, Style, number_format
from ..xlsx.worksheet import PAGE_WIDTH, Sheet, SheetCell, SheetRow, letters_of
from .categories import CATEGORIES, FOREST, LANDS, OTHER, SMALL
from .inventory import KILO, NOTHING, REMAINING, Inventory

NE, NO, NA, IE = "NE", "NO", "NA", "IE"
KEYS = {
    NE: Term("not estimated"),
    NO: Term("not occurring"),
    NA: Term("not applicable"),
    IE: Term("included elsewhere: in living biomass"),
}
# A row of the form: its name, and numbers or notation keys.
FormRow = tuple[Text, list[Union[float, str]]]
FROM, TO, INITIAL, KHA = Term("FROM"), Term("TO"), Term("Initial area"), Term("(kha)")
CATEGORY, CO2 = Term("Land-use category"), Term("NET CO2 EMISSIONS/REMOVALS")
DATA, FACTORS = Term("ACTIVITY DATA"), Term("IMPLIED CARBON-STOCK-CHANGE FACTORS")
CHANGES, LIVING = Term("CHANGES IN CARBON STOCK"), Term("Living biomass")
ACTIVITY = (Term("Total area"), Term("Area of mineral soil"), Term("Area of organic soil"))
BIOMASS = (Term("Gains"), Term("Losses"), Term("Net change"))
SOILS = (Term("Net change in mineral soils"), Term("Net change in organic soils"))
# Dead organic matter, which forest land has in two columns.
DEAD = (Term("Net change in dead organic matter"),)
DEAD_OF_FOREST = (Term("Net change in dead wood"), Term("Net change in litter"))
# Widths in letters, of the names of rows, of the last column and at most of the others; the height
# of heads in points.
WIDE, LAST, MOST, HEIGHT = 44.0, 20.0, 15.0, 36.0
HEAD = replace(HEADER, aligned="center", wraps=True, top=True)
AMOUNT, KEY, TITLED = Style(number_format(4)), Style(aligned="right"), Style(bold=True)


def matrix_rows(inventory: Inventory, n: int) -> list[FormRow]:
    """Table 4.1 of the n-th year: from (rows), to (columns), and the initial area last."""
    matrix = inventory.conversions[n]
    initial, final = matrix.sum(axis=1), matrix.sum(axis=0)
    lines = [(name, [*matrix[i], initial[i]]) for i, (name, *_) in enumerate(LANDS)]
    lines.append((Term("Final area"), [*final, final.sum()]))
    rows: list[FormRow] = [
        (name, [float(c) * KILO if c > NOTHING else NO for c in cells]) for name, cells in lines
    ]
    # The same hectares, added up in two ways, leave dust.
    net = np.where(abs(final - initial) > NOTHING, final - initial, 0.0) * KILO
    cells = [float(c) if area > NOTHING else NO for c, area in zip(net, initial + final)]
    return [*rows, (Term("Net change"), [*cells, 0.0])]


def category_rows(inventory: Inventory, n: int, category: int) -> list[FormRow]:
    """The table of a category in the n-th year, 4.A to 4.F."""
    names = {"name": CATEGORIES[category], "category": SMALL[category]}
    others = [origin for origin in range(len(CATEGORIES)) if origin != category]
    rows = [
        (Message("Total {category}", **names), [*others, REMAINING]),
        (Message("1. {name} remaining {category}", **names), [REMAINING]),
        (Message("2. Land converted to {category}", **names), others),
    ]
    for count, origin in enumerate(others, 1):
        names.update(name=CATEGORIES[origin], number=str(count))
        rows.append((Message("2.{number} {name} converted to {category}", **names), [origin]))
    return [(label, _cells(inventory, n, category, origins)) for label, origins in rows]


def _cells(
    inventory: Inventory, n: int, category: int, origins: Sequence[int]
) -> list[float | str]:
    row, dead = inventory.row(n, category, origins), DEAD_OF_FOREST if category == FOREST else DEAD
    area, gain, loss = row["area_kha"], row["biomass_gain_ktc"], row["biomass_loss_ktc"]
    if area <= NOTHING * KILO:
        return [NO] * (len(ACTIVITY) + 2 * len((*BIOMASS, *dead, *SOILS)) + 1)
    changes: list[float | str | None] = [None] * len((*BIOMASS, *dead))
    if gain is not None and loss is not None:
        changes = [gain, -loss, gain - loss, *[IE if inventory.has_dead else None for _ in dead]]
    changes += [row["soil_ktc"], NE]
    factors = [change / area if isinstance(change, float) else change for change in changes]
    # Other land that stays so is no source and no sink by definition.
    key = NA if category == OTHER and [*origins] == [REMAINING] else NE
    cells = [area, area, NE, *factors, *changes, row["net_co2_kt"]]
    return [key if cell is None else cell for cell in cells]


def form_sheets(inventory: Inventory, tr: Translate) -> list[Sheet]:
    """Tables 4.1 and 4.A to 4.F, a sheet each, the years below each other."""
    years = list(enumerate(map(str, inventory.years)))
    heads: list[list[Text]] = [
        [FROM, *[TO] * len(LANDS), INITIAL],
        [FROM, *(name for name, *_ in LANDS), INITIAL],
        [FROM, *[KHA] * (len(LANDS) + 1)],
    ]
    tables: list[tuple[Text, list[FormRow]]] = [
        (Message("Table 4.1 Land transition matrix, {year}", year=year), matrix_rows(inventory, n))
        for n, year in years
    ]
    sheets = [_sheet("Table4.1", heads, tables, tr)]
    for category, letter in enumerate("ABCDEF"):
        others = (*(DEAD_OF_FOREST if category == FOREST else DEAD), *SOILS)
        parts, pools = len(BIOMASS) + len(others), [*[LIVING] * len(BIOMASS), *others]
        heads = [
            [CATEGORY, *[DATA] * len(ACTIVITY), *[FACTORS] * parts, *[CHANGES] * parts, CO2],
            [CATEGORY, *ACTIVITY, *pools, *pools, CO2],
            [CATEGORY, *ACTIVITY, *BIOMASS, *others, *BIOMASS, *others, CO2],
            [CATEGORY, *[KHA] * len(ACTIVITY), *["(t C/ha)"] * parts, *["(kt C)"] * parts, "(kt)"],
        ]
        words = {"letter": letter, "category": CATEGORIES[category]}
        tables = [
            (
                Message("Table 4.{letter} {category}, {year}", **words, year=year),
                category_rows(inventory, n, category),
            )
            for n, year in years
        ]
        sheets.append(_sheet(f"Table4.{letter}", heads, tables, tr))
    return sheets


def _sheet(
    name: str,
    heads: Sequence[Sequence[Text]],
    tables: Sequence[tuple[Text, Sequence[FormRow]]],
    tr: Translate,
) -> Sheet:
    """Tables of the form below each other.

    Args:
        heads: rows of them, the second one high; equal ones beside or below each other are merged.
        tables: title and rows of each.
    """
    lines: list[SheetRow] = []
    merged: list[str] = []
    width = len(heads[0])

    def cell(text: Text, style: Style) -> SheetCell:
        return SheetCell(translated(text, tr), style=style)

    for title, rows in tables:
        lines.append(SheetRow([cell(title, TITLED)]))
        for r, row in enumerate(heads):
            cells = [SheetCell(None, style=HEAD)] * width
            for c, text in enumerate(row):
                if text in (row[c - 1] if c else "", heads[r - 1][c] if r else ""):
                    continue
                cells[c] = cell(text, HEAD)
                # How many columns and rows it goes over.
                columns, below = (
                    len(list(next(groupby(texts))[1]))
                    for texts in (row[c:], [head[c] for head in heads[r:]])
                )
                if columns * below > 1:
                    first, last = letters_of(c), letters_of(c + columns - 1)
                    merged.append(f"{first}{len(lines) + 1}:{last}{len(lines) + below}")
            lines.append(SheetRow(cells, HEIGHT if r == 1 else None))
        for label, values in rows:
            amounts = (
                SheetCell(v, style=KEY) if isinstance(v, str) else SheetCell(v, Kind.REAL, AMOUNT)
                for v in values
            )
            lines.append(SheetRow([cell(label, Style()), *amounts]))
        lines.append(SheetRow([]))
    narrow = min(MOST, (PAGE_WIDTH - WIDE - LAST) // (width - 2))
    widths = [WIDE, *[narrow] * (width - 2), LAST]
    return Sheet(name, lines, (len(lines), width), (0, 1), widths=widths, merged=merged)
