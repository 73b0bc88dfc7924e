"""The report's pictures of maps: their pixels, their proportions and scale bars. The small picture
made in the pass against the classes of single cells. The map of a report: its pictures hold what
the rasters do, and its positions are PROJ's. Natural breaks against trying all ways to cut."""

import base64
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from osgeo import gdal
from pyproj import Transformer

from carbon_zones.core.base.colours import rgb_to_hex
from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.numbers import MAX_BREAK_VALUES, find_class_index, natural_breaks
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.report.interactive_map import (
    CHARACTERS_PER_LAYER,
    MAX_PICTURE_CHARACTERS,
    MapLayer,
    _geographic_positions,
    create_interactive_map,
    land_use_layers,
)
from carbon_zones.core.report.report_maps import (
    LandMaps,
    create_picture,
    encode_png,
    history_thumbnail,
    picture_shape,
    window_size_m,
)
from carbon_zones.core.scan.cell_raster import HistoryThumbnail, Thumbnail
from carbon_zones.core.scan.count_result import count_changes
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core import geodesic
from carbon_zones.test.core.pages import cells_of
from carbon_zones.test.core.passes import count_case, histories, open_case
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import examples, inputs, memory_folder, own_key
from carbon_zones.test.helpers import ORIGIN, wkt, write_raster


