"""MASK: only cells whose centre lies inside a polygon count, alike in all ways of running."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from carbon_zones.test.algorithms.conftest import recorder
from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.algorithms.steps import as_step, run_in_background
from carbon_zones.test.contracts import DATED, good
from carbon_zones.test.helpers import (
    ORIGIN,
    qgis_process,
    read_csv,
    read_raster,
    write_polygons,
    write_raster,
)

X, Y = ORIGIN
SHAPE = (50, 60)


def ring(*corners) -> str:
    """A ring of corners given in cells of 30 m from the origin, columns and rows."""
    return "(" + ", ".join(f"{X + 30 * a} {Y - 30 * b}" for a, b in [*corners, corners[0]]) + ")"


def square(left, top, right, bottom) -> str:
    return ring((left, top), (right, top), (right, bottom), (left, bottom))


def box(*corners) -> str:
    return f"POLYGON ({square(*corners)})"


# Two triangles that meet in (20, 20); as a ring it crosses itself.
BOW_TIE = f"POLYGON ({ring((3, 3), (37, 37), (3, 37), (37, 3))})"


def transformed(text: str, epsg: int) -> str:
    """A polygon of UTM zone 49N in another reference system, corner by corner."""
    with ogr.ExceptionMgr(useExceptions=True), osr.ExceptionMgr(useExceptions=True):
        systems = [osr.SpatialReference() for _ in range(2)]
        for system, code in zip(systems, (32649, epsg)):
            system.ImportFromEPSG(code)
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        geometry = ogr.CreateGeometryFromWkt(text)
        geometry.Transform(osr.CoordinateTransformation(*systems))
        return geometry.ExportToIsoWkt()


# --- which cells count ------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", sorted(DATED))
def test_every_dated_algorithm_has_it(run, tmp_path, algorithm):
    """The right half of 3 x 4 cells counts; the rasters of results hold no data in the left."""
    # Pages and workbooks take long, and show no cells of their own.
    parameters = {
        name: value
        for name, value in good(algorithm, tmp_path).items()
        if not str(value).endswith((".html", ".xlsx"))
    }
    mask = write_polygons(tmp_path / "half.gpkg", [box(2, -1, 9, 9)])
    results = run(algorithm, **parameters, MASK=mask)
    assert (results["VALID_CELLS"], results["EXCLUDED_CELLS"]) == (6, 6)
    assert results["EXCLUDED_AREA_HA"] == pytest.approx(6 * 0.09)
    for row in read_csv(parameters["AUDIT"]) if "AUDIT" in parameters else []:
        assert int(row["masked_cells"]) == 6
    assert any(
        "'half': 6 cells (0.54 ha) outside the mask are excluded." in text
        for text in run.feedback.infos
    )
    rasters = list((tmp_path / "out").rglob("*.tif"))
    assert len(rasters) >= len(DATED[algorithm].rasters)
    for raster in rasters:
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(raster)) as dataset:
            nodata = dataset.GetRasterBand(1).GetNoDataValue()
        cells = read_raster(raster)
        assert (cells[:, :2] == nodata).all(), raster
        shown = cells[:, 2:] != nodata
        assert shown.any() if raster.name in DATED[algorithm].sparse else shown.all(), raster


# --- all ways of running ----------------------------------------------------------------------


def by_script(run, parameters):
    run("areashares", **parameters)


def by_script_that_aborts(run, parameters):
    """As the toolbox runs it unless its settings say otherwise."""
    from qgis import processing

    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.AbortOnInvalid)
    run.feedback = recorder()
    processing.run("carbonzones:areashares", parameters, context=context, feedback=run.feedback)


def in_the_background(run, parameters, project=None):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("carbonzones:areashares")
    context, run.feedback = QgsProcessingContext(), recorder()
    context.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.AbortOnInvalid)
    if project is not None:
        context.setProject(project)
    done = run_in_background(algorithm, parameters, context, run.feedback)
    assert done, run.feedback.textLog()


def as_a_step(run, parameters):
    run(as_step("areashares", parameters))


WAYS = [by_script, by_script_that_aborts, in_the_background, as_a_step]


@pytest.fixture
def bow_tie(tmp_path):
    """A run with an invalid polygon, an empty one and one without a geometry."""
    cells = np.arange(SHAPE[0] * SHAPE[1]).reshape(SHAPE) % 4 + 1
    shapes = [BOW_TIE, None, box(40.2, 40.2, 45.2, 45.2), "POLYGON EMPTY"]
    return {
        "LAYERS": [write_raster(tmp_path / "land_1990.tif", cells)],
        "MASK": write_polygons(tmp_path / "mines.gpkg", shapes),
        "SHARES": str(tmp_path / "shares.csv"),
        "AUDIT": str(tmp_path / "audit.csv"),
    }


def assert_as_by_loop(parameters):
    """The cells of the two triangles and of the square, by a rule that needs no polygon."""
    row, column = np.indices(SHAPE)
    across, down = column + 0.5 - 20, row + 0.5 - 20
    counts = (abs(across) < 17) & (abs(down) < 17) & (abs(across) < abs(down))
    counts[40:45, 40:45] = True
    values = np.arange(SHAPE[0] * SHAPE[1]).reshape(SHAPE) % 4 + 1
    # Centres on the two diagonals may go either way.
    ties = abs(across) == abs(down)
    found = {int(r["value"]): int(r["cells"]) for r in read_csv(parameters["SHARES"])}
    for value in range(1, 5):
        low = (counts & (values == value)).sum()
        assert low <= found[value] <= low + (ties & (values == value)).sum()
    (audit,) = read_csv(parameters["AUDIT"])
    assert int(audit["masked_cells"]) == counts.size - sum(found.values())
    return Path(parameters["SHARES"]).read_text(), Path(parameters["AUDIT"]).read_text()


REPAIRED, EMPTY = "repaired: 1 (features 1).", "2 features without area excluded (2, 4)."


def test_an_invalid_polygon_gives_the_same_in_all_ways(run, bow_tie):
    found = []
    for way in WAYS:
        way(run, bow_tie)
        found.append(assert_as_by_loop(bow_tie))
        log = " ".join(run.feedback.warnings)
        assert REPAIRED in log, way
        assert EMPTY in log, way
    ended = qgis_process(
        "run",
        "carbonzones:areashares",
        *(f"--{n}={v[0] if isinstance(v, list) else v}" for n, v in bow_tie.items()),
    )
    assert ended.returncode == 0, ended.stderr
    assert REPAIRED in ended.stderr + ended.stdout
    found.append(assert_as_by_loop(bow_tie))
    assert len(set(found)) == 1


def test_many_repaired_polygons_are_named_up_to_a_point(run, bow_tie, tmp_path):
    bow_tie["MASK"] = write_polygons(tmp_path / "mines.geojson", [BOW_TIE] * 25)
    run("areashares", **bow_tie)
    (line,) = [text for text in run.feedback.warnings if "repaired" in text]
    assert f"repaired: 25 (features {', '.join(map(str, range(20)))}, ...)." in line


@pytest.mark.parametrize(
    ("shape", "cells"),
    [
        # Both parts, as they are meant, and not what lies in one of them only.
        (f"MULTIPOLYGON (({square(0, 0, 4, 4)}), ({square(2, 2, 6, 6)}))", 28),
        # A hole that reaches beyond its polygon, and two that overlap.
        (f"POLYGON ({square(0, 0, 6, 6)}, {square(4, 4, 9, 9)})", 32),
        (f"POLYGON ({square(0, 0, 9, 9)}, {square(1, 1, 3, 3)}, {square(2, 2, 5, 5)})", 69),
        # A spike, and a corner twice.
        (f"POLYGON ({ring((0, 0), (3, 0), (8, 0), (3, 0), (3, 3), (0, 3), (0, 3))})", 9),
        (f"CURVEPOLYGON (CIRCULARSTRING {ring((1, 5), (9, 5))})", 52),
        (
            f"POLYGON Z (({X} {Y} 5, {X + 90} {Y} 6, {X + 90} {Y - 90} 7, {X} {Y - 90} 8, "
            f"{X} {Y} 5))",
            9,
        ),
    ],
    ids=["parts overlap", "hole beyond", "holes overlap", "spike", "circle", "heights"],
)
def test_what_is_invalid_or_odd_is_read_as_it_is_meant(run, tmp_path, shape, cells):
    path = write_raster(tmp_path / "land_1990.tif", np.ones((10, 10)))
    mask = write_polygons(tmp_path / "m.gpkg", [shape])
    assert valid_cells(run, path, mask) == cells


# --- which features ---------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path):
    """Three polygons of 4, 9 and 16 cells, by names."""
    shapes = [(box(1, 1, 3, 3), ["a"]), (box(5, 5, 8, 8), ["b"]), (box(10, 10, 14, 14), ["c"])]
    path = write_polygons(tmp_path / "m.gpkg", shapes, fields={"name": ogr.OFTString})
    return QgsVectorLayer(path, "m", "ogr"), write_raster(tmp_path / "l.tif", np.ones((20, 20)))


def valid_cells(run, land, mask) -> int:
    results = run("areashares", LAYERS=[land], MASK=mask, SHARES="TEMPORARY_OUTPUT")
    return results["VALID_CELLS"]


def test_only_what_is_chosen_counts(run, three):
    """What is selected, what a filter or an expression leaves, and edits that are not saved."""
    layer, land = three
    run.project = QgsProject()
    assert run.project.addMapLayer(layer)
    layer.selectByIds([1, 3])
    source = QgsProcessingFeatureSourceDefinition
    assert valid_cells(run, land, layer) == 29
    assert valid_cells(run, land, source(layer.id(), True)) == 20
    flags = Qgis.ProcessingFeatureSourceDefinitionFlag.OverrideDefaultGeometryCheck
    given = source(layer.source(), flags=flags, filterExpression="name > 'a'")
    assert valid_cells(run, land, given) == 25
    file = layer.source().split("|")[0]
    assert valid_cells(run, land, f"{file}|layername=m|subset=name <> 'b'") == 20
    assert layer.startEditing()
    assert layer.deleteFeature(2)
    assert valid_cells(run, land, layer) == 20
    (message,) = run.feedback.warnings
    assert message.startswith("MASK: layer 'm' has unsaved edits, which are used in this run")
    assert layer.rollBack()
    assert layer.setSubsetString("name = 'b'")
    assert valid_cells(run, land, layer) == 9


def test_a_raster_says_which_features_it_was_made_with(run, three, tmp_path):
    layer, land = three
    run.project = QgsProject()
    assert run.project.addMapLayer(layer)
    layer.selectByIds([2])
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True, filterExpression="name <> 'a'")
    later = write_raster(tmp_path / "later.tif", np.ones((20, 20)))
    path = str(tmp_path / "z.tif")
    run(
        "zonereclassification",
        EARLIER=land,
        LATER=later,
        MASK=chosen,
        ZONES=path,
        ZONE_SHARES="TEMPORARY_OUTPUT",
        SCHEME="coal_mine",
    )
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        said = dataset.GetMetadataItem("MASK")
    assert said == "m, selected features only, name <> 'a'"


def test_a_layer_of_the_whole_world_need_not_fit_everywhere(run, tmp_path):
    """Far away there are invalid polygons, lines, and corners that UTM zone 49 does not know."""
    near = transformed(box(2.2, 2.2, 6.2, 6.2), 4326)
    far = [
        "POLYGON ((-70 0, -69 1, -70 1, -69 0, -70 0))",
        "POLYGON ((-170 -89.9, 170 -90, 0 -89, -170 -89.9))",
    ]
    mask = write_polygons(tmp_path / "world.gpkg", [*far, near], epsg=4326)
    path = write_raster(tmp_path / "l.tif", np.ones((20, 20)))
    assert valid_cells(run, path, mask) == 16
    assert run.feedback.warnings == []
    log = " ".join(run.feedback.infos)
    for words in (
        "'world': 3 polygons, 2 of them far from the grid.",
        "transformed from EPSG:4326",
    ):
        assert words in log


def degrees_of(path: str) -> np.ndarray:
    """Longitude and latitude of the centres of a raster's cells, (cells, 2)."""
    with gdal.ExceptionMgr(useExceptions=True), osr.ExceptionMgr(useExceptions=True):
        with gdal.Open(path) as dataset:
            x, dx, _, y, _, dy = dataset.GetGeoTransform()
            rows, columns = np.mgrid[: dataset.RasterYSize, : dataset.RasterXSize] + 0.5
            here, there = osr.SpatialReference(dataset.GetProjection()), osr.SpatialReference()
        there.ImportFromEPSG(4326)
        for system in (here, there):
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        centres = np.stack([x + columns.ravel() * dx, y + rows.ravel() * dy], axis=1)
        way = osr.CoordinateTransformation(here, there)
        return np.array(way.TransformPoints(centres.tolist()))[:, :2]


