"""Dates on other cells: when they are warned of, and how many changed cells touch a class edge,
as a plain loop over whole arrays counts them."""

import re
from itertools import product

import numpy as np
import pytest
from osgeo import gdal, ogr
from pyproj import Transformer

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.grid import Window
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.scan import scan_series, split_window
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import EdgeCounter, count_series
from carbon_zones.test.core.support import inputs, texts
from carbon_zones.test.helpers import ORIGIN, UTM_49N, write_raster

LAYOUTS = {
    "strips": [],
    "one-row strips": ["BLOCKYSIZE=1"],
    "tiles": ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"],
    "wide tiles": ["TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"],
}


def edge_cells(earlier: np.ndarray, later: np.ndarray, valid: np.ndarray) -> tuple[int, int]:
    """Changed cells with another class about them, and all, cell by cell; 0: no class."""
    changed = touching = 0
    height, width = earlier.shape
    for row, column in product(range(height), range(width)):
        if not valid[row, column] or earlier[row, column] == later[row, column]:
            continue
        changed += 1
        about = [
            earlier[r, c]
            for r, c in product(range(row - 1, row + 2), range(column - 1, column + 2))
            if 0 <= r < height and 0 <= c < width
        ]
        touching += any(value not in (0, earlier[row, column]) for value in about)
    return touching, changed


def nearest(cells: np.ndarray, cell: tuple, shift: tuple, shape: tuple) -> np.ndarray:
    """The cells of a raster on a grid of 30 m, 0 beyond; its corner lies `shift` m from ORIGIN."""
    columns = np.floor(((np.arange(shape[1]) + 0.5) * 30 - shift[0]) / cell[0]).astype(int)
    rows = np.floor(((np.arange(shape[0]) + 0.5) * 30 - shift[1]) / cell[1]).astype(int)
    brought = np.zeros(shape, cells.dtype)
    for (r, row), (c, column) in product(enumerate(rows), enumerate(columns)):
        if 0 <= row < cells.shape[0] and 0 <= column < cells.shape[1]:
            brought[r, c] = cells[row, column]
    return brought


