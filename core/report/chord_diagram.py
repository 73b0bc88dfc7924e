"""Chord diagrams of the transfers between classes in one period.

The arc of a class is as long as its losses and gains together. Ribbons start in the
loss part of an arc, have the colour of the losing class and end short of the ring at
the gaining class, which shows their direction (design after Krzywinski et al. 2009).
"""

from __future__ import annotations

from math import cos, fsum, pi, sin
from typing import NamedTuple

import numpy as np

from ..base.messages import Translator, translate_message
from ..base.numbers import FloatArray
from .plotly_figures import (
    Figure,
    add_area,
    add_trace,
    area_message,
    area_trace_template,
    conversion_label,
    create_figure,
    escape_html,
    fit_labels,
    format_number,
)
from .sankey import FlowParts, rgba_colour

# Maximum number of ribbons on a page, minimum per ring, maximum per ring, and minimum share of a
# ribbon in all change.
MAX_RIBBONS, MIN_RIBBONS_PER_RING = 400, 24
MAX_RIBBONS_PER_RING = 120
MIN_RIBBON_SHARE = 0.001
# Radii, for a ring of radius 1: its inner edge, and the start and end of ribbons.
INNER_RADIUS, RIBBON_START_RADIUS, RIBBON_END_RADIUS = 0.955, 0.945, 0.90
# Share of the ring used for gaps between arcs, and the largest gap.
TOTAL_GAP_SHARE, MAX_GAP_SHARE = 0.12, 0.035
# Radius of the labels, height of the picture in radii, and minimum distance of labels on one side.
LABEL_RADIUS, HEIGHT_IN_RADII, MIN_LABEL_SPACING_PX = 1.16, 2.56, 17
MIN_HEIGHT_PX, MAX_LABEL_WIDTH = 560, 24
# Step along an arc, and steps along the side of a ribbon.
ARC_STEP, RIBBON_SIDE_STEPS = 0.06, 12

RingPoints = list[tuple[float, float]]
# Start and end of an arc, as fractions of the circle clockwise from the top.
Arc = tuple[float, float]


class ChordLayout(NamedTuple):
    """Positions of arcs and ribbons.

    Attributes:
        arcs: arcs of the classes with losses or gains, by class index.
        ribbons: source, target, and the arcs of both ends; widest first.
        hectares: transfers between classes, shape (n, n), ha; the diagonal is 0.
        left_out: share of the changed area not shown by ribbons, %.
    """

    arcs: dict[int, Arc]
    ribbons: list[tuple[int, int, Arc, Arc]]
    hectares: FloatArray
    left_out: float


