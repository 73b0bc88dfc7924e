"""UNITS_LAYER: the units' polygons with their results as fields, and how they look on arrival."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGraduatedSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale

from carbon_zones.bridge import table_sinks
from carbon_zones.bridge.layer_appearance import Choropleth
from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_arrival import layer_named, load, ticked, tree_of  # noqa: F401
from carbon_zones.test.algorithms.test_mask import transformed
from carbon_zones.test.algorithms.test_units import (
    OUTSIDE,
    SHAPES,
    TAKING_UNITS,
    TEXT,
    box,
    outputs_of,
)
from carbon_zones.test.helpers import (
    ORIGIN,
    SAMPLE,
    YEARS,
    read_csv,
    read_layer,
    sample,
    write_csv,
    write_pair,
    write_polygons,
    write_raster,
)

X, Y = ORIGIN
DISTRICTS = {"UNITS": str(SAMPLE / "districts.geojson"), "UNIT_FIELD": "district"}
PAIR = {"EARLIER": sample("1986"), "LATER": sample("2018")}


@pytest.fixture(scope="module")
def on_the_sample(qgis_app, tmp_path_factory):
    """The polygons of the sample's districts by algorithm, and the files of the tables beside."""
    made: dict = {}

    def of(algorithm) -> tuple[list[dict], dict]:
        if algorithm not in made:
            folder, contract = tmp_path_factory.mktemp(algorithm), TAKING_UNITS[algorithm]
            inputs = PAIR if contract.is_pair else {"LAYERS": [sample(year) for year in YEARS]}
            files = outputs_of(algorithm, folder)
            layer = str(folder / "units.gpkg")
            inputs = {**contract.further_inputs(folder), **inputs}
            make_run()(algorithm, **inputs, **DISTRICTS, **files, UNITS_LAYER=layer)
            made[algorithm] = read_layer(layer), {**files, "UNITS_LAYER": layer}
        return made[algorithm]

    return of


@pytest.mark.parametrize("algorithm", sorted(TAKING_UNITS))
def test_the_fields_are_those_of_the_contract(on_the_sample, algorithm):
    rows, files = on_the_sample(algorithm)
    wanted = TAKING_UNITS[algorithm].unit_fields
    assert wanted
    assert [list(row) for row in rows] == [["unit", "cells", "area_ha", *wanted, "shape"]] * 4
    names = [
        f"{name} district" for name in ("North-west", "North-east", "South-west", "South-east")
    ]
    assert [row["unit"] for row in rows] == names
    assert sum(row["cells"] for row in rows) == 735 * 782
    for row in rows:
        assert row["area_ha"] == pytest.approx(0.09 * row["cells"])
        assert row["shape"].GetGeometryName() == "MULTIPOLYGON"
        # Without half-widths there are no bounds.
        empty = {"uptake_low_tc", "uptake_high_tc"}
        assert {name for name in wanted if not isinstance(row[name], float)} <= empty
    layer = QgsVectorLayer(files["UNITS_LAYER"], "u", "ogr")
    assert layer.crs().authid() == "EPSG:32649"
    assert layer.wkbType() == Qgis.WkbType.MultiPolygon
    del layer


# --- their values are those of the tables, which are tried against plain loops -------------------


ZONES = "invariant", "enhancement", "low_carbon", "emission_control", "unassigned"


def values_of(table: str, rows: list[dict]) -> dict:
    """The fields of a unit, worked out of its rows of a table."""
    if table == "SHARES":
        return {f"share_pct_{row['year']}_{row['value']}": float(row["share_pct"]) for row in rows}
    values: dict = {}
    for row in rows:
        period = row["period"].replace("-", "_")
        if table == "ZONE_SHARES":
            name = f"{ZONES[int(row['zone']) - 1]}_pct_{period}"
            values[name] = float(row["share_pct"])
        elif table == "LOSSES":
            name = f"loss_tc_{period}"
            values[name] = values.get(name, 0.0) + float(row["total_loss_tc"])
        else:
            is_change = row["from_value"] != row["to_value"]
            name = f"changed_pct_{period}"
            values[name] = values.get(name, 0.0) + is_change * float(row["pct_of_total"])
    return values


