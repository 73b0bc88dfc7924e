"""No output replaces what somebody has worked in; each replaces what it wrote itself."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from functools import partial
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import Qgis, QgsApplication, QgsProcessingFeedback

from carbon_zones.core.scheme.defaults import TABLE_FILES
from carbon_zones.test.algorithms.bad_inputs import is_one_sentence, left_behind
from carbon_zones.test.algorithms.refusals import refusal_of, refuses, sentence_of, unchecked
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import read_raster, write_csv, write_raster

DRIVERS = {
    ".gpkg": "GPKG",
    ".sqlite": "SQLite",
    ".gdb": "OpenFileGDB",
    ".xlsx": "XLSX",
    ".ods": "ODS",
    ".csv": "CSV",
    ".shp": "ESRI Shapefile",
    ".geojson": "GeoJSON",
    ".geojsonl": "GeoJSONSeq",
    ".gml": "GML",
    ".kml": "LIBKML",
    ".fgb": "FlatGeobuf",
}
TABULAR = (".xlsx", ".ods", ".sqlite", ".gdb", ".geojson", ".geojsonl", ".gml", ".kml")
SPATIAL = (".gpkg", ".sqlite", ".gdb", ".shp", ".geojson", ".fgb")
TYPES = {float: ogr.OFTReal, str: ogr.OFTString}

POINT = {
    "id": 1,
    "stratum": 3,
    "map_value": 3,
    "map_class": "Forest",
    "weight": 0.5,
    "x": 600_015.0,
    "y": 4_399_985.0,
    "label": None,
}
LABELS = [POINT, {**POINT, "id": 2, "label": 7}, {**POINT, "id": 3, "label": 1}]
CLASSES = [
    {"value": 1, "class": "paddy", "name": "Rice", "group": "sink", "colour": "#112233"},
    {"value": 2, "class": "mine", "name": "Mine", "group": "mine", "colour": "#332211"},
]
ROADS = [{"road": "A 1", "lanes": 2}]


def write_layers(path, layers, shape=ogr.wkbNone):
    """A file of somebody's own with layers, rows of each by its name."""
    path = Path(path)
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName(DRIVERS[path.suffix]).Create(
            str(path), 0, 0, 0, gdal.GDT_Unknown
        )
        for name, rows in layers.items():
            layer = dataset.CreateLayer(name, None, shape)
            for column, cell in rows[-1].items():
                layer.CreateField(ogr.FieldDefn(column, TYPES.get(type(cell), ogr.OFTInteger)))
            for row in rows:
                feature = ogr.Feature(layer.GetLayerDefn())
                for column, cell in row.items():
                    if cell is not None:
                        feature.SetField(column, cell)
                if shape == ogr.wkbPoint:
                    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (600015 4399985)"))
                layer.CreateFeature(feature)
        del layer, feature
        dataset.Close()
    return path


# Ending of a file called own, its layers, their shape, and what is said of it.
WORK = [
    (".gpkg", {"more": LABELS}, ogr.wkbPoint, "labelled points: 2 (layer 'more')"),
    (".gpkg", {"own": LABELS}, ogr.wkbPoint, "labelled points: 2 (layer 'own')"),
    (
        ".csv",
        {"own": CLASSES},
        ogr.wkbNone,
        "a scheme table that may have been edited (layer 'own')",
    ),
    (
        *(".xlsx", {"roads": ROADS, "classes": CLASSES}, ogr.wkbNone),
        "a scheme table that may have been edited (layer 'classes')",
    ),
    (".gpkg", {"own": [{"cells": 1}], "roads": ROADS}, ogr.wkbNone, "'roads'; choose another name"),
    (".gpkg", {"own": ROADS}, ogr.wkbNone, "other layers: 'own'"),
    (".gpkg", {"own": [{"class": "a"}]}, ogr.wkbLineString, "other layers: 'own'"),
    (".xlsx", {"Sheet1": ROADS, "Sheet2": ROADS}, ogr.wkbNone, "other layers: 'Sheet1', 'Sheet2'"),
]


def destinations(algorithm):
    """The parameters of an algorithm that name one file, and whether it holds shapes."""
    found = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")
    return {
        one.name(): one.type() == "sink" and one.dataType() != Qgis.ProcessingSourceType.Vector
        for one in found.destinationParameterDefinitions()
        if one.type() != "folderDestination"
    }


