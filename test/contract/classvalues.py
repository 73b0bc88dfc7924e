"""Values per hectare."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import (
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
    FOLDER_IF_WANTED,
    RASTER_IF_WANTED,
    SERIES,
    TABLE_IF_WANTED,
    TEXT,
    UNIT_FIELDS,
    UNITS,
    WHOLE,
    Contract,
    PlainRun,
    sample_series,
)
from carbon_zones.test.helpers import YEARS


def values(rows: str, header: str = "class,service,carbon,source\n"):
    """A change that gives these values."""
    return text("values.csv", header + rows)


CONTRACT = Contract(
    display_name="Values per hectare",
    group="carbon",
    # The default values are of classes of the scheme; those of one's own may be of any.
    needs_scheme=True,
    parameters={
        **SERIES,
        **UNITS,
        **AUDIT,
        "VALUES": ("source", None, True, False),
        "COLUMN": ("string", None, True, False),
        "TOTALS": TABLE_IF_WANTED,
        "CHANGES": TABLE_IF_WANTED,
        "CONTRIBUTIONS": TABLE_IF_WANTED,
        "CHANGE_MAP": RASTER_IF_WANTED,
        "DENSITY_FOLDER": FOLDER_IF_WANTED,
    },
    numbers=AUDIT_NUMBERS,
    unit_fields=tuple(
        f"total_{year}_{name}_tc_per_ha" for year in YEARS for name in ("soil", "vegetation")
    ),
    fields={
        **AUDIT_FIELDS,
        **UNIT_FIELDS,
        "TOTALS": ["year", "value_name", "class", "area_ha", "per_ha", "total"],
        "CHANGES": [
            "period",
            "years",
            "value_name",
            "before",
            "after",
            "change",
            "change_per_year",
            "change_pct",
        ],
        "CONTRIBUTIONS": [
            "period",
            "value_name",
            "from_class",
            "to_class",
            "area_ha",
            "change",
            "contribution_pct",
        ],
    },
    kinds={"value_name": TEXT, "years": WHOLE},
    outputs={
        "TOTALS": "totals.csv",
        "CHANGES": "changes.csv",
        "CONTRIBUTIONS": "contributions.csv",
        "CHANGE_MAP": "change_map.tif",
        "DENSITY_FOLDER": "densities",
    },
    plain_run=PlainRun(
        sample_series,
        {
            "TOTALS": "totals.xlsx",
            "CHANGES": "",
            "CONTRIBUTIONS": "contributions.gpkg",
            "AUDIT": "audit.csv",
            "CHANGE_MAP": "change_map.tif",
            "DENSITY_FOLDER": "densities",
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
            "missing file among layers of values",
            layers("land_1990.tif", "land_1994.tif"),
            ("LAYERS", "land_1994.tif"),
        ),
        cut_off("LAYERS", 0.6, "COMPRESS=LZW", "TILED=YES"),
        Case(
            "missing table of values",
            lambda folder: {"VALUES": str(folder / "nowhere.csv")},
            ("VALUES", "nowhere.csv"),
        ),
        # Dates
        Case("one date has no change", layers("land_1990.tif"), ("LAYERS", "at least 2")),
        Case(
            "same layer twice for values",
            layers("land_1990.tif", "land_1990.tif"),
            ("LAYERS", "land_1990"),
        ),
        # Tables
        Case("no values", values(""), ("VALUES", "empty")),
        Case(
            "values without classes",
            values("arable,1\n", "land,service\n"),
            ("VALUES", "'class'", "'land', 'service'"),
        ),
        Case(
            "values without a number",
            values("arable,much,,somewhere\n"),
            ("VALUES", "no column of numbers", "'service'", "'carbon'"),
        ),
        Case(
            "value missing",
            values("arable,1,2,\nforest,3,,\n"),
            ("VALUES", "row 2", "'carbon'", "empty"),
            headless=True,
        ),
        Case(
            "value no number",
            values("arable,1,2,\nforest,much,2,\n"),
            ("VALUES", "row 2", "'service'", "'much'", "not a number"),
            headless=True,
        ),
        Case(
            "value infinite", values("arable,1,inf,\nforest,1,2,\n"), ("row 1", "'carbon'", "inf")
        ),
        Case(
            "value beyond all measure",
            values("arable,1,2,\nforest,-1e13,2,\n"),
            ("VALUES", "row 2", "'service'", "-1e13", "1e+12"),
        ),
        Case(
            "value of no class",
            values("arable,1,2,\n,3,4,\n"),
            ("VALUES", "row 2", "'class'", "empty"),
        ),
        Case(
            "values of unknown classes",
            values("gras,1,2,\narable,1,2,\nwod,1,2,\n"),
            ("VALUES", "unknown class 'gras' (row 1)", "unknown class 'wod' (row 3)", "arable"),
            headless=True,
        ),
        Case(
            "values of a class twice",
            values("arable,1,2,\nArable land,3,4,\n"),
            ("VALUES", "row 2", "'Arable land'", "row 1"),
        ),
        Case(
            "values of none of the classes",
            values("200,1,2,\n"),
            ("VALUES", "no row on any class", "arable"),
        ),
        Case(
            "no such column of values",
            lambda folder: {**values("arable,1,2,x\n")(folder), "COLUMN": "water"},
            ("COLUMN", "'water'", "'service', 'carbon'"),
            headless=True,
        ),
        Case(
            "column of text",
            lambda folder: {**values("arable,1,2,x\n")(folder), "COLUMN": "source"},
            ("COLUMN", "'source'", "'service', 'carbon'"),
        ),
        # Outputs
        Case(
            "change not named tif",
            output("CHANGE_MAP", "change.asc"),
            ("CHANGE_MAP", "change.asc", ".tif"),
        ),
        Case(
            "folder of densities that is a file",
            lambda folder: {"DENSITY_FOLDER": str(folder / "land_1990.tif")},
            ("DENSITY_FOLDER", "land_1990.tif", "no folder"),
        ),
    ),
)
