"""Zone map."""

from __future__ import annotations

from pathlib import Path

from osgeo import ogr

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import at, refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import write_csv, write_polygons, write_raster


def zones(folder: Path) -> dict:
    """A zone raster of a few cells."""
    return {"LAYERS": [write_raster(folder / "zones_1986_2000.tif", [[1, 2], [3, 5]])]}


def roads(folder: Path) -> str:
    """A layer of one line."""
    line, kind = "LINESTRING (600000 4400000, 600060 4399940)", ogr.wkbLineString
    return write_polygons(folder / "roads.gpkg", [line], kind=kind)


CONTRACT = Contract(
    display_name="Zone map",
    group="tables",
    parameters={
        "LAYERS": ("multilayer", None, False, False),
        **shared.each(shared.TEXT_IF_WANTED, "TITLE TITLES SOURCE"),
        "OVERLAY": ("multilayer", None, True, False),
        "OUTLINE": ("vector", None, True, False),
        "EXTENT": ("extent", None, True, True),
        "FOCUS": ("enum", "all", False, True),
        "GRATICULE": ("boolean", False, False, False),
        "PAPER": ("enum", "A4", False, False),
        "DPI": ("number", 300, False, True),
        "LAYOUT_NAME": ("string", None, True, True),
        "OUTPUT": shared.FILE,
    },
    files={"OUTPUT": "map.pdf"},
    plain_run=PlainRun(zones, "output.pdf"),
    bad_inputs=(
        refused("OUTPUT ... map.docx ... .pdf", OUTPUT=at("out/map.docx")),
        refused(
            "OVERLAY ... nowhere.geojson ... cannot be opened",
            OVERLAY=lambda folder: [str(folder / "nowhere.geojson")],
        ),
        refused(
            "OVERLAY ... 'sites' ... table",
            OVERLAY=lambda folder: [write_csv(folder / "sites.csv", "site,x,y\na,1,2\n")],
            headless=True,
        ),
        refused(
            "LAYERS ... layer 2 of 2 is empty",
            LAYERS=lambda folder: [*zones(folder)["LAYERS"], None],
        ),
        refused(
            "LAYERS: 9 given; one to 8 are allowed",
            LAYERS=lambda folder: zones(folder)["LAYERS"] * 9,
        ),
        refused("LAYERS: 0 given; one to 8 are allowed", LAYERS=[]),
        refused("OUTLINE: 'roads' has no polygons", OUTLINE=roads),
    ),
)
