"""The rule table as a person writes it: a list of conversions, or a square of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..base.messages import DataError, Message, Notes, Term, Text
from .classes import Classes
from .reserved import ANY, GROUP_MARK, SAME
from .sides import Sides
from .table import ROW_NUMBERS, Row, Table
from .unknown import ZONE, Unknown, some
from .zones import Zone, zone_named

FROM, TO, ZONE_COLUMN = RULE_COLUMNS = ("from", "to", "zone")


@dataclass(frozen=True)
class Rule:
    """A rule, its sides checked: class key (case-folded), '@group', '*' or '='; and a zone.

    `column` is the one that it stands in where the table is a square, else ''.
    """

    row: int
    column: str
    source: str
    target: str
    zone: int


def is_square(table: Table) -> bool:
    """Whether a rule table has a column per class, instead of the columns `to` and `zone`."""
    named = set(table.columns) - {FROM, *ROW_NUMBERS}
    return bool(named) and not named & {TO, ZONE_COLUMN}


def sides_of(table: Table) -> list[str]:
    """The groups, then the classes, that a rule table names, in its words."""
    sides = [row.text(FROM) for row in table]
    if is_square(table):
        sides += [column for column in table.columns if column not in (FROM, *ROW_NUMBERS)]
    else:
        sides += [row.text(TO) for row in table]
    named = [side for side in dict.fromkeys(sides) if side not in (ANY, SAME)]
    return sorted(named, key=lambda side: not side.startswith(GROUP_MARK))


def rules_in(table: Table, zones: list[Zone], classes: Classes, notes: Notes) -> list[Rule]:
    """The rules of a table in either form.

    The default table may name classes and groups that a run lacks: such rules are left out and
    counted in the notes. In a user's table they are an error.

    Raises:
        DataError: a missing column, an empty table, '=' in `from`, or
            unknown classes, groups or zones; all unknown ones are told in one sentence.
    """
    reader = _RuleReader(table, zones, classes)
    whole = list(reader.of_square() if is_square(table) else reader.of_list())
    reader.sides.require_known(_name_of(table))
    if reader.strange_zones:
        raise DataError(
            "{table}: {unknown}; the zones are {zones}",
            table=table.name,
            unknown=reader.strange_zones.listed(),
            zones=some(f"{zone.number} {zone.key}" for zone in zones),
        )
    if not whole:
        raise DataError("{table} is empty", table=table.name)
    rules = [rule for rule in whole if rule is not None]
    reader.sides.note_left_out(len(whole) - len(rules), len(whole), notes)
    return rules


def _name_of(table: Table) -> Text:
    """What a sentence calls the table; in which form it is read must not be left to guess."""
    if not is_square(table):
        return table.name
    return Message(
        "{table}, a square table because it has no columns 'to' and 'zone'", table=table.name
    )


@dataclass
class _RuleReader:
    """Reads rules row by row, and notes what is unknown as it goes.

    A rule is None where its class or group is not there.
    """

    table: Table
    zones: list[Zone]
    classes: Classes
    strange_zones: Unknown = field(default_factory=Unknown)

    def __post_init__(self) -> None:
        self.sides = Sides(self.table, self.classes)

    def of_list(self) -> Iterator[Rule | None]:
        """The rules of a table with the columns `from`, `to` and `zone`."""
        self.table.require(RULE_COLUMNS)
        for row in self.table:
            source = self.sides.cell(row, FROM)
            target = self.sides.cell(row, TO, may_be_same=True)
            yield self._rule(row, "", source, target, ZONE_COLUMN)

    def of_square(self) -> Iterator[Rule | None]:
        """The rules of a table with the column `from` and one per class, zones in its cells."""
        self.table.require((FROM,))
        for column in ROW_NUMBERS:
            if column in self.table.columns and self.classes.find(column) is not None:
                raise DataError(
                    "{table}: the column '{column}' may be a class or the numbers of the rows; "
                    "write the rules as a list, in the columns from, to and zone",
                    table=self.table.name,
                    column=column,
                )
        targets = {
            column: self.sides.read(column, Term("header"))
            for column in self.table.columns
            if column not in (FROM, *ROW_NUMBERS)
        }
        for row in self.table:
            source = self.sides.cell(row, FROM)
            for column, target in targets.items():
                if row.text(column):
                    yield self._rule(row, column, source, target, column)

    def _rule(
        self, row: Row, column: str, source: str | None, target: str | None, zone_column: str
    ) -> Rule | None:
        zone = self._zone(row, zone_column)
        if source is None or target is None:
            return None
        return Rule(row.label, column, source, target, zone)

    def _zone(self, row: Row, column: str) -> int:
        text = row.needed_text(column)
        number = zone_named(text, self.zones)
        if number is None:
            self.strange_zones.add(ZONE, text, row.spot(column))
        return number or 0
