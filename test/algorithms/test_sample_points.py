"""Sample for accuracy: what it is asked for and tells, and the layer ready to be labelled.

Sizes, allocations and the choice of cells are proved in test/core.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsVectorLayer,
)

from carbon_zones.test.algorithms.ready import NAMES, check_ready, choices_of
from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.steps import model_of
from carbon_zones.test.core.shuffled import first_cells
from carbon_zones.test.helpers import ORIGIN, read_csv, read_raster, sample, write_csv, write_raster

# 40 x 50 cells: 1 and 2 in bands, some pit, no data (0) to the left.
LAND = np.ones((40, 50), int)
LAND[10:25] = 2
LAND[30:34, 20:30] = 7
LAND[:, :2] = 0


@pytest.fixture
def land(tmp_path) -> str:
    return write_raster(tmp_path / "land_2018.tif", LAND, nodata=0, names=NAMES)


def points(path) -> list[dict]:
    """The features of a layer of points, x and y those of their geometries too."""
    layer = QgsVectorLayer(str(path), "points", "ogr")
    assert layer.isValid()
    found = []
    for feature in layer.getFeatures():
        row = dict(zip(layer.fields().names(), feature.attributes()))
        place = feature.geometry().asPoint()
        assert (place.x(), place.y()) == (row["x"], row["y"])
        found.append(row)
    return found


def cells_of(rows) -> list[tuple[int, int]]:
    """Row and column of the cells in which points lie; these are their centres."""
    found = []
    for row in rows:
        column, line = (row["x"] - ORIGIN[0]) / 30, (ORIGIN[1] - row["y"]) / 30
        assert (column % 1, line % 1) == (0.5, 0.5)
        found.append((int(line), int(column)))
    return found


def sampled(run, folder, map_layer, **parameters) -> tuple[list[dict], list[dict]]:
    """The points, and the rows of STRATA."""
    strata = str(folder / "strata.csv")
    results = run(
        "samplepoints",
        MAP=map_layer,
        SAMPLE=str(folder / "sample.gpkg"),
        STRATA=strata,
        **parameters,
    )
    return points(results["SAMPLE"]), read_csv(strata)


def is_null(value) -> bool:
    return value is None or repr(value) == "NULL"


# --- the sample --------------------------------------------------------------------------------


def test_points_are_the_first_of_their_class_in_the_order_of_the_seed(run, tmp_path, land):
    rows, strata = sampled(run, tmp_path, land, ALLOCATION="equal", SIZE=30, SEED=0)
    assert set(cells_of(rows)) == first_cells(LAND.tolist(), {1: 10, 2: 10, 7: 10}, 0)
    shares = {int(row["value"]): float(row["weight"]) for row in strata}
    assert shares == pytest.approx({1: 1160 / 1920, 2: 720 / 1920, 7: 40 / 1920})
    for row, cell in zip(rows, cells_of(rows)):
        assert LAND[cell] == row["map_value"] == row["stratum"]
        assert row["map_class"] == NAMES[row["map_value"]]
        assert row["weight"] == pytest.approx(shares[row["stratum"]])
        assert is_null(row["label"])
    assert [row["id"] for row in rows] == list(range(1, 31))


@pytest.mark.parametrize("design", ["simple", "systematic"])
def test_a_sample_without_strata(run, tmp_path, land, design):
    rows, strata = sampled(run, tmp_path, land, DESIGN=design, SIZE=60)
    assert all(is_null(row["stratum"]) for row in rows)
    assert {row["weight"] for row in rows} == {1.0}
    held = Counter(row["map_class"] for row in rows)
    assert {row["class"]: int(row["samples"]) for row in strata} == {
        name: held[name] for name in ("Arable land", "Forest", "Open pit")
    }
    words = f"60 points expected, {len(rows)} in valid cells."
    assert any(words in line for line in run.feedback.infos) == (design == "systematic")
    assert design == "systematic" or len(rows) == 60


def test_without_size_and_standard_error_it_is_one_point(run, tmp_path, land):
    rows, _ = sampled(run, tmp_path, land)
    assert len(rows) == 1600  # (0.4 / 0.01)^2
    assert "SIZE and TARGET_SE are not set: TARGET_SE = 1." in run.feedback.infos
    rows, _ = sampled(run, tmp_path, land, DESIGN="simple", EXPECTED_UA="0.9", TARGET_SE=2)
    assert len(rows) == 225  # 0.9 x 0.1 / 0.02^2


@pytest.mark.parametrize("name", ["SIZE", "DESIGN", "EXPECTED_UA"])
def test_a_selection_of_features_is_no_plain_value(run, tmp_path, land, name):
    """QGIS's getters would make 0, or the default, of it."""
    selection = QgsProcessingFeatureSourceDefinition("layer", True)
    with refuses(f"{name}: this kind of value is not allowed here"):
        sampled(run, tmp_path, land, **{name: selection})


