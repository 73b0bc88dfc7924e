"""The carbon balance in the study's report, and why the losses of periods are not the span's."""

from __future__ import annotations

import re

import pytest

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_carbon_ledger import INSTANT, coefficients, printed
from carbon_zones.test.helpers import YEARS, read_csv, sample, write_csv, write_dates
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")
pytestmark = pytest.mark.usefixtures("qgis_app")

PERIODS = ("1986-2000", "2000-2009", "2009-2018")


def study(folder, layers, **parameters):
    """The page of a study, and what was told; LOSSES are in the folder."""
    call = make_run()
    outputs = {"LOSSES": str(folder / "losses.csv"), "REPORT": str(folder / "report.html")}
    call("study", LAYERS=layers, **outputs, **parameters)
    return read_page(folder / "report.html"), call.feedback


@pytest.fixture(scope="module")
def page(qgis_app, tmp_path_factory):
    folder = tmp_path_factory.mktemp("study")
    return study(folder, [sample(year) for year in YEARS])


def numbers(page, table: str, column: str) -> list[float]:
    return [float(row[column]) for row in page.rows(table)]


def test_period_and_span_differ_by_what_the_sentences_say(page):
    """Example E10, in the report's sentence and to its digits in the table."""
    found, _ = page
    said = "From 1986 to 2018, the sum of period losses to mines is 872,724.5 t C"
    assert (
        f"{said}; the first-to-last loss (method of Yang et al. 2022) is 650,851.3 t C."
        in found.text
    )
    rows = {row["Land"]: row["Difference, t C"] for row in found.rows("losses-gap")}
    gone = float(rows.pop("land disturbed and released by the last date"))
    whole = float(rows.pop("Total"))
    assert [gone, sum(map(float, rows.values())), whole] == printed(
        210477.0397, 11396.1663, 221873.2060
    )
    losses = {
        row["Period"]: float(row["Carbon loss, t C"])
        for row in found.rows("losses-sinks")
        if row["Sink class"] == "Total"
    }
    assert [sum(losses[period] for period in PERIODS), losses["1986-2018"]] == printed(
        872724.4630, 650851.2571
    )


def test_stock_taken_and_regained_are_those_of_the_ledger(page):
    """Example E5, IPCC's 20 years, which nothing else was said of."""
    found, feedback = page
    assert numbers(found, "balance", "Loss") == printed(
        206206.0443, 260365.4986, 406152.9202, 872724.4630
    )
    assert numbers(found, "balance", "Net") == printed(
        -206206.0443, -231205.6169, -330952.8987, -768364.5599
    )
    yearly = numbers(found, "balance-years", "Net")
    assert yearly[:3] == printed(-206206.0443 / 14, -231205.6169 / 9, -330952.8987 / 9)
    assert yearly[3] == pytest.approx(-768364.5599 / 32, abs=6e-6)
    stocks = {
        row["Year"]: float(row["Total, t C"])
        for row in found.rows("stocks")
        if row["Status"] == "Total"
    }
    assert list(stocks) == list(YEARS)
    assert [*stocks.values()] == printed(856396.1144, 653037.8398, 435312.8018, 104359.9031)
    net = "net loss of 768,365 t C (2,817,337 t CO₂ emitted)"
    assert found.text.count(f"Land disturbed since 1986: {net}") == 1
    # It is the first of the tonnes, and says of which land and years.
    first = found.text.index(" t C")
    assert found.text[:first].endswith(
        "From 1986 to 2018, the 9,409 ha disturbed by mining had a net carbon loss of 768,365"
    )
    assert "Net carbon loss by 2018, land disturbed since 1986 768,365 t C" in found.text
    compared = (
        "Carbon loss to mines, 1986 and 2018 only, excluding regrowth and land disturbed in "
        "between (Yang et al. 2022) 650,851 t C"
    )
    assert compared in found.text
    # What nobody chose is said.
    assert "linearly to their density over 20 years (IPCC 2006, vol. 4, eq. 2.25," in found.text
    assert "No confidence interval: densities lack margins of error (COEFFICIENTS)." in found.text
    assert sum("net carbon loss of 768,365 t C" in line for line in feedback.infos) == 1


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
