"""AREA_METHOD: hectares of tables by pyproj, in the plane of a map and on the ellipsoid.

Units, ellipsoids and scales are tried in test/core/test_cell_area.py and test_true_area.py.
"""

from __future__ import annotations

import numpy as np
import pyproj
import pytest

from carbon_zones.test.helpers import read_csv, write_pair

ROWS, COLUMNS = 9, 12
CELL, ORIGIN = (1000, 800), (12_490_000, 4_830_000)


def hectares(method: str) -> float:
    """Those of the raster in web Mercator, which is bounded by parallels and meridians."""
    wide, high = COLUMNS * CELL[0], ROWS * CELL[1]
    if method == "planimetric":
        return wide * high / 1e4
    step = np.linspace(0, 1, 1001)
    x = np.concatenate([step, 0 * step + 1, 1 - step, 0 * step])
    y = np.concatenate([0 * step, step, 0 * step + 1, 1 - step])
    way = pyproj.Transformer.from_crs(3857, 4326, always_xy=True)
    ring = way.transform(ORIGIN[0] + x * wide, ORIGIN[1] - y * high)
    return abs(pyproj.Geod(ellps="WGS84").polygon_area_perimeter(*ring)[0]) / 1e4


@pytest.mark.parametrize("method", ["planimetric", "ellipsoidal"])
def test_hectares_are_of_the_method_that_was_chosen(run, tmp_path, method):
    cells = np.random.default_rng(1).integers(1, 12, (2, ROWS, COLUMNS))
    dates = dict(zip((1990, 2000), cells))
    pair = write_pair(tmp_path, dates, epsg=3857, cell=CELL, origin=ORIGIN)
    table = tmp_path / "transfers.csv"
    results = run("transfermatrix", **pair, AREA_METHOD=method, TRANSFERS=str(table))
    assert results["TOTAL_AREA_HA"] == pytest.approx(hectares(method), rel=1e-6)
    found = sum(float(row["area_ha"]) for row in read_csv(table))
    assert found == pytest.approx(results["TOTAL_AREA_HA"], rel=1e-12)
