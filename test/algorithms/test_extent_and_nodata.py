"""Which cells count: EXTENT cuts to whole cells, NODATA and the layer's own settings leave out.

Extents and lists of values in all their spellings are in test_values.py.
"""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer, QgsRasterRange

from carbon_zones.test.helpers import ORIGIN, counted_pairs, pairs_of, write_raster

X, Y = ORIGIN
NAN, INF = float("nan"), float("inf")
EARLIER = np.arange(48).reshape(6, 8) % 9 + 1
LATER = np.arange(48).reshape(6, 8) % 7 + 1
PART = slice(1, 4), slice(2, 5)


@pytest.fixture
def pair(tmp_path):
    return {
        "EARLIER": write_raster(tmp_path / "land_1990.tif", EARLIER, cell=(100, 100)),
        "LATER": write_raster(tmp_path / "land_2000.tif", LATER, cell=(100, 100)),
    }


@pytest.fixture
def matrix(run, tmp_path):
    """Pairs counted by the program; the results are in the function's last run."""

    def call(**parameters) -> dict:
        path = tmp_path / "transfers.csv"
        call.results = run("transfermatrix", **parameters, TRANSFERS=str(path))
        return pairs_of(path)

    return call


def test_an_extent_has_the_cells_that_it_is_nearest_to(matrix, pair):
    extent = f"{X + 160},{X + 540},{Y - 440},{Y - 60} [EPSG:32649]"
    assert matrix(**pair, EXTENT=extent) == counted_pairs(EARLIER[PART], LATER[PART])
    assert (matrix.results["VALID_CELLS"], matrix.results["EXCLUDED_CELLS"]) == (9, 0)
    assert matrix.results["TOTAL_AREA_HA"] == pytest.approx(9)


@pytest.mark.parametrize(
    ("ranges", "bounds", "left"),
    [
        ([(2, 2), (5, 5)], "IncludeMinAndMax", [1, 3, 4]),
        ([(2, 4)], "IncludeMinAndMax", [1, 5]),
        ([(2, 4)], "IncludeMin", [1, 4, 5]),
        ([(2, 4)], "IncludeMax", [1, 2, 5]),
        ([(2, 4)], "Exclusive", [1, 2, 4, 5]),
        # Without an end it is open.
        ([(NAN, 2)], "IncludeMinAndMax", [3, 4, 5]),
        ([(4, NAN)], "IncludeMinAndMax", [1, 2, 3]),
        ([(-INF, 2)], "IncludeMin", [2, 3, 4, 5]),
        ([(4, INF)], "IncludeMax", [1, 2, 3, 4]),
        ([(4, NAN)], "Exclusive", [1, 2, 3, 4]),
    ],
)
@pytest.mark.parametrize("declared", [None, 3])
def test_the_users_own_nodata_of_a_layer_counts(matrix, tmp_path, ranges, bounds, left, declared):
    values = [[1, 2, 3, 4, 5]]
    earlier = QgsRasterLayer(write_raster(tmp_path / "a.tif", values, nodata=declared), "a 1990")
    kind = getattr(QgsRasterRange.BoundsType, bounds)
    spans = [QgsRasterRange(low, high, kind) for low, high in ranges]
    earlier.dataProvider().setUserNoDataValue(1, spans)
    found = matrix(EARLIER=earlier, LATER=write_raster(tmp_path / "b_2000.tif", values))
    assert found == {(value, value): 1 for value in left if value != declared}


def test_users_own_nodata_of_another_band_does_not_count(matrix, tmp_path):
    path = str(tmp_path / "two.vrt")
    one = write_raster(tmp_path / "a.tif", [[1, 2, 3]])
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(path, [one] * 2, separate=True).Close()
    layer = QgsRasterLayer(path, "two 1990")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(2, 2)])
    later = write_raster(tmp_path / "b_2000.tif", [[1, 2, 3]])
    found = matrix(EARLIER=layer, LATER=later, EARLIER_BAND=2)
    assert found == {(1, 1): 1, (2, 2): 1, (3, 3): 1}


def test_declared_nodata_switched_off_by_the_user_counts_as_a_class(run, matrix, tmp_path):
    """The box 'No data value' of a layer's properties, unticked."""
    layer = QgsRasterLayer(write_raster(tmp_path / "a.tif", [[0, 1]], nodata=0), "a 1990")
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    later = write_raster(tmp_path / "b_2000.tif", [[1, 1]])
    assert matrix(EARLIER=layer, LATER=later) == {(0, 1): 1, (1, 1): 1}
    assert any("'a 1990'" in text and "0 is switched off" in text for text in run.feedback.infos)