def content(path):
    """What stands in a file, or in a geodatabase, and what lies beside it."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [one.read_bytes() for one in files], set(path.parent.iterdir()), path.stat().st_mtime_ns


def refused(attempted, name, path, said):
    """Nothing is replaced, and one sentence says why."""
    before = content(path)
    text = sentence_of(attempted)
    assert f"{name}: '{path.name}' contains " in text
    assert said in text
    assert text.endswith("; choose another name")
    assert content(path) == before


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    """The files that somebody worked in, with what is said, by whether they hold shapes."""
    files = {False: [], True: []}
    for ending, layers, shape, said in WORK:
        for has_shapes, listed in files.items():
            path = tmp_path_factory.mktemp("work") / f"own{'.gpkg' if has_shapes else ending}"
            listed.append((write_layers(path, layers, shape), said))
    return files


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_every_output_leaves_what_somebody_worked_in(qgis_app, worked, tmp_path, algorithm):
    """The rule itself; it is asked before anything is read, so no run goes on. Files in turn."""
    parameters = good(algorithm, tmp_path)
    for place, (name, has_shapes) in enumerate(destinations(algorithm).items(), len(algorithm)):
        for path, said in worked[has_shapes][place % 4 :: 4]:
            changed = {**parameters, name: str(path)}
            refused(partial(unchecked, algorithm, changed), name, path, said)
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_every_output_replaces_its_own_of_before(run, tmp_path, algorithm):
    """Tables as GeoPackages, which hold most that could be another's. And good input is good."""
    parameters = good(algorithm, tmp_path)
    for name in destinations(algorithm):
        if parameters.get(name, "audit.csv").endswith(".csv"):
            parameters[name] = str(tmp_path / "out" / f"{name}.gpkg")
    parameters.pop("UNITS_LAYER", None)
    if algorithm != "areashares":  # one page will do; they take seconds
        parameters.pop("REPORT", None)
    run(algorithm, **parameters)
    there = left_behind(tmp_path)
    run(algorithm, **parameters)
    assert left_behind(tmp_path) == there


@pytest.mark.parametrize(
    ("algorithm", "ending"),
    [("transfermatrix", ending) for ending in TABULAR]
    + [("samplepoints", ending) for ending in SPATIAL],
)
def test_outputs_of_any_format_are_replaced_by_the_next_run(run, tmp_path, algorithm, ending):
    """A sample too, as long as nothing in it is labelled."""
    parameters = good(algorithm, tmp_path)
    former, stem = {"samplepoints": (".gpkg", "s.x")}.get(algorithm, (".csv", "1"))
    for name in destinations(algorithm):
        if parameters.get(name, "").endswith(former):
            parameters[name] = str(tmp_path / "out" / f"the {name} {stem}{ending}")
    for _ in range(2):
        run(algorithm, **parameters)


@pytest.mark.parametrize("ending", DRIVERS)
def test_labels_in_any_format(qgis_app, tmp_path, ending):
    path = tmp_path / f"points{ending}"
    shape = ogr.wkbPoint if ending in SPATIAL else ogr.wkbNone
    write_layers(path, {"points": LABELS}, shape)
    algorithm, name = "transfermatrix", "TRANSFERS"
    if ending in SPATIAL:
        algorithm, name = "samplepoints", "SAMPLE"
    parameters = {**good(algorithm, tmp_path), name: str(path)}
    refused(partial(unchecked, algorithm, parameters), name, path, "labelled points: 2")


@pytest.mark.parametrize("ending", [ending for ending in DRIVERS if ending not in (".fgb", ".shp")])
def test_without_a_label_it_is_no_work(run, tmp_path, ending):
    """Of a format with one layer, the dialog asked whether it is to be replaced."""
    path = tmp_path / f"points{ending}"
    write_layers(path, {"points": [POINT, POINT]})
    run("transfermatrix", **{**good("transfermatrix", tmp_path), "TRANSFERS": str(path)})


