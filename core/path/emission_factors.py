"""Emission factors by name, from a plain table: each with its unit, its scope and its standing.

What a mine did in a year, and by which factors that counts: ACTIVITY, from a plain table.

What a mine emits, in words: its stages, sources and gases, and what is outside which boundary.

Scope 1 is what the mine gives off itself, scope 2 the electricity that it buys. What its customers
burn (scope 3) is never counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..base.files import RESOURCES
from ..base.messages import Message, Notes, Term
from ..scheme.coefficients import LOGNORMAL, NORMAL, TRIANGULAR
from ..scheme.table import (
    FUEL_DENSITY,
    HALF_WIDTH_PCT,
    LARGEST_FACTOR,
    QUANTITY,
    Row,
    Table,
    read_csv,
)

# In the order of the work; the last is for who tells it apart from mining.
STAGES: Mapping[str, Term] = {
    "stripping": Term("Stripping"),
    "mining": Term("Mining"),
    "transportation": Term("Transportation"),
    "dumping": Term("Dumping"),
    "reclamation": Term("Reclamation"),
    "post_mining": Term("Post-mining"),
}

CO2, CH4, N2O, CO2E = GASES = ("co2", "ch4", "n2o", "co2e")
FOSSIL, COMBUSTION = GWP_KINDS = ("fossil", "combustion")

# kg of methane in a cubic metre at 20 degrees and one atmosphere (IPCC 2006, volume 2, equation
# 4.1.7), and t CO2 of a burnt t of it, by the masses of the molecules.
CH4_KG_PER_M3 = 0.67
CO2_PER_CH4 = 44.0 / 16.0


@dataclass(frozen=True)
class Source:
    """A source of emissions.

    Attributes:
        words: as people are told of it.
        units: those that its quantity may be in, the first of them the one that factors are per.
        takes_factors: whether it has emission factors; where not, what it gives off follows from
            the quantity alone.
        is_fugitive: whether its methane escapes; else it is of combustion.
        adds_up: whether several factors of one gas may stand for its parts.
    """

    words: Term
    units: Sequence[str]
    takes_factors: bool = True
    is_fugitive: bool = False
    adds_up: bool = False


DRAINED_GAS, ELECTRICITY, COAL = "drained_gas", "electricity", "coal"

SOURCES: Mapping[str, Source] = {
    "diesel": Source(Term("Diesel"), ("t", "L")),
    "gasoline": Source(Term("Gasoline"), ("t", "L")),
    "explosives": Source(Term("Explosives"), ("t",)),
    ELECTRICITY: Source(Term("Electricity"), ("MWh",)),
    COAL: Source(Term("Methane of coal"), ("t",), is_fugitive=True, adds_up=True),
    DRAINED_GAS: Source(Term("Drained gas"), ("m3",), takes_factors=False, is_fugitive=True),
    "spontaneous_coal": Source(Term("Spontaneous combustion, coal burnt"), ("t",)),
    "spontaneous_co2": Source(Term("Spontaneous combustion"), ("t",), takes_factors=False),
    "other_co2e": Source(Term("Other"), ("t",), takes_factors=False),
}

# What the Chinese guide for coal producers (GB/T 32151.11) counts: fuels, electricity, methane of
# opencast and post-mining, flares. It has neither explosives nor spontaneous combustion, and of
# fuels the CO2 alone.
IN_GUIDE = {
    *((source, CO2) for source in ("diesel", "gasoline", ELECTRICITY, DRAINED_GAS)),
    *((source, CH4) for source in (COAL, DRAINED_GAS)),
}


@dataclass(frozen=True)
class Gwp:
    """A set of global warming potentials over 100 years: t CO2e per t."""

    name: str
    ch4_fossil: float
    ch4_combustion: float
    n2o: float

    def of(self, gas: str, kind: str) -> float:
        """That of a gas, of methane by one of GWP_KINDS."""
        if gas == CH4:
            return self.ch4_fossil if kind == FOSSIL else self.ch4_combustion
        return self.n2o if gas == N2O else 1.0


GWP_NAMES = ("sar", "ar4", "ar5", "ar5_fossil", "ar6")


def gwp_set(name: str) -> Gwp:
    """One of GWP_NAMES, as resources/schemes/gwp.csv has it."""
    table = read_csv(RESOURCES / "schemes" / "gwp.csv")
    row = next(row for row in table if row.text("set") == name)
    fossil, combustion, n2o = (
        float(row.real(column)) for column in ("ch4_fossil", "ch4_combustion", "n2o")
    )
    return Gwp(name, fossil, combustion, n2o)


def year(row: Row) -> int:
    """The year of a row.

    Raises:
        DataError: it is none of four digits.
    """
    value = row.whole("year")
    if not 1000 <= value <= 9999:
        raise row.error("column 'year' is {text}, not a year of four digits", text=row.text("year"))
    return value


FACTOR_COLUMNS = ("name", "source", "gas", "value", "unit", "scope")

DISTRIBUTIONS = (NORMAL, LOGNORMAL, TRIANGULAR)

# t of gas in what a factor may be given in. Only of methane a volume tells the mass.
AMOUNTS = {"t": 1.0, "kg": 1e-3, "m3": 1e-3 * CH4_KG_PER_M3}
METHANE_ONLY = "m3"
SCOPES = ("1", "2")


@dataclass(frozen=True)
class Spread:
    """How uncertain a number is.

    Attributes:
        u95_pct: half-width of its 95 % interval, in % of it; None: not given.
        low, high: of a triangular distribution, whose mode is the number; in its unit.
    """

    distribution: str = NORMAL
    u95_pct: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def is_given(self) -> bool:
        return self.u95_pct is not None or self.low is not None


@dataclass(frozen=True)
class Factor:
    """What a unit of a source gives off of one gas.

    Attributes:
        value: t of the gas per unit of the source.
        kind: of methane, one of GWP_KINDS; '' of other gases.
        spread: how uncertain it is; bounds in t as the value.
        given, unit: the value in the unit of its table.
        evidence: how well proven the number is, and `text`, where it is from, in the table's words.
    """

    name: str
    source: str
    gas: str
    value: float
    kind: str
    scope: int
    spread: Spread
    evidence: str = ""
    text: str = ""
    given: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class Factors:
    """The factors of a run, in their table's order; no two have one name."""

    table: str
    factors: Sequence[Factor]

    def find(self, name: str) -> Factor | None:
        """The factor of a name, in whatever case."""
        wanted = name.casefold()
        return next((factor for factor in self.factors if factor.name.casefold() == wanted), None)

    def of_source(self, source: str) -> list[Factor]:
        """All factors of a source."""
        return [factor for factor in self.factors if factor.source == source]


