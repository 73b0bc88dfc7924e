"""Outputs: places that are not theirs, formats of their own kind, and steps of models."""

from __future__ import annotations

import re
import zipfile
from codecs import BOM_UTF8
from itertools import combinations_with_replacement, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from carbon_zones.bridge import table_sinks
from carbon_zones.bridge.table_sinks import check_written_table, extract_ogr_reason
from carbon_zones.core.base.messages import DataError
from carbon_zones.test.algorithms.bad_inputs import is_one_sentence, left_behind
from carbon_zones.test.algorithms.refusals import refuses, sentence_of, unchecked
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import (
    read_csv,
    read_raster,
    sample,
    write_csv,
    write_pair,
    write_polygons,
    write_raster,
)


@pytest.fixture
def pair(tmp_path):
    return write_pair(tmp_path, {1990: [[1, 1, 2]], 2000: [[1, 7, 3]]})


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_no_two_outputs_go_to_one_file(qgis_app, tmp_path, algorithm):
    parameters, path = good(algorithm, tmp_path), str(tmp_path / "out" / "one.gpkg")
    found = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")
    outputs = found.destinationParameterDefinitions()
    for two in pairwise(o.name() for o in outputs if o.type() != "folderDestination"):
        said = sentence_of(unchecked, algorithm, {**parameters, **dict.fromkeys(two, path)})
        assert said.endswith(f"{two[1]}: '{path}' is already used as {two[0]}")


def places_in(folder) -> dict[str, str]:
    """Ways to name a file, or a table in it: each with the table, '' where it is the whole file."""
    (folder / "other").mkdir()
    (folder / "link.gpkg").symlink_to(folder / "one.gpkg")
    path = folder / "one.gpkg"
    return {
        str(path): "",
        str(folder / "other" / ".." / "one.gpkg"): "",
        str(folder / "link.gpkg"): "",
        f"ogr:dbname='{path}'": "one",
        f"ogr:dbname='{path}' table=\"one\" (geom)": "one",
        f"ogr:dbname='{folder / 'link.gpkg'}' table=\"two\"": "two",
        f"ogr:dbname='{path}' table=\"two\"": "two",
    }


def test_tables_of_one_file_are_apart_and_the_file_itself_is_all_of_them(run, pair, tmp_path):
    places = places_in(tmp_path)
    for two in combinations_with_replacement(places, 2):
        parameters = {**pair, **dict(zip(("TRANSFERS", "MATRIX"), two))}
        if {places[place] for place in two} == {"one", "two"}:
            run("transfermatrix", **parameters)
            with (
                gdal.ExceptionMgr(useExceptions=True),
                ogr.Open(str(tmp_path / "one.gpkg")) as file,
            ):
                assert {layer.GetName() for layer in file} == {"one", "two"}
            continue
        with refuses(r"MATRIX: '.*' is already used as TRANSFERS$"):
            run("transfermatrix", **parameters)


@pytest.mark.parametrize(
    ("algorithm", "name"),
    [
        (algorithm, name)
        for algorithm, contract in CONTRACTS.items()
        for name, kind in contract.parameters.items()
        if kind[0] == "fileDestination"
    ],
)
@pytest.mark.parametrize("file", ["r.docx", "r"])
def test_a_file_of_a_kind_that_the_output_is_not(run, tmp_path, algorithm, name, file):
    parameters = {**good(algorithm, tmp_path), name: str(tmp_path / "out" / file)}
    with refuses(rf"\b{name}: '.*/{file}' must end in \."):
        run(algorithm, **parameters)
    assert left_behind(tmp_path) == []


def test_a_page_may_be_called_htm(run, tmp_path):
    page = tmp_path / "SHARES.HTM"
    run("areashares", LAYERS=[sample("1986")], SHARES="TEMPORARY_OUTPUT", CHART=str(page))
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("ending", [".tif", ".TIF", ".tiff"])
def test_a_raster_may_be_called_tiff(run, tmp_path, pair, ending):
    path = tmp_path / f"conversions{ending}"
    run("transfermatrix", **pair, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=str(path))
    assert read_raster(path).tolist() == [[1001, 1007, 2003]]


