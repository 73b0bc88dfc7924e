"""Sankey diagram of land-use flows between classes or groups: selection of flows, and layout.

It has a column of bars per date, with bands between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..base.colours import hex_to_rgb
from ..base.dates import Period
from ..base.messages import Message, Term, Text, Translator, translate_message
from ..base.numbers import FloatArray
from ..scan.count_result import TransitionCube
from ..scheme.classes import SINK
from ..scheme.disturbance_types import GROUP_TERMS
from .plotly_figures import (
    BACKGROUND_COLOUR,
    TEXT_COLOUR,
    Figure,
    PlotPoints,
    add_area,
    area_message,
    area_trace_template,
    conversion_label,
    create_figure,
    escape_html,
    fit_labels,
    format_number,
    text_width,
)

GROUP_LABELS: dict[str, Text] = {SINK: Term("carbon sinks"), "": Term("no group"), **GROUP_TERMS}

# More bands are illegible; only the largest of each period are drawn.
MAX_FLOWS = 180
MIN_FLOWS_PER_PERIOD = 12

MAX_LABEL_WIDTH = 22
# Minimum gap between the bars of a column, px, at which labels do not overlap; Chinese fonts are
# taller.
MIN_BAR_GAP_PX = 16
# Margins in px: above the bars for the dates, distance of the dates above the topmost labels, below
# the bars, and beside them; and width of a label letter.
TOP_MARGIN_PX, DATE_OFFSET_PX, BOTTOM_MARGIN_PX = 38, 8, 10
SIDE_MARGIN_PX, LETTER_WIDTH_PX = 20, 6
# Vertical units are px; horizontal ones are px at a diagram width of DIAGRAM_WIDTH_PX. A band has a
# minimum height to be visible and selectable; OUTLINE_MARGIN_PX is the space for outlines.
DIAGRAM_WIDTH_PX, HALF_BAR_WIDTH_PX, MIN_BAND_HEIGHT_PX, OUTLINE_MARGIN_PX = 700, 8, 1.5, 2
LABEL_OFFSET_PX = HALF_BAR_WIDTH_PX + 2
# Minimum height of a band with a number, font size of the number, and its distance from the target
# bar.
MIN_NUMBERED_HEIGHT_PX, NUMBER_SIZE_PX, NUMBER_OFFSET_PX = 14, 10, 4
# Half the height of the mark at a node without a bar.
HALF_MARK_HEIGHT_PX = 1.5
# Steps along the side of a band.
BAND_SIDE_STEPS = 20
# Background of labels, which overlap the bands between the first and the last date.
LABEL_BACKGROUND = "rgba(255,255,255,0.9)"
FAINT_TEXT_COLOUR = "#6b7785"
BORDER_COLOUR, EMPTY_BAR_COLOURS = "#52606d", (BACKGROUND_COLOUR, "#9aa5b1")
# Style of the area at the end of a band.
NUMBER_STYLE = {
    "xanchor": "right",
    "xshift": -NUMBER_OFFSET_PX,
    "name": "inner",
    "bgcolor": "rgba(0,0,0,0)",
    "font": {"size": NUMBER_SIZE_PX},
}
# Style shared by all labels.
LABEL_STYLE = {
    "xanchor": "left",
    "yanchor": "middle",
    "xshift": LABEL_OFFSET_PX,
    "borderpad": 0,
    "bgcolor": LABEL_BACKGROUND,
    "font": {"size": 11, "color": TEXT_COLOUR},
    "showarrow": False,
}

# Style of the dates above the columns.
DATE_STYLE = {
    "y": 0,
    "xanchor": "center",
    "xshift": 0,
    "yanchor": "bottom",
    "yshift": DATE_OFFSET_PX,
}

# Period index, from-class, to-class and hectares.
Flow = tuple[int, int, int, float]
# Date index and class.
FlowNode = tuple[int, int]
# Top and bottom of a bar, or of an end of a band, px from above.
VerticalSpan = tuple[float, float]


class FlowParts(NamedTuple):
    """Nodes of the flows, classes or groups, in diagram order.

    Attributes:
        names, colours: of each node.
        hectares: areas from node to node, shape (n, n), ha, per step.
    """

    names: Sequence[Text]
    colours: Sequence[str]
    hectares: Sequence[FloatArray]


def class_parts(cube: TransitionCube, steps: Sequence[Period]) -> FlowParts:
    """Return the classes of a cube and their flows in some of its periods."""
    order, colours = cube.classes.table_order(), cube.classes.colours()
    hectares = [cube.hectares[cube.periods.index(step)][np.ix_(order, order)] for step in steps]
    return FlowParts([cube.classes[n].name for n in order], [colours[n] for n in order], hectares)


def group_parts(cube: TransitionCube, steps: Sequence[Period]) -> FlowParts:
    """Return groups of classes and flows, coloured as their largest class at the first date."""
    order, colours = cube.classes.table_order(), cube.classes.colours()
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
    names = [GROUP_LABELS.get(group, group) for group in groups]
    return FlowParts(names, [colours[n] for n in largest], sums)


def select_flows(
    parts: FlowParts, steps: Sequence[Period], changes_only: bool = False
) -> tuple[list[Flow], Message | None]:
    """Return the flows to draw and a message on the others, if any."""
    most = max(MIN_FLOWS_PER_PERIOD, MAX_FLOWS // len(steps))
    drawn: list[Flow] = []
    left_out, area, total = 0, 0.0, 0.0
    for step_index, square in enumerate(parts.hectares):
        cells = [(int(i), int(j)) for i, j in np.argwhere(square > 0)]
        pairs = [(i, j) for i, j in cells if not changes_only or i != j]
        pairs.sort(key=lambda pair: -square[pair])
        # Flows below 0.1 % of the diagram would be hairlines.
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
        area=format_number(area, 1),
        share=format_number(100 * area / total if total else 0.0, 2),
    )


def step_flows(flows: Sequence[Flow], step: int) -> list[Flow]:
    """Return the flows of one step for a separate diagram."""
    return [(0, i, j, area) for index, i, j, area in flows if index == step]


def rgba_colour(colour: str, opacity: float) -> str:
    red, green, blue = hex_to_rgb(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def sankey_figure(
    parts: FlowParts,
    flows: list[Flow],
    steps: Sequence[Period],
    labels: Sequence[str],
    tr: Translator,
) -> Figure:
    """Return the diagram of flows in hectares, with a column of classes or groups per date.

    Nodes have positions at all dates, for a fixed order; without a bar, an empty mark.
    """
    names = [translate_message(name, tr) for name in parts.names]
    drawn = sorted({n for _, i, j, _ in flows for n in (i, j)})
    shown = dict(zip(drawn, fit_labels([names[n] for n in drawn], MAX_LABEL_WIDTH)))
    columns = [[(date, part_index) for part_index in shown] for date in range(len(labels))]
    height = max(428, 178 + 33 * len(shown))
    room = height - TOP_MARGIN_PX - BOTTOM_MARGIN_PX
    sizes, bars, per_ha = _layout_bars(columns, flows, room)
    words = {
        key: shown[key[1]]
        if sizes[key] or _has_land(parts, steps, key)
        else tr("{name}: none").format(name=shown[key[1]])
        for key in sizes
    }
    last, half, edge = len(labels) - 1, HALF_BAR_WIDTH_PX, OUTLINE_MARGIN_PX
    outside = [text_width(text) for (date, _), text in words.items() if date in (0, last)]
    side = SIDE_MARGIN_PX + LETTER_WIDTH_PX * max(outside, default=0)
    margin = {"l": side, "r": side, "t": TOP_MARGIN_PX - edge, "b": BOTTOM_MARGIN_PX - edge}
    plot = create_figure(height, margin=margin, hovermode="closest")
    across = [round(DIAGRAM_WIDTH_PX * date / last, 1) for date in range(len(labels))]
    ends = _flow_ends(flows, bars, per_ha)
    for flow in flows:
        step, i, j, size = flow
        outline = _band_outline(across[step] + half, across[step + 1] - half, *ends[flow])
        pair = conversion_label(names[i], names[j])
        lines = [pair, steps[step].name, translate_message(area_message(size, 1), tr)]
        # Unchanged land is paler.
        add_area(plot, outline, rgba_colour(parts.colours[i], 0.28 if i == j else 0.5), lines)
    for (date, part_index), (top, bottom) in bars.items():
        size, x = sizes[date, part_index], across[date]
        lines, colour, border = [words[date, part_index], labels[date]], *EMPTY_BAR_COLOURS
        if size:
            amount = translate_message(area_message(size, 1), tr)
            lines = [f"{names[part_index]}, {labels[date]}", amount]
            colour, border = parts.colours[part_index], BORDER_COLOUR
        else:
            top, bottom = top - HALF_MARK_HEIGHT_PX, top + HALF_MARK_HEIGHT_PX
        add_area(plot, _bar_outline(x, top, bottom), colour, lines, border)
    notes: list[Figure] = [
        {**DATE_STYLE, "x": x, "font": {"size": 13}, "text": f"<b>{escape_html(head)}</b>"}
        for x, head in zip(across, fit_labels(labels, 14))
    ]
    for key, bar in bars.items():
        spot = across[key[0]], sum(bar) / 2
        notes.append(_node_label(words[key], spot, key[0], last, bool(sizes[key])))
    for (step, *_, size), (_, into) in ends.items():
        if into[1] - into[0] >= MIN_NUMBERED_HEIGHT_PX:
            x, amount = across[step + 1] - half, translate_message(area_message(size, 0), tr)
            where = {"x": x, "y": round(sum(into) / 2, 2), "text": escape_html(amount)}
            notes.append({**where, **NUMBER_STYLE})
    flat = {"visible": False, "fixedrange": True}
    plot["layout"].update(
        meta={"flows": [[shown[n], names[n]] for n in shown]},
        xaxis={**flat, "range": [-half - edge, DIAGRAM_WIDTH_PX + half + edge]},
        yaxis={**flat, "range": [room + edge, -edge]},
        template={**area_trace_template(0.5), "layout": {"annotationdefaults": LABEL_STYLE}},
        annotations=notes,
    )
    return plot


def _has_land(parts: FlowParts, steps: Sequence[Period], node: FlowNode) -> bool:
    """Return whether a node has land at a date, drawn or not."""
    date, part_index = node
    before = date > 0 and parts.hectares[steps[date - 1].earlier][:, part_index].any()
    after = date < len(steps) and parts.hectares[steps[date].earlier][part_index].any()
    return bool(before or after)


def _node_label(text: str, spot: tuple[float, float], date: int, last: int, is_bar: bool) -> Figure:
    """Return the label of a bar: on its left at the first date, else on its right."""
    x, y = spot
    # Labels have the same order at every date, so they all stand on one side.
    name = "last" if date == last else "middle" if date else "first"
    look: Figure = {"x": x, "y": round(y, 2), "text": escape_html(text), "name": name}
    if not date:
        look.update(xanchor="right", xshift=-LABEL_OFFSET_PX)
    if not is_bar:
        look["font"] = {"color": FAINT_TEXT_COLOUR}
    return look


def _layout_bars(
    columns: list[list[FlowNode]], flows: Sequence[Flow], room: float
) -> tuple[dict[FlowNode, float], dict[FlowNode, VerticalSpan], float]:
    """Return the hectares and position of every bar, and px per hectare.

    A bar's size is its larger flow, out or in; the fullest column uses the full height.
    """
    out = {key: 0.0 for column in columns for key in column}
    into = dict(out)
    for step, i, j, size in flows:
        out[step, i] += size
        into[step + 1, j] += size
    sizes = {key: max(out[key], into[key]) for key in out}
    per_ha = min(
        (room - MIN_BAR_GAP_PX * (len(column) - 1)) / total
        for column in columns
        if (total := sum(sizes[key] for key in column))
    )
    bars: dict[FlowNode, VerticalSpan] = {}
    for column in columns:
        top = 0.0
        for key in column:
            bars[key] = (top, top + per_ha * sizes[key])
            top = bars[key][1] + MIN_BAR_GAP_PX
    return sizes, bars, per_ha


def _flow_ends(
    flows: Sequence[Flow], bars: Mapping[FlowNode, VerticalSpan], per_ha: float
) -> dict[Flow, tuple[VerticalSpan, VerticalSpan]]:
    """Return where flows leave a bar and enter the next, ordered by the bars at the other ends."""
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


def _bar_outline(x: float, top: float, bottom: float) -> PlotPoints:
    """Return the closed outline of a bar, so that its whole edge is drawn."""
    left, right, upper, lower = (
        x - HALF_BAR_WIDTH_PX,
        x + HALF_BAR_WIDTH_PX,
        round(top, 2),
        round(bottom, 2),
    )
    return [(left, upper), (right, upper), (right, lower), (left, lower), (left, upper)]


def _band_outline(left: float, right: float, out: VerticalSpan, into: VerticalSpan) -> PlotPoints:
    """Return the outline of a band from the right edge of a bar to the left edge of another."""
    more = max(MIN_BAND_HEIGHT_PX - (out[1] - out[0]), 0.0) / 2
    out, into = (out[0] - more, out[1] + more), (into[0] - more, into[1] + more)
    parts = [n / BAND_SIDE_STEPS for n in range(BAND_SIDE_STEPS + 1)]
    # Cubic Bezier curve, horizontal at both ends, with control points at mid-width.
    bend = [(1.5 * t * (1 - t) + t**3, 3 * t**2 - 2 * t**3) for t in parts]
    upper, lower = (
        [
            (round(left + (right - left) * x, 1), round(start + (end - start) * y, 2))
            for x, y in bend
        ]
        for start, end in zip(out, into)
    )
    return [*upper, *lower[::-1]]
