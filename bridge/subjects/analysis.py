"""What an analysis of change reads besides the rest: grades of land use, years to project to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ...core.change.analysis import ChangeAnalysis
from ...core.change.grades import Grades, read_grades
from ...core.change.markov import parse_targets, require_later
from ...core.results.class_values import classes_found
from ...core.scan.census import Census
from ...core.scan.series import Series
from ...core.scheme.values import ClassValues, ValueTable, read_values
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dated import DatedAlgorithm, DatedInputs
from ..destinations import is_asked
from ..given import Given
from ..run import Run
from ..scheme import table_of
from ..tables import table_parameter
from ..values import list_parameter
from .class_values import add_value_table, matched_values, tell_counted


@dataclass(frozen=True)
class AnalysisInputs(DatedInputs):
    """What a run on dated rasters works with, and what an analysis does besides.

    Attributes:
        targets: the years of PROJECT_TO; none if not given.
        values: per hectare, for CONTRIBUTIONS; None where these are not wanted.
    """

    targets: tuple[int, ...]
    values: ValueTable | None


class AnalysisReader(DatedAlgorithm):
    """An algorithm that analyses change; named before SeriesAlgorithm."""

    USES_SCHEME = True
    ONLY_FOR: ClassVar = {
        "GRADES": ("INDICES", "REPORT"),
        "PROJECT_TO": ("PROJECTION", "REPORT"),
        "VALUES": ("CONTRIBUTIONS", "REPORT"),
    }

    def needs_scheme(self, given: Given) -> bool:
        # The default values are of classes of the scheme.
        return given.has("GRADES") or (is_asked(given, "CONTRIBUTIONS") and not given.has("VALUES"))

    def read(self, given: Given) -> AnalysisInputs:
        inputs = super().read(given)
        targets = parse_targets(given.text("PROJECT_TO"))
        require_later(targets, inputs.dates)
        wanted = given.has("VALUES") and is_asked(given, "REPORT")
        values = None
        if wanted or is_asked(given, "CONTRIBUTIONS"):
            values = read_values(table_of(inputs.tables, "VALUES"))
        return AnalysisInputs(**vars(inputs), targets=tuple(targets), values=values)

    def grades(self, run: Run, inputs: AnalysisInputs, series: Series) -> Grades | None:
        """The checked grades; None where nothing that needs them is asked for.

        Raises:
            DataError: the table cannot be right.
        """
        grades = read_grades(table_of(inputs.tables, "GRADES"), series.classes)
        return grades if any(is_asked(run, output) for output in self.ONLY_FOR["GRADES"]) else None

    def values(self, run: Run, inputs: AnalysisInputs, series: Series) -> ClassValues | None:
        """The values by class; None where they are not wanted.

        Raises:
            DataError: the table cannot be right.
        """
        return matched_values(run, inputs.values, series) if inputs.values else None

    def analysed(
        self,
        run: Run,
        inputs: AnalysisInputs,
        census: Census,
        grades: Grades | None,
        values: ClassValues | None,
    ) -> ChangeAnalysis:
        """The analysis of what was counted; what there is to say about it goes into the log."""
        projects = any(is_asked(run, output) for output in self.ONLY_FOR["PROJECT_TO"])
        targets = inputs.targets if projects else None
        if inputs.values and values:
            tell_counted(run, inputs.values, values, classes_found(census))
        analysis = ChangeAnalysis(inputs.dates, census, grades, targets, values)
        for notes in analysis.notes():
            run.log(notes)
        return analysis


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
