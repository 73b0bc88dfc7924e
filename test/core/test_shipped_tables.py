"""The shipped tables of the scheme, typed a second time, and what each column may hold."""

import re
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from carbon_zones.core.base.files import RESOURCE_FOLDER
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.defaults import (
    DEFAULT_TABLE_DIR,
    KEY_COLUMNS,
    default_classes,
    load_default_table,
)
from carbon_zones.core.scheme.implausible_rules import parse_suspect_rules
from carbon_zones.core.scheme.table import read_csv

NUMBER = r"-?\d+(\.\d+)?"
KEY, KEY_OR_NONE, SIDE = "[a-z][a-z0-9_]*", "([a-z][a-z0-9_]*)?", "@?[a-z_]+|=|"
WORDS, CHINESE = ".*[A-Za-z]{2}.*", ".*[\u4e00-\u9fff].*"
# By column, those of one table by its folder or name too: `folder/name.csv:column` before `column`.
SHAPES = {
    **dict.fromkeys(("forest_zone", "climate", "perennial", "pool", "unit", "stage"), KEY),
    **dict.fromkeys(("continent", "forest", "land", "source", "key", "class", "group"), KEY),
    **dict.fromkeys(("leaf", "zone", "gas", "category", "set", "variable"), KEY_OR_NONE),
    **dict.fromkeys(("from", "via", "to", "from_class", "to_class"), SIDE),
    **dict.fromkeys(("value", "grade", "year", "quantity", "cells", "scope", "n2o"), NUMBER),
    **dict.fromkeys(("ch4_fossil", "ch4_combustion", "root_shoot"), NUMBER),
    **dict.fromkeys(("low", "high", "years", "root_shoot_u95_pct"), f"({NUMBER})?"),
    **dict.fromkeys(("name", "description", "why", "source_text", "class_name"), WORDS),
    "pool": "vegetation|regrowth|litter|dead wood",
    "edition": "2006|2019|2006, kept in 2019|2013 Wetlands Supplement",
    "table": r"\d\.\d+( (x|with) \d\.\d+( of the 2013 Wetlands Supplement)?)?",
    "standing": "checked|single|secondary|unchecked|derived",
    "note": f"|{WORDS}",
    "age_class": "<=20|>20|all",
    "leaf": "|needleleaf|broadleaf",
    "soil": "HAC|LAC|sandy|spodic|volcanic|wetland",
    "gas": "co2|ch4|n2o",
    "gwp_kind": "|fossil|combustion",
    "managed": "|yes|no",
    "kind": "suspicious|impossible",
    "role": "class|nodata|none",
    "confidence": "high|medium|low",
    "natural": "|yes|no",
    "colour": "#[0-9a-f]{6}",
    "distribution": "|triangular",
    "unit": r"[a-zA-Z0-9]+(/[a-zA-Z]+)?",
    "period": "",
    "scenario": r".+ \(invented\)",
    "variable": "[a-z0-9_]+(:[a-z]+)?",
    "factor": r"[a-z0-9_]+(\+[a-z0-9_]+)?|",
    "coal_mine/categories.csv:class": "@?[a-z_]+",
    "coal_mine/grades.csv:class": "@?[a-z_]+",
    "ipcc/perennial.csv:zone": KEY_OR_NONE,
    "coal_mine/rules.csv:zone": "[1-5]",
    "coal_mine/zones.csv:zone": "[1-5]",
    "coal_mine/coefficients.csv:source": WORDS,
    "coal_mine/values.csv:source": WORDS,
    "schemes/gwp.csv:source": WORDS,
    "schemes/mining_polygons.csv:source": WORDS,
}
# Held by tests of their own: test_legends, test_words, test_place, test_parameters of the contract.
ELSEWHERE = ("legends", "words.csv", "place", "parameters.csv", "sample")
TABLES = [
    path
    for path in sorted(RESOURCE_FOLDER.rglob("*.csv"))
    if not {path.parent.name, path.name} & set(ELSEWHERE)
]


