"""Carbon loss accounting: the carbon of sinks that mining took."""

from __future__ import annotations

from ..bridge.algorithm import tell
from ..bridge.dated import PairAlgorithm
from ..bridge.fields import LOSSES
from ..bridge.layers import Context, Feedback, Parameters
from ..bridge.scheme import add_coefficient_parameter, coefficients_of, read_coefficient_table
from ..bridge.sinks import Outputs, raster_destination, raster_path, table_sink, write_table
from ..core.dates import Period
from ..core.drafts import Drafts
from ..core.results.losses import (
    DensityRaster,
    check_coefficients,
    loss_checks,
    loss_rows,
    loss_totals,
)
from ..text import tr


class CarbonLoss(PairAlgorithm):
    """Hectares of sinks that became mined land, times their carbon densities."""

    ID = "carbonloss"
    NEEDS_SCHEME = True

    def displayName(self) -> str:
        return tr("Carbon loss accounting")

    def shortDescription(self) -> str:
        return tr("Adds up the carbon lost where mining took arable land, forest and grass.")

    def tags(self) -> list[str]:
        return tr("carbon,loss,CO2,emission,mine,coal,soil,vegetation,land use,ledger").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Carbon loss = hectares of a sink class that became a mine class x its soil and "
            "vegetation carbon densities; CO2 = C x 44/12 (Yang et al. 2022, section 3.2).\n\n"
            "Sink classes are those of group sink, mine classes those of group mine. The "
            "densities are whole stocks: the method takes all soil carbon of occupied land as "
            "lost, although topsoil may be stored for reclamation.\n\n"
            "Losses of consecutive periods do not add up to the loss from the first to the last "
            "date, because land is mined, reclaimed and mined again."
        )

    def initAlgorithm(self, configuration: dict[str, object] | None = None) -> None:
        self.add_pair_parameters()
        add_coefficient_parameter(self)
        self.add(
            table_sink("LOSSES", tr("Carbon losses")),
            tr("One row per sink class and mine class: hectares, densities, t C and t CO2."),
        )
        self.add(
            raster_destination("LOSS_DENSITY", tr("Loss density"), optional=True),
            tr("t C/ha lost in each cell, 0 where nothing was lost; no data is -9999."),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "OCCUPIED_AREA_HA": tr("Sink area that mining took, ha"),
                "SOIL_LOSS_TC": tr("Soil carbon lost, t C"),
                "VEGETATION_LOSS_TC": tr("Vegetation carbon lost, t C"),
                "TOTAL_LOSS_TC": tr("Carbon lost, t C"),
                "TOTAL_LOSS_TCO2": tr("Carbon lost, t CO2"),
            }
        )

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        super().read(parameters, context, feedback)
        self._table = read_coefficient_table(self, parameters, context)

    def compute_with(
        self, drafts: Drafts, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        density = raster_path(self, parameters, "LOSS_DENSITY", context)
        series = self.open(feedback)
        coefficients = coefficients_of(self._table, series.classes, feedback)
        tell(feedback, check_coefficients(self._table, series.named_classes, coefficients))
        period = Period(0, 1, self.period)
        consumers = []
        if density:
            raster = DensityRaster(
                period,
                density,
                drafts,
                series.grid,
                series.window,
                series.classes,
                coefficients,
            )
            raster.tiff.set_metadata(self.record(period.name))
            consumers.append(raster)
        found = self.count(series, [period], consumers, feedback)
        for raster in consumers:
            raster.set_legend(found.cube)
            raster.tiff.close()
        rows = loss_rows(found.cube, coefficients)
        results = write_table(self, parameters, "LOSSES", context, drafts, LOSSES, rows)
        if density:
            results["LOSS_DENSITY"] = density
        totals = loss_totals(rows, period.name)
        return {
            **results,
            **self.pair_audit(
                series, found, loss_checks(found.cube, rows), drafts, parameters, context
            ),
            "OCCUPIED_AREA_HA": totals["area_ha"],
            "SOIL_LOSS_TC": totals["soil_loss_tc"],
            "VEGETATION_LOSS_TC": totals["vegetation_loss_tc"],
            "TOTAL_LOSS_TC": totals["total_loss_tc"],
            "TOTAL_LOSS_TCO2": totals["total_loss_tco2"],
        }
