"""The coefficients of a ledger or a path as random variables, and the carbon that each changes.

A variable is one wherever it stands. Its effect is half of what lies between the results at the
ends of its interval, which models of the ledger and of the path ask for alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.arrays import Floats, Ints
from ..base.messages import Listed, Notes, Term, Text
from ..mine.states import State, Use, first_mined, states
from ..results.uncertainty import Parameter, Variable, loss_fractions, parameters_of
from ..scheme.classes import LandClass
from ..scheme.coefficients import LOGNORMAL, MOST_NORMAL, NORMAL, Coefficients
from ..scheme.recovery import Rates
from .states import CarbonByClass, Trajectories


@dataclass(frozen=True)
class CarbonVariable:
    """A coefficient, and the carbon of all classes at the lower and the upper end of its interval.

    The ends are a half-width below the estimate and above it, those of a loss fraction its bounds.
    """

    parameter: Variable
    low: CarbonByClass
    high: CarbonByClass


@dataclass(frozen=True)
class Lands:
    """The numbers of the sinks that matter, in the tables' order: of all land that is mined at some
    date, of what was taken, and of what came back."""

    sinks: Sequence[int]
    taken: Sequence[int]
    regrown: Sequence[int]


def lands_of(land: Trajectories) -> Lands:
    """The sinks of some land, by what became of them."""
    first = first_mined(land.uses)
    return Lands(
        numbers_in(classes[use == Use.SINK] for classes, use in zip(land.classes, land.uses)),
        numbers_in(
            classes[(use == Use.SINK) & (after == Use.MINE)]
            for classes, use, after in zip(land.classes, land.uses, land.uses[1:])
        ),
        numbers_in(
            classes[states(land.uses, place, first) == State.RECLAIMED]
            for place, classes in enumerate(land.classes, 1)
        ),
    )


def numbers_in(parts: Iterable[Ints]) -> list[int]:
    """The class numbers that occur in some arrays, in the tables' order."""
    return sorted({int(number) for part in parts for number in np.unique(part)})


def carbon_variables(
    classes: Sequence[LandClass],
    lands: Lands,
    coefficients: Coefficients,
    carbon: CarbonByClass,
    notes: Notes,
) -> list[CarbonVariable] | None:
    """Densities, then loss fractions with bounds, then what returned land holds and how fast.

    Args:
        classes: of the run.
        carbon: of the coefficients as they are.

    Returns:
        None, and why in the notes, where a half-width is not given of a density that is not 0.
    """
    densities = parameters_of(classes, lands.sinks, coefficients, notes)
    missing = [
        f"{classes[number].name} (u95_{name}_returned_pct)"
        for number in lands.regrown
        for name, pool in coefficients.of(classes[number]).pools.items()
        if pool.returned and not pool.density and pool.returned_u95_pct is None
    ]
    if densities is not None and missing:
        notes.inform(
            "There is no uncertainty, because the coefficients give no half-width of {classes}.",
            classes=Listed(missing),
        )
    if densities is None or missing:
        return None
    variables = []
    for (pool, number), density in densities.items():
        low, high = (
            carbon.changed(pool, number, step) for step in (-density.half_width, density.half_width)
        )
        variables.append(CarbonVariable(density, low, high))
    for (pool, number), fraction in loss_fractions(classes, lands.taken, coefficients).items():
        low, high = (carbon.with_lost(pool, number, end) for end in fraction.bounds or ())
        variables.append(CarbonVariable(fraction, low, high))
    for number in lands.regrown:
        held, key = coefficients.of(classes[number]), classes[number].key.casefold()
        for name, back in held.pools.items():
            if back.returned and back.returned_u95_pct is not None:
                returned = Parameter(
                    f"{name}_returned:{key}",
                    back.returned,
                    back.returned_u95_pct,
                    held.distribution,
                    pool=name,
                    shared_pct=back.shared_pct,
                )
                ends = back.returned - returned.half_width, back.returned + returned.half_width
                low, high = (carbon.with_returned(name, number, end) for end in ends)
                variables.append(CarbonVariable(returned, low, high))
            if back.returned and back.rate_u95_pct and isinstance(back.curve, Rates):
                wide = back.rate_u95_pct > MOST_NORMAL
                distribution = LOGNORMAL if wide else NORMAL
                rate = Parameter(f"{name}_rate:{key}", 1.0, back.rate_u95_pct, distribution)
                low, high = (
                    carbon.with_curve(name, number, back.curve.times(times))
                    for times in (max(0.0, 1.0 - rate.half_width), 1.0 + rate.half_width)
                )
                variables.append(CarbonVariable(rate, low, high))
    return variables


def certain_curves(regrown: Iterable[LandClass], coefficients: Coefficients) -> list[Text]:
    """What the curves of reclaimed land are called that have no half-width, if there are any."""
    held = [coefficients.or_nothing(land_class) for land_class in regrown]
    pools = [pool for one in held for pool in one.pools.values() if pool.returned]
    is_given = [pool.rate_u95_pct is not None for pool in pools]
    if pools and all(is_given):
        return []
    return [Term("curves without half-widths") if any(is_given) else Term("curves")]


def effects_of(
    variables: Sequence[CarbonVariable], amounts: Callable[[CarbonByClass], Floats], base: Floats
) -> tuple[list[Floats], list[str]]:
    """What a half-width of each variable adds to amounts, and the names of those that bend.

    Args:
        amounts: in t C, by the carbon of all classes.
        base: those of the coefficients as they are.
    """
    effects, bent = [], []
    for variable in variables:
        low, high = amounts(variable.low), amounts(variable.high)
        effect, bends = variable.parameter.effect_of(low, high, base)
        effects.append(np.asarray(effect))
        if bends:
            bent.append(variable.parameter.name)
    return effects, bent
