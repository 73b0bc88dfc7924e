"""Which groups take land from the sinks: read from text, and what is said of those that are not."""

from __future__ import annotations

import pytest

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.taking import Taking, groups_found, read_taking
from carbon_zones.test.core.support import listed

CLASSES = list(
    listed(
        (1, "field", "Field", "sink"),
        (2, "wood", "Wood", "sink"),
        (3, "pit", "Pit", "mine"),
        (4, "town", "Town", "built"),
        (5, "road", "Road", "built"),
        (6, "bare", "Bare"),
    )
)


def without(*groups: str) -> list[LandClass]:
    return [c for c in CLASSES if c.group not in groups]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("", ("mine",)),
        ("  ", ("mine",)),
        ("mine", ("mine",)),
        (" Built ,MINE", ("built", "mine")),
        ("mine;built", ("mine", "built")),
        ("mine,,Mine, mine ,", ("mine",)),
        ("road works\nmine", ("road works", "mine")),
        ("采矿,STRASSE", ("采矿", "strasse")),
    ],
)
def test_groups_are_read_trimmed_and_once(text, groups):
    assert read_taking(text) == Taking(groups)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sink", "'sink' is the group that land is taken from"),
        ("mine, SINK", "'sink' is the group that land is taken from"),
        (" , ;", "', ;' names no group"),
    ],
)
def test_sinks_and_nothing_are_refused(text, said):
    with pytest.raises(DataError) as caught:
        read_taking(text)
    assert str(caught.value).startswith(f"TAKING_GROUPS: {said}")


def test_a_class_takes_land_by_its_group_only():
    taking = Taking(("built", "strasse"))
    assert [c.name for c in CLASSES if taking.takes(c)] == ["Town", "Road"]
    assert taking.takes(LandClass(1, "x", "X", "Straße"))


def test_it_is_said_why_there_are_no_losses():
    assert Taking().why_no_losses(CLASSES) is None
    assert Taking(("quarry", "built")).why_no_losses(CLASSES) is None
    for taking, classes, said in (
        (
            Taking(),
            without("mine"),
            "no class is in a group that takes land from the sinks (TAKING_GROUPS: 'mine'); the "
            "groups of the classes: sink (Field, Wood), built (Town, Road), without a group (Bare)",
        ),
        (
            Taking(("quarry", "road")),
            without("built", ""),
            "no class is in a group that takes land from the sinks (TAKING_GROUPS: 'quarry', "
            "'road'); the groups of the classes: sink (Field, Wood), mine (Pit)",
        ),
        (
            Taking(),
            without("sink", ""),
            "no class is in the group 'sink'; the groups of the classes: mine (Pit), built (Town, "
            "Road)",
        ),
        (
            Taking(),
            without("sink", "mine", "built"),
            "no class is in the group 'sink' or in one that takes land from it (TAKING_GROUPS: "
            "'mine'); the groups of the classes: without a group (Bare)",
        ),
        (
            Taking(),
            [],
            "no class is in the group 'sink' or in one that takes land from it (TAKING_GROUPS: "
            "'mine'); the groups of the classes: none",
        ),
    ):
        assert str(taking.why_no_losses(classes)) == said
        with pytest.raises(DataError) as caught:
            taking.require_losses(classes)
        assert str(caught.value) == (
            f"{said}; give the classes groups in a class table (CLASSES, column 'group') or by "
            "SCHEME, and name those that take land in TAKING_GROUPS"
        )
    Taking().require_losses(CLASSES)


def test_a_long_legend_is_cut():
    many = [LandClass(n, str(n), f"C{n}", "x") for n in range(30)]
    assert str(groups_found(many)).endswith("C18, C19, ...)")


@pytest.mark.parametrize(
    ("groups", "notices", "warnings"),
    [
        (("mine",), [], []),
        (("built",), ["Taken land is that of the groups 'built': Town, Road."], []),
        (
            ("mine", "quarry", "built", "road"),
            ["Taken land is that of the groups 'mine', 'built': Pit, Town, Road."],
            [
                "TAKING_GROUPS: no class is in 'quarry', 'road'; the groups of the classes: sink "
                "(Field, Wood), mine (Pit), built (Town, Road), without a group (Bare)."
            ],
        ),
        (
            ("quarry", "mine"),
            [],
            [
                "TAKING_GROUPS: no class is in 'quarry'; the groups of the classes: sink (Field, "
                "Wood), mine (Pit), built (Town, Road), without a group (Bare)."
            ],
        ),
        # Said as the reason why there are no losses.
        (("quarry", "road"), [], []),
    ],
)
def test_groups_that_no_class_has_are_warned_of(groups, notices, warnings):
    notes = Notes()
    Taking(groups).note_groups(CLASSES, notes)
    assert [str(notice) for notice in notes.notices] == notices
    assert [str(warning) for warning in notes.warnings] == warnings
