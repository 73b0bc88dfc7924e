"""Carbon zone study."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import UNNAMED, at, cut_off, layers, refused
from carbon_zones.test.contract import Contract, PlainRun

PERIODS = ("1986_2000", "2000_2009", "2009_2018", "1986_2018")
ZONES = ("invariant", "enhancement", "low_carbon", "emission_control", "unassigned")
THREE = ("land_1990.tif", "land_1995.tif", "land_2000.tif")

CONTRACT = Contract(
    display_name="Carbon zone study",
    group="study",
    needs_scheme=True,
    parameters={
        **shared.SERIES,
        **shared.UNITS,
        **shared.RULES,
        **shared.COEFFICIENTS,
        **shared.DENSITIES,
        **shared.TAKING,
        **shared.YEARS_OF_CHANGE,
        **shared.each(("string", None, True, True), "TITLE AUTHOR COMMENT"),
        "IDLE_YEARS": ("number", 5, False, True),
        "IDLE_MIN_HA": ("number", 1.0, False, True),
        "FOCUS": ("enum", "auto", False, True),
        **shared.each(shared.TABLE_IF_WANTED, "TRANSFERS AREAS ZONE_SHARES LOSSES BALANCE"),
        **shared.each(shared.TABLE_IF_WANTED, "PRIORITIES IDLE_AREAS DISCLOSURE CLOSURE"),
        "ZONES_FOLDER": shared.FOLDER_IF_WANTED,
        "REPORT": shared.PAGE,
        "WORKBOOK": shared.FILE_IF_WANTED,
    },
    asked_for="TRANSFERS AREAS ZONE_SHARES LOSSES BALANCE ZONES_FOLDER WORKBOOK",
    results=f"{shared.LOSS_NUMBERS} {shared.BALANCE_NUMBERS}",
    columns={
        "AREAS": shared.SHARE_COLUMNS,
        "CLOSURE": "period check expected found difference ok",
        "IDLE_AREAS": (
            "rank area_ha class since since_first idle_at_least unit class_before uptake_20y_tc "
            "uptake_low_tc uptake_high_tc longitude latitude"
        ),
    },
    spatial=frozenset({"IDLE_AREAS"}),
    unit_fields=(
        *(f"changed_pct_{period}" for period in PERIODS),
        *(f"{zone}_pct_{period}" for period in PERIODS for zone in ZONES),
        *(f"loss_tc_{period}" for period in PERIODS),
        *(f"reclaimed_ha_{period}" for period in PERIODS[:3]),
        *(name for name in shared.SHARED_TABLES["PRIORITIES"].split() if name != "unit"),
    ),
    sparse=frozenset({"first_mined.tif", "reclaimed_by.tif", "idle_2000.tif", "idle_2018.tif"}),
    files={"ZONES_FOLDER": "zones", "WORKBOOK": "workbook.xlsx", "IDLE_AREAS": "idle_areas.gpkg"},
    plain_run=PlainRun(
        shared.sample_series,
        "transfers.csv areas.gpkg zone_shares losses.ods balance.csv by_year.csv priorities.csv "
        "idle_areas.gpkg disclosure.csv closure "
        "zones_folder.d report.html workbook.xlsx",
    ),
    bad_inputs=(
        UNNAMED,
        # Files that are not there or cannot be read
        cut_off("LAYERS", 0.6, "COMPRESS=LZW", "TILED=YES", headless=True),
        cut_off("LAYERS", 0.9, "TILED=YES"),
        # Dates
        refused("LAYERS ... land_1990", layers("land_1990.tif", "land_1995.tif", "land_1990.tif")),
        refused("LAYERS", layers("land_1990.tif")),
        refused("LAYERS: 0 given", LAYERS=[None, ""]),
        refused("YEARS ... land_1995 ... 2000", layers(*THREE, years="1990,2000,1995")),
        refused("plain ... YEARS", layers("land_1990.tif", "plain.tif")),
        refused(
            "LAYERS ... layer 2 of 3 is empty",
            LAYERS=lambda folder: [at("land_1990.tif")(folder), None, at("land_2000.tif")(folder)],
        ),
    ),
)
