"""Load sample data."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import Case, taken
from carbon_zones.test.contract import FOLDER_IF_WANTED, Contract, PlainRun, no_inputs

CONTRACT = Contract(
    display_name="Load sample data",
    group="study",
    parameters={"FOLDER": FOLDER_IF_WANTED},
    outputs={"FOLDER": "sample"},
    plain_run=PlainRun(
        no_inputs,
        {"FOLDER": "sample"},
    ),
    further_results=frozenset(
        {"LAYERS", "DISTRICTS", "SLOPE", "VALUES", "SUSPECT_RULES", "GRADES", "PROJECT", "MODEL"}
        | {"ACTIVITY", "FACTORS", "SCENARIOS"}
    ),
    bad_inputs=(
        Case(
            "file of one's own in the sample's folder",
            taken("landuse_1986.tif"),
            ("landuse_1986.tif", "differs"),
        ),
    ),
)
