"""EMISSIONS: what the activity of a mine gives off, and how that goes on in a scenario.

Scenarios of a mine to come: what changes, as points of paths, from a plain table.

A path is linear between its points and flat outside of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TypedDict

import numpy as np

from ..base.messages import DataError, Message
from ..base.numbers import Floats
from ..base.random_draws import Z95, triangular_sd
from ..scheme.classes import CLASS, MINE, Classes, Unknown
from ..scheme.coefficients import TRIANGULAR
from ..scheme.table import (
    GRID_FACTOR,
    HECTARES,
    HECTARES_PER_10KT,
    MULTIPLIER,
    QUANTITY,
    Bounds,
    Row,
    Table,
)
from .emission_factors import (
    CH4,
    COAL,
    DRAINED_GAS,
    ELECTRICITY,
    FIXED,
    IN_GUIDE,
    N2O,
    SOURCES,
    STAGES,
    Activity,
    ActivityTable,
    Factor,
    Gwp,
    year,
)

SCENARIO_COLUMNS = ("scenario", "variable", "year", "value")

COAL_T, DISTURBED_HA, HA_PER_10KT = "coal_t", "disturbed_ha", "ha_per_10kt"
RECLAIMED_HA, GRID, OFFSET = "reclaimed_ha", "grid_t_per_mwh", "offset_tco2"
PLAIN = (COAL_T, DISTURBED_HA, HA_PER_10KT, RECLAIMED_HA, GRID, OFFSET)
# Shares of classes, and factors by which emissions are multiplied.
TAKEN, RECLAIMED, MULT, ALL = "taken", "reclaimed", "mult", "all"
MULTIPLIED = (ALL, *STAGES, *SOURCES)
# As sentences name them.
FORMS = (*PLAIN, "reclaimed:CLASS", "taken:CLASS", "mult:all", "mult:STAGE", "mult:SOURCE")

# What values lie between; shares are in whatever measure, tonnes and hectares too.
BOUNDS: Mapping[str, Bounds] = {
    COAL_T: QUANTITY,
    DISTURBED_HA: HECTARES,
    HA_PER_10KT: HECTARES_PER_10KT,
    RECLAIMED_HA: HECTARES,
    GRID: GRID_FACTOR,
    OFFSET: QUANTITY,
    TAKEN: QUANTITY,
    RECLAIMED: QUANTITY,
    MULT: MULTIPLIER,
}

# The tonnes that ha_per_10kt is per.
TONNES = 10_000.0


@dataclass(frozen=True)
class Point:
    """A point of a path, and the row that has it."""

    year: int
    value: float
    row: Row


@dataclass(frozen=True)
class Scenario:
    """A scenario: points by variable, in order; shares of classes have the index behind a colon."""

    table: str
    name: str
    paths: Mapping[str, Sequence[Point]]

    def has(self, variable: str) -> bool:
        return variable in self.paths

    def at(self, variable: str, years: Sequence[int], otherwise: float = 0.0) -> Floats:
        """A variable in some years, (years,); the same in all where it has no path."""
        return along(self.paths.get(variable, ()), years, otherwise)

    def mix(self, kind: str, years: Sequence[int]) -> dict[int, Floats]:
        """The shares of TAKEN or RECLAIMED in some years by class index, in whatever measure."""
        return {
            int(variable.partition(":")[2]): along(points, years)
            for variable, points in self.paths.items()
            if variable.startswith(f"{kind}:")
        }

    def row_of(self, variable: str, year: int) -> Row:
        """The row of the point that a variable has its value in a year from, or from mainly."""
        points = self.paths[variable]
        return next((point.row for point in reversed(points) if point.year <= year), points[0].row)

    def disturbed(self, years: Sequence[int]) -> Floats:
        """Hectares of sinks that are taken in some years, (years,)."""
        if self.has(DISTURBED_HA):
            return self.at(DISTURBED_HA, years)
        return self.at(COAL_T, years) / TONNES * self.at(HA_PER_10KT, years)


def along(points: Sequence[Point], years: Sequence[int], otherwise: float = 0.0) -> Floats:
    """The values of a path in some years, (years,)."""
    if not points:
        return np.full(len(years), otherwise)
    values: Floats = np.interp(years, [p.year for p in points], [p.value for p in points])
    return values


def shares(
    amounts: Mapping[int, Floats], years: Sequence[int], wanted: Floats
) -> tuple[dict[int, Floats], int | None]:
    """The part of each class, 0 to 1, and the first year with something wanted and no part.

    Args:
        amounts: shares by class index, (years,) each, in whatever measure.
    """
    total = np.zeros(len(years))
    for amount in amounts.values():
        total += amount
    lacking = np.flatnonzero((total == 0) & (wanted > 0))
    total[total == 0] = 1.0
    parts = {class_index: amount / total for class_index, amount in amounts.items()}
    return parts, years[lacking[0]] if lacking.size else None


def read_scenarios(table: Table, classes: Classes, base: int) -> list[Scenario]:
    """The scenarios of a table, in its order.

    Raises:
        DataError: a missing column, an empty table, an unknown variable or class, a year before
            the base year or one that stands twice, a negative value, hectares given in two ways,
            or a variable that needs another one.
    """
    table.require(SCENARIO_COLUMNS)
    names: dict[str, str] = {}
    rows: dict[tuple[str, str, int], Row] = {}
    points_of: dict[str, dict[str, list[Point]]] = {}
    strange = Unknown()
    for row in table:
        name = row.needed_text("scenario")
        key = names.setdefault(name.casefold(), name)
        variable = _variable(row, classes, strange)
        own_year = year(row)
        if own_year < base:
            raise row.error(
                "column 'year' is {year}, which is before the base year {base}",
                year=own_year,
                base=base,
            )
        bounds = BOUNDS[variable.partition(":")[0].strip()]
        point = Point(own_year, float(row.real("value", **bounds)), row)
        points = points_of.setdefault(key, {}).setdefault(variable, [])
        what = Message(
            "column 'year': '{variable}' of '{scenario}' in {year}",
            variable=row.text("variable"),
            scenario=key,
            year=point.year,
        )
        row.once(rows, (key, variable, point.year), what)
        points.append(point)
    strange.require_none(table, classes)
    scenarios = []
    for name, paths in points_of.items():
        by_year = {v: sorted(points, key=lambda point: point.year) for v, points in paths.items()}
        scenarios.append(Scenario(table.name, name, by_year))
        _check(scenarios[-1])
    return scenarios


def _variable(row: Row, classes: Classes, strange: Unknown) -> str:
    """The variable of a row: its name, or what it is of and the class's index or the factor."""
    text = row.needed_text("variable")
    kind, colon, of = (part.strip() for part in text.partition(":"))
    plain = next((variable for variable in PLAIN if variable == text.casefold()), None)
    if plain is not None:
        return plain
    if not colon or kind.casefold() not in (TAKEN, RECLAIMED, MULT):
        raise row.unknown("variable", FORMS)
    if kind.casefold() == MULT:
        if of.casefold() not in MULTIPLIED:
            raise row.unknown("variable", [f"{MULT}:{name}" for name in MULTIPLIED])
        return f"{MULT}:{of.casefold()}"
    class_index = classes.find(of)
    if class_index is None:
        strange.add(CLASS, of, row.spot("variable"))
        return text.casefold()
    if classes[class_index].group == MINE:
        raise row.error(
            "column 'variable' is '{text}', and '{name}' is mined land",
            text=text,
            name=classes[class_index].name,
        )
    return f"{kind.casefold()}:{class_index}"


