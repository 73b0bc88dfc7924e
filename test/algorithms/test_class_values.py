"""Values per hectare: the sample's carbon, layers with and without years, and what is written.

Tables, units and rasters are held against loops and published numbers in test/core.
"""

from __future__ import annotations

from collections import defaultdict
from math import fsum

import pytest
from qgis.core import QgsProject

from carbon_zones.test.algorithms.conftest import run_on_sample
from carbon_zones.test.contracts import outputs_in
from carbon_zones.test.helpers import YEARS, read_csv, sample, write_csv

SPANS = ("1986-2000", "2000-2009", "2009-2018", "1986-2018")
# t C in soil and vegetation of all sinks, worked out by a program of its own (example E9).
STOCKS = dict(zip(YEARS, (4719066.5817, 4476162.8475, 4254438.2429, 3946441.2689)))
OTHERS = (
    "Urban land, Rural land, Transportation land, Open pit, Stripping land, Dump, Industrial land, "
    "Water"
)

LAYERS = {"LAYERS": [sample(year) for year in YEARS]}


def totals(folder) -> dict:
    """Totals of all classes by date and value."""
    sums = defaultdict(list)
    for row in read_csv(folder / "totals.csv"):
        sums[row["year"], row["value_name"]].append(float(row["total"]))
    return {key: fsum(amounts) for key, amounts in sums.items()}


def changes(folder) -> dict:
    rows = read_csv(folder / "changes.csv")
    return {(r["period"], r["value_name"]): r for r in rows}


on_sample = run_on_sample("classvalues")


def test_the_carbon_of_the_sample(on_sample):
    folder, _, feedback = on_sample
    sums = defaultdict(float)
    for (year, _), total in totals(folder).items():
        sums[year] += total
    assert sums == pytest.approx(STOCKS, abs=5e-5)
    assert list(dict.fromkeys(period for period, _ in changes(folder))) == list(SPANS)
    parts = [row for row in read_csv(folder / "contributions.csv") if row["period"] == SPANS[-1]]
    change = STOCKS["2018"] - STOCKS["1986"]
    assert fsum(float(row["change"]) for row in parts) == pytest.approx(change, abs=1e-4)
    assert f"values.csv: no rows for these classes, counted as 0: {OTHERS}." in feedback.infos
    assert feedback.warnings == []


def test_what_becomes_of_a_density_is_no_value(run, on_sample, tmp_path):
    """Coefficients with curves for some of the classes, which a ledger takes."""
    table = write_csv(
        tmp_path / "coefficients.csv",
        "class,soil_tc_per_ha,vegetation_tc_per_ha,soil_curve,soil_p1,u95_soil_pct\n"
        "arable,82.11,5,ipcc,30,\nforest,92.67,15.5,,,20\ngrass,88.35,6.398,,,\n",
    )
    run("classvalues", **LAYERS, VALUES=table, **outputs_in("classvalues", tmp_path, "TOTALS"))
    assert totals(tmp_path) == totals(on_sample[0])
    words = (
        "columns reserved for Mine carbon ledger, ignored as values: soil_curve, soil_p1, u95_soil"
    )
    assert any(words in line for line in run.feedback.infos)


def test_rasters_of_the_dates_are_to_be_loaded(run, tmp_path):
    run.project = QgsProject()
    run("classvalues", **LAYERS, **outputs_in("classvalues", tmp_path, "DENSITY_FOLDER"))
    details = run.context.layersToLoadOnCompletion()
    assert {one.name for one in details.values()} == {
        f"soil_tc_per_ha per ha, {year}" for year in YEARS
    }
