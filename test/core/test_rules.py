"""Rules: which one wins, what '=' means, the default ones, and those that fit nothing."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.defaults import default_table
from carbon_zones.core.scheme.rules import read_rules
from carbon_zones.core.scheme.table import read_csv
from carbon_zones.core.scheme.zones import read_zones
from carbon_zones.test.core.schemes import four_classes, rules, says, zone_of
from carbon_zones.test.core.support import examples, listed, paper_classes, table
from carbon_zones.test.helpers import PAIRS_OF_THE_PAPER

# --- which rule wins --------------------------------------------------------------------------


def test_a_group_means_all_its_classes():
    found, _ = rules("@Sink,@MINE,3")
    assert {pair for pair, zone in zone_of(found, four_classes()).items() if zone == 3} == {
        ("arable", "pit"),
        ("forest", "pit"),
    }


def test_a_star_means_every_class_also_those_without_a_group():
    classes = listed((1, "a", "", "sink"), (2, "b"))
    found, _ = rules("*,b,1", classes)
    assert zone_of(found, classes) == {
        ("a", "a"): 9,
        ("a", "b"): 1,
        ("b", "a"): 9,
        ("b", "b"): 1,
    }


def test_a_key_goes_before_a_name_of_another_class():
    classes = listed((1, "wood", "Forest"), (2, "forest", "Shrub"))
    found, _ = rules("forest,forest,1", classes)
    assert [pair for pair, zone in zone_of(found, classes).items() if zone == 1] == [
        ("forest", "forest")
    ]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("arable,pit", "arable,@mine"),
        ("arable,pit", "@sink,pit"),
        ("arable,@mine", "@sink,@mine"),
        ("arable,@mine", "arable,*"),
        ("@sink,pit", "*,pit"),
        ("arable,*", "@sink,@mine"),
        ("*,pit", "@sink,@mine"),
        ("@sink,@mine", "@sink,*"),
        ("@sink,@mine", "*,@mine"),
        ("@sink,*", "*,*"),
        ("*,@mine", "*,*"),
    ],
)
def test_the_more_specific_rule_wins_wherever_it_stands(better, worse):
    for rows in ([f"{better},1", f"{worse},2"], [f"{worse},2", f"{better},1"]):
        found, _ = rules("\n".join(rows))
        assert zone_of(found, four_classes())["arable", "pit"] == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arable,pit", "Arable land,Open pit"),
        ("arable,@mine", "@sink,pit"),
        ("arable,*", "*,pit"),
        ("@sink,*", "*,@mine"),
        ("@sink,@mine", "@sink,@mine"),
        ("*,*", "*,*"),
    ],
)
def test_two_rules_of_one_rank_may_agree_but_not_disagree(one, other):
    found, _ = rules(f"{one},3\n{other},lost")
    assert zone_of(found, four_classes())["arable", "pit"] == 3
    with pytest.raises(DataError) as caught:
        rules(f"water,water,1\n{one},3\n{other},2")
    message = str(caught.value)
    assert message.startswith("RULES: rows 2 and 3 give ")
    assert message.endswith(" different zones (3 and 2)")


def test_rules_that_disagree_are_named_by_row_and_by_the_pair_they_meet_in():
    with pytest.raises(
        DataError,
        match=says("RULES: rows 1 and 3 give Forest -> Open pit different zones (1 and 2)"),
    ):
        rules("forest,*,1\n arable,pit,1\n *,pit,2")


def test_rules_that_would_disagree_under_a_better_one_are_fine():
    found, _ = rules("arable,*,1\n *,pit,2\n arable,pit,3\n forest,pit,2\n pit,pit,2\n water,pit,2")
    assert zone_of(found, four_classes())["arable", "pit"] == 3


def test_rules_hold_for_classes_that_turn_up_later():
    classes = four_classes()
    found, _ = rules("*,@mine,3\n arable,arable,1")
    classes.of_value(77)
    given_zones = zone_of(found, classes)
    assert given_zones["77", "pit"] == 3
    assert given_zones["77", "77"] == given_zones["arable", "77"] == 9


def test_a_rule_for_a_class_called_by_a_number_does_not_name_the_value_of_that_number():
    classes = listed((50, "5", "Five"), (60, "6", "Six"))
    found, _ = rules("5,6,1", classes)
    stranger = classes.of_value(5)
    numbers = found.zone_table(classes)
    assert numbers[0, 1] == 1
    assert numbers[stranger, 1] == 9


SIDES = ["*", "@sink", "@mine", "arable", "forest", "pit", "water"]


@examples(300)
@given(
    st.lists(
        st.tuples(st.sampled_from(SIDES), st.sampled_from([*SIDES, "="]), st.integers(1, 3)),
        min_size=1,
        max_size=7,
    )
)
def test_the_winner_of_each_pair_is_the_one_a_person_would_pick(rows):
    members = {"*": {"arable", "forest", "pit", "water"}, "@sink": {"arable", "forest"}}
    members["@mine"] = {"pit"}
    kinds = {"*": "any", "@sink": "group", "@mine": "group", "=": "same"}
    # The table of ranks in the manual, strongest first.
    ranks = [
        {"class"},
        {"class", "same"},
        {"group", "same"},
        {"any", "same"},
        {"class", "group"},
        {"class", "any"},
        {"group"},
        {"group", "any"},
        {"any"},
    ]
    wanted, clash = {}, False
    for source, target in product(["arable", "forest", "pit", "water"], repeat=2):
        ranked: dict = {}
        for a, b, zone in rows:
            if source not in members.get(a, {a}):
                continue
            if (target == source) if b == "=" else (target in members.get(b, {b})):
                rank = ranks.index({kinds.get(side, "class") for side in (a, b)})
                ranked.setdefault(rank, set()).add(zone)
        winners = ranked[min(ranked)] if ranked else {9}
        clash = clash or len(winners) > 1
        wanted[source, target] = next(iter(winners))
    text = "\n".join(f"{a},{b},{zone}" for a, b, zone in rows)
    if clash:
        with pytest.raises(DataError, match="different zones"):
            rules(text)
    else:
        assert zone_of(rules(text)[0], four_classes()) == wanted


# --- '=' ------------------------------------------------------------------------------------


def kept(text: str) -> set:
    """The pairs that rules for zone 1 and others give zone 1."""
    return {pair for pair, zone in zone_of(rules(text)[0], four_classes()).items() if zone == 1}


@pytest.mark.parametrize(
    ("source", "classes"),
    [
        ("forest", ["forest"]),
        ("Open Pit", ["pit"]),
        ("@sink", ["arable", "forest"]),
        ("*", ["arable", "forest", "pit", "water"]),
    ],
)
def test_the_equals_sign_means_that_land_kept_its_class(source, classes):
    assert kept(f"{source},=,1") == {(c, c) for c in classes}


def test_values_that_nobody_names_keep_their_class_too():
    classes = four_classes()
    found, _ = rules("*,=,1\n *,*,2")
    one, other = classes.of_value(77), classes.of_value(78)
    numbers = found.zone_table(classes)
    assert numbers[one, one] == numbers[other, other] == 1
    assert numbers[one, other] == numbers[0, one] == 2


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("arable,arable", "arable,="),
        ("arable,=", "@sink,="),
        ("@sink,=", "*,="),
        ("*,=", "arable,@sink"),
        ("*,=", "@sink,arable"),
        ("*,=", "arable,*"),
        ("*,=", "*,*"),
    ],
)
def test_the_rank_of_the_equals_sign(better, worse):
    for rows in ([f"{better},1", f"{worse},2"], [f"{worse},2", f"{better},1"]):
        found, _ = rules("\n".join(rows))
        assert zone_of(found, four_classes())["arable", "arable"] == 1


@pytest.mark.parametrize(("one", "other"), [("forest", "Forest"), ("@sink", "@SINK"), ("*", "*")])
def test_two_equals_signs_of_one_rank_may_not_disagree(one, other):
    assert ("forest", "forest") in kept(f"{one},=,1\n {other},=,keep")
    with pytest.raises(DataError, match=r"^RULES: rows 1 and 3 give (Forest|Arable land) -> "):
        rules(f"{one},=,1\n water,water,2\n {other},=,2")


# --- the default rules ----------------------------------------------------------------------

SINKS = ("arable", "forest", "grass")
BUILT = ("urban", "rural", "transport")
MINES = ("open_pit", "stripping", "dump", "industrial")

# Table 1 of the paper, zone by zone.
INVARIANT = {("arable", "arable"), ("forest", "forest"), ("grass", "grass")}
ENHANCEMENT = {*product(MINES, SINKS), ("arable", "forest"), ("grass", "forest")}
LOW_CARBON = {*product(SINKS, (*BUILT, "water")), ("grass", "arable")}
CONTROL = {*product(SINKS, MINES)}
PAPER_ZONES = {1: INVARIANT, 2: ENHANCEMENT, 3: LOW_CARBON, 4: CONTROL}


@pytest.mark.parametrize(
    ("rows", "count"),
    [(default_table("rules.csv"), 8), (read_csv(PAIRS_OF_THE_PAPER), 42)],
    ids=["by group", "by pair"],
)
def test_the_default_rules_are_the_papers_42_and_leave_79_unassigned(rows, count):
    assert len(rows.rows) == count
    notes = Notes()
    found = read_rules(rows, read_zones(default_table("zones.csv")), paper_classes(), notes)
    assert notes == Notes()
    given_zones = zone_of(found, paper_classes())
    for zone, pairs in PAPER_ZONES.items():
        assert {pair for pair, number in given_zones.items() if number == zone} == pairs
    assert [len(pairs) for pairs in PAPER_ZONES.values()] == [3, 14, 13, 12]
    assert list(given_zones.values()).count(5) == 79
    assert len(given_zones) == 121


def test_the_default_rules_take_classes_of_ones_own_by_their_groups():
    classes = listed(
        (1, "orchard", "", "sink"), (2, "shrub", "", "sink"), (3, "city", "", "built"), (4, "bare")
    )
    notes = Notes()
    found = read_rules(
        default_table("rules.csv"), read_zones(default_table("zones.csv")), classes, notes
    )
    assigned = {pair: zone for pair, zone in zone_of(found, classes).items() if zone != 5}
    assert assigned == {
        ("orchard", "orchard"): 1,
        ("shrub", "shrub"): 1,
        ("orchard", "city"): 3,
        ("shrub", "city"): 3,
    }
    assert [str(notice) for notice in notes.notices] == [
        "rules.csv: 6 of 8 rules are left out, because the run has no @mine, arable, forest, "
        "grass, @water."
    ]


# --- rules under which nothing has a zone -----------------------------------------------------

PLACES = ((1, "town", "Town", "built"), (2, "farm"), (3, "wood", "Wood", "sink"))


def refusal(found, classes) -> str:
    with pytest.raises(DataError) as refused:
        found.check_some_zone(classes)
    return str(refused.value)


def test_rules_that_fit_no_class_of_the_run_are_refused_and_what_to_write_is_shown():
    classes = listed(*PLACES, (4, "pit", "Pit", "mine"), (5, "sea", "", "water"))
    found, _ = rules("@sink,@mine,lost\n *,sea,gain", classes)
    said = refusal(found, list(classes)[:3])
    assert said == (
        "RULES: every conversion between the classes of this run would be unassigned; the classes "
        "are town (@built), farm (no group), wood (@sink); the rules are for @sink, @mine, sea; "
        "what is missing is a row such as @sink,=,keep in the rule table (RULES), or groups that "
        "the rules name, by a class table (CLASSES) or the legend of a product (SCHEME)"
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
    assert f"a row such as {row} in" in refusal(rules("pit,pit,lost", classes)[0], own)
    rules(f"pit,pit,lost\n {row}", classes)[0].check_some_zone(own)


@pytest.mark.parametrize("rows", ["*,farm,lost", "farm,*,lost", "*,=,1", "town,wood,1"])
def test_one_conversion_with_a_zone_is_enough(rows):
    classes = listed(*PLACES)
    rules(rows, classes)[0].check_some_zone(classes)


def test_rules_for_the_zone_unassigned_alone_leave_everything_unassigned():
    classes = listed(*PLACES)
    found, _ = rules("*,*,9", classes)
    assert "the rules are for none; what is missing" in refusal(found, classes)


def test_a_zone_table_of_nothing_but_unassigned_is_told():
    own = read_zones(table("ZONES", "zone,key,name\n 1,unassigned,Rest"))
    found = read_rules(table("RULES", "from,to,zone\n *,*,1"), own, four_classes(), Notes())
    assert refusal(found, four_classes()) == (
        "RULES: no rule can name a zone, because the zone table (ZONE_TABLE) has none but "
        "'unassigned'"
    )


def test_the_default_rules_say_which_groups_they_want_though_all_are_left_out():
    classes = listed((1, "town"), (2, "farm"))
    found = read_rules(
        default_table("rules.csv"), read_zones(default_table("zones.csv")), classes, Notes()
    )
    assert refusal(found, classes) == (
        "rules.csv, the default rules: every conversion between the classes of this run would be "
        "unassigned; the classes are town (no group), farm (no group); the rules are for @sink, "
        "@mine, @built, @water, arable, grass, forest; what is missing is a row such as "
        "town,=,invariant in the rule table (RULES), or groups that the rules name, by a class "
        "table (CLASSES) or the legend of a product (SCHEME)"
    )


def test_of_many_classes_the_first_are_named():
    classes = listed(*((n, f"c{n}") for n in range(1, 26)), (99, "pit"))
    said = refusal(rules("pit,pit,1", classes)[0], list(classes)[:25])
    assert "c19 (no group), c20 (no group), ...; the rules" in said
