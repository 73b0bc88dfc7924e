"""AREA_METHOD: hectares in the plane of a map and on the ellipsoid; test/core proves both."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.test.helpers import read_csv, write_pair


# Of the ellipsoid by pyproj, of the ring around all cells.
@pytest.mark.parametrize(
    ("method", "hectares"), [("planimetric", 8640), ("ellipsoidal", 5104.2818333)]
)
def test_hectares_are_of_the_method_that_was_chosen(run, tmp_path, method, hectares):
    place = {"epsg": 3857, "cell": (1000, 800), "origin": (12_490_000, 4_830_000)}
    cells = np.random.default_rng(1).integers(1, 12, (2, 9, 12))
    pair = write_pair(tmp_path, dict(zip((1990, 2000), cells)), **place)
    table = tmp_path / "transfers.csv"
    results = run("transfermatrix", **pair, AREA_METHOD=method, TRANSFERS=str(table))
    assert results["TOTAL_AREA_HA"] == pytest.approx(hectares, rel=1e-6)
    found = sum(float(row["area_ha"]) for row in read_csv(table))
    assert found == pytest.approx(results["TOTAL_AREA_HA"], rel=1e-12)
