"""Mine carbon ledger: carbon lost to mining and carbon gained on reclaimed land."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.layer_appearance import SidecarStyle
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs, read_loss_inputs
from ..bridge.subjects.subject_inputs import read_area_errors
from ..core.base.dates import create_periods, resolve_series_years
from ..core.base.messages import Notes, Term
from ..core.ledger.balance import balance_notes
from ..core.ledger.ledger import Ledger, check_sink_coefficients
from ..core.ledger.ledger_rows import NET, BalanceRow, LedgerRow, NetRaster, StockRow
from ..core.ledger.results import LedgerResults, SensitivityRow
from ..core.ledger.stocks import AgeRule
from ..core.mine.annual_areas import BY_YEAR, annual_checks, annual_rows, change_year_notes
from ..core.mine.mined_land import MinedLand
from ..core.results.losses import density_warnings
from ..core.results.uncertainty import UNCERTAINTY
from ..core.results.uncertainty_notes import (
    adjusted_totals,
    headline_notes,
    interval_notes,
    omission_warnings,
)
from ..core.scan.series_count import CombinationCounter


class CarbonLedger(SeriesAlgorithm):
    """Carbon stock changes of mined land from each date to the next."""

    ID = "carbonledger"
    GROUP = "carbon"
    NEEDS_SCHEME = True
    LEAST_LAYERS = 2
    years_of = staticmethod(resolve_series_years)
    NAME = Term("Mine carbon ledger")
    SUMMARY = Term(
        "Calculates the balance of carbon lost to mining and carbon gained by reclaimed land."
    )
    TAGS = Term(
        "carbon,ledger,balance,stock,reclamation,recovery,topsoil,net,CO2,mine,coal,soil,"
        "vegetation,time series,InVEST"
    )
    HELP = Term(
        "Tracks the carbon stock of all land that is mined at any date. Requires land use "
        "with years for two or more dates, and classes with groups. Mined land: group mine, "
        "or the groups in TAKING_GROUPS. Carbon-sink classes: carbon densities from "
        "COEFFICIENTS.\n\n"
        "loss: carbon lost to mining; re-disturbed reclaimed land loses the carbon it had "
        "gained. gain and growth: carbon stock of the land when it is reclaimed, and its "
        "increase while the land remains reclaimed. net = gain + growth - loss. In every "
        "period, gain + growth - loss + pre_mining + other is the carbon stock change.\n\n"
        "For the soil and vegetation of each class, COEFFICIENTS can set the loss fraction "
        "(soil_loss_fraction), the rate of loss (soil_half_life) and the recovery curve "
        "(soil_curve: ipcc, exponential, chapman_richards, rates, instant). Default: "
        "complete and immediate loss (Yang et al. 2022) and linear recovery over 20 years "
        "(IPCC 2006). Soil carbon that is not lost is stored and re-applied.\n\n"
        "Losses are positive; a positive net value is a net gain."
    )
    DECLARES = (
        "LAYERS YEARS @shared COEFFICIENTS DENSITIES TAKING_GROUPS @years AGE_RULE AREA_ERRORS "
        "@draws LEDGER STOCKS BALANCE BY_YEAR UNCERTAINTY SENSITIVITY NET_MAP REPORT @audit "
        "LOSS_TC REGAINED_TC NET_TC NET_TCO2 NET_TAKEN_TC NET_MINED_BEFORE_TC ASSUMED_LOSS_TC "
        "NET_LOW_TCO2 NET_HIGH_TCO2 ADJUSTED_NET_TC ADJUSTED_NET_LOW_TC ADJUSTED_NET_HIGH_TC"
    )

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        net_path, page = run.raster_path("NET_MAP"), run.page_path("REPORT", has_map=True)
        rule = AgeRule(run.enum_value("AGE_RULE"))
        series = self.load_series(run, inputs)
        dates, spans = inputs.dates, create_periods(inputs.dates)
        disturbing, coefficients = read_loss_inputs(run, inputs, series)
        errors = read_area_errors(inputs.tables, series, spans[: len(dates) - 1])
        net_map = None
        if net_path:
            run.looks[Path(net_path)] = SidecarStyle()
            writer = self.create_raster_writer(run, series)
            # Missing densities are reported after the pass, when it is known which are needed.
            counted = disturbing.exclude_sinks(coefficients.missing_sink_keys(series.named_classes))
            net_map = NetRaster(writer, net_path, spans[-1], coefficients, counted, rule)
        combinations, thumbnail = CombinationCounter(series), None
        if page:
            from ..core.report.report_maps import history_thumbnail

            thumbnail = history_thumbnail(series)
        census = self.count_cells(run, inputs, series, spans, [combinations, net_map, thumbnail])
        land = MinedLand(combinations.table, dates, series.classes, disturbing)
        of_all = replace(land, disturbing=disturbing.with_all_sinks)
        if series.years is not None:
            run.log_notes(change_year_notes(of_all, series.years))
        land = check_sink_coefficients(inputs.tables["COEFFICIENTS"], land, coefficients)
        ledger = Ledger(land, coefficients, rule, run.should_continue)
        uncertainty = ledger.uncertainty(errors, inputs.wanted)
        results = LedgerResults(series, census, ledger, uncertainty, net_map, thumbnail)
        by_year, checks = annual_rows(of_all, ledger.yearly_losses), results.consistency_checks
        if series.years is not None:
            checks += annual_checks(of_all, by_year, ledger.losses_by_period)
        self.write_audit(run, results, checks)
        run.write_output_table("LEDGER", LedgerRow, ledger.rows)
        run.write_output_table("STOCKS", StockRow, ledger.stocks)
        if run.has_value("BALANCE"):
            run.write_output_table("BALANCE", BalanceRow, results.balance)
        run.write_output_table("BY_YEAR", BY_YEAR, by_year)
        run.write_output_table("UNCERTAINTY", UNCERTAINTY, uncertainty.rows)
        if run.has_value("SENSITIVITY"):
            run.write_output_table("SENSITIVITY", SensitivityRow, results.sensitivity.rows)
            run.log_notes(results.sensitivity.notes())
        run.log_notes(
            Notes(warnings=omission_warnings(uncertainty, NET)), headline_notes(uncertainty, NET)
        )
        run.log_notes(balance_notes(ledger, results.balance), ledger.notes())
        run.log_notes(Notes(warnings=density_warnings(results.disturbed_land)), uncertainty.notes)
        run.log_notes(interval_notes(uncertainty, NET))
        if page:
            from ..core.ledger.page import ledger_page

            run.write_page(page, partial(ledger_page, results))
        run.set_numeric_outputs(ledger.key_figures)
        net = uncertainty.best_row(NET, "t CO2")
        if net is not None:
            run.set_numeric_outputs({"NET_LOW_TCO2": net["low"], "NET_HIGH_TCO2": net["high"]})
        run.set_numeric_outputs(
            adjusted_totals(uncertainty, NET, "ADJUSTED_NET_TC", "ADJUSTED_NET_{}_TC")
        )
