"""The chord diagram: arcs and ribbons as long as the hectares that they stand for, names apart."""

from math import fsum, hypot

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.report.change_sections import chord_chart
from carbon_zones.core.report.chord_diagram import (
    HEIGHT_IN_RADII,
    MAX_RIBBONS,
    MAX_RIBBONS_PER_RING,
    MIN_HEIGHT_PX,
    MIN_LABEL_SPACING_PX,
    MIN_RIBBON_SHARE,
    MIN_RIBBONS_PER_RING,
    RIBBON_END_RADIUS,
    RIBBON_START_RADIUS,
    chord_figure,
    compute_chord_layout,
    spread_labels,
)
from carbon_zones.core.report.sankey import FlowParts
from carbon_zones.core.results.results import Results
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.pages import series_of


@st.composite
def matrices(draw):
    size = draw(st.integers(1, 6))
    cells = st.one_of(st.just(0.0), st.floats(0.01, 1e5))
    return np.array([[draw(cells) for _ in range(size)] for _ in range(size)])


def width(arc) -> float:
    return arc[1] - arc[0]


@given(matrices())
def test_arcs_are_as_long_as_what_was_lost_and_gained(hectares):
    ring, numbers = compute_chord_layout(hectares), range(len(hectares))
    moved = {(i, j): hectares[i, j] for i in numbers for j in numbers if i != j and hectares[i, j]}
    if not moved:
        assert ring is None
        return
    changed = fsum(moved.values())
    sizes = {n: fsum(area for pair, area in moved.items() if n in pair) for n in numbers}
    assert list(ring.arcs) == [n for n in sizes if sizes[n]]
    per_ha = fsum(map(width, ring.arcs.values())) / (2 * changed)
    for number, arc in ring.arcs.items():
        assert width(arc) == pytest.approx(per_ha * sizes[number], abs=1e-12)
    ends = [end for arc in ring.arcs.values() for end in arc]
    assert ends == sorted(ends)
    gaps = [b - a for a, b in zip([ends[-1] - 1, *ends[1::2]], ends[::2])]
    assert min(gaps) > 0.01
    assert max(gaps) == pytest.approx(min(gaps))
    drawn = {(i, j): (out, into) for i, j, out, into in ring.ribbons}
    for (i, j), (out, into) in drawn.items():
        assert width(out) == pytest.approx(per_ha * moved[i, j], abs=1e-12)
        assert width(into) == pytest.approx(per_ha * moved[i, j], abs=1e-12)
    left = fsum(area for pair, area in moved.items() if pair not in drawn)
    assert ring.left_out == pytest.approx(100 * left / changed, abs=1e-9)
    small = {pair for pair, area in moved.items() if area < MIN_RIBBON_SHARE * changed}
    assert set(moved) - set(drawn) == small


@given(matrices())
def test_ribbons_lie_side_by_side_on_the_arcs_of_their_classes(hectares):
    ring = compute_chord_layout(hectares)
    if ring is None:
        return
    for number, arc in ring.arcs.items():
        out = sorted(one for i, _, one, _ in ring.ribbons if i == number)
        into = sorted(one for _, j, _, one in ring.ribbons if j == number)
        ends = [end for one in (*out, *into) for end in one]  # what was lost comes first
        for one, other in zip([arc[0], *ends], [*ends, arc[1]]):
            assert one <= other + 1e-12


