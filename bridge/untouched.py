"""Inputs that stay as they are: nothing is written beside a raster because it is read.

QGIS computes statistics of a raster that it opens, and GDAL would put them into the .aux.xml when
it closes. What is there already, names and attribute tables, is read all the same.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsProcessingParameterExtent,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from .run_parameters import Context


def inputs_as_they_are() -> AbstractContextManager[None]:
    """Lets this thread open and copy layers of which nothing is written beside their files."""
    within: AbstractContextManager[None] = gdal.config_options({"GDAL_PAM_ENABLE_MARK_DIRTY": "NO"})
    return within


class _Untouched:
    """A parameter; qgis_process has it open its layers before it asks the algorithm."""

    def checkValueIsAcceptable(self, value: Any, context: Context | None = None) -> bool:
        with inputs_as_they_are():
            return bool(super().checkValueIsAcceptable(value, context))  # type: ignore[misc]


class RasterParameter(_Untouched, QgsProcessingParameterRasterLayer):
    """Takes a raster."""


class RastersParameter(_Untouched, QgsProcessingParameterMultipleLayers):
    """Takes several layers."""


class ExtentParameter(_Untouched, QgsProcessingParameterExtent):
    """Takes an extent, or a layer that has it."""
