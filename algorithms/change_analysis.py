"""Change analysis: components, rates, intensities, indices and projection of land-use change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import log_zero_values, match_class_values
from ..core.base.dates import create_periods
from ..core.base.messages import Term
from ..core.change.change_analysis import INDICES, ChangeAnalysis, read_grades
from ..core.change.markov import PROJECTION, check_target_years, parse_target_years
from ..core.change.tables import CATEGORIES, COMPONENTS, INTERVALS, RATES, TRANSITIONS
from ..core.results.class_values import CONTRIBUTIONS, present_classes
from ..core.results.results import Results
from ..core.scheme.values_per_hectare import ValueTable, parse_value_table


@dataclass(frozen=True)
class ChangeInputs(DatedInputs):
    """Inputs of a run; years and values are None unless an output needs them."""

    targets: Sequence[int] | None
    values: ValueTable | None


class ChangeAnalysisAlgorithm(SeriesAlgorithm):
    """Standard land-use change statistics from the transfer matrix."""

    ID = "changeanalysis"
    GROUP = "change"
    LEAST_LAYERS = 2
    ONLY_FOR: ClassVar = {
        "GRADES": ("INDICES", "REPORT"),
        "PROJECT_TO": ("PROJECTION", "REPORT"),
        "VALUES": ("CONTRIBUTIONS", "REPORT"),
    }
    USES_SCHEME = True
    NAME = Term("Change analysis")
    SUMMARY = Term(
        "Computes components, rates, intensities and indices of land-use change, and projects "
        "areas."
    )
    TAGS = Term(
        "change,intensity analysis,dynamic degree,quantity,exchange,shift,net,swap,gain,loss,"
        "rate,Markov,projection,entropy,land-use degree,land use,land cover,change detection,"
        "Sankey,transfer matrix"
    )
    HELP = Term(
        "Calculates metrics of land-use change from categorical rasters of two or more "
        "dates.\n\n"
        "Components: gain, loss, net and swap (Pontius et al. 2004), quantity, exchange and "
        "shift (Pontius and Santacruz 2014). Rates: single dynamic degree, compound and "
        "Puyravaud rates, annual gains and losses. Intervals, Categories, Transitions: "
        "intensity analysis (Aldwaik and Pontius 2012, 2013) and two versions of the "
        "comprehensive dynamic degree. Indices: land-use degree, Shannon entropy, evenness, "
        "dominance. Projection: areas in future years by a Markov chain. Contributions: "
        "contribution of each conversion to the change in values per hectare.\n\n"
        "Annual values require the years of the layers. Cells must be valid at all dates. "
        "Undefined values are empty."
    )
    DECLARES = (
        "LAYERS YEARS @shared PROJECT_TO GRADES VALUES COMPONENTS RATES INTERVALS CATEGORIES "
        "TRANSITIONS INDICES CONTRIBUTIONS PROJECTION REPORT @audit CHANGED_AREA_HA UNIFORM_PCT"
    )

    def needs_scheme(self, parameters: RunParameters) -> bool:
        # The default values apply to classes of the scheme.
        return parameters.has_value("GRADES") or (
            parameters.has_value("CONTRIBUTIONS") and not parameters.has_value("VALUES")
        )

    def read_inputs(self, parameters: RunParameters) -> ChangeInputs:
        inputs, targets = (
            super().read_inputs(parameters),
            parse_target_years(parameters.text_value("PROJECT_TO")),
        )
        check_target_years(targets, inputs.dates)
        on_page = parameters.has_value("VALUES") and parameters.has_value("REPORT")
        contributes = on_page or parameters.has_value("CONTRIBUTIONS")
        return ChangeInputs(
            **vars(inputs),
            targets=targets if parameters.has_value(*self.ONLY_FOR["PROJECT_TO"]) else None,
            values=parse_value_table(inputs.tables["VALUES"]) if contributes else None,
        )

    def execute(self, run: RunContext, inputs: ChangeInputs) -> None:
        page = run.page_path("REPORT")
        series = self.load_series(run, inputs)
        all_grades, table = read_grades(inputs.tables["GRADES"], series.classes), inputs.values
        grades = all_grades if run.has_value(*self.ONLY_FOR["GRADES"]) else None
        values = match_class_values(run, table, series) if table else None
        census = self.count_cells(run, inputs, series, create_periods(inputs.dates))
        if table and values:
            log_zero_values(run, table, values, present_classes(census))
        analysis = ChangeAnalysis(inputs.dates, census, grades, inputs.targets, values)
        run.log_notes(*analysis.notes())
        results, projection = (
            Results(series, census, analysis.consistency_checks),
            analysis.projection,
        )
        self.write_audit(run, results, results.consistency_checks)
        run.write_output_table("COMPONENTS", COMPONENTS, analysis.components)
        run.write_output_table("RATES", RATES, analysis.rates)
        run.write_output_table("INTERVALS", INTERVALS, analysis.intervals)
        run.write_output_table("CATEGORIES", CATEGORIES, analysis.categories)
        run.write_output_table("TRANSITIONS", TRANSITIONS, analysis.transitions)
        run.write_output_table("INDICES", INDICES, analysis.indices)
        run.write_output_table("CONTRIBUTIONS", CONTRIBUTIONS, analysis.contributions)
        run.write_output_table("PROJECTION", PROJECTION, projection.rows if projection else [])
        if page:
            from ..core.change.page import analysis_page

            run.write_page(page, partial(analysis_page, results, analysis))
        run.set_numeric_outputs({"CHANGED_AREA_HA": analysis.matrices.span.changed})
        if analysis.uniform is not None:
            run.set_numeric_outputs({"UNIFORM_PCT": analysis.uniform})
