"""The ledger by the areas that a sample estimates: what conversions lose and gain.

Growth has no conversion of its own and keeps the hectares of the map.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..base.messages import Notes
from ..base.numbers import Bytes, Floats, Ints
from ..mine.mined_land import MineLand, Use, uses_of
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
from .model import LedgerModel, carbon_variables, lands_of
from .states import AgeRule, Trajectories, carbon_by_class

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
    for period_index, sample in enumerate(samples):
        if sample is None:
            continue
        mapped = np.nan_to_num(mapped_here(sample, classes, by_period[period_index]))
        here[variables.block(period_index)] = np.where(mapped > 0, mapped, 1.0)
        for row in np.flatnonzero((mapped == 0) & (sample.estimated_ha > 0)):
            pair = sample.conversions[row]
            # What other land than mines gains depends on whether it was mined before.
            if pair and counts(*pair) and any(map(land.disturbing.takes, pair)):
                unmapped.append((period_index, *pair))
    sinks = [c for _, *pair in unmapped for c in pair if c.is_sink]
    if without_half_widths(sinks, coefficients, notes):
        return None
    known = {c.identity for c in classes}
    classes += dict.fromkeys(c for _, *pair in unmapped for c in pair if c.identity not in known)
    trajectories = _with_unmapped(mined, unmapped, classes, uses_of(classes, land.disturbing))
    carbon = carbon_by_class(classes, coefficients)
    lands = lands_of(trajectories)
    coefficient_variables = carbon_variables(classes, lands, coefficients, carbon, Notes())
    if coefficient_variables is None:
        return None
    model = LedgerModel(
        trajectories,
        np.append(hectares, np.ones(len(unmapped))),
        rule,
        carbon,
        variables.table(classes),
        land.steps,
    )
    by_conversion, _ = model.model(coefficient_variables)
    return adjusted_model(by_conversion, here, variables)


def conversion_hectares(land: MineLand) -> list[Floats]:
    """Hectares of all conversions, by class before and after, (classes, classes) by period."""
    size, table = len(land.classes), land.table
    by_period: list[Floats] = []
    for before, after in zip(table.by_date, table.by_date[1:]):
        areas: Floats = np.zeros((size, size))
        np.add.at(areas, (before, after), table.hectares)
        by_period.append(areas)
    return by_period


def _with_unmapped(
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
    return Trajectories(by_date, uses_by_date, mined.years)