# Conversions with all that strata can go by: taken by mining and by towns, given back, stable.
CHANGES = np.full((30, 40), 1001)
CHANGES[:, 20:] = 2002
CHANGES[5:9, 5:12], CHANGES[20:24, 25:33], CHANGES[12:15, 14:17] = 1007, 1004, 7001
STRATA_GIVEN = [{}, {"STRATA_BY": "taken"}, {"BUFFER": 2}, {"STRATA_BY": "taken", "BUFFER": 2}]
# Allocation and size: all of them with strata, each way of these in turn, and some without any.
ALLOCATIONS = ["proportional", "equal", "neyman", "good_practice"]
SIZES = [{"SIZE": 200}, {"TARGET_SE": 2}, {}]
GIVEN = [
    {"DESIGN": design, "ALLOCATION": allocation, **size, **STRATA_GIVEN[(row + column) % 4]}
    for row, allocation in enumerate(ALLOCATIONS)
    for column, size in enumerate(SIZES)
    for design in ("stratified", *["simple", "systematic"][(row + column) % 3 :][:1])
]


def idle(given: dict) -> set[str]:
    """What the manual says is for something else than what is given."""
    by_change = given.keys() & {"STRATA_BY", "BUFFER"}
    if given["DESIGN"] != "stratified":
        found = {"MIN_PER_CLASS", "MIN_PER_STRATUM", "TAKING_GROUPS", *by_change}
        found |= {"ALLOCATION"} if given["ALLOCATION"] != "proportional" else set()
    else:
        found = set() if given["ALLOCATION"] == "good_practice" else {"MIN_PER_CLASS"}
        found |= set() if by_change else {"TAKING_GROUPS"}
        if given["ALLOCATION"] == "neyman":
            return found
    return found | ({"EXPECTED_UA"} if "SIZE" in given else set())


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: " ".join(map(str, given.values())))
def test_what_is_not_used_is_said_and_makes_no_difference(run, tmp_path, given):
    """And what is not said makes one: every other of it in turn."""
    turn = GIVEN.index(given) // 2 % 2
    classes = {1: "Arable land", 2: "Forestland", 4: "Urban land", 7: "Open pit"}
    pairs = {value: divmod(value, 1000) for value in np.unique(CHANGES)}
    names = {value: f"{classes[a]} -> {classes[b]}" for value, (a, b) in pairs.items()}
    path = write_raster(tmp_path / "c.tif", CHANGES, dtype=np.int32, names=names)
    rare, common = ("taken", "stable") if "STRATA_BY" in given else ("1004", "1001")
    many = not given.keys() & {"SIZE", "TARGET_SE"}
    given = {
        **given,
        "MIN_PER_CLASS": 25 if many else 10,
        "EXPECTED_UA": "1001=0.97,2002=0.9",
        "MIN_PER_STRATUM": f"{rare}=30",
        "TAKING_GROUPS": "built",
    }
    if given["ALLOCATION"] == "equal":
        given["MIN_PER_STRATUM"] = f"{common}={550 if many else 135}"
    tables = {"SAMPLE": tmp_path / "sample.geojson", "STRATA": tmp_path / "strata.csv"}
    outputs = {name: str(path) for name, path in tables.items()}

    def drawn(without) -> list[bytes]:
        kept = {name: value for name, value in given.items() if name not in without}
        run("samplepoints", MAP=path, **outputs, **kept)
        return [path.read_bytes() for path in tables.values()]

    everything = drawn(())
    said = {
        line.split()[0]
        for line in run.feedback.infos
        if "ignored: not applicable with the other" in line
    }
    assert said == idle(given)
    assert drawn(said) == everything
    assert not [line for line in run.feedback.infos if " ignored: " in line]
    for name in sorted(given.keys() - said - {"DESIGN", "SIZE", "TARGET_SE"})[turn::2]:
        if (name, given[name]) != ("ALLOCATION", "proportional"):
            assert drawn([name]) != everything, name


