"""Rules: which one wins, what '=' means, the default ones, and those that fit nothing."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.scheme.defaults import default_zones, load_default_table
from carbon_zones.core.scheme.table import read_csv
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones
from carbon_zones.test.core.schemes import (
    RANKS,
    four_classes,
    has,
    pairs_in,
    refused,
    rules,
    zone_of,
)
from carbon_zones.test.core.support import examples, listed, paper_classes, table
from carbon_zones.test.helpers import PAIRS_OF_THE_PAPER

# --- which rule wins --------------------------------------------------------------------------


def test_rules_that_disagree_are_named_by_row_and_by_the_pair_they_meet_in():
    said = refused(rules, "forest,*,1\n arable,pit,1\n *,pit,2")
    assert said == "RULES: rows 1 and 3 assign Forest -> Open pit to different zones (1 and 2)"


def test_rules_hold_for_classes_that_turn_up_later():
    classes = four_classes()
    found, _ = rules("*,@mine,3\n arable,arable,1")
    classes.add_unnamed_value(77)
    given_zones = zone_of(found, classes)
    assert given_zones["77", "pit"] == 3
    assert given_zones["77", "77"] == given_zones["arable", "77"] == 9


def test_a_rule_for_a_class_called_by_a_number_does_not_name_the_value_of_that_number():
    classes = listed((50, "5", "Five"), (60, "6", "Six"))
    found, _ = rules("5,6,1", classes)
    stranger = classes.add_unnamed_value(5)
    numbers = found.zone_matrix(classes)
    assert numbers[0, 1] == 1
    assert numbers[stranger, 1] == 9


MEMBERS = {
    "*": {"arable", "forest", "pit", "water"},
    "@sink": {"arable", "forest"},
    "@mine": {"pit"},
}
KINDS = {"*": "any", "@sink": "group", "@mine": "group", "=": "same"}


def check_winners(rows) -> None:
    """Rules give each pair the zone that a person would pick, and may not disagree of one rank."""
    wanted, clash = {}, False
    for source, target in product(MEMBERS["*"], repeat=2):
        ranked: dict = {}
        for a, b, zone in rows:
            if source not in MEMBERS.get(a, {a}):
                continue
            if (target == source) if b == "=" else (target in MEMBERS.get(b, {b})):
                rank = RANKS.index({KINDS.get(side, "class") for side in (a, b)})
                ranked.setdefault(rank, set()).add(zone)
        winners = ranked[min(ranked)] if ranked else {9}
        clash = clash or len(winners) > 1
        wanted[source, target] = next(iter(winners))
    text = "\n".join(f"{a},{b},{zone}" for a, b, zone in rows)
    if clash:
        assert "different zones" in refused(rules, text)
    else:
        assert zone_of(rules(text)[0], four_classes()) == wanted


def test_the_winner_of_any_two_rules():
    sides = list(product(["*", "@sink", "arable"], ["*", "@sink", "arable", "="]))
    for one, other in product(sides, repeat=2):
        check_winners([(*one, 1), (*other, 2)])
    # Two that would disagree under a better one.
    check_winners([("arable", "*", 1), ("*", "arable", 2), ("arable", "arable", 3)])


SIDES = st.sampled_from(["*", "@sink", "@mine", "arable", "forest", "pit", "water"])


@examples(300)
@given(
    st.lists(
        st.tuples(SIDES, st.one_of(SIDES, st.just("=")), st.integers(1, 3)), min_size=1, max_size=7
    )
)
def test_the_winner_of_many_rules(rows):
    check_winners(rows)


def test_values_that_nobody_names_keep_their_class_too():
    classes = four_classes()
    found, _ = rules("*,=,1\n *,*,2")
    one, other = classes.add_unnamed_value(77), classes.add_unnamed_value(78)
    numbers = found.zone_matrix(classes)
    assert numbers[one, one] == numbers[other, other] == 1
    assert numbers[one, other] == numbers[0, one] == 2


# --- the default rules ----------------------------------------------------------------------

SINKS = ("arable", "forest", "grass")
BUILT = ("urban", "rural", "transport")
MINES = ("open_pit", "stripping", "dump", "industrial")


def by_default(classes, notes, rows=None):
    """The default rules, or other rows, on the default zones."""
    return read_rules(rows or load_default_table("rules.csv"), default_zones(), classes, notes)


# Table 1 of the paper, zone by zone.
INVARIANT = {("arable", "arable"), ("forest", "forest"), ("grass", "grass")}
ENHANCEMENT = {*product(MINES, SINKS), ("arable", "forest"), ("grass", "forest")}
LOW_CARBON = {*product(SINKS, (*BUILT, "water")), ("grass", "arable")}
CONTROL = {*product(SINKS, MINES)}
PAPER_ZONES = {1: INVARIANT, 2: ENHANCEMENT, 3: LOW_CARBON, 4: CONTROL}


@pytest.mark.parametrize(
    ("rows", "count"),
    [(load_default_table("rules.csv"), 8), (read_csv(PAIRS_OF_THE_PAPER), 42)],
    ids=["by group", "by pair"],
)
def test_the_default_rules_are_the_papers_42_and_leave_79_unassigned(rows, count):
    assert len(rows.rows) == count
    notes = Notes()
    found = by_default(paper_classes(), notes, rows)
    assert notes == Notes()
    for zone, pairs in PAPER_ZONES.items():
        assert pairs_in(zone, found, paper_classes()) == pairs
    assert [len(pairs) for pairs in PAPER_ZONES.values()] == [3, 14, 13, 12]
    assert len(pairs_in(5, found, paper_classes())) == 79


def test_the_default_rules_take_classes_of_ones_own_by_their_groups():
    classes = listed(
        (1, "orchard", "", "sink"), (2, "shrub", "", "sink"), (3, "city", "", "built"), (4, "bare")
    )
    notes = Notes()
    found = by_default(classes, notes)
    assert pairs_in(1, found, classes) == {("orchard", "orchard"), ("shrub", "shrub")}
    assert pairs_in(3, found, classes) == {("orchard", "city"), ("shrub", "city")}
    (notice,) = notes.notices
    assert has(notice, "6 of 8 rules", "not in this run: @mine, arable, forest, grass, @water.")


# --- rules under which nothing has a zone -----------------------------------------------------

PLACES = ((1, "town", "Town", "built"), (2, "farm"), (3, "wood", "Wood", "sink"))


def test_rules_that_fit_no_class_of_the_run_are_refused_and_what_to_write_is_shown():
    classes = listed(*PLACES, (4, "pit", "Pit", "mine"), (5, "sea", "", "water"))
    found, _ = rules("@sink,@mine,lost\n *,sea,gain", classes)
    assert has(
        refused(found.check_zones_assigned, list(classes)[:3]),
        "RULES: no rule applies to the classes of this run (",
        "town (@built), farm (no group), wood (@sink));",
        "the rules are for: @sink, @mine, sea;",
        "a row such as @sink,=,keep to RULES",
    )


@pytest.mark.parametrize(
    ("chosen", "row"),
    [
        ((0, 1, 2), "@sink,=,keep"),
        ((0, 1), "@built,=,keep"),
        ((1, 0), "@built,=,keep"),
        ((1,), "farm,=,keep"),
    ],
)
def test_the_row_that_is_shown_would_do(chosen, row):
    classes = listed(*PLACES, (4, "pit"))
    own = [classes[place] for place in chosen]
    found, _ = rules("pit,pit,lost", classes)
    assert f"a row such as {row} to RULES" in refused(found.check_zones_assigned, own)
    rules(f"pit,pit,lost\n {row}", classes)[0].check_zones_assigned(own)


@pytest.mark.parametrize("rows", ["*,farm,lost", "farm,*,lost", "*,=,1", "town,wood,1"])
def test_one_conversion_with_a_zone_is_enough(rows):
    classes = listed(*PLACES)
    rules(rows, classes)[0].check_zones_assigned(classes)


def test_rules_for_the_zone_unassigned_alone_leave_everything_unassigned():
    classes = listed(*PLACES)
    found, _ = rules("*,*,9", classes)
    assert "the rules are for: none;" in refused(found.check_zones_assigned, classes)


def test_a_zone_table_of_nothing_but_unassigned_is_told():
    rest = read_zones(table("ZONES", "zone,key,name\n 1,unassigned,Rest"))
    found = read_rules(table("RULES", "from,to,zone\n *,*,1"), rest, four_classes(), Notes())
    said = refused(found.check_zones_assigned, four_classes())
    assert has(said, "RULES: no zones for the rules", "ZONE_TABLE", "'unassigned' only")


def test_the_default_rules_say_which_groups_they_want_though_all_are_left_out():
    classes = listed((1, "town"), (2, "farm"))
    assert has(
        refused(by_default(classes, Notes()).check_zones_assigned, classes),
        "rules.csv (default rules): no rule applies",
        "for: @sink, @mine, @built, @water, arable, grass, forest;",
        "such as town,=,invariant to RULES",
    )


def test_of_many_classes_the_first_are_named():
    classes = listed(*((n, f"c{n}") for n in range(1, 26)), (99, "pit"))
    said = refused(rules("pit,pit,1", classes)[0].check_zones_assigned, list(classes)[:25])
    assert "c19 (no group), c20 (no group), ...); the rules" in said
