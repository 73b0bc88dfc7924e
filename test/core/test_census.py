"""What became of every cell at each date: the audit against a plain loop over the cells."""

import re
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.base.dates import Date, Period
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.source import RasterInput, RasterLegend
from carbon_zones.core.results.results import audit_rows
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.scan import CELLS_PER_BLOCK
from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scan.series_count import check_named_classes, count_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.defaults import load_shipped_legend
from carbon_zones.test.core.geodesic import cell_hectares
from carbon_zones.test.core.support import (
    examples,
    inputs,
    memory_folder,
    tally_of_codes,
    texts,
    words,
)
from carbon_zones.test.helpers import ORIGIN, wkt, write_raster

PAIR = [Period(0, 1, "a-b")]
DATES = [Date("1990", "a"), Date("", "b")]


def counted(*sources, cells=CELLS_PER_BLOCK, **options):
    """Series, census and audit of a pair."""
    dated = [replace(source, date=date) for source, date in zip(sources, DATES)]
    series = open_series(dated, "planimetric", **options)
    found = count_series(series, PAIR, cells=cells)
    return series, found, audit_rows(series, found)


def tallies(*sources, **options) -> list:
    series, found, _ = counted(*sources, **options)
    return [tally_of_codes(own, series.classes) for own in found.dates.own]


@examples(60)
@given(
    seed=st.integers(0, 10_000),
    shifts=st.tuples(st.integers(-6, 6), st.integers(-6, 6)),
    declared=st.sampled_from([None, 0, 3]),
    ranges=st.sampled_from([(), ((4, 5),), ((-1, 0.5), (6.5, 7.5))]),
    further=st.sampled_from([(), (2,), (2, 9)]),
    at_once=st.sampled_from([9, 60, 10_000]),
    base=st.sampled_from([0, 1]),
)
def test_the_audit_is_what_a_plain_loop_counts(
    seed, shifts, declared, ranges, further, at_once, base
):
    random = np.random.default_rng(seed)
    shape = (11, 13)
    arrays = [random.integers(0, 9, shape) for _ in range(2)]
    origins = [ORIGIN, (ORIGIN[0] + shifts[0] * 30.0, ORIGIN[1] - shifts[1] * 30.0)]
    names = RasterLegend({1: "one", 2: "two", 8: "eight"}, {}, "style")
    with memory_folder() as folder:
        sources = [
            RasterInput(
                write_raster(f"{folder}/{n}.tif", cells, nodata=declared, origin=origin),
                "ab"[n],
                nodata=further,
                nodata_ranges=ranges,
                style=names,
            )
            for n, (cells, origin) in enumerate(zip(arrays, origins))
        ]
        # Every cell of the base, and which cell of each date lies there.
        rows = [dict.fromkeys(("valid", "nodata", "outside", "unlisted"), 0) for _ in arrays]
        common = 0
        for row, column in product(range(shape[0]), range(shape[1])):
            valid = []
            for date, cells in enumerate(arrays):
                sign = 0 if date == base else (1 if base else -1)
                r, c = row + sign * shifts[1], column + sign * shifts[0]
                if not (0 <= r < shape[0] and 0 <= c < shape[1]):
                    rows[date]["outside"] += 1
                    continue
                value = int(cells[r, c])
                inside = any(low <= value <= high for low, high in ranges)
                if value == declared or value in further or inside:
                    rows[date]["nodata"] += 1
                    continue
                rows[date]["valid"] += 1
                rows[date]["unlisted"] += value not in names.names
                valid.append(value)
            common += len(valid) == 2
        if not common:
            with pytest.raises(DataError, match="no cell is valid at all dates"):
                counted(*sources, base=base, cells=at_once)
            return
        _, found, audit = counted(*sources, base=base, cells=at_once)
    for n, (own, told) in enumerate(zip(rows, audit)):
        assert told == {
            "year": DATES[n].year or None,
            "layer": DATES[n].layer,
            "grid_cells": 143,
            "valid_cells": own["valid"],
            "nodata_cells": own["nodata"],
            "outside_cells": own["outside"],
            "unlisted_cells": own["unlisted"],
            "counted_cells": common,
            "grid_ha": pytest.approx(143 * 0.09),
            "counted_ha": pytest.approx(common * 0.09),
            "resampled": n != base and shifts != (0, 0),
            "masked_cells": 0,
        }
    assert (found.valid_cells, found.excluded_cells) == (common, 143 - common)
    # Each value that no name covers is warned of, at each date, with its cells.
    warned = [text for text in texts(found.notes.warnings) if "is treated as a" in text]
    for n, own in enumerate(rows):
        own_words = [text for text in warned if text.startswith("ab"[n])]
        cells = [int(re.search(r"\(cells: (\d+)\)", text)[1]) for text in own_words]
        assert sum(cells) == own["unlisted"]


