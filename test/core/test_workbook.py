"""Workbooks: read back by GDAL as they were written, and whole by the rules of their format."""

import io
import math
import posixpath
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal, ogr

from carbon_zones.core.base.data_dictionary import ColumnKind
from carbon_zones.core.base.messages import RunCancelledError
from carbon_zones.core.xlsx.cell_styles import CellStyle, number_format
from carbon_zones.core.xlsx.charts import BarChart, BarSeries
from carbon_zones.core.xlsx.workbook import (
    WorkbookProperties,
    column_range,
    is_unmodified_workbook,
    sheet_names,
    workbook_bytes,
    write_workbook,
)
from carbon_zones.core.xlsx.worksheet import Sheet, SheetCell, SheetRow, table_sheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIELDS = (
    ("name", ColumnKind.TEXT),
    ("n", ColumnKind.WHOLE),
    ("x", ColumnKind.REAL),
    ("ok", ColumnKind.YES_NO),
)
TEXTS = [
    *("=1+1", "@sink", "+3", "-x", "'", '"', "a & b <c>", "Rừng 林地", "\U0001f332", "x" * 5000),
    *(" blanks ", "007", "1e5", "TRUE", "2020-01-01"),
]
NUMBERS = [0.1 + 0.2, 5.0, -0.0, 1e300, 123456.78901234567, math.pi, 2.0**60, 1e-300]


def rows_of(content: bytes, *sheets: str, options=("HEADERS=FORCE",)) -> list[list[dict]]:
    """The rows of some sheets as GDAL reads them, and the types of their columns."""
    name = "/vsimem/book.xlsx"
    gdal.FileFromMemBuffer(name, content)
    with (
        gdal.ExceptionMgr(useExceptions=True),
        ogr.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(name, gdal.OF_VECTOR, open_options=options) as dataset,
    ):
        rows = [[row.items() for row in dataset.GetLayerByName(sheet)] for sheet in sheets]
    gdal.Unlink(name)
    return rows


def parts_of(content: bytes) -> dict:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def test_cells_come_back_as_they_were():
    rows = [
        {"name": text, "n": n - 3, "x": NUMBERS[n % len(NUMBERS)], "ok": n % 2 == 0}
        for n, text in enumerate(TEXTS)
    ]
    rows.insert(1, dict.fromkeys(rows[0]))
    (read,) = rows_of(workbook_bytes([table_sheet("s", FIELDS, rows)]), "s")
    assert read == rows


@pytest.mark.parametrize("whole", [5.0, 8])
def test_a_column_of_reals_is_one_though_all_its_numbers_are_whole(whole):
    (rows,) = rows_of(workbook_bytes([table_sheet("s", FIELDS[1:3], [{"n": 1, "x": whole}])]), "s")
    assert [type(rows[0][name]) for name in "nx"] == [int, float]


@given(st.lists(st.sampled_from(["a", None]), min_size=2, max_size=3), st.data())
def test_headings_are_known_without_being_told(first, data):
    """As QGIS opens a workbook: where a column is not of texts, whatever the first row holds."""
    fields = [(f"text {n}", ColumnKind.TEXT) for n in range(len(first))]
    kind = data.draw(st.sampled_from([ColumnKind.REAL, ColumnKind.WHOLE, ColumnKind.YES_NO]))
    fields.insert(data.draw(st.integers(0, len(first))), ("other", kind))
    rows = [dict(zip([f"text {n}" for n in range(len(first))], first))]
    rows.append(dict.fromkeys(rows[0], "b"))
    for row in rows:
        row["other"] = data.draw(st.sampled_from([None, 1]))
    (read,) = rows_of(workbook_bytes([table_sheet("s", fields, rows)]), "s", options=())
    assert [list(row) for row in read] == [[name for name, _ in fields]] * 2
    assert read == rows


def test_sheets_stand_in_their_order_under_their_names():
    names = ["b", "a", "Zonen & x"]
    content = workbook_bytes([table_sheet(s, FIELDS[:2], [{"name": s, "n": 1}]) for s in names])
    assert [rows[0]["name"] for rows in rows_of(content, *names)] == names
    sheets = parts_of(content)["xl/workbook.xml"].iter(f"{MAIN}sheet")
    assert [one.get("name") for one in sheets] == names


