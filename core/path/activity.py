"""What a mine did in a year, and by which factors that counts: ACTIVITY, from a plain table."""

from __future__ import annotations

from dataclasses import dataclass

from ..base.messages import DataError, Notes
from ..scheme.ledger_coefficients import fraction_in, half_width_in
from ..scheme.table import Table
from .emission_words import (
    CH4,
    CH4_KG_PER_M3,
    CO2,
    CO2_PER_CH4,
    CO2E,
    DRAINED_GAS,
    FOSSIL,
    SOURCES,
    STAGES,
    above_zero,
    not_negative,
    word,
    year,
)
from .factors import Factor, Factors, Spread, read_factors

ACTIVITY_COLUMNS = ("year", "stage", "source", "quantity", "unit")

COAL, DISTURBED, RECLAIMED, FIXED = SCALES = ("coal", "disturbed", "reclaimed", "fixed")
# Columns that one source alone has.
GAS_COLUMNS = ("oxidised_fraction", "counted_in_factor")
DENSITY = "density_kg_per_l"
YES, NO = "yes", "no"

# How certain constants of nature are, and the user's own tonnes.
CERTAIN = Spread(u95_pct=0.0)
DERIVED, OWN = "derived", "own number"


@dataclass(frozen=True)
class Activity:
    """A row of ACTIVITY.

    Attributes:
        row: its number in the table, as people count it.
        quantity, unit: as the table has them.
        per_unit: units that factors are per, in one of its own.
        factors: what it gives off.
        scale: what it grows and shrinks with, one of SCALES.
        is_scale_given: whether the table says so itself.
        u95_pct: half-width of the quantity's 95 % interval, in % of it; None: not given.
    """

    row: int
    year: int
    stage: str
    source: str
    quantity: float
    unit: str
    per_unit: float
    factors: tuple[Factor, ...]
    scale: str
    is_scale_given: bool
    u95_pct: float | None


@dataclass(frozen=True)
class ActivityTable:
    """The rows of ACTIVITY, and what the table is called."""

    name: str
    rows: tuple[Activity, ...]

    @property
    def years(self) -> list[int]:
        """The years that it has, in order."""
        return sorted({row.year for row in self.rows})

    def of_year(self, year: int) -> list[Activity]:
        return [row for row in self.rows if row.year == year]


def read_activity(table: Table, factor_table: Table, notes: Notes) -> ActivityTable:
    """The rows of ACTIVITY with their factors; all of a year and a source are added up.

    Args:
        notes: rows that are the same are told, for two of them can be meant.

    Raises:
        DataError: of either table a missing column, no rows, or a cell that cannot be right:
            naming table, row and column.
    """
    table.require(ACTIVITY_COLUMNS)
    factors = read_factors(factor_table)
    numbers = range(1, len(table.rows) + 1)
    rows = tuple(_activity(table, row, factors) for row in numbers)
    for other, row in table.twins(numbers):
        notes.warn(
            "{table}: rows {one} and {other} are the same, and both count.",
            table=table.name,
            one=table.number_of(other),
            other=table.number_of(row),
        )
    return ActivityTable(table.name, rows)


def _activity(table: Table, row: int, factors: Factors) -> Activity:
    own_year = year(table, row)
    stage = word(table, row, "stage", tuple(STAGES))
    source = word(table, row, "source", tuple(SOURCES))
    unit = _unit(table, row, source)
    text = table.text(row, "scales_with")
    return Activity(
        row=table.number_of(row),
        year=own_year,
        stage=stage,
        source=source,
        quantity=not_negative(table, row, "quantity"),
        unit=unit,
        per_unit=_per_unit(table, row, unit),
        factors=_factors(table, row, source, factors),
        scale=word(table, row, "scales_with", SCALES) if text else COAL,
        is_scale_given=bool(text),
        u95_pct=half_width_in(table, row, "u95_pct"),
    )


def _unit(table: Table, row: int, source: str) -> str:
    known = SOURCES[source].units
    text = table.needed_text(row, "unit")
    for unit in known:
        if text.casefold() == unit.casefold():
            return unit
    raise table.error(
        row,
        "column 'unit' is '{text}', which does not fit the source '{source}'; it must be {known}",
        text=text,
        source=source,
        known=", ".join(known),
    )


