"""The debt that a path begins with: off BALANCE, and how a scenario pays it back."""

from __future__ import annotations

import re

import pytest

from carbon_zones.core.base.files import Provenance
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.path.notes import debt_sentence, path_notes, payback_sentences
from carbon_zones.core.path.page import path_page
from carbon_zones.core.path.starting_land import (
    CarbonDebt,
    StartingLand,
    read_carbon_debt,
    read_cohorts,
    read_starting_land,
)
from carbon_zones.test.core.paths import path_of, points, table_of, with_terms
from carbon_zones.test.core.support import table
from carbon_zones.test.core.test_path import fixed
from carbon_zones.test.core.test_path_land import CLASSES, MINE

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


def debt(text: str, base: int) -> CarbonDebt:
    return read_carbon_debt(table("BALANCE", text), base)


@pytest.mark.parametrize(
    ("base", "tc", "before"),
    [(1986, 0, 75), (2000, 300, 75 - 40), (2009, 300 + 200 + 60, 75 - 70), (2018, 430, 0)],
)
def test_the_debt_is_what_land_lost_until_then_and_what_still_decays(base, tc, before):
    """Of the land taken since; what land that was mined before regained is set against its own loss
    alone, and a surplus there against nothing."""
    found = debt(BALANCE, base)
    assert found.tco2 == pytest.approx(tc * CO2)
    assert found.with_assumed == pytest.approx((tc + before) * CO2)
    assert found.first == 1986


def test_the_debts_of_units_are_added_up():
    lines = [line.strip() for line in BALANCE.strip().splitlines()]
    rows = [f"{unit},{line}" for unit in ("North", "South") for line in lines[1:]]
    both = debt("\n".join([f"unit,{lines[0]}", *rows]), 2009)
    assert both.tco2 == pytest.approx(2 * debt(BALANCE, 2009).tco2)
    assert both.with_assumed == pytest.approx(2 * debt(BALANCE, 2009).with_assumed)


def test_what_nobody_can_assume_is_not_0():
    """Where no land was taken BALANCE leaves the assumed loss empty."""
    found = debt(BALANCE.replace(",75,", ",,"), 2018)
    assert found.tco2 > 0
    assert found.with_assumed is None


def test_a_gain_is_no_debt_below_0():
    gained = "2000-2010,{0},{1}\n,{0},{1}"
    rows = [gained.format(*row) for row in (("taken", 55), ("mined_before", 0), ("(all)", 55))]
    found = debt("\n".join(["period,land,net_tc", *rows, ""]).replace("\n,m", "\n,m"), 2010)
    assert found.tco2 == 0


def test_a_base_year_between_the_dates_is_refused_with_these():
    with pytest.raises(
        DataError, match=r"BASE_YEAR: .* 2005; choose one of 1986, 2000, 2009, 2018"
    ):
        debt(BALANCE, 2005)


# A mine whose BALANCE has every column, all of its numbers different.
WHOLE = "period land area_ha stock_before_tc loss_tc gain_tc growth_tc pre_mining_tc other_tc"
WHOLE += " stock_after_tc net_tc net_tco2 taken_ha counted_0_ha reclaimed_ha assumed_loss_tc"
WHOLE += " net_low_tc net_high_tc decaying_tc"


def whole_balance() -> list[dict]:
    """Rows of a BALANCE that agrees, as a person would add it up."""
    rows, stock = [], {"taken": 900.0, "mined_before": 941.0}
    area = {"taken": 70.5, "mined_before": 31.25}
    for n, period in enumerate(("1990-2000", "2000-2010")):
        both = []
        for k, land in enumerate(("taken", "mined_before")):
            part = 1 + 3 * n + 7 * k
            row = {"period": period, "land": land, "area_ha": area[land]}
            row |= {"stock_before_tc": stock[land], "loss_tc": 50.5 * part, "gain_tc": 11.25 * part}
            row |= {"growth_tc": 3.0 * part, "pre_mining_tc": -2.5 * part, "other_tc": 1.75 * part}
            net = row["gain_tc"] + row["growth_tc"] - row["loss_tc"]
            stock[land] += net + row["pre_mining_tc"] + row["other_tc"]
            row |= {"stock_after_tc": stock[land], "net_tc": net, "net_tco2": net * CO2}
            row |= {"taken_ha": 5.0 * part, "counted_0_ha": 2.0 * part, "reclaimed_ha": 9.0 + part}
            row |= {"assumed_loss_tc": None, "net_low_tc": net - 4, "net_high_tc": net + 5}
            both.append({**row, "decaying_tc": 6.0 + part})
        rows += [*both, added(both, {"period": period, "land": "(all)"})]
    for land in ("taken", "mined_before", "(all)"):
        first, last = (row for row in rows if row["land"] == land)
        summed = added([first, last], {"period": "", "land": land})
        summed |= {c: last[c] for c in ("area_ha", "stock_after_tc", "reclaimed_ha", "decaying_tc")}
        summed["stock_before_tc"] = first["stock_before_tc"]
        summed["assumed_loss_tc"] = None if land == "taken" else 77.0
        rows.append(summed)
    return rows


