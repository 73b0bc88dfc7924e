"""The inventory of a run or of a unit: LAND_MATRIX, CATEGORY_TABLE, and that they add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Optional, TypedDict

import numpy as np

from ..base.arrays import Floats, Ints
from ..base.dates import Date, Period
from ..base.messages import Listed, Message, Notes, Term, Text
from ..densities.ipcc import all_dead
from ..results.closure import Check
from ..scan.census import Census, CombinationTable
from ..scan.coding import FIRST_CLASS
from ..scan.units import UnitColumns, period_part
from ..scheme.classes import MINE, Classes
from ..scheme.coefficients import CO2_PER_C, Coefficients
from ..scheme.source_words import BETWEEN
from ..scheme.unknown import some
from .categories import CATEGORIES, FOREST, LANDS, OF_LAND, lands_of, sides_of
from .parcels import REMAINING, AnnualSums

# ha to kha, and t C to kt C.
KILO = 1e-3
# Hectares below this are none: what sums of the same ones differ by.
NOTHING = 1e-9
STAYS, CONVERTED = "remaining", "converted"
# Of AnnualSums.
SUMMED = ("area", "gain", "loss", "soil", "biomass_area", "soil_area")


class LandMatrixRow(TypedDict):
    """A row of LAND_MATRIX."""

    year: str
    from_category: str
    to_category: str
    area_kha: float


class Amounts(TypedDict):
    """What some land of a year has; None: not estimated."""

    area_kha: float
    biomass_gain_ktc: float | None
    biomass_loss_ktc: float | None
    soil_ktc: float | None
    net_co2_kt: float | None
    biomass_tc_per_ha: float | None
    soil_tc_per_ha: float | None


class _Place(TypedDict):
    year: str
    category: str
    subcategory: str
    from_category: str | None


class CategoryRow(_Place, Amounts):
    """A row of CATEGORY_TABLE."""


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
        area, gain, loss, soil, biomass_area, soil_area = (
            float(getattr(sums, name)[where].sum()) * KILO for name in SUMMED
        )
        has_biomass, has_soil = biomass_area > NOTHING * KILO, soil_area > NOTHING * KILO
        change = (gain - loss if has_biomass else 0.0) + (soil if has_soil else 0.0)
        return {
            "area_kha": area,
            "biomass_gain_ktc": gain if has_biomass else None,
            "biomass_loss_ktc": loss if has_biomass else None,
            "soil_ktc": soil if has_soil else None,
            "net_co2_kt": -CO2_PER_C * change if has_biomass or has_soil else None,
            "biomass_tc_per_ha": (gain - loss) / area if has_biomass else None,
            "soil_tc_per_ha": soil / area if has_soil else None,
        }

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
        return {
            "year": str(self.sums.years[n]),
            "category": str(CATEGORIES[category]),
            "subcategory": STAYS if remains else CONVERTED,
            "from_category": None if remains else str(CATEGORIES[origin]),
            **self.amounts(n, category, [origin]),
        }

    def checks(self, census: Census) -> list[Check]:
        """The annual tables against the matrix of each period, and the areas of each date."""
        places = [int(date.year) - self.sums.years[0] for date in self.dates]
        checks, apart = [], ~np.eye(len(LANDS), dtype=bool)

        def agree(period: str, text: Term, found: Floats, expected: Floats) -> None:
            agreeing = float(np.minimum(found, expected).sum())
            checks.append(Check(period, text, float(expected.sum()), agreeing))

        for number, (first, last) in enumerate(zip(places, places[1:])):
            what = Term("hectares of the annual conversions that are those of the matrix")
            converted = self.sums.matrix[first + 1 : last + 1].sum(axis=0)[apart]
            counted = self._by_land(self._by_land(census.cube.hectares[number]).T).T[apart]
            agree(census.cube.periods[number].name, what, converted, counted)
            label = self.dates[number + 1].label
            tally = self._by_land(census.dates.common[number + 1].hectares[FIRST_CLASS:])
            what = Term("final areas of the land matrix that are the class areas")
            agree(label, what, self.sums.matrix[last].sum(axis=0), tally)
            what = Term("areas of the categories that are the class areas")
            by_category: Floats = np.bincount(OF_LAND, tally, len(CATEGORIES)).astype(np.float64)
            agree(label, what, self.sums.area[last].sum(axis=1), by_category)
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
        rows, sums = of(census).rows, list[Optional[float]]()
        for first, last in (step.name.split("-") for step in steps):
            known = [r["net_co2_kt"] for r in rows if first < r["year"] <= last]
            parts = [amount for amount in known if amount is not None]
            sums.append(sum(parts) if parts else None)
        return sums

    return UnitColumns(
        [f"net_co2_kt_{period_part(step)}" for step in steps],
        [Message("Net CO2 {period}, kt", period=step.name) for step in steps],
        emissions,
        digits=3,
        measure="kt",
    )
