"""Accuracy assessment: map accuracy and error-adjusted class areas from a sample."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ..bridge.dated_algorithm import ClassRasterAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.samples import (
    check_reference_sample,
    list_reference_facts,
    read_sample_cells,
)
from ..bridge.tables import read_table
from ..core.accuracy.accuracy import CLASS_ACCURACY, Accuracy, AccuracyResults
from ..core.accuracy.matching import StrataTable, match_samples, read_strata
from ..core.base.messages import Term
from ..core.results.sample_points import warn_unequal_cell_areas
from ..text import interface_language


@dataclass(frozen=True)
class AccuracyInputs(DatedInputs):
    """Inputs of a run: the map, its sample, and the strata sizes, if given."""

    strata: StrataTable | None


class AccuracyAssessment(ClassRasterAlgorithm):
    """Assessment of the accuracy of a map with a reference sample."""

    ID = "accuracy"
    GROUP = "accuracy"
    NAME = Term("Accuracy assessment")
    SUMMARY = Term(
        "Estimates map accuracy and class areas, with confidence intervals, from a labelled "
        "reference sample."
    )
    TAGS = Term(
        "accuracy,error,confusion matrix,kappa,user accuracy,producer accuracy,F1,"
        "validation,reference,sample,area,confidence interval,Olofsson"
    )
    HELP = Term(
        "Compares a categorical map (land use, zones, conversions) with a labelled reference "
        "sample, such as one drawn by Sample for accuracy.\n\n"
        "Outputs: confusion matrix (sample counts by map class and reference class); user's "
        "and producer's accuracy, F1 and estimated area (ha) of each class, with margins of "
        "error. The estimator follows the sampling design: stratified by map class (Olofsson "
        "et al. 2014), other strata of known size (Stehman 2014), or simple random.\n\n"
        "Estimated areas are error-adjusted. Disagreement is reported as quantity, exchange "
        "and shift (Pontius and Santacruz 2014); kappa is reported as well.\n\n"
        "Samples without a label, on NoData or outside the map are excluded and listed in "
        "the log. Confidence intervals assume a normal distribution and are too narrow where "
        "few samples disagree; the log and the report list the classes concerned."
    )
    DECLARES = (
        "MAP BAND SCHEME CLASSES REFERENCE REFERENCE_FIELD DESIGN MAP_FIELD STRATUM_FIELD STRATA "
        "MASK AREA_METHOD NODATA LEVEL CONFUSION CLASS_ACCURACY PROPORTIONS STRATUM_PROPORTIONS "
        "REPORT @audit SAMPLES OVERALL_ACCURACY_PCT OVERALL_HALF_WIDTH_PCT KAPPA QUANTITY_PCT "
        "EXCHANGE_PCT SHIFT_PCT"
    )

    def check_parameters(self, parameters: RunParameters) -> None:
        super().check_parameters(parameters)
        check_reference_sample(parameters)

    def read_inputs(self, parameters: RunParameters) -> AccuracyInputs:
        inputs = super().read_inputs(parameters)
        strata = read_table(parameters, "STRATA")
        return AccuracyInputs(**vars(inputs), strata=read_strata(strata) if strata else None)

    def execute(self, run: RunContext, inputs: AccuracyInputs) -> None:
        page = run.page_path("REPORT")
        series = self.load_series(run, inputs)
        layer, strata = inputs.polygons["REFERENCE"], inputs.strata
        cells = read_sample_cells(run, layer, series)
        thumbnail = None
        if page:
            from ..core.accuracy.page import create_accuracy_thumbnail

            thumbnail = create_accuracy_thumbnail(series)
        census = self.count_cells(run, inputs, series, [], [cells, thumbnail], strata=cells.strata)
        notes = cells.notes()
        warn_unequal_cell_areas(series, notes)
        run.log_notes(notes)
        design, by_field = run.enum_value("DESIGN"), "MAP_FIELD" in layer.fields
        sample = match_samples(
            cells, series, census, design, strata, by_field, interface_language()
        )
        accuracy = Accuracy(sample, run.float_value("LEVEL"))
        name, facts = layer.source.sourceName(), list_reference_facts(layer, strata)
        results = AccuracyResults(series, census, accuracy, name, facts, thumbnail)
        self.write_audit(run, results, results.consistency_checks)
        run.write_output_table("CONFUSION", *accuracy.confusion_matrix)
        run.write_output_table("CLASS_ACCURACY", CLASS_ACCURACY, accuracy.class_accuracy)
        run.write_output_table("PROPORTIONS", *accuracy.proportions)
        run.write_output_table("STRATUM_PROPORTIONS", *accuracy.stratum_proportions)
        if page:
            from ..core.accuracy.page import accuracy_page

            run.write_page(page, partial(accuracy_page, results, cells))
        run.log_notes(accuracy.notes(census))
        run.set_numeric_outputs(accuracy.key_figures)
