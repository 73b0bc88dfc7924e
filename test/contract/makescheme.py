"""Scheme tables from layers."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import at, cut_off, layers, refused
from carbon_zones.test.contract import Contract, PlainRun


def taken(folder):
    """A file of somebody else's in the output's place."""
    (folder / "mine.xlsx").write_text("mine")
    return {"OUTPUT": str(folder / "mine.xlsx")}


CONTRACT = Contract(
    display_name="Scheme tables from layers",
    group="tables",
    parameters={
        "LAYERS": ("multilayer", None, False, False),
        **shared.COMMON,
        "OUTPUT": shared.FILE,
    },
    files={"OUTPUT": "scheme.gpkg"},
    plain_run=PlainRun(shared.sample_series, "output.gpkg"),
    further_results="CLASSES_TABLE ZONES_TABLE RULES_TABLE COEFFICIENTS_TABLE",
    bad_inputs=(
        refused("LAYERS ... 0 given ... 1 required", LAYERS=[]),
        cut_off("LAYERS", 0.9, "COMPRESS=DEFLATE", "TILED=YES"),
        refused("LAYERS ... land_1990", layers("land_1990.tif", "land_1990.tif")),
        refused("OUTPUT ... scheme.csv ... .xlsx", OUTPUT=at("out/scheme.csv")),
        refused("OUTPUT ... mine.xlsx ... exists and differs", taken),
    ),
)
