"""The scheme: classes, zones and carbon coefficients from plain tables, and the default ones.

The fourth table, the conversion rules, has a file of its own (core/scheme/rules.py).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..messages import DataError, Message
from ..paths import RESOURCES
from ..raster.legend import LARGEST_VALUE, ClassEntry, Classes, LandClass
from .table import Table, read_csv

DEFAULTS = RESOURCES / "schemes" / "coal_mine"
TABLE_FILES = ("classes.csv", "zones.csv", "rules.csv", "coefficients.csv")
# A folder of DEFAULTS per language holds the names: those columns of a table that take the place
# of the English ones, by the key in its first column.
LANGUAGES = ("zh_CN",)

CLASS_COLUMNS = ("value", "class")
ZONE_COLUMNS = ("zone", "key", "name")
COEFFICIENT_COLUMNS = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")

SINK, MINE = "sink", "mine"
UNASSIGNED = "unassigned"
LARGEST_ZONE = 254


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