# --- the map -----------------------------------------------------------------------------------


def test_conversions_zones_and_status_have_the_names_of_their_legends(run, sample_study, tmp_path):
    for path, some in (
        (conversions(run, tmp_path), {1007: "Arable land \N{RIGHTWARDS ARROW} Open pit"}),
        (str(sample_study[0] / "zones_1986_2000.tif"), {1: "Carbon sink invariant area"}),
        (str(sample_study[0] / "status_2018.tif"), {1: "Mined", 2: "Reclaimed"}),
    ):
        rows, strata = sampled(run, tmp_path, path, ALLOCATION="equal", SIZE=600)
        held = read_raster(path)
        if path.endswith("zones_1986_2000.tif"):
            # Lasting mined and built-up land are unassigned, which their values are one class with.
            held = np.where(held > 5, 5, held)
        cells = dict(zip(*(part.tolist() for part in np.unique(held, return_counts=True))))
        found = {int(row["value"]): int(row["cells"]) for row in strata}
        assert found == {value: cells[value] for value in found}
        assert {row["map_value"] for row in rows} == set(found)
        assert some.items() <= {int(row["value"]): row["class"] for row in strata}.items()
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
            x, _, _, y, _, _ = dataset.GetGeoTransform()
        for row in rows:
            assert held[int((y - row["y"]) / 30), int((row["x"] - x) / 30)] == row["map_value"]
        assert len(choices(tmp_path / "sample.gpkg")) > 1


def conversions(run, folder) -> str:
    """The sample's conversions from its first to its last date."""
    path = str(folder / "conversions.tif")
    pair = {"EARLIER": sample("1986"), "LATER": sample("2018")}
    run("transfermatrix", **pair, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=path)
    return path


def test_values_that_nobody_names_are_called_by_themselves(run, tmp_path):
    path = write_raster(tmp_path / "plain.tif", LAND, nodata=0)
    rows, strata = sampled(run, tmp_path, path, SIZE=30)
    assert [row["class"] for row in strata] == ["1", "2", "7"]
    assert {row["map_class"] for row in rows} == {"1", "2", "7"}
    assert list(choices(tmp_path / "sample.gpkg")) == ["(not labelled)", "1", "2", "7"]


def test_a_product_by_its_scheme(run, tmp_path):
    path = write_raster(tmp_path / "clcd.tif", LAND, nodata=0)
    rows, _ = sampled(run, tmp_path, path, SIZE=30, SCHEME="clcd")
    assert {row["map_class"] for row in rows} == {"Arable land", "Forestland", "Bare land"}
    # All classes of the legend, and none of those of the coal mine.
    listed = choices(tmp_path / "sample.gpkg")
    assert listed["Built-up land"] == "8"
    assert "Open pit" not in listed


