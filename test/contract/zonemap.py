"""Zone map."""

from __future__ import annotations

from pathlib import Path

from carbon_zones.test.algorithms.bad_inputs import Case, output
from carbon_zones.test.contract import FILE, Contract, PlainRun
from carbon_zones.test.helpers import write_csv, write_raster


def zones(folder: Path) -> dict:
    """A zone raster of a few cells."""
    return {"LAYERS": [write_raster(folder / "zones_1986_2000.tif", [[1, 2], [3, 5]])]}


CONTRACT = Contract(
    display_name="Zone map",
    group="tables",
    parameters={
        "LAYERS": ("multilayer", None, False, False),
        "TITLE": ("string", None, True, False),
        "TITLES": ("string", None, True, False),
        "SOURCE": ("string", None, True, False),
        "OVERLAY": ("multilayer", None, True, False),
        "OUTLINE": ("vector", None, True, False),
        "GRATICULE": ("boolean", False, False, False),
        "PAPER": ("enum", "A4", False, False),
        "DPI": ("number", 300, False, True),
        "LAYOUT_NAME": ("string", None, True, True),
        "OUTPUT": FILE,
    },
    outputs={"OUTPUT": "map.pdf"},
    plain_run=PlainRun(
        zones,
        {"OUTPUT": "map.pdf"},
    ),
    bad_inputs=(
        Case(
            "map of a kind that is none",
            output("OUTPUT", "map.docx"),
            ("OUTPUT", "map.docx", ".pdf"),
        ),
        Case(
            "a layer over the maps that is not there",
            lambda folder: {"OVERLAY": [str(folder / "nowhere.geojson")]},
            ("OVERLAY", "nowhere.geojson", "cannot be opened"),
        ),
        Case(
            "a table over the maps",
            lambda folder: {"OVERLAY": [write_csv(folder / "sites.csv", "site,x,y\na,1,2\n")]},
            ("OVERLAY", "'sites'", "table"),
            headless=True,
        ),
        Case(
            "nothing in the place of a map",
            lambda folder: {"LAYERS": [*zones(folder)["LAYERS"], None]},
            ("LAYERS", "layer 2 of 2 is empty"),
        ),
    ),
)
