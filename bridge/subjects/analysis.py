"""What an analysis of change takes besides the rest: grades of land use, years to project to."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.base.dates import Date
from ...core.change.indices import Grades, read_grades
from ...core.change.markov import parse_targets, require_later
from ...core.scan.series import Series
from ...core.scheme.values import ValueTable
from ..dated import DatedInputs
from ..destinations import is_any_asked, is_asked
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import table_of
from .class_values import values_of

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
