"""The debt that a path begins with: off BALANCE, and how a scenario pays it back."""

from __future__ import annotations

import pytest

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.path.notes import debt_sentence, paid_back_sentences
from carbon_zones.core.path.scenarios import Debt, read_debt
from carbon_zones.test.core.paths import path_of, points, with_terms
from carbon_zones.test.core.support import table
from carbon_zones.test.core.test_path import fixed

BALANCE = """
    period,land,net_tc,assumed_loss_tc,decaying_tc
    1986-2000,taken,-300,,0
    1986-2000,mined_before,40,,0
    1986-2000,(all),-260,,0
    2000-2009,taken,-200,,60
    2000-2009,mined_before,30,,0
    2000-2009,(all),-170,,60
    2009-2018,taken,90,,20
    2009-2018,mined_before,20,,0
    2009-2018,(all),110,,20
    ,taken,-410,,20
    ,mined_before,90,75,0
    ,(all),-320,75,20
"""
CO2 = 44 / 12


def debt(text: str, base: int) -> Debt:
    return read_debt(table("BALANCE", text), base)


@pytest.mark.parametrize(
    ("base", "tc"), [(1986, 0), (2000, 300), (2009, 300 + 200 + 60), (2018, 300 + 200 - 90 + 20)]
)
def test_the_debt_is_what_land_taken_lost_until_then_and_what_still_decays(base, tc):
    """Not what land that was mined before regained; later periods are not looked at."""
    found = debt(BALANCE, base)
    assert found.tco2 == pytest.approx(tc * CO2)
    assert found.with_assumed == pytest.approx((tc + 75) * CO2)


def test_the_debts_of_units_are_added_up():
    lines = [line.strip() for line in BALANCE.strip().splitlines()]
    rows = [f"{unit},{line}" for unit in ("North", "South") for line in lines[1:]]
    both = debt("\n".join([f"unit,{lines[0]}", *rows]), 2018)
    assert both.tco2 == pytest.approx(2 * debt(BALANCE, 2018).tco2)
    assert both.assumed_tco2 == pytest.approx(2 * 75 * CO2)


def test_what_nobody_can_assume_is_not_0():
    """Where no land was taken BALANCE leaves the assumed loss empty."""
    found = debt(BALANCE.replace(",mined_before,90,75,0", ",mined_before,90,,0"), 2018)
    assert found.tco2 > 0
    assert found.with_assumed is None


def test_a_gain_is_no_debt_below_0():
    assert debt("period,land,net_tc\n2000-2010,taken,55", 2010).tco2 == 0


def test_a_base_year_between_the_dates_is_refused_with_these():
    with pytest.raises(DataError, match=r"BASE_YEAR is 2005, .* it has 1986, 2000, 2009, 2018"):
        debt(BALANCE, 2005)


def paid_by(offset: float, debt_tco2: float | None = 1000.0):
    """A path that emits 100 t a year and takes up so many by offsets."""
    scenarios = [*points("one", "coal_t", y2018=1), *points("one", "offset_tco2", y2018=offset)]
    activity = [fixed(2018, 100.0)]
    given = {} if debt_tco2 is None else {"debt": Debt(debt_tco2, 500.0)}
    return path_of(activity, scenarios, with_terms(), draws=0, **given)


def test_an_invented_scenario_pays_back_when_a_plain_sum_says_so():
    path = paid_by(150.0)
    emitted = path.rows[1]["emissions_tco2e"]
    owed, year, paid = 1000.0, 2018, None
    while year < 2060:
        year += 1
        owed += emitted - 150.0
        if owed <= 0 and paid is None:
            paid = year
    assert paid is not None
    (rows,) = {row["paid_back_year"] for row in path.rows}
    assert rows == str(paid)
    assert path.rows[-1]["cumulative_with_debt_tco2e"] == pytest.approx(owed)
    assert path.rows[0]["cumulative_with_debt_tco2e"] == 1000.0
    assert {row["debt_with_assumed_tco2"] for row in path.rows} == {1500.0}
    (said,) = map(str, paid_back_sentences(path))
    assert said == f"one: the debt is paid back from {paid} on."
    assert "owes 1,000 t CO2 (BALANCE); with what land" in str(debt_sentence(path))


def test_one_that_never_pays_back_says_what_it_owes_in_the_end():
    path = paid_by(0.0)
    assert {row["paid_back_year"] for row in path.rows} == {None}
    owed = path.rows[-1]["cumulative_with_debt_tco2e"]
    (said,) = map(str, paid_back_sentences(path))
    assert said == f"one: the debt is not paid back by 2060; {owed:,.0f} t CO2e are owed then."


def test_without_balance_it_is_said_that_the_path_begins_with_0():
    path = paid_by(0.0, None)
    assert str(debt_sentence(path)).startswith("BALANCE is not given: the path begins with 0")
    assert paid_back_sentences(path) == []
    assert {row["debt_tco2"] for row in path.rows} == {None}
