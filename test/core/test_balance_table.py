"""BALANCE: a plain loop over random land, and runs on each kind of land alone."""

import math
import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.results import add_net_intervals
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.test.core.histories import LAND, Land, lands
from carbon_zones.test.core.ledger_oracle import Cell
from carbon_zones.test.core.support import examples, memory_folder
from carbon_zones.test.core.test_ledger import (
    MINE,
    SINKS,
    TERMS_OF_CLASSES,
    by_hand,
    coefficients_of,
    counted,
)
from carbon_zones.test.core.test_returned import HISTORIES, TERMS, YEARS
from carbon_zones.test.helpers import ROOT


def plain_balance(land, hectares, terms, rule) -> dict:
    """BALANCE of random land, cell by cell."""
    sums: dict = {}
    first_losses = 0.0

    def add(period, part, column, amount):
        for one in (part, "(all)"):
            key = period, one, column
            sums[key] = sums.get(key, 0.0) + amount

    years = land.years
    steps = [f"{a}-{b}" for a, b in zip(years, years[1:])]
    for spot, values in land.cells.items():
        groups = [LAND.get(value, ("", ""))[1] for value in values]
        if "mine" not in groups:
            continue
        cell, area = Cell(values, years, LAND, terms, rule), float(hectares[spot])
        part = "mined_before" if groups[0] == "mine" else "taken"
        was = values[groups.index("mine") - 1]
        if part == "taken" and LAND.get(was, ("", ""))[1] == "sink":
            for pool in ("soil", "vegetation"):
                fraction = terms[was].get(f"{pool}_loss_fraction", 1.0)
                first_losses += area * fraction * terms[was][f"{pool}_tc_per_ha"]
        totals = [sum(stock) * area for *_, stock in cell.stocks]
        decaying = [stock[3] * area for *_, stock in cell.stocks]
        reclaimed = [area * (state == "reclaimed") for _, state, *_ in cell.stocks]
        for n, period in enumerate(steps, 1):
            ways = {("sink", "mine"): "taken_ha", ("", "mine"): "counted_0_ha"}
            way = ways.get((groups[n - 1], groups[n]))
            add(period, part, "area_ha", area)
            add(period, part, "stock_before_tc", totals[n - 1])
            add(period, part, "stock_after_tc", totals[n])
            add(period, part, "reclaimed_ha", reclaimed[n])
            add(period, part, "decaying_tc", decaying[n])
            for name in ("", period):
                if way:
                    add(name, part, way, area)
        add("", part, "area_ha", area)
        add("", part, "stock_before_tc", totals[0])
        add("", part, "stock_after_tc", totals[-1])
        add("", part, "reclaimed_ha", reclaimed[-1])
        add("", part, "decaying_tc", decaying[-1])
        for (n, flow, _, _), amount in cell.events.items():
            for name in ("", steps[n - 1]):
                add(name, part, f"{flow}_tc", amount * area)
    taken = sums.get(("", "taken", "area_ha"), 0.0)
    if taken:
        lost = first_losses / taken
        for part in ("mined_before", "(all)"):
            mined_before = sums.get(("", "mined_before", "area_ha"), 0.0)
            sums["", part, "assumed_loss_tc"] = mined_before * lost
    return sums


# A field and a wood are taken, each once more, beside a pit; what they lost is still to decay.
SLOW = {"soil_tc_per_ha": 40, "vegetation_tc_per_ha": 5, "soil_loss_fraction": 0.3}
SLOW |= {"soil_half_life": 7.5, "vegetation_half_life": 40}
MINES = Land(
    [np.array([[1, 2, 5]]), np.array([[5, 2, 1]]), np.array([[1, 5, 1]]), np.array([[5, 1, 2]])],
    *((), "metres", 1, 1),
)


@examples(80)
@given(lands(6), TERMS_OF_CLASSES, st.sampled_from(["mid", "youngest", "oldest"]))
@example(MINES, dict.fromkeys(SINKS, SLOW), "mid").via("half-lives")
def test_balances_of_random_mines_by_a_plain_loop(land, terms, rule):
    check(land, terms, rule, 1e-9)


@examples(12)
@given(lands(5), TERMS_OF_CLASSES, st.sampled_from(["mean", "drawn"]))
def test_means_over_the_ages_by_small_steps(land, terms, rule):
    check(land, terms, rule, 1e-3)


