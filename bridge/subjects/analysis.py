"""What an analysis of change takes besides the rest: grades of land use, years to project to."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.base.dates import Date
from ...core.change.indices import Grades, read_grades
from ...core.change.markov import parse_targets, require_later
from ...core.scan.series import Series
from ...core.scheme.values import ValueTable
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dated import DatedInputs
from ..destinations import is_any_asked, is_asked
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import table_of
from ..tables import table_parameter
from ..values import list_parameter
from .class_values import add_value_table, values_of

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


def add_analysis_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """PROJECT_TO, GRADES and VALUES."""
    algorithm.add(
        list_parameter("PROJECT_TO", tr("Project to the years")),
        tr(
            "Years after the last date, such as 2030,2050, for the table Projection. Without it "
            "as many years ahead as the last interval has."
        ),
    )
    algorithm.add(
        table_parameter("GRADES", tr("Grades of land use")),
        tr(
            "Table with the columns class and grade, 1 to 4, for the land-use degree in the table "
            "Indices: 1 unused land, 2 forest, grass and water, 3 arable land, 4 built-up land. "
            "class takes a class key or name, @group, or * for any class. Without it the default "
            "grades by group, which Export scheme tables writes."
        ),
    )
    add_value_table(algorithm)
