"""The zones, and the conversion rules: which zone land comes to by what it was and became.

A person writes the table of rules as a list of conversions, or as a square of them. A side of a
rule is a class, a group of classes, any class, or the class of the other side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from ..base.colours import get_fallback_colour
from ..base.messages import DataError, Message, Notes, Term, Text
from ..base.numbers import ByteArray, IntArray, NDArray
from .classes import (
    CLASS_TERM,
    GROUP_TERM,
    MINE,
    SINK,
    ZONE_TERM,
    Classes,
    LandClass,
    UnknownNames,
    class_keys,
    shorten_list,
)
from .table import (
    ANY_CLASS,
    GROUP_PREFIX,
    ROW_ID_COLUMNS,
    SAME_CLASS,
    Row,
    Table,
    check_reserved_name,
)

AnyRule = TypeVar("AnyRule")

# The groups of the default scheme, one of which may be meant by an unknown one.
DEFAULT_GROUPS = ("@sink", "@mine", "@built", "@water")

# How closely a rule's side names a class: by itself, by its group, or as any class.
CLASS_MATCH, GROUP_MATCH, ANY_MATCH = 2, 1, 0


def side_specificity(side: str) -> int:
    """How closely a side names a class: BY_CLASS, BY_GROUP or BY_ANY."""
    if side == ANY_CLASS:
        return ANY_MATCH
    return GROUP_MATCH if side.startswith(GROUP_PREFIX) else CLASS_MATCH


class RuleSideParser:
    """Reads the sides of a table's rules, and notes what is unknown as it goes.

    The default table may name classes and groups that a run lacks: its rules are then left out. In
    a user's table they are an error, which tells all of them.
    """

    def __init__(self, table: Table, classes: Classes):
        self._table, self._classes = table, classes
        self._groups = {GROUP_PREFIX + c.group.casefold() for c in classes if c.group}
        self._strange = UnknownNames()

    def parse_rule_side(self, text: str, spot: Text) -> str | None:
        """A side: class key (case-folded), '@group', '*' or '='.

        None, and noted with its spot, such as row and column, when no class or group is called so.
        """
        if text in (ANY_CLASS, SAME_CLASS):
            return text
        is_group = text.startswith(GROUP_PREFIX)
        group = GROUP_PREFIX + text[1:].strip().casefold()
        class_index = None if is_group else self._classes.find_class(text)
        if is_group and group in self._groups:
            return group
        if class_index is not None:
            return self._classes[class_index].key.casefold()
        self._strange.add_name(GROUP_TERM if is_group else CLASS_TERM, text, spot)
        return None

    def parse_cell(self, row: Row, column: str, may_be_same: bool = False) -> str | None:
        """The side in a cell of a table, as `read` gives it."""
        text = row.required_text(column)
        if text == SAME_CLASS and not may_be_same:
            raise row.make_error(
                "column '{column}': '=' (the class of 'from') is allowed in column 'to' only",
                column=column,
            )
        return self.parse_rule_side(text, row.cell_location(column))

    def check_unknown_names(self, name: Text = "") -> None:
        """Refuse a user's table with unknown names, by another name where its own does not do."""
        if not self._strange or self._table.is_default:
            return
        raise DataError(
            "{table}: {unknown}; the classes are {classes}; groups found: {groups}; usual "
            "groups: {usual}",
            table=name or self._table.name,
            unknown=self._strange.names_with_positions(),
            classes=class_keys(self._classes),
            groups=shorten_list(sorted(self._groups) or [Term("none")]),
            usual=shorten_list(DEFAULT_GROUPS),
        )

    def drop_unknown_rules(self, rules: Sequence[AnyRule | None], notes: Notes) -> list[AnyRule]:
        """The rules of the default table that are not left out, None, for want of a class."""
        known = [rule for rule in rules if rule is not None]
        if len(known) < len(rules):
            notes.add_notice(
                "{table}: {count} of {total} rules ignored; classes not in this run: {names}.",
                table=self._table.name,
                count=len(rules) - len(known),
                total=len(rules),
                names=self._strange.names(),
            )
        return known


