"""Mine carbon ledger."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import (
    COEFFICIENT_TABLE,
    Case,
    cut_off,
    half_widths,
    layers,
    output,
    parameter,
    text,
)
from carbon_zones.test.contract import (
    AREA_ERRORS,
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    COEFFICIENTS,
    PAGE,
    RASTER_IF_WANTED,
    SERIES,
    TABLE_IF_WANTED,
    TAKING,
    TEXT,
    UNCERTAINTY_FIELDS,
    UNCERTAINTY_KINDS,
    WHOLE,
    Contract,
    PlainRun,
    sample_series,
)


def coefficients(name: str, words: tuple, headless: bool = False, **cells: str) -> Case:
    """The case of a coefficient table whose last row, the third one, has further columns."""
    header, *rows = COEFFICIENT_TABLE.strip().splitlines()
    further = "".join(f",{cell}" for cell in cells.values())
    rows = [*(row + "," * len(cells) for row in rows[:-1]), rows[-1] + further]
    table = "\n".join([",".join([header, *cells]), *rows])
    said = ("COEFFICIENTS", "row 3", *words)
    return Case(name, text("coefficients.csv", table), said, headless)


def area_errors(name: str, table: str, *words: str, headless: bool = False) -> Case:
    """The case of a table of errors of areas."""
    return Case(name, text("area_errors.csv", table), ("AREA_ERRORS", *words), headless)


CONTRACT = Contract(
    display_name="Mine carbon ledger",
    group="carbon",
    needs_scheme=True,
    parameters={
        **SERIES,
        **AUDIT,
        **COEFFICIENTS,
        **TAKING,
        "AGE_RULE": ("enum", "mid", False, False),
        **AREA_ERRORS,
        "DRAWS": ("number", 10000, False, True),
        "LEDGER": TABLE_IF_WANTED,
        "STOCKS": TABLE_IF_WANTED,
        "UNCERTAINTY": TABLE_IF_WANTED,
        "NET_MAP": RASTER_IF_WANTED,
        "REPORT": PAGE,
    },
    numbers=AUDIT_NUMBERS
    | {"LOSS_TC", "REGAINED_TC", "NET_TC", "NET_TCO2", "NET_LOW_TCO2", "NET_HIGH_TCO2"},
    fields={
        **AUDIT_FIELDS,
        "LEDGER": [
            "period",
            "years",
            "flow",
            "pool",
            "class",
            "area_ha",
            "tc",
            "tco2",
            "tc_per_year",
        ],
        "STOCKS": [
            "year",
            "status",
            "class",
            "area_ha",
            "soil_tc",
            "vegetation_tc",
            "stored_topsoil_tc",
            "decaying_tc",
            "total_tc",
            "youngest_tc",
            "oldest_tc",
        ],
        "UNCERTAINTY": UNCERTAINTY_FIELDS,
    },
    kinds={"years": WHOLE, "flow": TEXT, "pool": TEXT, "status": TEXT, **UNCERTAINTY_KINDS},
    outputs={
        "LEDGER": "ledger.csv",
        "STOCKS": "stocks.csv",
        "UNCERTAINTY": "uncertainty.csv",
        "NET_MAP": "net.tif",
        "REPORT": "report.html",
    },
    plain_run=PlainRun(
        lambda folder: {**sample_series(folder), **half_widths(folder)},
        {
            "LEDGER": "ledger.xlsx",
            "STOCKS": "stocks.gpkg",
            "UNCERTAINTY": "uncertainty.csv",
            "AUDIT": "audit.csv",
            "NET_MAP": "net.tif",
            "REPORT": "report.html",
        },
    ),
    further_inputs=half_widths,
    bad_inputs=(
        Case(
            "values that nobody names",
            parameter(SCHEME="auto"),
            ("SCHEME", "no layer names its values", "CLASSES", "coal_mine"),
            headless=True,
        ),
        # Files that are not there or cannot be read
        Case(
            "missing file among layers of the ledger",
            layers("land_1990.tif", "land_1994.tif"),
            ("LAYERS", "land_1994.tif"),
        ),
        cut_off("LAYERS", 0.6, "COMPRESS=LZW", "TILED=YES"),
        # Dates
        Case("one date moves nothing", layers("land_1990.tif"), ("LAYERS", "at least 2")),
        Case(
            "ledger of a layer without a year",
            layers("land_1990.tif", "plain.tif"),
            ("'plain'", "year", "YEARS"),
            headless=True,
        ),
        Case(
            "a rule for ages that there is none of",
            parameter(AGE_RULE="median"),
            ("AGE_RULE", "median"),
        ),
        # Coefficients
        Case(
            "coefficients missing of a sink on mined land",
            text("coefficients.csv", COEFFICIENT_TABLE.replace("arable,82.11,5\n", "")),
            ("COEFFICIENTS", "land that is mined at some date: 'arable'"),
            headless=True,
        ),
        coefficients(
            "loss fraction above 1",
            ("'soil_loss_fraction'", "1.5", "from 0 to 1"),
            soil_loss_fraction="1.5",
            headless=True,
        ),
        coefficients(
            "loss fraction no number",
            ("'vegetation_loss_fraction'", "half", "not a number"),
            vegetation_loss_fraction="half",
        ),
        coefficients(
            "loss fraction below 0",
            ("'vegetation_loss_fraction'", "-0.1", "from 0 to 1"),
            vegetation_loss_fraction="-0.1",
        ),
        coefficients(
            "half-life of no years",
            ("'soil_half_life'", "above 0"),
            soil_half_life="0",
        ),
        coefficients(
            "curve without its parameter",
            ("'soil_p2' is empty", "'exponential'", "'soil_curve'"),
            soil_curve="exponential",
            soil_p1="0.95",
            soil_p2="",
            headless=True,
        ),
        coefficients(
            "rates without rates",
            ("'vegetation_rates' is empty", "'rates'"),
            vegetation_curve="rates",
            vegetation_rates="",
        ),
        coefficients(
            "curve that nobody knows",
            ("'soil_curve'", "logistic", "ipcc, exponential, chapman_richards, rates, instant"),
            soil_curve="logistic",
        ),
        coefficients(
            "parameter without a curve",
            ("'soil_p1'", "'soil_curve' is empty"),
            soil_curve="",
            soil_p1="20",
        ),
        coefficients(
            "parameter that the curve does not have",
            ("'soil_p1'", "'instant'"),
            soil_curve="instant",
            soil_p1="20",
        ),
        coefficients(
            "curve that reaches more than all",
            ("'soil_p1'", "95", "below 1"),
            soil_curve="exponential",
            soil_p1="95",
            soil_p2="30",
        ),
        coefficients(
            "curve that never reaches its fraction",
            ("'soil_p3'", "never reaches"),
            soil_curve="chapman_richards",
            soil_p1="0.5",
            soil_p2="30",
            soil_p3="0.0001",
        ),
        coefficients(
            "rates of falling ages",
            ("'soil_rates'", "25:2;10:1;:0", "rising ages"),
            soil_curve="rates",
            soil_rates="25:2;10:1;:0",
        ),
        coefficients(
            "negative half-width",
            ("'u95_soil_pct'", "-5", "negative"),
            u95_soil_pct="-5",
        ),
        coefficients(
            "distribution that nobody knows",
            ("'distribution'", "cauchy", "normal, lognormal"),
            distribution="cauchy",
        ),
        # What takes land
        Case(
            "no class is mined land",
            parameter(TAKING_GROUPS="quarry"),
            ("TAKING_GROUPS: 'quarry'", "mine (Open pit, Stripping land, Dump, Industrial land)"),
        ),
        # Uncertainty
        area_errors("area errors without a half-width", "from_class,to_class\n*,*\n", "'u95_pct'"),
        area_errors(
            "area errors of an unknown class",
            "from_class,to_class,u95_pct\narabel,@mine,5\n",
            "unknown class 'arabel'",
            "row 1",
            headless=True,
        ),
        area_errors(
            "area errors of an unknown zone",
            "zone,u95_pct\nsomewhere,5\n",
            "row 1",
            "'somewhere'",
            "4 emission_control",
        ),
        area_errors(
            "area errors of a zone and of classes",
            "zone,from_class,to_class,u95_pct\n,@sink,@mine,5\n4,@sink,@mine,5\n",
            "row 2",
            "'zone' and 'from_class'",
        ),
        area_errors(
            "area errors of a zone and of a class",
            "zone,to_class,u95_pct\n4,@mine,5\n",
            "row 1",
            "'zone' and 'to_class'",
        ),
        area_errors(
            "area errors of an unknown period",
            "from_class,to_class,u95_pct,period\n@sink,@mine,5,1986-2018\n",
            "row 1",
            "'1986-2018'",
            "1990-2000",
        ),
        area_errors(
            "negative area errors",
            "from_class,to_class,u95_pct\n@sink,@mine,-5\n",
            "row 1",
            "'u95_pct'",
            "negative",
        ),
        area_errors(
            "accuracy of a map that is neither of conversions nor of zones",
            "value,class,mapped_ha,estimated_ha,estimated_se_ha\n1,Arable land,9,9,1\n",
            "row 1",
            "column 'class' is 'Arable land'",
            "neither a conversion",
            "4 emission_control",
            headless=True,
        ),
        area_errors(
            "accuracy of a conversion of an unknown class",
            "value,class,mapped_ha,estimated_ha,estimated_se_ha\n1,Arabel -> Dump,9,9,1\n",
            "unknown class 'Arabel' (row 1)",
        ),
        area_errors(
            "accuracy with a standard error below 0",
            "value,class,mapped_ha,estimated_ha,estimated_se_ha\n1,Arable land -> Dump,9,9,-1\n",
            "row 1",
            "'estimated_se_ha'",
            "negative",
        ),
        Case("draws below 0", parameter(DRAWS=-1), ("DRAWS",)),
        Case("level of all", parameter(LEVEL=100), ("LEVEL",)),
        # Outputs
        Case(
            "output folder of a net map missing",
            output("NET_MAP", "deep/map.tif"),
            ("NET_MAP", "deep"),
        ),
    ),
)
