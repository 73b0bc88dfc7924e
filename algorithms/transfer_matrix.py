"""Land-use transfer matrix: who turned into what between two dates."""

from __future__ import annotations

from ..bridge.dated import DatedInputs
from ..bridge.destinations import raster_destination, table_sink
from ..bridge.pair import PairAlgorithm
from ..bridge.run import Run
from ..core.base.dates import pair_period
from ..core.base.messages import Notes, Term
from ..core.change.conversions import ConversionRaster
from ..core.results.change import ChangeRow, changed_columns, class_change_rows
from ..core.results.results import Results
from ..core.results.transfers import TransferRow, matrix_fields, matrix_table, transfer_rows
from ..core.scheme.defaults import default_zone_names
from ..text import language, tr


class TransferMatrix(PairAlgorithm):
    """Counts every pair of classes of two dates."""

    ID = "transfermatrix"
    GROUP = "change"
    TAKES_UNITS = True
    NAME = Term("Land-use transfer matrix")
    SUMMARY = Term("Counts how much of each class became which other class between two dates.")
    TAGS = Term(
        "land use,land cover,change,transition,transfer,matrix,cross-tabulation,gain,loss,swap,"
        "change detection,confusion matrix,crosstab"
    )
    HELP = Term(
        "Counts every pair of classes of two land-use rasters, in cells, "
        "hectares and per cent. Works on any categorical rasters; classes are named from the "
        "layers' attribute tables, category names or styles, or by a class table.\n\n"
        "Transfers: one row per pair of classes that occurs. Matrix: the same as a square in "
        "hectares, with totals. Class change: persistence, gain, loss, net change and swap of "
        "each class. Conversions: a raster with one value per pair, from x 1000 + to.\n\n"
        "A cell counts when it is valid at both dates; what is left out is in the log and in "
        "the number EXCLUDED_CELLS."
    )

    def declare(self) -> None:
        self.add_pair_parameters()
        self.add(
            table_sink("TRANSFERS", tr("Transfers")),
            tr("One row per pair of classes: cells, hectares, shares."),
        )
        self.add(
            table_sink("MATRIX", tr("Transfer matrix"), optional=True, by_default=True),
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

    def work(self, run: Run, inputs: DatedInputs) -> None:
        conversions = run.raster("CONVERSIONS")
        series = self.open(run, inputs)
        units = self.units(run, inputs, series)
        period = pair_period(*inputs.dates)
        consumers = []
        if conversions:
            writer = self.writer(run, series)
            zones = default_zone_names(language())
            consumers.append(ConversionRaster(writer, conversions, period, zones))
        census = self.count(run, series, [period], consumers, units=units)
        results, whole = Results(series, census), census.cube
        shared = whole if units else None
        columns, square = matrix_table(whole, whole=shared)
        self.write(run, "TRANSFERS", TransferRow, census, lambda c: transfer_rows(c.cube))
        self.write(
            run,
            "MATRIX",
            matrix_fields(columns),
            census,
            lambda c: square if c is census else matrix_table(c.cube, whole=shared)[1],
        )
        self.write(run, "CLASS_CHANGE", ChangeRow, census, lambda c: class_change_rows(c.cube))
        self.write_units(run, units, census, changed_columns([period]))
        self.audit(run, results, results.checks)
        run.log(Notes([census.changed()]))
        run.write_key_figures(
            {
                "CHANGED_AREA_HA": census.changed_hectares(),
                "UNCHANGED_AREA_HA": census.unchanged_hectares(),
            }
        )