def patches(random, shape: tuple) -> np.ndarray:
    """Noise or patches of few or many values, 0 for NoData."""
    size, values = int(random.choice([1, 2, 5, 11])), int(random.choice([3, 5, 300]))
    small = random.integers(0, values, (shape[0] // size + 1, shape[1] // size + 1))
    return np.repeat(np.repeat(small, size, 0), size, 1)[: shape[0], : shape[1]]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("seed", range(12))
def test_each_cell_at_an_edge_is_counted_as_in_the_whole_array(tmp_path, layout, seed):
    random = np.random.default_rng(seed)
    shape = tuple(int(n) for n in random.integers(1, 70, 2))
    cell = tuple(float(m) for m in random.choice([30.0, 13.7, 67.3], 2))
    shift = tuple(float(m) for m in random.uniform(-90, 90, 2))
    own, other = patches(random, shape), patches(random, (120, 130))
    base = int(random.integers(2))
    files = [
        write_raster(tmp_path / "a.tif", own, dtype=np.int16, nodata=0, options=layout),
        write_raster(
            tmp_path / "b.tif",
            other,
            dtype=np.int16,
            nodata=0,
            cell=cell,
            origin=(ORIGIN[0] + shift[0], ORIGIN[1] - shift[1]),
            options=layout,
        ),
    ]
    # The base is the earlier or the later date.
    order = [0, 1] if base == 0 else [1, 0]
    series = open_series(inputs(*(files[n] for n in order)), "planimetric", base=base)
    window = Window(0, 0, shape[1], shape[0])
    if random.random() < 0.4:
        column, row = int(random.integers(shape[1])), int(random.integers(shape[0]))
        window = Window(column, row, shape[1] - column, shape[0] - row)
    series.window = window
    within = window.to_slices(series.grid.full_window)
    inside = np.ones(shape, bool)
    if random.random() < 0.5:
        # A rectangle of whole cells.
        left, above = int(random.integers(shape[1])), int(random.integers(shape[0]))
        inside[:] = False
        inside[above:, left:] = True
        x, y = ORIGIN[0] + 30 * left, ORIGIN[1] - 30 * above
        polygon = ogr.CreateGeometryFromWkt(
            f"POLYGON (({x} {y}, {x + 9e3} {y}, {x + 9e3} {y - 9e3}, {x} {y - 9e3}, {x} {y}))"
        )
        series.mask = CellMask([bytes(polygon.ExportToWkb())], series.grid, "m")
    brought = np.where(inside, nearest(other, cell, shift, shape), 0)[within]
    own = np.where(inside, own, 0)[within]
    dates = [own, brought] if base == 0 else [brought, own]
    counter = EdgeCounter(series, 0)
    cells = int(random.integers(1, 400))
    scan_series(series, [counter], cells=cells, workers=2)
    wanted = edge_cells(*dates, (own > 0) & (brought > 0))
    assert tuple(counter.cells) == wanted


@pytest.mark.parametrize("shape", [(6, 9), (1, 9), (6, 3)])
def test_the_last_cell_of_a_row_does_not_touch_the_first_of_the_next(tmp_path, shape):
    earlier = np.ones(shape)
    earlier[:, 0] = 2
    later = np.where(np.arange(shape[1]) == shape[1] - 1, 3, earlier)
    files = [write_raster(tmp_path / f"{n}.tif", one) for n, one in enumerate((earlier, later))]
    series = open_series(inputs(*files), "planimetric")
    counter = EdgeCounter(series, 0)
    scan_series(series, [counter], cells=shape[1])
    assert tuple(counter.cells) == (0, shape[0])


def test_the_blocks_of_these_tests_are_beside_and_below_each_other(tmp_path):
    # Some groups have blocks below each other before those to their right.
    file = write_raster(tmp_path / "a.tif", np.zeros((40, 60)), options=LAYOUTS["tiles"])
    series = open_series(inputs(file), "planimetric")
    groups = split_window(series.window, series.rasters, 40)
    assert len(groups) > 4
    assert any(one.column == two.column for group in groups for one, two in zip(group, group[1:]))


def warned(folder, *places: dict, base=0, values=None) -> list[str]:
    """The warnings of resampling, for dates on these cells; and there is one line for each date."""
    random = np.random.default_rng(3)
    files = []
    for n, place in enumerate(places):
        shape = place.get("shape", (40, 50))
        cells = random.integers(1, 4, shape) if values is None else values[n]
        options = {key: value for key, value in place.items() if key != "shape"}
        files.append(write_raster(folder / f"{1990 + n}.tif", cells, **options))
    series = open_series(inputs(*files), "auto", base=base)
    census = count_series(series, [Period(0, len(files) - 1, "all")])
    found = [text for text in texts(census.notes.warnings) if "resampled" in text]
    lines = [text for text in texts(series.notes.notices) if "resampled" in text]
    assert len(found) + len(lines) == sum(raster.onto is not None for raster in series.rasters)
    assert not [text for text in texts(series.notes.warnings) if "resampled" in text]
    return found


def at(x=0.0, y=0.0, cell=30.0, **options) -> dict:
    """A raster that begins x and y cells of 30 m right of and below ORIGIN."""
    corner = ORIGIN[0] + 30 * x, ORIGIN[1] - 30 * y
    return {"origin": corner, "cell": (cell, cell), **options}


UTM_50N = 32650
IN_ZONE_50 = Transformer.from_crs(UTM_49N, UTM_50N, always_xy=True).transform(*ORIGIN)
DEGREE = 0.0002694945852358564
LAEA = {"epsg": 3035, "origin": (4_300_000.0, 3_200_000.0)}
DEGREES = {"epsg": 4326, "origin": (111.0, 39.0), "cell": (DEGREE, DEGREE)}
IN_ORDER = {
    "the same cells": (at(), at()),
    "another size": (at(), at(shape=(60, 30))),
    "whole cells apart": (at(), at(7, -5)),
    "an extract of a large one": (at(0, 0, shape=(300, 400)), at(103, 57)),
    "0.09 cells apart": (at(), at(0.09, -0.09)),
    "a tenth of a cell apart": (at(), at(0.1, 4.9)),
    "rounded to centimetres": (at(), at(3 + 0.0001, 2 - 0.0002, 30.00001)),
    "noise in the origin": (at(), at(1e-9, -1e-9)),
    "noise and another size": (at(), at(12 + 1e-7, 1e-7, shape=(20, 20))),
    "noise in the size": (at(shape=(300, 400)), at(5, 5, 30 * (1 + 1e-9))),
    "noise in the size of a wide one": (at(cell=30 * (1 + 1e-5), shape=(5, 20_000)), at()),
    "LAEA": (LAEA, {**LAEA, "origin": (4_300_300.0, 3_199_970.0)}),
    "degrees": (DEGREES, {**DEGREES, "origin": (111 + 40 * DEGREE, 39.0)}),
    "degrees of nine digits": (
        {**DEGREES, "shape": (300, 400)},
        {**DEGREES, "origin": (111.026949459, 38.973050541), "cell": (0.000269495, 0.000269495)},
    ),
    "CGCS2000 degrees": (DEGREES, {**DEGREES, "epsg": 4490}),
    "feet": (
        {"epsg": 2263, "origin": (9e5, 3e5), "cell": (100.0, 100.0)},
        {"epsg": 2263, "origin": (900_500.0, 299_700.0), "cell": (100.0, 100.0)},
    ),
    "no CRS": (at(epsg=None), at(4, 3, epsg=None)),
    "oblong cells": (
        {"cell": (99.9213, 99.9549)},
        {"cell": (99.9213, 99.9549), "origin": (ORIGIN[0] + 2 * 99.9213, ORIGIN[1])},
    ),
}
OTHER_CELLS = {
    "0.11 cells apart": (at(), at(0.11), "0.110 cells east and 0.000 cells south"),
    "0.11 cells up": (at(), at(7, -5.11), "7.000 cells east and -5.110 cells south"),
    "half a cell apart": (at(), at(-0.4, 0.3), "-0.400 cells east and 0.300 cells south"),
    "nested finer": (at(), at(cell=10.0, shape=(120, 150)), "10 × 10 m"),
    "nested coarser": (at(), at(cell=60.0), "60 × 60 m"),
    "hardly larger": (at(), at(cell=30.1), "30.1 × 30.1 m"),
    "few hardly larger": (at(shape=(3, 3)), at(cell=30.5, shape=(3, 3)), "30.5 × 30.5 m"),
    "of another CRS": (at(), {"epsg": UTM_50N, "origin": IN_ZONE_50}, "WGS 84 / UTM zone 50N"),
    "degrees": (DEGREES, {**DEGREES, "origin": (111 + 0.3 * DEGREE, 39.0)}, "0.300 cells east"),
    "oblong": (at(), {"cell": (30.0, 40.0)}, "30 × 40 m"),
}


@pytest.mark.parametrize("places", IN_ORDER.values(), ids=IN_ORDER)
def test_cells_of_one_lattice_are_not_warned_of(tmp_path, places):
    assert warned(tmp_path, *places) == []
    assert warned(tmp_path, *places, base=1) == []


def test_one_from_south_to_north_on_the_same_cells_is_not_warned_of(tmp_path):
    places = at(), at(4)
    file = write_raster(tmp_path / "1990.tif", np.ones((40, 50)), **places[0])
    turned = write_raster(tmp_path / "1991.tif", np.ones((40, 50)), **places[1])
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(turned, gdal.GA_Update) as dataset:
        x, dx, _, y, _, dy = dataset.GetGeoTransform()
        dataset.SetGeoTransform((x, dx, 0.0, y + 40 * dy, 0.0, -dy))
    series = open_series(inputs(file, turned), "planimetric")
    assert series.rasters[1].onto is not None
    assert not [text for text in texts(count_series(series, []).notes.warnings) if "resam" in text]


@pytest.mark.parametrize("case", OTHER_CELLS.values(), ids=OTHER_CELLS)
def test_other_cells_are_warned_of_with_both_sizes_and_the_shift(tmp_path, case):
    here, there, words = case
    (text,) = warned(tmp_path, here, there)
    assert words in text
    assert text.startswith("1991 is resampled to the grid of 1990 ")
    assert len(re.findall(r"[\d.]+ × [\d.]+ (?:m|°)", text)) == 2
    assert "GRID" in text


def test_the_share_at_class_edges_is_said_above_four_fifths(tmp_path):
    # Land of two halves; the later date is half a cell off, or has a clearing away from the edge.
    halves = np.repeat([[1] * 25 + [2] * 25], 40, 0)
    cleared = halves.copy()
    cleared[5:15, 3:5] = 3
    moved = np.roll(halves, 1, 1)
    moved[:, 0] = 1
    for later, share in ((moved, "100.0 %"), (cleared, None)):
        for base in (0, 1):
            (text,) = warned(tmp_path, at(), at(0.3), base=base, values=[halves, later])
            assert ("between classes of 1990" in text) == (share is not None), text
            assert share is None or share in text
            assert text.startswith(f"{1991 - base} is resampled to the grid of {1990 + base} ")


def test_of_a_series_only_the_step_to_other_cells_has_a_share(tmp_path):
    halves = np.repeat([[1] * 25 + [2] * 25], 40, 0)
    moved = np.repeat([[1] * 26 + [2] * 24], 40, 0)
    values = [halves, moved, halves, moved]
    lines = warned(tmp_path, at(), at(0.3), at(0.3), at(0.3), values=values)
    assert ["touch" in line for line in lines] == [True, False, False]
    assert "from 1990 to 1991 " in lines[0]
    lines = warned(tmp_path, at(), at(0.3), at(), at(0.3), values=values)
    assert ["touch" in line for line in lines] == [True, True]


def test_rasters_that_are_no_dates_are_not_warned_of(tmp_path):
    file = write_raster(tmp_path / "1990.tif", np.ones((40, 50)))
    units = write_raster(tmp_path / "units.tif", np.ones((40, 50)), **at(0.4, cell=61.0))
    series, notes = open_series(inputs(file), "planimetric"), Notes()
    series.align_raster(RasterInput(units, "units"), notes)
    assert notes.warnings == []
    assert len([text for text in texts(notes.notices) if "resampled" in text]) == 1