def added(parts: list[dict], head: dict) -> dict:
    sums = {c: sum(part[c] or 0 for part in parts) for c in WHOLE.split()[2:]}
    return {**sums, **head, "net_low_tc": sums["net_tc"] - 9, "net_high_tc": sums["net_tc"] + 9}


def test_a_balance_that_agrees_is_taken_and_rounded_too():
    rows = whole_balance()
    found = read_carbon_debt(table_of("BALANCE", rows), 2010)
    assert found.tco2 == pytest.approx((rows[6]["decaying_tc"] - rows[6]["net_tc"]) * CO2)
    for row in rows:
        row.update({c: round(row[c], 7) for c in WHOLE.split()[2:] if row[c] is not None})
    assert read_carbon_debt(table_of("BALANCE", rows), 2010).tco2 == pytest.approx(found.tco2)


@pytest.mark.parametrize("column", [c for c in WHOLE.split()[2:] if not c.startswith("net_low")])
@pytest.mark.parametrize("index", range(9))
def test_a_balance_with_an_edited_number_is_refused_by_the_row(index, column):
    """Any number but a bound; of a bound that is beyond the net."""
    rows = whole_balance()
    is_bound = column == "net_high_tc"
    rows[index][column] = rows[index]["net_tc"] - 1 if is_bound else (rows[index][column] or 0) + 1
    with pytest.raises(
        DataError,
        match=r"BALANCE, row \d: column '\w+': .* (does not match|is on the wrong side of)",
    ) as refused:
        read_carbon_debt(table_of("BALANCE", rows), 2010)
    assert f"row {index + 1}" in str(refused.value)


def test_a_balance_without_a_period_or_a_row_is_refused():
    lines = [line.strip() for line in BALANCE.strip().splitlines()]
    middle = [line for line in lines if not line.startswith("2000-2009")]
    with pytest.raises(DataError, match=r"row 4: column 'period': '2009-2018' .* ends in 2000"):
        debt("\n".join(middle), 2018)
    for n, land in ((1, "taken"), (2, "mined_before"), (3, r"\(all\)"), (11, "mined_before")):
        with pytest.raises(DataError, match=f"column 'land': no row of period .* has '{land}'"):
            debt("\n".join(line for m, line in enumerate(lines) if m != n), 2018)


@pytest.mark.parametrize("first", [2000, 1987])
def test_histories_that_begin_at_another_date_are_refused(first):
    ages = table(
        "AGES",
        "year,class,age_mid,area_ha,history\n"
        f"2018,grass,4.5,1,1986 forest; 2009 dump; 2018 grass\n"
        f"2018,grass,4.5,1,{first} forest; 2009 dump; 2018 grass",
    )
    with pytest.raises(
        DataError, match=f"AGES, row 2: column 'history' starts in {first}, .* 1986"
    ):
        read_cohorts(ages, CLASSES, 2018, MINE)
    with pytest.raises(DataError, match=r"AGES, row 1: column 'history' starts in 1986, .* 2000"):
        read_cohorts(ages, CLASSES, 2018, MINE, 2000)


