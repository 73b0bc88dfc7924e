"""The ledger by the areas that a sample estimates: what conversions lose and gain.

Growth has no conversion of its own and keeps the hectares of the map.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..base.arrays import Bytes, Floats, Ints
from ..base.messages import Notes
from ..mine.land import MineLand
from ..mine.states import Use, uses_of
from ..results.adjusted import (
    ConversionVariables,
    adjusted_model,
    mapped_here,
    samples_of,
    without_half_widths,
)
from ..results.uncertainty import Model
from ..scheme.area_errors import AreaErrors
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficients
from .model import LedgerModel
from .states import AgeRule, Trajectories, carbon_by_class
from .variables import carbon_variables, lands_of

# Land that is in no map: its period, and its classes before and after.
Unmapped = tuple[int, LandClass, LandClass]


def adjusted_ledger_model(
    land: MineLand,
    mined: Trajectories,
    hectares: Floats,
    rule: AgeRule,
    coefficients: Coefficients,
    errors: AreaErrors | None,
    notes: Notes,
) -> Model | None:
    """The model of a ledger by the areas that a sample estimates; None, and why, without any.

    A conversion that only the sample has is land that always was the class before, and does as the
    ledger has it.

    Args:
        land: all combinations of the run.
        mined, hectares: those that are mined at some date, and their hectares, (n,).
    """

    def counts(source: LandClass, target: LandClass) -> bool:
        return land.disturbing.is_loss(source, target) or (target.is_sink and not source.is_sink)

    classes, by_period = list(land.classes), conversion_hectares(land)
    samples = samples_of(errors, classes, land.steps, by_period, counts, land.disturbing, notes)
    if not any(samples):
        return None
    variables = ConversionVariables(samples)
    here, unmapped = np.ones(variables.size), list[Unmapped]()
    for place, sample in enumerate(samples):
        if sample is None:
            continue
        mapped = np.nan_to_num(mapped_here(sample, classes, by_period[place]))
        here[variables.block(place)] = np.where(mapped > 0, mapped, 1.0)
        for k in np.flatnonzero((mapped == 0) & (sample.estimated_ha > 0)):
            pair = sample.conversions[k]
            # What other land than mines gains depends on whether it was mined before.
            if pair and counts(*pair) and any(map(land.disturbing.takes, pair)):
                unmapped.append((place, *pair))
    sinks = [c for _, *pair in unmapped for c in pair if c.is_sink]
    if without_half_widths(sinks, coefficients, notes):
        return None
    known = {c.identity for c in classes}
    further = dict.fromkeys(c for _, *pair in unmapped for c in pair if c.identity not in known)
    classes += further
    numbers = {c.identity: number for number, c in enumerate(classes)}
    trajectories = with_unmapped(mined, unmapped, numbers, uses_of(classes, land.disturbing))
    carbon = carbon_by_class(classes, coefficients)
    model = LedgerModel(
        trajectories,
        np.append(hectares, np.ones(len(unmapped))),
        rule,
        carbon,
        variables.table(classes),
        land.steps,
    )
    coefficient_variables = carbon_variables(
        classes, lands_of(trajectories), coefficients, carbon, Notes()
    )
    if coefficient_variables is None:
        return None
    by_conversion, _ = model.model(coefficient_variables)
    return adjusted_model(by_conversion, here, variables)


def conversion_hectares(land: MineLand) -> list[Floats]:
    """Hectares of all conversions, by class before and after, (classes, classes) by period."""
    size, table = len(land.classes), land.table
    by_period: list[Floats] = []
    for one, other in zip(table.by_date, table.by_date[1:]):
        areas: Floats = np.zeros((size, size))
        np.add.at(areas, (one, other), table.hectares)
        by_period.append(areas)
    return by_period


def with_unmapped(
    mined: Trajectories,
    unmapped: Sequence[Unmapped],
    numbers: dict[tuple[bool, str], int],
    uses: Bytes,
) -> Trajectories:
    """Trajectories, and after them those of land that only a sample has.

    Args:
        numbers: of the classes, by identity.
        uses: by class number.
    """
    classes, used = [], []
    for date in range(len(mined.years)):
        # Land that was reclaimed would grow, which nobody has seen.
        over = [date > place + 1 and target.is_sink for place, _, target in unmapped]
        own: Ints = np.array(
            [numbers[(one if date <= place else other).identity] for place, one, other in unmapped],
            np.int64,
        )
        classes.append(np.concatenate([mined.classes[date], own]))
        used.append(
            np.concatenate(
                [mined.uses[date], np.where(over, Use.OTHER, uses[own]).astype(np.uint8)]
            )
        )
    return Trajectories(classes, used, mined.years)
