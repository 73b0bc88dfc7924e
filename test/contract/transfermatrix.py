"""Land-use transfer matrix."""

from __future__ import annotations

import numpy as np

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import LATER, at, cut_off, raster, refused, text
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import ORIGIN

CONTRACT = Contract(
    display_name="Land-use transfer matrix",
    group="change",
    parameters={
        **shared.PAIR,
        **shared.UNITS,
        "TRANSFERS": shared.TABLE,
        **shared.each(shared.TABLE_IF_WANTED, "MATRIX CLASS_CHANGE"),
        "CONVERSIONS": shared.RASTER_IF_WANTED,
    },
    asked_for="MATRIX",
    results="CHANGED_AREA_HA UNCHANGED_AREA_HA",
    columns={
        "MATRIX": None,
        "CLASS_CHANGE": (
            "period value class area_before_ha area_after_ha persistence_ha gain_ha loss_ha net_ha "
            "swap_ha"
        ),
    },
    unit_fields=("changed_pct_1986_2018",),
    plain_run=PlainRun(
        shared.sample_pair, "transfers.csv matrix.xlsx class_change audit.gpkg conversions.tif"
    ),
    bad_inputs=(
        # Files that are not there or cannot be read
        refused("EARLIER ... nowhere_1990.tif", EARLIER=at("nowhere_1990.tif"), headless=True),
        cut_off("EARLIER", 0.3),
        cut_off("LATER", 0.3, "COMPRESS=DEFLATE"),
        # Rasters that are not land use on these cells
        refused("EARLIER ... land_1990 ... band 2", EARLIER_BAND=2),
        refused(
            "LATER ... odd_2000 ... EARLIER ... land_1990 ... overlap ... 605000 ... 600000",
            raster("LATER", LATER, origin=(ORIGIN[0] + 5000, ORIGIN[1])),
            headless=True,
        ),
        refused("land_1990 ... land_2000 ... 12", NODATA="1,2,3,4,5,6,7,8,9,10,11"),
        refused("NODATA ... none", NODATA="0,none"),
        refused("EXTENT", EXTENT="0,100,0,100 [EPSG:32649]"),
        # Dates
        refused("EARLIER ... LATER", LATER=at("land_1990.tif")),
        refused(
            "land {x} {0} 2000 ... 1.5",
            raster("LATER", [[1.5] * 4] * 3, "land {x} {0} 2000.tif", dtype=np.float32),
        ),
        # Tables
        refused(
            "CLASSES ... classes ... 'class' ... 'value' ... 'name'",
            text("classes.csv", "value,name\n1,Arable\n"),
        ),
    ),
)
