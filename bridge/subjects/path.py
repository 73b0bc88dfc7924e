"""What a path to carbon neutrality reads: its tables, as plain values that go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.base.messages import Message, Notes, Term
from ...core.path.activity import read_activity
from ...core.path.emission_words import gwp_set
from ...core.path.path import NeutralityPath, span_of
from ...core.path.scenarios import read_scenarios
from ...core.path.start import read_debt, read_start
from ...core.scheme.classes import Classes, read_classes
from ...core.scheme.coefficients import read_coefficients
from ...core.scheme.defaults import default_classes
from ...core.scheme.density_sources import note_paper
from ...core.scheme.naming import BY_TABLE, NamedBy
from ...text import language
from ..algorithm import Inputs
from ..guarded import file_behind
from ..provenance import provenance_of, with_classes
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import Tables, disturbing_classes_of, legend_of, read_tables, table_of
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
