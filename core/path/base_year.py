"""What a path starts from: land, off AGES, STATUS and DISTURBED of mine reclamation, and the carbon
that land taken before it owes, off BALANCE of the ledger.

Rows that break one area down, such as those by unit, are added up; a further column tells them
apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..base.messages import DataError, Notes
from ..ledger.flows import MINED_BEFORE, PARTS, TAKEN, BalanceRow
from ..mine.mined_land import HISTORY, UNKNOWN, History, read_history, uses_of
from ..scheme.classes import Classes, Unknown, class_keys, some
from ..scheme.coefficients import CO2_PER_C
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import AGE, ALL, CARBON, CARBON_STOCK, HECTARES, Row, Table

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

    Raises:
        DataError: as read_cohorts, read_mined and read_disturbed.
    """
    last, period = (None, "") if disturbed is None else read_disturbed(disturbed, classes, sinks)
    cohorts = None if ages is None else read_cohorts(ages, classes, base, disturbing)
    mine_ha = None if status is None else read_mined(status, base)
    if ages is not None and cohorts is not None and status is not None:
        aged = sum(cohort.hectares for cohort in cohorts)
        rows = _rows_of_status(status, base, RECLAIMED)
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
    """The reclaimed land of the base year, by class, age and history.

    Raises:
        DataError: a missing column, no rows of the year, two on the same land, unknown classes, a
            number that is none, an age that is not between its bounds, or a history that does not
            go with the rest of the row.
    """
    # Of a mine that has given nothing back yet it has no row.
    table.require(AGES_COLUMNS, may_be_empty=True)
    unknown, uses = Unknown(), uses_of(list(classes), disturbing)
    hectares: dict[tuple[int, float, History], float] = {}
    for row in _once(table, _rows_of(table, base) if table.rows else []):
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
    """Hectares of active mines in the base year.

    Raises:
        DataError: a missing column, no rows of the year, none of status `active`, two on the same
            land, a number that is none.
    """
    table.require(STATUS_COLUMNS)
    rows = _rows_of_status(table, base, ACTIVE)
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
    """Hectares by class of what mining took first in the last period, sinks alone, and the period.

    Raises:
        DataError: a missing column, nothing of the sort, two rows on the same land, unknown
            classes, a number that is none.
    """
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

    Raises:
        DataError: a missing column, two rows on the same land, no row of land taken since, a period
            that has no years, a number that is none, or a base year that is no date of the table.
    """
    table.require(DEBT_COLUMNS)
    lands = [(row, row.one_of("land", (*PARTS, ALL))) for row in table]
    _once(table, [row for row, _ in lands], MEASURED_BALANCE)
    taken_since = [row for row, land in lands if land == TAKEN and row.text("period")]
    if not taken_since:
        raise DataError(
            "{table}: column 'land' is '{land}' in no row of a period", table=table.name, land=TAKEN
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


def _rows_of_status(table: Table, base: int, status: str) -> Sequence[Row]:
    """The rows of the base year and a status."""
    rows = _rows_of(table, base)
    return _once(table, [row for row in rows if row.text("status").casefold() == status])


def _rows_of(table: Table, base: int) -> list[Row]:
    """The rows of the base year."""
    years = [row.needed_text("year") for row in table]
    rows = [row for row, year in zip(table, years) if year == str(base)]
    if not rows:
        raise DataError(
            "{table}: column 'year' has no {base}, the base year; it has {years}",
            table=table.name,
            base=base,
            years=some(dict.fromkeys(years)),
        )
    return rows
