"""The flows of land between classes, or groups of them, as a Sankey diagram: which, and how.

A column of bars per date, bands between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..base.colours import rgb
from ..base.dates import Period
from ..base.messages import Message, Term, Text, Translate, translated
from ..base.numbers import Floats
from ..scan.count_result import TransitionCube
from ..scheme.classes import SINK
from ..scheme.disturbance_types import WORDS
from .plotly_figures import (
    INK,
    PAPER,
    Figure,
    Points,
    area,
    areas,
    breadth,
    figure,
    fitted,
    hectares,
    pair_label,
    plain,
    rounded,
)

GROUP_WORDS: dict[str, Text] = {SINK: Term("carbon sinks"), "": Term("no group"), **WORDS}

# More bands than these are a tangle; the largest of each period are drawn.
MOST_FLOWS = 180
LEAST_PER_PERIOD = 12

LONGEST_LABEL = 22
# Of the bars of a column, px: the least gap, at which labels do not touch each other, which are
# taller in Chinese fonts.
GAP = 16
# px above the bars for the dates, which clear the names of the uppermost ones by RAISED, and below
# them; beside them, and of a letter of a label there.
TOP, RAISED, BOTTOM = 38, 8, 10
EDGE, LETTER = 20, 6
# Upwards the picture is in px, and across where it is as WIDE on the screen. HALF is of a bar's
# width, LEAST the height of a band that can be seen and pointed at, RIM what edges take outside.
WIDE, HALF, LEAST, RIM = 700, 8, 1.5, 2
BESIDE = HALF + 2
# The height of a band that has room for its hectares, and of their letters; how far they stand from
# the bar that it leads to.
NUMBERED, NUMBER_SIZE, NUMBER_BESIDE = 14, 10, 4
# Half the height of what marks a place without a bar.
MARK = 1.5
# Steps along the side of a band.
SIDE_STEPS = 20
# What labels stand on, for between the first and the last date the flows lie there.
GROUND = "rgba(255,255,255,0.9)"
FAINT_INK = "#6b7785"
BORDER, MARK_BORDER = "#52606d", "#9aa5b1"
# What the hectares of a band look like, at its end.
NUMBER = {
    "xanchor": "right",
    "xshift": -NUMBER_BESIDE,
    "name": "inner",
    "bgcolor": "rgba(0,0,0,0)",
    "font": {"size": NUMBER_SIZE},
}
# What all of the labels have in common, said once.
LABELS = {
    "xanchor": "left",
    "yanchor": "middle",
    "xshift": BESIDE,
    "borderpad": 0,
    "bgcolor": GROUND,
    "font": {"size": 11, "color": INK},
    "showarrow": False,
}

# The dates above their columns.
HEAD = {"y": 0, "xanchor": "center", "xshift": 0, "yanchor": "bottom", "yshift": RAISED}

# Number of the period, from-class, to-class and hectares.
Flow = tuple[int, int, int, float]
# Number of the date, and class.
Node = tuple[int, int]
# Top and bottom of a bar, or of an end of a band, px from above.
Span = tuple[float, float]


class Parts(NamedTuple):
    """What land flows between, classes or groups of them, in the order of the diagram.

    Attributes:
        names, colours: of each.
        hectares: per step, from each to each, shape (n, n), ha.
    """

    names: Sequence[Text]
    colours: Sequence[str]
    hectares: Sequence[Floats]


def class_parts(cube: TransitionCube, steps: Sequence[Period]) -> Parts:
    """The classes of a cube, in some of its periods."""
    order, colours = cube.classes.order(), cube.classes.colours()
    hectares = [cube.hectares[cube.periods.index(step)][np.ix_(order, order)] for step in steps]
    return Parts([cube.classes[n].name for n in order], [colours[n] for n in order], hectares)


def group_parts(cube: TransitionCube, steps: Sequence[Period]) -> Parts:
    """The groups of its classes, each in the colour of its largest class at the first date."""
    order, colours = cube.classes.order(), cube.classes.colours()
    groups = list(dict.fromkeys(cube.classes[n].group for n in order))
    group_of_class = np.array([groups.index(land_class.group) for land_class in cube.classes])
    sums = []
    for step in steps:
        square = np.zeros((len(groups), len(groups)))
        hectares = cube.hectares[cube.periods.index(step)]
        np.add.at(square, (group_of_class[:, None], group_of_class[None, :]), hectares)
        sums.append(square)
    sizes = cube.hectares[0].sum(axis=1)
    largest = [
        max((n for n in order if group_of_class[n] == group_index), key=lambda n: float(sizes[n]))
        for group_index in range(len(groups))
    ]
    names = [GROUP_WORDS.get(group, group) for group in groups]
    return Parts(names, [colours[n] for n in largest], sums)


def chosen_flows(
    parts: Parts, steps: Sequence[Period], changes_only: bool = False
) -> tuple[list[Flow], Message | None]:
    """The flows to draw, and what to say of the others."""
    most = max(LEAST_PER_PERIOD, MOST_FLOWS // len(steps))
    drawn: list[Flow] = []
    left_out, area, total = 0, 0.0, 0.0
    for step_index, square in enumerate(parts.hectares):
        cells = [(int(i), int(j)) for i, j in np.argwhere(square > 0)]
        pairs = [(i, j) for i, j in cells if not changes_only or i != j]
        pairs.sort(key=lambda pair: -square[pair])
        # What is thinner than a thousandth of the diagram is no more than a hair.
        whole = float(sum(square[pair] for pair in pairs))
        total += whole
        kept = [pair for pair in pairs[:most] if square[pair] >= 0.001 * whole]
        drawn += [(step_index, i, j, float(square[i, j])) for i, j in kept]
        left_out += len(pairs) - len(kept)
        area += float(sum(square[pair] for pair in pairs[len(kept) :]))
    if not left_out:
        return drawn, None
    return drawn, Message(
        "The diagram shows the {drawn} largest flows; smaller flows listed in the tables "
        "only: {count} ({area} ha, {share} % of the total).",
        drawn=len(drawn),
        count=left_out,
        area=rounded(area, 1),
        share=rounded(100 * area / total if total else 0.0, 2),
    )


def of_step(flows: Sequence[Flow], step: int) -> list[Flow]:
    """The flows of one step, as those of a diagram of its own."""
    return [(0, i, j, area) for index, i, j, area in flows if index == step]


def pale(colour: str, opacity: float) -> str:
    red, green, blue = rgb(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def sankey(
    parts: Parts, flows: list[Flow], steps: Sequence[Period], labels: Sequence[str], tr: Translate
) -> Figure:
    """The diagram of the flows in hectares, a column of classes or groups per date.

    What is drawn at some date has its place at all of them, so that every column has the same
    order; where there is no bar, an empty mark is there, and its label says whether it has no land.
    """
    names = [translated(name, tr) for name in parts.names]
    drawn = sorted({n for _, i, j, _ in flows for n in (i, j)})
    shown = dict(zip(drawn, fitted([names[n] for n in drawn], LONGEST_LABEL)))
    columns = [[(date, part_index) for part_index in shown] for date in range(len(labels))]
    height = max(428, 178 + 33 * len(shown))
    room = height - TOP - BOTTOM
    sizes, bars, per_ha = _placed(columns, flows, room)
    words = {
        key: shown[key[1]]
        if sizes[key] or _has_land(parts, steps, key)
        else tr("{name}: none").format(name=shown[key[1]])
        for key in sizes
    }
    last = len(labels) - 1
    outside = [breadth(text) for (date, _), text in words.items() if date in (0, last)]
    side = EDGE + LETTER * max(outside, default=0)
    margin = {"l": side, "r": side, "t": TOP - RIM, "b": BOTTOM - RIM}
    plot = figure(height, margin=margin, hovermode="closest")
    across = [round(WIDE * date / last, 1) for date in range(len(labels))]
    ends = _ends(flows, bars, per_ha)
    for flow in flows:
        step, i, j, size = flow
        outline = _band(across[step] + HALF, across[step + 1] - HALF, *ends[flow])
        pair = pair_label(names[i], names[j])
        lines = [pair, steps[step].name, translated(hectares(size, 1), tr)]
        # What stays is paler.
        area(plot, outline, pale(parts.colours[i], 0.28 if i == j else 0.5), lines)
    for (date, part_index), (top, bottom) in bars.items():
        size, x = sizes[date, part_index], across[date]
        if size:
            lines = [f"{names[part_index]}, {labels[date]}", translated(hectares(size, 1), tr)]
            area(plot, _box(x, top, bottom), parts.colours[part_index], lines, BORDER)
        else:
            lines = [words[date, part_index], labels[date]]
            area(plot, _box(x, top - MARK, top + MARK), PAPER, lines, MARK_BORDER)
    notes: list[Figure] = [
        {**HEAD, "x": x, "font": {"size": 13}, "text": f"<b>{plain(head)}</b>"}
        for x, head in zip(across, fitted(labels, 14))
    ]
    for key, bar in bars.items():
        spot = across[key[0]], sum(bar) / 2
        notes.append(_label(words[key], spot, key[0], last, bool(sizes[key])))
    for (step, *_, size), (_, into) in ends.items():
        if into[1] - into[0] >= NUMBERED:
            x, text = across[step + 1] - HALF, plain(translated(hectares(size, 0), tr))
            notes.append({"x": x, "y": round(sum(into) / 2, 2), "text": text, **NUMBER})
    flat = {"visible": False, "fixedrange": True}
    plot["layout"].update(
        meta={"flows": [[shown[n], names[n]] for n in shown]},
        xaxis={**flat, "range": [-HALF - RIM, WIDE + HALF + RIM]},
        yaxis={**flat, "range": [room + RIM, -RIM]},
        template={**areas(0.5), "layout": {"annotationdefaults": LABELS}},
        annotations=notes,
    )
    return plot


def _has_land(parts: Parts, steps: Sequence[Period], node: Node) -> bool:
    """Whether there is any land of a class at a date, be it drawn or not."""
    date, part_index = node
    before = date > 0 and parts.hectares[steps[date - 1].earlier][:, part_index].any()
    after = date < len(steps) and parts.hectares[steps[date].earlier][part_index].any()
    return bool(before or after)


def _label(text: str, spot: tuple[float, float], date: int, last: int, is_bar: bool) -> Figure:
    """A name beside its bar: to the left of it at the first date, else to the right."""
    x, y = spot
    # Names stand in the same order at every date: one side has them all.
    name = "last" if date == last else "middle" if date else "first"
    look: Figure = {"x": x, "y": round(y, 2), "text": plain(text), "name": name}
    if not date:
        look.update(xanchor="right", xshift=-BESIDE)
    if not is_bar:
        look["font"] = {"color": FAINT_INK}
    return look


def _placed(
    columns: list[list[Node]], flows: Sequence[Flow], room: float
) -> tuple[dict[Node, float], dict[Node, Span], float]:
    """Hectares of every bar, where it is, with a gap between, and the px of a hectare.

    A bar is what flows from it or to it, whichever is more; the fullest column takes all the room.
    """
    out = {key: 0.0 for column in columns for key in column}
    into = dict(out)
    for step, i, j, size in flows:
        out[step, i] += size
        into[step + 1, j] += size
    sizes = {key: max(out[key], into[key]) for key in out}
    per_ha = min(
        (room - GAP * (len(column) - 1)) / total
        for column in columns
        if (total := sum(sizes[key] for key in column))
    )
    bars: dict[Node, Span] = {}
    for column in columns:
        top = 0.0
        for key in column:
            bars[key] = (top, top + per_ha * sizes[key])
            top = bars[key][1] + GAP
    return sizes, bars, per_ha


def _ends(
    flows: Sequence[Flow], bars: Mapping[Node, Span], per_ha: float
) -> dict[Flow, tuple[Span, Span]]:
    """Where each flow leaves its bar and reaches the next one, in the order of the other ends."""
    out = {node: top for node, (top, _) in bars.items()}
    into = dict(out)
    ends = {}
    for flow in sorted(flows):
        step, i, j, size = flow
        start, end = out[step, i], into[step + 1, j]
        out[step, i] = start + per_ha * size
        into[step + 1, j] = end + per_ha * size
        ends[flow] = (start, out[step, i]), (end, into[step + 1, j])
    return ends


def _box(x: float, top: float, bottom: float) -> Points:
    """The outline of a bar, back to where it began, so that all of its edge is drawn."""
    left, right, upper, lower = x - HALF, x + HALF, round(top, 2), round(bottom, 2)
    return [(left, upper), (right, upper), (right, lower), (left, lower), (left, upper)]


def _band(left: float, right: float, out: Span, into: Span) -> Points:
    """The outline of a band from the right edge of a bar to the left edge of another."""
    more = max(LEAST - (out[1] - out[0]), 0.0) / 2
    out, into = (out[0] - more, out[1] + more), (into[0] - more, into[1] + more)
    parts = [n / SIDE_STEPS for n in range(SIDE_STEPS + 1)]
    # A cubic Bezier curve that is level at both ends, as far as the middle.
    bend = [(1.5 * t * (1 - t) + t**3, 3 * t**2 - 2 * t**3) for t in parts]
    upper, lower = (
        [
            (round(left + (right - left) * x, 1), round(start + (end - start) * y, 2))
            for x, y in bend
        ]
        for start, end in zip(out, into)
    )
    return [*upper, *lower[::-1]]
