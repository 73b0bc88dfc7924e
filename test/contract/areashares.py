"""Area-share summary."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import Case, cut_off, layers, output
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    PAGE,
    SERIES,
    SHARE_FIELDS,
    TABLE,
    UNIT_FIELDS,
    UNITS,
    Contract,
    PlainRun,
    sample_series,
)
from carbon_zones.test.helpers import YEARS

CONTRACT = Contract(
    display_name="Area-share summary",
    group="change",
    parameters={
        **SERIES,
        **UNITS,
        **AUDIT,
        "SHARES": TABLE,
        "CHART": PAGE,
    },
    numbers=AUDIT_NUMBERS,
    fields={**AUDIT_FIELDS, **UNIT_FIELDS, "SHARES": SHARE_FIELDS},
    unit_fields=tuple(f"share_pct_{year}_{value}" for year in YEARS for value in range(1, 12)),
    outputs={"SHARES": "shares.csv", "CHART": "chart.html"},
    plain_run=PlainRun(
        sample_series,
        {"SHARES": "", "CHART": "chart.html"},
    ),
    bad_inputs=(
        # Files that are not there or cannot be read
        Case(
            "missing file among layers of shares",
            layers("land_1990.tif", "land_1994.tif"),
            ("LAYERS", "land_1994.tif"),
        ),
        cut_off("LAYERS", 0.9, "COMPRESS=DEFLATE", "TILED=YES"),
        # Dates
        Case(
            "same layer twice in shares",
            layers("land_1990.tif", "land_1990.tif"),
            ("LAYERS", "land_1990"),
        ),
        Case(
            "permuted years of shares",
            layers("land_1990.tif", "land_2000.tif", years="2000,1990"),
            ("YEARS", "land_1990", "2000"),
        ),
        # Outputs
        Case(
            "output folder of a chart missing",
            output("CHART", "deep/chart.html"),
            ("CHART", "deep"),
        ),
    ),
)
