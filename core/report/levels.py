"""Bars of intensities against the uniform ones: a line for all of them, or a mark at each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..base.messages import Text, Translate, translated
from .figures import INK, LONGEST_LABEL, PAPER, Figure, amounts, data_of, figure, hover, rows
from .labels import breadth
from .rounding import rounded

# The uniform intensity.
LINE = "#c2410c"


@dataclass(frozen=True)
class Level:
    """Bars at every place, lying.

    Attributes:
        colours: one for each place.
        hovers: lines for each place.
        marks: what each bar is to be set against, where that differs; None for nothing.
    """

    values: Sequence[float]
    colours: Sequence[str]
    hovers: Sequence[tuple[Text, ...]]
    opacity: float = 1.0
    marks: Sequence[float | None] = field(default_factory=list)


def level_bars(
    labels: Sequence[str],
    levels: Sequence[Level],
    title: Text,
    line: float | None,
    tr: Translate,
) -> Figure:
    """One or two bars at every place, with the line that all of them are set against.

    Args:
        line: the uniform intensity; None where there is none, or each bar has its own mark.
    """
    has_lines = any(breadth(label) > LONGEST_LABEL for label in labels)
    step = 44 if len(levels) > 1 else 36 if has_lines else 26
    made = figure(124 + step * len(labels), barmode="overlay")
    width = 0.7 / len(levels)
    for number, level in enumerate(levels):
        offset = (number - (len(levels) - 1) / 2) * width
        spots = [place + offset for place in range(len(labels))]
        made.add_bar(
            x=list(level.values),
            y=spots,
            width=width * 0.92,
            orientation="h",
            marker={
                "color": list(level.colours),
                "opacity": level.opacity,
                "line": {"color": INK, "width": 0.5},
            },
            hovertext=[hover(*(translated(text, tr) for text in own)) for own in level.hovers],
            hoverinfo="text",
        )
        if any(mark is not None for mark in level.marks):
            # With a rim, for a mark on a bar as dark as itself.
            for size, colour, thickness in ((17, PAPER, 6), (15, LINE, 3)):
                made.add_scatter(
                    x=list(level.marks),
                    y=spots,
                    mode="markers",
                    marker={
                        "symbol": "line-ns",
                        "size": size,
                        "line": {"color": colour, "width": thickness},
                    },
                    hoverinfo="skip",
                )
    ends = [value for level in levels for value in (*level.values, *level.marks) if value]
    most = max([*ends, line or 0.0]) * 1.08 or 1.0
    made.layout.xaxis = amounts(translated(title, tr), range=[0, most])
    made.layout.yaxis = rows(labels)
    if line is not None:
        made.layout.margin.t = 30
        made.add_vline(line, line={"color": LINE, "width": 2, "dash": "dash"})
        made.layout.annotations = [
            {
                "x": line,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "xanchor": "left" if line < most / 2 else "right",
                "text": hover(tr("uniform: {value}").format(value=rounded(line, 3))),
                "font": {"color": LINE, "size": 12},
                "bgcolor": PAPER,
                "showarrow": False,
            }
        ]
    return data_of(made)