def in_degrees(west, south, east, north) -> str:
    return (
        f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, "
        f"{west} {south}))"
    )


def test_across_the_180th_meridian(run, tmp_path):
    """The cells lie from 179 E to 179 W; what lies elsewhere is far, and need not be right."""
    place = {"epsg": 32601, "origin": (180_000, 5_000_000), "cell": (9e3, 9e3)}
    path = write_raster(tmp_path / "l.tif", np.ones((20, 20)), **place)
    longitudes, latitudes = degrees_of(path).T
    assert (longitudes.max(), longitudes.min()) == pytest.approx((179.9, -179.9), abs=0.1)
    bow_tie = "POLYGON ((70 44, 71 45, 70 45, 71 44, 70 44))"
    for west, east in ((-179.93, -179.23), (179.13, 179.87)):
        shapes = [in_degrees(west, 44, east, 45), in_degrees(-90, 44, -89, 45), bow_tie]
        mask = write_polygons(tmp_path / f"m{east}.gpkg", shapes, epsg=4326)
        within = (west < longitudes) & (longitudes < east) & (latitudes > 44) & (latitudes < 45)
        assert within.any()
        assert valid_cells(run, path, mask) == np.count_nonzero(within)
        assert run.feedback.warnings == []
        assert "3 polygons, 2 of them far from the grid." in " ".join(run.feedback.infos)
    mask = write_polygons(tmp_path / "w.gpkg", [in_degrees(-177, 44, -176, 45)], epsg=4326)
    with refuses("no cell centre falls inside a polygon"):
        valid_cells(run, path, mask)


