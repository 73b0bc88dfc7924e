"""The shipped legends: what the codes of land-use products mean, a table per product.

The tables stand in resources/legends and are read when a legend is asked for, not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ..base.messages import Term
from ..base.paths import RESOURCES
from .classes import ClassEntry, LandClass, read_classes
from .table import Table, read_csv

LEGENDS = RESOURCES / "legends"
TITLES = {
    "coal_mine": Term("Coal mine, the classes of Yang et al. 2022 (1-11)"),
    "clcd": Term("CLCD, annual land cover of China"),
    "cnlucc": Term("CNLUCC, China, second level (11, 12, 21 ...)"),
    "cnlucc6": Term("CNLUCC, China, first level (1-6)"),
    "globeland30": Term("GlobeLand30"),
    "gb21010": Term("GB/T 21010-2017, land use of China"),
    "worldcover": Term("ESA WorldCover"),
    "dynamic_world": Term("Dynamic World"),
    "esri": Term("Esri land cover of Sentinel-2"),
    "corine": Term("CORINE Land Cover, class codes (111, 112 ...)"),
    "corine_grid": Term("CORINE Land Cover, grid codes (1-44)"),
    "nlcd": Term("NLCD, United States"),
    "mapbiomas_brazil": Term("MapBiomas Brazil"),
    "glc_fcs30d": Term("GLC_FCS30D"),
    "esa_cci": Term("ESA CCI and C3S land cover"),
    "mcd12q1": Term("MODIS MCD12Q1, classes of the IGBP"),
    "from_glc10": Term("FROM-GLC10"),
}
SCHEMES = tuple(TITLES)

# The column with the names, by language.
NAMES = {"": "name", "zh_CN": "name_zh"}

# The roles that count here; the third, none, is neither: unclassified, or not to be told.
CLASS, NODATA = "class", "nodata"


@dataclass(frozen=True)
class ShippedLegend:
    """The legend of a product. A code that is no class has a product name and no entry."""

    name: str
    title: Term
    entries: list[ClassEntry]
    nodata: tuple[int, ...]  # the codes that mean no data
    product_names: dict[int, str]  # by code, those without a class included
    confidence: dict[int, str]  # high, medium or low, by code
    natural: dict[int, str]  # yes or no by code, '' where the product's name does not say


def legend_table(name: str) -> Table:
    """The table of one of SCHEMES as it is shipped."""
    return read_csv(LEGENDS / f"{name}.csv")


def shipped_legend(name: str, language: str = "") -> ShippedLegend:
    """One of SCHEMES, its classes named in a language ('' is English) and known by all names."""
    table = legend_table(name)
    values = [row.whole("value") for row in table]
    rows = [row for row in table.rows if row["role"] == CLASS]
    # The names in the other language and the product's.
    aliases: dict[object, dict[str, None]] = {}
    for row in rows:
        names = aliases.setdefault(row["class"], {})
        names.update(dict.fromkeys(str(row[c]) for c in (*NAMES.values(), "product_name")))
    named = replace(table, rows=[{**row, "name": row[NAMES[language]]} for row in rows])
    return ShippedLegend(
        name=name,
        title=TITLES[name],
        entries=[
            (value, replace(c, aliases=tuple(n for n in aliases[c.key] if n != c.name)))
            for value, c in read_classes(named)
        ],
        nodata=tuple(v for v, row in zip(values, table.rows) if row["role"] == NODATA),
        product_names={v: str(row["product_name"]) for v, row in zip(values, table.rows)},
        confidence={v: str(row["confidence"]) for v, row in zip(values, table.rows)},
        natural={v: str(row["natural"]) for v, row in zip(values, table.rows)},
    )


@cache
def known_colours() -> dict[str, str]:
    """The colour of a key or name (in small letters): the paper's, else that of the first shipped
    legend that has it."""
    rows = [row for legend in SCHEMES for row in legend_table(legend).rows if row["role"] == CLASS]
    colours: dict[str, str] = {}
    for column in ("class", *NAMES.values()):
        for row in rows:
            colours.setdefault(str(row[column]).casefold(), str(row["colour"]))
    return colours


def fitting(
    values: Iterable[int], colours: Mapping[int, str], names: Mapping[int, str] | None = None
) -> list[str]:
    """The shipped legends that have all these values as codes, the likeliest first.

    Args:
        values: those that a raster holds.
        colours, names: their colours (#rrggbb) and names as the raster has them, as far as it has
            any. With such, a legend fits only where at least half of its classes that occur agree
            with them, in colour or name: many products begin to count at 1. Without any, the
            values alone decide, and the likeliest is the one that has the fewest other codes.
    """
    present = set(values)
    shown = {value: colour.lower() for value, colour in colours.items() if value in present}
    called = {value: name.strip().casefold() for value, name in (names or {}).items()}
    told = {value for value in present if value in shown or value in called}
    ranks: dict[str, tuple[float, int]] = {}
    for name in SCHEMES:
        known, by_code = _codes(name)
        if not present or not present <= known:
            continue
        # By class and not by code: several codes of one class have one colour here and each its
        # own in the product.
        occurring = {by_code[v].key for v in told if v in by_code}
        agreeing = {
            by_code[v].key
            for v in told
            if v in by_code
            and (
                shown.get(v) == by_code[v].colour
                or called.get(v, "") in [text.casefold() for text in by_code[v].names]
            )
        }
        share = len(agreeing) / len(occurring) if occurring else 0.0
        if not told or share >= 0.5:
            ranks[name] = (-share, len(known))
    return sorted(ranks, key=lambda name: ranks[name])


@cache
def _codes(name: str) -> tuple[frozenset[int], dict[int, LandClass]]:
    """All codes of a legend, and the classes of those that are classes."""
    legend = shipped_legend(name)
    return frozenset(legend.product_names), dict(legend.entries)
