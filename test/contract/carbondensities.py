"""Carbon densities."""

from __future__ import annotations

import numpy as np

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import ROOT, sample, write_raster

CHOICE, RASTER = ("enum", None, True, False), ("raster", None, True, False)
BAND, SURE = ("band", 1, True, True), ("number", None, True, False)


def pools(folder):
    """Maps of both pools on the cells of the layers."""
    maps = {"SOIL_MAP": "soil.tif", "BIOMASS_MAP": "biomass.tif"}
    values = np.full((4, 4), 40.0)
    rasters = {name: write_raster(folder / file, values, dtype="f4") for name, file in maps.items()}
    return {**rasters, "ROOT_SHOOT": 0.25}


CONTRACT = Contract(
    display_name="Carbon densities",
    group="carbon",
    needs_scheme=True,
    parameters={
        "MAP": RASTER,
        "BAND": BAND,
        "LAYERS": ("multilayer", None, True, False),
        "PLACE": ("point", None, True, False),
        **shared.each(CHOICE, "CLIMATE SOIL FOREST_ZONE CONTINENT LEAF"),
        "FOREST": ("enum", "natural", False, False),
        "RETURNED": CHOICE,
        "LITTER": ("enum", "none", False, False),
        "PERENNIAL": ("enum", "orchard", False, False),
        "EDITION": ("enum", "2019", False, True),
        "HALF_WIDTH": ("enum", "site", False, True),
        **shared.each(RASTER, "SOIL_MAP BIOMASS_MAP"),
        **shared.each(BAND, "SOIL_MAP_BAND BIOMASS_MAP_BAND"),
        **shared.each(("string", None, True, True), "SOIL_MAP_NODATA BIOMASS_MAP_NODATA"),
        **shared.each(SURE, "SOIL_MAP_U95 BIOMASS_MAP_U95"),
        "SOIL_MAP_FACTOR": ("number", 1.0, False, True),
        "BIOMASS_MAP_FACTOR": ("number", 0.47, False, True),
        "ROOT_SHOOT": ("number", None, True, True),
        **{name: kind for name, kind in shared.COMMON.items() if name != "AUDIT"},
        "COEFFICIENTS": shared.TABLE,
        "MEASURED": shared.TABLE_IF_WANTED,
        "SITE": shared.TABLE_IF_WANTED,
    },
    columns={
        "COEFFICIENTS": (
            "class soil_tc_per_ha vegetation_tc_per_ha u95_soil_pct u95_vegetation_pct "
            "soil_u95_shared vegetation_u95_shared distribution source soil_curve soil_p1 "
            "vegetation_curve vegetation_p1 vegetation_rates vegetation_returned_tc_per_ha "
            "u95_vegetation_returned_pct vegetation_rate_u95_pct"
        ),
        "MEASURED": "class pool cells without_value area_ha mean sd min max",
        "SITE": "fact found share_pct next next_km map source",
    },
    further_inputs=pools,
    telling_inputs={
        "CLIMATE": "cool_temperate_dry",
        "SOIL": "high_activity_clay",
        "FOREST_ZONE": "temperate_continental",
        "LEAF": "broadleaf",
    },
    plain_run=PlainRun(
        lambda folder: {
            "MAP": sample("2018"),
            "CLIMATE": "cool_temperate_dry",
            "SOIL": "high_activity_clay",
            "SOIL_MAP": str(ROOT / "resources" / "sample" / "slope.tif"),
        },
        "coefficients.csv measured.csv site.csv",
    ),
    bad_inputs=(
        refused(
            "MAP, LAYERS, SCHEME or CLASSES",
            MAP=None,
            SOIL_MAP=None,
            BIOMASS_MAP=None,
            SCHEME="auto",
            headless=True,
        ),
        refused("SOIL_MAP ... set MAP", MAP=None),
        refused(
            "SOIL=place: location missing; set MAP",
            MAP=None,
            SOIL_MAP=None,
            BIOMASS_MAP=None,
            SCHEME="clcd",
            SOIL="place",
        ),
        refused(
            "PLACE: 'here' is not a point; use longitude,latitude, or x,y followed by "
            "the CRS, such as [EPSG:32649]",
            PLACE="here",
        ),
        refused("PLACE: '181,0' is not a valid location", PLACE="181,0"),
        refused("PLACE: '0,91' is not a valid location", PLACE="0,91"),
        refused("PLACE: unknown CRS 'EPSG:1'", PLACE="1,2 [EPSG:1]"),
        refused(
            "PLACE: '1e9,2e9 [EPSG:32649]' is not a valid location", PLACE="1e9,2e9 [EPSG:32649]"
        ),
        refused("SOIL_MAP_NODATA: 'x' is not a number", SOIL_MAP_NODATA="0, x"),
        refused(
            "BIOMASS_MAP_NODATA: 'x' is not a number", BIOMASS_MAP=None, BIOMASS_MAP_NODATA="x"
        ),
        refused("BAND: ... is not a band number", MAP=None, SCHEME="coal_mine", BAND=1e308),
        refused("BIOMASS_MAP ... ROOT_SHOOT", ROOT_SHOOT=None),
        refused(
            "FOREST_ZONE ... temperate_oceanic ... LEAF ... needleleaf",
            FOREST_ZONE="temperate_oceanic",
        ),
        refused(
            "tropical_mountain ... FOREST secondary ... natural, americas",
            FOREST_ZONE="tropical_mountain",
            FOREST="secondary",
        ),
    ),
)
