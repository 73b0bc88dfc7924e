"""The inventory of some land by IPCC's six categories: hectares and carbon of each year, by tier 1.

The conversions of a period a-b are spread equally over the years a+1 to b. A parcel is land of one
trajectory that came to its class and to its category in the same years; land that converts again
leaves its parcels in proportion.

- Land is *converted* in the year of its conversion and the years after it, TRANSITION_YEARS in all;
  then it is *remaining*, as land of the first date is, of which it is not known what it was.
- Mineral soil changes by (SOC after - SOC before) / TRANSITION_YEARS a year for as many years (IPCC
  2006, volume 4, equation 2.25); land that converts again starts from what it holds then.
- Biomass is lost, and that of other land than forest gained, in the year of the conversion
  (equation 2.16). Forest that was something else gains by the curve of its class, from nothing to
  its density. What forest that was forest gains is not known, nor anything of land that comes from
  or goes to a class without densities.
- Conversions among the classes of a category are booked where the land stands, but of forest soil
  alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isclose
from typing import TypedDict

import numpy as np

from ..base.dates import Date, periods
from ..base.messages import DataError, GoingOn, Listed, Message, Notes, Term, Text, each
from ..base.numbers import Floats, Ints, NDArray
from ..densities.density_table import DEAD_NAMES
from ..densities.ipcc import DEAD_POOLS, all_dead
from ..results.closure import Check
from ..scan.class_codes import FIRST_CLASS
from ..scan.count_result import Census, CombinationTable
from ..scan.units import UnitColumns, period_part
from ..scheme.classes import MINE, Classes, some
from ..scheme.coefficients import CO2_PER_C, Coefficients
from ..scheme.density_sources import BETWEEN
from ..scheme.table import ANY, Row, Table
from ..scheme.zone_rules import Sides, closeness, members

# By name, by name in the midst of a row's, and their colours.
CATEGORIES, SMALL, COLOURS = zip(
    (Term("Forest land"), Term("forest land"), "#2f7d4f"),
    (Term("Cropland"), Term("cropland"), "#e3b23c"),
    (Term("Grassland"), Term("grassland"), "#9cc069"),
    (Term("Wetlands"), Term("wetlands"), "#4f94c4"),
    (Term("Settlements"), Term("settlements"), "#b5473c"),
    (Term("Other land"), Term("other land"), "#8c8c8c"),
)
FOREST, CROPLAND, GRASSLAND, WETLANDS, SETTLEMENTS, OTHER = range(len(CATEGORIES))
# What a table calls them; it may use their names too.
KEYS = [name.casefold().replace(" ", "_") for name in CATEGORIES]
# The rows and columns of table 4.1: the name, the category, and whether it is managed.
LANDS = (
    (Term("Forest land (managed)"), FOREST, True),
    (Term("Forest land (unmanaged)"), FOREST, False),
    (Term("Cropland"), CROPLAND, True),
    (Term("Grassland (managed)"), GRASSLAND, True),
    (Term("Grassland (unmanaged)"), GRASSLAND, False),
    (Term("Wetlands (managed)"), WETLANDS, True),
    (Term("Wetlands (unmanaged)"), WETLANDS, False),
    (Term("Settlements"), SETTLEMENTS, True),
    (Term("Other land"), OTHER, True),
)
OF_LAND: Ints = np.array([category for _, category, _ in LANDS], np.int64)


def read_categories(table: Table, classes: Classes) -> dict[str, int]:
    """The index among LANDS by class key (case-folded), '@group' or '*'.

    Two rows of the default table may be about a class whose key is one of theirs, and whose name
    another's: the key counts.
    """
    table.require(("class", "category", "managed"))
    sides = Sides(table, classes)
    lands: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for row in table:
        text, side = row.text("class"), sides.cell(row, "class")
        key = row.needed_text("category").casefold().replace(" ", "_")
        if key not in KEYS:
            raise row.unknown("category", KEYS)
        fitting = [index for index, (_, c, _) in enumerate(LANDS) if c == KEYS.index(key)]
        is_unmanaged = len(fitting) > 1 and row.one_of("managed", ("yes", "no")) == "no"
        if side is None:
            continue
        once = text.casefold() if table.is_default else side
        row.once(rows, once, Message("'{text}'", text=text))
        if text.casefold() == side or side not in lands:
            lands[side] = fitting[is_unmanaged]
    sides.require_known()
    return lands


def lands_of(classes: Classes, by_side: Mapping[str, int], needed: Collection[int] = ()) -> Ints:
    """The index among LANDS of each class, (classes,); a class beats its group; -1 is none, which
    is refused of the classes whose indices are needed."""
    lands, indices = np.full(len(classes), -1), members(classes)
    for side in sorted(by_side, key=closeness):
        lands[indices[side]] = by_side[side]
    lacking = [classes[index].key for index in needed if lands[index] < 0]
    if lacking:
        raise DataError(
            "CATEGORIES: no row is about {classes}; give each of them one of {categories}, and in "
            "the column managed yes or no",
            classes=some(f"'{key}'" for key in lacking),
            categories=", ".join(KEYS),
        )
    return lands


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
    ("soil", "f8"),  # t C/ha that it held when it came to its class; NaN: not known
    ("grows", "?"),  # whether it is forest that was something else
    ("counted", "?"),  # whether the biomass of its last conversion is known
]
Parcels = NDArray[np.void]


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
        sums: by SUMMED, year, category and the category before, REMAINING last.
    """

    table: CombinationTable
    dates: Sequence[Date]
    classes: Classes
    categories: Mapping[str, int]
    own: Mapping[str, int]
    coefficients: Coefficients
    transition: int
    going_on: GoingOn = lambda: True

    def __post_init__(self) -> None:
        there = set(np.unique(self.table.classes).tolist())
        self.present = [index for index in self.classes.order() if index in there]
        by_side = self.own if ANY in self.own else {**self.categories, **self.own}
        self.lands = lands_of(self.classes, by_side, self.present)
        densities = [self.coefficients.or_nothing(c) for c in self.classes]
        self._known = np.array([c in self.coefficients for c in self.classes], np.bool_)
        full_soil = np.array([c.soil.density for c in densities], np.float64)
        self._full_soil: Floats = np.where(self._known, full_soil, np.nan)
        self._full_biomass = np.array([c.vegetation.density for c in densities], np.float64)
        self._curves = [c.vegetation.curve for c in densities]
        self.dead: dict[str, set[int]] = {pool: set() for pool in DEAD_POOLS}
        for index in self.present:
            for source in all_dead().keys() & densities[index].source.split(BETWEEN):
                self.dead[source.split(",")[0]].add(int(OF_LAND[self.lands[index]]))
        dates = [int(date.year) for date in self.dates]
        self.years = range(dates[0] + 1, dates[-1] + 1)
        self.conversions = np.zeros((len(self.years), len(LANDS), len(LANDS)))
        self.sums = np.zeros((len(SUMMED), len(self.years), REMAINING, REMAINING + 1))
        for start in range(0, len(self.table.cells), CHUNK):
            part = slice(start, start + CHUNK)
            first, *others = self.table.classes[part].astype(np.int64).T
            parcels: Parcels = np.zeros(len(first), PARCEL)
            parcels["land"], parcels["class"] = np.arange(len(first)), first
            parcels["area"] = self.table.hectares[part]
            parcels["since"] = parcels["entered"] = EVER
            parcels["origin"] = REMAINING
            for classes, earlier, later in each(zip(others, dates, dates[1:]), self.going_on):
                years = range(earlier + 1, later + 1)
                moves = parcels["class"] != classes[parcels["land"]]
                whole, leaving, arrived = parcels[~moves], parcels[moves], parcels[:0]
                for year in years:
                    left = leaving.copy()
                    left["area"] *= (later - year) / len(years)
                    self._book(np.concatenate([whole, left]), year)
                    new = self._converted(leaving, 1.0 / len(years), year, classes)
                    arrived = np.concatenate([arrived, new])
                    self._book(arrived, year)
                parcels = np.concatenate([whole, arrived])

    def _converted(self, leaving: Parcels, share: float, year: int, classes: Ints) -> Parcels:
        """The parcels that a share of others becomes in a year; their losses are booked."""
        before, after = leaving["class"], classes[leaving["land"]]
        source, target = self.lands[before], self.lands[after]
        was, becomes = OF_LAND[source], OF_LAND[target]
        stays = was == becomes
        part = np.clip((year - leaving["since"]) / self.transition, 0.0, 1.0)
        full, start = self._full_soil[before], leaving["soil"]
        new = leaving.copy()
        new["class"], new["since"] = after, year
        new["area"] *= share
        new["soil"] = np.where(part >= 1.0, full, start + (full - start) * part)
        new["origin"] = np.where(stays, leaving["origin"], was)
        new["entered"] = np.where(stays, leaving["entered"], year)
        new["grows"] = ~stays & (becomes == FOREST)
        new["counted"] = self._known[before] & self._known[after] & ~(stays & (was == FOREST))
        np.add.at(self.conversions[year - self.years[0]], (source, target), new["area"])
        lost = new["area"] * self._biomass(leaving, year - 1)
        self._add(new, year, {LOSS: np.where(new["counted"], lost, 0.0)})
        # One parcel of those that came from the same land in the same way.
        keys = (new["land"], new["origin"], new["entered"] - EVER, ~np.isnan(new["soil"]))
        sizes = (len(classes), REMAINING + 1, year + 1 - EVER, 2)
        way = np.ravel_multi_index(keys, sizes)
        _, firsts, rows = np.unique(way, return_index=True, return_inverse=True)
        merged = new[firsts]
        merged["area"] = np.bincount(rows, new["area"], len(firsts))
        soil = np.bincount(rows, new["area"] * new["soil"], len(firsts))
        merged["soil"] = soil / np.where(merged["area"] > 0, merged["area"], 1.0)
        return merged

    def _book(self, parcels: Parcels, year: int) -> None:
        """Book the hectares of a year, and what they gained in it."""
        classes, area, age = parcels["class"], parcels["area"], year - parcels["since"]
        stayed = np.bincount(self.lands[classes], np.where(age > 0, area, 0.0), len(LANDS))
        self.conversions[year - self.years[0]][np.diag_indices(len(LANDS))] += stayed
        in_transition, grows = age < self.transition, parcels["grows"]
        missing = self._full_soil[classes] - parcels["soil"]
        change = np.where(abs(missing) < NOTHING, 0.0, missing) / self.transition
        has_soil = in_transition & ~np.isnan(change)
        has_biomass = parcels["counted"] & (in_transition | grows)
        biomass, before = (self._biomass(parcels, y) for y in (year, year - 1))
        gain = np.where(grows, biomass - before, np.where(age == 0, biomass, 0.0))
        amounts = {
            AREA: area,
            SOIL: np.where(has_soil, change * area, 0.0),
            SOIL_AREA: np.where(has_soil, area, 0.0),
            GAIN: np.where(has_biomass, gain * area, 0.0),
            BIOMASS_AREA: np.where(has_biomass, area, 0.0),
        }
        self._add(parcels, year, amounts)

    def _add(self, parcels: Parcels, year: int, amounts: Mapping[int, Floats]) -> None:
        """Add amounts by SUMMED to the sums of a year."""
        is_converted = year - parcels["entered"] < self.transition
        origin = np.where(is_converted, parcels["origin"], REMAINING)
        cells = OF_LAND[self.lands[parcels["class"]]] * (REMAINING + 1) + origin
        for summed, amount in amounts.items():
            of_year = self.sums[summed, year - self.years[0]]
            of_year += np.bincount(cells, amount, of_year.size).reshape(of_year.shape)

    def _biomass(self, parcels: Parcels, year: int) -> Floats:
        """t C/ha of biomass at the end of a year; 0 of forest that is yet to be planted."""
        biomass: Floats = self._full_biomass[parcels["class"]]
        for index in np.unique(parcels["class"][parcels["grows"]]):
            trees = np.flatnonzero(parcels["grows"] & (parcels["class"] == index))
            age = np.maximum(year - parcels["since"][trees] + 1, 0).astype(np.float64)
            full, start = float(self._full_biomass[index]), np.zeros(len(trees))
            biomass[trees] = np.where(age > 0, self._curves[index].stock(start, full, age), 0.0)
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
            "net_co2_kt": -CO2_PER_C * change if has_biomass or has_soil else None,
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
            what = Term("hectares of the annual conversions that are those of the matrix")
            counted = self._by_land(self._by_land(census.cube.hectares[n]).T).T[apart]
            converted = self.conversions[first + 1 : last + 1].sum(axis=0)[apart]
            compare(census.cube.periods[n].name, what, converted, counted)
            label = self.dates[n + 1].label
            tally = self._by_land(census.dates.common[n + 1].hectares[FIRST_CLASS:])
            what = Term("final areas of the land matrix that are the class areas")
            compare(label, what, self.conversions[last].sum(axis=0), tally)
            what = Term("areas of the categories that are the class areas")
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
        lacking = [c.name for c in present if c not in self.coefficients]
        parts: list[Text] = []
        if lacking:
            parts.append(
                Message(
                    "biomass and soil of conversions to and from classes without densities "
                    "({classes}), to be written into COEFFICIENTS, where 0 is a density too",
                    classes=some(lacking),
                )
            )
        if FOREST in OF_LAND[lands]:
            parts.append(
                Message(
                    "biomass of forest that was forest in {year}, and among classes of forest",
                    year=first,
                )
            )
        parts.append(Term("biomass and soil of land that stays what it is"))
        no_dead = [DEAD_NAMES[pool] for pool, having in self.dead.items() if not having]
        parts += no_dead if len(no_dead) < 2 else [Term("dead wood and litter")]
        parts.append(Term("organic soils, as all soil is taken for mineral"))
        notes.inform(
            "What was converted before {first} is not known and counts as remaining: converted "
            "land is whole from {whole} on.",
            first=first,
            whole=str(int(first) + self.transition),
        )
        notes.inform(
            "Not estimated (NE), and empty in the tables: {parts}.", parts=Listed(parts, Term("; "))
        )
        unmanaged = [c.name for c, land in zip(present, lands) if not LANDS[land][2]]
        if unmanaged:
            notes.inform(
                "Unmanaged by CATEGORIES: {classes}. CATEGORY_TABLE has such land too, and the "
                "carbon of its conversions to other categories.",
                classes=some(unmanaged),
            )
        chosen = lands_of(self.classes, self.own)[self.present] >= 0
        mined = [c.name for c, is_own in zip(present, chosen) if c.group == MINE and not is_own]
        if mined:
            notes.warn(
                "CATEGORIES: mined land ({classes}) is counted as other land; whether it is that "
                "or settlements is a country's choice. Give CATEGORIES a row @mine to say so.",
                classes=some(mined),
            )
        return notes
