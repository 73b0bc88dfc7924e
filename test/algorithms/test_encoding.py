"""Tables in the encodings of Chinese spreadsheets, and files that hold several tables."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from carbon_zones.test.algorithms.refusals import refusal_of, refuses, sentence_of
from carbon_zones.test.contracts import good
from carbon_zones.test.helpers import read_csv, write_csv, write_pair

TEXT = "value,class,name\n1,arable,耕地\n2,forest,林地\n3,open_pit,露天采场\n"
NAMES = [("耕地", "耕地"), ("林地", "耕地"), ("露天采场", "露天采场")]


@pytest.fixture
def pair(tmp_path):
    return write_pair(tmp_path, {1990: [[1, 2, 3]], 2000: [[1, 1, 3]]}, name="lu_{}.tif")


def counted(run, pair, folder, table) -> list:
    """Names from and to, by a class table."""
    path = folder / "transfers.csv"
    run("transfermatrix", **pair, CLASSES=table, TRANSFERS=str(path))
    return [(row["from_class"], row["to_class"]) for row in read_csv(path)]


@pytest.mark.parametrize(
    ("form", "codec", "said"),
    [
        ("commas", "utf-8", ""),
        ("commas", "utf-8-sig", ""),
        ("commas", "gbk", "GB18030"),
        ("commas", "utf-16", "UTF-16"),
        ("layer", "gbk", "GB18030"),
        ("delimited text", "utf-16", "UTF-16"),
    ],
)
def test_class_tables(run, pair, tmp_path, form, codec, said):
    table = as_table(run, tmp_path, TEXT, form, codec)
    assert counted(run, pair, tmp_path, table) == NAMES
    messages = [text for text in run.feedback.warnings if "is not UTF-8" in text]
    assert messages == [f"CLASSES: 'table.csv' is not UTF-8; read as {said}."] * bool(said)
    assert (tmp_path / "table.csv").read_bytes() == TEXT.encode(codec)


# As QGIS and others write them: a file without a list of its tables has that of the last ids.
SQLITE = ((), ("METADATA=NO",), ("SPATIALITE=YES",))


def database(folder, options, *names) -> str:
    """An SQLite database with the class table under these names."""
    path, table = str(folder / "all.sqlite"), write_csv(folder / "classes.csv", TEXT)
    with gdal.ExceptionMgr(useExceptions=True):
        for name in names:
            mode = {"accessMode": "update"} if name != names[0] else {}
            gdal.VectorTranslate(
                path, table, format="SQLite", layerName=name, datasetCreationOptions=options, **mode
            ).Close()
    return path


@pytest.mark.parametrize("options", SQLITE, ids=str)
@pytest.mark.parametrize("name", ["classes", "transfers"])
def test_an_sqlite_database_of_one_table_is_read_by_its_path(run, pair, tmp_path, options, name):
    path = database(tmp_path, options, name)
    for table in (path, QgsProcessingFeatureSourceDefinition(path)):
        assert counted(run, pair, tmp_path, table) == NAMES
        assert not [text for text in run.feedback.warnings if "the first is read" in text]


def test_of_several_tables_in_an_sqlite_database_the_first_is_read_and_told(run, pair, tmp_path):
    path = database(tmp_path, (), "one", "two")
    assert counted(run, pair, tmp_path, path) == NAMES
    (message,) = [text for text in run.feedback.warnings if "the first is read" in text]
    assert "'all.sqlite' contains one, two; the first is read" in message
    assert counted(run, pair, tmp_path, f"{path}|layername=two") == NAMES


@pytest.mark.parametrize(
    "ending", [".csv", ".gpkg", ".xlsx", ".ods", ".sqlite", ".geojson", ".gdb"]
)
def test_a_table_that_was_written_is_read_by_its_path(run, tmp_path, ending):
    """In each format that dialogs offer."""
    path = str(tmp_path / f"densities{ending}")
    run("carbondensities", PLACE="-51.6,2.3", SCHEME="coal_mine", COEFFICIENTS=path)
    layers = good("carbonloss", tmp_path)
    losses = [
        {**layers, "COEFFICIENTS": path},
        {**layers, "COEFFICIENTS": f"{path}|layername=densities"},
    ]
    results = [run("carbonloss", **given)["TOTAL_LOSS_TC"] for given in losses]
    assert results[0] == results[1]
    assert results[0] != run("carbonloss", **layers)["TOTAL_LOSS_TC"]


@pytest.mark.parametrize("file", ["classes.csv", "classes.xlsx", "classes.gpkg", "classes.sqlite"])
@pytest.mark.parametrize("name", ["CLASSES", "MASK", "EARLIER"])
def test_a_file_of_no_bytes_is_said_to_be_empty(run, pair, tmp_path, name, file):
    (tmp_path / file).touch()
    given = {**pair, name: str(tmp_path / file)}
    with refuses(f"{name}: '.*{file}' is empty$"):
        run("transfermatrix", **given, TRANSFERS="memory:")


def test_selected_rows_of_a_layer_in_another_encoding(run, pair, tmp_path):
    table = as_table(run, tmp_path, TEXT + "1,arable,旱地\n", "layer", "gbk")
    run.project.mapLayer(table).selectByIds([1, 2, 3])
    selected = QgsProcessingFeatureSourceDefinition(table, True)
    assert counted(run, pair, tmp_path, selected) == NAMES


def test_a_workbook_with_several_sheets(run, pair, tmp_path):
    book = str(tmp_path / "scheme.xlsx")
    with gdal.ExceptionMgr(useExceptions=True):
        for sheet, name in (("classes", "one"), ("others", "other")):
            table = write_csv(tmp_path / f"{sheet}.csv", f"value,class\n1,{name}\n2,two\n3,three\n")
            mode = {"accessMode": "update"} if Path(book).exists() else {"format": "XLSX"}
            gdal.VectorTranslate(book, table, layerName=sheet, **mode).FlushCache()
    assert counted(run, pair, tmp_path, book)[0] == ("one", "one")
    assert [
        text
        for text in run.feedback.warnings
        if "contains classes, others; the first is read" in text
    ]
    assert counted(run, pair, tmp_path, f"{book}|layername=others")[0] == ("other", "other")
    assert not [text for text in run.feedback.warnings if "the first is read" in text]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (".", "CLASSES: '.*' is a folder; specify a layer or table in it"),
        # QGIS would take the file's first layer, whatever table is named.
        ("GPKG:a.gpkg:classes", r"file.gpkg\|layername=name"),
        ("bytes.csv", "CLASSES: the encoding of 'bytes.csv' is neither UTF-8"),
    ],
)
def test_what_is_no_table(run, pair, tmp_path, table, message):
    write_csv(tmp_path / "classes.csv", "value,class\n1,one\n")
    (tmp_path / "bytes.csv").write_bytes(b"value,class\n1,for\xeat\n2,\xff\n")
    table = table if table.startswith("GPKG") else str(tmp_path / table)
    with refuses(message):
        run("transfermatrix", **pair, CLASSES=table, TRANSFERS="TEMPORARY_OUTPUT")


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


def as_table(run, folder, text: str, form: str, codec: str = "utf-8") -> str:
    """The table as a parameter of a run."""
    if form in (".xlsx", ".ods"):
        return by_hand(folder, text, form)
    path = folder / ("table.tsv" if form == "tabs" else "table.csv")
    separator = {"tabs": "\t", "semicolons": ";"}.get(form, ",")
    path.write_bytes(text.replace(",", separator).encode("utf-16" if form == "utf-16" else codec))
    if form not in ("layer", "delimited text"):
        return str(path)
    source, provider = str(path), "ogr"
    if form == "delimited text":
        source, provider = f"file://{path}?type=csv&geomType=none", "delimitedtext"
    # The project's, for an exception would hold a layer of ours beyond QGIS's end.
    run.project = QgsProject()
    return run.project.addMapLayer(QgsVectorLayer(source, "table", provider)).id()


TEXT_FORMS = ["commas", "semicolons", "tabs", "utf-16", "layer", "delimited text"]


@pytest.mark.parametrize(
    ("form", "columns"),
    [
        *((form, "two of one name") for form in (*TEXT_FORMS, ".xlsx", ".ods")),
        *(("commas", columns) for columns in (*COLUMNS,)[1:]),
        *(("layer", "in another case"), (".xlsx", "with blanks"), (".ods", "text alone")),
    ],
)
def test_a_column_twice(run, pair, tmp_path, form, columns):
    """GDAL gives the second one another name, and QGIS would show the first."""
    table = as_table(run, tmp_path, COLUMNS[columns], form)
    parameters = {**pair, "TRANSFERS": "TEMPORARY_OUTPUT", "CLASSES": table}
    algorithm, name, column = "transfermatrix", "CLASSES", "class"
    if columns == "text alone":
        algorithm, name, column = "zonereclassification", "RULES", "to"
        parameters = {**pair, "SCHEME": "coal_mine", "RULES": table}
        parameters |= dict.fromkeys(("ZONES", "ZONE_SHARES"), "TEMPORARY_OUTPUT")
    said = sentence_of(run, algorithm, **parameters)
    assert name in said
    assert said.endswith(f": duplicate column '{column}'")


@pytest.mark.parametrize("form", [*TEXT_FORMS, ".xlsx"])
def test_columns_that_only_look_alike(run, pair, tmp_path, form):
    """A number behind a name may be its own."""
    text = "value,class,class_1,class_2,name\n1,one,x,x,x1\n2,two,x,x,x2\n3,three,x,x,x3\n"
    assert counted(run, pair, tmp_path, as_table(run, tmp_path, text, form))[0] == ("x1", "x1")


EMPTY = ("\n", "\n\n\n", " \t\n", "\r\n\r\n", ",,\n", ",,\n,,\n", "\n,,\n")


@pytest.mark.parametrize(
    ("form", "empty"),
    [
        *(("commas", empty) for empty in EMPTY),
        *((form, empty) for form in TEXT_FORMS[1:] for empty in ("\n", "\n,,\n")),
    ],
)
def test_empty_lines_before_the_header(run, pair, tmp_path, form, empty):
    assert counted(run, pair, tmp_path, as_table(run, tmp_path, empty + TEXT, form)) == NAMES


@pytest.mark.parametrize("empty", EMPTY)
def test_empty_lines_before_a_header_of_texts(run, pair, tmp_path, empty):
    table = as_table(run, tmp_path, empty + "from,to,zone\narable,=,invariant\n", "commas")
    shares = tmp_path / "shares.csv"
    parameters = {**pair, "SCHEME": "coal_mine", "RULES": table, "ZONES": "TEMPORARY_OUTPUT"}
    run("zonereclassification", **parameters, ZONE_SHARES=str(shares))
    assert "Carbon sink invariant area" in shares.read_text("utf-8")


LONG = "value,class,name\n1,arable,耕地\n\n2,forest,林地,5\n3,pit,露天\n"
# By settings of their own, layers of delimited text with a comma in a cell and a line to pass over.
SETTINGS = {
    "single quotes": ("?type=csv&quote='&escape='&skipLines=1", "#\nvalue,class\n1,'a,\nb'\n{}"),
    "pipes": ("?type=csv&delimiter=%7C", "value|class\n1|a,b\n{}"),
    "another encoding": ("?type=csv&encoding=UTF-16", "value,class\n1,耕地\n{}"),
    "blanks": ("?type=whitespace", "value class\n1 a\n{}"),
}


@pytest.mark.parametrize("form", [*TEXT_FORMS, "gbk", ".zip"])
def test_a_row_that_is_longer_than_the_header(run, pair, tmp_path, form):
    codec = "gbk" if form == "gbk" else "utf-8"
    table = as_table(run, tmp_path, LONG, form, codec)
    if form == ".zip":
        with zipfile.ZipFile(tmp_path / "table.zip", "w") as archive:
            archive.write(table, "in/table.csv")
        table = f"/vsizip/{tmp_path / 'table.zip'}/in/table.csv"
    with refuses("row 2: 4 cells, but 3 in the header"):
        run("transfermatrix", **pair, CLASSES=table, TRANSFERS="TEMPORARY_OUTPUT")


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_row_longer_than_the_header_of_delimited_text(run, pair, tmp_path, setting):
    options, text = SETTINGS[setting]
    separator = {"pipes": "|", "blanks": " "}.get(setting, ",")
    row = separator.join(("2", "b", "", "5") if setting != "blanks" else ("2", "b", "c", "5"))
    path = tmp_path / "table.csv"
    codec = "utf-16" if setting == "another encoding" else "utf-8"
    path.write_bytes(text.format(row).encode(codec))
    run.project = QgsProject()
    uri = f"file://{path}{options}&geomType=none"
    layer = run.project.addMapLayer(QgsVectorLayer(uri, "table", "delimitedtext"))
    with refuses("row 2: 4 cells, but 2 in the header"):
        run("transfermatrix", **pair, CLASSES=layer.id(), TRANSFERS="TEMPORARY_OUTPUT")


@pytest.mark.parametrize("form", ["types beside it", "delimited text"])
@pytest.mark.parametrize(
    ("soil", "says"),
    [
        ("12,345", "row 1: column 'soil_tc_per_ha': '12,345' is unclear, 12.345 or 12345"),
        ("82.25", "'82.25' in row 1, column 'soil_tc_per_ha' and '5,5' in row 1"),
        ("1.000", "'1.000' in row 1, column 'soil_tc_per_ha' and '5,5' in row 1"),
    ],
)
def test_numbers_that_a_reader_has_made_of_texts(run, tmp_path, form, soil, says):
    """OGR takes commas for those of decimals where a file beside the table says Real."""
    parameters = good("carbonloss", tmp_path)
    path = tmp_path / "table.csv"
    path.write_text(f"class;soil_tc_per_ha;vegetation_tc_per_ha\narable;{soil};5,5\n")
    parameters["COEFFICIENTS"] = str(path)
    if form == "types beside it":
        path.with_suffix(".csvt").write_text('"String","Real","Real"\n')
    else:
        run.project = QgsProject()
        uri = f"file://{path}?type=csv&delimiter=;&geomType=none&detectTypes=yes"
        layer = run.project.addMapLayer(QgsVectorLayer(uri, "table", "delimitedtext"))
        parameters["COEFFICIENTS"] = layer.id()
    assert says in refusal_of(run, "carbonloss", **parameters)