@pytest.mark.parametrize(("first", "is_refused"), [(1986, False), (2000, True), (2018, False)])
def test_a_status_of_another_run_is_refused(first, is_refused):
    """What was mined at its first date was not at that of BALANCE; a base year alone is taken."""
    rows = "2018,active,5,2" if first == 2018 else f"{first},active,3,3\n2018,active,5,2"
    status = table("STATUS", f"year,status,area_ha,mined_before_ha\n{rows}")
    given = (None, status, None, CLASSES, set(), 2018, MINE, Notes(), CarbonDebt(0.0, 0.0, 1986))
    if is_refused:
        with pytest.raises(DataError, match="STATUS starts in 2000 and BALANCE in 1986; use"):
            read_starting_land(*given)
        return
    found = read_starting_land(*given)
    assert (found.mine_ha, found.mined_before_ha) == (5.0, 2.0)


def paid_by(offset: float, debt_tco2: float | None = 1000.0, with_assumed: float | None = 1500.0):
    """A path that emits 100 t a year and takes up so many by offsets."""
    scenarios = [*points("one", "coal_t", y2018=1), *points("one", "offset_tco2", y2018=offset)]
    activity = [fixed(2018, 100.0)]
    given = {} if debt_tco2 is None else {"debt": CarbonDebt(debt_tco2, with_assumed, 1986)}
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
    (text,) = map(str, payback_sentences(path))
    assert f"disturbed since 1986: at or below zero from {paid} on (carbon debt in" in text
    # 500 t more at 50 t a year take ten years more.
    assert text.endswith(f"before 1986: at or below zero from {paid + 10} on.")
    assert {row["paid_back_with_assumed_year"] for row in path.rows} == {str(paid + 10)}
    assert "since 1986: 1,000 t CO2 (BALANCE); including" in str(debt_sentence(path))


def test_one_that_never_pays_back_says_what_it_owes_in_the_end():
    path = paid_by(0.0)
    assert {row["paid_back_year"] for row in path.rows} == {None}
    left = path.rows[-1]["cumulative_with_debt_tco2e"]
    (text,) = map(str, payback_sentences(path))
    assert f": above zero until 2060 ({left:,.0f} t CO2e remaining) (carbon debt" in text


def test_both_years_stand_together_or_neither():
    """Where nothing can be assumed, and where nobody knows which land was mined before."""
    paths = [paid_by(150.0, 1000.0, None), paid_by(150.0)]
    paths[1] = replace_start(paths[1])
    for path in paths:
        for column in ("paid_back_year", "paid_back_with_assumed_year"):
            assert {row[column] for row in path.rows} == {None}
        assert payback_sentences(path) == []


def replace_start(path):
    """The same path where 5 ha are mined, and STATUS does not say since when."""
    path.start = StartingLand(mine_ha=5.0)
    assert path.start.missing_data_reason == "STATUS has no column mined_before_ha"
    return path


def test_without_balance_it_is_said_that_the_path_begins_with_0():
    path = paid_by(0.0, None)
    assert str(debt_sentence(path)).startswith("BALANCE not set: the path starts at 0")
    assert payback_sentences(path) == []
    assert {row["debt_tco2"] for row in path.rows} == {None}


@pytest.mark.parametrize("with_assumed", [1000.0, 1500.0, 1e7])
def test_no_page_or_log_has_one_year_without_the_other(with_assumed):
    """Of a mine without land mined before, and of two with some; of all their sentences."""
    path = paid_by(150.0, 1000.0, with_assumed)
    page = path_page(path, Provenance(), {})
    texts = [str(line) for line in path_notes(path).notices]
    texts += [str(text) for section in page.sections for text in section.sentences]
    year = path.rows[0]["paid_back_year"]
    naming = [text for text in texts if "debt of land disturbed since 1986: " in text]
    assert len(naming) == 2
    for text in naming:
        assert f"at or below zero from {year} on (carbon debt" in text
        assert " Including the assumed loss of land disturbed before 1986: " in text
    # No other sentence has the year, and no table of the page one of both columns alone.
    others = [t for t in texts if t not in naming and re.search(rf"\b{year}\b", t)]
    assert [text for text in others if "debt" in text or "paid" in text] == []
    for shown in (shown for section in page.sections for shown in section.tables):
        fields = {column.field for column in shown.columns}
        assert ("paid_back_year" in fields) == ("paid_back_with_assumed_year" in fields)
