"""Values per hectare: the sample's carbon, layers with and without years, and what is written.

Tables, units and rasters are held against loops and published numbers in test/core.
"""

from __future__ import annotations

from collections import defaultdict
from math import fsum

import numpy as np
import pytest
from qgis.core import QgsProject

from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import YEARS, read_csv, read_raster, sample, write_csv, write_dates

ALL = CONTRACTS["classvalues"].outputs
TABLES = ("TOTALS", "CHANGES", "CONTRIBUTIONS")
SPANS = ("1986-2000", "2000-2009", "2009-2018", "1986-2018")
# t C in soil and vegetation of all sinks, worked out by a program of its own (example E9).
STOCKS = dict(zip(YEARS, (4719066.5817, 4476162.8475, 4254438.2429, 3946441.2689)))
OTHERS = (
    "Urban land, Rural land, Transportation land, Open pit, Stripping land, Dump, Industrial land, "
    "Water"
)

LAND = np.random.default_rng(15).integers(0, 5, (3, 23, 31))
VALID = (LAND > 0).all(axis=0)
OWN = "class,stock,service\nfield,10,-1.5\nwood,25.3,7\npit,-4,0\n"
PER_HA = {"stock": [0, 10, 25.3, -4, 0], "service": [0, -1.5, 7, 0, 0]}
NAMES = {1: "field", 2: "wood", 3: "pit", 4: "lake"}
LAYERS = {"LAYERS": [sample(year) for year in YEARS]}


def paths(folder, names=ALL) -> dict:
    return {name: str(folder / file) for name, file in ALL.items() if name in names}


def land(folder, years=(1990, 1995, 2005), names=NAMES) -> list[str]:
    """Three dates; 0 is no data."""
    return write_dates(folder, dict(zip(years, LAND)), nodata=0, names=names)


def totals(folder) -> dict:
    """Totals of all classes by date and value."""
    sums = defaultdict(list)
    for row in read_csv(folder / "totals.csv"):
        sums[row["year"], row["value_name"]].append(float(row["total"]))
    return {key: fsum(amounts) for key, amounts in sums.items()}


def changes(folder) -> dict:
    rows = read_csv(folder / "changes.csv")
    return {(r["period"], r["value_name"]): r for r in rows}


def expected_totals(labels) -> dict:
    """The totals of LAND, cell by cell."""
    return {
        (label, name): fsum((np.take(per_ha, date)[VALID] * 0.09).tolist())
        for label, date in zip(labels, LAND)
        for name, per_ha in PER_HA.items()
    }


@pytest.fixture(scope="module")
def on_sample(qgis_app, tmp_path_factory):
    """The folder with all outputs of a run on the sample, its results and its log."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder, call = tmp_path_factory.mktemp("values"), make_run()
    results = call("classvalues", **LAYERS, **paths(folder))
    return folder, results, call.feedback


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


@pytest.mark.parametrize("given", ["", "1990,1995,2005"])
def test_layers_without_years_and_years_that_are_given(run, tmp_path, given):
    layers, values = land(tmp_path, ("a", "b", "c")), write_csv(tmp_path / "own.csv", OWN)
    run("classvalues", LAYERS=layers, YEARS=given, VALUES=values, **paths(tmp_path))
    labels = given.split(",") if given else ("land_a", "land_b", "land_c")
    assert totals(tmp_path) == pytest.approx(expected_totals(labels), rel=1e-9)
    row = changes(tmp_path)[f"{labels[0]}-{labels[-1]}", "stock"]
    change = read_raster(tmp_path / "change_map.tif")
    assert (change[~VALID] == -9999).all()
    assert 0.09 * change[VALID].sum() == pytest.approx(float(row["change"]), rel=1e-9)
    if given:
        assert float(row["change_per_year"]) == pytest.approx(float(row["change"]) / 15, rel=1e-12)
    else:
        assert (row["years"], row["change_per_year"]) == ("", "")
    assert {path.name for path in (tmp_path / "densities").glob("*.tif")} == {
        f"density_{label}.tif" for label in (labels if given else (1, 2, 3))
    }


def test_what_becomes_of_a_density_is_no_value(run, on_sample, tmp_path):
    """Coefficients with curves for some of the classes, which a ledger takes."""
    table = write_csv(
        tmp_path / "coefficients.csv",
        "class,soil_tc_per_ha,vegetation_tc_per_ha,soil_curve,soil_p1,u95_soil_pct\n"
        "arable,82.11,5,ipcc,30,\nforest,92.67,15.5,,,20\ngrass,88.35,6.398,,,\n",
    )
    run("classvalues", **LAYERS, VALUES=table, **paths(tmp_path, ("TOTALS",)))
    assert totals(tmp_path) == totals(on_sample[0])
    words = (
        "columns reserved for Mine carbon ledger, ignored as values: soil_curve, soil_p1, u95_soil"
    )
    assert any(words in line for line in run.feedback.infos)


def test_rasters_of_the_dates_are_to_be_loaded(run, tmp_path):
    run.project = QgsProject()
    run("classvalues", **LAYERS, **paths(tmp_path, ("DENSITY_FOLDER",)))
    details = run.context.layersToLoadOnCompletion()
    assert {one.name for one in details.values()} == {
        f"soil_tc_per_ha per ha, {year}" for year in YEARS
    }
