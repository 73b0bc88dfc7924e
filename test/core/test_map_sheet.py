"""The sheet of a zone map: nothing overlaps, nothing leaves the page, numbers are round. Where the
parts of a sheet stand to the millimetre, where room is left or only just there. What a map's
legend lists: what the cells have, named and coloured as the raster says. Labels of charts: short
enough or in lines, and never alike where names differ."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.source import RasterInput, RasterLegend
from carbon_zones.core.report.plotly_figures import (
    conversion_label,
    fit_labels,
    row_height,
    text_width,
    wrap_label,
)
from carbon_zones.core.sheet.legend_entries import (
    MAX_ENTRIES,
    LegendEntry,
    add_title_letters,
    entry_shares,
    format_shares,
    is_land_use,
    is_zone_raster,
    merge_entries,
    read_entries,
    read_source_layers,
    separate_zone_colours,
    unify_class_colours,
)
from carbon_zones.core.sheet.sheet_layout import (
    NO_MARGINS,
    POSITION_GAP,
    Box,
    GraticuleMargins,
    LayoutCandidate,
    LegendSize,
    arrange_maps,
    combine_legend_sizes,
    fit_scale_bar,
    format_scale,
    graticule_interval_deg,
    graticule_interval_units,
    wrap_text,
)
from carbon_zones.test.helpers import write_raster

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


FREE_BODY = Box(12.0, 24.0, 273.0, 165.0)
LEGEND = LegendSize(1, 50.0, 30.0)


def free_arranged(count, shape, legends=(LEGEND,)):
    return arrange_maps(FREE_BODY, count, shape, lambda width: 7.0, legends, inset=(24.0, 16.0))


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("shape", [0.3, 0.94, 3.0])
def test_a_third_of_the_room_that_is_left_over_is_above_and_sides_are_alike(count, shape):
    plan = free_arranged(count, shape)
    parts = [*plan.titles, *plan.frames, plan.legend, plan.scale_bar, plan.north_arrow]
    left, right = min(one.x for one in parts), max(one.right for one in parts)
    top, bottom = min(one.y for one in parts), max(one.bottom for one in parts)
    assert left - FREE_BODY.x == pytest.approx(FREE_BODY.right - right)
    lower = max(one.bottom for one in plan.frames)
    apart = plan.legend.y - lower - 6 if plan.position == "below" else 0.0
    assert 0.0 <= apart + 1e-6 <= 8.0 + 2e-6
    assert top - FREE_BODY.y == pytest.approx((FREE_BODY.height - (bottom - top) + apart) / 3)


def test_a_legend_takes_a_gap_that_is_just_as_wide():
    """Two of nine places of 50 mm, and the 6 mm between them."""

    def width(legend):
        body = Box(0.0, 0.0, 162.0, 400.0)
        trial = LayoutCandidate(body, 7, 3, 3, 0.5, LegendSize(1, legend, 5.0), POSITION_GAP, 1.0)
        return trial.fit_frame_width(lambda width: 7.0)[0]

    assert [width(legend) for legend in (105.9, 106.1)] == [50.0, 0.0]


def test_letters_are_the_largest_that_cost_nothing():
    larger = [LegendSize(1, 50.0, 30.0, letters) for letters in (1.15, 1.3, 1.2)]
    assert free_arranged(1, 0.94, [LEGEND, *larger]).size.letters == 1.3


NAMES = {1: "Forest", 2: "Grass", 3: "Water"}
COLOURS = {1: (0, 128, 0), 2: (128, 255, 0), 3: (0, 0, 255)}


def legend_of(path, **options):
    return read_entries(RasterInput(str(path), "LAYERS 'x'", **options))


def test_only_values_that_cells_have_and_no_nodata(tmp_path):
    path = write_raster(tmp_path / "x.tif", [[0, 1, 3, 3]], nodata=0, names=NAMES, colours=COLOURS)
    assert legend_of(path) == [
        LegendEntry(1, "Forest", "#008000"),
        LegendEntry(3, "Water", "#0000ff"),
    ]


def test_the_style_of_the_layer_comes_first(tmp_path):
    path = write_raster(tmp_path / "x.tif", [[1, 2]], names=NAMES, colours=COLOURS)
    style = RasterLegend({1: "Wald"}, {1: "#112233"}, "layer style")
    assert legend_of(path, style=style) == [
        LegendEntry(1, "Wald", "#112233"),
        LegendEntry(2, "Grass", "#80ff00"),
    ]


def test_values_without_name_or_colour_are_told_apart(tmp_path):
    (found,) = unify_class_colours([legend_of(write_raster(tmp_path / "x.tif", [range(1, 31)]))])
    assert [c.name for c in found] == [str(n) for n in range(1, 31)]
    assert len({c.colour for c in found}) == 30


def test_measurements_are_no_categories(tmp_path):
    path = write_raster(tmp_path / "x.tif", np.arange(MAX_ENTRIES + 1).reshape(1, -1))
    with pytest.raises(DataError, match=f"'x': {MAX_ENTRIES + 1} different values"):
        legend_of(path)


def test_union_lists_every_entry_once_by_value():
    one = [LegendEntry(1, "Forest", "#008000"), LegendEntry(3, "Water", "#0000ff")]
    other = [LegendEntry(2, "Grass", "#80ff00"), LegendEntry(3, "Water", "#0000ff")]
    assert [c.value for c in merge_entries([one, other])] == [1, 2, 3]


def test_maps_that_show_too_much_together_are_refused():
    maps = [[LegendEntry(n, f"{n}", "#000000")] for n in range(MAX_ENTRIES + 1)]
    assert len(merge_entries(maps[1:])) == MAX_ENTRIES
    with pytest.raises(DataError, match=f"the maps have {MAX_ENTRIES + 1} different categories"):
        merge_entries(maps)


def test_one_value_with_two_meanings_is_two_entries():
    found = merge_entries(
        [[LegendEntry(1, "Forest", "#008000")], [LegendEntry(1, "Water", "#0000ff")]]
    )
    assert [c.name for c in found] == ["Forest", "Water"]


def test_one_class_on_several_maps_is_one_entry_in_the_first_maps_colour():
    one = [LegendEntry(1, "Heath", "", 10.0), LegendEntry(2, "Forest", "", 90.0)]
    other = [LegendEntry(5, "HEATH", "#123456", 30.0), LegendEntry(2, "forest", "#654321", 70.0)]
    last = [LegendEntry(1, "Heath", "#ffffff", 100.0)]
    maps = unify_class_colours([one, other, last])
    assert [[e.colour for e in entries] for entries in maps] == [
        ["#123456", "#654321"],
        ["#123456", "#654321"],
        ["#123456"],
    ]
    heath, forest = merge_entries(maps)
    assert (heath.name, forest.name) == ("Heath", "Forest")
    assert entry_shares(heath, maps) == [10.0, 30.0, 100.0]
    assert entry_shares(forest, maps) == [90.0, 70.0, None]


def test_beside_zones_one_meaning_has_one_colour_and_one_colour_one_meaning():
    zones = [
        LegendEntry(4, "Carbon emission control area", "#cc1102"),
        LegendEntry(5, "Unassigned", "#b2dbfc"),
    ]
    lasting = LegendEntry(7, "Persistent built-up land", "#4d5065")
    towns, wood = LegendEntry(8, "Built-up land", "#e24290"), LegendEntry(2, "Forest", "#446f33")
    maps = separate_zone_colours([[wood, towns], [*zones, lasting]], [False, True])
    assert maps == [[wood, towns], [*zones, LegendEntry(7, lasting.name, towns.colour)]]
    # Of several classes none stands for all; one that is as red as a zone is darker.
    city, village = LegendEntry(4, "Urban land", "#ca0126"), LegendEntry(5, "Rural land", "#d18563")
    maps = separate_zone_colours([[city, village], [*zones, lasting]], [False, True])
    assert maps == [[LegendEntry(4, city.name, "#830119"), village], [*zones, lasting]]
    # What is pale is ground and stays so, however near to the unassigned zone.
    ground = LegendEntry(6, "Never mined", "#e6e8e2")
    assert separate_zone_colours([[ground], zones], [False, True])[0] == [ground]
    # Without the zones it keeps its own.
    assert separate_zone_colours([[city], [village]], [False, False]) == [[city], [village]]


def test_several_maps_have_letters():
    assert add_title_letters(["1986"]) == ["1986"]
    assert add_title_letters(["1986", "2018"]) == ["(a) 1986", "(b) 2018"]


def test_shares_are_of_the_area_of_the_cells_that_count(tmp_path):
    cells = [[1, 1, 1, 2], [0, 0, 3, 9]]
    path = write_raster(tmp_path / "x.tif", cells, nodata=0, names=NAMES)
    found = {entry.name: entry.share_pct for entry in legend_of(path, nodata=(9.0,))}
    assert found == pytest.approx({"Forest": 60.0, "Grass": 20.0, "Water": 20.0})


def test_shares_follow_the_cells_on_the_ground(tmp_path):
    """In degrees a cell near the pole is smaller than one far from it."""
    cells = np.repeat([[1], [2]], 10, axis=0)
    path = write_raster(tmp_path / "x.tif", cells, epsg=4326, cell=(1.0, 1.0), origin=(10, 80))
    first, second = legend_of(path)
    # The areas of zones on a sphere, by the sines of their edges.
    sines = np.sin(np.radians([80, 70, 60]))
    one, other = sines[0] - sines[1], sines[1] - sines[2]
    assert first.share_pct == pytest.approx(100 * one / (one + other), abs=0.3)
    assert second.share_pct == pytest.approx(100 - first.share_pct)


def test_shares_of_an_entry_map_by_map():
    one = [LegendEntry(1, "Forest", "#008000", 30.0), LegendEntry(3, "Water", "#0000ff", 70.0)]
    other = [LegendEntry(3, "Water", "#0000ff", 10.0), LegendEntry(4, "Water", "#0000ff", 90.0)]
    forest, water = merge_entries([one, other])
    assert entry_shares(forest, [one, other]) == [30.0, None]
    assert entry_shares(water, [one, other]) == [70.0, 100.0]


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ([50.18], "50.2 %"),
        ([0.0], "0.0 %"),
        ([0.049, 0.05, 100.0, None], "<0.1 | 0.1 | 100.0 | \N{EN DASH} %"),
        ([1.0, 2.0, 3.0, 4.0, 5.0], "1.0 | 2.0 | 3.0\n4.0 | 5.0 %"),
        ([1.0] * 8, "1.0 | 1.0 | 1.0 | 1.0\n1.0 | 1.0 | 1.0 | 1.0 %"),
    ],
)
def test_shares_in_words(shares, words):
    assert format_shares(shares) == words


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Arable land", "Forestland", "Industrial land"], True),
        (["\u8015\u5730", "\u6797\u5730"], True),
        (["Cropland", "Tree cover", "Pond of Peter", "Built-up"], True),
        (["Carbon sink invariant area", "Unassigned"], False),
        (["Never mined", "Mined", "Reclaimed", "Converted to water"], False),
        (["Arable land \u2192 Forestland", "Forestland \u2192 Dump"], False),
        (["No carbon loss", "Arable land, 87.11 t C/ha"], False),
        (["Arable land", "2"], False),
    ],
)
def test_land_use_is_known_by_the_names_of_its_classes(names, expected):
    assert (
        is_land_use([LegendEntry(n, name, "#000000") for n, name in enumerate(names)]) is expected
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, []),
        ({"TITLE": "Cover of 2020"}, ["Cover of 2020"]),
        ({"TIFFTAG_SOFTWARE": "Carbon Zones 0.1.0", "LAYERS": "a, b", "TITLE": "no"}, ["a, b"]),
        (
            {"TIFFTAG_SOFTWARE": "Carbon Zones 9", "LATER": "second", "EARLIER": "first"},
            ["first", "second"],
        ),
        ({"TIFFTAG_SOFTWARE": "GDAL", "LAYERS": "a"}, []),
    ],
)
def test_what_a_file_says_that_it_is_made_of(tmp_path, said, expected):
    path = write_raster(tmp_path / "x.tif", [[1]])
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.SetMetadata(said)
    assert read_source_layers(RasterInput(path, "x")) == expected


@pytest.mark.parametrize(
    ("title", "band", "expected"),
    [
        ("Carbon zones 1986-2000", "碳汇功能区 1986-2000", True),  # made in a Chinese session
        ("", "Carbon zones 1986-2000", True),  # a copy without metadata
        ("Conversions 1986-2000", "Carbon zones", False),
        ("", "碳汇功能区", False),
        ("", "", False),
    ],
)
def test_zones_are_known_in_every_language(tmp_path, title, band, expected):
    path = write_raster(tmp_path / "x.tif", [[1]])
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.GetRasterBand(1).SetDescription(band)
        if title:
            dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", title)
    assert is_zone_raster(RasterInput(path, "x")) is expected


def test_a_file_that_is_gone_says_nothing(tmp_path):
    with pytest.raises(DataError, match="x cannot be read"):
        read_source_layers(RasterInput(str(tmp_path / "gone.tif"), "x"))


DOTS = "\N{HORIZONTAL ELLIPSIS}"


def test_east_asian_letters_are_twice_as_broad():
    assert [text_width(text) for text in ("", "Wood", "林地", "林 A")] == [0, 4, 4, 4]


def test_what_is_short_enough_stays():
    assert fit_labels(["Fields", "Fields & wood", "林地"], 13) == [
        "Fields",
        "Fields & wood",
        "林地",
    ]


def test_what_is_too_long_loses_its_end():
    label, chinese = "Fields and meadows", "交通运输用地"
    assert [fit_labels([label], o) for o in (8, 9)] == [[f"Fields{DOTS}"], [f"Fields a{DOTS}"]]
    assert [fit_labels([chinese], longest) for longest in (7, 12)] == [[f"交通运{DOTS}"], [chinese]]


def test_names_that_begin_alike_lose_their_middles():
    names = ["Evergreen broadleaved", "Evergreen broadleaved II", "Evergreen", "Bare areas, rock"]
    alike = [f"Evergr{DOTS}eaved", f"Evergr{DOTS}ed II", "Evergreen"]
    assert fit_labels(names, 12) == [*alike, f"Bare areas,{DOTS}"]
    # Also where one of them is short enough itself.
    assert fit_labels(["Bare areas", "Bare areas II"], 11) == ["Bare areas", f"Bare{DOTS}as II"]


def test_a_name_that_stands_twice_is_no_other_name():
    assert fit_labels(["A long name", "A long name"], 8) == [f"A long{DOTS}"] * 2


def test_labels_have_lines_where_one_is_too_short():
    labels = [
        conversion_label("Arable land", "Industrial land"),
        conversion_label("Pit", "Dump"),
        "Wood",
    ]
    assert [wrap_label(label, 20) for label in labels] == [
        ["Arable land \N{RIGHTWARDS ARROW}", "Industrial land"],
        ["Pit \N{RIGHTWARDS ARROW} Dump"],
        ["Wood"],
    ]
    wood = ["Deciduous broadleaved", "closed forest"]
    assert wrap_label(" ".join(wood), 24) == wood
    assert wrap_label("Antidisestablishmentarianism", 14) == ["Antidisestabli", "shmentarianism"]
    assert wrap_label("\u4ea4\u901a\u8fd0\u8f93\u7528\u5730", 8) == [
        "\u4ea4\u901a\u8fd0",
        "\u8f93\u7528\u5730",
    ]


@given(st.text("ab \u6797\N{RIGHTWARDS ARROW}", max_size=60), st.integers(4, 30))
def test_no_letter_of_a_label_is_lost(label, longest):
    lines = wrap_label(label, longest)
    assert all(text_width(line) <= longest for line in lines)
    assert "".join(lines).replace(" ", "") == label.replace(" ", "")


def test_a_row_is_as_high_as_its_lines():
    assert row_height(["Wood"], 26) == 26
    assert row_height(["Wood", "Mixed forest of needleleaf and broadleaf trees"], 26) == 2 * 17 + 8
