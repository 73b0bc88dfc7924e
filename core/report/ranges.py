"""What is drawn into a figure of bars: marks at their places, and ranges that values lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..base.messages import Text, Translate, translated
from .figures import INK, PAPER, Bars, Draw, Figure, amounts, data_of, figure, hover, places


@dataclass(frozen=True)
class Range:
    """A value at a place, the bounds that it lies between, and lines to hover over."""

    value: float
    low: float
    high: float
    lines: tuple[Text, ...]


def marked(draw: Draw, marks: Sequence[tuple[float, tuple[Text, ...]]]) -> Draw:
    """A figure of standing bars with a diamond at each place.

    Args:
        marks: value and lines to hover over, by place.
    """
    return partial(_marked, draw, marks)


def _marked(draw: Draw, marks: Sequence[tuple[float, tuple[Text, ...]]], tr: Translate) -> Figure:
    made = draw(tr)
    made["data"] = [
        *made["data"],
        {
            "type": "scatter",
            "mode": "markers",
            "x": list(range(len(marks))),
            "y": [value for value, _ in marks],
            "marker": _diamond(),
            "hovertext": [_hover(lines, tr) for _, lines in marks],
            "hoverinfo": "text",
        },
    ]
    return made


def ranged(draw: Draw, ranges: Sequence[Range]) -> Draw:
    """A figure of standing bars with a range at each place, and what stands above it lifted."""
    return partial(_ranged, draw, ranges)


def _ranged(draw: Draw, ranges: Sequence[Range], tr: Translate) -> Figure:
    made = draw(tr)
    spots = list(range(len(ranges)))
    made["data"] = [
        *made["data"],
        {
            "type": "scatter",
            "mode": "markers",
            "x": spots,
            "y": [own.value for own in ranges],
            "marker": {"size": 1, "color": INK},
            "error_y": _bars(ranges),
            "hovertext": [_hover(own.lines, tr) for own in ranges],
            "hoverinfo": "text",
        },
    ]
    for note in made["layout"].get("annotations", ()):
        note["y"] = max(note["y"], ranges[note["x"]].high)
    most = max([own.high for own in ranges], default=0.0) * 1.16
    axis = made["layout"]["yaxis"]
    if "range" in axis and most > axis["range"][1]:
        axis["range"] = [axis["range"][0], most]
    return made


def range_bars(
    labels: Sequence[Text],
    colours: Sequence[str],
    ranges: Sequence[Range],
    title: Text,
    tr: Translate,
) -> Figure:
    """A lying bar at each place, from 0 to its value, with the range that this lies in."""
    made = figure(110 + 44 * len(labels), bargap=0.35)
    spots = list(range(len(labels)))
    made.add_bar(
        x=[own.value for own in ranges],
        y=spots,
        orientation="h",
        marker={"color": list(colours), "line": {"color": INK, "width": 0.5}},
        error_x=_bars(ranges),
        hovertext=[_hover(own.lines, tr) for own in ranges],
        hoverinfo="text",
    )
    made.layout.xaxis = amounts(translated(title, tr))
    made.layout.yaxis = _lying(labels, tr)
    return data_of(made)


def grouped_bars(
    labels: Sequence[Text], series: Sequence[Bars], title: Text, tr: Translate
) -> Figure:
    """Lying bars beside each other at each place, a series after the other from above."""
    made = figure(110 + (20 * len(series) + 18) * len(labels), barmode="group", bargap=0.25)
    for bars in series:
        made.add_bar(
            x=bars.values,
            y=list(range(len(labels))),
            orientation="h",
            marker={"color": bars.colour, "line": {"color": INK, "width": 0.5}},
            hovertext=[_hover(lines, tr) for lines in bars.hovers],
            hoverinfo="text",
        )
    made.layout.xaxis = amounts(translated(title, tr), rangemode="tozero")
    made.layout.yaxis = _lying(labels, tr)
    return data_of(made)


def _lying(labels: Sequence[Text], tr: Translate) -> Figure:
    """The axis of lying bars, the first one above."""
    words = [translated(label, tr) for label in labels]
    return {**places(words), "range": [len(labels) - 0.5, -0.5]}


def _diamond() -> Figure:
    return {"symbol": "diamond", "size": 11, "color": PAPER, "line": {"color": INK, "width": 2}}


def _bars(ranges: Sequence[Range]) -> Figure:
    """Bounds on either side of a value, as plotly has them."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(own.high - own.value, 0.0) for own in ranges],
        "arrayminus": [max(own.value - own.low, 0.0) for own in ranges],
        "color": INK,
        "thickness": 1.6,
        "width": 6,
    }


def _hover(lines: tuple[Text, ...], tr: Translate) -> str:
    return hover(*(translated(line, tr) for line in lines))
