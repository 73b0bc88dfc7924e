"""Annual projection of a scenario: disturbed and reclaimed land, emissions, balance.

Includes the uncertainty band of net emissions and the probability of neutrality. A row
of ACTIVITY is one random variable, as is a factor in all its uses, and a density in all
years and on both sides of the balance; all scenarios share the same draws.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.messages import ContinueCheck, DataError, Notes, iter_until_cancelled
from ..base.numbers import FloatArray
from ..ledger.stocks import (
    AgeRule,
    CarbonByClass,
    PoolByClass,
    Trajectories,
    reapplied_topsoil,
    remaining_fraction,
    simulate_carbon,
)
from ..ledger.uncertainty_model import CarbonVariable, variable_effects
from ..results.uncertainty import (
    MonteCarloDraws,
    RandomParameter,
    UncertaintyModel,
    UncertaintySettings,
    propagate_errors,
)
from ..scheme.coefficients import CO2_PER_C
from .emissions import (
    CH4,
    COAL,
    ELECTRICITY,
    ROUNDING_TOLERANCE,
    SCALE_COAL,
    SCALE_DISTURBED,
    SCALE_FIXED,
    SCALE_RECLAIMED,
    Activity,
    Emission,
    is_captured_methane,
)
from .scenarios import (
    ALL,
    COAL_T,
    DISTURBED,
    DISTURBED_HA,
    GRID_T_PER_MWH,
    HA_PER_10KT,
    MULTIPLIER_KIND,
    OFFSET_TCO2,
    RECLAIMED_HA,
    Scenario,
    class_fractions,
)
from .starting_land import RECLAIMED, Cohort, StartingLand

# Arrays of shape (years,) by class index.
ArraysByClass = Mapping[int, FloatArray]


@dataclass(frozen=True)
class LandSchedule:
    """Hectares in the years after the base year, arrays of shape (years,).

    Attributes:
        disturbed, reclaimed: area of each year; reclaimed land never exceeds mined land.
        mine: mined land at the end of each year.
        planned: planned reclamation, whether or not there is enough mined land.
        disturbed_parts, disturbed_by_class, planted: by class index, the fraction of
            disturbed land, and the hectares disturbed and reclaimed.
        cohorts: land reclaimed earlier.
        taken_part: fraction of reclaimed land that was not mined at the first date, 0 to 1;
            NaN if unknown.
    """

    years: Sequence[int]
    disturbed: FloatArray
    reclaimed: FloatArray
    mine: FloatArray
    planned: FloatArray
    disturbed_parts: ArraysByClass
    disturbed_by_class: ArraysByClass
    planted: ArraysByClass
    cohorts: Sequence[Cohort]
    taken_part: FloatArray

    @property
    def class_indices(self) -> list[int]:
        """Indices of all classes of disturbed, reclaimed and previously reclaimed land."""
        by_class = [*self.disturbed_by_class.items(), *self.planted.items()]
        indices = {class_index for class_index, area in by_class if area.any()}
        return sorted(indices | {cohort.class_index for cohort in self.cohorts})


def build_land_schedule(
    scenario: Scenario, start: StartingLand, years: Sequence[int]
) -> LandSchedule:
    """Return the hectares of a scenario in the years after the base year.

    mine_y = mine_y-1 + d_y - r_y, where r_y = min(path, mine_y-1 + d_y)

    Reclamation is split between land disturbed since the first date and land mined at that
    date in proportion to their mined areas, with d_y in the former.
    """
    disturbed, planned = (
        scenario.disturbed_area_ha(years),
        scenario.interpolate_values(RECLAIMED_HA, years),
    )
    reclaimed, mine, taken_part = np.zeros((3, len(years)))
    left = start.mine_ha or 0.0
    left_before = np.nan if start.missing_data_reason else start.mined_before_ha or 0.0
    for index in range(len(years)):
        left += disturbed[index]
        reclaimed[index] = min(planned[index], left)
        taken_part[index] = 1.0 - left_before / left if left else 1.0
        left -= reclaimed[index]
        left_before -= reclaimed[index] * (1.0 - taken_part[index])
        mine[index] = left
    last = {index: np.full(len(years), area) for index, area in (start.disturbed or {}).items()}
    disturbed_parts, lacking = class_fractions(
        scenario.class_shares(DISTURBED, years) or last, years, disturbed
    )
    if lacking is not None:
        variable = DISTURBED_HA if DISTURBED_HA in scenario.paths else HA_PER_10KT
        raise scenario.source_row(variable, lacking).make_error(
            "column 'variable': '{variable}' needs the disturbed classes in {year} of "
            "scenario '{scenario}'; add taken:CLASS or set DISTURBED",
            variable=variable,
            year=lacking,
            scenario=scenario.name,
        )
    parts, lacking = class_fractions(scenario.class_shares(RECLAIMED, years), years, planned)
    if lacking is not None:
        raise scenario.source_row(RECLAIMED_HA, lacking).make_error(
            "column 'variable': '{variable}' needs at least one reclaimed:CLASS share above "
            "0 in {year} of scenario '{scenario}'",
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
        taken_part,
    )


def project_land_carbon(
    schedule: LandSchedule, carbon: CarbonByClass
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return carbon loss, gain, and gain on land not mined at the first date, t C, (years,).

    The last is NaN if unknown. Topsoil from land disturbed in the same year, t C/ha: s0 =
    min(kept, D'), kept = (1 - phi) x mean soil density of disturbed land.
    """
    size, soil = len(schedule.years), carbon.soil
    loss, sink, sink_taken, kept, nothing = np.zeros((5, size))
    for class_index, area in schedule.disturbed_by_class.items():
        for pool in (soil, carbon.vegetation):
            loss += _annual_losses(pool, class_index, area)
    for class_index, part in schedule.disturbed_parts.items():
        kept += part * soil.retained_stock(class_index, soil.density[class_index])
    for class_index, area in schedule.planted.items():
        topsoil_there = reapplied_topsoil(soil, class_index, kept)
        for amounts, own in ((sink, area), (sink_taken, area * schedule.taken_part)):
            if area.any():
                amounts += _annual_gains(soil, class_index, own, topsoil_there)
                amounts += _annual_gains(carbon.vegetation, class_index, own, nothing)
    # Cohorts that differ in their histories only are merged.
    hectares: dict[tuple[int, float, float], FloatArray] = {}
    for cohort, topsoil in zip(
        schedule.cohorts, map(float, cohort_topsoil(schedule.cohorts, carbon))
    ):
        key = cohort.class_index, cohort.age, topsoil
        own = np.array([cohort.hectares, cohort.hectares * cohort.disturbed_fraction])
        hectares[key] = hectares.get(key, 0.0) + own
    for (class_index, age, topsoil), (of_cohort, of_taken) in hectares.items():
        ages = age + np.arange(size + 1.0)
        for pool, start in ((soil, topsoil), (carbon.vegetation, 0.0)):
            gained = np.diff(pool.recovered_stock(class_index, np.full_like(ages, start), ages))
            sink += of_cohort * gained
            sink_taken += of_taken * gained
    return loss, sink, sink_taken


