"""Land trajectories: what land was at every date, how often it changed, and what is suspicious."""

from __future__ import annotations

from ..bridge.dated import DatedInputs
from ..bridge.destinations import raster_destination, table_sink
from ..bridge.run import Run
from ..bridge.run_parameters import RunParameters
from ..bridge.series import SeriesAlgorithm
from ..bridge.subjects.suspects import (
    add_suspect_parameters,
    dates_before_mine,
    looks_for_suspects,
    suspect_rules,
)
from ..core.base.dates import periods
from ..core.base.messages import Term
from ..core.results.change_counts import (
    ChangeCountRow,
    LastChangedRaster,
    TimesChangedRaster,
    change_count_checks,
    change_count_notes,
    change_count_rows,
    changed_hectares,
    last_change_checks,
    last_change_notes,
)
from ..core.results.results import Results
from ..core.results.suspects import SuspectRaster, SuspectRow, Suspects, suspect_checks
from ..core.results.trajectories import (
    TrajectoryRows,
    class_columns,
    trajectory_checks,
    trajectory_fields,
    trajectory_notes,
)
from ..core.scan.combinations import Combinations
from ..text import tr


class LandTrajectories(SeriesAlgorithm):
    """Counts every combination of the classes at all dates."""

    ID = "trajectories"
    GROUP = "change"
    LEAST_LAYERS = 2
    USES_SCHEME = True
    NEEDS_ALL_NAMED = True
    NAME = Term("Land trajectories")
    SUMMARY = Term("Counts what land was at every date, how often it changed, and when last.")
    TAGS = Term(
        "trajectory,time series,change,frequency,land use,land cover,history,consistency,noise,"
        "change detection"
    )
    HELP = Term(
        "A trajectory is what land was at all dates, one after the other: arable, arable, open "
        "pit, grass. Works on any categorical rasters of two dates or more.\n\n"
        "Trajectories: one row per trajectory that occurs, largest first. Change counts: the "
        "land by how often it changed its class. Times changed and Last changed: the same as "
        "rasters.\n\n"
        "Suspicious trajectories: those that cannot be, or hardly can, by an editable table "
        "of rules: a pit that is forest at the next date, built-up land that becomes arable, a "
        "sink that changes and comes back. They are counted and shown; nothing is left out or "
        "corrected. This needs classes with groups.\n\n"
        "A cell counts when it is valid at all dates."
    )

    def declare(self) -> None:
        self.add_series_parameters(
            tr("Land-use rasters, or any with classes, of two dates or more.")
        )
        add_suspect_parameters(self)
        self.add(
            table_sink("TRAJECTORIES", tr("Trajectories"), optional=True, by_default=True),
            tr("One row per trajectory, largest first: the class at each date, cells, hectares."),
        )
        self.add(
            table_sink("CHANGE_COUNTS", tr("Change counts"), optional=True, by_default=True),
            tr("The land by how often it changed its class: cells, hectares, share."),
        )
        self.add(
            table_sink("SUSPECTS", tr("Suspicious trajectories"), optional=True),
            tr(
                "One row per rule, period and classes. A cell may be in several rows; the number "
                "SUSPECT_HA counts it once."
            ),
        )
        self.add(
            raster_destination("TIMES_CHANGED", tr("Times changed"), optional=True),
            tr("How often each cell changed its class; no data is 255."),
        )
        self.add(
            raster_destination("LAST_CHANGED", tr("Last changed"), optional=True),
            tr(
                "The year of the date by which each cell's last change was seen, or the date's "
                "number where a layer has no year; 0, no data, where it never changed."
            ),
        )
        self.add(
            raster_destination("SUSPECT_MAP", tr("Map of suspicious trajectories"), optional=True),
            tr("1 where no rule fits, then the kinds of the rules; no data is 0."),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "NEVER_CHANGED_HA": tr("Area that never changed its class, ha"),
                "CHANGED_ONCE_HA": tr("Area that changed its class once, ha"),
                "CHANGED_OFTEN_HA": tr("Area that changed its class twice or more, ha"),
                "SUSPECT_HA": tr("Area of suspicious trajectories, each cell once, ha"),
            }
        )

    def needs_scheme(self, parameters: RunParameters) -> bool:
        return looks_for_suspects(parameters)

    def read(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read(parameters)
        # A layer without a year is refused before the run.
        dates_before_mine(parameters, inputs.dates)
        return inputs

    def work(self, run: Run, inputs: DatedInputs) -> None:
        times_path = run.raster("TIMES_CHANGED")
        last_path = run.raster("LAST_CHANGED")
        map_path = run.raster("SUSPECT_MAP")
        series = self.open(run, inputs)
        rules = suspect_rules(run, inputs, series)
        dates, spans = inputs.dates, periods(inputs.dates)
        span, writer = spans[-1], self.writer(run, series)
        times = TimesChangedRaster(writer, times_path, span) if times_path else None
        last = LastChangedRaster(writer, last_path, span) if last_path else None
        suspect_map = None
        if map_path and rules:
            suspect_map = SuspectRaster(writer, map_path, span, rules)
        combinations = Combinations(series)
        census = self.count(run, series, spans, [combinations, times, last, suspect_map])
        results, table = Results(series, census), combinations.table
        columns = class_columns(dates)
        rows = TrajectoryRows(table, columns, series.classes)
        counts = change_count_rows(table)
        never, once, often = changed_hectares(counts)
        run.write("TRAJECTORIES", trajectory_fields(columns), rows)
        run.write("CHANGE_COUNTS", ChangeCountRow, counts)
        run.log(trajectory_notes(rows))
        run.log(change_count_notes(counts))
        checks = [
            *results.checks,
            *trajectory_checks(table, census, dates, span.name),
            *change_count_checks(table, counts, span.name, times),
        ]
        if last:
            checks += last_change_checks(table, dates, span.name, last)
            run.log(last_change_notes(dates, never))
        if rules:
            suspects = Suspects(rules, table, dates, series.classes)
            checks += suspect_checks(table, rules, series.classes, span.name, suspect_map)
            run.write("SUSPECTS", SuspectRow, suspects.rows)
            run.log(suspects.notes())
            run.write_key_figures({"SUSPECT_HA": suspects.hectares})
        self.audit(run, results, checks)
        run.write_key_figures(
            {"NEVER_CHANGED_HA": never, "CHANGED_ONCE_HA": once, "CHANGED_OFTEN_HA": often}
        )
