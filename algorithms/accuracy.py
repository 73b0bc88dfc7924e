"""Accuracy assessment: how good a map is, and how much land its classes have by a sample."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ..bridge.dated_algorithm import MapAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.samples import check_reference, reference_facts, sample_cells
from ..bridge.tables import table
from ..core.accuracy.accuracy import CLASS_ACCURACY, Accuracy, AccuracyResults
from ..core.accuracy.matching import StrataTable, matched, read_strata
from ..core.base.messages import Term
from ..core.results.sample_points import note_area
from ..text import language


@dataclass(frozen=True)
class AccuracyInputs(DatedInputs):
    """What a run works with: a map and its sample, and the sizes of the strata, where given."""

    strata: StrataTable | None


class AccuracyAssessment(MapAlgorithm):
    """Compares a map with a sample whose land is known."""

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

    def check(self, parameters: RunParameters) -> None:
        super().check(parameters)
        check_reference(parameters)

    def read(self, parameters: RunParameters) -> AccuracyInputs:
        inputs = super().read(parameters)
        strata = table(parameters, "STRATA")
        return AccuracyInputs(**vars(inputs), strata=read_strata(strata) if strata else None)

    def work(self, run: Run, inputs: AccuracyInputs) -> None:
        page = run.page("REPORT")
        series = self.open(run, inputs)
        layer, strata = inputs.polygons["REFERENCE"], inputs.strata
        cells = sample_cells(run, layer, series)
        thumbnail = None
        if page:
            from ..core.accuracy.page import accuracy_thumbnail

            thumbnail = accuracy_thumbnail(series)
        census = self.count(run, inputs, series, [], [cells, thumbnail], strata=cells.strata)
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
        run.write("CLASS_ACCURACY", CLASS_ACCURACY, accuracy.rows)
        run.write("PROPORTIONS", *accuracy.proportions)
        run.write("STRATUM_PROPORTIONS", *accuracy.stratum_proportions)
        if page:
            from ..core.accuracy.page import accuracy_page

            run.write_page(page, partial(accuracy_page, results, cells))
        run.log(accuracy.notes(census))
        run.write_key_figures(accuracy.key_figures)
