"""Rasters that this plugin made: results of its algorithms, which are no land use to start from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from osgeo import gdal

from ..base.messages import DataError

# Where a file says which algorithm made it, and how those of this plugin begin.
ALGORITHM, OWN = "ALGORITHM", "carbonzones:"
# What it makes is land use again.
LAND_USE = "carbonzones:polygonclasses"


def is_result(dataset: gdal.Dataset) -> bool:
    """Whether an open raster says of itself that it is a result of this plugin."""
    return _is_result(str(dataset.GetMetadataItem(ALGORITHM) or ""))


def is_result_at(path: str) -> bool:
    """The same of whatever GDAL opens; what it cannot open is none."""
    return _is_result(_maker_at(path))


def require_own(paths: Iterable[str | Path]) -> None:
    """Files that a run puts into a folder under names of its own replace others of its kind alone.

    Raises:
        DataError: one of them is there already and was not made by this plugin.
    """
    for path in map(str, paths):
        if os.path.exists(path) and not _maker_at(path).startswith(OWN):
            raise DataError(
                "'{path}' is there already and is no raster of this plugin's; choose another "
                "folder, or delete it if it is not needed",
                path=path,
            )


def _is_result(maker: str) -> bool:
    return maker.startswith(OWN) and maker != LAND_USE


def _maker_at(path: str) -> str:
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        return "" if dataset is None else str(dataset.GetMetadataItem(ALGORITHM) or "")
