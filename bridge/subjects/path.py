"""What a path to carbon neutrality reads: its tables, as plain values that go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.base.messages import Message, Notes, Term
from ...core.path.activity import read_activity
from ...core.path.emission_words import GWP_NAMES, gwp_set
from ...core.path.path import NeutralityPath, span_of
from ...core.path.scenarios import read_scenarios
from ...core.path.start import read_debt, read_start
from ...core.scheme.classes import Classes, read_classes
from ...core.scheme.coefficients import read_coefficients
from ...core.scheme.defaults import default_classes
from ...core.scheme.naming import BY_TABLE, NamedBy
from ...core.scheme.paper_densities import note_paper
from ...text import language, tr
from ..algorithm import CarbonZonesAlgorithm, Inputs
from ..dialog import choice_parameter
from ..inputs import file_behind
from ..provenance import provenance_of, with_classes
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import (
    Tables,
    add_disturbing_parameter,
    disturbing_classes_of,
    legend_of,
    read_tables,
    table_of,
)
from ..tables import table_parameter
from ..values import list_parameter, number_parameter
from .uncertainty import wanted_of

if TYPE_CHECKING:
    from ...core.report.provenance import InputFile

FIRST_YEAR, LAST_YEAR = 1900, 2300
# Where neither SCHEME nor CLASSES says what a table's classes are called.
BY_PAPER = NamedBy(Term("the classes of Yang et al. 2022"), "default (Yang et al. 2022)")
END_YEAR, MILESTONES = 2060, "2030,2050,2060"


@dataclass(frozen=True)
class PathInputs(Inputs):
    """The path that the tables make, and what reading them has to report."""

    path: NeutralityPath
    notes: Notes


def add_emission_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """ACTIVITY, SCENARIOS, FACTORS and GWP."""
    algorithm.add(
        table_parameter("ACTIVITY", tr("Activity of the mine"), optional=False),
        tr(
            "Table with the columns year, stage (stripping, mining, transportation, dumping, "
            "reclamation, post_mining), source (diesel, gasoline, explosives, electricity, coal, "
            "drained_gas, spontaneous_coal, spontaneous_co2, other_co2e), quantity and unit (t, L, "
            "MWh, m3); and factor: names of rows of Emission factors, joined by +. Load sample "
            "data has an invented one."
        ),
    )
    algorithm.add(
        table_parameter("SCENARIOS", tr("Scenarios"), optional=False),
        tr(
            "Table with the columns scenario, variable, year and value: points of paths, linear "
            "between them and flat outside. Variables: coal_t, disturbed_ha or ha_per_10kt, "
            "reclaimed_ha, reclaimed:CLASS and taken:CLASS (shares), mult:all, mult:STAGE, "
            "mult:SOURCE, grid_t_per_mwh, offset_tco2. Load sample data has two invented ones."
        ),
    )
    algorithm.add(
        table_parameter("FACTORS", tr("Emission factors")),
        tr(
            "Table with the columns name, source, gas (co2, ch4, n2o, co2e), value, unit (such as "
            "t/t, kg/t, m3/t, t/MWh), gwp_kind (fossil or combustion, of methane), scope (1 or 2), "
            "standing. Without it the shipped ones, which Export scheme tables writes."
        ),
    )
    algorithm.add(
        choice_parameter(
            "GWP",
            tr("Warming potentials"),
            {
                "sar": tr("IPCC, second report (1995)"),
                "ar4": tr("IPCC, fourth report (2007)"),
                "ar5": tr("IPCC, fifth report (2013)"),
                "ar5_fossil": tr("IPCC, fifth report (2013), methane with its fossil carbon"),
                "ar6": tr("IPCC, sixth report (2021)"),
            },
            "ar6",
        ),
        tr(
            "Over 100 years, by the IPCC's reports: {sets}. One set counts in all outputs, which "
            "name it. Reporting under the Paris Agreement uses ar5."
        ).format(sets=", ".join(GWP_NAMES)),
    )


def add_land_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """AGES, STATUS, DISTURBED and BALANCE."""
    algorithm.add(
        table_parameter("AGES", tr("Ages of reclaimed land")),
        tr(
            "The table Ages of Mine reclamation: land that was reclaimed by the base year goes "
            "on growing, from the topsoil that was stored by its history. Without it that land is "
            "no part of the sink."
        ),
    )
    add_disturbing_parameter(
        algorithm,
        tr("Groups that are mined land"),
        tr(
            "Groups of classes that are mined land in the histories of Ages, such as mine or "
            "mine,built: those of the run of Mine reclamation that made it. Without it mine."
        ),
    )
    algorithm.add(
        table_parameter("STATUS", tr("Status of mined land")),
        tr(
            "The table Status of Mine reclamation: the mined land of the base year. Without it "
            "no more land can be reclaimed than is taken from then on."
        ),
    )
    algorithm.add(
        table_parameter("DISTURBED", tr("Disturbed land")),
        tr(
            "The table Disturbed of Mine reclamation: from which classes mining took land in "
            "the last period, for scenarios that have no taken:CLASS."
        ),
    )
    algorithm.add(
        table_parameter("BALANCE", tr("Balance by land")),
        tr(
            "The table Balance by land of Mine carbon ledger or Carbon zone study, up to the base "
            "year, which is one of its dates: what land that was taken since its first date lost "
            "on balance is a debt that the path begins with. Without it the path begins with 0, "
            "and counts regrowth of land whose loss lies before it."
        ),
    )


def add_year_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """BASE_YEAR, END_YEAR and MILESTONES."""
    algorithm.add(
        number_parameter("BASE_YEAR", tr("Base year"), None, FIRST_YEAR, LAST_YEAR),
        tr(
            "The year from whose activity the path starts; it has emissions only. Without it the "
            "last year of Activity."
        ),
    )
    algorithm.add(
        number_parameter("END_YEAR", tr("Target year"), END_YEAR, FIRST_YEAR, LAST_YEAR),
        tr("The last year of the path. A scenario is neutral when it stays so to this year."),
    )
    algorithm.add(
        list_parameter("MILESTONES", tr("Milestones"), MILESTONES),
        tr("Years with a row in the table of milestones, such as 2030,2060."),
    )


def read_path(parameters: RunParameters) -> PathInputs:
    """The inputs of a path."""
    tables, notes = read_tables(parameters), Notes()
    classes, named_by = _classes(parameters, tables)
    activity = read_activity(table_of(tables, "ACTIVITY"), table_of(tables, "FACTORS"), notes)
    base = parameters.whole("BASE_YEAR") if parameters.has("BASE_YEAR") else None
    milestones = parameters.text("MILESTONES") or MILESTONES
    span = span_of(base, parameters.whole("END_YEAR"), milestones, activity, notes)
    coefficients = read_coefficients(table_of(tables, "COEFFICIENTS"), classes, notes)
    if table_of(tables, "COEFFICIENTS").is_default:
        note_paper(notes)
    path = NeutralityPath(
        span,
        activity,
        gwp_set(parameters.choice("GWP")),
        read_scenarios(table_of(tables, "SCENARIOS"), classes, span.base),
        classes,
        coefficients,
        read_start(
            tables["AGES"],
            tables["STATUS"],
            tables["DISTURBED"],
            classes,
            {n for n, c in enumerate(classes) if c in coefficients},
            span.base,
            disturbing_classes_of(parameters),
            notes,
        ),
        wanted_of(parameters),
        None if tables["BALANCE"] is None else read_debt(tables["BALANCE"], span.base),
        lambda: not parameters.feedback.isCanceled(),
    )
    if parameters.is_own("TAKING_GROUPS") and not path.start.histories:
        parameters.warn("TAKING_GROUPS is not used, because AGES has no history.")
    provenance = provenance_of(parameters, [], [], tables, f"{span.base}-{span.end}")
    if tables["CLASSES"] is None:
        provenance = with_classes(provenance, named_by)
    return PathInputs(provenance, path, notes)


def _classes(parameters: RunParameters, tables: Tables) -> tuple[Classes, NamedBy]:
    """The classes that tables may name: those of CLASSES, of SCHEME, or of the paper."""
    legend, table = legend_of(parameters), tables["CLASSES"]
    if table is not None:
        entries, named_by = read_classes(table), BY_TABLE
    elif legend is not None:
        entries, named_by = (
            legend.entries,
            NamedBy(
                Message("{title}, a shipped legend", title=legend.title), "from a shipped legend"
            ),
        )
    else:
        entries, named_by = default_classes(language()), BY_PAPER
    return Classes(land_class for _, land_class in entries), named_by


def table_files(run: Run) -> dict[str, InputFile]:
    """The files behind the tables by parameter, read once more for their checksums."""
    from ...core.report.provenance import input_files

    names = [
        definition.name()
        for definition in run.algorithm.parameterDefinitions()
        if definition.type() == "source" and run.has(definition.name())
    ]
    files = input_files((file_behind(run, name) for name in names), run.going_on)
    return {name: file for name, file in zip(names, files) if file is not None}
