"""Land inventory by IPCC categories: annual areas and carbon stock changes, tier 1.

The conversions of a period a-b are distributed equally over the years a+1 to b; those
from sinks to mined land, and back, take place in the year given by rasters of years, if
it lies in the period. A parcel is land of one trajectory that entered its class and its
category in the same years; land that converts again leaves its parcels in proportion.

- Land is *converted* in the year of its conversion and the years after it,
  TRANSITION_YEARS in all; then it is *remaining*, as is land of the first date, the
  earlier use of which is unknown.
- Mineral soil changes by (SOC after - SOC before) / TRANSITION_YEARS a year for as many
  years (IPCC 2006, volume 4, equation 2.25); land that converts again starts from its
  current stock.
- Biomass is lost, and in most classes gained, in the year of the conversion (equation
  2.16). New forest follows the recovery curve of its class from zero to its density, as
  do perennial crops, the cropland classes with a curve of their own. New forest keeps
  its stock when it is converted to another forest class. Gains of forest present at the
  first date are not estimated, nor is carbon of conversions from or to classes without
  densities, except settlements and other land, which follow BARE_BIOMASS and BARE_SOIL.
- Conversions between the classes of a category are reported in that category.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isclose
from typing import TypedDict

import numpy as np

from ..base.dates import Date, create_periods
from ..base.messages import (
    ContinueCheck,
    Message,
    MessageList,
    Notes,
    Term,
    Text,
    iter_until_cancelled,
)
from ..base.numbers import BoolArray, FloatArray, IntArray, NDArray
from ..densities.density_table import DEAD_POOL_NAMES
from ..densities.ipcc import DEAD_POOLS, dead_matter_by_source
from ..results.closure import Check
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import CombinationTable, CountResult
from ..scan.units import UnitColumns, period_suffix
from ..scheme.classes import MINE, Classes, shorten_list
from ..scheme.coefficients import CO2_PER_C, Coefficients
from ..scheme.density_sources import SOURCE_SEPARATOR
from ..scheme.recovery_curves import InstantRecovery
from ..scheme.table import ANY_CLASS
from .categories import (
    CATEGORIES,
    CATEGORY_BY_LAND_TYPE,
    CROPLAND,
    FOREST,
    LAND_TYPES,
    OTHER,
    SETTLEMENTS,
    assign_land_types,
)

# From ha to kha, and from t C to kt C.
KILO_PER_UNIT = 1e-3
# Areas in ha, and changes in t C/ha, below this are rounding errors.
ZERO_TOLERANCE = 1e-9
REMAINING_LABEL, CONVERTED_LABEL = Term("remaining"), Term("converted")
# Index in place of the former category, for remaining land.
REMAINING_INDEX = len(CATEGORIES)
# In place of the year of entry, for land of the first date.
UNKNOWN_START_YEAR = -(10**6)
# Trajectories processed at a time.
CHUNK_SIZE = 1 << 14
# Sums: area (ha), biomass and mineral soil (t C), and the areas (ha) for which these are known.
SUM_INDICES = AREA, GAIN, LOSS, SOIL, BIOMASS_AREA, SOIL_AREA = range(6)
PARCEL_DTYPE = [
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
# Biomass and soil of settlements and other land in classes without densities.
BARE_BIOMASS_OPTIONS = ZERO, NOT_ESTIMATED = ("zero", "not_estimated")
BARE_SOIL_OPTIONS = _, UNCHANGED, PAVED, REMOVED = (NOT_ESTIMATED, "unchanged", "paved", "removed")
# Fraction of soil carbon that remains below pavement (IPCC 2006, volume 4, chapter 8).
PAVED_SOIL_FRACTION = 0.8
# Items not estimated for classes without densities.
NE_BIOMASS_AND_SOIL = Term(
    "biomass and soil carbon of conversions to and from classes without carbon densities "
    "({classes}; set them in COEFFICIENTS, 0 is allowed)"
)
NE_SOIL = Term(
    "soil carbon of conversions to and from classes without carbon densities ({classes})"
)
NE_BIOMASS = Term("biomass of conversions to and from classes without carbon densities ({classes})")
# Decimals at which stocks of growing land, t C/ha, are equal; fewer above this number of parcels.
STOCK_DECIMALS, COARSE_STOCK_DECIMALS, MAX_EXACT_PARCELS = 9, 0, 1 << 16


def distribute_conversions(
    years: range, known: IntArray
) -> Iterator[tuple[int, FloatArray, FloatArray]]:
    """Yield each year of an interval with the fractions converted in it and after it, (n,).

    Fractions are equal for all years, or 1 in the known year; 0 in `known` means unknown.
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
    """A row of CATEGORY_TABLE; None means not estimated."""

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


