"""Mine carbon ledger."""

from __future__ import annotations

from collections.abc import Iterator

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import (
    COEFFICIENT_TABLE,
    Case,
    half_widths,
    layers,
    refused,
    text,
)
from carbon_zones.test.contract import Contract, PlainRun

# What is said of the last row with these cells.
OF_COEFFICIENTS = """
'soil_loss_fraction' ... 1.5 ... from 0 to 1 | soil_loss_fraction=1.5
'vegetation_loss_fraction' ... -0.1 ... from 0 to 1 | vegetation_loss_fraction=-0.1
'soil_half_life' ... range 0.001 to 1e+06 | soil_half_life=0
'soil_loss_high' ... 1.1 ... from 0 to 1 | soil_loss_high=1.1
'vegetation_loss_high' is empty | vegetation_loss_low=0.1
'soil_loss_fraction' (empty, treated as 1) ... 'soil_loss_high' (0.2 and 0.8) | \
soil_loss_low=0.2 soil_loss_high=0.8
'exponential' of 'soil_curve' requires ... 'soil_p2' | soil_curve=exponential soil_p1=0.95 soil_p2=
'rates' of 'vegetation_curve' requires ... 'vegetation_rates' | \
vegetation_curve=rates vegetation_rates=
'soil_curve' ... logistic ... ipcc, exponential, chapman_richards, rates, instant | \
soil_curve=logistic
'soil_p1' ... 'soil_curve' is empty | soil_curve= soil_p1=20
'soil_p1' ... 'instant' | soil_curve=instant soil_p1=20
'soil_p1' ... 95 ... below 1 | soil_curve=exponential soil_p1=95 soil_p2=30
'soil_p3' ... never reaches | soil_curve=chapman_richards soil_p1=0.5 soil_p2=30 soil_p3=0.01
'soil_rates' ... 25:2;10:1;:0 ... ascending ages | soil_curve=rates soil_rates=25:2;10:1;:0
'u95_soil_pct' ... -5 ... negative | u95_soil_pct=-5
'soil_returned_tc_per_ha' ... -1 ... negative | soil_returned_tc_per_ha=-1
'u95_soil_returned_pct' ... 'soil_returned_tc_per_ha' is empty | u95_soil_returned_pct=20
'u95_soil_returned_pct' (20) must not be smaller ... 'soil_u95_shared' | \
u95_soil_pct=30 soil_u95_shared=25 soil_returned_tc_per_ha=50 u95_soil_returned_pct=20
'soil_rate_u95_pct' ... 'rates' only; 'soil_curve' is empty | soil_curve= soil_rate_u95_pct=20
'vegetation_rate_u95_pct' ... 'vegetation_curve' is 'instant' | \
vegetation_curve=instant vegetation_rate_u95_pct=20
'soil_loss_shared' ... 1.5 ... from 0 to 1 | soil_loss_shared=1.5
'soil_loss_shared' is 0.5 ... 'soil_loss_low' and 'soil_loss_high' are empty | soil_loss_shared=0.5
'soil_u95_shared' ... -5 ... negative | u95_soil_pct=5 soil_u95_shared=-5
'distribution' ... cauchy ... normal, lognormal | distribution=cauchy
"""


def coefficients() -> Iterator[Case]:
    """The cases of a coefficient table whose last row, the third one, has further columns."""
    header, *rows = COEFFICIENT_TABLE.strip().splitlines()
    for line in OF_COEFFICIENTS.strip().splitlines():
        says, words = line.split(" | ")
        cells = dict(word.split("=") for word in words.split())
        blank, filled = "," * len(cells), "".join(f",{cell}" for cell in cells.values())
        table = [",".join([header, *cells]), *(row + blank for row in rows[:-1]), rows[-1] + filled]
        change = text("coefficients.csv", "\n".join(table))
        yield refused(f"COEFFICIENTS ... row 3 ... {says}", change)


# What is said of tables with these rows.
OF_AREA_ERRORS = """
'u95_pct' | from_class,to_class / *,*
unknown class 'arabel' ... row 1 | from_class,to_class,u95_pct / arabel,@mine,5
row 1 ... 'somewhere' ... 4 emission_control | zone,u95_pct / somewhere,5
row 2 ... 'zone' and 'from_class' | \
zone,from_class,to_class,u95_pct / ,@sink,@mine,5 / 4,@sink,@mine,5
row 1 ... 'zone' and 'to_class' | zone,to_class,u95_pct / 4,@mine,5
row 1 ... '1986-2018' ... 1990-2000 | from_class,to_class,u95_pct,period / @sink,@mine,5,1986-2018
row 1 ... 'u95_pct' ... negative | from_class,to_class,u95_pct / @sink,@mine,-5
"""


def area_errors() -> Iterator[Case]:
    """The cases of tables of errors of areas."""
    for line in OF_AREA_ERRORS.strip().splitlines():
        says, rows = line.split(" | ")
        change = text("area_errors.csv", rows.replace(" / ", "\n") + "\n")
        yield refused(f"AREA_ERRORS ... {says}", change)


CONTRACT = Contract(
    display_name="Mine carbon ledger",
    group="carbon",
    needs_scheme=True,
    parameters={
        **shared.SERIES,
        **shared.COEFFICIENTS,
        **shared.DENSITIES,
        **shared.TAKING,
        **shared.YEARS_OF_CHANGE,
        "AGE_RULE": ("enum", "mid", False, False),
        **shared.AREA_ERRORS,
        "DRAWS": ("number", 10000, False, True),
        **shared.each(shared.TABLE_IF_WANTED, "LEDGER STOCKS BALANCE UNCERTAINTY SENSITIVITY"),
        "NET_MAP": shared.RASTER_IF_WANTED,
        "REPORT": shared.PAGE,
    },
    asked_for="LEDGER STOCKS BALANCE",
    results=(
        f"LOSS_TC REGAINED_TC NET_TC NET_TCO2 NET_LOW_TCO2 NET_HIGH_TCO2 {shared.BALANCE_NUMBERS}"
    ),
    rare_results="ADJUSTED_NET_TC ADJUSTED_NET_LOW_TC ADJUSTED_NET_HIGH_TC",
    columns={
        "LEDGER": "period years flow pool class area_ha tc tco2 tc_per_year",
        "STOCKS": (
            "year status class area_ha soil_tc vegetation_tc stored_topsoil_tc decaying_tc "
            "total_tc youngest_tc oldest_tc"
        ),
        "SENSITIVITY": (
            "item class pool low_value high_value net_low_tc net_high_tc swing_tc basis"
        ),
    },
    telling_inputs={"DRAWS": 100},
    plain_run=PlainRun(
        lambda folder: {**shared.sample_series(folder), **half_widths(folder)},
        "ledger.xlsx stocks.gpkg balance.csv by_year.csv uncertainty.csv sensitivity.csv audit.csv "
        "net_map.tif report.html",
    ),
    further_inputs=half_widths,
    bad_inputs=(
        # Dates
        refused("LAYERS ... at least 2", layers("land_1990.tif")),
        # Coefficients
        refused(
            "COEFFICIENTS ... land mined at any date: 'arable'",
            text("coefficients.csv", COEFFICIENT_TABLE.replace("arable,82.11,5\n", "")),
        ),
        *coefficients(),
        # Uncertainty
        *area_errors(),
    ),
)
