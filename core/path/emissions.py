"""EMISSIONS: annual emissions of a mine from ACTIVITY and FACTORS.

Scope 1 is direct emissions of the mine, scope 2 purchased electricity. Combustion by
customers (scope 3) is not included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import hypot

from ..base.files import RESOURCE_FOLDER
from ..base.messages import Message, Notes, Term
from ..base.random_draws import Z95, triangular_sd
from ..base.table import Table as ColumnTable
from ..scheme.coefficients import LOGNORMAL, NORMAL, TRIANGULAR
from ..scheme.table import (
    FUEL_DENSITY_BOUNDS,
    MAX_EMISSION_FACTOR,
    QUANTITY_BOUNDS,
    U95_PCT_BOUNDS,
    Row,
    Table,
    read_csv,
)

# In order of operation; the last is optional, for reporting it apart from mining.
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

# Density of methane, kg/m3, at 20 degrees and one atmosphere (IPCC 2006, volume 2, equation 4.1.7),
# and t CO2 per t of burnt methane, by molecular mass.
CH4_KG_PER_M3 = 0.67
CO2_PER_CH4 = 44.0 / 16.0


@dataclass(frozen=True)
class EmissionSource:
    """A source of emissions.

    Attributes:
        units: permitted units of the quantity; factors are per the first of them.
        takes_factors: whether it has emission factors; otherwise emissions follow from the
            quantity alone.
        is_fugitive: whether its methane is fugitive, or else from combustion.
        adds_up: whether several factors for one gas may be added.
    """

    words: Term
    units: Sequence[str]
    takes_factors: bool = True
    is_fugitive: bool = False
    adds_up: bool = False


DRAINED_GAS, ELECTRICITY, COAL = "drained_gas", "electricity", "coal"

SOURCES: Mapping[str, EmissionSource] = {
    "diesel": EmissionSource(Term("Diesel"), ("t", "L")),
    "gasoline": EmissionSource(Term("Gasoline"), ("t", "L")),
    "explosives": EmissionSource(Term("Explosives"), ("t",)),
    ELECTRICITY: EmissionSource(Term("Electricity"), ("MWh",)),
    COAL: EmissionSource(
        Term("Fugitive methane emissions from coal"), ("t",), is_fugitive=True, adds_up=True
    ),
    DRAINED_GAS: EmissionSource(
        Term("Drained gas"), ("m3",), takes_factors=False, is_fugitive=True
    ),
    "spontaneous_coal": EmissionSource(Term("Spontaneous combustion, coal burnt"), ("t",)),
    "spontaneous_co2": EmissionSource(Term("Spontaneous combustion"), ("t",), takes_factors=False),
    "other_co2e": EmissionSource(Term("Other"), ("t",), takes_factors=False),
}

# Scope of the Chinese guide for coal producers (GB/T 32151.11): fuels, electricity, methane of
# opencast and post-mining, flares. Explosives, spontaneous combustion, and gases of fuels other
# than CO2 are excluded.
GUIDE_SOURCE_GASES = {
    *((source, CO2) for source in ("diesel", "gasoline", ELECTRICITY, DRAINED_GAS)),
    *((source, CH4) for source in (COAL, DRAINED_GAS)),
}


@dataclass(frozen=True)
class GwpSet:
    """A set of global warming potentials over 100 years, t CO2e per t."""

    name: str
    ch4_fossil: float
    ch4_combustion: float
    n2o: float

    def get_potential(self, gas: str, kind: str) -> float:
        """Return the potential of a gas; for methane by one of GWP_KINDS."""
        if gas == CH4:
            return self.ch4_fossil if kind == FOSSIL else self.ch4_combustion
        return self.n2o if gas == N2O else 1.0


GWP_NAMES = ("sar", "ar4", "ar5", "ar5_fossil", "ar6")


def load_gwp_set(name: str) -> GwpSet:
    """Return one of GWP_NAMES from resources/schemes/gwp.csv."""
    table = read_csv(RESOURCE_FOLDER / "schemes" / "gwp.csv")
    row = next(row for row in table if row.text_value("set") == name)
    fossil, combustion, n2o = (
        float(row.float_value(column)) for column in ("ch4_fossil", "ch4_combustion", "n2o")
    )
    return GwpSet(name, fossil, combustion, n2o)


def parse_year(row: Row) -> int:
    """Return the four-digit year of a row."""
    value = row.int_value("year")
    if not 1000 <= value <= 9999:
        raise row.make_error(
            "column 'year': {text} is not a four-digit year", text=row.text_value("year")
        )
    return value


# Distribution, half-width and bounds of physical constants, and of emissions given in tonnes.
NO_UNCERTAINTY = (NORMAL, 0.0, None)

FACTOR_COLUMNS = ("name", "source", "gas", "value", "unit", "scope")

# Tonnes of gas per unit of a factor.
TONNES_PER_UNIT = {"t": 1.0, "kg": 1e-3, "m3": 1e-3 * CH4_KG_PER_M3}


@dataclass(frozen=True)
class EmissionFactor:
    """Emission factor of a source for one gas.

    Attributes:
        value: t of the gas per unit of the source.
        kind: for methane, one of GWP_KINDS; '' for other gases.
        u95_pct: half-width of the 95 % interval, %; for a triangular distribution, that of
            a normal one with the same standard deviation; None: not given.
        bounds: for a triangular distribution, which has its mode at the value.
        given, unit: value and unit in the table.
        evidence: verification status, and `text`, the data source, as given in the table.
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


