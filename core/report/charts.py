"""Charts of stacked bars, as most sections have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ..base.messages import Term, Text
from .figures import Bars, Draw, stacked_bars
from .parts import Chart, Swatches, width_for
from .years import MANY, year_axis

# What a chart is of, where it can be chosen.
PER_YEAR, IN_ALL = Term("per year"), Term("in all")
ALL_LAND, CHANGED_LAND = Term("All land"), Term("Changed land only")


def stacked_chart(
    name: str,
    title: Text,
    labels: Sequence[Text],
    series: Sequence[Bars],
    axis: Text,
    note: Text = "",
    lying: bool = False,
    **how: Any,
) -> Chart:
    """A chart of stacked bars, a place for each label.

    Args:
        axis: what the numbers are.
        how: what else stacked_bars is to know.
    """
    span_last = how.get("span_last", False)
    lying = lying and year_axis(labels, span_last) is None
    draw = partial(stacked_bars, labels, series, axis, lying=lying, **how)
    width = 0 if lying else width_for(labels, span_last)
    return Chart(name, title, [("", draw)], legend_of(series), note, width)


def with_changed_land(chart: Chart, of_changed: Chart | None) -> Chart:
    """A chart of shares of all land, from which one of the shares of changed land can be chosen."""
    if of_changed is None:
        return chart
    (_, all_land), (_, changed) = chart.variants[0], of_changed.variants[0]
    return replace(chart, variants=[(ALL_LAND, all_land), (CHANGED_LAND, changed)])


def legend_of(series: Sequence[Bars]) -> Swatches:
    """Names and colours of the bars."""
    return [(bars.name, bars.colour) for bars in series]


def by_years(
    years: Sequence[int | None],
    per_year: Text,
    in_all: Text,
    draw: Callable[[Text, Sequence[int]], Draw],
) -> list[tuple[Text, Draw]]:
    """Figures of amounts by period: per year where all periods have years, and in all.

    Where each is of one year, these are the same.

    Args:
        years: of each period, the last one of which may be the whole span.
        per_year, in_all: the titles of their axes.
        draw: makes a figure, given its title and what the amounts are to be divided by.
    """
    undivided = [1] * len(years)
    if not all(years):
        return [("", draw(in_all, undivided))]
    if set(years) == {1} or (len(years) >= MANY and set(years[:-1]) == {1}):
        return [("", draw(per_year, [n or 1 for n in years]))]
    return [(PER_YEAR, draw(per_year, [n or 1 for n in years])), (IN_ALL, draw(in_all, undivided))]