def class_indices_by_side(classes: Iterable[LandClass]) -> dict[str, NDArray[np.intp]]:
    """By side the indices of its classes, (members,); a side without any is not there.

    An unclassified value has no key that a rule could mean, and is meant by '*' alone.
    """
    sides: dict[str, list[int]] = {ANY_CLASS: []}
    for index, land_class in enumerate(classes):
        sides[ANY_CLASS].append(index)
        if land_class.listed:
            sides.setdefault(land_class.key.casefold(), []).append(index)
        if land_class.listed and land_class.group:
            sides.setdefault(GROUP_PREFIX + land_class.group.casefold(), []).append(index)
    return {side: np.array(indices, np.intp) for side, indices in sides.items()}


ZONE_COLUMNS = ("zone", "key", "name")
# The keys of zones that the program knows.
ENHANCEMENT_KEY, UNASSIGNED_KEY = "enhancement", "unassigned"
MAX_ZONE_VALUE = 254


@dataclass(frozen=True)
class Zone:
    """A functional zone; `value` is that in the zone raster."""

    value: int
    key: str
    name: str
    colour: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()  # its names in other languages, for rules that name it

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called, in any language."""
        return self.name, *self.aliases


def read_zones(table: Table, unassigned: str = "Unassigned") -> list[Zone]:
    """The zones, in the table's order; where it has no unassigned one, that comes last."""
    table.check_columns(ZONE_COLUMNS)
    zones: list[Zone] = []
    for row in table:
        value = row.int_value("zone")
        if not 1 <= value <= MAX_ZONE_VALUE:
            raise row.make_error(
                "zone {zone} is outside the range 1 to {largest}",
                zone=row.text_value("zone"),
                largest=MAX_ZONE_VALUE,
            )
        key = row.required_text("key")
        if any(zone.value == value or zone.key.casefold() == key.casefold() for zone in zones):
            raise row.make_error("duplicate zone {zone} '{key}'", zone=value, key=key)
        colour, name = row.colour(), row.text_value("name") or key
        for text in (key, name):
            check_reserved_name(text, row.add_location(Message("zone {zone}", zone=value)))
        zones.append(Zone(value, key, name, colour, row.text_value("description")))
    if not any(zone.key.casefold() == UNASSIGNED_KEY for zone in zones):
        free = next(n for n in range(1, MAX_ZONE_VALUE + 2) if n not in {z.value for z in zones})
        zones.append(Zone(free, UNASSIGNED_KEY, unassigned, "#d9d9d9"))
    return zones


def find_zone(text: str, zones: Iterable[Zone]) -> int | None:
    """The zone that a number, key or name in any language means; None if there is none."""
    for zone in zones:
        names = (str(zone.value), zone.key, *zone.names)
        if text.casefold() in (name.casefold() for name in names):
            return zone.value
    return None


def zone_labels(zones: Iterable[Zone]) -> list[str]:
    """The numbers and keys of zones, for a sentence."""
    return [f"{zone.value} {zone.key}" for zone in zones]


def unassigned_zone(zones: Iterable[Zone]) -> Zone:
    """The zone of the conversions that no rule names."""
    return next(zone for zone in zones if zone.key.casefold() == UNASSIGNED_KEY)


def zone_colour(zone: Zone) -> str:
    """The zone's colour, or one of the spare ones for a zone whose table gives none."""
    return zone.colour or get_fallback_colour(zone.value - 1)


FROM_COLUMN, TO_COLUMN, ZONE_COLUMN = RULE_COLUMNS = ("from", "to", "zone")


@dataclass(frozen=True)
class ZoneRule:
    """A rule, its sides checked: class key (case-folded), '@group', '*' or '='; and a zone.

    `column` is the one that it stands in where the table is a square, else ''.
    """

    row: int
    column: str
    source: str
    target: str
    zone: int


