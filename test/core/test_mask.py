"""The mask of a run against plain loops: only cells whose centre lies inside a polygon count.
Strata: polygons and rasters against plain loops, and a count that they do not change. Rasters
of what cells hold at all dates; against a plain loop over cells in test_mask.py."""

import os
import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.raster.reader import MASKED_CODE
from carbon_zones.core.raster.source import RasterInput, inspect_raster
from carbon_zones.core.results.results import audit_rows, date_checks
from carbon_zones.core.scan import scan as scan_module
from carbon_zones.core.scan.cell_raster import CellRaster, ClassPairRaster
from carbon_zones.core.scan.consumer import BlockConsumer, RasterWriter
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scan.strata import PolygonStrata, RasterStrata
from carbon_zones.test.core import strategies
from carbon_zones.test.core.passes import (
    PART,
    all_periods,
    count_case,
    histories,
    open_case,
    polygons,
    polygons_on_land,
    strata_by_loop,
    tally_of_combinations,
    wkb,
)
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import (
    OUT_OF_MASK,
    Expected,
    assert_says,
    examples,
    inputs,
    memory_folder,
    own_key,
    series_in,
    share,
    tally_of_codes,
    tally_of_pairs,
    texts,
    words,
    writing,
)
from carbon_zones.test.helpers import brought, read_raster, write_raster


def mask_of(grid: Grid, drawn) -> CellMask:
    return CellMask((wkb(grid, rings) for _, rings in drawn), grid, "MASK 'mines'")


def rectangle(left: float, top: float, right: float, bottom: float) -> tuple:
    """A polygon by its columns and rows; numbers of cells, fractions too."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return 1, [[(round(x * PART), round(y * PART)) for x, y in corners]]


@pytest.mark.parametrize("place", ["metres", "degrees"])
@pytest.mark.parametrize("units", ["none", "polygons", "raster"])
def test_counts_equal_a_plain_double_loop(tmp_path_factory, place, units):
    ways = Counter()

    @examples(80)
    @given(case=cases(most_dates=3), data=st.data())
    def check(case, data):
        out = tmp_path_factory.mktemp("rasters")
        window = case.window
        with memory_folder() as folder, Drafts() as drafts:
            series = open_case(case, folder, place)
            drawn = data.draw(polygons_on_land(series.grid))
            places = strata_by_loop(window, drawn)
            assume(not any(cell is None for row in places for cell in row))
            inside = [[times > 0 for _, times in row] for row in places]
            series.mask = mask_of(series.grid, drawn)
            strata, of_cells = _units(units, series, data, folder, case)
            assume(of_cells is not None)
            kept = [[k if ok else None for k, ok in zip(*r)] for r in zip(histories(case), inside)]
            combinations = CombinationCounter(series, strata)
            writer = RasterWriter(series, drafts)
            times = TimesChanged(writer, out / "times.tif")
            rasters = [times] if strata is None else [times, Strata(writer, out / "strata.tif")]
            if not any(keys for row in kept for keys in row):
                some = any(ok for row in inside for ok in row)
                ways["no valid cell" if some else "nothing inside"] += 1
                wanted = "no cell is valid at all dates" if some else "no cell centre falls inside"
                with pytest.raises(DataError, match=wanted):
                    count_case(case, series, rasters, strata)
                return
            census = count_case(case, series, [combinations, *rasters], strata)
            drafts.commit_drafts()
        ways["some" if not all(map(all, inside)) else "all"] += 1
        _assert_counted(case, series, census, inside)
        expected = Counter(
            (unit, keys)
            for own, row in zip(of_cells, kept)
            for unit, keys in zip(own, row)
            if keys is not None
        )
        found = tally_of_combinations(combinations.table, series.classes)
        if units == "raster":
            values = dict(enumerate([None, *strata.sorted_values]))
            found = {(values[n], keys): cells for (n, keys), cells in found.items()}
            # No value that stands outside the mask alone is a unit.
            seen = {u for o, ok in zip(of_cells, inside) for u, yes in zip(o, ok) if yes}
            assert set(strata.sorted_values) == seen - {None}
        assert found == expected
        wanted = [[255 if keys is None else times_changed(keys) for keys in row] for row in kept]
        assert read_raster(out / "times.tif").tolist() == wanted
        if units == "polygons":
            wanted = [[-1 if k is None else u for u, k in zip(*r)] for r in zip(of_cells, kept)]
            assert read_raster(out / "strata.tif").tolist() == wanted

    check()
    assert ways["some"] > share(3)


def _units(kind: str, series, data, folder, case):
    """The strata of a run, and each cell's; None where a centre lies on an edge."""
    window = case.window
    if kind == "none":
        return None, [[0] * window.width] * window.height
    if kind == "polygons":
        drawn = data.draw(polygons(series.grid))
        places = strata_by_loop(window, drawn)
        if any(cell is None for row in places for cell in row):
            return None, None
        polygon_wkb = [(n, wkb(series.grid, rings)) for n, rings in drawn]
        return PolygonStrata(polygon_wkb, series.grid), [[n for n, _ in row] for row in places]
    # Units of all types, their values anywhere.
    date = data.draw(cases(most_dates=2)).dates[0]
    shape = case.dates[0].values.shape
    date.values = np.resize(date.values, shape)
    cell = series.grid.cell_width
    path = write_raster(
        f"{folder}/units.tif",
        date.values,
        dtype=date.values.dtype,
        nodata=date.declared,
        cell=(cell, cell),
        origin=(series.grid.transform[0], series.grid.transform[3]),
        epsg=32649 if cell > 1 else 4326,
    )
    source = RasterInput(path, "units", nodata=date.further)
    return RasterStrata(series.align_raster(source, Notes())), date.keys(window, {})


