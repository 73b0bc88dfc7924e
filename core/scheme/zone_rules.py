"""Zones and conversion rules, which assign a zone to each pair of former and later class.

The rule table is a list of conversions or a square matrix of classes. A side of a rule
is a class, a group of classes, any class, or the class of the other side.
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

# Groups of the default scheme, suggested in place of unknown ones.
DEFAULT_GROUPS = ("@sink", "@mine", "@built", "@water")

# Specificity of a rule side: class, group, or any class.
CLASS_MATCH, GROUP_MATCH, ANY_MATCH = 2, 1, 0


def side_specificity(side: str) -> int:
    """Return the specificity of a side: CLASS_MATCH, GROUP_MATCH or ANY_MATCH."""
    if side == ANY_CLASS:
        return ANY_MATCH
    return GROUP_MATCH if side.startswith(GROUP_PREFIX) else CLASS_MATCH


class RuleSideParser:
    """Parses the sides of rules in a table and collects unknown names.

    They are ignored with their rule in the default table, but an error in a user's table.
    """

    def __init__(self, table: Table, classes: Classes):
        self._table, self._classes = table, classes
        self._groups = {GROUP_PREFIX + c.group.casefold() for c in classes if c.group}
        self._strange = UnknownNames()

    def parse_rule_side(self, text: str, spot: Text) -> str | None:
        """Return a side: case-folded key, '@group', '*' or '='; None and noted if unknown."""
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
        """Return the side in a cell of a table, as in parse_rule_side()."""
        text = row.required_text(column)
        if text == SAME_CLASS and not may_be_same:
            raise row.make_error(
                "column '{column}': '=' (the class of 'from') is allowed in column 'to' only",
                column=column,
            )
        return self.parse_rule_side(text, row.cell_location(column))

    def check_unknown_names(self, name: Text = "") -> None:
        """Raise DataError for unknown names in a user's table; `name` replaces the table name."""
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
        """Return the rules of the default table without those of unknown classes (None)."""
        known = [rule for rule in rules if rule is not None]
        if len(known) < len(rules):
            notes.add_notice(
                "{table}: {count} of {total} default rules ignored; classes not in this run: "
                "{names}.",
                table=self._table.name,
                count=len(rules) - len(known),
                total=len(rules),
                names=self._strange.names(),
            )
        return known


def class_indices_by_side(classes: Iterable[LandClass]) -> dict[str, NDArray[np.intp]]:
    """Return class indices by side, (members,), without empty sides; unclassified: '*' only."""
    sides: dict[str, list[int]] = {ANY_CLASS: []}
    for index, land_class in enumerate(classes):
        sides[ANY_CLASS].append(index)
        if land_class.listed:
            sides.setdefault(land_class.key.casefold(), []).append(index)
        if land_class.listed and land_class.group:
            sides.setdefault(GROUP_PREFIX + land_class.group.casefold(), []).append(index)
    return {side: np.array(indices, np.intp) for side, indices in sides.items()}


ZONE_COLUMNS = ("zone", "key", "name")
# Keys of zones used by the plugin.
ENHANCEMENT_KEY, UNASSIGNED_KEY = "enhancement", "unassigned"
MAX_ZONE_VALUE = 254


@dataclass(frozen=True)
class Zone:
    """Functional zone; `value` is that in the zone raster."""

    value: int
    key: str
    name: str
    colour: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()  # its names in other languages, for rules that name it

    @property
    def names(self) -> tuple[str, ...]:
        """Names in any language."""
        return self.name, *self.aliases


def read_zones(table: Table, unassigned: str = "Unassigned") -> list[Zone]:
    """Read the zones in table order; an unassigned zone is appended if missing."""
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
    """Return the zone value for a number, key or name in any language; None if unknown."""
    for zone in zones:
        names = (str(zone.value), zone.key, *zone.names)
        if text.casefold() in (name.casefold() for name in names):
            return zone.value
    return None


def zone_labels(zones: Iterable[Zone]) -> list[str]:
    """Return the numbers and keys of zones, for a sentence."""
    return [f"{zone.value} {zone.key}" for zone in zones]


def unassigned_zone(zones: Iterable[Zone]) -> Zone:
    """Return the zone of conversions without a rule."""
    return next(zone for zone in zones if zone.key.casefold() == UNASSIGNED_KEY)


def zone_colour(zone: Zone) -> str:
    """Return the colour of a zone, or a default one if its table has none."""
    return zone.colour or get_fallback_colour(zone.value - 1)


FROM_COLUMN, TO_COLUMN, ZONE_COLUMN = RULE_COLUMNS = ("from", "to", "zone")


@dataclass(frozen=True)
class ZoneRule:
    """Checked rule: sides (case-folded key, '@group', '*', '='), zone, square `column` or ''."""

    row: int
    column: str
    source: str
    target: str
    zone: int


