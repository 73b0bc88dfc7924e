"""Land matrix of the inventory: UNFCCC tables 4.1 and 4.A to 4.F from dated rasters."""

from __future__ import annotations

from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs, read_all_coefficients
from ..core.base.dates import create_periods, resolve_series_years
from ..core.base.messages import Term
from ..core.inventory.answers import answer_notes, key_figures
from ..core.inventory.categories import read_categories
from ..core.inventory.inventory import CategoryRow, Inventory, LandMatrixRow
from ..core.inventory.uncertainty import InventoryUncertainty, InventoryUncertaintyRow
from ..core.mine.annual_areas import change_year_notes
from ..core.mine.mined_land import MinedLand
from ..core.results.results import Results
from ..core.scan.series_count import CombinationCounter
from ..core.scheme.defaults import load_default_table
from ..text import tr


class LandInventory(SeriesAlgorithm):
    """Area and carbon of converted land by year in the format of the inventory."""

    ID = "landinventory"
    GROUP = "carbon"
    NEEDS_SCHEME = True
    NEEDS_ALL_NAMED = True
    TAKES_UNITS = True
    LEAST_LAYERS = 2
    years_of = staticmethod(resolve_series_years)
    NAME = Term("Land matrix of the inventory")
    SUMMARY = Term(
        "Fills in UNFCCC reporting tables 4.1 and 4.A to 4.F: land conversion, carbon, net CO2."
    )
    TAGS = Term(
        "inventory,greenhouse gas,UNFCCC,IPCC,CRT,CRF,LULUCF,land matrix,conversion,land use,"
        "carbon,CO2,soil,biomass"
    )
    HELP = Term(
        "Reports the land of a country or county in UNFCCC common reporting tables: annual "
        "land transition matrices (table 4.1), and area and carbon of the six IPCC "
        "categories (tables 4.A to 4.F), tier 1. Requires land use with years for two or "
        "more dates, and classes with groups.\n\n"
        "Conversions are distributed evenly over the years of a period. Conversions from "
        "carbon sinks to mined land take place in the year of DISTURBANCE_YEAR, and "
        "conversions back in the year of RECOVERY_YEAR, if it lies in the period. Land is "
        "reported as converted for TRANSITION_YEARS years, then as remaining; conversions "
        "before the first date are unknown. Mineral soil carbon changes linearly over these "
        "years, biomass in the year of conversion; new forest and perennial crops follow "
        "their growth curves.\n\n"
        "Values that cannot be calculated, such as those of classes without densities, are "
        "not estimated: empty in the tables, NE in the workbook, never 0. Settlements and "
        "other land without densities have no biomass (BARE_BIOMASS); BARE_SOIL sets the "
        "change of their soil carbon. With DENSITIES paper or place, COEFFICIENTS may be "
        "limited to some classes. Organic soils are not estimated.\n\n"
        "Rows and columns follow copies of the form; its original text was not available. "
        "This is not legal advice."
    )
    DECLARES = (
        "LAYERS YEARS @shared @units @years CATEGORIES TRANSITION_YEARS BARE_BIOMASS BARE_SOIL "
        "COEFFICIENTS DENSITIES LAND_MATRIX CATEGORY_TABLE UNCERTAINTY WORKBOOK REPORT UNITS_LAYER "
        "@audit NET_CO2_KT NET_CO2_TOTAL_KT NOT_ESTIMATED_KHA"
    )

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        workbook, page = run.workbook_path("WORKBOOK"), run.page_path("REPORT")
        series = self.load_series(run, inputs)
        table = inputs.tables["CATEGORIES"]
        shipped = read_categories(load_default_table("categories.csv"), series.classes)
        given = read_categories(table, series.classes)
        own = {} if table.is_default else given
        carbon = (read_all_coefficients(run, inputs, series), run.int_value("TRANSITION_YEARS"))
        units, combinations = self.create_units(run, inputs, series), CombinationCounter(series)
        census = self.count_cells(
            run, inputs, series, create_periods(inputs.dates), [combinations], units=units
        )
        if series.years is not None:
            land = MinedLand(combinations.table, inputs.dates, series.classes, inputs.disturbing)
            run.log_notes(change_year_notes(land, series.years))
        by = (series.classes, shipped, own, *carbon)
        bare = run.enum_value("BARE_BIOMASS"), run.enum_value("BARE_SOIL")
        inventory = Inventory(combinations.table, inputs.dates, *by, *bare, run.should_continue)
        results = Results(series, census, inventory.consistency_checks(census))
        self.write_audit(run, results, results.consistency_checks)
        self.write_result_table(
            run,
            "LAND_MATRIX",
            LandMatrixRow,
            census,
            lambda c: inventory.with_census(c).land_matrix_rows,
        )
        self.write_result_table(
            run, "CATEGORY_TABLE", CategoryRow, census, lambda c: inventory.with_census(c).rows
        )
        self.write_units(run, units, census, inventory.unit_columns)
        uncertainty = InventoryUncertainty(inventory, run.has_value("UNCERTAINTY", "REPORT"))
        self.write_result_table(
            run,
            "UNCERTAINTY",
            InventoryUncertaintyRow,
            census,
            lambda c: (
                uncertainty.rows
                if c is census
                else InventoryUncertainty(inventory.with_census(c)).rows
            ),
        )
        run.log_notes(answer_notes(uncertainty), inventory.notes())
        run.set_numeric_outputs(key_figures(uncertainty))
        if workbook:
            from ..core.inventory.page import write_inventory_workbook

            about = (run.provenance, run.hashed_input_files)
            write_inventory_workbook(workbook, run.drafts, results, inventory, *about, tr)
        if page:
            from ..core.inventory.page import inventory_page

            run.write_page(page, partial(inventory_page, results, uncertainty))
