"""The conversion rules: which zone land comes to by what it was and became."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..base.arrays import Bytes
from ..base.messages import DataError, Message, Notes, Term, Text
from .classes import SINK, Classes, LandClass
from .reserved import GROUP_MARK, SAME
from .rule_table import Rule, rules_in, sides_of
from .sides import BY_CLASS, closeness, members
from .table import Table
from .unknown import some
from .zones import UNASSIGNED, Zone, unassigned_zone

# Zone names by from-name and to-name (case-folded).
ZoneNames = dict[tuple[str, str], str]


class Rules:
    """The rules, ready to be asked for the zone of any conversion."""

    def __init__(self, table: Table, rules: list[Rule], zones: list[Zone]):
        self.zones = zones
        self._table = table
        self.rules = rules
        self._unassigned = unassigned_zone(zones).number

    def zone_table(self, classes: Iterable[LandClass]) -> Bytes:
        """Zone numbers by from-class and to-class, shape (n, n), uint8.

        The most specific rule wins: a side that names the class beats one that names its
        group, which beats '*'; of two rules, the better of their two sides counts first,
        then the other side. A rule with '=' comes after those that name both classes and
        before all others; of two such rules, the one whose side is closer.

        Raises:
            DataError: for some pair, two rules of the winning rank give different zones.
        """
        classes = list(classes)
        shape = (len(classes), len(classes))
        zones = np.full(shape, self._unassigned, np.uint8)
        ranks = np.full(shape, -1, np.int8)
        winners = np.full(shape, -1, np.int32)
        rivals = np.full(shape, -1, np.int32)
        places = members(classes)
        nobody = np.zeros(0, np.intp)
        for index, rule in enumerate(self.rules):
            source, target = places.get(rule.source, nobody), places.get(rule.target, nobody)
            pairs = (source, source) if rule.target == SAME else np.ix_(source, target)
            rank = _rank(rule)
            wins = rank > ranks[pairs]
            rival = (rank == ranks[pairs]) & (zones[pairs] != rule.zone)
            rivals[pairs] = np.where(wins, -1, np.where(rival, index, rivals[pairs]))
            winners[pairs] = np.where(wins, index, winners[pairs])
            zones[pairs] = np.where(wins, rule.zone, zones[pairs])
            ranks[pairs] = np.where(wins, rank, ranks[pairs])
        clashes = np.argwhere(rivals >= 0)
        if len(clashes):
            source, target = clashes[0]
            one = self.rules[winners[source, target]]
            other = self.rules[rivals[source, target]]
            raise self._clash(one, other, classes[source], classes[target])
        return zones

    def _clash(self, one: Rule, other: Rule, source: LandClass, target: LandClass) -> DataError:
        values = {
            "table": self._table.name,
            "one": one.row,
            "other": other.row,
            "source": source.name,
            "target": target.name,
            "zone_one": one.zone,
            "zone_other": other.zone,
        }
        if not one.column:
            return DataError(
                "{table}: rows {one} and {other} give {source} -> {target} different zones "
                "({zone_one} and {zone_other})",
                **values,
            )
        return DataError(
            "{table}: row {one}, column '{column_one}' and row {other}, column '{column_other}' "
            "give {source} -> {target} different zones ({zone_one} and {zone_other})",
            column_one=one.column,
            column_other=other.column,
            **values,
        )

    def check_some_zone(self, classes: Iterable[LandClass]) -> None:
        """Refuse rules that leave every conversion between some classes unassigned.

        Raises:
            DataError: naming the classes with their groups, what the rules are for, and a rule
                that would help.
        """
        classes = list(classes)
        if (self.zone_table(classes) != self._unassigned).any():
            return
        zone = next((z for z in self.zones if z.number != self._unassigned), None)
        if zone is None:
            raise DataError(
                "{table}: no rule can name a zone, because the zone table (ZONE_TABLE) has none "
                "but '{key}'",
                table=self._table.name,
                key=UNASSIGNED,
            )
        name: Text = self._table.name
        if self._table.is_default:
            name = Message("{table}, the default rules", table=name)
        groups = [c.group for c in classes if c.group]
        group = SINK if SINK in groups else next(iter(groups), "")
        side = GROUP_MARK + group if group else classes[0].key
        raise DataError(
            "{table}: every conversion between the classes of this run would be unassigned; the "
            "classes are {classes}; the rules are for {named}; what is missing is a row such as "
            "{example} in the rule table (RULES), or groups that the rules name, by a class table "
            "(CLASSES) or the legend of a product (SCHEME)",
            table=name,
            classes=some(
                Message(
                    "{name} ({group})",
                    name=c.key,
                    group=GROUP_MARK + c.group if c.group else Term("no group"),
                )
                for c in classes
            ),
            named=some(sides_of(self._table) or [Term("none")]),
            example=",".join((side, SAME, zone.key)),
        )


def _rank(rule: Rule) -> int:
    """The place of a rule among those that fit a conversion; the highest wins."""
    source = closeness(rule.source)
    if rule.target == SAME:
        return 9 + source
    target = closeness(rule.target)
    if source == target == BY_CLASS:
        return 12
    return 3 * max(source, target) + min(source, target)


def read_rules(table: Table, zones: list[Zone], classes: Classes, notes: Notes) -> Rules:
    """The rules of a table, a list or a square, checked against the zones and classes of the run.

    The default table may name classes and groups that the run lacks: such rules are left out
    and counted in the notes. In a user's table they are an error.

    Raises:
        DataError: a missing column, an empty table, unknown classes, groups or zones, or two
            rows that disagree.
    """
    checked = Rules(table, rules_in(table, zones, classes, notes), zones)
    # Asking for every pair once finds the rows that disagree before any cell is read.
    checked.zone_table(classes)
    return checked


def zone_names(classes: Classes, rules: Rules) -> ZoneNames:
    """Zone names by from-name and to-name of the classes, without regard to case."""
    table = rules.zone_table(classes)
    names = {zone.number: zone.name for zone in rules.zones}
    return {
        (one.name.casefold(), other.name.casefold()): names[int(table[i, j])]
        for i, one in enumerate(classes)
        for j, other in enumerate(classes)
    }
