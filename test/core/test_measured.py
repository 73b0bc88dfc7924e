"""Values of a raster by class against a plain loop over cells, on other grids too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.measured import Measured, by_class
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.support import examples, memory_folder
from carbon_zones.test.helpers import ORIGIN, write_raster

CLASSES = [LandClass(v, f"c{v}", f"C{v}", "sink") for v in (1, 2, 3)]
NODATA = 255


def measured(land, values: RasterInput, cells: int = 200, workers: int = 2):
    """The moments by class key; the pass cut into small blocks."""
    source = RasterInput(str(land), "land", nodata=(NODATA,))
    series = open_series([source], "planimetric", [(c.value, c) for c in CLASSES])
    consumer = Measured.on(series, values, by_class, Notes())
    count(series, [], [consumer], cells=cells, workers=workers)
    held = {series.classes[n].key: moments for (n,), moments in consumer.moments.items()}
    return {
        key: (moments.cells, moments.without_value, moments.statistics)
        for key, moments in held.items()
    }


def by_loop(land: np.ndarray, at, scale: float = 1.0, offset: float = 0.0):
    """The same by a loop; `at` gives the value of the cell in a row and column, None for none."""
    held: dict[int, list] = {}
    for row in range(land.shape[0]):
        for column in range(land.shape[1]):
            if land[row, column] != NODATA:
                held.setdefault(int(land[row, column]), []).append(at(row, column))
    found = {}
    for value, read in held.items():
        numbers = [one * scale + offset for one in read if one is not None]
        mean = sd = least = largest = None
        if numbers:
            mean, least, largest = sum(numbers) / len(numbers), min(numbers), max(numbers)
        if len(numbers) > 1:
            sd = (sum((one - mean) ** 2 for one in numbers) / (len(numbers) - 1)) ** 0.5
        found[f"c{value}"] = (len(read), len(read) - len(numbers), (mean, sd, least, largest))
    return found


def assert_same(found, expected):
    assert found.keys() == expected.keys()
    for key, (cells, without, numbers) in expected.items():
        assert found[key][:2] == (cells, without)
        for one, number in zip(found[key][2], numbers):
            assert one is number is None or one == pytest.approx(number, rel=1e-9, abs=1e-9)


@examples(60)
@given(seed=st.integers(0, 2**31), scaled=st.booleans(), kind=st.sampled_from(["i2", "f4", "f8"]))
def test_the_same_grid(seed, scaled, kind):
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(1, 30, 2))
    land = rng.choice([1, 1, 1, 2, 3, NODATA], shape).astype(np.uint8)
    land.flat[0] = 1
    values = (rng.normal(0, 300, shape) + 1e4).astype(kind)
    values[rng.random(shape) < 0.2] = -99
    if kind != "i2":
        values[rng.random(shape) < 0.1] = np.nan
    with memory_folder() as folder:
        write_raster(f"{folder}/land.tif", land)
        write_raster(f"{folder}/values.tif", values, dtype=values.dtype, nodata=-99)
        scale, offset = (0.1, 5.0) if scaled else (1.0, 0.0)
        if scaled:
            with gdal.Open(f"{folder}/values.tif", gdal.GA_Update) as file:
                file.GetRasterBand(1).SetScale(scale)
                file.GetRasterBand(1).SetOffset(offset)
        found = measured(f"{folder}/land.tif", RasterInput(f"{folder}/values.tif", "v"))

    def at(row, column):
        value = float(values[row, column])
        return None if value == -99 or value != value else value

    assert_same(found, by_loop(land, at, scale, offset))


@examples(30)
@given(seed=st.integers(0, 2**31))
def test_coarser_cells_that_lie_elsewhere(seed):
    """A value is that of the coarse cell in which the centre of the land-use cell lies."""
    rng = np.random.default_rng(seed)
    land = rng.choice([1, 2, 3, NODATA], (24, 31)).astype(np.uint8)
    land.flat[0] = 1
    values = rng.normal(100, 20, (9, 8)).astype("f4")
    values[rng.random(values.shape) < 0.2] = -1
    # 7 cells of 30 m, moved by 100 m, so that a part of the land has no value cell.
    origin, size = (ORIGIN[0] + 100, ORIGIN[1] - 50), 210.0
    with memory_folder() as folder:
        write_raster(f"{folder}/land.tif", land)
        write_raster(
            f"{folder}/values.tif", values, dtype="f4", nodata=-1, cell=(size, size), origin=origin
        )
        found = measured(f"{folder}/land.tif", RasterInput(f"{folder}/values.tif", "v"))

    def at(row, column):
        x, y = ORIGIN[0] + (column + 0.5) * 30, ORIGIN[1] - (row + 0.5) * 30
        across, down = (x - origin[0]) // size, (origin[1] - y) // size
        if not (0 <= across < 8 and 0 <= down < 9) or values[int(down), int(across)] == -1:
            return None
        return float(values[int(down), int(across)])

    assert_same(found, by_loop(land, at))


@pytest.mark.parametrize("kind", ["i2", "f4"])
def test_ranges_of_no_data_are_no_values_with_both_ends(tmp_path, kind):
    """As a layer's properties have them; whole numbers are counted, others sorted."""
    land = np.array([[1, 1, 1, 1, 1, 2, 2, 2]], np.uint8)
    values = np.array([[4, 5, 7, 9, 10, 9, 8, -3]], kind)
    write_raster(tmp_path / "land.tif", land)
    write_raster(tmp_path / "v.tif", values, dtype=kind)
    ranges = ((5.0, 9.0), (-np.inf, -3.0))
    source = RasterInput(str(tmp_path / "v.tif"), "v", nodata_ranges=ranges)
    found = measured(tmp_path / "land.tif", source)
    assert_same(found, {"c1": (5, 3, (7, 18**0.5, 4, 10)), "c2": (3, 3, (None,) * 4)})