@pytest.mark.parametrize(
    ("algorithm", "table"),
    [
        *(("study", "TRANSFERS"), ("study", "ZONE_SHARES"), ("study", "LOSSES")),
        *(("transfermatrix", "TRANSFERS"), ("zonereclassification", "ZONE_SHARES")),
        *(("carbonloss", "LOSSES"), ("areashares", "SHARES")),
    ],
)
def test_values_are_those_of_the_tables(on_the_sample, algorithm, table):
    units, files = on_the_sample(algorithm)
    tables: dict = {}
    for row in read_csv(files[table]):
        tables.setdefault(row["unit"], []).append(row)
    seen = set()
    for unit in units:
        values = values_of(table, tables[unit["unit"]])
        assert {name: unit[name] for name in values} == pytest.approx(values)
        if table == "SHARES":
            # Classes that a unit lacks have no row in its table.
            others = set(TAKING_UNITS[algorithm].unit_fields) - set(values)
            assert {unit[name] for name in others} <= {0.0}
        seen.add(tuple(values.values()))
    assert len(seen) == 4


def test_where_nothing_takes_land_there_are_no_fields_of_losses(run, tmp_path):
    classes = write_csv(tmp_path / "classes.csv", "value,class,group\n1,a,sink\n2,b,built")
    layers = [write_raster(tmp_path / f"l{y}.tif", [[1, 2], [1, 1]]) for y in (1990, 2000)]
    outputs = dict.fromkeys(TAKING_UNITS["study"].tables, "TEMPORARY_OUTPUT")
    outputs.update(ZONES_FOLDER=str(tmp_path / "zones"), UNITS_LAYER=str(tmp_path / "out.gpkg"))
    units = write_polygons(tmp_path / "u.gpkg", [box(0, 0, 1, 2)])
    run("study", LAYERS=layers, CLASSES=classes, UNITS=units, **outputs)
    (row,) = read_layer(tmp_path / "out.gpkg")
    assert "changed_pct_1990_2000" in row
    assert not [name for name in row if "loss" in name]


# --- the polygons --------------------------------------------------------------------------------


@pytest.fixture
def matrix(run, tmp_path):
    """Runs the transfer matrix on 24 x 30 cells, and gives the features of its UNITS_LAYER."""
    random = np.random.default_rng(5)
    pair = write_pair(
        tmp_path, {1990: random.integers(1, 4, (24, 30)), 2000: random.integers(1, 4, (24, 30))}
    )
    table = str(tmp_path / "t.csv")

    def call(file="out.gpkg", **given):
        path = tmp_path / file
        run("transfermatrix", **{**pair, **given}, TRANSFERS=table, UNITS_LAYER=str(path))
        return read_layer(path)

    call.pair = pair
    return call


@pytest.mark.parametrize("epsg", [32649, 4326])
def test_polygons_of_one_name_are_one_feature_in_their_own_system(matrix, tmp_path, epsg):
    shapes = [(transformed(text, epsg), name) for text, name in SHAPES]
    units = write_polygons(tmp_path / "u.gpkg", shapes, fields=TEXT, epsg=epsg)
    rows = matrix(UNITS=units, UNIT_FIELD="name")
    names = list(dict.fromkeys(name for _, (name,) in SHAPES))
    assert [row["unit"] for row in rows] == names
    for row in rows:
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for text, (name,) in shapes:
            if name == row["unit"]:
                whole = whole.Union(ogr.CreateGeometryFromWkt(text))
        assert row["shape"].GetGeometryName() == "MULTIPOLYGON"
        assert row["shape"].GetArea() == pytest.approx(whole.GetArea(), rel=1e-9)
        assert row["shape"].SymDifference(whole).GetArea() < 1e-9 * whole.GetArea()
    layer = QgsVectorLayer(str(tmp_path / "out.gpkg"), "u", "ogr")
    assert layer.crs().authid() == f"EPSG:{epsg}"
    del layer


def test_what_was_repaired_is_handed_out_valid_and_flat(matrix, tmp_path):
    ring = f"{X} {Y} 1, {X + 300} {Y - 300} 1, {X} {Y - 300} 2, {X + 300} {Y} 1, {X} {Y} 1"
    bow_tie = f"POLYGON Z (({ring}))"
    units = write_polygons(tmp_path / "u.gpkg", [bow_tie], kind=ogr.wkbPolygon25D)
    (row,) = matrix(UNITS=units)
    assert row["shape"].IsValid()
    assert row["shape"].GetGeometryCount() == 2
    assert not row["shape"].Is3D()