def cohort_topsoil(cohorts: Sequence[Cohort], carbon: CarbonByClass) -> FloatArray:
    """Return the topsoil reapplied on cohorts at reclamation, t C/ha, (cohorts,).

    By the ledger model over the land's history, mid-interval ages; 0 without a history.
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
        changed = np.array([history.changed or (0,) * len(years) for history in histories]).T
        land = Trajectories([*classes], [*uses], years, changed=changed)
        topsoil[indices] = deque(simulate_carbon(land, carbon, AgeRule.MID), maxlen=1).pop().spread
    return topsoil


def _annual_losses(pool: PoolByClass, class_index: int, area: FloatArray) -> FloatArray:
    """Return losses of a pool by year for disturbed land, immediate or with a half-life, t C."""
    lost: FloatArray = area * pool.lost_stock(class_index, pool.density[class_index])
    half_life = pool.half_life[class_index]
    if not half_life:
        return lost
    years = np.arange(len(area) + 1, dtype=np.float64)
    left = remaining_fraction(years, half_life)
    return _sum_by_year(lost, np.broadcast_to(-np.diff(left), (len(area), len(area))))


def _annual_gains(
    pool: PoolByClass, class_index: int, area: FloatArray, start: FloatArray
) -> FloatArray:
    """Return gains of a pool by year for reclaimed land, including the gain at age 0, t C."""
    size = len(area)
    stocks = np.empty((size, size + 1))
    stocks[:, 0] = start
    ages = np.broadcast_to(np.arange(float(size)), (size, size))
    stocks[:, 1:] = pool.recovered_stock(
        class_index, np.broadcast_to(start[:, None], ages.shape), ages
    )
    return _sum_by_year(area, np.diff(stocks, axis=1))


def _sum_by_year(amounts: FloatArray, by_age: FloatArray) -> FloatArray:
    """Return the sum by year of amounts that begin in each year and develop with age."""
    sums, size = np.zeros(len(amounts)), len(amounts)
    for begin in range(size):
        sums[begin:] += amounts[begin] * by_age[begin, : size - begin]
    return sums


def emission_multiplier(activity: Activity, scenario: Scenario, years: Sequence[int]) -> FloatArray:
    """Return the product of a scenario's multipliers for a row, (years,): all, stage and source."""
    times = np.ones(len(years))
    for of in (ALL, activity.stage, activity.source):
        times *= scenario.interpolate_values(f"{MULTIPLIER_KIND}:{of}", years, 1.0)
    return times


