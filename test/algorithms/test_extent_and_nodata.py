"""Which cells count: EXTENT cuts to whole cells, NODATA and the layer's own settings leave out."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsReferencedRectangle,
)

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import ORIGIN, read_csv, read_raster, write_raster

X, Y = ORIGIN
NAN, INF = float("nan"), float("inf")
EARLIER = np.arange(48).reshape(6, 8) % 9 + 1
LATER = np.arange(48).reshape(6, 8) % 7 + 1


@pytest.fixture
def pair(tmp_path):
    return {
        "EARLIER": write_raster(tmp_path / "land_1990.tif", EARLIER, cell=(100, 100)),
        "LATER": write_raster(tmp_path / "land_2000.tif", LATER, cell=(100, 100)),
    }


def pairs_in(path) -> dict:
    return {
        (int(row["from_value"]), int(row["to_value"])): int(row["cells"]) for row in read_csv(path)
    }


def counted(rows: slice, columns: slice) -> dict:
    """Cells by pair in a part of the two arrays, one by one."""
    pairs: dict = {}
    for a, b in zip(EARLIER[rows, columns].ravel(), LATER[rows, columns].ravel()):
        pairs[int(a), int(b)] = pairs.get((int(a), int(b)), 0) + 1
    return pairs


def matrix(run, folder, parameters, **more) -> dict:
    """Pairs counted by the program; the results are in the function's last run."""
    matrix.results = run(
        "transfermatrix", **parameters, **more, TRANSFERS=str(folder / "transfers.csv")
    )
    return pairs_in(folder / "transfers.csv")


@pytest.mark.parametrize(
    ("west", "east", "south", "north", "rows", "columns"),
    [
        (200, 500, -400, -100, slice(1, 4), slice(2, 5)),
        (240, 460, -380, -120, slice(1, 4), slice(2, 5)),
        (160, 540, -440, -60, slice(1, 4), slice(2, 5)),
        (-5000, 5000, -5000, 5000, slice(None), slice(None)),
        (700, 5000, -5000, -500, slice(5, 6), slice(7, 8)),
        (0, 800, -600, 0, slice(None), slice(None)),
    ],
)
def test_extent_moves_to_the_nearest_edges_of_cells(
    run, pair, tmp_path, west, east, south, north, rows, columns
):
    extent = f"{X + west},{X + east},{Y + south},{Y + north} [EPSG:32649]"
    assert matrix(run, tmp_path, pair, EXTENT=extent) == counted(rows, columns)
    n = EARLIER[rows, columns].size
    assert matrix.results["VALID_CELLS"] == n
    assert matrix.results["EXCLUDED_CELLS"] == 0
    assert matrix.results["TOTAL_AREA_HA"] == pytest.approx(n)


def test_extent_without_a_reference_system_is_in_the_layers(run, pair, tmp_path):
    extent = f"{X + 200},{X + 500},{Y - 400},{Y - 100}"
    assert matrix(run, tmp_path, pair, EXTENT=extent) == counted(slice(1, 4), slice(2, 5))


def test_extent_as_a_rectangle(run, pair, tmp_path):
    rectangle = QgsReferencedRectangle(
        QgsRectangle(X + 200, Y - 400, X + 500, Y - 100),
        QgsCoordinateReferenceSystem("EPSG:32649"),
    )
    assert matrix(run, tmp_path, pair, EXTENT=rectangle) == counted(slice(1, 4), slice(2, 5))


def test_extent_in_degrees(run, pair, tmp_path):
    """The corner of a rectangle in the map, written in longitude and latitude."""
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32649"),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateTransformContext(),
    )
    degrees = to_degrees.transformBoundingBox(QgsRectangle(X + 200, Y - 400, X + 500, Y - 100))
    extent = (
        f"{degrees.xMinimum():.9f},{degrees.xMaximum():.9f},"
        f"{degrees.yMinimum():.9f},{degrees.yMaximum():.9f} [EPSG:4326]"
    )
    assert matrix(run, tmp_path, pair, EXTENT=extent) == counted(slice(1, 4), slice(2, 5))


def test_zone_raster_of_an_extent_lies_where_its_cells_do(run, pair, tmp_path):
    extent = f"{X + 210},{X + 490},{Y - 390},{Y - 110} [EPSG:32649]"
    run(
        "zonereclassification",
        SCHEME="coal_mine",
        **pair,
        EXTENT=extent,
        ZONES=str(tmp_path / "zones.tif"),
        ZONE_SHARES="TEMPORARY_OUTPUT",
    )
    run(
        "zonereclassification",
        SCHEME="coal_mine",
        **pair,
        ZONES=str(tmp_path / "whole.tif"),
        ZONE_SHARES="TEMPORARY_OUTPUT",
    )
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(tmp_path / "zones.tif")) as dataset:
        assert dataset.GetGeoTransform() == (X + 200, 100, 0, Y - 100, 0, -100)
        assert (dataset.RasterXSize, dataset.RasterYSize) == (3, 3)
    np.testing.assert_array_equal(
        read_raster(tmp_path / "zones.tif"), read_raster(tmp_path / "whole.tif")[1:4, 2:5]
    )


