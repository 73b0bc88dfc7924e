"""The ledger as a model of its coefficients and areas, for its uncertainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..base.dates import Period
from ..base.numbers import Floats, Ints
from ..results.uncertainty import Model, ReclamationMoments
from ..scheme.area_errors import CERTAIN, AreaVariables
from .states import GAIN, GROWTH, LOSS, AgeRule, CarbonByClass, Trajectories, simulate
from .variables import CarbonVariable, effects_of

ITEMS = (LOSS, GAIN, GROWTH)
ITEM_SIGNS: Mapping[str, Floats] = {
    "loss": np.array([1.0, 0.0, 0.0]),
    "gain": np.array([0.0, 1.0, 0.0]),
    "growth": np.array([0.0, 0.0, 1.0]),
    "net": np.array([-1.0, 1.0, 1.0]),
}
# Area errors are those of conversions, which land that grows has none of.
WITH_AREA = (LOSS, GAIN)
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
                if flow.flow in WITH_AREA:
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
