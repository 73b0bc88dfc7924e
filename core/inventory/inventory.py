"""The inventory of a run or of a unit: LAND_MATRIX, CATEGORY_TABLE, and that they add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypedDict

import numpy as np

from ..base.arrays import Floats, Ints
from ..base.dates import Date, Period
from ..base.messages import Listed, Message, Notes, Term, Text
from ..densities.densities import BETWEEN
from ..densities.ipcc import all_dead
from ..results.closure import Check
from ..scan.census import Census, CombinationTable
from ..scan.coding import FIRST_CLASS
from ..scan.units import UnitColumns, period_part
from ..scheme.classes import MINE, Classes
from ..scheme.coefficients import CO2_PER_C, Coefficients
from ..scheme.unknown import some
from .categories import CATEGORIES, FOREST, LANDS, OF_LAND, lands_of, sides_of
from .parcels import REMAINING, AnnualSums

# ha to kha, and t C to kt C.
KILO = 1e-3
# Hectares below this are none: what sums of the same ones differ by.
NOTHING = 1e-9
STAYS, CONVERTED = "remaining", "converted"


class LandMatrixRow(TypedDict):
    """A row of LAND_MATRIX."""

    year: str
    from_category: str
    to_category: str
    area_kha: float


class CategoryRow(TypedDict):
    """A row of CATEGORY_TABLE; what is not estimated is None."""

    year: str
    category: str
    subcategory: str
    from_category: str | None
    area_kha: float
    biomass_gain_ktc: float | None
    biomass_loss_ktc: float | None
    soil_ktc: float | None
    net_co2_kt: float | None
    biomass_tc_per_ha: float | None
    soil_tc_per_ha: float | None


@dataclass(frozen=True)
class Amounts:
    """Some land of a year, in kha, kt C and kt CO2; None: not estimated."""

    area: float
    gain: float | None
    loss: float | None
    biomass: float | None
    soil: float | None

    @property
    def co2(self) -> float | None:
        """-44/12 x the change of carbon, as far as that is estimated."""
        parts = [part for part in (self.biomass, self.soil) if part is not None]
        return -CO2_PER_C * sum(parts) if parts else None

    def per_hectare(self, amount: float | None) -> float | None:
        """t C/ha over all of the land."""
        return None if amount is None else amount / self.area


@dataclass(frozen=True)
class Inventory:
    """The inventory of some land.

    Attributes:
        table: its trajectories.
        dates: all with years.
        categories: the place among LANDS by class key or '@group'; `own` are those that the user
            gave.
        coefficients: of the classes; the carbon of one without any is not estimated.
        transition: TRANSITION_YEARS.
    """

    table: CombinationTable
    dates: Sequence[Date]
    classes: Classes
    categories: Mapping[str, int]
    own: Mapping[str, int]
    coefficients: Coefficients
    transition: int
    going_on: Callable[[], bool] = lambda: True

    def of(self, census: Census) -> Inventory:
        """The inventory of a unit; of the whole run this one."""
        return self if census.histories is None else replace(self, table=census.histories)

    @cached_property
    def present(self) -> list[int]:
        """The numbers of the classes that occur, in the tables' order."""
        there = set(np.unique(self.table.classes).tolist())
        return [number for number in self.classes.order() if number in there]

    @cached_property
    def lands(self) -> Ints:
        """The place among LANDS of each class."""
        return lands_of(self.classes, self.present, self.categories)

    @cached_property
    def sums(self) -> AnnualSums:
        years = [int(date.year) for date in self.dates]
        sums = AnnualSums(years, self.lands, self.classes, self.coefficients, self.transition)
        sums.add(self.table, self.going_on)
        return sums

    def amounts(self, n: int, category: int, origins: Sequence[int]) -> Amounts:
        """What the n-th year has of a category, from some categories before."""
        sums, where = self.sums, (n, category, list(origins))

        def kilo(amounts: Floats, known: Floats) -> float | None:
            return float(amounts[where].sum()) * KILO if known[where].sum() > NOTHING else None

        return Amounts(
            float(sums.area[where].sum()) * KILO,
            kilo(sums.gain, sums.biomass_area),
            kilo(sums.loss, sums.biomass_area),
            kilo(sums.gain - sums.loss, sums.biomass_area),
            kilo(sums.soil, sums.soil_area),
        )

    @cached_property
    def matrix(self) -> list[LandMatrixRow]:
        """LAND_MATRIX: what became of what in each year; on the diagonal what remained."""
        return [
            {
                "year": str(year),
                "from_category": str(LANDS[source][0]),
                "to_category": str(LANDS[target][0]),
                "area_kha": float(matrix[source, target]) * KILO,
            }
            for year, matrix in zip(self.sums.years, self.sums.matrix)
            for source, target in zip(*np.nonzero(matrix > NOTHING))
        ]

    @cached_property
    def rows(self) -> list[CategoryRow]:
        """CATEGORY_TABLE: a row for each year, category and category before that has land."""
        # In each category what remains stands first.
        order = np.roll(self.sums.area, 1, axis=2) > NOTHING
        return [self._row(*map(int, place)) for place in np.argwhere(order)]

    def _row(self, n: int, category: int, place: int) -> CategoryRow:
        remains, origin = not place, (place or REMAINING + 1) - 1
        amounts = self.amounts(n, category, [origin])
        return {
            "year": str(self.sums.years[n]),
            "category": str(CATEGORIES[category]),
            "subcategory": STAYS if remains else CONVERTED,
            "from_category": None if remains else str(CATEGORIES[origin]),
            "area_kha": amounts.area,
            "biomass_gain_ktc": amounts.gain,
            "biomass_loss_ktc": amounts.loss,
            "soil_ktc": amounts.soil,
            "net_co2_kt": amounts.co2,
            "biomass_tc_per_ha": amounts.per_hectare(amounts.biomass),
            "soil_tc_per_ha": amounts.per_hectare(amounts.soil),
        }

    def checks(self, census: Census) -> list[Check]:
        """The annual tables against the matrix of each period, and the areas of each date."""
        places = [int(date.year) - self.sums.years[0] for date in self.dates]
        checks, apart = [], ~np.eye(len(LANDS), dtype=bool)
        for number, (first, last) in enumerate(zip(places, places[1:])):
            converted = self.sums.matrix[first + 1 : last + 1].sum(axis=0)[apart]
            counted = self._by_land(self._by_land(census.cube.hectares[number]).T).T[apart]
            what = Term("hectares of the annual conversions that are those of the matrix")
            period, found = census.cube.periods[number].name, np.minimum(converted, counted)
            checks.append(Check(period, what, float(counted.sum()), float(found.sum())))
            tally = self._by_land(census.dates.common[number + 1].hectares[FIRST_CLASS:])
            by_category = np.bincount(OF_LAND, tally, len(CATEGORIES))
            for what, areas, expected in (
                (
                    Term("final areas of the land matrix that are the class areas"),
                    self.sums.matrix[last].sum(axis=0),
                    tally,
                ),
                (
                    Term("areas of the categories that are the class areas"),
                    self.sums.area[last].sum(axis=1),
                    by_category,
                ),
            ):
                found = np.minimum(areas, expected).sum()
                label = self.dates[number + 1].label
                checks.append(Check(label, what, float(expected.sum()), float(found)))
        return checks

    def _by_land(self, by_class: Floats) -> Floats:
        """What classes have, (classes, ...), added up by LANDS."""
        sums = np.zeros((len(LANDS), *by_class.shape[1:]))
        np.add.at(sums, self.lands[self.present], by_class[self.present])
        return sums

    @cached_property
    def holds_dead(self) -> bool:
        """Whether vegetation has litter or dead wood in it, as the source of its density says."""
        held = self.coefficients.by_key.values()
        return any(part in all_dead() for one in held for part in one.source.split(BETWEEN))

    @property
    def sentences(self) -> list[Message]:
        """What was before the first date, and what is not estimated."""
        first, parts = self.dates[0].label, list[Text]()
        present = [self.classes[n] for n in self.present]
        lacking = [c.name for c in present if c not in self.coefficients]
        if lacking:
            parts.append(
                Message(
                    "biomass and soil of conversions to and from classes without densities "
                    "({classes}), to be written into COEFFICIENTS, where 0 is a density too",
                    classes=some(lacking),
                )
            )
        if FOREST in OF_LAND[self.lands[self.present]]:
            parts.append(
                Message(
                    "biomass of forest that was forest in {year}, and among classes of forest",
                    year=first,
                )
            )
        parts.append(Term("biomass and soil of land that stays what it is"))
        if not self.holds_dead:
            parts.append(Term("dead wood and litter"))
        parts.append(Term("organic soils, as all soil is taken for mineral"))
        return [
            Message(
                "What was converted before {first} is not known and counts as remaining: converted "
                "land is whole from {whole} on.",
                first=first,
                whole=str(int(first) + self.transition),
            ),
            Message(
                "Not estimated (NE), and empty in the tables: {parts}.",
                parts=Listed(parts, Term("; ")),
            ),
        ]

    def notes(self) -> Notes:
        """What is taken for granted, and what is not estimated, for the log."""
        notes, present = Notes(list(self.sentences)), [self.classes[n] for n in self.present]
        unmanaged = [c.name for c, n in zip(present, self.present) if not LANDS[self.lands[n]][2]]
        if unmanaged:
            notes.inform(
                "Unmanaged by CATEGORIES: {classes}. CATEGORY_TABLE has such land too, and the "
                "carbon of its conversions to other categories.",
                classes=some(unmanaged),
            )
        mined = [c.name for c in present if c.group == MINE and not {*sides_of(c)} & {*self.own}]
        if mined:
            notes.warn(
                "CATEGORIES: mined land ({classes}) is counted as other land; whether it is that "
                "or settlements is a country's choice. Give CATEGORIES a row @mine to say so.",
                classes=some(mined),
            )
        return notes


def emission_columns(steps: Sequence[Period], of: Callable[[Census], Inventory]) -> UnitColumns:
    """Of a unit: net CO2 of each period, of what is estimated.

    Args:
        of: gives the inventory of a unit.
    """

    def emissions(census: Census) -> list[float | None]:
        made, sums = of(census), list[float | None]()
        for step in steps:
            years = (made.dates[step.earlier].label, made.dates[step.later].label)
            of_step = [r["net_co2_kt"] for r in made.rows if years[0] < r["year"] <= years[1]]
            known = [amount for amount in of_step if amount is not None]
            sums.append(sum(known) if known else None)
        return sums

    return UnitColumns(
        [f"net_co2_kt_{period_part(step)}" for step in steps],
        [Message("Net CO2 {period}, kt", period=step.name) for step in steps],
        emissions,
        digits=3,
        measure="kt",
    )
