"""IPCC's six categories of land, and which class of a run is which, by the table CATEGORIES."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..base.arrays import Ints
from ..base.messages import DataError, Message, Term
from ..scheme.classes import Classes, LandClass
from ..scheme.reserved import GROUP_MARK
from ..scheme.sides import Sides
from ..scheme.table import Row, Table
from ..scheme.unknown import some

COLUMNS = ("class", "category", "managed")
# By what a table calls them; their names, as the form has them, are taken too.
NAMES = {
    "forest_land": Term("Forest land"),
    "cropland": Term("Cropland"),
    "grassland": Term("Grassland"),
    "wetlands": Term("Wetlands"),
    "settlements": Term("Settlements"),
    "other_land": Term("Other land"),
}
CATEGORIES: Sequence[Term] = list(NAMES.values())
FOREST, CROPLAND, GRASSLAND, WETLANDS, SETTLEMENTS, OTHER = range(len(NAMES))
# The rows and columns of table 4.1: the name, the category, and whether it is managed.
LANDS = (
    (Term("Forest land (managed)"), FOREST, True),
    (Term("Forest land (unmanaged)"), FOREST, False),
    (Term("Cropland"), CROPLAND, True),
    (Term("Grassland (managed)"), GRASSLAND, True),
    (Term("Grassland (unmanaged)"), GRASSLAND, False),
    (Term("Wetlands (managed)"), WETLANDS, True),
    (Term("Wetlands (unmanaged)"), WETLANDS, False),
    (Term("Settlements"), SETTLEMENTS, True),
    (Term("Other land"), OTHER, True),
)
# Their places by category and whether it is managed, and the categories by place.
PLACES = {(category, managed): place for place, (_, category, managed) in enumerate(LANDS)}
OF_LAND: Ints = np.array([category for _, category, _ in LANDS], np.int64)


def sides_of(land_class: LandClass) -> tuple[str, str]:
    """What a row on a class, or on its group, says in the column `class`."""
    return land_class.key.casefold(), GROUP_MARK + land_class.group.casefold()


def read_categories(table: Table, classes: Classes) -> dict[str, int]:
    """The place among LANDS by class key (case-folded) or '@group'.

    Raises:
        DataError: a missing column, an empty table or cell, unknown classes or groups, one that
            stands twice, or a category or managed that is none.
    """
    table.require(COLUMNS)
    sides = Sides(table, classes)
    lands: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for row in table:
        side = sides.cell(row, "class")
        category, managed = row.text("category").casefold().replace(" ", "_"), True
        if category not in NAMES:
            raise row.unknown("category", list(NAMES))
        number = list(NAMES).index(category)
        if (number, False) in PLACES:
            managed = row.one_of("managed", ("yes", "no")) == "yes"
        if side is not None:
            row.once(rows, side, Message("'{text}'", text=row.text("class")))
            lands[side] = PLACES[number, managed]
    sides.require_known()
    return lands


def lands_of(classes: Classes, present: Sequence[int], by_side: Mapping[str, int]) -> Ints:
    """The place among LANDS of each class, (classes,); a class beats its group.

    Args:
        present: the classes that occur; of others without a row it is -1.

    Raises:
        DataError: naming the classes that occur and have no row.
    """
    found = [next((by_side[s] for s in sides_of(c) if s in by_side), -1) for c in classes]
    lacking = [classes[number].key for number in present if found[number] < 0]
    if lacking:
        raise DataError(
            "CATEGORIES: no row is about {classes}; give each of them one of {categories}, and in "
            "the column managed yes or no",
            classes=some(f"'{key}'" for key in lacking),
            categories=", ".join(NAMES),
        )
    return np.array(found, np.int64)
