"""The map of a report: its pictures hold what the rasters do, and its positions are PROJ's."""

from __future__ import annotations

import base64

import numpy as np
import pytest
from osgeo import gdal
from pyproj import Transformer

from carbon_zones.core.base.colours import rgb_to_hex
from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.report.interactive_map import (
    CHARACTERS_PER_LAYER,
    MAX_PICTURE_CHARACTERS,
    MapLayer,
    create_interactive_map,
    land_use_layers,
)
from carbon_zones.core.report.report_maps import LandMaps, history_thumbnail
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.support import inputs
from carbon_zones.test.helpers import write_raster


def explored(folder, *dates, marked=(), layers=None, amounts=None, units=None, areas=(), **how):
    """The map of dates of cells, as a page has it; `marked` are values of what it is framed on."""
    files = [write_raster(folder / f"{1990 + n}.tif", c, **how) for n, c in enumerate(dates)]
    series = open_series(inputs(*files), "auto")
    history = history_thumbnail(series)
    census = count_series(series, create_periods(series.dates), [history])
    is_marked = np.array([c.value in marked for c in series.classes])
    maps = LandMaps(series, history, is_marked)
    labels = [date.label for date in series.dates]
    layers = layers or land_use_layers(census.cube.classes, census, labels)
    named = [(n, f"Area {n}", 0.0, 0.0) for n, _ in enumerate(areas, 1)]

    def area_pixels(window, shape):
        assert shape == areas[0].shape
        return sum(n * mask for n, mask in enumerate(areas, 1)).astype(np.uint8)

    return create_interactive_map(series, maps, layers, amounts, units, named, area_pixels)


def shown(uri: str) -> tuple[np.ndarray, dict]:
    """The cells of a picture, and the colour of each value."""
    path = "/vsimem/explored.png"
    gdal.FileFromMemBuffer(path, base64.b64decode(uri.partition(",")[2]))
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        cells = dataset.ReadAsArray()
        table = dataset.GetRasterBand(1).GetColorTable().Clone()
    return cells, {int(v): table.GetColorEntry(int(v)) for v in np.unique(cells)}


def decoded(layer: dict) -> np.ndarray:
    """The names that the colours of a picture stand for."""
    cells, colours = shown(layer["uri"])
    names = {colour: name for name, colour in layer["entries"]}
    assert len(names) == len(layer["entries"])
    told = {v: names.get(rgb_to_hex(*c[:3])) if c[3] else None for v, c in colours.items()}
    return np.vectorize(told.get, otypes=[object])(cells)


CELLS = np.array([[1, 1, 2, 0], [3, 1, 2, 2], [3, 3, 1, 2]], np.uint8)


@pytest.mark.parametrize("down", [-30.0, 30.0])
def test_pictures_hold_the_classes_with_north_up(tmp_path, down):
    names = {1: "Wood", 2: "Pit", 3: "Field"}
    # Two classes of one colour are told apart.
    colours = {1: (9, 9, 9), 2: (9, 9, 9), 3: (200, 0, 0)}
    how = {"names": names, "colours": colours, "nodata": 0, "cell": (30.0, -down)}
    land = explored(tmp_path, CELLS, CELLS[:, ::-1], **how)
    cells = np.where((CELLS > 0) & (CELLS[:, ::-1] > 0), CELLS, 0)
    wanted = np.vectorize(lambda value: names.get(value), otypes=[object])(cells)
    shown = decoded(land["layers"][0])
    assert (shown == (wanted if down < 0 else wanted[::-1])).all()
    assert (land["width"], land["height"]) == (4, 3)
    assert land["y"][1] == -30
    assert land["hectares"] == pytest.approx([0.09] * 3)


@pytest.mark.parametrize(("epsg", "cell"), [(32649, 900), (3857, 900), (3857, 15000), (4326, 0.01)])
@pytest.mark.parametrize("side", [300, 40])
def test_positions_are_within_a_tenth_of_a_pixel(tmp_path, epsg, cell, side):
    cell, origin = (cell, cell), (100, 60) if epsg == 4326 else (6e5, 6.6e6)
    land = explored(tmp_path, np.ones((side, side), np.uint8), epsg=epsg, cell=cell, origin=origin)
    there = Transformer.from_crs("EPSG:4326", epsg, always_xy=True)
    known, random = np.array(land["positions"]), np.random.default_rng(epsg)
    last = len(known) - 1
    for column, row in random.random((200, 2)) * side:
        a, b = column / side * last, row / side * last
        i, j = min(int(a), last - 1), min(int(b), last - 1)
        u, v = a - i, b - j
        where = (1 - v) * ((1 - u) * known[j, i] + u * known[j, i + 1]) + v * (
            (1 - u) * known[j + 1, i] + u * known[j + 1, i + 1]
        )
        x, y = there.transform(*where)
        expected = origin[0] + column * cell[0], origin[1] - row * cell[1]
        assert np.abs(np.subtract((x, y), expected)).max() <= 0.1 * cell[0]


def test_a_map_without_a_known_place_has_no_positions(tmp_path):
    assert explored(tmp_path, CELLS, epsg=None)["positions"] == []


