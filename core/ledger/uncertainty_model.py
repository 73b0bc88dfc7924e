"""The ledger as a model of its coefficients and areas, and land that only a sample has.

A coefficient of a ledger or a path is one random variable wherever it stands. Its effect is half of
what lies between the results at the ends of its interval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.dates import Period
from ..base.messages import Listed, Notes, Term, Text
from ..base.numbers import Bytes, Floats, Ints, NDArray
from ..mine.mined_land import MineLand, State, Use, first_mined, states
from ..results.uncertainty import (
    CERTAIN_TOLD,
    Model,
    Parameter,
    ReclamationMoments,
    Variable,
    loss_fractions,
    parameters_of,
)
from ..scheme.area_errors import CERTAIN, AreaVariables
from ..scheme.classes import LandClass
from ..scheme.coefficients import LOGNORMAL, MOST_NORMAL, NORMAL, Coefficients
from ..scheme.recovery_curves import Rates
from .states import GAIN, GROWTH, LOSS, AgeRule, CarbonByClass, Trajectories, simulate


@dataclass(frozen=True)
class CarbonVariable:
    """A coefficient, and the carbon of all classes a half-width below its estimate and above it, or
    at the bounds of a loss fraction."""

    parameter: Variable
    low: CarbonByClass
    high: CarbonByClass


@dataclass(frozen=True)
class Lands:
    """The indices of the sinks that matter, in the tables' order: of all land that is mined at some
    date, of what mining took, and of what came back."""

    sinks: Sequence[int]
    disturbed: Sequence[int]
    regrown: Sequence[int]


def lands_of(land: Trajectories) -> Lands:
    """The sinks of some land, by what became of them."""
    first = first_mined(land.uses)
    return Lands(
        indices_in(classes[use == Use.SINK] for classes, use in zip(land.classes, land.uses)),
        indices_in(
            classes[land.mined_sinks(date_index)]
            for date_index, classes in enumerate(land.classes[:-1], 1)
        ),
        indices_in(
            classes[states(land.uses, date_number, first) == State.RECLAIMED]
            for date_number, classes in enumerate(land.classes, 1)
        ),
    )


def indices_in(parts: Iterable[NDArray[np.integer]]) -> list[int]:
    """The class indices that occur in some arrays, in the tables' order."""
    return sorted({int(class_index) for part in parts for class_index in np.unique(part)})


def carbon_variables(
    classes: Sequence[LandClass],
    lands: Lands,
    coefficients: Coefficients,
    carbon: CarbonByClass,
    notes: Notes,
    may_be_certain: bool = False,
) -> list[CarbonVariable] | None:
    """Densities, then loss fractions with bounds, then what returned land holds and how fast.

    Args:
        may_be_certain: as of parameters_of.

    Returns:
        None, and why in the notes, where a half-width is not given of a density that is not 0.
    """
    densities = parameters_of(classes, lands.sinks, coefficients, notes, may_be_certain)
    missing = [
        f"{classes[index].name} (u95_{name}_returned_pct)"
        for index in lands.regrown
        for name, pool in coefficients.of(classes[index]).pools.items()
        if pool.returned and not pool.density and pool.returned_u95_pct is None
    ]
    if densities is not None and missing and may_be_certain:
        notes.warn(CERTAIN_TOLD, classes=Listed(missing))
        missing = []
    elif densities is not None and missing:
        notes.inform(
            "Uncertainty not estimated: no margin of error given for {classes}.",
            classes=Listed(missing),
        )
    if densities is None or missing:
        return None
    variables = []

    def vary(variable: Variable, pool: str, index: int, name: str, ends: Iterable[object]) -> None:
        low, high = (carbon.with_values(pool, index, **{name: end}) for end in ends)
        variables.append(CarbonVariable(variable, low, high))

    for (pool, index), density in densities.items():
        vary(density, pool, index, "density", _ends_of(density))
    for (pool, index), fraction in loss_fractions(classes, lands.disturbed, coefficients).items():
        vary(fraction, pool, index, "loss_fraction", fraction.bounds)
    for index in lands.regrown:
        coefficient, key = coefficients.of(classes[index]), classes[index].key.casefold()
        for name, back in coefficient.pools.items():
            if back.returned and back.returned_u95_pct is not None:
                returned = Parameter(
                    f"{name}_returned:{key}",
                    back.returned,
                    back.returned_u95_pct,
                    coefficient.distribution,
                    pool=name,
                    shared_pct=back.shared_pct,
                )
                vary(returned, name, index, "returned", _ends_of(returned))
            if back.returned and back.rate_u95_pct and isinstance(back.curve, Rates):
                wide = back.rate_u95_pct > MOST_NORMAL
                distribution = LOGNORMAL if wide else NORMAL
                rate = Parameter(f"{name}_rate:{key}", 1.0, back.rate_u95_pct, distribution)
                times = (max(0.0, end) for end in _ends_of(rate))
                vary(rate, name, index, "curves", map(back.curve.times, times))
    return variables


def _ends_of(parameter: Parameter) -> tuple[float, float]:
    return parameter.value - parameter.half_width, parameter.value + parameter.half_width


