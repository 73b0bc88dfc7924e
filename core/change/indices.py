"""What a landscape is like at each date: how used, and how diverse."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TypedDict

from ..base.dates import Date
from ..base.messages import Notes
from ..scan.census import Tally
from ..scan.coding import FIRST_CLASS
from ..scheme.classes import Classes, LandClass
from ..scheme.unknown import some
from .grades import Grades


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
        present = _present(classes, tally)
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


def _present(classes: Classes, tally: Tally) -> list[tuple[LandClass, float]]:
    """The classes of a date with their hectares."""
    cells, hectares = tally.cells[FIRST_CLASS:], tally.hectares[FIRST_CLASS:]
    return [(classes[n], float(hectares[n])) for n in classes.order() if cells[n]]


def _degree(shares: Sequence[tuple[LandClass, float]], grades: Grades) -> float | None:
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
