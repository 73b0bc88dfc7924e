"""A waterfall: an amount, what moved it up and down, and the amount after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Text, Translate, translated
from .figures import INK, Figure, Lines, add, amounts, figure, hovers, label_axis, plain
from .rounding import rounded


@dataclass(frozen=True)
class Fall:
    """A bar: what it is, how far it goes, and its colour.

    Attributes:
        is_level: whether it stands on 0, as an amount does, and not on the end of the bar before.
    """

    name: Text
    amount: float
    colour: str
    hover: Lines
    is_level: bool = False


def waterfall(bars: Sequence[Fall], title: Text, tr: Translate) -> Figure:
    """The bars beside each other, each flow from where the one before ends.

    Args:
        title: of the axis of amounts.
    """
    bases: list[float] = []
    ends: list[float] = []
    for bar in bars:
        bases.append(0.0 if bar.is_level else ends[-1])
        ends.append(bases[-1] + bar.amount)
    plot = figure(400, bargap=0.35)
    add(
        plot,
        "bar",
        x=list(range(len(bars))),
        y=[bar.amount for bar in bars],
        base=bases,
        marker={"color": [bar.colour for bar in bars]},
        hovertext=hovers([bar.hover for bar in bars], tr),
        hoverinfo="text",
    )
    layout = plot["layout"]
    layout["shapes"] = [
        {
            "type": "line",
            "x0": index + 0.3,
            "x1": index + 0.7,
            "y0": end,
            "y1": end,
            "line": {"color": INK, "width": 1},
        }
        for index, end in enumerate(ends[:-1])
    ]
    layout["annotations"] = [
        {
            "x": index,
            "y": max(base, end),
            "text": plain(rounded(bar.amount, 0)),
            "showarrow": False,
            "yanchor": "bottom",
        }
        for index, (bar, base, end) in enumerate(zip(bars, bases, ends))
    ]
    words = [translated(bar.name, tr) for bar in bars]
    layout.update(xaxis=label_axis(words, 22), yaxis=amounts(translated(title, tr)))
    # Room for the numbers above.
    highest, lowest = max(0.0, *bases, *ends), min(0.0, *bases, *ends)
    room = 0.12 * (highest - lowest or 1.0)
    layout["yaxis"]["range"] = [lowest - (room if lowest < 0 else 0.0), highest + room]
    return plot