@pytest.mark.parametrize("length", [400, 401, 5000])
def test_a_word_that_is_too_long_is_cut_in_its_middle(run, pair, length):
    """With its quotes one of 402 letters is whole, and longer ones have no more than 403."""
    refused = sentence_of(
        run, "transfermatrix", **pair, AREA_METHOD="y" * length, TRANSFERS="TEMPORARY_OUTPUT"
    )
    word = max(refused.split(), key=len)
    cut = f"{'y' * 199}...{'y' * 199}"
    assert word == f"'{'y' * 400 if length == 400 else cut}'"


@pytest.mark.parametrize("ending", [".csv", ".gpkg", ".xlsx", ".ods", ".sqlite"])
@pytest.mark.parametrize("length", [247, 248, 256])
def test_long_names_are_written_or_refused_in_words(run, tmp_path, ending, length):
    """Most systems allow 255 bytes, of which files beside an output need eight."""
    path = tmp_path / ("n" * (length - len(ending)) + ending)
    if length <= 247:
        run("areashares", LAYERS=[sample("1986")], SHARES=str(path))
        assert path.exists()
        return
    with refuses(r"\bSHARES: '.*' is not a valid name"):
        run("areashares", LAYERS=[sample("1986")], SHARES=str(path))
    assert list(tmp_path.iterdir()) == []


# What dialogs offer for tables.
ALWAYS = {".csv", ".CSV", ".xlsx", ".ods", ".gpkg", ".geojson", ".sqlite", ".gdb"}


@pytest.mark.parametrize("ending", sorted(ALWAYS))
@pytest.mark.parametrize("stem", ["two\nlines", "x\n", "a.b\nc", "x-y", "X 'y'"])
def test_a_name_with_a_line_break_or_other_signs_is_that_of_the_file(
    run, tmp_path, pair, ending, stem
):
    path, beside = tmp_path / f"{stem}{ending}", tmp_path / "two lines.csv"
    results = run("transfermatrix", **pair, TRANSFERS=str(path), MATRIX=str(beside))
    assert results["TRANSFERS"] == str(path)
    assert {file.name for file in tmp_path.glob("*")} - {"land_1990.tif", "land_2000.tif"} == {
        *(path.name, beside.name)
    }
    drivers = {".csv": "CSV", ".xlsx": "XLSX", ".gpkg": "GPKG", ".sqlite": "SQLite"}
    options = ["LIST_ALL_TABLES=YES"] if ending == ".sqlite" else []
    with (
        gdal.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=options) as dataset,
    ):
        assert dataset.GetDriver().ShortName == drivers.get(
            ending.lower(), dataset.GetDriver().ShortName
        )
        kinds = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
        columns = [{field.name for field in layer.schema} for layer in kinds]
        rows = [layer.GetFeatureCount() for layer, own in zip(kinds, columns) if "cells" in own]
        del kinds
    assert rows == [3]


def test_a_line_break_in_the_name_of_any_other_output(run, tmp_path, pair):
    """And in that of a folder; files beside a layer bear it too."""
    (folder := tmp_path / "two\nlines").mkdir()
    outputs = {
        name: str(folder / f"a\n{file}")
        for name, file in {"UNITS_LAYER": "u.shp", "CONVERSIONS": "c.tif", "TRANSFERS": "t"}.items()
    }
    run("transfermatrix", **pair, **outputs, UNITS_SIZE=1, MATRIX=str(folder / "m.csv"))
    made = {path.name for path in folder.iterdir()}
    shapes = {f"a\nu.{ending}" for ending in ("shp", "shx", "dbf", "prj", "cpg")}
    assert made == {"a\nc.tif", "a\nc.tif.aux.xml", "a\nt.gpkg", "m.csv", *shapes}


def test_a_table_that_cannot_be_made_says_why_without_sql():
    sql = "sqlite3_exec(CREATE TABLE t ('a(b)')) failed: unable to open"
    error = f"Could not create layer /x/t.gpkg: (OGR error: {sql})"
    assert extract_ogr_reason(error) == "unable to open"
    assert extract_ogr_reason("no (OGR error: the file is locked)") == "the file is locked"
    assert extract_ogr_reason("another reason") == "another reason"


