"""SCENARIOS as read: points of paths by variable.

A path is linear between its points and constant outside of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..base.messages import Message
from ..base.numbers import FloatArray
from ..scheme.classes import CLASS_TERM, MINE, Classes, UnknownNames
from ..scheme.table import (
    AREA_HA_BOUNDS,
    GRID_FACTOR_BOUNDS,
    HA_PER_10KT_BOUNDS,
    MULTIPLIER_BOUNDS,
    QUANTITY_BOUNDS,
    Bounds,
    Row,
    Table,
)
from .emissions import SOURCES, STAGES, parse_year
from .starting_land import RECLAIMED

SCENARIO_COLUMNS = ("scenario", "variable", "year", "value")

COAL_T, DISTURBED_HA, HA_PER_10KT = "coal_t", "disturbed_ha", "ha_per_10kt"
RECLAIMED_HA, GRID_T_PER_MWH, OFFSET_TCO2 = "reclaimed_ha", "grid_t_per_mwh", "offset_tco2"
BASIC_VARIABLES = (COAL_T, DISTURBED_HA, HA_PER_10KT, RECLAIMED_HA, GRID_T_PER_MWH, OFFSET_TCO2)
# Prefixes of class shares, as RECLAIMED, and of emission multipliers.
DISTURBED, MULTIPLIER_KIND, ALL = "taken", "mult", "all"
MULTIPLIER_TARGETS = (ALL, *STAGES, *SOURCES)
# Forms of variables in messages.
VARIABLE_FORMS = (
    *BASIC_VARIABLES,
    "reclaimed:CLASS",
    "taken:CLASS",
    "mult:all",
    "mult:STAGE",
    "mult:SOURCE",
)

# Valid ranges of values; shares have any unit, including tonnes and hectares.
VARIABLE_BOUNDS: Mapping[str, Bounds] = {
    COAL_T: QUANTITY_BOUNDS,
    DISTURBED_HA: AREA_HA_BOUNDS,
    HA_PER_10KT: HA_PER_10KT_BOUNDS,
    RECLAIMED_HA: AREA_HA_BOUNDS,
    GRID_T_PER_MWH: GRID_FACTOR_BOUNDS,
    OFFSET_TCO2: QUANTITY_BOUNDS,
    DISTURBED: QUANTITY_BOUNDS,
    RECLAIMED: QUANTITY_BOUNDS,
    MULTIPLIER_KIND: MULTIPLIER_BOUNDS,
}

# Reference amount of ha_per_10kt, t.
TONNES_PER_10KT = 10_000.0


class PathPoint(NamedTuple):
    """A point of a path, with its row."""

    year: int
    value: float
    row: Row


@dataclass(frozen=True)
class Scenario:
    """A scenario: sorted points by variable; class shares have the class index after a colon."""

    table: str
    name: str
    paths: Mapping[str, Sequence[PathPoint]]

    def interpolate_values(
        self, variable: str, years: Sequence[int], otherwise: float = 0.0
    ) -> FloatArray:
        """Return a variable by year, (years,), or `otherwise` without a path."""
        points = self.paths.get(variable)
        if not points:
            return np.full(len(years), otherwise)
        values: FloatArray = np.interp(years, [p.year for p in points], [p.value for p in points])
        return values

    def class_shares(self, kind: str, years: Sequence[int]) -> dict[int, FloatArray]:
        """Return the shares of DISTURBED or RECLAIMED by class index and year, in any unit."""
        shares = [variable for variable in self.paths if variable.startswith(f"{kind}:")]
        return {
            int(variable.partition(":")[2]): self.interpolate_values(variable, years)
            for variable in shares
        }

    def source_row(self, variable: str, year: int) -> Row:
        """Return the row of the last point up to a year, or else of the first point."""
        points = self.paths[variable]
        return next((point.row for point in reversed(points) if point.year <= year), points[0].row)

    def disturbed_area_ha(self, years: Sequence[int]) -> FloatArray:
        """Return hectares of disturbed sinks by year, (years,)."""
        if DISTURBED_HA in self.paths:
            return self.interpolate_values(DISTURBED_HA, years)
        return (
            self.interpolate_values(COAL_T, years)
            / TONNES_PER_10KT
            * self.interpolate_values(HA_PER_10KT, years)
        )


def class_fractions(
    amounts: Mapping[int, FloatArray], years: Sequence[int], wanted: FloatArray
) -> tuple[dict[int, FloatArray], int | None]:
    """Return the fraction of each class, 0 to 1, and the first year without the needed shares.

    A year with `wanted` above 0 needs shares.

    Args:
        amounts: shares by class index, (years,) each, in any unit.
    """
    total = np.zeros(len(years))
    for amount in amounts.values():
        total += amount
    lacking = np.flatnonzero((total == 0) & (wanted > 0))
    total[total == 0] = 1.0
    parts = {class_index: amount / total for class_index, amount in amounts.items()}
    return parts, years[lacking[0]] if lacking.size else None


def read_scenarios(table: Table, classes: Classes, base: int) -> list[Scenario]:
    """Return the scenarios of a table in its order."""
    table.check_columns(SCENARIO_COLUMNS)
    names: dict[str, str] = {}
    rows: dict[tuple[str, str, int], Row] = {}
    points_of: dict[str, dict[str, list[PathPoint]]] = {}
    strange = UnknownNames()
    for row in table:
        name = row.required_text("scenario")
        key = names.setdefault(name.casefold(), name)
        variable = _parse_variable(row, classes, strange)
        own_year = parse_year(row)
        if own_year < base:
            raise row.make_error(
                "column 'year': {year} is before the base year {base}", year=own_year, base=base
            )
        bounds = VARIABLE_BOUNDS[variable.partition(":")[0].strip()]
        point = PathPoint(own_year, float(row.float_value("value", **bounds)), row)
        points = points_of.setdefault(key, {}).setdefault(variable, [])
        what = Message(
            "column 'year': '{variable}' of '{scenario}' in {year}",
            variable=row.text_value("variable"),
            scenario=key,
            year=point.year,
        )
        row.check_unique(rows, (key, variable, point.year), what)
        points.append(point)
    strange.require_empty(table, classes)
    scenarios = []
    for name, paths in points_of.items():
        by_year = {v: sorted(points, key=lambda point: point.year) for v, points in paths.items()}
        scenarios.append(Scenario(table.name, name, by_year))
        _check_variables(scenarios[-1])
    return scenarios


def _parse_variable(row: Row, classes: Classes, strange: UnknownNames) -> str:
    """Return the variable of a row: its name, or its prefix with the class index or target."""
    text = row.required_text("variable")
    kind, colon, of = (part.strip() for part in text.partition(":"))
    if text.casefold() in BASIC_VARIABLES:
        return text.casefold()
    if not colon or kind.casefold() not in (DISTURBED, RECLAIMED, MULTIPLIER_KIND):
        raise row.unknown_value_error("variable", VARIABLE_FORMS)
    if kind.casefold() == MULTIPLIER_KIND:
        if of.casefold() not in MULTIPLIER_TARGETS:
            raise row.unknown_value_error(
                "variable", [f"{MULTIPLIER_KIND}:{name}" for name in MULTIPLIER_TARGETS]
            )
        return f"{MULTIPLIER_KIND}:{of.casefold()}"
    class_index = classes.find_class(of)
    if class_index is None:
        strange.add_name(CLASS_TERM, of, row.cell_location("variable"))
        return text.casefold()
    if classes[class_index].group == MINE:
        raise row.make_error(
            "column 'variable': '{text}' is not allowed; '{name}' is mined land",
            text=text,
            name=classes[class_index].name,
        )
    return f"{kind.casefold()}:{class_index}"


def _check_variables(scenario: Scenario) -> None:
    """Check that the variables of a scenario are compatible."""
    first = {variable: points[0].row for variable, points in scenario.paths.items()}
    if HA_PER_10KT in scenario.paths and DISTURBED_HA in scenario.paths:
        raise first[HA_PER_10KT].make_error(
            "column 'variable': '{variable}' and 'disturbed_ha' are both set for scenario "
            "'{scenario}'; keep one of them",
            variable=HA_PER_10KT,
            scenario=scenario.name,
        )
    if HA_PER_10KT in scenario.paths and COAL_T not in scenario.paths:
        raise first[HA_PER_10KT].make_error(
            "column 'variable': '{variable}' needs 'coal_t' in scenario '{scenario}'",
            variable=HA_PER_10KT,
            scenario=scenario.name,
        )
    wanted = any(point.value > 0 for point in scenario.paths.get(RECLAIMED_HA, ()))
    if wanted and not scenario.class_shares(RECLAIMED, []):
        raise first[RECLAIMED_HA].make_error(
            "column 'variable': '{variable}' needs 'reclaimed:CLASS' in scenario '{scenario}'",
            variable=RECLAIMED_HA,
            scenario=scenario.name,
        )
