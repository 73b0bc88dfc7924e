"""Carbon zone study: matrices, zones, losses and shares of a dated series in one pass."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.loading import load_rasters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs, read_loss_inputs, read_zone_rules
from ..bridge.subjects.priority_layers import write_idle_areas, write_square_units
from ..bridge.subjects.subject_inputs import write_disclosure
from ..core.base.dates import Date, create_periods, resolve_series_years
from ..core.base.messages import Term
from ..core.report.report_maps import MapFocus
from ..core.results.closure import CLOSURE
from ..core.results.losses import exclude_sinks_without_coefficients
from ..core.scheme.zone_rules import MapZones
from ..core.study.idle_land import IdleRule
from ..core.study.priorities import PRIORITIES
from ..core.study.study import Study, StudyConsumers, make_study_consumers
from ..text import tr, translate


class CarbonZoneStudy(SeriesAlgorithm):
    """Full analysis of a series with a single read of each raster."""

    ID = "study"
    GROUP = "study"
    NEEDS_SCHEME = True
    TAKES_UNITS = SHOWS_UNITS = HAS_SQUARES = True
    LEAST_LAYERS = 2
    years_of = staticmethod(resolve_series_years)
    ONLY_FOR: ClassVar = {
        "TITLE": ("REPORT", "WORKBOOK", "DISCLOSURE"),
        **dict.fromkeys(("AUTHOR", "COMMENT"), ("REPORT", "WORKBOOK")),
        "FOCUS": ("REPORT",),
    }
    NAME = Term("Carbon zone study")
    SUMMARY = Term(
        "Derives the transfer matrix, carbon zones and carbon losses from dated land-use rasters."
    )
    TAGS = Term(
        "carbon,carbon sink,zones,land use,change,transfer,matrix,mine,coal,loss,CO2,"
        "time series,study,change detection,Sankey,InVEST,report"
    )
    HELP = Term(
        "Calculates from land-use rasters of two or more dates, for every period and the "
        "full period: the land-use transfer matrix, the shares of the carbon-sink functional "
        "zones, the carbon lost from arable land, forest and grassland disturbed by mining, "
        "the class areas at every date, and a zone raster per period.\n\n"
        "Cells must be valid at all dates. All tables are derived from one cell count; the "
        "table Closure contains the consistency checks.\n\n"
        "Mining is the disturbing land use, unless TAKING_GROUPS names other groups of "
        "classes. If no class belongs to such a group, losses are not calculated (see "
        "log).\n\n"
        "The sum of period losses can differ from the loss over the full period: land that "
        "is no longer mined at the last date is included in the periods only, and land that "
        "was converted before it was mined is counted there with its class at that time. The "
        "report gives the causes of the difference.\n\n"
        "By default, classes and rules are those of Yang et al. 2022; coefficients are "
        "theirs near their mine, elsewhere site-specific IPCC defaults. Export scheme tables "
        "exports the default tables for editing."
    )
    DECLARES = (
        "LAYERS YEARS @shared @units RULES ZONE_TABLE COEFFICIENTS DENSITIES TAKING_GROUPS @years "
        "TITLE AUTHOR COMMENT IDLE_YEARS IDLE_MIN_HA FOCUS TRANSFERS AREAS ZONE_SHARES LOSSES "
        "BALANCE BY_YEAR PRIORITIES IDLE_AREAS DISCLOSURE CLOSURE ZONES_FOLDER REPORT WORKBOOK "
        "UNITS_LAYER @audit "
        "OCCUPIED_AREA_HA TOTAL_LOSS_TC TOTAL_LOSS_TCO2 NET_TAKEN_TC NET_MINED_BEFORE_TC "
        "ASSUMED_LOSS_TC"
    )

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        folder = run.optional_folder_path("ZONES_FOLDER")
        page, workbook = run.page_path("REPORT", has_map=True), run.workbook_path("WORKBOOK")
        series = self.load_series(run, inputs)
        rules = read_zone_rules(run, inputs, series)
        disturbing, coefficients = read_loss_inputs(run, inputs, series, must_be=False)
        units = self.create_units(run, inputs, series)
        spans = create_periods(inputs.dates)
        writer = self.create_raster_writer(run, series)
        if folder:
            run.drafts.stage_folder(folder)
        if folder or page:
            run.log_notes(MapZones(rules, series.named_classes).notes())
        focus = MapFocus(run.enum_value("FOCUS"))
        rule = IdleRule(run.int_value("IDLE_YEARS"), run.float_value("IDLE_MIN_HA"))
        shown = focus if page else None
        consumers = make_study_consumers(
            writer, folder, spans, rules, disturbing, units, shown, run.should_continue, rule
        )
        census = self.count_cells(
            run, inputs, series, spans, consumers.all_consumers, units=units, rules=rules
        )
        coefficient_table = inputs.tables["COEFFICIENTS"]
        disturbing = exclude_sinks_without_coefficients(
            coefficient_table, census.cube, coefficients, disturbing
        )
        site = run.provenance.title
        study = Study(series, census, rules, coefficients, disturbing, consumers, site)
        self.write_audit(run, study, study.consistency_checks)
        for name, table, rows_of in study.tables:
            self.write_result_table(run, name, table, census, rows_of)
        run.write_output_table(
            "PRIORITIES", PRIORITIES, study.priorities.rows if study.priorities else []
        )
        write_idle_areas(run, study)
        write_disclosure(run, study.disclosure)
        run.write_output_table("CLOSURE", CLOSURE, study.closure_rows)
        if units is None:
            write_square_units(run, study)
        self.write_units(run, units, census, *study.unit_columns)
        run.log_notes(study.notes())
        if page:
            from ..core.study.page import study_page

            run.write_page(page, partial(study_page, study))
        if workbook:
            from ..core.study.workbook import WorkbookContext, write_study_workbook

            warnings = [translate(warning) for warning in run.warned]
            about = WorkbookContext(run.provenance, run.hashed_input_files, warnings)
            run.log_notes(
                write_study_workbook(workbook, run.drafts, study, about, tr, run.should_continue)
            )
        load_rasters(run, "ZONES_FOLDER", _list_output_rasters(consumers, inputs.dates[-1]))
        if study.ledger:
            run.set_numeric_outputs(study.ledger.balance_figures)
        run.set_numeric_outputs(study.loss_figures)
        from ..core.study.key_findings import key_finding_notes

        run.answers = key_finding_notes(study).notices


def _list_output_rasters(consumers: StudyConsumers, last: Date) -> list[tuple[str, str]]:
    """Return path and title of each output raster, the most relevant first."""
    title = tr("Carbon zones {period}")
    # The zones of the full period are last, preceded by those of the latest period.
    zones = reversed(consumers.zones)
    shown = [(str(r.tiff.path), title.format(period=r.period.name)) for r in zones]
    for output, name in (
        ("STATUS_MAP", tr("Status of mined land {year}")),
        ("FIRST_MINED", tr("First mined")),
        ("RECLAIMED_BY", tr("Reclaimed by")),
    ):
        if output in consumers.mine:
            path = consumers.mine[output].tiff.path
            shown.append((str(path), name.format(year=last.label)))
    if consumers.idle_raster:
        title = tr("Years unchanged, mined land {year}").format(year=last.label)
        shown.append((str(consumers.idle_raster.tiff.path), title))
    return shown