# Where no map holds all of the globe: the cells' system, first corner and size.
MAPS = {
    "UTM": (32649, (600_000, 4_400_000), 30),
    "UTM on the 180th meridian": (32760, (815_000, 8_120_000), 1000),
    "Europe": (3035, (2_500_000, 5_500_000), 200_000),
    "Krovak": (5514, (-700_000, -1_000_000), 5000),
    "around the pole": (3413, (-2_000_000, 2_000_000), 200_000),
}


@pytest.mark.parametrize("system", MAPS)
def test_a_polygon_or_an_extent_of_the_whole_world_has_all_cells(run, tmp_path, system):
    """And one of a part of it those north of its southern edge, which no corner of it is near."""
    epsg, origin, cell = MAPS[system]
    path = write_raster(
        tmp_path / "l.tif", np.ones((20, 20)), epsg=epsg, origin=origin, cell=(cell, cell)
    )
    latitudes = np.sort(degrees_of(path)[:, 1])
    # Between the two latitudes farthest from each other, so that no centre is near the edge.
    place = 100 + int(np.argmax(np.diff(latitudes[100:301])))
    south = latitudes[place : place + 2].mean()
    for name, edge, cells in (("world", -90, 400), ("part", south, 399 - place)):
        mask = write_polygons(
            tmp_path / f"{name}.gpkg", [in_degrees(-180, edge, 180, 90)], epsg=4326
        )
        assert valid_cells(run, path, mask) == cells
    mask = write_polygons(tmp_path / "s.gpkg", [in_degrees(-180, -90, 180, -80)], epsg=4326)
    with refuses("no cell centre falls inside a polygon"):
        valid_cells(run, path, mask)
    given = {"LAYERS": [path], "SHARES": "TEMPORARY_OUTPUT"}
    for south in (-90, -85):
        results = run("areashares", **given, EXTENT=f"-180,180,{south},90 [EPSG:4326]")
        assert results["VALID_CELLS"] == 400
    with refuses("-180, 180, -90, -80 contains no cell"):
        run("areashares", **given, EXTENT="-180,180,-90,-80 [EPSG:4326]")


