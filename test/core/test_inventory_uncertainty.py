"""How sure an inventory is: error propagation held against draws of a program of its own."""

from collections import defaultdict

import numpy as np
import pytest

from carbon_zones.core.inventory.uncertainty import InventoryUncertainty
from carbon_zones.core.scheme.coefficients import CarbonPool, Coefficient, Coefficients
from carbon_zones.core.scheme.recovery_curves import LinearRecovery
from carbon_zones.test.core.inventory_oracle import pieces
from carbon_zones.test.core.test_inventory import inventory_of

# Soil, biomass and their half-widths in %, and the part of these that all soils share.
DENSITIES = {
    "arable": (33.1, 5.0, 40.0, 55.0, 25.0),
    "forest": (50.0, 40.0, 30.0, 20.0, 25.0),
    "grass": (43.0, 6.0, 59.0, 45.0, 25.0),
    "shrub": (47.0, 12.0, 25.0, 59.0, 25.0),
}
CATEGORIES = {"arable": "Cropland", "forest": "Forest land", "open_pit": "Other land"}
HISTORIES = {
    "grass forest forest": 30.0,
    "arable open_pit grass": 5.0,
    "shrub grass arable": 12.0,
    "arable grass forest": 20.0,
    "forest arable grass": 3.0,
}
YEARS = [2000, 2003, 2005]
TRANSITION, GROWN, Z95, DRAWS = 4, 7.0, 1.959963984540054, 400_000


def coefficients(**without) -> Coefficients:
    return Coefficients(
        {
            key: Coefficient(
                CarbonPool(soil, u95_pct=without.get(key, soil_u95), shared_pct=shared),
                CarbonPool(plants, u95_pct=plants_u95, curve=LinearRecovery(GROWN)),
            )
            for key, (soil, plants, soil_u95, plants_u95, shared) in DENSITIES.items()
        }
    )


def densities_drawn() -> tuple[dict, dict]:
    """Many soils and biomasses of each class; pits hold nothing."""
    rng = np.random.default_rng(20260)
    common = rng.standard_normal(DRAWS)
    soils, plants = {}, {"open_pit": np.zeros(1)}
    for key, (soil, plant, soil_u95, plant_u95, shared) in DENSITIES.items():
        own = (soil_u95**2 - shared**2) ** 0.5
        far = (shared * common + own * rng.standard_normal(DRAWS)) / 100 / Z95
        soils[key] = soil * (1 + far)
        plants[key] = plant * (1 + plant_u95 / 100 / Z95 * rng.standard_normal(DRAWS))
    return soils, plants


def emitted_by_draws() -> dict:
    """kt CO2 of all draws by year, category and pool: each piece of land, year by year."""
    soils, plants = densities_drawn()
    sums = defaultdict(lambda: np.zeros(1))
    for history, hectares in HISTORIES.items():
        ways = list(pieces(history.split(), YEARS))
        for way in ways:
            now, steps = history.split()[0], dict(way)
            share = -44 / 12 / 1000 * hectares / len(ways)
            soil, goal, left = soils[now], soils[now], 0
            biomass, planted = plants[now], None
            for year in range(YEARS[0] + 1, YEARS[-1] + 1):
                change = 0.0
                if year in steps:
                    now = steps[year]
                    planted = year if now == "forest" else None
                    change = -biomass + (0.0 if planted else plants[now])
                    goal, left = soils.get(now), TRANSITION
                    biomass = plants[now] * (0.0 if planted else 1.0)
                if planted:
                    grown = plants[now] * min(1.0, (year - planted + 1) / GROWN)
                    change = change + grown - biomass
                    biomass = grown
                category = CATEGORIES.get(now, "Grassland")
                key = year, category, "biomass"
                sums[key] = sums[key] + share * change
                if left:
                    known = soil is not None and goal is not None
                    step = (goal - soil) / left if known else None
                    soil = soil + step if known else None
                    left -= 1
                    soil = soil if left else goal
                    if known:
                        sums[year, category, "soil"] = sums[year, category, "soil"] + share * step
    return sums


@pytest.fixture(scope="module")
def draws() -> dict:
    """Of each row of the table the estimates of all draws."""
    by_year = emitted_by_draws()
    first, last = YEARS[0] + 1, YEARS[-1]
    found = defaultdict(lambda: np.zeros(1))
    for (year, category, pool), amount in by_year.items():
        for c in (category, "(all)"):
            for p in (pool, "net"):
                found[str(year), c, p] = found[str(year), c, p] + amount
                found["", c, p] = found["", c, p] + amount
                sign = {first: -1.0, last: 1.0}.get(year, 0.0)
                found["trend", c, p] = found["trend", c, p] + sign * amount
    return found


def test_draws_find_the_same_intervals(draws):
    made = inventory_of(HISTORIES, YEARS, coefficients(), TRANSITION)
    rows = InventoryUncertainty(made).rows
    assert {row["year"] for row in rows} == {*map(str, range(2001, 2006)), "", "trend"}
    compared = 0
    for row in rows:
        drawn = draws[row["year"], row["category"], row["pool"]]
        low, high = np.quantile(drawn, [0.025, 0.975])
        half = (row["high"] - row["low"]) / 2
        assert half == pytest.approx((high - low) / 2, rel=0.01, abs=1e-9), row
        assert row["estimate"] == pytest.approx(drawn.mean(), abs=0.01 * half + 1e-9), row
        compared += half > 0
    assert compared > 60


def test_the_net_is_what_the_table_of_categories_has():
    made = inventory_of(HISTORIES, YEARS, coefficients(), TRANSITION)
    found = InventoryUncertainty(made)
    assert found.net_row("2005")["estimate"] == pytest.approx(made.net_emissions_kt(2004, 2005))
    assert found.net_row("")["estimate"] == pytest.approx(made.net_emissions_kt(2000, 2005))
    for category in {row["category"] for row in made.rows}:
        table = sum(
            row["net_co2_kt"] or 0.0
            for row in made.rows
            if (row["category"], row["year"]) == (category, "2004")
        )
        own = [
            row["estimate"]
            for row in found.rows
            if (row["category"], row["year"], row["pool"]) == (category, "2004", "net")
        ]
        assert own == pytest.approx([table])


def test_without_half_widths_the_rows_stand_and_it_is_told_why():
    made = inventory_of(HISTORIES, YEARS, coefficients(shrub=None), TRANSITION)
    uncertainty = InventoryUncertainty(made)
    whole = InventoryUncertainty(inventory_of(HISTORIES, YEARS, coefficients(), TRANSITION))
    estimates = [row["estimate"] for row in whole.rows]
    assert [row["estimate"] for row in uncertainty.rows] == estimates
    assert {r["low"] for r in uncertainty.rows} == {None} == {r["high"] for r in uncertainty.rows}
    assert "Shrubland (u95_soil_pct)" in str(uncertainty.notes.notices[0])


def test_only_densities_of_land_that_changes_need_a_half_width():
    histories = {"grass forest forest": 1.0, "shrub shrub shrub": 9.0}
    made = inventory_of(histories, YEARS, coefficients(shrub=None), TRANSITION)
    uncertainty = InventoryUncertainty(made)
    assert not uncertainty.notes.notices
    assert uncertainty.net_row("")["low"] is not None


def test_wide_half_widths_are_told():
    made = inventory_of(HISTORIES, YEARS, coefficients(grass=61.0), TRANSITION)
    (notice,) = InventoryUncertainty(made).notes.notices
    assert "approximate for margins of error above 60 %: soil:grass." in str(notice)
