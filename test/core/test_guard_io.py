"""Each block of each input is decoded once, and nothing is written twice.

What is counted are bytes and cells, never seconds: a faster or slower machine changes nothing.
"""

from collections import Counter

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.raster.geotiff import CREATION_OPTIONS
from carbon_zones.test.core.accounting import (
    accounted,
    assert_once,
    gdal_cache,
    needs_proc,
    noise,
    run_count,
    size_of,
)
from carbon_zones.test.helpers import write_raster

pytestmark = [needs_proc, pytest.mark.slow]


@pytest.fixture(scope="module")
def rasters(tmp_path_factory):
    """Paths of noise by layout and date, made when they are first asked for."""
    folder = tmp_path_factory.mktemp("noise")
    made: dict = {}

    def paths(*layouts):
        for place in enumerate(layouts):
            if place not in made:
                date, layout = place
                made[place] = noise(folder / f"{layout} {date}.tif", layout, date)
        return [made[place] for place in enumerate(layouts)]

    # What Python, numpy and PROJ read when they are used for the first time is no raster.
    small = [write_raster(folder / f"small{n}.tif", np.ones((9, 9))) for n in range(2)]
    run_count(small, folder / "out.tif")
    # GDAL's own measure goes by the memory of the machine.
    with gdal_cache(200_000_000):
        yield paths


ALIKE = ["tiles of 256", "tiles of 512", "strips of 1", "strips of 8"]
LARGE = ["tiles of 2048", "strips of 1000", "one block"]  # blocks larger than a piece of the pass
MIXED = [
    ("tiles of 256", "strips of 1"),
    ("strips of 8", "tiles of 256"),
    ("tiles of 512", "strips of 8"),  # a row of these tiles is more than a piece holds
    ("tiles of 256", "tiles of 512"),
    ("tiles of 256", "tiles of 384"),  # they end together only every 768 cells
    ("tiles of 256", "one block"),
]
PAIRS = [(layout, layout) for layout in ALIKE + LARGE] + MIXED


@pytest.mark.parametrize("layouts", [*PAIRS, ["tiles of 256"] * 4, ALIKE], ids=" + ".join)
def test_counting_reads_each_file_once(rasters, layouts):
    paths = rasters(*layouts)
    with accounted() as account:
        run_count(paths)
    assert_once(account.read, size_of(*paths))
    assert account.written < 1000


# Where GDAL keeps no block: what is written twice would come to the file once from a larger cache.
UNCACHED = [
    ["tiles of 256"] * 2,
    ["tiles of 512"] * 2,
    ["tiles of 256", "strips of 1"],
    ["strips of 8"] * 2,  # pieces that would end amid the tiles of the output
]


@pytest.mark.parametrize(
    ("layouts", "cache"),
    [(layouts, 200_000_000) for layouts in PAIRS] + [(layouts, 300_000) for layouts in UNCACHED],
)
def test_a_raster_is_written_once_while_counting(rasters, tmp_path, layouts, cache):
    """That it holds nothing but its blocks.

    A block that is written again and has become larger goes to the end, and leaves a hole.
    """
    paths, out, copy = rasters(*layouts), tmp_path / "out.tif", tmp_path / "copy.tif"
    with gdal_cache(cache), accounted() as account:
        run_count(paths, out)
    assert_once(account.read, size_of(*paths))
    assert_once(account.written, size_of(out))
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.Translate(str(copy), str(out), creationOptions=list(CREATION_OPTIONS))
    assert size_of(out) <= size_of(copy) * 1.01


# GDAL hands each request that comes to such a raster to the function, whole and uncached.
TELLING = """<VRTDataset rasterXSize="{width}" rasterYSize="{height}">
  <GeoTransform>600000, 30, 0, 4400000, 0, -30</GeoTransform>
  <VRTRasterBand dataType="Byte" band="1" subClass="VRTDerivedRasterBand">
    <PixelFunctionLanguage>Python</PixelFunctionLanguage>
    <PixelFunctionType>tell</PixelFunctionType>
    <PixelFunctionCode><![CDATA[
import os
def tell(in_ar, out_ar, column, row, width, height, *others, **more):
    file = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, b"%d %d %d %d\\n" % (column, row, width, height))
    os.close(file)
    out_ar[:] = 1 + row % 5
    ]]></PixelFunctionCode>
  </VRTRasterBand>
</VRTDataset>
"""


@pytest.fixture
def telling(tmp_path, monkeypatch):
    """Two rasters that tell which cells are asked for, and how often they were asked so far."""
    width, height = 3000, 1900

    def asked(date: int) -> np.ndarray:
        times = np.zeros((height, width), int)
        for line in (tmp_path / f"log{date}").read_text().splitlines():
            column, row, columns, rows = map(int, line.split())
            times[row : row + rows, column : column + columns] += 1
        return times

    paths = []
    for date in range(2):
        path = tmp_path / f"date{date}.vrt"
        log = str(tmp_path / f"log{date}")
        path.write_text(TELLING.format(width=width, height=height, log=log))
        paths.append(path)
    gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", "YES")
    yield paths, asked
    gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", None)


@pytest.mark.parametrize("with_raster", [False, True], ids=["count", "count and raster"])
def test_each_cell_of_each_date_is_asked_for_once(telling, tmp_path, with_raster):
    paths, asked = telling
    census = run_count(paths, tmp_path / "out.tif" if with_raster else None)
    assert census.valid_cells == 3000 * 1900
    for date in range(2):
        assert Counter(asked(date).ravel().tolist()) == {1: 3000 * 1900}