def test_only_the_widest_ribbons_are_drawn():
    hectares = np.random.default_rng(3).integers(1, 1000, (20, 20)).astype(float)
    moved = sorted((hectares[i, j] for i in range(20) for j in range(20) if i != j), reverse=True)
    for rings, most in (
        (1, MAX_RIBBONS_PER_RING),
        (8, MAX_RIBBONS // 8),
        (50, MIN_RIBBONS_PER_RING),
    ):
        ring = compute_chord_layout(hectares, rings)
        assert [hectares[i, j] for i, j, _, _ in ring.ribbons] == moved[:most]
        assert ring.left_out == pytest.approx(100 * sum(moved[most:]) / sum(moved))


@given(
    st.lists(st.floats(-1, 1), max_size=12).map(lambda some: sorted(some, reverse=True)),
    st.sampled_from([0.01, 0.1, 0.15]),
)
def test_names_keep_their_order_and_their_distance(wished, step):
    places = spread_labels(wished, step, 1.0)
    assert len(places) == len(wished)
    for one, other in zip(places, places[1:]):
        assert one - other >= step - 1e-9
    for place in places:
        assert -1.0 - 1e-9 <= place <= 1.0 + 1e-9
    if all(one - other >= step for one, other in zip(wished, wished[1:])):
        assert places == wished


def drawn(hectares, names):
    parts = FlowParts(names, ["#336699"] * len(names), [hectares])
    return chord_figure(parts, compute_chord_layout(hectares), "1990-2000", lambda text: text)


def test_ribbons_begin_at_the_ring_and_end_short_of_it():
    figure = drawn(np.array([[5.0, 3.0], [0.0, 1.0]]), ["Wood", "Pit"])
    ribbon, wood, pit, *_, leaders = figure["data"]
    assert ribbon["text"] == ("Wood → Pit, 1990-2000<br>3.0 ha<br>100.00 % of the changed area")
    assert wood["text"] == "Wood, 1990-2000<br>Loss: 3.0 ha<br>Gain: 0 ha"
    assert pit["text"] == "Pit, 1990-2000<br>Loss: 0 ha<br>Gain: 3.0 ha"
    radii = {
        round(hypot(x, y) * 200) for x, y in zip(ribbon["x"], ribbon["y"]) if hypot(x, y) > 0.88
    }
    assert {round(RIBBON_START_RADIUS * 200), round(RIBBON_END_RADIUS * 200)} <= radii
    # Wood is to the right, from the top on.
    assert (
        max(x for x, y in zip(ribbon["x"], ribbon["y"]) if hypot(x, y) > RIBBON_START_RADIUS - 0.01)
        > 0.5
    )
    assert {round(hypot(x, y) * 200) for x, y in zip(wood["x"], wood["y"])} == {200, 191}
    assert leaders["x"].count(None) == 2


def test_forty_names_are_apart_and_outside_the_ring():
    """Half of the classes have tiny arcs, all of them beside each other."""
    hectares = np.random.default_rng(1).integers(1, 9, (40, 40)).astype(float)
    hectares[10:30] /= 1000
    hectares[:, 10:30] /= 1000
    names = [f"Class {n} of forty with a long name" for n in range(40)]
    figure = drawn(hectares, names)
    layout = figure["layout"]
    per_px = HEIGHT_IN_RADII / layout["height"]
    right, left = (trace for trace in figure["data"] if trace.get("mode") == "text")
    assert len({*right["text"], *left["text"]}) == 40
    assert layout["height"] >= MIN_HEIGHT_PX
    for side, sign in ((right, 1), (left, -1)):
        heights = sorted(side["y"])
        gaps = [(b - a) / per_px for a, b in zip(heights, heights[1:])]
        assert min(gaps) >= MIN_LABEL_SPACING_PX - 0.1
        assert max(abs(height) for height in heights) <= HEIGHT_IN_RADII / 2
        assert all(hypot(x, y) > 1.05 for x, y in zip(side["x"], side["y"]))
        assert all(sign * x > 0 for x in side["x"])


def results_of(folder, arrays) -> Results:
    dates = [(str(1990 + 10 * n), f"land_{n}") for n in range(len(arrays))]
    series = series_of(folder, arrays, dates)
    return Results(series, count_series(series, create_periods(series.dates)))


def test_a_period_without_change_has_no_ring(tmp_path):
    still, other = [[1, 1, 2]], [[1, 2, 2]]
    results = results_of(tmp_path / "one", [still, still, other])
    chart = chord_chart(results, [2, 0, 1])
    assert [label for label, _ in chart.variants] == ["1990-2010", "2000-2010"]
    assert "Left out" not in str(chart.note)
    results = results_of(tmp_path / "two", [still, still])
    assert chord_chart(results, [0]) is None
