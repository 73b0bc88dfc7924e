"""`accuracy`: a published sample as raster, points and strata, and what runs tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import ORIGIN, read_csv, write_polygons, write_raster

X, Y = ORIGIN
CELL = 30.0


def point(column: int, row: int) -> str:
    return f"POINT ({X + (column + 0.5) * CELL} {Y - (row + 0.5) * CELL})"


def labelled(path, shapes, kind=ogr.OFTInteger, **options) -> str:
    """A layer of places and their labels; a place is WKT, or column and row of a point."""
    rows = [(one if one is None or isinstance(one, str) else point(*one), [n]) for one, n in shapes]
    return write_polygons(path, rows, **{"fields": {"label": kind}, **options})


def matrix_in(path) -> list[list[float]]:
    """The square of CONFUSION or PROPORTIONS, without its sums."""
    *rows, _ = read_csv(path)
    return [[float(cell) for cell in list(row.values())[1 : 1 + len(rows)]] for row in rows]


class Assessed:
    """A run, its tables and its messages."""

    def __init__(self, run, folder: Path, **parameters):
        self.results = run(
            "accuracy",
            CONFUSION=str(folder / "confusion.csv"),
            CLASS_ACCURACY=str(folder / "class_accuracy.csv"),
            PROPORTIONS=str(folder / "proportions.csv"),
            STRATUM_PROPORTIONS=str(folder / "stratum_proportions.csv"),
            **parameters,
        )
        self.matrix = matrix_in(folder / "confusion.csv")
        self.shares = matrix_in(folder / "proportions.csv")
        self.rows = read_csv(folder / "class_accuracy.csv")
        self.infos, self.warnings = run.feedback.infos, run.feedback.warnings

    def warns(self, *words: str) -> bool:
        return any(all(word in line for word in words) for line in self.warnings)


# --- references of all kinds ---------------------------------------------------------------------


@pytest.fixture
def small(tmp_path):
    """A map of 4 x 3 cells: field to the left, wood to the right, a cell without data."""
    values = [[1, 1, 2, 2], [1, 1, 2, 2], [1, 255, 2, 2]]
    return write_raster(
        tmp_path / "map_2018.tif", values, nodata=255, names={0: "", 1: "Field", 2: "Wood"}
    )


@pytest.mark.parametrize("kind", [ogr.OFTInteger, ogr.OFTReal, ogr.OFTString, ogr.OFTInteger64])
def test_labels_in_fields_of_any_kind(run, small, tmp_path, kind):
    shapes = [((0, 0), 1), ((2, 0), 2), ((3, 0), 1)]
    path = labelled(tmp_path / "s.gpkg", shapes, fields={"Label": kind})
    assert Assessed(run, tmp_path, MAP=small, REFERENCE=path).matrix == [[1, 0], [1, 1]]


def test_points_of_several_parts_and_features_without_any(run, small, tmp_path):
    multi = f"MULTIPOINT (({X + 15} {Y - 15}), ({X + 75} {Y - 15}))"
    shapes = [(multi, 1), (None, 2), ((3, 0), 2)]
    path = labelled(tmp_path / "s.gpkg", shapes, kind=ogr.wkbMultiPoint)
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix == [[1, 0], [1, 1]]
    assert found.warns("features without a point", ": 1.")
    assert found.warns("Samples excluded: 1 outside the map.")


def test_points_and_polygons_in_one_layer(run, small, tmp_path):
    """The first feature with a place tells what it holds; one of another kind is refused."""
    square = f"POLYGON (({X} {Y}, {X + 60} {Y}, {X + 60} {Y - 60}, {X} {Y - 60}, {X} {Y}))"

    def assessed(name, *places):
        path = labelled(tmp_path / name, [(place, 1) for place in places])
        return run("accuracy", MAP=small, REFERENCE=path)["SAMPLES"]

    assert assessed("a.gpkg", None, square) == 4
    assert assessed("b.gpkg", None, (0, 0)) == 1
    with refuses("'c', feature 2: geometry type Polygon is not supported"):
        assessed("c.gpkg", (0, 0), square)
    with refuses("'d', feature 2: geometry type Point is not supported"):
        assessed("d.gpkg", square, (0, 0))


def test_the_selected_points_alone(run, small, tmp_path):
    path = labelled(tmp_path / "s.gpkg", [((0, 0), 1), ((2, 0), 1), ((3, 0), 2)])
    layer = QgsVectorLayer(path, "s", "ogr")
    layer.selectByIds([1, 3])
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert Assessed(run, tmp_path, MAP=small, REFERENCE=source).matrix == [[1, 0], [0, 1]]


def test_points_in_a_geopackage_with_a_form_of_its_own(run, small, tmp_path):
    """As Sample for accuracy makes it: the table of styles is no layer that could be meant."""
    path = labelled(tmp_path / "s.gpkg", [((0, 0), 1), ((2, 0), 2)])
    with gdal.ExceptionMgr(useExceptions=True), gdal.OpenEx(path, gdal.OF_UPDATE) as dataset:
        dataset.CreateLayer("layer_styles", None, ogr.wkbNone)
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix == [[1, 0], [0, 1]]
    assert not found.warns("contains")


def test_a_band_of_the_map_of_which_nobody_names_the_values(run, tmp_path):
    paths = [
        write_raster(tmp_path / f"{n}.tif", [v]) for n, v in enumerate(((1, 1, 2, 9), (2, 2, 1, 9)))
    ]
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(str(tmp_path / "two.vrt"), paths, separate=True).Close()
    shapes = [((n, 0), label) for n, label in enumerate((2, 2, 1, 9))]
    reference = labelled(tmp_path / "s.gpkg", shapes)
    for band, matrix in (
        (1, [[0, 2, 0], [1, 0, 0], [0, 0, 1]]),
        (2, [[1, 0, 0], [0, 2, 0], [0, 0, 1]]),
    ):
        given = {"MAP": str(tmp_path / "two.vrt"), "BAND": band, "REFERENCE": reference}
        found = Assessed(run, tmp_path, **given)
        assert [row["class"] for row in found.rows] == ["1", "2", "9"]
        assert found.matrix == matrix


def test_a_scheme_names_map_and_labels(run, tmp_path):
    path = write_raster(tmp_path / "clcd_2018.tif", [[1, 1, 2, 2]])
    shapes = [((n, 0), text) for n, text in enumerate(("Cropland", "arable", "2", "open_pit"))]
    reference = labelled(tmp_path / "s.gpkg", shapes, ogr.OFTString)
    found = Assessed(run, tmp_path, MAP=path, SCHEME="clcd", REFERENCE=reference)
    assert (found.matrix[0][0], found.matrix[1][1]) == (2, 1)
    # A class of the default scheme that the product lacks has no value in the map.
    assert {row["class"]: row["value"] for row in found.rows}["Open pit"] == ""


@pytest.mark.parametrize(("size", "warns"), [(1.0, True), (0.001, False)])
def test_cells_that_differ_in_area_are_told(run, tmp_path, size, warns):
    """Points are drawn by cells: in degrees over a wide land they are not of hectares alike."""
    options = {"epsg": 4326, "cell": (size, size), "origin": (100.0, 60.0)}
    path = write_raster(tmp_path / "map.tif", [[1, 1], [1, 2], [2, 2]], **options)
    shapes = [
        (f"POINT ({100 + (column + 0.5) * size} {60 - (row + 0.5) * size})", 1)
        for row in range(3)
        for column in range(2)
    ]
    reference = labelled(tmp_path / "s.gpkg", shapes, epsg=4326)
    found = Assessed(run, tmp_path, MAP=path, REFERENCE=reference)
    assert found.results["SAMPLES"] == 6
    assert found.warns("at equal selection probability") == warns


def test_a_report_of_it(run, small, tmp_path):
    path = labelled(tmp_path / "labels.gpkg", [((0, 0), 1), ((1, 0), 1), ((2, 0), 1), ((3, 0), 2)])
    page = tmp_path / "report.html"
    run("accuracy", MAP=small, REFERENCE=path, REPORT=str(page))
    text = page.read_text(encoding="utf-8")
    for words in ("agree at 3 points", "Label field", "labels", "SHA-256"):
        assert words in text, words