def project_emission(
    emission: Emission, scenario: Scenario, years: Sequence[int], scales: Mapping[str, FloatArray]
) -> FloatArray:
    """Return future t CO2e of an emission, (years,): E_b x scale x multipliers.

    Scales are relative to the base year; a scenario's grid factor replaces the table's.
    """
    activity = emission.activity
    growth = emission_multiplier(activity, scenario, years)
    if activity.scale != SCALE_FIXED:
        growth = scales[activity.scale] * growth
    if activity.source == ELECTRICITY and GRID_T_PER_MWH in scenario.paths:
        first = emission.factor is activity.factors[0]
        return (
            growth
            * scenario.interpolate_values(GRID_T_PER_MWH, years)
            * (activity.quantity if first else 0.0)
        )
    return emission.tco2e * growth


def check_drained_methane(
    scenario: Scenario,
    emissions: Sequence[Emission],
    amounts: Sequence[FloatArray],
    years: Sequence[int],
) -> None:
    """Check that drained methane never exceeds the methane from coal, t CO2e."""
    methane, drained = np.zeros(len(years)), np.zeros(len(years))
    for emission, amount in zip(emissions, amounts):
        if emission.factor.gas == CH4 and emission.activity.source == COAL:
            methane += amount
        elif is_captured_methane(emission):
            drained -= amount
    wrong = np.flatnonzero(drained > methane * (1.0 + ROUNDING_TOLERANCE) + ROUNDING_TOLERANCE)
    if wrong.size:
        raise DataError(
            "{table}: drained gas exceeds the methane from coal in {year} of scenario "
            "'{scenario}'; use the same scales_with and multipliers for both",
            table=scenario.table,
            year=years[wrong[0]],
            scenario=scenario.name,
        )


@dataclass(frozen=True)
class ScenarioProjection:
    """A scenario from the base year to the horizon; arrays are of shape (years,).

    Attributes:
        years: base year and all following years.
        emissions: emissions of the base year; `parts` is t CO2e of each by year.
        emitted: t CO2e of all sources.
        loss, sink, sink_taken: t C, positive; 0 in the base year, as is `offsets`, t CO2.
            The last is the gain on land not mined at the first date, NaN if unknown.
        net: t CO2e, positive to the atmosphere: E + (loss - sink) x 44/12 - offsets.
        cumulative: sum of `net` from the year after the base year.
        cumulative_taken: as `cumulative`, with `sink_taken` instead of `sink`.
        neutral_index: index of the first year from which `net` is at most 0 until the
            horizon.
    """

    scenario: Scenario
    years: Sequence[int]
    schedule: LandSchedule
    emissions: Sequence[Emission]
    parts: Sequence[FloatArray]
    emitted: FloatArray
    loss: FloatArray
    sink: FloatArray
    sink_taken: FloatArray
    offsets: FloatArray
    net: FloatArray
    cumulative: FloatArray
    cumulative_taken: FloatArray
    neutral_index: int | None
    neutral_year: int | None


