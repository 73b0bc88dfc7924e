"""The scheme of a run: the user's tables where given, else the default ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Optional

from ..core.base.files import Provenance
from ..core.base.messages import Notes, Term
from ..core.place.map_lookup import land_of, lies_near, middle_of_land
from ..core.place.site_densities import BRIEFLY, PlaceDensities, densities_of, not_known
from ..core.results.losses import note_fractions, note_unused
from ..core.scan.series import Series
from ..core.scheme.coefficients import Coefficients, read_coefficients
from ..core.scheme.defaults import (
    ShippedLegend,
    default_table,
    default_zones,
    is_part_of,
    shipped_legend,
    zones_described,
)
from ..core.scheme.density_sources import (
    NEAR_KM,
    kilometres_from_pingshuo,
    note_paper,
    paper_caveat,
)
from ..core.scheme.disturbance_types import DisturbingClasses, read_disturbing_classes
from ..core.scheme.table import Table
from ..core.scheme.zone_rules import Rules, read_rules, read_zones
from ..text import language, tr, translate
from .parameters import RunParameters
from .run_context import Run
from .tables import table

# What the tables of the scheme are, by parameter.
ROLES = {
    "CLASSES": Term("Class table"),
    "RULES": Term("Rule table"),
    "ZONE_TABLE": Term("Zone table"),
    "COEFFICIENTS": Term("Carbon coefficients"),
    "SUSPECT_RULES": Term("Rules on suspicious trajectories"),
    "AREA_ERRORS": Term("Errors of areas"),
    "GRADES": Term("Grades of land use"),
    "CATEGORIES": Term("Categories of the inventory"),
    "VALUES": Term("Values per hectare"),
    "ACTIVITY": Term("Activity of the mine"),
    "FACTORS": Term("Emission factors"),
    "SCENARIOS": Term("Scenarios"),
    "AGES": Term("Ages of reclaimed land"),
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
# Those of which nothing but rows of the default one, as an algorithm wrote them, is read like it:
# they may speak of classes and groups that the run does not have.
LENIENT = (
    *("RULES", "COEFFICIENTS", "SUSPECT_RULES", "GRADES", "CATEGORIES", "VALUES", "FACTORS"),
)

# The tables of a run, by parameter; None where none was given and there is no default.
Tables = Mapping[str, Optional[Table]]


# The choice of no shipped legend.
AUTO = "auto"


# Whose densities are taken where no table of them is given.
DENSITIES, PAPER, PLACE = "DENSITIES", "paper", "place"


def disturbing_classes_of(parameters: RunParameters) -> DisturbingClasses:
    """The groups of TAKING_GROUPS."""
    return read_disturbing_classes(parameters.text("TAKING_GROUPS"))


def note_hidden_mines(run: Run, series: Series, disturbing: DisturbingClasses) -> None:
    """Warn of maps that have no class of mines."""
    hidden = disturbing.hidden_mines(series.named_classes)
    if hidden is not None:
        run.log(Notes([], [hidden]))


def legend_of(parameters: RunParameters) -> ShippedLegend | None:
    """The shipped legend that SCHEME names; None where another source has the say."""
    scheme = parameters.choice("SCHEME")
    if scheme == AUTO:
        return None
    if parameters.has("CLASSES"):
        parameters.inform(
            "CLASSES is given and wins over SCHEME: {scheme} is not used.", scheme=scheme
        )
        return None
    return shipped_legend(scheme, language())


def read_tables(parameters: RunParameters) -> dict[str, Table | None]:
    """The tables that an algorithm takes, given or default, by parameter.

    One that is but a part of the default is known as it, where that is lenient.
    """
    tables: dict[str, Table | None] = {}
    for name in ROLES:
        definition = parameters.algorithm.parameterDefinition(name)
        # What one algorithm takes is an output of another one under the same name.
        if definition is not None and not definition.isDestination():
            given = tables[name] = table(parameters, name)
            if name in DEFAULT_FILES:
                default = tables[name] = default_table(DEFAULT_FILES[name], language())
                if given is not None:
                    is_default = name in LENIENT and is_part_of(given, default)
                    tables[name] = replace(given, is_default=is_default)
    return tables


def rules_of(run: Run, tables: Tables, series: Series) -> Rules:
    """The checked rules; what was left out goes into the log."""
    zone_table, notes = table_of(tables, "ZONE_TABLE"), Notes()
    zones = zones_described(default_zones(language()), series.named_classes)
    if not zone_table.is_default:
        zones = read_zones(zone_table, tr("Unassigned"))
    rules = read_rules(table_of(tables, "RULES"), zones, series.classes, notes)
    run.log(notes)
    if series.named_classes:
        rules.check_some_zone(series.named_classes)
    return rules


def coefficients_of(
    run: Run, tables: Tables, series: Series, disturbing: DisturbingClasses
) -> Coefficients:
    """The coefficients; what is not used, and why, goes into the log.

    Which of them are needed is known after the pass; see require_coefficients.
    """
    coefficient_table, notes = table_of(tables, "COEFFICIENTS"), Notes()
    named = series.named_classes
    why = disturbing.why_no_losses(named)
    disturbing.note_groups(named, notes)
    coefficients = Coefficients()
    by_place = place_densities(run, series, "COEFFICIENTS") if why is None else None
    if by_place is not None:
        run.log(notes)
        return coefficients_by_place(run, series, by_place)
    if why is None:
        coefficients = _coefficients_in(run, coefficient_table, series, notes)
        note_unused(coefficient_table, named, coefficients, notes)
        note_fractions(coefficient_table, coefficients, notes)
    else:
        if not coefficient_table.is_default:
            coefficients = read_coefficients(coefficient_table, series.classes, notes)
        notes.warn("There are no losses: {why}.", why=why)
        if not coefficient_table.is_default:
            notes.warn(
                "{table} is not used, because there are no losses.", table=coefficient_table.name
            )
    run.log(notes)
    return coefficients


def all_coefficients_of(run: Run, tables: Tables, series: Series) -> Coefficients:
    """The coefficients of all classes, be they sinks or not; whose they are goes into the log."""
    by_place = place_densities(run, series, "COEFFICIENTS")
    if by_place is not None:
        return coefficients_by_place(run, series, by_place)
    notes = Notes()
    coefficients = _coefficients_in(run, table_of(tables, "COEFFICIENTS"), series, notes)
    run.log(notes)
    return coefficients


def _coefficients_in(
    run: Run, coefficient_table: Table, series: Series, notes: Notes
) -> Coefficients:
    """The coefficients in a table, and what is to be said of those of the paper."""
    coefficients = read_coefficients(coefficient_table, series.classes, notes)
    if not coefficient_table.is_default:
        return coefficients
    caveat = paper_caveat(middle_of_land(series, lambda part: run.going_on()))
    note_paper(notes, caveat)
    return replace(coefficients, caveat=caveat)


def place_densities(run: Run, series: Series, wins: str) -> PlaceDensities | None:
    """The densities of the place of a run, where it is to take them; else None.

    `wins`: the table that wins over DENSITIES.
    """
    if not run.takes(DENSITIES):
        return None
    chosen = run.choice(DENSITIES)
    if run.has(wins):
        if run.is_own(DENSITIES):
            run.warn("{name} is not used, because {table} is given.", name=DENSITIES, table=wins)
        return None
    if chosen == PAPER or (chosen == AUTO and lies_near(series)):
        return None
    land = land_of(series, lambda part: run.going_on())
    is_far = land is not None and kilometres_from_pingshuo(land.middle) > NEAR_KM
    if chosen == AUTO and not is_far:
        return None
    densities = densities_of(land, series.named_classes, wins)
    if densities is None and chosen == PLACE:
        raise not_known(DENSITIES)
    return densities


def coefficients_by_place(run: Run, series: Series, densities: PlaceDensities) -> Coefficients:
    """The densities of the place as coefficients; what was found goes into the log."""
    run.log(densities.notes)
    run.provenance = with_table(
        run.provenance, "COEFFICIENTS", densities.record, densities.for_people
    )
    coefficients, notes = Coefficients(), Notes()
    table = densities.table(translate(densities.whose))
    if table.rows:
        coefficients = read_coefficients(table, series.classes, notes)
    run.log(notes)
    return replace(coefficients, caveat=densities.sentence, briefly=BRIEFLY, is_partial=True)


def with_table(provenance: Provenance, name: str, record: str, words: object) -> Provenance:
    """The provenance of a run that took something else for a table that was not given.

    Args:
        name: of its parameter.
        record, words: what was taken, for the record and for people.
    """
    role = ROLES[name]
    return replace(
        provenance,
        record={**provenance.record, name: record},
        tables=tuple(
            (table_role, words if table_role == role else which)
            for table_role, which in provenance.tables
        ),
    )


def table_of(tables: Tables, name: str) -> Table:
    """A table that is always there, because it has a default."""
    table_or_default = tables[name]
    if table_or_default is None:
        raise KeyError(name)
    return table_or_default
