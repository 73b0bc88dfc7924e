"""Mines drawn into a product that has no class for them, and the whole study on that."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import (
    ORIGIN,
    read_csv,
    read_raster,
    write_csv,
    write_polygons,
    write_raster,
)

X, Y = ORIGIN
YEARS = (1990, 2000, 2010)
# Of CLCD: cropland, forest, shrub, grassland, water, impervious.
CODES = (1, 2, 3, 4, 5, 8)
ARABLE, SINKS = 1, (1, 2, 3, 4)
MINES = {"Open pit", "Dump", "Stripping land", "Industrial land"}


def box(left, top, right, bottom) -> str:
    """A rectangle by columns and rows of cells of 100 m."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    ring = ", ".join(f"{X + 100 * a} {Y - 100 * b}" for a, b in corners)
    return f"POLYGON (({ring}))"


# As Cheng et al. 2025 publish theirs: what it is, and the year of the picture it is drawn from.
POLYGONS = [
    (box(5, 5, 15, 15), ("Open pit", 2000)),
    (box(15, 5, 20, 15), ("Waste dumping site", 2000)),
    (box(10, 5, 25, 20), ("Open pit", 2010)),
    (box(25, 5, 30, 12), ("General disturbed land", 2010)),
    (box(28, 20, 32, 24), ("Facility", 2010)),
    (box(6, 6, 8, 8), ("Water body", 2010)),
]


@pytest.fixture
def product(tmp_path):
    """Three dates without names, and the mines."""
    rng = np.random.default_rng(7)
    layers, cells = [], []
    for year in YEARS:
        held = rng.choice(CODES, (30, 40))
        layers.append(write_raster(tmp_path / f"clcd_{year}.tif", held, nodata=0, cell=(100, 100)))
        cells.append(held)
    mines = write_polygons(
        tmp_path / "mines.gpkg",
        POLYGONS,
        fields={"class_name": ogr.OFTString, "year": ogr.OFTInteger},
    )
    return layers, mines, cells


DENSITIES = """class,soil_tc_per_ha,vegetation_tc_per_ha
arable,82.11,5
forest,92.67,15.5
grass,88.348,6.4
"""


def test_the_whole_study_of_clcd_with_mines_put_in(run, tmp_path, product):
    layers, mines, cells = product
    found = run(
        "polygonclasses",
        LAYERS=layers,
        SCHEME="clcd",
        POLYGONS=mines,
        CLASS_FIELD="class_name",
        FROM_FIELD="year",
        FOLDER=str(tmp_path / "with_mines"),
    )
    tables = {name: str(tmp_path / f"{name}.csv") for name in STUDY_TABLES}
    given = {
        "LAYERS": found["CHANGED_LAYERS"],
        "SCHEME": "clcd",
        "ZONES_FOLDER": str(tmp_path / "zones"),
        **tables,
    }
    # Shrubs are a sink of their own, of which mines took land: their carbon must be told.
    with refuses(r"no carbon densities for .*: 'shrub'"):
        run("study", **given, COEFFICIENTS=write_csv(tmp_path / "few.csv", DENSITIES))
    densities = write_csv(tmp_path / "all.csv", f"{DENSITIES}shrub,50,4")
    results = run("study", **given, COEFFICIENTS=densities)
    # What the new rasters hold is proved in test/core/test_replaced.py: mines have 101 and more.
    truth = [read_raster(path).ravel().tolist() for path in found["CHANGED_LAYERS"]]
    assert truth[0] == cells[0].ravel().tolist()  # no polygon holds in 1990
    for earlier, later in ((0, 1), (1, 2), (0, 2)):
        period = f"{YEARS[earlier]}-{YEARS[later]}"
        pairs = list(zip(truth[earlier], truth[later]))
        rows = [r for r in read_csv(tables["LOSSES"]) if r["period"] == period]
        lost = [float(r["area_ha"]) for r in rows if r["from_class"] == "Arable land"]
        taken = sum(one == ARABLE and other > 100 for one, other in pairs)
        assert taken > 10
        assert sum(lost) == pytest.approx(taken)
        assert {r["to_class"] for r in rows} <= MINES
        (control,) = (
            int(r["cells"])
            for r in read_csv(tables["ZONE_SHARES"])
            if (r["period"], r["zone"]) == (period, "4")
        )
        assert control == sum(one in SINKS and other > 100 for one, other in pairs)
    assert results["CLOSURE_CHECKS"] > 20
