"""The land matrix of an inventory, through QGIS: what the workbook and the units have."""

from __future__ import annotations

import re
import zipfile

import pytest

from carbon_zones.test.helpers import YEARS, read_csv, sample, write_csv, write_dates
from carbon_zones.test.pages import read_page

LAYERS = [sample(year) for year in YEARS]


@pytest.fixture
def grass_to_arable(tmp_path):
    """2,000 ha of grass that became arable in a year, by cells of 100 ha, and their densities."""
    layers = write_dates(
        tmp_path, {2000: [[3] * 20], 2001: [[1] * 20], 2030: [[1] * 20]}, cell=(1000.0, 1000.0)
    )
    rows = "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,33.1,0\ngrass,43.0,0\n"
    table = write_csv(tmp_path / "holding.csv", rows)
    return {"LAYERS": layers, "SCHEME": "coal_mine", "COEFFICIENTS": table}


def test_the_pit_is_other_land_until_the_user_says_settlements(run, tmp_path):
    warned, found = [], []
    own = write_csv(tmp_path / "own.csv", "class,category,managed\n@mine,settlements,\n")
    for given in ({}, {"CATEGORIES": own}):
        table = str(tmp_path / "categories.csv")
        run("landinventory", LAYERS=LAYERS, CATEGORY_TABLE=table, **given)
        warned.append([text for text in run.feedback.warnings if "CATEGORIES" in text])
        found.append({row["category"] for row in read_csv(table)})
    assert [len(texts) for texts in warned] == [1, 0]
    assert "Open pit" in warned[0][0]
    assert [found[0] - found[1], found[1] - found[0]] == [{"Other land"}, set()]


def test_the_workbook_has_the_heads_of_the_form(run, tmp_path, grass_to_arable):
    book = str(tmp_path / "book.xlsx")
    run("landinventory", **grass_to_arable, WORKBOOK=book)
    with zipfile.ZipFile(book) as archive:
        names = re.findall(r'<sheet name="(.*?)"', archive.read("xl/workbook.xml").decode())
        sheets = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, 9)]
    assert names == ["Notes", "Table4.1", *(f"Table4.{letter}" for letter in "ABCDEF")]
    merged = [re.findall(r'mergeCell ref="(.*?)"', sheet) for sheet in sheets]
    assert merged[1][:4] == ["A2:A4", "B2:J2", "K2:K3", "B4:K4"]
    # Forest land has dead wood and litter, the others dead organic matter.
    assert merged[2][:5] == ["A2:A5", "B2:D2", "E2:K2", "L2:R2", "S2:S4"]
    assert merged[3][:5] == ["A2:A5", "B2:D2", "E2:J2", "K2:P2", "Q2:Q4"]
    texts = re.findall(r"<t xml:space=\"preserve\">(.*?)</t>", sheets[3])
    assert texts[:6] == [
        "Table 4.B Cropland, 2001",
        "Land-use category",
        "ACTIVITY DATA",
        "IMPLIED CARBON-STOCK-CHANGE FACTORS",
        "CHANGES IN CARBON STOCK",
        "NET CO2 EMISSIONS/REMOVALS",
    ]
    assert sum(text.startswith("Table 4.B") for text in texts) == 30


def test_the_page_calls_land_converted_only_while_it_is(run, tmp_path):
    """Forest that was planted grows on when it has long been forest remaining forest."""
    layers = write_dates(
        tmp_path, {2000: [[3] * 20], 2001: [[2] * 20], 2030: [[2] * 20]}, cell=(1000.0, 1000.0)
    )
    rows = "class,soil_tc_per_ha,vegetation_tc_per_ha,vegetation_curve,vegetation_p1"
    table = write_csv(tmp_path / "holding.csv", f"{rows}\ngrass,43,0,,\nforest,43,50,ipcc,50\n")
    given = {"LAYERS": layers, "SCHEME": "coal_mine", "COEFFICIENTS": table}
    report = str(tmp_path / "report.html")
    run("landinventory", **given, REPORT=report)
    page = read_page(report)
    assert "Land in transition (converted within 20 years), 2030 0 kha" in page.text
    assert "Net CO₂ in 2030 (estimated categories only) \u22127.333 kt CO₂" in page.text
    assert "Net CO₂ of converted land" not in page.text
    assert "Soil carbon stock change, t C/ha" in page.text


def test_land_in_transition_is_not_that_converted_in_the_year(run, tmp_path):
    """4 kha of grassland are ploughed in ten years, 0.4 in each; transition lasts five."""
    cells = {2000: [[3] * 40], 2010: [[1] * 40]}
    matrix, table = str(tmp_path / "matrix.csv"), str(tmp_path / "categories.csv")
    report = str(tmp_path / "report.html")
    results = run(
        "landinventory",
        LAYERS=write_dates(tmp_path, cells, cell=(1000.0, 1000.0)),
        SCHEME="coal_mine",
        COEFFICIENTS=write_csv(tmp_path / "holding.csv", PAPER.replace("arable,82.11,5\n", "")),
        TRANSITION_YEARS=5,
        LAND_MATRIX=matrix,
        CATEGORY_TABLE=table,
        REPORT=report,
    )
    (ploughed,) = (
        float(row["area_kha"])
        for row in read_csv(matrix)
        if row["year"] == "2010" and row["from_category"] != row["to_category"] and row["area_kha"]
    )
    last = [row for row in read_csv(table) if row["year"] == "2010"]
    converted = sum(float(r["area_kha"]) for r in last if r["subcategory"].startswith("converted"))
    assert (ploughed, converted) == pytest.approx((0.4, 2.0))
    assert results["NOT_ESTIMATED_KHA"] == pytest.approx(2.0)
    page = read_page(report).text
    assert "Land in transition (converted within 5 years), 2010 2.000 kha" in page
    for said in (page, "\n".join(run.feedback.infos)):
        assert "2.00 of the 2.00 kha of land in transition in 2010" in said
        assert "converted within 5 years" in said


NOTHING_IN_MINES = "".join(
    f"{key},0,0\n" for key in ("open_pit", "stripping", "dump", "industrial")
)
PAPER = "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,82.11,5\nforest,92.67,15.5\n"
PAPER += "grass,88.35,6.398\n"


@pytest.mark.parametrize(
    ("rows", "given", "net"),
    [
        ("", {}, 12.389881),
        (NOTHING_IN_MINES, {"BARE_BIOMASS": "not_estimated"}, 98.290168),
        ("", {"BARE_SOIL": "removed"}, 99.923735),
        ("", {"BARE_SOIL": "paved", "CATEGORIES": "@mine,settlements,"}, 35.943654),
    ],
)
def test_what_bare_land_holds_decides_on_the_sample(run, tmp_path, rows, given, net):
    """By the plain loop of test/core/inventory_oracle.py over the sample."""
    table = str(tmp_path / "categories.csv")
    if "CATEGORIES" in given:
        own = write_csv(tmp_path / "own.csv", f"class,category,managed\n{given['CATEGORIES']}\n")
        given = {**given, "CATEGORIES": own}
    given = {**given, "COEFFICIENTS": write_csv(tmp_path / "holding.csv", PAPER + rows)}
    run("landinventory", LAYERS=LAYERS, **given, CATEGORY_TABLE=table)
    emitted = sum(
        float(row["net_co2_kt"] or 0.0) for row in read_csv(table) if row["year"] == "2018"
    )
    assert emitted == pytest.approx(net, abs=1e-6)
