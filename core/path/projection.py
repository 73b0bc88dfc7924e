"""A scenario year by year: what is emitted, what land loses and gains, and the balance of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..base.numbers import Floats, quotients
from ..ledger.states import CarbonByClass
from ..scheme.coefficients import CO2_PER_C
from .activity import COAL, DISTURBED, FIXED, RECLAIMED, SCALES, Activity, ActivityTable
from .emissions import Emission, projected, require_methane
from .land import LandSchedule, carbon_of, schedule_of
from .scenarios import COAL_T, DISTURBED_HA, HA_PER_10KT, OFFSET, RECLAIMED_HA, Scenario
from .start import Start

# What each scale goes by, and what a scenario must have of it.
NEEDED = {COAL: (COAL_T,), DISTURBED: (DISTURBED_HA, HA_PER_10KT), RECLAIMED: (RECLAIMED_HA,)}


@dataclass(frozen=True)
class ScenarioProjection:
    """A scenario from the base year to the horizon; arrays are of shape (years,).

    Attributes:
        years: the base year and all after it.
        emissions: those of the base year, and `parts` t CO2e of each by year.
        loss, sink: t C, both positive; 0 in the base year, as `offsets`, t CO2, are.
    """

    scenario: Scenario
    years: Sequence[int]
    schedule: LandSchedule
    emissions: Sequence[Emission]
    parts: Sequence[Floats]
    loss: Floats
    sink: Floats
    offsets: Floats

    @cached_property
    def emitted(self) -> Floats:
        """t CO2e of all sources."""
        return sum(self.parts, np.zeros(len(self.years)))

    @cached_property
    def net(self) -> Floats:
        """t CO2e; above 0 to the atmosphere: E + (lost - sink) x 44/12 - offsets."""
        net: Floats = self.emitted + (self.loss - self.sink) * CO2_PER_C - self.offsets
        return net

    @cached_property
    def cumulative(self) -> Floats:
        """The sum of net from the year after the base year on."""
        return _from_base(np.cumsum(self.net[1:]))

    @property
    def neutral_index(self) -> int | None:
        """The index of the first year from which net is 0 or below to the horizon."""
        above = np.flatnonzero(self.net > 0)
        index = int(above[-1]) + 1 if above.size else 0
        return index if index < len(self.years) else None

    @property
    def neutral_year(self) -> int | None:
        return None if self.neutral_index is None else self.years[self.neutral_index]

    @property
    def sink_pct(self) -> Floats:
        """The sink in % of what is emitted; NaN where nothing is."""
        return quotients(100.0 * self.sink * CO2_PER_C, self.emitted)

    def of_stage(self, stage: str) -> Floats:
        """t CO2e of a stage, (years,)."""
        parts = [part for e, part in zip(self.emissions, self.parts) if e.activity.stage == stage]
        return sum(parts, np.zeros(len(self.years)))


def projection_of(
    scenario: Scenario,
    start: Start,
    carbon: CarbonByClass,
    emissions: Sequence[Emission],
    years: Sequence[int],
) -> ScenarioProjection:
    """The projection of a scenario, by the emissions of the base year, the first of the years.

    Raises:
        DataError: the land has no class, or drained gas takes away methane that there is not.
    """
    base, after = years[:1], years[1:]
    schedule = schedule_of(scenario, start, after)
    # How large what emissions go by is, as a part of it in the base year; what is reclaimed is what
    # there is land for.
    sizes = {
        COAL: (scenario.at(COAL_T, after), scenario.at(COAL_T, base)),
        DISTURBED: (schedule.disturbed, scenario.disturbed(base)),
        RECLAIMED: (schedule.reclaimed, scenario.at(RECLAIMED_HA, base)),
    }
    scales = {scale: size / before for scale, (size, before) in sizes.items() if before[0] > 0}
    later = [projected(emission, scenario, after, scales) for emission in emissions]
    require_methane(scenario, emissions, later, after)
    loss, sink = carbon_of(schedule, carbon)
    return ScenarioProjection(
        scenario,
        years,
        schedule,
        emissions,
        [_from_base(part, e.tco2e) for part, e in zip(later, emissions)],
        _from_base(loss),
        _from_base(sink),
        _from_base(scenario.at(OFFSET, after)),
    )


def _from_base(later: Floats, base: float = 0.0) -> Floats:
    """An array with the value of the base year before it."""
    return np.concatenate([[base], later])


def require_scales(scenarios: Sequence[Scenario], activity: ActivityTable, base: int) -> None:
    """Check that every scenario has what the activity of the base year goes by.

    Raises:
        DataError: naming the tables, row and column of what is missing, or 0 in the base year.
    """
    rows = activity.of_year(base)
    for scale in SCALES:
        scaled = [row for row in rows if row.scale == scale]
        if scale == FIXED or not scaled:
            continue
        for scenario in scenarios:
            _require(scenario, scaled[0], base)


def _require(scenario: Scenario, activity: Activity, base: int) -> None:
    needed = [variable for variable in NEEDED[activity.scale] if scenario.has(variable)]
    if not needed:
        raise activity.row.error(
            "column 'scales_with': it changes with '{scale}', and the scenario '{scenario}' of "
            "{other} has no rows of '{variable}' in column 'variable'",
            scale=activity.scale,
            scenario=scenario.name,
            other=scenario.table,
            variable="' or '".join(NEEDED[activity.scale]),
        )
    if needed[0] == HA_PER_10KT:
        needed.append(COAL_T)
    zero = [variable for variable in needed if not scenario.at(variable, [base])[0] > 0]
    if zero:
        raise scenario.row_of(zero[0], base).error(
            "column 'value': '{variable}' of the scenario '{scenario}' is 0 in the base year "
            "{base}, and row {other} of {activities} changes with it",
            variable=zero[0],
            scenario=scenario.name,
            base=base,
            other=activity.row.label,
            activities=activity.row.table.name,
        )
