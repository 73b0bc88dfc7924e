"""Land trajectories: class sequences, number of changes and suspect sequences."""

from __future__ import annotations

from dataclasses import dataclass

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import SUSPECT_PARAMETERS, read_suspect_rules
from ..core.base.dates import create_periods
from ..core.base.messages import Term
from ..core.results.results import Results
from ..core.results.trajectories import (
    CHANGE_COUNTS,
    SUSPECTS,
    ChangeCountRaster,
    ImplausibleChangeRaster,
    ImplausibleChanges,
    LastChangeRaster,
    TrajectoryRows,
    areas_by_change_count,
    change_count_checks,
    change_count_rows,
    class_columns,
    implausible_change_checks,
    last_change_notes,
    last_change_raster_checks,
    trajectory_checks,
    trajectory_fields,
)
from ..core.scan.series_count import CombinationCounter
from ..core.scheme.implausible_rules import count_dates_before_opening


@dataclass(frozen=True)
class TrajectoryInputs(DatedInputs):
    """Inputs of a run, and the number of dates before the mine opened, if given."""

    before: int | None


class LandTrajectories(SeriesAlgorithm):
    """Counts of every combination of classes over all dates."""

    ID = "trajectories"
    GROUP = "change"
    LEAST_LAYERS = 2
    USES_SCHEME = True
    NEEDS_ALL_NAMED = True
    NAME = Term("Land trajectories")
    SUMMARY = Term(
        "Determines the sequence of classes over all dates, the number of changes "
        "and the date of the last change."
    )
    TAGS = Term(
        "trajectory,time series,change,frequency,land use,land cover,history,consistency,noise,"
        "change detection"
    )
    HELP = Term(
        "A trajectory is the sequence of classes of a cell over all dates, for example "
        "arable, arable, open pit, grass. Works on categorical rasters of two or more "
        "dates.\n\n"
        "Trajectories: one row per trajectory, largest area first. Change counts: area by "
        "number of class changes. Times changed and Last changed: the same as rasters.\n\n"
        "Suspicious trajectories: impossible or unlikely sequences according to an editable "
        "rule table, such as a pit that is forest at the next date, built-up land that "
        "becomes arable, or a carbon sink that changes and changes back. They are counted "
        "and shown only; no cells are excluded or corrected. Requires classes with "
        "groups.\n\n"
        "Cells must be valid at all dates."
    )
    DECLARES = (
        "LAYERS YEARS @shared SUSPECT_RULES OPENING_YEAR TRAJECTORIES CHANGE_COUNTS SUSPECTS "
        "TIMES_CHANGED LAST_CHANGED SUSPECT_MAP @audit NEVER_CHANGED_HA CHANGED_ONCE_HA "
        "CHANGED_OFTEN_HA SUSPECT_HA"
    )

    def needs_scheme(self, parameters: RunParameters) -> bool:
        return parameters.has_value(*SUSPECT_PARAMETERS)

    def read_inputs(self, parameters: RunParameters) -> TrajectoryInputs:
        inputs, opening = (
            super().read_inputs(parameters),
            parameters.optional_int_value("OPENING_YEAR"),
        )
        before = None if opening is None else count_dates_before_opening(opening, inputs.dates)
        return TrajectoryInputs(**vars(inputs), before=before)

    def execute(self, run: RunContext, inputs: TrajectoryInputs) -> None:
        times_path = run.raster_path("TIMES_CHANGED")
        last_path = run.raster_path("LAST_CHANGED")
        map_path = run.raster_path("SUSPECT_MAP")
        series = self.load_series(run, inputs)
        rules = read_suspect_rules(run, inputs, inputs.before, series)
        dates, spans = inputs.dates, create_periods(inputs.dates)
        span, writer = spans[-1], self.create_raster_writer(run, series)
        times = ChangeCountRaster(writer, times_path, span) if times_path else None
        last = LastChangeRaster(writer, last_path, span) if last_path else None
        suspect_map = None
        if map_path and rules:
            suspect_map = ImplausibleChangeRaster(writer, map_path, span, rules)
        combinations = CombinationCounter(series)
        census = self.count_cells(
            run, inputs, series, spans, [combinations, times, last, suspect_map]
        )
        results, table = Results(series, census), combinations.table
        columns = class_columns(dates)
        rows = TrajectoryRows(table, columns, series.classes)
        counts = change_count_rows(table)
        never, once, often = areas_by_change_count(counts)
        run.write_output_table("TRAJECTORIES", trajectory_fields(columns), rows)
        run.write_output_table("CHANGE_COUNTS", CHANGE_COUNTS, counts)
        checks = [
            *results.consistency_checks,
            *trajectory_checks(table, census, dates, span.name),
            *change_count_checks(table, counts, span.name, times),
        ]
        if last:
            checks += last_change_raster_checks(table, dates, span.name, last)
            run.log_notes(last_change_notes(dates))
        if rules:
            suspects = ImplausibleChanges(rules, table, dates, series.classes)
            checks += implausible_change_checks(
                table, rules, series.classes, span.name, suspect_map
            )
            run.write_output_table("SUSPECTS", SUSPECTS, suspects.rows)
            run.log_notes(suspects.notes())
            run.set_numeric_outputs({"SUSPECT_HA": suspects.hectares})
        self.write_audit(run, results, checks)
        run.set_numeric_outputs(
            {"NEVER_CHANGED_HA": never, "CHANGED_ONCE_HA": once, "CHANGED_OFTEN_HA": often}
        )