def test_a_band_and_further_values_of_no_data(run, tmp_path):
    path = str(tmp_path / "bands.tif")
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName("GTiff").Create(path, 50, 40, 2, gdal.GDT_Byte)
        dataset.SetGeoTransform((ORIGIN[0], 30, 0, ORIGIN[1], 0, -30))
        dataset.GetRasterBand(1).WriteArray(np.zeros((40, 50)))
        dataset.GetRasterBand(2).WriteArray(LAND)
        dataset.Close()
    rows, strata = sampled(run, tmp_path, path, SIZE=30, BAND=2, NODATA="0,2")
    assert [row["value"] for row in strata] == ["1", "7"]
    assert {int(LAND[cell]) for cell in cells_of(rows)} <= {1, 7}


def test_degrees_and_the_reference_system(run, tmp_path):
    path = write_raster(
        tmp_path / "world.tif", np.ones((90, 20)), cell=(1, 1), origin=(100, 60), epsg=4326
    )
    results = run("samplepoints", MAP=path, SIZE=50, SAMPLE=str(tmp_path / "s.gpkg"))
    layer = QgsVectorLayer(results["SAMPLE"], "s", "ogr")
    assert layer.crs().authid() == "EPSG:4326"
    assert any("equal-area projection" in line for line in run.feedback.warnings)


# --- ready to be labelled ----------------------------------------------------------------------


def opened(path) -> QgsVectorLayer:
    return QgsVectorLayer(str(path), "points", "ogr")


def choices(path) -> dict[str, str]:
    """Label and value of the drop-down list of the field label."""
    return choices_of(opened(path))


def test_form_and_style_lie_in_the_geopackage(run, tmp_path, land):
    """As the style that QGIS shows, whatever others are saved beside it."""
    sampled(run, tmp_path, land, SIZE=30)
    path = tmp_path / "sample.gpkg"
    check_ready(opened(path))
    columns = "f_table_catalog, f_table_schema, f_table_name, f_geometry_column"
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(
            f"INSERT INTO layer_styles ({columns}, styleName, styleQML, useAsDefault, update_time) "
            f"SELECT {columns}, 'another', '<qgis/>', 0, '2100-01-01T00:00:00.000Z' "
            "FROM layer_styles"
        )
    check_ready(opened(tmp_path / "sample.gpkg"))


def put_labels(path, count: int) -> None:
    """Label the first points; what holds the layer is gone afterwards, before QGIS is."""
    layer = opened(path)
    assert layer.startEditing()
    place = layer.fields().indexOf("label")
    for feature in list(layer.getFeatures())[:count]:
        assert layer.changeAttributeValue(feature.id(), place, 7)
    assert layer.commitChanges()


def test_what_is_labelled_stays(run, tmp_path, land):
    sampled(run, tmp_path, land, SIZE=30)
    put_labels(tmp_path / "sample.gpkg", 10)
    labels = [row["label"] for row in points(tmp_path / "sample.gpkg")]
    assert labels[:10] == [7] * 10
    assert all(map(is_null, labels[10:]))
    with refuses(r"SAMPLE: 'sample.gpkg' contains labelled points: 10"):
        sampled(run, tmp_path, land, SIZE=30)


def into(path, table: str) -> str:
    """A table of a GeoPackage that has others, as QGIS writes it."""
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


def test_a_table_of_a_geopackage_that_has_others(run, tmp_path, land):
    """Their styles stay, and its own is replaced when it is made again."""
    package = tmp_path / "all.gpkg"
    for table in ("first", "second", "first"):
        run("samplepoints", MAP=land, SIZE=30, SAMPLE=into(package, table))
    for table in ("first", "second"):
        check_ready(opened(f"{package}|layername={table}"))
    with ogr.ExceptionMgr(useExceptions=True), ogr.Open(str(package)) as dataset:
        styles = dataset.GetLayerByName("layer_styles")
        assert sorted(one["f_table_name"] for one in styles) == ["first", "second"]
    put_labels(f"{package}|layername=first", 1)
    with refuses(r"SAMPLE: 'all.gpkg' contains labelled points: 1"):
        run("samplepoints", MAP=land, SIZE=30, SAMPLE=into(package, "first"))
    run("samplepoints", MAP=land, SIZE=30, SAMPLE=into(package, "second"))


TEMPORARY = "SAMPLE is a temporary layer: labels are lost"


