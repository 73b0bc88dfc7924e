"""What is drawn onto standing bars: marks at their places, and ranges that their sums lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Translate
from .figures import INK, PAPER, Draw, Figure, Lines, hovers

# A value that one class has at a place, and the difference of two.
DIAMOND = {"symbol": "diamond", "size": 11, "color": PAPER, "line": {"color": INK, "width": 2}}


@dataclass(frozen=True)
class Range:
    """A value at a place, the bounds that it lies between, and lines to hover over.

    Value and bounds are in the unit of the axis, such as t C.
    """

    value: float
    low: float
    high: float
    lines: Lines


def marked(draw: Draw, marks: Sequence[tuple[float, Lines]], tr: Translate) -> Figure:
    """A figure of standing bars with a diamond at each place.

    Args:
        marks: value and lines to hover over, by place.
    """
    made = draw(tr)
    values, lines = [value for value, _ in marks], [lines for _, lines in marks]
    made["data"] = [*made["data"], _points(values, lines, tr, marker=DIAMOND)]
    return made


def ranged(draw: Draw, ranges: Sequence[Range], tr: Translate) -> Figure:
    """A figure of standing bars with a range at each place, and what stands above it lifted."""
    made = draw(tr)
    values, lines = [one.value for one in ranges], [one.lines for one in ranges]
    look = {"marker": {"size": 1, "color": INK}, "error_y": bounds(ranges)}
    made["data"] = [*made["data"], _points(values, lines, tr, **look)]
    for note in made["layout"].get("annotations", ()):
        note["y"] = max(note["y"], ranges[note["x"]].high)
    most = max([one.high for one in ranges], default=0.0) * 1.16
    axis = made["layout"]["yaxis"]
    if "range" in axis and most > axis["range"][1]:
        axis["range"] = [axis["range"][0], most]
    return made


def _points(
    values: Sequence[float], lines: Sequence[Lines], tr: Translate, **look: object
) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(range(len(values))),
        "y": values,
        **look,
        "hovertext": hovers(lines, tr),
        "hoverinfo": "text",
    }


def bounds(ranges: Sequence[Range]) -> Figure:
    """Bounds on either side of a value, as plotly has them."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(one.high - one.value, 0.0) for one in ranges],
        "arrayminus": [max(one.value - one.low, 0.0) for one in ranges],
        "color": INK,
        "thickness": 1.6,
        "width": 6,
    }
