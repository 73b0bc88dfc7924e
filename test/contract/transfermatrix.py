"""Land-use transfer matrix."""

from __future__ import annotations

import numpy as np

from carbon_zones.test.algorithms.bad_inputs import (
    LATER,
    Case,
    both,
    cut_off,
    flat,
    missing,
    nowhere,
    output,
    parameter,
    points,
    raster,
    rotated,
    text,
)
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    PAIR,
    PAIR_NUMBERS,
    RASTER_IF_WANTED,
    TABLE,
    TABLE_IF_WANTED,
    TRANSFER_FIELDS,
    UNIT_FIELDS,
    UNITS,
    Contract,
    PlainRun,
    sample_pair,
)
from carbon_zones.test.helpers import ORIGIN

CONTRACT = Contract(
    display_name="Land-use transfer matrix",
    group="change",
    parameters={
        **PAIR,
        **UNITS,
        **AUDIT,
        "TRANSFERS": TABLE,
        "MATRIX": TABLE_IF_WANTED,
        "CLASS_CHANGE": TABLE_IF_WANTED,
        "CONVERSIONS": RASTER_IF_WANTED,
    },
    numbers=PAIR_NUMBERS | {"CHANGED_AREA_HA", "UNCHANGED_AREA_HA"},
    fields={
        **AUDIT_FIELDS,
        **UNIT_FIELDS,
        "TRANSFERS": TRANSFER_FIELDS,
        "MATRIX": None,
        "CLASS_CHANGE": [
            "period",
            "value",
            "class",
            "area_before_ha",
            "area_after_ha",
            "persistence_ha",
            "gain_ha",
            "loss_ha",
            "net_ha",
            "swap_ha",
        ],
    },
    unit_fields=("changed_pct_1986_2018",),
    outputs={
        "TRANSFERS": "transfers.csv",
        "MATRIX": "matrix.csv",
        "CLASS_CHANGE": "change.csv",
        "CONVERSIONS": "conversions.tif",
    },
    plain_run=PlainRun(
        sample_pair,
        {
            "TRANSFERS": "transfers.csv",
            "MATRIX": "matrix.xlsx",
            "CLASS_CHANGE": "",
            "AUDIT": "audit.gpkg",
            "CONVERSIONS": "conversions.tif",
        },
    ),
    bad_inputs=(
        # Files that are not there or cannot be read
        Case(
            "missing raster",
            missing("EARLIER", "nowhere_1990.tif"),
            ("EARLIER", "nowhere_1990.tif"),
            headless=True,
        ),
        cut_off("EARLIER", 0.3),
        cut_off("LATER", 0.3, "COMPRESS=DEFLATE"),
        Case(
            "missing class table",
            missing("CLASSES", "noclasses.csv"),
            ("CLASSES", "noclasses.csv"),
        ),
        # Rasters that are not land use on these cells
        Case(
            "no such band",
            parameter(EARLIER_BAND=2),
            ("EARLIER", "land_1990", "band 2"),
            headless=True,
        ),
        Case(
            "rotated grid",
            rotated,
            ("EARLIER", "turned_1990", "rotated"),
        ),
        Case("cells nowhere", nowhere, ("EARLIER", "odd_1990", "geotransform")),
        Case("cells without a height", flat, ("EARLIER", "odd_1990", "30 x 0")),
        Case(
            "control points only",
            points,
            ("EARLIER", "odd_1990", "control points", "warp"),
        ),
        Case(
            "class value beyond all floats",
            text("classes.csv", f"value,class\n1,arable\n{'9' * 5000},forest"),
            ("CLASSES", "row 2", "'value'", "99999", "not a number"),
        ),
        Case(
            "no overlap",
            raster("LATER", LATER, origin=(ORIGIN[0] + 5000, ORIGIN[1])),
            ("LATER", "odd_2000", "EARLIER", "land_1990", "overlap", "605000", "600000"),
            headless=True,
        ),
        Case(
            "planimetric in degrees",
            lambda folder: {
                **both([[1, 2], [3, 4]], epsg=4326, cell=(0.01, 0.01), origin=(112, 39))(folder),
                "AREA_METHOD": "planimetric",
            },
            ("AREA_METHOD", "geographic", "WGS 84"),
            headless=True,
        ),
        Case(
            "no such area method",
            parameter(AREA_METHOD="exact"),
            ("AREA_METHOD", "'exact'", "auto, ellipsoidal, planimetric"),
        ),
        Case(
            "unknown area method",
            parameter(AREA_METHOD="guess"),
            ("AREA_METHOD",),
        ),
        Case(
            "nothing but nodata",
            parameter(NODATA="1,2,3,4,5,6,7,8,9,10,11"),
            ("land_1990", "land_2000", "12"),
        ),
        Case("nodata no number", parameter(NODATA="0,none"), ("NODATA", "none")),
        Case(
            "extent elsewhere",
            parameter(EXTENT="0,100,0,100 [EPSG:32649]"),
            ("EXTENT",),
        ),
        # Dates
        Case(
            "same layer twice",
            lambda folder: {"LATER": str(folder / "land_1990.tif")},
            ("EARLIER", "LATER"),
            headless=True,
        ),
        Case(
            "braces in a layer's name",
            raster("LATER", [[1.5] * 4] * 3, "land {x} {0} 2000.tif", dtype=np.float32),
            ("land {x} {0} 2000", "1.5"),
        ),
        # Tables
        Case(
            "class table without classes",
            text("classes.csv", "value,name\n1,Arable\n"),
            ("CLASSES", "classes", "'class'", "'value'", "'name'"),
            headless=True,
        ),
        Case(
            "empty classes",
            text("classes.csv", "value,class,name,group,colour"),
            ("CLASSES", "classes", "empty"),
        ),
        Case(
            "value no whole number",
            text("classes.csv", "value,class\n1,arable\n2.5,forest\n"),
            ("CLASSES", "row 2", "'value'", "2.5"),
        ),
        Case(
            "value twice",
            text("classes.csv", "value,class\n1,arable\n2,forest\n1,grass\n"),
            ("CLASSES", "row 3", "row 1", "value 1"),
        ),
        Case(
            "no colour",
            text("classes.csv", "value,class,colour\n1,arable,red\n"),
            ("CLASSES", "row 1", "red"),
        ),
        # Outputs
        Case(
            "output folder missing",
            output("TRANSFERS", "deep/down/transfers.csv"),
            ("TRANSFERS", "deep/down"),
            headless=True,
        ),
    ),
)
