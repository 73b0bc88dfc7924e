"""The land matrix of an inventory, through QGIS: what the workbook and the units have."""

from __future__ import annotations

import re
import zipfile

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.core.inventory_oracle import Holding, Terms, inventory
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
    assert "Converted land in 2030 0 kha" in page.text
    assert "Net CO₂ in 2030 (estimated categories only) \u22127.333 kt CO₂" in page.text
    assert "Net CO₂ of converted land" not in page.text
    assert "Soil carbon stock change, t C/ha" in page.text


NOTHING_IN_MINES = "".join(
    f"{key},0,0\n" for key in ("open_pit", "stripping", "dump", "industrial")
)
PAPER = "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,82.11,5\nforest,92.67,15.5\n"
PAPER += "grass,88.35,6.398\n"


@pytest.mark.parametrize(
    ("rows", "given", "net"),
    [
        ("", {"BARE_BIOMASS": "not_estimated"}, 0.903442),
        ("", {}, 12.389881),
        (NOTHING_IN_MINES, {}, 99.923735),
        (NOTHING_IN_MINES, {"BARE_BIOMASS": "not_estimated"}, 98.290168),
        ("", {"BARE_SOIL": "unchanged"}, 13.184025),
        ("", {"BARE_SOIL": "paved"}, 17.797003),
        ("", {"BARE_SOIL": "removed"}, 99.923735),
        ("", {"BARE_SOIL": "paved", "CATEGORIES": "@mine,settlements,"}, 35.943654),
        ("", {"BARE_SOIL": "removed", "CATEGORIES": "@mine,settlements,"}, 12.389881),
    ],
)
def test_what_bare_land_holds_decides_on_the_sample(run, tmp_path, rows, given, net):
    """By a plain loop over the sample (test_the_sample_by_a_plain_loop)."""
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


@pytest.mark.slow
def test_the_sample_by_a_plain_loop(run, tmp_path):
    table = str(tmp_path / "categories.csv")
    run("landinventory", LAYERS=LAYERS, BARE_SOIL="removed", CATEGORY_TABLE=table)
    values = np.stack([gdal.Open(layer).ReadAsArray().ravel() for layer in LAYERS], axis=1)
    ways, counts = np.unique(values, axis=0, return_counts=True)
    histories = {tuple(way): 0.09 * int(count) for way, count in zip(ways, counts)}
    facts = {
        1: Holding("Cropland", "Cropland", (82.11, 5.0)),
        2: Holding("Forest land", "", (92.67, 15.5), lambda age: 15.5 * min(1.0, age / 20)),
        3: Holding("Grassland", "", (88.35, 6.398)),
        **{value: Holding("Settlements", "") for value in (4, 5, 6)},
        **{value: Holding("Other land", "") for value in (7, 8, 9, 10)},
        11: Holding("Wetlands", ""),
    }
    terms = Terms(20, "zero", "removed")
    wanted = inventory(histories, [int(year) for year in YEARS], facts, terms)[0]
    found = {}
    for row in read_csv(table):
        key = (int(row["year"]), row["category"], row["from_category"] or None)
        numbers = [*row.values()][4:]
        found[key] = [float(number) if number else None for number in numbers]
    assert found.keys() == wanted.keys()
    for key, numbers in wanted.items():
        assert [n is None for n in found[key]] == [n is None for n in numbers], key
        both = [[n or 0.0 for n in row] for row in (found[key], numbers)]
        assert both[0] == pytest.approx(both[1], rel=1e-9, abs=1e-9), key