def net_change(gain: float, loss: float) -> float:
    """Return gain minus loss; differences due to rounding are 0."""
    return 0.0 if isclose(gain, loss, rel_tol=1e-12) else gain - loss


@dataclass
class Inventory:
    """Inventory of a run or of a unit; all dates must have years.

    Attributes:
        categories: default index in LAND_TYPES by class key or '@group'.
        own: user-defined indices, which take precedence, or replace all defaults if they
            have '*'.
        present: indices of the classes that occur, in table order.
        lands: index in LAND_TYPES of each class.
        dead: by dead pool, the categories with vegetation densities that include it
            according to their sources.
        conversions: ha by year and LAND_TYPES, from (rows) and to (columns).
        missing: ha of land in transition in the last year with unknown biomass or soil, by the
            class that lacks a density.
        sums: by SUM_INDICES, year, category and former category, with REMAINING_INDEX last.
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
    going_on: ContinueCheck = lambda: True

    def __post_init__(self) -> None:
        there = set(np.unique(self.table.classes).tolist())
        self.present = [index for index in self.classes.table_order() if index in there]
        by_side = self.own if ANY_CLASS in self.own else {**self.categories, **self.own}
        self.lands = assign_land_types(self.classes, by_side, self.present)
        self._read_densities()
        dates = [int(date.year) for date in self.dates]
        self.years = range(dates[0] + 1, dates[-1] + 1)
        self.conversions = np.zeros((len(self.years), len(LAND_TYPES), len(LAND_TYPES)))
        self.missing = np.zeros(len(self.classes))
        self.sums = np.zeros(
            (len(SUM_INDICES), len(self.years), REMAINING_INDEX, REMAINING_INDEX + 1)
        )
        for start in range(0, len(self.table.cells), CHUNK_SIZE):
            part = slice(start, start + CHUNK_SIZE)
            first, *others = self.table.classes[part].astype(np.int64).T
            parcels: Parcels = np.zeros(len(first), PARCEL_DTYPE)
            parcels["land"], parcels["class"] = np.arange(len(first)), first
            parcels["area"] = self.table.hectares[part]
            parcels["since"] = parcels["entered"] = UNKNOWN_START_YEAR
            parcels["origin"], parcels["cause"] = REMAINING_INDEX, -1
            parcels["soil"] = parcels["goal"] = self._full_soil[first]
            for classes, earlier, later in iter_until_cancelled(
                zip(others, dates, dates[1:]), self.going_on
            ):
                moves = parcels["class"] != classes[parcels["land"]]
                whole, leaving, arrived = parcels[~moves], parcels[moves], parcels[:0]
                interval = range(earlier + 1, later + 1)
                known = self._conversion_years(leaving, classes, interval, part)
                for year, converts, stays in distribute_conversions(interval, known):
                    left, some = leaving.copy(), converts > 0
                    left["area"] *= stays
                    self._record_year(np.concatenate([whole, left]), year)
                    new = self._convert_parcels(leaving[some], converts[some], year, classes)
                    arrived = np.concatenate([arrived, new])
                    self._record_year(arrived, year)
                parcels = np.concatenate([whole, arrived])

    def _conversion_years(
        self, leaving: Parcels, classes: IntArray, interval: range, part: slice
    ) -> IntArray:
        """Return years of conversion between sinks and mined land by year rasters; 0: unknown."""
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
        """Set the carbon densities of each class (NaN: unknown) and their recovery curves."""
        densities = [self.coefficients.coefficient_or_zero(c) for c in self.classes]
        known = np.array([c in self.coefficients for c in self.classes], np.bool_)
        categories = np.where(self.lands < 0, REMAINING_INDEX, CATEGORY_BY_LAND_TYPE[self.lands])
        self.bare = ~known & np.isin(categories, (SETTLEMENTS, OTHER))
        full_soil = np.array([c.soil.density for c in densities], np.float64)
        self._full_soil: FloatArray = np.where(known, full_soil, np.nan)
        full_biomass = np.array([c.vegetation.density for c in densities], np.float64)
        # Classes without a coefficient have a density of 0.
        has_biomass = known | (self.bare & (self.bare_biomass == ZERO))
        self._full_biomass: FloatArray = np.where(has_biomass, full_biomass, np.nan)
        self._curves = [c.vegetation.curve for c in densities]
        # Annual crops recover at once.
        grown = [
            c.vegetation.is_curve_given and not isinstance(c.vegetation.curve, InstantRecovery)
            for c in densities
        ]
        self._is_perennial: BoolArray = (categories == CROPLAND) & np.array(grown, np.bool_)
        self.dead: dict[str, set[int]] = {pool: set() for pool in DEAD_POOLS}
        for index in self.present:
            for source in dead_matter_by_source().keys() & densities[index].source.split(
                SOURCE_SEPARATOR
            ):
                self.dead[source.split(",")[0]].add(int(CATEGORY_BY_LAND_TYPE[self.lands[index]]))

    def _convert_parcels(
        self, leaving: Parcels, share: FloatArray, year: int, classes: IntArray
    ) -> Parcels:
        """Return the parcels converted in a year from shares of others; record their losses."""
        before, after = leaving["class"], classes[leaving["land"]]
        source, target = self.lands[before], self.lands[after]
        was, becomes = CATEGORY_BY_LAND_TYPE[source], CATEGORY_BY_LAND_TYPE[target]
        stays = was == becomes
        among_forests = stays & (was == FOREST)
        part = np.clip((year - leaving["since"]) / self.transition, 0.0, 1.0)
        goal, start = leaving["goal"], leaving["soil"]
        new = leaving.copy()
        new["class"], new["since"] = after, year
        new["area"] *= share
        new["soil"] = np.where(part >= 1.0, goal, start + (goal - start) * part)
        new["goal"] = self._soil_target(new["soil"], goal, before, after)
        new["origin"] = np.where(stays, leaving["origin"], was)
        new["entered"] = np.where(stays, leaving["entered"], year)
        # Forest established within the series keeps its stock.
        goes_on = among_forests & leaving["grows"]
        stock, full = self._biomass_density(leaving, year - 1), self._full_biomass[after]
        new["grows"] = goes_on | (~stays & (becomes == FOREST)) | self._is_perennial[after]
        new["plants"] = np.where(goes_on, np.minimum(stock, full), 0.0)
        new["ahead"] = self._curve_ages(after, new["plants"])
        new["counted"] = ~np.isnan(stock) & ~np.isnan(full) & (goes_on | ~among_forests)
        lacks_after = np.isnan(full) | np.isnan(new["goal"])
        lacks_before = np.isnan(self._full_biomass[before])
        lacks_before |= np.isnan(goal) & np.isnan(new["soil"])
        # Otherwise the density of an earlier class is missing.
        lacks_earlier = np.isnan(new["soil"]) | np.isnan(stock)
        lacks = [lacks_after, lacks_before, lacks_earlier]
        new["cause"] = np.select(lacks, [after, before, leaving["cause"]], -1)
        np.add.at(self.conversions[year - self.years[0]], (source, target), new["area"])
        lost = new["area"] * (stock - new["plants"])
        self._add_amounts(new, year, {LOSS: np.where(new["counted"], lost, 0.0)})
        # Merge parcels with the same origin, history and stock.
        digits = STOCK_DECIMALS if len(new) < MAX_EXACT_PARCELS else COARSE_STOCK_DECIMALS
        stocks = np.unique(np.round(np.nan_to_num(new["plants"]), digits), return_inverse=True)
        is_known = ~np.isnan(new["soil"])
        entered = np.maximum(new["entered"] - self.years[0] + 1, 0)
        keys = (new["land"], new["origin"], entered, is_known, stocks[1], new["cause"] + 1)
        sizes = (len(classes), REMAINING_INDEX + 1, len(self.years) + 1, 2, len(stocks[0]) + 1)
        way = np.ravel_multi_index(keys, (*sizes, len(self.classes) + 1))
        _, firsts, rows = np.unique(way, return_index=True, return_inverse=True)
        merged = new[firsts]
        merged["area"] = np.bincount(rows, new["area"], len(firsts))
        divisor = np.where(merged["area"] > 0, merged["area"], 1.0)
        for column in ("soil", "goal", "plants"):
            merged[column] = np.bincount(rows, new["area"] * new[column], len(firsts)) / divisor
        # Averaging changes the last digit of a density.
        has_density = ~self.bare[merged["class"]]
        merged["goal"][has_density] = self._full_soil[merged["class"][has_density]]
        return merged

    def _soil_target(
        self, soil: FloatArray, goal: FloatArray, before: IntArray, after: IntArray
    ) -> FloatArray:
        """Return soil equilibrium, t C/ha; `soil`: current stock, `goal`: former equilibrium."""
        category = CATEGORY_BY_LAND_TYPE[self.lands[after]]
        bare_soil: FloatArray = np.full(len(soil), np.nan)
        if self.bare_soil == UNCHANGED:
            bare_soil = soil
        elif self.bare_soil == PAVED:
            # Paved soil is not reduced twice.
            was_paved = self.bare[before] & (
                CATEGORY_BY_LAND_TYPE[self.lands[before]] == SETTLEMENTS
            )
            paved = np.where(was_paved, goal, PAVED_SOIL_FRACTION * soil)
            bare_soil = np.where(category == SETTLEMENTS, paved, np.nan)
        elif self.bare_soil == REMOVED:
            bare_soil = np.where(category == OTHER, 0.0, np.nan)
        return np.where(self.bare[after], bare_soil, self._full_soil[after])

    def _record_year(self, parcels: Parcels, year: int) -> None:
        """Record the areas of a year and the gains in it."""
        classes, area, age = parcels["class"], parcels["area"], year - parcels["since"]
        stayed = np.bincount(self.lands[classes], np.where(age > 0, area, 0.0), len(LAND_TYPES))
        self.conversions[year - self.years[0]][np.diag_indices(len(LAND_TYPES))] += stayed
        in_transition, grows = age < self.transition, parcels["grows"]
        missing = parcels["goal"] - parcels["soil"]
        change = np.where(abs(missing) < ZERO_TOLERANCE, 0.0, missing) / self.transition
        has_soil = in_transition & ~np.isnan(change)
        has_biomass = parcels["counted"] & (in_transition | grows)
        gain = np.where(age == 0, self._full_biomass[classes], 0.0)
        growing = parcels[grows]
        gain[grows] = self._biomass_density(growing, year) - self._biomass_density(
            growing, year - 1
        )
        amounts = {
            AREA: area,
            SOIL: np.where(has_soil, change * area, 0.0),
            SOIL_AREA: np.where(has_soil, area, 0.0),
            GAIN: np.where(has_biomass, gain * area, 0.0),
            BIOMASS_AREA: np.where(has_biomass, area, 0.0),
        }
        self._add_amounts(parcels, year, amounts)
        if year == self.years[-1]:
            is_missing = (year - parcels["entered"] < self.transition) & ~(has_soil & has_biomass)
            causes, areas = parcels["cause"][is_missing], area[is_missing]
            self.missing += np.bincount(causes, areas, len(self.classes))

    def _add_amounts(self, parcels: Parcels, year: int, amounts: Mapping[int, FloatArray]) -> None:
        """Add amounts by SUM_INDICES to the sums of a year."""
        is_converted = year - parcels["entered"] < self.transition
        origin = np.where(is_converted, parcels["origin"], REMAINING_INDEX)
        cells = CATEGORY_BY_LAND_TYPE[self.lands[parcels["class"]]] * (REMAINING_INDEX + 1) + origin
        for summed, amount in amounts.items():
            of_year = self.sums[summed, year - self.years[0]]
            of_year += np.bincount(cells, amount, of_year.size).reshape(of_year.shape)

    def _curve_ages(self, classes: IntArray, stocks: FloatArray) -> FloatArray:
        """Return the ages at which the recovery curves of classes reach the stocks."""
        ages = np.zeros(len(classes))
        for index in np.unique(classes[stocks > 0]):
            rows = classes == index
            ages[rows] = self._curves[index].age_at_stock(
                stocks[rows], float(self._full_biomass[index])
            )
        return ages

    def _biomass_density(self, parcels: Parcels, year: int) -> FloatArray:
        """Return biomass at the end of a year, t C/ha; NaN: unknown."""
        biomass: FloatArray = self._full_biomass[parcels["class"]]
        growing = np.where(parcels["grows"], parcels["class"], -1)
        for index in np.flatnonzero(np.bincount(growing + 1)[1:]):
            rows = np.flatnonzero(growing == index)
            plants, full = parcels["plants"][rows], float(self._full_biomass[index])
            years = np.maximum(year - parcels["since"][rows] + 1, 0)
            # Growth is 0 while the curve is below the initial stock.
            grown = self._curves[index].stock(
                np.zeros(len(rows)), full, parcels["ahead"][rows] + years
            )
            biomass[rows] = np.where(years > 0, np.maximum(plants, grown), plants)
        return biomass

    def with_census(self, census: CountResult) -> Inventory:
        """Return the inventory of a unit, or this one for the whole run."""
        return self if census.histories is None else replace(self, table=census.histories)

    @cached_property
    def land_matrix_rows(self) -> list[LandMatrixRow]:
        """LAND_MATRIX: annual areas of conversions; the diagonal is remaining land."""
        return [
            {
                "year": str(self.years[n]),
                "from_category": LAND_TYPES[source][0],
                "to_category": LAND_TYPES[target][0],
                "area_kha": float(self.conversions[n, source, target]) * KILO_PER_UNIT,
            }
            for n, source, target in np.argwhere(self.conversions > ZERO_TOLERANCE)
        ]

    @cached_property
    def rows(self) -> list[CategoryRow]:
        """CATEGORY_TABLE: a row per year, category and former category, remaining land first."""
        with_land = np.argwhere(np.roll(self.sums[AREA], 1, axis=2) > ZERO_TOLERANCE)
        origins = (REMAINING_INDEX, *range(REMAINING_INDEX))
        return [self.category_row(n, category, [origins[i]]) for n, category, i in with_land]

    def category_row(self, n: int, category: int, origins: Sequence[int]) -> CategoryRow:
        """Return the row of CATEGORY_TABLE for the n-th year and one or more origins."""
        sums = self.sums[:, n, category, list(origins)].sum(axis=1) * KILO_PER_UNIT
        area, gain, loss, soil, biomass_area, soil_area = sums.tolist()
        has_biomass, has_soil = (
            biomass_area > ZERO_TOLERANCE * KILO_PER_UNIT,
            soil_area > ZERO_TOLERANCE * KILO_PER_UNIT,
        )
        net = net_change(gain, loss)
        change = (net if has_biomass else 0.0) + (soil if has_soil else 0.0)
        remains = REMAINING_INDEX in origins
        return {
            "year": str(self.years[n]),
            "category": CATEGORIES[category],
            "subcategory": REMAINING_LABEL if remains else CONVERTED_LABEL,
            "from_category": None if remains else CATEGORIES[origins[0]],
            "area_kha": area,
            "biomass_gain_ktc": gain if has_biomass else None,
            "biomass_loss_ktc": loss if has_biomass else None,
            "soil_ktc": soil if has_soil else None,
            "net_co2_kt": CO2_PER_C * (0.0 - change) if has_biomass or has_soil else None,
            "biomass_tc_per_ha": net / area if has_biomass else None,
            "soil_tc_per_ha": soil / area if has_soil else None,
        }

    def net_emissions_kt(self, after: int, last: int) -> float | None:
        """Return estimated net CO2, kt, of the years after `after` up to `last`."""
        parts = [row["net_co2_kt"] for row in self.rows if after < int(row["year"]) <= last]
        known = [amount for amount in parts if amount is not None]
        return sum(known) if known else None

    @property
    def unit_columns(self) -> UnitColumns:
        """Columns of a unit: net CO2 by period."""
        steps = create_periods(self.dates)[: len(self.dates) - 1]
        years = [int(date.year) for date in self.dates]

        def emissions(census: CountResult) -> list[float | None]:
            unit = self.with_census(census)
            return [unit.net_emissions_kt(after, last) for after, last in zip(years, years[1:])]

        return UnitColumns(
            [f"net_co2_kt_{period_suffix(step)}" for step in steps],
            [Message("Net CO2 {period}, kt", period=step.name) for step in steps],
            emissions,
            digits=3,
            measure="kt",
        )

    def consistency_checks(self, census: CountResult) -> list[Check]:
        """Return checks of annual tables against period matrices and class areas."""
        checks: list[Check] = []

        def compare(when: str, what: Term, sums: FloatArray, counts: NDArray[np.number]) -> None:
            common = float(np.minimum(sums, counts).sum())
            checks.append(Check(when, what, float(counts.sum()), common))

        ends = [int(date.year) - self.years[0] for date in self.dates]
        apart = ~np.eye(len(LAND_TYPES), dtype=bool)
        for n, (first, last) in enumerate(zip(ends, ends[1:])):
            what = Term("sum of annual conversions = area in the transfer matrix")
            counted = self._sum_by_land_type(self._sum_by_land_type(census.cube.hectares[n]).T).T[
                apart
            ]
            converted = self.conversions[first + 1 : last + 1].sum(axis=0)[apart]
            compare(census.cube.periods[n].name, what, converted, counted)
            label = self.dates[n + 1].label
            tally = self._sum_by_land_type(census.dates.common[n + 1].hectares[FIRST_CLASS_CODE:])
            what = Term("final areas in the land matrix = class areas")
            compare(label, what, self.conversions[last].sum(axis=0), tally)
            what = Term("category areas sum to class areas")
            by_category = np.bincount(CATEGORY_BY_LAND_TYPE, tally, len(CATEGORIES))
            compare(label, what, self.sums[AREA, last].sum(axis=1), by_category)
        return checks

    def _sum_by_land_type(self, by_class: FloatArray) -> FloatArray:
        """Sum values of classes, (classes, ...), by LAND_TYPES."""
        sums = np.zeros((len(LAND_TYPES), *by_class.shape[1:]))
        np.add.at(sums, self.lands[self.present], by_class[self.present])
        return sums

    def notes(self) -> Notes:
        """Return notes on conversions before the first date, omissions and assumptions."""
        notes, first = Notes(), self.dates[0].label
        present = [self.classes[index] for index in self.present]
        lands = self.lands[self.present]
        parts: list[Text] = []
        has_biomass = ~np.isnan(self._full_biomass)
        reaches = {UNCHANGED: (SETTLEMENTS, OTHER), PAVED: (SETTLEMENTS,), REMOVED: (OTHER,)}
        of_bare = np.isin(CATEGORY_BY_LAND_TYPE[self.lands], reaches.get(self.bare_soil, ()))
        has_soil = ~np.isnan(self._full_soil) | (self.bare & of_bare)
        without = (
            (~has_biomass & ~has_soil, NE_BIOMASS_AND_SOIL),
            (has_biomass & ~has_soil, NE_SOIL),
            (~has_biomass & has_soil, NE_BIOMASS),
        )
        for lacks, words in without:
            if names := [self.classes[index].name for index in self.present if lacks[index]]:
                parts.append(Message(words, classes=shorten_list(names)))
        if FOREST in CATEGORY_BY_LAND_TYPE[lands]:
            parts.append(
                Message(
                    "biomass of forest land remaining forest land since {year}, and of "
                    "conversions between forest classes",
                    year=first,
                )
            )
        parts.append(Term("biomass and soil carbon of land remaining in its class"))
        no_dead = [DEAD_POOL_NAMES[pool] for pool, having in self.dead.items() if not having]
        parts += no_dead if len(no_dead) < 2 else [Term("dead wood and litter")]
        parts.append(Term("organic soils (all soils are treated as mineral soils)"))
        notes.add_notice(
            "Conversions before {first} are unknown and counted as remaining; areas of "
            "converted land are complete from {whole} on.",
            first=first,
            whole=str(int(first) + self.transition),
        )
        notes.add_notice(
            "Not estimated (NE), empty in the tables: {parts}.",
            parts=MessageList(parts, Term("; ")),
        )
        bare = [self.classes[index].name for index in self.present if self.bare[index]]
        if bare and self.bare_biomass == ZERO:
            notes.add_notice(
                "Biomass set to 0 for settlements and other land without carbon densities "
                "(BARE_BIOMASS): {classes}.",
                classes=shorten_list(bare),
            )
        unmanaged = [c.name for c, land in zip(present, lands) if not LAND_TYPES[land][2]]
        if unmanaged:
            notes.add_notice(
                "Unmanaged land according to CATEGORIES: {classes}. CATEGORY_TABLE includes "
                "this land and the carbon of its conversions to other categories.",
                classes=shorten_list(unmanaged),
            )
        chosen = assign_land_types(self.classes, self.own)[self.present] >= 0
        mined = [c.name for c, is_own in zip(present, chosen) if c.group == MINE and not is_own]
        if mined:
            notes.add_warning(
                "CATEGORIES: mined land ({classes}) is included in other land; national "
                "practice may be settlements. Add a row @mine to choose.",
                classes=shorten_list(mined),
            )
        return notes