def is_rule_matrix(table: Table) -> bool:
    """Whether a rule table has a column per class, instead of the columns `to` and `zone`."""
    named = _matrix_columns(table)
    return bool(named) and not {TO_COLUMN, ZONE_COLUMN} & set(named)


def _matrix_columns(table: Table) -> list[str]:
    return [column for column in table.columns if column not in (FROM_COLUMN, *ROW_ID_COLUMNS)]


def read_rules(table: Table, zones: list[Zone], classes: Classes, notes: Notes) -> ZoneRules:
    """The rules of a table, a list or a square, checked against the zones and classes of the run.

    The default table may name classes and groups that the run lacks: such rules are left out
    and counted in the notes. In a user's table they are an error.
    """
    sides, strange_zones = RuleSideParser(table, classes), UnknownNames()
    name: Text = table.name
    whole: list[ZoneRule | None] = []
    for row, column, source, target in _iter_rule_cells(table, classes, sides):
        zone_column = column if is_rule_matrix(table) else ZONE_COLUMN
        text = row.required_text(zone_column)
        value = find_zone(text, zones)
        if value is None:
            strange_zones.add_name(ZONE_TERM, text, row.cell_location(zone_column))
        if source is None or target is None:
            whole.append(None)
        else:
            whole.append(ZoneRule(row.label, column, source, target, value or 0))
    if is_rule_matrix(table):
        # In which form it is read must not be left to guess.
        name = Message("{table} (square table)", table=table.name)
    sides.check_unknown_names(name)
    if strange_zones:
        raise DataError(
            "{table}: {unknown}; the zones are {zones}",
            table=table.name,
            unknown=strange_zones.names_with_positions(),
            zones=shorten_list(zone_labels(zones)),
        )
    if not whole:
        raise DataError("{table} is empty", table=table.name)
    checked = ZoneRules(table, sides.drop_unknown_rules(whole, notes), zones)
    # Asking for every pair once finds the rows that disagree before any cell is read.
    checked.zone_matrix(classes)
    return checked


def _iter_rule_cells(
    table: Table, classes: Classes, sides: RuleSideParser
) -> Iterator[tuple[Row, str, str | None, str | None]]:
    """Row, column of a square or '', and sides of each rule; unknown sides, None, are noted."""
    if not is_rule_matrix(table):
        table.check_columns(RULE_COLUMNS)
        for row in table:
            yield (
                row,
                "",
                sides.parse_cell(row, FROM_COLUMN),
                sides.parse_cell(row, TO_COLUMN, may_be_same=True),
            )
        return
    table.check_columns((FROM_COLUMN,))
    for column in ROW_ID_COLUMNS:
        if column in table.columns and classes.find_class(column) is not None:
            raise DataError(
                "{table}: column '{column}' may be a class or row numbers; list the rules in "
                "the columns from, to and zone",
                table=table.name,
                column=column,
            )
    targets = {
        column: sides.parse_rule_side(column, Term("header")) for column in _matrix_columns(table)
    }
    for row in table:
        source = sides.parse_cell(row, FROM_COLUMN)
        for column, target in targets.items():
            if row.text_value(column):
                yield row, column, source, target


# Zone names by from-name and to-name (case-folded).
ZoneNames = dict[tuple[str, str], str]


