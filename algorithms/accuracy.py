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
