"""Carbon loss accounting."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import (
    COEFFICIENT_TABLE,
    EARLIER,
    LATER,
    Case,
    both,
    cut_off,
    half_widths,
    lines,
    missing,
    output,
    parameter,
    raster,
    text,
)
from carbon_zones.test.contract import (
    AREA_ERRORS,
    AUDIT,
    AUDIT_FIELDS,
    COEFFICIENTS,
    LOSS_FIELDS,
    LOSS_NUMBERS,
    PAIR,
    PAIR_NUMBERS,
    RASTER_IF_WANTED,
    TABLE,
    TABLE_IF_WANTED,
    TAKING,
    UNCERTAINTY_FIELDS,
    UNCERTAINTY_KINDS,
    UNIT_FIELDS,
    UNITS,
    Contract,
    PlainRun,
    sample_pair,
)
from carbon_zones.test.helpers import ORIGIN

CONTRACT = Contract(
    display_name="Carbon loss accounting",
    group="carbon",
    needs_scheme=True,
    parameters={
        **PAIR,
        **UNITS,
        **AUDIT,
        **COEFFICIENTS,
        **TAKING,
        **AREA_ERRORS,
        "DRAWS": ("number", 0, False, True),
        "LOSSES": TABLE,
        "UNCERTAINTY": TABLE_IF_WANTED,
        "LOSS_DENSITY": RASTER_IF_WANTED,
    },
    numbers=PAIR_NUMBERS | LOSS_NUMBERS | {"SOIL_LOSS_TC", "VEGETATION_LOSS_TC"},
    fields={
        **AUDIT_FIELDS,
        **UNIT_FIELDS,
        "LOSSES": LOSS_FIELDS,
        "UNCERTAINTY": UNCERTAINTY_FIELDS,
    },
    kinds=UNCERTAINTY_KINDS,
    unit_fields=("loss_tc_1986_2018",),
    further_inputs=half_widths,
    outputs={
        "LOSSES": "losses.csv",
        "UNCERTAINTY": "uncertainty.csv",
        "LOSS_DENSITY": "density.tif",
    },
    plain_run=PlainRun(
        sample_pair,
        {"LOSSES": "losses.csv", "LOSS_DENSITY": "loss_density.tif"},
    ),
    bad_inputs=(
        Case(
            "values that nobody names",
            parameter(SCHEME="auto"),
            ("SCHEME", "no layer names its values", "CLASSES", "coal_mine"),
            headless=True,
        ),
        # Files that are not there or cannot be read
        Case(
            "missing later raster",
            missing("LATER", "nowhere_2000.tif"),
            ("LATER", "nowhere_2000.tif"),
        ),
        cut_off("LATER", 0.9),
        Case(
            "missing coefficients",
            missing("COEFFICIENTS", "nothing.xlsx"),
            ("COEFFICIENTS", "nothing.xlsx"),
        ),
        # Rasters that are not land use on these cells
        Case("band zero", parameter(LATER_BAND=0), ("LATER",)),
        Case(
            "other cells without a reference system",
            raster("LATER", LATER, epsg=None, origin=(ORIGIN[0] + 15, ORIGIN[1])),
            ("LATER", "odd_2000", "land_1990", "reference system", "600015"),
        ),
        Case(
            "ellipsoidal area without a reference system",
            lambda folder: {**both(EARLIER, epsg=None)(folder), "AREA_METHOD": "ellipsoidal"},
            ("AREA_METHOD", "reference system"),
        ),
        # Tables
        Case(
            "coefficients without soil",
            text("coefficients.csv", "class,vegetation_tc_per_ha\narable,5\n"),
            ("COEFFICIENTS", "coefficients", "'soil_tc_per_ha'"),
        ),
        Case(
            "coefficient no number",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, soil_tc_per_ha="much")),
            ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "much"),
            headless=True,
        ),
        Case(
            "coefficient nan",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, soil_tc_per_ha="NaN")),
            ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "NaN"),
        ),
        Case(
            "density beyond all measure",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, soil_tc_per_ha="1e308")),
            ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "1e308", "1e+12 t C/ha"),
        ),
        Case(
            "coefficients of an unknown class",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, **{"class": "gras"})),
            ("COEFFICIENTS", "row 3", "gras"),
        ),
        Case(
            "coefficients of a class twice",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, **{"class": "arable"})),
            ("COEFFICIENTS", "row 3", "row 1", "arable"),
        ),
        Case(
            "coefficients of a sink missing of which land was taken",
            text("coefficients.csv", COEFFICIENT_TABLE.replace("arable,82.11,5\n", "")),
            ("COEFFICIENTS", "sink classes of which land was taken: 'arable'"),
            headless=True,
        ),
        # What takes land
        Case(
            "sinks that take land",
            parameter(TAKING_GROUPS="mine, Sink"),
            ("TAKING_GROUPS", "'sink' is the group that land is taken from"),
            headless=True,
        ),
        Case("no group", parameter(TAKING_GROUPS=","), ("TAKING_GROUPS", "names no group")),
        Case(
            "no class that takes land",
            parameter(TAKING_GROUPS="quarry"),
            (
                "TAKING_GROUPS: 'quarry'",
                "sink (Arable land, Forestland, Grassland)",
                "mine (Open pit, Stripping land, Dump, Industrial land)",
                "CLASSES",
                "SCHEME",
            ),
        ),
        Case(
            "no sink",
            text("classes.csv", "value,class,name,group\n1,a,Field,\n7,b,Pit,mine\n"),
            ("group 'sink'", "mine (Pit)", "without a group (Field)", "TAKING_GROUPS", "CLASSES"),
        ),
        # Outputs
        Case(
            "density not named tif",
            output("LOSS_DENSITY", "density.asc"),
            ("LOSS_DENSITY", "density.asc", ".tif"),
        ),
    ),
)