def compute_chord_layout(hectares: FloatArray, rings: int = 1) -> ChordLayout | None:
    """Return the layout of an (n, n) matrix in ha, None without changes; `rings`: on the page."""
    most = min(MAX_RIBBONS_PER_RING, max(MIN_RIBBONS_PER_RING, MAX_RIBBONS // rings))
    moved = hectares.copy()
    np.fill_diagonal(moved, 0.0)
    changed, sizes = float(moved.sum()), moved.sum(axis=0) + moved.sum(axis=1)
    if not changed:
        return None
    present = [int(class_index) for class_index in np.flatnonzero(sizes)]
    gap = min(MAX_GAP_SHARE, TOTAL_GAP_SHARE / len(present))
    per_ha = (1 - gap * len(present)) / (2 * changed)
    arcs: dict[int, Arc] = {}
    begin = gap / 2
    for class_index in present:
        arcs[class_index] = (begin, begin + per_ha * float(sizes[class_index]))
        begin = arcs[class_index][1] + gap
    lost, gained = _ribbon_ends(moved, arcs, per_ha)
    pairs = sorted(
        ((int(i), int(j)) for i, j in np.argwhere(moved > 0)), key=lambda pair: -moved[pair]
    )
    kept = [pair for pair in pairs[:most] if moved[pair] >= MIN_RIBBON_SHARE * changed]
    rest = fsum(moved[pair] for pair in pairs[len(kept) :])
    ribbons = [(i, j, lost[i, j], gained[i, j]) for i, j in kept]
    return ChordLayout(arcs, ribbons, moved, 100 * rest / changed)


def _ribbon_ends(
    moved: FloatArray, arcs: dict[int, Arc], per_ha: float
) -> tuple[dict[tuple[int, int], Arc], dict[tuple[int, int], Arc]]:
    """Return the start and end arcs of the ribbons: in each arc first losses, then gains."""
    class_indices = list(arcs)
    lost: dict[tuple[int, int], Arc] = {}
    gained: dict[tuple[int, int], Arc] = {}
    for position, class_index in enumerate(class_indices):
        # Anticlockwise order of the other ends keeps crossings of ribbons rare.
        around = [*class_indices[:position][::-1], *class_indices[position + 1 :][::-1]]
        end = arcs[class_index][0]
        for other in around:
            begin, end = end, end + per_ha * float(moved[class_index, other])
            lost[class_index, other] = (begin, end)
        for other in around:
            begin, end = end, end + per_ha * float(moved[other, class_index])
            gained[other, class_index] = (begin, end)
    return lost, gained


def chord_figure(parts: FlowParts, ring: ChordLayout, period: str, tr: Translator) -> Figure:
    """Return the chord diagram of one period; `ring` must be the layout of the same `parts`."""
    names, colours = [translate_message(name, tr) for name in parts.names], parts.colours
    changed = float(ring.hectares.sum())
    # Classes with the middle of their arc on the right and on the left, from top to bottom.
    right = [class_index for class_index, arc in ring.arcs.items() if sum(arc) / 2 <= 0.5]
    left = [class_index for class_index in ring.arcs if class_index not in right][::-1]
    height = max(MIN_HEIGHT_PX, 40 + MIN_LABEL_SPACING_PX * max(len(right), len(left)))
    plot = create_figure(
        height, margin={"l": 0, "r": 0, "t": 4, "b": 4}, template=area_trace_template(0.4)
    )
    for source, target, out, into in ring.ribbons:
        moved = float(ring.hectares[source, target])
        share = format_number(100 * moved / changed, 2)
        lines = (
            f"{conversion_label(names[source], names[target])}, {period}",
            translate_message(area_message(moved, 1), tr),
            tr("{share} % of the changed area").format(share=share),
        )
        # Both ends along the ring, joined by two curves towards the centre.
        here, there = _arc_points(out, RIBBON_START_RADIUS), _arc_points(into, RIBBON_END_RADIUS)
        outline = [
            *here,
            *_bezier_points(here[-1], there[0]),
            *there,
            *_bezier_points(there[-1], here[0]),
        ]
        add_area(plot, outline, rgba_colour(colours[source], 0.62), lines, colours[source])
    for class_index, arc in ring.arcs.items():
        loss, gain = (float(ring.hectares.sum(axis=axis)[class_index]) for axis in (1, 0))
        lines = (
            f"{names[class_index]}, {period}",
            tr("Loss: {area} ha").format(area=format_number(loss, 1)),
            tr("Gain: {area} ha").format(area=format_number(gain, 1)),
        )
        outline = [*_arc_points(arc, 1.0), *_arc_points(arc, INNER_RADIUS)[::-1]]
        add_area(plot, outline, colours[class_index], lines, "#52606d")
    _add_labels(plot, ring, names, (right, left), HEIGHT_IN_RADII / height)
    flat = {"visible": False, "fixedrange": True}
    plot["layout"].update(
        meta={"ring": [[names[n] for n in side] for side in (right, left)]},
        xaxis={**flat, "range": [-2.1, 2.1]},
        yaxis={**flat, "range": [-HEIGHT_IN_RADII / 2, HEIGHT_IN_RADII / 2], "scaleanchor": "x"},
        hovermode="closest",
    )
    return plot


def _ring_point(part: float, radius: float) -> tuple[float, float]:
    return radius * sin(2 * pi * part), radius * cos(2 * pi * part)


def _arc_points(arc: Arc, radius: float) -> RingPoints:
    """Return points along an arc, including both ends."""
    begin, end = arc
    steps = 1 + int(2 * pi * (end - begin) / ARC_STEP)
    return [_ring_point(begin + (end - begin) * n / steps, radius) for n in range(steps + 1)]


def _bezier_points(start: tuple[float, float], end: tuple[float, float]) -> RingPoints:
    """Return points of a quadratic Bezier curve with the centre of the ring as control point."""
    weights = [
        ((1 - n / RIBBON_SIDE_STEPS) ** 2, (n / RIBBON_SIDE_STEPS) ** 2)
        for n in range(1, RIBBON_SIDE_STEPS)
    ]
    return [(a * start[0] + b * end[0], a * start[1] + b * end[1]) for a, b in weights]


def _add_labels(
    plot: Figure,
    ring: ChordLayout,
    names: list[str],
    sides: tuple[list[int], list[int]],
    unit: float,
) -> None:
    """Add class names beside the ring with lines to their arcs; `unit` is in radii per px."""
    shown = dict(zip(ring.arcs, fit_labels([names[n] for n in ring.arcs], MAX_LABEL_WIDTH)))
    middles = {class_index: sum(arc) / 2 for class_index, arc in ring.arcs.items()}
    lines: list[tuple[float | None, float | None]] = []
    for side, sign, where in zip(sides, (1, -1), ("middle right", "middle left")):
        wished = [_ring_point(middles[class_index], LABEL_RADIUS)[1] for class_index in side]
        heights = spread_labels(wished, MIN_LABEL_SPACING_PX * unit, HEIGHT_IN_RADII / 2 - 8 * unit)
        ends: RingPoints = []
        for class_index, y in zip(side, heights):
            edge, bend = (_ring_point(middles[class_index], radius) for radius in (1.0, 1.06))
            # Outside the ring at any height.
            x = sign * max(max(LABEL_RADIUS**2 - y**2, 0.0) ** 0.5, abs(bend[0]) + 0.02)
            ends.append((x + sign * 0.02, y))
            lines += [edge, bend, (x, y), (None, None)]
        add_trace(
            plot,
            "scatter",
            x=[round(x, 3) for x, _ in ends],
            y=[round(y, 4) for _, y in ends],
            mode="text",
            text=[escape_html(shown[class_index]) for class_index in side],
            textposition=where,
            textfont={"size": 12},
            fill="none",
            hoverinfo="skip",
            cliponaxis=False,
        )
    add_trace(
        plot,
        "scatter",
        x=[None if x is None else round(x, 3) for x, _ in lines],
        y=[None if y is None else round(y, 3) for _, y in lines],
        fill="none",
        line={"color": "#9aa5b1", "width": 1},
        hoverinfo="skip",
    )


def spread_labels(wished: list[float], step: float, most: float) -> list[float]:
    """Return label heights, top to bottom, near the preferred, `step` apart, within +-most."""
    heights: list[float] = []
    for height in wished:
        heights.append(min(height, most, heights[-1] - step if heights else most))
    lowest = -most
    for index in reversed(range(len(heights))):
        heights[index] = max(heights[index], lowest)
        lowest = heights[index] + step
    return heights