def _assert_counted(case, series, census, inside):
    """Every date by itself, the pairs of dates, and the rows of AUDIT."""
    masked = sum(not ok for row in inside for ok in row)
    dates = [
        [
            [key if ok else None for key, ok in zip(*rows)]
            for rows in zip(d.keys(case.window, {}), inside)
        ]
        for d in case.dates
    ]
    n = len(case.dates)
    expected = Expected(dates, [(a, b) for a in range(n) for b in range(a + 1, n)])
    for own in expected.own:
        own[OUT_OF_MASK] = masked
        own[None] -= masked
    classes = series.classes
    # No value that stands outside the mask alone is a class.
    held = {key for own in expected.own for key in own} - {None, OUT_OF_MASK}
    assert {own_key(c) for c in classes} == held
    own = [tally_of_codes(tally, classes) for tally in census.dates.own]
    assert own == [+tally for tally in expected.own]
    assert [tally_of_codes(c, classes) for c in census.dates.common] == expected.common
    assert [tally_of_pairs(m, classes) for m in census.cube.cells] == expected.pairs
    assert (census.valid_cells, census.excluded_cells) == (expected.valid, expected.excluded)
    for row, date in zip(audit_rows(series, census), expected.own):
        assert row["masked_cells"] == masked
        assert row["nodata_cells"] == date[None]
        parts = ("valid_cells", "nodata_cells", "outside_cells", "masked_cells")
        assert sum(row[part] for part in parts) == row["grid_cells"] == case.window.cell_count
    checks = date_checks(series.dates, census.dates, series.window.cell_count)
    assert all(check.is_met for check in checks)
    hectares = census.dates.own[0].hectares[MASKED_CODE]
    messages = [text for text in texts(census.notes.notices) if text.startswith("MASK 'mines'")]
    assert_says(
        messages, (f": {masked:,} cells ({hectares:,.2f} ha) outside the mask are excluded",)
    )


def made(folder):
    folder.mkdir()
    return folder


