"""The operating system's own account of a process: what it read and wrote.

Nothing here looks into the engine, so nothing in it can go round it. Noise does not compress, so
that the size of a raster's file is about what has to be read to decode each block once.
"""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.scan.cell_raster import ClassPairRaster
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.sample_pass import draw_stratified_sample
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.support import inputs
from carbon_zones.test.helpers import write_raster

IO = Path("/proc/self/io")
needs_proc = pytest.mark.skipif(
    not os.access(IO, os.R_OK), reason="only Linux accounts for a process in /proc/self/io"
)

# What is read besides cells: headers, once per handle, and their ends being read ahead.
FACTOR, SMALL = 1.1, 1 << 16


def tiled(width: int, height: int | None = None) -> tuple:
    return ("TILED=YES", f"BLOCKXSIZE={width}", f"BLOCKYSIZE={height or width}")


def strips(rows: int) -> tuple:
    return (f"BLOCKYSIZE={rows}",)


LAYOUTS = {
    "tiles of 256": tiled(256),
    "tiles of 384": tiled(384),
    "tiles of 512": tiled(512),
    "tiles of 1024": tiled(1024),
    "tiles of 2048": tiled(2048),
    "strips of 1": strips(1),
    "strips of 8": strips(8),
    "strips of 1000": strips(1000),
    "one block": strips(2000),
    "tiles of 40000 x 512": tiled(40_000, 512),
}


def noise(path, layout: str, seed: int, classes: int = 12) -> str:
    """A raster of noise of so many classes, 3000 x 2000 cells; packing makes it little smaller."""
    cells = np.random.default_rng(seed).integers(1, classes + 1, (2000, 3000), dtype=np.uint8)
    options = ("COMPRESS=DEFLATE", "ZLEVEL=1", *LAYOUTS[layout])
    return write_raster(path, cells, options=options)


def run_count(paths, raster=None, workers: int = 4):
    """Count a series by the core; with a raster, also write the first period's pairs there."""
    series = open_series(inputs(*paths), "planimetric")
    periods = [Period(n, n + 1, f"{n}-{n + 1}") for n in range(len(paths) - 1)]
    if raster is None:
        return count_series(series, periods, workers=workers)
    with Drafts() as drafts:
        writer = RasterWriter(series, drafts)
        tiff = writer.create_geotiff(raster, periods[0], "", np.uint8, 0)
        pairs = ClassPairRaster(periods[0], tiff, _numbered_pairs)
        census = count_series(series, periods, [pairs], workers=workers)
        drafts.commit_drafts()
    return census


def run_sample(path, workers: int = 4):
    """Draw up to 40 cells of each class of a raster by the core."""
    series = open_series(inputs(path), "planimetric")
    found = (
        count_series(series, [], workers=workers).dates.common[0].cells[FIRST_CLASS_CODE:].tolist()
    )
    wanted = [40] * len(found)
    return draw_stratified_sample(series, found, range(len(found)), wanted, 1, workers=workers)


def _numbered_pairs(classes: list) -> np.ndarray:
    """A number of its own, 1 to 255, for nearly every pair of classes: noise again."""
    size = len(classes)
    return (np.arange(size * size) % 255 + 1).astype(np.uint8).reshape(size, size)


@dataclass
class Account:
    """Bytes that went through system calls, from the disk or from its cache alike."""

    read: int = 0
    written: int = 0


@contextmanager
def accounted():
    """The bytes that this process reads and writes within the block, all its threads together."""
    gc.collect()  # what was left open elsewhere is not written within
    account, before = Account(), _totals()
    yield account
    after = _totals()
    account.read, account.written = (b - a for a, b in zip(before, after))


def _totals() -> tuple[int, int]:
    found = dict(line.split(": ") for line in IO.read_text().splitlines())
    return int(found["rchar"]), int(found["wchar"])


@contextmanager
def gdal_cache(size: int):
    """Let GDAL keep so many bytes of blocks."""
    before = gdal.GetCacheMax()
    gdal.SetCacheMax(size)
    try:
        yield
    finally:
        gdal.SetCacheMax(before)


def size_of(*paths) -> int:
    return sum(os.path.getsize(path) for path in paths)


def assert_once(account: int, size: int):
    """That so many bytes are those of files of a size, once: not more, and not less."""
    assert size * 0.98 <= account <= size * FACTOR + SMALL, f"{account / size:.3f} times the files"
