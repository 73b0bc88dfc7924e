"""What the manual says about the scheme is so: its tables, its short rules, its ranks."""

import csv
import re

import numpy as np
import pytest

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.scheme.classes import Classes, read_classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.table import Table
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones
from carbon_zones.test import manual

PAGE = manual.text_of(manual.DOCS / "scheme_tables.md")
CLASSES = Classes(land_class for _, land_class in read_classes(load_default_table("classes.csv")))
ZONES = read_zones(load_default_table("zones.csv"))


def zone_table(rows: list[dict]) -> np.ndarray:
    """The zones of all pairs of default classes by rules of a user's own."""
    table = Table("rules", tuple(rows[0]), rows)
    return read_rules(table, ZONES, CLASSES, Notes()).zone_matrix(CLASSES)


def block_of(header: str) -> list[dict]:
    """The rows of the indented table on the page whose header begins so."""
    block = re.search(rf"^    {re.escape(header)}.*\n(?:    .*\n)+", PAGE, re.MULTILINE)[0]
    return list(csv.DictReader(line.strip() for line in block.splitlines()))


def test_rules_on_the_page_are_the_default_ones():
    keys = {zone.key: str(zone.value) for zone in ZONES}
    rows = [{**row, "zone": keys[row["zone"]]} for row in block_of("from,to,zone")]
    assert rows == load_default_table("rules.csv").rows


def test_the_square_on_the_page_says_what_the_default_table_says():
    rules = read_rules(load_default_table("rules.csv"), ZONES, CLASSES, Notes())
    assert np.array_equal(zone_table(block_of("from,=,")), rules.zone_matrix(CLASSES))


def test_default_classes_are_listed():
    listed = [
        (int(value), manual.name_in(key), name, manual.name_in(group))
        for value, key, name, group in manual.table_after(PAGE, "The default classes:")
    ]
    assert listed == [(c.value, c.key, c.name, c.group) for c in CLASSES]


# A rule of each rank, with sides that fit land that stayed grass.
FITTING = (
    *("grass,grass", "grass,=", "@sink,=", "*,=", "grass,@sink"),
    *("grass,*", "@sink,@sink", "*,@sink", "*,*"),
)


@pytest.mark.parametrize("rank", range(8))
def test_a_rank_beats_the_one_below(rank):
    ranks = manual.table_under(PAGE, "Which rule wins")
    kinds = [(one, other) for _, one, other, _ in ranks]
    assert kinds[0] == ("class", "class")
    assert len(kinds) == len(FITTING)
    rows = [
        dict(zip(("from", "to", "zone"), (*sides.split(","), zone)))
        for sides, zone in zip(FITTING[rank : rank + 2], ("1", "2"))
    ]
    grass = CLASSES.find_class("grass")
    for order in (rows, rows[::-1]):
        assert zone_table(order)[grass, grass] == 1


def test_examples_of_ranks_are_of_their_kind():
    def kind(side):
        signs = {"*": "any", "=": "same", "@": "group"}
        return signs.get(side[0], "class")

    for place, (_, *said, example) in enumerate(manual.table_under(PAGE, "Which rule wins")):
        for rule in (manual.name_in(example), FITTING[place]):
            assert sorted(map(kind, rule.split(","))) == sorted(said)


def test_coefficients_on_the_page_of_losses_are_the_default_ones():
    page = manual.text_of(manual.DOCS / "algorithms" / "carbonloss.md")
    found = read_coefficients(load_default_table("coefficients.csv"), CLASSES, Notes())
    rows = manual.table_after(page, "(default and in Yang et al. 2022: `mine`).")
    listed = {row[0]: tuple(map(float, row[1:])) for row in rows}
    assert listed == {
        CLASSES[CLASSES.find_class(key)].name: (
            c.soil.density,
            c.vegetation.density,
            round(c.soil.density + c.vegetation.density, 3),
        )
        for key, c in found.by_key.items()
    }