def project_scenario(
    scenario: Scenario,
    start: StartingLand,
    carbon: CarbonByClass,
    emissions: Sequence[Emission],
    years: Sequence[int],
) -> ScenarioProjection:
    """Return the projection of a scenario; the first year is the base year of `emissions`."""
    base, after = years[:1], years[1:]
    schedule = build_land_schedule(scenario, start, after)
    # Activities that emissions scale with, relative to the base year; reclaimed land is limited by
    # the mined area.
    sizes = {
        SCALE_COAL: (
            scenario.interpolate_values(COAL_T, after),
            scenario.interpolate_values(COAL_T, base),
        ),
        SCALE_DISTURBED: (schedule.disturbed, scenario.disturbed_area_ha(base)),
        SCALE_RECLAIMED: (schedule.reclaimed, scenario.interpolate_values(RECLAIMED_HA, base)),
    }
    scales = {scale: size / before for scale, (size, before) in sizes.items() if before[0] > 0}
    later = [project_emission(emission, scenario, after, scales) for emission in emissions]
    check_drained_methane(scenario, emissions, later, after)
    parts = [prepend_base_year(part, e.tco2e) for part, e in zip(later, emissions)]
    emitted = sum(parts, np.zeros(len(years)))
    loss, sink, sink_taken = map(prepend_base_year, project_land_carbon(schedule, carbon))
    offsets = prepend_base_year(scenario.interpolate_values(OFFSET_TCO2, after))
    net = emitted + (loss - sink) * CO2_PER_C - offsets
    net_taken = emitted + (loss - sink_taken) * CO2_PER_C - offsets
    index = first_neutral_index(net)
    return ScenarioProjection(
        scenario,
        years,
        schedule,
        emissions,
        parts,
        emitted,
        loss,
        sink,
        sink_taken,
        offsets,
        net,
        prepend_base_year(np.cumsum(net[1:])),
        prepend_base_year(np.cumsum(net_taken[1:])),
        index,
        None if index is None else years[index],
    )


def prepend_base_year(later: FloatArray, base: float = 0.0) -> FloatArray:
    """Prepend the value of the base year to an array."""
    return np.concatenate([[base], later])


def first_neutral_index(amounts: FloatArray) -> int | None:
    """Return the first index from which amounts remain at most 0 to the end, or None."""
    above = np.flatnonzero(amounts > 0)
    index = int(above[-1]) + 1 if above.size else 0
    return index if index < len(amounts) else None


# Scenario variables required by each scale.
SCALE_VARIABLES = {
    SCALE_COAL: (COAL_T,),
    SCALE_DISTURBED: (DISTURBED_HA, HA_PER_10KT),
    SCALE_RECLAIMED: (RECLAIMED_HA,),
}


def check_scale_variables(
    scenarios: Sequence[Scenario], rows: Sequence[Activity], base: int
) -> None:
    """Check that every scenario has the variables required by the activity of the base year."""
    for scale, variables in SCALE_VARIABLES.items():
        scaled = [row.row for row in rows if row.scale == scale]
        for scenario in scenarios if scaled else ():
            needed = [variable for variable in variables if variable in scenario.paths]
            if not needed:
                raise scaled[0].make_error(
                    "column 'scales_with': '{scale}' needs rows with '{variable}' in column "
                    "'variable' for scenario '{scenario}' of {other}",
                    scale=scale,
                    scenario=scenario.name,
                    other=scenario.table,
                    variable="' or '".join(variables),
                )
            if needed[0] == HA_PER_10KT:
                needed.append(COAL_T)
            zero = next(
                (name for name in needed if not scenario.interpolate_values(name, [base])[0] > 0),
                None,
            )
            if zero:
                raise scenario.source_row(zero, base).make_error(
                    "column 'value': '{variable}' of scenario '{scenario}' must be above 0 "
                    "in the base year {base} (it scales row {other} of {activities})",
                    variable=zero,
                    scenario=scenario.name,
                    base=base,
                    other=scaled[0].label,
                    activities=scaled[0].table.name,
                )


NET = "net"


@dataclass(frozen=True)
class UncertaintyBand:
    """Uncertainty band of a projection; arrays are of shape (years,).

    Attributes:
        low, high: bounds of net emissions, t CO2e.
        neutral_pct: share of draws that are neutral from each year to the horizon, %; None
            without draws.
        first_years: lower bound, median and upper bound of the year of neutrality over the
            draws; None for years after the horizon. None without draws.
    """

    low: FloatArray
    high: FloatArray
    neutral_pct: FloatArray | None = None
    first_years: tuple[int | None, int | None, int | None] | None = None


def factor_parameters(emissions: Sequence[Emission]) -> dict[str, RandomParameter]:
    """Return the emission factors as random variables by name; derived (unnamed) are certain."""
    parameters: dict[str, RandomParameter] = {}
    for emission in emissions:
        factor = emission.factor
        if factor.name and factor.u95_pct is not None and factor.value:
            spread = factor.u95_pct, factor.distribution, factor.bounds
            parameters[factor.name] = RandomParameter(
                f"factor:{factor.name}", factor.value, *spread
            )
    return parameters


