"""EMISSIONS: what a mine did in a year and what that gives off, by ACTIVITY and FACTORS.

Scope 1 is what the mine gives off itself, scope 2 the electricity that it buys. What its customers
burn (scope 3) is never counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import hypot

from ..base.files import RESOURCES
from ..base.messages import Message, Notes, Term
from ..base.random_draws import Z95, triangular_sd
from ..base.table import Table as ColumnTable
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
    """A source of emissions, as people are told of it.

    Attributes:
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
    COAL: Source(Term("Fugitive methane from coal"), ("t",), is_fugitive=True, adds_up=True),
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
    """The year of a row, of four digits."""
    value = row.whole("year")
    if not 1000 <= value <= 9999:
        raise row.error("column 'year': {text} is not a four-digit year", text=row.text("year"))
    return value


# Distribution, half-width and bounds of constants of nature, and of the user's own tonnes.
CERTAIN = (NORMAL, 0.0, None)

FACTOR_COLUMNS = ("name", "source", "gas", "value", "unit", "scope")

# t of gas in what a factor may be given in.
AMOUNTS = {"t": 1.0, "kg": 1e-3, "m3": 1e-3 * CH4_KG_PER_M3}


@dataclass(frozen=True)
class Factor:
    """What a unit of a source gives off of one gas.

    Attributes:
        value: t of the gas per unit of the source.
        kind: of methane, one of GWP_KINDS; '' of other gases.
        u95_pct: half-width of its 95 % interval, in % of it, of a triangular distribution that of a
            normal one that is as wide; None: not given.
        bounds: of a triangular distribution, whose mode is the value.
        given, unit: the value in the unit of its table.
        evidence: how well proven the number is, and `text`, where it is from, in the table's words.
    """

    name: str
    source: str
    gas: str
    value: float
    kind: str
    scope: int
    distribution: str
    u95_pct: float | None
    bounds: tuple[float, float] | None
    evidence: str
    text: str = ""
    given: float | None = None
    unit: str = ""


def read_factors(table: Table) -> dict[str, Factor]:
    """The factors of a table by their names (case-folded), in its order."""
    table.require(FACTOR_COLUMNS)
    factors: dict[str, Factor] = {}
    rows: dict[str, Row] = {}
    for row in table:
        factor = _factor(row)
        what = Message("column 'name': the factor '{name}'", name=factor.name)
        row.once(rows, factor.name.casefold(), what)
        factors[factor.name.casefold()] = factor
    return factors


def _factor(row: Row) -> Factor:
    name = row.needed_text("name")
    if "+" in name:
        raise row.error(
            "column 'name': '{name}' must not contain a plus sign, which joins several factors",
            name=name,
        )
    source = row.one_of("source", [key for key, own in SOURCES.items() if own.takes_factors])
    gas = row.one_of("gas", GASES)
    # t of gas, by the units that the factor may be in; only of methane a volume tells the mass.
    known = {
        f"{amount}/{SOURCES[source].units[0]}": tonnes
        for amount, tonnes in AMOUNTS.items()
        if amount != "m3" or (gas == CH4 and SOURCES[source].is_fugitive)
    }
    text = row.needed_text("unit")
    spelled = text.replace(" ", "").casefold()
    unit = next((tonnes for name, tonnes in known.items() if name.casefold() == spelled), None)
    if unit is None:
        raise row.error(
            "column 'unit': '{text}' does not fit the source '{source}' and the gas '{gas}'; "
            "use one of {known}",
            text=text,
            source=source,
            gas=gas,
            known=", ".join(known),
        )
    value = _value(row, "value", unit)
    kind, scope = _kind(row, source, gas), int(row.one_of("scope", ("1", "2")))
    spread, evidence = _spread(row, value, unit), row.text("standing")
    origin = row.text("source_text"), value, text
    return Factor(name, source, gas, value * unit, kind, scope, *spread, evidence, *origin)


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
            "column 'gwp_kind': '{kind}' does not apply to methane of the source '{source}'; "
            "use '{fitting}'",
            kind=kind,
            source=source,
            fitting=fitting,
        )
    return kind


