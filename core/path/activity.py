"""What a mine did in a year, and by which factors that counts: ACTIVITY, from a plain table."""

from __future__ import annotations

from dataclasses import dataclass

from ..base.messages import Notes
from ..scheme.bounds import FUEL_DENSITY, HALF_WIDTH_PCT, QUANTITY
from ..scheme.table import Row, Table
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
        row: of the table.
        quantity, unit: as the table has them.
        per_unit: units that factors are per, in one of its own.
        factors: what it gives off.
        scale: what it grows and shrinks with, one of SCALES.
        is_scale_given: whether the table says so itself.
        u95_pct: half-width of the quantity's 95 % interval, in % of it; None: not given.
    """

    row: Row
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
    """The rows of ACTIVITY with their factors; rows that are the same all count, and are told.

    Raises:
        DataError: of either table a missing column, no rows, or a cell that cannot be right:
            naming table, row and column.
    """
    table.require(ACTIVITY_COLUMNS)
    factors = read_factors(factor_table)
    rows = tuple(_activity(row, factors) for row in table)
    for other, row in table.twins(table):
        notes.warn(
            "{table}: rows {one} and {other} are the same, and both count.",
            table=table.name,
            one=other.label,
            other=row.label,
        )
    return ActivityTable(table.name, rows)


def _activity(row: Row, factors: Factors) -> Activity:
    own_year = year(row)
    stage = row.one_of("stage", tuple(STAGES))
    source = row.one_of("source", tuple(SOURCES))
    unit = _unit(row, source)
    quantity = float(row.real("quantity", **QUANTITY))
    # t in a litre; 1 of what is no volume of fuel.
    per_unit = 1.0
    if unit == "L":
        per_unit = float(row.real(DENSITY, **FUEL_DENSITY)) / 1000.0
    elif row.text(DENSITY):
        raise row.error(
            "column '{column}' is filled in, which is for quantities in L alone", column=DENSITY
        )
    text = row.text("scales_with")
    return Activity(
        row=row,
        year=own_year,
        stage=stage,
        source=source,
        quantity=quantity,
        unit=unit,
        per_unit=per_unit,
        factors=_factors(row, source, factors),
        scale=row.one_of("scales_with", SCALES) if text else COAL,
        is_scale_given=bool(text),
        u95_pct=row.optional("u95_pct", **HALF_WIDTH_PCT),
    )


def _unit(row: Row, source: str) -> str:
    known = SOURCES[source].units
    text = row.needed_text("unit")
    for unit in known:
        if text.casefold() == unit.casefold():
            return unit
    raise row.error(
        "column 'unit' is '{text}', which does not fit the source '{source}'; it must be {known}",
        text=text,
        source=source,
        known=", ".join(known),
    )


def _factors(row: Row, source: str, factors: Factors) -> tuple[Factor, ...]:
    """The factors of a row: those that it names, or what follows from its source alone."""
    text = row.text("factor")
    if source != DRAINED_GAS:
        for column in GAS_COLUMNS:
            if row.text(column):
                raise row.error(
                    "column '{column}' is filled in, which is for the source '{source}' alone",
                    column=column,
                    source=DRAINED_GAS,
                )
    if SOURCES[source].takes_factors:
        return _named(row, source, text, factors)
    if text:
        raise row.error(
            "column 'factor' is '{text}'; the source '{source}' takes none",
            text=text,
            source=source,
        )
    if source == DRAINED_GAS:
        return _drained(row)
    gas = CO2E if source == "other_co2e" else CO2
    return (Factor("", source, gas, 1.0, "", 1, CERTAIN, OWN),)


def _drained(row: Row) -> tuple[Factor, ...]:
    """Of a cubic metre of methane that was drained and burnt for the most part.

    What was burnt escapes no more, where the factors of coal count it as escaping; where they do
    not, what was not burnt escapes besides.
    """
    burnt = float(row.real("oxidised_fraction", least=0, most=1))
    counted = row.one_of("counted_in_factor", (YES, NO))
    tonnes = CH4_KG_PER_M3 / 1000.0
    methane = -tonnes * burnt if counted == YES else tonnes * (1.0 - burnt)
    return (
        Factor("", DRAINED_GAS, CH4, methane, FOSSIL, 1, CERTAIN, DERIVED),
        Factor("", DRAINED_GAS, CO2, tonnes * burnt * CO2_PER_CH4, "", 1, CERTAIN, DERIVED),
    )


def _named(row: Row, source: str, text: str, factors: Factors) -> tuple[Factor, ...]:
    """The factors that a cell names, joined by plus signs."""
    fitting = factors.of_source(source)
    names = ", ".join(factor.name for factor in fitting)
    if not fitting:
        raise row.error(
            "column 'factor': {factors} has no factor of the source '{source}'",
            factors=factors.table,
            source=source,
        )
    if not text:
        if len(fitting) > 1:
            raise row.error(
                "column 'factor' is empty, and {count} factors fit the source '{source}'; name "
                "which: {names}",
                count=len(fitting),
                source=source,
                names=names,
            )
        return tuple(fitting)
    named: list[Factor] = []
    for name in (part.strip() for part in text.split("+")):
        factor = factors.find(name)
        if factor is None:
            raise row.error(
                "column 'factor': no factor is called '{name}'; of the source '{source}' there are "
                "{names}",
                name=name,
                source=source,
                names=names,
            )
        if factor.source != source:
            raise row.error(
                "column 'factor': '{name}' is a factor of the source '{other}', not of '{source}'; "
                "of this there are {names}",
                name=name,
                other=factor.source,
                source=source,
                names=names,
            )
        for other in named:
            same = factor.gas == other.gas or CO2E in (factor.gas, other.gas)
            if factor is other or (same and not SOURCES[source].adds_up):
                raise row.error(
                    "column 'factor': '{one}' and '{other}' count the same gas twice",
                    one=other.name,
                    other=factor.name,
                )
        named.append(factor)
    return tuple(named)
