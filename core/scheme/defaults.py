"""Tables shipped with the plugin: the scheme of Yang et al. 2022, and legends of land-use products.

The tables of the scheme have names in several languages. User tables are matched with
them by their columns, and by their cells to detect unchanged copies. A legend is a
table per product with the meaning of its codes, in resources/legends, read on demand.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from ..base.files import RESOURCE_FOLDER
from ..base.messages import Notes, Term
from ..base.numbers import decimal_comma_to_point
from .area_errors import CLASS_ERROR_COLUMNS
from .classes import CLASS_COLUMNS, MINE, ClassEntry, Classes, LandClass, read_classes
from .coefficients import COEFFICIENT_COLUMNS, read_coefficients
from .implausible_rules import SUSPECT_COLUMNS
from .table import Table, read_csv
from .zone_rules import (
    LASTING_ZONE_NAMES,
    RULE_COLUMNS,
    UNASSIGNED_KEY,
    ZONE_COLUMNS,
    Zone,
    ZoneNames,
    read_rules,
    read_zones,
    zone_names,
)

ClassOrZone = TypeVar("ClassOrZone", LandClass, Zone)

DEFAULT_TABLE_DIR = RESOURCE_FOLDER / "schemes" / "coal_mine"
# Required columns of the default tables; some are read by other packages, which this module must
# not import.
REQUIRED_COLUMNS = {
    "classes.csv": CLASS_COLUMNS,
    "zones.csv": ZONE_COLUMNS,
    "rules.csv": RULE_COLUMNS,
    "coefficients.csv": COEFFICIENT_COLUMNS,
    "suspects.csv": SUSPECT_COLUMNS,
    "grades.csv": ("class", "grade"),
    "categories.csv": ("class", "category", "managed"),
    "values.csv": COEFFICIENT_COLUMNS,
    "area_errors.csv": CLASS_ERROR_COLUMNS,
    "factors.csv": ("name", "source", "gas", "value", "unit", "scope"),
    "activity.csv": ("year", "stage", "source", "quantity", "unit"),
    "scenarios.csv": ("scenario", "variable", "year", "value"),
}
TABLE_FILES = tuple(REQUIRED_COLUMNS)
# A folder per language contains the names: columns that replace the English ones, by the key in the
# first column or in KEY_COLUMNS. A column `renamed` replaces the key itself.
LANGUAGES = ("zh_CN",)
KEY_COLUMNS = {"suspects.csv": ("from", "via", "to"), "activity.csv": ("stage", "source")}
RENAMED_COLUMN = "renamed"


def load_default_table(file: str, language: str = "") -> Table:
    """Load one of TABLE_FILES, the scheme of the paper, with names in a language ('': English)."""
    table = read_csv(DEFAULT_TABLE_DIR / file)
    names = DEFAULT_TABLE_DIR / language / file
    if not language or not names.exists():
        return table
    words = read_csv(names)
    keys = KEY_COLUMNS.get(file, words.columns[:1])
    by_key = {}
    for row in words.rows:
        # Cells that replace the English ones.
        cells = {column: cell for column, cell in row.items() if column != RENAMED_COLUMN}
        if RENAMED_COLUMN in row:
            cells[keys[0]] = row[RENAMED_COLUMN]
        by_key[tuple(row[key] for key in keys)] = cells
    rows = [{**row, **by_key.get(tuple(row[key] for key in keys), {})} for row in table.rows]
    return replace(table, rows=rows)


def is_subset_of_default(table: Table, default: Table) -> bool:
    """Return whether all rows of a table are in a default one, as in an unchanged export."""
    if not table.rows:
        return False
    # A missing column equals an empty one; spreadsheets may use decimal commas.
    columns = default.columns
    rows, known = (
        {
            tuple(decimal_comma_to_point(row.text_value(c)).casefold() for c in columns)
            for row in each
        }
        for each in (table, default)
    )
    return rows <= known


def export_default_table(file: str, language: str, folder: str | Path) -> Path:
    """Return the path of a default table for export; translated ones are written to a folder."""
    if not (language and (DEFAULT_TABLE_DIR / language / file).exists()):
        return DEFAULT_TABLE_DIR / file
    table = load_default_table(file, language)
    # Without a byte order mark, spreadsheets assume the system encoding for a CSV.
    with open(Path(folder) / file, "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, table.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table.rows)
    return Path(folder) / file


def _add_aliases(thing: ClassOrZone, names: Iterable[str]) -> ClassOrZone:
    """Return a class or zone with other names as aliases."""
    return replace(thing, aliases=tuple(n for n in names if n != thing.name))


def default_classes(language: str = "") -> list[ClassEntry]:
    """Return the default classes by value, named in one language, with the others as aliases."""
    aliases: dict[str, list[str]] = {}
    for other in ("", *LANGUAGES):
        for _, land_class in read_classes(load_default_table("classes.csv", other)):
            aliases.setdefault(land_class.key, []).append(land_class.name)
    return [
        (value, _add_aliases(c, aliases[c.key]))
        for value, c in read_classes(load_default_table("classes.csv", language))
    ]


def default_zones(language: str = "") -> list[Zone]:
    """Return the default zones, named in one language, with the others as aliases.

    Persistent land, named separately in rasters only, is an alias of the unassigned zone.
    """
    aliases: dict[str, list[str]] = {}
    for other in ("", *LANGUAGES):
        for zone in read_zones(load_default_table("zones.csv", other)):
            aliases.setdefault(zone.key, []).append(zone.name)
    aliases[UNASSIGNED_KEY] += LASTING_ZONE_NAMES
    zones = read_zones(load_default_table("zones.csv", language))
    return [_add_aliases(zone, aliases[zone.key]) for zone in zones]


# Descriptions that mention mines, reworded for classes without mines.
DESCRIPTIONS_WITHOUT_MINES = {
    "invariant": Term(
        "Land remaining in the same carbon-sink class. Conserve it; plan construction so as "
        "to disturb as little of it as possible."
    ),
    "enhancement": Term(
        "Arable land and grassland converted to forest. Tend and monitor in the long term so "
        "that the sink continues to grow."
    ),
}


def describe_zones(zones: Iterable[Zone], classes: Iterable[LandClass]) -> list[Zone]:
    """Return the default zones with descriptions suited to the classes."""
    if any(c.group == MINE for c in classes):
        return list(zones)
    return [
        replace(z, description=DESCRIPTIONS_WITHOUT_MINES.get(z.key, z.description)) for z in zones
    ]


def default_zone_names(language: str = "") -> ZoneNames:
    """Return zone names by the names of the default classes, from the default rules."""
    classes = Classes(land_class for _, land_class in default_classes(language))
    rules = read_rules(load_default_table("rules.csv"), default_zones(language), classes, Notes())
    return zone_names(classes, rules)


def default_densities() -> dict[str, float]:
    """Return t C/ha by key of the default classes, to compare the carbon densities of sinks."""
    classes = Classes(land_class for _, land_class in default_classes())
    coefficients = read_coefficients(load_default_table("coefficients.csv"), classes, Notes())
    return {key: c.soil.density + c.vegetation.density for key, c in coefficients.by_key.items()}


# Two columns, such as value and class, occur in many tables.
MIN_MATCHING_COLUMNS = 3


def has_matching_columns(
    columns: Iterable[str], needed: Iterable[str], known: Iterable[str]
) -> bool:
    """Return whether a table has all needed columns and enough of the known ones."""
    there, known = set(columns), set(known)
    return there >= set(needed) and len(there & known) >= min(MIN_MATCHING_COLUMNS, len(known))


def match_scheme_tables(columns: Iterable[str]) -> list[str]:
    """Return the files of the default tables that a table with these columns may be."""
    there = set(columns)
    return [
        file
        for file in REQUIRED_COLUMNS
        if has_matching_columns(there, REQUIRED_COLUMNS[file], _default_columns(file))
    ]


@cache
def _default_columns(file: str) -> tuple[str, ...]:
    """Return the columns of a default table; cached, as every input table is compared with them."""
    return load_default_table(file).columns


def is_default_table(table: Table) -> bool:
    """Return whether a table equals one of the default tables, in any language."""
    for file in match_scheme_tables(table.columns):
        for language in ("", *LANGUAGES):
            default = load_default_table(file, language)
            columns = default.columns
            cells, known = (
                [[row.text_value(c) for c in columns] for row in t] for t in (table, default)
            )
            if set(table.columns) == set(columns) and cells == known:
                return True
    return False


LEGEND_DIR = RESOURCE_FOLDER / "legends"
LEGEND_TITLES = {
    "coal_mine": Term("Coal mine, classes of Yang et al. 2022 (1-11)"),
    "clcd": Term("CLCD, annual land cover of China"),
    "cnlucc": Term("CNLUCC, China, second level (11, 12, 21 ...)"),
    "cnlucc6": Term("CNLUCC, China, first level (1-6)"),
    "globeland30": Term("GlobeLand30"),
    "gb21010": Term("GB/T 21010-2017, China land-use classification"),
    "worldcover": Term("ESA WorldCover"),
    "dynamic_world": Term("Dynamic World"),
    "esri": Term("Esri Sentinel-2 land cover"),
    "corine": Term("CORINE Land Cover, class codes (111, 112 ...)"),
    "corine_grid": Term("CORINE Land Cover, grid codes (1-44)"),
    "nlcd": Term("NLCD, United States"),
    "mapbiomas_brazil": Term("MapBiomas Brazil"),
    "glc_fcs30d": Term("GLC_FCS30D"),
    "esa_cci": Term("ESA CCI and C3S land cover"),
    "mcd12q1": Term("MODIS MCD12Q1, IGBP classes"),
    "from_glc10": Term("FROM-GLC10"),
}
SCHEMES = tuple(LEGEND_TITLES)

# Name column by language.
NAME_COLUMNS = {"": "name", "zh_CN": "name_zh"}

# Roles used here; the third, none, is neither: unclassified or indistinguishable.
CLASS_ROLE, NODATA_ROLE = "class", "nodata"


@dataclass(frozen=True)
class ShippedLegend:
    """Legend of a product; codes that are not a class have a product name but no entry."""

    name: str
    title: Term
    entries: list[ClassEntry]
    nodata: tuple[int, ...]  # the codes that mean no data
    product_names: dict[int, str]  # by code, those without a class included
    confidence: dict[int, str]  # high, medium or low, by code
    natural: dict[int, str]  # yes or no by code, '' where the product's name does not say


def load_legend_table(name: str) -> Table:
    """Load the table of one of SCHEMES."""
    return read_csv(LEGEND_DIR / f"{name}.csv")


def load_shipped_legend(name: str, language: str = "") -> ShippedLegend:
    """Load one of SCHEMES, with class names in a language ('': English) and all aliases."""
    table = load_legend_table(name)
    values = [row.int_value("value") for row in table]
    rows = [row for row in table.rows if row["role"] == CLASS_ROLE]
    # Names in the other language and of the product.
    aliases: dict[object, dict[str, None]] = {}
    for row in rows:
        names = aliases.setdefault(row["class"], {})
        names.update(dict.fromkeys(str(row[c]) for c in (*NAME_COLUMNS.values(), "product_name")))
    named = replace(table, rows=[{**row, "name": row[NAME_COLUMNS[language]]} for row in rows])
    return ShippedLegend(
        name=name,
        title=LEGEND_TITLES[name],
        entries=[(value, _add_aliases(c, aliases[c.key])) for value, c in read_classes(named)],
        nodata=tuple(v for v, row in zip(values, table.rows) if row["role"] == NODATA_ROLE),
        product_names={v: str(row["product_name"]) for v, row in zip(values, table.rows)},
        confidence={v: str(row["confidence"]) for v, row in zip(values, table.rows)},
        natural={v: str(row["natural"]) for v, row in zip(values, table.rows)},
    )


@cache
def _legend_names() -> list[dict[int, str]]:
    """Return the names of default classes and shipped legends by value, in each language."""
    return [
        {value: land_class.name for value, land_class in entries}
        for language in ("", *LANGUAGES)
        for entries in (
            default_classes(language),
            *(load_shipped_legend(name, language).entries for name in SCHEMES),
        )
    ]


def find_complete_legend(names: Mapping[int, str]) -> dict[int, str]:
    """Return all classes of the only legend with these names by value; {} if ambiguous or none."""
    whole = [
        legend
        for legend in _legend_names()
        if len(set(legend.values())) == len(legend)
        and all(legend.get(v, "").casefold() == name.casefold() for v, name in names.items())
    ]
    return whole[0] if names and all(legend == whole[0] for legend in whole) and whole else {}


@cache
def known_colours() -> dict[str, str]:
    """Return colours by lower-case key or name: the paper's, or those of the first legend."""
    rows = [
        row
        for legend in SCHEMES
        for row in load_legend_table(legend).rows
        if row["role"] == CLASS_ROLE
    ]
    colours: dict[str, str] = {}
    for column in ("class", *NAME_COLUMNS.values()):
        for row in rows:
            colours.setdefault(str(row[column]).casefold(), str(row["colour"]))
    return colours