def check(land, terms, rule, tolerance):
    with memory_folder() as folder:
        series = land.open(folder)
        combinations = CombinationCounter(series)
        census = count_series(series, create_periods(series.dates), [combinations])
        mined = MinedLand(combinations.table, series.dates, series.classes, MINE)
        ledger = Ledger(mined, coefficients_of(terms), AgeRule(rule))
        raise_failed_check(ledger.consistency_checks(census))
        hectares = land.hectares(series)
    wanted = plain_balance(land, hectares, terms, rule)
    scale = tolerance * (1 + float(hectares.sum()) * 100)
    for row in ledger.balance:
        for column in set(row) - {"period", "land", "assumed_loss_tc"}:
            if not column.startswith("net_"):
                own = wanted.get((row["period"], row["land"], column), 0.0)
                assert row[column] == pytest.approx(own, rel=tolerance, abs=scale), (row, column)
        assumed = wanted.get((row["period"], row["land"], "assumed_loss_tc"))
        assert row["assumed_loss_tc"] == (
            None if assumed is None else pytest.approx(assumed, rel=tolerance, abs=scale)
        )
        net = row["gain_tc"] + row["growth_tc"] - row["loss_tc"]
        assert row["net_tc"] == pytest.approx(net, rel=1e-9, abs=scale)
        assert row["net_tco2"] == pytest.approx(net * 44 / 12, rel=1e-9, abs=scale)
    assert len(ledger.balance) == 3 * len(land.years)


def test_intervals_are_those_of_runs_on_that_land_alone(tmp_path):
    wanted, terms = UncertaintySettings(2_000), TERMS
    ledger = by_hand(tmp_path, terms, *HISTORIES, years=YEARS)
    whole = ledger.uncertainty(None, wanted)
    rows = add_net_intervals(ledger, whole)
    parts = {
        "taken": [own for own in HISTORIES if own[0] != 5],
        "mined_before": [own for own in HISTORIES if own[0] == 5],
        "(all)": HISTORIES,
    }
    for land, histories in parts.items():
        (tmp_path / land).mkdir()
        alone = by_hand(tmp_path / land, terms, *histories, years=YEARS).uncertainty(None, wanted)
        for row in rows:
            if row["land"] == land:
                best = alone.best_row("net", period=row["period"])
                assert best is not None
                bounds = row["net_low_tc"], row["net_high_tc"]
                assert bounds == pytest.approx((best["low"], best["high"]), rel=1e-9)
    assert not math.isclose(rows[-1]["net_low_tc"], rows[-2]["net_low_tc"])


@pytest.mark.parametrize("language", ["", "zh_CN/"])
def test_the_assumed_loss_is_that_of_the_manual_s_formula(tmp_path, language):
    page = ROOT / "docs" / language / "algorithms" / "carbonledger.md"
    (formula,) = re.findall(r"(?m)^    assumed_loss_tc(.*)$", page.read_text(encoding="utf-8"))
    terms = dict.fromkeys(SINKS, SLOW)
    histories = [(1, 5, 5), (2, 2, 5), (5, 5, 1), (5, 2, 2)]
    rows = by_hand(tmp_path, terms, *histories, years=(1990, 2000, 2010)).balance
    whole = {row["land"]: row for row in rows if not row["period"]}
    columns = {name: {land: row[name] for land, row in whole.items()} for name in whole["taken"]}
    assert whole["taken"]["decaying_tc"] > 1
    term, _, right = re.sub(r"(\w+)\((\w+)\)", r"\1['\2']", f"assumed_loss_tc{formula}").partition(
        " = "
    )
    wanted = eval(right.replace(" x ", " * "), {}, columns)
    assert eval(term, {}, columns) == pytest.approx(wanted)


def test_without_half_widths_nets_have_no_interval(tmp_path):
    terms = {1: {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 5}}
    ledger = by_hand(tmp_path, terms, (1, 5), years=(1990, 2000))
    rows = add_net_intervals(ledger, ledger.uncertainty(None, UncertaintySettings(10)))
    assert {row["net_low_tc"] for row in rows} == {None}
    assert "ASSUMED_LOSS_TC" in ledger.key_figures
    (tmp_path / "pit").mkdir()
    pit = by_hand(tmp_path / "pit", terms, (5, 1), years=(1990, 2000))
    assert "ASSUMED_LOSS_TC" not in pit.key_figures


def test_land_mined_before_alone_is_assumed_to_have_lost_what_the_run_tells(tmp_path):
    """Two hectares of a unit, by the t C/ha of the run; without them nothing is assumed."""
    land, _ = counted(tmp_path, (5, 1), (5, 5), years=(1990, 2000))
    terms = {1: {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 5}}
    for first_loss, assumed in ((85.0, 170.0), (None, None)):
        ledger = Ledger(land, coefficients_of(terms), AgeRule.MID, first_loss=first_loss)
        whole = [row for row in ledger.balance if not row["period"]]
        assert [row["assumed_loss_tc"] for row in whole] == [None, assumed, assumed]
