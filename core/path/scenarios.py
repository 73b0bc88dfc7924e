"""What a path starts from, and what a scenario changes, from plain tables.

It starts from land, off AGES, STATUS and DISTURBED of mine reclamation, and from the carbon that
land taken before it owes, off BALANCE of the ledger. Rows that break one area down, such as those
by unit, are added up; a further column tells them apart. SCENARIOS has points of paths by variable;
a path is linear between its points and flat outside of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..base.messages import DataError, Message, Notes
from ..base.numbers import Floats
from ..ledger.flows import MINED_BEFORE, PARTS, BalanceRow
from ..ledger.flows import TAKEN as LAND_TAKEN
from ..mine.mined_land import HISTORY, UNKNOWN, History, read_history, uses_of
from ..scheme.classes import CLASS, MINE, Classes, Unknown, class_keys, some
from ..scheme.coefficients import CO2_PER_C
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import (
    AGE,
    CARBON,
    CARBON_STOCK,
    GRID_FACTOR,
    HECTARES,
    HECTARES_PER_10KT,
    MULTIPLIER,
    QUANTITY,
    Bounds,
    Row,
    Table,
)
from ..scheme.table import ALL as ALL_LAND
from .emissions import SOURCES, STAGES, year

AGES_COLUMNS = ("year", "class", "age_mid", "area_ha")
STATUS_COLUMNS = ("year", "status", "area_ha")
DISTURBED_COLUMNS = ("period", "kind", "from_class", "area_ha")
DEBT_COLUMNS = ("period", "land", "net_tc")

ACTIVE, RECLAIMED, FIRST = "active", "reclaimed", "first"
# What rows say of their land; all other columns say which land that is.
MEASURED = ("cells", "area_ha", "ha_per_year", "share_pct")
MEASURED_BALANCE = tuple(c for c in BalanceRow.__annotations__ if c not in ("period", "land"))
# Hectares of one land in two tables may differ by so much, as rounded numbers do.
TOLERANCE = 1e-3
LAST_YEAR = re.compile(r"(\d{4})\D*$")
BOTH_YEARS = re.compile(r"\D*(\d{4}).*?(\d{4})\D*$")


@dataclass(frozen=True)
class Cohort:
    """Land that was reclaimed before the path starts: class and age then, and history if known."""

    class_index: int
    age: float
    hectares: float
    history: History = UNKNOWN


@dataclass(frozen=True)
class Start:
    """The land at the base year, as far as it is known.

    Attributes:
        cohorts: None where AGES is not given.
        mine_ha: mined land; None where STATUS is not given.
        disturbed: hectares by class index of what mining took last; None where DISTURBED is not
            given.
        period: in which it took them.
    """

    cohorts: Sequence[Cohort] | None = None
    mine_ha: float | None = None
    disturbed: Mapping[int, float] | None = None
    period: str = ""

    @property
    def histories(self) -> list[History]:
        """Those that are known."""
        return [cohort.history for cohort in self.cohorts or () if cohort.history]


@dataclass(frozen=True)
class Debt:
    """What land that was taken before the path begins owes, t CO2.

    Attributes:
        tco2: of the land taken since the first date of the maps.
        assumed_tco2: what land that was mined before then would have lost, which is an assumption;
            None where nobody can say, since no land was taken to go by.
    """

    tco2: float
    assumed_tco2: float | None = 0.0

    @property
    def with_assumed(self) -> float | None:
        return None if self.assumed_tco2 is None else self.tco2 + self.assumed_tco2


def read_start(
    ages: Table | None,
    status: Table | None,
    disturbed: Table | None,
    classes: Classes,
    sinks: Collection[int],
    base: int,
    disturbing: DisturbingClasses,
    notes: Notes,
) -> Start:
    """The land of the base year, as far as its tables are given; sinks are those with coefficients.

    Where two tables have not the same reclaimed land, the notes say so.
    """
    last, period = (None, "") if disturbed is None else read_disturbed(disturbed, classes, sinks)
    cohorts = None if ages is None else read_cohorts(ages, classes, base, disturbing)
    mine_ha = None if status is None else read_mined(status, base)
    if ages is not None and cohorts is not None and status is not None:
        aged = sum(cohort.hectares for cohort in cohorts)
        rows = _rows_of(status, base, RECLAIMED)
        reclaimed = sum(_hectares(row) for row in rows)
        if rows and abs(aged - reclaimed) > TOLERANCE * max(aged, reclaimed):
            notes.warn(
                "{ages} has {aged:,.2f} ha of reclaimed land in {year}, and {status} has "
                "{reclaimed:,.2f} ha; tables of one run have the same.",
                ages=ages.name,
                aged=aged,
                year=base,
                status=status.name,
                reclaimed=reclaimed,
            )
    return Start(cohorts, mine_ha, last, period)


def read_cohorts(
    table: Table, classes: Classes, base: int, disturbing: DisturbingClasses
) -> list[Cohort]:
    """The reclaimed land of the base year, by class, age and history."""
    # Of a mine that has given nothing back yet it has no row.
    table.require(AGES_COLUMNS, may_be_empty=True)
    unknown, uses = Unknown(), uses_of(list(classes), disturbing)
    hectares: dict[tuple[int, float, History], float] = {}
    for row in _rows_of(table, base) if table.rows else ():
        class_index, age = unknown.class_index(row, "class", classes), _age(row)
        history = read_history(row, classes, uses, unknown)
        if history:
            _require_age(row, age, history, disturbing)
        key = class_index, age, history
        hectares[key] = hectares.get(key, 0.0) + _hectares(row)
    _require_none(unknown, table, classes)
    return [Cohort(*key[:2], area, key[2]) for key, area in sorted(hectares.items())]


def _require_age(row: Row, age: float, history: History, disturbing: DisturbingClasses) -> None:
    """Check that land of a history is reclaimed, and of an age that the history allows."""
    if not history.is_reclaimed:
        raise row.error(
            "column 'history' is '{text}', by which the land is not reclaimed where mined land is "
            "that of the groups {groups}; set TAKING_GROUPS to those of the run that made the "
            "table",
            text=row.text(HISTORY),
            groups=disturbing.quoted,
        )
    least, most = history.ages
    if not least <= age <= most:
        raise row.error(
            "column 'age_mid' is {age}, and by its 'history' the land is {least} to {most} years "
            "old",
            age=row.text("age_mid"),
            least=least,
            most=most,
        )


def read_mined(table: Table, base: int) -> float:
    """Hectares of active mines in the base year."""
    table.require(STATUS_COLUMNS)
    rows = _rows_of(table, base, ACTIVE)
    if not rows:
        raise DataError(
            "{table}: column 'status' is '{status}' in no row of {year}",
            table=table.name,
            status=ACTIVE,
            year=base,
        )
    return sum(_hectares(row) for row in rows)


def read_disturbed(
    table: Table, classes: Classes, sinks: Collection[int]
) -> tuple[dict[int, float], str]:
    """Hectares by class of what mining took first in the last period, of sinks, and the period."""
    table.require(DISTURBED_COLUMNS)
    rows = [row for row in table if row.text("kind").casefold() == FIRST]
    # A table by unit has the last period of a unit before the first one of the next.
    ends: dict[str, int] = {}
    for row in rows:
        period = row.needed_text("period")
        year = LAST_YEAR.search(period)
        ends[period] = int(year[1]) if year else 0
    last = max(ends, key=ends.__getitem__, default="")
    unknown = Unknown()
    hectares: dict[int, float] = {}
    for row in _once(table, [row for row in rows if row.text("period") == last]):
        class_index = unknown.class_index(row, "from_class", classes)
        hectares[class_index] = hectares.get(class_index, 0.0) + _hectares(row)
    _require_none(unknown, table, classes)
    of_sinks = {index: area for index, area in hectares.items() if index in sinks and area > 0}
    if not of_sinks:
        raise DataError(
            "{table}: column 'from_class' names no class that has coefficients in a row of kind "
            "'{kind}' of the last period",
            table=table.name,
            kind=FIRST,
        )
    return of_sinks, last


def read_debt(table: Table, base: int) -> Debt:
    """The debt at a base year; rows of units are added up.

    What the land taken since has lost less what it has regained, and what of the loss is still to
    decay, never below 0. Net of all land would be too kind: it has the regrowth of land whose loss
    is in no map.

    Args:
        table: BALANCE; its periods after the base year are not looked at.
    """
    table.require(DEBT_COLUMNS)
    lands = [(row, row.one_of("land", (*PARTS, ALL_LAND))) for row in table]
    _once(table, [row for row, _ in lands], MEASURED_BALANCE)
    taken_since = [row for row, land in lands if land == LAND_TAKEN and row.text("period")]
    if not taken_since:
        raise DataError(
            "{table}: column 'land' is '{land}' in no row of a period",
            table=table.name,
            land=LAND_TAKEN,
        )
    net = decaying = 0.0
    dates: set[int] = set()
    for row in taken_since:
        text = row.text("period")
        years = BOTH_YEARS.fullmatch(text)
        if years is None:
            raise row.error(
                "column 'period' is '{text}', not a period such as 1986-2000", text=text
            )
        first, last = int(years[1]), int(years[2])
        dates |= {first, last}
        if last <= base:
            net += row.real("net_tc", **CARBON)
        if last == base and "decaying_tc" in table.columns:
            decaying += row.optional("decaying_tc", **CARBON_STOCK) or 0.0
    if base not in dates:
        raise DataError(
            "BASE_YEAR is {base}, which is no date of {table}; it has {years}",
            base=base,
            table=table.name,
            years=some(sorted(dates)),
        )
    owed, assumed = max(0.0, decaying - net) * CO2_PER_C, 0.0
    for row, land in lands:
        if land == MINED_BEFORE and not row.text("period"):
            lost = row.optional("assumed_loss_tc", **CARBON_STOCK)
            if lost is None:
                return Debt(owed, None)
            assumed += lost
    return Debt(owed, assumed * CO2_PER_C)


def _require_none(unknown: Unknown, table: Table, classes: Classes) -> None:
    """Refuse classes of a table that nobody knows."""
    if unknown:
        raise DataError(
            "{table}: {unknown}; the classes are {classes}; set SCHEME or CLASSES to those of "
            "the run that made the table",
            table=table.name,
            unknown=unknown.listed(),
            classes=class_keys(classes),
        )


def _hectares(row: Row) -> float:
    return float(row.real("area_ha", **HECTARES))


def _age(row: Row) -> float:
    """The middle of the ages of a row, which lies between the others where it has these."""
    age = float(row.real("age_mid", **AGE))
    for column, sign in (("age_min", 1), ("age_max", -1)):
        bound = row.optional(column, **AGE)
        if bound is not None and sign * (age - bound) < 0:
            raise row.error(
                "column 'age_mid' is {age}, which does not fit '{column}', {bound}",
                age=row.text("age_mid"),
                column=column,
                bound=row.text(column),
            )
    return age


def _once(table: Table, rows: Sequence[Row], measured: Sequence[str] = MEASURED) -> Sequence[Row]:
    """The same rows, no two of which are about the same land by columns that are not measured."""
    for other, row in table.twins(rows, measured):
        raise row.error(
            "it is about the same land as row {other}; leave one of them out, or tell parts of the "
            "land apart in a column 'unit'",
            other=other.label,
        )
    return rows


def _rows_of(table: Table, base: int, status: str = "") -> Sequence[Row]:
    """The rows of the base year, and of a status, no two of which are about the same land."""
    years = [row.needed_text("year") for row in table]
    rows = [row for row, year in zip(table, years) if year == str(base)]
    if not rows:
        raise DataError(
            "{table}: column 'year' has no {base}, the base year; it has {years}",
            table=table.name,
            base=base,
            years=some(dict.fromkeys(years)),
        )
    if status:
        rows = [row for row in rows if row.text("status").casefold() == status]
    return _once(table, rows)


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
            "column 'variable' is '{text}', and '{name}' is mined land",
            text=text,
            name=classes[class_index].name,
        )
    return f"{kind.casefold()}:{class_index}"


def _check(scenario: Scenario) -> None:
    """Check that the variables of a scenario go together."""
    first = {variable: points[0].row for variable, points in scenario.paths.items()}
    if HA_PER_10KT in scenario.paths and DISTURBED_HA in scenario.paths:
        raise first[HA_PER_10KT].error(
            "column 'variable' is '{variable}', and the scenario '{scenario}' has 'disturbed_ha' "
            "too; give one of them",
            variable=HA_PER_10KT,
            scenario=scenario.name,
        )
    if HA_PER_10KT in scenario.paths and COAL_T not in scenario.paths:
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
