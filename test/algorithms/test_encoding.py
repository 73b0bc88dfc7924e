"""Tables in the encodings of Chinese spreadsheets, and files that hold several tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.helpers import read_csv, write_csv, write_raster

TEXT = "value,class,name\n1,arable,耕地\n2,forest,林地\n3,open_pit,露天采场\n"
NAMES = [("耕地", "耕地"), ("林地", "耕地"), ("露天采场", "露天采场")]


@pytest.fixture
def pair(tmp_path):
    return {
        "EARLIER": write_raster(tmp_path / "lu_1990.tif", [[1, 2, 3]]),
        "LATER": write_raster(tmp_path / "lu_2000.tif", [[1, 1, 3]]),
    }


def names_of(path) -> list:
    return [(row["from_class"], row["to_class"]) for row in read_csv(path)]


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("gbk", "GB18030"),
        ("utf-16", "UTF-16"),
    ],
)
@pytest.mark.parametrize("given", ["path", "layer", "delimited text", "step"])
def test_class_tables(run, pair, tmp_path, codec, said, given):
    path = tmp_path / "classes.csv"
    path.write_bytes(TEXT.encode(codec))
    table = str(path)
    if given == "layer":
        table = QgsVectorLayer(table, "classes", "ogr")
    if given == "delimited text":
        table = QgsVectorLayer(f"file://{path}?type=csv&geomType=none", "classes", "delimitedtext")
    transfers = tmp_path / "transfers.csv"
    parameters = {**pair, "CLASSES": table, "TRANSFERS": str(transfers)}
    if given == "step":
        run(as_step("transfermatrix", parameters))
    else:
        run("transfermatrix", **parameters)
        told = [text for text in run.feedback.warnings if "is not in UTF-8" in text]
        assert told == (
            [f"CLASSES: 'classes.csv' is not in UTF-8; it is read as {said}."] * bool(said)
        )
    assert names_of(transfers) == NAMES
    assert path.read_bytes() == TEXT.encode(codec)


def test_selected_rows_of_a_layer_in_another_encoding(run, pair, tmp_path):
    path = tmp_path / "classes.csv"
    path.write_bytes((TEXT + "1,arable,旱地\n").encode("gbk"))
    layer = QgsVectorLayer(str(path), "classes", "ogr")
    layer.selectByIds([1, 2, 3])
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    transfers = tmp_path / "transfers.csv"
    run(
        "transfermatrix",
        **pair,
        CLASSES=QgsProcessingFeatureSourceDefinition(layer.id(), True),
        TRANSFERS=str(transfers),
    )
    assert names_of(transfers) == NAMES


@pytest.mark.parametrize("name", ["CLASSES", "RULES", "ZONE_TABLE", "COEFFICIENTS"])
def test_every_table_of_the_scheme_that_is_no_text_is_refused(run, pair, tmp_path, name):
    path = tmp_path / "table.csv"
    path.write_bytes(b"value,class\n1,for\xeat\n2,\xff\n")
    with pytest.raises(QgsProcessingException, match=rf"{name}: .*table.csv' are neither in UTF-8"):
        run(
            "study",
            LAYERS=[pair["EARLIER"], pair["LATER"]],
            **{name: str(path)},
            ZONES_FOLDER=str(tmp_path),
            **dict.fromkeys(
                ("TRANSFERS", "AREAS", "ZONE_SHARES", "LOSSES", "CLOSURE"), "TEMPORARY_OUTPUT"
            ),
        )


def test_a_workbook_with_several_sheets(run, pair, tmp_path):
    book = str(tmp_path / "scheme.xlsx")
    with gdal.ExceptionMgr(useExceptions=True):
        for sheet, name in (("classes", "one"), ("others", "other")):
            table = write_csv(tmp_path / f"{sheet}.csv", f"value,class\n1,{name}\n2,two\n3,three\n")
            mode = {"accessMode": "update"} if Path(book).exists() else {"format": "XLSX"}
            gdal.VectorTranslate(book, table, layerName=sheet, **mode).FlushCache()
    transfers = tmp_path / "transfers.csv"
    run("transfermatrix", **pair, CLASSES=book, TRANSFERS=str(transfers))
    assert [text for text in run.feedback.warnings if "holds the tables classes, others" in text]
    assert names_of(transfers)[0] == ("one", "one")
    run("transfermatrix", **pair, CLASSES=f"{book}|layername=others", TRANSFERS=str(transfers))
    assert not [text for text in run.feedback.warnings if "holds the tables" in text]
    assert names_of(transfers)[0] == ("other", "other")


def test_a_folder_is_no_table(run, pair, tmp_path):
    write_csv(tmp_path / "classes.csv", "value,class\n1,one\n")
    with pytest.raises(QgsProcessingException, match=r"CLASSES: '.*' is a folder; name the table"):
        run("transfermatrix", **pair, CLASSES=str(tmp_path), TRANSFERS="TEMPORARY_OUTPUT")


def test_a_geopackage_in_the_spelling_of_rasters(run, pair, tmp_path):
    """QGIS would take the file's first layer, whatever table is named."""
    with pytest.raises(QgsProcessingException, match=r"file.gpkg\|layername=table"):
        run("transfermatrix", **pair, CLASSES="GPKG:a.gpkg:classes", TRANSFERS="TEMPORARY_OUTPUT")


