"""`accuracy`: published samples as rasters and points, and what runs tell."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)

from carbon_zones.test.helpers import (
    ORIGIN,
    ROOT,
    read_csv,
    write_csv,
    write_polygons,
    write_raster,
)

EXAMPLES = json.loads((ROOT / "test" / "data" / "accuracy_examples.json").read_text())
X, Y = ORIGIN
CELL = 30.0


def map_of(path, cells, width: int, names) -> str:
    """A map with so many cells of each class, one class after the other, values from 1 on."""
    values = np.repeat(np.arange(1, len(cells) + 1), cells)
    assert values.size % width == 0
    return write_raster(
        path,
        values.reshape(-1, width),
        names={0: "", **dict(enumerate(names, 1))},
        options=("COMPRESS=DEFLATE", "ZLEVEL=1"),
    )


def point(column: int, row: int) -> str:
    return f"POINT ({X + (column + 0.5) * CELL} {Y - (row + 0.5) * CELL})"


def sample_of(path, matrix, cells, width: int) -> str:
    """Points in the land of each class of such a map, labelled so that they make a matrix."""
    shapes, first = [], 0
    for row, count in zip(matrix, cells):
        labels = [label for label, n in enumerate(row, 1) for _ in range(n)]
        places = first + np.linspace(0, count - 1, len(labels)).astype(int)
        assert len(set(places.tolist())) == len(labels)
        shapes += [
            (point(place % width, place // width), [label])
            for place, label in zip(places.tolist(), labels)
        ]
        first += count
    return write_polygons(path, shapes, fields={"label": ogr.OFTInteger}, kind=ogr.wkbPoint)


def numbers(row, *columns) -> list[float]:
    return [float(row[column]) for column in columns]


def near(printed, digits):
    """What rounds to the printed digits."""
    return pytest.approx(printed, abs=0.5 * 10**-digits * (1 + 1e-9))


def matrix_in(path) -> list[list[float]]:
    """The square of CONFUSION or PROPORTIONS, without its sums."""
    return [[float(cell) for cell in list(row.values())[1:-1]] for row in read_csv(path)[:-1]]


class Assessed:
    """A run, its tables and what it told."""

    def __init__(self, run, folder: Path, **parameters):
        self.results = run(
            "accuracy",
            CONFUSION=str(folder / "confusion.csv"),
            CLASS_ACCURACY=str(folder / "class_accuracy.csv"),
            PROPORTIONS=str(folder / "proportions.csv"),
            **parameters,
        )
        self.matrix = matrix_in(folder / "confusion.csv")
        self.shares = matrix_in(folder / "proportions.csv")
        self.rows = read_csv(folder / "class_accuracy.csv")
        self.infos, self.warnings = run.feedback.infos, run.feedback.warnings

    def column(self, name: str) -> list[float]:
        return [float(row[name]) for row in self.rows]


# --- published samples ---------------------------------------------------------------------------


def test_olofsson_2014_table_8(run, tmp_path):
    given = EXAMPLES["olofsson2014_table8"]
    cells, width = given["mapped_pixels"], 4000
    found = Assessed(
        run,
        tmp_path,
        MAP=map_of(tmp_path / "change.tif", cells, width, given["classes"]),
        REFERENCE=sample_of(tmp_path / "sample.gpkg", given["n"], cells, width),
    )
    assert found.matrix == given["n"]
    assert [row["class"] for row in found.rows] == given["classes"]
    assert found.column("mapped_ha") == pytest.approx([n * 0.09 for n in cells])
    assert found.column("samples") == [sum(row) for row in given["n"]]
    overall = [found.results[f"OVERALL_{name}_PCT"] for name in ("ACCURACY", "HALF_WIDTH")]
    assert overall == near([100 * n for n in given["OA"]], 4)
    for column, key in (
        ("users_pct", "UA"),
        ("users_half_width_pct", "UA_ci"),
        ("producers_pct", "PA"),
        ("producers_half_width_pct", "PA_ci"),
    ):
        assert found.column(column) == near([100 * n for n in given[key]], 4), column
    assert found.column("estimated_ha") == near(given["area_ha"], 3)
    assert found.column("estimated_se_ha") == near(given["area_se_ha"], 3)
    assert found.column("estimated_half_width_ha") == near(given["area_ci_ha"], 2)
    # Of the estimated shares, one sum after the other.
    w = [n / sum(cells) for n in cells]
    p = [[w[i] * n / sum(row) for n in row] for i, row in enumerate(given["n"])]
    assert np.ravel(found.shares) == pytest.approx(np.ravel(p))
    quantity = sum(abs(sum(p[j]) - sum(row[j] for row in p)) for j in range(4)) / 2
    exchange = sum(2 * min(p[i][j], p[j][i]) for i in range(4) for j in range(i))  # by pairs
    assert found.results["QUANTITY_PCT"] == pytest.approx(100 * quantity)
    assert found.results["EXCHANGE_PCT"] == pytest.approx(100 * exchange)
    shift = 100 - found.results["OVERALL_ACCURACY_PCT"] - 100 * (quantity + exchange)
    assert found.results["SHIFT_PCT"] == pytest.approx(shift)
    n = np.array(given["n"])
    chance = n.sum(0) @ n.sum(1) / n.sum() ** 2
    assert found.results["KAPPA"] == pytest.approx((np.trace(n) / n.sum() - chance) / (1 - chance))
    few = [line for line in found.warnings if line.startswith("Fewer than 5 samples")]
    assert few == [
        "Fewer than 5 samples are these classes in the reference and another one in the map, so "
        "that the intervals of their areas and producer's accuracies are too narrow: "
        "Deforestation (3), Forest gain (1)."
    ]


def test_olofsson_2013_example_1(run, tmp_path):
    given = EXAMPLES["olofsson2013_ex1"]
    cells, width = given["mapped_pixels"], 316
    found = Assessed(
        run,
        tmp_path,
        MAP=_ragged(tmp_path / "change.tif", cells, width),
        REFERENCE=sample_of(tmp_path / "sample.gpkg", given["n"], cells, width),
    )
    assert found.matrix == given["n"]
    overall = [found.results[f"OVERALL_{name}_PCT"] for name in ("ACCURACY", "HALF_WIDTH")]
    assert overall == near([100 * n for n in given["OA"]], 4)
    hectares = CELL * CELL / 10_000
    areas = [area / hectares for area in found.column("estimated_ha")]
    errors = [error / hectares for error in found.column("estimated_se_ha")]
    assert areas == near(given["area_pixels"], 2)
    # The third digit of the first one, 10751.4045, is cut off in the file, not rounded.
    assert errors == near(given["se"], 2)


def _ragged(path, cells, width: int) -> str:
    """A map whose last row is filled up with no data."""
    values = np.repeat(np.arange(1, len(cells) + 1), cells)
    rows = -(-values.size // width)
    filled = np.full(rows * width, 255, np.uint8)
    filled[: values.size] = values
    return write_raster(path, filled.reshape(rows, width), nodata=255)


def test_congalton_and_green(run, tmp_path):
    given = EXAMPLES["congalton_kappa"]
    cells, width = [3000, 2000, 1000, 4000], 100
    found = Assessed(
        run,
        tmp_path,
        MAP=map_of(tmp_path / "map.tif", cells, width, "ABCD"),
        REFERENCE=sample_of(tmp_path / "sample.gpkg", given["n"], cells, width),
        DESIGN="simple",
    )
    assert found.matrix == given["n"]
    results = found.results
    assert results["SAMPLES"] == 434
    assert results["OVERALL_ACCURACY_PCT"] == near(100 * given["OA"], 4)
    assert results["KAPPA"] == near(given["kappa"], 6)
    for name, key in (("QUANTITY", "Q"), ("EXCHANGE", "exchange"), ("SHIFT", "shift")):
        assert results[f"{name}_PCT"] == near(100 * given[key], 4)
    assert found.column("users_pct") == near([100 * n for n in given["UA"]], 4)
    assert found.column("producers_pct") == near([100 * n for n in given["PA"]], 4)
    assert np.ravel(found.shares) == pytest.approx(np.ravel(given["n"]) / 434)


def stehman(folder: Path, fields=("stratum", "label")) -> dict:
    """The forty points of Stehman 2014 on a map that has their classes there, and the strata."""
    given = EXAMPLES["stehman2014"]
    values = np.full((100, 1000), 4)
    shapes = []
    for n, (stratum, shown, reference) in enumerate(
        zip(given["stratum"], given["map"], given["reference"])
    ):
        row, column = 5 + n // 8 * 11, 9 + n % 8 * 97
        values[row, column] = "ABCD".index(shown) + 1
        shapes.append((point(column, row), [stratum, reference]))
    kinds = dict.fromkeys(fields, ogr.OFTString)
    sizes = "".join(f"{name},{n}\n" for name, n in given["stratum_sizes"].items())
    return {
        "MAP": write_raster(folder / "map.tif", values, names=dict(enumerate(" ABCD"))),
        "REFERENCE": write_polygons(folder / "sample.gpkg", shapes, fields=kinds),
        "STRATA": write_csv(folder / "strata.csv", f"class,cells\n{sizes}"),
        "STRATUM_FIELD": "stratum",
    }


def test_stehman_2014_with_its_forty_points(run, tmp_path):
    given = EXAMPLES["stehman2014"]
    found = Assessed(run, tmp_path, **stehman(tmp_path), LEVEL=68.26894921370859)
    # Half-widths at this level are the standard errors.
    overall = [found.results[f"OVERALL_{name}_PCT"] for name in ("ACCURACY", "HALF_WIDTH")]
    assert overall == pytest.approx([100 * n for n in given["OA"]], rel=1e-9)
    rows = {row["class"]: row for row in found.rows}
    assert list(rows) == list("ABCD")
    for name, row in rows.items():
        assert numbers(row, "users_pct", "users_half_width_pct") == pytest.approx(
            [100 * n for n in given["UA"][name]], rel=1e-9
        )
        assert numbers(row, "producers_pct", "producers_half_width_pct") == pytest.approx(
            [100 * n for n in given["PA"][name]], rel=1e-9
        )
        areas = numbers(row, "estimated_ha", "estimated_se_ha")
        assert areas == pytest.approx([9_000 * n for n in given["area"][name]], rel=1e-9)
    assert found.shares[1][2] == pytest.approx(given["cell_B_C"])


def test_strata_finer_than_the_classes(run, tmp_path):
    """Two strata in each class: weighted by their own sizes, with the correction."""
    values = [[1] * 8 + [2] * 8] * 10
    shapes, pairs = [], []
    for stratum, (first, labels) in enumerate(
        ((0, "1112"), (4, "1122"), (8, "222"), (12, "2211")), 1
    ):
        for n, label in enumerate(labels):
            shapes.append((point(first + n % 4, n), [int(label), stratum]))
            pairs.append((stratum, 1 if first < 8 else 2, int(label)))
    sizes = {1: 40, 2: 40, 3: 40, 4: 40}
    table = "value,cells,area_ha\n" + "".join(f"{k},{n},{n * 0.09}\n" for k, n in sizes.items())
    found = Assessed(
        run,
        tmp_path,
        MAP=write_raster(tmp_path / "map.tif", values),
        REFERENCE=write_polygons(
            tmp_path / "s.gpkg", shapes, fields=dict.fromkeys(("label", "s"), ogr.OFTInteger)
        ),
        STRATA=write_csv(tmp_path / "strata.csv", table),
        STRATUM_FIELD="s",
    )
    shares = [3 / 4, 2 / 4, 1.0, 2 / 4]
    assert found.results["OVERALL_ACCURACY_PCT"] == pytest.approx(100 * sum(shares) / 4)
    n = [4, 4, 3, 4]
    variance = sum(
        0.25**2 * (1 - m / 40) * share * (1 - share) / (m - 1) for share, m in zip(shares, n)
    )
    half_width = 100 * 1.959963984540054 * variance**0.5
    assert found.results["OVERALL_HALF_WIDTH_PCT"] == pytest.approx(half_width)


# --- references of all kinds ---------------------------------------------------------------------


@pytest.fixture
def small(tmp_path):
    """A map of 4 x 3 cells: field to the left, wood to the right, a cell without data."""
    values = [[1, 1, 2, 2], [1, 1, 2, 2], [1, 255, 2, 2]]
    return write_raster(
        tmp_path / "map_2018.tif", values, nodata=255, names={0: "", 1: "Field", 2: "Wood"}
    )


def test_the_log_counts_what_is_left_out(run, small, tmp_path):
    shapes = [
        (point(0, 0), ["Field"]),
        (point(1, 0), ["Wood"]),
        (point(2, 0), ["wood"]),
        (point(3, 0), ["2"]),
        (point(0, 1), [None]),
        (point(1, 2), ["Field"]),
        (point(9, 9), ["Field"]),
    ]
    path = write_polygons(tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTString})
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix == [[1, 1], [0, 2]]
    assert found.results["SAMPLES"] == 4
    assert "REFERENCE 's': points: 7." in found.infos
    assert "Samples: 7; that count: 4." in found.infos
    assert (
        "Samples left out: 1 outside the map, 1 where the map has no data, 1 without a label."
        in found.warnings
    )


@pytest.mark.parametrize("kind", [ogr.OFTInteger, ogr.OFTReal, ogr.OFTString, ogr.OFTInteger64])
def test_labels_in_fields_of_any_kind(run, small, tmp_path, kind):
    shapes = [(point(0, 0), [1]), (point(2, 0), [2]), (point(3, 0), [1])]
    path = write_polygons(tmp_path / "s.gpkg", shapes, fields={"Label": kind})
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix == [[1, 0], [1, 1]]


def test_points_in_another_reference_system(run, small, tmp_path):
    systems = [ogr.osr.SpatialReference() for _ in range(2)]
    for system, code in zip(systems, (32649, 4326)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(ogr.osr.OAMS_TRADITIONAL_GIS_ORDER)
    shapes = []
    for column, label in ((0, 1), (1, 1), (2, 1), (3, 2)):
        geometry = ogr.CreateGeometryFromWkt(point(column, 1))
        geometry.Transform(ogr.osr.CoordinateTransformation(*systems))
        shapes.append((geometry.ExportToWkt(), [label]))
    path = write_polygons(tmp_path / "s.gpkg", shapes, epsg=4326, fields={"label": ogr.OFTInteger})
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix == [[2, 0], [1, 1]]
    assert any("the points are brought from EPSG:4326" in line for line in found.infos)


def test_points_without_a_reference_system_are_refused(run, small, tmp_path):
    shapes = [(point(0, 0), [1])]
    path = write_polygons(
        tmp_path / "nowhere.shp", shapes, epsg=None, fields={"label": ogr.OFTInteger}
    )
    with pytest.raises(QgsProcessingException, match="'nowhere' has no reference system"):
        run("accuracy", MAP=small, REFERENCE=path)


def test_points_of_several_parts_and_features_without_any(run, small, tmp_path):
    multi = f"MULTIPOINT (({X + 15} {Y - 15}), ({X + 75} {Y - 15}))"
    shapes = [(multi, [1]), (None, [2]), (point(3, 0), [2])]
    path = write_polygons(
        tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTInteger}, kind=ogr.wkbMultiPoint
    )
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix == [[1, 0], [1, 1]]
    assert any("features without a point" in w and w.endswith(": 1.") for w in found.warnings)
    assert "Samples left out: 1 outside the map." in found.warnings


def test_polygons_are_samples_cell_by_cell(run, small, tmp_path):
    shapes = [
        (f"POLYGON (({X} {Y}, {X + 90} {Y}, {X + 90} {Y - 60}, {X} {Y - 60}, {X} {Y}))", [1]),
        (f"POLYGON (({X + 90} {Y}, {X + 120} {Y}, {X + 120} {Y - 60}, {X + 90} {Y}))", [2]),
        (f"POLYGON (({X} {Y - 60}, {X + 60} {Y - 60}, {X + 60} {Y - 90}, {X} {Y - 60}))", [None]),
    ]
    path = write_polygons(tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTInteger})
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix[0] == [4, 0]
    assert found.matrix[1][0] == 2
    assert any("counts as a sample of its own" in line for line in found.warnings)


def test_points_and_polygons_in_one_layer(run, small, tmp_path):
    """The first feature with a place tells what it holds; one of another kind is refused."""
    square = f"POLYGON (({X} {Y}, {X + 60} {Y}, {X + 60} {Y - 60}, {X} {Y - 60}, {X} {Y}))"
    label = {"label": ogr.OFTInteger}

    def layer(name, *texts):
        return write_polygons(tmp_path / name, [(text, [1]) for text in texts], fields=label)

    assert run("accuracy", MAP=small, REFERENCE=layer("a.gpkg", None, square))["SAMPLES"] == 4
    assert run("accuracy", MAP=small, REFERENCE=layer("b.gpkg", None, point(0, 0)))["SAMPLES"] == 1
    with pytest.raises(QgsProcessingException, match="'c', feature 2: it is a Polygon, not a po"):
        run("accuracy", MAP=small, REFERENCE=layer("c.gpkg", point(0, 0), square))
    with pytest.raises(QgsProcessingException, match="'d', feature 2: it is a Point, not a poly"):
        run("accuracy", MAP=small, REFERENCE=layer("d.gpkg", square, point(0, 0)))


def test_a_field_of_the_map_takes_its_place(run, small, tmp_path):
    shapes = [(point(9, 9), [1, "Field"]), (point(0, 0), [2, "Wood"]), (point(2, 0), [2, "Wood"])]
    fields = {"label": ogr.OFTInteger, "map_class": ogr.OFTString}
    path = write_polygons(tmp_path / "s.gpkg", shapes, fields=fields)
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path, MAP_FIELD="map_class")
    assert found.matrix == [[1, 0], [0, 2]]
    assert any("is not that of the map: 1;" in line for line in found.warnings)


def test_the_selected_points_alone(run, small, tmp_path):
    shapes = [(point(0, 0), [1]), (point(2, 0), [1]), (point(3, 0), [2])]
    path = write_polygons(tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTInteger})
    layer = QgsVectorLayer(path, "s", "ogr")
    layer.selectByIds([1, 3])
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=source)
    assert found.matrix == [[1, 0], [0, 1]]


def test_points_in_a_geopackage_with_a_form_of_its_own(run, small, tmp_path):
    """As Sample for accuracy makes it: the table of styles is no layer that could be meant."""
    shapes = [(point(0, 0), [1]), (point(2, 0), [2])]
    path = write_polygons(tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTInteger})
    with gdal.ExceptionMgr(useExceptions=True), gdal.OpenEx(path, gdal.OF_UPDATE) as dataset:
        dataset.CreateLayer("layer_styles", None, ogr.wkbNone)
    found = Assessed(run, tmp_path, MAP=small, REFERENCE=path)
    assert found.matrix == [[1, 0], [0, 1]]
    assert not any("holds the layers" in line for line in found.warnings)


def test_a_map_of_which_nobody_names_the_values(run, tmp_path):
    path = write_raster(tmp_path / "map.tif", [[1, 1, 2, 9]])
    shapes = [(point(n, 0), [label]) for n, label in enumerate((1, 2, 2, 9))]
    found = Assessed(
        run,
        tmp_path,
        MAP=path,
        REFERENCE=write_polygons(tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTInteger}),
    )
    assert [row["class"] for row in found.rows] == ["1", "2", "9"]
    assert found.matrix == [[1, 1, 0], [0, 1, 0], [0, 0, 1]]


def test_a_band_of_the_map(run, tmp_path):
    with gdal.ExceptionMgr(useExceptions=True):
        path = str(tmp_path / "bands.tif")
        write_raster(path, [[1, 1, 2, 2]])
        other = write_raster(tmp_path / "other.tif", [[2, 2, 1, 1]])
        gdal.BuildVRT(str(tmp_path / "two.vrt"), [path, other], separate=True).Close()
    shapes = [(point(n, 0), [2 if n < 2 else 1]) for n in range(4)]
    reference = write_polygons(tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTInteger})
    for band, right in ((1, 0), (2, 100)):
        found = Assessed(
            run, tmp_path, MAP=str(tmp_path / "two.vrt"), BAND=band, REFERENCE=reference
        )
        assert found.results["OVERALL_ACCURACY_PCT"] == right


def test_a_scheme_names_map_and_labels(run, tmp_path):
    path = write_raster(tmp_path / "clcd_2018.tif", [[1, 1, 2, 2]])
    shapes = [(point(0, 0), ["Cropland"]), (point(1, 0), ["arable"]), (point(2, 0), ["2"])]
    shapes.append((point(3, 0), ["open_pit"]))
    found = Assessed(
        run,
        tmp_path,
        MAP=path,
        SCHEME="clcd",
        REFERENCE=write_polygons(tmp_path / "s.gpkg", shapes, fields={"label": ogr.OFTString}),
    )
    assert found.matrix[0][0] == 2
    assert found.matrix[1][1] == 1
    # A class of the default scheme that the product lacks has no value in the map.
    assert {row["class"]: row["value"] for row in found.rows}["Open pit"] == ""


@pytest.mark.parametrize(("size", "warns"), [(1.0, True), (0.001, False)])
def test_cells_that_differ_in_area_are_told(run, tmp_path, size, warns):
    """Points are drawn by cells: in degrees over a wide land they are not of hectares alike."""
    options = {"epsg": 4326, "cell": (size, size), "origin": (100.0, 60.0)}
    path = write_raster(tmp_path / "map.tif", [[1, 1], [1, 2], [2, 2]], **options)
    shapes = [
        (f"POINT ({100 + (column + 0.5) * size} {60 - (row + 0.5) * size})", [1])
        for row in range(3)
        for column in range(2)
    ]
    reference = write_polygons(
        tmp_path / "s.gpkg", shapes, epsg=4326, fields={"label": ogr.OFTInteger}
    )
    found = Assessed(run, tmp_path, MAP=path, REFERENCE=reference)
    assert found.results["SAMPLES"] == 6
    assert any("drawn with the same chance" in line for line in found.warnings) == warns


def test_a_report_of_it(run, small, tmp_path):
    shapes = [(point(0, 0), [1]), (point(1, 0), [1]), (point(2, 0), [1]), (point(3, 0), [2])]
    path = write_polygons(tmp_path / "labels.gpkg", shapes, fields={"label": ogr.OFTInteger})
    page = tmp_path / "report.html"
    run("accuracy", MAP=small, REFERENCE=path, REPORT=str(page))
    text = page.read_text(encoding="utf-8")
    for words in (
        "Olofsson et al. 2014",
        "The overall accuracy is",
        "Pontius and Millones 2011",
        "Confusion matrix",
        "Where the samples lie",
        "Map and reference agree at 3 points, and do not at 1.",
        "Field with the labels",
        "labels",
        "SHA-256",
        "Fewer than 5 samples",
    ):
        assert words in text, words


def test_a_step_of_a_model_after_the_step_that_made_the_map(run, tmp_path):
    """Zones of one step are the map of the next; its number goes into an expression."""
    source = QgsProcessingModelChildParameterSource
    values = {
        "zones": {
            "EARLIER": write_raster(tmp_path / "lu_1990.tif", [[1, 1, 2, 3]]),
            "LATER": write_raster(tmp_path / "lu_2000.tif", [[1, 7, 2, 7]]),
            "SCHEME": "coal_mine",
            "ZONES": str(tmp_path / "zones.tif"),
            "ZONE_SHARES": str(tmp_path / "shares.csv"),
        },
        "Accuracy": {
            "REFERENCE": write_polygons(
                tmp_path / "s.gpkg",
                [(point(n, 0), [zone]) for n, zone in enumerate((1, 4, 1, 1))],
                fields={"label": ogr.OFTInteger},
            ),
            "CLASS_ACCURACY": str(tmp_path / "class_accuracy.csv"),
        },
        "check": {
            "INPUT": str(tmp_path / "s.gpkg"),
            "FIELD_NAME": "accuracy",
            "FORMULA": QgsProperty.fromExpression(
                "to_string(round(@Accuracy_OVERALL_ACCURACY_PCT))"
            ),
            "OUTPUT": str(tmp_path / "checked.gpkg"),
        },
    }
    model = QgsProcessingModelAlgorithm("map and its accuracy", "tests")
    for name, algorithm in (
        ("zones", "carbonzones:zonereclassification"),
        ("Accuracy", "carbonzones:accuracy"),
        ("check", "native:fieldcalculator"),
    ):
        step = QgsProcessingModelChildAlgorithm(algorithm)
        step.setChildId(name)
        step.setDescription(name)
        for parameter, value in values[name].items():
            given = source.fromStaticValue(value)
            if isinstance(value, QgsProperty):
                given = source.fromExpression(value.expressionString())
            step.addParameterSources(parameter, [given])
        model.addChildAlgorithm(step)
    steps = model.childAlgorithms()
    steps["Accuracy"].addParameterSources("MAP", [source.fromChildOutput("zones", "ZONES")])
    steps["check"].setDependencies([QgsProcessingModelChildDependency("Accuracy")])
    model.setChildAlgorithm(steps["Accuracy"])
    model.setChildAlgorithm(steps["check"])
    run(model)
    rows = {row["value"]: row for row in read_csv(tmp_path / "class_accuracy.csv")}
    assert {value: float(row["users_pct"]) for value, row in rows.items()} == {"1": 100, "4": 50}
    layer = QgsVectorLayer(str(tmp_path / "checked.gpkg"), "checked", "ogr")
    assert {feature["accuracy"] for feature in layer.getFeatures()} == {75.0}