def test_a_temporary_layer_is_warned_of(run, tmp_path, land):
    run("samplepoints", MAP=land, SIZE=30, SAMPLE="TEMPORARY_OUTPUT")
    (warning,) = (line for line in run.feedback.warnings if line.startswith(TEMPORARY))
    assert "Save it to a file (Make Permanent) before labelling." in warning
    run("samplepoints", MAP=land, SIZE=30, SAMPLE="memory:points")
    assert any(line.startswith(TEMPORARY) for line in run.feedback.warnings)
    sampled(run, tmp_path, land, SIZE=30)
    assert not any(line.startswith(TEMPORARY) for line in run.feedback.warnings)


@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030"])
def test_the_encoding_of_an_output_is_the_one_that_was_chosen(run, tmp_path, encoding):
    path = tmp_path / "sample.shp"
    wanted = QgsProcessingOutputLayerDefinition(str(path))
    wanted.createOptions = {"fileEncoding": encoding}
    field = write_raster(tmp_path / "land_2018.tif", LAND, nodata=0, names={1: "\u8015\u5730"})
    run("samplepoints", MAP=field, SIZE=30, SAMPLE=wanted)
    assert "\u8015\u5730".encode(encoding) in path.with_suffix(".dbf").read_bytes()


@pytest.mark.parametrize("ending", [".shp", ".geojson", ".fgb"])
def test_formats_without_styles_hold_the_points_and_it_is_said(run, tmp_path, land, ending):
    path = tmp_path / f"sample{ending}"
    run("samplepoints", MAP=land, SIZE=30, SAMPLE=str(path))
    rows = points(path)
    assert len(rows) == 30
    assert all(is_null(row["label"]) for row in rows)
    assert {row["map_class"] for row in rows} <= set(NAMES.values())
    assert any("this format stores no form or style" in line for line in run.feedback.infos)


def test_a_model_hands_the_points_on(run, tmp_path, land):
    """Its output has the form, and the next step takes the points."""
    given = {"MAP": land, "SIZE": 30, "ALLOCATION": "equal"}
    around = {"INPUT": ("draw", "SAMPLE"), "DISTANCE": 15}
    model = model_of(
        {"draw": ("carbonzones:samplepoints", given), "circles": ("native:buffer", around)},
        {"points": ("draw", "SAMPLE"), "circles": ("circles", "OUTPUT")},
    )
    model.initAlgorithm()
    names = {d.description(): d.name() for d in model.destinationParameterDefinitions()}
    run(model, **{names[name]: str(tmp_path / f"{name}.gpkg") for name in ("points", "circles")})
    assert len(points(tmp_path / "points.gpkg")) == 30
    check_ready(opened(tmp_path / "points.gpkg"))
    assert opened(tmp_path / "circles.gpkg").featureCount() == 30


def test_classes_of_a_table_are_those_that_conversions_are_between(run, tmp_path):
    """Class 7 is no mine there, so that other land was taken."""
    table = write_csv(
        tmp_path / "own.csv",
        "value,class,group\n1,Wood,sink\n2,Field,sink\n7,Pit,mine\n9,Road,built",
    )
    names = {1001: "Wood -> Wood", 1007: "Wood -> Pit", 1009: "Wood -> Road"}
    names[2002] = "Field -> Field"
    land = np.where(LAND == 7, 1007, LAND * 1001)
    land[39, 49] = 1009
    path = write_raster(tmp_path / "own.tif", land, dtype=np.int32, nodata=0, names=names)
    wanted = {"SIZE": 100, "BUFFER": 1, "CLASSES": table}
    for groups, cells in (("mine", 2 * 12 + 2 * 4), ("built", 3)):
        _, strata = sampled(run, tmp_path, path, **wanted, TAKING_GROUPS=groups)
        assert {row["class"]: int(row["cells"]) for row in strata}["buffer"] == cells
        assert [row["value"] for row in strata] == ["1001", "1007", "1009", "2002", "1"]
