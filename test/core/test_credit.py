"""Debt and regrowth of the same land: cases by hand, and a plain loop over random mines. BALANCE:
a plain loop over random land, and runs on each kind of land alone."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.results import add_net_intervals
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.mine.reclamation import Reclamation
from carbon_zones.core.path.emissions import load_gwp_set, read_activity
from carbon_zones.core.path.path import NeutralityPath, read_path_years
from carbon_zones.core.path.scenarios import read_scenarios
from carbon_zones.core.path.starting_land import read_carbon_debt, read_starting_land
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.test.core import path_oracle
from carbon_zones.test.core.histories import LAND, Land, lands
from carbon_zones.test.core.ledger_oracle import Cell
from carbon_zones.test.core.paths import points, table_of
from carbon_zones.test.core.support import examples, memory_folder
from carbon_zones.test.core.test_ledger import (
    MINE,
    SINKS,
    TERMS_OF_CLASSES,
    by_hand,
    coefficients_of,
    counted,
)
from carbon_zones.test.core.test_path import fixed
from carbon_zones.test.core.test_returned import HISTORIES, TERMS, YEARS
from carbon_zones.test.helpers import ROOT

CASES = json.loads((ROOT / "test" / "data" / "credit_cases.json").read_text("utf-8"))["cases"]
VALUES = {"forest": 2, "grass": 3, "pit": 5}
BY_HAND = {1: (40, 5), 2: (50, 100), 3: (40, 6)}
CO2 = 44 / 12


def units_of(land: MinedLand) -> list[MinedLand]:
    """Land by whether the value of its last class is odd."""
    values = np.array([c.value for c in land.classes])[land.table.classes[:, -1]]
    units = []
    for rest in (0, 1):
        own = np.flatnonzero(values % 2 == rest)
        table = land.table
        part = table.select_rows(own)
        units.append(replace(land, table=part))
    return units


def path_on(
    land: MinedLand, terms: dict, scenarios: list, end: int, tonnes=0.0, by_units=False
) -> NeutralityPath:
    """The path of such land from its last date on, by the tables of its own ledger; in two units,
    as where UNITS was given."""
    base, coefficients = int(land.dates[-1].year), coefficients_of(terms)
    classes, whole = land.classes, Ledger(land, coefficients, AgeRule.MID)
    balances, ages, status = [], [], []
    for unit, part in enumerate(units_of(land) if by_units else [land]):
        head, mined = {"unit": str(unit)} if by_units else {}, Reclamation(part)
        own = Ledger(part, coefficients, AgeRule.MID, first_loss=whole.first_loss)
        balances += [{**head, **row} for row in own.balance]
        ages += [{**head, **row} for row in mined.age_rows if row["year"] == str(base)]
        status += [{**head, **row} for row in mined.status_rows]
    debt = read_carbon_debt(table_of("BALANCE", balances), base)
    start = read_starting_land(
        table_of("AGES", ages) if ages else None,
        table_of("STATUS", status),
        None,
        classes,
        {n for n, c in enumerate(classes) if c in coefficients},
        base,
        MINE,
        Notes(),
        debt,
    )
    activity = [fixed(base, tonnes)]
    return NeutralityPath(
        read_path_years(
            None,
            end,
            "",
            read := read_activity(
                table_of("ACTIVITY", activity), load_default_table("factors.csv"), Notes()
            ),
            Notes(),
        ),
        read,
        load_gwp_set("ar6"),
        read_scenarios(table_of("SCENARIOS", scenarios), classes, base),
        classes,
        coefficients,
        start,
        UncertaintySettings(draws=0),
        debt,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases_by_hand(tmp_path, case):
    """A square of a hectare for each hectare; all numbers of the case stand in PATH."""
    histories, years = [], (2000, 2010, 2020)
    for lot in case["land"]:
        histories += [tuple(VALUES[lot["history"][str(year)]] for year in years)] * lot["ha"]
    land, _ = counted(tmp_path, *histories, years=years)
    names = ("soil_tc_per_ha", "vegetation_tc_per_ha")
    terms = {value: dict(zip(names, densities)) for value, densities in BY_HAND.items()}
    scenarios = points("one", "coal_t", y2020=1)
    scenarios += points("one", "offset_tco2", y2021=case["offsets_tco2_per_year"])
    if "reclaimed_ha_per_year" in case:
        scenarios += points("one", "reclaimed_ha", y2021=case["reclaimed_ha_per_year"])
        scenarios += points("one", "reclaimed:meadow", y2021=1)
    rows = {row["year"]: row for row in path_on(land, terms, scenarios, 2060).rows}
    for column in rows["2060"].keys() & case.keys():
        wanted = case[column]
        if isinstance(wanted, dict):
            found = {year: rows[year][column] for year in wanted}
            assert found == pytest.approx(wanted, abs=1e-6), column
        elif column.endswith("_year"):
            assert rows["2060"][column] == (wanted and str(wanted)), column
        else:
            assert rows["2060"][column] == pytest.approx(wanted, abs=1e-6), column
    assert {"sink_taken_tc", "paid_back_year", "paid_back_with_assumed_year"} <= case.keys()


def debts_of(units: list[list[tuple[Cell, float]]]) -> tuple[float, float | None]:
    """The debt of the land that was no mine at the first date, and with that of all land; a unit
    is assumed to have lost by its own loss per hectare, or by that of all where it has none."""
    owing, areas = {True: 0.0, False: 0.0}, []
    for cells in units:
        first = area = before = 0.0
        for cell, hectares in cells:
            groups = [cell.group(place) for place in range(len(cell.values))]
            is_taken = groups[0] != "mine"
            sign = {"loss": 1, "gain": -1, "growth": -1}
            for (_, flow, _, _), amount in cell.events.items():
                owing[is_taken] += sign.get(flow, 0) * amount * hectares
            owing[is_taken] += cell.stocks[-1][3][3] * hectares
            was = cell.values[groups.index("mine") - 1]
            if is_taken:
                area += hectares
                if LAND.get(was, ("", ""))[1] == "sink":
                    for pool in ("soil", "vegetation"):
                        part = cell.terms[was].get(f"{pool}_loss_fraction", 1.0)
                        first += part * cell.terms[was][f"{pool}_tc_per_ha"] * hectares
            else:
                before += hectares
        areas.append((first, area, before))
    owed = max(0.0, owing[True]) * CO2
    of_all = [sum(column) for column in zip(*areas)]
    if not of_all[1]:
        return owed, None
    rates = [first / area if area else of_all[0] / of_all[1] for first, area, _ in areas]
    assumed = sum(rate * before for rate, (_, _, before) in zip(rates, areas))
    # What land mined before has regained since is a loss below 0 here.
    return owed, owed + max(0.0, assumed + owing[False]) * CO2


def first_year_paid(rows: list[dict], debt: float, cumulative: str) -> int | None:
    found = None
    for row in reversed(rows):
        if debt + row[cumulative] > 0:
            break
        found = row["year"]
    return found


@examples(220)
@given(
    land=lands(5),
    terms=TERMS_OF_CLASSES,
    disturbed=st.sampled_from([0.0, 0.02, 0.5]),
    reclaimed=st.sampled_from([0.0, 0.03, 0.7]),
    offset=st.sampled_from([0.0, 3.0, 400.0]),
    name=st.sampled_from(["field", "wood"]),
    by_units=st.booleans(),
)
def test_random_mines_by_a_plain_loop(land, terms, disturbed, reclaimed, offset, name, by_units):
    """Lot by lot and year by year, with half-lives, land mined twice, and topsoil that is kept."""
    with memory_folder() as folder:
        series = land.open(folder)
        combinations = CombinationCounter(series)
        count_series(series, create_periods(series.dates), [combinations])
        mined = MinedLand(combinations.table, series.dates, series.classes, MINE)
        hectares = land.hectares(series)
    assume(mined.first_mined_dates.any())
    base, end = land.years[-1], land.years[-1] + 30
    whole = float(hectares.sum())
    scenarios = [
        *points("one", "disturbed_ha", **{f"y{base}": disturbed * whole}),
        *points("one", "taken:meadow", **{f"y{base}": 1}),
        *points("one", "reclaimed_ha", **{f"y{base}": reclaimed * whole}),
        *points("one", f"reclaimed:{name}", **{f"y{base}": 1}),
        *points("one", "offset_tco2", **{f"y{base}": offset}),
    ]
    path = path_on(mined, terms, scenarios, end, 2.0, by_units)

    cells = [
        (Cell(values, land.years, LAND, terms, "mid"), float(hectares[spot]))
        for spot, values in land.cells.items()
        if any(LAND.get(value, ("", ""))[1] == "mine" for value in values)
    ]
    cohorts, active = [], {True: 0.0, False: 0.0}
    for cell, area in cells:
        is_taken, (_, state, value, _) = cell.group(0) != "mine", cell.stocks[-1]
        if state == "active":
            active[is_taken] += area
        if state == "reclaimed":
            age = (cell.seen + cell.before) / 2
            cohorts.append((LAND[value][0], age, area, cell.spread, float(is_taken)))
    expected = path_oracle.path(
        [fixed(base, 2.0)],
        [],
        scenarios,
        "one",
        {LAND[value][0]: own for value, own in terms.items()},
        cohorts,
        sum(active.values()),
        {},
        base,
        end,
        "ar6",
        active[False],
    )
    units = [[c for c in cells if not by_units or c[0].values[-1] % 2 == n] for n in (0, 1)]
    debt, with_assumed = debts_of(units[: 1 + by_units])
    scale = 1e-9 * (1 + whole * 100) * CO2
    for row, own in zip(path.rows, expected, strict=True):
        wanted = {
            "sink_tc": own["sink"],
            "sink_taken_tc": own["sink_taken"],
            "cumulative_taken_tco2e": own["cumulative_taken"],
            "debt_tco2": debt,
        }
        if with_assumed is not None:
            wanted["debt_with_assumed_tco2"] = with_assumed
            wanted["cumulative_with_debt_tco2e"] = debt + own["cumulative_taken"]
            wanted["cumulative_with_assumed_tco2e"] = with_assumed + own["cumulative"]
        assert {c: row[c] for c in wanted} == pytest.approx(wanted, rel=1e-9, abs=100 * scale)
    years = {row["paid_back_year"]: row["paid_back_with_assumed_year"] for row in path.rows}
    ((paid, paid_with_assumed),) = years.items()
    if with_assumed is None:
        assert (paid, paid_with_assumed) == (None, None)
        return
    for year, owed, column in (
        (paid, debt, "cumulative_taken"),
        (paid_with_assumed, with_assumed, "cumulative"),
    ):
        # Where a balance comes to 0 but for the last digits nothing tells on which side it is.
        if all(abs(owed + row[column]) > 1e-6 * (1 + owed) for row in expected):
            wanted_year = first_year_paid(expected, owed, column)
            assert year == (wanted_year and str(wanted_year))


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