def test_hectares_are_those_of_the_cells_inside(tmp_path):
    """In degrees, where the rows' cells differ, and on a stretched projection, where all do."""
    for epsg, origin, cell in ((4326, (112.0, 40.0), 0.5), (32649, (300_000.0, 4_400_000.0), 9e3)):
        values = np.arange(20 * 30).reshape(20, 30) + 1  # every cell a class
        on = {"dtype": np.int32, "epsg": epsg, "origin": origin, "cell": (cell, cell)}
        plain, cut = (
            series_in(folder, values, method="ellipsoidal", **on)
            for folder in (tmp_path, made(tmp_path / f"cut_{epsg}"))
        )
        cut.mask = mask_of(cut.grid, [rectangle(3.2, 4.2, 11.2, 8.2), rectangle(0, 15.1, 30, 17.1)])
        whole = count_series(plain, [], cells=90).dates.own[0].hectares
        census = count_series(cut, [], cells=90)
        own = census.dates.own[0].hectares
        inside = np.zeros((20, 30), bool)
        inside[4:8, 3:11] = inside[15:17] = True
        assert inside.sum() == census.valid_cells == 92
        areas = dict(zip((c.value for c in plain.classes), whole[MASKED_CODE + 1 :]))
        for land_class, hectares in zip(cut.classes, own[MASKED_CODE + 1 :]):
            assert hectares == pytest.approx(areas[land_class.value], rel=1e-12)
        masked = sum(areas[value] for value in values[~inside].tolist())
        assert own[MASKED_CODE] == pytest.approx(masked, rel=1e-12)
        assert census.excluded_area_ha == pytest.approx(masked, rel=1e-12)


@pytest.mark.parametrize("cells", [1 << 20, 40, 7])
def test_what_stands_outside_the_mask_does_not_matter(tmp_path, cells):
    """Neither fractions nor values too large, nor more of them than there may be classes."""
    odd = np.arange(40 * 60, dtype=float).reshape(40, 60) + 0.5
    odd[0] = np.nan
    odd[1] = 1e300
    odd[10:20, 20:40] = 3
    odd[12, 25] = np.nan
    good = np.full((40, 60), 2)
    paths = [
        write_raster(tmp_path / "a.tif", odd, dtype=np.float64),
        write_raster(tmp_path / "b.tif", good),
    ]
    series = open_series(inputs(*paths), "planimetric")
    series.mask = mask_of(series.grid, [rectangle(20, 10, 40, 20)])
    census = count_series(series, all_periods(2), cells=cells)
    assert [(c.value, c.name) for c in series.classes] == [(2, "2"), (3, "3")]
    assert census.valid_cells == 199
    assert [int(own.cells[MASKED_CODE]) for own in census.dates.own] == [2200, 2200]


def test_values_in_a_band_of_units_outside_the_mask_are_no_units(tmp_path):
    odd = np.full((10, 10), 0.5)
    odd[2:5, 2:5] = 7
    units = write_raster(tmp_path / "units.tif", odd, dtype=np.float32)
    series = series_in(tmp_path, np.ones((10, 10)))
    series.mask = mask_of(series.grid, [rectangle(2, 2, 5, 5)])
    strata = RasterStrata(inspect_raster(RasterInput(units, "units")))
    count_series(series, [], strata=strata)
    assert strata.sorted_values == [7]