RANGES = {
    "one value": (((3, 3),), {3}),
    "both ends": (((2, 4),), {2, 3, 4}),
    "open between whole numbers": (((1.5, 2.5),), {2}),
    "without a whole number": (((1.2, 1.8),), set()),
    "two": (((0, 1), (6, 7)), {0, 1, 6, 7}),
    "overlapping": (((1, 3), (2, 5)), {1, 2, 3, 4, 5}),
    "to infinity": (((5, float("inf")),), {5, 6, 7, 8}),
    "from below the type": (((-1e9, 0),), {0}),
}


@pytest.mark.parametrize(("ranges", "gone"), RANGES.values(), ids=RANGES)
@pytest.mark.parametrize("dtype", ["u1", "i2", "i4", "i8", "f4", "f8"])
def test_spans_of_nodata_have_both_ends(tmp_path, ranges, gone, dtype):
    cells = np.arange(9).reshape(3, 3)
    file = write_raster(tmp_path / "a.tif", cells, dtype=dtype)
    source = RasterInput(file, "a", nodata_ranges=ranges)
    wanted = {value: 1 for value in range(9) if value not in gone}
    if gone:
        wanted[None] = len(gone)
    assert tallies(source, source) == [wanted, wanted]


@pytest.mark.parametrize("dtype", ["u1", "i2", "i4", "f4", "f8"])
def test_a_declared_value_that_is_unticked_is_a_class(tmp_path, dtype):
    file = write_raster(tmp_path / "a.tif", [[0, 1, 2]], dtype=dtype, nodata=0)
    ticked = RasterInput(file, "a")
    unticked = RasterInput(file, "b", use_declared_nodata=False)
    assert tallies(ticked, unticked) == [{None: 1, 1: 1, 2: 1}, {0: 1, 1: 1, 2: 1}]
    # Further values still count, and may be the declared one.
    again = RasterInput(file, "c", use_declared_nodata=False, nodata=(0, 2))
    assert tallies(unticked, again)[1] == {None: 2, 1: 1}


def test_cells_without_an_area_are_refused(tmp_path):
    # What happens to metres under a reference system in degrees.
    sources = [
        RasterInput(write_raster(tmp_path / f"{name}.tif", [[1, 2]], epsg=4326), name)
        for name in "ab"
    ]
    with pytest.raises(DataError, match=words("all cells lie beyond the poles", "WGS 84")):
        count_series(open_series(sources, "auto"), PAIR)


@pytest.mark.parametrize("dtype", ["u1", "f4"])
@pytest.mark.parametrize("top", [91.3, 91.0, 90.7, 90.5, 90.25, 90.2, 90.0, -88.4, -88.75, -89.0])
@pytest.mark.parametrize("at_once", [4, 10_000])
def test_cells_beyond_90_degrees_are_outside_and_counted(tmp_path, dtype, top, at_once):
    """By the latitudes of their centres; half a row that reaches across the pole stays."""
    latitudes = top - 0.5 * (np.arange(6) + 0.5)
    beyond = np.abs(latitudes) > 90
    values = np.random.default_rng(3).integers(1, 4, (6, 4)).astype(dtype)
    if dtype == "f4":
        values[beyond] = 0.5  # nobody reads a class there
    place = {"epsg": 4326, "origin": (10.0, top), "cell": (0.5, 0.5), "dtype": dtype}
    sources = [RasterInput(write_raster(tmp_path / f"{n}.tif", values, **place), n) for n in "ab"]
    series = open_series(sources, "auto")
    census = count_series(series, PAIR, cells=at_once)
    (row, _) = audit_rows(series, census)
    cells = [row[f"{kind}_cells"] for kind in ("grid", "valid", "nodata", "outside", "counted")]
    out = int(beyond.sum()) * 4
    assert cells == [24, 24 - out, 0, out, 24 - out]
    edges = [(max(y - 0.25, -90), min(y + 0.25, 90)) for y in latitudes[~beyond]]
    hectares = sum(4 * cell_hectares(wkt(4326), 10, high, 10.5, low) for low, high in edges)
    assert row["counted_ha"] == pytest.approx(hectares, rel=1e-7)
    told = [text for text in texts(series.notes.warnings) if "beyond 90° latitude" in text]
    assert len(told) == bool(out)
    for text in told:
        assert text.startswith(f"{out} cells beyond 90° latitude in WGS 84 are excluded")


