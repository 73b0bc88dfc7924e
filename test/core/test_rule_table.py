"""The rule table as written: a list or a square, and what each mistake is told as."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.defaults import default_table
from carbon_zones.core.scheme.rules import read_rules
from carbon_zones.core.scheme.table import Table, read_csv
from carbon_zones.core.scheme.zones import read_zones
from carbon_zones.test.core.schemes import four_classes, rules, says, zone_of, zones
from carbon_zones.test.core.support import examples, listed, paper_classes, table
from carbon_zones.test.helpers import PAIRS_OF_THE_PAPER, calls_counted

# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", ["arable", "ARABLE", "Arable land", "arable LAND", " arable "])
@pytest.mark.parametrize("zone", ["3", "lost", "LOST", "Taken Away", " 3 "])
def test_a_rule_may_use_key_or_name_in_any_case(source, zone):
    found, notices = rules(f"{source},Open Pit,{zone}")
    given_zones = zone_of(found, four_classes())
    assert given_zones.pop(("arable", "pit")) == 3
    assert set(given_zones.values()) == {9}
    assert notices == []


def test_a_zone_number_may_come_as_a_double():
    # As a spreadsheet hands it over.
    row = {"from": "arable", "to": "pit", "zone": 3.0}
    rows = Table("t", ("from", "to", "zone"), [row])
    found = read_rules(rows, zones(), four_classes(), Notes())
    assert zone_of(found, four_classes())["arable", "pit"] == 3


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
    with pytest.raises(DataError) as refused:
        rules("arable,pit,3\n" + row)
    assert str(refused.value) == (
        f"RULES: {message}; the classes are arable, forest, pit, water; their groups are @mine, "
        "@sink, @water, the usual ones @sink, @mine, @built, @water"
    )


def test_all_unknown_names_are_told_at_once():
    with pytest.raises(DataError) as refused:
        rules("wood,@mines,1\n arable,pit,8\n @mines,wood,1\n wood,*,1\n sink,arable,2")
    assert str(refused.value).startswith(
        "RULES: unknown class 'wood' (row 1, column 'from'; row 3, column 'to'; row 4, column "
        "'from'), unknown group '@mines' (row 1, column 'to'; row 3, column 'from'), unknown class "
        "'sink' (row 5, column 'from'); the classes are "
    )


def test_hundreds_of_unknown_names_make_a_sentence_of_bounded_length():
    classes = listed(*((n, f"c{n}", "", f"g{n}") for n in range(40)))
    with pytest.raises(DataError) as refused:
        rules("\n".join(f"a{n % 30},c1,1" for n in range(300)), classes)
    said = str(refused.value)
    assert said.count("unknown class") == 20
    rows = "; ".join(f"row {row}, column 'from'" for row in (1, 31, 61, 91, 121))
    assert f"unknown class 'a0' ({rows}; ...), unknown class 'a1' (row 2," in said
    assert ", c18, c19, ...; their groups are @g0, @g1, @g10, " in said
    assert ", @g26, ..., the usual ones" in said


def test_groups_are_unknown_where_no_class_has_one():
    with pytest.raises(DataError) as refused:
        rules("@sink,a,1", listed((1, "a"), (2, "b")))
    assert str(refused.value).endswith(
        "the classes are a, b; their groups are none, the usual ones @sink, @mine, @built, @water"
    )


@pytest.mark.parametrize("zone", ["8", "best", "0"])
@pytest.mark.parametrize("is_default", [False, True])
def test_all_unknown_zones_are_told_at_once_with_the_known_ones(zone, is_default):
    with pytest.raises(DataError) as refused:
        rules(f"arable,pit,3\n pit,pit,{zone}\n water,pit,-1", is_default=is_default)
    assert str(refused.value) == (
        f"RULES: unknown zone '{zone}' (row 2, column 'zone'), unknown zone '-1' (row 3, column "
        "'zone'); the zones are 1 keep, 2 gain, 3 lost, 9 unassigned"
    )


def test_the_equals_sign_is_refused_in_from():
    with pytest.raises(
        DataError,
        match=says(
            "RULES row 2: column 'from' is '=', which stands for the class of 'from' and may be "
            "in column 'to' only"
        ),
    ):
        rules("arable,=,1\n =,arable,1")


def test_default_rules_of_classes_that_are_not_there_are_left_out_and_counted():
    text = "arable,pit,3\n arable,road,3\n road,@built,1\n forest,pit,3\n @built,=,1"
    found, notices = rules(text, is_default=True)
    assert [str(notice) for notice in notices] == [
        "RULES: 3 of 5 rules are left out, because the run has no road, @built."
    ]
    assert {pair for pair, zone in zone_of(found, four_classes()).items() if zone == 3} == {
        ("arable", "pit"),
        ("forest", "pit"),
    }


# --- a square table ---------------------------------------------------------------------------


def square(text: str, classes=None):
    """The rules of a square table, written as CSV."""
    return read_rules(table("RULES", text), zones(), classes or four_classes(), Notes())


def square_error(text: str, classes=None) -> str:
    with pytest.raises(DataError) as refused:
        square(text, classes)
    return str(refused.value)


def test_a_square_table_has_a_column_per_class_and_zones_in_its_cells():
    found = square(
        """from,arable,Forest,OPEN PIT,water
        arable,1,gain,Taken away,
        Forest, , 1 ,lost,
        @sink,,,,3
        """
    )
    wanted = {
        ("arable", "arable"): 1,
        ("arable", "forest"): 2,
        ("arable", "pit"): 3,
        ("forest", "forest"): 1,
        ("forest", "pit"): 3,
        ("arable", "water"): 3,
        ("forest", "water"): 3,
    }
    assert {p: z for p, z in zone_of(found, four_classes()).items() if z != 9} == wanted


def test_a_square_table_takes_groups_any_class_and_the_same_class():
    found = square("from,=,@mine,*\n @sink,keep,lost,gain\n *,,,3\n pit,2,,")
    zone = zone_of(found, four_classes())
    assert zone["arable", "arable"] == zone["forest", "forest"] == 1
    assert zone["arable", "pit"] == zone["forest", "pit"] == 3
    assert zone["arable", "forest"] == zone["forest", "water"] == 2
    assert zone["pit", "pit"] == 2
    assert zone["water", "water"] == zone["pit", "arable"] == 3


def cells_of(rows: Table) -> str:
    """A rule table in the list form as a square one, its sides and zones as they are."""
    columns = list(dict.fromkeys(row["to"] for row in rows.rows))
    lines = [",".join(["from", *columns])]
    for source in dict.fromkeys(row["from"] for row in rows.rows):
        zone = {row["to"]: row["zone"] for row in rows.rows if row["from"] == source}
        lines.append(",".join([source, *(zone.get(column, "") for column in columns)]))
    return "\n".join(lines)


@pytest.mark.parametrize(
    "rows",
    [default_table("rules.csv"), read_csv(PAIRS_OF_THE_PAPER)],
    ids=["by group", "by pair"],
)
def test_both_forms_say_the_same_of_all_121_pairs(rows):
    classes, own = paper_classes(), read_zones(default_table("zones.csv"))
    listed_form = read_rules(rows, own, classes, Notes())
    square_form = read_rules(table("R", cells_of(rows)), own, classes, Notes())
    assert zone_of(square_form, classes) == zone_of(listed_form, classes)


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
        assert "different zones" in square_error(cells_of(rows))
    else:
        assert zone_of(square(cells_of(rows)), four_classes()) == expected


def test_zone_numbers_may_come_as_doubles_and_empty_cells_as_none():
    rows = [{"from": "arable", "pit": 3.0, "=": None}, {"from": "@sink", "pit": None, "=": 1}]
    found = read_rules(Table("t", ("from", "pit", "="), rows), zones(), four_classes(), Notes())
    assert {p: z for p, z in zone_of(found, four_classes()).items() if z != 9} == {
        ("arable", "arable"): 1,
        ("forest", "forest"): 1,
        ("arable", "pit"): 3,
    }


@pytest.mark.parametrize("column", ["fid", "ogc_fid"])
def test_the_row_numbers_of_a_file_format_are_no_class(column):
    found = square(f"{column},from,pit\n 1,arable,3\n 2,forest,2")
    assert {p: z for p, z in zone_of(found, four_classes()).items() if z != 9} == {
        ("arable", "pit"): 3,
        ("forest", "pit"): 2,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "from,pit,swamp,@built\n arable,3,,\n wood,,,\n @mines,1,2,1",
            "unknown class 'swamp' (header), unknown group '@built' (header), unknown class 'wood' "
            "(row 2, column 'from'), unknown group '@mines' (row 3, column 'from')",
        ),
        # A list whose columns are called otherwise is read as a square: the sentence says so.
        ("from,into,zones\n arable,pit,3", "unknown class 'into' (header), unknown class 'zones'"),
    ],
)
def test_headers_and_rows_of_a_square_that_are_no_class_are_told_at_once(text, message):
    said = square_error(text)
    assert said.startswith(
        "RULES, a square table because it has no columns 'to' and 'zone': " + message
    )
    assert said.endswith(
        "; the classes are arable, forest, pit, water; their groups are @mine, @sink, @water, the "
        "usual ones @sink, @mine, @built, @water"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "from,pit,=\n arable,3,8\n forest,best,1",
            "RULES: unknown zone '8' (row 1, column '='), unknown zone 'best' (row 2, column "
            "'pit'); the zones are 1 keep, 2 gain, 3 lost, 9 unassigned",
        ),
        ("from,pit\n arable,3\n ,1", "RULES row 2: column 'from' is empty"),
        ("from,pit\n =,3", "RULES row 1: column 'from' is '=', which stands for the class"),
        ("arable,pit\n 1,3", "RULES has no column 'from'; it has 'arable', 'pit'"),
        ("from\n arable", "RULES has no column 'to'; it has 'from'"),
        ("fid,from\n 1,arable", "RULES has no column 'to'; it has 'fid', 'from'"),
        ("from,to\n arable,pit", "RULES has no column 'zone'; it has 'from', 'to'"),
        ("from,zone\n arable,1", "RULES has no column 'to'; it has 'from', 'zone'"),
        ("from,pit,@mine", "RULES is empty"),
        ("from,pit,@mine\n arable,,\n @sink,,", "RULES is empty"),
        (
            "from,@mine\n arable,3\n ARABLE,2",
            "RULES: row 1, column '@mine' and row 2, column '@mine' give Arable land -> Open pit "
            "different zones (3 and 2)",
        ),
        (
            "from,pit,Open pit\n @sink,,\n arable,3,2",
            "RULES: row 2, column 'pit' and row 2, column 'Open pit' give Arable land -> Open pit "
            "different zones (3 and 2)",
        ),
    ],
)
def test_a_mistake_in_a_square_table_is_named_by_row_and_column(text, message):
    assert square_error(text).startswith(message)


def test_a_square_that_fits_nothing_says_what_it_is_for():
    classes = listed((1, "town"), (2, "pit", "", "mine"), (3, "farm", "", "sink"))
    found = square("fid,from,pit,=,@mine\n 1,@sink,3,,\n 2,*,,,9", classes)
    with pytest.raises(DataError, match="; the rules are for @sink, @mine, pit; what is missing"):
        found.check_some_zone([classes[0]])


@pytest.mark.parametrize("name", ["fid", "OGC_FID"])
def test_a_class_called_as_the_numbers_of_rows_is_not_passed_over(name):
    """In a list it is a class like others; in a square its column could be either."""
    classes = listed((1, name), (2, "pit"))
    (rule,) = read_rules(
        Table("t", ("from", "to", "zone"), [{"from": "pit", "to": name, "zone": 3}]),
        *(zones(), classes, Notes()),
    ).rules
    assert rule.target == name.casefold()
    told = f"RULES: the column '{name.lower()}' may be a class or"
    with pytest.raises(DataError, match=says(told)):
        square(f"from,{name.lower()},pit\n pit,3,3", classes)


def test_a_column_that_stands_twice_is_refused():
    twice = Table("t", ("from", "pit", "pit"), [{"from": "arable", "pit": 3}])
    with pytest.raises(DataError, match=says("t has the column 'pit' twice")):
        read_rules(twice, zones(), four_classes(), Notes())


def test_rules_of_hundreds_of_classes_are_ranked_each_by_itself():
    """A square of 150 classes is 22,500 rules: some calls for each, not for each pair of them."""
    classes = listed(*((n, f"c{n}") for n in range(150)))
    lines = [",".join(["from", *(c.key for c in classes)])]
    lines += [
        ",".join([c.key, *("123"[(n + m) % 3] for m in range(150))]) for n, c in enumerate(classes)
    ]
    with calls_counted() as calls:
        found = square("\n".join(lines), classes)
        numbers = found.zone_table(classes)
    assert calls[0] < 50 * 22_500
    assert all(numbers[a, b] == (a + b) % 3 + 1 for a, b in product(range(150), repeat=2))