def test_the_whole_world_without_the_land_about_the_cells_has_none_of_them(run, tmp_path):
    path = write_raster(tmp_path / "l.tif", np.ones((20, 20)))
    (x, y), hole = degrees_of(path).mean(axis=0), (0.1, 0.1)
    around = in_degrees(x - hole[0], y - hole[1], x + hole[0], y + hole[1])
    world = in_degrees(-180, -90, 180, 90)
    text = f"{world[:-1]}, {around.removeprefix('POLYGON (')}"
    mask = write_polygons(tmp_path / "m.gpkg", [text], epsg=4326)
    with refuses("no cell centre falls inside a polygon"):
        valid_cells(run, path, mask)
    units = {"UNITS": mask, "UNITS_LAYER": str(tmp_path / "units.gpkg")}
    run("areashares", LAYERS=[path], SHARES="TEMPORARY_OUTPUT", **units)
    assert any("no valid cells inside the units" in line for line in run.feedback.warnings)


def test_a_way_between_systems_that_is_only_roughly_known_is_told(run, tmp_path):
    """A datum of its own on the ellipsoid of Krassowsky, which nobody has tied to another."""
    text = (
        'PROJCS["local",GEOGCS["local",DATUM["Mine datum of 1958",SPHEROID["Krassowsky 1940",'
        '6378245,298.3]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],'
        'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],'
        'PARAMETER["central_meridian",111],PARAMETER["scale_factor",1],'
        'PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]'
    )
    path = write_raster(tmp_path / "l.tif", np.ones((20, 20)), cell=(1000, 1000))
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.SetProjection(text)
    mask = write_polygons(tmp_path / "m.gpkg", [box(0, 0, 300, 300)])
    assert valid_cells(run, path, mask) > 0
    (line,) = run.feedback.warnings
    for words in ("MASK 'm'", "no exact transformation from EPSG:32649", "allpark"):
        assert words in line