def test_blocks_outside_the_mask_are_not_read(tmp_path):
    cells = np.random.default_rng(1).integers(1, 9, (400, 300))
    path = write_raster(tmp_path / "cut.tif", cells, options=("BLOCKYSIZE=10",))
    with open(path, "r+b") as file:
        file.truncate(os.path.getsize(path) // 2)
    series = open_series(inputs(path), "planimetric")
    series.mask = mask_of(series.grid, [rectangle(0, 5, 300, 100)])
    assert count_series(series, [], cells=3000).valid_cells == 95 * 300
    series = open_series(inputs(path), "planimetric")
    with pytest.raises(DataError, match="cannot be read"):
        count_series(series, [], cells=3000)


@pytest.mark.parametrize("cells", [1 << 20, 50])
def test_overlaps_of_units_count_inside_the_mask_only(tmp_path, cells):
    series = series_in(tmp_path, np.ones((20, 20)))
    series.mask = mask_of(series.grid, [rectangle(0, 3, 12, 20)])
    units = [(1, rectangle(2, 2, 10, 10)[1]), (2, rectangle(8, 0, 16, 6)[1])]
    strata = PolygonStrata([(n, wkb(series.grid, rings)) for n, rings in units], series.grid)
    count_series(series, [], strata=strata, cells=cells)
    assert strata.overlapping == 2 * 3


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


SPAN = Period(0, 1, "1986-2018")


class TimesChanged(CellRaster):
    def __init__(self, writer: RasterWriter, path):
        super().__init__(
            writer.create_geotiff(path, SPAN, "Number of class changes", np.uint8, 255)
        )

    def compute_values(self, block):
        changes = [one != other for one, other in zip(block.codes, block.codes[1:])]
        return np.add.reduce(changes, dtype=np.uint8)


class Strata(CellRaster):
    def __init__(self, writer: RasterWriter, path):
        super().__init__(writer.create_geotiff(path, SPAN, "Strata", np.int32, -1))

    def compute_values(self, block):
        return block.strata.astype(np.int32)


def times_changed(keys) -> int:
    return sum(one != other for one, other in zip(keys, keys[1:]))


class SomeCells(BlockConsumer):
    """Whether values of some cells are those that all cells have."""

    def process_block(self, block):
        values = np.arange(block.cells.size)
        cells = np.random.default_rng(1).integers(0, block.window.cell_count, 50)
        return (block.cell_values(values, cells) == block.expand_to_cells(values).flat[cells]).all()

    def merge_block(self, window, part):
        assert part


@pytest.mark.parametrize("epsg", [32649, 4326])
@pytest.mark.parametrize("is_noise", [False, True])
def test_values_of_some_cells_are_those_of_all(tmp_path, epsg, is_noise):
    """In runs and cell by cell; where cells differ in area, kinds have an order of their own."""
    cells = np.random.default_rng(3).integers(0, 5, (2, 60, 70))
    if not is_noise:
        cells = np.sort(cells, axis=2)
    place = {"cell": (0.1, 0.1), "origin": (110, 40)} if epsg == 4326 else {}
    series = series_in(tmp_path, *cells, method="auto", nodata=0, epsg=epsg, **place)
    count_series(series, [], [SomeCells()], cells=1000)


def test_a_pair_raster_is_the_case_of_two_dates(tmp_path):
    rng = np.random.default_rng(4)
    bands = np.arange(30).repeat(3)[:, None]
    land = [bands + rng.integers(0, 4, (90, 25)) for _ in range(3)]
    made: list[int] = []

    def table(classes):
        made.append(len(classes))
        values = np.array([c.value for c in classes], np.int32)
        return values[:, None] * 1000 + values

    for workers, cells in ((1, 25), (4, 75), (3, 10**6)):
        series = series_in(tmp_path, *land, nodata=7, options=("BLOCKYSIZE=1",))
        with writing(series) as writer:
            tiff = writer.create_geotiff(
                tmp_path / "pairs.tif", Period(0, 2, "p"), "", np.int32, -5
            )
            raster = ClassPairRaster(Period(0, 2, "p"), tiff, table)
            count_series(series, all_periods(3), [raster], workers=workers, cells=cells)
        out = np.logical_or.reduce([cells == 7 for cells in land])
        wanted = np.where(out, -5, land[0] * 1000 + land[2])
        assert (read_raster(tmp_path / "pairs.tif") == wanted).all()
        if workers == 1:
            # The table is made again when the list has grown, and not for every block.
            assert made == sorted(set(made))
            assert len(made) > 3