def read_factors(table: Table) -> dict[str, EmissionFactor]:
    """Return the factors of a table by name (case-folded), in table order."""
    table.check_columns(FACTOR_COLUMNS)
    factors: dict[str, EmissionFactor] = {}
    rows: dict[str, Row] = {}
    for row in table:
        factor = _parse_factor(row)
        what = Message("column 'name': the factor '{name}'", name=factor.name)
        row.check_unique(rows, factor.name.casefold(), what)
        factors[factor.name.casefold()] = factor
    return factors


def _parse_factor(row: Row) -> EmissionFactor:
    name = row.required_text("name")
    if "+" in name:
        raise row.make_error(
            "column 'name': '{name}' must not contain a plus sign, which joins several factors",
            name=name,
        )
    source = row.enum_value("source", [key for key, own in SOURCES.items() if own.takes_factors])
    gas = row.enum_value("gas", GASES)
    # Tonnes of gas by permitted unit; volumes are permitted only for fugitive methane.
    known = {
        f"{amount}/{SOURCES[source].units[0]}": tonnes
        for amount, tonnes in TONNES_PER_UNIT.items()
        if amount != "m3" or (gas == CH4 and SOURCES[source].is_fugitive)
    }
    text = row.required_text("unit")
    spelled = text.replace(" ", "").casefold()
    unit = next((tonnes for name, tonnes in known.items() if name.casefold() == spelled), None)
    if unit is None:
        raise row.make_error(
            "column 'unit': '{text}' does not fit the source '{source}' and the gas '{gas}'; "
            "use one of {known}",
            text=text,
            source=source,
            gas=gas,
            known=", ".join(known),
        )
    value = _parse_value(row, "value", unit)
    kind, scope = _parse_gwp_kind(row, source, gas), int(row.enum_value("scope", ("1", "2")))
    spread, evidence = _parse_uncertainty(row, value, unit), row.text_value("standing")
    origin = row.text_value("source_text"), value, text
    return EmissionFactor(name, source, gas, value * unit, kind, scope, *spread, evidence, *origin)


def _parse_value(row: Row, column: str, unit: float) -> float:
    """Return a factor, or one of its bounds, in the unit of its row (`unit` in t of gas)."""
    return float(row.float_value(column, least=0, most=MAX_EMISSION_FACTOR / unit))


def _parse_gwp_kind(row: Row, source: str, gas: str) -> str:
    """Return the GWP kind of methane ('' for other gases): fossil if fugitive, else combustion."""
    if not row.text_value("gwp_kind") and gas != CH4:
        return ""
    kind = row.enum_value("gwp_kind", GWP_KINDS)
    if gas != CH4:
        return ""
    fitting = FOSSIL if SOURCES[source].is_fugitive else COMBUSTION
    if kind != fitting:
        raise row.make_error(
            "column 'gwp_kind': '{kind}' does not apply to methane of the source '{source}'; "
            "use '{fitting}'",
            kind=kind,
            source=source,
            fitting=fitting,
        )
    return kind