# --- refusals ---------------------------------------------------------------------------------


@pytest.fixture
def land(tmp_path):
    return write_raster(tmp_path / "land_1990.tif", np.ones((9, 9)))


def refusal(run, land, mask) -> str:
    given = {"LAYERS": [land], "MASK": mask, "SHARES": "TEMPORARY_OUTPUT"}
    return sentence_of(run, "areashares", **given).removeprefix("Mask / ")


POINT = f"POINT ({X + 50} {Y - 50})"


@pytest.mark.parametrize(
    ("shapes", "words"),
    [
        ([box(1, 1, 3, 3), POINT], "feature 2: geometry type Point is not supported"),
        (
            [box(1, 1, 3, 3), f"GEOMETRYCOLLECTION ({box(1, 1, 3, 3)}, {POINT})"],
            "feature 2: geometry type GeometryCollection is not supported",
        ),
        ([box(20, 20, 30, 30)], "(0 of 81 cells)"),
        ([None, f"POLYGON ({ring((0, 0), (3, 3))})"], "(0 of 81 cells)"),
    ],
    ids=["point", "collection", "elsewhere", "no area"],
)
def test_what_cannot_be_a_mask_is_refused(run, tmp_path, land, shapes, words):
    message = refusal(run, land, write_polygons(tmp_path / "m.gpkg", shapes))
    assert message.startswith("MASK 'm'")
    assert words in message


@pytest.mark.parametrize("corner", [f"1e999 {Y}", "nan nan", f"nan {Y}", f"{X} nan"])
def test_a_corner_nowhere_is_refused(run, tmp_path, corner):
    land = write_raster(tmp_path / "bare_1990.tif", np.ones((9, 9)), epsg=None)
    corners = f"{X} {Y}, {corner}, {X + 90} {Y - 90}, {X} {Y - 90}, {X} {Y}"
    if "nan" in corner:
        polygons = write_polygons(tmp_path / "m.gpkg", [f"POLYGON (({corners}))"], epsg=None)
    else:
        table = tmp_path / "m.csv"
        table.write_text(f'id,wkt\n1,"POLYGON (({corners}))"\n')
        polygons = str(table)
    assert "'m', feature 1: a coordinate is not finite" in refusal(run, land, polygons)


def test_a_layer_of_another_kind_is_refused(run, tmp_path, land):
    points = write_polygons(tmp_path / "p.gpkg", [POINT], kind=ogr.wkbPoint)
    mixed = write_polygons(tmp_path / "m.geojson", [f"GEOMETRYCOLLECTION ({box(1, 1, 3, 3)})"])
    table = tmp_path / "t.csv"
    table.write_text("a,b\n1,2\n")
    for path, kind in ((points, "Point"), (mixed, "GeometryCollection"), (table, "NoGeometry")):
        message = refusal(run, land, str(path))
        assert message.endswith(f": geometry type {kind} is not supported")


def test_of_two_layers_in_a_file_the_first_is_read_and_told(run, tmp_path, land):
    path = write_polygons(tmp_path / "one.gpkg", [box(1, 1, 3, 3)])
    two = write_polygons(tmp_path / "two.gpkg", [box(1, 1, 6, 6)])
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.VectorTranslate(path, two, accessMode="update").Close()
    assert valid_cells(run, land, path) == 4
    (line,) = [text for text in run.feedback.warnings if "MASK" in text]
    for words in ("'one.gpkg' contains one, two; the first is read", "one.gpkg|layername=two"):
        assert words in line
    assert valid_cells(run, land, f"{path}|layername=two") == 25


def test_a_reference_system_on_one_side_only_is_refused(run, tmp_path, land):
    bare = write_polygons(tmp_path / "m.shp", [box(1, 1, 3, 3)], epsg=None, kind=ogr.wkbPolygon)
    message = refusal(run, land, bare)
    assert "'m' has no CRS" in message
    assert "EPSG:32649" in message
    nowhere = write_raster(tmp_path / "bare_1990.tif", np.ones((9, 9)), epsg=None)
    known = write_polygons(tmp_path / "k.gpkg", [box(1, 1, 3, 3)])
    message = refusal(run, nowhere, known)
    assert "'k' has a CRS (EPSG:32649" in message
    assert "but the grid has none" in message
    assert valid_cells(run, nowhere, bare) == 4
