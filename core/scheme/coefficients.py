"""Carbon coefficients: densities of the classes and what becomes of them, from a plain table.

Both pools of carbon, soil and vegetation, have the same columns: a density, what is lost of it, how
fast, and how it comes back (the curves are those of core/scheme/recovery_curves.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..base.messages import Message, MessageList, Notes, Term, Text
from ..base.numbers import parse_number
from .classes import GROUP_TERM, Classes, LandClass, UnknownNames
from .recovery_curves import (
    IPCC_TRANSITION_YEARS,
    ChapmanRichards,
    ExponentialRecovery,
    InstantRecovery,
    LinearRecovery,
    RecoveryCurve,
    RecoveryRates,
)
from .table import (
    DURATION_BOUNDS,
    GROUP_PREFIX,
    POWER_BOUNDS,
    REACHED_FRACTION_BOUNDS,
    U95_PCT_BOUNDS,
    Row,
    Table,
)

# Where the shipped densities are from: a text for people, unlike those of other tables.
PAPER_SOURCE = Term("Yang et al. 2022, section 3.2, citing Yang et al. 2019")
COEFFICIENT_COLUMNS = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")

SOIL, VEGETATION = POOLS = ("soil", "vegetation")

# The columns that a carbon ledger takes besides, of the row and of each pool; all are optional.
POOL_COLUMN_SUFFIXES = (
    "loss_fraction loss_low loss_high half_life curve p1 p2 p3 rates "
    "u95_shared returned_tc_per_ha rate_u95_pct loss_shared"
)
LEDGER_COLUMNS = (
    "distribution",
    *(f"{pool}_{term}" for pool in POOLS for term in POOL_COLUMN_SUFFIXES.split()),
    *(f"u95_{pool}{part}_pct" for pool in POOLS for part in ("", "_returned")),
)
# Those that are words; the others are numbers.
TEXT_COLUMNS = ("distribution", *(f"{p}_{term}" for p in POOLS for term in ("curve", "rates")))

NORMAL, LOGNORMAL = DISTRIBUTIONS = ("normal", "lognormal")
# That of loss fractions and factors with bounds.
TRIANGULAR = "triangular"
# A half-width above this, in %, is not of a normal distribution: part of it would lie below 0.
MAX_NORMAL_U95_PCT = 60.0

# The curves by their names in tables, with the parameters that each has to have, and may have.
CURVES: dict[str, Sequence[str]] = {
    "ipcc": (),
    "exponential": ("p1", "p2"),
    "chapman_richards": ("p1", "p2", "p3"),
    "rates": ("rates",),
    "instant": (),
}
ALLOWED_PARAMETERS: dict[str, Sequence[str]] = {**CURVES, "ipcc": ("p1",)}
CURVE_PARAMETERS = ("p1", "p2", "p3", "rates")
PARAMETER_BOUNDS = {"p1": REACHED_FRACTION_BOUNDS, "p2": DURATION_BOUNDS, "p3": POWER_BOUNDS}

# By the masses of the molecules.
CO2_PER_C = 44.0 / 12.0

# t C/ha: ten metres of peat hold some 7,000.
MAX_DENSITY_TC_HA = 1e4
# t C/ha a year, of rates that are not 0: from a gram to all of that.
MIN_RATE_TC_HA, MAX_RATE_TC_HA = 1e-6, MAX_DENSITY_TC_HA
# Bounds of a loss fraction that differ by less are one number; their spread would have no digits.
MIN_LOSS_RANGE = 1e-6


def source_term(text: str) -> str:
    """Where a number is from, by the cell of its table; a Term where that can be translated."""
    return PAPER_SOURCE if text == PAPER_SOURCE else text


@dataclass(frozen=True)
class CarbonPool:
    """What a hectare of a class holds in the soil or the vegetation, and what becomes of it.

    Half-widths are of 95 % intervals, in % of the number; None: not given.
    """

    density: float = 0.0  # t C/ha
    loss_fraction: float = 1.0  # the part that is lost when the land is taken, 0 to 1
    # The least and the greatest that it may be, of a triangular distribution whose mode it is.
    loss_bounds: tuple[float, float] | None = None
    half_life: float | None = None  # in years, of what is lost; None: it is lost at once
    curve: RecoveryCurve = field(default_factory=LinearRecovery)  # how it comes back
    u95_pct: float | None = None  # half-width of the density
    # The part of it, in % of the density, that is common to all classes, such as that of the soil
    # of their site; the rest, sqrt(u95^2 - shared^2), is the class's own.
    shared_pct: float = 0.0
    is_loss_given: bool = False  # by the table itself
    is_curve_given: bool = False
    # t C/ha that land of the class which was mined before comes to by its curve, such as a
    # plantation where natural forest stood; None: the density.
    returned_density: float | None = None
    # As a variable of its own; None: it moves with the density, by as many per cent.
    returned_u95_pct: float | None = None
    rate_u95_pct: float | None = None  # of all rates of the curve `rates` together
    # The part of a loss fraction's error that all classes have in common, 0 to 1, as a coefficient
    # of correlation's root: z = s z0 + sqrt(1 - s^2) zi.
    loss_shared: float = 0.0

    @property
    def lost_density(self) -> float:
        """t C/ha of a full density that are lost when the land is taken."""
        return self.density * self.loss_fraction

    @property
    def reclaimed_density(self) -> float:
        """t C/ha that land which was mined before comes to."""
        return self.density if self.returned_density is None else self.returned_density

    @property
    def can_retain_carbon(self) -> bool:
        """Whether a part of it is kept when the land is taken, or may be."""
        return self.loss_fraction < 1.0 or (self.loss_bounds or (1.0,))[0] < 1.0


@dataclass(frozen=True)
class Coefficient:
    """The pools of a class, where their numbers come from, and how densities are distributed."""

    soil: CarbonPool = field(default_factory=CarbonPool)
    vegetation: CarbonPool = field(default_factory=CarbonPool)
    source: str = ""
    distribution: str = NORMAL

    @property
    def pools(self) -> Mapping[str, CarbonPool]:
        """Both, by their names in tables."""
        return {SOIL: self.soil, VEGETATION: self.vegetation}

    @property
    def lost_density(self) -> float:
        """t C/ha of full densities that are lost when the land is taken."""
        return self.soil.lost_density + self.vegetation.lost_density


ZERO_COEFFICIENT = Coefficient()
PINGSHUO_TERM = Term("Pingshuo densities")


@dataclass(frozen=True)
class Coefficients:
    """The coefficients of a run's classes, which may be without; keys are case-folded."""

    by_key: Mapping[str, Coefficient] = field(default_factory=dict)
    caveat: Message | None = None  # what stands before any tonnes that come of them
    briefly: Text = PINGSHUO_TERM  # what a tile calls them that has such a caveat
    # Whether sinks without any are to count nowhere; else they are refused where they are needed.
    is_partial: bool = False
    # The column that is empty, of classes with one density, which have none here.
    half_known: Mapping[str, str] = field(default_factory=dict)
    unfilled: frozenset[str] = frozenset()  # classes whose rows lack a density or both

    def __contains__(self, land_class: LandClass) -> bool:
        return land_class.key.casefold() in self.by_key

    def class_coefficient(self, land_class: LandClass) -> Coefficient:
        """Those of a class that has some."""
        return self.by_key[land_class.key.casefold()]

    def coefficient_or_zero(self, land_class: LandClass) -> Coefficient:
        """Those of a class that may be without, because it is no sink, or none was lost of it."""
        return self.by_key.get(land_class.key.casefold(), ZERO_COEFFICIENT)

    def with_fallback(self, others: Coefficients) -> Coefficients:
        """These, and for all other classes those of others."""
        by_key = {**others.by_key, **self.by_key}
        half_known = {**others.half_known, **self.half_known}
        return replace(
            others,
            by_key=by_key,
            half_known={key: column for key, column in half_known.items() if key not in by_key},
            unfilled=(self.unfilled | others.unfilled) - by_key.keys(),
        )

    @property
    def has_uncertainty(self) -> bool:
        """Whether somebody says of any density how far it may be off."""
        return any(
            pool.density and pool.u95_pct is not None
            for coefficient in self.by_key.values()
            for pool in coefficient.pools.values()
        )

    def missing_sink_keys(self, classes: Iterable[LandClass]) -> frozenset[str]:
        """The keys (case-folded) of the sinks among some classes that have none."""
        return frozenset(c.key.casefold() for c in classes if c.is_sink and c not in self)

    def missing_class_labels(self, classes: Iterable[LandClass]) -> list[Text]:
        """The keys, quoted, of the classes that have none, with the column that would do."""
        lacking = [(f"'{c.key}'", c.key.casefold()) for c in classes if c not in self]
        return [
            Message("{key} ({column} is empty)", key=quoted, column=self.half_known[key])
            if key in self.half_known
            else quoted
            for quoted, key in lacking
        ]

    def missing_density_hint(self, classes: Iterable[LandClass]) -> Term:
        """What gives the densities of classes that have none."""
        if all(c.key.casefold() in self.unfilled for c in classes):
            return Term("fill in the empty values of the table; 0 is a valid density")
        return Term(
            "create a table of all classes with qgis_process run carbonzones:carbondensities "
            "and all dates as LAYERS"
        )


