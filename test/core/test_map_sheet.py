"""The sheet of a zone map: nothing overlaps, nothing leaves the page, numbers are round."""

from itertools import combinations, product

import pytest

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.sheet.sheet_layout import (
    NO_MARGINS,
    Box,
    GraticuleMargins,
    LegendSize,
    arrange_maps,
    combine_legend_sizes,
    fit_scale_bar,
    format_scale,
    graticule_interval_deg,
    graticule_interval_units,
    wrap_text,
)

BODY = Box(12.0, 24.0, 273.0, 166.0)
SMALL = [LegendSize(1, 60.0, 36.0), LegendSize(2, 110.0, 24.0)]
LONG = [LegendSize(1, 50.0, 230.0), LegendSize(2, 100.0, 118.0), LegendSize(3, 150.0, 80.0)]


def arranged(count, shape, legends=SMALL, body=BODY, **more):
    def title_height(width):
        return 7.0 if width > 50 else 12.0

    return arrange_maps(body, count, shape, title_height, legends, **more)


def apart(one, other):
    """How far two parts stand apart, across or up; below 0 where they overlap."""
    across = max(one.x, other.x) - min(one.right, other.right)
    return max(across, max(one.y, other.y) - min(one.bottom, other.bottom)) + 1e-6


@pytest.mark.parametrize("legends", [SMALL, LONG])
@pytest.mark.parametrize("shape", [0.3, 0.6, 0.94, 1.5, 3.0, 8.0])
@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("edges", [NO_MARGINS, GraticuleMargins(4.6, 5.0)], ids=["", "coordinates"])
@pytest.mark.parametrize("inset", [(0.0, 0.0), (30.0, 20.0)], ids=["", "inset"])
def test_parts_stay_apart_and_on_the_sheet(count, shape, legends, edges, inset):
    # Many maps beside a long legend want a larger sheet.
    body = BODY if count <= 4 else Box(12.0, 26.0, 396.0, 250.0)
    plan = arranged(count, shape, legends, body, edges=edges, inset=inset)
    framed = [
        Box(f.x - edges.left, f.y, f.width + edges.left, f.height + edges.bottom)
        for f in plan.frames
    ]
    signs = [plan.scale_bar, plan.north_arrow, *([plan.locator] if plan.locator else [])]
    assert [(box.width, box.height) for box in signs[2:]] == [inset] * bool(inset[0])
    for one, other in combinations([*framed, *plan.titles], 2):
        assert apart(one, other) >= 0
    for one, other in combinations(framed, 2):
        assert apart(one, other) >= 6
    for sign, part in product([plan.legend, *signs], [*framed, *plan.titles]):
        assert apart(sign, part) >= 6
    for sign in signs:
        assert apart(plan.legend, sign) >= 6
    # The bar reaches up to the arrow where these stand in a row.
    bar, north, *more = signs
    is_row = bar.y == north.y
    assert apart(bar, north) >= (0 if is_row else 3)
    assert all(apart(small, bar) >= (6 if is_row else 3) for small in more)
    assert all(apart(small, north) >= 3 for small in more)
    for part in (*framed, *plan.titles, plan.legend, *signs):
        assert part.x >= body.x - 1e-6
        assert part.y >= body.y - 1e-6
        assert part.right <= body.right + 1e-6
        assert part.bottom <= body.bottom + 1e-6
    assert len({(round(f.width, 6), round(f.height, 6)) for f in plan.frames}) == 1
    assert plan.frames[0].width / plan.frames[0].height == pytest.approx(shape)


@pytest.mark.parametrize(
    ("count", "shape", "rows"),
    [
        (2, 0.94, [2]),
        (3, 0.94, [3]),
        (3, 0.4, [3]),
        (3, 4.0, [1, 1, 1]),
        (4, 0.94, [2, 2]),
        (4, 1.0, [2, 2]),
        (5, 0.94, [3, 2]),
        (6, 0.94, [3, 3]),
        (7, 0.94, [4, 3]),
        (8, 0.94, [4, 4]),
    ],
)
def test_maps_stand_in_rows_and_are_read_like_a_text(count, shape, rows):
    frames = arranged(count, shape).frames
    heights = sorted({frame.y for frame in frames})
    assert [sum(frame.y == y for frame in frames) for y in heights] == rows
    assert [frame.y for frame in frames] == sorted(frame.y for frame in frames)
    # Each row begins where the first does.
    starts = [sum(rows[:n]) for n in range(len(rows))]
    assert [frames[n].x for n in starts] == pytest.approx([frames[0].x] * len(rows))


def test_a_legend_that_fits_fills_the_gap():
    """Seven of wide maps leave a place that is as large as a map."""
    small = [LegendSize(1, 50.0, 12.0)]
    plan = arrange_maps(Box(12.0, 24.0, 273.0, 120.0), 7, 1.2, lambda width: 7.0, small)
    last, legend = plan.frames[-1], plan.legend
    assert plan.position == "gap"
    assert legend.x >= last.right
    assert last.y <= legend.y
    assert plan.scale_bar.bottom <= last.bottom + 1e-6


LARGER = [LegendSize(1, 66.0, 40.0, 1.1), LegendSize(2, 121.0, 27.0, 1.1)]


