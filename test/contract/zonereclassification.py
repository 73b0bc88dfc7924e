"""Carbon-zone reclassification."""

from __future__ import annotations

import numpy as np

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import (
    LATER,
    cut_off,
    not_a_raster,
    raster,
    refused,
    text,
)
from carbon_zones.test.contract import Contract, PlainRun

ZONE_KEYS = ("invariant", "enhancement", "low_carbon", "emission_control", "unassigned")

CONTRACT = Contract(
    display_name="Carbon-zone reclassification",
    group="carbon",
    needs_scheme=True,
    parameters={
        **shared.PAIR,
        **shared.UNITS,
        **shared.RULES,
        "ZONES": shared.RASTER,
        "ZONE_SHARES": shared.TABLE,
        "UNASSIGNED": shared.TABLE_IF_WANTED,
    },
    results="ASSIGNED_AREA_HA UNASSIGNED_AREA_HA",
    # Not in the contract beyond "the conversions no rule names, largest first".
    columns={
        "UNASSIGNED": (
            "period kind from_value from_class to_value to_class cells area_ha share_pct"
        )
    },
    unit_fields=tuple(f"{key}_pct_1986_2018" for key in ZONE_KEYS),
    plain_run=PlainRun(shared.sample_pair, "zones zone_shares.gpkg unassigned.csv"),
    bad_inputs=(
        # Files that are not there or cannot be read
        refused("EARLIER ... notes.tif", not_a_raster),
        cut_off("LATER", 0.6),
        # Rasters that are not land use on these cells
        refused(
            "LATER ... odd_2000 ... 2.5 ... row 1 ... column 4",
            raster("LATER", np.array(LATER) + np.eye(3, 4, 3) / 2, dtype=np.float32),
            headless=True,
        ),
        # Tables
        refused(
            "RULES ... no rule applies ... arable (@sink) ... @sink,=,invariant",
            text("rules.csv", "from,to,zone\n*,*,5\n"),
        ),
    ),
)
