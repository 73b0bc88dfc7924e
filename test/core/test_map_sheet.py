"""The sheet of a zone map: nothing overlaps, nothing leaves the page, numbers are round."""

from __future__ import annotations

from itertools import combinations

import pytest

from carbon_zones.core.messages import DataError
from carbon_zones.core.sheet.lines import broken
from carbon_zones.core.sheet.plan import arrange
from carbon_zones.core.sheet.scale import scale_bar
from carbon_zones.core.sheet.trial import Box, LegendSize

BODY = Box(12.0, 24.0, 273.0, 166.0)
SMALL = [LegendSize(1, 60.0, 36.0), LegendSize(2, 110.0, 24.0)]
LONG = [LegendSize(1, 50.0, 230.0), LegendSize(2, 100.0, 118.0), LegendSize(3, 150.0, 80.0)]


def arranged(count, shape, legends=SMALL, body=BODY):
    return arrange(body, count, shape, lambda width: 7.0 if width > 50 else 12.0, legends)


def overlap(one, other):
    return (
        one.x < other.right - 1e-6
        and other.x < one.right - 1e-6
        and one.y < other.bottom - 1e-6
        and other.y < one.bottom - 1e-6
    )


@pytest.mark.parametrize("legends", [SMALL, LONG])
@pytest.mark.parametrize("shape", [0.3, 0.6, 0.94, 1.5, 3.0, 8.0])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_parts_stay_apart_and_on_the_sheet(count, shape, legends):
    plan = arranged(count, shape, legends)
    parts = [*plan.frames, *plan.titles, plan.legend, plan.scale_bar, plan.north_arrow]
    assert len(parts) == 2 * count + 3
    for one, other in combinations(parts, 2):
        assert not overlap(one, other), (one, other)
    for part in parts:
        assert part.x >= BODY.x - 1e-6
        assert part.y >= BODY.y - 1e-6
        assert part.right <= BODY.right + 1e-6
        assert part.bottom <= BODY.bottom + 1e-6
    assert len({(round(f.width, 6), round(f.height, 6)) for f in plan.frames}) == 1
    assert plan.frames[0].width / plan.frames[0].height == pytest.approx(shape)


def test_tall_maps_stand_side_by_side_and_wide_ones_above_each_other():
    assert len({frame.y for frame in arranged(3, 0.4).frames}) == 1
    assert len({frame.x for frame in arranged(3, 4.0).frames}) == 1


def test_four_square_maps_stand_two_by_two():
    frames = arranged(4, 1.0).frames
    assert len({frame.x for frame in frames}) == len({frame.y for frame in frames}) == 2
    assert frames[0].y == frames[1].y < frames[2].y  # read like a text


def test_titles_that_need_more_lines_the_narrower_the_frames_are():
    # Each line that is added narrows the frame, and the narrower frame takes another line.
    def title_height(width: float) -> float:
        return 8.0 + (160.0 - width) / 2

    plan = arrange(BODY, 1, 1.0, title_height, SMALL)
    (frame,), (title,) = plan.frames, plan.titles
    assert title.height == pytest.approx(title_height(frame.width))
    assert title.bottom == pytest.approx(frame.y)
    assert frame.bottom <= BODY.bottom + 1e-6


def test_no_room_left_by_the_legend_is_told():
    with pytest.raises(DataError, match="no room for the maps; use a larger PAPER"):
        arranged(1, 1.0, [LegendSize(1, 60.0, 300.0), LegendSize(2, 300.0, 150.0)])


@pytest.mark.parametrize(
    ("metres_per_mm", "expected"),
    [
        (1000.0, (20_000.0, 20.0, "km")),
        (250.0, (5000.0, 5.0, "km")),
        (30.0, (500.0, 0.5, "km")),
        (20.0, (200.0, 200.0, "m")),
        (0.05, (1.0, 1.0, "m")),
        (0.01, (0.2, 0.2, "m")),
    ],
)
def test_scale_bars_are_round_and_fit(metres_per_mm, expected):
    bar = scale_bar(metres_per_mm, 40.0)
    assert (bar.metres, bar.number, bar.unit) == pytest.approx(expected)
    assert 16.0 <= 2 * bar.metres / metres_per_mm <= 40.0 + 1e-9


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("two words more", ["two words", "more"]),
        ("zones_of_a_mine", ["zones_of_", "a_mine"]),
        ("abcdefghijklmno", ["abcdefghij", "klmno"]),
        ("碳汇功能分区露天煤矿区", ["碳汇功能分区露天煤矿", "区"]),
        ("碳汇功能分区露天煤矿\uff0c区", ["碳汇功能分区露天煤", "矿\uff0c区"]),
        ("one two three four five six", ["one two", "three four", "five six"]),
        ("one two three four five six seven", ["one two", "three four", "five six…"]),
    ],
)
def test_texts_are_broken_to_a_width(text, lines):
    assert broken(text, 10, len, 3) == lines