@pytest.mark.parametrize(("inside", "shown"), [(True, 0), (False, 5)])
def test_zones_in_a_temporary_folder_of_a_model_are_not_shown(run, tmp_path, pair, inside, shown):
    """A step of a model whose folder only a later step takes gets one in the temporary folder."""
    run.project = QgsProject()
    folder = QgsProcessingUtils.generateTempFilename("zones") if inside else tmp_path / "zones"
    run("study", SCHEME="coal_mine", LAYERS=list(pair.values()), ZONES_FOLDER=str(folder))
    rasters = [path for path in run.context.layersToLoadOnCompletion() if path.endswith(".tif")]
    assert len(rasters) == shown


@pytest.mark.parametrize("piece", [7, table_sinks.CHUNK_BYTES])
def test_a_csv_says_that_it_is_in_utf8_where_not_all_of_it_is_ascii(
    run, tmp_path, pair, monkeypatch, piece
):
    """Excel reads it by a double click, and other programs as before."""
    monkeypatch.setattr(table_sinks, "CHUNK_BYTES", piece)
    written = {}
    for name in ("grass", "草地"):
        classes = write_csv(tmp_path / "classes.csv", f"value,class\n1,{name}\n2,two\n3,three")
        shares = tmp_path / f"{name}.csv"
        run("areashares", LAYERS=list(pair.values()), CLASSES=classes, SHARES=str(shares))
        written[name] = shares.read_bytes()
        for source, provider in ((shares, "ogr"), (shares.as_uri(), "delimitedtext")):
            layer = QgsVectorLayer(str(source), "", provider)
            names = layer.fields().names()
            assert names == list(read_csv(shares)[0])
            assert {feature["class"] for feature in layer.getFeatures()} >= {name}
    assert written["grass"].isascii()
    assert written["草地"] == BOM_UTF8 + written["grass"].replace(b"grass", "草地".encode())