def _spread(
    row: Row, value: float, unit: float
) -> tuple[str, float | None, tuple[float, float] | None]:
    """How uncertain a factor is: its distribution, half-width in %, and bounds in t of gas."""
    given = [column for column in ("u95_pct", "low", "high") if row.text(column)]
    distribution = NORMAL
    if row.text("distribution"):
        distribution = row.one_of("distribution", (NORMAL, LOGNORMAL, TRIANGULAR))
    needed = ["low", "high"] if distribution == TRIANGULAR else ["u95_pct"]
    for column in given:
        if column not in needed:
            raise row.error(
                "column '{column}' does not apply to the distribution '{distribution}'; "
                "leave it empty",
                column=column,
                distribution=distribution,
            )
    if distribution != TRIANGULAR:
        return distribution, row.optional("u95_pct", **HALF_WIDTH_PCT), None
    for column in needed:
        if column not in given:
            raise row.error(
                "distribution '{distribution}' requires a value in column '{column}'",
                column=column,
                distribution=distribution,
            )
    low, high = (_value(row, column, unit) for column in needed)
    if not low <= value <= high or not low < high:
        raise row.error(
            "column 'value': {value} must lie between 'low' ({low}) and 'high' ({high})",
            value=row.text("value"),
            low=row.text("low"),
            high=row.text("high"),
        )
    mode, bounds = value * unit, (low * unit, high * unit)
    u95_pct = 100.0 * Z95 * triangular_sd(bounds[0], mode, bounds[1]) / mode if mode else None
    return distribution, u95_pct, bounds


ACTIVITY_COLUMNS = ("year", "stage", "source", "quantity", "unit")

BY_COAL, BY_DISTURBED, BY_RECLAIMED, FIXED = SCALES = ("coal", "disturbed", "reclaimed", "fixed")


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


def read_activity(table: Table, factor_table: Table, notes: Notes) -> list[Activity]:
    """The rows of ACTIVITY with their factors; rows that are the same all count, and are told."""
    table.require(ACTIVITY_COLUMNS)
    factors = read_factors(factor_table)
    rows = [_activity(row, factors, factor_table.name) for row in table]
    for other, row in table.twins(table):
        notes.warn(
            "{table}: rows {one} and {other} are identical; both are included.",
            table=table.name,
            one=other.label,
            other=row.label,
        )
    return rows


def _activity(row: Row, factors: Mapping[str, Factor], factor_table: str) -> Activity:
    own_year = year(row)
    stage = row.one_of("stage", tuple(STAGES))
    source = row.one_of("source", tuple(SOURCES))
    text, known = row.needed_text("unit"), SOURCES[source].units
    unit = next((unit for unit in known if unit.casefold() == text.casefold()), None)
    if unit is None:
        raise row.error(
            "column 'unit': '{text}' does not fit the source '{source}'; use {known}",
            text=text,
            source=source,
            known=", ".join(known),
        )
    quantity = float(row.real("quantity", **QUANTITY))
    # t in a litre; 1 of what is no volume of fuel.
    per_unit, density = 1.0, "density_kg_per_l"
    if unit == "L":
        per_unit = float(row.real(density, **FUEL_DENSITY)) / 1000.0
    elif row.text(density):
        raise row.error(
            "column '{column}' applies only to quantities in litres (L)", column=density
        )
    is_scale_given = bool(row.text("scales_with"))
    return Activity(
        row,
        own_year,
        stage,
        source,
        quantity,
        unit,
        per_unit,
        _factors(row, source, factors, factor_table),
        row.one_of("scales_with", SCALES) if is_scale_given else BY_COAL,
        is_scale_given,
        row.optional("u95_pct", **HALF_WIDTH_PCT),
    )


def _factors(
    row: Row, source: str, factors: Mapping[str, Factor], factor_table: str
) -> tuple[Factor, ...]:
    """The factors of a row: those that it names, or what follows from its source alone."""
    text = row.text("factor")
    if source != DRAINED_GAS:
        for column in ("oxidised_fraction", "counted_in_factor"):
            if row.text(column):
                raise row.error(
                    "column '{column}' applies only to the source '{source}'",
                    column=column,
                    source=DRAINED_GAS,
                )
    if SOURCES[source].takes_factors:
        return _named(row, source, text, factors, factor_table)
    if text:
        raise row.error(
            "column 'factor': the source '{source}' takes no factor; remove '{text}'",
            text=text,
            source=source,
        )
    if source != DRAINED_GAS:
        gas = CO2E if source == "other_co2e" else CO2
        return (Factor("", source, gas, 1.0, "", 1, *CERTAIN, "own number"),)
    # A cubic metre of methane that was drained and burnt for the most part. What was burnt escapes
    # no more, where the factors of coal count it as escaping; where they do not, what was not burnt
    # escapes besides.
    burnt = float(row.real("oxidised_fraction", least=0, most=1))
    is_counted = row.one_of("counted_in_factor", ("yes", "no")) == "yes"
    tonnes = CH4_KG_PER_M3 / 1000.0
    methane = -tonnes * burnt if is_counted else tonnes * (1.0 - burnt)
    co2 = tonnes * burnt * CO2_PER_CH4
    return (
        Factor("", DRAINED_GAS, CH4, methane, FOSSIL, 1, *CERTAIN, "derived"),
        Factor("", DRAINED_GAS, CO2, co2, "", 1, *CERTAIN, "derived"),
    )