def is_rule_matrix(table: Table) -> bool:
    """Return whether a rule table has a column per class instead of the columns `to` and `zone`."""
    named = _matrix_columns(table)
    return bool(named) and not {TO_COLUMN, ZONE_COLUMN} & set(named)


def _matrix_columns(table: Table) -> list[str]:
    return [column for column in table.columns if column not in (FROM_COLUMN, *ROW_ID_COLUMNS)]


def read_rules(table: Table, zones: list[Zone], classes: Classes, notes: Notes) -> ZoneRules:
    """Read the rules of a table, a list or a square, checked against zones and classes.

    Missing classes and groups are ignored and noted in the default table, else an error.
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
        # The message must state in which form the table was read.
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
    # Evaluating all pairs detects conflicting rows before any cell is read.
    checked.zone_matrix(classes)
    return checked


def _iter_rule_cells(
    table: Table, classes: Classes, sides: RuleSideParser
) -> Iterator[tuple[Row, str, str | None, str | None]]:
    """Yield row, column of a square or '', and sides of each rule; unknown sides are None."""
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
    """Checked rules, which give the zone of any conversion."""

    def __init__(self, table: Table, rules: list[ZoneRule], zones: list[Zone]):
        self._table, self.rules, self.zones = table, rules, zones
        self._unassigned = unassigned_zone(zones).value

    def zone_matrix(self, classes: Iterable[LandClass]) -> ByteArray:
        """Return zone values by from-class and to-class, shape (n, n), uint8.

        The most specific rule applies: a class takes precedence over its group, and the group
        over '*'; of two rules, the more specific of their two sides decides first, then the
        other side. A rule with '=' ranks below those naming two classes and above all others;
        of two such rules, the one with the more specific side applies.
        """
        classes = list(classes)
        shape = (len(classes), len(classes))
        zones = np.full(shape, self._unassigned, np.uint8)
        ranks = np.full(shape, -1, np.int8)
        winners = np.full(shape, -1, np.int32)
        rivals = np.full(shape, -1, np.int32)
        indices, no_indices = class_indices_by_side(classes), np.zeros(0, np.intp)
        for index, rule in enumerate(self.rules):
            source, target = (
                indices.get(rule.source, no_indices),
                indices.get(rule.target, no_indices),
            )
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
        """Raise DataError if the rules leave all conversions between the classes unassigned."""
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
        # Groups, then classes in the rules, as written.
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
    """Return the rank of a rule among those matching a conversion; the highest applies."""
    source = side_specificity(rule.source)
    if rule.target == SAME_CLASS:
        return 9 + source
    target = side_specificity(rule.target)
    if source == target == CLASS_MATCH:
        return 12
    return 3 * max(source, target) + min(source, target)


def zone_names(classes: Classes, rules: ZoneRules) -> ZoneNames:
    """Return zone names by from-name and to-name of the classes, case-folded."""
    table = rules.zone_matrix(classes)
    names = {zone.value: zone.name for zone in rules.zones}
    return {
        (source.name.casefold(), target.name.casefold()): names[int(table[i, j])]
        for i, source in enumerate(classes)
        for j, target in enumerate(classes)
    }


MAX_RASTER_VALUE = 255
# Persistent mined and persistent built-up land. On a zone map, unassigned land is not uniform:
# persistent mined land shows the mine and persistent built-up land the towns, while the rest is
# irrelevant. Rasters have separate values for both; tables, checks and area errors use a single
# zone, the unassigned one. Sorted by value, with the group of the land at both dates as key. Dark
# and grey colours differ from the default zones for all types of colour vision, and in greyscale,
# unlike the reds that most products use for built-up land. The other names are used in Chinese
# tables and rasters, and in those of versions up to 1.1.0.
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
    """Values of a zone raster, with classes named by a layer or a class table.

    Attributes:
        zones: zones including the values of persistent land possible with the classes.
        lasting: values of persistent land only.
        possible: zones possible for land of the classes.
    """

    def __init__(self, rules: ZoneRules, classes: Sequence[LandClass]):
        self._rules = rules
        self.unassigned = unassigned_zone(rules.zones).value
        largest = max(zone.value for zone in rules.zones)
        free = range(largest + 1, MAX_RASTER_VALUE + 1)
        # Independent of the classes, so that rasters of several runs are comparable.
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
        """Return values by from-class and to-class, shape (n, n), uint8."""
        classes = list(classes)
        shown = self._rules.zone_matrix(classes)
        for group, value in self._values.items():
            of_group = _group_pairs(group, classes)
            shown[of_group] = np.where(shown[of_group] == self.unassigned, value, shown[of_group])
        return shown

    def notes(self) -> Notes:
        """Return log messages on persistent land for which no value is free."""
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
    """Return the pairs of two classes of a group, as an index."""
    indices = np.flatnonzero([land_class.group == group for land_class in classes])
    return np.ix_(indices, indices)
