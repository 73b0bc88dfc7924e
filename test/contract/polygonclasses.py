"""Burn polygons into land use."""

from __future__ import annotations

from osgeo import ogr

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import cut_off, refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import ORIGIN, write_polygons

X, Y = ORIGIN


def mine(folder, text="open_pit", since=None, until=None, shape="", name="mines.gpkg") -> str:
    """A layer with one polygon over the first cells of the small rasters."""
    box = shape or f"POLYGON (({X} {Y}, {X + 60} {Y}, {X + 60} {Y - 60}, {X} {Y - 60}, {X} {Y}))"
    return write_polygons(
        folder / name,
        [(box, (text, since, until))],
        fields={"class_name": ogr.OFTString, "year": ogr.OFTInteger, "until": ogr.OFTInteger},
    )


def mines(folder) -> dict:
    """What a run needs besides its rasters."""
    return {"POLYGONS": mine(folder), "CLASS_FIELD": "class_name"}


def other_polygons(**values):
    return lambda folder: {"POLYGONS": mine(folder, name="odd.gpkg", **values)}


def of_the_sample(folder) -> dict:
    """The sample with a pit put into its middle, from 2000 on."""
    pit = (
        "POLYGON ((604000 4373000, 607000 4373000, 607000 4370000, 604000 4370000, 604000 4373000))"
    )
    return {
        **shared.sample_series(folder),
        "POLYGONS": mine(folder, "Open pit", 2000, shape=pit),
        "CLASS_FIELD": "class_name",
        "FROM_FIELD": "year",
    }


CONTRACT = Contract(
    display_name="Burn polygons into land use",
    group="mine",
    parameters={
        **shared.SERIES,
        "POLYGONS": shared.SOURCE,
        "CLASS": shared.TEXT_IF_WANTED,
        **shared.each(shared.FIELD_IF_WANTED, "CLASS_FIELD FROM_FIELD TO_FIELD"),
        "FOLDER": shared.FOLDER,
        "REPLACED": shared.TABLE_IF_WANTED,
    },
    columns={"REPLACED": "year from_class to_class cells area_ha"},
    files={"FOLDER": "with_mines"},
    plain_run=PlainRun(of_the_sample, "folder.d replaced.csv"),
    further_inputs=mines,
    further_results="CHANGED_LAYERS",
    bad_inputs=(
        refused("LAYERS ... 0 given", LAYERS=[]),
        cut_off("LAYERS", 0.9, "COMPRESS=DEFLATE", "TILED=YES"),
        refused("CLASS_FIELD ... CLASS", CLASS_FIELD="", headless=True),
        refused("FROM_FIELD ... 'since' ... class_name ... year", FROM_FIELD="since"),
        refused(
            "POLYGONS 'odd' ... feature 1 ... 'class_name' is empty ... CLASS",
            other_polygons(text=None),
        ),
        refused(
            "POLYGONS 'odd' ... feature 1 ... '(all)' is reserved for all classes ... another name",
            other_polygons(text="(all)"),
        ),
        refused(
            "POLYGONS 'odd' ... feature 1 ... '@mine' ... a group",
            other_polygons(text=None),
            CLASS="@mine",
        ),
        refused(
            "POLYGONS 'odd' ... feature 1 ... 2000 ... 2010",
            other_polygons(since=2010, until=2000),
            FROM_FIELD="year",
            TO_FIELD="until",
        ),
        refused(
            "POLYGONS 'odd' ... feature 1 ... '20' ... 'year' ... FROM_FIELD",
            other_polygons(since=20),
            FROM_FIELD="year",
        ),
        refused(
            "POLYGONS ... odd ... LineString",
            other_polygons(shape=f"LINESTRING ({X} {Y}, {X + 60} {Y - 60})"),
        ),
    ),
)
