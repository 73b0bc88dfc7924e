"""Sample for accuracy."""

from __future__ import annotations

import numpy as np

from carbon_zones.test.algorithms.bad_inputs import Case, cut_off, output, parameter
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    MAP,
    TABLE,
    TABLE_IF_WANTED,
    TEXT,
    WHOLE,
    Contract,
    PlainRun,
    sample_map,
)
from carbon_zones.test.helpers import write_raster


def other_map(values, **options):
    """Another raster in the map's place."""
    return lambda folder: {"MAP": write_raster(folder / "odd_2000.tif", values, **options)}


def one_class(folder) -> dict:
    """A map whose rows of cells hold nothing but no data, but for two far apart."""
    cells = np.zeros((40, 40), int)
    cells[3, 3] = cells[35, 35] = 1
    path = write_raster(folder / "rare.tif", cells, nodata=0)
    return {"MAP": path, "DESIGN": "systematic", "SIZE": 1, "SEED": 2}


CONTRACT = Contract(
    display_name="Sample for accuracy",
    group="accuracy",
    parameters={
        **MAP,
        **AUDIT,
        "DESIGN": ("enum", "stratified", False, False),
        "ALLOCATION": ("enum", "proportional", False, False),
        "SIZE": ("number", None, True, False),
        "TARGET_SE": ("number", None, True, False),
        "EXPECTED_UA": ("string", "0.8", True, False),
        "MIN_PER_CLASS": ("number", 50, False, False),
        "SEED": ("number", 1, False, True),
        "SAMPLE": TABLE,
        "STRATA": TABLE_IF_WANTED,
    },
    numbers=AUDIT_NUMBERS,
    fields={
        **AUDIT_FIELDS,
        "SAMPLE": [
            "id",
            "stratum",
            "map_value",
            "map_class",
            "weight",
            "x",
            "y",
            "label",
        ],
        "STRATA": ["value", "class", "cells", "area_ha", "weight", "samples"],
    },
    kinds={
        "map_class": TEXT,
        **dict.fromkeys(("id", "stratum", "map_value", "samples", "label"), WHOLE),
    },
    outputs={"SAMPLE": "sample.gpkg", "STRATA": "strata.csv"},
    spatial=frozenset({"SAMPLE"}),
    plain_run=PlainRun(
        sample_map,
        {"SAMPLE": "points.gpkg", "STRATA": "strata.xlsx", "AUDIT": "audit.csv"},
    ),
    bad_inputs=(
        # The map
        Case(
            "missing map",
            lambda folder: {"MAP": str(folder / "nowhere.tif")},
            ("MAP", "nowhere.tif"),
            headless=True,
        ),
        Case("no band 2 of a map", parameter(BAND=2), ("MAP", "land_2000", "band 2")),
        Case("band 0 of a map", parameter(BAND=0), ("BAND", "0")),
        cut_off("MAP", 0.6, "COMPRESS=LZW", "TILED=YES"),
        Case(
            "a map of fractions",
            other_map([[1, 2.5], [3, 4]], dtype=np.float32),
            ("MAP", "odd_2000", "2.5", "row 1, column 2"),
        ),
        Case(
            "a map without a cell that counts",
            other_map([[9, 9], [9, 9]], nodata=9),
            ("MAP", "odd_2000", "4 of 4 cells left out"),
        ),
        Case(
            "an extent, which a map has not",
            parameter(EXTENT="600000,600060,4399940,4400000"),
            ("EXTENT",),
        ),
        # The design
        Case("a design that is none", parameter(DESIGN="random"), ("DESIGN", "'random'", "simple")),
        Case(
            "an allocation that is none",
            parameter(ALLOCATION="good practice"),
            ("ALLOCATION", "'good practice'", "good_practice"),
            headless=True,
        ),
        Case(
            "size and standard error",
            parameter(SIZE=100, TARGET_SE=1.0),
            ("SIZE", "TARGET_SE", "both"),
            headless=True,
        ),
        Case("no points", parameter(SIZE=0), ("SIZE", "0", "1 to 1000000")),
        Case("half a point", parameter(SIZE=99.5), ("SIZE", "99.5", "whole")),
        Case("no standard error", parameter(TARGET_SE=0), ("TARGET_SE", "0", "0.01 to 50")),
        Case("no floor", parameter(MIN_PER_CLASS=0), ("MIN_PER_CLASS", "0")),
        Case("a negative seed", parameter(SEED=-1), ("SEED", "-1")),
        Case(
            "a size that does not do for the floor",
            parameter(SIZE=5, ALLOCATION="good_practice"),
            ("SIZE", "5 points", "9 classes", "12", "MIN_PER_CLASS"),
            headless=True,
        ),
        Case(
            "a standard error that nobody can reach",
            parameter(TARGET_SE=0.01),
            ("TARGET_SE", "16,000,000", "1,000,000"),
        ),
        Case("no line of a lattice meets a cell", one_class, ("SEED", "systematic")),
        # What is expected
        Case("accuracy in per cent", parameter(EXPECTED_UA="80"), ("EXPECTED_UA", "80", "0.8")),
        Case(
            "accuracy no number",
            parameter(EXPECTED_UA="1=high"),
            ("EXPECTED_UA", "'high'", "not a number"),
        ),
        Case(
            "accuracy of an unknown class",
            parameter(EXPECTED_UA="arable=0.9"),
            ("EXPECTED_UA", "'arable'", "1, 2, 4"),
            headless=True,
        ),
        Case(
            "accuracy of a value that the map does not hold",
            parameter(EXPECTED_UA="99=0.9"),
            ("EXPECTED_UA", "'99'", "1, 2, 4"),
        ),
        Case(
            "accuracy of a class twice",
            parameter(EXPECTED_UA="1=0.9,1=0.8"),
            ("EXPECTED_UA", "'1'", "twice"),
        ),
        Case(
            "accuracies by comma alone",
            parameter(EXPECTED_UA="0.9,0.8"),
            ("EXPECTED_UA", "'0.9'", "class=number"),
        ),
        # Outputs
        Case(
            "points in a spreadsheet",
            output("SAMPLE", "sample.xlsx"),
            ("SAMPLE", "sample.xlsx", "points", ".gpkg"),
            headless=True,
        ),
        Case("folder of points missing", output("SAMPLE", "deep/s.gpkg"), ("SAMPLE", "deep")),
        Case("folder of strata missing", output("STRATA", "deep/s.csv"), ("STRATA", "deep")),
    ),
)
