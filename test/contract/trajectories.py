"""Land trajectories."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import UNCLASSIFIED, layers, refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import ROOT

# A rule that small rasters of any classes have something for.
ANY_CHANGE = ROOT / "test" / "data" / "any_change.csv"

CONTRACT = Contract(
    display_name="Land trajectories",
    group="change",
    # Of values that nobody names only what has to do with suspicious trajectories is refused.
    needs_scheme=True,
    needs_names=True,
    parameters={
        **shared.SERIES,
        "SUSPECT_RULES": shared.SOURCE_IF_WANTED,
        "OPENING_YEAR": ("number", None, True, False),
        **shared.each(shared.TABLE_IF_WANTED, "TRAJECTORIES CHANGE_COUNTS SUSPECTS"),
        **shared.each(shared.RASTER_IF_WANTED, "TIMES_CHANGED LAST_CHANGED SUSPECT_MAP"),
    },
    asked_for="TRAJECTORIES CHANGE_COUNTS",
    results="NEVER_CHANGED_HA CHANGED_ONCE_HA CHANGED_OFTEN_HA SUSPECT_HA",
    columns={
        "TRAJECTORIES": None,
        "CHANGE_COUNTS": "times_changed cells area_ha share_pct",
        "SUSPECTS": "kind from_class via_class to_class period cells area_ha why",
    },
    plain_run=PlainRun(
        shared.sample_series,
        "trajectories.xlsx change_counts suspects.gpkg audit.csv times_changed.tif "
        "last_changed.tif suspect_map",
    ),
    further_inputs=lambda folder: {"SUSPECT_RULES": str(ANY_CHANGE)},
    sparse=frozenset({"last_changed.tif"}),
    bad_inputs=(UNCLASSIFIED, refused("LAYERS ... at least 2", layers("land_1990.tif"))),
)
