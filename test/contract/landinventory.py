"""Land matrix of the inventory."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import UNCLASSIFIED, layers, refused, text
from carbon_zones.test.contract import Contract, PlainRun

CONTRACT = Contract(
    display_name="Land matrix of the inventory",
    group="carbon",
    needs_scheme=True,
    needs_names=True,
    parameters={
        **shared.SERIES,
        **shared.UNITS,
        **shared.YEAR_RASTERS,
        "CATEGORIES": shared.SOURCE_IF_WANTED,
        "TRANSITION_YEARS": ("number", 20, False, True),
        "BARE_BIOMASS": ("enum", "zero", False, True),
        "BARE_SOIL": ("enum", "not_estimated", False, True),
        **shared.COEFFICIENTS,
        **shared.DENSITIES,
        **shared.each(shared.TABLE_IF_WANTED, "LAND_MATRIX CATEGORY_TABLE UNCERTAINTY"),
        "WORKBOOK": shared.FILE_IF_WANTED,
        "REPORT": shared.PAGE,
    },
    asked_for="LAND_MATRIX CATEGORY_TABLE",
    results="NET_CO2_KT NET_CO2_TOTAL_KT NOT_ESTIMATED_KHA",
    columns={
        "LAND_MATRIX": "year from_category to_category area_kha",
        "CATEGORY_TABLE": (
            "year category subcategory from_category area_kha biomass_gain_ktc biomass_loss_ktc "
            "soil_ktc net_co2_kt biomass_tc_per_ha soil_tc_per_ha"
        ),
        "UNCERTAINTY": "year category pool estimate low high",
    },
    unit_fields=("net_co2_kt_1986_2000", "net_co2_kt_2000_2009", "net_co2_kt_2009_2018"),
    files={"WORKBOOK": "workbook.xlsx"},
    # It goes by densities and the growth of forest alone.
    unused_columns=(
        "soil_loss_fraction soil_half_life soil_returned_tc_per_ha u95_soil_pct "
        "vegetation_loss_fraction vegetation_half_life vegetation_returned_tc_per_ha "
        "u95_vegetation_pct"
    ),
    plain_run=PlainRun(
        shared.sample_series,
        "land_matrix.xlsx category_table.csv uncertainty.csv audit.csv workbook.xlsx report.html",
    ),
    bad_inputs=(
        UNCLASSIFIED,
        # Dates
        refused("LAYERS ... at least 2", layers("land_1990.tif")),
        # Tables
        refused(
            "CATEGORIES ... row 1 ... 'category' is empty",
            text("categories.csv", "class,category,managed\ngrass,,yes\n"),
        ),
    ),
)
