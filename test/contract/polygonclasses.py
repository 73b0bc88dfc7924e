"""Polygons into land use."""

from __future__ import annotations

from osgeo import ogr

from carbon_zones.test.algorithms.bad_inputs import (
    Case,
    cut_off,
    layers,
    output,
    parameter,
)
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    FOLDER,
    SERIES,
    TABLE_IF_WANTED,
    Contract,
    PlainRun,
    sample_series,
)
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


def years_without_years(folder) -> dict:
    changed = layers("plain.tif")(folder)
    return {**changed, "FROM_FIELD": "year"}


def of_the_sample(folder) -> dict:
    """The sample with a pit put into its middle, from 2000 on."""
    pit = (
        "POLYGON ((604000 4373000, 607000 4373000, 607000 4370000, 604000 4370000, 604000 4373000))"
    )
    return {
        **sample_series(folder),
        "POLYGONS": mine(folder, "Open pit", 2000, shape=pit),
        "CLASS_FIELD": "class_name",
        "FROM_FIELD": "year",
    }


CONTRACT = Contract(
    display_name="Polygons into land use",
    group="mine",
    parameters={
        **SERIES,
        **AUDIT,
        "POLYGONS": ("source", None, False, False),
        "CLASS_FIELD": ("field", None, True, False),
        "CLASS": ("string", None, True, False),
        "FROM_FIELD": ("field", None, True, False),
        "TO_FIELD": ("field", None, True, False),
        "FOLDER": FOLDER,
        "REPLACED": TABLE_IF_WANTED,
    },
    numbers=AUDIT_NUMBERS,
    fields={
        **AUDIT_FIELDS,
        "REPLACED": ["year", "from_class", "to_class", "cells", "area_ha"],
    },
    outputs={"FOLDER": "with_mines", "REPLACED": "replaced.csv"},
    plain_run=PlainRun(
        of_the_sample,
        {"FOLDER": "with_mines", "REPLACED": "replaced.csv"},
    ),
    further_inputs=mines,
    further_results=frozenset({"CHANGED_LAYERS"}),
    bad_inputs=(
        Case("no layers to put polygons into", parameter(LAYERS=[]), ("LAYERS", "0 given")),
        cut_off("LAYERS", 0.9, "COMPRESS=DEFLATE", "TILED=YES"),
        Case(
            "no class for polygons",
            parameter(CLASS_FIELD=""),
            ("CLASS_FIELD", "CLASS"),
            headless=True,
        ),
        Case(
            "no such field of polygons",
            parameter(FROM_FIELD="since"),
            ("FROM_FIELD", "'since'", "class_name", "year"),
        ),
        Case(
            "a polygon without a class",
            other_polygons(text=None),
            ("POLYGONS 'odd'", "feature 1", "'class_name' is empty", "CLASS"),
        ),
        Case(
            "a polygon whose class is called as a row of tables",
            other_polygons(text="(all)"),
            ("POLYGONS 'odd'", "feature 1", "'(all)'", "all classes together", "another name"),
        ),
        Case(
            "a class for all polygons that is called as a group",
            lambda folder: {**other_polygons(text=None)(folder), "CLASS": "@mine"},
            ("POLYGONS 'odd'", "feature 1", "'@mine'", "a group"),
        ),
        Case(
            "a polygon that ends before it begins",
            lambda folder: {
                **other_polygons(since=2010, until=2000)(folder),
                "FROM_FIELD": "year",
                "TO_FIELD": "until",
            },
            ("POLYGONS 'odd'", "feature 1", "2000", "2010"),
        ),
        Case(
            "a year that is none",
            lambda folder: {
                **other_polygons(since=20)(folder),
                "FROM_FIELD": "year",
            },
            ("POLYGONS 'odd'", "feature 1", "'20'", "'year'", "FROM_FIELD"),
        ),
        Case("polygons with years, layers without", years_without_years, ("plain", "YEARS")),
        Case(
            "a line for a polygon",
            other_polygons(shape=f"LINESTRING ({X} {Y}, {X + 60} {Y - 60})"),
            ("POLYGONS", "odd", "LineString"),
        ),
        Case(
            "replaced land as a raster",
            output("REPLACED", "deep/replaced.csv"),
            ("REPLACED", "deep"),
        ),
    ),
)
