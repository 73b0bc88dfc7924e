"""An inventory by the loop that the tests of the core use, and what must be refused, by the words
of the manual (docs/algorithms/landinventory.md)."""

from __future__ import annotations

from dataclasses import replace

from carbon_zones.test.core.inventory_oracle import FOREST, Holding, Terms, inventory
from carbon_zones.test.core.ledger_oracle import regrown

from .legends import default_rows
from .oracle_mining import letters_of
from .oracle_names import find
from .oracle_years import by_year_of

# By what tables call them: the name, and whether the matrix tells managed land from other.
CATEGORIES = {
    "forest_land": (FOREST, True),
    "cropland": ("Cropland", False),
    "grassland": ("Grassland", True),
    "wetlands": ("Wetlands", True),
    "settlements": ("Settlements", False),
    "other_land": ("Other land", False),
}


def inventory_of(case, names, by_unit: dict, dated: dict, result) -> None:
    """LAND_MATRIX and CATEGORY_TABLE, and refusals, into a result.

    Args:
        by_unit: by unit ('' without units) hectares by what the land is at all dates, and years.
        dated: cells and hectares of all units by that.
    """
    tables, years = case.inventory, [int(date.year) for date in case.dates]
    lands = {land for of_unit in dated for land in of_unit.history}
    own = _sides(tables.categories or [], names, result)
    # A table with a row on all classes stands alone.
    sides = own if "*" in own else _sides(default_rows("categories.csv"), names, None) | own
    if any(not land.listed for land in lands):
        result.refusals.append(("SCHEME", "unclassified values"))
        return
    by_year_of(
        case,
        dated,
        lambda lands: letters_of(lands, ["mine"]),
        lambda lands: [land.name for land in lands],
        result,
    )
    terms = _terms(tables.coefficients or default_rows("coefficients.csv"), names)
    if tables.supplements:
        # A class goes before its group, and both before the densities of the paper.
        paper = _terms(default_rows("coefficients.csv"), names)
        groups = [row for row in tables.coefficients if row["class"].startswith("@")]
        by_group = {row["class"].casefold(): row for row in groups}
        of_groups = [
            {**by_group[f"@{land.group.casefold()}"], "class": land.key}
            for land in names.listed.values()
            if f"@{land.group.casefold()}" in by_group
        ]
        terms = {**paper, **_terms(of_groups, names), **terms}
    holdings: dict = {}
    for land in lands:
        keys = (land.key.casefold(), "@" + land.group.casefold(), "*")
        side = next((sides[key] for key in keys if key in sides), None)
        if side is None:
            result.refusals.append(("CATEGORIES: no row for", f"'{land.key}'"))
            return
        holdings[land] = replace(
            _holding(*side, terms.get(land.key.casefold())),
            is_mined=land.group.casefold() == "mine",
            is_sink=land.group == "sink",
        )
    for unit, histories in by_unit.items():
        bare = tables.bare_biomass, tables.bare_soil
        rows, matrix, _ = inventory(histories, years, holdings, Terms(tables.transition, *bare))
        for (year, *pair), area in matrix.items():
            result.numbers[("land matrix", unit, str(year), *pair)] = [area]
        for (year, category, before), numbers in rows.items():
            kind = ("converted", before) if before else ("remaining", "")
            result.numbers[("inventory", unit, str(year), category, *kind)] = numbers


def _holding(category: str, in_matrix: str, terms: dict | None) -> Holding:
    if terms is None:
        return Holding(category, in_matrix)
    densities = (terms["soil_tc_per_ha"], terms["vegetation_tc_per_ha"])
    return Holding(
        category,
        in_matrix,
        densities,
        lambda age: regrown(terms, "vegetation", 0.0, float(age)),
        # Annual crops are there at once.
        is_perennial=category == "Cropland"
        and terms.get("vegetation_curve", "instant").casefold() != "instant",
    )


def _sides(rows: list, names, result) -> dict:
    """Categories by key or '@group'; without a result rows on unknown classes are passed over."""
    groups = {land.group.casefold() for land in names.listed.values() if land.group}
    sides: dict = {}
    for row in rows:
        text = row["class"]
        if text == "*":
            side = text
        elif text.startswith("@"):
            side = text.casefold() if text[1:].casefold() in groups else None
        else:
            land = find(names.listed.values(), text)
            side = None if land is None else land.key.casefold()
        if result is not None and (side is None or side in sides):
            result.refusals.append(("CATEGORIES", f"'{text}'"))
        name, is_told = CATEGORIES[row["category"].casefold().replace(" ", "_")]
        managed = "unmanaged" if row["managed"] == "no" else "managed"
        if side is None or (side in sides and text.casefold() != side):
            continue
        sides[side] = (name, f"{name} ({managed})" if is_told else name)
    return sides


def _terms(rows: list, names) -> dict:
    """The numbers of a row by key, of the classes that have both densities."""
    terms: dict = {}
    for row in rows:
        land = find(names.listed.values(), row["class"])
        if land is None or not row["soil_tc_per_ha"] or not row["vegetation_tc_per_ha"]:
            continue
        words = ("class", "source", "vegetation_curve", "vegetation_rates")
        terms[land.key.casefold()] = {
            column: text if column in words else float(text) for column, text in row.items() if text
        }
    return terms
