"""Paths to carbon neutrality from tables that are lists of dicts, for tests."""

from __future__ import annotations

import csv
from dataclasses import replace

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.path.emissions import load_gwp_set, read_activity
from carbon_zones.core.path.path import NeutralityPath, read_path_years
from carbon_zones.core.path.scenarios import read_scenarios
from carbon_zones.core.path.starting_land import CarbonDebt, Cohort, StartingLand
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import DEFAULT_TABLE_DIR, default_classes, load_default_table
from carbon_zones.core.scheme.table import Table

PAPER = {
    "arable": {"soil_tc_per_ha": 82.11, "vegetation_tc_per_ha": 5.0},
    "forest": {"soil_tc_per_ha": 92.67, "vegetation_tc_per_ha": 15.5},
    "grass": {"soil_tc_per_ha": 88.35, "vegetation_tc_per_ha": 6.398},
}
K95 = {
    f"{pool}_{name}": value
    for pool in ("soil", "vegetation")
    for name, value in (("curve", "exponential"), ("p1", 0.95), ("p2", 30.0))
}
HALF_WIDTHS = {"u95_soil_pct": 20.0, "u95_vegetation_pct": 30.0}
# The land of the sample in 2018, by examples E2 and E3.
SAMPLE_COHORTS = [
    ("arable", 4.5, 231.30),
    ("forest", 4.5, 337.77),
    ("grass", 4.5, 391.23),
    ("arable", 13.5, 924.48),
    ("forest", 13.5, 360.90),
    ("grass", 13.5, 39.96),
]
SAMPLE_MINE = 7123.50
# The scenarios of the shipped example.
BAU, LOW = "BAU (invented)", "low-carbon (invented)"


def with_terms(**more) -> dict:
    """The paper's densities with further columns."""
    return {name: {**own, **more} for name, own in PAPER.items()}


def shipped(name: str) -> list[dict]:
    """The rows of a shipped table, numbers as numbers."""
    with open(DEFAULT_TABLE_DIR / f"{name}.csv", encoding="utf-8") as file:
        return [{k: number_or_text(v) for k, v in row.items()} for row in csv.DictReader(file)]


def number_or_text(text: str):
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() and "." not in text else number


# The shipped example with half-widths of everything.
NORMAL_FACTORS = [
    {**row, "low": "", "high": "", "distribution": "", "u95_pct": 10} for row in shipped("factors")
]


def table_of(name: str, rows: list[dict]) -> Table:
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    return Table(name, columns, [{c: row.get(c) for c in columns} for row in rows])


def path_of(
    activity: list,
    scenarios: list,
    terms: dict,
    factors: list | None = None,
    cohorts: list | None = None,
    mined: float | None = None,
    last_taken: dict | None = None,
    gwp: str = "ar5",
    base: int | None = None,
    end: int = 2060,
    milestones: str = "2030,2050,2060",
    going_on=lambda: True,
    debt: CarbonDebt | None = None,
    **wanted,
) -> NeutralityPath:
    classes = Classes(land_class for _, land_class in default_classes())
    of_factors = (
        load_default_table("factors.csv") if factors is None else table_of("FACTORS", factors)
    )
    read = read_activity(
        table_of("ACTIVITY", activity), replace(of_factors, name="FACTORS"), Notes()
    )
    span = read_path_years(base, end, milestones, read, Notes())
    rows = [{"class": name, **own} for name, own in terms.items()]
    start = StartingLand(
        None if cohorts is None else [Cohort(classes.find_class(c), *more) for c, *more in cohorts],
        mined,
        None if last_taken is None else {classes.find_class(c): ha for c, ha in last_taken.items()},
    )
    return NeutralityPath(
        span,
        read,
        load_gwp_set(gwp),
        read_scenarios(table_of("SCENARIOS", scenarios), classes, span.base),
        classes,
        read_coefficients(table_of("COEFFICIENTS", rows), classes, Notes()),
        start,
        UncertaintySettings(**wanted),
        debt,
        going_on,
    )


def points(scenario: str, variable: str, **values) -> list[dict]:
    return [
        {"scenario": scenario, "variable": variable, "year": int(year[1:]), "value": value}
        for year, value in values.items()
    ]