def shape_of(path: Path, column: str) -> str:
    if path.parent.name == "zh_CN" and column in ("name", "description", "why", "note", "renamed"):
        return CHINESE
    for name in (f"{path.parent.name}/{path.name}:{column}", column):
        if name in SHAPES:
            return SHAPES[name]
    # Any tonnes, hectares and half-widths; of a curve nothing is filled in.
    is_empty = re.match("(soil|vegetation)_(loss|half|curve|p[123]|rates)|u95_(soil|veg)", column)
    is_number = column.endswith(("_pct", "_ha", "_yr")) and not is_empty
    return f"({NUMBER})?" if is_number else ""


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_cell_is_of_the_kind_of_its_column(path):
    for row in read_csv(path).rows:
        for column, cell in row.items():
            assert re.fullmatch(shape_of(path, column), cell, re.DOTALL), (column, row)


def texts(file: str, *columns: str, language: str = "") -> list[str]:
    """Chosen cells of a default table, a text a row."""
    rows = load_default_table(file, language).rows
    return [" ".join(row[column] or "-" for column in columns) for row in rows]


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def test_the_classes_of_the_paper():
    expected = """
1 arable Arable land sink #ffe9a1
2 forest Forestland sink #297644
3 grass Grassland sink #a1ce42
4 urban Urban land built #ca0126
5 rural Rural land built #d18563
6 transport Transportation land built #5a5a5a
7 open_pit Open pit mine #403048
8 stripping Stripping land mine #c4b6c3
9 dump Dump mine #808394
10 industrial Industrial land mine #8a50a0
11 water Water water #2c8ae6"""
    assert texts("classes.csv", "value", "class", "name", "group", "colour") == lines(expected)
    chinese = "耕地 林地 草地 城镇用地 农村居民点 交通运输用地 露天采场 剥离区 排土场 工业用地 水域"
    assert texts("classes.csv", "name", language="zh_CN") == chinese.split()


def test_the_zones_of_the_paper():
    expected = """
1 invariant Carbon sink invariant area #edffe0
2 enhancement Carbon sink enhancement area #4f9c88
3 low_carbon Low-carbon optimization area #edb000
4 emission_control Carbon emission control area #cc1102
5 unassigned Unassigned #b2dbfc"""
    assert texts("zones.csv", "zone", "key", "name", "colour") == lines(expected)
    chinese = "碳汇不变区 碳汇增强区 低碳优化区 碳排放控制区 未归类"
    assert texts("zones.csv", "name", language="zh_CN") == chinese.split()


def test_the_rules_of_the_paper():
    expected = """
@sink = 1
@mine @sink 2
arable forest 2
grass forest 2
@sink @built 3
@sink @water 3
grass arable 3
@sink @mine 4"""
    assert texts("rules.csv", "from", "to", "zone") == lines(expected)


def test_densities_grades_and_categories():
    for file in ("coefficients.csv", "values.csv"):
        assert texts(file, "class", "soil_tc_per_ha", "vegetation_tc_per_ha") == [
            *("arable 82.11 5", "forest 92.67 15.5", "grass 88.35 6.398")
        ]
    grades = "@bare 1,@snow 1,@sink 2,@water 2,arable 3,@built 4,@mine 4"
    assert texts("grades.csv", "class", "grade") == grades.split(",")
    expected = {
        "forest_land yes": "forest mangrove",
        "cropland -": "arable orchard agroforestry mosaic field_ridge",
        "grassland yes": "grass shrub savanna wood_mosaic herbaceous",
        "grassland no": "tundra",
        "wetlands no": "@wetland @water",
        "wetlands yes": "salt_pan ditch",
        "settlements -": "@built",
        "other_land -": "@bare @snow @mine",
    }
    found = defaultdict(list)
    for text in texts("categories.csv", "class", "category", "managed"):
        key, category = text.split(" ", 1)
        found[category].append(key)
    assert {category: " ".join(keys) for category, keys in found.items()} == expected
    assert texts("area_errors.csv", "from_class", "to_class", "u95_pct") == [
        *("@sink @mine -", "@mine @sink -")
    ]


