"""The ledger as a model of its coefficients and areas, for its uncertainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.arrays import Floats, Ints
from ..base.dates import Period
from ..results.uncertainty import Model, Parameter
from ..scheme.area_errors import CERTAIN, AreaVariables
from .book import Book, moved
from .states import GAIN, GROWTH, LOSS, AgeRule, Trajectories
from .walk import walk

ITEMS = (LOSS, GAIN, GROWTH)
SIGNS: Mapping[str, Floats] = {
    "loss": np.array([1.0, 0.0, 0.0]),
    "gain": np.array([0.0, 1.0, 0.0]),
    "growth": np.array([0.0, 0.0, 1.0]),
    "net": np.array([-1.0, 1.0, 1.0]),
}
# Area errors are those of conversions, which land that grows has none of.
WITH_AREA = (LOSS, GAIN)

# Differences of sums of doubles that are none.
ROUNDING = 1e-9


@dataclass(frozen=True)
class LedgerModel:
    """What the uncertainty of a ledger is worked out from.

    Attributes:
        land, hectares: the trajectories that are mined at some date, and their hectares.
        rule: for the ages.
        book: of the coefficients as they are.
        areas: the errors of areas.
        periods: from each date to the next.
    """

    land: Trajectories
    hectares: Floats
    rule: AgeRule
    book: Book
    areas: AreaVariables
    periods: Sequence[Period]

    def amounts(self, book: Book) -> Floats:
        """t C by period, item and area variable."""
        size = len(self.areas.names)
        found = np.zeros((len(self.periods), len(ITEMS), size))
        for place, moment in enumerate(walk(self.land, book, self.rule)):
            for flow in moment.flows:
                if flow.flow not in ITEMS:
                    continue
                variables: Ints = np.full(flow.land.size, CERTAIN, np.int64)
                if flow.flow in WITH_AREA:
                    then, now = self.land.classes[flow.origin - 1 : flow.origin + 1]
                    table = self.areas.by_period[flow.origin - 1]
                    variables = table[then[flow.land], now[flow.land]]
                carbon = flow.amounts * self.hectares[flow.land]
                item = ITEMS.index(flow.flow)
                found[place - 1, item] += np.bincount(variables, carbon, size)
        return found

    def model(self, parameters: Mapping[tuple[str, int], Parameter]) -> tuple[Model, list[str]]:
        """The model, and the parameters that do not act in a straight line over their interval.

        What a parameter adds is half of the difference between its bounds: exact where it acts in
        a straight line, as all do but where topsoil or rates fill a density.

        Args:
            parameters: by pool and class number.
        """
        base, effects, bent = self.amounts(self.book), [], []
        for (pool, number), parameter in parameters.items():
            half = parameter.value * parameter.u95_pct / 100.0
            above, below = (
                self.amounts(moved(self.book, pool, number, step)) for step in (half, -half)
            )
            effects.append(0.5 * (above - below))
            if np.abs(above + below - 2.0 * base).max(initial=0) > ROUNDING * np.abs(base).max():
                bent.append(parameter.name)
        names = [period.name for period in self.periods]
        return (
            Model(
                names,
                SIGNS,
                base,
                list(parameters.values()),
                effects,
                self.areas.names,
                self.areas.u95_pct,
            ),
            bent,
        )