def _check(scenario: Scenario) -> None:
    """Check that the variables of a scenario go together."""
    first = {variable: points[0].row for variable, points in scenario.paths.items()}
    if scenario.has(HA_PER_10KT) and scenario.has(DISTURBED_HA):
        raise first[HA_PER_10KT].error(
            "column 'variable' is '{variable}', and the scenario '{scenario}' has 'disturbed_ha' "
            "too; give one of them",
            variable=HA_PER_10KT,
            scenario=scenario.name,
        )
    if scenario.has(HA_PER_10KT) and not scenario.has(COAL_T):
        raise first[HA_PER_10KT].error(
            "column 'variable' is '{variable}', which needs 'coal_t', and the scenario "
            "'{scenario}' has none",
            variable=HA_PER_10KT,
            scenario=scenario.name,
        )
    wanted = any(point.value > 0 for point in scenario.paths.get(RECLAIMED_HA, ()))
    if wanted and not scenario.mix(RECLAIMED, []):
        raise first[RECLAIMED_HA].error(
            "column 'variable' is '{variable}', and the scenario '{scenario}' has no "
            "'reclaimed:CLASS', which says as what",
            variable=RECLAIMED_HA,
            scenario=scenario.name,
        )


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
    for one in table.years:
        of_year = [emission for emission in emissions if emission.activity.year == one]
        drained = [emission for emission in of_year if _is_taken_away(emission)]
        methane = sum(e.t_gas for e in of_year if e.activity.source == COAL and e.factor.gas == CH4)
        if drained and methane + sum(e.t_gas for e in drained) < -ROUNDING * (1.0 + methane):
            raise drained[0].activity.row.error(
                "column 'quantity': the drained gas of {year} takes away {taken:.6g} t of "
                "methane, and by their factors coal gives {methane:.6g} t",
                year=one,
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
