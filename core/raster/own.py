"""Rasters that this plugin made: results of its algorithms, which are no land use to start from."""

from __future__ import annotations

from osgeo import gdal

# Where a file says which algorithm made it, and how those of this plugin begin.
ALGORITHM, OWN = "ALGORITHM", "carbonzones:"
# What it makes is land use again.
LAND_USE = "carbonzones:polygonclasses"


def is_result(dataset: gdal.Dataset) -> bool:
    """Whether an open raster says of itself that it is a result of this plugin."""
    maker = str(dataset.GetMetadataItem(ALGORITHM) or "")
    return maker.startswith(OWN) and maker != LAND_USE


def is_result_at(path: str) -> bool:
    """The same of whatever GDAL opens; what it cannot open is none."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        return dataset is not None and is_result(dataset)
