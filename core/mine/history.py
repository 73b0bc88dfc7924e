"""What reclaimed land was at all dates so far: the column `history` of AGES, written and read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..base.dates import Date
from ..base.numbers import Bytes
from ..scheme.classes import Classes
from ..scheme.table import Row
from ..scheme.unknown import CLASS, Unknown
from .states import NEVER, Use, reclaimed_by

HISTORY = "history"
BETWEEN_DATES = "; "

# A key may have a semicolon of its own.
BETWEEN = re.compile(r";\s*(?=\d{4}\s)")
PART = re.compile(r"(\d{4})\s+(.*\S)")


@dataclass(frozen=True, order=True)
class History:
    """Land from date to date, up to a year: year, class index and Use at each; none if unknown."""

    years: tuple[int, ...] = ()
    class_indices: tuple[int, ...] = ()
    uses: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.years)

    @cached_property
    def since(self) -> int:
        """The number of the date by which the land was reclaimed that is so in the last year."""
        uses = [np.array([use], np.uint8) for use in self.uses]
        return int(reclaimed_by(uses, len(uses))[0])

    @property
    def is_reclaimed(self) -> bool:
        """Whether the land is a sink in the last year that was mined before."""
        return self.since != NEVER

    @property
    def ages(self) -> tuple[int, int]:
        """The least and the greatest age of the reclaimed land in the last year."""
        last, seen, before = (self.years[n - 1] for n in (0, self.since, self.since - 1))
        return last - seen, last - before

    @property
    def mined_sinks(self) -> set[int]:
        """The indices of the sinks that were mined."""
        steps = zip(self.class_indices, self.uses, self.uses[1:])
        return {index for index, use, after in steps if (use, after) == (Use.SINK, Use.MINE)}

    @property
    def sinks(self) -> set[int]:
        """The indices of all sinks that the land was or is."""
        return {index for index, use in zip(self.class_indices, self.uses) if use == Use.SINK}


# Of land whose history nobody tells.
UNKNOWN = History()


def date_text(date: Date, key: str) -> str:
    """A date, which has a year, and the key of the class at it, in a history as a table has it.

    Such are joined BETWEEN_DATES: `1986 forest; 2000 dump; 2009 grass`.
    """
    return f"{date.year} {key}"


def read_history(row: Row, classes: Classes, uses: Bytes, unknown: Unknown) -> History:
    """The history in a row of AGES; an empty one where there is none, or it names unknown classes.

    Raises:
        DataError: it is no list of years and classes, or not up to the year and class of the row.
    """
    text = row.text(HISTORY)
    if not text:
        return UNKNOWN
    parts = [PART.fullmatch(part.strip()) for part in BETWEEN.split(text)]
    dates = [(int(part[1]), part[2]) for part in parts if part is not None]
    years = tuple(year for year, _ in dates)
    if len(dates) < len(parts) or any(y >= later for y, later in zip(years, years[1:])):
        raise row.error(
            "column 'history' is '{text}', not the classes of the land at all dates such as "
            "1986 forest; 2000 dump; 2009 grass",
            text=text,
        )
    known: list[int] = []
    for _, name in dates:
        class_index = classes.find(name)
        if class_index is None:
            unknown.add(CLASS, name, row.spot(HISTORY))
        else:
            known.append(class_index)
    if len(known) < len(dates):
        return UNKNOWN
    now = classes.find(row.text("class"))
    # A class that nobody knows is told with the others.
    if str(years[-1]) != row.text("year") or now not in (known[-1], None):
        raise row.error(
            "column 'history' is '{text}', and ends with another year or class than the row",
            text=text,
        )
    return History(years, tuple(known), tuple(int(uses[index]) for index in known))
