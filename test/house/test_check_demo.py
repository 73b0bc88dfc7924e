"""The demo's list sees every number that is not the paper's."""

import math

import pytest

from carbon_zones.tools.check_demo import compare, computed

LOSSES = [
    {"period": "A", "from_class": "arable", "to_class": "pit", "tc": "1"},
    {"period": "A", "from_class": "arable", "to_class": "dump", "tc": "20"},
    {"period": "A", "from_class": "forest", "to_class": "pit", "tc": "300"},
    {"period": "B", "from_class": "arable", "to_class": "pit", "tc": "4000"},
]


@pytest.mark.parametrize(
    ("when", "where", "expected"),
    [
        ("A", "", 321),
        ("B", "", 4000),
        ("A", "from_class=arable", 21),
        ("A", "from_class!=arable", 300),
        ("A", "from_class=arable|forest to_class=pit", 301),
        ("A", "from_class=arable to_class!=pit|road", 20),
        ("A", "from_class=town", 0),
    ],
)
def test_a_number_is_the_sum_of_the_rows_that_fit(when, where, expected):
    check = {"table": "losses", "when": when, "where": where, "column": "tc"}
    assert computed(check, {"losses": LOSSES}) == expected


def test_a_period_that_is_not_there_has_no_number():
    check = {"table": "losses", "when": "C", "where": "", "column": "tc"}
    assert math.isnan(computed(check, {"losses": LOSSES}))


def test_areas_go_by_their_year():
    check = {"table": "areas", "when": "2018", "where": "value=1", "column": "area_ha"}
    rows = [{"year": year, "value": "1", "area_ha": area} for year, area in zip("AB", "12")]
    rows.append({"year": "2018", "value": "1", "area_ha": "3"})
    assert computed(check, {"areas": rows}) == 3


@pytest.mark.parametrize(("found", "is_off"), [("2.5", False), ("2.45", False), ("2.44", True)])
def test_a_number_is_off_when_it_is_further_than_the_check_allows(found, is_off, capsys):
    check = {"group": "Losses", "what": "Lost in A", "paper": "2.5", "within": "0.05"}
    check |= {"table": "losses", "when": "A", "where": "", "column": "tc"}
    off = compare([check], {"losses": [{"period": "A", "tc": found}]})
    assert off == (["Lost in A"] if is_off else [])
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "Lost in A" in line]
    assert line.split() == ["Lost", "in", "A", "2.5", found.ljust(4, "0"), ["ok", "OFF"][is_off]]


def test_a_number_that_the_tables_do_not_have_is_off():
    check = {"group": "Losses", "what": "Lost in C", "paper": "0", "within": "0.05"}
    check |= {"table": "losses", "when": "C", "where": "", "column": "tc"}
    assert compare([check], {"losses": LOSSES}) == ["Lost in C"]
