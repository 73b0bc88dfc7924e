"""Densities of a place, by a point or the land of a raster: the choices that the maps make."""

from __future__ import annotations

import re

import numpy as np
import pytest
from pyproj import Geod
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
    QgsReferencedPointXY,
)

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import read_csv, write_csv, write_raster

CLASSES = """value,class,name,group
1,arable,Fields,sink
2,forest,Forest,sink
3,grass,Grass,sink
9,pit,Pit,mine
"""
LAND = [[1, 1, 2, 2], [1, 3, 3, 9]]
AMAPA = (-51.6, 2.3)
GEOD = Geod(ellps="WGS84")


@pytest.fixture
def classes(tmp_path):
    return write_csv(tmp_path / "classes.csv", CLASSES)


@pytest.fixture
def land(tmp_path):
    """A raster of LAND that begins at a place, to the south-east of it, as cells of maps do."""

    def call(place, name="land", values=LAND, epsg=4326) -> str:
        x, y = place
        cell = (1e-4, 1e-4) if epsg == 4326 else (30.0, 30.0)
        return write_raster(tmp_path / f"{name}.tif", values, cell=cell, origin=(x, y), epsg=epsg)

    return call


@pytest.fixture
def densities(run, classes, tmp_path):
    """The rows of COEFFICIENTS by class, and of SITE by fact."""

    def call(**given):
        tables = [tmp_path / "coefficients.csv", tmp_path / "site.csv"]
        for table in tables:
            table.unlink(missing_ok=True)
        outputs = dict(zip(("COEFFICIENTS", "SITE"), map(str, tables)))
        run("carbondensities", **{"CLASSES": classes, **outputs, **given})
        rows = read_csv(tables[0])
        site = read_csv(tables[1]) if tables[1].exists() else []
        return {row["class"]: row for row in rows}, {row["fact"]: row for row in site}

    return call


@pytest.mark.parametrize(
    "point",
    [
        "-51.6,2.3",
        " ( -51.6 , 2.3 ) ",
        [-51.6, 2.3],
        QgsPointXY(-51.6, 2.3),
        QgsGeometry.fromPointXY(QgsPointXY(-51.6, 2.3)),
        "-5744085.8,256104 [EPSG:3857]",
        QgsReferencedPointXY(
            QgsPointXY(-5744085.8, 256104.0), QgsCoordinateReferenceSystem("EPSG:3857")
        ),
    ],
    ids=lambda point: type(point).__name__ if not isinstance(point, str) else point,
)
def test_a_point_is_degrees_or_has_its_reference_system_behind(densities, point):
    rows, _ = densities(PLACE=point)
    assert rows["forest"]["vegetation_tc_per_ha"] == "176.24"


# Projections answer with some place of the earth, which is another one on the way back.
BEYOND = ["-3e7,-1e6 [EPSG:3857]", "-1e7,-2e7 [EPSG:32649]", "0,2e7 [EPSG:5070]"]
BEYOND += ["-3e7,0 [EPSG:6933]", "-1e7,2e7 [EPSG:27700]", "-3e7,-9e6 [ESRI:102015]"]


@pytest.mark.parametrize("point", BEYOND)
def test_a_point_beyond_its_map_is_no_place(densities, point):
    x, y, code = re.split(r", ?| \[", point.rstrip("]"))
    system, degrees = map(QgsCoordinateReferenceSystem, (code, "EPSG:4326"))
    way = QgsCoordinateTransform(system, degrees, QgsCoordinateTransformContext())
    found = way.transform(QgsPointXY(float(x), float(y)))
    assert (abs(found.x()) <= 180, abs(found.y()) <= 90) == (True, True)
    with refuses("is not a valid location"):
        densities(PLACE=point)
    # What it answered with is one, in the middle of the map or not.
    there = way.transform(found, Qgis.TransformDirection.Reverse)
    densities(PLACE=f"{there.x()!r},{there.y()!r} [{code}]")


def test_what_is_not_chosen_is_the_places_but_where_a_map_gives_densities(
    run, densities, land, tmp_path
):
    given = {"MAP": land(AMAPA)}
    assert densities(**given)[0]["grass"]["soil_tc_per_ha"] == "52"
    soil = {"SOIL_MAP": land(AMAPA, "soil", np.full((2, 4), 7))}
    rows, _ = densities(**given, **soil)
    assert [rows[key]["vegetation_tc_per_ha"] for key in ("grass", "forest")] == ["", ""]
    rows, _ = densities(**given, **soil, CLIMATE="place", FOREST_ZONE="place")
    # Continent is still nothing, as it is not asked for: the row of all.
    assert [rows[key]["soil_tc_per_ha"] for key in ("grass", "forest")] == ["7", "7"]
    assert "table 6.4" in rows["grass"]["source"]
    assert "tropical rainforest, all" in rows["forest"]["source"]
    assert densities()[0]["grass"]["soil_tc_per_ha"] == ""


