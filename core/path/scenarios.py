"""What a scenario changes: points of paths by variable, off SCENARIOS.

A path is linear between its points and flat outside of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..base.messages import Message
from ..base.numbers import Floats
from ..scheme.classes import CLASS, MINE, Classes, Unknown
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
from .emissions import SOURCES, STAGES, year
from .starting_land import RECLAIMED

SCENARIO_COLUMNS = ("scenario", "variable", "year", "value")

COAL_T, DISTURBED_HA, HA_PER_10KT = "coal_t", "disturbed_ha", "ha_per_10kt"
RECLAIMED_HA, GRID, OFFSET = "reclaimed_ha", "grid_t_per_mwh", "offset_tco2"
PLAIN = (COAL_T, DISTURBED_HA, HA_PER_10KT, RECLAIMED_HA, GRID, OFFSET)
# Shares of classes, as RECLAIMED, and factors by which emissions are multiplied.
TAKEN, MULT, ALL = "taken", "mult", "all"
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


class Point(NamedTuple):
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

    def at(self, variable: str, years: Sequence[int], otherwise: float = 0.0) -> Floats:
        """A variable in some years, (years,); the same in all where it has no path."""
        points = self.paths.get(variable)
        if not points:
            return np.full(len(years), otherwise)
        values: Floats = np.interp(years, [p.year for p in points], [p.value for p in points])
        return values

    def mix(self, kind: str, years: Sequence[int]) -> dict[int, Floats]:
        """The shares of TAKEN or RECLAIMED in some years by class index, in whatever measure."""
        shares = [variable for variable in self.paths if variable.startswith(f"{kind}:")]
        return {int(variable.partition(":")[2]): self.at(variable, years) for variable in shares}

    def row_of(self, variable: str, year: int) -> Row:
        """The row of the point that a variable has its value in a year from, or from mainly."""
        points = self.paths[variable]
        return next((point.row for point in reversed(points) if point.year <= year), points[0].row)

    def disturbed(self, years: Sequence[int]) -> Floats:
        """Hectares of sinks that are taken in some years, (years,)."""
        if DISTURBED_HA in self.paths:
            return self.at(DISTURBED_HA, years)
        return self.at(COAL_T, years) / TONNES * self.at(HA_PER_10KT, years)


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
    """The scenarios of a table, in its order."""
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
                "column 'year': {year} is before the base year {base}", year=own_year, base=base
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
    if text.casefold() in PLAIN:
        return text.casefold()
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
            "column 'variable': '{text}' is not allowed; '{name}' is mined land",
            text=text,
            name=classes[class_index].name,
        )
    return f"{kind.casefold()}:{class_index}"


def _check(scenario: Scenario) -> None:
    """Check that the variables of a scenario go together."""
    first = {variable: points[0].row for variable, points in scenario.paths.items()}
    if HA_PER_10KT in scenario.paths and DISTURBED_HA in scenario.paths:
        raise first[HA_PER_10KT].error(
            "column 'variable': '{variable}' and 'disturbed_ha' are both set for scenario "
            "'{scenario}'; keep one of them",
            variable=HA_PER_10KT,
            scenario=scenario.name,
        )
    if HA_PER_10KT in scenario.paths and COAL_T not in scenario.paths:
        raise first[HA_PER_10KT].error(
            "column 'variable': '{variable}' needs 'coal_t' in scenario '{scenario}'",
            variable=HA_PER_10KT,
            scenario=scenario.name,
        )
    wanted = any(point.value > 0 for point in scenario.paths.get(RECLAIMED_HA, ()))
    if wanted and not scenario.mix(RECLAIMED, []):
        raise first[RECLAIMED_HA].error(
            "column 'variable': '{variable}' needs 'reclaimed:CLASS' in scenario '{scenario}'",
            variable=RECLAIMED_HA,
            scenario=scenario.name,
        )
