"""What is settled in the bridge: whose cells are whose, the same year, mixed maps, small facts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsLayoutItemLegend,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt
from qgis.PyQt.QtGui import QColor

from carbon_zones.bridge.destinations import is_in_temp_folder, is_temporary_output
from carbon_zones.bridge.layer_appearance import Choropleth
from carbon_zones.bridge.layers import get_layer_names
from carbon_zones.bridge.polygons import format_field_value
from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.test_accuracy import CELL, Assessed, X, Y, labelled
from carbon_zones.test.algorithms.test_polygon_classes import FIELDS, mines
from carbon_zones.test.algorithms.test_zone_map import words_of
from carbon_zones.test.helpers import read_raster, write_raster

USES = {1: "Arable land", 2: "Forestland", 3: "Mined land"}


def land(folder, name, shape=(8, 12), **more) -> str:
    cells = np.arange(shape[0] * shape[1]).reshape(shape) % 3 + 1
    return write_raster(folder / f"{name}.tif", cells, names=USES, nodata=0, **more)


@pytest.mark.parametrize("order", [1, -1])
def test_a_polygon_without_a_label_takes_no_cell_from_one_that_has_one(run, tmp_path, order):
    """Four cells of one, six of the other, two of them in common, whichever comes first."""
    left, right = (
        f"POLYGON (({X + a} {Y}, {X + b} {Y}, {X + b} {Y - 60}, {X + a} {Y - 60}, {X + a} {Y}))"
        for a, b in ((0, 2 * CELL), (CELL, 4 * CELL))
    )
    shapes = [*[(left, "Arable land"), (right, None)][::order], (None, "Forestland")]
    path = labelled(tmp_path / "s.gpkg", shapes, kind=4)
    found = Assessed(run, tmp_path, MAP=land(tmp_path, "map"), REFERENCE=path)
    assert np.sum(found.matrix) == found.results["SAMPLES"] == 4
    for share in ("ACCURACY", "HALF_WIDTH"):
        assert f"{found.results[f'OVERALL_{share}_PCT']:.2f}" in " ".join(found.infos)
    assert "Samples: 8; included: 4." in found.infos
    assert "REFERENCE 's': 2 polygons, 0 of them far from the grid." in found.infos


def test_a_polygon_may_hold_for_one_year(run, tmp_path):
    layers = [land(tmp_path, f"lu_{year}") for year in (2009, 2010, 2011)]
    given = {"LAYERS": layers, "FOLDER": str(tmp_path / "out"), **FIELDS}
    for since, until in ((2010, 2010), (2010, 2009)):
        one = {"POLYGONS": mines(tmp_path, ((2, 2, 5, 4), "open_pit", since, until)), **given}
        if since > until:
            with refuses("last year 2009 is before first year"):
                run("polygonclasses", **one)
            continue
        changed = map(read_raster, run("polygonclasses", **one)["CHANGED_LAYERS"])
        cells = [int((now != read_raster(was)).sum()) for now, was in zip(changed, layers)]
        assert cells == [0, 6, 0]


@pytest.mark.parametrize(("shape", "zones_first"), [((8, 24), True), ((30, 12), False)])
def test_a_sheet_of_mixed_maps_has_no_title_and_a_small_map_in_shape(
    run, tmp_path, shape, zones_first
):
    use, zones = (land(tmp_path, name, shape) for name in ("use_2010", "zones"))
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(zones, gdal.GA_Update) as dataset:
        dataset.GetRasterBand(1).SetDescription("Carbon zones 2000-2010")
    run.project = project = QgsProject()
    part = f"{X + 30},{X + 300},{Y - 210},{Y - 30}"
    layers = [zones, use] if zones_first else [use, zones]
    more = {"EXTENT": f"{part} [EPSG:32649]", "LAYOUT_NAME": "Sheet", "DPI": 30}
    run("zonemap", LAYERS=layers, OUTPUT=str(tmp_path / "map.png"), **more)
    (layout,) = project.layoutManager().printLayouts()
    assert layout.itemById("title").text() == ""
    high, wide = shape
    small = layout.itemById("locator").rect()
    assert small.width() / small.height() == pytest.approx(wide / high, rel=0.01)
    assert max(small.width(), small.height()) == pytest.approx(24.0)
    shown = layout.itemById("map_2")
    assert shown.rect().width() / shown.rect().height() == pytest.approx(270 / 180, rel=0.01)
    assert (shown.extent().width(), shown.extent().height()) == pytest.approx((270, 180), rel=0.01)
    # The scale in numbers ends with the bar below the maps, and begins with it beside them.
    is_below = layout.itemById("scale_bar").y() > shown.y() + shown.rect().height()
    assert (layout.itemById("scale").hAlign() == Qt.AlignmentFlag.AlignRight) == is_below
    private = QgsMapLayer.LayerFlag.Private
    assert all(layer.flags() & private for layer in project.mapLayers().values())
    first, second = (layout.itemById(name) for name in ("legend", "legend_2"))
    assert isinstance(second, QgsLayoutItemLegend)
    kinds = ["Carbon-sink functional zones", "Land use"][:: 1 if zones_first else -1]
    assert [one.title().split("\n")[0] for one in (first, second)] == kinds
    for side in ("symbolWidth", "symbolHeight", "boxSpace", "columnSpace"):
        assert getattr(first, side)() == getattr(second, side)()
    project.clear()


def test_a_sheet_shows_the_band_of_the_style_and_what_is_half_transparent(run, tmp_path):
    bands = [write_raster(tmp_path / f"{n}.tif", [[n] * 4] * 3) for n in (3, 1)]
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(str(tmp_path / "both.vrt"), bands, separate=True).Close()
    layer = QgsRasterLayer(str(tmp_path / "both.vrt"), "both")
    half = QgsPalettedRasterRenderer.Class(1, QColor(200, 30, 40, 128), "Half")
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 2, [half]))
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    run("zonemap", LAYERS=[layer.id()], DPI=30, OUTPUT=str(tmp_path / "map.pdf"))
    assert "Half100.0%" in words_of(tmp_path / "map.pdf")


@pytest.mark.parametrize("count", [1, 2])
def test_a_pdf_of_one_map_knows_where_it_lies(run, tmp_path, count):
    layers, path = [land(tmp_path, f"use_{n}") for n in range(count)], str(tmp_path / "map.pdf")
    run("zonemap", LAYERS=layers, DPI=30, OUTPUT=path)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        assert bool(dataset.GetGeoTransform(can_return_null=True)) == (count == 1)


def test_the_outline_of_a_cell_is_as_wide_and_as_high_as_the_cell(run, tmp_path):
    path = tmp_path / "s.gpkg"
    cells = land(tmp_path, "land", (20, 30), cell=(40.0, 25.0))
    run("samplepoints", MAP=cells, SIZE=10, SAMPLE=str(path))
    with closing(sqlite3.connect(path)) as database:
        ((style,),) = database.execute("SELECT styleQML FROM layer_styles").fetchall()
    options = [*ElementTree.fromstring(style).iter("Option")]
    for side, size in (("width", "40"), ("height", "25")):
        sides = {one.get("value") for one in options if one.get("name") == f"symbol_{side}"}
        assert sides == {size}


def test_the_record_of_a_run_has_what_was_given_and_nothing_else(run, tmp_path, sample_study):
    """No band without its raster, and nothing that is taken for granted."""
    given = {name: land(tmp_path, name) for name in ("EARLIER", "LATER", "UNITS_RASTER")}
    found = {}
    for units in (True, False):
        path = str(tmp_path / f"{units}.tif")
        some = dict([*given.items()][: 2 + units])
        run("transfermatrix", **some, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=path)
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
            found[units] = set(dataset.GetMetadata())
    assert found[True] - found[False] == {"UNITS_RASTER", "UNITS_BAND"}
    assert {"EARLIER_BAND", "LATER_BAND"} < found[False]
    with gdal.ExceptionMgr(useExceptions=True):
        said = gdal.Open(str(sample_study[0] / "zones_1986_2000.tif")).GetMetadata()
    assert not {"FOCUS", "DENSITIES", "UNITS_BAND", "SOIL_MAP_BAND"} & set(said)


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["GLC.1990", "GLC.2000"], ["GLC.1990", "GLC.2000"]),
        (["GLC.1990", "pit.2000"], ["GLC", "pit"]),
        (["GLC.1990"], ["GLC"]),
    ],
)
def test_names_are_whole_only_where_several_were_cut_to_the_same(qgis_app, tmp_path, files, names):
    paths = [(land(tmp_path, file), file.split(".")[0]) for file in files]
    assert get_layer_names([QgsRasterLayer(*path) for path in paths]) == names


@pytest.mark.parametrize(("most", "classes"), [(30, 6), (40, 4)])
def test_polygons_are_in_about_five_colours_the_darkest_for_the_most(qgis_app, most, classes):
    fields = "field=unit:string&field=cells:int&field=area_ha:double&field=a:double"
    layer = QgsVectorLayer(f"Polygon?{fields}", "t", "memory")
    features = [QgsFeature(layer.fields()) for _ in range(most + 1)]
    for value, feature in enumerate(features):
        feature.setAttributes([f"{value}", 1, 1.0, value])
    layer.dataProvider().addFeatures(features)
    Choropleth("a", "%", {"a": "A, %"}, {"a": 1}).apply_to_layer(layer)
    shown = layer.renderer().ranges()
    lightness = [one.symbol().color().lightness() for one in shown]
    assert len(shown) == classes
    assert lightness == sorted(lightness, reverse=True)


def test_what_a_field_holds_as_text():
    for value, text in (
        *((3.0, "3"), (3.5, "3.5"), (-2.0, "-2"), (7, "7"), (None, ""), (" a \n b ", "a b")),
        *((float("inf"), "inf"), (QDate(2010, 2, 1), "2010-02-01")),
        (QDateTime(QDate(2010, 2, 1).startOfDay()), "2010-02-01"),
    ):
        assert format_field_value(value) == text


def test_what_is_gone_when_qgis_is_closed(qgis_app, tmp_path):
    inside = QgsProcessingUtils.generateTempFilename("a.gpkg")
    for value, is_gone in (
        *((inside, True), (str(tmp_path / "a.gpkg"), False), ("", False), (None, False)),
        *(("TEMPORARY_OUTPUT", True), ("memory:a", True), ("MEMORY:", True)),
        *((f"ogr:dbname='{tmp_path}/a.gpkg' table=\"b\" (geom)", False),),
        (QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT"), True),
        (QgsProcessingOutputLayerDefinition(inside), True),
    ):
        assert is_temporary_output(value) == is_gone, value
    assert [is_in_temp_folder(path) for path in (inside, "", QgsProcessingUtils.tempFolder())] == [
        *(True, False, False)
    ]
