"""The charts of what flowed where: over all dates, and on the ring of one period."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..base.messages import Message, Term, Text
from ..results.results import Results
from .chord import chord, ring_of
from .figures import Draw
from .flows import chosen_flows, class_parts, group_parts, of_step
from .parts import Chart
from .rounding import rounded
from .sankey import sankey


def flow_chart(results: Results) -> Chart:
    """The flows from date to date: of all land, of what changed, between groups, of one period."""
    cube, steps, labels = results.cube, results.steps, results.labels
    classes, groups = class_parts(cube, steps), group_parts(cube, steps)
    flows, left_out = chosen_flows(classes, steps)
    changes, changes_left_out = chosen_flows(classes, steps, changes_only=True)
    variants: list[tuple[Text, Draw]] = [
        (Term("All land"), partial(sankey, classes, flows, steps, labels))
    ]
    if changes:
        draw = partial(sankey, classes, changes, steps, labels)
        variants.append((Term("Changes only"), draw))
    if len(groups.names) > 1:
        between, _ = chosen_flows(groups, steps)
        variants.append((Term("By group"), partial(sankey, groups, between, steps, labels)))
    for number, period in enumerate(steps if len(steps) > 1 else ()):
        ends = labels[number : number + 2]
        draw = partial(sankey, classes, of_step(flows, number), [period], ends)
        variants.append((period.name, draw))
    note: Text = left_out or ""
    if changes_left_out:
        note = Message(
            "{note} Of the changes alone, {count} small ones with {area} ha are not drawn, {share} "
            "% of them.",
            **{**changes_left_out.values, "note": note},
        )
    return Chart(
        "flows",
        Term("Flows of land between the dates, ha"),
        variants,
        note=note,
        least_width=max(560, 170 * len(labels) + 120),
    )


def chord_chart(results: Results, order: Sequence[int]) -> Chart | None:
    """What the classes gave each other, a ring per period; None where nothing changed.

    Args:
        order: the numbers of the periods as they are to be chosen from.
    """
    parts = class_parts(results.cube, results.cube.periods)
    rings = [
        (results.cube.periods[number].name, ring)
        for number in order
        if (ring := ring_of(parts.hectares[number], len(order)))
    ]
    if not rings:
        return None
    note: Text = Term(
        "An arc of the ring is what a class lost and gained. Ribbons have the colour of the class "
        "that lost the land, and end short of the ring where it went; land that stayed is not "
        "drawn. Form after Krzywinski et al. 2009."
    )
    missing = max(ring.left_out for _, ring in rings)
    if missing:
        note = Message(
            "{note} Left out of the drawings, not of the tables, are the smallest ones, together "
            "at most {share} % of the land that changed.",
            note=note,
            share=rounded(missing, 2),
        )
    return Chart(
        "chord",
        Term("What the classes gave each other, ha"),
        [(name, partial(chord, parts, ring, name)) for name, ring in rings],
        note=note,
        least_width=700,
    )