def matching_legends(
    values: Iterable[int], colours: Mapping[int, str], names: Mapping[int, str] | None = None
) -> list[str]:
    """Return the shipped legends that have all these values as codes, most likely first.

    Args:
        colours, names: of the values (#rrggbb) in the raster, as far as available. With
            them, a legend matches only if at least half of its classes present agree in
            colour or name, as many products have codes from 1. Otherwise the values decide,
            and the legend with the fewest other codes comes first.
    """
    present = set(values)
    shown = {value: colour.lower() for value, colour in colours.items() if value in present}
    called = {value: name.strip().casefold() for value, name in (names or {}).items()}
    known_values = {value for value in present if value in shown or value in called}
    ranks: dict[str, tuple[float, int]] = {}
    for name in SCHEMES:
        known, by_code = _legend_codes(name)
        if not present or not present <= known:
            continue
        # By class rather than code: several codes of a class share a colour here but not in the
        # product.
        classes = {v: by_code[v] for v in known_values if v in by_code}
        occurring = {c.key for c in classes.values()}
        agreeing = {
            c.key
            for v, c in classes.items()
            if shown.get(v) == c.colour or called.get(v, "") in map(str.casefold, c.names)
        }
        share = len(agreeing) / len(occurring) if occurring else 0.0
        if not known_values or share >= 0.5:
            ranks[name] = (-share, len(known))
    return sorted(ranks, key=lambda name: ranks[name])


@cache
def _legend_codes(name: str) -> tuple[frozenset[int], dict[int, LandClass]]:
    """Return all codes of a legend, and the classes by code."""
    legend = load_shipped_legend(name)
    return frozenset(legend.product_names), dict(legend.entries)
