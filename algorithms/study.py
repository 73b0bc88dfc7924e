"""Carbon zone study: a dated series to matrices, zones, losses and shares, in one pass."""

from __future__ import annotations

import os

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterFolderDestination,
    QgsProcessingUtils,
)

from ..bridge.algorithm import tell
from ..bridge.dated import SeriesAlgorithm
from ..bridge.fields import CLOSURE, LOSSES, SHARES, TRANSFERS, ZONE_SHARES
from ..bridge.layers import Context, Feedback, Parameters
from ..bridge.page import origin_of, page_destination, page_path
from ..bridge.scheme import (
    add_coefficient_parameter,
    add_rule_parameters,
    coefficients_of,
    default_densities,
    read_coefficient_table,
    read_rule_tables,
    rules_of,
)
from ..bridge.sinks import Outputs, folder_path, table_sink, write_table
from ..core import dates
from ..core.dates import periods
from ..core.drafts import Drafts
from ..core.messages import Message
from ..core.report.sections.sources import Origin
from ..core.report.study import Results, write_study_report
from ..core.results.audit import audit_rows, date_checks
from ..core.results.closure import Check
from ..core.results.losses import LossRow, check_coefficients, loss_checks, loss_rows, loss_totals
from ..core.results.shares import share_rows
from ..core.results.transfers import matrix_checks, transfer_rows
from ..core.results.unassigned import UnassignedRow, unassigned_by_kind, unassigned_rows
from ..core.results.zones import ZoneRaster, zone_checks, zone_share_rows
from ..core.scan.cube import TransitionCube
from ..text import tr


