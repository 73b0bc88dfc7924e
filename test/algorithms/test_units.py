"""UNITS and UNITS_RASTER: tables by unit against runs on one alone, QGIS's tools, and the whole.

That cells of units are counted as a plain loop does shows test/core/test_units.py.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.algorithms.test_mask import box, square
from carbon_zones.test.contracts import DATED, good
from carbon_zones.test.helpers import (
    SAMPLE,
    YEARS,
    read_csv,
    read_layer,
    read_raster,
    sample,
    write_dates,
    write_polygons,
    write_raster,
)

OUTSIDE = "(outside)"
TAKING_UNITS = {name: contract for name, contract in DATED.items() if contract.takes_units}


# A hole with an island of another unit, one unit of several features and parts, one far beyond
# the edge, and two that overlap the one before them.
SHAPES = [
    (f"POLYGON ({square(1.2, 1.1, 12.3, 14.4)}, {square(4.1, 4.2, 9.6, 9.7)})", ["South"]),
    (box(5.2, 5.1, 7.3, 7.8), ['Isle, "the"']),
    (
        f"MULTIPOLYGON (({square(14.1, 2.2, 17.6, 9.9)}), ({square(20.3, 12.2, 26.1, 21.4)}))",
        ["東"],
    ),
    (box(10.2, 10.3, 16.1, 18.9), ["South"]),
    (box(24.3, -8, 40, 13.4), ["A"]),
    (box(15.3, 8.1, 22.4, 15.2), ["B"]),
]
TEXT = {"name": ogr.OFTString}


@pytest.mark.parametrize("algorithm", sorted(TAKING_UNITS))
def test_a_unit_has_the_rows_of_a_run_that_its_polygon_masks(run, tmp_path, algorithm):
    """Percentages and changes too; and all else is as without units, which may be a raster."""
    contract = TAKING_UNITS[algorithm]
    given = contract.inputs([sample(year) for year in YEARS], tmp_path)
    districts = str(SAMPLE / "districts.geojson")
    one = write_polygons(tmp_path / "one.gpkg", [first_polygon(districts)])
    ways = {
        "whole": {},
        "units": {"UNITS": districts, "UNIT_FIELD": "code"},
        "raster": {"UNITS_RASTER": burnt(districts, tmp_path / "burnt.tif")},
        "masked": {"MASK": one},
    }
    results = {}
    for way, what in ways.items():
        (tmp_path / way).mkdir()
        results[way] = run(algorithm, **given, **what, **outputs_of(algorithm, tmp_path / way))
    for name in (contract.numbers | {"VALID_CELLS"}) - {"CLOSURE_CHECKS", "CLOSURE_DIFFERENCE"}:
        wanted = pytest.approx(results["whole"][name], rel=1e-12)
        assert [results[way][name] for way in ("units", "raster")] == [wanted] * 2, name
    for raster in (tmp_path / "whole").rglob("*.tif"):
        twin = tmp_path / "units" / raster.relative_to(tmp_path / "whole")
        assert (read_raster(raster) == read_raster(twin)).all(), raster
    for name in contract.tables_by_unit:
        tables = {way: read_csv(tmp_path / way / contract.outputs[name]) for way in ways}
        assert list(tables["units"][0]) == ["unit", *tables["whole"][0]], name
        assert tables["raster"] == tables["units"], name
        rows = [row for row in tables["units"] if row.pop("unit") == "1"]
        # Classes that the unit lacks have a column in a square matrix.
        others = [column for column in rows[0] if column not in tables["masked"][0]]
        assert {row.pop(column) for row in rows for column in others} <= {"0"}
        assert rows == tables["masked"], name
    if "DISCLOSURE" in contract.outputs:
        sites = {way: read_csv(tmp_path / way / contract.outputs["DISCLOSURE"]) for way in ways}
        assert sites["raster"] == sites["units"]
        rows = [{**row, "site": "(all)"} for row in sites["units"] if row["site"] == "1"]
        assert rows == sites["masked"]


def first_polygon(path: str) -> str:
    with ogr.ExceptionMgr(useExceptions=True), gdal.OpenEx(path, gdal.OF_VECTOR) as dataset:
        polygon = dataset.GetLayer().GetNextFeature()
        return polygon.GetGeometryRef().ExportToWkt()


def burnt(path: str, raster) -> str:
    """The codes of polygons on the cells of the sample."""
    with gdal.ExceptionMgr(useExceptions=True):
        with gdal.Open(sample("1986")) as land:
            x, dx, _, y, _, dy = land.GetGeoTransform()
            bounds = [x, y + dy * land.RasterYSize, x + dx * land.RasterXSize, y]
        on = {"outputBounds": bounds, "xRes": dx, "yRes": -dy, "outputType": gdal.GDT_Byte}
        gdal.Rasterize(str(raster), path, attribute="code", **on).Close()
    return str(raster)


def outputs_of(algorithm: str, folder) -> dict:
    return {
        name: str(folder / file)
        for name, file in TAKING_UNITS[algorithm].outputs.items()
        if not file.endswith((".html", ".xlsx"))
    }


# --- names and places of units ------------------------------------------------------------------


def shares(run, folder, layers, **given) -> dict:
    """Cells by unit, in the order of the table."""
    path = folder / "s.csv"
    run("areashares", LAYERS=layers, **given, SHARES=str(path))
    cells: dict = {}
    for row in read_csv(path):
        cells[row["unit"]] = cells.get(row["unit"], 0) + int(row["cells"])
    return cells


def test_cells_have_the_first_unit_and_those_of_several_are_told(run, plain, tmp_path):
    shapes = [(box(0, 0, 4, 4), ["B"]), (box(2, 2, 6, 6), ["A"]), (box(8, 8, 9, 9), ["B"])]
    units = write_polygons(tmp_path / "units.gpkg", shapes, fields=TEXT)
    cells = shares(run, tmp_path, plain, UNITS=units, UNIT_FIELD="name")
    assert list(cells.items()) == [("B", 17), ("A", 12), (OUTSIDE, 71)]
    messages = " ".join([*run.feedback.warnings, *run.feedback.infos])
    assert "'units': cells in more than one polygon: 4;" in messages
    assert "'units': 2 units; valid cells outside all units: 71." in messages


@pytest.fixture
def plain(tmp_path):
    """A raster of one class, 10 x 10 cells."""
    return [write_raster(tmp_path / "land_2000.tif", np.ones((10, 10)))]


@pytest.mark.parametrize(
    ("boxes", "cells"),
    [
        ([(5, 0, 7, 2), (0, 0, 1, 1)], {"1": 4, "2": 1, OUTSIDE: 95}),
        # There is no outside where units have all land.
        ([(0, 0, 4, 10), (4, 0, 10, 10)], {"1": 40, "2": 60}),
    ],
)
def test_without_a_field_the_unit_is_the_features_id(run, plain, tmp_path, boxes, cells):
    units = write_polygons(tmp_path / "u.gpkg", [box(*corners) for corners in boxes])
    assert shares(run, tmp_path, plain, UNITS=units) == cells


@pytest.mark.parametrize(
    ("kind", "values", "names"),
    [
        (ogr.OFTInteger, [1408, 0, 1408], ["1408", "0"]),
        (ogr.OFTReal, [2.0, 2.5, 2], ["2", "2.5"]),
        (ogr.OFTString, [" a", "A", "a "], ["a", "A"]),
        (ogr.OFTDate, ["2001/02/03", "2001/02/04", "2001/02/03"], ["2001-02-03", "2001-02-04"]),
    ],
)
def test_any_kind_of_field_may_name_the_units(run, plain, tmp_path, kind, values, names):
    shapes = [(box(n, n, n + 1, n + 1), [value]) for n, value in enumerate(values)]
    units = write_polygons(tmp_path / "u.gpkg", shapes, fields={"code": kind})
    cells = dict(zip([*names, OUTSIDE], (2, 1, 97)))
    # However its letters are.
    assert shares(run, tmp_path, plain, UNITS=units, UNIT_FIELD="CODE") == cells


# --- a raster of units --------------------------------------------------------------------------


def test_a_raster_is_named_by_its_legend(run, plain, tmp_path):
    values = np.zeros((10, 10))
    values[0, :4], values[1, :5], values[2, :6] = 9, 3, 5
    names = {3: "flat", 9: "steep"}
    raster = write_raster(tmp_path / "slope.tif", values, nodata=0, names=names)
    wanted = {"flat": 5, "5": 6, "steep": 4, OUTSIDE: 85}
    assert shares(run, tmp_path, plain, UNITS_RASTER=raster) == wanted
    assert any("UNITS_RASTER 'slope': unclassified values" in text for text in run.feedback.infos)


def test_a_band_of_a_raster(run, plain, tmp_path):
    path = str(tmp_path / "bands.tif")
    made = gdal.Translate(path, plain[0], bandList=[1, 1])
    made.GetRasterBand(2).WriteArray(np.full((10, 10), 6, np.uint8))
    made.Close()
    assert shares(run, tmp_path, plain, UNITS_RASTER=path, UNITS_BAND=2) == {"6": 100}


def test_a_raster_says_by_which_units_it_was_made(run, plain, tmp_path):
    other = write_raster(tmp_path / "land_2010.tif", np.ones((10, 10)))
    given = {"EARLIER": plain[0], "LATER": other, "SCHEME": "coal_mine"}
    units = write_polygons(tmp_path / "units.gpkg", SHAPES, fields=TEXT)
    for number, (more, wanted) in enumerate(
        (
            ({"UNITS": units, "UNIT_FIELD": "name"}, {"UNITS": "units", "UNIT_FIELD": "name"}),
            ({"UNITS_RASTER": other}, {"UNITS_RASTER": "land_2010", "UNITS_BAND": "1"}),
            ({}, {}),
        )
    ):
        path = str(tmp_path / f"z{number}.tif")
        run("zonereclassification", **given, **more, ZONE_SHARES="TEMPORARY_OUTPUT", ZONES=path)
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
            said = dataset.GetMetadata()
        assert {name: text for name, text in said.items() if "UNIT" in name} == wanted


# --- squares ------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", ["areashares", "study", "landscapemetrics", "rastervalues"])
def test_squares_are_units_like_the_polygons_that_show_them(run, tmp_path, algorithm):
    """In all tables and in the layer, where a square without land has no feature."""
    contract = TAKING_UNITS[algorithm]
    given = contract.inputs([sample(year) for year in YEARS], tmp_path)
    layer = str(tmp_path / "squares.gpkg")
    ways = {"size": {"UNITS_SIZE": 5.3}, "shapes": {"UNITS": layer, "UNIT_FIELD": "unit"}}
    shown = {"size": layer, "shapes": str(tmp_path / "again.gpkg")}
    for way, what in ways.items():
        (tmp_path / way).mkdir()
        outputs = outputs_of(algorithm, tmp_path / way)
        run(algorithm, **given, **what, **outputs, UNITS_LAYER=shown[way])
    for name in contract.tables_by_unit:
        size, shapes = (read_csv(tmp_path / way / contract.outputs[name]) for way in ways)
        assert size == shapes != [], name
    first, second = map(features_of, shown.values())
    assert first == second
    # 22.05 by 23.46 km, and so are the names of those in the south-east.
    assert len(first) == 25
    assert first[-1]["unit"] == "R05C05"


def features_of(path) -> list[dict]:
    return [{**row, "shape": row["shape"].ExportToWkt()} for row in read_layer(path)]


def test_squares_without_land_are_no_news(run, plain, tmp_path):
    """Cells of a mask in the south-west of 10 by 10 cells of 30 m; squares of 100 m."""
    mask = write_polygons(tmp_path / "m.gpkg", [box(0, 8, 2, 10)])
    found = shares(run, tmp_path, plain, UNITS_SIZE=0.1, MASK=mask)
    assert found == {"R03C01": 4}
    assert not [text for text in run.feedback.warnings if "UNITS" in text]


@pytest.mark.parametrize("output", ["REPORT", "WORKBOOK"])
def test_tables_have_more_squares_than_reports_and_workbooks(run, tmp_path, output):
    """5,184 of 4 m; the size that the refusal names does for both."""
    layers = write_dates(tmp_path, {1990: np.full((10, 10), 1), 2000: np.full((10, 10), 9)})
    given = {"LAYERS": layers, "SCHEME": "coal_mine", "LOSSES": str(tmp_path / "losses.csv")}
    run("study", **given, UNITS_SIZE=0.004, UNITS_LAYER=str(tmp_path / "units.gpkg"))
    assert len(read_csv(given["LOSSES"])) == 100
    given[output] = str(tmp_path / ("page.html" if output == "REPORT" else "book.xlsx"))
    with refuses(r"5,184 units \(at most 4,000\)") as refusal:
        run("study", **given, UNITS_SIZE=0.004)
    size = float(re.search(r"use ([\d.]+) km or larger", str(refusal.value))[1])
    assert 0.0045 < size < 0.0047
    run("study", **given, UNITS_SIZE=size)
    assert Path(given[output]).exists()


# --- refusals -----------------------------------------------------------------------------------

NAMELESS = [(box(0, 0, 2, 2), ["a"]), (box(2, 2, 4, 4), [None])]


BOTH = {"UNITS": SHAPES, "UNITS_RASTER": True}, ("UNITS", "UNITS_RASTER", "both")
SIZED = {"UNITS": SHAPES, "UNITS_SIZE": 0.2}, ("UNITS", "UNITS_SIZE", "both")
BLANK, RESERVED = [(box(0, 0, 2, 2), [" "])], [(box(0, 0, 2, 2), [OUTSIDE])]
REFUSED = [
    ({"UNIT_FIELD": "name"}, ("UNIT_FIELD", "UNITS")),
    ({"UNITS": SHAPES, "UNIT_FIELD": "nome"}, ("UNIT_FIELD", "'nome'", "name")),
    ({"UNITS": NAMELESS, "UNIT_FIELD": "name"}, ("UNITS 'u'", "feature 2", "'name'")),
    ({"UNITS": BLANK, "UNIT_FIELD": "name"}, ("UNITS 'u'", "feature 1", "'name'")),
    ({"UNITS": RESERVED, "UNIT_FIELD": "name"}, ("UNITS 'u'", "feature 1", OUTSIDE)),
    ({"UNITS_BAND": 2}, ("UNITS_BAND", "UNITS_RASTER")),
    ({"UNITS_BAND": 2, "UNITS": SHAPES}, ("UNITS_BAND", "UNITS_RASTER")),
    ({"UNITS_RASTER": True, "UNITS_BAND": 3}, ("UNITS_RASTER", "band 3")),
    ({"UNITS_LAYER": "u.gpkg"}, ("UNITS_LAYER", "UNITS", "UNITS_SIZE")),
    ({"UNITS_RASTER": True, "UNITS_SIZE": 1.0}, ("UNITS_RASTER", "UNITS_SIZE", "both")),
    ({"UNITS_LAYER": "u.gpkg", "UNITS_RASTER": True}, ("UNITS_LAYER", "UNITS")),
    ({"UNITS_LAYER": "u.csv", "UNITS": SHAPES}, ("UNITS_LAYER", "u.csv", ".gpkg")),
]


@pytest.mark.parametrize(
    ("algorithm", "change", "words"),
    [
        *((algorithm, *how) for algorithm in sorted(TAKING_UNITS) for how in (BOTH, SIZED)),
        *(("transfermatrix", *case) for case in REFUSED),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, (dict, tuple)) else value,
)
def test_what_makes_no_units_is_refused(run, tmp_path, algorithm, change, words):
    parameters = good(algorithm, tmp_path)
    for name, value in change.items():
        if isinstance(value, list):
            value = write_polygons(tmp_path / "u.gpkg", value, fields=TEXT)
        elif value is True:
            value = sample("1986")
        elif name not in ("UNIT_FIELD", "UNITS_BAND", "UNITS_SIZE"):
            value = str(tmp_path / value)
        parameters[name] = value
    for one in (algorithm, as_step(algorithm, parameters)):
        sentence = sentence_of(run, one, **(parameters if one == algorithm else {}))
        assert [word for word in words if word not in sentence] == []
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []
