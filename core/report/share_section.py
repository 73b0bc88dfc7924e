"""The section on the areas and shares of the classes over time."""

from __future__ import annotations

from functools import partial

from ..base.messages import Term
from ..results.results import Results
from .figures import share_bars, stacked_bars
from .parts import Chart, Section, crossed, known, width_for


def share_section(results: Results) -> Section:
    """Areas and shares of the classes by date."""
    labels, colours = results.labels, results.classes.colours_by_row()
    # Per class, its rows date by date.
    classes = list(zip(*results.areas_by_date))
    names = [own[0]["class"] for own in classes]
    series = [
        share_bars(name, colours[own[0]["value"], name], labels, own)
        for name, own in zip(names, classes)
    ]
    draw = partial(stacked_bars, labels, series, Term("Share of the area that counts, %"), most=100)
    column = known("class", colours=results.classes.colours_by_name())
    areas = [[row["area_ha"] for row in own] for own in classes]
    shares = [[row["share_pct"] for row in own] for own in classes]
    return Section(
        "areas",
        Term("Class areas over time"),
        charts=[
            Chart(
                "areas",
                Term("Area shares"),
                [("", draw)],
                [(bars.name, bars.colour) for bars in series],
                least_width=width_for(len(labels)),
            )
        ],
        tables=[
            crossed(
                "areas-ha",
                Term("Area by class and date, ha"),
                column,
                labels,
                list(zip(names, areas)),
            ),
            crossed(
                "areas-share",
                Term("Share by class and date, %"),
                column,
                labels,
                list(zip(names, shares)),
            ),
        ],
    )
