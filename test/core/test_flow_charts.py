"""The diagram of flows: bars and bands as high as the hectares that they stand for, names apart.
The chord diagram: arcs and ribbons as long as the hectares that they stand for, names apart.
Heat maps of transfer matrices: what is dark, what is grey, what is added up. What bars and
pictures say of shares in words, which Chinese writes without a blank."""

from __future__ import annotations

import re
from collections import Counter
from math import fsum, hypot
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.colours import hex_to_rgb
from carbon_zones.core.base.dates import Period, create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.report.change_sections import chord_chart, transfer_section
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
from carbon_zones.core.report.heatmaps import (
    CHANGE_RAMP,
    MAX_NUMBERED_CLASSES,
    UNCHANGED_COLOUR,
    TransferMatrix,
    change_colour,
    transfer_heatmap,
    transfer_legend,
)
from carbon_zones.core.report.plotly_figures import share_bars
from carbon_zones.core.report.sankey import (
    BORDER_COLOUR,
    EMPTY_BAR_COLOURS,
    HALF_BAR_WIDTH_PX,
    MIN_BAND_HEIGHT_PX,
    FlowParts,
    sankey_figure,
    select_flows,
)
from carbon_zones.core.results.results import Results
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.study.land_sections import land_use_section
from carbon_zones.test.core.eyes import EYES, ciede2000, grey, seen_lab
from carbon_zones.test.core.pages import SIGN, foreign, same, series_of, study_of
from carbon_zones.test.core.support import listed as classes_of


class Drawn(NamedTuple):
    """A bar or a band of flows: what is said of it, hectares; x, top and bottom of both ends."""

    words: tuple[str, ...]
    hectares: float
    ends: list[tuple[float, float, float]]

    @property
    def height(self) -> float:
        (_, top, bottom), *_ = self.ends
        return bottom - top


def drawn(made: dict, edge: dict) -> list[Drawn]:
    """The areas of a diagram that have such an edge, by the points of their outlines."""
    found = []
    for trace in made["data"]:
        if trace["line"] == edge:
            *words, area = trace["text"].split("<br>")
            points = list(zip(trace["x"], trace["y"]))
            by_x = [
                (x, *(pick(b for a, b in points if a == x) for pick in (min, max)))
                for x in (min(trace["x"]), max(trace["x"]))
            ]
            found.append(
                Drawn(tuple(words), float(area.strip(f"{SIGN} ha").replace(",", "")), by_x)
            )
    return found


def bands_of(made: dict) -> list[Drawn]:
    return drawn(made, {"width": 0})


def bars_of(made: dict) -> list[Drawn]:
    return drawn(made, {"color": BORDER_COLOUR})


@pytest.fixture(params=[False, True], ids=["all", "changes"])
def many_flows(request):
    """The diagram of twelve classes, of which some come, some go, and some do both."""
    rng = np.random.default_rng(8)
    classes = classes_of(*((n, f"c{n}") for n in range(1, 13)))
    first, second = rng.integers(1, 300, (2, 12, 12)).astype(float)
    first[:4] = first[:, 8:] = second[:2] = second[:, 4:6] = 0
    parts = FlowParts([c.name for c in classes], classes.colours(), [first, second])
    steps = [Period(0, 1, "0-1"), Period(1, 2, "1-2")]
    flows, _ = select_flows(parts, steps, request.param)
    return flows, sankey_figure(parts, flows, steps, ["0", "1", "2"], same)


def test_bars_of_flows_keep_apart_and_stay_in_the_picture(many_flows):
    """They are as high as the larger of what comes and what goes; the fullest date has no room."""
    flows, made = many_flows
    out, into = Counter(), Counter()
    for step, i, j, area in flows:
        out[f"c{i + 1}, {step}"] += area
        into[f"c{j + 1}, {step + 1}"] += area
    bars = bars_of(made)
    assert {b.words[0]: b.hectares for b in bars} == {n: max(out[n], into[n]) for n in out | into}
    per_ha = bars[0].height / bars[0].hectares
    assert [b.height for b in bars] == pytest.approx([per_ha * b.hectares for b in bars], abs=0.03)
    layout, rims = made["layout"], []
    for left in {bar.ends[0][0] for bar in bars}:
        spans = sorted(bar.ends[0][1:] for bar in bars if bar.ends[0][0] == left)
        assert min(b[0] - a[1] for a, b in zip(spans, spans[1:])) >= 12.9
        rims += [spans[0][0], spans[-1][1]]
    bottom, top = layout["yaxis"]["range"]
    assert min(rims) == pytest.approx(0)
    assert max(rims) == pytest.approx(layout["height"] - 48)
    assert bottom - top == layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    for trace in made["data"]:
        assert top <= min(trace["y"])
        assert max(trace["y"]) <= bottom
        assert layout["xaxis"]["range"][0] < min(trace["x"])
        assert max(trace["x"]) < layout["xaxis"]["range"][1]