def note_missing_half_widths(emissions: Sequence[Emission], notes: Notes) -> bool:
    """Return whether all half-widths of activity and factors are given; note the missing ones."""
    missing = dict.fromkeys(
        f"{what} (u95_pct)"
        for e in emissions
        if e.tco2e
        for what, u95 in (
            (f"ACTIVITY {e.activity.row.label}", e.activity.u95_pct),
            (e.factor.name, e.factor.u95_pct),
        )
        if u95 is None
    )
    if missing:
        notes.add_notice(
            "No uncertainty band: no uncertainty given for {names}.", names=", ".join(missing)
        )
    return not missing


def build_net_model(
    projection: ScenarioProjection,
    carbon: CarbonByClass,
    factors: Mapping[str, RandomParameter],
    variables: Sequence[CarbonVariable],
) -> tuple[UncertaintyModel, list[str]]:
    """Return the net emissions of a projection as a model, and its nonlinear coefficients."""
    rows = list(dict.fromkeys(emission.activity for emission in projection.emissions))
    columns = {row: column for column, row in enumerate(rows, 1)}
    base = np.zeros((len(projection.years), 1, 1 + len(rows)))
    base[:, 0, 0] = (projection.loss - projection.sink) * CO2_PER_C - projection.offsets
    by_factor = {name: np.zeros_like(base) for name in factors}
    for emission, part in zip(projection.emissions, projection.parts):
        column = columns[emission.activity]
        base[:, 0, column] += part
        parameter = factors.get(emission.factor.name)
        if parameter is not None:
            moves = parameter.u95_pct / 100.0 * part
            if (
                emission.activity.source == ELECTRICITY
                and GRID_T_PER_MWH in projection.scenario.paths
            ):
                # The emissions of the grid are then given by the scenario.
                moves[1:] = 0.0
            by_factor[emission.factor.name][:, 0, column] += moves

    def land(carbon: CarbonByClass) -> FloatArray:
        """Return carbon loss minus gain in the years after the base year, t CO2."""
        amounts = np.zeros_like(base)
        loss, sink, _ = project_land_carbon(projection.schedule, carbon)
        amounts[1:, 0, 0] = (loss - sink) * CO2_PER_C
        return amounts

    of_land, bent = variable_effects(variables, land, land(carbon))
    # Draws of a row depend on its name: stage and source, with a number for repeated ones.
    kinds, names = [f"activity:{row.stage}:{row.source}" for row in rows], [""]
    for index, kind in enumerate(kinds):
        count = kinds[: index + 1].count(kind)
        names.append(kind if count == 1 else f"{kind}:{count}")
    model = UncertaintyModel(
        [str(year) for year in projection.years],
        {NET: np.ones(1)},
        base,
        [*factors.values(), *(variable.parameter for variable in variables)],
        [*by_factor.values(), *of_land],
        names,
        np.array([0.0, *(row.u95_pct or 0.0 for row in rows)]),
    )
    return model, bent


def compute_band(
    model: UncertaintyModel,
    wanted: UncertaintySettings,
    drawn: MonteCarloDraws | None,
    going_on: ContinueCheck,
) -> UncertaintyBand:
    """Return the uncertainty band of a model.

    Args:
        drawn: draws of its variables; None: error propagation (approach 1).
        going_on: called before the draws of each year.
    """
    size = len(model.periods)
    low, high, pct = np.empty(size), np.empty(size), np.empty(size)
    # Whether a draw is neutral from a year to the horizon, and the first index from which it is.
    is_neutral = np.ones(wanted.draws, np.bool_)
    first = np.full(wanted.draws, size, np.int64)
    # Backwards from the horizon, so that only one year is in memory.
    for index in iter_until_cancelled(range(size - 1, -1, -1), going_on):
        amounts, effects = model.base[index, 0], [effect[index, 0] for effect in model.effects]
        if drawn is None:
            interval = propagate_errors(model, amounts, effects, wanted.level)[0]
        else:
            interval = drawn.estimate_interval(amounts, effects, wanted)
            is_neutral &= drawn.draw_totals(amounts, effects) <= 0
            first[is_neutral] = index
            pct[index] = 100.0 * is_neutral.mean()
        low[index], high[index] = interval.low, interval.high
    if drawn is None:
        return UncertaintyBand(low, high)
    tail, ordered = (100.0 - wanted.level) / 200.0, np.sort(first)
    years = [*map(int, model.periods), None]
    least, middle, most = (
        years[int(ordered[min(len(ordered) - 1, int(share * len(ordered)))])]
        for share in (tail, 0.5, 1.0 - tail)
    )
    return UncertaintyBand(low, high, pct, (least, middle, most))
