"""Yearly land use, as products have it: the sample with a date for every year."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal

from carbon_zones.test.helpers import YEARS, read_raster, sample

FIRST, DATES, SEED = 1986, 36, 1
MINED = (7, 8, 9, 10)
# Rows and columns, a hundredth of the sample.
SMALL_MINE = slice(320, 400), slice(420, 490)


def annual_layers(folder: Path, small_mine: bool = False) -> list[str]:
    """Write landuse_1986.tif to landuse_2021.tif, and give their paths.

    A cell that changes between two dates of the sample changes in a year between them that is
    drawn once; after the last date nothing changes.

    Args:
        small_mine: whether land within SMALL_MINE alone is mined; the rest stays what it was.
    """
    random = np.random.default_rng(SEED)
    shown = [read_raster(sample(year)) for year in YEARS]
    years = [*map(int, YEARS)]
    drawn = [
        random.integers(earlier + 1, later, shown[0].shape, endpoint=True)
        for earlier, later in zip(years, years[1:])
    ]
    outside = np.ones_like(shown[0], bool)
    outside[SMALL_MINE] = False
    paths = []
    for year in range(FIRST, FIRST + DATES):
        cells = shown[0]
        for changed, after in zip(drawn, shown[1:]):
            cells = np.where(year >= changed, after, cells)
        if small_mine:
            cells = np.where(np.isin(cells, MINED) & outside, shown[0], cells)
        path = str(folder / f"landuse_{year}.tif")
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(sample(YEARS[0])) as model:
            made = gdal.GetDriverByName("GTiff").CreateCopy(path, model, options=["COMPRESS=LZW"])
            made.GetRasterBand(1).WriteArray(cells)
            made.Close()
        paths.append(path)
    return paths