class Study(SeriesAlgorithm):
    """The main job: everything about a series, from one reading of each raster."""

    ID = "study"
    NEEDS_SCHEME = True
    LEAST_LAYERS = 2

    def displayName(self) -> str:
        return tr("Carbon zone study")

    def shortDescription(self) -> str:
        return tr("Turns dated land-use rasters into transfer matrix, carbon zones and losses.")

    def tags(self) -> list[str]:
        return tr(
            "carbon,carbon sink,zones,land use,change,transfer,matrix,mine,coal,loss,CO2,"
            "time series,study"
        ).split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Land-use rasters of two or more dates go in. Out come, for every period and for the "
            "whole span: the land-use transfer matrix, the shares of the carbon-sink functional "
            "zones, the carbon lost where mining took arable land, forest and grass, the class "
            "areas of every date, and a zone raster per period. Every raster is read once.\n\n"
            "A cell counts when it is valid at all dates. All tables come from one count of the "
            "cells; the table Closure shows that they agree.\n\n"
            "Losses of consecutive periods do not add up to the loss over the span, because land "
            "is mined, reclaimed and mined again.\n\n"
            "Classes, rules and coefficients are those of Yang et al. 2022 unless tables are "
            "given; Export scheme tables hands out the default ones, ready to edit."
        )

    def initAlgorithm(self, configuration: dict[str, object] | None = None) -> None:
        self.add_series_parameters(
            tr("Land-use rasters of two or more dates."),
            tr(
                "The layers' years in their order, such as 1986,2000,2009,2018. Without them the "
                "four-digit years in the layers' names."
            ),
        )
        add_rule_parameters(self)
        add_coefficient_parameter(self)
        for name, description, help_text in (
            ("TRANSFERS", tr("Transfers"), tr("One row per period and pair of classes.")),
            ("AREAS", tr("Class areas"), tr("One row per date and class.")),
            ("ZONE_SHARES", tr("Zone shares"), tr("One row per period and zone.")),
            (
                "LOSSES",
                tr("Carbon losses"),
                tr("One row per period, sink class and mine class."),
            ),
            ("CLOSURE", tr("Closure"), tr("Checks that all tables agree with each other.")),
        ):
            self.add(table_sink(name, description), help_text)
        self.add(
            QgsProcessingParameterFolderDestination("ZONES_FOLDER", tr("Folder of zone rasters")),
            tr("Gets one zone raster per period, such as zones_1986_2000.tif."),
        )
        self.add(
            page_destination("REPORT", tr("Report")),
            tr(
                "Maps, charts and tables of everything, as one HTML file that opens offline. The "
                "layers' files are read once more, for their checksums."
            ),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "OCCUPIED_AREA_HA": tr("Sink area that mining took over the span, ha"),
                "TOTAL_LOSS_TC": tr("Carbon lost over the span, t C"),
                "TOTAL_LOSS_TCO2": tr("Carbon lost over the span, t CO2"),
            }
        )

    def years_of(self, text: str, names: list[str]) -> list[str]:
        return dates.series_years(text, names)

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        super().read(parameters, context, feedback)
        self._rule_tables = read_rule_tables(self, parameters, context)
        self._coefficients = read_coefficient_table(self, parameters, context)
        self._folder = folder_path(self, parameters, "ZONES_FOLDER", context)
        self._page = page_path(self, parameters, "REPORT", context)

    def compute_with(
        self, drafts: Drafts, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        series = self.open(feedback)
        rules = rules_of(self._rule_tables, series.classes, feedback)
        coefficients = coefficients_of(self._coefficients, series.classes, feedback)
        tell(feedback, check_coefficients(self._coefficients, series.named_classes, coefficients))
        spans = periods(self.years)
        steps = spans[: len(self.years) - 1]
        rasters = []
        drafts.folder(self._folder)
        for period in steps:
            path = os.path.join(self._folder, f"zones_{period.name.replace('-', '_')}.tif")
            self.refuse_input(path)
            raster = ZoneRaster(
                period, path, drafts, series.grid, series.window, series.classes, rules
            )
            raster.tiff.set_metadata(self.record(period.name))
            rasters.append(raster)
        found = self.count(series, spans, rasters, feedback)

        cube, dated = found.cube, list(zip(self.years, self.names))
        transfers = transfer_rows(cube)
        zones = zone_share_rows(cube, rules)
        losses = loss_rows(cube, coefficients)
        areas = share_rows(dated, found.cube.classes, found.dates.common)
        checks = [
            *date_checks(dated, found.dates, series.window.cells),
            *matrix_checks(cube, dated, found.dates),
            *zone_checks(cube, zones, rasters),
            *loss_checks(cube, losses),
        ]
        for raster in rasters:
            raster.set_legend(
                [row for row in zones if row["period"] == raster.period.name], rules.zones
            )
            raster.tiff.close()
        results = {
            "ZONES_FOLDER": self._folder,
            **self.audit(series, found, checks, drafts, parameters, context),
        }
        for name, fields, rows in (
            ("TRANSFERS", TRANSFERS, transfers),
            ("AREAS", SHARES, areas),
            ("ZONE_SHARES", ZONE_SHARES, zones),
            ("LOSSES", LOSSES, losses),
            ("CLOSURE", CLOSURE, [check.row() for check in checks]),
        ):
            results.update(write_table(self, parameters, name, context, drafts, fields, rows))
        unassigned = unassigned_rows(cube, rules, default_densities())
        if self._page:
            page = Results(
                series=series,
                census=found,
                rules=rules,
                dated=dated,
                rasters=rasters,
                transfers=transfers,
                zones=zones,
                losses=losses,
                areas=areas,
                unassigned=unassigned,
                audit=audit_rows(series, found, dated),
                checks=checks,
            )
            write_study_report(self._page, drafts, page, self._origin(feedback), tr)
            results["REPORT"] = self._page
        self._tell(cube, unassigned, losses, checks, feedback)
        self._load(rasters, parameters, context)
        totals = loss_totals(losses, spans[-1].name)
        return {
            **results,
            "OCCUPIED_AREA_HA": totals["area_ha"],
            "TOTAL_LOSS_TC": totals["total_loss_tc"],
            "TOTAL_LOSS_TCO2": totals["total_loss_tco2"],
        }

    def _origin(self, feedback: Feedback) -> Origin:
        """What the report tells of the run."""
        rules, zones = self._rule_tables
        return origin_of(
            self,
            feedback,
            [
                (tr("Class table"), self._classes),
                (tr("Rule table"), rules),
                (tr("Zone table"), zones),
                (tr("Carbon coefficients"), self._coefficients),
            ],
        )

    def _tell(
        self,
        cube: TransitionCube,
        unassigned: list[UnassignedRow],
        losses: list[LossRow],
        checks: list[Check],
        feedback: Feedback,
    ) -> None:
        """Losses, unassigned land and closure (which was required before), in the log."""
        notices = []
        for period in cube.periods:
            totals = loss_totals(losses, period.name)
            notices.append(
                Message(
                    "{period}: carbon loss {carbon:.1f} t C ({dioxide:.1f} t CO2) on "
                    "{area:.2f} ha.",
                    period=period.name,
                    carbon=totals["total_loss_tc"],
                    dioxide=totals["total_loss_tco2"],
                    area=totals["area_ha"],
                )
            )
            for kind, area, share in unassigned_by_kind(unassigned, period.name):
                notices.append(
                    Message(
                        "{period}: unassigned, {kind}: {area:.2f} ha ({share:.2f} %).",
                        period=period.name,
                        kind=kind,
                        area=area,
                        share=share,
                    )
                )
        if len(cube.periods) > 1:
            notices.append(
                Message(
                    "The losses of the periods do not add up to that of the span: land is mined, "
                    "reclaimed and mined again."
                )
            )
        notices.append(Message("Closure: all {count} checks are met.", count=len(checks)))
        tell(feedback, notices)

    def _load(self, rasters: list[ZoneRaster], parameters: Parameters, context: Context) -> None:
        """In the application, show the zone rasters when the run is over.

        A model that does not want them gives its step a folder in the temporary one.
        """
        given = str(parameters.get("ZONES_FOLDER"))
        if context.project() is None or given.startswith(QgsProcessingUtils.tempFolder()):
            return
        for raster in rasters:
            name = tr("Carbon zones {period}").format(period=raster.period.name)
            context.addLayerToLoadOnCompletion(
                str(raster.tiff.path),
                QgsProcessingContext.LayerDetails(
                    name,
                    context.project(),
                    "ZONES_FOLDER",
                    QgsProcessingUtils.LayerHint.Raster,
                ),
            )
