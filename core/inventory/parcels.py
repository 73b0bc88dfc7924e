"""Hectares and carbon of each year by what land was at all dates: IPCC's tier 1, by vintages.

The conversions of a period a-b are spread equally over the years a+1 to b: of a trajectory as many
hectares convert in each. A parcel is land of one trajectory that came to its class and to its
category in the same years. Land that converts again leaves its parcels in proportion.

- Land is *converted* in the year of its conversion and the years after it, TRANSITION_YEARS in all;
  then it is *remaining*, as land of the first date is, of which it is not known what it was.
- Mineral soil changes by (SOC after - SOC before) / TRANSITION_YEARS a year for as many years (IPCC
  2006, volume 4, equation 2.25); land that converts again starts from what it holds then.
- Biomass is lost, and that of other land than forest gained, in the year of the conversion
  (equation 2.16). Forest that was something else gains by the curve of its class, from nothing to
  its density. What forest that was forest gains is not known, nor anything of land that comes from
  or goes to a class without densities.
- Classes of one category may differ in carbon: their conversions are booked where the land stands,
  but among classes of forest soil alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..base.arrays import Flags, Floats, Ints, NDArray
from ..base.messages import Cancelled
from ..scan.census import CombinationTable
from ..scheme.classes import Classes
from ..scheme.coefficients import Coefficients
from .categories import CATEGORIES, FOREST, LANDS, OF_LAND

# In place of the category that land came from, of land that is remaining.
REMAINING = len(CATEGORIES)
# In place of the year since when, of land of the first date.
EVER = -(10**6)
# Trajectories at a time.
CHUNK = 1 << 14

PARCEL = [
    ("land", "i8"),  # the number of the trajectory
    ("area", "f8"),  # ha
    ("since", "i8"),  # the year in which it came to its class,
    ("entered", "i8"),  # and to its category
    ("origin", "i8"),  # the category before; REMAINING of land of the first date
    ("soil", "f8"),  # t C/ha that it held when it came to its class
    ("soil_known", "?"),
    ("grows", "?"),  # whether it is forest that was something else
    ("counted", "?"),  # whether the biomass of its last conversion is known
]
Parcels = NDArray[np.void]


class AnnualSums:
    """What the years come to, by year, category and the category before, REMAINING last.

    Args:
        years: of the dates.
        lands: the place among LANDS of each class.
        transition: TRANSITION_YEARS.

    Attributes:
        years: the year after the first date to the last date.
        matrix: ha by year and LANDS, from (rows) and to (columns).
        area: ha, (years, categories, categories + 1).
        gain, loss, soil: t C of biomass and mineral soil, in the same way.
        biomass_area, soil_area: the hectares for which they are known.
    """

    def __init__(
        self,
        years: Sequence[int],
        lands: Ints,
        classes: Classes,
        coefficients: Coefficients,
        transition: int,
    ):
        self._dates, self._lands, self._transition = years, lands, transition
        held = [coefficients.or_nothing(c) for c in classes]
        self._known = np.array([c in coefficients for c in classes], np.bool_)
        self._full_soil = np.array([c.soil.density for c in held], np.float64)
        self._full_biomass = np.array([c.vegetation.density for c in held], np.float64)
        self._curves = [c.vegetation.curve for c in held]
        self.years = range(years[0] + 1, years[-1] + 1)
        self.matrix = np.zeros((len(self.years), len(LANDS), len(LANDS)))
        shape = (len(self.years), len(CATEGORIES), len(CATEGORIES) + 1)
        self.area, self.gain, self.loss, self.soil = (np.zeros(shape) for _ in range(4))
        self.biomass_area, self.soil_area = np.zeros(shape), np.zeros(shape)

    def add(self, table: CombinationTable, going_on: Callable[[], bool]) -> None:
        """Follow trajectories from the first date to the last.

        Raises:
            Cancelled: going_on returned False.
        """
        for start in range(0, len(table.cells), CHUNK):
            part = slice(start, start + CHUNK)
            dates = table.classes[part].astype(np.int64).T
            parcels: Parcels = np.zeros(dates.shape[1], PARCEL)
            parcels["land"] = np.arange(dates.shape[1])
            parcels["area"] = table.hectares[part]
            parcels["since"] = parcels["entered"] = EVER
            parcels["origin"] = REMAINING
            for then, now, *years in zip(dates, dates[1:], self._dates, self._dates[1:]):
                if not going_on():
                    raise Cancelled
                parcels = self._go(parcels, then, now, range(years[0] + 1, years[1] + 1))

    def _go(self, parcels: Parcels, then: Ints, now: Ints, years: range) -> Parcels:
        """The parcels at the end of a period; then and now are the classes of the trajectories."""
        moves = (then != now)[parcels["land"]]
        whole, leaving, arrived = parcels[~moves], parcels[moves], parcels[:0]
        for year in years:
            left = leaving.copy()
            left["area"] *= (years[-1] - year) / len(years)
            self._book(np.concatenate([whole, left]), then, year)
            new = self._converted(leaving, 1.0 / len(years), year, then, now)
            arrived = np.concatenate([arrived, new])
            self._book(arrived, now, year)
        return np.concatenate([whole, arrived])

    def _converted(
        self, leaving: Parcels, share: float, year: int, then: Ints, now: Ints
    ) -> Parcels:
        """The parcels that a share of others becomes in a year; their losses are booked."""
        before, after = then[leaving["land"]], now[leaving["land"]]
        source, target = self._lands[before], self._lands[after]
        was, becomes = OF_LAND[source], OF_LAND[target]
        stays = was == becomes
        new = leaving.copy()
        new["area"] *= share
        new["soil"], new["soil_known"] = self._soil(leaving, before, year - 1)
        new["since"] = year
        new["origin"] = np.where(stays, leaving["origin"], was)
        new["entered"] = np.where(stays, leaving["entered"], year)
        new["grows"] = ~stays & (becomes == FOREST)
        new["counted"] = self._known[before] & self._known[after] & ~(stays & (was == FOREST))
        np.add.at(self.matrix[self.years.index(year)], (source, target), new["area"])
        lost = new["area"] * self._biomass(leaving, before, year - 1)
        self._add(self.loss, new, becomes, year, np.where(new["counted"], lost, 0.0))
        # One parcel of those that came from the same land in the same way.
        keys = (new["land"] * (REMAINING + 1) + new["origin"]) * (year + 1 - EVER)
        keys = (keys + new["entered"] - EVER) * 2 + new["soil_known"]
        _, places, rows = np.unique(keys, return_index=True, return_inverse=True)
        merged = new[places]
        merged["area"] = np.bincount(rows, new["area"], len(places))
        soil = np.bincount(rows, new["area"] * new["soil"], len(places))
        merged["soil"] = soil / np.where(merged["area"] > 0, merged["area"], 1.0)
        return merged

    def _book(self, parcels: Parcels, classes: Ints, year: int) -> None:
        """Book the hectares of a year, and what they gained in it."""
        number, area = classes[parcels["land"]], parcels["area"]
        land, age = self._lands[number], year - parcels["since"]
        category, grows = OF_LAND[land], parcels["grows"]
        stayed = np.bincount(land, np.where(age > 0, area, 0.0), len(LANDS))
        self.matrix[self.years.index(year)][np.diag_indices(len(LANDS))] += stayed
        in_transition = age < self._transition
        known = in_transition & parcels["soil_known"] & self._known[number]
        change = (self._full_soil[number] - parcels["soil"]) / self._transition
        counted = parcels["counted"] & (in_transition | grows)
        held, before = (self._biomass(parcels, number, y) for y in (year, year - 1))
        gain = np.where(grows, held - before, np.where(age == 0, held, 0.0))
        for sums, amounts in (
            (self.area, area),
            (self.soil, np.where(known, change * area, 0.0)),
            (self.soil_area, np.where(known, area, 0.0)),
            (self.gain, np.where(counted, gain * area, 0.0)),
            (self.biomass_area, np.where(counted, area, 0.0)),
        ):
            self._add(sums, parcels, category, year, amounts)

    def _add(
        self, sums: Floats, parcels: Parcels, category: Ints, year: int, amounts: Floats
    ) -> None:
        is_converted = year - parcels["entered"] < self._transition
        places = category * (REMAINING + 1) + np.where(is_converted, parcels["origin"], REMAINING)
        of_year = sums[self.years.index(year)]
        of_year += np.bincount(places, amounts, of_year.size).reshape(of_year.shape)

    def _soil(self, parcels: Parcels, classes: Ints, year: int) -> tuple[Floats, Flags]:
        """t C/ha of soil at the end of a year, and whether that is known."""
        part = np.clip((year - parcels["since"] + 1) / self._transition, 0.0, 1.0)
        full, settled = self._full_soil[classes], part >= 1.0
        soil = np.where(settled, full, parcels["soil"] + (full - parcels["soil"]) * part)
        return soil, self._known[classes] & (settled | parcels["soil_known"])

    def _biomass(self, parcels: Parcels, classes: Ints, year: int) -> Floats:
        """t C/ha of biomass at the end of a year; 0 of forest that is yet to be planted."""
        biomass: Floats = self._full_biomass[classes]
        for number in np.unique(classes[parcels["grows"]]):
            trees = np.flatnonzero(parcels["grows"] & (classes == number))
            age = np.maximum(year - parcels["since"][trees] + 1, 0).astype(np.float64)
            full, start = float(self._full_biomass[number]), np.zeros(len(trees))
            stock = self._curves[number].stock(start, full, age)
            biomass[trees] = np.where(age > 0, stock, 0.0)
        return biomass
