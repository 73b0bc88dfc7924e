"""Export scheme tables."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import Case, taken
from carbon_zones.test.contract import FOLDER, Contract, PlainRun, no_inputs

CONTRACT = Contract(
    display_name="Export scheme tables",
    group="tables",
    parameters={"FOLDER": FOLDER},
    outputs={"FOLDER": "scheme"},
    plain_run=PlainRun(
        no_inputs,
        {"FOLDER": "scheme"},
    ),
    further_results=frozenset(
        {"CLASSES", "ZONES", "RULES", "COEFFICIENTS", "SUSPECT_RULES", "GRADES", "VALUES"}
        | {"AREA_ERRORS", "FACTORS", "ACTIVITY", "SCENARIOS"}
    ),
    bad_inputs=(
        Case(
            "scheme table of one's own in the folder",
            taken("classes.csv"),
            ("classes.csv", "differs"),
        ),
    ),
)
