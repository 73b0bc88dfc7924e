"""Load sample data."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import refused, taken
from carbon_zones.test.contract import Contract, PlainRun

CONTRACT = Contract(
    display_name="Load sample data",
    group="study",
    parameters={
        "FOLDER": shared.FOLDER_IF_WANTED,
        **shared.each(shared.RASTER_IF_WANTED, "DISTURBANCE_YEAR RECOVERY_YEAR"),
    },
    asked_for="FOLDER",
    plain_run=PlainRun(shared.no_inputs, "folder.d"),
    further_results=(
        "LAYERS DISTRICTS SLOPE VALUE_LAYERS VALUES SUSPECT_RULES GRADES PROJECT MODEL ACTIVITY "
        "FACTORS SCENARIOS SAMPLE_MODEL TONNES_MODEL"
    ),
    bad_inputs=(refused("landuse_1986.tif ... differs", taken("landuse_1986.tif")),),
)