class ZoneRules:
    """The rules, ready to be asked for the zone of any conversion."""

    def __init__(self, table: Table, rules: list[ZoneRule], zones: list[Zone]):
        self._table, self.rules, self.zones = table, rules, zones
        self._unassigned = unassigned_zone(zones).value

    def zone_matrix(self, classes: Iterable[LandClass]) -> ByteArray:
        """Zone values by from-class and to-class, shape (n, n), uint8.

        The most specific rule wins: a side that names the class beats one that names its
        group, which beats '*'; of two rules, the better of their two sides counts first,
        then the other side. A rule with '=' comes after those that name both classes and
        before all others; of two such rules, the one whose side is closer.
        """
        classes = list(classes)
        shape = (len(classes), len(classes))
        zones = np.full(shape, self._unassigned, np.uint8)
        ranks = np.full(shape, -1, np.int8)
        winners = np.full(shape, -1, np.int32)
        rivals = np.full(shape, -1, np.int32)
        indices, nobody = class_indices_by_side(classes), np.zeros(0, np.intp)
        for index, rule in enumerate(self.rules):
            source, target = indices.get(rule.source, nobody), indices.get(rule.target, nobody)
            pairs = (source, source) if rule.target == SAME_CLASS else np.ix_(source, target)
            rank = _rule_rank(rule)
            wins = rank > ranks[pairs]
            rival = (rank == ranks[pairs]) & (zones[pairs] != rule.zone)
            rivals[pairs] = np.where(wins, -1, np.where(rival, index, rivals[pairs]))
            winners[pairs] = np.where(wins, index, winners[pairs])
            zones[pairs] = np.where(wins, rule.zone, zones[pairs])
            ranks[pairs] = np.where(wins, rank, ranks[pairs])
        clashes = np.argwhere(rivals >= 0)
        if len(clashes):
            pair = source, target = tuple(clashes[0])
            winner, other = self.rules[winners[pair]], self.rules[rivals[pair]]
            raise self._conflict_error(winner, other, classes[source], classes[target])
        return zones

    def _conflict_error(
        self, winner: ZoneRule, rival: ZoneRule, source: LandClass, target: LandClass
    ) -> DataError:
        values = {
            "table": self._table.name,
            "one": winner.row,
            "other": rival.row,
            "source": source.name,
            "target": target.name,
            "zone_one": winner.zone,
            "zone_other": rival.zone,
        }
        if not winner.column:
            return DataError(
                "{table}: rows {one} and {other} assign {source} -> {target} to different "
                "zones ({zone_one} and {zone_other})",
                **values,
            )
        return DataError(
            "{table}: row {one}, column '{column_one}' and row {other}, column "
            "'{column_other}' assign {source} -> {target} to different zones ({zone_one} and "
            "{zone_other})",
            column_one=winner.column,
            column_other=rival.column,
            **values,
        )

    def check_zones_assigned(self, classes: Iterable[LandClass]) -> None:
        """Refuse rules that leave every conversion between some classes unassigned."""
        classes, table = list(classes), self._table
        if (self.zone_matrix(classes) != self._unassigned).any():
            return
        zone = next((z for z in self.zones if z.value != self._unassigned), None)
        if zone is None:
            raise DataError(
                "{table}: no zones for the rules; ZONE_TABLE contains '{key}' only",
                table=table.name,
                key=UNASSIGNED_KEY,
            )
        default = Message("{table} (default rules)", table=table.name)
        # The groups, then the classes, that the rules name, in their words.
        square = _matrix_columns(table) if is_rule_matrix(table) else []
        sides = [row.text_value(FROM_COLUMN) for row in table] + (
            square or [row.text_value(TO_COLUMN) for row in table]
        )
        named = [side for side in dict.fromkeys(sides) if side not in (ANY_CLASS, SAME_CLASS)]
        named.sort(key=lambda side: not side.startswith(GROUP_PREFIX))
        groups = [c.group for c in classes if c.group]
        group = SINK if SINK in groups else next(iter(groups), "")
        side = GROUP_PREFIX + group if group else classes[0].key
        raise DataError(
            "{table}: no rule applies to the classes of this run ({classes}); the rules are "
            "for: {named}; add a row such as {example} to RULES or assign groups (CLASSES, "
            "SCHEME)",
            table=default if table.is_default else table.name,
            classes=shorten_list(
                Message(
                    "{name} ({group})",
                    name=c.key,
                    group=GROUP_PREFIX + c.group if c.group else Term("no group"),
                )
                for c in classes
            ),
            named=shorten_list(named or [Term("none")]),
            example=",".join((side, SAME_CLASS, zone.key)),
        )


def _rule_rank(rule: ZoneRule) -> int:
    """The rank of a rule among those that fit a conversion; the highest wins."""
    source = side_specificity(rule.source)
    if rule.target == SAME_CLASS:
        return 9 + source
    target = side_specificity(rule.target)
    if source == target == CLASS_MATCH:
        return 12
    return 3 * max(source, target) + min(source, target)


