"""Mine reclamation."""

from __future__ import annotations

from pathlib import Path

from carbon_zones.test.algorithms.bad_inputs import (
    PART_OF_CLASSES,
    Case,
    cut_off,
    layers,
    output,
    parameter,
    text,
)
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    PAGE,
    RASTER_IF_WANTED,
    SERIES,
    TABLE_IF_WANTED,
    TAKING,
    TEXT,
    UNIT_FIELDS,
    UNITS,
    WHOLE,
    Contract,
    PlainRun,
    sample_series,
)


def without_years(**asked):
    """A change that takes layers without years, and asks for more."""

    def changed(folder: Path) -> dict:
        return {**layers("land_1990.tif", "plain.tif")(folder), **asked}

    return changed


CONTRACT = Contract(
    display_name="Mine reclamation",
    group="mine",
    needs_scheme=True,
    needs_names=True,
    parameters={
        **SERIES,
        **UNITS,
        **AUDIT,
        **TAKING,
        "RECLAIMED": TABLE_IF_WANTED,
        "DISTURBED": TABLE_IF_WANTED,
        "AGES": TABLE_IF_WANTED,
        "STATUS": TABLE_IF_WANTED,
        "STATUS_MAP": RASTER_IF_WANTED,
        "FIRST_MINED": RASTER_IF_WANTED,
        "RECLAIMED_BY": RASTER_IF_WANTED,
        "AGE": RASTER_IF_WANTED,
        "REPORT": PAGE,
    },
    numbers=AUDIT_NUMBERS
    | {"EVER_MINED_HA", "ACTIVE_HA", "RECLAIMED_HA", "REDISTURBED_HA", "RECLAIMED_PCT"},
    unit_fields=("reclaimed_ha_1986_2000", "reclaimed_ha_2000_2009", "reclaimed_ha_2009_2018"),
    fields={
        **AUDIT_FIELDS,
        **UNIT_FIELDS,
        "RECLAIMED": [
            "period",
            "kind",
            "from_class",
            "to_class",
            "cells",
            "area_ha",
            "ha_per_year",
            "pct_of_mine",
        ],
        "DISTURBED": [
            "period",
            "kind",
            "from_class",
            "to_class",
            "cells",
            "area_ha",
            "ha_per_year",
        ],
        "AGES": [
            "year",
            "class",
            "source_class",
            "age_min",
            "age_mid",
            "age_max",
            "cells",
            "area_ha",
        ],
        "STATUS": ["year", "status", "cells", "area_ha", "share_pct"],
    },
    kinds={"source_class": TEXT, "status": TEXT, "age_min": WHOLE, "age_max": WHOLE},
    outputs={
        "RECLAIMED": "reclaimed.csv",
        "DISTURBED": "disturbed.csv",
        "AGES": "ages.csv",
        "STATUS": "status.csv",
        "STATUS_MAP": "status.tif",
        "FIRST_MINED": "first_mined.tif",
        "RECLAIMED_BY": "reclaimed_by.tif",
        "AGE": "age.tif",
        "REPORT": "report.html",
    },
    plain_run=PlainRun(
        sample_series,
        {
            "RECLAIMED": "reclaimed.xlsx",
            "DISTURBED": "",
            "AGES": "ages.gpkg",
            "STATUS": "status.csv",
            "AUDIT": "audit.csv",
            "STATUS_MAP": "status.tif",
            "FIRST_MINED": "first_mined.tif",
            "RECLAIMED_BY": "",
            "AGE": "age.tif",
            "REPORT": "report.html",
        },
    ),
    sparse=frozenset({"first_mined.tif", "reclaimed_by.tif", "age.tif"}),
    bad_inputs=(
        Case(
            "values that nobody names",
            parameter(SCHEME="auto"),
            ("SCHEME", "no layer names its values", "CLASSES", "coal_mine"),
            headless=True,
        ),
        Case(
            "one value that the class table lacks",
            text("classes.csv", PART_OF_CLASSES),
            ("SCHEME", "nobody names the values 8 ", "CLASSES", "NODATA", "coal_mine"),
            headless=True,
        ),
        # Files that are not there or cannot be read
        Case(
            "missing file among layers of reclamation",
            layers("land_1990.tif", "land_1994.tif"),
            ("LAYERS", "land_1994.tif"),
        ),
        cut_off("LAYERS", 0.6, "COMPRESS=LZW", "TILED=YES"),
        # Dates
        Case("one date tells nothing", layers("land_1990.tif"), ("LAYERS", "at least 2")),
        Case(
            "same layer twice in reclamation",
            layers("land_1990.tif", "land_1990.tif"),
            ("LAYERS", "land_1990"),
        ),
        Case(
            "ages and a layer without a year",
            without_years(AGES="TEMPORARY_OUTPUT"),
            ("AGES", "'plain'", "YEARS"),
            headless=True,
        ),
        Case(
            "raster of ages and a layer without a year",
            without_years(AGE="TEMPORARY_OUTPUT"),
            ("AGE", "'plain'", "YEARS"),
        ),
        # What takes land
        Case(
            "sinks that are mined land",
            parameter(TAKING_GROUPS="mine, Sink"),
            ("TAKING_GROUPS", "'sink' is the group that land is taken from"),
        ),
        Case(
            "no class is mined land",
            parameter(TAKING_GROUPS="quarry"),
            (
                "TAKING_GROUPS: 'quarry'",
                "mine (Open pit, Stripping land, Dump, Industrial land)",
                "CLASSES",
                "SCHEME",
            ),
            headless=True,
        ),
        Case(
            "no sink to give land back to",
            text("classes.csv", "value,class,name,group\n1,a,Field,\n7,b,Pit,mine\n"),
            ("group 'sink'", "mine (Pit)", "without a group (Field)", "TAKING_GROUPS", "CLASSES"),
        ),
        # Outputs
        Case(
            "output folder of a status map missing",
            output("STATUS_MAP", "deep/map.tif"),
            ("STATUS_MAP", "deep"),
        ),
    ),
)
