"""A tornado: what a result would be with each input changed by itself, around the result."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..base.messages import Text, Translate, translated
from .figures import INK, Bars, Draw, Figure, Lines, hover, stacked_bars

# Beyond the longest bars, as a part of what all of them span.
ROOM = 0.06


def tornado(
    labels: Sequence[Text],
    series: Sequence[tuple[Text, str, Sequence[float], Sequence[Lines]]],
    result: float,
    words: Text,
    title: Text,
) -> Draw:
    """Makes the figure: lying bars from the result, the first label above.

    Args:
        series: of each a name, a colour, and by label the result at a changed input, and lines to
            hover over.
        result: with all inputs as they are, in the unit of the axis.
        words: what is said of it, above its line.
        title: of the axis.
    """
    bars = [
        Bars(name, colour, [value - result for value in values], hovers)
        for name, colour, values, hovers in series
    ]
    ends = [result, *(value for _, _, values, _ in series for value in values)]
    draw = partial(stacked_bars, labels, bars, title, lying=True)
    return partial(_around, draw, result, (min(ends), max(ends)), words)


def _around(
    draw: Draw, result: float, ends: tuple[float, float], words: Text, tr: Translate
) -> Figure:
    """A figure of lying bars that begin at a result, which a line marks."""
    plot = draw(tr)
    for bars in plot["data"]:
        bars["base"] = [result] * len(bars["x"])
    low, high = ends
    room = ROOM * (high - low) or 1.0
    layout = plot["layout"]
    layout["barmode"] = "overlay"
    layout["xaxis"]["range"] = [low - room, high + room]
    layout["margin"]["t"] = 32
    layout["height"] += 20
    layout["shapes"] = [
        {
            "type": "line",
            "x0": result,
            "x1": result,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "line": {"color": INK, "width": 1.5},
        }
    ]
    layout["annotations"] = [
        {
            "x": result,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": hover(translated(words, tr)),
            "showarrow": False,
        }
    ]
    return plot
