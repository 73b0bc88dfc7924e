"""Metrics over the dates, a small chart for each; and centres on a map, with paths and ellipses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, radians, sin
from typing import NamedTuple

from ..base.dates import Date, have_years
from ..base.messages import Text, Translate, translated
from ..report.plotly_figures import (
    FAINT,
    INK,
    PAPER,
    Figure,
    add,
    add_line,
    amounts,
    figure,
    fitted,
    hover,
    hovers,
    plain,
    rounded,
)

# Small charts beside each other, and their heights: of each, and of the gap below it, px.
COLUMNS, PANEL, GAP = 2, 104, 56
# Between columns, in parts of the width.
BETWEEN = 0.13
LONGEST_DATE = 8
MARGIN = {"l": 52, "r": 12, "t": 4, "b": 4, "pad": 4}
# Corners of an ellipse as it is drawn.
CORNERS = 72
EDGE = "#7b8794"
# Round all cells.
FRAME = "#b6c0ca"
# Where names of dates stand at their centres, in turn: centres may lie close to each other.
POSITIONS = ("bottom left", "top right", "bottom right", "top left")


class Line(NamedTuple):
    """What a class, or the landscape, has at each date; None where there is nothing."""

    name: Text
    colour: str
    values: Sequence[float | None]


class Panel(NamedTuple):
    """A small chart: a metric over the dates, with its digits."""

    title: Text
    digits: int
    lines: Sequence[Line]


def small_multiples(panels: Sequence[Panel], dates: Sequence[Date], tr: Translate) -> Figure:
    """A chart for each metric, two beside each other, all over the same dates."""
    rows = -(-len(panels) // COLUMNS)
    height = rows * (PANEL + GAP)
    chart = figure(height, annotations=[], margin=MARGIN)
    positions, axis = _date_axis(dates)
    for index, panel in enumerate(panels):
        row, column = divmod(index, COLUMNS)
        name = "" if index == 0 else str(index + 1)
        top = 1 - row * (PANEL + GAP) / height - 20 / height
        left = column * (1 + BETWEEN) / COLUMNS
        right = left + (1 - BETWEEN * (COLUMNS - 1)) / COLUMNS
        chart["layout"][f"xaxis{name}"] = {**axis, "domain": [left, right], "anchor": f"y{name}"}
        chart["layout"][f"yaxis{name}"] = amounts(
            "", domain=[top - PANEL / height, top], anchor=f"x{name}", nticks=4, automargin=False
        )
        chart["layout"]["annotations"].append(
            {
                "x": left,
                "y": top,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "text": f"<b>{plain(translated(panel.title, tr))}</b>",
                "showarrow": False,
                "font": {"size": 12},
                "name": "panel",
            }
        )
        for line in panel.lines:
            words = translated(line.name, tr)
            add(
                chart,
                "scatter",
                mode="lines+markers",
                x=positions,
                y=list(line.values),
                xaxis=f"x{name}",
                yaxis=f"y{name}",
                line={"color": line.colour, "width": 2},
                # An edge, for colours that are as pale as fields.
                marker={"color": line.colour, "size": 6, "line": {"color": EDGE, "width": 1}},
                hovertext=[
                    hover(f"{words}, {date.label}", rounded(value, panel.digits))
                    for date, value in zip(dates, line.values)
                ],
                hoverinfo="text",
            )
    return chart


def _date_axis(dates: Sequence[Date]) -> tuple[list[float], Figure]:
    """Where dates stand, by their years where all have one, and an axis that says so."""
    positions = [float(position) for position in range(len(dates))]
    labels = fitted([date.label for date in dates], LONGEST_DATE)
    if have_years(dates):
        positions = [float(date.year) for date in dates]
        labels = [date.year for date in dates]
    room = 0.06 * (max(positions) - min(positions)) or 0.5
    axis = {
        "tickmode": "array",
        "tickvals": positions,
        "ticktext": [plain(label) for label in labels],
        "tickangle": 0,
        "tickfont": {"size": 11},
        "range": [min(positions) - room, max(positions) + room],
        "gridcolor": "#f1f4f6",
        "zeroline": False,
        "fixedrange": True,
    }
    return positions, axis


class Stop(NamedTuple):
    """A centre at a date: place in map units, ellipse there (semi-axes in map units, and degrees
    clockwise from north) or None, and lines to hover over.
    """

    x: float
    y: float
    ellipse: tuple[float, float, float] | None
    lines: tuple[Text, ...]
    label: str


class CentrePath(NamedTuple):
    """The centres of a class, date by date."""

    name: str
    colour: str
    stops: Sequence[Stop]


def centre_map(
    paths: Sequence[CentrePath],
    frame: tuple[float, float, float, float],
    aspect: float,
    with_ellipses: bool,
    axes: tuple[Text, Text],
    legend: Sequence[Text],
    tr: Translate,
) -> Figure:
    """Paths of centres, and the land's frame; the last centre is the large one.

    Args:
        frame: x and y of two opposite corners of the land.
        aspect: how many times as long a unit of y is on the ground as one of x.
        axes: what stands at them, across and upwards, with the units.
        with_ellipses: draw those of each date, the last one strongest.
        legend: what of the legend of all classes is shown.
    """
    chart = figure(520, annotations=[], margin=MARGIN)
    x0, y0, x1, y1 = frame
    add_line(chart, [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], FRAME, 1.2)
    seen = [(stop.x, stop.y) for path in paths for stop in path.stops]
    for path in paths:
        last = len(path.stops) - 1
        for date_index, stop in enumerate(path.stops):
            if with_ellipses and stop.ellipse:
                outline = list(_outline(stop))
                seen += outline
                width, dash = (2.2, "solid") if date_index == last else (1.2, "dot")
                # Below it an edge, for colours that are as pale as fields.
                add_line(chart, outline, EDGE, width + 1.4, dash=dash)
                add_line(chart, outline, path.colour, width, dash=dash)
        centres = [(stop.x, stop.y) for stop in path.stops]
        add_line(chart, centres, EDGE, 3.6)
        add_line(chart, centres, path.colour, 2.0)
        sizes = [12 if date_index == last else 7 for date_index in range(len(path.stops))]
        add(
            chart,
            "scatter",
            x=[x for x, _ in centres],
            y=[y for _, y in centres],
            mode="markers+text" if with_ellipses else "markers",
            marker={"color": path.colour, "size": sizes, "line": {"color": INK, "width": 1}},
            hovertext=hovers([stop.lines for stop in path.stops], tr),
            hoverinfo="text",
            text=[plain(stop.label) for stop in path.stops],
            textposition=[POSITIONS[n % len(POSITIONS)] for n in range(len(path.stops))],
            textfont={"size": 12, "color": INK},
        )
    across, up = _around([x for x, _ in seen]), _around([y for _, y in seen])
    look: Figure = {"tickformat": ",~r", "nticks": 5, "showgrid": True, "gridcolor": FAINT}
    square = {"zeroline": False, "scaleanchor": "x", "scaleratio": aspect}
    right, upwards = (translated(axis, tr) for axis in axes)
    chart["layout"]["plot_bgcolor"] = PAPER
    chart["layout"]["xaxis"] = amounts(right, **look, range=across, zeroline=False)
    chart["layout"]["yaxis"] = amounts(upwards, **look, range=up, **square)
    chart["layout"]["meta"] = {"legend": [translated(words, tr) for words in legend]}
    return chart


def _around(positions: Sequence[float]) -> list[float]:
    """A stretch that holds all places, with room for names at its ends."""
    low, high = min(positions), max(positions)
    room = 0.12 * (high - low) or 1.0
    return [low - room, high + room]


def _outline(stop: Stop) -> Iterator[tuple[float, float]]:
    """Points along an ellipse."""
    major, minor, rotation = stop.ellipse or (0.0, 0.0, 0.0)
    turned = radians(rotation)
    for corner in range(CORNERS + 1):
        angle = 2 * pi * corner / CORNERS
        along, across = major * cos(angle), minor * sin(angle)
        yield (
            stop.x + along * sin(turned) + across * cos(turned),
            stop.y + along * cos(turned) - across * sin(turned),
        )