def read_coefficients(
    table: Table, classes: Classes, notes: Notes, supplements: bool = False
) -> Coefficients:
    """The coefficients of a table; where that `supplements` others its rows may be on '@group'.

    A row on a class wins over that on its group. Rows for classes that the run does not have are
    left out, and noted; so are rows whose densities are not both filled in. Where such a class is
    needed it has no coefficients.
    """
    table.check_columns(COEFFICIENT_COLUMNS)
    by_key, by_group = dict[str, Coefficient](), dict[str, Coefficient]()
    rows: dict[str, Row] = {}
    empty: list[str] = []
    half_known: dict[str, str] = {}
    unfilled: set[str] = set()
    unknown = UnknownNames()
    for row in table:
        text = row.text_value("class")
        is_group = supplements and text[:1] == GROUP_PREFIX
        keys = _row_class_keys(row, classes, unknown, is_group)
        if not keys:
            continue
        without = [column for column in COEFFICIENT_COLUMNS[1:] if not row.text_value(column)]
        if without:
            unfilled.update(keys)
        if len(without) == len(POOLS):
            empty.append(text)
            continue
        densities = [_read_density(row, c) for c in COEFFICIENT_COLUMNS[1:] if c not in without]
        if without:
            half_known.update(dict.fromkeys(keys, without[0]))
            continue
        once = text.casefold() if is_group else keys[0]
        row.check_unique(rows, once, Message("class '{text}'", text=text))
        pools = zip(POOLS, densities)
        soil, vegetation = (_read_pool(row, pool, density) for pool, density in pools)
        is_named = bool(row.text_value("distribution"))
        distribution = row.enum_value("distribution", DISTRIBUTIONS) if is_named else NORMAL
        source = source_term(row.text_value("source"))
        into = by_group if is_group else by_key
        into.update(dict.fromkeys(keys, Coefficient(soil, vegetation, source, distribution)))
    if unknown:
        notes.add_notice(
            "{table}: values ignored for classes not in this run: {names}.",
            table=table.name,
            names=unknown.names(),
        )
    if empty:
        notes.add_notice(
            "{table}: rows without densities ignored: {classes}.",
            table=table.name,
            classes=MessageList(empty),
        )
    by_key = {**by_group, **by_key}
    half_known = {key: column for key, column in half_known.items() if key not in by_key}
    if half_known and supplements:
        notes.add_warning(
            "{table}: rows with an empty density ignored, DENSITIES used instead: {classes}. "
            "Fill in both densities.",
            table=table.name,
            classes=MessageList(f"{key} ({column})" for key, column in half_known.items()),
        )
    elif half_known:
        notes.add_warning(
            "{table}: rows with an empty density ignored: {classes}. Fill it in to include "
            "their carbon; 0 is a valid density.",
            table=table.name,
            classes=MessageList(f"{key} ({column})" for key, column in half_known.items()),
        )
    return Coefficients(by_key, half_known=half_known, unfilled=frozenset(unfilled))