@pytest.mark.parametrize("file", TABLE_FILES[::3])
def test_a_table_as_it_was_exported_is_no_work(run, tmp_path, file):
    run("exporttables", FOLDER=str(tmp_path))
    path = tmp_path / file
    parameters = {**good("transfermatrix", tmp_path), "TRANSFERS": str(path)}
    path.write_text(f"{path.read_text()}\n{'a,' * path.read_text().split()[0].count(',')}9\n")
    said = f"a scheme table that may have been edited (layer '{path.stem}')"
    refused(lambda: run("transfermatrix", **parameters), "TRANSFERS", path, said)
    path.unlink()
    run("exporttables", FOLDER=str(tmp_path))
    run("transfermatrix", **parameters)
    assert "from_class" in path.read_text()


@pytest.mark.parametrize("ending", [".gpkg", ".sqlite", ".gdb", ".xlsx", ".ods"])
def test_coefficients_edited_in_a_format_of_several_tables(run, tmp_path, ending):
    """As a run wrote them they are replaced."""
    path = tmp_path / f"own{ending}"
    classes = write_csv(tmp_path / "c.csv", "value,class,name,group\n1,forest,Forest,sink")
    given = {"CLASSES": classes, "CLIMATE": "cool_temperate_dry", "SOIL": "high_activity_clay"}
    given["COEFFICIENTS"] = str(path)
    for _ in range(2):
        run("carbondensities", **given)
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        options = ["LIST_ALL_TABLES=YES"] if ending == ".sqlite" else []
        dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR, open_options=options)
        layer = dataset.GetLayerByName("own")
        feature = layer.GetNextFeature()
        feature.SetField("soil_tc_per_ha", 41)
        layer.SetFeature(feature)
        del layer, feature
        dataset.Close()
    said = "a scheme table that may have been edited (layer 'own')"
    refused(partial(unchecked, "carbondensities", given), "COEFFICIENTS", path, said)


def test_the_table_of_a_shapefile_that_is_none(qgis_app, tmp_path):
    """A layer would replace it, and the dialog asks about the .shp alone."""
    write_layers(tmp_path / "own.shp", {"own": ROADS})
    table, path = tmp_path / "own.dbf", tmp_path / "own.shp"
    before = table.read_bytes()
    assert not path.exists()
    parameters = {**good("samplepoints", tmp_path), "SAMPLE": str(path)}
    with refuses(r"'own\.shp' contains other layers"):
        unchecked("samplepoints", parameters)
    assert table.read_bytes() == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_as_spreadsheets_save_it(qgis_app, tmp_path, encoding, between):
    path = tmp_path / "areas.csv"
    text = "\r\n\r\nvalue,class,name,group\r\n1,arable,\u8015\u5730,sink\r\n"
    path.write_bytes(text.replace(",", between).encode(encoding))
    parameters = {**good("study", tmp_path), "AREAS": str(path)}
    refused(partial(unchecked, "study", parameters), "AREAS", path, "scheme table")


def test_who_works_while_the_run_goes_on(run, tmp_path):
    """What is labelled by then is kept, and no other output comes."""
    parameters = good("samplepoints", tmp_path)
    run("samplepoints", **parameters)
    strata, sample = Path(parameters["STRATA"]), Path(parameters["SAMPLE"])
    strata.unlink()

    class Labelling(QgsProcessingFeedback):
        """Labels a point as soon as something is told."""

        def pushInfo(self, info):
            with gdal.OpenEx(str(sample), gdal.OF_VECTOR | gdal.OF_UPDATE) as dataset:
                layer = dataset.GetLayerByName("sample")
                feature = layer.GetNextFeature()
                feature.SetField("label", 7)
                layer.SetFeature(feature)
                del layer, feature

    with refuses(r"SAMPLE: 'sample\.gpkg' contains labelled points: 1"):
        run("samplepoints", feedback=Labelling(False), **parameters)
    assert not strata.exists()


def test_labels_that_lie_beside_the_file_yet(qgis_app, tmp_path):
    """QGIS keeps a GeoPackage open; what it saves goes into the file later."""
    path = tmp_path / "points.gpkg"
    write_layers(path, {"points": [POINT]})
    file = sqlite3.connect(path)
    file.execute("PRAGMA journal_mode = WAL")
    file.execute("UPDATE points SET label = 7")
    file.commit()
    try:
        assert Path(f"{path}-wal").stat().st_size
        parameters = {**good("transfermatrix", tmp_path), "TRANSFERS": str(path)}
        refused(
            partial(unchecked, "transfermatrix", parameters),
            "TRANSFERS",
            path,
            "labelled points: 1 (layer 'points')",
        )
    finally:
        file.close()


