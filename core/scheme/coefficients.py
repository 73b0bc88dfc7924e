"""Carbon coefficients of the classes: densities, losses and recovery, from a plain table.

Both carbon pools, soil and vegetation, have the same columns: density, loss fraction,
half-life of the loss, and recovery curve (see core/scheme/recovery_curves.py).
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

# Source of the shipped densities; translatable, unlike those of other tables.
PAPER_SOURCE = Term("Yang et al. 2022, section 3.2, citing Yang et al. 2019")
COEFFICIENT_COLUMNS = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")

SOIL, VEGETATION = POOLS = ("soil", "vegetation")

# Further optional columns used by the carbon ledger, per row and per pool.
POOL_COLUMN_SUFFIXES = (
    "loss_fraction loss_low loss_high half_life curve p1 p2 p3 rates "
    "u95_shared returned_tc_per_ha rate_u95_pct loss_shared"
)
LEDGER_COLUMNS = (
    "distribution",
    *(f"{pool}_{term}" for pool in POOLS for term in POOL_COLUMN_SUFFIXES.split()),
    *(f"u95_{pool}{part}_pct" for pool in POOLS for part in ("", "_returned")),
)
# Text columns; the others are numeric.
TEXT_COLUMNS = ("distribution", *(f"{p}_{term}" for p in POOLS for term in ("curve", "rates")))

NORMAL, LOGNORMAL = DISTRIBUTIONS = ("normal", "lognormal")
# Distribution of loss fractions and factors with bounds.
TRIANGULAR = "triangular"
# Maximum half-width of a normal distribution in %; above it, part of it would be below 0.
MAX_NORMAL_U95_PCT = 60.0

# Recovery curves by name in tables, with their required and allowed parameters.
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

# Ratio of molar masses.
CO2_PER_C = 44.0 / 12.0

# t C/ha: ten metres of peat contain some 7,000.
MAX_DENSITY_TC_HA = 1e4
# t C/ha per year, for rates other than 0: from a gram to the maximum density.
MIN_RATE_TC_HA, MAX_RATE_TC_HA = 1e-6, MAX_DENSITY_TC_HA
# Loss fraction bounds that differ by less are treated as one number, to avoid loss of precision.
MIN_LOSS_RANGE = 1e-6


def source_term(text: str) -> str:
    """Return the source of a table cell; a Term if it can be translated."""
    return PAPER_SOURCE if text == PAPER_SOURCE else text


@dataclass(frozen=True)
class CarbonPool:
    """Soil or vegetation carbon of a class; half-widths: 95 % interval, in % of value, or None."""

    density: float = 0.0  # t C/ha
    loss_fraction: float = 1.0  # the part that is lost when the land is taken, 0 to 1
    # Minimum and maximum of a triangular distribution with the loss fraction as mode.
    loss_bounds: tuple[float, float] | None = None
    half_life: float | None = None  # in years, of what is lost; None: it is lost at once
    curve: RecoveryCurve = field(default_factory=LinearRecovery)  # how it comes back
    u95_pct: float | None = None  # half-width of the density
    # Systematic part of u95_pct, in % of the density, common to all classes, such as that of the
    # soils of a site; the class-specific part is sqrt(u95^2 - shared^2).
    shared_pct: float = 0.0
    is_loss_given: bool = False  # by the table itself
    is_curve_given: bool = False
    # Equilibrium density of reclaimed land of the class, t C/ha, such as a plantation in place of
    # natural forest; None: the density.
    returned_density: float | None = None
    # As a separate variable; None: fully correlated with the density, with the same relative error.
    returned_u95_pct: float | None = None
    rate_u95_pct: float | None = None  # of all rates of the curve `rates` together
    # Part of the loss fraction's error that is common to all classes, 0 to 1, as the square root of
    # the correlation: z = s z0 + sqrt(1 - s^2) zi.
    loss_shared: float = 0.0

    @property
    def lost_density(self) -> float:
        """Carbon lost per hectare when the land is disturbed, t C/ha."""
        return self.density * self.loss_fraction

    @property
    def reclaimed_density(self) -> float:
        """Equilibrium density of reclaimed land, t C/ha."""
        return self.density if self.returned_density is None else self.returned_density

    @property
    def can_retain_carbon(self) -> bool:
        """Whether part of the carbon remains, or may remain, when the land is disturbed."""
        return self.loss_fraction < 1.0 or (self.loss_bounds or (1.0,))[0] < 1.0


@dataclass(frozen=True)
class Coefficient:
    """Carbon pools of a class, their source, and the distribution of the densities."""

    soil: CarbonPool = field(default_factory=CarbonPool)
    vegetation: CarbonPool = field(default_factory=CarbonPool)
    source: str = ""
    distribution: str = NORMAL

    @property
    def pools(self) -> Mapping[str, CarbonPool]:
        """Both pools by their names in tables."""
        return {SOIL: self.soil, VEGETATION: self.vegetation}

    @property
    def lost_density(self) -> float:
        """Carbon lost per hectare from both pools when the land is disturbed, t C/ha."""
        return self.soil.lost_density + self.vegetation.lost_density


ZERO_COEFFICIENT = Coefficient()
PINGSHUO_TERM = Term("Pingshuo densities")


@dataclass(frozen=True)
class Coefficients:
    """Coefficients of the classes of a run, by case-folded key; classes may lack them."""

    by_key: Mapping[str, Coefficient] = field(default_factory=dict)
    caveat: Message | None = None  # what stands before any tonnes that come of them
    briefly: Text = PINGSHUO_TERM  # what a tile calls them that has such a caveat
    # Whether sinks without coefficients are excluded; otherwise they are an error where needed.
    is_partial: bool = False
    # Empty column of classes with only one density, which are not in by_key.
    half_known: Mapping[str, str] = field(default_factory=dict)
    unfilled: frozenset[str] = frozenset()  # classes whose rows lack a density or both

    def __contains__(self, land_class: LandClass) -> bool:
        return land_class.key.casefold() in self.by_key

    def class_coefficient(self, land_class: LandClass) -> Coefficient:
        """Return the coefficients of a class that has them."""
        return self.by_key[land_class.key.casefold()]

    def coefficient_or_zero(self, land_class: LandClass) -> Coefficient:
        """Return the coefficients of a class, or zeros if it has none, as without losses."""
        return self.by_key.get(land_class.key.casefold(), ZERO_COEFFICIENT)

    def with_fallback(self, others: Coefficients) -> Coefficients:
        """Return these coefficients, supplemented by others for all other classes."""
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
        """Whether an uncertainty is given for any density."""
        return any(
            pool.density and pool.u95_pct is not None
            for coefficient in self.by_key.values()
            for pool in coefficient.pools.values()
        )

    def missing_sink_keys(self, classes: Iterable[LandClass]) -> frozenset[str]:
        """Return the keys (case-folded) of sinks without coefficients."""
        return frozenset(c.key.casefold() for c in classes if c.is_sink and c not in self)

    def missing_class_labels(self, classes: Iterable[LandClass]) -> list[Text]:
        """Return the quoted keys of classes without coefficients, with the only empty column."""
        lacking = [(f"'{c.key}'", c.key.casefold()) for c in classes if c not in self]
        return [
            Message("{key} ({column} is empty)", key=quoted, column=self.half_known[key])
            if key in self.half_known
            else quoted
            for quoted, key in lacking
        ]

    def missing_density_hint(self, classes: Iterable[LandClass]) -> Term:
        """Return a hint on how to obtain the densities of classes without coefficients."""
        if all(c.key.casefold() in self.unfilled for c in classes):
            return Term("fill in the empty values of the table; 0 is a valid density")
        return Term(
            "create a table of all classes with qgis_process run carbonzones:carbondensities "
            "and all dates as LAYERS"
        )


def read_coefficients(
    table: Table, classes: Classes, notes: Notes, supplements: bool = False
) -> Coefficients:
    """Read the coefficients of a table; with `supplements`, rows may refer to '@group'.

    Class rows have priority; rows outside the run or without density are ignored and noted.
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
    """Return the class keys of a row; none, with a note, if none of them is in the run."""
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
    """Return a carbon pool from a row."""
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
    """Return the equilibrium density of reclaimed land of the class, and its half-width in %."""
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
    """Return the bounds of a loss fraction; None if not given."""
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
    """Return the recovery curve of a pool; default: linear over 20 years (IPCC)."""
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
    # Consistent with ChapmanRichards.rate.
    if not 0.0 < 1.0 - reached ** (1.0 / power) < 1.0:
        raise row.make_error(
            "column '{column}': with {power}, the curve never reaches {reached} of the density",
            column=f"{pool}_p3",
            power=row.text_value(f"{pool}_p3"),
            reached=row.text_value(f"{pool}_p1"),
        )
    return ChapmanRichards(*values)


def _parse_rate_bands(row: Row, column: str) -> tuple[tuple[float, float], ...]:
    """Parse age bands from a text such as `10:2.0;25:1.0;:0.2`."""
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
