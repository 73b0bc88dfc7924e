"""The mask of a run against plain loops: only cells whose centre lies inside a polygon count."""

import os
from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.raster.reader import MASKED_CODE
from carbon_zones.core.raster.source import RasterInput, inspect_raster
from carbon_zones.core.results.results import audit_rows, date_checks
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scan.strata import PolygonStrata, RasterStrata
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
)
from carbon_zones.test.core.test_cell_raster import Strata, TimesChanged, times_changed
from carbon_zones.test.helpers import read_raster, write_raster


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
    told = [text for text in texts(census.notes.notices) if text.startswith("MASK 'mines'")]
    assert_says(told, (f": {masked:,} cells ({hectares:,.2f} ha) outside the mask are excluded",))


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