def read_factors(table: Table) -> Factors:
    """The factors of a table.

    Raises:
        DataError: a missing column, an empty table, or a cell that cannot be right: an unknown
            source, gas, scope, kind of methane or distribution, a unit that does not fit the
            source, a name that stands twice, an uncertainty that is none.
    """
    table.require(FACTOR_COLUMNS)
    factors: list[Factor] = []
    rows: dict[str, Row] = {}
    for row in table:
        factor = _factor(row)
        what = Message("column 'name': the factor '{name}'", name=factor.name)
        row.once(rows, factor.name.casefold(), what)
        factors.append(factor)
    return Factors(table.name, factors)


def _factor(row: Row) -> Factor:
    name = row.needed_text("name")
    if "+" in name:
        raise row.error(
            "column 'name' is '{name}'; a plus sign joins the names of several factors", name=name
        )
    sources = [name for name, source in SOURCES.items() if source.takes_factors]
    source = row.one_of("source", sources)
    gas = row.one_of("gas", GASES)
    unit = _factor_unit(row, source, gas)
    value = _value(row, "value", unit)
    return Factor(
        name=name,
        source=source,
        gas=gas,
        value=value * unit,
        kind=_kind(row, source, gas),
        scope=int(row.one_of("scope", SCOPES)),
        spread=_spread(row, value, unit),
        evidence=row.text("standing"),
        text=row.text("source_text"),
        given=value,
        unit=row.text("unit"),
    )


