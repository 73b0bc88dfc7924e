"""What mined land would hold if it came back as the land of the run that came back so far.

It is the ledger's own model of what is to come: land comes back as the mix of classes that is
reclaimed at the last date, each hectare as each of them by its part. Soil begins with the topsoil
that is stored on the land, vegetation with nothing, and both follow the curve of the class towards
what returned land of it comes to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..base.numbers import Floats
from ..mine.mined_land import NEVER, reclaimed_by
from .ledger import Ledger
from .states import LOSS, SIGNS, AgeRule, CarbonByClass, Trajectories, simulate, topsoil_on

# How the classes were found that land is taken to come back as.
AS_RECLAIMED, AS_TAKEN = "reclaimed", "taken"

SOON = 20.0
# An age in years at which every curve is at its end.
IN_THE_END = 1e9


@dataclass(frozen=True)
class Comeback:
    """What land is taken to come back as.

    Attributes:
        basis: AS_RECLAIMED or AS_TAKEN; '' where nothing was either, and nobody can say.
        mix: part of each class, by its index, largest first; they add up to 1.
    """

    basis: str
    mix: Mapping[int, float]


def comeback_of(ledger: Ledger) -> Comeback:
    """As what the land of a whole run came back so far, else as what it was taken.

    Sinks whose carbon is not counted have their part in what came back, which holds nothing, but
    not where nothing else came back.
    """
    land, hectares = ledger.trajectories, ledger.hectares
    size = len(ledger.land.classes)
    is_counted = reclaimed_by(land.uses, len(land.uses)) != NEVER
    areas, basis = np.zeros(size), AS_RECLAIMED
    if is_counted.any():
        is_back = reclaimed_by(ledger.all_sinks.uses, len(land.uses)) != NEVER
        np.add.at(areas, land.classes[-1][is_back], hectares[is_back])
    else:
        basis = AS_TAKEN
        for date_index, before in enumerate(land.classes[:-1], 1):
            is_taken = land.mined_sinks(date_index)
            np.add.at(areas, before[is_taken], hectares[is_taken])
    whole = areas.sum()
    if not whole:
        return Comeback("", {})
    order = np.argsort(-areas, kind="stable")
    return Comeback(basis, {int(n): float(areas[n] / whole) for n in order if areas[n]})


@dataclass(frozen=True)
class Moved:
    """t C/ha of trajectories over all periods: what was lost and regained, and what is in store at
    the last date, (n,)."""

    lost: Floats
    regained: Floats
    stored: Floats


def moved(land: Trajectories, carbon: CarbonByClass, rule: AgeRule) -> Moved:
    """The flows of the ledger that make its net, added up over the periods."""
    lost, regained = np.zeros(land.size), np.zeros(land.size)
    stored: Floats = np.zeros(land.size)
    for step in simulate(land, carbon, rule):
        stored = step.stock.stored
        for flow in step.flows:
            if flow.flow in SIGNS:
                (lost if flow.flow == LOSS else regained)[flow.land] += flow.amounts
    return Moved(lost, regained, stored)


def would_hold(comeback: Comeback, carbon: CarbonByClass, stored: Floats, age: float) -> Floats:
    """t C/ha that land with stored topsoil holds so many years after it was reclaimed, (n,)."""
    ages, nothing = np.full_like(stored, age), np.zeros_like(stored)
    carbon_held: Floats = np.zeros_like(stored)
    for class_index, part in comeback.mix.items():
        spread = topsoil_on(carbon.soil, class_index, stored)
        carbon_held += part * carbon.soil.come_back(class_index, spread, ages)
        carbon_held += part * carbon.vegetation.come_back(class_index, nothing, ages)
    return carbon_held
