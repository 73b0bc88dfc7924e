"""Mine carbon ledger: the carbon that mining took, and what reclaimed land has gained since."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.layer_appearance import StyleBeside
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs, losses_of
from ..bridge.subjects.subject_inputs import area_errors_of
from ..core.base.dates import periods, series_years
from ..core.base.messages import Notes, Term
from ..core.ledger.balance import balance_notes
from ..core.ledger.flows import NET, BalanceRow, LedgerRow, NetRaster, StockRow
from ..core.ledger.ledger import Ledger, require_sinks
from ..core.ledger.results import LedgerResults, SensitivityRow
from ..core.ledger.states import AgeRule
from ..core.mine.by_year import BY_YEAR, by_year_checks, by_year_rows, year_notes
from ..core.mine.mined_land import MineLand
from ..core.results.losses import density_warnings
from ..core.results.uncertainty import UNCERTAINTY
from ..core.results.uncertainty_notes import (
    adjusted_numbers,
    found_notes,
    lead_notes,
    unseen_warnings,
)
from ..core.scan.count import Combinations


class CarbonLedger(SeriesAlgorithm):
    """Follows the carbon of land that is mined at some date, from each date to the next."""

    ID = "carbonledger"
    GROUP = "carbon"
    NEEDS_SCHEME = True
    LEAST_LAYERS = 2
    years_of = staticmethod(series_years)
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

    def work(self, run: Run, inputs: DatedInputs) -> None:
        net_path, page = run.raster("NET_MAP"), run.page("REPORT")
        rule = AgeRule(run.choice("AGE_RULE"))
        series = self.open(run, inputs)
        dates, spans = inputs.dates, periods(inputs.dates)
        disturbing, coefficients = losses_of(run, inputs, series)
        errors = area_errors_of(inputs.tables, series, spans[: len(dates) - 1])
        net_map = None
        if net_path:
            run.looks[Path(net_path)] = StyleBeside()
            writer = self.writer(run, series)
            # What turns out to be needed and lacking is refused after the pass.
            counted = disturbing.without(coefficients.lacking(series.named_classes))
            net_map = NetRaster(writer, net_path, spans[-1], coefficients, counted, rule)
        combinations, thumbnail = Combinations(series), None
        if page:
            from ..core.report.report_maps import land_thumbnail

            thumbnail = land_thumbnail(series)
        census = self.count(run, inputs, series, spans, [combinations, net_map, thumbnail])
        land = MineLand(combinations.table, dates, series.classes, disturbing)
        of_all = replace(land, disturbing=disturbing.of_all_sinks)
        if series.years is not None:
            run.log(year_notes(of_all, series.years))
        land = require_sinks(inputs.tables["COEFFICIENTS"], land, coefficients)
        ledger = Ledger(land, coefficients, rule, run.going_on)
        uncertainty = ledger.uncertainty(errors, inputs.wanted)
        results = LedgerResults(series, census, ledger, uncertainty, net_map, thumbnail)
        by_year, checks = by_year_rows(of_all, ledger.yearly_losses), results.checks
        if series.years is not None:
            checks += by_year_checks(of_all, by_year, ledger.losses_by_period)
        self.audit(run, results, checks)
        run.write("LEDGER", LedgerRow, ledger.rows)
        run.write("STOCKS", StockRow, ledger.stocks)
        if run.has("BALANCE"):
            run.write("BALANCE", BalanceRow, results.balance)
        run.write("BY_YEAR", BY_YEAR, by_year)
        run.write("UNCERTAINTY", UNCERTAINTY, uncertainty.rows)
        if run.has("SENSITIVITY"):
            run.write("SENSITIVITY", SensitivityRow, results.sensitivity.rows)
            run.log(results.sensitivity.notes())
        run.log(Notes(warnings=unseen_warnings(uncertainty, NET)), lead_notes(uncertainty, NET))
        run.log(balance_notes(ledger, results.balance), ledger.notes())
        run.log(Notes(warnings=density_warnings(results.taken_land)), uncertainty.notes)
        run.log(found_notes(uncertainty, NET))
        if page:
            from ..core.ledger.page import ledger_page

            run.write_page(page, partial(ledger_page, results))
        run.write_key_figures(ledger.key_figures)
        net = uncertainty.best(NET, "t CO2")
        if net is not None:
            run.write_key_figures({"NET_LOW_TCO2": net["low"], "NET_HIGH_TCO2": net["high"]})
        run.write_key_figures(
            adjusted_numbers(uncertainty, NET, "ADJUSTED_NET_TC", "ADJUSTED_NET_{}_TC")
        )
