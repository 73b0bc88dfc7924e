"""Means by age beside the band of undisturbed land, a panel for each class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..base.messages import Text, Translate, translated
from ..report.figures import INK, PAPER, Figure, Lines, amounts, figure, hovers, plain

# The band of undisturbed land, and its mean.
BAND, LINE = "#d5e8da", "#339454"
MOST_ACROSS = 3
# Pixels of a row of panels, the least of a panel's width, and of the room between rows.
HEIGHT, LEAST_WIDTH, ROOM = 270, 250, 74
# Room between panels beside each other, in parts of the width.
GAP = 0.07


@dataclass(frozen=True)
class Point:
    """Reclaimed land of an age: its mean, its scatter, and the interval of its age in years."""

    years: tuple[int, float, int]
    mean: float
    sd: float
    is_enough: bool
    lines: Lines


@dataclass(frozen=True)
class Panel:
    """A class: its points, and mean and scatter of undisturbed land, None where there is none."""

    name: str
    colour: str
    points: Sequence[Point]
    undisturbed: tuple[float, float] | None


def least_width(panels: Sequence[Panel]) -> int:
    """How wide a chart of panels must be for their texts not to touch."""
    return LEAST_WIDTH * min(len(panels), MOST_ACROSS)


def age_panels(panels: Sequence[Panel], titles: tuple[Text, Text], tr: Translate) -> Figure:
    """A panel per class, with titles of ages and values; points of too few cells are hollow."""
    across = min(len(panels), MOST_ACROSS)
    down = -(-len(panels) // across)
    height = (HEIGHT + ROOM) * down
    drawn = figure(height, margin={"l": 16, "r": 16, "t": 34, "b": 16, "pad": 2})
    layout: dict[str, Any] = drawn["layout"]
    layout["shapes"], layout["annotations"] = [], []
    last = 1.05 * max(point.years[2] for panel in panels for point in panel.points)
    age_title, value_title = (translated(title, tr) for title in titles)
    width, part = (1 - GAP * (across - 1)) / across, 1 / down
    for index, panel in enumerate(panels):
        row, column = divmod(index, across)
        x, y = (f"{axis}{index + 1}" if index else axis for axis in "xy")
        left, top = column * (width + GAP), 1 - row * part
        bottom = top - part * HEIGHT / (HEIGHT + ROOM) if down > 1 else 0.0
        layout[f"xaxis{x[1:]}"] = amounts(
            age_title, range=[0, last], domain=[left, left + width], anchor=y, showgrid=False
        )
        layout[f"yaxis{x[1:]}"] = amounts(
            "" if column else value_title, range=_range(panel), domain=[bottom, top], anchor=x
        )
        layout["annotations"].append(
            {
                "text": f"<b>{plain(panel.name)}</b>",
                "xref": f"{x} domain",
                "x": 0.5,
                "yref": f"{y} domain",
                "y": 1,
                "yanchor": "bottom",
                "showarrow": False,
            }
        )
        if panel.undisturbed is not None:
            mean, sd = panel.undisturbed
            ends = {"xref": x, "yref": y, "x0": 0, "x1": last, "layer": "below"}
            band = {"type": "rect", "y0": mean - sd, "y1": mean + sd, "fillcolor": BAND}
            line = {"type": "line", "y0": mean, "y1": mean, "line": {"color": LINE, "width": 2}}
            layout["shapes"] += [{**ends, **band, "line": {"width": 0}}, {**ends, **line}]
        drawn["data"] = [*drawn["data"], _points(panel, x, y, tr)]
    return drawn


def _range(panel: Panel) -> list[float]:
    """From 0, or what lies below, to a little above all that is drawn."""
    ends = [(point.mean, point.sd) for point in panel.points]
    ends += [panel.undisturbed] if panel.undisturbed else []
    low = min(0.0, *(mean - sd for mean, sd in ends))
    high = max(0.0, *(mean + sd for mean, sd in ends))
    return [low and low * 1.1, high * 1.1 or float(not low)]


def _points(panel: Panel, x: str, y: str, tr: Translate) -> Figure:
    points = panel.points
    ages = [point.years for point in points]
    bar = {"type": "data", "color": INK, "thickness": 1.4, "width": 4}
    return {
        "type": "scatter",
        "mode": "markers",
        "xaxis": x,
        "yaxis": y,
        "x": [middle for _, middle, _ in ages],
        "y": [point.mean for point in points],
        "marker": {
            "color": [panel.colour if point.is_enough else PAPER for point in points],
            "size": 11,
            "line": {"color": INK, "width": 1.4},
        },
        "error_x": {
            **bar,
            "symmetric": False,
            "array": [most - middle for _, middle, most in ages],
            "arrayminus": [middle - least for least, middle, _ in ages],
        },
        "error_y": {**bar, "array": [point.sd for point in points]},
        "hovertext": hovers([point.lines for point in points], tr),
        "hoverinfo": "text",
    }
