"""Which groups take land from the sinks: read from text, and what is said of those that are not."""

import pytest

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.disturbance_types import (
    DisturbingClasses,
    describe_groups,
    parse_disturbing_classes,
)
from carbon_zones.test.core.schemes import has, refused
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
    assert parse_disturbing_classes(text) == DisturbingClasses(groups)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sink", "'sink' is the carbon-sink group"),
        ("mine, SINK", "'sink' is the carbon-sink group"),
        (" , ;", "', ;' contains no group name"),
    ],
)
def test_sinks_and_nothing_are_refused(text, said):
    assert refused(parse_disturbing_classes, text).startswith(f"TAKING_GROUPS: {said}")


def test_a_class_takes_land_by_its_group_only():
    disturbing = DisturbingClasses(("built", "strasse"))
    assert [c.name for c in CLASSES if disturbing.is_disturbing(c)] == ["Town", "Road"]
    assert disturbing.is_disturbing(LandClass(1, "x", "X", "Straße"))


def test_it_is_said_why_there_are_no_losses():
    assert DisturbingClasses().no_loss_reason(CLASSES) is None
    assert DisturbingClasses(("quarry", "built")).no_loss_reason(CLASSES) is None
    no_sink, no_taker = "no class is in the group 'sink'", "TAKING_GROUPS: 'mine'"
    for groups, left_out, words in (
        (
            ("mine",),
            ("mine",),
            (
                "in a disturbing group",
                no_taker,
                "sink (Field, Wood), built (Town, Road), ",
                "(Bare)",
            ),
        ),
        (("quarry", "road"), ("built", ""), ("'quarry', 'road'", "sink (Field, Wood), mine (Pit)")),
        (("mine",), ("sink", ""), (f"{no_sink};", "mine (Pit), built (Town, Road)")),
        (("mine",), ("sink", "mine", "built"), (no_sink, no_taker, "no group (Bare)")),
        (("mine",), ("sink", "mine", "built", ""), (no_sink, no_taker, "groups found: none")),
    ):
        disturbing, classes = DisturbingClasses(groups), without(*left_out)
        why = str(disturbing.no_loss_reason(classes))
        assert has(why, *words)
        assert has(
            refused(disturbing.check_losses_possible, classes), why, "CLASSES (column 'group')"
        )
    DisturbingClasses().check_losses_possible(CLASSES)


def test_a_long_legend_is_cut():
    many = [LandClass(n, str(n), f"C{n}", "x") for n in range(30)]
    assert str(describe_groups(many)).endswith("C18, C19, ...)")


@pytest.mark.parametrize(
    ("groups", "notices", "warnings"),
    [
        (("mine",), [], []),
        (("built",), ["Disturbed land: groups 'built' (Town, Road)."], []),
        (
            ("mine", "quarry", "built", "road"),
            ["Disturbed land: groups 'mine', 'built' (Pit, Town, Road)."],
            ["'quarry', 'road'; "],
        ),
        (("quarry", "mine"), [], ["no class is in 'quarry'; "]),
        # Said as the reason why there are no losses.
        (("quarry", "road"), [], []),
    ],
)
def test_groups_that_no_class_has_are_warned_of(groups, notices, warnings):
    notes = Notes()
    DisturbingClasses(groups).log_groups(CLASSES, notes)
    assert [str(notice) for notice in notes.notices] == notices
    assert len(notes.warnings) == len(warnings)
    for warning, words in zip(notes.warnings, warnings):
        assert has(warning, "TAKING_GROUPS", words, "sink (Field, Wood), mine (Pit), ")


def test_maps_without_a_class_of_mines_hide_them():
    """Towns that take land are no mines, nor is a group of the user's own that no class is in."""
    for groups in ("mine", "mine,built", "Quarry"):
        told = parse_disturbing_classes(groups).hidden_mines_warning(without("mine"))
        has(told, "56 to 77 %", "s41598-025-01959-3", "(polygonclasses)")
    assert "'mine', 'quarry'." in str(
        parse_disturbing_classes("built,mine,quarry").hidden_mines_warning([])
    )
    assert parse_disturbing_classes("mine").hidden_mines_warning(CLASSES) is None
    assert parse_disturbing_classes("mine,quarry").hidden_mines_warning(CLASSES) is None
    assert parse_disturbing_classes("built").hidden_mines_warning(without("mine")) is None
    quarry = [LandClass(7, "quarry", "Quarry", "Quarry")]
    assert parse_disturbing_classes("quarry,mine").hidden_mines_warning(quarry) is None
