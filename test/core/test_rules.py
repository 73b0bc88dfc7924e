"""Rules: which one wins, what '=' means, the default ones, and those that fit nothing. The rule
table as written: a list or a square, and what each mistake is told as."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.defaults import default_zones, load_default_table
from carbon_zones.core.scheme.table import Table, read_csv
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones
from carbon_zones.test.core.schemes import (
    RANKS,
    four_classes,
    has,
    pairs_in,
    refused,
    rules,
    zone_of,
    zones,
)
from carbon_zones.test.core.support import examples, listed, paper_classes, table
from carbon_zones.test.helpers import PAIRS_OF_THE_PAPER, calls_counted


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


SINKS = ("arable", "forest", "grass")
BUILT = ("urban", "rural", "transport")
MINES = ("open_pit", "stripping", "dump", "industrial")


def by_default(classes, notes, rows=None):
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
    assert has(
        notice, "6 of 8 default rules", "not in this run: @mine, arable, forest, grass, @water."
    )


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


@pytest.mark.parametrize("source", ["arable", "ARABLE", "Arable land", "arable LAND", " arable "])
@pytest.mark.parametrize("zone", ["3", "lost", "LOST", "Taken Away", " 3 "])
def test_a_rule_may_use_key_or_name_in_any_case(source, zone):
    found, notices = rules(f"{source},Open Pit,{zone}")
    given_zones = zone_of(found, four_classes())
    assert given_zones.pop(("arable", "pit")) == 3
    assert set(given_zones.values()) == {9}
    assert notices == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("wood,pit,1", "unknown class 'wood' (row 2, column 'from')"),
        ("pit,wood,1", "unknown class 'wood' (row 2, column 'to')"),
        ("@built,pit,1", "unknown group '@built' (row 2, column 'from')"),
        ("pit,@,1", "unknown group '@' (row 2, column 'to')"),
        ("wood,wood,1", "unknown class 'wood' (row 2, column 'from'; row 2, column 'to')"),
    ],
)
def test_an_unknown_name_in_a_rule_is_told_with_the_known_ones(row, message):
    said = refused(rules, "arable,pit,3\n" + row)
    assert has(
        said, f"RULES: {message}; ", "arable, forest, pit, water; ", "@mine, @sink, @water; "
    )


def test_all_unknown_names_are_told_at_once():
    said = refused(rules, "wood,@mines,1\n arable,pit,8\n @mines,wood,1\n wood,*,1\n sink,arable,2")
    assert has(
        said,
        "class 'wood' (row 1, column 'from'; row 3, column 'to'; row 4, column 'from'), unknown",
        "group '@mines' (row 1, column 'to'; row 3, column 'from'), unknown",
        "class 'sink' (row 5, column 'from'); the classes",
    )


def test_hundreds_of_unknown_names_make_a_sentence_of_bounded_length():
    classes = listed(*((n, f"c{n}", "", f"g{n}") for n in range(40)))
    said = refused(rules, "\n".join(f"a{n % 30},c1,1" for n in range(300)), classes)
    assert said.count("unknown class") == 20
    rows = "; ".join(f"row {row}, column 'from'" for row in (1, 31, 61, 91, 121))
    assert has(
        said, f"'a0' ({rows}; ...), ", "'a1' (row 2,", ", c18, c19, ...;", ", @g26, ...; usual"
    )


def test_groups_are_unknown_where_no_class_has_one():
    said = refused(rules, "@sink,a,1", listed((1, "a"), (2, "b")))
    assert has(said, "are a, b; ", "none; ", "@sink, @mine, @built, @water")


@pytest.mark.parametrize("zone", ["8", "best", "0"])
@pytest.mark.parametrize("is_default", [False, True])
def test_all_unknown_zones_are_told_at_once_with_the_known_ones(zone, is_default):
    said = refused(rules, f"arable,pit,3\n pit,pit,{zone}\n water,pit,-1", is_default=is_default)
    assert has(said, f"zone '{zone}' (row 2, ", "'-1' (row 3, ", "1 keep, 2 gain, 3 lost, 9 unass")


def test_default_rules_of_classes_that_are_not_there_are_left_out_and_counted():
    text = "arable,pit,3\n arable,road,3\n road,@built,1\n forest,pit,3\n @built,=,1"
    found, notices = rules(text, is_default=True)
    (notice,) = notices
    assert has(notice, "3 of 5 default rules", "not in this run: road, @built.")
    assert pairs_in(3, found, four_classes()) == {("arable", "pit"), ("forest", "pit")}


def square(text: str, classes=None):
    return read_rules(table("RULES", text), zones(), classes or four_classes(), Notes())


def zones_given(found) -> dict:
    return {pair: zone for pair, zone in zone_of(found, four_classes()).items() if zone != 9}


def test_a_square_table_has_a_column_per_class_and_zones_in_its_cells():
    found = square(
        """from,arable,Forest,OPEN PIT,water
        arable,1,gain,Taken away,
        Forest, , 1 ,lost,
        @sink,,,,3
        """
    )
    assert zones_given(found) == {
        ("arable", "arable"): 1,
        ("arable", "forest"): 2,
        ("arable", "pit"): 3,
        ("forest", "forest"): 1,
        ("forest", "pit"): 3,
        ("arable", "water"): 3,
        ("forest", "water"): 3,
    }


def cells_of(rows: Table) -> str:
    """A rule table in the list form as a square one, its sides and zones as they are."""
    columns = list(dict.fromkeys(row["to"] for row in rows.rows))
    lines = [",".join(["from", *columns])]
    for source in dict.fromkeys(row["from"] for row in rows.rows):
        zone = {row["to"]: row["zone"] for row in rows.rows if row["from"] == source}
        lines.append(",".join([source, *(zone.get(column, "") for column in columns)]))
    return "\n".join(lines)


@examples(100)
@given(
    st.dictionaries(
        st.tuples(
            st.sampled_from(["*", "@sink", "arable", "pit", "water"]),
            st.sampled_from(["*", "=", "@sink", "forest", "pit"]),
        ),
        st.sampled_from(["1", "gain", "Taken away"]),
        min_size=1,
    )
)
def test_a_square_table_is_the_list_of_its_cells(zone_by_sides):
    text = "\n".join(f"{a},{b},{zone}" for (a, b), zone in zone_by_sides.items())
    try:
        expected = zone_of(rules(text)[0], four_classes())
    except DataError:
        expected = None
    rows = table("RULES", "from,to,zone\n" + text)
    if expected is None:
        assert "different zones" in refused(square, cells_of(rows))
    else:
        assert zone_of(square(cells_of(rows)), four_classes()) == expected


def test_zone_numbers_may_come_as_doubles_and_empty_cells_as_none():
    rows = [{"from": "arable", "pit": 3.0, "=": None}, {"from": "@sink", "pit": None, "=": 1}]
    found = read_rules(Table("t", ("from", "pit", "="), rows), zones(), four_classes(), Notes())
    assert zones_given(found) == {
        ("arable", "arable"): 1,
        ("forest", "forest"): 1,
        ("arable", "pit"): 3,
    }


@pytest.mark.parametrize("column", ["fid", "ogc_fid"])
def test_the_row_numbers_of_a_file_format_are_no_class(column):
    found = square(f"{column},from,pit\n 1,arable,3\n 2,forest,2")
    assert zones_given(found) == {("arable", "pit"): 3, ("forest", "pit"): 2}


def test_headers_and_rows_of_a_square_that_are_no_class_are_told_at_once():
    assert has(
        refused(square, "from,pit,swamp,@built\n arable,3,,\n wood,,,\n @mines,1,2,1"),
        "RULES (square table): ",
        "class 'swamp' (header), ",
        "group '@built' (header), ",
        "class 'wood' (row 2, column 'from'), ",
        "group '@mines' (row 3, column 'from'); ",
    )
    # A remark beside the square stands in a column without a name, which is no class either.
    assert has(refused(square, "from,pit,\n arable,3,a remark"), "unknown class '' (header)")
    # A list whose columns are called otherwise is read as a square: the sentence says so.
    said = refused(square, "from,into,zones\n arable,pit,3")
    assert has(said, "RULES (square table): ", "class 'into' (header), ", "'zones'")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "from,pit,=\n arable,3,8\n forest,best,1",
            "RULES: unknown zone '8' (row 1, column '='), unknown zone 'best' (row 2, column",
        ),
        ("from,pit\n arable,3\n ,1", "RULES, row 2: column 'from' is empty"),
        ("from,pit\n =,3", "RULES, row 1: column 'from': '=' (the class"),
        ("from,to,zone\n arable,=,1\n =,arable,1", "RULES, row 2: column 'from': '=' (the class"),
        ("arable,pit\n 1,3", "RULES: no column 'from'; available columns: 'arable', 'pit'"),
        ("from\n arable", "RULES: no column 'to'; available columns: 'from'"),
        ("fid,from\n 1,arable", "RULES: no column 'to'; available columns: 'fid', 'from'"),
        ("from,to\n arable,pit", "RULES: no column 'zone'; available columns: 'from', 'to'"),
        ("from,zone\n arable,1", "RULES: no column 'to'; available columns: 'from', 'zone'"),
        ("from,pit,@mine", "RULES is empty"),
        ("from,pit,@mine\n arable,,\n @sink,,", "RULES is empty"),
        (
            "from,@mine\n arable,3\n ARABLE,2",
            (
                "RULES: row 1, column '@mine' and row 2, column '@mine' assign Arable land -> "
                "Open pit to different zones (3 and 2)"
            ),
        ),
        (
            "from,pit,Open pit\n @sink,,\n arable,3,2",
            (
                "RULES: row 2, column 'pit' and row 2, column 'Open pit' assign Arable land -> "
                "Open pit to different zones (3 and 2)"
            ),
        ),
    ],
)
def test_a_mistake_in_a_square_table_is_named_by_row_and_column(text, message):
    assert refused(square, text).startswith(message)


def test_a_square_that_fits_nothing_says_what_it_is_for():
    classes = listed((1, "town"), (2, "pit", "", "mine"), (3, "farm", "", "sink"))
    found = square("fid,from,pit,=,@mine\n 1,@sink,3,,\n 2,*,,,9", classes)
    assert "for: @sink, @mine, pit; add a row" in refused(found.check_zones_assigned, [classes[0]])


@pytest.mark.parametrize("name", ["fid", "OGC_FID"])
def test_a_class_called_as_the_numbers_of_rows_is_not_passed_over(name):
    """In a list it is a class like others; in a square its column could be either."""
    classes = listed((1, name), (2, "pit"))
    (rule,) = read_rules(
        Table("t", ("from", "to", "zone"), [{"from": "pit", "to": name, "zone": 3}]),
        *(zones(), classes, Notes()),
    ).rules
    assert rule.target == name.casefold()
    said = refused(square, f"from,{name.lower()},pit\n pit,3,3", classes)
    assert said.startswith(f"RULES: column '{name.lower()}' may be a class or")


def test_a_column_that_stands_twice_is_refused():
    twice = Table("t", ("from", "pit", "pit"), [{"from": "arable", "pit": 3}])
    said = refused(read_rules, twice, zones(), four_classes(), Notes())
    assert said == "t: duplicate column 'pit'"


def test_rules_of_many_classes_are_ranked_each_by_itself():
    """A square of 60 classes is 3,600 rules: some calls for each, not for each pair of them."""
    places = range(60)
    classes = listed(*((n, f"c{n}") for n in places))
    lines = [",".join(["from", *(c.key for c in classes)])]
    lines += [",".join([c.key, *("123"[(c.value + m) % 3] for m in places)]) for c in classes]
    with calls_counted() as calls:
        found = square("\n".join(lines), classes)
        numbers = found.zone_matrix(classes)
    assert calls[0] < 50 * 3600
    assert all(numbers[a, b] == (a + b) % 3 + 1 for a, b in product(places, repeat=2))