def test_every_part_is_named_where_programs_look_for_it():
    parts = parts_of(workbook_bytes([table_sheet("a", FIELDS, []), table_sheet("b", FIELDS, [])]))
    told = {part.get("PartName") for part in parts["[Content_Types].xml"]} - {None}
    files = {f"/{name}" for name in parts if not name.startswith("[") and "_rels" not in name}
    assert told == files
    links = [(f"/xl/{o.get('Target')}", o.get("Id")) for o in parts["xl/_rels/workbook.xml.rels"]]
    assert {target for target, _ in links} == files - {"/xl/workbook.xml"}
    assert len({number for _, number in links}) == len(links)


BARS = BarSeries("s!$A$2", "s!$B$2:$C$2", "#ff8000")
CHART = BarChart("A & B", "ha", "s!$B$1:$C$1", [BARS], True, 100.0, ((0, 3), (4, 9)))


def test_charts_are_found_from_their_sheet(tmp_path):
    sheets = [
        table_sheet("t", FIELDS, []),
        *(
            replace(table_sheet(name, FIELDS, []), charts=[CHART] * n)
            for name, n in (("s", 2), ("u", 1))
        ),
    ]
    path = tmp_path / "w.xlsx"
    write_workbook(path, sheets, WorkbookProperties("a"))
    assert is_unmodified_workbook(path)
    parts = parts_of(path.read_bytes())
    told = {part.get("PartName"): part.get("ContentType") for part in parts["[Content_Types].xml"]}
    found = []
    for number, sheet in enumerate(sheets, 1):
        part = f"xl/worksheets/sheet{number}.xml"
        assert parts_in_order(parts[part])[-1] == ("drawing" if sheet.charts else "headerFooter")
        for drawing in related(parts, part):
            assert told[f"/{drawing}"].endswith("officedocument.drawing+xml")
            charts = related(parts, drawing)
            assert len(charts) == len(sheet.charts)
            assert all(told[f"/{one}"].endswith("drawingml.chart+xml") for one in charts)
            frames = [one for one in parts[drawing].iter() if one.tag.endswith("}twoCellAnchor")]
            assert [[end.text for corner in frame[:2] for end in corner] for frame in frames] == [
                ["0", "0", "3", "0", "4", "0", "9", "0"]
            ] * len(charts)
            found += charts
    assert found == [f"xl/charts/chart{n}.xml" for n in (1, 2, 3)]
    texts = [one.text for one in parts[found[0]].iter() if one.text]
    assert texts == ["A & B", BARS.name, CHART.names, BARS.values, "ha"]


def values_in(part, name: str) -> list[str]:
    return [one.get("val") for one in part.iter() if one.tag.endswith(f"}}{name}")]


@pytest.mark.parametrize("lying", [True, False])
@pytest.mark.parametrize("most", [100.0, None])
def test_bars_stand_or_lie_in_the_order_of_their_names(lying, most):
    """The first on top, or at the left, from 0 on; what numbers are is told beside them."""
    bars = [replace(BARS, name=f"s!$A${n}", colour=f"#0000{n}0") for n in (4, 2, 3)]
    sheet = replace(
        table_sheet("s", FIELDS, []), charts=[replace(CHART, bars=bars, lying=lying, most=most)]
    )
    part = parts_of(workbook_bytes([sheet]))["xl/charts/chart1.xml"]
    assert values_in(part, "barDir") == ["bar" if lying else "col"]
    assert values_in(part, "grouping") == ["stacked"]
    assert values_in(part, "overlap") == ["100"]
    # Of the names and of the numbers; Excel draws lying bars from the axis upwards.
    assert values_in(part, "orientation") == ["maxMin" if lying else "minMax", "minMax"]
    assert values_in(part, "axPos") == (["l", "b"] if lying else ["b", "l"])
    assert values_in(part, "crosses") == ["autoZero", "max" if lying else "autoZero"]
    assert (values_in(part, "min"), values_in(part, "max")) == (["0"], ["100"] * (most is not None))
    assert values_in(part, "srgbClr")[:3] == ["000040", "000020", "000030"]
    for name in ("idx", "order"):
        assert values_in(part, name) == ["0", "1", "2"]
    texts = [one.text for one in part.iter() if one.tag.endswith("}f")]
    assert texts == [text for of in bars for text in (of.name, CHART.names, of.values)]
    assert values_in(part, "legendPos") == ["r"]
    assert values_in(part, "delete") == ["0", "0"]


def related(parts: dict, part: str) -> list[str]:
    folder, _, name = part.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{name}.rels", ())
    return [posixpath.normpath(posixpath.join(folder, one.get("Target"))) for one in relations]


