"""An inventory by the words of its page in the manual (docs/algorithms/landinventory.md).

The hectares of a history are cut into equal pieces, one for each choice of the years in which it
converted, and each piece is followed from year to year.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from carbon_zones.test.core.ledger_oracle import regrown

from .legends import default_rows
from .oracle_names import find

CO2_PER_C = 44 / 12
FOREST = "Forest land"
# By what tables call them: the name, and whether the matrix tells managed land from other.
CATEGORIES = {
    "forest_land": (FOREST, True),
    "cropland": ("Cropland", False),
    "grassland": ("Grassland", True),
    "wetlands": ("Wetlands", True),
    "settlements": ("Settlements", False),
    "other_land": ("Other land", False),
}
NUMBERS = ("area", "gain", "loss", "soil", "biomass_area", "soil_area")


@dataclass
class Holding:
    """What a class is, and what a hectare of it holds; without `terms` nobody knows."""

    category: str
    in_matrix: str
    terms: dict | None


def inventory_of(tables, names, years: list[int], by_unit: dict, result) -> None:
    """LAND_MATRIX and CATEGORY_TABLE, and refusals, into a result.

    Args:
        by_unit: by unit ('' without units) hectares by what the land is at all dates.
    """
    lands = {land for histories in by_unit.values() for history in histories for land in history}
    sides = _sides(default_rows("categories.csv"), names, None)
    sides |= _sides(tables.categories or [], names, result)
    if any(not land.listed for land in lands):
        result.refusals.append(("SCHEME", "of the area analysed are unclassified"))
        return
    terms = _terms(tables.coefficients or default_rows("coefficients.csv"), names)
    holdings: dict = {}
    for land in lands:
        side = sides.get(land.key.casefold()) or sides.get("@" + land.group.casefold())
        if side is None:
            result.refusals.append(("CATEGORIES: no row is about", f"'{land.key}'"))
            return
        holdings[land] = Holding(*side, terms.get(land.key.casefold()))
    for unit, histories in by_unit.items():
        matrix: dict = defaultdict(float)
        rows: dict = defaultdict(lambda: dict.fromkeys(NUMBERS, 0.0))
        for history, hectares in histories.items():
            _follow([holdings[land] for land in history], history, years, tables.transition)(
                hectares, matrix, rows
            )
        for key, area in matrix.items():
            result.numbers[("land matrix", unit, *key)] = [area / 1000]
        for key, sums in rows.items():
            result.numbers[("inventory", unit, *key)] = _row(sums)


def _sides(rows: list, names, result) -> dict:
    """Categories by key or '@group'; without a result rows on unknown classes are passed over."""
    groups = {land.group.casefold() for land in names.listed.values() if land.group}
    sides: dict = {}
    for row in rows:
        text = row["class"]
        if text.startswith("@"):
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


def _follow(holdings: list, history: tuple, years: list[int], transition: int):
    """A function that books some hectares of a history."""
    ways = [
        [None] if one == other else list(range(begin + 1, end + 1))
        for one, other, begin, end in zip(history, history[1:], years, years[1:])
    ]

    def book(hectares: float, matrix: dict, rows: dict) -> None:
        choices = list(product(*ways))
        for chosen in choices:
            turns = {y: new for y, new in zip(chosen, holdings[1:]) if y is not None}
            piece = _Piece(holdings[0], transition, hectares / len(choices))
            for year in range(years[0] + 1, years[-1] + 1):
                piece.live(year, turns.get(year), matrix, rows)

    return book


class _Piece:
    """Some hectares that convert together."""

    def __init__(self, first: Holding, transition: int, area: float):
        self.now, self.transition, self.area = first, transition, area
        # The category before, and the years for which the land is converted.
        self.origin, self.converted_for = "", 0
        # t C/ha in the soil, what is added to it each year, and for how many years.
        self.soil = first.terms and first.terms["soil_tc_per_ha"]
        self.step, self.steps = None, 0
        # Years since forest was planted; and for how many years biomass is estimated.
        self.age, self.told_for = None, 0
        self.is_told = False

    def live(self, year: int, new: Holding | None, matrix: dict, rows: dict) -> None:
        """A year in which it becomes something else, or does not."""
        before, gain, loss = self.now, 0.0, 0.0
        if new is not None:
            gain, loss = self._turn(new)
        elif self.age is not None:
            self.age += 1
        if self.age is not None:
            gain = self._stock(self.age) - self._stock(self.age - 1)
        matrix[str(year), before.in_matrix, self.now.in_matrix] += self.area
        is_converted = self.converted_for > 0
        key = (
            *(str(year), self.now.category),
            *(("converted", self.origin) if is_converted else ("remaining", "")),
        )
        sums = rows[key]
        sums["area"] += self.area
        if self.is_told and (self.told_for > 0 or self.age is not None):
            sums["gain"] += self.area * gain
            sums["loss"] += self.area * loss
            sums["biomass_area"] += self.area
        if self.steps and self.step is not None:
            sums["soil"] += self.area * self.step
            sums["soil_area"] += self.area
            self.soil += self.step
        self.converted_for -= 1
        self.told_for -= 1
        if self.steps:
            self.steps -= 1
            if not self.steps:
                self.soil = self.now.terms and self.now.terms["soil_tc_per_ha"]

    def _turn(self, new: Holding) -> tuple[float, float]:
        """Become something else; what its biomass gains and loses."""
        old, held = self.now, self._held()
        is_other = old.category != new.category
        if is_other:
            self.origin, self.converted_for = old.category, self.transition
        self.now = new
        self.is_told = bool(old.terms and new.terms) and (is_other or new.category != FOREST)
        self.told_for = self.transition
        self.age = 1 if is_other and new.category == FOREST else None
        if old.terms and self.soil is not None and new.terms:
            self.step = (new.terms["soil_tc_per_ha"] - self.soil) / self.transition
        else:
            self.step, self.soil = None, None
        self.steps = self.transition
        if not self.is_told:
            return 0.0, 0.0
        return new.terms["vegetation_tc_per_ha"], held

    def _held(self) -> float:
        """t C/ha of biomass."""
        if self.now.terms is None:
            return 0.0
        full = self.now.terms["vegetation_tc_per_ha"]
        return full if self.age is None else self._stock(self.age)

    def _stock(self, age: int) -> float:
        """That of forest so many years after it was planted; 0 where nobody knows."""
        if age < 1 or self.now.terms is None:
            return 0.0
        return regrown(self.now.terms, "vegetation", 0.0, float(age))


def _row(sums: dict) -> list:
    """The numbers of a row of CATEGORY_TABLE; None is not estimated."""
    area, gain, loss, soil, biomass_area, soil_area = (sums[name] / 1000 for name in NUMBERS)
    has_biomass, has_soil = biomass_area > 0, soil_area > 0
    change = (gain - loss if has_biomass else 0.0) + (soil if has_soil else 0.0)
    return [
        area,
        gain if has_biomass else None,
        loss if has_biomass else None,
        soil if has_soil else None,
        -CO2_PER_C * change if has_biomass or has_soil else None,
        (gain - loss) / area if has_biomass else None,
        soil / area if has_soil else None,
    ]
