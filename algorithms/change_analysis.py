"""Change analysis: components, rates, intensities, indices and projection of land-use change."""

from __future__ import annotations

from functools import partial

from ..bridge.dated import DatedInputs
from ..bridge.destinations import is_any_asked, is_asked, page_destination, table_sink
from ..bridge.run import Run
from ..bridge.run_parameters import RunParameters
from ..bridge.series import SeriesAlgorithm
from ..bridge.subjects.analysis import (
    ONLY_FOR,
    add_analysis_parameters,
    contributing,
    grades_of,
    targets_of,
)
from ..bridge.subjects.class_values import matched_values, tell_counted
from ..core.base.columns import fields_of
from ..core.base.dates import periods
from ..core.base.messages import Term
from ..core.change.analysis import ChangeAnalysis
from ..core.change.components import ComponentRow
from ..core.change.indices import IndexRow
from ..core.change.intensity import CategoryRow, IntervalRow
from ..core.change.markov import ProjectionRow
from ..core.change.rates import RateRow
from ..core.change.transitions import TransitionRow
from ..core.results.class_values import ContributionRow, classes_found
from ..core.results.results import Results
from ..text import tr


class ChangeAnalysisAlgorithm(SeriesAlgorithm):
    """What land-use studies compute from the transfer matrix, by its standard names."""

    ID = "changeanalysis"
    GROUP = "change"
    LEAST_LAYERS = 2
    ONLY_FOR = ONLY_FOR
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
        "What land-use studies compute after the transfer matrix, from one count, for two "
        "dates or more. Works on any categorical rasters.\n\n"
        "Components: gain, loss, net and swap (Pontius et al. 2004), quantity, exchange and "
        "shift (Pontius and Santacruz 2014). Rates: single dynamic degree, compound and "
        "Puyravaud's rate, what came in and went out, per year. Intervals, Categories, "
        "Transitions: intensity analysis (Aldwaik and Pontius 2012, 2013) and both readings of "
        "the comprehensive dynamic degree. Indices: land-use degree, Shannon entropy, "
        "evenness, dominance. Projection: areas of years to come by a Markov chain. "
        "Contributions: what each conversion adds to the change of values per hectare.\n\n"
        "What is per year needs the years of the layers. A cell counts when it is valid at all "
        "dates. Numbers that do not exist are empty."
    )

    def declare(self) -> None:
        self.add_series_parameters(
            tr("Land-use rasters, or any with classes, of two dates or more.")
        )
        add_analysis_parameters(self)
        self.add(
            table_sink("COMPONENTS", tr("Components"), optional=True, by_default=True),
            tr(
                "One row per period and class, then one of all classes: gain, loss, net, swap, "
                "quantity, exchange and shift, in hectares."
            ),
        )
        self.add(
            table_sink("RATES", tr("Rates"), optional=True, by_default=True),
            tr("One row per period and class: dynamic degree and other rates, % per year."),
        )
        self.add(
            table_sink("INTERVALS", tr("Intervals"), optional=True, by_default=True),
            tr("One row per interval: its intensity against the uniform one, dynamic degrees."),
        )
        self.add(
            table_sink("CATEGORIES", tr("Categories"), optional=True, by_default=True),
            tr("One row per interval and class: whether its gain and its loss are active."),
        )
        self.add(
            table_sink("TRANSITIONS", tr("Transitions"), optional=True, by_default=True),
            tr("One row per interval and pair of classes: whether one targets the other."),
        )
        self.add(
            table_sink("INDICES", tr("Indices"), optional=True),
            tr("One row per date: land-use degree, entropy, evenness, dominance."),
        )
        self.add(
            table_sink("CONTRIBUTIONS", tr("Contributions"), optional=True),
            tr(
                "One row per period, value and conversion: its change, and that in per cent of "
                "all changes without their signs."
            ),
        )
        self.add(
            table_sink("PROJECTION", tr("Projection"), optional=True),
            tr("One row per year of Project to the years, method and class: its hectares."),
        )
        self.add(
            page_destination("REPORT", tr("Report")),
            tr("Charts and tables of all this, as one HTML file that opens offline."),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "CHANGED_AREA_HA": tr("Area whose class at the last date is not the first one, ha"),
                "UNIFORM_PCT": tr("Uniform intensity of all intervals, % per year"),
            }
        )

    def needs_scheme(self, parameters: RunParameters) -> bool:
        # The default values are of classes of the scheme.
        return parameters.has("GRADES") or (
            is_asked(parameters, "CONTRIBUTIONS") and not parameters.has("VALUES")
        )

    def read(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read(parameters)
        targets_of(parameters, inputs.dates)  # wrong ones are refused before the run
        contributing(parameters, inputs)
        return inputs

    def work(self, run: Run, inputs: DatedInputs) -> None:
        page = run.page("REPORT")
        series = self.open(run, inputs)
        grades, table = grades_of(run, inputs, series), contributing(run, inputs)
        values = matched_values(run, table, series) if table else None
        census = self.count(run, series, periods(inputs.dates))
        if table and values:
            tell_counted(run, table, values, classes_found(census))
        targets = (
            targets_of(run, inputs.dates) if is_any_asked(run, ONLY_FOR["PROJECT_TO"]) else None
        )
        analysis = ChangeAnalysis(inputs.dates, census, grades, targets, values)
        for notes in analysis.notes():
            run.log(notes)
        results, projection = Results(series, census, analysis.checks), analysis.projection
        self.audit(run, results, results.checks)
        run.write("COMPONENTS", ComponentRow, analysis.components)
        run.write("RATES", RateRow, analysis.rates)
        run.write("INTERVALS", IntervalRow, analysis.intervals)
        run.write("CATEGORIES", CategoryRow, analysis.categories)
        run.write("TRANSITIONS", fields_of(TransitionRow), analysis.transitions)
        run.write("INDICES", IndexRow, analysis.indices)
        run.write("CONTRIBUTIONS", ContributionRow, analysis.contributions)
        run.write("PROJECTION", ProjectionRow, projection.rows if projection else [])
        if page:
            from ..core.change.page import analysis_page

            run.write_page(page, partial(analysis_page, results, analysis))
        run.write_key_figures({"CHANGED_AREA_HA": analysis.matrices.span.changed})
        if analysis.uniform is not None:
            run.write_key_figures({"UNIFORM_PCT": analysis.uniform})
