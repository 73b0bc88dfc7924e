"""Counting takes the memory of a few blocks, however large the rasters are.

The rasters are nearly all missing blocks, which GDAL hands out as zeros: files of a few hundred
kilobytes, 1.6 billion cells. Each count has a process of its own, because the system keeps the peak
of a process for good.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.core.accounting import LAYOUTS, needs_proc
from carbon_zones.test.helpers import wkt, write_raster

pytestmark = needs_proc

LARGE = (40_000, 40_000)

# The peak of what is resident, less what was resident before.
PROGRAM = """
import json, sys
from carbon_zones.test.core.accounting import resident, run_count

small, large, raster = json.loads(sys.argv[1])
run_count(small, raster and raster + ".small.tif", workers=2)
before, _ = resident()
census = run_count(large, raster, workers=2)
_, peak = resident()
print(json.dumps([census.valid_cells, peak - before]))
"""


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


def peak_of(folder, layouts, shape, raster=None, hidden="") -> int:
    """Bytes by which a process that counts such rasters grows."""
    small = [str(write_raster(folder / f"small{n}.tif", np.ones((9, 9)))) for n in range(2)]
    large = [
        sparse(folder / f"date{date}.tif", layout, shape, hidden)
        for date, layout in enumerate(layouts)
    ]
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, json.dumps([small, large, raster])],
        # So much would be kept if blocks were not let go, whatever memory the machine has.
        env={**os.environ, "GDAL_CACHEMAX": "1000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    cells, peak = json.loads(done.stdout)
    assert cells == (3 * 200 * 200 if hidden else shape[0] * shape[1])
    return peak


@pytest.mark.parametrize(
    ("layouts", "most"),
    [
        pytest.param(["strips of 1"] * 2, 60, id="strips of one row"),
        pytest.param(["tiles of 1024"] * 2, 60, id="tiles of 1024"),
        pytest.param(["tiles of 2048"] * 2, 150, id="tiles larger than a piece"),
        pytest.param(["tiles of 256", "strips of 8"], 150, id="tiles and strips"),
        pytest.param(["tiles of 40000 x 512"] * 2, 300, id="tiles as wide as the raster"),
    ],
)
def test_the_peak_is_bounded(tmp_path, layouts, most):
    assert peak_of(tmp_path, layouts, LARGE) <= most * 1_000_000


def test_sixteen_times_the_cells_take_no_more_memory(tmp_path):
    layouts = ["tiles of 256"] * 2
    peak = peak_of(tmp_path, layouts, (10_000, 10_000))
    assert peak <= 60_000_000
    assert peak_of(tmp_path, layouts, LARGE) <= peak * 1.1 + 8_000_000


def test_the_peak_is_bounded_where_a_raster_is_written(tmp_path):
    layouts = ["tiles of 256", "strips of 8"]
    out = str(tmp_path / "out.tif")
    assert peak_of(tmp_path, layouts, (20_000, 10_000), out) <= 150_000_000


@pytest.mark.parametrize("hidden", ["alpha", "mask"])
def test_the_peak_is_bounded_where_cells_are_hidden(tmp_path, hidden):
    assert peak_of(tmp_path, ["tiles of 256"] * 2, (20_000, 20_000), hidden=hidden) <= 100_000_000


SAMPLE_PROGRAM = """
import json, sys
from carbon_zones.test.core.accounting import resident, run_sample

small, large = json.loads(sys.argv[1])
run_sample(small, workers=2)
before, _ = resident()
points = run_sample(large, workers=2)
_, peak = resident()
print(json.dumps([len(points), peak - before]))
"""


def test_a_sample_of_sixteen_times_the_cells_takes_no_more_memory(tmp_path):
    """A class of nearly all cells, and twelve of ten thousand each."""
    peaks = []
    for number, shape in enumerate(((10_000, 10_000), LARGE)):
        small = str(write_raster(tmp_path / "small.tif", np.ones((9, 9))))
        large = sparse(tmp_path / f"large{number}.tif", "tiles of 256", shape)
        done = subprocess.run(
            [sys.executable, "-P", "-c", SAMPLE_PROGRAM, json.dumps([small, large])],
            env={**os.environ, "GDAL_CACHEMAX": "1000"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        points, peak = json.loads(done.stdout)
        assert points == 13 * 40
        peaks.append(peak)
    assert peaks[0] <= 60_000_000
    assert peaks[1] <= peaks[0] * 1.1 + 8_000_000