def certain_curves(regrown: Iterable[LandClass], coefficients: Coefficients) -> list[Text]:
    """What the curves of reclaimed land are called that have no half-width, if there are any."""
    by_class = [coefficients.or_nothing(land_class).pools.values() for land_class in regrown]
    is_given = [p.rate_u95_pct is not None for pools in by_class for p in pools if p.returned]
    if is_given and all(is_given):
        return []
    return [
        Term("recovery curves without uncertainty") if any(is_given) else Term("recovery curves")
    ]


def effects_of(
    variables: Sequence[CarbonVariable], amounts: Callable[[CarbonByClass], Floats], base: Floats
) -> tuple[list[Floats], list[str]]:
    """What a half-width of each variable adds to base amounts, t C, and the names of what bends."""
    effects, bent = [], []
    for variable in variables:
        low, high = amounts(variable.low), amounts(variable.high)
        effect, bends = variable.parameter.effect_of(low, high, base)
        effects.append(np.asarray(effect))
        if bends:
            bent.append(variable.parameter.name)
    return effects, bent


ITEMS = (LOSS, GAIN, GROWTH)
ITEM_SIGNS: Mapping[str, Floats] = {
    "loss": np.array([1.0, 0.0, 0.0]),
    "gain": np.array([0.0, 1.0, 0.0]),
    "growth": np.array([0.0, 0.0, 1.0]),
    "net": np.array([-1.0, 1.0, 1.0]),
}
# Parts of an interval between two dates, from one of which to the next amounts are straight lines;
# close to each other where land is young, which curves are steep for.
AT = 1.0 - np.linspace(1.0, 0.0, 49) ** 2


@dataclass(frozen=True)
class LedgerModel:
    """What the uncertainty of a ledger is worked out from: its land that is mined at some date."""

    land: Trajectories
    hectares: Floats
    rule: AgeRule
    carbon: CarbonByClass
    areas: AreaVariables
    periods: Sequence[Period]

    def amounts(self, carbon: CarbonByClass, moment: tuple[int, float] | None = None) -> Floats:
        """t C, of shape (periods, ITEMS, area variables); `moment` as simulate has it."""
        size = len(self.areas.names)
        amounts = np.zeros((len(self.periods), len(ITEMS), size))
        steps = simulate(self.land, carbon, self.rule, moment)
        next(steps)
        for of_period, step in zip(amounts, steps):
            for flow in step.flows:
                if flow.flow not in ITEMS:
                    continue
                variables: Ints = np.full(flow.land.size, CERTAIN, np.int64)
                # Area errors are those of conversions, which land that grows has none of.
                if flow.flow != GROWTH:
                    then, now = self.land.classes[flow.origin - 1 : flow.origin + 1]
                    table = self.areas.by_period[flow.origin - 1]
                    variables = table[then[flow.land], now[flow.land]]
                tonnes = flow.amounts * self.hectares[flow.land]
                of_period[ITEMS.index(flow.flow)] += np.bincount(variables, tonnes, size)
        return amounts

    def model(self, variables: Sequence[CarbonVariable]) -> tuple[Model, list[str]]:
        """The model, and the variables that do not act in a straight line over their interval."""
        base = self.amounts(self.carbon)
        effects, bent = effects_of(variables, self.amounts, base)
        # When land was reclaimed, interval by interval.
        moments = []
        for period in self.periods if self.rule is AgeRule.DRAWN else ():
            at_moments = ((period.earlier, float(at)) for at in AT)
            added = [self.amounts(self.carbon, moment) - base for moment in at_moments]
            if any(amounts.any() for amounts in added):
                moments.append(ReclamationMoments(f"age:{period.name}", AT, added))
        dates = self.land.years
        model = Model(
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


# Land that is in no map: its period, and its classes before and after.
Unmapped = tuple[int, LandClass, LandClass]


def conversion_hectares(land: MineLand) -> list[Floats]:
    """Hectares of all conversions, by class before and after, (classes, classes) by period."""
    size, table = len(land.classes), land.table
    by_period: list[Floats] = []
    for before, after in zip(table.by_date, table.by_date[1:]):
        areas: Floats = np.zeros((size, size))
        np.add.at(areas, (before, after), table.hectares)
        by_period.append(areas)
    return by_period


def with_unmapped(
    mined: Trajectories, unmapped: Sequence[Unmapped], classes: Sequence[LandClass], uses: Bytes
) -> Trajectories:
    """Trajectories, and after them those of land that only a sample has; uses are by class."""
    indices = {land_class.identity: index for index, land_class in enumerate(classes)}
    by_date, uses_by_date = [], []
    for date_index in range(len(mined.years)):
        own: Ints = np.array(
            [
                indices[(source if date_index <= period_index else target).identity]
                for period_index, source, target in unmapped
            ],
            np.int64,
        )
        # Land that was reclaimed would grow, which nobody has seen.
        is_over = [date_index > period + 1 and target.is_sink for period, _, target in unmapped]
        own_uses = np.where(is_over, Use.OTHER, uses[own]).astype(np.uint8)
        by_date.append(np.concatenate([mined.classes[date_index], own]))
        uses_by_date.append(np.concatenate([mined.uses[date_index], own_uses]))
    changed = mined.changed
    if changed is not None:
        changed = np.pad(changed, ((0, 0), (0, len(unmapped))))
    return Trajectories(by_date, uses_by_date, mined.years, mined.going_on, changed)