def test_lists_to_choose_from():
    fields = [(name, ColumnKind.TEXT) for name in "abc"]
    zone_fields = [("key", ColumnKind.TEXT), ("zone", ColumnKind.WHOLE)]
    choices = column_range("zones", zone_fields, 5, "zone")
    assert choices == "zones!$B$2:$B$6"
    part = sheet_part(table_sheet("s", fields, [], lists={"a": '"sink,mine & co"', "c": choices}))
    lists = {o.get("sqref"): (o.get("type"), o[0].text) for o in part.iter(f"{MAIN}dataValidation")}
    assert lists == {"A2:A1048576": ("list", '"sink,mine & co"'), "C2:C1048576": ("list", choices)}
    assert not [one for one in part.iter() if one.get("showErrorMessage")]  # others may be typed
    assert parts_in_order(part) == [*FIRST_PARTS, "dataValidations", *LAST_PARTS]


# Parts of a sheet have an order, which Excel insists on.
FIRST_PARTS = "sheetPr", "sheetViews", "cols", "sheetData"
LAST_PARTS = "pageMargins", "pageSetup", "headerFooter"


def parts_in_order(part) -> list[str]:
    return [one.tag.removeprefix(MAIN) for one in part]


@pytest.mark.parametrize(("columns", "last"), [(1, "A1"), (26, "Z1"), (27, "AA1"), (703, "AAA1")])
def test_columns_have_letters(columns, last):
    fields = [(f"c{n}", ColumnKind.WHOLE) for n in range(columns)]
    part = sheet_part(table_sheet("s", fields, []))
    places = [cell.get("r") for cell in part.iter(f"{MAIN}c")]
    assert places[-1] == last
    assert len(set(places)) == columns
    assert all(re.fullmatch("[A-Z]+1", place) for place in places)


def test_the_same_tables_are_the_same_bytes():
    rows = [{"name": "a", "n": 1, "x": 2.5, "ok": True}]
    content = workbook_bytes([table_sheet("s", FIELDS, rows)])
    assert content == workbook_bytes([table_sheet("s", FIELDS, rows)])
    # The time of making is not in the file.
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_names_of_sheets():
    wanted = [
        "Transfers",
        "transfers",
        "a/b:c[d]",
        "'x'",
        "Land-use history",
        "",
        "林" * 40,
        "林" * 33,
    ]
    names = sheet_names([*wanted, *["w" * 31] * 11, "\U0001f332" * 20])
    assert names[:6] == ["Transfers", "transfers 2", "a_b_c_d_", "x", "Land-use history", "_"]
    assert names[6:8] == ["林" * 31, "林" * 29 + " 2"]
    assert names[8:10] == ["w" * 31, "w" * 29 + " 2"]
    assert names[18] == "w" * 28 + " 11"
    assert names[19] == "\U0001f332" * 15
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not [name for name in names if re.search(r"[\[\]:*?/\\]|^'|'$", name)]


def sheet_part(sheet) -> ElementTree.Element:
    return parts_of(workbook_bytes([sheet]))["xl/worksheets/sheet1.xml"]


def looks_of(content: bytes) -> dict:
    """By cell of the first sheet: the format of its number, and its look as attributes."""
    parts = parts_of(content)
    styles = parts["xl/styles.xml"]
    codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(f"{MAIN}numFmt")}
    fonts = list(styles.find(f"{MAIN}fonts"))
    fills = list(styles.find(f"{MAIN}fills"))
    xfs = list(styles.find(f"{MAIN}cellXfs"))
    found = {}
    for cell in parts["xl/worksheets/sheet1.xml"].iter(f"{MAIN}c"):
        xf = xfs[int(cell.get("s", 0))]
        fill = fills[int(xf.get("fillId"))].find(f"{MAIN}patternFill/{MAIN}fgColor")
        found[cell.get("r")] = {
            "format": codes.get(xf.get("numFmtId"), ""),
            "bold": fonts[int(xf.get("fontId"))].find(f"{MAIN}b") is not None,
            "fill": None if fill is None else fill.get("rgb"),
            "text": xf.get("quotePrefix") == "1",
            **xf.find(f"{MAIN}alignment").attrib,
        }
    return found


