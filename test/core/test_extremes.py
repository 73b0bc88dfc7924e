"""The extremes of a raster of values, and in which cells, against a sort of all cells."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.scan import scan
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.zonal_statistics import Extremes, Measured, by_class
from carbon_zones.test.core.support import examples, memory_folder
from carbon_zones.test.helpers import ORIGIN, write_raster


@examples(40)
@given(seed=st.integers(0, 2**31), kind=st.sampled_from(["i2", "f4"]), cells=st.sampled_from([40]))
def test_in_blocks_as_in_all_cells(seed, kind, cells):
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(2, 25, 2))
    land = rng.choice([0, 1, 2], shape)
    land.flat[:2] = 1, 2
    values = rng.choice([-9999, -7, 3, 4, 50, 51, 900], shape).astype(kind)
    values.flat[:2] = 3
    if kind == "f4":
        values[rng.random(shape) < 0.2] = rng.choice([np.nan, np.inf])
        values.flat[:2] = 3
    with memory_folder() as folder:
        write_raster(f"{folder}/land.tif", land, nodata=0)
        write_raster(f"{folder}/values.tif", values, dtype=kind, nodata=4)
        series = open_series([RasterInput(f"{folder}/land.tif", "land")], "planimetric")
        source = RasterInput(f"{folder}/values.tif", "v", nodata=(-9999.0,))
        measured = Measured(series, source, by_class, Notes())
        count(series, [], [measured], cells=cells)
        for asked in (None, [1]):
            found = Extremes(measured, 0, asked, -5, 50)
            scan(series, [found], cells=cells)
            is_land = land > 0
            if asked:
                is_land = land == series.classes[1].value
            held = Counter(values[is_land & ~np.isin(values, (-9999, 4))].tolist())
            held = Counter({n: times for n, times in held.items() if n == n})
            numbers = sorted(held)
            assert found.cells == {n: held[n] for n in numbers[:2] + numbers[-2:]}
            assert found.ends == [numbers[0], numbers[-1]]
            beyond = sum(times for n, times in held.items() if not -5 <= n <= 50)
            assert found.beyond == beyond


def test_a_number_is_written_in_the_digits_of_its_type(tmp_path):
    least = np.finfo("f4").min
    for kind, number, text in (
        ("f4", float(least), "-3.4028235e+38"),
        ("f4", float(np.float32(0.1)), "0.1"),
        ("f8", -9999.0, "-9999"),
        ("i2", -32768, "-32768"),
    ):
        land = write_raster(tmp_path / "land.tif", [[1]])
        series = open_series([RasterInput(land, "land")], "planimetric")
        source = RasterInput(write_raster(tmp_path / "v.tif", [[1]], dtype=kind), "v")
        assert Extremes(Measured(series, source, by_class, Notes())).written(number) == text


def test_what_lies_beyond_the_edge_has_no_number(tmp_path):
    """It is read as 0, and not told by its value."""
    land = write_raster(tmp_path / "land.tif", [[1, 1, 1, 1]])
    there = (ORIGIN[0] + 60, ORIGIN[1])
    values = write_raster(tmp_path / "values.tif", [[7, 9]], dtype="f4", origin=there)
    series = open_series([RasterInput(land, "land")], "planimetric")
    found = Extremes(Measured(series, RasterInput(values, "v"), by_class, Notes()))
    scan(series, [found])
    assert found.cells == {7: 1, 9: 1}
