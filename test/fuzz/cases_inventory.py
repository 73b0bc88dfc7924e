"""Random inventories: categories, densities and the growth of forest, transition years; and random
units of any algorithm that takes them."""

from __future__ import annotations

from dataclasses import dataclass

from .cases_masks import random_mask
from .cases_tables import COEFFICIENT_COLUMNS, called
from .legends import default_rows
from .oracle_names import names_of

CATEGORIES = ("forest_land", "cropland", "grassland", "wetlands", "settlements", "other_land")
CATEGORY_COLUMNS = ("class", "category", "managed")
# Years from date to date, so few ways through all of them that each can be followed.
GAPS = ((1, 1, 1), (1, 2, 3), (5, 2, 4), (1, 40, 1), (25, 1, 2), (10, 6, 1), (3, 3, 9), (2, 1, 30))
# The columns of the curve of vegetation, and how some forests grow.
CURVE_COLUMNS = tuple(f"vegetation_{name}" for name in ("curve", "p1", "p2", "p3", "rates"))
CURVES = (
    ("", "", "", "", ""),
    ("ipcc", "", "", "", ""),
    ("ipcc", "7", "", "", ""),
    ("exponential", "0.95", "30", "", ""),
    ("chapman_richards", "0.9", "12.5", "3", ""),
    ("rates", "", "", "", "4:6;20:1;:0"),
    ("rates", "", "", "", ":2"),
    ("instant", "", "", "", ""),
)
# What bare land holds; the first is the default.
BARE_BIOMASS = ("zero", "not_estimated")
BARE_SOIL = ("not_estimated", "unchanged", "paved", "removed")
UNIT_WORDS = ("North", "South", "东区", "Pit 7", "a, b")


@dataclass
class InventoryTables:
    """What an inventory is made by: rows of text, None where the shipped ones count, and years."""

    categories: list | None
    coefficients: list | None
    transition: int
    bare_biomass: str
    bare_soil: str
    supplements: bool


def random_inventory(rng, case) -> InventoryTables:
    """Tables that seldom lack a class that occurs."""
    names = names_of(case, needs_names=True)
    coefficients = _coefficients(rng, names) if rng.random() < 0.85 else None
    supplements = coefficients is not None and rng.random() < 0.3
    if supplements:
        coefficients += _of_groups(rng, names)
    transition = int(rng.choice([20, 20, 1, 2, 3, 7, 100]))
    bare = str(rng.choice(BARE_BIOMASS)), str(rng.choice(BARE_SOIL))
    return InventoryTables(_categories(rng, names), coefficients, transition, *bare, supplements)


def _categories(rng, names) -> list[dict] | None:
    """Rows on groups and on classes, all classes that have a value among them for the most part."""
    kind = rng.random()
    if kind < 0.2:
        return None
    groups = sorted({land.group for land in names.listed.values() if land.group})
    chosen = [f"@{group}" for group in groups if rng.random() < 0.4]
    # A row on all classes that no other row names.
    rest = ["*"] if rng.random() < 0.25 else []
    least = 1.0 if kind < 0.9 and not rest else 0.4
    lands = [land for land in names.named if rng.random() < least or rng.random() < 0.3]
    texts = [*chosen, *(called(rng, land) for land in lands)]
    texts += ["Moor and heath"] if rng.random() < 0.02 else []
    texts += texts[:1] if rng.random() < 0.02 else []
    texts += rest
    rows = [
        {
            "class": text,
            "category": _category(rng),
            "managed": str(rng.choice(["yes", "yes", "no"])),
        }
        for text in rng.permutation(texts).tolist()
    ]
    return rows or [{"class": "@mine", "category": "settlements", "managed": "yes"}]


def _category(rng) -> str:
    key = str(rng.choice(CATEGORIES if rng.random() < 0.6 else CATEGORIES[:3]))
    return key.replace("_", " ").capitalize() if rng.random() < 0.2 else key


def _coefficients(rng, names) -> list[dict]:
    """Densities of most classes, some of 0, some of one pool alone, some of none."""
    densities, rows = [*rng.uniform(0, 120, 3).round(3).tolist(), 0.0, 43.0, 33.1], []
    for land in names.listed.values():
        if rng.random() < 0.25:
            continue
        held = [repr(float(rng.choice(densities))) for _ in range(2)]
        if rng.random() < 0.12:
            held[rng.integers(2)] = ""
        curve = CURVES[rng.integers(len(CURVES))]
        columns = (*COEFFICIENT_COLUMNS, *CURVE_COLUMNS)
        rows.append(dict(zip(columns, (called(rng, land), *held, *curve))))
    if not rows:
        return [dict.fromkeys(CURVE_COLUMNS, "") | row for row in default_rows("coefficients.csv")]
    return rng.permutation(rows).tolist()


def _of_groups(rng, names) -> list[dict]:
    """Rows on groups, beside DENSITIES; one that nothing is in is passed over."""
    groups = sorted({land.group for land in names.listed.values() if land.group})
    chosen = [f"@{group}" for group in groups if rng.random() < 0.5]
    chosen += ["@moor"] if rng.random() < 0.1 else []
    columns = (*COEFFICIENT_COLUMNS, *CURVE_COLUMNS)
    rows = []
    for text in chosen:
        held = [repr(float(rng.choice([0.0, 12.5, 61.0]))) for _ in range(2)]
        curve = CURVES[rng.integers(len(CURVES))]
        rows.append(dict(zip(columns, (text, *held, *curve))))
    return rows


def random_units(rng, grid) -> list[tuple[str, str]]:
    """Polygons with the names of their units, some of which have several."""
    names = rng.permutation(UNIT_WORDS)[: rng.integers(1, 4)].tolist()
    return [(names[rng.integers(len(names))], text) for text in random_mask(rng, grid)]