@pytest.mark.parametrize("ending", ["gpkg", "xlsx"])
def test_a_table_that_cannot_be_read_back_is_refused(run, tmp_path, pair, ending):
    """In a sentence wherever the damage lies, though QGIS has GDAL raise exceptions."""
    assert ogr.GetUseExceptions()
    path = tmp_path / f"transfers.{ending}"
    run("transfermatrix", **pair, TRANSFERS=str(path))
    whole = path.read_bytes()
    check_written_table(str(path), "TRANSFERS", str(path), 3)
    refusals = set()
    for place in range(0, len(whole), len(whole) // 50):
        path.write_bytes(whole[:place] + b"\0" * 100 + whole[place + 100 :])
        try:
            check_written_table(str(path), "TRANSFERS", str(path), 3)
        except DataError as error:
            refusals.add(str(error))
    (refusal,) = refusals
    assert refusal.startswith(f"TRANSFERS: could not write '{path.name}' completely")


@pytest.mark.parametrize("ending", ["csv", "gpkg", "xlsx", "ods", "geojson", "sqlite"])
def test_a_table_with_fewer_rows_than_were_given_is_refused(run, tmp_path, pair, ending):
    path = tmp_path / f"transfers.{ending}"
    run("transfermatrix", **pair, TRANSFERS=str(path))
    check_written_table(str(path), "TRANSFERS", str(path), 3)
    with pytest.raises(DataError, match=r"TRANSFERS: could not write .* completely"):
        check_written_table(str(path), "TRANSFERS", str(path), 4)


NO_NAMES = {
    "sink": (".csv", ".gpkg", "..csv", ".hidden", " .csv"),
    "rasterDestination": (".tif", "..tif", " .tiff"),
    "fileDestination": (".html", ".png", "..png", ".pdf"),
}


def test_a_name_that_is_only_an_ending_is_refused(run, tmp_path):
    """For every output of every algorithm one such name, and all of them once."""
    seen = set()
    for algorithm in QgsApplication.processingRegistry().providerById("carbonzones").algorithms():
        (folder := tmp_path / algorithm.name()).mkdir()
        parameters = good(algorithm.name(), folder)
        if "UNITS" in [definition.name() for definition in algorithm.parameterDefinitions()]:
            polygon = "POLYGON ((0 0, 0 1, 1 1, 0 0))"
            parameters["UNITS"] = write_polygons(folder / "u.geojson", [polygon])
        for definition in algorithm.destinationParameterDefinitions():
            names = NO_NAMES.get(definition.type(), ())
            for name in names[:1] if definition.type() in seen else names:
                path = str(folder / "out" / name)
                said = sentence_of(run, algorithm.name(), **{**parameters, definition.name(): path})
                said = said.split(" / ", 1)[1]
                assert said.startswith(f"{definition.name()}: '{path}' is only a file extension")
                seen.add(definition.type())
        assert left_behind(folder) == []
    assert seen == set(NO_NAMES)


# They cut the names of columns, or make an empty cell 0.
NEVER = {".dbf", ".shp", ".DBF", ".tab", ".mif"}


def endings():
    """Those that QGIS offers for its vector outputs, some that it knows besides, and none."""
    offered = {f".{ending}" for ending in QgsVectorFileWriter.supportedFormatExtensions()}
    return sorted({*offered, *NEVER, ".CSV", ".xls", ".tsv", ".kmz", ".cvs", ".db", ""})


@pytest.mark.parametrize("ending", endings())
def test_a_table_is_written_whole_or_refused_before_any_work(run, tmp_path, ending):
    parameters = good("transfermatrix", tmp_path)
    path = tmp_path / "out" / f"table{ending}"
    parameters["TRANSFERS"] = str(path)
    said = ""
    try:
        results = run("transfermatrix", **parameters)
    except QgsProcessingException as refusal:
        said = str(refusal)
    assert not (said and ending in ALWAYS)
    assert said or ending not in NEVER
    if said:
        assert said.startswith(f"Transfers / TRANSFERS: '{path}' is not a suitable table format; ")
        assert is_one_sentence(said)
        assert run.feedback.progress() == 0
        assert left_behind(tmp_path) == []
        return
    # QGIS puts an ending of its own after one that it does not know, or knows for another's.
    made = Path(results["TRANSFERS"])
    assert made.name.startswith(f"table{ending}")
    assert made == path or ending not in ALWAYS
    assert {name.split(".")[0] for name in left_behind(tmp_path)} == {
        "table",
        *(Path(value).stem for name, value in parameters.items() if name != "TRANSFERS"),
    } - {"land_1990", "land_2000"}
    if ending == ".sql":
        return
    with gdal.ExceptionMgr(useExceptions=True):
        options = ["LIST_ALL_TABLES=YES"] if ending == ".sqlite" else []
        dataset = gdal.OpenEx(str(made), gdal.OF_VECTOR, open_options=options)
        layer = dataset.GetLayerByName("table") or dataset.GetLayer(0)
        cells = [next(v for k, v in row.items().items() if k.lower() == "cells") for row in layer]
        del layer, dataset
    assert sum(map(int, cells)) == 12


def test_dialogs_offer_for_a_table_what_can_hold_one(qgis_app):
    """And for layers with shapes what QGIS knows, Shapefiles among it."""
    listed = {}
    for algorithm, name in (("transfermatrix", "TRANSFERS"), ("samplepoints", "SAMPLE")):
        found = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")
        filters = found.parameterDefinition(name).createFileFilter()
        listed[name] = set(re.findall(r"\*(\.\w+)", filters))
    assert listed["TRANSFERS"] == ALWAYS - {".CSV"}
    assert listed["SAMPLE"] >= {".gpkg", ".shp"}


def test_geopackages_of_equal_input_have_equal_bytes(run, tmp_path, pair):
    """Tables and polygons; GDAL would write the time of the run into them."""
    units = write_polygons(tmp_path / "u.geojson", ["POLYGON ((0 0, 0 1, 1 1, 0 0))"])
    made = []
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        outputs = {name: str(folder / f"{name}.gpkg") for name in ("TRANSFERS", "UNITS_LAYER")}
        run("transfermatrix", **pair, UNITS=units, **outputs)
        made.append([Path(path).read_bytes() for path in outputs.values()])
    assert made[0] == made[1]
    assert all(b"1980-01-01T00:00:00.000Z" in content for content in made[0])
    assert gdal.GetConfigOption("OGR_CURRENT_DATE") is None


@pytest.mark.parametrize(
    ("written", "wanted"), [("classes.xyz.gpkg", "classes.xyz"), ("x.gpkg", "x")]
)
def test_an_input_is_not_replaced_under_another_name(run, tmp_path, pair, written, wanted):
    """QGIS writes x.gpkg where x is asked for."""
    table = write_csv(tmp_path / "written.csv", "value,class\n1,one\n2,two\n3,three\n7,seven")
    classes = tmp_path / written
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.VectorTranslate(str(classes), table, format="GPKG").Close()
    before = classes.read_bytes()
    with refuses(f"{written}' is already used as an input of this run"):
        run("transfermatrix", **pair, CLASSES=str(classes), TRANSFERS=str(tmp_path / wanted))
    assert classes.read_bytes() == before


FORMULAS = {1: "=1+1", 2: "+forest", 3: "-1 pit", 7: "=SUM(1)"}


def with_names(folder, names):
    layers = {}
    for name, year, row in (("EARLIER", 1990, [1, 1, 2]), ("LATER", 2000, [1, 7, 3])):
        path = folder / f"formulas_{year}.tif"
        layers[name] = write_raster(path, [row], names={**dict.fromkeys(range(8), ""), **names})
    return layers


def test_names_like_formulas_stay_and_are_told_once(run, tmp_path):
    """A CSV cannot tell a text from a formula, and tables are matched by their names."""
    outputs = {name: str(tmp_path / f"{name}.csv") for name in ("TRANSFERS", "MATRIX")}
    run("transfermatrix", **with_names(tmp_path, FORMULAS), **outputs)
    rows = read_csv(outputs["TRANSFERS"])
    assert {row["to_class"] for row in rows} == {"=1+1", "-1 pit", "=SUM(1)"}
    assert {row["from_class"] for row in rows} == {"=1+1", "+forest"}
    (warning,) = [text for text in run.feedback.warnings if "as a formula" in text]
    assert warning.startswith("TRANSFERS.csv: spreadsheets read '=1+1' as a formula;")


@pytest.mark.parametrize("name", ["-", "-9999", "+1.5", "a=b", "[-]", "forest"])
def test_names_that_are_no_formulas_are_not_told(run, tmp_path, name):
    layers = with_names(tmp_path, dict.fromkeys([1, 2, 3, 7], "") | {1: name})
    run("transfermatrix", **layers, TRANSFERS=str(tmp_path / "transfers.csv"))
    assert not [warning for warning in run.feedback.warnings if "as a formula" in warning]


def test_a_workbook_has_such_names_as_texts(run, tmp_path):
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    path = tmp_path / "transfers.xlsx"
    run("transfermatrix", **with_names(tmp_path, FORMULAS), TRANSFERS=str(path))
    assert not [warning for warning in run.feedback.warnings if "as a formula" in warning]
    with zipfile.ZipFile(path) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        words = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    assert not sheet.findall(f".//{main}f")
    shared = ["".join(word.itertext()).strip() for word in words]
    cells = [cell for cell in sheet.iter(f"{main}c") if cell.get("t") == "s"]
    texts = {shared[int(cell.findtext(f"{main}v"))] for cell in cells}
    assert set(FORMULAS.values()) <= texts


def test_an_ods_has_such_names_as_texts(run, tmp_path):
    office, table = (
        f"{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}" for part in ("office", "table")
    )
    path = tmp_path / "transfers.ods"
    run("transfermatrix", **with_names(tmp_path, FORMULAS), TRANSFERS=str(path))
    with zipfile.ZipFile(path) as book:
        cells = [*ElementTree.fromstring(book.read("content.xml")).iter(f"{table}table-cell")]
    assert not [cell for cell in cells if cell.get(f"{table}formula")]
    kinds = {"".join(cell.itertext()).strip(): cell.get(f"{office}value-type") for cell in cells}
    assert {kinds[name] for name in FORMULAS.values()} == {"string"}


@pytest.mark.parametrize("name", ["of:=1+1", "of:=1+"])
def test_a_text_that_an_ods_cannot_hold_is_told(run, tmp_path, name):
    """GDAL writes it as a formula, and calculates even a text of it when it reads."""
    layers, path = with_names(tmp_path, {**FORMULAS, 2: name}), tmp_path / "transfers.ods"
    said = sentence_of(run, "transfermatrix", **layers, TRANSFERS=str(path))
    assert f"'transfers.ods' cannot store the text '{name}'" in said
    assert not path.exists()
