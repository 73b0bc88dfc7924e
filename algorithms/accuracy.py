"""Accuracy assessment: how good a map is, and how much land its classes have by a sample."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..bridge.dated import DatedInputs, MapAlgorithm
from ..bridge.destinations import page_destination, table_sink
from ..bridge.run import Run
from ..bridge.run_parameters import RunParameters
from ..bridge.subjects.reference import (
    add_reference_parameters,
    check_reference,
    reference_facts,
    sample_cells,
    strata_of,
)
from ..bridge.subjects.uncertainty import add_level_parameter
from ..bridge.tables import table
from ..core.accuracy.accuracy import Accuracy, AccuracyResults, ClassAccuracyRow
from ..core.accuracy.matching import matched
from ..core.base.messages import Term
from ..core.results.sample_points import note_area
from ..text import language, tr


class AccuracyAssessment(MapAlgorithm):
    """Compares a map with a sample whose land is known."""

    ID = "accuracy"
    GROUP = "accuracy"
    NAME = Term("Accuracy assessment")
    SUMMARY = Term(
        "Assesses a map by a labelled sample: confusion matrix, accuracies and areas with "
        "their intervals."
    )
    TAGS = Term(
        "accuracy,error,confusion matrix,kappa,user accuracy,producer accuracy,F1,"
        "validation,reference,sample,area,confidence interval,Olofsson"
    )
    HELP = Term(
        "Compares a map with a sample of which somebody has found out what the land is, such "
        "as the one that Sample for accuracy draws. Works on any categorical raster: land use, "
        "zones, conversions.\n\n"
        "Confusion matrix: how many of each class of the map are what in the reference. "
        "Accuracy by class: user's and producer's accuracy, F1, and the hectares that the "
        "class has by the sample, each with the half-width of its confidence interval. They are "
        "estimated as the sample was drawn: by class of the map (Olofsson et al. 2014), by "
        "other strata whose sizes are given (Stehman 2014), or from all land alike.\n\n"
        "What is mapped wrongly shifts areas: estimated hectares are the mapped ones put "
        "right. Disagreement is given by quantity, exchange and shift (Pontius and Santacruz "
        "2014), and kappa because studies report it.\n\n"
        "Samples without a label, on no data or outside the map are counted and named in the "
        "log. Intervals take the normal distribution, and are too narrow where few samples "
        "disagree: the log and the report say which."
    )

    def declare(self) -> None:
        self.add_map()
        add_reference_parameters(self)
        self.add_shared_parameters()
        add_level_parameter(
            self, tr("Of so many in a hundred samples the interval holds what is estimated.")
        )
        self.add(
            table_sink("CONFUSION", tr("Confusion matrix"), optional=True, by_default=True),
            tr("Samples: a row per class of the map, a column per class of the reference."),
        )
        self.add(
            table_sink("CLASS_ACCURACY", tr("Accuracy by class"), optional=True, by_default=True),
            tr(
                "One row per class: user's and producer's accuracy, F1, mapped and estimated "
                "hectares, with the half-widths of their intervals."
            ),
        )
        self.add(
            table_sink("PROPORTIONS", tr("Estimated shares"), optional=True),
            tr(
                "The matrix again, as estimated shares of the area, with samples and mapped "
                "hectares. Carbon loss accounting and Mine carbon ledger take it as their Errors "
                "of areas (AREA_ERRORS)."
            ),
        )
        self.add(
            table_sink("STRATUM_PROPORTIONS", tr("Estimated shares by stratum"), optional=True),
            tr(
                "Estimated shares of the area, a row per stratum and a column per class of the "
                "reference, with samples, cells and hectares of the strata. Of a sample whose "
                "strata are what became of the land (STRATA_BY and BUFFER of Sample for accuracy) "
                "Carbon loss accounting and Mine carbon ledger take it as their Errors of areas "
                "(AREA_ERRORS)."
            ),
        )
        self.add(
            page_destination("REPORT", tr("Report")),
            tr(
                "Matrix, accuracies and areas with a paragraph for a methods section, as one HTML "
                "file that opens offline."
            ),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "SAMPLES": tr("Samples that count"),
                "OVERALL_ACCURACY_PCT": tr("Overall accuracy, %"),
                "OVERALL_HALF_WIDTH_PCT": tr("Half-width of its interval, percentage points"),
                "KAPPA": tr("Kappa of the raw counts"),
                "QUANTITY_PCT": tr("Disagreement by quantity, %"),
                "EXCHANGE_PCT": tr("Disagreement by exchange, %"),
                "SHIFT_PCT": tr("Disagreement by shift, %"),
            }
        )

    def check(self, parameters: RunParameters) -> None:
        super().check(parameters)
        check_reference(parameters)

    def read(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read(parameters)
        inputs = replace(inputs, tables={**inputs.tables, "STRATA": table(parameters, "STRATA")})
        strata_of(inputs.tables)  # a wrong one is refused before the run
        return inputs

    def work(self, run: Run, inputs: DatedInputs) -> None:
        page = run.page("REPORT")
        series = self.open(run, inputs)
        layer, strata = inputs.polygons["REFERENCE"], strata_of(inputs.tables)
        cells = sample_cells(run, layer, series)
        thumbnail = None
        if page:
            from ..core.accuracy.page import accuracy_thumbnail

            thumbnail = accuracy_thumbnail(series)
        census = self.count(run, series, [], [cells, thumbnail], strata=cells.strata)
        notes = cells.notes()
        note_area(series, notes)
        run.log(notes)
        design, by_field = run.choice("DESIGN"), "MAP_FIELD" in layer.fields
        sample = matched(cells, series, census, design, strata, by_field, language())
        accuracy = Accuracy(sample, run.real("LEVEL"))
        name, facts = layer.source.sourceName(), reference_facts(layer, strata)
        results = AccuracyResults(series, census, accuracy, name, facts, thumbnail)
        self.audit(run, results, results.checks)
        run.write("CONFUSION", *accuracy.confusion)
        run.write("CLASS_ACCURACY", ClassAccuracyRow, accuracy.rows)
        run.write("PROPORTIONS", *accuracy.proportions)
        run.write("STRATUM_PROPORTIONS", *accuracy.stratum_proportions)
        if page:
            from ..core.accuracy.page import accuracy_page

            run.write_page(page, partial(accuracy_page, results, cells))
        run.log(accuracy.notes(census))
        run.write_key_figures(accuracy.key_figures)
