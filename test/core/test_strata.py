"""Strata: polygons and rasters against plain loops, and a count that they do not change."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan import scan as scan_module
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scan.strata import PolygonStrata, RasterStrata
from carbon_zones.core.scan.units import RasterUnits
from carbon_zones.test.core import strategies
from carbon_zones.test.core.passes import PART, PLACES, all_periods, polygons, strata_by_loop, wkb
from carbon_zones.test.core.support import (
    assert_says,
    examples,
    inputs,
    series_in,
    slow_threads,
    words,
    writing,
)
from carbon_zones.test.core.test_cell_raster import Strata
from carbon_zones.test.helpers import brought, read_raster, write_raster

# North up, south up, and from east to west.
TRANSFORMS = (
    (600_000.0, 32.0, 0.0, 4_400_000.0, 0.0, -32.0),
    (600_000.0, 32.0, 0.0, 4_400_000.0, 0.0, 64.0),
    (-16.0, -0.25, 0.0, 8.0, 0.0, -0.25),
    (0.0, -0.25, 0.0, 0.0, 0.0, 0.5),
)


def polygon_strata(grid: Grid, drawn) -> PolygonStrata:
    return PolygonStrata([(number, wkb(grid, rings)) for number, rings in drawn], grid)


def numbers_in(strata: PolygonStrata, window: Window) -> np.ndarray:
    column = strata.make_column(window)
    places = column.compute_keys(None)
    numbers = column.decode_keys(np.arange(int(places.max()) + 1))
    assert places.itemsize == (1 if numbers.size <= 256 else 2)
    assert (np.diff(numbers) > 0).all()
    return numbers[places].reshape(window.height, window.width)


def assert_as_by_loop(strata: PolygonStrata, window: Window, drawn):
    """That the cells of a window have the strata that a plain loop finds."""
    before = strata.overlapping
    found = numbers_in(strata, window)
    assert found.shape == (window.height, window.width)
    expected = strata_by_loop(window, drawn)
    for row, wanted in zip(found.tolist(), expected):
        for number, cell in zip(row, wanted):
            assert cell is None or number == cell[0]
    flat = [cell for row in expected for cell in row]
    if None not in flat:
        assert strata.overlapping - before == sum(times > 1 for _, times in flat)


@examples(300)
@given(data=st.data(), transform=st.sampled_from(TRANSFORMS))
def test_a_cell_is_in_the_first_polygon_that_its_centre_is_in(data, transform):
    side = st.integers(1, 24)
    grid = Grid(data.draw(side), data.draw(side), transform)
    drawn = data.draw(polygons(grid))
    strata = polygon_strata(grid, drawn)
    window = data.draw(strategies.windows(grid.height, grid.width))
    assert_as_by_loop(strata, window, drawn)


@pytest.mark.parametrize("transform", TRANSFORMS)
@pytest.mark.parametrize("step", [4, 8, 12, 16, 24])
def test_polygons_that_share_their_lines_share_out_the_cells(transform, step):
    """Lines go through centres, along them and past them; no cell is lost or taken twice."""
    grid = Grid(12, 9, transform)
    rng = random.Random(step)
    across, down = 12 * PART // step + 2, 9 * PART // step + 2
    # Inner corners are moved a little, on whole parts, so that lines run at all angles.
    at = {
        (i, j): ((i - 1) * step + rng.choice([0, 0, 1, 2]), (j - 1) * step + rng.choice([0, 0, 1]))
        for i in range(across + 1)
        for j in range(down + 1)
    }
    drawn = []
    for i in range(across):
        for j in range(down):
            a, b, c, d = at[i, j], at[i + 1, j], at[i + 1, j + 1], at[i, j + 1]
            drawn += [(1, [[a, b, c]]), (2, [[d, c, a]])]
    rng.shuffle(drawn)
    strata = polygon_strata(grid, drawn)
    assert (numbers_in(strata, grid.full_window) > 0).all()
    assert strata.overlapping == 0


SQUARE = "((0 0, 0 6, 6 6, 6 0, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1))"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param(f"POLYGON {SQUARE}", 32, id="hole"),
        pytest.param(f"MULTIPOLYGON ({SQUARE}, ((8 8, 8 9, 9 9, 9 8, 8 8)))", 33, id="parts"),
        pytest.param(f"MULTIPOLYGON ({SQUARE}, ((1 1, 1 2, 2 2, 2 1, 1 1)))", 33, id="island"),
        pytest.param("POLYGON Z ((0 0 5, 0 2 6, 2 2 7, 2 0 8, 0 0 5))", 4, id="heights"),
        pytest.param(
            "POLYGON ZM ((0 0 5 1, 0 2 6 1, 2 2 7 1, 2 0 8 1, 0 0 5 1))", 4, id="measures"
        ),
        pytest.param("POLYGON ((0 0, 0 2, 2 2, 2 0))", 4, id="not closed"),
        pytest.param("CURVEPOLYGON (CIRCULARSTRING (1 5, 9 5, 1 5))", 52, id="circle"),
        pytest.param(
            f"GEOMETRYCOLLECTION (POLYGON {SQUARE}, LINESTRING (7 7, 9 9))", 32, id="mixed"
        ),
        pytest.param("TIN Z (((0 0 1, 0 6.5 1, 6.5 0 1, 0 0 1)))", 21, id="triangle"),
        pytest.param(f"MULTISURFACE (POLYGON {SQUARE}, POLYGON EMPTY)", 32, id="surfaces"),
        pytest.param("POLYGON EMPTY", 0, id="empty"),
        pytest.param("MULTIPOLYGON EMPTY", 0, id="no parts"),
        pytest.param("POLYGON ((0 0, 9 9, 0 0))", 0, id="no area"),
        pytest.param("POLYGON ((-90 -90, -90 90, 90 90, 90 -90, -90 -90))", 100, id="all"),
        pytest.param("POLYGON ((20 0, 20 6, 26 6, 26 0, 20 0))", 0, id="beyond"),
        pytest.param("POLYGON ((0 20, 0 26, 6 26, 6 20, 0 20))", 0, id="above"),
    ],
)
def test_polygons_of_every_kind_have_the_cells_inside(text, cells):
    grid = Grid(10, 10, (0.0, 1.0, 0.0, 10.0, 0.0, -1.0))
    shape = bytes(ogr.CreateGeometryFromWkt(text).ExportToIsoWkb())
    strata = PolygonStrata([(9, shape)], grid)
    assert np.count_nonzero(numbers_in(strata, grid.full_window) == 9) == cells
    assert strata.overlapping == 0


def test_where_there_are_no_polygons_all_land_is_outside():
    grid = Grid(3, 2, TRANSFORMS[0])
    strata = PolygonStrata([], grid)
    assert numbers_in(strata, grid.full_window).tolist() == [[0] * 3] * 2
    assert strata.stratum_lookup().tolist() == [0]


def test_tens_of_thousands_of_polygons_each_have_their_cells():
    grid = Grid(600, 480, (0.0, 1.0, 0.0, 480.0, 0.0, -1.0))
    order = np.random.default_rng(8).permutation(200 * 240)
    drawn = []
    for number, place in enumerate(order.tolist(), 1):
        a, b = place % 200 * 3 * PART, place // 200 * 2 * PART
        ring = [(a, b), (a + 3 * PART, b), (a + 3 * PART, b + 2 * PART), (a, b + 2 * PART)]
        drawn.append((number, [ring]))
    numbers = np.argsort(order) + 1
    wanted = numbers.reshape(240, 200).repeat(2, axis=0).repeat(3, axis=1)
    strata = polygon_strata(grid, drawn)
    assert (numbers_in(strata, grid.full_window) == wanted).all()
    assert (numbers_in(strata, Window(7, 11, 100, 50)) == wanted[11:61, 7:107]).all()
    assert strata.overlapping == 0


def test_65535_strata_are_told_apart_and_no_more():
    grid = Grid(2, 1, (0.0, 1.0, 0.0, 1.0, 0.0, -1.0))
    shape = wkb(grid, [[(0, 0), (PART, 0), (PART, PART), (0, PART)]])
    assert numbers_in(PolygonStrata([(65535, shape)], grid), grid.full_window).tolist() == [
        [65535, 0]
    ]
    with pytest.raises(DataError, match=words("65536 polygons", "65535 units", "UNIT_FIELD")):
        PolygonStrata([(1, shape), (65536, shape)], grid)


def combined(series, strata=None, **options):
    """The combinations of a series that hold land of each stratum."""
    combinations = CombinationCounter(series, strata)
    count_series(series, all_periods(len(series.rasters)), [combinations], strata=strata, **options)
    return combinations.table


def cells_by_stratum(table) -> dict:
    return {n: int(table.cells[table.strata == n].sum()) for n in set(table.strata.tolist())}


@pytest.mark.parametrize("epsg", [32649, 32650, 4326])
def test_a_raster_of_other_cells_is_brought_onto_the_grid(tmp_path, epsg):
    rng = np.random.default_rng(2)
    series = series_in(tmp_path, *rng.integers(1, 4, (2, 60, 50)))
    x, y, cell = {
        32649: (600_100.0, 4_399_900.0, 41.0),
        32650: (86_300.0, 4_410_400.0, 37.0),
        4326: (112.1701, 39.7431, 0.0006),
    }[epsg]
    districts = rng.integers(0, 6, (30, 33))
    file = write_raster(
        tmp_path / "districts.tif",
        districts,
        dtype=np.int16,
        nodata=0,
        epsg=epsg,
        origin=(x, y),
        cell=(cell, cell),
    )
    notes, out = Notes(), tmp_path / "strata.tif"
    strata = RasterStrata(series.align_raster(RasterInput(file, "districts", nodata=(3,)), notes))
    assert_says(notes.notices, ("districts is resampled to the grid of 0 (nearest neighbour)",))
    with writing(series) as writer:
        raster = Strata(writer, out)
        count_series(series, all_periods(2), [raster], strata=strata, cells=400, workers=3)
    values, beyond = brought(file, tmp_path / "0.tif")
    assert 100 < beyond.sum() < 2900
    wanted = np.where(beyond | (values == 0) | (values == 3), 0, values)
    stood = np.array([0, *strata.sorted_values])[strata.stratum_lookup()[read_raster(out)]]
    assert (stood == wanted).all()


def test_a_raster_is_brought_onto_the_date_that_gives_the_cells(tmp_path):
    """That date may be any, and another one may lack the reference system."""
    cells = np.arange(64).reshape(8, 8) // 20 + 1
    files = [
        write_raster(tmp_path / "coarse.tif", np.ones((4, 4)), cell=(60, 60)),
        write_raster(tmp_path / "bare.tif", cells, epsg=None),
        write_raster(tmp_path / "fine.tif", cells),
    ]
    series = open_series(inputs(files[2], files[1]), "planimetric", base=1)
    assert series.rasters[1].grid.crs == ""
    strata = RasterStrata(series.align_raster(RasterInput(files[0], "districts"), Notes()))
    assert strata.raster.onto == series.grid
    assert cells_by_stratum(combined(series, strata)) == {1: 64}


def test_a_fraction_in_a_raster_of_units_is_an_error_that_says_where(tmp_path):
    cells = np.ones((12, 20), np.float32)
    cells[7, 13] = cells[9, 2] = 0.5
    districts = write_raster(tmp_path / "districts.tif", cells, dtype=np.float32)
    land = write_raster(tmp_path / "land.tif", np.ones((12, 20)))
    extent = (600_000 + 10 * 30, 4_400_000 - 10 * 30, 600_000 + 15 * 30, 4_400_000 - 5 * 30)
    series = open_series(inputs(land, land), "planimetric", extent=extent)
    strata = RasterStrata(series.align_raster(RasterInput(districts, "districts"), Notes()))
    with pytest.raises(
        DataError, match=words("districts: non-integer value 0.5 at row 8, column 14", "unit")
    ):
        combined(series, strata)


def test_a_raster_of_too_many_values_is_no_raster_of_units(tmp_path):
    cells = np.arange(32_768).reshape(128, 256)
    series = series_in(tmp_path, *[np.ones((128, 256))] * 2)
    for top, failing in ((32_766, False), (32_767, True)):
        file = write_raster(tmp_path / f"{top}.tif", cells.clip(0, top), dtype=np.uint16)
        strata = RasterStrata(series.align_raster(RasterInput(file, "heights"), Notes()))
        if not failing:
            table = combined(series, strata, cells=1000)
            assert cells_by_stratum(table) == {**dict.fromkeys(range(1, 32_767), 1), 32_767: 2}
            continue
        with pytest.raises(DataError, match=r"^heights: more than 32767 different values"):
            combined(series, strata)


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.int32])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_results_are_the_same_whatever_thread_is_slow(tmp_path, monkeypatch, place, dtype):
    rng = np.random.default_rng(5)
    epsg, origin, cell = place
    tiled = ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16")
    on = {"epsg": epsg, "origin": origin, "cell": (cell, cell), "options": tiled}
    bands = np.arange(40).repeat(5)[:, None] * 3
    land = [bands + rng.integers(0, 4, (200, 37)) for _ in range(2)]
    # Blocks meet the same districts in another order; two of them are no data.
    district = rng.permutation(60)[rng.integers(0, 60, (200, 37))]
    district = district if dtype != np.int32 else 90_000 - district
    path = write_raster(tmp_path / "d.tif", district, dtype=dtype, **on)
    results = set()
    for workers, seed in ((1, 0), (2, 1), (4, 2), (4, 3)):
        slow_threads(monkeypatch, seed)
        series = series_in(tmp_path, *land, method="auto", **on)
        units = RasterUnits(series, RasterInput(path, "d", nodata=(0, 7)), Notes())
        combinations = CombinationCounter(series, units.strata)
        census = count_series(
            series, all_periods(2), [combinations], workers=workers, cells=16 * 37, units=units
        )
        table = combinations.table
        sums = [tally.hectares for tally in census.dates.common]
        sums += [table.strata, table.classes, table.cells, table.hectares, census.cube.hectares[0]]
        parts = [(name, part.cube.hectares[0].tobytes()) for name, part in census.units]
        results.add((*parts, *(one.tobytes() for one in sums), *units.strata.sorted_values))
    assert len(results) == 1


def test_a_raster_of_strata_is_decoded_once_though_it_is_one_block(tmp_path, monkeypatch):
    series = series_in(tmp_path, *[np.ones((64, 64))] * 2, options=("BLOCKYSIZE=1",))
    cells = np.arange(64 * 64).reshape(64, 64) // 1000
    district = write_raster(tmp_path / "d.tif", cells, options=("BLOCKYSIZE=64",))
    strata = RasterStrata(series.align_raster(RasterInput(district, "districts"), Notes()))
    opened = []
    original = scan_module.SharedRasterReader
    monkeypatch.setattr(
        scan_module,
        "SharedRasterReader",
        lambda raster: opened.append(raster.label) or original(raster),
    )
    table = combined(series, strata, cells=256, workers=4)
    assert opened == ["districts"]
    assert cells_by_stratum(table) == {1: 1000, 2: 1000, 3: 1000, 4: 1000, 5: 96}
