"""Inputs of a run on dated rasters as plain values, and its scheme.

The scheme consists of the user's tables, or the default ones if not given; findings are
logged.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ..core.base.dates import Date
from ..core.base.files import Provenance
from ..core.base.messages import Message, Notes, ProgressCallback, Term
from ..core.place.map_lookup import land_centroid
from ..core.place.site_densities import (
    SOURCE_LABEL,
    DensityChoice,
    SiteDensities,
    select_site_densities,
)
from ..core.raster.reader import Bounds
from ..core.raster.source import RasterInput
from ..core.results.losses import report_loss_fractions, report_unused_coefficients
from ..core.results.uncertainty import UncertaintySettings
from ..core.scan.series import Series
from ..core.scheme.classes import shorten_list
from ..core.scheme.coefficients import Coefficients, read_coefficients
from ..core.scheme.defaults import (
    ShippedLegend,
    default_zones,
    describe_zones,
    is_subset_of_default,
    load_default_table,
    load_shipped_legend,
)
from ..core.scheme.density_sources import log_default_densities, pingshuo_caveat
from ..core.scheme.disturbance_types import DisturbingClasses, parse_disturbing_classes
from ..core.scheme.table import Table
from ..core.scheme.zone_rules import ZoneRules, read_rules, read_zones
from ..text import interface_language, tr, translate
from .algorithm import AlgorithmInputs
from .change_years import YearRasterInput
from .parameters import RunParameters
from .polygons import PolygonInput
from .run_context import RunContext
from .tables import read_table

# Value of SCHEME for automatic selection of the legend.
AUTO_SCHEME = "auto"
# Roles of the scheme tables by parameter.
TABLE_ROLES = {
    "CLASSES": Term("Class table"),
    "RULES": Term("Rule table"),
    "ZONE_TABLE": Term("Zone table"),
    "COEFFICIENTS": Term("Carbon coefficients"),
    "SUSPECT_RULES": Term("Rules for suspicious trajectories"),
    "AREA_ERRORS": Term("Area errors"),
    "GRADES": Term("Land-use grades"),
    "CATEGORIES": Term("Inventory categories"),
    "VALUES": Term("Values per hectare"),
    "ACTIVITY": Term("Activity data"),
    "FACTORS": Term("Emission factors"),
    "SCENARIOS": Term("Scenarios"),
    "AGES": Term("Age of reclaimed land"),
    "BALANCE": Term("Balance by land"),
    "STATUS": Term("Status of mined land"),
    "DISTURBED": Term("Disturbed land"),
}
# Tables with a default; without a class table, classes are derived from the layers.
DEFAULT_TABLE_FILES = {
    "RULES": "rules.csv",
    "ZONE_TABLE": "zones.csv",
    "COEFFICIENTS": "coefficients.csv",
    "SUSPECT_RULES": "suspects.csv",
    "GRADES": "grades.csv",
    "CATEGORIES": "categories.csv",
    "VALUES": "values.csv",
    "FACTORS": "factors.csv",
}
# Default tables that are not from Yang et al. 2022.
NON_PAPER_DEFAULTS = ("SUSPECT_RULES", "GRADES", "CATEGORIES", "FACTORS")
# Default table of which a subset has a different meaning than the whole. The rows of the other
# tables may refer to classes and groups that the run lacks.
STRICT_TABLE = "ZONE_TABLE"

# Tables of a run, given or default, by parameter.
TablesByParameter = Mapping[str, Table]


@dataclass(frozen=True)
class DatedInputs(AlgorithmInputs):
    """Inputs of a run on dated rasters.

    Attributes:
        rasters: the rasters of the dates, in processing order.
        base: index of the raster that defines the grid.
        extent: extent to process, in the CRS of the base, or None.
        shipped: built-in legend for the raster values, or None.
        needs_scheme: whether classes with groups are needed.
        disturbing: the groups of TAKING_GROUPS.
        densities: source of the carbon densities; None if not used.
        polygons: polygons or points given, by parameter.
        unit_raster, units_size: units of the tables if not given as polygons.
        years: rasters of the years of disturbance and of recovery.
    """

    dates: Sequence[Date]
    rasters: Sequence[RasterInput]
    base: int
    extent: Bounds | None
    area_method: str
    tables: TablesByParameter
    shipped: ShippedLegend | None
    needs_scheme: bool
    disturbing: DisturbingClasses
    densities: DensityChoice | None
    wanted: UncertaintySettings
    polygons: Mapping[str, PolygonInput]
    unit_raster: RasterInput | None
    units_size: float | None
    years: Sequence[YearRasterInput]


def list_table_parameters(parameters: RunParameters) -> list[str]:
    """Return the parameters of an algorithm that are scheme tables."""
    definitions = map(parameters.algorithm.parameterDefinition, TABLE_ROLES)
    # A parameter of one algorithm may be an output of another with the same name.
    return [
        name for name, d in zip(TABLE_ROLES, definitions) if d is not None and not d.isDestination()
    ]


def read_tables(parameters: RunParameters) -> dict[str, Table]:
    """Return scheme tables by parameter; a subset of a default is default, not STRICT_TABLE."""
    tables: dict[str, Table] = {}
    for name in list_table_parameters(parameters):
        given = read_table(parameters, name)
        if given is not None:
            tables[name] = given
        if name in DEFAULT_TABLE_FILES:
            default = load_default_table(DEFAULT_TABLE_FILES[name], interface_language())
            is_default = (
                given is not None and name != STRICT_TABLE and is_subset_of_default(given, default)
            )
            tables[name] = replace(given, is_default=is_default) if given is not None else default
    return tables


def get_scheme_legend(parameters: RunParameters) -> ShippedLegend | None:
    """Return the built-in legend given by SCHEME, or None if another source applies."""
    scheme = parameters.enum_value("SCHEME")
    if scheme == AUTO_SCHEME:
        return None
    if parameters.has_value("CLASSES"):
        parameters.add_notice("{name} ignored: {table} is given.", name="SCHEME", table="CLASSES")
        return None
    return load_shipped_legend(scheme, interface_language())


def parse_disturbing_groups(parameters: RunParameters) -> DisturbingClasses:
    """Return the groups of TAKING_GROUPS."""
    if not parameters.has_parameter("TAKING_GROUPS"):
        return DisturbingClasses()
    return parse_disturbing_classes(parameters.text_value("TAKING_GROUPS"))


def read_density_choice(parameters: RunParameters) -> DensityChoice | None:
    """Return the choice of DENSITIES, or None if the algorithm does not have it."""
    if not parameters.has_parameter("DENSITIES"):
        return None
    table = "VALUES" if parameters.has_parameter("VALUES") else "COEFFICIENTS"
    chosen, is_own = parameters.enum_value("DENSITIES"), parameters.is_non_default("DENSITIES")
    return DensityChoice(chosen, is_own, table, parameters.has_value(table))


def read_uncertainty_options(parameters: RunParameters) -> UncertaintySettings:
    """Return the uncertainty settings of DRAWS, SEED and LEVEL; warn if SEED is unused."""
    if not parameters.has_parameter("DRAWS"):
        return UncertaintySettings()
    if parameters.is_non_default("SEED") and not parameters.int_value("DRAWS"):
        parameters.add_warning("SEED ignored: DRAWS is 0.")
    return UncertaintySettings(
        parameters.int_value("DRAWS"), parameters.int_value("SEED"), parameters.float_value("LEVEL")
    )


def read_zone_rules(run: RunContext, inputs: DatedInputs, series: Series) -> ZoneRules:
    """Return the validated zone rules."""
    zone_table, notes = inputs.tables["ZONE_TABLE"], Notes()
    zones = describe_zones(default_zones(interface_language()), series.named_classes)
    if not zone_table.is_default:
        zones = read_zones(zone_table, tr("Unassigned"))
    rules = read_rules(inputs.tables["RULES"], zones, series.classes, notes)
    run.log_notes(notes)
    if series.named_classes:
        rules.check_zones_assigned(series.named_classes)
    return rules


def read_loss_inputs(
    run: RunContext, inputs: DatedInputs, series: Series, must_be: bool = True
) -> tuple[DisturbingClasses, Coefficients]:
    """Return the disturbing classes and the coefficients; log what is not used, and why.

    See require_coefficients for those needed. `must_be`: error if no class can lose carbon.
    """
    disturbing, named = inputs.disturbing, series.named_classes
    if hidden := disturbing.hidden_mines_warning(named):
        run.add_warning(hidden)
    if must_be:
        disturbing.check_losses_possible(named)
    coefficient_table, notes = inputs.tables["COEFFICIENTS"], Notes()
    why = disturbing.no_loss_reason(named)
    disturbing.log_groups(named, notes)
    coefficients = Coefficients()
    if why is None:
        run.log_notes(notes)
        notes = Notes()
        own, coefficients = _resolve_coefficients(run, inputs, series, notes)
        if own is not None:
            report_unused_coefficients(coefficient_table, named, own, notes)
            report_loss_fractions(coefficient_table, own, notes)
    else:
        if not coefficient_table.is_default:
            coefficients = read_coefficients(coefficient_table, series.classes, notes)
        notes.add_warning("Carbon losses not calculated: {why}.", why=why)
        if not coefficient_table.is_default:
            notes.add_warning(
                "{table} ignored: carbon losses are not calculated.", table=coefficient_table.name
            )
    run.log_notes(notes)
    return disturbing.exclude_sinks_without_density(coefficients, named), coefficients


def read_all_coefficients(run: RunContext, inputs: DatedInputs, series: Series) -> Coefficients:
    """Return the coefficients of all classes, including non-sinks, and log their source."""
    notes = Notes()
    coefficients = _resolve_coefficients(run, inputs, series, notes)[1]
    run.log_notes(notes)
    return coefficients


def _resolve_coefficients(
    run: RunContext, inputs: DatedInputs, series: Series, notes: Notes
) -> tuple[Coefficients | None, Coefficients]:
    """Return coefficients of the table, or None, and the run, with DENSITIES for other classes."""
    table, choice, own = inputs.tables["COEFFICIENTS"], inputs.densities, None
    is_supplemented = choice is not None and choice.is_fallback
    if is_supplemented:
        own = read_coefficients(table, series.classes, notes, supplements=True)
    by_place = get_site_densities(run, inputs, series, own.by_key if own else ())
    if by_place is None and not is_supplemented:
        own = _read_table_coefficients(table, series, notes, run.should_continue)
        return own, own
    if by_place is not None:
        others = _create_site_coefficients(run, series, by_place, is_supplemented)
    else:
        paper = load_default_table(DEFAULT_TABLE_FILES["COEFFICIENTS"], interface_language())
        others = _read_table_coefficients(paper, series, notes, run.should_continue)
    if own is None:
        return None, others
    given = Message(
        "Carbon densities from {table}: {classes}.",
        table=table.name,
        classes=shorten_list(own.by_key),
    )
    notes.notices.append(given)
    caveat = others.caveat if others.by_key.keys() - own.by_key.keys() else None
    if caveat is not None:
        caveat = Message("{others} {given}", others=caveat, given=given)
    return own, replace(own.with_fallback(others), caveat=caveat)


def _read_table_coefficients(
    coefficient_table: Table, series: Series, notes: Notes, progress: ProgressCallback
) -> Coefficients:
    """Return the coefficients of a table, with the caveat that applies to the default table."""
    coefficients = read_coefficients(coefficient_table, series.classes, notes)
    if not coefficient_table.is_default:
        return coefficients
    caveat = pingshuo_caveat(land_centroid(series, progress))
    log_default_densities(notes, caveat)
    return replace(coefficients, caveat=caveat)


def get_site_densities(
    run: RunContext, inputs: DatedInputs, series: Series, given: Collection[str] = ()
) -> SiteDensities | None:
    """Return site densities, or None if unused; `given`: case-folded keys in COEFFICIENTS."""
    choice = inputs.densities
    if choice is None or not choice.is_given or choice.is_fallback:
        return choice and select_site_densities(choice, series, run.should_continue, given)
    if choice.is_own:
        run.add_warning("{name} ignored: {table} is given.", name="DENSITIES", table=choice.table)
    return None


def _create_site_coefficients(
    run: RunContext, series: Series, densities: SiteDensities, is_supplemented: bool
) -> Coefficients:
    """Convert site-specific densities to coefficients."""
    record_site_densities(run, "COEFFICIENTS", densities, is_supplemented)
    coefficients, notes = Coefficients(), Notes()
    table = densities.build_table(translate(densities.whose))
    if table.rows:
        coefficients = read_coefficients(table, series.classes, notes)
    run.log_notes(notes)
    return replace(coefficients, caveat=densities.sentence, briefly=SOURCE_LABEL, is_partial=True)


def record_site_densities(
    run: RunContext, name: str, densities: SiteDensities, is_supplemented: bool = False
) -> None:
    """Log and record the densities used in place of a table, or for classes missing in it."""
    run.log_notes(densities.notes)
    run.densities = densities  # what they lack is warned of after the pass
    record, words = densities.record, densities.for_people
    if is_supplemented:
        given = run.provenance.record[name]
        record = f"{given}; all other classes: {record}"
        words = Message("{table}; other classes: {others}", table=given, others=words)
    run.provenance = record_table_source(run.provenance, name, record, words)


def record_table_source(
    provenance: Provenance, name: str, record: str, words: object
) -> Provenance:
    """Return provenance with a source for a missing table: `record`, and `words` for display."""
    role = TABLE_ROLES[name]
    tables = tuple((r, words if r == role else which) for r, which in provenance.tables)
    return replace(provenance, record={**provenance.record, name: record}, tables=tables)
