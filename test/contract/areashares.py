"""Area-share summary."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import cut_off, layers, refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import YEARS

CONTRACT = Contract(
    display_name="Area-share summary",
    group="change",
    parameters={**shared.SERIES, **shared.UNITS, "SHARES": shared.TABLE, "CHART": shared.PAGE},
    columns={"SHARES": shared.SHARE_COLUMNS},
    unit_fields=tuple(f"share_pct_{year}_{value}" for year in YEARS for value in range(1, 12)),
    plain_run=PlainRun(shared.sample_series, "shares chart.html"),
    bad_inputs=(
        cut_off("LAYERS", 0.9, "COMPRESS=DEFLATE", "TILED=YES"),
        # Dates
        refused("LAYERS ... land_1990", layers("land_1990.tif", "land_1990.tif")),
    ),
)