def test_a_unit_without_cells_has_no_results(matrix, tmp_path):
    units = write_polygons(tmp_path / "u.gpkg", [box(0, 0, 2, 2), box(31, 0, 33, 2)])
    here, beside = matrix(UNITS=units)
    assert (here["cells"], here["changed_pct_1990_2000"] is None) == (4, False)
    assert (beside["cells"], beside["area_ha"], beside["changed_pct_1990_2000"]) == (0, 0.0, None)
    # Land outside has rows in the table, but no polygon.
    assert {row["unit"] for row in read_csv(tmp_path / "t.csv")} == {"1", OUTSIDE}


def test_units_far_from_the_cells_are_there_with_nothing(matrix, tmp_path):
    """Wherever they lie: one that no local system reaches, and the far part of one with cells."""
    boxes = [box(0, 0, 2, 2), box(900, 0, 902, 2), box(900, 900, 903, 903)]
    shapes = [(transformed(text, 4326), [name]) for text, name in zip(boxes, ("a", "b", "a"))]
    shapes.insert(0, ("POLYGON ((-170 -89.9, 170 -90, 0 -89, -170 -89.9))", ["pole"]))
    units = write_polygons(tmp_path / "u.gpkg", shapes, fields=TEXT, epsg=4326)
    pole, a, b = matrix(UNITS=units, UNIT_FIELD="name")
    assert [row["unit"] for row in (pole, a, b)] == ["pole", "a", "b"]
    for row in (pole, b):
        assert (row["cells"], row["area_ha"], row["changed_pct_1990_2000"]) == (0, 0.0, None)
        assert row["shape"].IsValid()
    assert (a["cells"], a["shape"].GetGeometryCount()) == (4, 2)


