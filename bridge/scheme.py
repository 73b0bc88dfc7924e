"""What a run on dated rasters was given, as plain values, and the scheme that follows from it.

The scheme is the user's tables where given, else the default ones; what reading them has to report
goes into the log.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ..core.base.dates import Date
from ..core.base.files import Provenance
from ..core.base.messages import Message, Notes, Progress, Term
from ..core.place.map_lookup import middle_of_land
from ..core.place.site_densities import BRIEFLY, DensityChoice, PlaceDensities, place_densities
from ..core.raster.reader import Bounds
from ..core.raster.source import RasterInput
from ..core.results.losses import note_fractions, note_unused
from ..core.results.uncertainty import Wanted
from ..core.scan.series import Series
from ..core.scheme.classes import some
from ..core.scheme.coefficients import Coefficients, read_coefficients
from ..core.scheme.defaults import (
    ShippedLegend,
    default_table,
    default_zones,
    is_part_of,
    shipped_legend,
    zones_described,
)
from ..core.scheme.density_sources import note_paper, paper_caveat
from ..core.scheme.disturbance_types import DisturbingClasses, read_disturbing_classes
from ..core.scheme.table import Table
from ..core.scheme.zone_rules import Rules, read_rules, read_zones
from ..text import language, tr, translate
from .algorithm import Inputs
from .change_years import YearInput
from .parameters import RunParameters
from .polygons import PolygonInput
from .run_context import Run
from .tables import table

# The choice of no shipped legend.
AUTO = "auto"
# What the tables of the scheme are, by parameter.
ROLES = {
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
# Those that have a default; classes come from the layers where no table is given.
DEFAULT_FILES = {
    "RULES": "rules.csv",
    "ZONE_TABLE": "zones.csv",
    "COEFFICIENTS": "coefficients.csv",
    "SUSPECT_RULES": "suspects.csv",
    "GRADES": "grades.csv",
    "CATEGORIES": "categories.csv",
    "VALUES": "values.csv",
    "FACTORS": "factors.csv",
}
# Those that are not from Yang et al. 2022.
OWN_DEFAULTS = ("SUSPECT_RULES", "GRADES", "CATEGORIES", "FACTORS")
# The one with a default of which a part, as an algorithm wrote it, is not read like the whole: of
# the others rows may speak of classes and groups that the run does not have.
STRICT = "ZONE_TABLE"

# The tables of a run, given or default, by parameter.
Tables = Mapping[str, Table]


@dataclass(frozen=True)
class DatedInputs(Inputs):
    """What a run on dated rasters works with.

    Attributes:
        rasters: the dates, in the order in which the run takes them.
        base: which of them gives the cells that the others are brought onto.
        extent: the part to work on, in the reference system of the base, or None.
        shipped: the shipped legend that names the values, or None.
        needs_scheme: whether it needs classes with groups.
        disturbing: the groups of TAKING_GROUPS.
        densities: whose densities it takes; None where it takes none.
        polygons: that were given, or points, by parameter.
        unit_raster, units_size: what the tables are broken down by where it is no polygons.
        years: the rasters of years of disturbance and of recovery.
    """

    dates: Sequence[Date]
    rasters: Sequence[RasterInput]
    base: int
    extent: Bounds | None
    area_method: str
    tables: Tables
    shipped: ShippedLegend | None
    needs_scheme: bool
    disturbing: DisturbingClasses
    densities: DensityChoice | None
    wanted: Wanted
    polygons: Mapping[str, PolygonInput]
    unit_raster: RasterInput | None
    units_size: float | None
    years: Sequence[YearInput]


def taken_tables(parameters: RunParameters) -> list[str]:
    """The tables of the scheme that an algorithm takes, by parameter."""
    definitions = map(parameters.algorithm.parameterDefinition, ROLES)
    # What one algorithm takes is an output of another one under the same name.
    return [name for name, d in zip(ROLES, definitions) if d is not None and not d.isDestination()]


def read_tables(parameters: RunParameters) -> dict[str, Table]:
    """The tables that an algorithm takes, given or default, by parameter.

    One that is but a part of the default is known as it, where that is lenient.
    """
    tables: dict[str, Table] = {}
    for name in taken_tables(parameters):
        given = table(parameters, name)
        if given is not None:
            tables[name] = given
        if name in DEFAULT_FILES:
            default = default_table(DEFAULT_FILES[name], language())
            is_default = given is not None and name != STRICT and is_part_of(given, default)
            tables[name] = replace(given, is_default=is_default) if given is not None else default
    return tables


def legend_of(parameters: RunParameters) -> ShippedLegend | None:
    """The shipped legend that SCHEME names; None where another source has the say."""
    scheme = parameters.choice("SCHEME")
    if scheme == AUTO:
        return None
    if parameters.has("CLASSES"):
        parameters.inform("{name} ignored: {table} is given.", name="SCHEME", table="CLASSES")
        return None
    return shipped_legend(scheme, language())


def disturbing_classes_of(parameters: RunParameters) -> DisturbingClasses:
    """The groups of TAKING_GROUPS."""
    if not parameters.takes("TAKING_GROUPS"):
        return DisturbingClasses()
    return read_disturbing_classes(parameters.text("TAKING_GROUPS"))


def density_choice(parameters: RunParameters) -> DensityChoice | None:
    """What DENSITIES says; None where the algorithm takes no such choice."""
    if not parameters.takes("DENSITIES"):
        return None
    table = "VALUES" if parameters.takes("VALUES") else "COEFFICIENTS"
    chosen, is_own = parameters.choice("DENSITIES"), parameters.is_own("DENSITIES")
    return DensityChoice(chosen, is_own, table, parameters.has(table))


def wanted_of(parameters: RunParameters) -> Wanted:
    """How uncertainty is to be worked out, by DRAWS, SEED and LEVEL; an idle SEED is told."""
    if not parameters.takes("DRAWS"):
        return Wanted()
    if parameters.is_own("SEED") and not parameters.whole("DRAWS"):
        parameters.warn("SEED ignored: DRAWS is 0.")
    return Wanted(parameters.whole("DRAWS"), parameters.whole("SEED"), parameters.real("LEVEL"))


def rules_of(run: Run, inputs: DatedInputs, series: Series) -> Rules:
    """The checked rules."""
    zone_table, notes = inputs.tables["ZONE_TABLE"], Notes()
    zones = zones_described(default_zones(language()), series.named_classes)
    if not zone_table.is_default:
        zones = read_zones(zone_table, tr("Unassigned"))
    rules = read_rules(inputs.tables["RULES"], zones, series.classes, notes)
    run.log(notes)
    if series.named_classes:
        rules.check_some_zone(series.named_classes)
    return rules


def losses_of(
    run: Run, inputs: DatedInputs, series: Series, must_be: bool = True
) -> tuple[DisturbingClasses, Coefficients]:
    """What takes land from the sinks, and the coefficients; what is not used, and why, is logged.

    Which of them are needed is known after the pass; see require_coefficients. `must_be`: refuse
    classes of which none loses carbon.
    """
    disturbing, named = inputs.disturbing, series.named_classes
    if hidden := disturbing.hidden_mines(named):
        run.warn(hidden)
    if must_be:
        disturbing.require_losses(named)
    coefficient_table, notes = inputs.tables["COEFFICIENTS"], Notes()
    why = disturbing.why_no_losses(named)
    disturbing.note_groups(named, notes)
    coefficients = Coefficients()
    if why is None:
        run.log(notes)
        notes = Notes()
        own, coefficients = _given_and_all(run, inputs, series, notes)
        if own is not None:
            note_unused(coefficient_table, named, own, notes)
            note_fractions(coefficient_table, own, notes)
    else:
        if not coefficient_table.is_default:
            coefficients = read_coefficients(coefficient_table, series.classes, notes)
        notes.warn("Carbon losses not calculated: {why}.", why=why)
        if not coefficient_table.is_default:
            notes.warn(
                "{table} ignored: carbon losses are not calculated.", table=coefficient_table.name
            )
    run.log(notes)
    return disturbing.counted_by(coefficients, named), coefficients


def all_coefficients_of(run: Run, inputs: DatedInputs, series: Series) -> Coefficients:
    """The coefficients of all classes, be they sinks or not; whose they are goes into the log."""
    notes = Notes()
    coefficients = _given_and_all(run, inputs, series, notes)[1]
    run.log(notes)
    return coefficients


def _given_and_all(
    run: Run, inputs: DatedInputs, series: Series, notes: Notes
) -> tuple[Coefficients | None, Coefficients]:
    """The coefficients of the table, None where none is read, and those of the run.

    With an explicit DENSITIES the table is for some classes, and all others have those.
    """
    table, choice, own = inputs.tables["COEFFICIENTS"], inputs.densities, None
    is_supplemented = choice is not None and choice.is_supplemented
    if is_supplemented:
        own = read_coefficients(table, series.classes, notes, supplements=True)
    by_place = densities_by_place(run, inputs, series, own.by_key if own else ())
    if by_place is None and not is_supplemented:
        own = _coefficients_in(table, series, notes, run.going_on)
        return own, own
    if by_place is not None:
        others = _coefficients_by_place(run, series, by_place, is_supplemented)
    else:
        paper = default_table(DEFAULT_FILES["COEFFICIENTS"], language())
        others = _coefficients_in(paper, series, notes, run.going_on)
    if own is None:
        return None, others
    given = Message(
        "Carbon densities from {table}: {classes}.", table=table.name, classes=some(own.by_key)
    )
    notes.notices.append(given)
    caveat = others.caveat if others.by_key.keys() - own.by_key.keys() else None
    if caveat is not None:
        caveat = Message("{others} {given}", others=caveat, given=given)
    return own, replace(own.over(others), caveat=caveat)


def _coefficients_in(
    coefficient_table: Table, series: Series, notes: Notes, progress: Progress
) -> Coefficients:
    """The coefficients in a table, and what is to be said of those of the paper."""
    coefficients = read_coefficients(coefficient_table, series.classes, notes)
    if not coefficient_table.is_default:
        return coefficients
    caveat = paper_caveat(middle_of_land(series, progress))
    note_paper(notes, caveat)
    return replace(coefficients, caveat=caveat)


def densities_by_place(
    run: Run, inputs: DatedInputs, series: Series, given: Collection[str] = ()
) -> PlaceDensities | None:
    """The densities of the place of a run, where it is to take them; else None.

    `given`: the keys (case-folded) of the classes that COEFFICIENTS has.
    """
    choice = inputs.densities
    if choice is None or not choice.is_given or choice.is_supplemented:
        return choice and place_densities(choice, series, run.going_on, given)
    if choice.is_own:
        run.warn("{name} ignored: {table} is given.", name="DENSITIES", table=choice.table)
    return None


def _coefficients_by_place(
    run: Run, series: Series, densities: PlaceDensities, is_supplemented: bool
) -> Coefficients:
    """The densities of the place as coefficients."""
    take_densities(run, "COEFFICIENTS", densities, is_supplemented)
    coefficients, notes = Coefficients(), Notes()
    table = densities.table(translate(densities.whose))
    if table.rows:
        coefficients = read_coefficients(table, series.classes, notes)
    run.log(notes)
    return replace(coefficients, caveat=densities.sentence, briefly=BRIEFLY, is_partial=True)


def take_densities(
    run: Run, name: str, densities: PlaceDensities, is_supplemented: bool = False
) -> None:
    """Have log and provenance name the densities of a place that are taken for a table, or for all
    classes that it does not have.
    """
    run.log(densities.notes)
    record, words = densities.record, densities.for_people
    if is_supplemented:
        given = run.provenance.record[name]
        record = f"{given}; all other classes: {record}"
        words = Message("{table}; other classes: {others}", table=given, others=words)
    run.provenance = with_table(run.provenance, name, record, words)


def with_table(provenance: Provenance, name: str, record: str, words: object) -> Provenance:
    """The provenance of a run that took something else for a table that was not given.

    `record`, `words`: what was taken, for the record and for people.
    """
    role = ROLES[name]
    tables = tuple((r, words if r == role else which) for r, which in provenance.tables)
    return replace(provenance, record={**provenance.record, name: record}, tables=tables)
