"""Scheme tables from layers."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import Case, cut_off, layers, output, parameter
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    COMMON,
    FILE,
    Contract,
    PlainRun,
    sample_series,
)
from carbon_zones.test.helpers import write_raster


def same_value(folder):
    """Two layers that call the value 3 differently."""
    return {
        "LAYERS": [
            write_raster(folder / f"named_{year}.tif", [[1, 3]], names={1: "Forest", 3: name})
            for year, name in ((1990, "Grassland"), (2000, "Shrubs"))
        ]
    }


def taken(folder):
    """A file of somebody else's in the output's place."""
    (folder / "mine.xlsx").write_text("mine")
    return {"OUTPUT": str(folder / "mine.xlsx")}


CONTRACT = Contract(
    display_name="Scheme tables from layers",
    group="tables",
    parameters={
        "LAYERS": ("multilayer", None, False, False),
        **COMMON,
        **AUDIT,
        "OUTPUT": FILE,
    },
    numbers=AUDIT_NUMBERS,
    fields=AUDIT_FIELDS,
    outputs={"OUTPUT": "scheme.gpkg"},
    plain_run=PlainRun(
        sample_series,
        {"OUTPUT": "scheme.gpkg"},
    ),
    further_results=frozenset(
        {"CLASSES_TABLE", "ZONES_TABLE", "RULES_TABLE", "COEFFICIENTS_TABLE"}
    ),
    bad_inputs=(
        Case("no layers", parameter(LAYERS=[]), ("LAYERS", "0 given", "1 needed")),
        cut_off("LAYERS", 0.9, "COMPRESS=DEFLATE", "TILED=YES"),
        Case(
            "same layer twice in a scheme",
            layers("land_1990.tif", "land_1990.tif"),
            ("LAYERS", "land_1990"),
        ),
        Case(
            "one value of two meanings",
            same_value,
            ("LAYERS", "3 is", "'Grassland' in named_1990", "'Shrubs' in named_2000", "CLASSES"),
            headless=True,
        ),
        Case(
            "scheme of a kind that is none",
            output("OUTPUT", "scheme.csv"),
            ("OUTPUT", "scheme.csv", ".xlsx"),
        ),
        Case("scheme in a place that is taken", taken, ("OUTPUT", "mine.xlsx", "delete")),
        Case(
            "output folder of a scheme missing",
            output("OUTPUT", "deep/scheme.xlsx"),
            ("OUTPUT", "deep"),
        ),
    ),
)
