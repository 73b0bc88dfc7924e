"""The land of a scenario year by year: what is taken and given back, and the carbon of both."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.numbers import Floats
from ..ledger.states import (
    AgeRule,
    CarbonByClass,
    PoolByClass,
    Trajectories,
    part_left,
    simulate,
    topsoil_on,
)
from .scenarios import DISTURBED_HA, HA_PER_10KT, RECLAIMED, RECLAIMED_HA, TAKEN, Scenario, shares
from .start import Cohort, Start

# By class index, an array of shape (years,).
ByClass = Mapping[int, Floats]


@dataclass(frozen=True)
class LandSchedule:
    """Hectares of the years after the base year, arrays of shape (years,).

    Attributes:
        years: the years.
        disturbed, reclaimed: of each year; never more is reclaimed than is mined.
        mine: at the end of each.
        planned: what was to be reclaimed, whether there was so much mined land or not.
        disturbed_parts, disturbed_by_class, planted: by class index the part of what is taken, and
            the hectares of what is taken and of what is reclaimed.
        cohorts: land that was reclaimed before.
    """

    years: Sequence[int]
    disturbed: Floats
    reclaimed: Floats
    mine: Floats
    planned: Floats
    disturbed_parts: ByClass
    disturbed_by_class: ByClass
    planted: ByClass
    cohorts: Sequence[Cohort]

    @property
    def classes(self) -> list[int]:
        """The indices of all classes that land is taken from, reclaimed as, or was before."""
        by_class = [*self.disturbed_by_class.items(), *self.planted.items()]
        indices = {class_index for class_index, area in by_class if area.any()}
        return sorted(indices | {cohort.class_index for cohort in self.cohorts})

    @property
    def unmet(self) -> Floats:
        """Hectares that were to be reclaimed, and are not, because no more was mined."""
        return self.planned - self.reclaimed


def schedule_of(scenario: Scenario, start: Start, years: Sequence[int]) -> LandSchedule:
    """The hectares of a scenario in the years after the base year.

    mine_y = mine_y-1 + d_y - r_y, where r_y = min(path, mine_y-1 + d_y)

    Raises:
        DataError: land is taken or reclaimed, and nothing says of which class.
    """
    disturbed, planned = scenario.disturbed(years), scenario.at(RECLAIMED_HA, years)
    reclaimed, mine = np.zeros(len(years)), np.zeros(len(years))
    left = start.mine_ha or 0.0
    for index in range(len(years)):
        left += disturbed[index]
        reclaimed[index] = min(planned[index], left)
        left -= reclaimed[index]
        mine[index] = left
    last = {index: np.full(len(years), area) for index, area in (start.disturbed or {}).items()}
    disturbed_parts, lacking = shares(scenario.mix(TAKEN, years) or last, years, disturbed)
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
        disturbed_parts,
        {class_index: disturbed * part for class_index, part in disturbed_parts.items()},
        {class_index: reclaimed * part for class_index, part in parts.items()},
        start.cohorts or (),
    )


def carbon_of(schedule: LandSchedule, carbon: CarbonByClass) -> tuple[Floats, Floats]:
    """t C that are lost with what is taken, and that reclaimed land gains, (years,) each.

    What is reclaimed gets topsoil of what is taken in the same year, t C/ha: s0 = min(kept, D'),
    where kept = (1 - phi) x mean soil density of what is taken.
    """
    size, soil = len(schedule.years), carbon.soil
    loss, sink, kept, nothing = np.zeros((4, size))
    for class_index, area in schedule.disturbed_by_class.items():
        for pool in (soil, carbon.vegetation):
            loss += _released(pool, class_index, area)
    for class_index, part in schedule.disturbed_parts.items():
        kept += part * soil.kept(class_index, soil.density[class_index])
    for class_index, area in schedule.planted.items():
        sink += _gained(soil, class_index, area, topsoil_on(soil, class_index, kept))
        sink += _gained(carbon.vegetation, class_index, area, nothing)
    # Cohorts that differ in their histories alone are one.
    hectares: dict[tuple[int, float, float], float] = {}
    for cohort, topsoil in zip(schedule.cohorts, map(float, topsoil_of(schedule.cohorts, carbon))):
        key = cohort.class_index, cohort.age, topsoil
        hectares[key] = hectares.get(key, 0.0) + cohort.hectares
    for (class_index, age, topsoil), of_cohort in hectares.items():
        ages = age + np.arange(size + 1.0)
        for pool, start in ((soil, topsoil), (carbon.vegetation, 0.0)):
            stock = pool.come_back(class_index, np.full_like(ages, start), ages)
            sink += of_cohort * np.diff(stock)
    return loss, sink


def topsoil_of(cohorts: Sequence[Cohort], carbon: CarbonByClass) -> Floats:
    """t C/ha of stored topsoil that lies on land since it was reclaimed, (cohorts,).

    It is what the steps of the ledger give over the land's history, with ages in the middle
    between two dates; 0 of land whose history is not known.
    """
    topsoil = np.zeros(len(cohorts))
    by_years: dict[tuple[int, ...], list[int]] = {}
    for index, cohort in enumerate(cohorts):
        if cohort.history:
            by_years.setdefault(cohort.history.years, []).append(index)
    for years, indices in by_years.items():
        histories = [cohorts[index].history for index in indices]
        classes = np.array([history.class_indices for history in histories], np.int64).T
        uses = np.array([history.uses for history in histories], np.uint8).T
        land = Trajectories([*classes], [*uses], years)
        topsoil[indices] = deque(simulate(land, carbon, AgeRule.MID), maxlen=1).pop().spread
    return topsoil


def _released(pool: PoolByClass, class_index: int, area: Floats) -> Floats:
    """t C of a pool that are lost of land that is taken, in the year or with a half-life."""
    lost: Floats = area * pool.lost(class_index, pool.density[class_index])
    half_life = pool.half_life[class_index]
    if not half_life:
        return lost
    years = np.arange(len(area) + 1, dtype=np.float64)
    left = part_left(years, half_life)
    return _over_time(lost, np.broadcast_to(-np.diff(left), (len(area), len(area))))


def _gained(pool: PoolByClass, class_index: int, area: Floats, start: Floats) -> Floats:
    """t C that a pool gains by the year of reclamation, with what was there at once, at age 0."""
    size = len(area)
    stocks = np.empty((size, size + 1))
    stocks[:, 0] = start
    ages = np.broadcast_to(np.arange(float(size)), (size, size))
    stocks[:, 1:] = pool.come_back(class_index, np.broadcast_to(start[:, None], ages.shape), ages)
    return _over_time(area, np.diff(stocks, axis=1))


def _over_time(amounts: Floats, by_age: Floats) -> Floats:
    """The sum by year of amounts that begin in each year and go on by their age."""
    sums, size = np.zeros(len(amounts)), len(amounts)
    for begin in range(size):
        sums[begin:] += amounts[begin] * by_age[begin, : size - begin]
    return sums
