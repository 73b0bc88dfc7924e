"""The conversion rules: which zone land comes to by what it was and became."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..messages import DataError, Notes, Term
from .classes import Classes, LandClass, unknown_class
from .table import Table
from .zones import Zone, unassigned_zone

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Zone names by from-name and to-name (case-folded).
ZoneNames = dict[tuple[str, str], str]

RULE_COLUMNS = ("from", "to", "zone")
ANY = "*"

# How closely a rule's side names a class: by itself, by its group, or as any class.
BY_CLASS, BY_GROUP, BY_ANY = 2, 1, 0


@dataclass(frozen=True)
class Rule:
    """A row of the rule table, its sides checked: class key, '@group' or '*', and a zone."""

    row: int
    source: str
    target: str
    zone: int


class Rules:
    """The rule table, ready to be asked for the zone of any conversion."""

    def __init__(self, table_name: str, rules: list[Rule], zones: list[Zone]):
        self.table_name = table_name
        self.zones = zones
        self._rules = rules
        self._unassigned = unassigned_zone(zones).number

    def zone_table(self, classes: Iterable[LandClass]) -> NDArray[np.uint8]:
        """Zone numbers by from-class and to-class, shape (n, n), uint8.

        The most specific rule wins: a side that names the class beats one that names its
        group, which beats '*'; of two rules, the better of their two sides counts first,
        then the other side.

        Raises:
            DataError: for some pair, two rules of the winning rank give different zones.
        """
        classes = list(classes)
        shape = (len(classes), len(classes))
        zones = np.full(shape, self._unassigned, np.uint8)
        ranks = np.full(shape, -1, np.int8)
        winners = np.full(shape, -1, np.int32)
        rivals = np.full(shape, -1, np.int32)
        for index, rule in enumerate(self._rules):
            source = np.array([_closeness(rule.source, c) for c in classes], np.int8)[:, None]
            target = np.array([_closeness(rule.target, c) for c in classes], np.int8)[None, :]
            rank = 3 * np.maximum(source, target) + np.minimum(source, target)
            rank[np.minimum(source, target) < 0] = -1
            wins = rank > ranks
            rivals[(rank == ranks) & (rank >= 0) & (zones != rule.zone)] = index
            rivals[wins] = -1
            winners[wins], zones[wins], ranks[wins] = index, rule.zone, rank[wins]
        clashes = np.argwhere(rivals >= 0)
        if len(clashes):
            source, target = clashes[0]
            one = self._rules[winners[source, target]]
            other = self._rules[rivals[source, target]]
            raise DataError(
                "{table}: rows {one} and {other} give {source} -> {target} different zones "
                "({zone_one} and {zone_other})",
                table=self.table_name,
                one=one.row,
                other=other.row,
                source=classes[source].name,
                target=classes[target].name,
                zone_one=one.zone,
                zone_other=other.zone,
            )
        return zones


def _closeness(side: str, land_class: LandClass) -> int:
    """How closely a rule's side names a class, or -1 when it does not."""
    if side == ANY:
        return BY_ANY
    if not land_class.listed:
        return -1  # a value that nobody names has no key that a rule could mean
    if land_class.group and side == "@" + land_class.group:
        return BY_GROUP
    return BY_CLASS if side == land_class.key.casefold() else -1


def read_rules(table: Table, zones: list[Zone], classes: Classes, notes: Notes) -> Rules:
    """The rules, checked against the zones and the classes of the run.

    The default table may name classes that a user's own class table lacks: such rows are
    left out and counted in the notes. In a user's table they are an error.

    Raises:
        DataError: a missing column, an empty table, an unknown class, group or zone, or two
            rows that disagree.
    """
    table.require(RULE_COLUMNS)
    rules, skipped = [], []
    for row in range(1, len(table.rows) + 1):
        zone = _find_zone(table, row, zones)
        source, target = (_find_side(table, row, side, classes) for side in ("from", "to"))
        if source is None or target is None:
            skipped.append(row)
        else:
            rules.append(Rule(table.number_of(row), source, target, zone))
    checked = Rules(table.name, rules, zones)
    # Asking for every pair once finds the rows that disagree before any cell is read.
    checked.zone_table(classes)
    if skipped:
        notes.inform(
            "{table}: {count} of {total} rules name classes that the class table does not "
            "have, and are left out.",
            table=table.name,
            count=len(skipped),
            total=len(table.rows),
        )
    return checked


def _find_zone(table: Table, row: int, zones: list[Zone]) -> int:
    text = table.needed_text(row, "zone")
    for zone in zones:
        names = (str(zone.number), zone.key, zone.name, *zone.aliases)
        if text.casefold() in (name.casefold() for name in names):
            return zone.number
    raise table.error(
        row,
        "unknown zone '{text}'; the zones are {zones}",
        text=text,
        zones=", ".join(f"{zone.number} {zone.key}" for zone in zones),
    )


def _find_side(table: Table, row: int, column: str, classes: Classes) -> str | None:
    """A rule's side as Rule has it, or None when a default rule's class is not there."""
    text = table.needed_text(row, column)
    if text == ANY:
        return ANY
    if text.startswith("@"):
        group = text[1:].strip().casefold()
        groups = sorted({c.group for c in classes if c.group})
        if group in (g.casefold() for g in groups):
            return "@" + group
        if table.is_default:
            return None
        raise table.error(
            row,
            "column '{column}' names the unknown group '{text}'; the groups are {groups}",
            column=column,
            text=text,
            groups=", ".join("@" + g for g in groups) or Term("none"),
        )
    number = classes.find(text)
    if number is not None:
        return classes[number].key.casefold()
    if table.is_default:
        return None
    raise unknown_class(table, row, column, text, classes)


def zone_names(classes: Classes, rules: Rules) -> ZoneNames:
    """Zone names by from-name and to-name of the classes, without regard to case."""
    table = rules.zone_table(classes)
    names = {zone.number: zone.name for zone in rules.zones}
    return {
        (one.name.casefold(), other.name.casefold()): names[int(table[i, j])]
        for i, one in enumerate(classes)
        for j, other in enumerate(classes)
    }
