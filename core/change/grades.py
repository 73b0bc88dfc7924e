"""Grades of land use, by how much people shape the land, from a plain table.

Zhuang and Liu 1997: 1 unused land, 2 forest, grass and water, 3 land under the plough, 4 built-up
land. A row is about a class, a group (`@group`), or any class (`*`); the class beats the group, and
that any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.messages import Message, Notes
from ..scheme.classes import MINE, Classes, LandClass
from ..scheme.reserved import ANY, GROUP_MARK
from ..scheme.sides import Sides
from ..scheme.table import Row, Table

CLASS, GRADE = GRADE_COLUMNS = ("class", "grade")
LOWEST, HIGHEST = 1, 4


class Grades:
    """The grades of a run.

    Args:
        by_side: by class key (case-folded), '@group' or '*'.
        is_default: whether they are nothing but the default ones.
    """

    def __init__(self, by_side: Mapping[str, float], is_default: bool):
        self._by_side = dict(by_side)
        self._is_default = is_default

    def of(self, land_class: LandClass) -> float | None:
        """The grade of a class; None where it has none.

        A value that nobody names has no key or group that a row could mean.
        """
        sides = [ANY]
        if land_class.listed:
            group = GROUP_MARK + land_class.group.casefold()
            sides = [land_class.key.casefold(), group, ANY]
        return next((self._by_side[side] for side in sides if side in self._by_side), None)

    def note_own_choice(self, classes: Sequence[LandClass], notes: Notes) -> None:
        """Say of the default grades that one is not from the literature, where it is used."""
        if self._is_default and any(c.group == MINE and c.listed for c in classes):
            notes.inform(
                "GRADES: mined land has the grade of built-up land, {grade}; that is a choice of "
                "this plugin, for the literature has no grade of mines.",
                grade=HIGHEST,
            )


def read_grades(table: Table, classes: Classes) -> Grades:
    """The grades of a table.

    The default one may name classes and groups that the run lacks.

    Raises:
        DataError: a missing column, an empty table or cell, unknown classes or groups (all in one
            sentence), one that stands twice, or a grade that is not from 1 to 4.
    """
    table.require(GRADE_COLUMNS)
    sides = Sides(table, classes)
    grades: dict[str, float] = {}
    rows: dict[str, Row] = {}
    for row in table:
        side, grade = sides.cell(row, CLASS), row.number(GRADE)
        if not LOWEST <= grade <= HIGHEST:
            raise row.error(
                "column '{column}' is {grade}; grades go from {lowest} to {highest}",
                column=GRADE,
                grade=row.text(GRADE),
                lowest=LOWEST,
                highest=HIGHEST,
            )
        if side is None:
            continue
        row.once(rows, side, Message("'{text}'", text=row.text(CLASS)))
        grades[side] = float(grade)
    sides.require_known()
    return Grades(grades, table.is_default)