def _row_class_keys(row: Row, classes: Classes, unknown: UnknownNames, is_group: bool) -> list[str]:
    """The keys of the classes that a row is about; none, noted, where the run has none of them."""
    if not is_group:
        class_index = unknown.find_class_index(row, "class", classes)
        return [] if class_index < 0 else [classes[class_index].key.casefold()]
    text = row.text_value("class")
    group = text[1:].strip().casefold()
    keys = [c.key.casefold() for c in classes if c.group and c.group.casefold() == group]
    if not keys:
        unknown.add_name(GROUP_TERM, text, row.cell_location("class"))
    return keys


def _read_density(row: Row, column: str) -> float:
    density = row.numeric_value(column, least=0)
    if density > MAX_DENSITY_TC_HA:
        raise row.make_error(
            "column '{column}' ({density}) is above the limit of {largest:g} t C/ha for "
            "carbon densities",
            column=column,
            density=row.text_value(column),
            largest=MAX_DENSITY_TC_HA,
        )
    return density


def _read_pool(row: Row, pool: str, density: float) -> CarbonPool:
    """What a row says of a pool."""
    loss, loss_shared_column = f"{pool}_loss_fraction", f"{pool}_loss_shared"
    bounds_columns = low_column, high_column = f"{pool}_loss_low", f"{pool}_loss_high"
    u95_column, shared_column = f"u95_{pool}_pct", f"{pool}_u95_shared"
    rate_column, curve_column = f"{pool}_rate_u95_pct", f"{pool}_curve"
    given = row.optional_float(loss, least=0, most=1)
    fraction = 1.0 if given is None else given
    u95 = row.optional_float(u95_column, **U95_PCT_BOUNDS)
    shared = row.optional_float(shared_column, **U95_PCT_BOUNDS) or 0.0
    if shared > (u95 or 0.0):
        raise row.make_error(
            "column '{shared}' ({text}) must not exceed the margin of error in '{u95}'",
            shared=shared_column,
            text=row.text_value(shared_column),
            u95=u95_column,
        )
    bounds = _read_loss_bounds(row, loss, bounds_columns, fraction)
    loss_shared = row.optional_float(loss_shared_column, least=0, most=1) or 0.0
    if loss_shared and bounds is None:
        raise row.make_error(
            "column '{shared}' is {text}, but the bounds '{low}' and '{high}' are empty; "
            "fill in both",
            shared=loss_shared_column,
            text=row.text_value(loss_shared_column),
            low=low_column,
            high=high_column,
        )
    curve = _read_curve(row, pool)
    returned, returned_u95 = _read_reclaimed_density(row, pool, shared)
    rate_u95 = row.optional_float(rate_column, **U95_PCT_BOUNDS)
    curve_name = row.text_value(curve_column)
    if rate_u95 is not None and not isinstance(curve, RecoveryRates):
        raise row.make_error(
            "column '{column}' applies to the curve 'rates' only; '{curve}' is {text}",
            column=rate_column,
            curve=curve_column,
            text=f"'{curve_name}'" if curve_name else Term("empty"),
        )
    return CarbonPool(
        density,
        loss_fraction=fraction,
        loss_bounds=bounds,
        half_life=row.optional_float(f"{pool}_half_life", **DURATION_BOUNDS),
        curve=curve,
        u95_pct=u95,
        shared_pct=shared,
        is_loss_given=given is not None,
        is_curve_given=bool(curve_name),
        returned_density=returned,
        returned_u95_pct=returned_u95,
        rate_u95_pct=rate_u95,
        loss_shared=loss_shared,
    )


