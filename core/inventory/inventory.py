"""The inventory of some land by IPCC's six categories: hectares and carbon of each year, by tier 1.

The conversions of a period a-b are spread equally over the years a+1 to b; those from sinks to
mined land, and back, take place in the year that rasters of years give, if it lies in the period. A
parcel is land of one trajectory that came to its class and to its category in the same years; land
that converts again leaves its parcels in proportion.

- Land is *converted* in the year of its conversion and the years after it, TRANSITION_YEARS in all;
  then it is *remaining*, as land of the first date is, of which it is not known what it was.
- Mineral soil changes by (SOC after - SOC before) / TRANSITION_YEARS a year for as many years (IPCC
  2006, volume 4, equation 2.25); land that converts again starts from what it holds then.
- Biomass is lost, and in most classes gained, in the year of the conversion (equation 2.16). Forest
  that was something else gains by the curve of its class, from nothing to its density, and so do
  perennial crops, classes of cropland that have a curve of their own. Such forest goes on with what
  it holds where it becomes another class of forest. What forest of the first date gains is not
  known, nor anything of land that comes from or goes to a class without densities, but for those
  of settlements and other land, which hold what BARE_BIOMASS and BARE_SOIL say.
- Conversions among the classes of a category are booked where the land stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isclose
from typing import TypedDict

import numpy as np

from ..base.dates import Date, periods
from ..base.messages import GoingOn, Listed, Message, Notes, Term, Text, each
from ..base.numbers import Flags, Floats, Ints, NDArray
from ..densities.density_table import DEAD_NAMES
from ..densities.ipcc import DEAD_POOLS, all_dead
from ..results.closure import Check
from ..scan.class_codes import FIRST_CLASS
from ..scan.count_result import Census, CombinationTable
from ..scan.units import UnitColumns, period_part
from ..scheme.classes import MINE, Classes, some
from ..scheme.coefficients import CO2_PER_C, Coefficients
from ..scheme.density_sources import BETWEEN
from ..scheme.recovery_curves import Instant
from ..scheme.table import ANY
from .categories import CATEGORIES, CROPLAND, FOREST, LANDS, OF_LAND, OTHER, SETTLEMENTS, lands_of

# ha to kha, and t C to kt C.
KILO = 1e-3
# Hectares, and changes in t C/ha, below this are none: what sums of the same ones differ by.
NOTHING = 1e-9
STAYS, CONVERTED = Term("remaining"), Term("converted")
# In place of the category that land came from, of land that is remaining.
REMAINING = len(CATEGORIES)
# In place of the year since when, of land of the first date.
EVER = -(10**6)
# Trajectories at a time.
CHUNK = 1 << 14
# What is summed up: ha, t C of biomass and mineral soil, and the ha for which these are known.
SUMMED = AREA, GAIN, LOSS, SOIL, BIOMASS_AREA, SOIL_AREA = range(6)
PARCEL = [
    ("land", "i8"),  # the index of the trajectory
    ("class", "i8"),
    ("area", "f8"),  # ha
    ("since", "i8"),  # the year in which it came to its class,
    ("entered", "i8"),  # and to its category
    ("origin", "i8"),  # the category before; REMAINING of land of the first date
    ("soil", "f8"),  # t C/ha that it held when it came to its class; NaN: not known,
    ("goal", "f8"),  # and that it goes to
    ("plants", "f8"),  # t C/ha of biomass with which it began, where it grows,
    ("ahead", "f8"),  # and the years by which its curve is ahead of one that begins with nothing
    ("grows", "?"),  # whether its biomass grows by the curve of its class
    ("counted", "?"),  # whether the biomass of its last conversion is known
    ("cause", "i8"),  # the class for want of whose densities something is not; -1: none
]
Parcels = NDArray[np.void]
# What land of settlements and other land holds whose class has no densities: of biomass, of soil.
BARE_BIOMASS = ZERO, NOT_ESTIMATED = ("zero", "not_estimated")
BARE_SOIL = _, UNCHANGED, PAVED, REMOVED = (NOT_ESTIMATED, "unchanged", "paved", "removed")
# What soil below a pavement keeps (IPCC 2006, volume 4, chapter 8).
KEPT_WHEN_PAVED = 0.8
# What is not estimated of classes that lack densities.
NE_BOTH = Term(
    "biomass and soil carbon of conversions to and from classes without carbon densities "
    "({classes}; set them in COEFFICIENTS, 0 is allowed)"
)
NE_SOIL = Term(
    "soil carbon of conversions to and from classes without carbon densities ({classes})"
)
NE_BIOMASS = Term("biomass of conversions to and from classes without carbon densities ({classes})")
# Decimals to which stocks of growing land are one, in t C/ha; fewer above so many parcels.
DIGITS, FEW_DIGITS, MANY_PARCELS = 9, 0, 1 << 16


def spread(years: range, known: Ints) -> Iterator[tuple[int, Floats, Floats]]:
    """The years of an interval, with the part of its conversions that takes place in each, and the
    part that is yet to come, (n,): equal parts, or all in the year that is known, not 0.
    """
    is_known = known > 0
    for year in years:
        left = (years.stop - 1 - year) / len(years)
        converts = np.where(is_known, known == year, 1.0 / len(years))
        yield year, converts, np.where(is_known, known > year, left)


class LandMatrixRow(TypedDict):
    """A row of LAND_MATRIX."""

    year: str
    from_category: str
    to_category: str
    area_kha: float


class CategoryRow(TypedDict):
    """A row of CATEGORY_TABLE; None: not estimated."""

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


def net_of(gain: float, loss: float) -> float:
    """Gain less loss; what sums of the same amounts differ by is none."""
    return 0.0 if isclose(gain, loss, rel_tol=1e-12) else gain - loss


@dataclass
class Inventory:
    """The inventory of a run or of a unit, all of whose dates have years.

    Attributes:
        categories: the shipped index among LANDS by class key or '@group'.
        own: the user's, which wins, or stands alone where it has '*'.
        present: the indices of the classes that occur, in the tables' order.
        lands: the index among LANDS of each class.
        dead: the categories whose vegetation has litter, or dead wood, in it, as the sources of
            its densities say.
        conversions: ha by year and LANDS, from (rows) and to (columns).
        missing: ha that are converted in the last year and of whose biomass or soil something is
            not known, by the class that lacks it.
        sums: by SUMMED, year, category and the category before, REMAINING last.
    """

    table: CombinationTable
    dates: Sequence[Date]
    classes: Classes
    categories: Mapping[str, int]
    own: Mapping[str, int]
    coefficients: Coefficients
    transition: int
    bare_biomass: str = ZERO
    bare_soil: str = NOT_ESTIMATED
    going_on: GoingOn = lambda: True

    def __post_init__(self) -> None:
        there = set(np.unique(self.table.classes).tolist())
        self.present = [index for index in self.classes.order() if index in there]
        by_side = self.own if ANY in self.own else {**self.categories, **self.own}
        self.lands = lands_of(self.classes, by_side, self.present)
        self._read_densities()
        dates = [int(date.year) for date in self.dates]
        self.years = range(dates[0] + 1, dates[-1] + 1)
        self.conversions = np.zeros((len(self.years), len(LANDS), len(LANDS)))
        self.missing = np.zeros(len(self.classes))
        self.sums = np.zeros((len(SUMMED), len(self.years), REMAINING, REMAINING + 1))
        for start in range(0, len(self.table.cells), CHUNK):
            part = slice(start, start + CHUNK)
            first, *others = self.table.classes[part].astype(np.int64).T
            parcels: Parcels = np.zeros(len(first), PARCEL)
            parcels["land"], parcels["class"] = np.arange(len(first)), first
            parcels["area"] = self.table.hectares[part]
            parcels["since"] = parcels["entered"] = EVER
            parcels["origin"], parcels["cause"] = REMAINING, -1
            parcels["soil"] = parcels["goal"] = self._full_soil[first]
            for classes, earlier, later in each(zip(others, dates, dates[1:]), self.going_on):
                moves = parcels["class"] != classes[parcels["land"]]
                whole, leaving, arrived = parcels[~moves], parcels[moves], parcels[:0]
                interval = range(earlier + 1, later + 1)
                known = self._known_years(leaving, classes, interval, part)
                for year, converts, stays in spread(interval, known):
                    left, some = leaving.copy(), converts > 0
                    left["area"] *= stays
                    self._book(np.concatenate([whole, left]), year)
                    new = self._converted(leaving[some], converts[some], year, classes)
                    arrived = np.concatenate([arrived, new])
                    self._book(arrived, year)
                parcels = np.concatenate([whole, arrived])

    def _known_years(self, leaving: Parcels, classes: Ints, interval: range, part: slice) -> Ints:
        """In which year of an interval parcels convert, by rasters of years: sinks that are mined,
        and mined land that becomes a sink; 0 where that is not known.
        """
        if self.table.years is None:
            return np.zeros(len(leaving), np.int64)
        is_sink = np.array([c.is_sink for c in self.classes], np.bool_)
        is_mine = np.array([c.group.casefold() == MINE for c in self.classes], np.bool_)
        before, after = leaving["class"], classes[leaving["land"]]
        kinds = [is_sink[before] & is_mine[after], is_mine[before] & is_sink[after]]
        years = self.table.years[part][leaving["land"]].astype(np.int64)
        year = np.select(kinds, [*years.T], 0)
        return np.where((year >= interval.start) & (year < interval.stop), year, 0)

    def _read_densities(self) -> None:
        """What a hectare of each class holds, NaN: not known, and how that grows."""
        densities = [self.coefficients.or_nothing(c) for c in self.classes]
        known = np.array([c in self.coefficients for c in self.classes], np.bool_)
        categories = np.where(self.lands < 0, REMAINING, OF_LAND[self.lands])
        self.bare = ~known & np.isin(categories, (SETTLEMENTS, OTHER))
        full_soil = np.array([c.soil.density for c in densities], np.float64)
        self._full_soil: Floats = np.where(known, full_soil, np.nan)
        full_biomass = np.array([c.vegetation.density for c in densities], np.float64)
        # It is 0 of classes without any.
        has_biomass = known | (self.bare & (self.bare_biomass == ZERO))
        self._full_biomass: Floats = np.where(has_biomass, full_biomass, np.nan)
        self._curves = [c.vegetation.curve for c in densities]
        # Annual crops are there at once.
        grown = [
            c.vegetation.is_curve_given and not isinstance(c.vegetation.curve, Instant)
            for c in densities
        ]
        self._is_perennial: Flags = (categories == CROPLAND) & np.array(grown, np.bool_)
        self.dead: dict[str, set[int]] = {pool: set() for pool in DEAD_POOLS}
        for index in self.present:
            for source in all_dead().keys() & densities[index].source.split(BETWEEN):
                self.dead[source.split(",")[0]].add(int(OF_LAND[self.lands[index]]))

    def _converted(self, leaving: Parcels, share: Floats, year: int, classes: Ints) -> Parcels:
        """The parcels that a share of others becomes in a year; their losses are booked."""
        before, after = leaving["class"], classes[leaving["land"]]
        source, target = self.lands[before], self.lands[after]
        was, becomes = OF_LAND[source], OF_LAND[target]
        stays = was == becomes
        among_forests = stays & (was == FOREST)
        part = np.clip((year - leaving["since"]) / self.transition, 0.0, 1.0)
        goal, start = leaving["goal"], leaving["soil"]
        new = leaving.copy()
        new["class"], new["since"] = after, year
        new["area"] *= share
        new["soil"] = np.where(part >= 1.0, goal, start + (goal - start) * part)
        new["goal"] = self._goal(new["soil"], goal, before, after)
        new["origin"] = np.where(stays, leaving["origin"], was)
        new["entered"] = np.where(stays, leaving["entered"], year)
        # Forest that grew up within the series goes on with what it has.
        goes_on = among_forests & leaving["grows"]
        stock, full = self._biomass(leaving, year - 1), self._full_biomass[after]
        new["grows"] = goes_on | (~stays & (becomes == FOREST)) | self._is_perennial[after]
        new["plants"] = np.where(goes_on, np.minimum(stock, full), 0.0)
        new["ahead"] = self._ages(after, new["plants"])
        new["counted"] = ~np.isnan(stock) & ~np.isnan(full) & (goes_on | ~among_forests)
        lacks_after = np.isnan(full) | np.isnan(new["goal"])
        lacks_before = np.isnan(self._full_biomass[before])
        lacks_before |= np.isnan(goal) & np.isnan(new["soil"])
        # Else what the land held before it was of that class.
        lacks_earlier = np.isnan(new["soil"]) | np.isnan(stock)
        lacks = [lacks_after, lacks_before, lacks_earlier]
        new["cause"] = np.select(lacks, [after, before, leaving["cause"]], -1)
        np.add.at(self.conversions[year - self.years[0]], (source, target), new["area"])
        lost = new["area"] * (stock - new["plants"])
        self._add(new, year, {LOSS: np.where(new["counted"], lost, 0.0)})
        # One parcel of those that came from the same land in the same way and hold the same.
        digits = DIGITS if len(new) < MANY_PARCELS else FEW_DIGITS
        stocks = np.unique(np.round(np.nan_to_num(new["plants"]), digits), return_inverse=True)
        is_known = ~np.isnan(new["soil"])
        entered = np.maximum(new["entered"] - self.years[0] + 1, 0)
        keys = (new["land"], new["origin"], entered, is_known, stocks[1], new["cause"] + 1)
        sizes = (len(classes), REMAINING + 1, len(self.years) + 1, 2, len(stocks[0]) + 1)
        way = np.ravel_multi_index(keys, (*sizes, len(self.classes) + 1))
        _, firsts, rows = np.unique(way, return_index=True, return_inverse=True)
        merged = new[firsts]
        merged["area"] = np.bincount(rows, new["area"], len(firsts))
        divisor = np.where(merged["area"] > 0, merged["area"], 1.0)
        for column in ("soil", "goal", "plants"):
            merged[column] = np.bincount(rows, new["area"] * new[column], len(firsts)) / divisor
        # The mean of a density differs from it in the last digit.
        has_density = ~self.bare[merged["class"]]
        merged["goal"][has_density] = self._full_soil[merged["class"][has_density]]
        return merged

    def _goal(self, soil: Floats, goal: Floats, before: Ints, after: Ints) -> Floats:
        """t C/ha of soil that converted land goes to.

        `soil`: what it holds; `goal`: what it went to so far.
        """
        category = OF_LAND[self.lands[after]]
        bare_soil: Floats = np.full(len(soil), np.nan)
        if self.bare_soil == UNCHANGED:
            bare_soil = soil
        elif self.bare_soil == PAVED:
            # What is paved is not paved again.
            was_paved = self.bare[before] & (OF_LAND[self.lands[before]] == SETTLEMENTS)
            paved = np.where(was_paved, goal, KEPT_WHEN_PAVED * soil)
            bare_soil = np.where(category == SETTLEMENTS, paved, np.nan)
        elif self.bare_soil == REMOVED:
            bare_soil = np.where(category == OTHER, 0.0, np.nan)
        return np.where(self.bare[after], bare_soil, self._full_soil[after])

    def _book(self, parcels: Parcels, year: int) -> None:
        """Book the hectares of a year, and what they gained in it."""
        classes, area, age = parcels["class"], parcels["area"], year - parcels["since"]
        stayed = np.bincount(self.lands[classes], np.where(age > 0, area, 0.0), len(LANDS))
        self.conversions[year - self.years[0]][np.diag_indices(len(LANDS))] += stayed
        in_transition, grows = age < self.transition, parcels["grows"]
        missing = parcels["goal"] - parcels["soil"]
        change = np.where(abs(missing) < NOTHING, 0.0, missing) / self.transition
        has_soil = in_transition & ~np.isnan(change)
        has_biomass = parcels["counted"] & (in_transition | grows)
        gain = np.where(age == 0, self._full_biomass[classes], 0.0)
        growing = parcels[grows]
        gain[grows] = self._biomass(growing, year) - self._biomass(growing, year - 1)
        amounts = {
            AREA: area,
            SOIL: np.where(has_soil, change * area, 0.0),
            SOIL_AREA: np.where(has_soil, area, 0.0),
            GAIN: np.where(has_biomass, gain * area, 0.0),
            BIOMASS_AREA: np.where(has_biomass, area, 0.0),
        }
        self._add(parcels, year, amounts)
        if year == self.years[-1]:
            is_missing = (year - parcels["entered"] < self.transition) & ~(has_soil & has_biomass)
            causes, areas = parcels["cause"][is_missing], area[is_missing]
            self.missing += np.bincount(causes, areas, len(self.classes))

    def _add(self, parcels: Parcels, year: int, amounts: Mapping[int, Floats]) -> None:
        """Add amounts by SUMMED to the sums of a year."""
        is_converted = year - parcels["entered"] < self.transition
        origin = np.where(is_converted, parcels["origin"], REMAINING)
        cells = OF_LAND[self.lands[parcels["class"]]] * (REMAINING + 1) + origin
        for summed, amount in amounts.items():
            of_year = self.sums[summed, year - self.years[0]]
            of_year += np.bincount(cells, amount, of_year.size).reshape(of_year.shape)

    def _ages(self, classes: Ints, stocks: Floats) -> Floats:
        """The ages at which the curves of classes have come to stocks."""
        ages = np.zeros(len(classes))
        for index in np.unique(classes[stocks > 0]):
            rows = classes == index
            ages[rows] = self._curves[index].age_at(stocks[rows], float(self._full_biomass[index]))
        return ages

    def _biomass(self, parcels: Parcels, year: int) -> Floats:
        """t C/ha of biomass at the end of a year; NaN: not known."""
        biomass: Floats = self._full_biomass[parcels["class"]]
        growing = np.where(parcels["grows"], parcels["class"], -1)
        for index in np.flatnonzero(np.bincount(growing + 1)[1:]):
            rows = np.flatnonzero(growing == index)
            plants, full = parcels["plants"][rows], float(self._full_biomass[index])
            years = np.maximum(year - parcels["since"][rows] + 1, 0)
            # A curve that never comes to what there is adds nothing to it.
            grown = self._curves[index].stock(
                np.zeros(len(rows)), full, parcels["ahead"][rows] + years
            )
            biomass[rows] = np.where(years > 0, np.maximum(plants, grown), plants)
        return biomass

    def of(self, census: Census) -> Inventory:
        """The inventory of a unit; of the whole run this one."""
        return self if census.histories is None else replace(self, table=census.histories)

    @cached_property
    def matrix(self) -> list[LandMatrixRow]:
        """LAND_MATRIX: what became of what in each year; on the diagonal what remained."""
        return [
            {
                "year": str(self.years[n]),
                "from_category": LANDS[source][0],
                "to_category": LANDS[target][0],
                "area_kha": float(self.conversions[n, source, target]) * KILO,
            }
            for n, source, target in np.argwhere(self.conversions > NOTHING)
        ]

    @cached_property
    def rows(self) -> list[CategoryRow]:
        """CATEGORY_TABLE: each year, category and category before; what remained stands first."""
        with_land = np.argwhere(np.roll(self.sums[AREA], 1, axis=2) > NOTHING)
        origins = (REMAINING, *range(REMAINING))
        return [self.row(n, category, [origins[i]]) for n, category, i in with_land]

    def row(self, n: int, category: int, origins: Sequence[int]) -> CategoryRow:
        """The row of CATEGORY_TABLE on the n-th year's land of an origin, or of some together."""
        sums = self.sums[:, n, category, list(origins)].sum(axis=1) * KILO
        area, gain, loss, soil, biomass_area, soil_area = sums.tolist()
        has_biomass, has_soil = biomass_area > NOTHING * KILO, soil_area > NOTHING * KILO
        net = net_of(gain, loss)
        change = (net if has_biomass else 0.0) + (soil if has_soil else 0.0)
        remains = REMAINING in origins
        return {
            "year": str(self.years[n]),
            "category": CATEGORIES[category],
            "subcategory": STAYS if remains else CONVERTED,
            "from_category": None if remains else CATEGORIES[origins[0]],
            "area_kha": area,
            "biomass_gain_ktc": gain if has_biomass else None,
            "biomass_loss_ktc": loss if has_biomass else None,
            "soil_ktc": soil if has_soil else None,
            "net_co2_kt": CO2_PER_C * (0.0 - change) if has_biomass or has_soil else None,
            "biomass_tc_per_ha": net / area if has_biomass else None,
            "soil_tc_per_ha": soil / area if has_soil else None,
        }

    def emitted(self, after: int, last: int) -> float | None:
        """Net CO2 of the years after one up to another, kt, of what is estimated."""
        parts = [row["net_co2_kt"] for row in self.rows if after < int(row["year"]) <= last]
        known = [amount for amount in parts if amount is not None]
        return sum(known) if known else None

    @property
    def unit_columns(self) -> UnitColumns:
        """Of a unit: net CO2 of each period."""
        steps = periods(self.dates)[: len(self.dates) - 1]
        years = [int(date.year) for date in self.dates]

        def emissions(census: Census) -> list[float | None]:
            unit = self.of(census)
            return [unit.emitted(after, last) for after, last in zip(years, years[1:])]

        return UnitColumns(
            [f"net_co2_kt_{period_part(step)}" for step in steps],
            [Message("Net CO2 {period}, kt", period=step.name) for step in steps],
            emissions,
            digits=3,
            measure="kt",
        )

    def checks(self, census: Census) -> list[Check]:
        """The annual tables against the matrix of each period, and the areas of each date."""
        checks: list[Check] = []

        def compare(when: str, what: Term, sums: Floats, counts: NDArray[np.number]) -> None:
            common = float(np.minimum(sums, counts).sum())
            checks.append(Check(when, what, float(counts.sum()), common))

        ends = [int(date.year) - self.years[0] for date in self.dates]
        apart = ~np.eye(len(LANDS), dtype=bool)
        for n, (first, last) in enumerate(zip(ends, ends[1:])):
            what = Term("sum of annual conversions = area in the transfer matrix")
            counted = self._by_land(self._by_land(census.cube.hectares[n]).T).T[apart]
            converted = self.conversions[first + 1 : last + 1].sum(axis=0)[apart]
            compare(census.cube.periods[n].name, what, converted, counted)
            label = self.dates[n + 1].label
            tally = self._by_land(census.dates.common[n + 1].hectares[FIRST_CLASS:])
            what = Term("final areas in the land matrix = class areas")
            compare(label, what, self.conversions[last].sum(axis=0), tally)
            what = Term("category areas sum to class areas")
            by_category = np.bincount(OF_LAND, tally, len(CATEGORIES))
            compare(label, what, self.sums[AREA, last].sum(axis=1), by_category)
        return checks

    def _by_land(self, by_class: Floats) -> Floats:
        """What classes have, (classes, ...), added up by LANDS."""
        sums = np.zeros((len(LANDS), *by_class.shape[1:]))
        np.add.at(sums, self.lands[self.present], by_class[self.present])
        return sums

    def notes(self) -> Notes:
        """What was before the first date, what is not estimated and what taken for granted."""
        notes, first = Notes(), self.dates[0].label
        present = [self.classes[index] for index in self.present]
        lands = self.lands[self.present]
        parts: list[Text] = []
        has_biomass = ~np.isnan(self._full_biomass)
        reaches = {UNCHANGED: (SETTLEMENTS, OTHER), PAVED: (SETTLEMENTS,), REMOVED: (OTHER,)}
        of_bare = np.isin(OF_LAND[self.lands], reaches.get(self.bare_soil, ()))
        has_soil = ~np.isnan(self._full_soil) | (self.bare & of_bare)
        without = (
            (~has_biomass & ~has_soil, NE_BOTH),
            (has_biomass & ~has_soil, NE_SOIL),
            (~has_biomass & has_soil, NE_BIOMASS),
        )
        for lacks, words in without:
            if names := [self.classes[index].name for index in self.present if lacks[index]]:
                parts.append(Message(words, classes=some(names)))
        if FOREST in OF_LAND[lands]:
            parts.append(
                Message(
                    "biomass of forest land remaining forest land since {year}, and of "
                    "conversions between forest classes",
                    year=first,
                )
            )
        parts.append(Term("biomass and soil carbon of land remaining in its class"))
        no_dead = [DEAD_NAMES[pool] for pool, having in self.dead.items() if not having]
        parts += no_dead if len(no_dead) < 2 else [Term("dead wood and litter")]
        parts.append(Term("organic soils (all soils are treated as mineral soils)"))
        notes.inform(
            "Conversions before {first} are unknown and counted as remaining; areas of "
            "converted land are complete from {whole} on.",
            first=first,
            whole=str(int(first) + self.transition),
        )
        notes.inform(
            "Not estimated (NE), empty in the tables: {parts}.", parts=Listed(parts, Term("; "))
        )
        bare = [self.classes[index].name for index in self.present if self.bare[index]]
        if bare and self.bare_biomass == ZERO:
            notes.inform(
                "Biomass set to 0 for settlements and other land without carbon densities "
                "(BARE_BIOMASS): {classes}.",
                classes=some(bare),
            )
        unmanaged = [c.name for c, land in zip(present, lands) if not LANDS[land][2]]
        if unmanaged:
            notes.inform(
                "Unmanaged land according to CATEGORIES: {classes}. CATEGORY_TABLE includes "
                "this land and the carbon of its conversions to other categories.",
                classes=some(unmanaged),
            )
        chosen = lands_of(self.classes, self.own)[self.present] >= 0
        mined = [c.name for c, is_own in zip(present, chosen) if c.group == MINE and not is_own]
        if mined:
            notes.warn(
                "CATEGORIES: mined land ({classes}) is included in other land; national "
                "practice may be settlements. Add a row @mine to choose.",
                classes=some(mined),
            )
        return notes