def test_a_legend_is_in_larger_letters_where_that_costs_the_maps_nothing():
    one = arranged(1, 0.94, [*SMALL, *LARGER])
    assert one.size.letters == 1.1
    assert one.frames[0].width == pytest.approx(arranged(1, 0.94, SMALL).frames[0].width)
    # Two such maps leave no room below them.
    two, usual = arranged(2, 0.94, [*SMALL, *LARGER]), arranged(2, 0.94, SMALL)
    assert two.frames[0].width * 1.03 >= usual.frames[0].width


def test_larger_letters_that_fit_nowhere_are_left():
    huge = [LegendSize(1, 60.0, 400.0, 1.5)]
    assert arranged(1, 0.94, [*SMALL, *huge]) == arranged(1, 0.94, SMALL)


def test_titles_that_need_more_lines_the_narrower_the_frames_are():
    # Each line that is added narrows the frame, and the narrower frame takes another line.
    def title_height(width: float) -> float:
        return 8.0 + (160.0 - width) / 2

    plan = arrange_maps(BODY, 1, 1.0, title_height, SMALL)
    (frame,), (title,) = plan.frames, plan.titles
    assert title.height == pytest.approx(title_height(frame.width))
    assert title.bottom == pytest.approx(frame.y)
    assert frame.bottom <= BODY.bottom + 1e-6


def test_several_legends_stand_side_by_side_or_one_above_the_other():
    one = [LegendSize(1, 40.0, 60.0), LegendSize(2, 80.0, 30.0)]
    other = [LegendSize(1, 50.0, 45.0), LegendSize(2, 100.0, 25.0)]
    found = list(combine_legend_sizes([one, other], 3))
    assert found == [
        LegendSize(2, 40 + 12 + 50.0, 60.0, 1.0, ((0, 0, 1), (52, 0, 1))),
        LegendSize(1, 50.0, 60 + 6 + 45.0, 1.0, ((0, 0, 1), (0, 66, 1))),
        LegendSize(3, 40 + 12 + 100.0, 60.0, 1.0, ((0, 0, 1), (52, 0, 2))),
        LegendSize(3, 80 + 12 + 50.0, 45.0, 1.0, ((0, 0, 2), (92, 0, 1))),
        LegendSize(2, 100.0, 30 + 6 + 25.0, 1.0, ((0, 0, 2), (0, 36, 2))),
    ]
    # One alone is as it was.
    alone = [(size.columns, size.width, size.height) for size in combine_legend_sizes([one], 6)]
    assert alone == [(1, 40, 60), (2, 80, 30)]


@pytest.mark.parametrize(
    ("metres_per_mm", "words"),
    [(105.96, "1:106,000"), (0.0204, "1:20"), (1234.0, "1:1,230,000"), (9.996, "1:10,000")],
)
def test_the_scale_in_numbers_has_three_digits(metres_per_mm, words):
    assert format_scale(metres_per_mm) == words


def test_no_room_left_by_the_legend_is_told():
    with pytest.raises(
        DataError, match="PAPER: the legend leaves no room for the maps; use a larger size"
    ):
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
    bar = fit_scale_bar(metres_per_mm, 40.0)
    assert (bar.metres, bar.value, bar.unit) == pytest.approx(expected)
    assert 16.0 <= 2 * bar.metres / metres_per_mm <= 40.0 + 1e-9


@pytest.mark.parametrize(
    ("shorter", "apart"),
    [
        (180.0, 60.0),
        (24.0, 10.0),
        (2.0, 1.0),
        (1.0, 0.5),
        (0.25, 5 / 60),
        (0.2, 5 / 60),
        (0.1, 2 / 60),
        (2 / 60, 1 / 60),
        (1 / 60, 30 / 3600),
        (2 / 3600, 1 / 3600),
        (1 / 3600, 0.5 / 3600),
        (0.09 / 3600, 0.02 / 3600),
    ],
)
def test_graticules_are_round_and_have_two_lines_at_least(shorter, apart):
    assert graticule_interval_deg(shorter) == pytest.approx(apart)
    assert shorter / apart >= 2 - 1e-9


def test_lines_in_map_units_are_round():
    assert [graticule_interval_units(side) for side in (1000.0, 900.0, 30.0, 0.5)] == [
        500.0,
        200.0,
        10.0,
        0.2,
    ]


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
        ("碳汇功能分区露天煤\uff08区\uff09", ["碳汇功能分区露天煤", "\uff08区\uff09"]),
        ("one two three four five six", ["one two", "three four", "five six"]),
        ("one two three four five six seven", ["one two", "three four", "five six…"]),
    ],
)
def test_texts_are_broken_to_a_width(text, lines):
    assert wrap_text(text, 10, len, 3) == lines


@pytest.mark.parametrize("words", ["x", "word "])
def test_a_name_is_measured_no_further_than_it_is_shown(words):
    """A hundred times the letters take a few steps more."""

    def measured(text) -> int:
        asked = []
        wrap_text(text, 10, lambda line: asked.append(line) or len(line), 3)
        return len(asked)

    assert measured(words * 20_000) <= measured(words * 200) + 10 <= 60