def _parse_uncertainty(
    row: Row, value: float, unit: float
) -> tuple[str, float | None, tuple[float, float] | None]:
    """Return the distribution of a factor, its half-width in %, and its bounds in t of gas."""
    given = [column for column in ("u95_pct", "low", "high") if row.text_value(column)]
    distribution = NORMAL
    if row.text_value("distribution"):
        distribution = row.enum_value("distribution", (NORMAL, LOGNORMAL, TRIANGULAR))
    needed = ["low", "high"] if distribution == TRIANGULAR else ["u95_pct"]
    for column in given:
        if column not in needed:
            raise row.make_error(
                "column '{column}' does not apply to the distribution '{distribution}'; "
                "leave it empty",
                column=column,
                distribution=distribution,
            )
    if distribution != TRIANGULAR:
        return distribution, row.optional_float("u95_pct", **U95_PCT_BOUNDS), None
    for column in needed:
        if column not in given:
            raise row.make_error(
                "distribution '{distribution}' requires a value in column '{column}'",
                column=column,
                distribution=distribution,
            )
    low, high = (_parse_value(row, column, unit) for column in needed)
    if not low <= value <= high or not low < high:
        raise row.make_error(
            "column 'value': {value} must lie between 'low' ({low}) and 'high' ({high})",
            value=row.text_value("value"),
            low=row.text_value("low"),
            high=row.text_value("high"),
        )
    mode, bounds = value * unit, (low * unit, high * unit)
    u95_pct = 100.0 * Z95 * triangular_sd(bounds[0], mode, bounds[1]) / mode if mode else None
    return distribution, u95_pct, bounds


ACTIVITY_COLUMNS = ("year", "stage", "source", "quantity", "unit")

SCALE_COAL, SCALE_DISTURBED, SCALE_RECLAIMED, SCALE_FIXED = SCALES = (
    "coal",
    "disturbed",
    "reclaimed",
    "fixed",
)


@dataclass(frozen=True)
class Activity:
    """A row of ACTIVITY.

    Attributes:
        row: row of the table.
        quantity, unit: as given in the table.
        per_unit: conversion from `unit` to the unit of the factors.
        factors: emission factors.
        scale: one of SCALES, the activity that emissions are proportional to.
        is_scale_given: whether the scale is given in the table.
        u95_pct: half-width of the 95 % interval of the quantity, %; None: not given.
    """

    row: Row
    year: int
    stage: str
    source: str
    quantity: float
    unit: str
    per_unit: float
    factors: tuple[EmissionFactor, ...]
    scale: str
    is_scale_given: bool
    u95_pct: float | None


def read_activity(table: Table, factor_table: Table, notes: Notes) -> list[Activity]:
    """Return the rows of ACTIVITY with their factors; identical rows are kept with a warning."""
    table.check_columns(ACTIVITY_COLUMNS)
    factors = read_factors(factor_table)
    rows = [_parse_activity(row, factors, factor_table.name) for row in table]
    for other, row in table.find_duplicate_rows(table):
        notes.add_warning(
            "{table}: rows {one} and {other} are identical; both are included.",
            table=table.name,
            one=other.label,
            other=row.label,
        )
    return rows


def _parse_activity(row: Row, factors: Mapping[str, EmissionFactor], factor_table: str) -> Activity:
    own_year = parse_year(row)
    stage = row.enum_value("stage", tuple(STAGES))
    source = row.enum_value("source", tuple(SOURCES))
    text, known = row.required_text("unit"), SOURCES[source].units
    unit = next((unit for unit in known if unit.casefold() == text.casefold()), None)
    if unit is None:
        raise row.make_error(
            "column 'unit': '{text}' does not fit the source '{source}'; use {known}",
            text=text,
            source=source,
            known=", ".join(known),
        )
    quantity = float(row.float_value("quantity", **QUANTITY_BOUNDS))
    # Tonnes per litre; 1 for units other than L.
    per_unit, density = 1.0, "density_kg_per_l"
    if unit == "L":
        per_unit = float(row.float_value(density, **FUEL_DENSITY_BOUNDS)) / 1000.0
    elif row.text_value(density):
        raise row.make_error(
            "column '{column}' applies only to quantities in litres (L)", column=density
        )
    is_scale_given = bool(row.text_value("scales_with"))
    return Activity(
        row,
        own_year,
        stage,
        source,
        quantity,
        unit,
        per_unit,
        _select_factors(row, source, factors, factor_table),
        row.enum_value("scales_with", SCALES) if is_scale_given else SCALE_COAL,
        is_scale_given,
        row.optional_float("u95_pct", **U95_PCT_BOUNDS),
    )


