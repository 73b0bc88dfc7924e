"""The scheme: classes, zones, conversion rules and carbon coefficients, as four plain tables.

Every cell of a table may be text, a number or None (a CSV has only text). What cannot be
read is a DataError that names the table, the row and the column; rows count from 1, below
the header.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .errors import DataError, Message, Term
from .legend import LARGEST_VALUE, ClassEntry, Classes, LandClass
from .numerals import number_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

DEFAULTS = Path(__file__).resolve().parent.parent / "resources" / "schemes" / "coal_mine"
TABLE_FILES = ("classes.csv", "zones.csv", "rules.csv", "coefficients.csv")
# A folder of DEFAULTS per language holds the names: those columns of a table that take the place
# of the English ones, by the key in its first column.
LANGUAGES = ("zh_CN",)

CLASS_COLUMNS = ("value", "class")
ZONE_COLUMNS = ("zone", "key", "name")
RULE_COLUMNS = ("from", "to", "zone")
COEFFICIENT_COLUMNS = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")

SINK, MINE = "sink", "mine"
UNASSIGNED = "unassigned"
ANY = "*"
LARGEST_ZONE = 254

# How closely a rule's side names a class: by itself, by its group, or as any class.
BY_CLASS, BY_GROUP, BY_ANY = 2, 1, 0


@dataclass(frozen=True)
class Table:
    """A table as read: what to call it in messages, its columns, and its rows as dicts.

    `numbers` are the rows' numbers in the table where empty rows were passed over.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, object]]
    is_default: bool = False
    numbers: tuple[int, ...] = ()

    def require(self, columns: Iterable[str]) -> None:
        """Check that the columns are there and that there is a row.

        Raises:
            DataError: naming the first missing column, or the empty table.
        """
        for column in columns:
            if column not in self.columns:
                raise DataError(
                    "{table} has no column '{column}'; it has {found}",
                    table=self.name,
                    column=column,
                    found=", ".join(f"'{c}'" for c in self.columns) or Term("none"),
                )
        if not self.rows:
            raise DataError("{table} is empty", table=self.name)

    def error(self, row: int, template: str, **values: object) -> DataError:
        """An error about one row (from 1)."""
        return DataError(
            "{table} row {row}: {what}",
            table=self.name,
            row=self.number_of(row),
            what=Message(template, **values),
        )

    def number_of(self, row: int) -> int:
        """The number of a row (from 1) as people count them, empty rows included."""
        return self.numbers[row - 1] if self.numbers else row

    def text(self, row: int, column: str) -> str:
        """A cell as trimmed text; '' for a missing one."""
        cell = self.rows[row - 1].get(column)
        if cell is None:
            return ""
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return str(cell).strip()

    def needed_text(self, row: int, column: str) -> str:
        """A cell as text that may not be empty."""
        text = self.text(row, column)
        if not text:
            raise self.error(row, "column '{column}' is empty", column=column)
        return text

    def number(self, row: int, column: str) -> int | float:
        """A cell as a finite number."""
        text = self.needed_text(row, column)
        number = number_in(text)
        if number is None or not math.isfinite(number):
            raise self.error(
                row, "column '{column}' is '{text}', not a number", column=column, text=text
            )
        return number

    def whole(self, row: int, column: str) -> int:
        """A cell as a whole number."""
        number = self.number(row, column)
        if number != int(number):
            raise self.error(
                row,
                "column '{column}' is '{text}', not a whole number",
                column=column,
                text=self.text(row, column),
            )
        return int(number)


def read_csv(path: Path, name: str = "") -> Table:
    """Read one of the default tables."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        columns = tuple(reader.fieldnames or ())
    return Table(name or Path(path).name, columns, rows, is_default=True)


def default_table(file: str, language: str = "") -> Table:
    """One of TABLE_FILES, the paper's scheme, with its names in a language: '' is English."""
    table = read_csv(DEFAULTS / file)
    names = DEFAULTS / language / file
    if not language or not names.exists():
        return table
    words = read_csv(names)
    key = words.columns[0]
    by_key = {row[key]: row for row in words.rows}
    return replace(table, rows=[{**row, **by_key.get(row[key], {})} for row in table.rows])


