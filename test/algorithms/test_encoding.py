"""Tables in the encodings of Chinese spreadsheets, and files that hold several tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
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