def _select_factors(
    row: Row, source: str, factors: Mapping[str, EmissionFactor], factor_table: str
) -> tuple[EmissionFactor, ...]:
    """Return the factors named in a row, or those that follow from its source alone."""
    text = row.text_value("factor")
    if source != DRAINED_GAS:
        for column in ("oxidised_fraction", "counted_in_factor"):
            if row.text_value(column):
                raise row.make_error(
                    "column '{column}' applies only to the source '{source}'",
                    column=column,
                    source=DRAINED_GAS,
                )
    if SOURCES[source].takes_factors:
        return _parse_factor_names(row, source, text, factors, factor_table)
    if text:
        raise row.make_error(
            "column 'factor': the source '{source}' takes no factor; remove '{text}'",
            text=text,
            source=source,
        )
    if source != DRAINED_GAS:
        gas = CO2E if source == "other_co2e" else CO2
        return (EmissionFactor("", source, gas, 1.0, "", 1, *NO_UNCERTAINTY, "own number"),)
    # Per cubic metre of drained methane: if the coal factors include it, the burnt part is
    # subtracted from fugitive methane; otherwise the unburnt part is added.
    burnt = float(row.float_value("oxidised_fraction", least=0, most=1))
    is_counted = row.enum_value("counted_in_factor", ("yes", "no")) == "yes"
    tonnes = CH4_KG_PER_M3 / 1000.0
    methane = -tonnes * burnt if is_counted else tonnes * (1.0 - burnt)
    co2 = tonnes * burnt * CO2_PER_CH4
    return (
        EmissionFactor("", DRAINED_GAS, CH4, methane, FOSSIL, 1, *NO_UNCERTAINTY, "derived"),
        EmissionFactor("", DRAINED_GAS, CO2, co2, "", 1, *NO_UNCERTAINTY, "derived"),
    )


def _parse_factor_names(
    row: Row, source: str, text: str, factors: Mapping[str, EmissionFactor], factor_table: str
) -> tuple[EmissionFactor, ...]:
    """Return the factors named in a cell, joined by plus signs."""
    fitting = [factor for factor in factors.values() if factor.source == source]
    names = ", ".join(factor.name for factor in fitting)
    if not fitting:
        raise row.make_error(
            "column 'factor': no emission factor in {factors} for source '{source}'",
            factors=factor_table,
            source=source,
        )
    if not text:
        if len(fitting) > 1:
            raise row.make_error(
                "column 'factor' is empty; {count} factors fit the source '{source}': {names}",
                count=len(fitting),
                source=source,
                names=names,
            )
        return tuple(fitting)
    named: list[EmissionFactor] = []
    for name in (part.strip() for part in text.split("+")):
        factor = factors.get(name.casefold())
        if factor is None or factor.source != source:
            raise row.make_error(
                "column 'factor': no factor '{name}' for the source '{source}'; use one of {names}",
                name=name,
                source=source,
                names=names,
            )
        for other in named:
            same = factor.gas == other.gas or CO2E in (factor.gas, other.gas)
            if factor is other or (same and not SOURCES[source].adds_up):
                raise row.make_error(
                    "column 'factor': '{one}' and '{other}' count the same gas twice; remove one",
                    one=other.name,
                    other=factor.name,
                )
        named.append(factor)
    return tuple(named)


INSIDE_GUIDE, OUTSIDE_GUIDE = "inside the guide", "outside the guide"

# Gases other than CO2 emitted by a source.
GAS_NAMES = {CH4: "CH4", N2O: "N2O"}

