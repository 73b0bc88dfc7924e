"""The flows of land between classes, or groups of them, over all dates, and which to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..base.colours import rgb
from ..base.dates import Period
from ..base.messages import Message, Term, Text
from ..base.numbers import Floats
from ..scan.census import TransitionCube
from ..scheme.classes import SINK
from ..scheme.disturbing_classes import WORDS
from .rounding import rounded

GROUP_WORDS: dict[str, Text] = {SINK: Term("carbon sinks"), "": Term("without a group"), **WORDS}

# More bands than these are a tangle; the largest of each period are drawn.
MOST_FLOWS = 180
LEAST_PER_PERIOD = 12

# Number of the period, from-class, to-class and hectares.
Flow = tuple[int, int, int, float]


@dataclass(frozen=True)
class Parts:
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
    return Parts(
        [cube.classes[class_index].name for class_index in order],
        [colours[class_index] for class_index in order],
        [cube.hectares[cube.periods.index(step)][np.ix_(order, order)] for step in steps],
    )


def group_parts(cube: TransitionCube, steps: Sequence[Period]) -> Parts:
    """The groups of its classes, each in the colour of its largest class at the first date."""
    order, colours = cube.classes.order(), cube.classes.colours()
    groups = list(dict.fromkeys(cube.classes[class_index].group for class_index in order))
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
    for step_index, _ in enumerate(steps):
        hectares = parts.hectares[step_index]
        cells = [(int(i), int(j)) for i, j in np.argwhere(hectares > 0)]
        pairs = sorted(
            (pair for pair in cells if not changes_only or pair[0] != pair[1]),
            key=lambda pair: -hectares[pair],
        )
        # What is thinner than a thousandth of the diagram is no more than a hair.
        whole = float(sum(hectares[pair] for pair in pairs))
        total += whole
        kept = [pair for pair in pairs[:most] if hectares[pair] >= 0.001 * whole]
        drawn += [(step_index, i, j, float(hectares[i, j])) for i, j in kept]
        left_out += len(pairs) - len(kept)
        area += float(sum(hectares[pair] for pair in pairs[len(kept) :]))
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
    return [(0, i, j, area) for index, i, j, area in flows if index == step]


def pale(colour: str, opacity: float) -> str:
    red, green, blue = rgb(colour)
    return f"rgba({red},{green},{blue},{opacity})"