def _per_unit(table: Table, row: int, unit: str) -> float:
    """t in a litre; 1 of what is no volume of fuel."""
    if unit == "L":
        return above_zero(table, row, DENSITY) / 1000.0
    if table.text(row, DENSITY):
        raise table.error(
            row,
            "column '{column}' is filled in, which is for quantities in L alone",
            column=DENSITY,
        )
    return 1.0


def _factors(table: Table, row: int, source: str, factors: Factors) -> tuple[Factor, ...]:
    """The factors of a row: those that it names, or what follows from its source alone."""
    text = table.text(row, "factor")
    if source != DRAINED_GAS:
        for column in GAS_COLUMNS:
            if table.text(row, column):
                raise table.error(
                    row,
                    "column '{column}' is filled in, which is for the source '{source}' alone",
                    column=column,
                    source=DRAINED_GAS,
                )
    if SOURCES[source].takes_factors:
        return _named(table, row, source, text, factors)
    if text:
        raise table.error(
            row,
            "column 'factor' is '{text}'; the source '{source}' takes none",
            text=text,
            source=source,
        )
    if source == DRAINED_GAS:
        return _drained(table, row)
    gas = CO2E if source == "other_co2e" else CO2
    return (Factor("", source, gas, 1.0, "", 1, CERTAIN, OWN),)


def _drained(table: Table, row: int) -> tuple[Factor, ...]:
    """Of a cubic metre of methane that was drained and burnt for the most part.

    What was burnt escapes no more, where the factors of coal count it as escaping; where they do
    not, what was not burnt escapes besides.
    """
    burnt = fraction_in(table, row, "oxidised_fraction")
    counted = word(table, row, "counted_in_factor", (YES, NO))
    tonnes = CH4_KG_PER_M3 / 1000.0
    methane = -tonnes * burnt if counted == YES else tonnes * (1.0 - burnt)
    return (
        Factor("", DRAINED_GAS, CH4, methane, FOSSIL, 1, CERTAIN, DERIVED),
        Factor("", DRAINED_GAS, CO2, tonnes * burnt * CO2_PER_CH4, "", 1, CERTAIN, DERIVED),
    )


def _named(table: Table, row: int, source: str, text: str, factors: Factors) -> tuple[Factor, ...]:
    """The factors that a cell names, joined by plus signs."""
    fitting = factors.of_source(source)
    names = ", ".join(factor.name for factor in fitting)
    if not fitting:
        raise table.error(
            row,
            "column 'factor': {factors} has no factor of the source '{source}'",
            factors=factors.table.name,
            source=source,
        )
    if not text:
        if len(fitting) > 1:
            raise table.error(
                row,
                "column 'factor' is empty, and {count} factors fit the source '{source}'; name "
                "which: {names}",
                count=len(fitting),
                source=source,
                names=names,
            )
        return tuple(fitting)
    found: list[Factor] = []
    for name in (part.strip() for part in text.split("+")):
        factor = factors.find(name)
        if factor is None or factor.source != source:
            raise _unknown(table, row, name, source, names, factor)
        for other in found:
            same = factor.gas == other.gas or CO2E in (factor.gas, other.gas)
            if factor is other or (same and not SOURCES[source].adds_up):
                raise table.error(
                    row,
                    "column 'factor': '{one}' and '{other}' count the same gas twice",
                    one=other.name,
                    other=factor.name,
                )
        found.append(factor)
    return tuple(found)


def _unknown(
    table: Table, row: int, name: str, source: str, names: str, factor: Factor | None
) -> DataError:
    if factor is not None:
        return table.error(
            row,
            "column 'factor': '{name}' is a factor of the source '{other}', not of '{source}'; "
            "of this there are {names}",
            name=name,
            other=factor.source,
            source=source,
            names=names,
        )
    return table.error(
        row,
        "column 'factor': no factor is called '{name}'; of the source '{source}' there are {names}",
        name=name,
        source=source,
        names=names,
    )
