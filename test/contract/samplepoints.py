"""Sample for accuracy."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import at, cut_off, refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import write_raster


def other_map(values, **options):
    """Another raster in the map's place."""
    return lambda folder: {"MAP": write_raster(folder / "odd_2000.tif", values, **options)}


CONTRACT = Contract(
    display_name="Sample for accuracy",
    group="accuracy",
    parameters={
        **shared.MAP,
        "DESIGN": ("enum", "stratified", False, False),
        "ALLOCATION": ("enum", "proportional", False, False),
        **shared.each(("number", None, True, False), "SIZE TARGET_SE"),
        "EXPECTED_UA": ("string", "0.8", True, False),
        "MIN_PER_CLASS": ("number", 50, False, False),
        "STRATA_BY": ("enum", "class", False, False),
        "BUFFER": ("number", None, True, True),
        "MIN_PER_STRATUM": ("string", None, True, True),
        **shared.TAKING,
        "SEED": ("number", 1, False, True),
        "SAMPLE": shared.TABLE,
        "STRATA": shared.TABLE_IF_WANTED,
    },
    asked_for="STRATA",
    columns={
        "SAMPLE": (
            "id stratum map_value map_class weight x y label stratum_name stratum_cells stratum_ha"
        ),
        "STRATA": "value class cells area_ha weight samples",
    },
    files={"SAMPLE": "sample.gpkg"},
    spatial=frozenset({"SAMPLE"}),
    # Fewer points than there are cells.
    telling_inputs={"SIZE": 3},
    plain_run=PlainRun(shared.sample_map, "sample.gpkg strata.xlsx audit.csv"),
    bad_inputs=(
        # The map
        cut_off("MAP", 0.6, "COMPRESS=LZW", "TILED=YES"),
        refused(
            "MAP ... odd_2000 ... 4 of 4 cells excluded", other_map([[9, 9], [9, 9]], nodata=9)
        ),
        # The design
        refused(
            "ALLOCATION ... 'good practice' ... good_practice",
            ALLOCATION="good practice",
            headless=True,
        ),
        refused("SIZE ... TARGET_SE ... both", SIZE=100, TARGET_SE=1.0),
        refused(
            "SIZE ... 5 points ... 9 classes ... 12 ... MIN_PER_CLASS",
            SIZE=5,
            ALLOCATION="good_practice",
            headless=True,
        ),
        # Strata by what became of the land
        refused("land_2000 ... conversions ... zones ... BUFFER", BUFFER=2, headless=True),
        # Outputs
        refused(
            "SAMPLE ... sample.xlsx ... not a point format ... .gpkg", SAMPLE=at("out/sample.xlsx")
        ),
    ),
)