def test_a_table_of_a_database_is_judged_by_itself(run, tmp_path):
    path = tmp_path / "own.gpkg"
    write_layers(path, {"roads": ROADS, "points": LABELS})

    def into(table):
        return {"TRANSFERS": f"ogr:dbname='{path}' table=\"{table}\""}

    parameters = good("transfermatrix", tmp_path)
    for table, said in (
        ("points", "labelled points: 2 (layer 'points')"),
        ("roads", "other layers: 'roads'"),
    ):
        refused(
            partial(unchecked, "transfermatrix", {**parameters, **into(table)}),
            *("TRANSFERS", path, said),
        )
    for _ in range(2):
        run("transfermatrix", **{**parameters, **into("transfers")})
    with ogr.ExceptionMgr(useExceptions=True), ogr.Open(str(path)) as dataset:
        names = {dataset.GetLayer(n).GetName() for n in range(dataset.GetLayerCount())}
    assert names == {"roads", "points", "transfers"}


@pytest.mark.parametrize("count", [1, 2])
def test_rasters_in_a_geopackage(qgis_app, tmp_path, count):
    """GDAL tells of one as the file's bands, and of several otherwise."""
    path = tmp_path / "photo.gpkg"
    with gdal.ExceptionMgr(useExceptions=True):
        land = write_raster(tmp_path / "land.tif", [[1, 2]])
        for number in range(count):
            options = [f"RASTER_TABLE=photo_{number}", *["APPEND_SUBDATASET=YES"] * number]
            gdal.Translate(str(path), land, format="GPKG", creationOptions=options).Close()
    parameters = {**good("transfermatrix", tmp_path), "TRANSFERS": str(path)}
    refused(
        partial(unchecked, "transfermatrix", parameters),
        "TRANSFERS",
        path,
        "other layers: a raster;",
    )


def test_a_workbook_that_somebody_saved(run, tmp_path):
    """Programs for spreadsheets write who they are into it."""
    path = tmp_path / "book.xlsx"
    parameters = {**good("study", tmp_path), "WORKBOOK": str(path)}
    del parameters["REPORT"]
    for _ in range(2):
        run("study", **parameters)
    with zipfile.ZipFile(path, "a") as book:
        book.writestr("docProps/app.xml", "<Properties/>")
    refused(lambda: run("study", **parameters), "WORKBOOK", path, "other layers: ")


FOLDERS = {
    "study": ("ZONES_FOLDER", "zones_1990_2000.tif"),
    "classvalues": ("DENSITY_FOLDER", "density_2000.tif"),
    "polygonclasses": ("FOLDER", "land_2000.tif"),
}


@pytest.mark.parametrize("algorithm", FOLDERS)
def test_a_folder_with_a_raster_of_somebodys(run, tmp_path, algorithm):
    """Nobody named the files in it, so nobody was asked."""
    name, file = FOLDERS[algorithm]
    parameters = good(algorithm, tmp_path)
    place = Path(parameters[name])
    for _ in range(2):
        run(algorithm, **parameters)
    assert (place / file).exists()
    shutil.rmtree(tmp_path / "out")
    place.mkdir(parents=True)
    write_raster(place / file, [[5, 5]])
    sentence = refusal_of(run, algorithm, **parameters)
    assert is_one_sentence(sentence)
    assert f"'{place / file}' exists and was not created by this plugin" in sentence
    assert read_raster(place / file).tolist() == [[5, 5]]
    assert left_behind(tmp_path) == [place.name, f"{place.name}/{file}"]


def test_what_nobody_can_judge_is_replaced(run, tmp_path):
    """The dialog asks about it, as about any file of one layer."""
    files = {
        "TRANSFERS": write_csv(tmp_path / "own.csv", "road,lanes\nA 1,2"),
        "CONVERSIONS": write_raster(tmp_path / "own.tif", [[5, 5]]),
        "MATRIX": str(tmp_path / "own.gpkg"),
    }
    (tmp_path / "own.gpkg").write_text("no database")
    run("transfermatrix", **{**good("transfermatrix", tmp_path), **files})
    assert "from_class" in Path(files["TRANSFERS"]).read_text()