def test_bands_are_as_high_as_their_flows_and_lie_side_by_side_on_the_bars(many_flows):
    flows, made = many_flows
    bars = {bar.words[0]: bar for bar in bars_of(made)}
    per_ha = sum(bar.height for bar in bars.values()) / sum(bar.hectares for bar in bars.values())
    ends = {}
    for (step, i, j, area), band in zip(flows, bands_of(made)):
        assert band.words[-1] == f"{step}-{step + 1}"
        assert band.hectares == area
        for place, node in enumerate((f"c{i + 1}, {step}", f"c{j + 1}, {step + 1}")):
            x, top, bottom = band.ends[place]
            assert x == bars[node].ends[1 - place][0]
            assert bottom - top == pytest.approx(max(per_ha * area, MIN_BAND_HEIGHT_PX), abs=0.03)
            other = (j, i)[place]
            ends.setdefault((node, place), []).append((other, (top + bottom) / 2, area))
    for (node, _), own in ends.items():
        _, at, end = bars[node].ends[0]
        for _, middle, area in sorted(own):
            assert middle == pytest.approx(at + per_ha * area / 2, abs=0.03)
            at += per_ha * area
        assert at < end + 0.03


def flows_of(first: list[list[float]], second: list[list[float]], **more) -> dict:
    names = "abcdef"[: len(first)]
    parts = FlowParts(names, ["#336699"] * len(names), [np.array(first), np.array(second)])
    steps = [Period(0, 1, "0-1"), Period(1, 2, "1-2")]
    flows, _ = select_flows(parts, steps, **more)
    return sankey_figure(parts, flows, steps, ["0", "1", "2"], foreign)


def names_of(made: dict) -> list[dict]:
    """The labels of the bars: not the dates, and not the hectares of the bands."""
    return [n for n in made["layout"]["annotations"][3:] if not n["text"].endswith(" ha")]


def test_a_class_that_is_absent_at_a_date_keeps_its_place_there():
    """c comes at the second date, and a is gone at the third."""
    made = flows_of([[5, 2, 3], [0, 9, 0], [0, 0, 0]], [[0, 3, 2], [0, 11, 0], [0, 0, 3]])
    bars, marks = bars_of(made), drawn(made, {"color": EMPTY_BAR_COLOURS[1]})
    assert len(bars) == 7
    labels = names_of(made)
    by_date = {
        x: [n["text"] for n in sorted(labels, key=lambda n: n["y"]) if n["x"] == x]
        for x in sorted({n["x"] for n in labels})
    }
    assert list(by_date.values()) == [
        ["a", "b", f"{SIGN}c: none"],
        ["a", "b", "c"],
        [f"{SIGN}a: none", "b", "c"],
    ]
    assert [mark.words for mark in marks] == [(f"{SIGN}c: none",), (f"{SIGN}a: none",)]
    spots = [
        ((left + right) / 2, (top + bottom) / 2)
        for (left, top, bottom), (right, *_) in (one.ends for one in [*bars, *marks])
    ]
    wanted = sorted((n["x"], n["y"]) for n in labels)
    assert np.array(sorted(spots)) == pytest.approx(np.array(wanted), abs=0.02)


def test_land_that_is_only_not_drawn_is_not_said_to_be_none():
    """Of the changes, b has none in the second step, but there is land of it."""
    made = flows_of([[5, 2], [0, 9]], [[5, 0], [0, 11]], changes_only=True)
    assert {n["text"] for n in names_of(made)} == {"a", "b"}
    assert len(bars_of(made)) == 2