@pytest.mark.parametrize("algorithm", ["areashares", "study"])
def test_extent_and_nodata_of_a_series(run, pair, tmp_path, algorithm):
    outputs = {"SHARES": str(tmp_path / "areas.csv")}
    if algorithm == "study":
        outputs = {
            **dict.fromkeys(STUDY_TABLES, "TEMPORARY_OUTPUT"),
            "AREAS": str(tmp_path / "areas.csv"),
            "ZONES_FOLDER": str(tmp_path / "zones"),
        }
    results = run(
        algorithm,
        **({"SCHEME": "coal_mine"} if algorithm == "study" else {}),
        LAYERS=list(pair.values()),
        EXTENT=f"{X + 200},{X + 500},{Y - 400},{Y - 100} [EPSG:32649]",
        NODATA="5",
        **outputs,
    )
    one, other = EARLIER[1:4, 2:5].ravel(), LATER[1:4, 2:5].ravel()
    valid = [(a, b) for a, b in zip(one, other) if 5 not in (a, b)]
    assert 0 < len(valid) < 9
    assert results["VALID_CELLS"] == len(valid)
    assert results["EXCLUDED_CELLS"] == 9 - len(valid)
    for row in read_csv(tmp_path / "areas.csv"):
        date = 0 if row["year"] == "1990" else 1
        value = int(row["value"])
        assert int(row["cells"]) == sum(1 for cell in valid if cell[date] == value)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [("", ()), ("0", (0,)), ("0,255", (0, 255)), (" 255 ; 0 ", (0, 255)), ("7.0", (7,))],
)
def test_further_nodata_values(run, tmp_path, text, left_out):
    earlier, later = [[0, 1, 255, 7, 1]], [[1, 1, 2, 2, 255]]
    found = matrix(
        run,
        tmp_path,
        {
            "EARLIER": write_raster(tmp_path / "a.tif", earlier),
            "LATER": write_raster(tmp_path / "b.tif", later),
        },
        NODATA=text,
    )
    expected = [pair for pair in zip(earlier[0], later[0]) if not set(pair) & set(left_out)]
    assert found == dict.fromkeys(expected, 1)
    assert matrix.results["EXCLUDED_CELLS"] == 5 - len(expected)


def test_values_to_leave_out_need_not_fit_the_type(run, pair, tmp_path):
    assert matrix(run, tmp_path, pair, NODATA="-9999,70000,0.5") == counted(
        slice(None), slice(None)
    )
    assert run.feedback.warnings == [
        "NODATA: -9999, 70000, 0.5 can be in none of the layers, whose data types are Byte."
    ]


@pytest.mark.parametrize("declared", [None, 3])
def test_the_users_own_nodata_of_a_layer_counts(run, tmp_path, declared):
    values = [[1, 2, 3, 4, 5]]
    earlier = QgsRasterLayer(write_raster(tmp_path / "a.tif", values, nodata=declared), "a 1990")
    earlier.dataProvider().setUserNoDataValue(1, [QgsRasterRange(2, 2), QgsRasterRange(5, 5)])
    found = matrix(
        run,
        tmp_path,
        {"EARLIER": earlier, "LATER": write_raster(tmp_path / "b_2000.tif", values)},
    )
    left = [1, 4] if declared == 3 else [1, 3, 4]
    assert found == {(value, value): 1 for value in left}


@pytest.mark.parametrize(
    ("low", "high", "bounds", "left"),
    [
        (NAN, 2, "IncludeMinAndMax", [3, 4, 5]),
        (4, NAN, "IncludeMinAndMax", [1, 2, 3]),
        (-INF, 2, "IncludeMin", [2, 3, 4, 5]),
        (4, INF, "IncludeMax", [1, 2, 3, 4]),
        (4, NAN, "Exclusive", [1, 2, 3, 4]),
    ],
)
def test_a_range_of_nodata_without_an_end_is_open(run, tmp_path, low, high, bounds, left):
    values = [[1, 2, 3, 4, 5]]
    earlier = QgsRasterLayer(write_raster(tmp_path / "a.tif", values), "a 1990")
    span = QgsRasterRange(low, high, getattr(QgsRasterRange.BoundsType, bounds))
    earlier.dataProvider().setUserNoDataValue(1, [span])
    later = write_raster(tmp_path / "b_2000.tif", values)
    assert matrix(run, tmp_path, {"EARLIER": earlier, "LATER": later}) == {
        (value, value): 1 for value in left
    }


