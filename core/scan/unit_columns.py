"""What the polygon of a unit tells of it: columns whose names hold a period or a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..base.dates import Date, Period
from ..base.messages import Message
from .census import Census


@dataclass(frozen=True)
class UnitColumns:
    """Columns of real numbers, those of one subject.

    Attributes:
        names: such as changed_pct_1986_2000.
        headings: the same in words.
        of: their values in what was counted in a unit; None where there is none.
        digits: how many are shown after the point.
        measure: what the values are measured in.
        shown: the place of the column by which polygons are coloured.
    """

    names: Sequence[str]
    headings: Sequence[Message]
    of: Callable[[Census], Sequence[float | None]]
    digits: int
    measure: str
    shown: int = -1


def period_part(period: Period) -> str:
    """A period in the name of a column: 1986_2000."""
    return _word(period.name)


def date_parts(dates: Sequence[Date]) -> list[str]:
    """The dates in names of columns: their years, or their numbers where they have none."""
    return [_word(date.year) or str(number) for number, date in enumerate(dates, 1)]


def key_part(key: str) -> str:
    """A key in the name of a column."""
    return _word(key)


def _word(text: str) -> str:
    return re.sub(r"\W+", "_", text).strip("_")
