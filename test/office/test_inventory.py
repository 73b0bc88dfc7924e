"""The workbook of an inventory in LibreOffice: its heads are merged as those of the form."""

from __future__ import annotations

from xml.etree import ElementTree

from carbon_zones.test.helpers import YEARS, as_arguments, qgis_process, sample
from carbon_zones.test.office.office import OFFICE, TABLE, TEXT, converted, sheets_in, text_of


def heads(table: ElementTree.Element) -> dict[str, tuple[int, int]]:
    """Over how many columns and rows the merged cells of a sheet go, by their words."""
    found = {}
    for cell in table.iter(f"{TABLE}table-cell"):
        spans = [int(cell.get(f"{TABLE}number-{way}-spanned", 1)) for way in ("columns", "rows")]
        if spans != [1, 1]:
            text = "\n".join("".join(one.itertext()) for one in cell.iter(f"{TEXT}p"))
            found.setdefault(text, tuple(spans))
    return found


def test_the_heads_of_the_form_are_merged(tmp_path):
    book = tmp_path / "inventory.xlsx"
    given = {"LAYERS": [sample(YEARS[0]), sample(YEARS[-1])], "WORKBOOK": str(book)}
    done = qgis_process("run", "carbonzones:landinventory", *as_arguments(given))
    assert done.returncode == 0, done.stderr
    fods = converted(book, "fods", tmp_path)
    tables = ElementTree.parse(fods).findall(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table")
    by_name = {table.get(f"{TABLE}name"): heads(table) for table in tables}
    assert by_name["Table4.1"] == {
        "FROM": (1, 3),
        "TO": (9, 1),
        "Initial area": (1, 2),
        "(kha)": (10, 1),
    }
    assert by_name["Table4.A"] == {
        "Land-use category": (1, 4),
        "ACTIVITY DATA": (3, 1),
        "IMPLIED CARBON-STOCK-CHANGE FACTORS": (7, 1),
        "CHANGES IN CARBON STOCK": (7, 1),
        "NET CO2 EMISSIONS/REMOVALS": (1, 3),
        "Total area": (1, 2),
        "Area of mineral soil": (1, 2),
        "Area of organic soil": (1, 2),
        "Living biomass": (3, 1),
        "Net change in dead wood": (1, 2),
        "Net change in litter": (1, 2),
        "Net change in mineral soils": (1, 2),
        "Net carbon stock change in organic soils": (1, 2),
        "(kha)": (3, 1),
        "(t C/ha)": (7, 1),
        "(kt C)": (7, 1),
    }
    # A head that is too wide for its column is broken within a word.
    assert text_of(converted(book, "pdf", tmp_path)).count("EMISSIONS/REMOVALS") >= 6 * 32
    rows = sheets_in(fods)["Table4.C"]
    shown = {row[0].text: row[1] for row in rows[5:13] if row and row[0]}
    remaining = shown["1. Grassland remaining grassland"].number
    assert shown["2.1 Forest land converted to grassland"].number > 0
    assert shown["Total grassland"].number > remaining > 0
    assert shown["2.3 Wetlands converted to grassland"].text == "NO"
