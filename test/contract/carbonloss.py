"""Carbon loss accounting."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import (
    COEFFICIENT_TABLE,
    at,
    cut_off,
    half_widths,
    refused,
    text,
)
from carbon_zones.test.contract import Contract, PlainRun

CONTRACT = Contract(
    display_name="Carbon loss accounting",
    group="carbon",
    needs_scheme=True,
    parameters={
        **shared.PAIR,
        **shared.UNITS,
        **shared.COEFFICIENTS,
        **shared.DENSITIES,
        **shared.TAKING,
        **shared.AREA_ERRORS,
        "DRAWS": ("number", 0, False, True),
        "LOSSES": shared.TABLE,
        "UNCERTAINTY": shared.TABLE_IF_WANTED,
        "LOSS_DENSITY": shared.RASTER_IF_WANTED,
    },
    results=f"{shared.LOSS_NUMBERS} SOIL_LOSS_TC VEGETATION_LOSS_TC",
    rare_results="ADJUSTED_LOSS_TC ADJUSTED_LOW_TC ADJUSTED_HIGH_TC",
    unit_fields=("loss_tc_1986_2018",),
    further_inputs=half_widths,
    # Nothing comes back in a carbon loss.
    unused_columns="soil_returned_tc_per_ha vegetation_returned_tc_per_ha",
    plain_run=PlainRun(shared.sample_pair, "losses.csv loss_density.tif"),
    bad_inputs=(
        # Files that are not there or cannot be read
        cut_off("LATER", 0.9),
        # Tables
        refused(
            "COEFFICIENTS ... no carbon densities for disturbed sink classes: 'arable'",
            text("coefficients.csv", COEFFICIENT_TABLE.replace("arable,82.11,5\n", "")),
            headless=True,
        ),
        # What takes land
        refused("TAKING_GROUPS ... contains no group name", TAKING_GROUPS=","),
        refused(
            "TAKING_GROUPS: 'quarry' ... sink (Arable land, Forestland, Grassland) ... CLASSES",
            TAKING_GROUPS="quarry",
        ),
        # Outputs
        refused("LOSS_DENSITY ... density.asc ... .tif", LOSS_DENSITY=at("out/density.asc")),
    ),
)