def _factor_unit(row: Row, source: str, gas: str) -> float:
    """t of gas that the unit of a row means."""
    per = SOURCES[source].units[0]
    known = {
        f"{amount}/{per}": tonnes
        for amount, tonnes in AMOUNTS.items()
        if amount != METHANE_ONLY or (gas == CH4 and SOURCES[source].is_fugitive)
    }
    text = row.needed_text("unit")
    for unit, tonnes in known.items():
        if text.replace(" ", "").casefold() == unit.casefold():
            return tonnes
    raise row.error(
        "column 'unit' is '{text}', which does not fit the source '{source}' and the gas '{gas}'; "
        "it must be one of {known}",
        text=text,
        source=source,
        gas=gas,
        known=", ".join(known),
    )


def _value(row: Row, column: str, unit: float) -> float:
    """A factor, or a bound of one, in the unit of its row, of which `unit` is t of gas."""
    return float(row.real(column, least=0, most=LARGEST_FACTOR / unit))


def _kind(row: Row, source: str, gas: str) -> str:
    """Which warming potential methane has: that of fossil carbon where it escapes, alone."""
    if not row.text("gwp_kind") and gas != CH4:
        return ""
    kind = row.one_of("gwp_kind", GWP_KINDS)
    if gas != CH4:
        return ""
    fitting = FOSSIL if SOURCES[source].is_fugitive else COMBUSTION
    if kind != fitting:
        raise row.error(
            "column 'gwp_kind' is '{kind}'; methane of the source '{source}' is '{fitting}'",
            kind=kind,
            source=source,
            fitting=fitting,
        )
    return kind


def _spread(row: Row, value: float, unit: float) -> Spread:
    """How uncertain a factor is."""
    given = [column for column in ("u95_pct", "low", "high") if row.text(column)]
    distribution = NORMAL
    if row.text("distribution"):
        distribution = row.one_of("distribution", DISTRIBUTIONS)
    needed = ["low", "high"] if distribution == TRIANGULAR else ["u95_pct"]
    for column in given:
        if column not in needed:
            raise row.error(
                "column '{column}' is filled in, which the distribution '{distribution}' does not "
                "have",
                column=column,
                distribution=distribution,
            )
    if distribution != TRIANGULAR:
        return Spread(distribution, row.optional("u95_pct", **HALF_WIDTH_PCT))
    for column in needed:
        if column not in given:
            raise row.error(
                "column '{column}' is empty, which the distribution '{distribution}' needs",
                column=column,
                distribution=distribution,
            )
    low, high = (_value(row, column, unit) for column in needed)
    if not low <= value <= high or not low < high:
        raise row.error(
            "column 'value' is {value}, which is not between 'low', {low}, and 'high', {high}",
            value=row.text("value"),
            low=row.text("low"),
            high=row.text("high"),
        )
    return Spread(distribution, low=low * unit, high=high * unit)


ACTIVITY_COLUMNS = ("year", "stage", "source", "quantity", "unit")

BY_COAL, BY_DISTURBED, BY_RECLAIMED, FIXED = SCALES = ("coal", "disturbed", "reclaimed", "fixed")
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
    unit = _activity_unit(row, source)
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
        scale=row.one_of("scales_with", SCALES) if text else BY_COAL,
        is_scale_given=bool(text),
        u95_pct=row.optional("u95_pct", **HALF_WIDTH_PCT),
    )


def _activity_unit(row: Row, source: str) -> str:
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
