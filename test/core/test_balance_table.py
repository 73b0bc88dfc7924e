"""BALANCE: made-up mines of other authors, the sample, and a plain loop over random land."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.ledger.balance_table import balance_of
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.results import with_bounds
from carbon_zones.core.ledger.states import AgeRule
from carbon_zones.core.mine.land import MineLand
from carbon_zones.core.results.closure import require_closure
from carbon_zones.core.results.uncertainty import Wanted
from carbon_zones.core.scan.combinations import Combinations
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import default_classes, default_table
from carbon_zones.core.scheme.disturbing_classes import DisturbingClasses
from carbon_zones.test.core.histories import LAND, lands, series_by_hand
from carbon_zones.test.core.ledger_oracle import Cell
from carbon_zones.test.core.support import examples, inputs, memory_folder, table
from carbon_zones.test.core.test_ledger import MINE, TERMS_OF_CLASSES, by_hand, coefficients_of
from carbon_zones.test.core.test_returned import HISTORIES, TERMS, YEARS
from carbon_zones.test.helpers import ROOT

CASES = json.loads((ROOT / "test" / "core" / "data" / "balance_cases.json").read_text("utf-8"))


def case_coefficients(carbon: dict) -> str:
    """The coefficients of a made-up mine as a table."""
    lines = []
    for key, own in carbon.items():
        cells = {"class": key}
        for pool in ("soil", "vegetation"):
            curve = own[f"{pool}_curve"]
            cells[f"{pool}_tc_per_ha"] = own[pool]
            cells[f"{pool}_loss_fraction"] = own[f"{pool}_loss"]
            cells[f"{pool}_curve"] = curve["curve"]
            cells[f"{pool}_p1"] = curve.get("years", "")
            bands = [f"{until or ''}:{rate!r}" for until, rate in curve.get("bands", ())]
            cells[f"{pool}_rates"] = ";".join(bands)
            cells[f"{pool}_returned_tc_per_ha"] = own.get(f"{pool}_returned", "")
        lines.append(cells)
    head = list(lines[0])
    return "\n".join([",".join(head), *(",".join(str(row[c]) for c in head) for row in lines)])


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["years"][0]))
def test_balances_of_made_up_mines(tmp_path, case):
    """Their authors have a loop of their own; 1 ha cells."""
    keys = list(CASES["groups"])
    entries = [(n, LandClass(n, key, key, CASES["groups"][key])) for n, key in enumerate(keys, 1)]
    cells = np.repeat(
        [[keys.index(key) + 1 for key in one["classes"]] for one in case["trajectories"]],
        [int(one["area_ha"]) for one in case["trajectories"]],
        axis=0,
    )
    labels = [f"land_{year}" for year in case["years"]]
    series = series_by_hand(tmp_path, cells, labels, entries)
    combinations = Combinations(series)
    census = count(series, periods(series.dates), [combinations])
    land = MineLand(combinations.table, series.dates, series.classes, DisturbingClasses())
    own = table("COEFFICIENTS", case_coefficients(case["carbon"]))
    ledger = Ledger(land, read_coefficients(own, series.classes, Notes()), AgeRule.MID)
    require_closure(ledger.checks(census))
    assert len(ledger.balance) == len(case["balance"])
    for row, wanted in zip(ledger.balance, case["balance"]):
        for column, value in wanted.items():
            if isinstance(value, str):
                assert row[column] == value
            else:
                assert row[column] == pytest.approx(value, rel=1e-6, abs=1e-6), (wanted, column)
        if "assumed_loss_tc" not in wanted:
            assert row["assumed_loss_tc"] is None
        assert row["net_tco2"] == pytest.approx(row["net_tc"] * 44 / 12)


def test_the_sample_from_its_second_date_on(tmp_path):
    """What others worked out of it: 2,233.9 ha were mined in 2000 already."""
    files = [
        str(ROOT / "resources" / "sample" / f"landuse_{year}.tif") for year in (2000, 2009, 2018)
    ]
    series = open_series(inputs(*files), "planimetric", default_classes())
    combinations = Combinations(series)
    census = count(series, periods(series.dates), [combinations])
    land = MineLand(combinations.table, series.dates, series.classes, DisturbingClasses())
    coefficients = read_coefficients(default_table("coefficients.csv"), series.classes, Notes())
    ledger = Ledger(land, coefficients, AgeRule.MID)
    require_closure(ledger.checks(census))
    numbers = {name: round(value) for name, value in ledger.key_figures.items()}
    assert numbers["NET_MINED_BEFORE_TC"] == 95_272
    assert numbers["NET_TAKEN_TC"] == -657_431
    assert numbers["NET_TC"] == -562_159
    # 2,233.89 ha x 666,518.4 t C / 7,175.25 ha.
    assert numbers["ASSUMED_LOSS_TC"] == 207_509
    assert balance_of(ledger.balance, "mined_before")["area_ha"] == pytest.approx(2233.9, abs=0.05)


COLUMNS = ("loss", "gain", "growth", "pre_mining", "other")


def plain_balance(land, hectares, terms, rule) -> dict:
    """BALANCE of random land, cell by cell."""
    sums: dict = {}

    def add(period, part, column, amount):
        for one in (part, "(all)"):
            key = period, one, column
            sums[key] = sums.get(key, 0.0) + amount

    years = land.years
    steps = [f"{a}-{b}" for a, b in zip(years, years[1:])]
    decaying = 0.0
    for spot, values in land.cells.items():
        groups = [LAND.get(value, ("", ""))[1] for value in values]
        if "mine" not in groups:
            continue
        cell, area = Cell(values, years, LAND, terms, rule), float(hectares[spot])
        part = "mined_before" if groups[0] == "mine" else "taken"
        totals = [sum(stock) * area for *_, stock in cell.stocks]
        decaying += cell.stocks[-1][3][3] * area if part == "taken" else 0.0
        reclaimed = [area * (state == "reclaimed") for _, state, *_ in cell.stocks]
        for n, period in enumerate(steps, 1):
            ways = {("sink", "mine"): "taken_ha", ("", "mine"): "counted_0_ha"}
            way = ways.get((groups[n - 1], groups[n]))
            add(period, part, "area_ha", area)
            add(period, part, "stock_before_tc", totals[n - 1])
            add(period, part, "stock_after_tc", totals[n])
            add(period, part, "reclaimed_ha", reclaimed[n])
            for name in ("", period):
                if way:
                    add(name, part, way, area)
        add("", part, "area_ha", area)
        add("", part, "stock_before_tc", totals[0])
        add("", part, "stock_after_tc", totals[-1])
        add("", part, "reclaimed_ha", reclaimed[-1])
        for (n, flow, _, _), amount in cell.events.items():
            for name in ("", steps[n - 1]):
                add(name, part, f"{flow}_tc", amount * area)
    taken = sums.get(("", "taken", "area_ha"), 0.0)
    if taken:
        lost = (sums.get(("", "taken", "loss_tc"), 0.0) + decaying) / taken
        for part in ("mined_before", "(all)"):
            mined_before = sums.get(("", "mined_before", "area_ha"), 0.0)
            sums["", part, "assumed_loss_tc"] = mined_before * lost
    return sums


@examples(80)
@given(lands(6), TERMS_OF_CLASSES, st.sampled_from(["mid", "youngest", "oldest"]))
def test_balances_of_random_mines_by_a_plain_loop(land, terms, rule):
    check(land, terms, rule, 1e-9)


@examples(12)
@given(lands(5), TERMS_OF_CLASSES, st.sampled_from(["mean", "drawn"]))
def test_means_over_the_ages_by_small_steps(land, terms, rule):
    check(land, terms, rule, 1e-3)


def check(land, terms, rule, tolerance):
    with memory_folder() as folder:
        series = land.open(folder)
        combinations = Combinations(series)
        census = count(series, periods(series.dates), [combinations])
        mined = MineLand(combinations.table, series.dates, series.classes, MINE)
        ledger = Ledger(mined, coefficients_of(terms), AgeRule(rule))
        require_closure(ledger.checks(census))
        hectares = land.hectares(series)
    wanted = plain_balance(land, hectares, terms, rule)
    scale = tolerance * (1 + float(hectares.sum()) * 100)
    for row in ledger.balance:
        for column, value in row.items():
            if column.endswith("_ha") or column[:-3] in (*COLUMNS, "stock_before", "stock_after"):
                own = wanted.get((row["period"], row["land"], column), 0.0)
                assert value == pytest.approx(own, rel=tolerance, abs=scale), (row, column)
        assumed = wanted.get((row["period"], row["land"], "assumed_loss_tc"))
        assert row["assumed_loss_tc"] == (
            None if assumed is None else pytest.approx(assumed, rel=tolerance, abs=scale)
        )
        net = row["gain_tc"] + row["growth_tc"] - row["loss_tc"]
        assert row["net_tc"] == pytest.approx(net, rel=1e-9, abs=scale)
    assert len(ledger.balance) == 3 * len(land.years)


def test_intervals_are_those_of_runs_on_that_land_alone(tmp_path):
    """The same draws; those of all land are UNCERTAINTY's."""
    wanted, terms = Wanted(2_000), TERMS
    ledger = by_hand(tmp_path, terms, *HISTORIES, years=YEARS)
    whole = ledger.uncertainty(None, wanted)
    rows = with_bounds(ledger, whole)
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
                best = alone.best("net", period=row["period"])
                assert best is not None
                bounds = row["net_low_tc"], row["net_high_tc"]
                assert bounds == pytest.approx((best["low"], best["high"]), rel=1e-9)
    assert not math.isclose(rows[-1]["net_low_tc"], rows[-2]["net_low_tc"])


def test_without_half_widths_nets_have_no_interval(tmp_path):
    terms = {1: {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 5}}
    ledger = by_hand(tmp_path, terms, (1, 5), years=(1990, 2000))
    rows = with_bounds(ledger, ledger.uncertainty(None, Wanted(10)))
    assert {row["net_low_tc"] for row in rows} == {None}
    assert "ASSUMED_LOSS_TC" in ledger.key_figures
    (tmp_path / "pit").mkdir()
    pit = by_hand(tmp_path / "pit", terms, (5, 1), years=(1990, 2000))
    assert "ASSUMED_LOSS_TC" not in pit.key_figures