def test_factors_are_what_their_sources_compute():
    carbon = 44 / 12
    expected = {
        "diesel_cn": (
            *("diesel co2 t/t - 1", 42.652 * 0.0202 * 0.98 * carbon),
            *(42.652 * 0.0198 * 0.98 * carbon, 43 * 0.0741),
        ),
        "diesel_ipcc": ("diesel co2 t/t - 1", 43 * 0.0741),
        "diesel_ipcc_ch4": ("diesel ch4 kg/t combustion 1", 43e-3 * 4.15),
        "diesel_ipcc_n2o": ("diesel n2o kg/t - 1", 43e-3 * 28.6),
        "gasoline_cn": (
            *("gasoline co2 t/t - 1", 43.07 * 0.0189 * 0.98 * carbon),
            *(43.07 * 0.0184 * 0.98 * carbon, 44.3 * 0.0693),
        ),
        "anfo": ("explosives co2 t/t - 1", 0.06 * 12 / 14 * carbon),
        "grid_cn_2022": ("electricity co2 t/MWh - 2", 0.5366),
        "ch4_surface_low": ("coal ch4 m3/t fossil 1", 0.3),
        "ch4_surface_avg": ("coal ch4 m3/t fossil 1", 1.2, 1.2 / 3, 1.2 * 3),
        "ch4_surface_high": ("coal ch4 m3/t fossil 1", 2),
        "ch4_post_low": ("coal ch4 m3/t fossil 1", 0),
        "ch4_post_avg": ("coal ch4 m3/t fossil 1", 0.1, 0.1 / 3, 0.1 * 3),
        "ch4_post_high": ("coal ch4 m3/t fossil 1", 0.2),
        "ch4_cn_opencast": ("coal ch4 m3/t fossil 1", 2),
        "ch4_cn_post": ("coal ch4 m3/t fossil 1", 0.5),
    }
    columns = ("source", "gas", "unit", "gwp_kind", "scope")
    for row in load_default_table("factors.csv").rows:
        texts, *numbers = expected.pop(row["name"])
        assert " ".join(row[column] or "-" for column in columns) == texts
        found = [float(row[column]) for column in ("value", "low", "high") if row[column]]
        assert found == pytest.approx(numbers), row
        assert row["distribution"] == ("triangular" if len(numbers) > 1 else ""), row
        assert row["u95_pct"] == ""
    assert not expected


def test_warming_potentials_and_mining_polygons():
    sets = [" ".join(row.values()) for row in read_csv(RESOURCE_FOLDER / "schemes/gwp.csv").rows]
    named = ("sar 21 21 310", "ar4 25 25 298", "ar5 28 28 265", "ar5_fossil 30 28 265")
    for found, expected, report in zip(
        sets, (*named, "ar6 29.8 27.0 273"), ("second", "fourth", "fifth", "fifth", "sixth")
    ):
        assert found.startswith(f"{expected} IPCC, {report} assessment report")
    assert len(sets) == 5
    polygons = read_csv(RESOURCE_FOLDER / "schemes/mining_polygons.csv").rows
    assert {row["class_name"]: row["class"] for row in polygons} == {
        "Open pit": "open_pit",
        "Waste dumping site": "dump",
        "General disturbed land": "stripping",
        "Water body": "water",
        "Facility": "industrial",
    }


def test_the_example_of_a_path():
    expected = """
stripping diesel 60000 t diesel_cn 3
mining diesel 15000 t diesel_cn 3
transportation diesel 45000 t diesel_cn 3
dumping diesel 20000 t diesel_cn 3
reclamation diesel 2000 t diesel_cn 3
stripping explosives 40000 t anfo 2
stripping electricity 120000 MWh grid_cn_2022 1
mining electricity 60000 MWh grid_cn_2022 1
transportation electricity 20000 MWh grid_cn_2022 1
mining coal 20000000 t ch4_cn_opencast+ch4_cn_post 1
dumping spontaneous_co2 50000 t - 50"""
    columns = ("stage", "source", "quantity", "unit", "factor", "u95_pct")
    assert texts("activity.csv", *columns) == lines(expected)
    assert {row["year"] for row in load_default_table("activity.csv").rows} == {"2018"}
    usual = {
        "ha_per_10kt": "2018 0.24",
        "reclaimed:forest": "2018 1394",
        "reclaimed:arable": "2018 946",
        "taken:arable": "2018 2389.68",
        "taken:forest": "2018 1777.68",
        "taken:grass": "2018 60.12",
    }
    plans = {
        "BAU (invented)": {
            **usual,
            "coal_t": "2018 20000000",
            "reclaimed_ha": "2018 480",
            "mult:all": "2018 1",
        },
        "low-carbon (invented)": {
            **usual,
            "coal_t": "2018 20000000 2030 16000000 2050 6000000 2060 0",
            "reclaimed_ha": "2018 480 2030 600",
            "mult:all": "2018 1 2030 0.8 2050 0.35 2060 0.1",
        },
    }
    found = defaultdict(lambda: defaultdict(list))
    for row in load_default_table("scenarios.csv").rows:
        found[row["scenario"]][row["variable"]] += [row["year"], row["value"]]
    assert {
        plan: {name: " ".join(values) for name, values in variables.items()}
        for plan, variables in found.items()
    } == plans
    names = dict.fromkeys(texts("scenarios.csv", "scenario", language="zh_CN"))
    assert list(names) == ["基准情景（虚构）", "低碳情景（虚构）"]


