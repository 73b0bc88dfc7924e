"""Small charts of metrics by date, and maps of class centroids with paths and ellipses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, radians, sin
from typing import NamedTuple

from ..base.dates import Date, has_all_years
from ..base.messages import Text, Translator, translate_message
from ..report.plotly_figures import (
    BACKGROUND_COLOUR,
    GRID_COLOUR,
    TEXT_COLOUR,
    Figure,
    add_line,
    add_trace,
    create_figure,
    escape_html,
    fit_labels,
    format_number,
    hover_text,
    hover_texts,
    value_axis,
)

# Columns of small charts, height of each, and the gap below it, px.
COLUMN_COUNT, PANEL_HEIGHT_PX, ROW_GAP_PX = 2, 104, 56
# Gap between columns as a fraction of the width.
COLUMN_GAP = 0.13
MAX_DATE_LENGTH = 8
CHART_MARGIN = {"l": 52, "r": 12, "t": 4, "b": 4, "pad": 4}
# Vertices of a drawn ellipse.
ELLIPSE_VERTICES = 72
EDGE_COLOUR = "#7b8794"
# Colour of the frame around all cells.
FRAME_COLOUR = "#b6c0ca"
# Positions of date labels, alternating because centroids may be close together.
LABEL_POSITIONS = ("bottom left", "top right", "bottom right", "top left")


class MetricLine(NamedTuple):
    """Values of a class or the landscape by date; None without a value."""

    name: Text
    colour: str
    values: Sequence[float | None]


class MetricPanel(NamedTuple):
    """A small chart of a metric by date, with its digits."""

    title: Text
    digits: int
    lines: Sequence[MetricLine]


def small_multiples(panels: Sequence[MetricPanel], dates: Sequence[Date], tr: Translator) -> Figure:
    """Return a chart for each metric, in two columns with the same dates."""
    rows = -(-len(panels) // COLUMN_COUNT)
    height = rows * (PANEL_HEIGHT_PX + ROW_GAP_PX)
    chart = create_figure(height, annotations=[], margin=CHART_MARGIN)
    positions, axis = _date_axis(dates)
    for index, panel in enumerate(panels):
        row, column = divmod(index, COLUMN_COUNT)
        name = "" if index == 0 else str(index + 1)
        top = 1 - row * (PANEL_HEIGHT_PX + ROW_GAP_PX) / height - 20 / height
        left = column * (1 + COLUMN_GAP) / COLUMN_COUNT
        right = left + (1 - COLUMN_GAP * (COLUMN_COUNT - 1)) / COLUMN_COUNT
        chart["layout"][f"xaxis{name}"] = {**axis, "domain": [left, right], "anchor": f"y{name}"}
        chart["layout"][f"yaxis{name}"] = value_axis(
            "",
            domain=[top - PANEL_HEIGHT_PX / height, top],
            anchor=f"x{name}",
            nticks=4,
            automargin=False,
        )
        chart["layout"]["annotations"].append(
            {
                "x": left,
                "y": top,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "text": f"<b>{escape_html(translate_message(panel.title, tr))}</b>",
                "showarrow": False,
                "font": {"size": 12},
                "name": "panel",
            }
        )
        for line in panel.lines:
            words = translate_message(line.name, tr)
            add_trace(
                chart,
                "scatter",
                mode="lines+markers",
                x=positions,
                y=list(line.values),
                xaxis=f"x{name}",
                yaxis=f"y{name}",
                line={"color": line.colour, "width": 2},
                # Outline for pale colours.
                marker={
                    "color": line.colour,
                    "size": 6,
                    "line": {"color": EDGE_COLOUR, "width": 1},
                },
                hovertext=[
                    hover_text(f"{words}, {date.label}", format_number(value, panel.digits))
                    for date, value in zip(dates, line.values)
                ],
                hoverinfo="text",
            )
    return chart


def _date_axis(dates: Sequence[Date]) -> tuple[list[float], Figure]:
    """Return the positions of dates, by year if all have one, and the axis."""
    positions = [float(position) for position in range(len(dates))]
    labels = fit_labels([date.label for date in dates], MAX_DATE_LENGTH)
    if has_all_years(dates):
        positions = [float(date.year) for date in dates]
        labels = [date.year for date in dates]
    room = 0.06 * (max(positions) - min(positions)) or 0.5
    axis = {
        "tickmode": "array",
        "tickvals": positions,
        "ticktext": [escape_html(label) for label in labels],
        "tickangle": 0,
        "tickfont": {"size": 11},
        "range": [min(positions) - room, max(positions) + room],
        "gridcolor": "#f1f4f6",
        "zeroline": False,
        "fixedrange": True,
    }
    return positions, axis


class CentroidPoint(NamedTuple):
    """A centroid at a date, in map units, with hover text.

    The ellipse, or None: semi-axes in map units, rotation in degrees clockwise from north.
    """

    x: float
    y: float
    ellipse: tuple[float, float, float] | None
    lines: tuple[Text, ...]
    label: str


class CentroidPath(NamedTuple):
    """Centroids of a class by date."""

    name: str
    colour: str
    stops: Sequence[CentroidPoint]


def centroid_map(
    paths: Sequence[CentroidPath],
    frame: tuple[float, float, float, float],
    aspect: float,
    with_ellipses: bool,
    axes: tuple[Text, Text],
    legend: Sequence[Text],
    tr: Translator,
) -> Figure:
    """Return a map of centroid paths with the frame of the land; the last centroid is larger.

    Args:
        frame: x and y of two opposite corners of the land.
        aspect: ground length of a unit of y relative to a unit of x.
        axes: titles of the horizontal and vertical axis, with units.
        with_ellipses: whether to draw the ellipse of each date, the last one strongest.
        legend: entries of the common legend to show.
    """
    chart = create_figure(520, annotations=[], margin=CHART_MARGIN)
    x0, y0, x1, y1 = frame
    add_line(chart, [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], FRAME_COLOUR, 1.2)
    seen = [(stop.x, stop.y) for path in paths for stop in path.stops]
    for path in paths:
        last = len(path.stops) - 1
        for date_index, stop in enumerate(path.stops):
            if with_ellipses and stop.ellipse:
                outline = list(_ellipse_points(stop))
                seen += outline
                width, dash = (2.2, "solid") if date_index == last else (1.2, "dot")
                # Outline below it, for pale colours.
                add_line(chart, outline, EDGE_COLOUR, width + 1.4, dash=dash)
                add_line(chart, outline, path.colour, width, dash=dash)
        centres = [(stop.x, stop.y) for stop in path.stops]
        add_line(chart, centres, EDGE_COLOUR, 3.6)
        add_line(chart, centres, path.colour, 2.0)
        sizes = [12 if date_index == last else 7 for date_index in range(len(path.stops))]
        add_trace(
            chart,
            "scatter",
            x=[x for x, _ in centres],
            y=[y for _, y in centres],
            mode="markers+text" if with_ellipses else "markers",
            marker={
                "color": path.colour,
                "size": sizes,
                "line": {"color": TEXT_COLOUR, "width": 1},
            },
            hovertext=hover_texts([stop.lines for stop in path.stops], tr),
            hoverinfo="text",
            text=[escape_html(stop.label) for stop in path.stops],
            textposition=[
                LABEL_POSITIONS[n % len(LABEL_POSITIONS)] for n in range(len(path.stops))
            ],
            textfont={"size": 12, "color": TEXT_COLOUR},
        )
    across, up = _padded_range([x for x, _ in seen]), _padded_range([y for _, y in seen])
    look: Figure = {"tickformat": ",~r", "nticks": 5, "showgrid": True, "gridcolor": GRID_COLOUR}
    square = {"zeroline": False, "scaleanchor": "x", "scaleratio": aspect}
    right, upwards = (translate_message(axis, tr) for axis in axes)
    chart["layout"]["plot_bgcolor"] = BACKGROUND_COLOUR
    chart["layout"]["xaxis"] = value_axis(right, **look, range=across, zeroline=False)
    chart["layout"]["yaxis"] = value_axis(upwards, **look, range=up, **square)
    chart["layout"]["meta"] = {"legend": [translate_message(words, tr) for words in legend]}
    return chart


def _padded_range(positions: Sequence[float]) -> list[float]:
    """Return a range that contains all positions, with room for labels at its ends."""
    low, high = min(positions), max(positions)
    room = 0.12 * (high - low) or 1.0
    return [low - room, high + room]


def _ellipse_points(stop: CentroidPoint) -> Iterator[tuple[float, float]]:
    """Yield points along an ellipse."""
    major, minor, rotation = stop.ellipse or (0.0, 0.0, 0.0)
    turned = radians(rotation)
    for corner in range(ELLIPSE_VERTICES + 1):
        angle = 2 * pi * corner / ELLIPSE_VERTICES
        along, across = major * cos(angle), minor * sin(angle)
        yield (
            stop.x + along * sin(turned) + across * cos(turned),
            stop.y + along * cos(turned) - across * sin(turned),
        )
