"""WORKBOOK of the study: GDAL reads back what the tables hold, every number to its last digit."""

from __future__ import annotations

from itertools import product

import pytest
from osgeo import gdal, ogr

from carbon_zones.bridge.dialog import get_choice_labels
from carbon_zones.core.base.data_dictionary import COLUMNS
from carbon_zones.test.core.test_workbook import parts_of
from carbon_zones.test.helpers import SAMPLE, YEARS, sample, write_dates, write_raster

SHEETS = {
    "TRANSFERS": "Transfers",
    "AREAS": "Class areas",
    "ZONE_SHARES": "Zone shares",
    "LOSSES": "Carbon loss",
    "BALANCE": "Balance by land",
    "CLOSURE": "Consistency checks",
    "AUDIT": "Cell counts",
}
LEDGER = {"LEDGER": "Carbon ledger", "STOCKS": "Carbon stocks"}
ALL_UNITS = "All units"
PERIODS = ("1986-2000", "2000-2009", "2009-2018", "1986-2018")
LAYERS = [sample(year) for year in YEARS]


def read_workbook(path) -> dict[str, list[dict]]:
    """The rows of every sheet by its headings, as GDAL reads them."""
    with (
        gdal.ExceptionMgr(useExceptions=True),
        ogr.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=["HEADERS=FORCE"]) as book,
    ):
        layers = [book.GetLayer(number) for number in range(book.GetLayerCount())]
        return {layer.GetName(): [row.items() for row in layer] for layer in layers}


def tables_of(run, **parameters) -> tuple[dict, dict[str, list[dict]]]:
    """The results of a study, and the rows of its tables from memory, where no digit is lost."""
    from qgis.core import QgsProject

    run.project = QgsProject()
    results = run(
        "study",
        **dict.fromkeys(SHEETS, "TEMPORARY_OUTPUT"),
        ZONES_FOLDER="TEMPORARY_OUTPUT",
        **parameters,
    )
    rows = {}
    for name in SHEETS:
        table = results[name]
        names = table.fields().names()
        rows[name] = [dict(zip(names, row.attributes())) for row in table.getFeatures()]
    return results, rows


def as_in_a_sheet(row: dict, columns=COLUMNS) -> dict:
    """A row by the headings of its columns; what is empty in QGIS is None."""
    from qgis.core import QgsVariantUtils

    return {
        str(columns[name].heading): None if QgsVariantUtils.isNull(value) else value
        for name, value in row.items()
    }


def in_words(row: dict) -> dict:
    """The words of the kinds of land in place of their keys; an empty text is an empty cell."""
    row = {heading: None if value == "" else value for heading, value in row.items()}
    lands = {"taken": "Disturbed since the first date", "mined_before": "Mined at the first date"}
    return {**row, **({"Land": {**lands, "(all)": "All"}[row["Land"]]} if "Land" in row else {})}


