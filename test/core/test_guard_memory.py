"""Counting takes the memory of a few blocks, however large the rasters are.

The rasters are nearly all missing blocks, which GDAL hands out as zeros: files of a few hundred
kilobytes, hundreds of millions of cells. What is held are bytes that the program asks for, of numpy
and of GDAL's cache, and blocks that are at work; what the system makes of them, `make bench` tells.
"""

import gc
import tracemalloc
from concurrent.futures import ThreadPoolExecutor, wait

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.raster.reader import RasterReader
from carbon_zones.core.scan import scan as scan_module
from carbon_zones.core.scan.consumer import BlockConsumer
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.accounting import LAYOUTS, gdal_cache, run_count, run_sample
from carbon_zones.test.core.support import inputs
from carbon_zones.test.helpers import wkt, write_raster

pytestmark = pytest.mark.slow

LARGE, SMALL = (40_000, 10_000), (10_000, 2_500)


class OneAtATime(ThreadPoolExecutor):
    """A pool that has done a job before it takes the next: nothing hangs on how threads are run."""

    def __init__(self, workers: int):
        super().__init__(1)

    def submit(self, *job):
        made = super().submit(*job)
        wait([made])
        return made


@pytest.fixture
def peak_of(monkeypatch):
    """Bytes that one worker and what waits to be merged ask for at most: Python's and GDAL's."""
    monkeypatch.setattr(scan_module, "ThreadPoolExecutor", OneAtATime)
    # It is given back at once, and never written to.
    monkeypatch.setattr(scan_module, "retain_freed_memory", lambda: None)
    original = RasterReader.read_window

    def peak(work, *arguments) -> tuple[int, int, object]:
        cached = []

        def read(reader, window):
            found = original(reader, window)
            cached.append(gdal.GetCacheUsed())
            return found

        monkeypatch.setattr(RasterReader, "read_window", read)
        gc.collect()
        # So much would be kept if blocks were not let go, whatever memory the machine has.
        with gdal_cache(1_000_000_000):
            before = gdal.GetCacheUsed()
            tracemalloc.start()
            try:
                made = work(*arguments, workers=2)
                asked = tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()
        return asked, max(cached) - before, made

    return peak


def sparse(path, layout: str, shape: tuple, hidden: str = "") -> str:
    """A raster with cells of noise in three places, and no other block in the file.

    Args:
        hidden: what hides all other cells, 'alpha' or 'mask'.
    """
    width, height = shape
    options = ["SPARSE_OK=TRUE", "COMPRESS=DEFLATE", "BIGTIFF=YES", *LAYOUTS[layout]]
    bands = 1
    if hidden == "alpha":
        bands, options = 2, [*options, "ALPHA=YES"]
    with (
        gdal.ExceptionMgr(useExceptions=True),
        gdal.config_option("GDAL_TIFF_INTERNAL_MASK", "YES"),
    ):
        driver = gdal.GetDriverByName("GTiff")
        dataset = driver.Create(str(path), width, height, bands, gdal.GDT_Byte, options)
        dataset.SetGeoTransform((600_000, 30, 0, 4_400_000, 0, -30))
        dataset.SetProjection(wkt(32649))
        written = [dataset.GetRasterBand(1)]
        if hidden == "mask":
            dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        if hidden:
            written.append(written[0].GetMaskBand())
        cells = np.random.default_rng(1).integers(1, 13, (200, 200), dtype=np.uint8)
        for column, row in ((0, 0), (width // 2, height // 2), (width - 200, height - 200)):
            for band in written:
                band.WriteArray(cells, column, row)
        dataset.Close()
    return str(path)


def dates(folder, layouts, shape, hidden="") -> list[str]:
    return [
        sparse(folder / f"date{date} {shape}.tif", layout, shape, hidden)
        for date, layout in enumerate(layouts)
    ]


@pytest.mark.parametrize(
    ("layouts", "blocks"),
    [
        # What lies in one block of each raster at most, or in whole blocks, is let go at once.
        pytest.param(["strips of 1"] * 2, 0, id="strips of one row"),
        pytest.param(["tiles of 1024"] * 2, 0, id="tiles of 1024"),
        pytest.param(["tiles of 2048"] * 2, 2 * 2048**2, id="tiles larger than a piece"),
        pytest.param(["tiles of 256", "strips of 8"], 40_000 * 256, id="tiles and strips"),
        pytest.param(["tiles of 40000 x 512"] * 2, 2 * 40_000 * 512, id="as wide as the raster"),
    ],
)
def test_no_more_is_asked_for_than_blocks_take(peak_of, tmp_path, layouts, blocks):
    shape = (40_000, 5_000)
    asked, cached, census = peak_of(run_count, dates(tmp_path, layouts, shape))
    assert census.valid_cells == shape[0] * shape[1]
    assert asked <= 8_000_000
    assert blocks <= cached <= blocks * 1.01


@pytest.mark.parametrize("hidden", ["alpha", "mask"])
def test_no_more_is_asked_for_where_cells_are_hidden(peak_of, tmp_path, hidden):
    layers = dates(tmp_path, ["tiles of 256"] * 2, (40_000, 5_000), hidden)
    asked, cached, census = peak_of(run_count, layers)
    assert census.valid_cells == 3 * 200 * 200
    assert asked <= 11_000_000
    assert cached == 0


def test_sixteen_times_the_cells_take_no_more_memory(peak_of, tmp_path):
    layouts = ["tiles of 256"] * 2
    small, large = (peak_of(run_count, dates(tmp_path, layouts, size)) for size in (SMALL, LARGE))
    assert small[1] == large[1] == 0
    assert large[0] <= small[0] * 1.1


def test_four_times_the_rows_take_no_more_memory_where_a_raster_is_written(peak_of, tmp_path):
    layouts = ["tiles of 256", "strips of 8"]
    small, large = (
        peak_of(run_count, dates(tmp_path, layouts, (10_000, rows)), tmp_path / f"{rows}.tif")
        for rows in (2_500, 10_000)
    )
    assert large[0] <= small[0] * 1.1 <= 22_000_000
    assert large[1] == small[1] <= 10_000 * 256 * 1.01


def test_a_sample_of_sixteen_times_the_cells_takes_no_more_memory(peak_of, tmp_path):
    """A class of nearly all cells, and twelve of ten thousand each."""
    peaks = []
    for size in (SMALL, LARGE):
        (layer,) = dates(tmp_path, ["tiles of 256"], size)
        asked, cached, points = peak_of(run_sample, layer)
        assert len(points) == 13 * 40
        assert cached == 0
        peaks.append(asked)
    assert peaks[1] <= peaks[0] * 1.1 <= 9_000_000


class Ahead(BlockConsumer):
    """Sees how many blocks are taken and not merged yet."""

    def __init__(self):
        self.at_once = self.most = 0

    def process_block(self, block):
        self.at_once += 1
        self.most = max(self.most, self.at_once)

    def merge_block(self, window, part):
        self.at_once -= 1


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_blocks_that_wait_to_be_merged_are_few(tmp_path, monkeypatch, workers):
    """Each worker has one, and one more is ready; workers that are faster have to wait."""
    monkeypatch.setattr(scan_module, "ThreadPoolExecutor", OneAtATime)
    layer = write_raster(tmp_path / "date.tif", np.ones((200, 8)), options=LAYOUTS["strips of 1"])
    ahead = Ahead()
    series = open_series(inputs(layer), "planimetric")
    count_series(series, [], [ahead], workers=workers, cells=8)
    assert ahead.at_once == 0
    assert ahead.most == workers + 2
