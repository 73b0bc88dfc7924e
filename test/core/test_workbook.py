"""Workbooks: read back by GDAL as they were written, and whole by the rules of their format."""

from __future__ import annotations

import io
import math
import re
import zipfile
from xml.etree import ElementTree

import pytest
from osgeo import gdal, ogr

from carbon_zones.core.columns import Kind
from carbon_zones.core.workbook import cells_of, sheet_names, workbook
from carbon_zones.core.worksheet import table_sheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIELDS = (("name", Kind.TEXT), ("n", Kind.WHOLE), ("x", Kind.REAL), ("ok", Kind.YES_NO))
TEXTS = [
    *("=1+1", "@sink", "+3", "-x", "'", '"', "a & b <c>", "Rừng 林地", "\U0001f332", "x" * 5000),
    *(" blanks ", "007", "1e5", "TRUE", "2020-01-01"),
]
NUMBERS = [0.1 + 0.2, 5.0, -0.0, 1e300, 123456.78901234567, math.pi, 2.0**60, 1e-300]


def rows_of(content: bytes, *sheets: str) -> list[list[dict]]:
    """The rows of some sheets as GDAL reads them, and the types of their columns."""
    name = "/vsimem/book.xlsx"
    gdal.FileFromMemBuffer(name, content)
    with (
        gdal.ExceptionMgr(useExceptions=True),
        ogr.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(name, gdal.OF_VECTOR, open_options=["HEADERS=FORCE"]) as dataset,
    ):
        found = [[row.items() for row in dataset.GetLayerByName(sheet)] for sheet in sheets]
    gdal.Unlink(name)
    return found


def parts_of(content: bytes) -> dict:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def test_cells_come_back_as_they_were():
    rows = [
        {"name": text, "n": n - 3, "x": NUMBERS[n % len(NUMBERS)], "ok": n % 2 == 0}
        for n, text in enumerate(TEXTS)
    ]
    (found,) = rows_of(workbook([table_sheet("s", FIELDS, rows)]), "s")
    assert [row["name"] for row in found] == TEXTS
    assert [row["n"] for row in found] == [row["n"] for row in rows]
    assert [row["x"] for row in found] == [row["x"] for row in rows]
    assert [bool(row["ok"]) for row in found] == [row["ok"] for row in rows]


def test_a_column_of_reals_is_one_though_all_its_numbers_are_whole():
    rows = [{"name": "a", "n": 1, "x": 5.0, "ok": True}, {"name": "b", "n": 2, "x": 8, "ok": False}]
    (found,) = rows_of(workbook([table_sheet("s", FIELDS, rows)]), "s")
    assert [type(row["x"]) for row in found] == [float, float]
    assert [type(row["n"]) for row in found] == [int, int]


def test_empty_cells_are_empty():
    rows = [dict.fromkeys(("name", "n", "x", "ok")), {"name": "a", "n": 1, "x": 2.5, "ok": True}]
    (found,) = rows_of(workbook([table_sheet("s", FIELDS, [rows[1], rows[0], rows[1]])]), "s")
    assert found[1] == {"name": None, "n": None, "x": None, "ok": None}


def test_sheets_stand_in_their_order_under_their_names():
    sheets = [
        table_sheet(name, FIELDS[:2], [{"name": name, "n": 1}]) for name in ("b", "a", "Zonen & x")
    ]
    assert [rows[0]["name"] for rows in rows_of(workbook(sheets), "b", "a", "Zonen & x")] == [
        *("b", "a", "Zonen & x")
    ]
    names = [
        s.get("name") for s in parts_of(workbook(sheets))["xl/workbook.xml"].iter(f"{MAIN}sheet")
    ]
    assert names == ["b", "a", "Zonen & x"]


def test_every_part_is_named_where_programs_look_for_it():
    parts = parts_of(workbook([table_sheet("a", FIELDS, []), table_sheet("b", FIELDS, [])]))
    told = {part.get("PartName") for part in parts["[Content_Types].xml"]} - {None}
    files = {f"/{name}" for name in parts if not name.startswith("[") and "_rels" not in name}
    assert told == files
    linked = {
        f"xl/{one.get('Target')}": one.get("Id") for one in parts["xl/_rels/workbook.xml.rels"]
    }
    assert set(linked) == {name.removeprefix("/") for name in files} - {"xl/workbook.xml"}
    assert len(set(linked.values())) == len(linked)


def test_lists_to_choose_from():
    fields = [(name, Kind.TEXT) for name in "abc"]
    zone_fields = [("key", Kind.TEXT), ("zone", Kind.WHOLE)]
    zones = table_sheet("zones", zone_fields, [{"key": "k", "zone": 1}] * 5)
    choices = cells_of("zones", zone_fields, 5, "zone")
    assert choices == "zones!$B$2:$B$6"
    sheet = table_sheet("s", fields, [], lists={"a": '"sink,mine & co"', "c": choices})
    part = parts_of(workbook([sheet, zones]))["xl/worksheets/sheet1.xml"]
    found = {
        one.get("sqref"): (one.get("type"), one[0].text)
        for one in part.iter(f"{MAIN}dataValidation")
    }
    assert found == {
        "A2:A1048576": ("list", '"sink,mine & co"'),
        "C2:C1048576": ("list", "zones!$B$2:$B$6"),
    }
    assert not [one for one in part.iter() if one.get("showErrorMessage")]  # others may be typed
    # Parts of a sheet have an order, which Excel insists on.
    assert [one.tag.removeprefix(MAIN) for one in part] == [
        *("sheetPr", "sheetViews", "cols", "sheetData", "dataValidations"),
        *("pageMargins", "pageSetup", "headerFooter"),
    ]


@pytest.mark.parametrize(("columns", "last"), [(1, "A1"), (26, "Z1"), (27, "AA1"), (703, "AAA1")])
def test_columns_have_letters(columns, last):
    fields = [(f"c{n}", Kind.WHOLE) for n in range(columns)]
    part = parts_of(workbook([table_sheet("s", fields, [])]))["xl/worksheets/sheet1.xml"]
    places = [cell.get("r") for cell in part.iter(f"{MAIN}c")]
    assert places[-1] == last
    assert len(set(places)) == columns
    assert all(re.fullmatch("[A-Z]+1", place) for place in places)


def test_the_same_tables_are_the_same_bytes():
    sheets = [table_sheet("s", FIELDS, [{"name": "a", "n": 1, "x": 2.5, "ok": True}])]
    assert workbook(sheets) == workbook(list(sheets))


def test_names_of_sheets():
    wanted = ["Transfers", "transfers", "a/b:c[d]", "'x'", "History", "", "林" * 40, "林" * 33]
    names = sheet_names([*wanted, *["w" * 31] * 11, "\U0001f332" * 20])
    assert names[:6] == ["Transfers", "transfers 2", "a_b_c_d_", "x", "History 2", "_"]
    assert names[6:8] == ["林" * 31, "林" * 29 + " 2"]
    assert names[8:10] == ["w" * 31, "w" * 29 + " 2"]
    assert names[18] == "w" * 28 + " 11"
    assert names[19] == "\U0001f332" * 15
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not [name for name in names if re.search(r"[\[\]:*?/\\]|^'|'$", name)]
