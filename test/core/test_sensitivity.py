"""SENSITIVITY: every row against a ledger with that one input changed; areas in closed form."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.ledger.balance import balance_sentences
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.ledger_rows import find_balance_row
from carbon_zones.core.ledger.results import SensitivityAnalysis
from carbon_zones.core.ledger.sections import MAX_BARS, sensitivity_table, tornado_chart
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.area_errors import read_area_errors
from carbon_zones.test.core.histories import LAND, NAMES, Land, lands
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import examples, memory_folder, table
from carbon_zones.test.core.test_ledger import MINE, SINKS, by_hand, class_terms, coefficients_of

FIELD, WOOD, PIT = 1, 2, 5
SHARED_WIDTH = {"u95_vegetation_pct": 5, "vegetation_u95_shared": 3}
ONE_DATE = ("seen_once", "mined_again")
VALUES = {NAMES[value]: value for value in SINKS}
RULES = st.sampled_from([AgeRule.MID, AgeRule.MEAN, AgeRule.OLDEST, AgeRule.DRAWN])


@st.composite
def widths(draw):
    """Half-widths of a row, some of them shared, and bounds of its loss fractions."""
    terms = {}
    for pool in ("soil", "vegetation"):
        if draw(st.booleans()):
            width = terms[f"u95_{pool}_pct"] = draw(st.sampled_from([5, 40, 130]))
            terms[f"{pool}_u95_shared"] = draw(st.sampled_from([0, 3, 5, *[120] * (width > 120)]))
        if draw(st.booleans()):
            terms[f"{pool}_loss_low"], terms[f"{pool}_loss_high"] = 0, 1
        if draw(st.booleans()):
            terms[f"{pool}_returned_tc_per_ha"] = draw(st.sampled_from([0, 3.5, 120]))
            if draw(st.booleans()):
                # No less than the part that all classes share.
                terms[f"u95_{pool}_returned_pct"] = draw(st.sampled_from([120, 180]))
        terms[f"{pool}_rate_u95_pct"] = draw(st.sampled_from([0, 30, 230, ""]))
    return terms


def with_widths(own: dict, more: dict) -> dict:
    """A row with half-widths; those of rates only where its curve has some."""
    for pool in ("soil", "vegetation"):
        if own.get(f"{pool}_curve") != "rates" or more[f"{pool}_rate_u95_pct"] == "":
            more = {name: v for name, v in more.items() if name != f"{pool}_rate_u95_pct"}
    return {**own, **more}


TERMS = st.fixed_dictionaries({v: st.builds(with_widths, class_terms(), widths()) for v in SINKS})


def changed(terms: dict, row: dict, value: float | None, sign: int) -> dict | None:
    """The terms of classes with the one input of a row changed; None of what is no term."""
    item, pool, new = row["item"], row["pool"], {v: dict(own) for v, own in terms.items()}
    if item in ("ages", "areas"):
        return None
    for own in new.values() if row["class"] == "(all)" else [new[VALUES[row["class"]]]]:
        before = own.get(f"{pool}_tc_per_ha")
        at, curve = f"{pool}_returned_tc_per_ha", own.get(f"{pool}_curve", "ipcc")
        times = max(0, 1 + own.get(f"{pool}_u95_shared", 0) * sign / 100)
        if item == "shared_density":
            own[f"{pool}_tc_per_ha"] *= times
        elif item == "density":
            own[f"{pool}_tc_per_ha"] = value
            times = value / before
        elif item == "returned_density":
            own[at] = value
        elif item == "loss_fraction":
            lost = own.get(f"{pool}_loss_fraction", 1)
            low, high = (own.get(f"{pool}_loss_{end}") for end in ("low", "high"))
            ends = (lost / 2, min(1, 2 * lost)) if low is None else (low, high)
            own[f"{pool}_loss_fraction"] = ends[0] if sign < 0 else ends[1]
            assert row["class"] == "(all)" or value == own[f"{pool}_loss_fraction"]
        elif item == "recovery_years" and curve in ("ipcc", "exponential", "chapman_richards"):
            column = f"{pool}_p1" if curve == "ipcc" else f"{pool}_p2"
            own[column] = own.get(column, 20) * (0.5 if sign < 0 else 2)
            own[f"{pool}_curve"] = curve
            assert row["class"] == "(all)" or value == own[column]
        elif item == "recovery_rates":
            bands = (band.split(":") for band in own[f"{pool}_rates"].split(";"))
            own[f"{pool}_rates"] = ";".join(f"{until}:{float(r) * value}" for until, r in bands)
        shares = item == "shared_density" or not own.get(f"u95_{pool}_returned_pct")
        # What comes back moves with a density; where that is 0 there is nothing to move with.
        if item in ("density", "shared_density") and at in own and shares and before:
            own[at] *= times
    return new


def without_one_date(land: Land, item: str) -> tuple[Land, float]:
    """The land with what one date alone shows put right, cell by cell, and the hectares moved, in
    per cent of the cells that are mined at some date."""
    dates, moved, ever = [date.copy() for date in land.dates], 0, 0
    for (row, column), values in land.cells.items():
        mined = [LAND.get(value, ("", ""))[1] == "mine" for value in values]
        ever += any(mined)
        pattern = (False, True, False) if item == "seen_once" else (True, False, True)
        alone = [n for n in range(1, len(mined) - 1) if tuple(mined[n - 1 : n + 2]) == pattern]
        for n in alone:
            dates[n][row, column] = values[n - 1]
        moved += bool(alone)
    return replace(land, dates=dates), 100 * moved / max(ever, 1)


def mined_of(land: Land) -> MinedLand:
    with memory_folder() as folder:
        series = land.open(folder)
        combinations = CombinationCounter(series)
        count_series(series, create_periods(series.dates), [combinations])
    return MinedLand(combinations.table, series.dates, series.classes, MINE)


def net_of(land: Land, terms, rule) -> float:
    mined = mined_of(land)
    return Ledger(mined, coefficients_of(terms), rule).total_net_tc(rule)


@examples(60)
@given(land=lands(6), terms=TERMS, rule=RULES)
def test_what_one_date_shows_alone_is_a_run_without_it(land, terms, rule):
    """Where cells are alike; above 5 % of the land that is mined at some date it has a row."""
    land = replace(land, place="metres")
    mined = mined_of(land)
    ledger = Ledger(mined, coefficients_of(terms), rule)
    rows = {row["item"]: row for row in SensitivityAnalysis(ledger).rows if row["item"] in ONE_DATE}
    scale = {"rel": 1e-9, "abs": 1e-9 * (1 + float(ledger.hectares.sum()) * 100)}
    for item in ONE_DATE:
        other, share = without_one_date(land, item)
        assert (item in rows) is (share > 5), (item, share)
        if item in rows:
            row = rows[item]
            ends = row["net_low_tc"], row["net_high_tc"]
            assert ends == pytest.approx(
                (ledger.total_net_tc(rule), net_of(other, terms, rule)), **scale
            )
            assert (row["low_value"], row["high_value"]) == (0, pytest.approx(share))
            assert (row["class"], row["pool"], row["basis"]) == ("(all)", "all", "what if")


@examples(60)
@given(land=lands(5), terms=TERMS, rule=RULES)
@example(
    Land([np.array([[5, 5, 1]]), np.array([[2, 3, 5]])], (), "degrees", 1, 1),
    {
        1: {"soil_tc_per_ha": 0, "vegetation_tc_per_ha": 0},
        2: {"soil_tc_per_ha": 0, "vegetation_tc_per_ha": 0, **SHARED_WIDTH}
        | {"vegetation_returned_tc_per_ha": 3.5},
        3: {"soil_tc_per_ha": 0, "vegetation_tc_per_ha": 5, **SHARED_WIDTH},
    },
    AgeRule.MID,
).via("returned carbon of a class whose density is 0")
def test_every_row_is_a_run_with_that_input_changed(land, terms, rule):
    mined = mined_of(land)
    ledger = Ledger(mined, coefficients_of(terms), rule)
    sensitivity = SensitivityAnalysis(ledger)
    scale = {"rel": 1e-9, "abs": 1e-9 * (1 + float(ledger.hectares.sum()) * 100)}
    reaches = []
    for row in sensitivity.rows:
        if row["item"] in ONE_DATE:
            reaches.append(abs(row["swing_tc"]))
            continue
        nets = row["net_low_tc"], row["net_high_tc"]
        assert row["swing_tc"] == nets[1] - nets[0]
        reaches.append(max(*nets, sensitivity.base_net_tc) - min(*nets, sensitivity.base_net_tc))
        for value, net, sign in zip((row["low_value"], row["high_value"]), nets, (-1, 1)):
            other = changed(terms, row, value, sign)
            if other is None:
                bound = AgeRule.YOUNGEST if sign < 0 else AgeRule.OLDEST
                again = Ledger(mined, coefficients_of(terms), bound)
            else:
                again = Ledger(mined, coefficients_of(other), rule)
            assert net == pytest.approx(again.total_net_tc(again.rule), **scale), row
    assert reaches == sorted(reaches, reverse=True)
    # The page has words for every input.
    assert len(sensitivity_table(sensitivity).rows) == len(reaches)
    assert len({(r["item"], r["class"], r["pool"]) for r in sensitivity.rows}) == len(reaches)


def rows_of(ledger, errors=None) -> dict:
    rows = SensitivityAnalysis(ledger, errors).rows
    return {(row["item"], row["class"], row["pool"]): row for row in rows}


EVERYTHING = {
    FIELD: {
        "soil_tc_per_ha": 80,
        "soil_loss_fraction": 0.7,
        "u95_soil_pct": 20,
        "soil_u95_shared": 12,
        "soil_curve": "rates",
        "soil_rates": ":2",
        "vegetation_tc_per_ha": 5,
        "vegetation_curve": "instant",
    },
    WOOD: {
        "soil_tc_per_ha": 90,
        "soil_loss_fraction": 0.4,
        "soil_loss_low": 0.3,
        "soil_loss_high": 0.5,
        "u95_soil_pct": 12,
        "soil_u95_shared": 12,
        "soil_curve": "exponential",
        "soil_p1": 0.95,
        "soil_p2": 30,
        "vegetation_tc_per_ha": 0,
    },
}


def test_what_is_tried_of_each(tmp_path):
    """0.7 to at most 1; own part sqrt(20^2 - 12^2) = 16 %; half and double; instant has none."""
    ledger = by_hand(tmp_path, EVERYTHING, (FIELD, PIT, FIELD, FIELD), (WOOD, PIT, WOOD, WOOD))
    tried = {k: (r["low_value"], r["high_value"], r["basis"]) for k, r in rows_of(ledger).items()}
    assert tried == {
        ("density", "Field", "soil"): (pytest.approx(67.2), pytest.approx(92.8), "interval"),
        ("shared_density", "(all)", "soil"): (-12, 12, "interval"),
        ("loss_fraction", "Field", "soil"): (0.35, 1, "what if"),
        ("loss_fraction", "Field", "vegetation"): (0.5, 1, "what if"),
        ("loss_fraction", "Wood", "soil"): (0.3, 0.5, "interval"),
        ("loss_fraction", "(all)", "soil"): (None, None, "what if"),
        ("recovery_rates", "Field", "soil"): (0.5, 2, "what if"),
        ("recovery_years", "Wood", "soil"): (15, 60, "what if"),
        ("ages", "(all)", "all"): (None, None, "ages of the dates"),
        ("seen_once", "(all)", "all"): (0, 100, "what if"),
    }
    assert [str(line) for line in SensitivityAnalysis(ledger).notes().notices] == [
        "SENSITIVITY omits carbon densities without uncertainty: Field (u95_vegetation_pct)."
    ]


def test_no_density_is_tried_below_nothing(tmp_path):
    """A shared part of 120 % ends at none of it, and says so."""
    terms = {FIELD: {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 0, "u95_soil_pct": 130}}
    terms[FIELD]["soil_u95_shared"] = 120
    row = rows_of(by_hand(tmp_path, terms, (FIELD, PIT)))["shared_density", "(all)", "soil"]
    assert (row["low_value"], row["high_value"]) == (-100, 120)
    assert (row["net_low_tc"], row["net_high_tc"]) == pytest.approx((0, -80 * 2.2), abs=1e-9)


def test_areas_by_their_closed_form(tmp_path):
    """10 % of what was taken of fields: 3 ha in the first period, 1 ha in the second one."""
    terms = {FIELD: {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 5}}
    histories = [*[(FIELD, PIT, PIT)] * 3, (FIELD, FIELD, PIT)]
    ledger = by_hand(tmp_path, terms, *histories, years=(1990, 2000, 2010))
    classes, steps = ledger.land.classes, ledger.land.periods
    rules = default_rules(classes)
    rows = "from_class,to_class,u95_pct\nfield,@mine,10\n@mine,*,5"
    errors = read_area_errors(table("AREA_ERRORS", rows), classes, steps, rules)
    found = {key: row for key, row in rows_of(ledger, errors).items() if key[0] == "areas"}
    assert {key[1]: (r["net_low_tc"], r["net_high_tc"]) for key, r in found.items()} == {
        "field -> @mine, 1990-2000": pytest.approx((-340 + 25.5, -340 - 25.5)),
        "field -> @mine, 2000-2010": pytest.approx((-340 + 8.5, -340 - 8.5)),
    }
    assert {(r["low_value"], r["high_value"]) for r in found.values()} == {(90, 110)}


def test_the_tornado_has_the_result_in_the_middle_and_the_largest_above(tmp_path):
    ledger = by_hand(tmp_path, EVERYTHING, (FIELD, PIT, FIELD, FIELD), (WOOD, PIT, WOOD, WOOD))
    sensitivity = SensitivityAnalysis(ledger)
    chart = tornado_chart(sensitivity)
    (figure,) = chart.render_figures(str)
    low, high = figure["data"]
    net = sensitivity.base_net_tc
    shown = [row for row in sensitivity.rows if row["swing_tc"]]
    assert 0 < len(shown) <= MAX_BARS
    for trace, column in ((low, "net_low_tc"), (high, "net_high_tc")):
        ends = np.array(trace["base"]) + np.array(trace["x"])
        assert ends == pytest.approx([row[column] for row in shown])
        assert set(trace["base"]) == {net}
    axis = figure["layout"]
    assert axis["shapes"][0]["x0"] == axis["shapes"][0]["x1"] == net
    ends = [row[column] for row in shown for column in ("net_low_tc", "net_high_tc")]
    assert axis["xaxis"]["range"][0] < min(ends)
    assert axis["xaxis"]["range"][1] > max(ends)
    # From the top down.
    assert axis["yaxis"]["range"][0] > axis["yaxis"]["range"][1]
    words = axis["yaxis"]["ticktext"]
    assert len(words) == len(shown)
    assert "(assumed range)" in " ".join(words)


@pytest.mark.parametrize("first", [FIELD, PIT])
def test_the_tornado_says_why_its_base_case_is_not_the_headline(tmp_path, first):
    """Half of the land may be mined before the first date; its gain is in the base case alone."""
    ledger = by_hand(tmp_path, EVERYTHING, (FIELD, PIT, PIT), (first, WOOD, WOOD))
    sensitivity = SensitivityAnalysis(ledger)
    of_all, since = (
        find_balance_row(ledger.balance, land)["net_tc"] for land in ("(all)", "taken")
    )
    assert of_all == pytest.approx(sensitivity.base_net_tc)
    assert (abs(of_all - since) > 1) == (first == PIT)
    told = re.findall(r"net loss of ([\d,]+)", str(tornado_chart(sensitivity).note))
    assert told == ([f"{int(-since):,}"] if first == PIT else [])


def test_nothing_moves_where_nothing_is_known(tmp_path):
    ledger = by_hand(tmp_path, EVERYTHING, (PIT, PIT, PIT, PIT))
    assert SensitivityAnalysis(ledger).rows == []
    assert tornado_chart(SensitivityAnalysis(ledger)) is None


@pytest.mark.parametrize(("lasting", "is_said"), [(3, True), (4, False)])
def test_much_land_that_one_date_alone_shows_is_told_at_once(tmp_path, lasting, is_said):
    """A hectare of five, 20 %, is not above a fifth; a hectare of four is."""
    histories = [(FIELD, PIT, FIELD, FIELD), *[(WOOD, PIT, PIT, PIT)] * lasting]
    ledger = by_hand(tmp_path, EVERYTHING, *histories)
    own, other = ledger.total_net_tc(ledger.rule), ledger.isolated_date_nets["seen_once"][1]
    sentences = balance_sentences(
        ledger, ledger.uncertainty(None, UncertaintySettings(0)), ledger.balance
    )
    words = (
        "25 % of the cumulative disturbed area is mined at a single isolated date only; without "
        f"these dates the net change of all mined land is a net loss of {-other:,.0f} t C instead "
        f"of a net loss of {-own:,.0f} t C. Check with Land trajectories."
    )
    assert (words in map(str, sentences)) is is_said
    assert any("single isolated date" in str(line) for line in sentences) is is_said
