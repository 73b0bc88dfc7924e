"""Carbon loss accounting: the carbon of sinks of which mining, or other land use, took land."""

from __future__ import annotations

from ..bridge.dated import DatedInputs
from ..bridge.destinations import raster_destination, table_sink
from ..bridge.pair import PairAlgorithm
from ..bridge.run import Run
from ..bridge.scheme import (
    add_coefficient_parameter,
    add_densities_parameter,
    add_disturbing_parameter,
    coefficients_of,
    disturbing_classes_of,
    note_hidden_mines,
    table_of,
)
from ..bridge.subjects.uncertainty import (
    add_uncertainty_output,
    add_uncertainty_parameters,
    area_errors_of,
    wanted_of,
)
from ..core.base.dates import pair_period
from ..core.base.messages import Term
from ..core.results.adjusted_notes import adjusted_numbers, first_notes, lead_notes
from ..core.results.loss_model import LOSS, LossUncertainty
from ..core.results.losses import (
    LossRaster,
    LossRow,
    loss_checks,
    loss_columns,
    loss_notes,
    loss_rows,
    loss_totals,
    require_coefficients,
)
from ..core.results.results import Results
from ..core.results.taken_land import taken_land, taken_notes
from ..core.results.uncertainty import UncertaintyRow
from ..text import tr


class CarbonLoss(PairAlgorithm):
    """Hectares of sinks that were taken, times their carbon densities."""

    ID = "carbonloss"
    GROUP = "carbon"
    NEEDS_SCHEME = True
    TAKES_UNITS = True
    ONLY_FOR = dict.fromkeys(("AREA_ERRORS", "DRAWS", "SEED", "LEVEL"), ("UNCERTAINTY",))
    NAME = Term("Carbon loss accounting")
    SUMMARY = Term("Adds up the carbon lost where mining took arable land, forest and grass.")
    TAGS = Term("carbon,loss,CO2,emission,mine,coal,soil,vegetation,land use,ledger,InVEST")
    HELP = Term(
        "Carbon loss = hectares of a sink class that became a mine class x its soil and "
        "vegetation carbon densities; CO2 = C x 44/12 (Yang et al. 2022, section 3.2).\n\n"
        "Sink classes are those of group sink, mine classes those of group mine. Where other "
        "land use takes land from the sinks in your study, such as towns, name its groups in "
        "TAKING_GROUPS. The densities are whole stocks: the method takes all soil carbon of "
        "occupied land as lost, although topsoil may be stored for reclamation. The columns "
        "soil_loss_fraction and vegetation_loss_fraction of COEFFICIENTS say what part is.\n\n"
        "Losses of consecutive periods need not add up to the loss from the first to the last "
        "date: land that was mined and is no longer mine at the end counts in the periods "
        "only, and land that changed before it was mined counts there with the class that it "
        "had then. Carbon zone study says how much of the difference is due to what."
    )

    def declare(self) -> None:
        self.add_pair_parameters()
        add_coefficient_parameter(self)
        add_densities_parameter(self)
        add_disturbing_parameter(self)
        add_uncertainty_parameters(self, draws=0)
        self.add(
            table_sink("LOSSES", tr("Carbon losses")),
            tr(
                "One row per sink class and class that took it: hectares, densities, t C and t CO2."
            ),
        )
        add_uncertainty_output(self)
        self.add(
            raster_destination("LOSS_DENSITY", tr("Loss density"), optional=True),
            tr("t C/ha lost in each cell, 0 where nothing was lost; no data is -9999."),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "OCCUPIED_AREA_HA": tr("Sink area that was taken, ha"),
                "SOIL_LOSS_TC": tr("Soil carbon lost, t C"),
                "VEGETATION_LOSS_TC": tr("Vegetation carbon lost, t C"),
                "TOTAL_LOSS_TC": tr("Carbon lost, t C"),
                "TOTAL_LOSS_TCO2": tr("Carbon lost, t CO2"),
                "ADJUSTED_LOSS_TC": tr("Carbon lost by the sample's areas, t C"),
                "ADJUSTED_LOW_TC": tr("Lower bound of ADJUSTED_LOSS_TC"),
                "ADJUSTED_HIGH_TC": tr("Upper bound of ADJUSTED_LOSS_TC"),
            }
        )

    def work(self, run: Run, inputs: DatedInputs) -> None:
        density_path = run.raster("LOSS_DENSITY")
        disturbing, wanted = disturbing_classes_of(run), wanted_of(run)
        series = self.open(run, inputs)
        note_hidden_mines(run, series, disturbing)
        disturbing.require_losses(series.named_classes)
        coefficients = coefficients_of(run, inputs.tables, series, disturbing)
        disturbing = disturbing.counted_by(coefficients, series.named_classes)
        units = self.units(run, inputs, series)
        period = pair_period(*inputs.dates)
        errors = area_errors_of(inputs.tables, series, [period])
        raster = None
        if density_path:
            writer = self.writer(run, series)
            raster = LossRaster(writer, density_path, period, coefficients, disturbing)
        census = self.count(run, series, [period], [raster], units=units)
        coefficient_table = table_of(inputs.tables, "COEFFICIENTS")
        disturbing = require_coefficients(coefficient_table, census.cube, coefficients, disturbing)
        results = Results(series, census)
        losses = loss_rows(census.cube, coefficients, disturbing)
        self.write(
            run,
            "LOSSES",
            LossRow,
            census,
            lambda c: losses if c is census else loss_rows(c.cube, coefficients, disturbing),
        )
        uncertain = LossUncertainty(census, coefficients, disturbing, errors, wanted)
        self.write(run, "UNCERTAINTY", UncertaintyRow, census, uncertain.rows)
        if run.wants("UNCERTAINTY"):
            run.log(first_notes(uncertain.whole, LOSS))
            run.log(lead_notes(uncertain.whole, LOSS))
            run.log(uncertain.notes())
            run.write_key_figures(
                adjusted_numbers(uncertain.whole, LOSS, "ADJUSTED_LOSS_TC", "ADJUSTED_{}_TC")
            )
        self.write_units(run, units, census, loss_columns([period], coefficients, disturbing))
        self.audit(run, results, [*results.checks, *loss_checks(census.cube, losses, disturbing)])
        totals = loss_totals(losses, period.name)
        run.log(loss_notes(totals, period.name))
        run.log(taken_notes(taken_land(census.cube, [period], coefficients, disturbing)))
        run.write_key_figures(
            {
                "OCCUPIED_AREA_HA": totals["area_ha"],
                "SOIL_LOSS_TC": totals["soil_loss_tc"],
                "VEGETATION_LOSS_TC": totals["vegetation_loss_tc"],
                "TOTAL_LOSS_TC": totals["total_loss_tc"],
                "TOTAL_LOSS_TCO2": totals["total_loss_tco2"],
            }
        )
