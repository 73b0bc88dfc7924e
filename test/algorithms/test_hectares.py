"""Hectares of tables and rasters against pyproj's geodesic polygons and units.

Units, ellipsoids and scales are tried in test/core/test_cell_area.py and test_true_area.py.
"""

from __future__ import annotations

import numpy as np
import pyproj
import pytest

from carbon_zones.test.core.support import attribute_table
from carbon_zones.test.helpers import read_csv, read_raster, write_pair

ROWS, COLUMNS = 9, 12
EARLIER = np.random.default_rng(1).integers(1, 12, (ROWS, COLUMNS))
LATER = np.random.default_rng(2).integers(1, 12, (ROWS, COLUMNS))

# EPSG code: cell and origin. US survey feet, metres; angles.
SYSTEMS = {
    2263: ((300, 250), (1_000_000, 200_000)),
    3857: ((1000, 800), (12_490_000, 4_830_000)),
    4326: ((0.01, 0.008), (112.0, 39.7)),
}


def pair_in(folder, epsg: int) -> dict:
    cell, origin = SYSTEMS[epsg]
    return write_pair(folder, {1990: EARLIER, 2000: LATER}, epsg=epsg, cell=cell, origin=origin)


def planimetric(epsg: int) -> np.ndarray:
    """Hectares of every cell in the plane of the map."""
    unit = pyproj.CRS.from_epsg(epsg).axis_info[0].unit_conversion_factor
    (width, height), _ = SYSTEMS[epsg]
    return np.full((ROWS, COLUMNS), width * unit * height * unit / 1e4)


def ellipsoidal(epsg: int) -> np.ndarray:
    """Hectares of every cell as a geodesic polygon, its sides followed in short steps."""
    system = pyproj.CRS.from_epsg(epsg)
    geod = system.get_geod()
    change = pyproj.Transformer.from_crs(system, system.geodetic_crs, always_xy=True)
    (width, height), (x, y) = SYSTEMS[epsg]
    step = np.linspace(0, 1, 33)[:-1]
    across = np.concatenate([step, 0 * step + 1, 1 - step, 0 * step])
    down = np.concatenate([0 * step, step, 0 * step + 1, 1 - step])
    areas = np.empty((ROWS, COLUMNS))
    for row in range(ROWS):
        for column in range(COLUMNS):
            corners = change.transform(x + (column + across) * width, y - (row + down) * height)
            areas[row, column] = abs(geod.polygon_area_perimeter(*corners)[0]) / 1e4
    return areas


def found_areas(path) -> dict:
    return {
        (int(row["from_value"]), int(row["to_value"])): float(row["area_ha"])
        for row in read_csv(path)
    }


@pytest.mark.parametrize(
    ("epsg", "method", "areas_of"),
    [
        (2263, "auto", planimetric),
        (4326, "auto", ellipsoidal),
        (3857, "planimetric", planimetric),
        (3857, "ellipsoidal", ellipsoidal),
    ],
)
def test_tables_and_rasters_say_the_same_hectares(run, tmp_path, epsg, method, areas_of):
    pair = {**pair_in(tmp_path, epsg), "AREA_METHOD": method}
    areas = areas_of(epsg)
    results = [
        run(
            "transfermatrix",
            **pair,
            TRANSFERS=str(tmp_path / "transfers.csv"),
            CONVERSIONS=str(tmp_path / "conversions.tif"),
        ),
        run(
            "carbonloss",
            SCHEME="coal_mine",
            **pair,
            LOSSES=str(tmp_path / "losses.csv"),
            LOSS_DENSITY=str(tmp_path / "density.tif"),
        ),
    ]
    totals = {result["TOTAL_AREA_HA"] for result in results}
    assert max(totals) == pytest.approx(min(totals), rel=1e-12)
    assert totals.pop() == pytest.approx(areas.sum(), rel=1e-6)

    by_pair = {}
    for one, other, area in zip(EARLIER.ravel(), LATER.ravel(), areas.ravel()):
        by_pair[one, other] = by_pair.get((one, other), 0.0) + area
    found = found_areas(tmp_path / "transfers.csv")
    assert found == pytest.approx(by_pair, rel=1e-6)
    conversions = {
        divmod(int(row["Value"]), 1000): float(row["Hectares"])
        for row in attribute_table(tmp_path / "conversions.tif")
    }
    assert conversions == pytest.approx(found, rel=1e-12)

    density = read_raster(tmp_path / "density.tif").astype(float)
    loss = float((density * areas)[density > 0].sum())
    assert results[1]["TOTAL_LOSS_TC"] == pytest.approx(loss, rel=1e-6)
    assert results[1]["OCCUPIED_AREA_HA"] == pytest.approx(areas[density > 0].sum(), rel=1e-6)
    assert sum(float(row["total_loss_tc"]) for row in read_csv(tmp_path / "losses.csv")) == (
        pytest.approx(loss, rel=1e-6)
    )