# Rounding tolerance of sums, t of methane per t.
ROUNDING_TOLERANCE = 1e-9

# `factor` is in t of the gas per unit of the quantity.
EMISSIONS = (
    "year stage source gas quantity quantity_unit factor factor_name t_gas tco2e u95_pct scope "
    "standing gwp boundary"
)


@dataclass(frozen=True)
class Emission:
    """Emission of one gas for one row of ACTIVITY and one factor.

    Attributes:
        tco2e: t of the gas x its warming potential over 100 years.
        is_in_guide: whether the Chinese guide for coal producers includes it.
    """

    activity: Activity
    factor: EmissionFactor
    t_gas: float
    tco2e: float
    is_in_guide: bool


def compute_emissions(activities: Sequence[Activity], gwp: GwpSet) -> list[Emission]:
    """Return the emissions of all rows of ACTIVITY by year, in table order."""
    emissions = []
    for activity in sorted(activities, key=lambda activity: activity.year):
        for factor in activity.factors:
            t_gas = activity.quantity * (activity.per_unit * factor.value)
            tco2e = t_gas * gwp.get_potential(factor.gas, factor.kind)
            is_in_guide = (activity.source, factor.gas) in GUIDE_SOURCE_GASES
            emissions.append(Emission(activity, factor, t_gas, tco2e, is_in_guide))
    for own_year, group in groupby(emissions, lambda emission: emission.activity.year):
        of_year = list(group)
        drained = [emission for emission in of_year if is_captured_methane(emission)]
        methane = sum(e.t_gas for e in of_year if e.activity.source == COAL and e.factor.gas == CH4)
        if drained and methane + sum(e.t_gas for e in drained) < -ROUNDING_TOLERANCE * (
            1.0 + methane
        ):
            raise drained[0].activity.row.make_error(
                "column 'quantity': drained gas in {year} ({taken:.6g} t methane) exceeds "
                "the methane from coal ({methane:.6g} t)",
                year=own_year,
                taken=-sum(e.t_gas for e in drained),
                methane=methane,
            )
    return emissions


def emission_rows(emissions: Sequence[Emission], gwp: GwpSet) -> ColumnTable:
    """Return EMISSIONS, U = sqrt(U_activity^2 + U_factor^2) (IPCC 2006, volume 1, eq. 3.1)."""
    rows = list[tuple[object, ...]]()
    for e in emissions:
        own, factor = e.activity, e.factor
        given = [u95_pct for u95_pct in (own.u95_pct, factor.u95_pct) if u95_pct is not None]
        quantity = own.quantity, own.unit, own.per_unit * factor.value, factor.name
        amounts = e.t_gas, e.tco2e, hypot(*given) if len(given) == 2 else None
        boundary = INSIDE_GUIDE if e.is_in_guide else OUTSIDE_GUIDE
        kind = str(own.year), own.stage, own.source, factor.gas
        rows.append((*kind, *quantity, *amounts, factor.scope, factor.evidence, gwp.name, boundary))
    return ColumnTable.from_rows(EMISSIONS, rows)


def is_captured_methane(emission: Emission) -> bool:
    """Return whether an emission is drained methane to be subtracted from fugitive methane."""
    return emission.activity.source == DRAINED_GAS and emission.t_gas < 0


def sources_outside_guide(emissions: Sequence[Emission]) -> list[tuple[str, str]]:
    """Return distinct emissions outside the guide as (source, gas), with '' for CO2 and CO2e."""
    outside = (e for e in emissions if not e.is_in_guide)
    return list(
        dict.fromkeys((e.activity.source, GAS_NAMES.get(e.factor.gas, "")) for e in outside)
    )


def format_boundary(emissions: Sequence[Emission]) -> str:
    """Return the accounting boundary of emissions and land for the column of PATH."""
    scopes = "+".join(str(scope) for scope in sorted({e.factor.scope for e in emissions}))
    names = [
        f"{gas} of {source}" if gas else source for source, gas in sources_outside_guide(emissions)
    ]
    outside = ", ".join([*names, "land"])
    return f"scope {scopes}, without scope 3; outside the guide: {outside}"