def _read_reclaimed_density(
    row: Row, pool: str, shared: float
) -> tuple[float | None, float | None]:
    """What land of the class that was mined before comes to, and the half-width of that in %."""
    column, u95_column = f"{pool}_returned_tc_per_ha", f"u95_{pool}_returned_pct"
    returned = _read_density(row, column) if row.text_value(column) else None
    u95 = row.optional_float(u95_column, **U95_PCT_BOUNDS)
    if u95 is not None and returned is None:
        raise row.make_error(
            "column '{u95}' is filled in, but its density '{column}' is empty",
            u95=u95_column,
            column=column,
        )
    if u95 is not None and u95 < shared:
        raise row.make_error(
            "'{u95}' ({text}) must not be smaller than its shared part '{shared}'",
            u95=u95_column,
            text=row.text_value(u95_column),
            shared=f"{pool}_u95_shared",
        )
    return returned, u95


def _read_loss_bounds(
    row: Row, loss: str, columns: tuple[str, str], fraction: float
) -> tuple[float, float] | None:
    """What a loss fraction lies between; None where the row does not say it."""
    low, high = (row.optional_float(column, least=0, most=1) for column in columns)
    if low is None and high is None:
        return None
    if low is None or high is None:
        empty, filled = columns if low is None else columns[::-1]
        raise row.make_error(
            "column '{empty}' is empty but '{filled}' is not; fill in both bounds or neither",
            empty=empty,
            filled=filled,
        )
    values: dict[str, object] = dict(zip(("low_column", "high_column"), columns))
    values |= dict(zip(("low", "high"), map(row.text_value, columns)))
    if not low <= fraction <= high:
        raise row.make_error(
            "column '{column}' ({fraction}) must be between '{low_column}' and "
            "'{high_column}' ({low} and {high})",
            column=loss,
            fraction=row.text_value(loss) or Term("empty, treated as 1"),
            **values,
        )
    if 0 < high - low < MIN_LOSS_RANGE:
        raise row.make_error(
            "columns '{low_column}' ({low}) and '{high_column}' ({high}) differ by less than "
            "{narrowest:g}; enter equal values for an exact fraction",
            narrowest=MIN_LOSS_RANGE,
            **values,
        )
    return low, high


