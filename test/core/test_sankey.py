"""The diagram of flows: bars and bands as high as the hectares that they stand for, names apart."""

from collections import Counter
from typing import NamedTuple

import numpy as np
import pytest

from carbon_zones.core.base.dates import Period
from carbon_zones.core.report.sankey import (
    BORDER_COLOUR,
    EMPTY_BAR_COLOURS,
    HALF_BAR_WIDTH_PX,
    MIN_BAND_HEIGHT_PX,
    FlowParts,
    sankey_figure,
    select_flows,
)
from carbon_zones.test.core.pages import SIGN, foreign, same
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
    """The diagram of two steps of classes a, b, c ..."""
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
