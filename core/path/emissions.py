"""EMISSIONS: what the activity of a mine gives off, and how that goes on in a scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TypedDict

import numpy as np

from ..base.messages import DataError
from ..base.numbers import Floats
from ..base.sampling import Z95, triangular_sd
from ..scheme.coefficients import TRIANGULAR
from .activity import FIXED, Activity, ActivityTable
from .emission_words import CH4, COAL, DRAINED_GAS, ELECTRICITY, IN_GUIDE, N2O, Gwp
from .factors import Factor
from .scenarios import ALL, GRID, MULT, Scenario

INSIDE, OUTSIDE = "inside the guide", "outside the guide"

# Gases that a source may give off besides CO2.
GAS_NAMES = {CH4: "CH4", N2O: "N2O"}

# Sums of doubles that are 0, in t of methane per t.
ROUNDING = 1e-9


class EmissionRow(TypedDict):
    """A row of EMISSIONS; `factor` is t of the gas per unit of the quantity."""

    year: str
    stage: str
    source: str
    gas: str
    quantity: float
    quantity_unit: str
    factor: float
    factor_name: str
    t_gas: float
    tco2e: float
    u95_pct: float | None
    scope: int
    standing: str
    gwp: str
    boundary: str


@dataclass(frozen=True)
class Emission:
    """One gas of one row of ACTIVITY, by one factor."""

    activity: Activity
    factor: Factor
    gwp: Gwp

    @property
    def per_quantity(self) -> float:
        """t of the gas per unit of the quantity."""
        return self.activity.per_unit * self.factor.value

    @property
    def t_gas(self) -> float:
        """t of the gas."""
        return self.activity.quantity * self.per_quantity

    @property
    def tco2e(self) -> float:
        """t CO2e: t of the gas x its warming potential over 100 years."""
        return self.t_gas * self.gwp.of(self.factor.gas, self.factor.kind)

    @property
    def is_in_guide(self) -> bool:
        """Whether the Chinese guide for coal producers counts it."""
        return (self.activity.source, self.factor.gas) in IN_GUIDE

    @property
    def factor_u95_pct(self) -> float | None:
        """Half-width of the factor's 95 % interval, in % of it; None: not given."""
        spread, value = self.factor.spread, self.factor.value
        if spread.distribution == TRIANGULAR and value:
            sd = triangular_sd(spread.low or 0.0, value, spread.high or 0.0)
            return 100.0 * Z95 * sd / value
        return spread.u95_pct

    @property
    def u95_pct(self) -> float | None:
        """That of the emission: IPCC 2006, volume 1, equation 3.1; None where a part is not given.

        U = sqrt(U_activity^2 + U_factor^2)
        """
        activity, factor = self.activity.u95_pct, self.factor_u95_pct
        return None if activity is None or factor is None else hypot(activity, factor)

    def row(self) -> EmissionRow:
        """The row of EMISSIONS."""
        activity, factor = self.activity, self.factor
        return {
            "year": str(activity.year),
            "stage": activity.stage,
            "source": activity.source,
            "gas": factor.gas,
            "quantity": activity.quantity,
            "quantity_unit": activity.unit,
            "factor": self.per_quantity,
            "factor_name": factor.name,
            "t_gas": self.t_gas,
            "tco2e": self.tco2e,
            "u95_pct": self.u95_pct,
            "scope": factor.scope,
            "standing": factor.evidence,
            "gwp": self.gwp.name,
            "boundary": INSIDE if self.is_in_guide else OUTSIDE,
        }


def emissions_of(table: ActivityTable, gwp: Gwp) -> list[Emission]:
    """What all rows of ACTIVITY give off, year by year, in the table's order.

    Raises:
        DataError: drained gas takes more methane away than coal gives.
    """
    emissions = [
        Emission(activity, factor, gwp)
        for year in table.years
        for activity in table.of_year(year)
        for factor in activity.factors
    ]
    for year in table.years:
        of_year = [emission for emission in emissions if emission.activity.year == year]
        drained = [emission for emission in of_year if _is_taken_away(emission)]
        methane = sum(e.t_gas for e in of_year if e.activity.source == COAL and e.factor.gas == CH4)
        if drained and methane + sum(e.t_gas for e in drained) < -ROUNDING * (1.0 + methane):
            raise drained[0].activity.row.error(
                "column 'quantity': the drained gas of {year} takes away {taken:.6g} t of "
                "methane, and by their factors coal gives {methane:.6g} t",
                year=year,
                taken=-sum(e.t_gas for e in drained),
                methane=methane,
            )
    return emissions


def _is_taken_away(emission: Emission) -> bool:
    """Whether it is methane that the factors of coal count, and that does not escape."""
    return emission.activity.source == DRAINED_GAS and emission.t_gas < 0


def outside_guide(emissions: Sequence[Emission]) -> list[tuple[str, str]]:
    """What the guide does not count, each once: a source and '', or a source and a gas of it."""
    outside = (e for e in emissions if not e.is_in_guide)
    return list(
        dict.fromkeys((e.activity.source, GAS_NAMES.get(e.factor.gas, "")) for e in outside)
    )


def boundary_of(emissions: Sequence[Emission]) -> str:
    """The boundary of sums of emissions and land, as PATH has it."""
    scopes = "+".join(str(scope) for scope in sorted({e.factor.scope for e in emissions}))
    names = [f"{gas} of {source}" if gas else source for source, gas in outside_guide(emissions)]
    outside = ", ".join([*names, "land"])
    return f"scope {scopes}, without scope 3; outside the guide: {outside}"


def multiplier(activity: Activity, scenario: Scenario, years: Sequence[int]) -> Floats:
    """What a scenario multiplies a row by, (years,): that of all, its stage, its source."""
    times = np.ones(len(years))
    for of in (ALL, activity.stage, activity.source):
        times *= scenario.at(f"{MULT}:{of}", years, 1.0)
    return times


def projected(
    emission: Emission, scenario: Scenario, years: Sequence[int], scales: Mapping[str, Floats]
) -> Floats:
    """t CO2e of an emission in years to come, (years,): E_b x scale x multipliers.

    Scales are parts of what they were. A scenario's factor for the grid wins over the table's.
    """
    activity = emission.activity
    growth = multiplier(activity, scenario, years)
    if activity.scale != FIXED:
        growth = scales[activity.scale] * growth
    if activity.source == ELECTRICITY and scenario.has(GRID):
        first = emission.factor is activity.factors[0]
        return growth * scenario.at(GRID, years) * (activity.quantity if first else 0.0)
    return emission.tco2e * growth


def require_methane(
    scenario: Scenario,
    emissions: Sequence[Emission],
    amounts: Sequence[Floats],
    years: Sequence[int],
) -> None:
    """Check that drained gas never takes away more methane, t CO2e, than coal gives.

    Raises:
        DataError: naming the scenario and the first such year.
    """
    methane, drained = np.zeros(len(years)), np.zeros(len(years))
    for emission, amount in zip(emissions, amounts):
        if emission.factor.gas == CH4 and emission.activity.source == COAL:
            methane += amount
        elif _is_taken_away(emission):
            drained -= amount
    wrong = np.flatnonzero(drained > methane * (1.0 + ROUNDING) + ROUNDING)
    if wrong.size:
        raise DataError(
            "{table}: in {year} of the scenario '{scenario}' drained gas takes away more methane "
            "than coal gives; let both go by the same scales_with and multipliers",
            table=scenario.table,
            year=years[wrong[0]],
            scenario=scenario.name,
        )
