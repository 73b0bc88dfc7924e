"""The Sankey diagram of the flows of land: a column of bars per date, bands between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..base.dates import Period
from ..base.messages import Translate, translated
from .figures import INK, PAPER, Figure, data_of, figure, hover, plain
from .flows import Flow, Parts, pale
from .labels import breadth, fitted, pair_label

LONGEST_LABEL = 22
# Of the bars of a column, px: the least gap, at which labels do not touch each other.
GAP = 13
# px above the bars for the dates, and below them; beside them, and of a letter of a label there.
TOP, BOTTOM = 30, 10
EDGE, LETTER = 20, 6
THICKNESS = 16
BESIDE = THICKNESS // 2 + 2
# What labels stand on, for between the first and the last date the flows lie there.
GROUND = "rgba(255,255,255,0.9)"
FAINT_INK = "#6b7785"
# What all of the labels have in common, said once.
LABELS = {
    "xref": "paper",
    "yref": "paper",
    "xanchor": "left",
    "yanchor": "middle",
    "xshift": BESIDE,
    "borderpad": 1,
    "bgcolor": GROUND,
    "font": {"size": 11, "color": INK},
    "showarrow": False,
}

# What the marks of places without a bar have in common.
MARKS = {
    "type": "rect",
    "xref": "paper",
    "yref": "paper",
    "xsizemode": "pixel",
    "ysizemode": "pixel",
    "x0": -THICKNESS / 2,
    "x1": THICKNESS / 2,
    "y0": -1.5,
    "y1": 1.5,
    "fillcolor": PAPER,
    "line": {"color": "#9aa5b1", "width": 1},
}

# Number of the date, and class.
Node = tuple[int, int]
# Middle of a bar in parts of the picture, from the left and from above.
Place = tuple[float, float]


def sankey(
    parts: Parts, flows: list[Flow], steps: Sequence[Period], labels: Sequence[str], tr: Translate
) -> Figure:
    """The diagram of the flows in hectares, a column of classes or groups per date.

    What is drawn at some date has its place at all of them, so that every column has the same
    order; where there is no bar, an empty mark is there, and its label says whether it has no land.
    """
    names = [translated(name, tr) for name in parts.names]
    shown = dict.fromkeys(sorted({n for _, i, j, _ in flows for n in (i, j)}), "")
    shown.update(zip(shown, fitted([names[number] for number in shown], LONGEST_LABEL)))
    columns = [[(date, number) for number in shown] for date in range(len(labels))]
    sizes = _sizes(columns, flows)
    nodes = {key: place for place, key in enumerate(key for key in sizes if sizes[key])}
    words = {
        key: shown[key[1]]
        if key in nodes or _has_land(parts, steps, key)
        else tr("{name}: none").format(name=shown[key[1]])
        for key in sizes
    }
    height = max(420, 170 + 30 * len(shown))
    ends = (0, len(labels) - 1)
    outside = [breadth(text) for (date, _), text in words.items() if date in ends]
    side = EDGE + LETTER * max(outside, default=0)
    made = figure(height)
    made.layout.margin = {"l": side, "r": side, "t": TOP, "b": BOTTOM}
    places, pad = _placed(columns, sizes, flows, height - TOP - BOTTOM)
    made.add_sankey(
        # As placed: else what nothing flows to or from is moved, and columns may leave the picture.
        arrangement="fixed",
        node={
            **_bars(nodes, parts.colours, places, pad),
            "customdata": [hover(f"{names[number]}, {labels[date]}") for date, number in nodes],
            "hovertemplate": _hovering(tr),
        },
        link={
            **_bands(nodes, parts.colours, flows),
            "customdata": [
                hover(pair_label(names[i], names[j]), steps[step].name) for step, i, j, _ in flows
            ],
            "hovertemplate": _hovering(tr),
        },
    )
    made.layout.template.layout = {"annotationdefaults": LABELS, "shapedefaults": MARKS}
    made.layout.annotations = [
        *_heads(labels),
        *(_label(words[key], places[key], key[0], key in nodes) for key in places),
    ]
    made.layout.shapes = [
        {"xanchor": x, "yanchor": round(1 - y, 5)}
        for key, (x, y) in places.items()
        if key not in nodes
    ]
    return data_of(made)


def _bars(
    nodes: Mapping[Node, int], colours: Sequence[str], places: Mapping[Node, Place], pad: float
) -> Figure:
    """The bars as plotly has them.

    Args:
        nodes: their numbers.
    """
    return {
        # The labels are drawn by themselves: plotly would lay them over the flows.
        "label": [""] * len(nodes),
        "color": [colours[number] for _, number in nodes],
        "thickness": THICKNESS,
        "line": {"color": "#52606d", "width": 0.5},
        "x": [places[key][0] for key in nodes],
        "y": [places[key][1] for key in nodes],
        "pad": pad,
    }


def _bands(nodes: Mapping[Node, int], colours: Sequence[str], flows: Sequence[Flow]) -> Figure:
    """What flows between them; what stays is paler."""
    return {
        "source": [nodes[step, i] for step, i, _, _ in flows],
        "target": [nodes[step + 1, j] for step, _, j, _ in flows],
        "value": [area for _, _, _, area in flows],
        "color": [pale(colours[i], 0.28 if i == j else 0.5) for _, i, j, _ in flows],
    }


def _hovering(tr: Translate) -> str:
    area = plain(tr("{area} ha")).replace("{area}", "%{value:,.1f}")
    return f"%{{customdata}}<br>{area}<extra></extra>"


def _heads(labels: Sequence[str]) -> list[Figure]:
    """The dates above their columns."""
    look = {"y": 1, "xanchor": "center", "xshift": 0, "yanchor": "bottom", "font": {"size": 13}}
    return [
        {**look, "x": date / (len(labels) - 1), "text": f"<b>{plain(label)}</b>"}
        for date, label in enumerate(fitted(labels, 14))
    ]


def _has_land(parts: Parts, steps: Sequence[Period], node: Node) -> bool:
    """Whether there is any land of a class at a date, be it drawn or not."""
    date, number = node
    before = date > 0 and parts.hectares[steps[date - 1].earlier][:, number].any()
    after = date < len(steps) and parts.hectares[steps[date].earlier][number].any()
    return bool(before or after)


def _label(text: str, place: Place, date: int, is_bar: bool) -> Figure:
    """A name beside its bar: to the left of it at the first date, else to the right."""
    x, y = place
    look: Figure = {"x": x, "y": round(1 - y, 5), "text": plain(text)}
    if not date:
        look.update(xanchor="right", xshift=-BESIDE)
    if not is_bar:
        look["font"] = {"color": FAINT_INK}
    return look


def _sizes(columns: list[list[Node]], flows: Sequence[Flow]) -> dict[Node, float]:
    """Hectares of every place: what flows from it or to it, whichever is more."""
    out = {key: 0.0 for column in columns for key in column}
    into = dict(out)
    for step, i, j, area in flows:
        out[step, i] += area
        into[step + 1, j] += area
    return {key: max(out[key], into[key]) for key in out}


def _placed(
    columns: list[list[Node]], sizes: dict[Node, float], flows: list[Flow], room: float
) -> tuple[dict[Node, Place], float]:
    """Middles of the bars in parts of the picture, and the gap that makes plotly draw them so high.

    Args:
        room: px that a column may take.
    """
    per_ha = min(
        (room - GAP * (len(column) - 1)) / total
        for column in columns
        if (total := sum(sizes[key] for key in column))
    )
    places: dict[Node, Place] = {}
    for date, column in enumerate(columns):
        top = 0.0
        for key in column:
            height = per_ha * sizes[key]
            # 0 and 1 themselves count as "not given".
            x = min(max(date / (len(columns) - 1), 0.001), 0.999)
            y = min(max((top + height / 2) / room, 0.001), 0.999)
            places[key] = (round(x, 4), round(y, 5))
            top += height + GAP
    # plotly makes bars as high as fit, with its gaps, in the fullest of its own columns.
    gaps = [
        (room - per_ha * sum(sizes[key] for key in layer)) / (len(layer) - 1)
        for layer in layers([key for key in sizes if sizes[key]], flows)
        if len(layer) > 1
    ]
    return places, max(min(gaps, default=GAP), 0.0)


def layers(nodes: Iterable[Node], flows: Sequence[Flow]) -> list[list[Node]]:
    """The columns that plotly would put bars into by itself.

    One that nothing flows to is in the first, one that nothing flows from in the last, whatever
    their dates.
    """
    depths: dict[Node, int] = {}
    for date, number in sorted(nodes):
        before = [(date - 1, i) for step, i, j, _ in flows if (step + 1, j) == (date, number)]
        depths[date, number] = 1 + max((depths[node] for node in before), default=-1)
    last = max(depths.values())
    columns: list[list[Node]] = [[] for _ in range(last + 1)]
    for node, depth in depths.items():
        flows_on = any((step, i) == node for step, i, _, _ in flows)
        columns[depth if flows_on else last].append(node)
    return columns
