"""What the tests of the scheme share: four classes, four zones, and rules between them."""

import re
from itertools import product

import pytest

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.classes import Classes, read_classes
from carbon_zones.core.scheme.defaults import default_zones, load_default_table
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones
from carbon_zones.test.core.support import table

CLASSES = """
    value,class,name,group,colour
    1,arable,Arable land,sink,#F5DE8C
    2,forest,Forest,sink,
    3,pit,Open pit,mine,
    4,water,Water,water,
"""
ZONES = """
    zone,key,name
    1,keep,Kept
    2,gain,Gained
    3,lost,Taken away
    9,unassigned,Left over
"""
# The table of ranks in the manual, strongest first: of what kinds the two sides are.
RANKS = [
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


def four_classes() -> Classes:
    return Classes([c for _, c in read_classes(table("CLASSES", CLASSES))])


def zones():
    return read_zones(table("ZONES", ZONES))


def rules(text: str, classes=None, is_default: bool = False):
    rows = table("RULES", "from,to,zone\n" + text, is_default)
    notes = Notes()
    found = read_rules(rows, zones(), classes or four_classes(), notes)
    assert notes.warnings == []
    return found, notes.notices


def default_rules(classes: Classes):
    return read_rules(load_default_table("rules.csv"), default_zones(), classes, Notes())


def zone_of(found, classes: Classes) -> dict:
    numbers = found.zone_matrix(classes)
    return {
        (a.key, b.key): int(numbers[i, j])
        for (i, a), (j, b) in product(enumerate(classes), repeat=2)
    }


def pairs_in(zone: int, found, classes: Classes) -> set:
    return {pair for pair, number in zone_of(found, classes).items() if number == zone}


def refused(call, *arguments, **options) -> str:
    with pytest.raises(DataError) as caught:
        call(*arguments, **options)
    return str(caught.value)


def has(text: object, *words: str) -> bool:
    """Whether a sentence has all of these words, in their order."""
    place = 0
    for word in words:
        place = str(text).find(word, place)
        assert place >= 0, f"{word!r} is not in its place in {str(text)!r}"
    return True


def says(message: str) -> str:
    """For match=: the message starts with just these words."""
    return "^" + re.escape(message)