@pytest.fixture(scope="module")
def whole(qgis_app, tmp_path_factory):
    """The tables of the study on the sample and its workbook, by districts and without."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder = tmp_path_factory.mktemp("workbook")
    found = {}
    for name, units in (("plain", {}), ("units", {"UNITS": str(SAMPLE / "districts.geojson")})):
        run, path = make_run(), folder / f"{name}.xlsx"
        _, rows = tables_of(run, LAYERS=LAYERS, WORKBOOK=str(path), **units)
        found[name] = rows, read_workbook(path), run.feedback, path
        run.project.clear()
    return found


@pytest.mark.parametrize("kind", ["plain", "units"])
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_the_table_to_the_last_digit(whole, kind, name):
    tables, sheets, *_ = whole[kind]
    expected = [in_words(as_in_a_sheet(row)) for row in tables[name]]
    rows = sheets[SHEETS[name]]
    for row in rows:
        # GDAL reads yes and no as 1 and 0.
        answers = [h for h, value in expected[0].items() if isinstance(value, bool)]
        row.update({heading: bool(row[heading]) for heading in answers})
    if kind == "units" and name not in ("CLOSURE", "AUDIT"):
        # What is of all units stands first, and is the table of a run without units.
        size = len(rows) - len(expected)
        whole_run = [in_words(as_in_a_sheet(row)) for row in whole["plain"][0][name]]
        assert rows[:size] == [{"Unit": ALL_UNITS, **row} for row in whole_run]
        rows = rows[size:]
    assert rows == expected
    assert len(rows) > 3


def test_sheets_of_the_two_workbooks(whole):
    plain = ["Summary", "Methods and sources", "Reclamation priorities"]
    plain += [*(f"Matrix {p}" for p in PERIODS), *SHEETS.values()]
    plain[12:12] = [*LEDGER.values(), "Disclosure of mined land"]
    plain.insert(plain.index(SHEETS["LOSSES"]) + 1, "Carbon densities")
    assert list(whole["plain"][1]) == plain
    assert list(whole["units"][1]) == [*plain[:15], "Units", *plain[15:]]
    # Their numbers are held in test/core/test_study_workbook.py.
    for period in PERIODS:
        assert whole["plain"][1][f"Matrix {period}"][-1]["Total"] == pytest.approx(51729.3)


def test_units_are_those_of_the_polygons(whole):
    """Their losses are the sums of their rows; their shares are those of their zones."""
    tables, sheets, *_ = whole["units"]
    units = {row["Unit"]: row for row in sheets["Units"]}
    assert list(units) == [ALL_UNITS, *dict.fromkeys(row["unit"] for row in tables["AREAS"])]
    whole_run = units.pop(ALL_UNITS)
    sums = [heading for heading in whole_run if heading.endswith((", t C", ", ha"))]
    for column in (heading for heading in sums if whole_run[heading] is not None):
        assert whole_run[column] == pytest.approx(sum(row[column] for row in units.values()))
    for row in tables["ZONE_SHARES"]:
        heading = f"{row['zone_name']} {row['period']}, %"
        assert units[row["unit"]][heading] == row["share_pct"]
    for period, unit in product(PERIODS, units):
        rows = (r for r in tables["LOSSES"] if (r["period"], r["unit"]) == (period, unit))
        (heading,) = (h for h in sheets["Units"][0] if "t C" in h and period in h)
        lost = sum(row["total_loss_tc"] for row in rows)
        assert units[unit][heading] == pytest.approx(lost, rel=1e-12)


def test_title_author_and_comment(run, tmp_path):
    words = {"TITLE": "=Mine", "AUTHOR": "A & B", "COMMENT": "One.\n@Two <b>"}
    book, page = (str(tmp_path / name) for name in ("w.xlsx", "report.html"))
    layers = [write_raster(tmp_path / f"land_{year}.tif", [[1, 7, 2]]) for year in (1990, 2000)]
    results = run("study", LAYERS=layers, SCHEME="coal_mine", WORKBOOK=book, REPORT=page, **words)
    assert results["WORKBOOK"] == book
    properties = parts_of((tmp_path / "w.xlsx").read_bytes())["docProps/core.xml"]
    assert [one.text for one in properties] == ["=Mine", "A & B", "One.\n@Two <b>"]
    first = read_workbook(tmp_path / "w.xlsx")["Methods and sources"]
    values = [value for row in first for value in row.values() if value is not None]
    assert {"A & B", "One.", "@Two <b>"} <= set(values)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<h1>=Mine</h1>" in page
    assert '<p class="author">A &amp; B</p>' in page
    assert '<p class="comment">One.\n@Two &lt;b&gt;</p>' in page


def test_the_warnings_of_the_run_stand_in_it(run, tmp_path):
    names = {1: "Arable land", 2: "Dump"}
    layers = write_dates(tmp_path, {year: [[1, 2, 99]] for year in (1990, 2000)}, names=names)
    run("study", LAYERS=layers, WORKBOOK=str(tmp_path / "w.xlsx"))
    first = read_workbook(tmp_path / "w.xlsx")["Methods and sources"]
    values = [str(value) for row in first for value in row.values()]
    assert run.feedback.warnings
    for warning in run.feedback.warnings:
        assert f"Warning: {warning}" in values


def test_parameters_are_told_in_words_beside_what_commands_take(whole):
    """The words of a choice are those that dialogs show, where they show any."""
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().algorithmById("carbonzones:study")
    *_, path = whole["plain"]
    with (
        ogr.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=["HEADERS=DISABLE"]) as book,
    ):
        rows = [list(row.items().values()) for row in book.GetLayerByName("Methods and sources")]
    shown = {row[1]: (row[0], row[2]) for row in rows}
    assert shown["ALGORITHM"] == ("Algorithm", "Carbon zone study (carbonzones:study)")
    for name in ("SCHEME", "AREA_METHOD"):
        definition = algorithm.parameterDefinition(name)
        value = f"{get_choice_labels(definition)['auto']} (auto)"
        assert shown[name] == (definition.description(), value)