def test_roots_need_a_forest_zone_that_the_maps_have(densities, land):
    desert = (-69.07, -24.27)
    given = {"MAP": land(desert), "BIOMASS_MAP": land(desert, "biomass")}
    with refuses("root-to-shoot ratio missing; set ROOT_SHOOT"):
        densities(**given, FOREST_ZONE="place")
    rows, _ = densities(**given, FOREST_ZONE="place", ROOT_SHOOT=0)
    assert rows["forest"]["vegetation_tc_per_ha"] != ""


def test_land_without_a_known_place(run, densities, land):
    given = {"MAP": land((0, 0), epsg=None)}
    rows, _ = densities(**given)
    assert rows["grass"]["soil_tc_per_ha"] == ""
    assert "Location unknown or outside the reference maps" in " ".join(run.feedback.warnings)
    with refuses(r"CLIMATE=place: .*; assign a CRS to the layers"):
        densities(**given, CLIMATE="place")
    rows, _ = densities(**given, PLACE="-51.6,2.3", CLIMATE="place")
    assert rows["grass"]["soil_tc_per_ha"] == "52"


@pytest.mark.parametrize(
    ("place", "given"),
    [
        ("-51.6,2.3", {}),
        ("-51.6,2.3", {"SOIL": "sandy", "SITE": None}),
        ("112.4,39.5", {}),
        # From the north-east of the land, 0.54 degrees of latitude are 60 km, and 0.36 are 40.
        ("112.4006,40.04", {}),
        ("112.4006,39.86", {}),
    ],
)
def test_a_point_far_from_the_land_of_the_map_is_warned_of(run, densities, land, place, given):
    """By PROJ, from the nearest corner of the cells that count: those of the mask."""
    densities(MAP=land((112.4, 39.5), values=LAND * 2), PLACE=place, **given)
    longitude, latitude = map(float, place.split(","))
    corners = [(x, y) for x in (112.4, 112.4008) for y in (39.5, 39.4998)]
    kilometres = min(GEOD.inv(longitude, latitude, *corner)[2] / 1000 for corner in corners)
    said = [line for line in run.feedback.warnings if line.startswith("PLACE ")]
    far = f"PLACE is {kilometres:,.0f} km from the land of MAP and LAYERS. Leave PLACE empty"
    assert said == ([f"{far} to use the densities of that land."] if kilometres > 50 else [])


def test_a_point_that_decides_nothing_is_not_said_to_be_far(run, densities, land):
    chosen = {"CLIMATE": "tropical_wet", "SOIL": "sandy", "FOREST_ZONE": "none"}
    densities(MAP=land((112.4, 39.5)), PLACE="-51.6,2.3", **chosen, SITE=None)
    said = [line for line in run.feedback.warnings if line.startswith("PLACE ")]
    assert said == ["PLACE ignored: all options are set."]


@pytest.mark.parametrize("given", ["PLACE", "MAP"])
def test_land_that_no_map_covers_is_not_asked_for_a_reference_system(densities, land, given):
    pacific = (-140.0, -40.0)
    there = {"MAP": land(pacific)} if given == "MAP" else {"PLACE": "-140,-40"}
    with refuses("CLIMATE=place: the reference maps do not cover") as refusal:
        densities(**there, CLIMATE="place")
    assert "CRS" not in str(refusal.value)


def test_classes_that_only_a_later_date_has_get_their_row(densities, land):
    earlier = land(AMAPA, "a_1990", [[2, 2, 2, 9]])
    later = land(AMAPA, "b_2000", [[2, 3, 9, 9]])
    last = land(AMAPA, "c_2010", [[1, 9, 9, 9]])
    assert set(densities(MAP=earlier)[0]) == {"forest"}
    assert set(densities(MAP=earlier, LAYERS=[later, last])[0]) == {"arable", "forest", "grass"}
    assert set(densities(LAYERS=[later, earlier])[0]) == {"forest", "grass"}
    assert set(densities(MAP=later, LAYERS=[earlier, later])[0]) == {"forest", "grass"}


def test_the_table_of_the_site(densities, land):
    """The land lies beside a border of climates: cool temperate moist and dry."""
    rows = [[1] * 40]
    there = write_raster(land(AMAPA, "x"), rows, cell=(0.02, 0.02), origin=(13.0, 50.7), epsg=4326)
    _, site = densities(MAP=there)
    assert list(site) == [
        *("climate", "koppen", "soil_unit", "soil", "elevation_m", "forest_zone", "continent"),
        "leaf",
    ]
    climate = site["climate"]
    assert climate["map"] == "climate.tif"
    assert "MIT" in climate["source"]
    assert site["forest_zone"]["map"] == "climate.tif, koppen.tif, elevation.tif"
    assert float(climate["share_pct"]) <= 100