def test_it_shows_the_box_of_what_is_marked(tmp_path):
    cells = np.ones((100, 200), np.uint8)
    cells[40:50, 120:140] = 2
    land = explored(tmp_path, cells, marked=[2], origin=(0, 0), cell=(30, 30))
    # A margin of 0.15 of the longer side is around it.
    assert (land["width"], land["height"]) == (26, 16)
    assert land["x"][0] == (120 - 3) * 30
    assert land["y"][0] == -(40 - 3) * 30
    assert land["outlines"][0]["title"] == "Disturbed land"
    # On land that is mined here and there the map shows all.
    cells[0, 0] = cells[-1, -1] = 2
    assert explored(tmp_path, cells, marked=[2])["width"] == 200


def test_pictures_stay_within_their_room_though_the_first_takes_little(tmp_path):
    random, plain = np.random.default_rng(5), np.full((1500, 1500), 1, np.uint8)
    # A picture of patches with fewer pixels takes more room for each.
    patches = [np.kron(random.integers(1, 12, (500, 500)), np.ones((3, 3))) for _ in range(6)]
    dates = [plain, *(cells.astype(np.uint8) for cells in patches)]
    land = explored(tmp_path, *dates)
    letters = sum(len(layer["uri"]) for layer in land["layers"])
    assert 0.9 < letters / (MAX_PICTURE_CHARACTERS + len(dates) * CHARACTERS_PER_LAYER) < 1.05
    assert land["width"] < 1500
    assert sum(land["hectares"]) * land["width"] == pytest.approx(1500 * 1500 * 0.09, rel=1e-9)


def test_amounts_are_told_to_a_hundredth_of_their_range_where_they_are_many(tmp_path):
    dates = [np.arange(1, 26, dtype=np.uint8).reshape(5, 5), np.full((5, 5), 1, np.uint8)]
    exact = {"Lost": lambda classes: np.where(classes[0] < 0, np.nan, classes[0] * 1.5)}
    layer = explored(tmp_path, *dates, amounts=exact)["layers"][-1]
    assert decoded(layer).astype(float).tolist() == (np.arange(25).reshape(5, 5) * 1.5).tolist()
    many = np.arange(600).reshape(20, 30)
    dates = [(many % 25 + 1).astype(np.uint8), (many // 25 + 1).astype(np.uint8)]
    summed = {"Lost": lambda at: at[0] * 1.0 + at[1] * 25.0}
    told = decoded(explored(tmp_path, *dates, amounts=summed)["layers"][-1]).astype(float)
    assert np.abs(told - many).max() <= 600 / 253


def test_units_are_told_and_named_on_their_land(tmp_path):
    indices = np.array([[0, 0, 2, -1], [0, 0, 2, 2], [0, 2, 2, 2]])
    land = explored(tmp_path, CELLS, units=(["North", "None", "South"], indices))
    wanted = np.array(["North", "None", "South", None], object)[indices]
    assert (decoded(land["layers"][-1]) == wanted).all()
    for name, column, row in land["labels"]:
        assert wanted[int(row), int(column)] == name
    assert [name for name, *_ in land["labels"]] == ["South", "North"]


def test_a_layer_has_in_its_legend_what_occurs(tmp_path):
    entries = {1: ("Much", "#112233"), 2: ("Never", "#445566")}
    layer = MapLayer("Subject", "2000", lambda classes: (classes[0] >= 0).astype(np.uint8), entries)
    land = explored(tmp_path, CELLS, layers=[layer])
    assert land["layers"][0]["entries"] == [("Much", "#112233")]


def grey(outline: dict) -> np.ndarray:
    """How bright each pixel of an outline is; -1 where there is none."""
    cells, colours = shown(outline["uri"])
    assert {colour[:3] for colour in colours.values() if colour[3]} <= {(0,) * 3, (255,) * 3}
    bright = {value: colour[0] if colour[3] else -1 for value, colour in colours.items()}
    return np.vectorize(bright.get)(cells)


def test_outlines_are_of_two_colours_and_in_the_legend(tmp_path):
    """One of two stands apart from any class: black within disturbed land, white outside."""
    cells = np.ones((9, 9), np.uint8)
    cells[0, 0] = cells[8, 8] = cells[3:6, 3:6] = 2
    indices = np.repeat([0, 1], [5, 4])[None] + np.zeros((9, 1), int)
    land = explored(tmp_path, cells, marked=[2], units=(["West", "East"], indices))
    mined, units = land["outlines"]
    ring = np.full((9, 9), -1)
    ring[2:7, 2:7], ring[[2, 2, 6, 6], [2, 6, 2, 6]] = 255, -1
    ring[3:6, 3:6], ring[4, 4] = 0, -1
    ring[0, 0] = ring[8, 8] = 0
    ring[0, 1] = ring[1, 0] = ring[8, 7] = ring[7, 8] = 255
    assert (grey(mined) == ring).all()
    dashes = grey(units)
    assert (dashes[:, np.arange(9) != 5] == -1).all()
    assert set(dashes[:4, 5]) == set(dashes[4:8, 5]) == {0, 255}
    for outline in land["outlines"]:
        assert "#000000" in outline["swatch"]
        assert "#ffffff" in outline["swatch"]


def test_the_areas_that_pixels_are_in_are_told(tmp_path):
    first, second = np.zeros((2, *CELLS.shape), bool)
    first[0, :2] = second[2, 3] = True
    layer = explored(tmp_path, CELLS, areas=[first, second])["layers"][-1]
    assert (layer["subject"], layer["title"]) == ("", "")
    wanted = np.select([first, second], ["Area 1", "Area 2"], "")
    assert (decoded(layer) == np.where(wanted == "", None, wanted)).all()