def test_numbers_have_formats_and_headings_stand_out():
    formats = {"n": "#,##0", "x": "#,##0.00"}
    rows = [{"name": "a", "n": 12345, "x": 2.5, "ok": True}]
    headings = {"n": "Zahl", "x": "Größe & mehr"}
    content = workbook_bytes([table_sheet("s", FIELDS, rows, headings, formats)])
    looks = looks_of(content)
    assert [looks[f"{c}2"]["format"] for c in "ABCD"] == ["", "#,##0", "#,##0.00", ""]
    assert [looks[f"{c}1"]["bold"] for c in "ABCD"] == [True] * 4
    assert [looks[f"{c}2"]["bold"] for c in "ABCD"] == [False] * 4
    assert {looks[f"{c}1"]["fill"] for c in "ABCD"} == {"FFE3ECE4"}
    # A heading stands where the cells below it do.
    assert [looks[f"{c}1"].get("horizontal") for c in "ABCD"] == [None, "right", "right", "center"]
    assert looks["D2"]["horizontal"] == "center"
    texts = [one.text for one in parts_of(content)["xl/worksheets/sheet1.xml"].iter(f"{MAIN}t")]
    assert texts == ["name", "Zahl", "Größe & mehr", "ok", "a"]


@pytest.mark.parametrize("digits", range(7))
def test_a_number_shows_all_its_digits_and_a_0_of_what_it_has_none_of(digits):
    whole, _, fraction = number_format(digits).partition(".")
    assert whole.endswith("##0")
    assert fraction == "0" * digits


def test_texts_and_headings_keep_away_from_what_is_beside_them():
    """Texts from the numbers before them, the headings of these from those behind."""
    fields = [("n", ColumnKind.WHOLE), ("name", ColumnKind.TEXT), ("other", ColumnKind.TEXT)]
    looks = looks_of(
        workbook_bytes([table_sheet("s", fields, [{"n": 1, "name": "a", "other": "b"}])])
    )
    assert [looks[f"{c}2"].get("indent") for c in "ABC"] == [None, "1", None]
    assert [looks[f"{c}1"].get("indent") for c in "ABC"] == ["1", "1", None]
    assert [looks[f"{c}1"].get("horizontal") for c in "ABC"] == ["right", "left", None]


def test_what_is_printed_of_a_sheet_alone_has_to_fit_onto_a_page():
    fields = [(f"n{n}", ColumnKind.WHOLE) for n in range(60)]
    rows = [{name: n for name, _ in fields} for n in range(9)]
    for printed, area, fits in (((3, 4), "$A$1:$D$3", "1"), ((99, 99), "$A$1:$BH$10", "0")):
        parts = parts_of(
            workbook_bytes([replace(table_sheet("Land's", fields, rows), printed=printed)])
        )
        names = {o.get("name"): o for o in parts["xl/workbook.xml"].iter(f"{MAIN}definedName")}
        assert names["_xlnm.Print_Area"].text == f"'Land''s'!{area}"
        (page,) = parts["xl/worksheets/sheet1.xml"].iter(f"{MAIN}pageSetUpPr")
        assert page.get("fitToPage") == fits


@pytest.mark.parametrize("text", ["=1+1", "+3", "-x", "@sink"])
def test_what_looks_like_a_formula_stays_a_text_however_it_is_edited(text):
    fields = [("name", ColumnKind.TEXT)]
    looks = looks_of(workbook_bytes([table_sheet("s", fields, [{"name": text}, {"name": "a=1"}])]))
    assert [looks[cell]["text"] for cell in ("A1", "A2", "A3")] == [False, True, False]
    assert not list(sheet_part(table_sheet("s", fields, [{"name": text}])).iter(f"{MAIN}f"))


def test_columns_are_as_wide_as_what_is_in_them():
    rows = [{"name": "林地" * 8, "n": 123, "x": 123456.7891, "ok": True}] * 3
    formats = {"x": "#,##0.00"}
    part = sheet_part(table_sheet("s", FIELDS, rows, {"n": "How many of them"}, formats))
    widths = [float(one.get("width")) for one in part.iter(f"{MAIN}col")]
    assert widths[0] >= 2 * 16 + 1  # a Chinese letter is as wide as two
    assert widths[1] >= len("How many of them") * 1.1
    assert len("123,456.79") < widths[2] < len("123,456.79") + 5
    assert all(width >= 6 for width in widths)
    long = sheet_part(table_sheet("s", FIELDS[:1], [{"name": "x" * 500}]))
    assert [float(one.get("width")) for one in long.iter(f"{MAIN}col")] == [62.0]


