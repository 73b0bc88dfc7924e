"""Areas over the years: as they were, and as they are projected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Text, Translate, translated
from .figures import Figure, amounts, data_of, figure, hover
from .rounding import rounded

# Years and hectares.
Points = Sequence[tuple[int, float]]


@dataclass(frozen=True)
class Line:
    """A class: its areas at the dates, and those projected, which go on from the last one."""

    name: str
    colour: str
    observed: Points
    projected: Points


def area_lines(lines: Sequence[Line], title: Text, tr: Translate) -> Figure:
    """A line per class, dashed where it is projected."""
    made = figure(420)
    for line in lines:
        parts = ((line.observed, "solid"), ((*line.observed[-1:], *line.projected), "dot"))
        for points, dash in parts:
            made.add_scatter(
                x=[year for year, _ in points],
                y=[area for _, area in points],
                mode="lines+markers",
                line={"color": line.colour, "width": 2.5, "dash": dash},
                marker={"color": line.colour, "size": 6},
                hovertext=[
                    hover(f"{line.name}, {year}", f"{rounded(area, 1)} ha") for year, area in points
                ],
                hoverinfo="text",
            )
    years = sorted({year for line in lines for year, _ in (*line.observed, *line.projected)})
    room = max(1.0, 0.02 * (years[-1] - years[0]))
    made.layout.xaxis = {
        "tickmode": "array",
        "tickvals": years,
        "ticktext": [str(year) for year in years],
        "range": [years[0] - room, years[-1] + room],
        "gridcolor": "#f1f4f6",
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
    }
    made.layout.yaxis = amounts(translated(title, tr), rangemode="tozero")
    return data_of(made)
