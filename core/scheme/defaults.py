"""The default scheme, that of Yang et al. 2022, as tables with names in several languages.

Tables are known again by their columns, and by their cells whether they are as they were shipped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from ..base.messages import Notes, Term
from ..base.numbers import with_point
from ..base.paths import RESOURCES
from .area_errors import BY_CLASSES
from .classes import CLASS_COLUMNS, MINE, ClassEntry, Classes, LandClass, read_classes
from .coefficients import COEFFICIENT_COLUMNS, read_coefficients
from .rules import (
    LASTING,
    RULE_COLUMNS,
    UNASSIGNED,
    ZONE_COLUMNS,
    Zone,
    ZoneNames,
    read_rules,
    read_zones,
    zone_names,
)
from .suspects import SUSPECT_COLUMNS
from .table import Table, read_csv

DEFAULTS = RESOURCES / "schemes" / "coal_mine"
TABLE_FILES = (
    "classes.csv",
    "zones.csv",
    "rules.csv",
    "coefficients.csv",
    "suspects.csv",
    "grades.csv",
    "categories.csv",
    "values.csv",
    "area_errors.csv",
    "factors.csv",
    "activity.csv",
    "scenarios.csv",
)
# A folder of DEFAULTS per language holds the names: those columns of a table that take the place
# of the English ones, by the key in its first column, or in these. A column `renamed` takes the
# place of the key itself.
LANGUAGES = ("zh_CN",)
KEYS = {"suspects.csv": ("from", "via", "to"), "activity.csv": ("stage", "source")}
RENAMED = "renamed"


def default_table(file: str, language: str = "") -> Table:
    """One of TABLE_FILES, the paper's scheme, with its names in a language: '' is English."""
    table = read_csv(DEFAULTS / file)
    names = DEFAULTS / language / file
    if not language or not names.exists():
        return table
    words = read_csv(names)
    keys = KEYS.get(file, words.columns[:1])
    by_key = {}
    for row in words.rows:
        # The cells as they replace the English ones.
        cells = {column: cell for column, cell in row.items() if column != RENAMED}
        if RENAMED in row:
            cells[keys[0]] = row[RENAMED]
        by_key[tuple(row[key] for key in keys)] = cells
    rows = [{**row, **by_key.get(tuple(row[key] for key in keys), {})} for row in table.rows]
    return replace(table, rows=rows)


def is_part_of(table: Table, default: Table) -> bool:
    """Whether a table holds nothing but rows of a default one, as an export that nobody changed."""
    if not table.rows:
        return False
    # A column that a table lacks is one that is not filled in; spreadsheets of half of the world
    # write decimals with a comma.
    columns = default.columns
    rows, known = (
        {tuple(with_point(row.text(c)).casefold() for c in columns) for row in each}
        for each in (table, default)
    )
    return rows <= known


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


def default_zones(language: str = "") -> list[Zone]:
    """The default zones: named in one language, known by their names in all.

    Lasting land, which has a name of its own in rasters alone, is the unassigned zone.
    """
    aliases: dict[str, list[str]] = {}
    for other in ("", *LANGUAGES):
        for zone in read_zones(default_table("zones.csv", other)):
            aliases.setdefault(zone.key, []).append(zone.name)
    aliases[UNASSIGNED] += [name for zone in LASTING.values() for name in zone.names]
    return [
        replace(zone, aliases=tuple(n for n in aliases[zone.key] if n != zone.name))
        for zone in read_zones(default_table("zones.csv", language))
    ]


# What the descriptions say that speak of mines, of classes among which there are none.
WITHOUT_MINES = {
    "invariant": Term(
        "A carbon sink class that stays the same class. Keep it: build so that as little of it as "
        "possible is disturbed."
    ),
    "enhancement": Term(
        "Arable land and grassland that became forest. Tend and monitor it for the long term, so "
        "that the sink goes on growing."
    ),
}


def zones_described(zones: Iterable[Zone], classes: Iterable[LandClass]) -> list[Zone]:
    """The default zones as they are described to whoever has land of some classes."""
    if any(c.group == MINE for c in classes):
        return list(zones)
    return [replace(z, description=WITHOUT_MINES.get(z.key, z.description)) for z in zones]


def default_zone_names(language: str = "") -> ZoneNames:
    """Zone names by the names of the default classes, by the default rules."""
    classes = Classes(land_class for _, land_class in default_classes(language))
    rules = read_rules(default_table("rules.csv"), default_zones(language), classes, Notes())
    return zone_names(classes, rules)


def default_densities() -> dict[str, float]:
    """t C/ha by key of the default classes, to tell richer sinks from poorer ones."""
    classes = Classes(land_class for _, land_class in default_classes())
    coefficients = read_coefficients(default_table("coefficients.csv"), classes, Notes())
    return {key: c.soil.density + c.vegetation.density for key, c in coefficients.by_key.items()}


# What each of the default tables cannot do without; some are read by subjects, which this room does
# not know.
NEEDED = {
    "classes.csv": CLASS_COLUMNS,
    "zones.csv": ZONE_COLUMNS,
    "rules.csv": RULE_COLUMNS,
    "coefficients.csv": COEFFICIENT_COLUMNS,
    "suspects.csv": SUSPECT_COLUMNS,
    "grades.csv": ("class", "grade"),
    "categories.csv": ("class", "category", "managed"),
    "values.csv": COEFFICIENT_COLUMNS,
    "area_errors.csv": BY_CLASSES,
    "factors.csv": ("name", "source", "gas", "value", "unit", "scope"),
    "activity.csv": ("year", "stage", "source", "quantity", "unit"),
    "scenarios.csv": ("scenario", "variable", "year", "value"),
}
# Two columns, such as value and class, are those of many tables.
ALIKE = 3


def is_like(columns: Iterable[str], needed: Iterable[str], known: Iterable[str]) -> bool:
    """Whether a table with some columns is one of a kind: what it needs, and enough of the rest.

    Args:
        known: all columns of that kind.
    """
    there, known = set(columns), set(known)
    return there >= set(needed) and len(there & known) >= min(ALIKE, len(known))


def scheme_tables_like(columns: Iterable[str]) -> list[str]:
    """The default tables, by their files, one of which a table with these columns may be."""
    there = set(columns)
    return [file for file in NEEDED if is_like(there, NEEDED[file], _columns(file))]


@cache
def _columns(file: str) -> tuple[str, ...]:
    """Those of a default table; every table that a run would replace is held against them."""
    return default_table(file).columns


def is_shipped(table: Table) -> bool:
    """Whether a table is one of the default ones, in any language, and holds nothing else."""
    return any(
        set(table.columns) == set(default.columns) and _cells(table, default) == _cells(default)
        for file in scheme_tables_like(table.columns)
        for default in (default_table(file, language) for language in ("", *LANGUAGES))
    )


def _cells(table: Table, like: Table | None = None) -> list[list[str]]:
    columns = (like or table).columns
    return [[row.text(c) for c in columns] for row in table]
