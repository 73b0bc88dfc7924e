"""Densities of any place against the sites that were worked out apart (test/core/data)."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from carbon_zones.core.densities.densities import table_density
from carbon_zones.core.densities.ipcc import Site
from carbon_zones.core.scheme.classes import LandClass

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