def test_the_headings_stay_in_view_and_filter_and_are_printed_on_every_page():
    rows = [{"name": "a", "n": 1, "x": 2.5, "ok": True}] * 3
    parts = parts_of(workbook_bytes([table_sheet("Land's [1]", FIELDS, rows, filtered=True)]))
    part = parts["xl/worksheets/sheet1.xml"]
    (pane,) = part.iter(f"{MAIN}pane")
    view = {"ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"}
    assert pane.attrib == view
    assert part.find(f"{MAIN}autoFilter").get("ref") == "A1:D4"
    assert part.find(f"{MAIN}pageSetup").attrib["fitToWidth"] == "1"
    names = {one.get("name"): one for one in parts["xl/workbook.xml"].iter(f"{MAIN}definedName")}
    assert names["_xlnm.Print_Titles"].text == "'Land''s [1]'!$1:$1"
    assert names["_xlnm._FilterDatabase"].text == "'Land''s [1]'!$A$1:$D$4"
    assert {one.get("localSheetId") for one in names.values()} == {"0"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x0bb\rc", "a_x000B_b_x000D_c"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x", "_x"),
        ("\ud800", "?"),
        pytest.param("x" * 40_000, "x" * 32_764 + "...", id="longer than a cell"),
    ],
)
def test_letters_that_xml_has_no_place_for_and_texts_that_a_cell_has_none_for(text, written):
    part = sheet_part(table_sheet("s", [("name", ColumnKind.TEXT)], [{"name": text}]))
    assert [one.text for one in part.iter(f"{MAIN}t")][1] == written


def test_what_fits_into_excel():
    assert Sheet("s", [], (1_048_576, 16_384)).is_within_limits
    assert not Sheet("s", [], (1_048_577, 1)).is_within_limits
    assert not Sheet("s", [], (1, 16_385)).is_within_limits
    # With the headings.
    assert table_sheet("s", FIELDS[:2], [{"name": "a", "n": 1}]).size == (2, 2)


def test_sheets_of_any_cells_and_where_they_lead():
    lines = [
        SheetRow([SheetCell("a"), None, SheetCell(2.5, ColumnKind.REAL, CellStyle("0.0"))], 30.0),
        SheetRow([]),
    ]
    more = {"frozen": (0, 0), "merged": ["A2:C2"], "links": {"A1": "It's"}}
    part = sheet_part(Sheet("s", lines, (2, 3), widths=[5.0, 6.5, 7.0], **more))
    rows = list(part.iter(f"{MAIN}row"))
    assert (rows[0].get("ht"), rows[0].get("customHeight"), rows[1].get("ht")) == ("30", "1", None)
    assert [cell.get("r") for cell in part.iter(f"{MAIN}c")] == ["A1", "C1"]
    assert [float(one.get("width")) for one in part.iter(f"{MAIN}col")] == [5.0, 6.5, 7.0]
    assert [one.get("ref") for one in part.iter(f"{MAIN}mergeCell")] == ["A2:C2"]
    (link,) = part.iter(f"{MAIN}hyperlink")
    assert (link.get("ref"), link.get("location")) == ("A1", "'It''s'!A1")
    assert not list(part.iter(f"{MAIN}pane"))
    assert parts_in_order(part) == [*FIRST_PARTS, "mergeCells", "hyperlinks", *LAST_PARTS]


def test_what_a_workbook_tells_of_itself():
    parts = parts_of(workbook_bytes([], WorkbookProperties("A & B", "", "Zeile 1\nZeile 2")))
    told = {one.tag.split("}")[1]: one.text for one in parts["docProps/core.xml"]}
    assert told == {"title": "A & B", "description": "Zeile 1\nZeile 2"}
    types = {one.get("PartName") for one in parts["[Content_Types].xml"]}
    assert "/docProps/core.xml" in types
    targets = {one.get("Target") for one in parts["_rels/.rels"]}
    assert targets == {"xl/workbook.xml", "docProps/core.xml"}


def test_large_sheets_are_put_together_on_the_disk_and_stopped_between_rows(tmp_path, monkeypatch):
    monkeypatch.setattr("carbon_zones.core.xlsx.workbook.MAX_MEMORY_BYTES", 1000)
    monkeypatch.setattr("carbon_zones.core.xlsx.workbook.MAX_MEMORY_BYTES", 1000)
    fields = [("name", ColumnKind.TEXT), ("n", ColumnKind.WHOLE)]
    rows = [{"name": f"row {n}", "n": n} for n in range(12_000)]
    content = workbook_bytes([table_sheet("s", fields, rows)])
    assert rows_of(content, "s") == [rows]
    asked, sheets = [], [table_sheet("s", fields, rows)]
    with pytest.raises(RunCancelledError):
        write_workbook(tmp_path / "w.xlsx", sheets, None, lambda: asked.append(1) or len(asked) < 2)
    assert len(asked) == 2
