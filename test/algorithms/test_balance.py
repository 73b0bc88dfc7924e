"""BALANCE through QGIS: study and ledger say one interval, and units add up."""

from __future__ import annotations

import pytest

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_carbon_ledger import coefficients
from carbon_zones.test.helpers import (
    ROOT,
    YEARS,
    read_csv,
    sample,
    write_csv,
    write_dates,
    write_raster,
)
from carbon_zones.test.pages import read_page

pytestmark = pytest.mark.usefixtures("qgis_app")

LAYERS = [sample(year) for year in YEARS]
SCHEME = ROOT / "resources" / "schemes" / "coal_mine"
WIDTHS = {"u95_soil_pct": 20, "u95_vegetation_pct": 30, "distribution": "lognormal"}


def test_study_and_ledger_say_one_interval_of_one_number(tmp_path):
    """Without errors of areas, 10,000 draws of seed 1: bounds of every row are the same."""
    own = coefficients(tmp_path, **WIDTHS)
    found = {}
    for algorithm in ("carbonledger", "study"):
        out = tmp_path / f"{algorithm}.csv"
        given = {"LAYERS": LAYERS[1:], "COEFFICIENTS": own, "BALANCE": str(out)}
        results = make_run()(algorithm, **given)
        found[algorithm] = read_csv(out)
        nets = {row["land"]: row["net_tc"] for row in found[algorithm] if not row["period"]}
        names = {"TAKEN": "taken", "MINED_BEFORE": "mined_before"}
        for name, land in names.items():
            assert results[f"NET_{name}_TC"] == pytest.approx(float(nets[land]), rel=1e-9)
    assert found["study"] == found["carbonledger"]
    assert len({row["net_low_tc"] for row in found["study"]}) == 9


def test_a_unit_where_no_land_was_disturbed_goes_by_the_loss_of_the_run(tmp_path):
    """In the west a cell is mined at both dates, in the east a field of 80 + 5 t C/ha is taken."""
    names = {1: "Arable land", 7: "Open pit"}
    layers = write_dates(
        tmp_path, {1990: [[7, 1, 1]], 2000: [[7, 7, 1]]}, names=names, cell=(100, 100)
    )
    sites = write_raster(
        tmp_path / "sites.tif", [[1, 2, 2]], names={1: "West", 2: "East"}, cell=(100, 100)
    )
    terms = "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,80,5"
    balance = str(tmp_path / "balance.csv")
    given = {"LAYERS": layers, "COEFFICIENTS": write_csv(tmp_path / "terms.csv", terms)}
    make_run()("study", **given, UNITS_RASTER=sites, BALANCE=balance)
    assumed = {
        row["unit"]: float(row["assumed_loss_tc"])
        for row in read_csv(balance)
        if (row["period"], row["land"]) == ("", "mined_before")
    }
    assert assumed == pytest.approx({"West": 85.0, "East": 0.0})


def test_the_debt_of_the_sample(tmp_path):
    """2,817,337 t CO2 by the base year, which the sample's scenarios never pay back."""
    balance, out = tmp_path / "balance.csv", tmp_path / "path.csv"
    make_run()("carbonledger", LAYERS=LAYERS, BALANCE=str(balance))
    make_run()(
        "neutralitypath",
        ACTIVITY=str(SCHEME / "activity.csv"),
        SCENARIOS=str(SCHEME / "scenarios.csv"),
        BALANCE=str(balance),
        PATH=str(out),
        DRAWS=0,
    )
    rows = read_csv(out)
    assert {round(float(row["debt_tco2"])) for row in rows} == {2_817_337}
    assert {row["paid_back_year"] for row in rows} == {""}
    for row in rows:
        owed = float(row["cumulative_tco2e"]) + 2_817_336.71968
        assert float(row["cumulative_with_debt_tco2e"]) == pytest.approx(owed)


def test_a_class_without_coefficients_leaves_the_balance_of_the_study_out(run, tmp_path):
    """It was not taken, so that the losses need none; but land was reclaimed as it."""
    layers = write_dates(tmp_path, {1990: [[1, 1, 1]], 2000: [[1, 7, 1]], 2010: [[1, 2, 1]]})
    table = "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,80,5"
    given = {"SCHEME": "coal_mine", "COEFFICIENTS": write_csv(tmp_path / "few.csv", table)}
    given |= {"LOSSES": str(tmp_path / "losses.csv"), "REPORT": str(tmp_path / "report.html")}
    run("study", LAYERS=layers, **given)
    words = "Carbon balance of mined land not available: "
    (warning,) = (line for line in run.feedback.warnings if words in line)
    assert warning.endswith("land mined at any date: 'forest' (0.09 ha, 2010).")
    page = read_page(given["REPORT"])
    assert warning in page.text
    assert "chart-balance" not in page.figures
    assert [row["total_loss_tc"] for row in read_csv(given["LOSSES"])][:1] == ["7.65"]


def test_a_study_of_land_without_mines_says_nothing_of_it(run, tmp_path):
    layers, page = write_dates(tmp_path, {1990: [[1, 1]], 2000: [[1, 2]]}), tmp_path / "page.html"
    run("study", LAYERS=layers, SCHEME="coal_mine", REPORT=str(page))
    assert "balance" not in read_page(page).text
    assert not any("balance" in line for line in run.feedback.infos)
