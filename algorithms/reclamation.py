"""Mine reclamation: disturbed and reclaimed land by date, and the age of reclamation."""

from __future__ import annotations

from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import write_disclosure
from ..core.base.dates import create_periods, resolve_unique_labels
from ..core.base.messages import Notes, Term
from ..core.mine.ages import check_dates_have_years
from ..core.mine.annual_areas import BY_YEAR, annual_checks, annual_rows, change_year_notes
from ..core.mine.mined_land import MinedLand
from ..core.mine.reclamation import (
    Disclosure,
    Reclamation,
    create_mine_rasters,
    raster_notes,
    reclaimed_unit_columns,
)
from ..core.results.results import Results
from ..core.scan.series_count import CombinationCounter


class MineReclamation(SeriesAlgorithm):
    """Disturbed and reclaimed land over all dates."""

    ID = "reclamation"
    GROUP = "mine"
    NEEDS_SCHEME = True
    NEEDS_ALL_NAMED = True
    TAKES_UNITS = True
    LEAST_LAYERS = 2
    years_of = staticmethod(resolve_unique_labels)
    NAME = Term("Mine reclamation")
    SUMMARY = Term(
        "Determines when land was mined and when it was released from mining, its later use "
        "and the time since reclamation."
    )
    TAGS = Term(
        "mine,reclamation,restoration,recultivation,rehabilitation,disturbance,age,coal,"
        "time series,land use"
    )
    HELP = Term(
        "Tracks land that is mined at any date. Requires land use for two or more dates, and "
        "classes with groups: mined land is group mine, or the groups in TAKING_GROUPS; "
        "reclaimed land is formerly mined land of group sink.\n\n"
        "Reclaimed: land released from mining in each period, by type: carbon sink (direct), "
        "built-up land (redeveloped), water (flooded), other (other), and land that became a "
        "carbon sink after one of these uses (via). Disturbed: land disturbed by mining for "
        "the first time or again. Status: status of the land at each date. Ages: years since "
        "reclamation.\n\n"
        "Land was mined, or reclaimed, between the date that first shows it and the date "
        "before. Ages are therefore intervals, and rasters contain the date of detection; "
        "rasters of years can add the year. Land mined at the first date may have been mined "
        "long before.\n\n"
        "Rates and ages require layers with years. Cells must be valid at all dates."
    )
    DECLARES = (
        "LAYERS YEARS @shared @units TAKING_GROUPS @years RECLAIMED DISTURBED AGES STATUS "
        "DISCLOSURE BY_YEAR STATUS_MAP FIRST_MINED RECLAIMED_BY AGE REPORT UNITS_LAYER @audit "
        "EVER_MINED_HA ACTIVE_HA RECLAIMED_HA REDISTURBED_HA RECLAIMED_PCT"
    )

    def read_inputs(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read_inputs(parameters)
        for output in ("AGES", "AGE", "BY_YEAR"):
            if parameters.has_value(output):
                check_dates_have_years(output, inputs.dates)
        return inputs

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        names = ("STATUS_MAP", "FIRST_MINED", "RECLAIMED_BY", "AGE")
        paths = {name: run.raster_path(name) for name in names}
        page = run.page_path("REPORT", has_map=True)
        series = self.load_series(run, inputs)
        dates, spans = inputs.dates, create_periods(inputs.dates)
        disturbing, notes = inputs.disturbing, Notes()
        if hidden := disturbing.hidden_mines_warning(series.named_classes):
            run.add_warning(hidden)
        disturbing.check_losses_possible(series.named_classes)
        disturbing.log_groups(series.named_classes, notes)
        run.log_notes(notes)
        units = self.create_units(run, inputs, series)
        writer = self.create_raster_writer(run, series)
        rasters = create_mine_rasters(writer, paths, spans[-1], disturbing)
        combinations = CombinationCounter(series)
        land = None
        if page:
            from ..core.report.report_maps import history_thumbnail

            land = history_thumbnail(series)
        consumers = [combinations, *rasters.values(), land]
        census = self.count_cells(run, inputs, series, spans, consumers, units=units)
        reclamation = Reclamation(MinedLand(combinations.table, dates, series.classes, disturbing))
        checks = reclamation.consistency_checks(census, rasters)
        if series.years is not None:
            notes = change_year_notes(reclamation.land, series.years)
            run.log_notes(notes)
            checks += annual_checks(reclamation.land, annual_rows(reclamation.land))
        results = Results(series, census, checks)
        self.write_audit(run, results, results.consistency_checks)
        for name, table, attribute in reclamation.TABLES:
            self.write_result_table(run, name, table, census, reclamation.row_builder(attribute))
        self.write_result_table(
            run,
            "BY_YEAR",
            BY_YEAR,
            census,
            lambda part: annual_rows(reclamation.with_census(part).land),
        )
        disclosure = Disclosure(series, census, reclamation.land)
        columns = reclaimed_unit_columns(reclamation.land.periods, reclamation.with_census)
        self.write_units(run, units, census, columns)
        if page:
            from ..core.mine.page import reclamation_page

            run.write_page(page, partial(reclamation_page, results, reclamation, disclosure, land))
        run.log_notes(reclamation.notes())
        write_disclosure(run, disclosure)
        run.log_notes(raster_notes(rasters, dates))
        run.set_numeric_outputs(reclamation.key_figures)
