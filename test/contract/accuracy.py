"""Accuracy assessment."""

from __future__ import annotations

from pathlib import Path

from osgeo import ogr, osr

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import ORIGIN, sample, write_csv, write_polygons

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


def on_the_sample(folder: Path, classes: int = 5) -> dict:
    """A few points on the sample's last date, with labels of some classes."""
    shapes = [
        (f"POINT ({x} {y})", [(n * 7) % classes + 1])
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
        **shared.MAP,
        "DESIGN": ("enum", "stratified", False, False),
        "REFERENCE": shared.SOURCE,
        "REFERENCE_FIELD": ("field", "label", False, False),
        "STRATA": shared.SOURCE_IF_WANTED,
        **shared.each(shared.FIELD_IF_WANTED, "MAP_FIELD STRATUM_FIELD"),
        "LEVEL": ("number", 95.0, False, True),
        **shared.each(shared.TABLE_IF_WANTED, "CONFUSION CLASS_ACCURACY PROPORTIONS"),
        "STRATUM_PROPORTIONS": shared.TABLE_IF_WANTED,
        "REPORT": shared.PAGE,
    },
    asked_for="CONFUSION CLASS_ACCURACY",
    results=(
        "SAMPLES OVERALL_ACCURACY_PCT OVERALL_HALF_WIDTH_PCT KAPPA QUANTITY_PCT EXCHANGE_PCT "
        "SHIFT_PCT"
    ),
    further_inputs=labelled,
    columns={
        # Their columns are named after the classes: test_accuracy.py looks at them.
        **dict.fromkeys(("CONFUSION", "PROPORTIONS", "STRATUM_PROPORTIONS")),
        "CLASS_ACCURACY": (
            "value class mapped_ha samples users_pct users_half_width_pct producers_pct "
            "producers_half_width_pct f1_pct estimated_ha estimated_se_ha estimated_half_width_ha"
        ),
    },
    plain_run=PlainRun(
        on_the_sample,
        "confusion.xlsx class_accuracy.csv proportions.gpkg stratum_proportions audit report.html",
    ),
    bad_inputs=(
        # The reference
        refused("REFERENCE 'odd' ... LineString", other([("LINESTRING (0 0, 1 1)", [1])], LABEL)),
        refused(
            "REFERENCE 'points' ... geometry type NoGeometry is not supported",
            lambda folder: {"REFERENCE": write_csv(folder / "points.csv", "label\n1\n")},
        ),
        refused(
            "REFERENCE_FIELD ... 'label' ... seen",
            other([(point(0, 0), [1])], {"seen": ogr.OFTInteger}),
        ),
        refused("MAP_FIELD ... 'was'", MAP_FIELD="was"),
        refused(
            "REFERENCE 'odd' ... no valid samples (2 found) ... 2 without a label",
            other([(point(0, 0), [None]), (point(1, 0), [None])], LABEL),
            headless=True,
        ),
        refused("REFERENCE 'odd' ... geometry type", other([(None, [1])], LABEL)),
        # Strata
        refused("STRATA: requires STRATUM_FIELD", strata(STRATA_TABLE, STRATUM_FIELD="")),
        refused("STRATUM_FIELD: requires STRATA", STRATUM_FIELD="label"),
        refused(
            "STRATA ... not applicable to a simple random sample",
            strata(STRATA_TABLE, DESIGN="simple"),
        ),
        refused("STRATUM_FIELD", strata(STRATA_TABLE, STRATUM_FIELD="no")),
    ),
)