def test_labels_of_flows_lie_beside_the_picture_or_on_a_ground():
    made = flows_of([[5, 2], [0, 9]], [[5, 0], [1, 10]])
    layout = made["layout"]
    usual = layout["template"]["layout"]["annotationdefaults"]
    for note in names_of(made):
        own = {**usual, **note}
        assert own["xanchor"] == ("right" if own["x"] < 0.01 else "left")
        assert (own["xshift"] < 0) == (own["x"] < 0.01)
        assert abs(own["xshift"]) > HALF_BAR_WIDTH_PX
        # So pale that no flow is seen through it.
        assert own["bgcolor"] == "rgba(255,255,255,0.9)"
    assert min(layout["margin"]["l"], layout["margin"]["r"]) > 20


def test_bands_with_room_for_a_number_have_their_hectares_at_their_ends():
    """40 of 41 ha are high enough; 1 ha is 10 px of 400."""
    made = flows_of([[40, 0], [0, 1]], [[20, 20], [0, 1]])
    numbers = [n for n in made["layout"]["annotations"] if n["text"].endswith(" ha")]
    ends = sorted(
        (round(x, 1), round((top + bottom) / 2, 1), f"{SIGN}{band.hectares:g} ha")
        for band in bands_of(made)
        if band.height > 16
        for x, top, bottom in band.ends[1:]
    )
    assert [text for *_, text in ends] == [f"{SIGN}40 ha", f"{SIGN}20 ha", f"{SIGN}20 ha"]
    found = sorted((n["x"], round(n["y"], 1), n["text"]) for n in numbers)
    assert [text for *_, text in found] == [text for *_, text in ends]
    assert [n[:2] for n in found] == [pytest.approx(n[:2], abs=0.1) for n in ends]
    assert all(n["xanchor"] == "right" and n["xshift"] < 0 for n in numbers)


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
    ring_drawn = {(i, j): (out, into) for i, j, out, into in ring.ribbons}
    for (i, j), (out, into) in ring_drawn.items():
        assert width(out) == pytest.approx(per_ha * moved[i, j], abs=1e-12)
        assert width(into) == pytest.approx(per_ha * moved[i, j], abs=1e-12)
    left = fsum(area for pair, area in moved.items() if pair not in ring_drawn)
    assert ring.left_out == pytest.approx(100 * left / changed, abs=1e-9)
    small = {pair for pair, area in moved.items() if area < MIN_RIBBON_SHARE * changed}
    assert set(moved) - set(ring_drawn) == small


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


def ring_drawn(hectares, names):
    parts = FlowParts(names, ["#336699"] * len(names), [hectares])
    return chord_figure(parts, compute_chord_layout(hectares), "1990-2000", lambda text: text)


def test_ribbons_begin_at_the_ring_and_end_short_of_it():
    figure = ring_drawn(np.array([[5.0, 3.0], [0.0, 1.0]]), ["Wood", "Pit"])
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
    figure = ring_drawn(hectares, names)
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


