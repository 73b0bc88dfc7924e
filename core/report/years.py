"""What pages do with many dates: an axis of years, a few maps, one table at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from ..base.messages import Text, Translate

# From so many dates on a page shows a few of their maps, and has the others by choice; its charts
# have an axis of years, its tables by date a row for each, and long tables are folded.
MANY, FEW = 9, 8
# The most rows that a table has which is not long.
SHORT = 18
# A year, a period, or an interval of ages.
PLACE = re.compile(r"(\d+)(?:[-\N{EN DASH}](\d+))?")
# Years from tick to tick, and how many ticks a small screen has room for.
STEPS, MOST_TICKS = (1, 2, 5, 10, 20, 25, 50, 100), 6
# What of its place a bar fills; and of the years what is empty at their ends, what lies between
# them and the whole span, and what this takes.
BAR, EDGE, SPAN_GAP, SPAN_BAR = 0.86, 0.02, 0.3, 0.1


def evenly(count: int, most: int) -> list[int]:
    """The indices of first and last, and others in even steps between, no more than so many."""
    if count <= most:
        return list(range(count))
    return [round(index * (count - 1) / (most - 1)) for index in range(most)]


@dataclass(frozen=True)
class YearAxis:
    """Where places lie on an axis of years.

    Attributes:
        spots, widths: the middle and the width of each bar, the span's the last one.
        first, last: years where the axis begins and ends.
        span: what the span is called, '' without one.
    """

    spots: Sequence[float]
    widths: Sequence[float]
    first: float
    last: float
    span: Text = ""

    def layout(self, tr: Translate) -> dict[str, Any]:
        """The axis as plotly.js has it."""
        length = self.last - self.first
        start, end = self.first - EDGE * length, self.last + EDGE * length
        if self.span:
            end = self.spots[-1] + SPAN_GAP / 2 * length
        step = next((n for n in STEPS if (end - start) / n <= MOST_TICKS), STEPS[-1])
        ticks: list[float] = [n for n in range(0, int(self.last) + 1, step) if n >= self.first]
        words = [str(n) for n in ticks]
        if self.span:
            ticks.append(self.spots[-1])
            words.append(f"{escape(str(self.span))}<br>{escape(tr('whole span'))}")
        return {
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": words,
            "tickangle": 0,
            "ticks": "outside",
            "range": [start, end],
            "gridcolor": "#dfe4e8",
            "zeroline": False,
            "automargin": True,
            "fixedrange": True,
        }


def year_axis(labels: Sequence[Text], span_last: bool = False) -> YearAxis | None:
    """The axis of many years, periods of years, or ages; None of few, and of what is none.

    Args:
        span_last: whether the last label is that of the whole span, which stands apart.
    """
    steps = labels[: len(labels) - span_last]
    matches = [PLACE.fullmatch(str(label)) for label in steps]
    ends = [(int(match[1]), int(match[2] or match[1])) for match in matches if match]
    # So many dates have a period less.
    is_periods = any(end > start for start, end in ends)
    if len(ends) < len(steps) or len(ends) < MANY - is_periods:
        return None
    starts = [start for start, _ in ends]
    gaps = [later - earlier for earlier, later in zip(starts, starts[1:])]
    if min(gaps) <= 0:
        return None
    # A date stands for itself, a period for what lies between its ends.
    half = 0 if is_periods else min(gaps) / 2
    spots = [(start + end) / 2 for start, end in ends]
    widths = [BAR * (end - start + 2 * half) for start, end in ends]
    first, last = starts[0] - half, ends[-1][1] + half
    if not span_last:
        return YearAxis(spots, widths, first, last)
    spots.append(last + SPAN_GAP * (last - first))
    widths.append(SPAN_BAR * (last - first))
    return YearAxis(spots, widths, first, last, labels[-1])
