"""Land-use transfer matrix: who turned into what between two dates."""

from __future__ import annotations

from ..bridge.dated import PairAlgorithm
from ..bridge.fields import CLASS_CHANGE, REAL, TEXT, TRANSFERS
from ..bridge.layers import Context, Feedback, Parameters
from ..bridge.scheme import default_zone_names
from ..bridge.sinks import Outputs, raster_destination, raster_path, table_sink, write_table
from ..core.dates import Period
from ..core.drafts import Drafts
from ..core.results.change import class_change_rows
from ..core.results.conversions import ConversionRaster
from ..core.results.transfers import matrix_table, transfer_rows
from ..text import tr


class TransferMatrix(PairAlgorithm):
    """Counts every pair of classes of two dates."""

    ID = "transfermatrix"

    def displayName(self) -> str:
        return tr("Land-use transfer matrix")

    def shortDescription(self) -> str:
        return tr("Counts how much of each class became which other class between two dates.")

    def tags(self) -> list[str]:
        return tr(
            "land use,land cover,change,transition,transfer,matrix,cross-tabulation,gain,loss,swap"
        ).split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Counts every pair of classes of two land-use rasters, in cells, "
            "hectares and per cent. Works on any categorical rasters; classes are named from the "
            "layers' attribute tables, category names or styles, or by a class table.\n\n"
            "Transfers: one row per pair of classes that occurs. Matrix: the same as a square in "
            "hectares, with totals. Class change: persistence, gain, loss, net change and swap of "
            "each class. Conversions: a raster with one value per pair, from x 1000 + to.\n\n"
            "A cell counts when it is valid at both dates; what is left out is in the log and in "
            "the number EXCLUDED_CELLS."
        )

    def initAlgorithm(self, configuration: dict[str, object] | None = None) -> None:
        self.add_pair_parameters()
        self.add(
            table_sink("TRANSFERS", tr("Transfers")),
            tr("One row per pair of classes: cells, hectares, shares."),
        )
        self.add(
            table_sink("MATRIX", tr("Transfer matrix"), optional=True),
            tr("Square matrix in hectares, from-classes in rows, with totals."),
        )
        self.add(
            table_sink("CLASS_CHANGE", tr("Class change"), optional=True),
            tr("Persistence, gain, loss, net change and swap of each class, in hectares."),
        )
        self.add(
            raster_destination("CONVERSIONS", tr("Conversions"), optional=True),
            tr("One value per pair of classes, from x 1000 + to, with names and colours."),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "CHANGED_AREA_HA": tr("Area that changed its class, ha"),
                "UNCHANGED_AREA_HA": tr("Area that kept its class, ha"),
            }
        )

    def compute_with(
        self, drafts: Drafts, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        conversions = raster_path(self, parameters, "CONVERSIONS", context)
        series = self.open(feedback)
        period = Period(0, 1, self.period)
        raster = None
        if conversions:
            raster = ConversionRaster(
                period, conversions, drafts, series.grid, series.window, series.classes
            )
            raster.tiff.set_metadata(self.record(period.name))
        found = self.count(series, [period], [raster] if raster else [], feedback)
        results = {}
        if raster:
            raster.set_legend(found.cube, default_zone_names())
            raster.tiff.close()
            results["CONVERSIONS"] = conversions
        columns, matrix = matrix_table(found.cube)
        matrix_columns = (("from_class", TEXT), *((column, REAL) for column in columns))
        for name, fields, rows in (
            ("TRANSFERS", TRANSFERS, transfer_rows(found.cube)),
            ("MATRIX", matrix_columns, matrix),
            ("CLASS_CHANGE", CLASS_CHANGE, class_change_rows(found.cube)),
        ):
            results.update(write_table(self, parameters, name, context, drafts, fields, rows))
        return {
            **results,
            **self.pair_audit(series, found, [], drafts, parameters, context),
            "CHANGED_AREA_HA": found.changed_hectares(),
            "UNCHANGED_AREA_HA": found.unchanged_hectares(),
        }