def pixels(data: bytes) -> np.ndarray:
    """Red, green, blue and alpha of a palette PNG, shape (height, width, 4): by the book of PNG."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, place = {}, 8
    while place < len(data):
        (size,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        (code,) = struct.unpack(">I", data[place + 8 + size : place + 12 + size])
        assert code == zlib.crc32(kind + body)
        chunks[kind] = chunks.get(kind, b"") + body
        place += 12 + size
    wide, high, bits, colour_type, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (bits, colour_type) == (8, 3)
    lines = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(high, wide + 1)
    assert not lines[:, 0].any()  # lines of a palette picture are not filtered
    palette = np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(-1, 3)
    alpha = np.full(len(palette), 255, np.uint8)
    alpha[: len(chunks[b"tRNS"])] = np.frombuffer(chunks[b"tRNS"], np.uint8)
    return np.column_stack([palette, alpha])[lines[:, 1:]]


def random_picture(seed: int, shape: tuple[int, int]) -> tuple[np.ndarray, dict, np.ndarray]:
    """Cells, colours of some of the numbers, and the pixels that they are to be."""
    random = np.random.default_rng(seed)
    cells = random.integers(0, 256, shape).astype(np.uint8)
    colours = {
        int(n): tuple(map(int, random.integers(0, 256, 3)))
        for n in random.choice(256, 100, replace=False)
    }
    known = {value: (*colour, 255) for value, colour in colours.items()}
    wanted = [known.get(cell, (255, 255, 255, 0)) for cell in cells.ravel().tolist()]
    return cells, colours, np.array(wanted, np.uint8).reshape(*shape, 4)


@pytest.mark.parametrize("shape", [(1, 1), (1, 700), (37, 1), (230, 301)])
def test_a_picture_holds_the_cells_in_their_colours(shape):
    cells, colours, wanted = random_picture(sum(shape), shape)
    assert np.array_equal(pixels(encode_png(cells, colours)), wanted)


def test_a_picture_leaves_nothing_in_memory_and_gdal_as_it_was():
    before = gdal.ReadDirRecursive("/vsimem/"), gdal.GetUseExceptions()
    encode_png(np.ones((3, 4), np.uint8), {1: (255, 0, 0)})
    assert (gdal.ReadDirRecursive("/vsimem/"), gdal.GetUseExceptions()) == before


def test_pictures_of_several_threads_do_not_mix():
    drawn = [random_picture(seed, (20, 30 + seed)) for seed in range(40)]
    with ThreadPoolExecutor(8) as pool:
        files = list(pool.map(lambda one: encode_png(one[0], one[1]), drawn))
    assert all(np.array_equal(pixels(file), wanted) for file, (*_, wanted) in zip(files, drawn))


@pytest.mark.parametrize(
    ("epsg", "cell", "origin"),
    [
        (32649, 30.0, (500_000.0, 4_400_000.0)),
        (4326, 0.01, (110.0, 60.505)),
        (4326, 1.8, (-90.0, 90.0)),  # half the world: its middle stands for all of it
        (3857, 100.0, (0.0, 8_399_737.9)),
        (2272, 98.425, (2_600_000.0, 250_000.0)),  # US feet
    ],
)
def test_the_ground_is_measured_by_the_scale_in_the_middle_of_the_window(epsg, cell, origin):
    grid = Grid(300, 200, (origin[0], cell, 0.0, origin[1], 0.0, -cell), wkt(epsg))
    window = Window(0, 0, 100, 100)
    middle = origin[0] + 50 * cell, origin[1] - 50 * cell
    along_x, along_y = geodesic.metres_per_unit(epsg, *middle, cell / 10)
    wanted = 100 * cell * along_x, 100 * cell * along_y
    assert window_size_m(grid, window) == pytest.approx(wanted, rel=1e-6)


def test_a_local_system_has_its_scale_from_its_unit():
    local = 'LOCAL_CS["the mine",UNIT["foot",0.3048]]'
    grid = Grid(100, 50, (0.0, 10.0, 0.0, 0.0, 0.0, -10.0), local)
    assert window_size_m(grid, grid.full_window) == pytest.approx((304.8, 152.4))


@pytest.mark.parametrize("step_x", [1.0, -1.0])
@pytest.mark.parametrize("step_y", [1.0, -1.0])
def test_a_picture_is_north_up_and_east_to_the_right(tmp_path, step_x, step_y):
    cells = np.array([[1, 2], [3, 4]], np.uint8)[:: -int(step_y), :: int(step_x)]
    grid = Grid(2, 2, (0.0, step_x, 0.0, 0.0, 0.0, step_y))
    colours = {number: f"#{number:06x}" for number in range(1, 5)}
    drawn = create_picture("p", cells, colours, grid, grid.full_window)
    assert cells_of(drawn, tmp_path).tolist() == [[1, 2], [3, 4]]


def test_without_a_reference_system_there_is_no_scale_bar():
    grid = Grid(2, 1, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    drawn = create_picture(
        "p", np.array([[1, 2]], np.uint8), {1: "#ff0000"}, grid, grid.full_window
    )
    assert (drawn.bar, drawn.width, drawn.height) == (0.0, 2, 1)


def test_pictures_of_large_rasters_are_small_and_their_proportions_true():
    grid = Grid(2000, 500, (500_000.0, 10.0, 0.0, 4_400_000.0, 0.0, -20.0), wkt(32649))
    shape = picture_shape(grid, grid.full_window)
    assert shape[1] == 700
    assert shape[0] == pytest.approx(350, abs=2)
    drawn = create_picture("p", np.ones(shape, np.uint8), {1: "#ff0000"}, grid, grid.full_window)
    assert (drawn.height, drawn.width) == shape
    assert 0 < drawn.bar <= 34
    assert drawn.bar_label == "5 km"


@examples(40)
@given(case=cases(), data=st.data())
def test_a_pixel_is_the_cell_at_its_middle(case, data):
    rows = histories(case)
    assume(any(keys is not None for row in rows for keys in row))
    with memory_folder() as folder:
        series = open_case(case, folder)
        window = series.window
        high = data.draw(st.integers(1, window.height))
        wide = data.draw(st.integers(1, window.width))
        thumbnail = Thumbnail(
            window, (high, wide), lambda block: count_changes(block.codes).astype(np.uint8), 255
        )
        history = HistoryThumbnail(series, (high, wide))
        census = count_case(case, series, [thumbnail, history])
    names = [own_key(land_class) for land_class in census.cube.classes]
    for i in range(high):
        for j in range(wide):
            row = int((i + Fraction(1, 2)) * Fraction(window.height, high))
            column = int((j + Fraction(1, 2)) * Fraction(window.width, wide))
            keys = rows[row][column]
            wanted = 255 if keys is None else sum(a != b for a, b in zip(keys, keys[1:]))
            assert thumbnail.cells[i, j] == wanted
            numbers = history.classes[:, history.combinations[i, j]]
            if keys is None:
                assert (numbers == HistoryThumbnail.NONE).all()
            else:
                assert tuple(names[n] for n in numbers) == keys


def explored(
    folder, *dates, marked=(), layers=None, amounts=None, units=None, areas=(), places=(), **how
):
    """The map of dates of cells, as a page has it; `marked` are values of what it is framed on."""
    files = [write_raster(folder / f"{1990 + n}.tif", c, **how) for n, c in enumerate(dates)]
    series = open_series(inputs(*files), "auto")
    history = history_thumbnail(series)
    census = count_series(series, create_periods(series.dates), [history])
    is_marked = np.array([c.value in marked for c in series.classes])
    maps = LandMaps(series, history, is_marked)
    labels = [date.label for date in series.dates]
    layers = layers or land_use_layers(census.cube.classes, census, labels)
    places = places or [(0.5, 0.5)] * len(areas)
    named = [(n, f"Area {n}", *place) for n, place in enumerate(places, 1)]

    def area_pixels(window, shape):
        assert shape == areas[0].shape
        return sum(n * mask for n, mask in enumerate(areas, 1)).astype(np.uint8)

    return create_interactive_map(series, maps, layers, amounts, units, named, area_pixels)


def shown(uri: str) -> tuple[np.ndarray, dict]:
    path = "/vsimem/explored.png"
    gdal.FileFromMemBuffer(path, base64.b64decode(uri.partition(",")[2]))
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        cells = dataset.ReadAsArray()
        table = dataset.GetRasterBand(1).GetColorTable().Clone()
    return cells, {int(v): table.GetColorEntry(int(v)) for v in np.unique(cells)}


def decoded(layer: dict) -> np.ndarray:
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


# Code, cell size and north-west corner: at, across and beyond 180 degrees, round a pole and beside.
FAR_GRIDS = {
    "UTM 49N": (32649, 900, (6e5, 6.6e6)),
    "UTM 1N": (32601, 30, (166_000, 7.6e6)),
    "UTM 1N across 180": (32601, 900, (100_000, 7.8e6)),
    "UTM 60S": (32760, 30, (825_000, 6.2e6)),
    "UTM 60S across 180": (32760, 900, (700_000, 5.2e6)),
    "north pole": (3413, 30, (-4_515, 4_515)),
    "the Arctic": (3413, 25_000, (-3.85e6, 5.85e6)),
    "Antarctica": (3031, 20_000, (-3e6, 3e6)),
    "beside the south pole": (3031, 30, (30, 9_000)),
    "Arctic across 180": (3995, 1_000, (-150_000, 2e6)),
    "degrees beyond 180": (4326, 0.01, (178.5, -16)),
    "degrees from 0 to 360": (4326, 1.2, (0, 90)),
    "degrees west of -180": (4326, 1 / 3600, (-180.02, 60)),
    "cell on 180": (4326, 0.01, (179.995, 1)),
    "gradians and Paris": (4902, 0.01, (2, 52)),
    "Mercator": (3857, 900, (6e5, 6.6e6)),
    "coarse Mercator": (3857, 15_000, (6e5, 6.6e6)),
    "Mercator beyond 180": (3857, 900, (19_900_000, 6.6e6)),
    "Europe at 30 m": (3035, 30, (9e5, 5.5e6), 160_000),
}


def vector(longitude: float, latitude: float) -> np.ndarray:
    x, y = np.radians([longitude, latitude])
    return np.array([np.cos(x) * np.cos(y), np.sin(x) * np.cos(y), np.sin(y)])


def interpolated(known: list, across: float, down: float) -> np.ndarray:
    """The unit vector at parts of the sides of a grid, by a cubic through four nodes each way."""
    last, total = len(known) - 1, np.zeros(3)
    ways = []
    for part in (across, down):
        first = min(max(int(part * last) - 1, 0), last - 3)
        near = range(first, first + 4)
        ways.append(
            [(n, np.prod([(part * last - m) / (n - m) for m in near if m != n])) for n in near]
        )
    for i, of_i in ways[0]:
        for j, of_j in ways[1]:
            total += of_i * of_j * vector(*known[j][i])
    return total / np.linalg.norm(total)


@pytest.mark.parametrize("grid", FAR_GRIDS)
def test_positions_are_those_of_proj_within_half_a_cell(grid):
    """In the middle of every mesh, and where a mesh is cut in other parts."""
    epsg, cell, (x, y), side = (*FAR_GRIDS[grid], 300)[:4]
    raster = Grid(side, side // 2, (x, cell, 0.0, y, 0.0, -cell), wkt(epsg))
    known = _geographic_positions(raster, raster.full_window)
    there = Transformer.from_crs(wkt(epsg), "EPSG:4326", always_xy=True).transform
    last = len(known) - 1
    for u, v in [(0.5, 0.5), (0.2, 0.9), (0.0, 0.4)]:
        for column, row in np.ndindex(last, last):
            across, down = (column + u) / last, (row + v) / last
            place = x + across * side * cell, y - down * (side // 2) * cell
            own = [
                vector(*there(place[0] + dx * cell / 2, place[1] + dy * cell / 2))
                for dx, dy in ((0, 0), (1, 0), (0, 1))
            ]
            half = min(np.linalg.norm(end - own[0]) for end in own[1:])
            assert np.linalg.norm(interpolated(known, across, down) - own[0]) <= half


@pytest.mark.parametrize("grid", FAR_GRIDS)
def test_longitudes_are_within_180_degrees(grid):
    epsg, cell, (x, y), side = (*FAR_GRIDS[grid], 300)[:4]
    raster = Grid(side, side // 2, (x, cell, 0.0, y, 0.0, -cell), wkt(epsg))
    random = np.random.default_rng(epsg).random((300, 2)) * (side, side // 2)
    points = [(x + column * cell, y - row * cell) for column, row in np.floor(random) + 0.5]
    there = Transformer.from_crs(wkt(epsg), "EPSG:4326", always_xy=True).transform
    found = raster.geographic_positions(np.array(points))
    assert np.abs(found[:, 0]).max() <= 180
    wanted = np.array([vector(*there(*point)) for point in points])
    assert np.abs([vector(*own) for own in found] - wanted).max() < 1e-9
    longitude, latitude = raster.window_centre(raster.full_window)
    assert -180 <= longitude <= 180
    centre = there(x + side * cell / 2, y - side // 2 * cell / 2)
    assert vector(longitude, latitude) == pytest.approx(vector(*centre), abs=1e-9)


@pytest.mark.parametrize("steps", [(30.0, -30.0), (-30.0, 30.0)])
def test_areas_are_at_their_pixels(tmp_path, steps):
    """Column and row of the raster, as the map shows them: north up, in the frame, thinned."""
    cells = np.ones((100, 200), np.uint8)
    cells[40:50, 120:140] = 2
    places, masks = [(121.5, 42.5)], [np.zeros((16, 26), bool)]
    how = {"marked": [2], "cell": (steps[0], -steps[1]), "areas": masks, "places": places}
    land = explored(tmp_path, cells, **how)
    ((_, _, column, row),) = land["areas"]
    x, y = (land[axis][0] + at * land[axis][1] for axis, at in (("x", column), ("y", row)))
    assert (x, y) == pytest.approx((ORIGIN[0] + 121.5 * steps[0], ORIGIN[1] + 42.5 * steps[1]))


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


NUMBERS = st.lists(st.integers(-1000, 1000) | st.floats(-1e6, 1e6, width=32), max_size=9)


def spread(groups) -> float:
    return sum(float(((np.array(group) - np.mean(group)) ** 2).sum()) for group in groups)


@examples(200)
@given(NUMBERS, st.integers(1, 5))
def test_no_other_cut_is_better(values, most):
    breaks = natural_breaks(values, most)
    different = sorted(set(map(float, values)))
    classes = min(most, len(different))
    assert len(breaks) == classes
    if not classes:
        return
    # The classes hold all values, one after the other.
    assert [low for low, _ in breaks] == sorted(low for low, _ in breaks)
    groups = [[v for v in values if low <= v <= high] for low, high in breaks]
    assert sorted(v for group in groups for v in group) == sorted(values)
    assert all(find_class_index(v, breaks) == n for n, group in enumerate(groups) for v in group)
    found = []
    for cuts in combinations(range(1, len(different)), classes - 1):
        edges = [0, *cuts, len(different)]
        parts = [different[start:end] for start, end in zip(edges, edges[1:])]
        found.append(spread([[v for v in values if v in part] for part in parts]))
    scale = max(1.0, spread([values]))
    assert spread(groups) <= min(found) + 1e-9 * scale


def test_of_very_many_numbers_some_stand_for_all():
    values = [*range(3 * MAX_BREAK_VALUES), *range(100_000, 100_000 + 3 * MAX_BREAK_VALUES)]
    (low, middle), (high, last) = natural_breaks(values, 2)
    assert (low, high) == pytest.approx((0, 100_000), abs=10)
    assert middle < 3 * MAX_BREAK_VALUES <= 100_000 <= last
    assert [find_class_index(v, [(low, middle), (high, last)]) for v in (-1, 5, 2e5)] == [0, 0, 1]
