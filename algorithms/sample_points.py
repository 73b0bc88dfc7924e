"""Sample for accuracy: points of a probability sample of a map, ready to be labelled."""

from __future__ import annotations

from typing import ClassVar

from ..bridge.dated_algorithm import MapAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.samples import (
    ByMap,
    by_change,
    changes_wanted,
    check_sample,
    tell_design,
    wanted_sample,
    write_sample,
)
from ..core.base.messages import Notes, Term
from ..core.results.results import Results
from ..core.results.sample_design import (
    BY_TAKEN,
    STRATA,
    design_sample,
    division_of,
    near_taken,
    note_samples,
    strata_of,
    strata_rows,
)
from ..core.results.sample_points import (
    draw,
    note_area,
    note_lattice,
    possible_labels,
    sample_checks,
    sample_rows,
    samples_of,
)
from ..core.scan.count import NearCounter
from ..core.scheme.class_table_proposal import match_expected, read_expected
from ..core.scheme.disturbance_types import require_changes

# Counting and drawing read the map once each.
SHARE_OF_COUNT, SHARE_OF_BOTH = 0.49, 0.98


class SamplePoints(MapAlgorithm):
    """Draws the points whose labels tell how accurate a map is."""

    ID = "samplepoints"
    GROUP = "accuracy"
    NAME = Term("Sample for accuracy")
    SUMMARY = Term("Draws the points of an accuracy assessment, ready to be labelled.")
    TAGS = Term(
        "sample,sampling,points,accuracy,validation,reference,stratified,random,systematic,"
        "label,ground truth,Olofsson,confusion matrix"
    )
    HELP = Term(
        "How right is a map? To say it with an interval takes a sample drawn at random, with known "
        "chances. This algorithm draws one from a raster of classes, carbon zones, conversions or "
        "states of mined land: stratified by the map's classes, simple random, or systematic.\n\n"
        "The size is given (SIZE), or follows from the standard error that the overall accuracy is "
        "to have (TARGET_SE) and the user's accuracies that you expect (EXPECTED_UA), by equation "
        "13 of Olofsson et al. 2014. Points go to the classes in proportion to their area, "
        "equally, by Neyman's rule, or by the good practice of Olofsson et al.: at least "
        "MIN_PER_CLASS to each, the rest by area.\n\n"
        "Points lie at the centres of cells, none twice. The same SEED gives the same points. The "
        "layer comes ready to be labelled: its form lists the classes and hides what the map says, "
        "so that labels are blind, and its marks show what is labelled already. In a GeoPackage "
        "form and style are in the file. A temporary layer is lost when QGIS is closed: give a "
        "file before you label.\n\n"
        "Strata: what each class, or each of the strata, has of the map and of the sample.\n\n"
        "What a map of change misses lies beside what it shows. BUFFER makes stable land about "
        "taken land a stratum of its own, and STRATA_BY taken makes strata of what became of the "
        "land: with both, the same points find many more of the omissions."
    )
    DECLARES = (
        "MAP BAND SCHEME CLASSES MASK AREA_METHOD NODATA DESIGN ALLOCATION SIZE TARGET_SE "
        "EXPECTED_UA MIN_PER_CLASS STRATA_BY BUFFER MIN_PER_STRATUM TAKING_GROUPS SEED SAMPLE "
        "STRATA @audit"
    )
    WIDGETS: ClassVar = {
        **MapAlgorithm.WIDGETS,
        "STRATA_BY": (ByMap, {"proposed": BY_TAKEN}),
        "BUFFER": (ByMap, {"proposed": 5}),
    }

    def check(self, parameters: RunParameters) -> None:
        check_sample(parameters)
        super().check(parameters)

    def read(self, parameters: RunParameters) -> DatedInputs:
        tell_design(parameters)
        return super().read(parameters)

    def work(self, run: Run, inputs: DatedInputs) -> None:
        notes = Notes()
        changes = None
        if by_change(run):
            inputs, changes = changes_wanted(inputs, notes)
        run.log(notes)
        series = self.open(run, inputs)
        (naming,) = series.namings
        expected_text = read_expected(run.text("EXPECTED_UA"))
        match_expected(expected_text, series.classes, naming, all_known=False)
        counted = None
        if changes is not None and run.has("BUFFER"):
            counted = NearCounter(near_taken(series, run.whole("BUFFER"), changes), series)
        census = self.count(run, inputs, series, [], [counted], share=SHARE_OF_COUNT)
        expected = match_expected(expected_text, series.classes, naming, all_known=True)
        notes = Notes()
        note_area(series, notes)
        classes, division = strata_of(census, expected), None
        if changes is not None:
            land_classes = [stratum.land_class for stratum in classes]
            by = run.choice("STRATA_BY")
            require_changes(land_classes, changes, series.rasters[0].label, by == BY_TAKEN)
            division = division_of(classes, by, changes, counted, len(series.classes))
        design = design_sample(wanted_sample(run), classes, notes, division)
        run.log(notes)
        rest = SHARE_OF_BOTH - SHARE_OF_COUNT
        points = draw(design, series, lambda part: run.progress(SHARE_OF_COUNT + rest * part))
        samples, notes = samples_of(design, points), Notes()
        note_lattice(design, points, series.grid, notes)
        note_samples(design, samples, notes)
        run.log(notes)
        strata, results = strata_rows(design, samples), Results(series, census)
        checks = sample_checks(design, points, strata, inputs.dates[0].label)
        self.audit(run, results, [*results.checks, *checks])
        run.write("STRATA", STRATA, strata)
        rows = sample_rows(design, points, series)
        write_sample(run, "SAMPLE", rows, series.grid, possible_labels(design, series))