def _named(
    row: Row, source: str, text: str, factors: Mapping[str, Factor], factor_table: str
) -> tuple[Factor, ...]:
    """The factors that a cell names, joined by plus signs."""
    fitting = [factor for factor in factors.values() if factor.source == source]
    names = ", ".join(factor.name for factor in fitting)
    if not fitting:
        raise row.error(
            "column 'factor': no emission factor in {factors} for source '{source}'",
            factors=factor_table,
            source=source,
        )
    if not text:
        if len(fitting) > 1:
            raise row.error(
                "column 'factor' is empty; {count} factors fit the source '{source}': {names}",
                count=len(fitting),
                source=source,
                names=names,
            )
        return tuple(fitting)
    named: list[Factor] = []
    for name in (part.strip() for part in text.split("+")):
        factor = factors.get(name.casefold())
        if factor is None or factor.source != source:
            raise row.error(
                "column 'factor': no factor '{name}' for the source '{source}'; use one of {names}",
                name=name,
                source=source,
                names=names,
            )
        for other in named:
            same = factor.gas == other.gas or CO2E in (factor.gas, other.gas)
            if factor is other or (same and not SOURCES[source].adds_up):
                raise row.error(
                    "column 'factor': '{one}' and '{other}' count the same gas twice; remove one",
                    one=other.name,
                    other=factor.name,
                )
        named.append(factor)
    return tuple(named)


INSIDE, OUTSIDE = "inside the guide", "outside the guide"

# Gases that a source may give off besides CO2.
GAS_NAMES = {CH4: "CH4", N2O: "N2O"}

# Sums of doubles that are 0, in t of methane per t.
ROUNDING = 1e-9

# `factor` is t of the gas per unit of the quantity.
EMISSIONS = (
    "year stage source gas quantity quantity_unit factor factor_name t_gas tco2e u95_pct scope "
    "standing gwp boundary"
)


@dataclass(frozen=True)
class Emission:
    """One gas of one row of ACTIVITY, by one factor.

    Attributes:
        tco2e: t of the gas x its warming potential over 100 years.
        is_in_guide: whether the Chinese guide for coal producers counts it.
    """

    activity: Activity
    factor: Factor
    t_gas: float
    tco2e: float
    is_in_guide: bool


def emissions_of(activities: Sequence[Activity], gwp: Gwp) -> list[Emission]:
    """What all rows of ACTIVITY give off, year by year, in the table's order."""
    emissions = []
    for activity in sorted(activities, key=lambda activity: activity.year):
        for factor in activity.factors:
            t_gas = activity.quantity * (activity.per_unit * factor.value)
            tco2e = t_gas * gwp.of(factor.gas, factor.kind)
            is_in_guide = (activity.source, factor.gas) in IN_GUIDE
            emissions.append(Emission(activity, factor, t_gas, tco2e, is_in_guide))
    for own_year, group in groupby(emissions, lambda emission: emission.activity.year):
        of_year = list(group)
        drained = [emission for emission in of_year if is_taken_away(emission)]
        methane = sum(e.t_gas for e in of_year if e.activity.source == COAL and e.factor.gas == CH4)
        if drained and methane + sum(e.t_gas for e in drained) < -ROUNDING * (1.0 + methane):
            raise drained[0].activity.row.error(
                "column 'quantity': drained gas in {year} ({taken:.6g} t methane) exceeds "
                "the methane from coal ({methane:.6g} t)",
                year=own_year,
                taken=-sum(e.t_gas for e in drained),
                methane=methane,
            )
    return emissions


def emission_rows(emissions: Sequence[Emission], gwp: Gwp) -> ColumnTable:
    """EMISSIONS, with half-widths U = sqrt(U_activity^2 + U_factor^2): IPCC 2006, volume 1,
    equation 3.1."""
    rows = list[tuple[object, ...]]()
    for e in emissions:
        own, factor = e.activity, e.factor
        given = [u95_pct for u95_pct in (own.u95_pct, factor.u95_pct) if u95_pct is not None]
        quantity = own.quantity, own.unit, own.per_unit * factor.value, factor.name
        amounts = e.t_gas, e.tco2e, hypot(*given) if len(given) == 2 else None
        boundary = INSIDE if e.is_in_guide else OUTSIDE
        kind = str(own.year), own.stage, own.source, factor.gas
        rows.append((*kind, *quantity, *amounts, factor.scope, factor.evidence, gwp.name, boundary))
    return ColumnTable.of(EMISSIONS, rows)


def is_taken_away(emission: Emission) -> bool:
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
