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
    SUMMARY = Term("Draws sample points for an accuracy assessment, ready for labelling.")
    TAGS = Term(
        "sample,sampling,points,accuracy,validation,reference,stratified,random,systematic,"
        "label,ground truth,Olofsson,confusion matrix"
    )
    HELP = Term(
        "Draws a probability sample for accuracy assessment from a raster of classes, zones, "
        "conversions or mined-land states: stratified random, simple random or "
        "systematic.\n\n"
        "Sample size is set with SIZE or derived from TARGET_SE and EXPECTED_UA (Olofsson et "
        "al. 2014, eq. 13). Allocation: proportional, equal, Neyman or as recommended by "
        "Olofsson et al. The same SEED reproduces the same points.\n\n"
        "The output is styled and has a form for blind labelling. BUFFER and STRATA_BY add "
        "strata in which omission errors are likely."
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
            inputs, changes = changes_wanted(inputs)
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
