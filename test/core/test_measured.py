"""Values of a raster by class: how they are counted, and how cut.

On any grid, scaled, and with holes: test_chronosequence.py.
"""

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.zonal_statistics import ZonalStatistics, class_kinds
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.helpers import write_raster

CLASSES = [LandClass(v, f"c{v}", f"C{v}", "sink") for v in (1, 2, 3)]
NODATA = 255


def measured(land, values: RasterInput, cells: int = 200, workers: int = 2):
    """The moments by class key; the pass cut into small blocks."""
    source = RasterInput(str(land), "land", nodata=(NODATA,))
    series = open_series([source], "planimetric", [(c.value, c) for c in CLASSES])
    consumer = ZonalStatistics(series, values, class_kinds, Notes())
    count_series(series, [], [consumer], cells=cells, workers=workers)
    held = {series.classes[n].key: moments for (n,), moments in consumer.moments.items()}
    return {key: (m.cells, m.cells_without_value, m.statistics) for key, m in held.items()}


def assert_same(found, expected):
    assert found.keys() == expected.keys()
    for key, (cells, without, numbers) in expected.items():
        assert found[key][:2] == (cells, without)
        for one, number in zip(found[key][2], numbers):
            assert one is number is None or one == pytest.approx(number, rel=1e-9, abs=1e-9)


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
    ways = [measured(tmp_path / "land.tif", source, *w) for w in ((50, 3), (50, 1), (1 << 20, 1))]
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
    consumer = ZonalStatistics(series, source, class_kinds, Notes())
    count_series(series, [], [consumer], cells=4, workers=1)
    means = {series.classes[n].value: moments.mean for (n,), moments in consumer.moments.items()}
    assert means == {4: 40, 7: 70, 9: 90}