def test_users_own_nodata_of_another_band_does_not_count(run, tmp_path):
    path = str(tmp_path / "two.tif")
    with gdal.ExceptionMgr(useExceptions=True):
        one = gdal.Open(write_raster(tmp_path / "a.tif", [[1, 2, 3]]))
        gdal.BuildVRT(str(tmp_path / "two.vrt"), [one.GetDescription()] * 2, separate=True).Close()
        gdal.Translate(path, str(tmp_path / "two.vrt")).Close()
    layer = QgsRasterLayer(path, "two 1990")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(2, 2)])
    later = write_raster(tmp_path / "b_2000.tif", [[1, 2, 3]])
    assert matrix(run, tmp_path, {"EARLIER": layer, "LATER": later, "EARLIER_BAND": 2}) == {
        (1, 1): 1,
        (2, 2): 1,
        (3, 3): 1,
    }


def test_declared_nodata_switched_off_by_the_user_counts_as_a_class(run, tmp_path):
    """The box 'No data value' of a layer's properties, unticked."""
    layer = QgsRasterLayer(write_raster(tmp_path / "a.tif", [[0, 1]], nodata=0), "a 1990")
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    later = write_raster(tmp_path / "b_2000.tif", [[1, 1]])
    assert matrix(run, tmp_path, {"EARLIER": layer, "LATER": later}) == {(0, 1): 1, (1, 1): 1}
    assert (
        "EARLIER 'a 1990': its declared no data value 0 is switched off in the layer's "
        "properties, and counts like any other."
    ) in run.feedback.infos


def test_nan_is_never_a_class(run, tmp_path):
    earlier = np.array([[1, np.nan, 2]], np.float32)
    found = matrix(
        run,
        tmp_path,
        {
            "EARLIER": write_raster(tmp_path / "a.tif", earlier, dtype=np.float32),
            "LATER": write_raster(tmp_path / "b.tif", [[1, 1, 1]]),
        },
    )
    assert found == {(1, 1): 1, (2, 1): 1}


def test_what_is_left_out_is_told_per_date(run, tmp_path):
    matrix(
        run,
        tmp_path,
        {
            "EARLIER": write_raster(tmp_path / "a_1990.tif", [[0, 0, 1, 1]], nodata=0),
            "LATER": write_raster(tmp_path / "b_2000.tif", [[1, 9, 9, 1]], nodata=9),
        },
    )
    told = " ".join(run.feedback.infos)
    assert "'a_1990': 2 of 4 cells are valid, 2 are nodata" in told
    assert "'b_2000': 2 of 4 cells are valid, 2 are nodata" in told
    assert matrix.results["EXCLUDED_CELLS"] == 3


def test_feet_are_turned_into_hectares(run, tmp_path):
    """EPSG:2227, California zone 3 in US survey feet: 100 ft x 100 ft = 0.0929 ha."""
    pair = {
        name: write_raster(
            tmp_path / f"{name}.tif",
            [[1, value]],
            epsg=2227,
            cell=(100, 100),
            origin=(6_000_000, 2_100_000),
        )
        for name, value in (("EARLIER", 1), ("LATER", 2))
    }
    matrix(run, tmp_path, pair)
    foot = 1200 / 3937
    assert matrix.results["TOTAL_AREA_HA"] == pytest.approx(
        2 * (100 * foot) ** 2 / 10_000, rel=1e-9
    )


def test_web_mercator_is_warned_about_with_its_factor(run, tmp_path):
    """At 40 degrees north the map is 1 / cos(40)^2 = 1.7 times too large."""
    pair = {
        name: write_raster(
            tmp_path / f"{name}.tif",
            [[1, value]],
            epsg=3857,
            cell=(30, 30),
            origin=(12_500_000, 4_865_942),
        )
        for name, value in (("EARLIER", 1), ("LATER", 2))
    }
    matrix(run, tmp_path, pair)
    about = [text for text in run.feedback.warnings if "Pseudo-Mercator" in text]
    assert len(about) == 1
    assert "1.70" in about[0]


def test_same_cells_under_two_spellings_of_the_reference_system(run, pair, tmp_path):
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(pair["LATER"], gdal.GA_Update) as later:
        later.SetProjection(
            'PROJCS["unnamed",GEOGCS["WGS 84",DATUM["unknown",SPHEROID["WGS84",6378137,'
            '298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],'
            'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],'
            'PARAMETER["central_meridian",111],PARAMETER["scale_factor",0.9996],'
            'PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]'
        )
    assert matrix(run, tmp_path, pair) == counted(slice(None), slice(None))
