"""Emission factors by name, from a plain table: each with its unit, its scope and its standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Message
from ..scheme.bounds import HALF_WIDTH_PCT, LARGEST_FACTOR
from ..scheme.coefficients import LOGNORMAL, NORMAL, TRIANGULAR
from ..scheme.table import Row, Table
from .emission_words import CH4, CH4_KG_PER_M3, COMBUSTION, FOSSIL, GASES, GWP_KINDS, SOURCES

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
    unit = _unit(row, source, gas)
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


def _unit(row: Row, source: str, gas: str) -> float:
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
