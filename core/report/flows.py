"""The flows of land between classes over all dates, as a Sankey diagram."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..colours import rgb
from ..dates import Period
from ..messages import Message, Term, Text, Translate, translated
from ..scan.cube import TransitionCube
from ..scheme.classes import SINK
from ..scheme.taking import WORDS
from .figures import Figure, data_of, figure, hover, plain
from .labels import fitted, pair_label
from .rounding import rounded

if TYPE_CHECKING:
    from numpy.typing import NDArray

GROUP_WORDS: dict[str, Text] = {
    SINK: Term("carbon sinks"),
    "": Term("without a group"),
    **WORDS,
}

LONGEST_LABEL = 22
# Of the bars of a column, px: the least gap, at which labels do not touch each other.
GAP = 13
# px above the bars for the dates, and below them.
TOP, BOTTOM = 30, 10

# More bands than these are a tangle; the largest of each period are drawn.
MOST_FLOWS = 180
LEAST_PER_PERIOD = 12

# Number of the period, from-class, to-class and hectares.
Flow = tuple[int, int, int, float]
# Number of the date, and class.
Node = tuple[int, int]


@dataclass(frozen=True)
class Parts:
    """What land flows between, classes or groups of them, in the order of the diagram.

    Attributes:
        names, colours: of each.
        hectares: per step, from each to each, shape (n, n).
    """

    names: Sequence[Text]
    colours: Sequence[str]
    hectares: Sequence[NDArray[np.float64]]


def class_parts(cube: TransitionCube, steps: Sequence[Period]) -> Parts:
    """The classes of a cube, whose first periods are these steps."""
    order, colours = cube.classes.order(), cube.classes.colours()
    return Parts(
        [cube.classes[number].name for number in order],
        [colours[number] for number in order],
        [cube.hectares[step][np.ix_(order, order)] for step in range(len(steps))],
    )


def group_parts(cube: TransitionCube, steps: Sequence[Period]) -> Parts:
    """The groups of its classes, each in the colour of its largest class at the first date."""
    order, colours = cube.classes.order(), cube.classes.colours()
    groups = list(dict.fromkeys(cube.classes[number].group for number in order))
    places = np.array([groups.index(land_class.group) for land_class in cube.classes])
    sums = []
    for step in range(len(steps)):
        own = np.zeros((len(groups), len(groups)))
        np.add.at(own, (places[:, None], places[None, :]), cube.hectares[step])
        sums.append(own)
    sizes = cube.hectares[0].sum(axis=1)
    largest = [
        max((n for n in order if places[n] == place), key=lambda n: float(sizes[n]))
        for place in range(len(groups))
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
    for number, _ in enumerate(steps):
        hectares = parts.hectares[number]
        found = [(int(i), int(j)) for i, j in np.argwhere(hectares > 0)]
        pairs = sorted(
            (pair for pair in found if not changes_only or pair[0] != pair[1]),
            key=lambda pair: -hectares[pair],
        )
        # What is thinner than a thousandth of the diagram is no more than a hair.
        whole = float(sum(hectares[pair] for pair in pairs))
        total += whole
        kept = [pair for pair in pairs[:most] if hectares[pair] >= 0.001 * whole]
        drawn += [(number, i, j, float(hectares[i, j])) for i, j in kept]
        count = len(kept)
        left_out += len(pairs) - count
        area += float(sum(hectares[pair] for pair in pairs[count:]))
    if not left_out:
        return drawn, None
    return drawn, Message(
        "Drawn are the {drawn} largest flows of the periods. Left out of the drawing, not of the "
        "tables, are {count} small ones with {area} ha, {share} % of the area of all flows.",
        drawn=len(drawn),
        count=left_out,
        area=rounded(area, 1),
        share=rounded(100 * area / total if total else 0.0, 2),
    )


def of_step(flows: Sequence[Flow], step: int) -> list[Flow]:
    """The flows of one step, as those of a diagram of its own."""
    return [(0, i, j, area) for number, i, j, area in flows if number == step]


def sankey(
    parts: Parts,
    flows: list[Flow],
    steps: Sequence[Period],
    labels: Sequence[str],
    tr: Translate,
) -> Figure:
    """The diagram of the flows, a column of classes or groups per date."""
    names, colours = [translated(name, tr) for name in parts.names], parts.colours
    shown = fitted(names, LONGEST_LABEL)
    nodes: dict[Node, int] = {}
    for date in range(len(labels)):
        for number in range(len(names)):
            size = sum(
                area
                for step, i, j, area in flows
                if (step, i) == (date, number) or (step == date - 1 and j == number)
            )
            if size:
                nodes[date, number] = len(nodes)
    columns = [[key for key in nodes if key[0] == date] for date in range(len(labels))]
    tallest = max(len(column) for column in columns)
    height = max(420, 170 + 30 * tallest)
    made = figure(height)
    made.layout.margin = {"l": 8, "r": 8, "t": TOP, "b": BOTTOM}
    made.add_sankey(
        # As placed: else what nothing flows to or from is moved, and columns may leave the picture.
        arrangement="fixed",
        node={
            "label": [plain(shown[number]) for _, number in nodes],
            "color": [colours[number] for _, number in nodes],
            "thickness": 16,
            "line": {"color": "#52606d", "width": 0.5},
            **_placed(columns, nodes, flows, height - TOP - BOTTOM),
            "customdata": [hover(f"{names[number]}, {labels[date]}") for date, number in nodes],
            "hovertemplate": "%{customdata}<br>%{value:,.1f} ha<extra></extra>",
        },
        link={
            "source": [nodes[step, i] for step, i, _, _ in flows],
            "target": [nodes[step + 1, j] for step, _, j, _ in flows],
            "value": [area for _, _, _, area in flows],
            "color": [pale(colours[i], 0.28 if i == j else 0.5) for _, i, j, _ in flows],
            "customdata": [
                hover(pair_label(names[i], names[j]), steps[step].name) for step, i, j, _ in flows
            ],
            "hovertemplate": "%{customdata}<br>%{value:,.1f} ha<extra></extra>",
        },
        textfont={"size": 11},
    )
    last = len(labels) - 1
    made.layout.annotations = [
        {
            "x": date / last,
            "y": 1,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left" if not date else "right" if date == last else "center",
            "yanchor": "bottom",
            "text": f"<b>{plain(label)}</b>",
            "showarrow": False,
        }
        for date, label in enumerate(fitted(labels, 14))
    ]
    return data_of(made)


def _placed(
    columns: list[list[Node]], nodes: dict[Node, int], flows: list[Flow], room: float
) -> dict[str, object]:
    """Middles of the bars in parts of the picture, and the gap that makes plotly draw them so high.

    Args:
        room: px that a column may take.
    """
    sizes = {
        key: max(
            sum(area for step, i, _, area in flows if (step, i) == key),
            sum(area for step, _, j, area in flows if (step + 1, j) == key),
        )
        for key in nodes
    }
    per_ha = min(
        (room - GAP * (len(column) - 1)) / sum(sizes[key] for key in column)
        for column in columns
        if column
    )
    x, y = [0.0] * len(nodes), [0.0] * len(nodes)
    for date, column in enumerate(columns):
        top = 0.0
        for key in column:
            height = per_ha * sizes[key]
            # 0 and 1 themselves count as "not given".
            x[nodes[key]] = min(max(date / (len(columns) - 1), 0.001), 0.999)
            y[nodes[key]] = min(max((top + height / 2) / room, 0.001), 0.999)
            top += height + GAP
    # plotly makes bars as high as fit, with its gaps, in the fullest of its own columns.
    gaps = [
        (room - per_ha * sum(sizes[key] for key in layer)) / (len(layer) - 1)
        for layer in layers(nodes, flows)
        if len(layer) > 1
    ]
    return {"x": x, "y": y, "pad": max(min(gaps, default=GAP), 0.0)}


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
    found: list[list[Node]] = [[] for _ in range(last + 1)]
    for node, depth in depths.items():
        flows_on = any((step, i) == node for step, i, _, _ in flows)
        found[depth if flows_on else last].append(node)
    return found


def pale(colour: str, opacity: float) -> str:
    red, green, blue = rgb(colour)
    return f"rgba({red},{green},{blue},{opacity})"
