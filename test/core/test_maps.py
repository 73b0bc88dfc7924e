"""The report's pictures of maps: their pixels, their proportions and scale bars."""

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.report.report_maps import (
    create_picture,
    encode_png,
    picture_shape,
    window_size_m,
)
from carbon_zones.test.core import geodesic
from carbon_zones.test.core.pages import cells_of
from carbon_zones.test.helpers import wkt


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
