"""Export scheme tables."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import refused, taken
from carbon_zones.test.contract import Contract, PlainRun

CONTRACT = Contract(
    display_name="Export scheme tables",
    group="tables",
    parameters={"FOLDER": shared.FOLDER},
    plain_run=PlainRun(shared.no_inputs, "folder.d"),
    further_results=(
        "CLASSES ZONES RULES COEFFICIENTS SUSPECT_RULES GRADES CATEGORIES VALUES AREA_ERRORS "
        "FACTORS ACTIVITY SCENARIOS"
    ),
    bad_inputs=(refused("classes.csv ... differs", taken("classes.csv")),),
)