def test_the_bounds_of_numbers_in_dialogs():
    expected = """
LEVEL 1 99.99
UNITS_SIZE 0.001 20000
SOIL_MAP_FACTOR 0 1000000
SOIL_MAP_U95 0 10000
BIOMASS_MAP_FACTOR 0 1000000
BIOMASS_MAP_U95 0 10000
ROOT_SHOOT 0 10
DISTURBANCE_YEAR_OFFSET -10000 10000
RECOVERY_YEAR_OFFSET -10000 10000
DRAWS 0 1000000
SEED 0 2147483647
TRANSITION_YEARS 1 100
BASE_YEAR 1900 2300
END_YEAR 1900 2300
VALUE_BAND 1 65536
SIZE 1 1000000
TARGET_SE 0.01 50
MIN_PER_CLASS 1 1000000
BUFFER 1 100
IDLE_YEARS 1 9999
IDLE_MIN_HA 0 1000000000
OPENING_YEAR 1 9999
DPI 30 1200"""
    rows = read_csv(RESOURCE_FOLDER / "parameters.csv").rows
    numbers = [row for row in rows if row["kind"] in ("number", "whole number") and row["of"]]
    assert [f"{row['parameter']} {row['of']}" for row in numbers] == lines(expected)


@pytest.mark.parametrize(
    "path", sorted(DEFAULT_TABLE_DIR.glob("zh_CN/*.csv")), ids=lambda path: path.stem
)
def test_chinese_names_are_of_rows_that_are_there(path):
    english, chinese = load_default_table(path.name), read_csv(path)
    keys = KEY_COLUMNS.get(path.name, chinese.columns[:1])
    named = [tuple(row[key] for key in keys) for row in chinese.rows]
    assert named == list(dict.fromkeys(tuple(row[key] for key in keys) for row in english.rows))


# Histories, and what the rules say of them in words; the mine opens after the first date.
SUSPECTS = """
dump grass: mined land before the mine opened
grass open_pit forest: an open pit must be filled before anything grows there
grass dump forest:
grass dump open_pit: a dump seldom becomes an open pit
grass open_pit dump:
grass dump stripping: a dump seldom becomes stripping land
grass stripping dump:
rural grass: built-up land seldom becomes a sink
grass rural:
urban industrial: built-up land seldom becomes mined land
grass industrial urban:
water stripping: water seldom becomes mined land
grass stripping water:
water grass:
grass water:
arable forest arable: from one sink to another and back
arable forest grass:
arable rural:
grass dump grass dump: reclaimed land is mined again
grass dump grass grass dump: reclaimed land is mined again
grass dump grass forest: reclaimed land changes its class again
grass dump grass grass:
grass stripping industrial:
"""


@pytest.mark.parametrize("line", lines(SUSPECTS), ids=lambda line: line.split(":")[0])
def test_each_rule_on_suspicious_land_in_words(line):
    history, expected = line.split(":")
    classes = Classes(land_class for _, land_class in default_classes())
    keys, notes = history.split(), Notes()
    default = load_default_table("suspects.csv")
    rules = parse_suspect_rules(default, classes, len(keys), 1, notes)
    dates = [np.array([classes.find_class(key)]) for key in keys]
    found = {
        match.rule.why.split(":")[0]: match.rule.kind
        for match in rules.iter_matches(dates, classes)
    }
    kind = "impossible" if expected.endswith("opened") else "suspicious"
    assert found == ({expected.strip(): kind} if expected else {})


def test_every_rule_on_suspicious_land_has_a_case():
    said = {line.split(":")[1].strip() for line in lines(SUSPECTS)} - {""}
    assert {text.split(":")[0] for text in texts("suspects.csv", "why")} == said
