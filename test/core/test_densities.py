"""Densities of any place against the sites that were worked out apart (test/core/data)."""

from __future__ import annotations

import csv
import math
from dataclasses import replace
from pathlib import Path

import pytest

from carbon_zones.core.densities.densities import (
    ClassDensity,
    is_as_made,
    measured_density,
    table_density,
)
from carbon_zones.core.densities.ipcc import Site
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.table import Table

PINGSHUO = Site("cool_temperate_dry", "high_activity_clay", "temperate_mountain")
AMAPA = Site("tropical_wet", "low_activity_clay", "tropical_rainforest", "americas")
LUSATIA = Site("cool_temperate_moist", "sandy", "temperate_continental")
PLANTED = {"forest": "plantation", "leaf": "needleleaf"}


def of(key: str, site: Site, **changed: str):
    return table_density(LandClass(1, key, key, "sink"), replace(site, **changed))


# Site, class and pool as the table of worked sites has them, by what a user chooses.
WORKED = [
    (PINGSHUO, "arable", "soil", {}),
    (PINGSHUO, "arable", "vegetation", {}),
    (PINGSHUO, "forest", "soil", PLANTED),
    (PINGSHUO, "forest", "vegetation", PLANTED),
    (PINGSHUO, "grass", "soil", {}),
    (PINGSHUO, "grass", "vegetation", {}),
    (AMAPA, "forest", "soil", {}),
    (AMAPA, "forest", "vegetation", {}),
    (AMAPA, "grass", "soil", {}),
    (AMAPA, "grass", "vegetation", {}),
    (LUSATIA, "arable", "soil", {}),
    (LUSATIA, "arable", "soil", {"climate": "warm_temperate_moist"}),
    (LUSATIA, "arable", "soil", {"climate": "cool_temperate_dry"}),
    (LUSATIA, "forest", "soil", PLANTED),
    (LUSATIA, "forest", "soil", {**PLANTED, "climate": "warm_temperate_moist"}),
    (LUSATIA, "arable", "vegetation", {}),
    (LUSATIA, "forest", "vegetation", PLANTED),
]


@pytest.fixture(scope="module")
def worked() -> list[dict[str, str]]:
    with open(Path(__file__).parent / "data" / "ipcc_sites.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("place", range(len(WORKED)))
def test_sites_that_were_worked_out(worked, place):
    """To the printed digits: the density, and its half-width for the mean and for a site."""
    site, key, pool, changed = WORKED[place]
    row = worked[place]
    assert row["class"].startswith(key) or (key, row["class"][:7]) == ("grass", "pasture")
    for half_width, column in (("mean", "error"), ("site", "hw_site")):
        density = getattr(of(key, site, half_width=half_width, **changed), pool)
        assert f"{density.tc_per_ha:.1f}" == row["value"]
        if row[column]:
            assert f"{density.tc_per_ha * density.u95_pct / 100:.1f}" == row[column]


def written(edit: dict[str, object]) -> Table:
    """COEFFICIENTS of a class by the tables and of one by maps, its cells edited."""
    site = replace(LUSATIA, half_width="mean")
    measured = ClassDensity(
        LandClass(2, "shrub", "Shrub", "sink"),
        measured_density("soil", 1234.56789012 / 13, 7, "soil (2018)", 0.1, 100 / 3),
        measured_density("vegetation", 2 / 3, 7, "biomass", 0.47, None),
        {},
    )
    rows = [of("forest", site, **PLANTED).row, measured.row]
    columns = tuple(rows[0])
    return Table("", columns, [{**row, **edit.get(row["class"], {})} for row in rows])


def test_a_table_as_it_was_made_is_known_with_the_digits_that_its_source_tells():
    """All digits of the means, as they are written; and those of a format that keeps fewer."""
    assert is_as_made(written({}))
    fewer = {"soil_tc_per_ha": "94.966761", "u95_soil_pct": "33.3333", "soil_u95_shared": 33.3333}
    assert is_as_made(written({"shrub": fewer}))


@pytest.mark.parametrize("key", ["forest", "shrub"])
@pytest.mark.parametrize(
    "column", ["soil_tc_per_ha", "vegetation_tc_per_ha", "u95_soil_pct", "soil_u95_shared"]
)
def test_a_number_whose_last_digit_somebody_changed_is_told(key, column):
    (value,) = (row.number(column) for row in written({}) if row.text("class") == key)
    digits = 6 if "u95" in column else 8
    step = 10.0 ** (math.floor(math.log10(value)) + 1 - digits)
    assert not is_as_made(written({key: {column: value + step}}))
