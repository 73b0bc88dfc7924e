"""Accuracy assessment."""

from __future__ import annotations

from pathlib import Path

from osgeo import ogr, osr

from carbon_zones.test.algorithms.bad_inputs import Case, missing, output, parameter, text
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    MAP,
    PAGE,
    TABLE_IF_WANTED,
    TEXT,
    WHOLE,
    Contract,
    PlainRun,
)
from carbon_zones.test.helpers import ORIGIN, sample, write_csv, write_polygons, write_raster

X, Y = ORIGIN
CELL = 30.0
# Cells of other rasters of the tests, in degrees.
WEST, NORTH, DEGREES = 112.0, 39.5, 0.001


def point(column: float, row: float) -> str:
    """The centre of a cell of 30 m, counted from ORIGIN."""
    return f"POINT ({X + (column + 0.5) * CELL} {Y - (row + 0.5) * CELL})"


def points_in_degrees() -> list[str]:
    """Some centres of cells in degrees, brought to the metres of the others."""
    systems = [osr.SpatialReference() for _ in range(2)]
    for system, code in zip(systems, (4326, 32649)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    way = osr.CoordinateTransformation(*systems)
    found = []
    for row in range(4):
        for column in range(6):
            x, y, _ = way.TransformPoint(
                WEST + (column + 0.5) * DEGREES, NORTH - (row + 0.5) * DEGREES
            )
            found.append(f"POINT ({x} {y})")
    return found


def points(folder: Path) -> str:
    """Labelled points at the centres of the first cells of small rasters, some without a label."""
    cells = [(column, row) for row in range(12) for column in range(12)]
    shapes = [(point(*cell), [(sum(cell) % 3 + 1) or None]) for cell in cells]
    shapes += [(text, [n % 3 + 1]) for n, text in enumerate(points_in_degrees())]
    shapes.append((point(1, 1), [None]))
    return write_polygons(
        folder / "labelled.gpkg", shapes, fields={"label": ogr.OFTInteger}, kind=ogr.wkbPoint
    )


def labelled(folder: Path) -> dict:
    return {"REFERENCE": points(folder)}


def other(shapes, fields, **more):
    """A change that gives a reference of its own."""

    def change(folder: Path) -> dict:
        path = write_polygons(folder / "odd.gpkg", shapes, fields=fields)
        return {"REFERENCE": path, **more}

    return change


def strata(table: str, **more):
    """A change that gives a sample with strata, and their table."""

    def change(folder: Path) -> dict:
        shapes = [(point(n, 0), [1, "hills" if n % 2 else "plain"]) for n in range(4)]
        fields = {"label": ogr.OFTInteger, "part": ogr.OFTString}
        return {
            "REFERENCE": write_polygons(folder / "odd.gpkg", shapes, fields=fields),
            "STRATA": write_csv(folder / "strata.csv", table),
            "STRATUM_FIELD": "part",
            **more,
        }

    return change


def on_the_sample(folder: Path) -> dict:
    """A few points on the sample's last date."""
    shapes = [
        (f"POINT ({x} {y})", [(n * 7) % 5 + 1])
        for n, (x, y) in enumerate(
            (598_000 + 500 * a, 4_382_000 + 450 * b) for a in range(30) for b in range(30)
        )
    ]
    path = write_polygons(
        folder / "labelled.gpkg", shapes, fields={"label": ogr.OFTInteger}, kind=ogr.wkbPoint
    )
    return {"MAP": sample("2018"), "REFERENCE": path}


STRATA_TABLE = "value,class,cells,area_ha\n1,plain,8,0.72\n2,hills,4,0.36\n"
LABEL = {"label": ogr.OFTInteger}

CONTRACT = Contract(
    display_name="Accuracy assessment",
    group="accuracy",
    parameters={
        **MAP,
        **AUDIT,
        "DESIGN": ("enum", "stratified", False, False),
        "REFERENCE": ("source", None, False, False),
        "REFERENCE_FIELD": ("field", "label", False, False),
        "MAP_FIELD": ("field", None, True, False),
        "STRATA": ("source", None, True, False),
        "STRATUM_FIELD": ("field", None, True, False),
        "LEVEL": ("number", 95.0, False, True),
        "CONFUSION": TABLE_IF_WANTED,
        "CLASS_ACCURACY": TABLE_IF_WANTED,
        "PROPORTIONS": TABLE_IF_WANTED,
        "REPORT": PAGE,
    },
    numbers=AUDIT_NUMBERS
    | {
        "SAMPLES",
        "OVERALL_ACCURACY_PCT",
        "OVERALL_HALF_WIDTH_PCT",
        "KAPPA",
        "QUANTITY_PCT",
        "EXCHANGE_PCT",
        "SHIFT_PCT",
    },
    further_inputs=labelled,
    fields={
        **AUDIT_FIELDS,
        # Their columns are named after the classes: test_accuracy.py looks at them.
        "CONFUSION": None,
        "PROPORTIONS": None,
        "CLASS_ACCURACY": [
            "value",
            "class",
            "mapped_ha",
            "samples",
            "users_pct",
            "users_half_width_pct",
            "producers_pct",
            "producers_half_width_pct",
            "f1_pct",
            "estimated_ha",
            "estimated_se_ha",
            "estimated_half_width_ha",
        ],
    },
    kinds={"map_class": TEXT, "samples": WHOLE},
    outputs={
        "CONFUSION": "confusion.csv",
        "CLASS_ACCURACY": "class_accuracy.csv",
        "PROPORTIONS": "proportions.csv",
        "REPORT": "report.html",
    },
    plain_run=PlainRun(
        on_the_sample,
        {
            "CONFUSION": "confusion.xlsx",
            "CLASS_ACCURACY": "class_accuracy.csv",
            "PROPORTIONS": "proportions.gpkg",
            "AUDIT": "",
            "REPORT": "report.html",
        },
    ),
    bad_inputs=(
        # Files that are not there or cannot be read
        Case("no such map", missing("MAP", "land_1999.tif"), ("MAP", "land_1999.tif")),
        Case(
            "no such reference",
            missing("REFERENCE", "nowhere.gpkg"),
            ("REFERENCE", "points or polygons", "nowhere.gpkg"),
            headless=True,
        ),
        Case(
            "a label that is called as any class",
            other([(point(1, 1), ["*"])], {"label": ogr.OFTString}),
            ("REFERENCE 'odd'", "feature 1", "'*'", "any class", "another name"),
        ),
        Case("no such strata", strata("", STRATA="nowhere.csv"), ("STRATA", "nowhere.csv")),
        Case(
            "a map that is an elevation model",
            lambda folder: {"MAP": write_raster(folder / "dem.tif", [[0.5, 1.5]], dtype="float32")},
            ("dem", "0.5", "whole numbers"),
        ),
        # The reference
        Case(
            "lines for points",
            other([("LINESTRING (0 0, 1 1)", [1])], LABEL),
            ("REFERENCE 'odd'", "LineString"),
        ),
        Case(
            "a table for points",
            lambda folder: {"REFERENCE": write_csv(folder / "points.csv", "label\n1\n")},
            ("REFERENCE 'points'", "points or polygons", "NoGeometry"),
        ),
        Case(
            "no field with labels",
            other([(point(0, 0), [1])], {"seen": ogr.OFTInteger}),
            ("REFERENCE_FIELD", "'label'", "seen"),
            headless=True,
        ),
        Case("no such field of the map", parameter(MAP_FIELD="was"), ("MAP_FIELD", "'was'")),
        Case(
            "nothing is labelled",
            other([(point(0, 0), [None]), (point(1, 0), [None])], LABEL),
            ("REFERENCE 'odd'", "none of its 2 samples counts", "2 without a label"),
            headless=True,
        ),
        Case(
            "all points far away",
            other([("POINT (0 0)", [1])], LABEL),
            ("REFERENCE 'odd'", "1 outside the map"),
        ),
        Case(
            "polygons beside the map",
            other([("POLYGON ((0 0, 9 0, 9 9, 0 0))", [1])], LABEL),
            ("REFERENCE 'odd'", "0 samples", "none on the map"),
        ),
        Case(
            "points without a place",
            other([(None, [1])], LABEL),
            ("REFERENCE 'odd'", "holds no points"),
        ),
        Case(
            "a label too large for a class",
            other([(point(0, 0), ["9" * 25])], {"label": ogr.OFTString}),
            ("REFERENCE 'odd'", "feature 1", "too large"),
        ),
        # Strata
        Case(
            "strata without a field",
            strata(STRATA_TABLE, STRATUM_FIELD=""),
            ("STRATUM_FIELD", "STRATA is given"),
            headless=True,
        ),
        Case(
            "a field without strata",
            parameter(STRATUM_FIELD="label"),
            ("STRATA", "STRATUM_FIELD is given"),
        ),
        Case(
            "strata of a simple sample",
            strata(STRATA_TABLE, DESIGN="simple"),
            ("STRATA", "simple sample has no strata"),
        ),
        Case("no such stratum field", strata(STRATA_TABLE, STRATUM_FIELD="no"), ("STRATUM_FIELD",)),
        Case(
            "strata without cells",
            strata("value,area_ha\n1,3\n"),
            ("STRATA", "no column 'cells'"),
        ),
        Case("strata without rows", strata("value,cells\n"), ("STRATA", "is empty")),
        Case(
            "a stratum twice",
            strata("class,cells\nplain,3\nPlain,4\n"),
            ("STRATA", "row 2", "'Plain'", "row 1"),
        ),
        Case(
            "a stratum without a name",
            strata("class,cells\nplain,3\n,4\n"),
            ("STRATA", "row 2", "class"),
        ),
        Case(
            "a stratum of less than nothing",
            strata("class,cells\nplain,-3\nhills,4\n"),
            ("STRATA", "row 1", "'cells'", "-3"),
        ),
        Case(
            "a stratum with cells and without area",
            strata("class,cells,area_ha\nplain,3,0\nhills,4,2\n"),
            ("STRATA", "row 1", "area_ha"),
        ),
        Case(
            "strata of nothing",
            strata("class,cells\nplain,0\nhills,0\n"),
            ("STRATA", "no stratum has any cells"),
        ),
        Case(
            "weights that are no shares",
            strata("class,cells,weight\nplain,3,0.3\nhills,4,0.2\n"),
            ("STRATA", "'weight'", "0.5", "1"),
            headless=True,
        ),
        Case(
            "a stratum with fewer cells than samples",
            strata("class,cells\nplain,3\nhills,1\n"),
            ("STRATA", "'hills'", "1 cells", "2 samples", "REFERENCE 'odd'"),
        ),
        Case(
            "a point of no stratum",
            strata("class,cells\nplain,3\nhollow,4\n"),
            ("STRATUM_FIELD", "feature 2", "'hills'", "plain, hollow"),
            headless=True,
        ),
        Case("a level beyond all", parameter(LEVEL=100), ("LEVEL", "99.99")),
        # Outputs
        Case(
            "folder of the matrix missing",
            output("CONFUSION", "deep/confusion.csv"),
            ("CONFUSION", "deep"),
        ),
        Case(
            "values of a class table twice",
            text("classes.csv", "value,class\n1,a\n1,b\n"),
            ("CLASSES", "row 2", "1"),
        ),
    ),
)
