"""Mine reclamation: what mining took, what was given back and when, and how old that is."""

from __future__ import annotations

from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import write_disclosure
from ..core.base.dates import labels_apart, periods
from ..core.base.messages import Notes, Term
from ..core.mine.ages import require_ages
from ..core.mine.by_year import BY_YEAR, by_year_checks, by_year_rows, year_notes
from ..core.mine.mined_land import MineLand
from ..core.mine.reclamation import (
    Disclosure,
    Reclamation,
    mine_rasters,
    raster_notes,
    reclaimed_columns,
)
from ..core.results.results import Results
from ..core.scan.count import Combinations


class MineReclamation(SeriesAlgorithm):
    """Follows mined land over all dates: taken, mined, given back, and for how long."""

    ID = "reclamation"
    GROUP = "mine"
    NEEDS_SCHEME = True
    NEEDS_ALL_NAMED = True
    TAKES_UNITS = True
    LEAST_LAYERS = 2
    years_of = staticmethod(labels_apart)
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

    def read(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read(parameters)
        for output in ("AGES", "AGE", "BY_YEAR"):
            if parameters.has(output):
                require_ages(output, inputs.dates)
        return inputs

    def work(self, run: Run, inputs: DatedInputs) -> None:
        names = ("STATUS_MAP", "FIRST_MINED", "RECLAIMED_BY", "AGE")
        paths = {name: run.raster(name) for name in names}
        page = run.page("REPORT")
        series = self.open(run, inputs)
        dates, spans = inputs.dates, periods(inputs.dates)
        disturbing, notes = inputs.disturbing, Notes()
        if hidden := disturbing.hidden_mines(series.named_classes):
            run.warn(hidden)
        disturbing.require_losses(series.named_classes)
        disturbing.note_groups(series.named_classes, notes)
        run.log(notes)
        units = self.units(run, inputs, series)
        writer = self.writer(run, series)
        rasters = mine_rasters(writer, paths, spans[-1], disturbing)
        combinations = Combinations(series)
        land = None
        if page:
            from ..core.report.report_maps import land_thumbnail

            land = land_thumbnail(series)
        consumers = [combinations, *rasters.values(), land]
        census = self.count(run, inputs, series, spans, consumers, units=units)
        reclamation = Reclamation(MineLand(combinations.table, dates, series.classes, disturbing))
        checks = reclamation.checks(census, rasters)
        if series.years is not None:
            notes = year_notes(reclamation.land, series.years)
            run.log(notes)
            checks += by_year_checks(reclamation.land, by_year_rows(reclamation.land))
        results = Results(series, census, checks)
        self.audit(run, results, results.checks)
        for name, table, attribute in reclamation.TABLES:
            self.write(run, name, table, census, reclamation.rows(attribute))
        self.write(
            run, "BY_YEAR", BY_YEAR, census, lambda part: by_year_rows(reclamation.of(part).land)
        )
        disclosure = Disclosure(series, census, reclamation.land)
        columns = reclaimed_columns(reclamation.land.steps, reclamation.of)
        self.write_units(run, units, census, columns)
        if page:
            from ..core.mine.page import reclamation_page

            run.write_page(page, partial(reclamation_page, results, reclamation, disclosure, land))
        run.log(reclamation.notes())
        write_disclosure(run, disclosure)
        run.log(raster_notes(rasters, dates))
        run.write_key_figures(reclamation.key_figures)
