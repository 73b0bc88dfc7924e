"""Carbon zone study."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import (
    COEFFICIENT_TABLE,
    RULE_TABLE,
    Case,
    cut_off,
    layers,
    lines,
    output,
    parameter,
    text,
)
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    COEFFICIENTS,
    FILE_IF_WANTED,
    FOLDER_IF_WANTED,
    LOSS_FIELDS,
    LOSS_NUMBERS,
    PAGE,
    RULES,
    SERIES,
    SHARE_FIELDS,
    TABLE_IF_WANTED,
    TAKING,
    TRANSFER_FIELDS,
    UNIT_FIELDS,
    UNITS,
    ZONE_SHARE_FIELDS,
    Contract,
    PlainRun,
    sample_series,
)

PERIODS = ("1986_2000", "2000_2009", "2009_2018", "1986_2018")
ZONES = ("invariant", "enhancement", "low_carbon", "emission_control", "unassigned")

CONTRACT = Contract(
    display_name="Carbon zone study",
    group="study",
    needs_scheme=True,
    parameters={
        **SERIES,
        **UNITS,
        **AUDIT,
        **RULES,
        **COEFFICIENTS,
        **TAKING,
        **dict.fromkeys(("TITLE", "AUTHOR", "COMMENT"), ("string", None, True, False)),
        "TRANSFERS": TABLE_IF_WANTED,
        "AREAS": TABLE_IF_WANTED,
        "ZONE_SHARES": TABLE_IF_WANTED,
        "LOSSES": TABLE_IF_WANTED,
        "CLOSURE": TABLE_IF_WANTED,
        "ZONES_FOLDER": FOLDER_IF_WANTED,
        "REPORT": PAGE,
        "WORKBOOK": FILE_IF_WANTED,
    },
    numbers=AUDIT_NUMBERS | LOSS_NUMBERS,
    fields={
        **AUDIT_FIELDS,
        **UNIT_FIELDS,
        "TRANSFERS": TRANSFER_FIELDS,
        "AREAS": SHARE_FIELDS,
        "ZONE_SHARES": ZONE_SHARE_FIELDS,
        "LOSSES": LOSS_FIELDS,
        "CLOSURE": ["period", "check", "expected", "found", "difference", "ok"],
    },
    unit_fields=(
        *(f"changed_pct_{period}" for period in PERIODS),
        *(f"{zone}_pct_{period}" for period in PERIODS for zone in ZONES),
        *(f"loss_tc_{period}" for period in PERIODS),
        *(f"reclaimed_ha_{period}" for period in PERIODS[:3]),
    ),
    sparse=frozenset({"first_mined.tif", "reclaimed_by.tif"}),
    outputs={
        "TRANSFERS": "transfers.csv",
        "AREAS": "areas.csv",
        "ZONE_SHARES": "zone_shares.csv",
        "LOSSES": "losses.csv",
        "CLOSURE": "closure.csv",
        "ZONES_FOLDER": "zones",
        "REPORT": "report.html",
        "WORKBOOK": "workbook.xlsx",
    },
    plain_run=PlainRun(
        sample_series,
        {
            "TRANSFERS": "transfers.csv",
            "AREAS": "areas.gpkg",
            "ZONE_SHARES": "",
            "LOSSES": "losses.ods",
            "CLOSURE": "",
            "ZONES_FOLDER": "zones",
            "REPORT": "report.html",
            "WORKBOOK": "workbook.xlsx",
        },
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
            "missing file among layers",
            layers("land_1990.tif", "land_1994.tif", "land_2000.tif"),
            ("LAYERS", "land_1994.tif"),
            headless=True,
        ),
        cut_off("LAYERS", 0.6, "COMPRESS=LZW", "TILED=YES", headless=True),
        cut_off("LAYERS", 0.9, "TILED=YES"),
        # Dates
        Case(
            "same layer twice in a series",
            layers("land_1990.tif", "land_1995.tif", "land_1990.tif"),
            ("LAYERS", "land_1990"),
        ),
        Case(
            "one layer only",
            layers("land_1990.tif"),
            ("LAYERS",),
            headless=True,
        ),
        Case("no layer", parameter(LAYERS=[]), ("LAYERS",)),
        Case(
            "too few years",
            layers("land_1990.tif", "land_1995.tif", "land_2000.tif", years="1990,2000"),
            ("YEARS", "1990,2000"),
            headless=True,
        ),
        Case(
            "permuted years",
            layers("land_1990.tif", "land_1995.tif", "land_2000.tif", years="1990,2000,1995"),
            ("YEARS", "land_1995", "2000"),
            headless=True,
        ),
        Case(
            "not a year",
            layers("land_1990.tif", "land_2000.tif", years="1990,later"),
            ("YEARS", "later"),
        ),
        Case(
            "the same year twice",
            layers("land_1990.tif", "land_2000.tif", years="1990,1990"),
            ("YEARS", "1990"),
        ),
        Case(
            "layer without a year",
            layers("land_1990.tif", "plain.tif"),
            ("plain", "YEARS"),
        ),
        Case(
            "nothing in the place of a layer",
            lambda folder: {
                "LAYERS": [str(folder / "land_1990.tif"), None, str(folder / "land_2000.tif")]
            },
            ("LAYERS", "layer 2 of 3 is empty"),
        ),
        # Outputs
        Case(
            "workbook of a kind that is none",
            output("WORKBOOK", "workbook.ods"),
            ("WORKBOOK", "workbook.ods", ".xlsx"),
            headless=True,
        ),
        Case(
            "folder of a workbook missing",
            output("WORKBOOK", "deep/workbook.xlsx"),
            ("WORKBOOK", "deep"),
        ),
        # Tables
        Case(
            "empty coefficients",
            text("coefficients.csv", "class,soil_tc_per_ha,vegetation_tc_per_ha"),
            ("COEFFICIENTS", "coefficients", "empty"),
        ),
        Case(
            "density beyond all floats",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, soil_tc_per_ha="9" * 310)),
            ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "99999", "not a number"),
        ),
        Case(
            "coefficient missing",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, vegetation_tc_per_ha="")),
            ("COEFFICIENTS", "row 3", "'vegetation_tc_per_ha'"),
        ),
        Case(
            "coefficient negative",
            text("coefficients.csv", lines(COEFFICIENT_TABLE, vegetation_tc_per_ha="-6.4")),
            ("COEFFICIENTS", "row 3", "'vegetation_tc_per_ha'", "-6.4"),
            headless=True,
        ),
        Case(
            "coefficients of sinks missing of which land was taken",
            lambda folder: {
                **text("coefficients.csv", COEFFICIENT_TABLE.replace("arable", "water"))(folder),
                "TAKING_GROUPS": "mine,sea",
            },
            ("COEFFICIENTS", "sink classes of which land was taken: 'arable'"),
        ),
        Case(
            "sinks that take land",
            parameter(TAKING_GROUPS=["mine", "sink"]),
            ("TAKING_GROUPS", "'sink' is the group that land is taken from"),
        ),
        Case(
            "unknown group in a rule",
            text("rules.csv", lines(RULE_TABLE, to="@mines")),
            ("RULES", "row 2", "'to'", "@mines", "@built, @mine, @sink, @water"),
        ),
        Case(
            "rules under which nothing has a zone",
            text("rules.csv", "from,to,zone\n*,*,5\n"),
            ("RULES", "unassigned", "arable (@sink)", "@sink,=,invariant"),
        ),
        Case(
            "square of rules with a strange column",
            text("rules.csv", "from,arable,swamp,@mine\narable,1,2,4\nmoor,1,,\n"),
            ("RULES", "'swamp' (header)", "'moor' (row 2", "@mine"),
        ),
        Case(
            "rules that disagree",
            text("rules.csv", RULE_TABLE + "forest,open_pit,3\n"),
            ("RULES", "2 and 3", "Forestland", "Open pit", "4", "3"),
            headless=True,
        ),
    ),
)
