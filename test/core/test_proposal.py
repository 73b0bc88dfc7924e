"""Proposals for a class table: keys that are told apart, what is given stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.scheme.class_table_proposal import ClassCandidate, propose_classes
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.defaults import default_classes, load_default_table
from carbon_zones.core.scheme.table import Table


def proposed(*names: str) -> list:
    """Key and group by name, of values from 1 on."""
    rows = propose_classes([ClassCandidate(n, name) for n, name in enumerate(names, 1)])
    return [(row.key, row.group) for row in rows]


@pytest.mark.parametrize("language", ["", "zh_CN"])
def test_the_papers_classes_come_back_as_they_are(language):
    classes = default_classes(language)
    rows = propose_classes([ClassCandidate(value, c.name) for value, c in classes])
    default = load_default_table("classes.csv", language).rows
    assert [(str(r.value), r.key, r.name, r.group, r.colour) for r in rows] == [
        (d["value"], d["class"], d["name"], d["group"], d["colour"]) for d in default
    ]
    assert not any(row.notes for row in rows)


def test_industrial_land_is_the_mines_own_only_beside_a_mine_of_the_paper():
    assert proposed("Industrial land", "Forest")[0] == ("industrial_land", "")
    assert proposed("Industrial land", "Water", "Dump")[0] == ("industrial", "mine")
    assert proposed("工业用地", "露天采场")[0] == ("industrial", "mine")
    # Mining in a national product tells nothing of who owns a factory.
    assert proposed("Industrial land", "Mining")[0] == ("industrial_land", "")


def test_of_two_names_for_one_key_the_papers_own_has_it():
    rows = propose_classes([ClassCandidate(1, "Woodland"), ClassCandidate(2, "Forest")])
    assert [row.key for row in rows] == ["woodland", "forest"]
    assert [row.group for row in rows] == ["sink", "sink"]
    assert "key forest is used by 'Forest'" in str(rows[0].notes[0])
    assert rows[1].notes == ()


def test_the_papers_own_name_goes_before_a_lower_value():
    assert proposed("Woodland", "Forestland") == [("woodland", "sink"), ("forest", "sink")]
    assert proposed("Woods", "森林", "林地")[2] == ("forest", "sink")


def test_else_a_sure_one_and_else_the_lowest_value():
    names = ("Agriculture", "Farmland", "Cropland")
    rows = propose_classes([ClassCandidate(n, name) for n, name in enumerate(names, 1)])
    assert [row.key for row in rows] == ["agriculture", "arable", "cropland"]
    assert [str(note).split(";")[0] for note in rows[0].notes] == [
        "matched on the word 'agriculture'",
        "key arable is used by 'Farmland'",
    ]
    rows = propose_classes([ClassCandidate(9, "Farmland"), ClassCandidate(3, "Cropland")])
    assert [row.key for row in rows] == ["farmland", "arable"]


def test_values_of_one_name_are_one_class():
    assert proposed("Forest", "Rừng thưa", "FOREST", "rừng thưa") == [
        ("forest", "sink"),
        ("rung_thua", ""),
        ("forest", "sink"),
        ("rung_thua", ""),
    ]


def test_a_key_is_no_other_classs_name():
    # Ocean would be `sea`, which is what the other class is called.
    assert proposed("Ocean", "Sea") == [("ocean", "water"), ("sea", "water")]
    # Both names make the same key.
    keys = [key for key, _ in proposed("Sông-hồ", "Sông hồ", "song.ho", "sòng hổ")]
    assert keys == ["song_ho", "song_ho_2", "song_ho_3", "song_ho_4"]
    assert proposed("?!")[0][0] == "class"


def test_values_without_names_are_called_by_their_numbers():
    rows = propose_classes([ClassCandidate(7), ClassCandidate(-3), ClassCandidate(8, "7")])
    assert [(r.key, r.name, r.group) for r in rows] == [(n, n, "") for n in ("7", "-3", "7")]
    assert {str(note) for row in rows for note in row.notes} == {"no name"}


def test_what_is_given_stays():
    rows = propose_classes(
        [
            ClassCandidate(1, "Rừng", "wood", "sink", "#112233"),
            ClassCandidate(2, "Forest", "wald"),
            ClassCandidate(3, "Woodland"),
            ClassCandidate(4, "Đất", "dat", "my own"),
        ]
    )
    assert [(r.key, r.name, r.group) for r in rows] == [
        ("wood", "Rừng", "sink"),
        ("wald", "Forest", "sink"),
        ("woodland", "Woodland", "sink"),  # forest is the name of the class above
        ("dat", "Đất", "my own"),
    ]
    assert rows[0].colour == "#112233"


def test_a_key_that_is_given_is_not_proposed_to_another():
    rows = propose_classes(
        [ClassCandidate(1, "Rừng", "forest", "sink"), ClassCandidate(2, "Woodland")]
    )
    assert [row.key for row in rows] == ["forest", "woodland"]


def test_colours_are_the_rasters_own_else_those_of_the_key_else_spare():
    others = [ClassCandidate(n, name) for n, name in enumerate(("Grass", "Shrubs", "Rừng"), 2)]
    rows = propose_classes([ClassCandidate(1, "Forest", colour="#010203"), *others])
    paper = {c.key: c.colour for _, c in default_classes()}
    assert rows[0].colour == "#010203"
    assert rows[1].colour == paper["grass"]
    assert rows[2].colour == "#33a02c"  # that of CLCD, the first legend that has shrubs
    assert all(re.fullmatch("#[0-9a-f]{6}", row.colour) for row in rows)


def test_values_of_one_class_have_one_colour():
    """The first that one of them has; a spare one is that of the first value."""
    rows = propose_classes(
        [
            ClassCandidate(1, "Heath", "heath"),
            ClassCandidate(2, "Heath", "HEATH"),
            ClassCandidate(3, "Bog", "bog"),
            ClassCandidate(4, "Bog", "bog", colour="#010203"),
            ClassCandidate(5, "Bog", "bog", colour="#040506"),
        ]
    )
    assert [row.colour for row in rows] == [*(2 * ["#3972c4"]), *(3 * ["#010203"])]


WORDS = ("forest", "Forest", "woodland", "sea", "ocean", "Rừng", "7", "", "industrial land", "dump")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.data())
def test_any_proposal_is_a_class_table(names, data):
    """Keys and names are never of two classes, whatever names come together."""
    names = [name + data.draw(st.sampled_from(["", " ", "_2", " 2"])) for name in names]
    rows = propose_classes([ClassCandidate(n, name.strip()) for n, name in enumerate(names)])
    cells = [
        {"value": r.value, "class": r.key, "name": r.name, "group": r.group, "colour": r.colour}
        for r in rows
    ]
    entries = read_classes(Table("classes", tuple(cells[0]), cells))
    told = [(value, c.name.casefold(), c.group) for value, c in entries]
    assert told == [(r.value, r.name.casefold(), r.group) for r in rows]
