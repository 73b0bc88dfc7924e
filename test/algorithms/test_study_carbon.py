"""The carbon balance in the study's report, and why the losses of periods are not the span's."""

from __future__ import annotations

import pytest

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.helpers import read_csv, write_csv, write_dates
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")
pytestmark = pytest.mark.usefixtures("qgis_app")


def study(folder, layers, **parameters):
    """The page of a study, and what was told; LOSSES are in the folder."""
    call = make_run()
    outputs = {"LOSSES": str(folder / "losses.csv"), "REPORT": str(folder / "report.html")}
    call("study", LAYERS=layers, **outputs, **parameters)
    return read_page(folder / "report.html"), call.feedback


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
