"""The land that a path starts from, off the tables of mine reclamation: AGES, STATUS, DISTURBED.

Rows that break one area down, such as those by unit, are added up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ..messages import DataError, Message
from .classes import Classes
from .emissions import not_negative
from .table import Table
from .unknown import CLASS, Unknown, class_keys, some

AGES_COLUMNS = ("year", "class", "age_mid", "area_ha")
STATUS_COLUMNS = ("year", "status", "area_ha")
DISTURBED_COLUMNS = ("period", "kind", "from_class", "area_ha")

ACTIVE, FIRST = "active", "first"
LAST_YEAR = re.compile(r"(\d{4})\D*$")


@dataclass(frozen=True)
class Cohort:
    """Land that was reclaimed before the path starts: its class, its age at the start, hectares."""

    number: int
    age: float
    hectares: float


@dataclass(frozen=True)
class Start:
    """The land at the base year, as far as it is known.

    Attributes:
        cohorts: None where AGES is not given.
        mine_ha: mined land; None where STATUS is not given.
        taken: hectares by class number of what mining took last; None where DISTURBED is not given.
        period: of these.
    """

    cohorts: Sequence[Cohort] | None = None
    mine_ha: float | None = None
    taken: Mapping[int, float] | None = None
    period: str = ""


@dataclass
class _Finder:
    """Finds the classes of a table's rows, and keeps what nobody knows."""

    table: Table
    classes: Classes
    strange: Unknown = field(default_factory=Unknown)

    def number(self, row: int, column: str) -> int:
        """The class number of a cell; -1, noted, where there is none."""
        text = self.table.needed_text(row, column)
        number = self.classes.find(text)
        if number is None:
            number_of = self.table.number_of(row)
            place = Message("row {row}, column '{column}'", row=number_of, column=column)
            self.strange.add(CLASS, text, place)
        return -1 if number is None else number

    def require(self) -> None:
        """Raises DataError with all names that are not known."""
        if self.strange:
            raise DataError(
                "{table}: {unknown}; the classes are {classes}; set SCHEME or CLASSES to those of "
                "the run that made the table",
                table=self.table.name,
                unknown=self.strange.listed(),
                classes=class_keys(self.classes),
            )


def read_cohorts(table: Table, classes: Classes, base: int) -> list[Cohort]:
    """The reclaimed land of the base year, by class and age.

    Raises:
        DataError: a missing column, no rows of the year, unknown classes, a number that is none.
    """
    table.require(AGES_COLUMNS)
    finder = _Finder(table, classes)
    found: dict[tuple[int, float], float] = {}
    for row in _rows_of(table, base):
        key = finder.number(row, "class"), not_negative(table, row, "age_mid")
        found[key] = found.get(key, 0.0) + not_negative(table, row, "area_ha")
    finder.require()
    return [Cohort(number, age, area) for (number, age), area in sorted(found.items())]


def read_mined(table: Table, base: int) -> float:
    """Hectares of active mines in the base year.

    Raises:
        DataError: a missing column, no rows of the year, none of status `active`, a number that
            is none.
    """
    table.require(STATUS_COLUMNS)
    rows = [row for row in _rows_of(table, base) if table.text(row, "status").casefold() == ACTIVE]
    if not rows:
        raise DataError(
            "{table}: column 'status' is '{status}' in no row of {year}",
            table=table.name,
            status=ACTIVE,
            year=base,
        )
    return sum(not_negative(table, row, "area_ha") for row in rows)


def read_taken(
    table: Table, classes: Classes, sinks: Collection[int]
) -> tuple[dict[int, float], str]:
    """Hectares by class of what mining took first in the last period, sinks alone, and the period.

    Args:
        sinks: numbers of the classes that have coefficients.

    Raises:
        DataError: a missing column, nothing of the sort, unknown classes, a number that is none.
    """
    table.require(DISTURBED_COLUMNS)
    rows = [
        row for row in range(1, len(table.rows) + 1) if table.text(row, "kind").casefold() == FIRST
    ]
    periods = list(dict.fromkeys(table.needed_text(row, "period") for row in rows))
    # A table by unit has the last period of a unit before the first one of the next.
    period = max(periods, key=_end, default="")
    finder = _Finder(table, classes)
    found: dict[int, float] = {}
    for row in rows:
        if table.text(row, "period") == period:
            number = finder.number(row, "from_class")
            found[number] = found.get(number, 0.0) + not_negative(table, row, "area_ha")
    finder.require()
    taken = {number: area for number, area in found.items() if number in sinks and area > 0}
    if not taken:
        raise DataError(
            "{table}: column 'from_class' names no class that has coefficients in a row of kind "
            "'{kind}' of the last period",
            table=table.name,
            kind=FIRST,
        )
    return taken, period


def _end(period: str) -> int:
    """The year in which a period ends; 0 where its name has none."""
    found = LAST_YEAR.search(period)
    return int(found[1]) if found else 0


def _rows_of(table: Table, base: int) -> list[int]:
    """The rows of the base year."""
    years = [table.needed_text(row, "year") for row in range(1, len(table.rows) + 1)]
    rows = [row for row, year in enumerate(years, 1) if year == str(base)]
    if not rows:
        raise DataError(
            "{table}: column 'year' has no {base}, the base year; it has {years}",
            table=table.name,
            base=base,
            years=some(dict.fromkeys(years)),
        )
    return rows