def told_alike(series: Series) -> list[str]:
    notes = count_series(series, []).notes
    return [text for text in texts(notes.warnings) if "identical in all cells" in text]


def test_dates_whose_cells_are_all_alike_are_a_warning(tmp_path):
    """Each beside the first that is like it; one cell more or less makes a difference."""
    first = np.random.default_rng(1).integers(0, 4, (150, 100))
    other, without = first.copy(), first.copy()
    other[149, 99] = 3 - first[149, 99]
    without[0, 0] = 0 if first[0, 0] else 1
    dates = {"1990": first, "2000": other, "2010": first, "2015": without, "2020": first}
    paths = [write_raster(tmp_path / f"lu_{y}.tif", cells, nodata=0) for y, cells in dates.items()]
    assert told_alike(open_series(inputs(*paths), "planimetric")) == [
        f"lu_1990 and lu_{year} are identical in all cells; check whether the same map was used "
        "for both dates."
        for year in (2010, 2020)
    ]
    assert told_alike(open_series(inputs(*paths[:2], paths[3]), "planimetric")) == []


def test_a_mask_an_extent_or_few_cells_may_well_be_alike(tmp_path):
    for rows, told in ((100, 1), (99, 0)):
        land = np.full((rows, 100), 2)
        paths = [write_raster(tmp_path / f"lu_{year}.tif", land) for year in (1990, 2000)]
        assert len(told_alike(open_series(inputs(*paths), "planimetric"))) == told
    land = np.full((200, 100), 2)
    paths = [write_raster(tmp_path / f"lu_{year}.tif", land) for year in (1990, 2000)]
    (x, y), size = ORIGIN, 30.0
    extent = (x, y - 199 * size, x + 100 * size, y)
    assert told_alike(open_series(inputs(*paths), "planimetric", extent=extent)) == []
    series = open_series(inputs(*paths), "planimetric")
    everywhere = ogr.CreateGeometryFromWkt("POLYGON ((0 0, 0 1e7, 1e7 1e7, 1e7 0, 0 0))")
    series.mask = CellMask([bytes(everywhere.ExportToWkb())], series.grid, "m")
    assert told_alike(series) == []


@examples(40)
@given(
    one=st.lists(st.integers(0, 5), min_size=8, max_size=8),
    other=st.lists(st.integers(0, 5), min_size=8, max_size=8),
    named=st.sets(st.integers(0, 5), min_size=1),
    given=st.sets(st.integers(0, 5), max_size=2),
)
def test_every_value_of_land_that_counts_has_a_name_or_is_told(one, other, named, given):
    """Land that is no data at the other date does not count, and may hold anything."""
    counting = [pair for pair in zip(one, other) if not given & set(pair)]
    lacking = sorted({value for pair in counting for value in pair} - named)
    if not counting or not named & {value for pair in counting for value in pair}:
        return
    with memory_folder() as folder:
        sources = [
            RasterInput(write_raster(f"{folder}/{name}.tif", [cells]), name, nodata=(*given,))
            for name, cells in (("a", one), ("b", other))
        ]
        entries = [(value, LandClass(value, f"c{value}", f"C{value}")) for value in sorted(named)]
        series, census, _ = counted(*sources, class_entries=entries)
        check_named_classes(series, census)
        said = ""
        try:
            check_named_classes(series, census, every=True)
        except DataError as error:
            said = str(error)
    shown = ", ".join(map(str, lacking))
    assert bool(said) == bool(lacking)
    assert not lacking or f"unclassified values {shown} in the analysed area" in said


def test_the_classes_of_a_shipped_legend_are_listed_though_no_layer_names_them(tmp_path):
    file = write_raster(tmp_path / "a.tif", [[1, 5, 11, 12]])
    sources = RasterInput(file, "a"), RasterInput(file, "b")
    _, _, audit = counted(*sources, shipped=load_shipped_legend("coal_mine"))
    assert [row["unlisted_cells"] for row in audit] == [1, 1]
