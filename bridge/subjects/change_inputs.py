"""What analyses of change and of trajectories read besides the rest.

What an analysis of change takes besides the rest: grades of land use, years to project to.

What an algorithm on trajectories reads besides the rest: rules on the suspicious ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core.base.dates import Date
from ...core.base.messages import Notes
from ...core.change.indices import Grades, read_grades
from ...core.change.markov import parse_targets, require_later
from ...core.scan.series import Series
from ...core.scheme.suspects import SuspectRules, dates_before, read_suspects, require_some
from ...core.scheme.values import ValueTable
from ..dated import DatedInputs
from ..destinations import is_any_asked, is_asked
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import table_of
from .value_inputs import values_of

# Inputs that are for some outputs and nothing else, with these.
ONLY_FOR = {
    "GRADES": ("INDICES", "REPORT"),
    "PROJECT_TO": ("PROJECTION", "REPORT"),
    "VALUES": ("CONTRIBUTIONS", "REPORT"),
}


def targets_of(parameters: RunParameters, dates: Sequence[Date]) -> list[int]:
    """The years of PROJECT_TO; none if not given."""
    targets = parse_targets(parameters.text("PROJECT_TO"))
    require_later(targets, dates)
    return targets


def contributing(parameters: RunParameters, inputs: DatedInputs) -> ValueTable | None:
    """The values per hectare for CONTRIBUTIONS; None where these are not wanted."""
    on_page = parameters.has("VALUES") and is_asked(parameters, "REPORT")
    return values_of(inputs) if on_page or is_asked(parameters, "CONTRIBUTIONS") else None


def grades_of(run: Run, inputs: DatedInputs, series: Series) -> Grades | None:
    """The checked grades; None where nothing that needs them is asked for."""
    grades = read_grades(table_of(inputs.tables, "GRADES"), series.classes)
    return grades if is_any_asked(run, ONLY_FOR["GRADES"]) else None


# Parameters, outputs too, that make no sense without classes with groups.
ON_SUSPECTS = ("SUSPECT_RULES", "OPENING_YEAR", "SUSPECTS", "SUSPECT_MAP")


def looks_for_suspects(parameters: RunParameters) -> bool:
    """Whether anything was asked for that needs rules on suspicious trajectories."""
    return is_any_asked(parameters, ON_SUSPECTS)


def dates_before_mine(parameters: RunParameters, dates: Sequence[Date]) -> int | None:
    """How many dates lie before the mine opened; None where OPENING_YEAR is not given."""
    if not parameters.has("OPENING_YEAR"):
        return None
    return dates_before(parameters.whole("OPENING_YEAR"), dates)


def suspect_rules(run: Run, inputs: DatedInputs, series: Series) -> SuspectRules | None:
    """The checked rules; what was left out goes into the log.

    None where nothing that needs them was asked for and the default rules name no class of the run.
    """
    table, notes = table_of(inputs.tables, "SUSPECT_RULES"), Notes()
    before = dates_before_mine(run, inputs.dates)
    rules = read_suspects(table, series.classes, len(inputs.dates), before, notes)
    if looks_for_suspects(run):
        require_some(table, rules, series.named_classes)
    elif not rules.are_met_by(series.named_classes):
        run.inform(
            "SUSPECT_HA is not counted: no class of the layers is one that the default "
            "rules on suspicious trajectories name, or is in one of their groups."
        )
        return None
    run.log(notes)
    return rules
