"""The six IPCC land categories, the rows of table 4.1, and the category of each class.

Rows of CATEGORIES can apply to classes, groups and all classes not named in another
row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from ..base.messages import DataError, Message, Term
from ..base.numbers import IntArray
from ..scheme.classes import Classes, shorten_list
from ..scheme.table import Row, Table
from ..scheme.zone_rules import RuleSideParser, class_indices_by_side, side_specificity

# Names, names within a row label, and colours.
CATEGORIES, LOWERCASE_CATEGORIES, CATEGORY_COLOURS = zip(
    (Term("Forest land"), Term("forest land"), "#2f7d4f"),
    (Term("Cropland"), Term("cropland"), "#e3b23c"),
    (Term("Grassland"), Term("grassland"), "#9cc069"),
    (Term("Wetlands"), Term("wetlands"), "#4f94c4"),
    (Term("Settlements"), Term("settlements"), "#b5473c"),
    (Term("Other land"), Term("other land"), "#8c8c8c"),
)
FOREST, CROPLAND, GRASSLAND, WETLANDS, SETTLEMENTS, OTHER = range(len(CATEGORIES))
# Keys in tables, where the names are valid too.
CATEGORY_KEYS = [name.casefold().replace(" ", "_") for name in CATEGORIES]
# Rows and columns of table 4.1: name, category, and whether it is managed.
LAND_TYPES = (
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
CATEGORY_BY_LAND_TYPE: IntArray = np.array([category for _, category, _ in LAND_TYPES], np.int64)


def read_categories(table: Table, classes: Classes) -> dict[str, int]:
    """Return the index in LAND_TYPES by class key (case-folded), '@group' or '*'.

    If default rows match a class by key and by name, the key has priority.
    """
    table.check_columns(("class", "category", "managed"))
    sides = RuleSideParser(table, classes)
    lands: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for row in table:
        text, side = row.text_value("class"), sides.parse_cell(row, "class")
        key = row.required_text("category").casefold().replace(" ", "_")
        if key not in CATEGORY_KEYS:
            raise row.unknown_value_error("category", CATEGORY_KEYS)
        fitting = [
            index for index, (_, c, _) in enumerate(LAND_TYPES) if c == CATEGORY_KEYS.index(key)
        ]
        is_unmanaged = len(fitting) > 1 and row.enum_value("managed", ("yes", "no")) == "no"
        if side is None:
            continue
        once = text.casefold() if table.is_default else side
        row.check_unique(rows, once, Message("'{text}'", text=text))
        if text.casefold() == side or side not in lands:
            lands[side] = fitting[is_unmanaged]
    sides.check_unknown_names()
    return lands


def assign_land_types(
    classes: Classes, by_side: Mapping[str, int], needed: Collection[int] = ()
) -> IntArray:
    """Return the index in LAND_TYPES of each class, (classes,); -1: none.

    Rows for classes precede rows for groups. Needed classes without a row raise an error.
    """
    lands, indices = np.full(len(classes), -1), class_indices_by_side(classes)
    for side in sorted(by_side, key=side_specificity):
        lands[indices[side]] = by_side[side]
    lacking = [classes[index].key for index in needed if lands[index] < 0]
    if lacking:
        raise DataError(
            "CATEGORIES: no row for {classes}; assign one of {categories}, and managed yes or no",
            classes=shorten_list(f"'{key}'" for key in lacking),
            categories=", ".join(CATEGORY_KEYS),
        )
    return lands