def default_file(file: str, language: str, folder: str | Path) -> Path:
    """A file of a default table to hand out; one with other names is written into a folder."""
    if not (language and (DEFAULTS / language / file).exists()):
        return DEFAULTS / file
    table = default_table(file, language)
    # Spreadsheets take a CSV without a byte order mark for one in the system's own encoding.
    with open(Path(folder) / file, "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, table.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table.rows)
    return Path(folder) / file


def default_classes(language: str = "") -> list[ClassEntry]:
    """The default classes by value: named in one language, known by their names in all."""
    aliases: dict[str, list[str]] = {}
    for other in ("", *LANGUAGES):
        for _, land_class in read_classes(default_table("classes.csv", other)):
            aliases.setdefault(land_class.key, []).append(land_class.name)
    return [
        (value, replace(c, aliases=tuple(n for n in aliases[c.key] if n != c.name)))
        for value, c in read_classes(default_table("classes.csv", language))
    ]


def read_classes(table: Table) -> list[ClassEntry]:
    """Value and class, row by row; several values may have one class.

    A class takes its name, group and colour from the first row that gives one; its value is
    that of its first row.

    Raises:
        DataError: a missing column, an empty table, a value that is not a whole number or
            stands twice, a class in two groups, or one name for two classes.
    """
    table.require(CLASS_COLUMNS)
    first_rows: dict[str, tuple[int, str]] = {}  # value and key, by key (case-folded)
    texts: dict[str, dict[str, str]] = {}
    value_rows: dict[int, int] = {}
    keys: list[tuple[int, str]] = []
    for row in range(1, len(table.rows) + 1):
        value = table.whole(row, "value")
        if not -LARGEST_VALUE <= value <= LARGEST_VALUE:
            raise table.error(row, "the value {value} is too large", value=value)
        if value in value_rows:
            raise table.error(
                row,
                "the value {value} stands in row {other} already",
                value=value,
                other=value_rows[value],
            )
        value_rows[value] = table.number_of(row)
        key = table.needed_text(row, "class")
        given = {
            "name": table.text(row, "name"),
            "group": table.text(row, "group").casefold(),
            "colour": _colour(table, row),
        }
        first_rows.setdefault(key.casefold(), (value, key))
        known = texts.setdefault(key.casefold(), {})
        for part, text in given.items():
            first = known.setdefault(part, text) if text else ""
            if part == "group" and first != text:
                raise table.error(
                    row,
                    "class '{key}' is in group '{one}' and in group '{other}'",
                    key=key,
                    one=first,
                    other=text,
                )
        keys.append((value, key.casefold()))
    made = {
        folded: LandClass(
            value=value,
            key=key,
            name=texts[folded].get("name", key),
            group=texts[folded].get("group", ""),
            colour=texts[folded].get("colour", ""),
        )
        for folded, (value, key) in first_rows.items()
    }
    _check_names(table, made)
    return [(value, made[key]) for value, key in keys]


def _colour(table: Table, row: int) -> str:
    """The row's colour as #rrggbb, or ''."""
    colour = table.text(row, "colour").lower()
    if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise table.error(row, "the colour '{colour}' is not of the form #rrggbb", colour=colour)
    return colour


def _check_names(table: Table, classes: dict[str, LandClass]) -> None:
    """No name may mean two classes, or a rule that uses it would be a guess."""
    owner: dict[str, str] = {}
    for key, land_class in classes.items():
        for text in {key, land_class.name.casefold()}:
            other = owner.setdefault(text, key)
            if other != key:
                raise DataError(
                    "{table}: '{text}' is both class '{one}' and class '{other}'",
                    table=table.name,
                    text=land_class.name,
                    one=classes[other].key,
                    other=land_class.key,
                )


@dataclass(frozen=True)
class Zone:
    """A functional zone; `number` is its value in the zone raster."""

    number: int
    key: str
    name: str
    colour: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()  # its names in other languages, for rules that name it


def default_zones(language: str = "") -> list[Zone]:
    """The default zones: named in one language, known by their names in all."""
    aliases: dict[str, list[str]] = {}
    for other in ("", *LANGUAGES):
        for zone in read_zones(default_table("zones.csv", other)):
            aliases.setdefault(zone.key, []).append(zone.name)
    return [
        replace(zone, aliases=tuple(n for n in aliases[zone.key] if n != zone.name))
        for zone in read_zones(default_table("zones.csv", language))
    ]


def read_zones(table: Table, unassigned: str = "Unassigned") -> list[Zone]:
    """The zones, in the table's order, with `unassigned` among them.

    Args:
        unassigned: the name of that zone where the table has none.

    Raises:
        DataError: a missing column, an empty table, a number that is not 1 to 254 or stands
            twice, or a key that stands twice.
    """
    table.require(ZONE_COLUMNS)
    zones: list[Zone] = []
    for row in range(1, len(table.rows) + 1):
        number = table.whole(row, "zone")
        if not 1 <= number <= LARGEST_ZONE:
            raise table.error(
                row, "zone {zone} is not 1 to {largest}", zone=number, largest=LARGEST_ZONE
            )
        key = table.needed_text(row, "key")
        if any(zone.number == number or zone.key.casefold() == key.casefold() for zone in zones):
            raise table.error(row, "zone {zone} '{key}' stands twice", zone=number, key=key)
        colour = _colour(table, row)
        name = table.text(row, "name") or key
        zones.append(Zone(number, key, name, colour, table.text(row, "description")))
    if not any(zone.key.casefold() == UNASSIGNED for zone in zones):
        free = next(n for n in range(1, LARGEST_ZONE + 2) if n not in {z.number for z in zones})
        zones.append(Zone(free, UNASSIGNED, unassigned, "#d9d9d9"))
    return zones


def unassigned_zone(zones: Iterable[Zone]) -> Zone:
    """The zone of the conversions that no rule names."""
    return next(zone for zone in zones if zone.key.casefold() == UNASSIGNED)


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


def read_rules(table: Table, zones: list[Zone], classes: Classes) -> tuple[Rules, list[Message]]:
    """The rules, checked against the zones and the classes of the run.

    The default table may name classes that a user's own class table lacks: such rows are
    left out and counted in a notice. In a user's table they are an error.

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
    notices = []
    if skipped:
        notices.append(
            Message(
                "{table}: {count} of {total} rules name classes that the class table does not "
                "have, and are left out.",
                table=table.name,
                count=len(skipped),
                total=len(table.rows),
            )
        )
    return checked, notices


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


def unknown_class(table: Table, row: int, column: str, text: str, classes: Classes) -> DataError:
    """The error for a class that no class table and no legend has."""
    return table.error(
        row,
        "column '{column}' names the unknown class '{text}'; the classes are {classes}",
        column=column,
        text=text,
        classes=", ".join(c.key for c in classes),
    )


@dataclass(frozen=True)
class Coefficient:
    """Carbon densities of a class in t C/ha, and where they come from."""

    soil: float
    vegetation: float
    source: str = ""


def read_coefficients(
    table: Table, classes: Classes
) -> tuple[dict[str, Coefficient], list[Message]]:
    """Carbon coefficients by class key (case-folded).

    Rows of the default table for classes that the run does not have are left out, and said.

    Raises:
        DataError: a missing column, an empty table, an unknown class, a class that stands
            twice, or a coefficient that is negative or not a number.
    """
    table.require(COEFFICIENT_COLUMNS)
    found: dict[str, Coefficient] = {}
    rows: dict[str, int] = {}
    notices = []
    for row in range(1, len(table.rows) + 1):
        text = table.needed_text(row, "class")
        densities = []
        for column in COEFFICIENT_COLUMNS[1:]:
            density = table.number(row, column)
            if density < 0:
                raise table.error(
                    row,
                    "column '{column}' is {density}, which is negative",
                    column=column,
                    density=table.text(row, column),
                )
            densities.append(density)
        number = classes.find(text)
        if number is None:
            if not table.is_default:
                raise unknown_class(table, row, "class", text, classes)
            notices.append(
                Message(
                    "{table}: no layer and no class table has the class '{text}'; its "
                    "coefficients are not used.",
                    table=table.name,
                    text=text,
                )
            )
            continue
        key = classes[number].key.casefold()
        if key in rows:
            raise table.error(
                row, "class '{text}' stands in row {other} already", text=text, other=rows[key]
            )
        rows[key] = table.number_of(row)
        found[key] = Coefficient(densities[0], densities[1], table.text(row, "source"))
    return found, notices