def test_rows_are_the_same_however_many_are_written_at_a_time(matrix, tmp_path, monkeypatch):
    boxes = [box(n % 6 * 5, n // 6 * 6, n % 6 * 5 + 4, n // 6 * 6 + 5) for n in range(24)]
    units = write_polygons(tmp_path / "u.gpkg", boxes)
    found = []
    for at_a_time in (1024, 5, 1):
        monkeypatch.setattr(table_sinks, "ROW_BATCH_SIZE", at_a_time)
        rows = matrix(f"out_{at_a_time}.gpkg", UNITS=units)
        shapes = [(row.pop("shape").ExportToWkt(), row) for row in rows]
        found.append((shapes, (tmp_path / "t.csv").read_bytes()))
    assert found[0] == found[1] == found[2]
    shapes, text = found[0]
    assert [row["unit"] for _, row in shapes] == [str(n) for n in range(1, 25)]
    for (shape, _), drawn in zip(shapes, boxes):
        one, other = (ogr.CreateGeometryFromWkt(text) for text in (shape, drawn))
        assert one.GetEnvelope() == other.GetEnvelope()
    assert text.count(b"\n") > 5 * 24


@pytest.mark.parametrize("file", ["out.gpkg", "out.geojson", "out.shp", "out.fgb", "out"])
def test_formats_that_hold_polygons(matrix, tmp_path, file):
    units = write_polygons(tmp_path / "u.gpkg", [box(0, 0, 4, 4)])
    if file == "out":
        with pytest.raises(RuntimeError, match="No such file"):
            matrix(file, UNITS=units)
        (row,) = read_layer(tmp_path / "out.gpkg")
    else:
        (row,) = matrix(file, UNITS=units)
    assert row["cells"] == 16
    assert row["shape"].GetArea() == pytest.approx(16 * 900)


def test_a_shapefile_cuts_names_and_the_log_says_so(run, matrix, tmp_path):
    units = write_polygons(tmp_path / "u.gpkg", [box(0, 0, 4, 4)])
    (row,) = matrix("out.shp", UNITS=units)
    assert list(row) == ["unit", "cells", "area_ha", "changed_pc", "shape"]
    (told,) = [text for text in run.feedback.warnings if "Shapefile" in text]
    assert told.startswith("UNITS_LAYER: ")
    assert told.endswith("changed_pct_1990_2000 to changed_pc.")
    matrix("out.geojson", UNITS=units)
    assert not [text for text in run.feedback.warnings if "Shapefile" in text]


def test_without_years_columns_are_named_after_layers(matrix, tmp_path):
    units = write_polygons(tmp_path / "u.gpkg", [box(0, 0, 4, 4)])
    layers = {
        role: write_raster(tmp_path / file, np.ones((8, 8)))
        for role, file in (("EARLIER", "land use (old).tif"), ("LATER", "new.tif"))
    }
    (row,) = matrix(UNITS=units, **layers)
    assert row["changed_pct_land_use_old_new"] == 0


SHARES = "areashares", {"SHARES": "TEMPORARY_OUTPUT"}, ("share_pct_{}_1",)
TOTALS = ("total_{}_soil_tc_per_ha", "total_{}_vegetation_tc_per_ha")


@pytest.mark.parametrize(
    ("algorithm", "given", "columns", "names"),
    [
        (*SHARES, {"old": 1, "new": 2}),
        (*SHARES, {"land_1990": 1990, "plain": 2, "land_2010": 2010}),
        (
            *("classvalues", {"SCHEME": "coal_mine"}, TOTALS),
            {"land_1990": 1990, "plain": 2, "land_2010": 2010},
        ),
    ],
)
def test_a_layer_without_a_year_has_a_number_and_leaves_the_others_theirs(
    run, tmp_path, algorithm, given, columns, names
):
    run(
        algorithm,
        LAYERS=[write_raster(tmp_path / f"{name}.tif", np.ones((8, 8))) for name in names],
        **given,
        UNITS=write_polygons(tmp_path / "u.gpkg", [box(0, 0, 4, 4)]),
        UNITS_LAYER=str(tmp_path / "out.gpkg"),
    )
    (row,) = read_layer(tmp_path / "out.gpkg")
    wanted = [column.format(date) for date in names.values() for column in columns]
    assert list(row)[3:-1] == wanted


# --- on arrival ----------------------------------------------------------------------------------


def arrived(load, algorithm, target) -> QgsVectorLayer:  # noqa: F811
    contract = TAKING_UNITS[algorithm]
    inputs = PAIR if contract.is_pair else {"LAYERS": [sample(year) for year in YEARS]}
    outputs = dict.fromkeys((*contract.tables, *contract.rasters), "TEMPORARY_OUTPUT")
    if algorithm == "study":
        outputs["ZONES_FOLDER"] = "TEMPORARY_OUTPUT"
    project = load(algorithm, **inputs, **DISTRICTS, **outputs, UNITS_LAYER=target)
    layer = layer_named(project, "Units with results 1986-2018")
    assert project.layerTreeRoot().findLayer(layer.id()).isExpanded()
    return layer


@pytest.mark.parametrize(
    ("algorithm", "field", "heading"),
    [
        ("transfermatrix", "changed_pct_1986_2018", "Changed area, 1986-2018, %"),
        ("carbonloss", "loss_tc_1986_2018", "Carbon loss 1986-2018, t C"),
        (
            "zonereclassification",
            "invariant_pct_1986_2018",
            "Carbon sink invariant area 1986-2018, %",
        ),
        ("areashares", "share_pct_2018_1", "Arable land 2018, %"),
    ],
)
def test_it_arrives_as_a_choropleth_with_a_legend(load, algorithm, field, heading):  # noqa: F811
    layer = arrived(load, algorithm, "TEMPORARY_OUTPUT")
    renderer = layer.renderer()
    assert isinstance(renderer, QgsGraduatedSymbolRenderer)
    assert renderer.classAttribute() == field
    values = [feature[field] for feature in layer.getFeatures()]
    ranges = renderer.ranges()
    assert 2 <= len(ranges) <= 8
    for value in values:
        assert sum(r.lowerValue() <= value <= r.upperValue() for r in ranges) >= 1
    # Pretty breaks have classes in which no unit is; the legend has not.
    for one in ranges:
        assert any(one.lowerValue() <= value <= one.upperValue() for value in values)
    measure = "t C" if algorithm == "carbonloss" else "%"
    assert all(r.label().endswith(f" {measure}") for r in ranges)
    assert len({r.symbol().color().name() for r in ranges}) == len(ranges)
    index = layer.fields().indexOf(field)
    assert layer.attributeAlias(index) == heading
    assert layer.attributeAlias(layer.fields().indexOf("area_ha")) == "Area, ha"
    assert layer.editorWidgetSetup(index).type() == "Range"
    assert layer.editorWidgetSetup(index).config()["Precision"] == (1 if measure == "t C" else 2)
    assert texts_on(layer) == [
        f"{feature['unit']}\n{QLocale().toString(feature[field], 'f', 1)} {measure}"
        for feature in layer.getFeatures()
    ]


def texts_on(layer) -> list[str]:
    """What the labels of a layer say, feature by feature."""
    assert layer.labelsEnabled()
    expression = QgsExpression(layer.labeling().settings().fieldName)
    context = QgsExpressionContext([QgsExpressionContextUtils.layerScope(layer)])
    texts = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(expression.evaluate(context))
    return texts


def test_a_shapefile_arrives_so_too(load, tmp_path):  # noqa: F811
    layer = arrived(load, "study", str(tmp_path / "out.shp"))
    # The last of four.
    assert layer.renderer().classAttribute() == "changed__3"
    index = layer.fields().indexOf("changed__3")
    assert layer.attributeAlias(index) == "Changed area, 1986-2018, %"


@pytest.mark.parametrize("corners", [(100, 600, 300, 800), (-9, 0, -3, 5)], ids=["one", "no cells"])
def test_one_unit_has_one_class_and_where_there_are_no_cells_none(load, tmp_path, corners):  # noqa: F811
    units = write_polygons(tmp_path / "u.gpkg", [box(*corners)])
    outputs = dict.fromkeys(("TRANSFERS", "UNITS_LAYER"), "TEMPORARY_OUTPUT")
    project = load("transfermatrix", **PAIR, UNITS=units, **outputs)
    layer = layer_named(project, "Units with results 1986-2018")
    if corners[0] < 0:
        assert not isinstance(layer.renderer(), QgsGraduatedSymbolRenderer)
        return
    (feature,) = layer.getFeatures()
    value, ranges = feature["changed_pct_1986_2018"], layer.renderer().ranges()
    assert any(one.lowerValue() <= value <= one.upperValue() for one in ranges)


@pytest.mark.parametrize("value", [7.5, 100, 0])
def test_one_value_alone_is_a_class_of_its_own(qgis_app, value):
    """Of a round one QGIS makes no classes."""
    fields = "field=unit:string&field=cells:int&field=area_ha:double&field=a:double"
    layer = QgsVectorLayer(f"Polygon?{fields}", "t", "memory")
    rows = []
    for unit in ("one", "two"):
        rows.append(QgsFeature(layer.fields()))
        rows[-1].setAttributes([unit, 1, 1.0, value])
    layer.dataProvider().addFeatures(rows)
    Choropleth("a", "%", {"a": "A, %"}, {"a": 1}).apply_to_layer(layer)
    (alone,) = layer.renderer().ranges()
    assert (alone.lowerValue(), alone.upperValue()) == (value, value)
    assert alone.label() == f"{value} \N{EN DASH} {value} %"
    assert texts_on(layer) == [f"one\n{value:.1f} %", f"two\n{value:.1f} %"]


def test_what_a_style_has_set_stays(qgis_app):
    layer = QgsVectorLayer("Polygon?field=unit:string&field=a:double&field=b:double", "t", "memory")
    layer.setRenderer(QgsCategorizedSymbolRenderer("unit", []))
    layer.setFieldAlias(1, "Mine")
    layer.setEditorWidgetSetup(1, QgsEditorWidgetSetup("TextEdit", {}))
    headings = {"a": "A, %", "b": "B, %"}
    Choropleth("a", "%", headings, dict.fromkeys(headings, 3)).apply_to_layer(layer)
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert [layer.attributeAlias(index) for index in (1, 2)] == ["Mine", "B, %"]
    assert layer.editorWidgetSetup(1).type() == "TextEdit"
    assert layer.editorWidgetSetup(2).config()["Precision"] == 3
