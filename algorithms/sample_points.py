"""Sample for accuracy: points of a probability sample of a map, ready for labelling."""

from __future__ import annotations

from typing import ClassVar

from ..bridge.dated_algorithm import ClassRasterAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.samples import (
    ChangeMapPreset,
    check_sample_design,
    is_stratified_by_change,
    log_sample_design,
    read_change_inputs,
    read_sample_design,
    write_sample_points,
)
from ..core.base.messages import Notes, Term
from ..core.results.results import Results
from ..core.results.sample_design import (
    STRATA,
    STRATA_BY_DISTURBANCE,
    class_strata,
    create_stratification,
    design_sample,
    disturbed_land_buffer,
    report_sample_sizes,
    strata_rows,
)
from ..core.results.sample_points import (
    count_samples,
    draw_points,
    possible_labels,
    report_lattice,
    sample_checks,
    sample_rows,
    warn_unequal_cell_areas,
)
from ..core.scan.series_count import BufferCounter
from ..core.scheme.class_table_proposal import match_expected_accuracies, parse_expected_accuracies
from ..core.scheme.disturbance_types import check_map_changes

# Counting and drawing each read the map once.
COUNT_PROGRESS_END, DRAW_PROGRESS_END = 0.49, 0.98


class SamplePoints(ClassRasterAlgorithm):
    """Drawing of sample points for an accuracy assessment."""

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
        **ClassRasterAlgorithm.WIDGETS,
        "STRATA_BY": (ChangeMapPreset, {"proposed": STRATA_BY_DISTURBANCE}),
        "BUFFER": (ChangeMapPreset, {"proposed": 5}),
    }

    def check_parameters(self, parameters: RunParameters) -> None:
        check_sample_design(parameters)
        super().check_parameters(parameters)

    def read_inputs(self, parameters: RunParameters) -> DatedInputs:
        log_sample_design(parameters)
        return super().read_inputs(parameters)

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        notes = Notes()
        changes = None
        if is_stratified_by_change(run):
            inputs, changes = read_change_inputs(inputs)
        run.log_notes(notes)
        series = self.load_series(run, inputs)
        (naming,) = series.namings
        expected_text = parse_expected_accuracies(run.text_value("EXPECTED_UA"))
        match_expected_accuracies(expected_text, series.classes, naming, all_known=False)
        counted = None
        if changes is not None and run.has_value("BUFFER"):
            counted = BufferCounter(
                disturbed_land_buffer(series, run.int_value("BUFFER"), changes), series
            )
        census = self.count_cells(run, inputs, series, [], [counted], share=COUNT_PROGRESS_END)
        expected = match_expected_accuracies(expected_text, series.classes, naming, all_known=True)
        notes = Notes()
        warn_unequal_cell_areas(series, notes)
        classes, division = class_strata(census, expected), None
        if changes is not None:
            land_classes = [stratum.land_class for stratum in classes]
            by = run.enum_value("STRATA_BY")
            check_map_changes(
                land_classes, changes, series.rasters[0].label, by == STRATA_BY_DISTURBANCE
            )
            division = create_stratification(classes, by, changes, counted, len(series.classes))
        design = design_sample(read_sample_design(run), classes, notes, division)
        run.log_notes(notes)
        rest = DRAW_PROGRESS_END - COUNT_PROGRESS_END
        points = draw_points(
            design, series, lambda part: run.report_progress(COUNT_PROGRESS_END + rest * part)
        )
        samples, notes = count_samples(design, points), Notes()
        report_lattice(design, points, series.grid, notes)
        report_sample_sizes(design, samples, notes)
        run.log_notes(notes)
        strata, results = strata_rows(design, samples), Results(series, census)
        checks = sample_checks(design, points, strata, inputs.dates[0].label)
        self.write_audit(run, results, [*results.consistency_checks, *checks])
        run.write_output_table("STRATA", STRATA, strata)
        rows = sample_rows(design, points, series)
        write_sample_points(run, "SAMPLE", rows, series.grid, possible_labels(design, series))
