"""The land of a scenario year by year: what is taken and given back, and the carbon of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.arrays import Floats
from ..ledger.states import (
    AgeRule,
    CarbonByClass,
    PoolByClass,
    Trajectories,
    topsoil_on,
    topsoil_spread,
)
from .scenarios import DISTURBED_HA, HA_PER_10KT, RECLAIMED, RECLAIMED_HA, TAKEN, Scenario, shares
from .start import Cohort, Start

# By class number, an array of shape (years,).
ByClass = Mapping[int, Floats]


@dataclass(frozen=True)
class LandSchedule:
    """Hectares of the years after the base year, arrays of shape (years,).

    Attributes:
        years: the years.
        disturbed, reclaimed: of each year; never more is reclaimed than is mined.
        mine: at the end of each.
        planned: what was to be reclaimed, whether there was so much mined land or not.
        taken_parts, taken, planted: by class number the part of what is taken, and the hectares
            of what is taken and of what is reclaimed.
        cohorts: land that was reclaimed before.
    """

    years: Sequence[int]
    disturbed: Floats
    reclaimed: Floats
    mine: Floats
    planned: Floats
    taken_parts: ByClass
    taken: ByClass
    planted: ByClass
    cohorts: Sequence[Cohort]

    @property
    def classes(self) -> list[int]:
        """The numbers of all classes that land is taken from, reclaimed as, or was before."""
        numbers = {number for number, area in self.taken.items() if area.any()}
        numbers |= {number for number, area in self.planted.items() if area.any()}
        return sorted(numbers | {cohort.number for cohort in self.cohorts})

    @property
    def unmet(self) -> Floats:
        """Hectares that were to be reclaimed, and are not, because no more was mined."""
        return self.planned - self.reclaimed


def schedule_of(scenario: Scenario, start: Start, years: Sequence[int]) -> LandSchedule:
    """The hectares of a scenario.

    mine_y = mine_y-1 + d_y - r_y, where r_y = min(path, mine_y-1 + d_y)

    Args:
        years: those after the base year.

    Raises:
        DataError: land is taken or reclaimed, and nothing says of which class.
    """
    disturbed, planned = scenario.disturbed(years), scenario.at(RECLAIMED_HA, years)
    reclaimed, mine = np.zeros(len(years)), np.zeros(len(years))
    left = start.mine_ha or 0.0
    for place in range(len(years)):
        left += disturbed[place]
        reclaimed[place] = min(planned[place], left)
        left -= reclaimed[place]
        mine[place] = left
    last = {number: np.full(len(years), area) for number, area in (start.taken or {}).items()}
    taken_parts, lacking = shares(scenario.mix(TAKEN, years) or last, years, disturbed)
    if lacking is not None:
        variable = DISTURBED_HA if scenario.has(DISTURBED_HA) else HA_PER_10KT
        raise scenario.row_of(variable, lacking).error(
            "column 'variable' is '{variable}', and nothing says of which classes land is "
            "taken in {year} of the scenario '{scenario}'; give shares as taken:CLASS, or "
            "DISTURBED of mine reclamation",
            variable=variable,
            year=lacking,
            scenario=scenario.name,
        )
    parts, lacking = shares(scenario.mix(RECLAIMED, years), years, planned)
    if lacking is not None:
        raise scenario.row_of(RECLAIMED_HA, lacking).error(
            "column 'variable' is '{variable}', and all shares reclaimed:CLASS are 0 in {year} "
            "of the scenario '{scenario}'",
            variable=RECLAIMED_HA,
            year=lacking,
            scenario=scenario.name,
        )
    return LandSchedule(
        years,
        disturbed,
        reclaimed,
        mine,
        planned,
        taken_parts,
        {number: disturbed * part for number, part in taken_parts.items()},
        {number: reclaimed * part for number, part in parts.items()},
        start.cohorts or (),
    )


def carbon_of(schedule: LandSchedule, carbon: CarbonByClass) -> tuple[Floats, Floats]:
    """t C that are lost with what is taken, and that reclaimed land gains, (years,) each.

    Args:
        carbon: of the coefficients; a class that has none is no sink.
    """
    loss, sink = np.zeros(len(schedule.years)), np.zeros(len(schedule.years))
    for number, area in schedule.taken.items():
        for pool in (carbon.soil, carbon.vegetation):
            loss += _released(pool, number, area)
    spread = _topsoil(schedule, carbon.soil)
    nothing = np.zeros_like(spread)
    for number, area in schedule.planted.items():
        sink += _gained(carbon.soil, number, area, topsoil_on(carbon.soil, number, spread))
        sink += _gained(carbon.vegetation, number, area, nothing)
    for (number, age, topsoil), hectares in _alike(schedule.cohorts, carbon).items():
        ages = age + np.arange(len(schedule.years) + 1.0)
        for pool, begin in ((carbon.soil, topsoil), (carbon.vegetation, 0.0)):
            stock = pool.come_back(number, np.full_like(ages, begin), ages)
            sink += hectares * np.diff(stock)
    return loss, sink


def topsoil_of(cohorts: Sequence[Cohort], carbon: CarbonByClass) -> Floats:
    """t C/ha of stored topsoil that lies on land since it was reclaimed, (cohorts,).

    It is what the steps of the ledger give over the land's history, with ages in the middle
    between two dates; 0 of land whose history is not known.
    """
    topsoil = np.zeros(len(cohorts))
    places: dict[tuple[int, ...], list[int]] = {}
    for place, cohort in enumerate(cohorts):
        if cohort.history:
            places.setdefault(cohort.history.years, []).append(place)
    for years, chosen in places.items():
        histories = [cohorts[place].history for place in chosen]
        classes = np.array([history.numbers for history in histories], np.int64).T
        uses = np.array([history.uses for history in histories], np.uint8).T
        land = Trajectories([*classes], [*uses], years)
        topsoil[chosen] = topsoil_spread(land, carbon, AgeRule.MID)
    return topsoil


def _alike(
    cohorts: Sequence[Cohort], carbon: CarbonByClass
) -> dict[tuple[int, float, float], float]:
    """Hectares by class, age and stored topsoil, t C/ha, of what was reclaimed before."""
    hectares: dict[tuple[int, float, float], float] = {}
    for cohort, topsoil in zip(cohorts, map(float, topsoil_of(cohorts, carbon))):
        key = cohort.number, cohort.age, topsoil
        hectares[key] = hectares.get(key, 0.0) + cohort.hectares
    return hectares


def _released(pool: PoolByClass, number: int, area: Floats) -> Floats:
    """t C of a pool that are lost of land that is taken, in the year or with a half-life.

    Of D that is lost in year s, D (0.5^((t-s)/H) - 0.5^((t-s+1)/H)) goes in year t (InVEST
    Coastal Blue Carbon).
    """
    lost: Floats = area * (pool.density[number] * pool.lost[number])
    half_life = pool.half_life[number]
    if not half_life:
        return lost
    left = 0.5 ** (np.arange(len(area) + 1.0) / half_life)
    return _over_time(lost, np.broadcast_to(-np.diff(left), (len(area), len(area))))


def _topsoil(schedule: LandSchedule, soil: PoolByClass) -> Floats:
    """t C/ha of soil that is kept of what is taken in each year, and spread on what is reclaimed.

    s0 = min((1 - phi) x mean soil density of what is taken, D'_s); the least is taken elsewhere.
    """
    kept = np.zeros(len(schedule.years))
    for number, part in schedule.taken_parts.items():
        kept += part * (soil.density[number] * (1.0 - soil.lost[number]))
    return kept


def _gained(pool: PoolByClass, number: int, area: Floats, start: Floats) -> Floats:
    """t C that a pool of land gains which is reclaimed in each year, at age 0 at the year's end.

    Args:
        area: hectares by year of reclamation.
        start: t C/ha of each that were there at once.
    """
    size = len(area)
    stocks = np.empty((size, size + 1))
    stocks[:, 0] = start
    ages = np.broadcast_to(np.arange(float(size)), (size, size))
    stocks[:, 1:] = pool.come_back(number, np.broadcast_to(start[:, None], ages.shape), ages)
    return _over_time(area, np.diff(stocks, axis=1))


def _over_time(amounts: Floats, by_age: Floats) -> Floats:
    """The sum by year of what begins in each year and goes on by its age.

    Args:
        amounts: by the year of the beginning.
        by_age: what one of it does, by that year and by the years since.
    """
    sums, size = np.zeros(len(amounts)), len(amounts)
    for begin in range(size):
        sums[begin:] += amounts[begin] * by_age[begin, : size - begin]
    return sums