def _read_curve(row: Row, pool: str) -> RecoveryCurve:
    """The curve of a pool; IPCC's 20 years where none is named."""
    column = f"{pool}_curve"
    name = row.text_value(column).casefold()
    filled = [p for p in CURVE_PARAMETERS if row.text_value(f"{pool}_{p}")]
    if not name and filled:
        raise row.make_error(
            "column '{parameter}' is filled in, but '{column}' is empty; choose a curve: {curves}",
            parameter=f"{pool}_{filled[0]}",
            column=column,
            curves=", ".join(CURVES),
        )
    if not name:
        return LinearRecovery()
    if name not in CURVES:
        raise row.unknown_value_error(column, CURVES)
    for parameter in (p for p in CURVES[name] if p not in filled):
        raise row.make_error(
            "curve '{curve}' of '{column}' requires a value in column '{parameter}'",
            parameter=f"{pool}_{parameter}",
            curve=name,
            column=column,
        )
    for parameter in (p for p in filled if p not in ALLOWED_PARAMETERS[name]):
        raise row.make_error(
            "column '{parameter}' does not apply to the curve '{curve}' of '{column}'; leave "
            "it empty",
            parameter=f"{pool}_{parameter}",
            curve=name,
            column=column,
        )
    if name == "ipcc":
        return LinearRecovery(
            row.optional_float(f"{pool}_p1", **DURATION_BOUNDS) or IPCC_TRANSITION_YEARS
        )
    if name == "instant":
        return InstantRecovery()
    if name == "rates":
        return RecoveryRates(_parse_rate_bands(row, f"{pool}_rates"))
    values = [row.float_value(f"{pool}_{p}", **PARAMETER_BOUNDS[p]) for p in CURVES[name]]
    if name == "exponential":
        return ExponentialRecovery(*values)
    reached, _, power = values
    # As ChapmanRichards.rate has it.
    if not 0.0 < 1.0 - reached ** (1.0 / power) < 1.0:
        raise row.make_error(
            "column '{column}': with {power}, the curve never reaches {reached} of the density",
            column=f"{pool}_p3",
            power=row.text_value(f"{pool}_p3"),
            reached=row.text_value(f"{pool}_p1"),
        )
    return ChapmanRichards(*values)


def _parse_rate_bands(row: Row, column: str) -> tuple[tuple[float, float], ...]:
    """Bands from a text such as `10:2.0;25:1.0;:0.2`."""
    bands: list[tuple[float, float]] = []
    *parts, last = (part.strip() for part in row.required_text(column).split(";"))
    for part in (*parts, last):
        until_text, colon, rate_text = part.partition(":")
        is_last = len(bands) == len(parts)
        until = float("inf") if is_last else parse_number(until_text.strip())
        rate = parse_number(rate_text.strip())
        before = bands[-1][0] if bands else 0.0
        if (
            not colon
            or until is None
            or rate is None
            or is_last is bool(until_text.strip())
            or not before < until
            or not (is_last or until <= DURATION_BOUNDS["most"])
            or not (rate == 0 or MIN_RATE_TC_HA <= rate <= MAX_RATE_TC_HA)
        ):
            raise row.make_error(
                "column '{column}': '{text}' is not a list of age:rate such as "
                "10:2.0;25:1.0;:0.2 (ascending ages up to {longest:g} years, last age empty; "
                "rates 0, or {slowest:g} to {fastest:g} t C/ha per year)",
                column=column,
                longest=DURATION_BOUNDS["most"],
                slowest=MIN_RATE_TC_HA,
                fastest=MAX_RATE_TC_HA,
            )
        bands.append((float(until), float(rate)))
    return tuple(bands)
