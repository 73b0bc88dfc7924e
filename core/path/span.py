"""The years of a path: from the base year to the horizon, with milestones between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.lists import half_width, parts_of
from ..base.messages import DataError, Notes
from ..scheme.unknown import some
from .activity import ActivityTable


@dataclass(frozen=True)
class Span:
    """The years of a path.

    Attributes:
        base, end: the first, which has emissions only, and the horizon.
        milestones: years between them, in order.
    """

    base: int
    end: int
    milestones: Sequence[int]

    @property
    def years(self) -> list[int]:
        return list(range(self.base, self.end + 1))


def span_of(
    base: int | None, end: int, milestones: str, activity: ActivityTable, notes: Notes
) -> Span:
    """The years of a path.

    Args:
        base: BASE_YEAR; None: the last year of ACTIVITY.
        end: END_YEAR.
        milestones: MILESTONES, years with commas between them; those outside are left out, and
            noted.

    Raises:
        DataError: ACTIVITY has no such year, the horizon is not after it, or a milestone is none.
    """
    years = activity.years
    first = years[-1] if base is None else base
    if first not in years:
        raise DataError(
            "BASE_YEAR is {base}, and {table} has no row of that year in column 'year'; it has "
            "{years}",
            base=first,
            table=activity.name,
            years=some(years),
        )
    if end <= first:
        raise DataError(
            "END_YEAR is {end}, which is not after the base year {base}", end=end, base=first
        )
    years_inside: list[int] = []
    outside: list[str] = []
    for part in parts_of(half_width(milestones)):
        if part and not (part.isascii() and part.isdigit() and len(part) == 4):
            raise DataError("MILESTONES: '{year}' is not a four-digit year", year=part)
        if part and first <= int(part) <= end:
            years_inside.append(int(part))
        elif part:
            outside.append(part)
    if outside:
        notes.inform(
            "MILESTONES: {years} lie outside {base} to {end} and are left out.",
            years=", ".join(outside),
            base=first,
            end=end,
        )
    return Span(first, end, sorted(set(years_inside)))
