"""Landscape metrics by the provider: all tables in its fields, by unit, by group, as a layer."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr

from carbon_zones.test.algorithms.test_mask import box
from carbon_zones.test.helpers import read_csv, write_polygons, write_raster
from carbon_zones.test.pages import read_page

TABLES = ("CLASS_METRICS", "LANDSCAPE_METRICS", "CENTRES")


def tables_in(folder) -> dict:
    """A file for each table."""
    return {name: str(folder / f"{name.lower()}.csv") for name in TABLES}


@pytest.fixture
def districts(tmp_path) -> str:
    """The land of 20 x 20 cells of 30 m in two halves, a left and a right one."""
    shapes = [(box(0, 0, 10, 20), ["west"]), (box(10, 0, 20, 20), ["east"])]
    fields = {"name": ogr.OFTString}
    return write_polygons(tmp_path / "districts.geojson", shapes, fields=fields)


def test_groups_have_names_and_no_values(run, tmp_path):
    cells = np.array([[1, 2, 3], [1, 7, 8], [5, 7, 11]])
    path = write_raster(tmp_path / "land_2000.tif", cells)
    tables = tables_in(tmp_path)
    run("landscapemetrics", LAYERS=[path], SCHEME="coal_mine", BY="group", **tables)
    rows = read_csv(tables["CLASS_METRICS"])
    assert [(row["value"], row["class"], row["np"]) for row in rows] == [
        ("", "sink", "1"),
        ("", "built", "1"),
        ("", "mine", "1"),
        ("", "water", "1"),
    ]
    assert {row["value"] for row in read_csv(tables["CENTRES"])} == {""}


def test_small_cells_at_a_pole_pass_the_checks(run, tmp_path):
    """Sizes are whole parts of the largest cell, of which cells at a pole have few."""
    cells = np.zeros((180, 4))
    cells[0] = [1, 1, 2, 2]
    polar = {"cell": (0.5, 0.5), "origin": (10, 90), "epsg": 4326, "nodata": 0}
    path = write_raster(tmp_path / "land_2000.tif", cells, **polar)
    tables = tables_in(tmp_path)
    done = run("landscapemetrics", LAYERS=[path], **tables)
    # By pyproj.Geod.polygon_area_perimeter with 2,000 nodes on the parallel.
    assert done["TOTAL_AREA_HA"] == pytest.approx(5443.446, rel=1e-6)
    assert [row["np"] for row in read_csv(tables["CLASS_METRICS"])] == ["1", "1"]


@pytest.mark.parametrize(("by", "has_units"), [("class", True), ("group", False)])
def test_the_report_is_of_the_patches_of_the_tables(run, tmp_path, districts, by, has_units):
    """Of classes or of groups, and of all land, whose patches units do not cut."""
    pytest.importorskip("jinja2")
    random = np.random.default_rng(3)
    cells = random.choice([1, 2, 3, 5, 7, 8, 11], (10, 10)).repeat(2, axis=0).repeat(2, axis=1)
    path = write_raster(tmp_path / "land_2000.tif", cells)
    given = {"LAYERS": [path], "SCHEME": "coal_mine", "BY": by}
    tables, report = tables_in(tmp_path), str(tmp_path / "report.html")
    units = {"UNITS": districts, "UNIT_FIELD": "name"} if has_units else {}
    run("landscapemetrics", **given, **units, REPORT=report)
    run("landscapemetrics", **given, **tables)
    page = read_page(report)
    rows = read_csv(tables["CLASS_METRICS"])
    assert len(rows) == (4 if by == "group" else 7)
    shown = page.rows("class-table-0")
    assert [(row["Class"], row["NP"]) for row in shown] == [(r["class"], r["np"]) for r in rows]
    areas = [float(row["ca_ha"]) for row in rows]
    assert [float(row["CA, ha"]) for row in shown] == pytest.approx(areas)
