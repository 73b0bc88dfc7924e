"""UNFCCC's tables 4.1 and 4.A to 4.F of a year, with the rows, columns and keys of the form.

As copies of the form show it; areas in kha, carbon in kt C and t C/ha, losses below 0, as there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

from ..base.messages import Message, Term, Text
from .categories import CATEGORIES, FOREST, LANDS, OTHER
from .inventory import KILO, NOTHING, Inventory
from .parcels import REMAINING

NE, NO, NA, IE = "NE", "NO", "NA", "IE"
KEYS = {
    NE: Term("not estimated"),
    NO: Term("not occurring"),
    NA: Term("not applicable"),
    IE: Term("included elsewhere: in living biomass"),
}
# A row of the form: its name, and numbers or notation keys.
FormRow = tuple[Text, list[Union[float, str]]]
# In the midst of a row's name.
SMALL = (
    *(Term("forest land"), Term("cropland"), Term("grassland")),
    *(Term("wetlands"), Term("settlements"), Term("other land")),
)
INITIAL, FINAL, NET = Term("Initial area"), Term("Final area"), Term("Net change")
ACTIVITY = (Term("Total area"), Term("Area of mineral soil"), Term("Area of organic soil"))
BIOMASS = (Term("Gains"), Term("Losses"), Term("Net change"))
SOILS = (Term("Net change in mineral soils"), Term("Net change in organic soils"))


def dead_of(category: int) -> Sequence[Term]:
    """The columns of dead organic matter that the table of a category has."""
    if category == FOREST:
        return Term("Net change in dead wood"), Term("Net change in litter")
    return (Term("Net change in dead organic matter"),)


def matrix_rows(inventory: Inventory, n: int) -> list[FormRow]:
    """Table 4.1 of the n-th year: from (rows), to (columns), and the initial area last."""
    matrix = inventory.sums.matrix[n]
    initial, final = matrix.sum(axis=1), matrix.sum(axis=0)
    # The same hectares, added up in two ways, leave dust.
    net = [float(c) if abs(c) > NOTHING else 0.0 for c in final - initial]
    there = [*(initial + final > NOTHING), True]
    lines = [*((name, [*matrix[n], initial[n]]) for n, (name, *_) in enumerate(LANDS))]
    lines.append((FINAL, [*final, final.sum()]))
    return [
        *((name, [float(c) * KILO if c > NOTHING else NO for c in cells]) for name, cells in lines),
        (NET, [change * KILO if any_land else NO for change, any_land in zip([*net, 0.0], there)]),
    ]


def category_rows(inventory: Inventory, n: int, category: int) -> list[FormRow]:
    """The table of a category in the n-th year, 4.A to 4.F."""
    names = {"name": CATEGORIES[category], "category": SMALL[category]}
    others = [origin for origin in range(len(CATEGORIES)) if origin != category]
    rows: list[tuple[Text, Sequence[int]]] = [
        (Message("Total {category}", **names), (*others, REMAINING)),
        (Message("1. {name} remaining {category}", **names), (REMAINING,)),
        (Message("2. Land converted to {category}", **names), others),
    ]
    for number, origin in enumerate(others, 1):
        names.update(name=CATEGORIES[origin], number=Term(number))
        rows.append((Message("2.{number} {name} converted to {category}", **names), (origin,)))
    return [(label, _cells(inventory, n, category, origins)) for label, origins in rows]


def _cells(
    inventory: Inventory, n: int, category: int, origins: Sequence[int]
) -> list[float | str]:
    amounts, dead = inventory.amounts(n, category, origins), len(dead_of(category))
    area, gain, loss = amounts["area_kha"], amounts["biomass_gain_ktc"], amounts["biomass_loss_ktc"]
    if area <= NOTHING * KILO:
        return [NO] * (len(ACTIVITY) + 2 * (len(BIOMASS) + dead + len(SOILS)) + 1)
    # Other land that stays so is no source and no sink by definition.
    key = NA if category == OTHER and tuple(origins) == (REMAINING,) else NE
    between = [IE if inventory.holds_dead and gain is not None else key] * dead
    biomass: list[float | None] = [None] * len(BIOMASS)
    if gain is not None and loss is not None:
        biomass = [gain, -loss, gain - loss]
    cells: list[float | str] = [area, area, NE]
    for over in (area, 1.0):
        *living, soil = [
            key if one is None else one / over for one in (*biomass, amounts["soil_ktc"])
        ]
        cells += [*living, *between, soil, NE]
    co2 = amounts["net_co2_kt"]
    return [*cells, key if co2 is None else co2]
