"""Extents and reference systems of QGIS; test/core/test_alignment.py has cells that differ."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer

from carbon_zones.test.helpers import (
    ORIGIN,
    UTM_49N,
    brought,
    counted_pairs,
    pairs_of,
    write_raster,
)

X, Y = ORIGIN
CELL = 100.0
ROWS, COLUMNS = 24, 30


def noise(seed: int, rows: int = ROWS, columns: int = COLUMNS) -> np.ndarray:
    """Classes 1 to 7 without any order, so that a cell out of place shows."""
    return np.random.default_rng(seed).integers(1, 8, (rows, columns))


def pair_in_degrees(folder) -> dict:
    """The later date in degrees, its middle in that of the earlier one."""
    change = pyproj.Transformer.from_crs(UTM_49N, 4326, always_xy=True)
    x, y = change.transform(X + COLUMNS * CELL / 2, Y - ROWS * CELL / 2)
    place = {"epsg": 4326, "cell": (0.0011, 0.0008), "origin": (x - 0.022, y + 0.016)}
    return {
        "EARLIER": write_raster(folder / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        "LATER": write_raster(folder / "land_2000.tif", noise(2, 40, 40), **place),
    }


def transform_of(path) -> tuple:
    """Geotransform, size, and EPSG code of a raster."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        system = dataset.GetSpatialRef()
        return (
            *dataset.GetGeoTransform(),
            dataset.RasterXSize,
            dataset.RasterYSize,
            system and system.GetAuthorityCode(None),
        )


def test_extent_is_brought_into_the_system_of_the_cells_that_grid_names(run, tmp_path):
    run(
        "transfermatrix",
        **pair_in_degrees(tmp_path),
        GRID="later",
        EXTENT=f"{X + 610},{X + 2570},{Y - 1980},{Y - 420} [EPSG:{UTM_49N}]",
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CONVERSIONS=str(tmp_path / "conversions.tif"),
    )
    x, dx, _, y, _, dy, columns, rows, code = transform_of(tmp_path / "conversions.tif")
    change = pyproj.Transformer.from_crs(UTM_49N, 4326, always_xy=True)
    bounds = change.transform_bounds(X + 610, Y - 1980, X + 2570, Y - 420)
    assert code == "4326"
    assert (x, y + rows * dy, x + columns * dx, y) == pytest.approx(bounds, abs=0.001)


@pytest.mark.parametrize(
    ("epsg", "origin", "given"),
    [
        # 'Give the layer its reference system', the error says; QGIS offers to, without a new file.
        (None, (X + 330, Y - 240), "EPSG:32649"),
        # A file that claims zone 50, put right in QGIS, lies on the cells of zone 49.
        (32650, ORIGIN, "EPSG:32649"),
        # Taken away: cells are the same either way.
        (UTM_49N, ORIGIN, ""),
    ],
    ids=["given", "put right", "taken away"],
)
def test_the_system_of_a_layer_in_qgis_counts_before_the_files(run, tmp_path, epsg, origin, given):
    place = {"cell": (CELL, CELL), "origin": origin}
    earlier = write_raster(tmp_path / "land_1990.tif", noise(1), cell=(CELL, CELL))
    later = write_raster(tmp_path / "land_2000.tif", noise(2), epsg=epsg, **place)
    layer = QgsRasterLayer(later, "land_2000")
    layer.setCrs(QgsCoordinateReferenceSystem(given))
    # QGIS keeps what a failing run was given, and a layer that outlives QGIS crashes it.
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    run("transfermatrix", EARLIER=earlier, LATER=layer, TRANSFERS=str(tmp_path / "transfers.csv"))
    other, beyond = brought(write_raster(tmp_path / "right.tif", noise(2), **place), earlier)
    expected = counted_pairs(noise(1), other, ~beyond)
    assert pairs_of(tmp_path / "transfers.csv") == expected
