"""The ledger as a model of its coefficients and areas, with unmapped conversions.

A coefficient of a ledger or a path is a single random variable in all its uses. Its
effect is half the difference between the results at the bounds of its interval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.dates import Period
from ..base.messages import MessageList, Notes, Term, Text
from ..base.numbers import ByteArray, FloatArray, IntArray, NDArray
from ..mine.mined_land import LandState, LandUse, MinedLand, first_mined_dates, land_states
from ..results.uncertainty import (
    CERTAIN_DENSITIES_NOTE,
    RandomParameter,
    RandomVariable,
    ReclamationTimes,
    UncertaintyModel,
    bounded_loss_fractions,
    coefficient_parameters,
)
from ..scheme.area_errors import CERTAIN_VARIABLE, AreaVariables
from ..scheme.classes import LandClass
from ..scheme.coefficients import LOGNORMAL, MAX_NORMAL_U95_PCT, NORMAL, Coefficients
from ..scheme.recovery_curves import RecoveryRates
from .stocks import GAIN, GROWTH, LOSS, AgeRule, CarbonByClass, Trajectories, simulate_carbon


@dataclass(frozen=True)
class CarbonVariable:
    """A coefficient with carbon of all classes at +-1 half-width or at loss fraction bounds."""

    parameter: RandomVariable
    low: CarbonByClass
    high: CarbonByClass


@dataclass(frozen=True)
class SinkIndices:
    """Indices of sinks in table order: of land mined at any date, disturbed and reclaimed."""

    sinks: Sequence[int]
    disturbed: Sequence[int]
    regrown: Sequence[int]


def classify_sinks(land: Trajectories) -> SinkIndices:
    """Return the sinks of trajectories by their role."""
    first = first_mined_dates(land.uses)
    return SinkIndices(
        unique_indices(
            classes[use == LandUse.SINK] for classes, use in zip(land.classes, land.uses)
        ),
        unique_indices(
            classes[land.newly_mined_sinks(date_index)]
            for date_index, classes in enumerate(land.classes[:-1], 1)
        ),
        unique_indices(
            classes[land_states(land.uses, date_number, first) == LandState.RECLAIMED]
            for date_number, classes in enumerate(land.classes, 1)
        ),
    )


def unique_indices(parts: Iterable[NDArray[np.integer]]) -> list[int]:
    """Return the distinct class indices of arrays in table order."""
    return sorted({int(class_index) for part in parts for class_index in np.unique(part)})


def carbon_variables(
    classes: Sequence[LandClass],
    lands: SinkIndices,
    coefficients: Coefficients,
    carbon: CarbonByClass,
    notes: Notes,
    may_be_certain: bool = False,
) -> list[CarbonVariable] | None:
    """Return variables for densities, loss fractions with bounds, and recovery.

    Returns None, with the reasons in the notes, if a non-zero density has no half-width.
    `may_be_certain`: see coefficient_parameters.
    """
    densities = coefficient_parameters(classes, lands.sinks, coefficients, notes, may_be_certain)
    missing = [
        f"{classes[index].name} (u95_{name}_returned_pct)"
        for index in lands.regrown
        for name, pool in coefficients.class_coefficient(classes[index]).pools.items()
        if pool.reclaimed_density and not pool.density and pool.returned_u95_pct is None
    ]
    if densities is not None and missing and may_be_certain:
        notes.add_warning(CERTAIN_DENSITIES_NOTE, classes=MessageList(missing))
        missing = []
    elif densities is not None and missing:
        notes.add_notice(
            "Uncertainty not estimated: no margin of error given for {classes}.",
            classes=MessageList(missing),
        )
    if densities is None or missing:
        return None
    variables = []

    def vary(
        variable: RandomVariable, pool: str, index: int, name: str, ends: Iterable[object]
    ) -> None:
        low, high = (carbon.replace_values(pool, index, **{name: end}) for end in ends)
        variables.append(CarbonVariable(variable, low, high))

    for (pool, index), density in densities.items():
        vary(density, pool, index, "density", _half_width_bounds(density))
    for (pool, index), fraction in bounded_loss_fractions(
        classes, lands.disturbed, coefficients
    ).items():
        vary(fraction, pool, index, "loss_fraction", fraction.bounds)
    for index in lands.regrown:
        coefficient = coefficients.class_coefficient(classes[index])
        key = classes[index].key.casefold()
        for name, back in coefficient.pools.items():
            if back.reclaimed_density and back.returned_u95_pct is not None:
                returned = RandomParameter(
                    f"{name}_returned:{key}",
                    back.reclaimed_density,
                    back.returned_u95_pct,
                    coefficient.distribution,
                    pool=name,
                    shared_pct=back.shared_pct,
                )
                vary(returned, name, index, "returned", _half_width_bounds(returned))
            if (
                back.reclaimed_density
                and back.rate_u95_pct
                and isinstance(back.curve, RecoveryRates)
            ):
                wide = back.rate_u95_pct > MAX_NORMAL_U95_PCT
                distribution = LOGNORMAL if wide else NORMAL
                rate = RandomParameter(f"{name}_rate:{key}", 1.0, back.rate_u95_pct, distribution)
                times = (max(0.0, end) for end in _half_width_bounds(rate))
                vary(rate, name, index, "curves", map(back.curve.scale_rates, times))
    return variables


def _half_width_bounds(parameter: RandomParameter) -> tuple[float, float]:
    return parameter.value - parameter.half_width, parameter.value + parameter.half_width


def curves_without_half_widths(
    regrown: Iterable[LandClass], coefficients: Coefficients
) -> list[Text]:
    """Return the label for recovery curves of reclaimed land without a half-width, if any."""
    by_class = [
        coefficients.coefficient_or_zero(land_class).pools.values() for land_class in regrown
    ]
    is_given = [
        p.rate_u95_pct is not None for pools in by_class for p in pools if p.reclaimed_density
    ]
    if is_given and all(is_given):
        return []
    return [
        Term("recovery curves without uncertainty") if any(is_given) else Term("recovery curves")
    ]


def variable_effects(
    variables: Sequence[CarbonVariable],
    amounts: Callable[[CarbonByClass], FloatArray],
    base: FloatArray,
) -> tuple[list[FloatArray], list[str]]:
    """Return the effects of one half-width per variable, t C, and the nonlinear variables."""
    effects, bent = [], []
    for variable in variables:
        low, high = amounts(variable.low), amounts(variable.high)
        effect, bends = variable.parameter.half_width_effect(low, high, base)
        effects.append(np.asarray(effect))
        if bends:
            bent.append(variable.parameter.name)
    return effects, bent


MODEL_ITEMS = (LOSS, GAIN, GROWTH)
ITEM_SIGNS: Mapping[str, FloatArray] = {
    "loss": np.array([1.0, 0.0, 0.0]),
    "gain": np.array([0.0, 1.0, 0.0]),
    "growth": np.array([0.0, 0.0, 1.0]),
    "net": np.array([-1.0, 1.0, 1.0]),
}
# Fractions of an interval between two dates; amounts are linear in between. Spacing is closer for
# young land, with steep recovery curves.
MOMENT_FRACTIONS = 1.0 - np.linspace(1.0, 0.0, 49) ** 2


@dataclass(frozen=True)
class LedgerModel:
    """Uncertainty model of a ledger for its land mined at any date."""

    land: Trajectories
    hectares: FloatArray
    rule: AgeRule
    carbon: CarbonByClass
    areas: AreaVariables
    periods: Sequence[Period]

    def compute_amounts(
        self, carbon: CarbonByClass, moment: tuple[int, float] | None = None
    ) -> FloatArray:
        """Return t C, (periods, MODEL_ITEMS, area variables); `moment` as in simulate_carbon."""
        size = len(self.areas.names)
        amounts = np.zeros((len(self.periods), len(MODEL_ITEMS), size))
        steps = simulate_carbon(self.land, carbon, self.rule, moment)
        next(steps)
        for of_period, step in zip(amounts, steps):
            for flow in step.flows:
                if flow.flow not in MODEL_ITEMS:
                    continue
                variables: IntArray = np.full(flow.land.size, CERTAIN_VARIABLE, np.int64)
                # Area errors are those of conversions; growth involves no conversion.
                if flow.flow != GROWTH:
                    then, now = self.land.classes[flow.origin - 1 : flow.origin + 1]
                    table = self.areas.by_period[flow.origin - 1]
                    variables = table[then[flow.land], now[flow.land]]
                tonnes = flow.amounts * self.hectares[flow.land]
                of_period[MODEL_ITEMS.index(flow.flow)] += np.bincount(variables, tonnes, size)
        return amounts

    def build_model(
        self, variables: Sequence[CarbonVariable]
    ) -> tuple[UncertaintyModel, list[str]]:
        """Return the model, and the names of variables with nonlinear effects."""
        base = self.compute_amounts(self.carbon)
        effects, bent = variable_effects(variables, self.compute_amounts, base)
        # Time of reclamation within each interval.
        moments = []
        for period in self.periods if self.rule is AgeRule.DRAWN else ():
            at_moments = ((period.earlier, float(at)) for at in MOMENT_FRACTIONS)
            added = [self.compute_amounts(self.carbon, moment) - base for moment in at_moments]
            if any(amounts.any() for amounts in added):
                moments.append(ReclamationTimes(f"age:{period.name}", MOMENT_FRACTIONS, added))
        dates = self.land.years
        model = UncertaintyModel(
            [period.name for period in self.periods],
            ITEM_SIGNS,
            base,
            [variable.parameter for variable in variables],
            effects,
            self.areas.names,
            self.areas.u95_pct,
            years=[later - earlier for earlier, later in zip(dates, dates[1:])],
            moments=moments,
        )
        return model, bent


# Conversion that does not occur on the maps: period, former class and new class.
UnmappedConversion = tuple[int, LandClass, LandClass]


def conversion_areas_ha(land: MinedLand) -> list[FloatArray]:
    """Return the area of all conversions in ha, (classes, classes) by period."""
    size, table = len(land.classes), land.table
    by_period: list[FloatArray] = []
    for before, after in zip(table.classes_by_date, table.classes_by_date[1:]):
        areas: FloatArray = np.zeros((size, size))
        np.add.at(areas, (before, after), table.hectares)
        by_period.append(areas)
    return by_period


def append_unmapped(
    mined: Trajectories,
    unmapped: Sequence[UnmappedConversion],
    classes: Sequence[LandClass],
    uses: ByteArray,
) -> Trajectories:
    """Append the trajectories of land found only in a sample; `uses` is by class."""
    indices = {land_class.identity: index for index, land_class in enumerate(classes)}
    by_date, uses_by_date = [], []
    for date_index in range(len(mined.years)):
        own: IntArray = np.array(
            [
                indices[(source if date_index <= period_index else target).identity]
                for period_index, source, target in unmapped
            ],
            np.int64,
        )
        # Growth after reclamation is not observed in the sample.
        is_over = [date_index > period + 1 and target.is_sink for period, _, target in unmapped]
        own_uses = np.where(is_over, LandUse.OTHER, uses[own]).astype(np.uint8)
        by_date.append(np.concatenate([mined.classes[date_index], own]))
        uses_by_date.append(np.concatenate([mined.uses[date_index], own_uses]))
    changed = mined.changed
    if changed is not None:
        changed = np.pad(changed, ((0, 0), (0, len(unmapped))))
    return Trajectories(by_date, uses_by_date, mined.years, mined.going_on, changed)
