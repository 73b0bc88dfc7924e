"""Raster values by class and age: the sample, units, bands and years, and land without mines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.algorithms.refusals import refusal_of, refuses
from carbon_zones.test.core.schemes import has
from carbon_zones.test.helpers import SAMPLE, YEARS, read_csv, sample, wkt, write_raster

TABLES = ("BY_CLASS", "BY_AGE", "BY_STATUS")
SERIES = [sample(year) for year in YEARS]
CARBON = str(SAMPLE / "vegetation_carbon_2018.tif")


@pytest.fixture
def measured(run, tmp_path):
    """The rows of the tables asked for by name, and the results."""

    def call(*names, **parameters):
        files = {name: str(tmp_path / f"{name.lower()}.csv") for name in names}
        results = run("rastervalues", **parameters, **files)
        return {name: read_csv(file) for name, file in files.items()}, results

    return call


def test_the_sample_by_district(measured, run):
    """Districts add up to the whole, are compared with their own land, and have it as a field."""
    whole, results = measured(*TABLES, LAYERS=SERIES, VALUE_LAYERS=[CARBON])
    rows = [(float(r["pct_of_undisturbed"]), float(r["area_ha"])) for r in whole["BY_AGE"]]
    pct = sum(part * area for part, area in rows) / sum(area for _, area in rows)
    assert results["RECLAIMED_PCT_OF_UNDISTURBED"] == pytest.approx(pct)
    units = {"UNITS": str(SAMPLE / "districts.geojson"), "UNIT_FIELD": "district"}
    found, results = measured(*TABLES, LAYERS=SERIES, VALUE_LAYERS=[CARBON], **units)
    assert results["RECLAIMED_PCT_OF_UNDISTURBED"] == pytest.approx(pct)
    for name in TABLES:
        assert list(found[name][0]) == ["unit", *whole[name][0]]
        for column in ("cells", "area_ha"):
            sums = [sum(float(row[column]) for row in rows[name]) for rows in (found, whole)]
            assert sums[0] == pytest.approx(sums[1])
    undisturbed = {
        (row["unit"], row["class"]): row["mean"]
        for row in found["BY_STATUS"]
        if row["status"] == "never_mined"
    }
    for row in found["BY_AGE"]:
        assert row["undisturbed_mean"] == undisturbed[row["unit"], row["class"]]


def test_a_product_without_mines_has_no_ages_and_says_so(measured, run, tmp_path):
    land = write_raster(tmp_path / "land_2000.tif", [[1, 2, 2, 8]])
    values = write_raster(tmp_path / "npp_2000.tif", [[1, 2, 3, 4]])
    found, results = measured(*TABLES, LAYERS=[land], SCHEME="clcd", VALUE_LAYERS=[values])
    assert found["BY_AGE"] == []
    assert {row["status"] for row in found["BY_STATUS"]} == {"never_mined"}
    words = "Ages not available: no class is in a disturbing group"
    assert any(words in info for info in run.feedback.infos)
    assert "RECLAIMED_PCT_OF_UNDISTURBED" not in results


def two_bands(path) -> str:
    """Values in the second band, in tenths from 100 on."""
    with gdal.ExceptionMgr(useExceptions=True):
        made = gdal.GetDriverByName("GTiff").Create(str(path), 3, 1, 2, gdal.GDT_Int16)
        made.SetGeoTransform((600_000, 30, 0, 4_400_000, 0, -30))
        made.SetProjection(wkt(32649))
        band = made.GetRasterBand(2)
        band.SetNoDataValue(-1)
        band.SetScale(0.1)
        band.SetOffset(100)
        band.WriteArray(np.array([[10, 30, -1]]))
        made.Close()
    return str(path)


def test_the_band_that_was_chosen_with_its_scale_offset_and_no_data(measured, tmp_path):
    land = write_raster(tmp_path / "land_2000.tif", [[1, 1, 1]])
    values = two_bands(tmp_path / "soil.tif")
    found, _ = measured(
        "BY_CLASS", LAYERS=[land], VALUE_LAYERS=[values], VALUE_BAND=2, VALUE_YEARS="2001"
    )
    (row,) = found["BY_CLASS"]
    assert [float(row[c]) for c in ("mean", "min", "max")] == pytest.approx([102, 101, 103])
    assert (row["cells"], row["without_value"]) == ("3", "1")


def test_values_that_nobody_measures_are_refused(run, tmp_path):
    """Their squares overflow, and what comes of it is in no table and no page."""
    land = write_raster(tmp_path / "land_2000.tif", [[3, 3, 4]])
    values = write_raster(tmp_path / "ndvi_2003.tif", [[0.2, 1e308, 1]], dtype="f8")
    page = str(tmp_path / "report.html")
    given = {"LAYERS": [land], "VALUE_LAYERS": [values], "VALUE_NODATA": "nan"}
    words = refusal_of(run, "rastervalues", **given, REPORT=page)
    assert has(words, "ndvi_2003", "from 0.2 to 1e+308", "1e+30")
    assert not Path(page).exists()


def test_a_number_that_is_none_is_in_no_table(run, tmp_path):
    """1e28 in per cent of 1e-300 is infinite: row, column and inputs are named."""
    layers = [
        write_raster(tmp_path / "land_1990.tif", [[1, 1, 3, 2]]),
        write_raster(tmp_path / "land_2000.tif", [[1, 8, 3, 8]]),
        write_raster(tmp_path / "land_2010.tif", [[1, 1, 3, 3]]),
    ]
    values = write_raster(tmp_path / "ndvi_2010.tif", [[1e-300, 1e28, 5, 5]], dtype="f8")
    table = tmp_path / "by_age.csv"
    given = {"LAYERS": layers, "VALUE_LAYERS": [values], "VALUE_NODATA": "nan"}
    words = refusal_of(run, "rastervalues", SCHEME="coal_mine", **given, BY_AGE=str(table))
    assert has(
        words, "BY_AGE", "row 1 (2010, ", "column 'pct_of_undisturbed' would be inf", "LAYERS"
    )
    assert not table.exists()


def means(measured, **given) -> list[float]:
    found, _ = measured("BY_CLASS", **given)
    return [float(row["mean"]) for row in found["BY_CLASS"]]


@pytest.mark.parametrize("settled", [None, "nan"])
@pytest.mark.parametrize("value", [np.inf, -np.inf])
def test_infinity_is_no_value_and_nan_is_no_data(measured, tmp_path, value, settled):
    land = write_raster(tmp_path / "land_2000.tif", [[1, 1, 1]])
    path = write_raster(tmp_path / "npp_2000.tif", [[3, np.nan, value]], dtype="f4")
    given = {"LAYERS": [land], "VALUE_LAYERS": [path]}
    with refuses(rf": value {value} \(cells: 1\) cannot be averaged"):
        means(measured, **given, VALUE_NODATA=settled)
    assert means(measured, **given, VALUE_NODATA=str(value)) == [3]


def test_no_data_that_no_raster_of_values_can_hold_is_said(measured, run, tmp_path):
    land = write_raster(tmp_path / "land_2000.tif", [[1, 1]])
    path = write_raster(tmp_path / "npp_2000.tif", [[3, 5]], dtype="u1")
    means(measured, LAYERS=[land], VALUE_LAYERS=[path], VALUE_NODATA="-9999")
    words = "VALUE_NODATA: -9999 cannot occur in any layer (data types: Byte)."
    assert words in run.feedback.warnings