COLUMNS = {
    "two of one name": "value,class,class\n1,one,x\n2,two,x\n3,three,x\n",
    "with blanks": "value,class, class \n1,one,x\n2,two,x\n3,three,x\n",
    "in another case": "value,class,Class\n1,one,x\n2,two,x\n3,three,x\n",
    "text alone": "from,zone,to,to\narable,2,forest,grass\n",
}


def by_hand(folder, text: str, ending: str) -> str:
    """A spreadsheet with just these cells, which GDAL writes with names of its own for columns."""
    header, *rows = [line.split(",") for line in text.splitlines()]
    path = str(folder / f"table{ending}")
    driver = gdal.GetDriverByName({".xlsx": "XLSX", ".ods": "ODS"}[ending])
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        book = driver.Create(path, 0, 0, 0, gdal.GDT_Unknown)
        sheet = book.CreateLayer("table")
        for column in header:
            sheet.CreateField(ogr.FieldDefn(column))
        for row in rows:
            feature = ogr.Feature(sheet.GetLayerDefn())
            for place, cell in enumerate(row):
                feature.SetField(place, cell)
            sheet.CreateFeature(feature)
        book.Close()
    return path


def as_table(run, folder, text: str, form: str) -> str:
    """The table as a parameter of a run."""
    if form in (".xlsx", ".ods"):
        return by_hand(folder, text, form)
    path = folder / ("table.tsv" if form == "tabs" else "table.csv")
    separator = {"tabs": "\t", "semicolons": ";"}.get(form, ",")
    path.write_text(text.replace(",", separator), "utf-16" if form == "utf-16" else "utf-8")
    if form not in ("layer", "delimited text"):
        return str(path)
    source, provider = str(path), "ogr"
    if form == "delimited text":
        source, provider = f"file://{path}?type=csv&geomType=none", "delimitedtext"
    # The project's, for an exception would hold a layer of ours beyond QGIS's end.
    run.project = QgsProject()
    return run.project.addMapLayer(QgsVectorLayer(source, "table", provider)).id()


TEXT_FORMS = ["commas", "semicolons", "tabs", "utf-16", "layer", "delimited text"]


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("form", [*TEXT_FORMS, ".xlsx", ".ods"])
def test_a_column_twice(run, pair, tmp_path, form, columns):
    """GDAL gives the second one another name, and QGIS would show the first."""
    table = as_table(run, tmp_path, COLUMNS[columns], form)
    parameters = {**pair, "TRANSFERS": "TEMPORARY_OUTPUT", "CLASSES": table}
    algorithm, name, column = "transfermatrix", "CLASSES", "class"
    if columns == "text alone":
        algorithm, name, column = "zonereclassification", "RULES", "to"
        parameters = {**pair, "SCHEME": "coal_mine", "RULES": table}
        parameters |= dict.fromkeys(("ZONES", "ZONE_SHARES"), "TEMPORARY_OUTPUT")
    with pytest.raises(QgsProcessingException) as caught:
        run(algorithm, **parameters)
    assert name in str(caught.value)
    assert str(caught.value).endswith(f"has the column '{column}' twice")


@pytest.mark.parametrize("form", [*TEXT_FORMS, ".xlsx"])
def test_columns_that_only_look_alike(run, pair, tmp_path, form):
    """A number behind a name may be its own."""
    text = "value,class,class_1,class_2,name\n1,one,x,x,x1\n2,two,x,x,x2\n3,three,x,x,x3\n"
    transfers = tmp_path / "transfers.csv"
    table = as_table(run, tmp_path, text, form)
    run("transfermatrix", **pair, CLASSES=table, TRANSFERS=str(transfers))
    assert names_of(transfers)[0] == ("x1", "x1")


@pytest.mark.parametrize(
    "empty", ["\n", "\n\n\n", " \t\n", "\r\n\r\n", ",,\n", ",,\n,,\n", "\n,,\n"]
)
@pytest.mark.parametrize("form", [*TEXT_FORMS[:-1], "table of text"])
def test_empty_lines_before_the_header(run, pair, tmp_path, form, empty):
    if form == "table of text":
        table = as_table(run, tmp_path, empty + "from,to,zone\narable,=,invariant\n", "commas")
        shares = tmp_path / "shares.csv"
        parameters = {**pair, "SCHEME": "coal_mine", "RULES": table, "ZONES": "TEMPORARY_OUTPUT"}
        run("zonereclassification", **parameters, ZONE_SHARES=str(shares))
        assert "Carbon sink invariant area" in shares.read_text("utf-8")
        return
    table = as_table(run, tmp_path, empty + TEXT, form)
    transfers = tmp_path / "transfers.csv"
    run("transfermatrix", **pair, CLASSES=table, TRANSFERS=str(transfers))
    assert names_of(transfers) == NAMES


def test_rows_after_empty_lines_are_counted_below_the_header(run, pair, tmp_path):
    table = as_table(run, tmp_path, "\n\nvalue,class\n1,one\n\nx,two\n", "commas")
    with pytest.raises(QgsProcessingException, match=r"row 2: column 'value' is 'x'"):
        run("transfermatrix", **pair, CLASSES=table, TRANSFERS="TEMPORARY_OUTPUT")
