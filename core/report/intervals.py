"""Bars that lie side by side at every place, each with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Text, Translate, translated
from .figures import INK, PAPER, Figure, amounts, data_of, figure, hover, places

# Pixels that a bar takes, and a place besides.
BAR, GAP = 17, 14


@dataclass(frozen=True)
class Measured:
    """A bar at every place, with half of its interval; None where there is no number.

    `hovers` are lines to hover over, `opacity` sets the series apart.
    """

    values: Sequence[float | None]
    halves: Sequence[float | None]
    colours: Sequence[str]
    hovers: Sequence[tuple[Text, ...]]
    opacity: float = 1.0


def interval_bars(
    labels: Sequence[str],
    series: Sequence[Measured],
    title: Text,
    tr: Translate,
    most: float | None = None,
) -> Figure:
    """The bars of each place one below the other, in the order of the series.

    Args:
        most: where the axis ends; without it where the longest interval does.
    """
    step = BAR * len(series) + GAP
    made = figure(96 + step * len(labels), barmode="group", bargap=GAP / step)
    for number, one in enumerate(series):
        # A dark line on a pale, wider one is seen on any colour.
        for colours, line, thickness in ((one.colours, PAPER, 4.0), ("rgba(0,0,0,0)", INK, 1.4)):
            is_bar = line == PAPER
            made.add_bar(
                x=list(one.values),
                y=list(range(len(labels))),
                orientation="h",
                offsetgroup=number,
                marker={
                    "color": list(colours) if is_bar else colours,
                    "opacity": one.opacity,
                    "line": {"color": INK, "width": 0.5 if is_bar else 0},
                },
                error_x={
                    "type": "data",
                    "array": [half or 0.0 for half in one.halves],
                    "color": line,
                    "thickness": thickness,
                    "width": 4,
                    "visible": any(one.halves),
                },
                hovertext=[hover(*(translated(t, tr) for t in lines)) for lines in one.hovers],
                hoverinfo="skip" if is_bar else "text",
            )
    made.layout.xaxis = amounts(
        translated(title, tr), **({"range": [0, most]} if most else {"rangemode": "tozero"})
    )
    made.layout.yaxis = {**places(list(labels)), "range": [len(labels) - 0.5, -0.5]}
    return data_of(made)
