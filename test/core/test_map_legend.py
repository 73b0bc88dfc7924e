"""What a map's legend lists: what the cells have, named and coloured as the raster says."""

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.source import RasterInput, RasterLegend
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
from carbon_zones.test.helpers import write_raster

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
