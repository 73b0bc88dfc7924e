"""What a landscape is like at each date: how used, by a table of grades, and how diverse.

Grades say how much people shape land (Zhuang and Liu 1997): 1 unused land, 2 forest, grass and
water, 3 land under the plough, 4 built-up land. A row of the table is about a class, a group
(`@group`), or any class (`*`); the class beats the group, and that any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import TypedDict

from ..base.dates import Date
from ..base.messages import Message, Notes
from ..scan.census import Tally
from ..scan.coding import FIRST_CLASS
from ..scheme.classes import MINE, Classes, LandClass
from ..scheme.reserved import ANY, GROUP_MARK
from ..scheme.sides import Sides
from ..scheme.table import Row, Table
from ..scheme.unknown import some

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

        An unclassified value has no key or group that a row could mean.
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
        side, grade = sides.cell(row, CLASS), row.real(GRADE)
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


class IndexRow(TypedDict):
    """A row of INDICES."""

    year: str | None
    layer: str
    land_use_degree: float | None
    entropy: float
    evenness: float | None
    dominance: float
    classes: int


def index_rows(
    dates: Sequence[Date], classes: Classes, tallies: Sequence[Tally], grades: Grades
) -> list[IndexRow]:
    """INDICES: a row per date.

    Land-use degree (Zhuang and Liu 1997): 100 times the mean grade by area, 100 to 400; None where
    a class of the date has no grade. Shannon entropy H = -sum p ln p over the m classes of the
    date, evenness H / ln m (None for one class), dominance ln m - H.

    Args:
        tallies: per date, cells and hectares by class code, (codes,), valid at all dates.
    """
    rows: list[IndexRow] = []
    for date, tally in zip(dates, tallies):
        cells, hectares = tally.cells[FIRST_CLASS:], tally.hectares[FIRST_CLASS:]
        present = [(classes[n], float(hectares[n])) for n in classes.order() if cells[n]]
        total = sum(area for _, area in present)
        shares = [(land_class, area / total) for land_class, area in present]
        entropy = abs(sum(share * log(share) for _, share in shares if share))
        even = log(len(present))
        rows.append(
            {
                "year": date.year or None,
                "layer": date.layer,
                "land_use_degree": _degree(shares, grades),
                "entropy": entropy,
                "evenness": entropy / even if even else None,
                "dominance": even - entropy,
                "classes": len(present),
            }
        )
    return rows


def _degree(shares: Sequence[tuple[LandClass, float]], grades: Grades) -> float | None:
    """The land-use degree of classes with their shares; None where one has no grade."""
    degree = 0.0
    for land_class, share in shares:
        grade = grades.of(land_class)
        if grade is None:
            return None
        degree += 100.0 * grade * share
    return degree


def index_notes(classes: Classes, tallies: Sequence[Tally], grades: Grades) -> Notes:
    """What the grades leave open, for the log."""
    notes = Notes()
    on_land = [
        c for n, c in enumerate(classes) if any(tally.cells[FIRST_CLASS + n] for tally in tallies)
    ]
    without = [c.name for c in on_land if grades.of(c) is None]
    if without:
        notes.warn(
            "The land-use degree is empty at dates with these classes, which have no grade: "
            "{classes}. Give them one in GRADES.",
            classes=some(without),
        )
    else:
        grades.note_own_choice(on_land, notes)
    return notes
