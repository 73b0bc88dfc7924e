"""Which cells count: EXTENT cuts to whole cells, NODATA and the layer's own settings leave out.

Extents and lists of values in all their spellings are in test_values.py.
"""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsReferencedRectangle,
)

from carbon_zones.test.algorithms.bad_inputs import left_behind
from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import (
    ORIGIN,
    counted_pairs,
    pairs_of,
    sample,
    write_pair,
    write_raster,
)

X, Y = ORIGIN
NAN, INF = float("nan"), float("inf")
EARLIER = np.arange(48).reshape(6, 8) % 9 + 1
LATER = np.arange(48).reshape(6, 8) % 7 + 1
PART = slice(1, 4), slice(2, 5)


@pytest.fixture
def pair(tmp_path):
    return write_pair(tmp_path, {1990: EARLIER, 2000: LATER}, cell=(100, 100))


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


WITH_EXTENT = [name for name, one in CONTRACTS.items() if "EXTENT" in one.parameters]


@pytest.mark.parametrize("algorithm", WITH_EXTENT)
@pytest.mark.parametrize("form", ["text", "list"])
def test_an_extent_in_another_order_is_refused_with_both(run, tmp_path, algorithm, form):
    parameters = good(algorithm, tmp_path)
    if not {"EARLIER", "MAP", "LAYERS"} & set(parameters):
        parameters["MAP"] = str(tmp_path / "land_1990.tif")
    edges = ("600010", "4399920", "600110", "4399990")
    given = " , ".join(edges) if form == "text" else [int(edge) for edge in edges]
    said = sentence_of(run, algorithm, **parameters, EXTENT=given)
    shown = " , " if form == "text" else ","
    assert said.endswith(
        f"EXTENT: {shown.join(edges)} is in the order xmin,ymin,xmax,ymax; use "
        "xmin,xmax,ymin,ymax: 600010,600110,4399920,4399990"
    )
    assert left_behind(tmp_path) == []


def test_the_samples_extent_in_both_orders(run):
    """As it was read 295,878.5 t C came of another box, without a word."""
    land = {"EARLIER": sample("1986"), "LATER": sample("2018"), "LOSSES": "memory:"}
    meant = "610000,615000,4370000,4375000"
    with refuses(f"xmin,xmax,ymin,ymax: {meant}"):
        run("carbonloss", **land, EXTENT="610000,4370000,615000,4375000")
    # In degrees of another system too.
    degrees = "112.28,39.45,112.34,39.5 [EPSG:4326]"
    with refuses(r": 112.28,112.34,39.45,39.5 \[EPSG:4326\]$"):
        run("carbonloss", **land, EXTENT=degrees)
    box = QgsRectangle(610000, 4370000, 615000, 4375000)
    system = QgsCoordinateReferenceSystem("EPSG:32649")
    for good_box in (meant, box, QgsReferencedRectangle(box, system)):
        results = run("carbonloss", **land, EXTENT=good_box)
        assert round(results["TOTAL_LOSS_TC"], 1) == 141897.8


@pytest.mark.parametrize(
    ("extent", "is_refused"),
    [
        # On a square of 100 x 100: a tenth of the box as it is read lies on it, or a little less.
        ("0,5,90,190", False),
        ("0,5,90,190.1", True),
        # Half of the other lies on it, or a little less.
        ("0,10,99.5,190", True),
        ("0,10,99.5,190.1", False),
        # Empty as it is read, or in the other order.
        ("5,5,50,60", True),
        ("200,300,200,400", False),
        ("200,300,300,200", False),
        # Within the square both ways.
        ("10,20,30,40", False),
        ("10,60,20,70", False),
        # In neither way on it.
        ("200,300,400,500", False),
    ],
)
def test_when_an_extent_is_in_another_order(run, tmp_path, extent, is_refused):
    rows = np.ones((100, 100))
    square = {"cell": (1, 1), "origin": (0, 100), "epsg": None}
    land = [write_raster(tmp_path / f"l_{year}.tif", rows, **square) for year in (1990, 2000)]
    said = ""
    try:
        run("areashares", LAYERS=land, SHARES="memory:", EXTENT=extent)
    except QgsProcessingException as refusal:
        said = str(refusal)
    assert ("in the order xmin,ymin,xmax,ymax" in said) == is_refused
    assert is_refused or not said or "contains no cell" in said


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