def zone_names(classes: Classes, rules: ZoneRules) -> ZoneNames:
    """Zone names by from-name and to-name of the classes, without regard to case."""
    table = rules.zone_matrix(classes)
    names = {zone.value: zone.name for zone in rules.zones}
    return {
        (source.name.casefold(), target.name.casefold()): names[int(table[i, j])]
        for i, source in enumerate(classes)
        for j, target in enumerate(classes)
    }


MAX_RASTER_VALUE = 255
# Lasting mined and lasting built-up land. On a map of zones the land that no rule names is not all
# alike to a reader: what was a mine and still is one is the mine, what was built and still is so is
# the town, and the rest is of no concern. Rasters have values of their own for both; tables, checks
# and errors of areas know one zone, the unassigned one.
# In the order of their values, by the group that land has at both dates. Dark and grey: they
# differ from the default zones for all eyes, and in grey, which the reds of most products' built-up
# land do not. Tables and rasters in Chinese, and those of versions to 1.1.0, have the other names.
LASTING_ZONES = {
    group: Zone(0, key, name, colour, aliases=aliases)
    for group, key, name, colour, aliases in (
        (
            *(MINE, "lasting_mined", Term("Persistent mined land"), "#300201"),
            ("持续工矿用地", "Lasting mined land"),
        ),
        (
            *("built", "lasting_built", Term("Persistent built-up land"), "#4d5065"),
            ("持续建设用地", "Lasting built-up land"),
        ),
    )
}
LASTING_ZONE_NAMES = [name for zone in LASTING_ZONES.values() for name in zone.names]


class MapZones:
    """What a raster of zones holds, with classes that a layer or a class table names.

    Attributes:
        zones: with the values of lasting land that there can be between these classes.
        lasting: the values of lasting land alone.
        possible: of the zones those that land of the classes can come to.
    """

    def __init__(self, rules: ZoneRules, classes: Sequence[LandClass]):
        self._rules = rules
        self.unassigned = unassigned_zone(rules.zones).value
        largest = max(zone.value for zone in rules.zones)
        free = range(largest + 1, MAX_RASTER_VALUE + 1)
        # The same values whatever the classes, so that rasters of several runs can be compared.
        values = dict(zip(LASTING_ZONES, free))
        zones = rules.zone_matrix(classes)
        there = [
            g for g in LASTING_ZONES if (zones[_group_pairs(g, classes)] == self.unassigned).any()
        ]
        self._values = {group: n for group, n in values.items() if group in there}
        self.lasting = [replace(LASTING_ZONES[group], value=n) for group, n in self._values.items()]
        self.zones = [*rules.zones, *self.lasting]
        self.possible = [
            zone for zone in self.zones if (self.zone_matrix(classes) == zone.value).any()
        ]
        self._without_value = [LASTING_ZONES[g].name for g in there if g not in self._values]

    def zone_matrix(self, classes: Iterable[LandClass]) -> ByteArray:
        """Values by from-class and to-class, shape (n, n), uint8."""
        classes = list(classes)
        shown = self._rules.zone_matrix(classes)
        for group, value in self._values.items():
            of_group = _group_pairs(group, classes)
            shown[of_group] = np.where(shown[of_group] == self.unassigned, value, shown[of_group])
        return shown

    def notes(self) -> Notes:
        """Which lasting land no value is left for, for the log."""
        notes = Notes()
        for name in self._without_value:
            notes.add_warning(
                "{land} is shown as unassigned in zone rasters and maps: no zone number up "
                "to {largest} is free.",
                land=name,
                largest=MAX_RASTER_VALUE,
            )
        return notes


def _group_pairs(group: str, classes: Sequence[LandClass]) -> tuple[IntArray, ...]:
    """The pairs of two classes of a group, as an index."""
    indices = np.flatnonzero([land_class.group == group for land_class in classes])
    return np.ix_(indices, indices)
