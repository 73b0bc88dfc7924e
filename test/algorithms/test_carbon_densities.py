"""Carbon densities: every row of the shipped tables comes out; what they leave open is named."""

from __future__ import annotations

import csv

import pytest
from qgis.core import QgsProcessingException

from carbon_zones.core.densities.ipcc import TABLES
from carbon_zones.test.helpers import read_csv, write_csv

SOILS = {"HAC": "high_activity_clay", "LAC": "low_activity_clay"}
CLASSES = """value,class,name,group
1,arable,Fields,sink
2,paddy,Paddies,sink
3,forest,Forest,sink
4,orchard,Orchards,sink
5,grass,Grass,sink
6,shrub,Shrub,sink
7,mangrove,Mangroves,sink
8,pit,Pit,mine
"""
LANDS = {"arable": "arable", "paddy": "paddy", "orchard": "orchard", "forest": "reference"}


def shipped(name: str) -> list[dict[str, str]]:
    with open(TABLES / f"{name}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def densities(run, tmp_path):
    """The rows of COEFFICIENTS by class."""

    def call(**chosen):
        table = tmp_path / "coefficients.csv"
        table.unlink(missing_ok=True)
        if "MAP" not in chosen and "SCHEME" not in chosen:
            chosen = {"CLASSES": write_csv(tmp_path / "classes.csv", CLASSES), **chosen}
        run("carbondensities", COEFFICIENTS=str(table), **chosen)
        return {row["class"]: row for row in read_csv(table)}

    return call


def numbers(row: dict, *columns: str) -> list[float | None]:
    return [float(row[column]) if row[column] else None for column in columns]


def test_every_row_of_soil(densities):
    """Some seconds, because there are as many runs as places in the table."""
    rows = shipped("soil")
    places = dict.fromkeys((row["edition"], row["climate"], row["soil"]) for row in rows)
    for number, (edition, climate, soil) in enumerate(places):
        of_place = {
            row["land"]: row
            for row in rows
            if (row["edition"], row["climate"], row["soil"]) == (edition, climate, soil)
        }
        kind = ("site", "mean")[number % 2]
        found = densities(
            EDITION=edition, CLIMATE=climate, SOIL=SOILS.get(soil, soil), HALF_WIDTH=kind
        )
        for key, land in LANDS.items():
            columns = ("soil_tc_per_ha", "u95_soil_pct", "soil_u95_shared")
            wanted = of_place.get(land)
            if wanted is None:
                assert numbers(found[key], *columns) == [None] * 3
                continue
            names = ("tc_per_ha", f"u95_{kind}_pct", f"shared_{kind}_pct")
            assert numbers(found[key], *columns) == numbers(wanted, *names)
            assert edition in found[key]["source"]
            assert f"table {wanted['table']}" in found[key]["source"]
            assert wanted["standing"] in found[key]["source"]


@pytest.mark.parametrize(
    "row", shipped("forest_vegetation"), ids=lambda row: "-".join([*row.values()][:4])
)
def test_every_row_of_forest(densities, row):
    chosen = {
        "FOREST_ZONE": row["forest_zone"],
        "FOREST": row["forest"],
        "EDITION": "2019" if row["continent"] != "all" else "2006",
    }
    if row["continent"] != "all":
        chosen["CONTINENT"] = row["continent"]
    if row["leaf"]:
        chosen["LEAF"] = row["leaf"]
    found = densities(**chosen)
    columns = ("vegetation_tc_per_ha", "u95_vegetation_pct", "vegetation_u95_shared")
    assert numbers(found["forest"], *columns) == [*numbers(row, "tc_per_ha", "u95_pct"), None]
    is_shrub = row["forest_zone"] in ("tropical_shrubland", "subtropical_steppe")
    assert bool(found["shrub"]["vegetation_tc_per_ha"]) == is_shrub


@pytest.mark.parametrize("row", shipped("grass_vegetation"), ids=lambda row: row["climate"])
def test_every_row_of_grass(densities, row):
    grass = densities(CLIMATE=row["climate"])["grass"]
    columns = ("vegetation_tc_per_ha", "u95_vegetation_pct")
    assert numbers(grass, *columns) == numbers(row, "tc_per_ha", "u95_pct")


def test_forest_that_no_table_has_is_refused_with_what_there_is(densities):
    with pytest.raises(QgsProcessingException) as error:
        densities(FOREST_ZONE="temperate_oceanic", FOREST="plantation")
    assert "plantation, all, needleleaf, 2006" in str(error.value)


def test_what_is_empty_is_named_with_what_is_wanted(run, densities):
    found = densities(CLIMATE="tropical_montane")
    assert found["mangrove"]["soil_tc_per_ha"] == found["grass"]["vegetation_tc_per_ha"] == ""
    assert found["arable"]["vegetation_tc_per_ha"] == "4.7"
    text = " ".join(run.feedback.warnings)
    for words in ("give CLIMATE and SOIL", "give FOREST_ZONE", "no grass in tropical_montane"):
        assert words in text
    assert "Mangroves" in text
