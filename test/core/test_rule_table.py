"""The rule table as written: a list or a square, and what each mistake is told as."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.table import Table
from carbon_zones.core.scheme.zone_rules import read_rules
from carbon_zones.test.core.schemes import (
    four_classes,
    has,
    pairs_in,
    refused,
    rules,
    zone_of,
    zones,
)
from carbon_zones.test.core.support import examples, listed, table
from carbon_zones.test.helpers import calls_counted

# --- names ------------------------------------------------------------------------------------


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
    assert has(notice, "3 of 5 rules", "not in this run: road, @built.")
    assert pairs_in(3, found, four_classes()) == {("arable", "pit"), ("forest", "pit")}


# --- a square table ---------------------------------------------------------------------------


def square(text: str, classes=None):
    """The rules of a square table, written as CSV."""
    return read_rules(table("RULES", text), zones(), classes or four_classes(), Notes())


def zones_given(found) -> dict:
    """The zones that rules give, by pair of keys."""
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