@pytest.mark.parametrize("order", [[0, 1, 2], [1, 0, 2], [2, 0, 1]])
def test_what_rings_leave_out_is_the_most_of_any_period(tmp_path, order):
    """Little changes first, then nearly all of 20 classes to any other."""
    random = np.random.default_rng(5)
    land = random.integers(1, 21, (60, 60))
    dates = [land, np.where(land == 1, 2, land), random.integers(1, 21, (60, 60))]
    chart = chord_chart(results_of(tmp_path / "many", dates), order)
    most = min(MAX_RIBBONS_PER_RING, MAX_RIBBONS // len(order))
    shares = []
    for one, other in ((0, 1), (1, 2), (0, 2)):
        pairs = Counter(zip(dates[one].ravel().tolist(), dates[other].ravel().tolist()))
        moved = sorted((cells for (a, b), cells in pairs.items() if a != b), reverse=True)
        drawn = sum(cells for cells in moved[:most] if cells >= MIN_RIBBON_SHARE * sum(moved))
        shares.append(100 - 100 * drawn / sum(moved))
    assert shares[0] == 0 < shares[1]
    assert re.search(r"[\d.]+ %", str(chart.note))[0] == f"{max(shares):.2f} %"


NAMES = ["Arable land", "Dump", "Water"]
# The land of the sample from 1986 to 2018: 1,866 ha went to dumps, 80 ha of water stayed water.
HECTARES = [[20000.0, 1866.0, 12.0], [0.0, 0.0, 0.0], [3.0, 0.0, 80.0]]


def matrix(rows=(0, 2), columns=(0, 1, 2), most=1866.0) -> TransferMatrix:
    return TransferMatrix(
        rows, columns, NAMES, [[HECTARES[i][j] for j in columns] for i in rows], most
    )


def drawn_colour(figure: dict, row: int, column: int) -> str | None:
    """The colour of a cell, by the figure's own scale or the frame above it; None for a gap."""
    cells, layout = figure["data"][0], figure["layout"]
    if (row, column) in framed(figure):
        return layout["template"]["layout"]["shapedefaults"]["fillcolor"]
    value = cells["z"][row][column]
    if value is None:
        return None
    share = (value - cells["zmin"]) / (cells["zmax"] - cells["zmin"])
    stops, colours = zip(*((place, hex_to_rgb(colour)) for place, colour in cells["colorscale"]))
    bands = [np.interp(share, stops, band) for band in zip(*colours)]
    return "#" + "".join(f"{round(float(band)):02x}" for band in bands)


def framed(figure: dict) -> list[tuple[float, float]]:
    """The cells that a frame lies on: those of land that stayed."""
    frames = [shape for shape in figure["layout"]["shapes"] if "type" not in shape]
    return [((one["y0"] + one["y1"]) / 2, (one["x0"] + one["x1"]) / 2) for one in frames]


def lightness(colour: str) -> float:
    return float(np.dot((0.2126, 0.7152, 0.0722), hex_to_rgb(colour)))


def test_much_change_is_dark_and_what_stayed_is_grey_however_much_it_is():
    figure = transfer_heatmap(matrix(), same)
    assert figure["data"][0]["text"] == [["20,000", "1,866", "12"], ["3", "", "80"]]
    assert drawn_colour(figure, 0, 1) == CHANGE_RAMP[-1]
    assert drawn_colour(figure, 0, 0) == drawn_colour(figure, 1, 2) == UNCHANGED_COLOUR
    assert drawn_colour(figure, 1, 1) is None
    assert framed(figure) == [(0, 0), (1, 2)]
    shades = [lightness(drawn_colour(figure, *cell)) for cell in ((0, 1), (0, 2), (1, 0))]
    assert shades == sorted(shades)
    assert shades[0] < 80 < 200 < shades[1] < lightness(UNCHANGED_COLOUR) + 25


def test_a_cell_is_as_dark_in_every_period_as_the_legend_says():
    figure = transfer_heatmap(matrix(most=20000.0), same)
    legend = {translate_message(name, same): colour for name, colour in transfer_legend(20000.0)}
    assert list(legend) == ["unchanged", "20,000 ha", "5,000 ha", "1,000 ha"]
    assert legend["unchanged"] == UNCHANGED_COLOUR
    assert legend["20,000 ha"] == CHANGE_RAMP[-1]
    thousand = TransferMatrix([0], [1], NAMES, [[1000.0]], 20000.0)
    colours = drawn_colour(transfer_heatmap(thousand, same), 0, 0), legend["1,000 ha"]
    assert max(abs(a - b) for a, b in zip(*(hex_to_rgb(colour) for colour in colours))) <= 1
    assert drawn_colour(figure, 0, 1) != CHANGE_RAMP[-1]
    assert [translate_message(name, same) for name, _ in transfer_legend(0.0)] == ["unchanged"]


def test_totals_stand_at_the_sides():
    figure = transfer_heatmap(matrix(), same)
    layout = figure["layout"]
    assert [layout[f"{axis}axis"]["ticktext"][-1] for axis in "xy"] == ["<b>Total</b>"] * 2
    sums = [note for note in layout["annotations"] if note["text"].startswith("<b>")]
    at_the_right = {(3.0, 0): "21,878", (3.0, 1): "83", (3.0, 2.0): "21,961"}
    below = {(0, 2.0): "20,003", (1, 2.0): "1,866", (2, 2.0): "92"}
    assert {(n["x"], n["y"]): n["text"].strip("</b>") for n in sums} == at_the_right | below
    lines = [shape for shape in layout["shapes"] if shape.get("type") == "line"]
    assert [(line["x0"], line["y0"]) for line in lines] == [(2.5, -0.5), (-0.5, 1.5)]
    for axis, places in (("xaxis", [0, 1, 2, 3.0]), ("yaxis", [0, 1, 2.0])):
        assert layout[axis]["tickvals"] == places
        assert min(layout[axis]["range"]) <= 0
        assert max(layout[axis]["range"]) >= places[-1]


def test_classes_that_are_not_there_at_a_date_have_no_empty_row_or_column(tmp_path):
    """Class 1 goes, class 2 comes: one row, one column."""
    series = series_of(tmp_path / "in", [[[1, 1]], [[2, 2]]], [("1990", "x"), ("2000", "y")])
    results = Results(series, count_series(series, create_periods(series.dates)))
    (chart, *_) = transfer_section(results).charts
    (figure,) = chart.render_figures(same)
    assert np.shape(figure["data"][0]["z"]) == (1, 1)
    assert figure["data"][0]["z"] == [[2.0]]
    assert drawn_colour(figure, 0, 0) == CHANGE_RAMP[-1]
    assert figure["layout"]["yaxis"]["ticktext"][0] == "Fields"
    assert figure["layout"]["xaxis"]["ticktext"][0].startswith("A &lt;b&gt;")
    assert "Total" in figure["layout"]["xaxis"]["ticktext"][1]


def test_numbers_are_read_on_every_colour():
    """At least 4.5 to 1, as WCAG 2.2 asks."""
    figure = transfer_heatmap(matrix(), same)
    kept = [note["text"] for note in figure["layout"]["annotations"] if "<b>" not in note["text"]]
    assert kept == ["20,000", "80"]
    texts = figure["data"][1]
    for row, column, ink in zip(texts["y"], texts["x"], texts["textfont"]["color"]):
        pair = sorted((luminance(ink), luminance(drawn_colour(figure, row, column))))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def luminance(colour: str) -> float:
    parts = [part / 255 for part in hex_to_rgb(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return float(np.dot((0.2126, 0.7152, 0.0722), linear))


@pytest.mark.parametrize("eyes", EYES)
def test_all_eyes_and_grey_tell_much_from_little_and_from_none(eyes):
    shown = [change_colour(share**2, 1.0) for share in (0.1, 0.4, 0.7, 1.0)]
    for one, other in zip(shown, shown[1:]):
        assert ciede2000(seen_lab(one, eyes), seen_lab(other, eyes)) > 12
    greys = [grey(colour) for colour in shown]
    assert all(one - other > 10 for one, other in zip(greys, greys[1:]))


def test_where_numbers_have_no_room_the_totals_are_still_there():
    many = MAX_NUMBERED_CLASSES + 1
    names = [f"Class {n}" for n in range(many)]
    square = (1000.0 * np.arange(1, many**2 + 1).reshape(many, many)).tolist()
    transfers = TransferMatrix(range(many), range(many), names, square, 1000.0 * many**2)
    figure = transfer_heatmap(transfers, same)
    assert len(figure["data"]) == 1
    turned = [n for n in figure["layout"]["annotations"] if n["textangle"] == -90]
    assert len(turned) == many
    assert len(figure["layout"]["annotations"]) == 2 * many + 1
    # The diagonal is told apart there too, and cells tell their hectares.
    assert len(framed(figure)) == many
    assert "%{z" in figure["data"][0]["hovertemplate"]


def without_blank(text: str) -> str:
    return text.replace(" %", "%")


def test_per_cent_of_bars_are_for_the_translator():
    row = {"area_ha": 4.0, "share_pct": 43.214}
    bars = share_bars("Woods", "#111111", ["1990"], [row])
    assert translate_message(bars.hovers[0][1], without_blank) == "43.21%"


def test_so_are_those_of_pictures_for_who_cannot_see_them(tmp_path):
    with Drafts() as drafts:
        first = land_use_section(study_of(tmp_path, drafts)).then_now[0]
    message = translate_message(first.meaning, without_blank)
    assert "Fields 60.0%" in message
