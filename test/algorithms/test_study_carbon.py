"""The carbon balance in the study's report, and why the losses of periods are not the span's."""

from __future__ import annotations

import re

import pytest

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_carbon_ledger import INSTANT, coefficients
from carbon_zones.test.helpers import YEARS, read_csv, sample, write_csv, write_dates
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")
pytestmark = pytest.mark.usefixtures("qgis_app")


def study(folder, layers, **parameters):
    """The page of a study, and what was told; LOSSES are in the folder."""
    call = make_run()
    outputs = {"LOSSES": str(folder / "losses.csv"), "REPORT": str(folder / "report.html")}
    call("study", LAYERS=layers, **outputs, **parameters)
    return read_page(folder / "report.html"), call.feedback


def test_half_widths_give_the_net_an_interval(tmp_path):
    """Example E21: the net by instant recovery, areas as certain."""
    terms = {**INSTANT, "u95_soil_pct": 20, "u95_vegetation_pct": 30}
    layers = [sample(year) for year in YEARS]
    found, _ = study(tmp_path, layers, COEFFICIENTS=coefficients(tmp_path, **terms))
    words = re.search(r"from carbon densities: net loss of (\S+) to (\S+) t C", found.text)
    bounds = [float(w.replace(",", "")) for w in words.groups()]
    # By 10,000 draws, whose quantiles have a standard error of 2.7 % of the half-width.
    half = 76097.586034
    assert bounds == pytest.approx([655614.9432 - half, 655614.9432 + half], abs=0.08 * half)
    # In what the page opens with, in the section on the balance and on the tile.
    low, high = words.groups()
    told = f"95 % confidence interval from carbon densities: net loss of {low} to {high} t C"
    assert found.text.count(f"{told} (Monte Carlo simulation, 10,000 draws") == 2
    assert "Main source of uncertainty: soil." in found.text
    assert f"(95 % confidence interval) 656,000 t C ({low} to {high})" in found.text
    left_out = "recovery curves, age of reclaimed land, loss fractions, map errors"
    assert f"IPCC Approach 2). Not included: {left_out}." in found.text
    assert "(IPCC 2006, vol. 4, eq. 2.25," not in found.text


def test_a_class_without_coefficients_leaves_the_balance_out(tmp_path):
    """It was not taken, so that the losses need none; but land was reclaimed as it."""
    layers = write_dates(tmp_path, {1990: [[1, 1, 1]], 2000: [[1, 7, 1]], 2010: [[1, 2, 1]]})
    table = write_csv(
        tmp_path / "few.csv", "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,80,5\n"
    )
    found, feedback = study(tmp_path, layers, SCHEME="coal_mine", COEFFICIENTS=table)
    (said,) = (
        line for line in feedback.warnings if "Carbon balance of mined land not available: " in line
    )
    assert said.endswith("land mined at any date: 'forest' (0.09 ha, 2010).")
    assert said in found.text
    assert "chart-balance" not in found.figures
    assert [row["total_loss_tc"] for row in read_csv(tmp_path / "losses.csv")][:1] == ["7.65"]


def test_land_without_mines_says_nothing_of_it(tmp_path):
    layers = write_dates(tmp_path, {1990: [[1, 1]], 2000: [[1, 2]]})
    found, feedback = study(tmp_path, layers, SCHEME="coal_mine")
    assert "balance" not in found.text
    assert not any("balance" in line for line in feedback.infos)
