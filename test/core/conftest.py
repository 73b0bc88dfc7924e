"""GDAL's one warning per process, taken out of the way of the tests."""

from __future__ import annotations

import warnings

from osgeo import osr

# GDAL warns once per process where a program has not said whether it wants exceptions; the
# helpers that write test data have not. test_geotiff.py shows in a process of its own that the
# core never runs into it.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    osr.SpatialReference()