def test_how_the_cells_are_cut_changes_nothing_but_the_last_digits(tmp_path):
    rng = np.random.default_rng(1)
    land = rng.choice([1, 2, 3], (60, 50)).astype(np.uint8)
    write_raster(tmp_path / "land.tif", land, options=("BLOCKYSIZE=4",))
    values = (rng.normal(0, 1, land.shape) + 1e8).astype("f8")
    write_raster(tmp_path / "v.tif", values, dtype="f8")
    source = RasterInput(str(tmp_path / "v.tif"), "v")
    ways = [
        measured(tmp_path / "land.tif", source, *way) for way in ((50, 3), (50, 1), (1 << 20, 1))
    ]
    assert ways[0] == ways[1]
    for way in ways:
        for n, key in enumerate(("c1", "c2", "c3"), 1):
            assert way[key][2][1] == pytest.approx(values[land == n].std(ddof=1), rel=1e-6)


@pytest.mark.parametrize("scale", [1.0, -0.5])
@pytest.mark.parametrize(
    ("kind", "span", "least"),
    [("i2", 5, -2), ("u2", 300, 40_000), ("i2", 30_000, -15_000), ("u8", 300, 2**63)],
)
def test_whole_numbers_close_together(tmp_path, kind, span, least, scale):
    """Counted one by one: in few places, in many, and in more than 16 bits tell apart."""
    rng = np.random.default_rng(3)
    land = rng.choice([1, 2, 3], (400, 400)).astype(np.uint8)
    values = rng.integers(0, span, land.shape).astype(kind) + np.dtype(kind).type(least)
    seen = rng.random(land.shape) < 0.9
    write_raster(tmp_path / "land.tif", land)
    write_raster(tmp_path / "v.tif", values, dtype=kind)
    with gdal.Open(str(tmp_path / "v.tif"), gdal.GA_Update) as file:
        file.GetRasterBand(1).SetScale(scale)
        file.CreateMaskBand(gdal.GMF_PER_DATASET)
        file.GetRasterBand(1).GetMaskBand().WriteArray(seen * np.uint8(255))
    source = RasterInput(str(tmp_path / "v.tif"), "v")
    found = measured(tmp_path / "land.tif", source, cells=1 << 20)
    for number in (1, 2, 3):
        held = values[(land == number) & seen] * scale
        cells, without, numbers = found[f"c{number}"]
        assert (cells, cells - without) == ((land == number).sum(), held.size)
        expected = held.mean(), held.std(ddof=1), held.min(), held.max()
        assert numbers == pytest.approx(expected, rel=1e-12)


def test_classes_that_nobody_lists_are_told_as_tables_list_them(tmp_path):
    """They are numbered as they turn up, here the largest first."""
    land = np.array([[9, 9, 9, 9], [7, 7, 7, 7], [9, 4, 7, 4]], np.uint8)
    write_raster(tmp_path / "land.tif", land, options=("BLOCKYSIZE=1",))
    write_raster(tmp_path / "v.tif", 10 * land)
    series = open_series([RasterInput(str(tmp_path / "land.tif"), "land")], "planimetric")
    source = RasterInput(str(tmp_path / "v.tif"), "v")
    consumer = Measured.on(series, source, by_class, Notes())
    count(series, [], [consumer], cells=4, workers=1)
    means = {series.classes[n].value: moments.mean for (n,), moments in consumer.moments.items()}
    assert means == {4: 40, 7: 70, 9: 90}
