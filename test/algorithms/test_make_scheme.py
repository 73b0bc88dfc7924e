"""The tables of a scheme from layers: made, filled in, and given to the other algorithms."""

from __future__ import annotations

import shutil
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException, QgsVectorLayer

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.steps import model_of
from carbon_zones.test.helpers import (
    read_csv,
    read_raster,
    sample,
    small_disk,
    write_csv,
    write_dates,
    write_raster,
)

NAMES = {1: "Agriculture", 2: "Forest", 3: "Khu dân cư", 4: "Sông hồ", 5: "Khai thác"}
EARLIER = [[1, 1, 1, 2, 2, 5], [2, 2, 1, 4, 3, 5]]
LATER = [[1, 3, 5, 2, 1, 1], [5, 4, 2, 4, 3, 2]]
FILLED = {3: "built", 4: "water", 5: "mine"}
TABLES = {
    "CLASSES": "classes",
    "ZONE_TABLE": "zones",
    "RULES": "rules",
    "COEFFICIENTS": "coefficients",
}
FORMATS = pytest.mark.parametrize("ending", [".gpkg", ".xlsx"])


@pytest.fixture
def layers(tmp_path) -> list[str]:
    """Two dates of five classes, three of them in words that are not known."""
    return write_dates(tmp_path, {1990: EARLIER, 2000: LATER}, names=NAMES, cell=(100, 100))


@contextmanager
def reading(path, mode=0):
    """A file of tables, open with GDAL."""
    options = ["HEADERS=FORCE"] if str(path).endswith(".xlsx") else []
    with (
        gdal.ExceptionMgr(useExceptions=True),
        ogr.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(str(path), gdal.OF_VECTOR | mode, open_options=options) as dataset,
    ):
        yield dataset


def rows_of(path, table: str) -> list[dict]:
    """The rows of a table, as GDAL reads them."""
    with reading(path) as dataset:
        return [feature.items() for feature in dataset.GetLayerByName(table)]


def fill_in(path, groups: dict, densities: dict | None = None) -> None:
    """Write groups by value and densities by class, as a person would."""
    with reading(path, gdal.OF_UPDATE) as dataset:
        layer = dataset.GetLayerByName("classes")
        for feature in list(layer):
            if feature["value"] in groups:
                feature["group"] = groups[feature["value"]]
                layer.SetFeature(feature)
        layer = dataset.GetLayerByName("coefficients")
        for feature in list(layer):
            if feature["class"] in (densities or {}):
                both = densities[feature["class"]]
                feature["soil_tc_per_ha"], feature["vegetation_tc_per_ha"] = both
                layer.SetFeature(feature)


def tables_in(path, *parameters: str) -> dict:
    """The tables of a file as parameters."""
    return {name: f"{path}|layername={TABLES[name]}" for name in parameters}


@pytest.fixture
def make(run, layers, tmp_path):
    """Make the tables of layers in a file; gives its path."""

    def call(file: str = "scheme.gpkg", of=layers, **more) -> Path:
        call.results = run("makescheme", LAYERS=of, OUTPUT=str(tmp_path / file), **more)
        return tmp_path / file

    return call


def classes_of(path, *columns: str) -> list:
    """Some columns of the table of classes."""
    return [tuple(row[column] for column in columns) for row in rows_of(path, "classes")]


def zones_of(run, layers, folder, **tables) -> tuple:
    """The zone raster and shares by some tables."""
    folder.mkdir()
    run(
        "zonereclassification",
        EARLIER=layers[0],
        LATER=layers[1],
        ZONES=str(folder / "zones.tif"),
        ZONE_SHARES=str(folder / "shares.csv"),
        **tables,
    )
    return read_raster(folder / "zones.tif").tolist(), read_csv(folder / "shares.csv")


def test_a_workbook_opens_in_qgis_with_the_names_of_its_columns(make):
    """As it is dragged into the window, without options; nobody has filled in densities."""
    path = make("scheme.xlsx")
    with zipfile.ZipFile(path) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets" in name]
    for sides in ("=,@sink,", "@sink,", "arable,paddy,orchard,forest,"):
        assert sum(f'<formula1>"{sides}' in sheet.replace("&quot;", '"') for sheet in sheets) == 1
    for table in TABLES.values():
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        assert layer.fields().names() == list(rows_of(path, table)[0])
        assert layer.featureCount() == len(rows_of(path, table))


# Each cell by the five zones of the paper, worked out by hand.
MINED = [[1, 3, 4, 1, 5, 2], [4, 3, 2, 5, 7, 2]]


@FORMATS
def test_made_filled_in_and_used(run, make, layers, tmp_path, ending):
    scheme = make(f"scheme{ending}")
    results = make.results
    assert results["OUTPUT"] == str(scheme)
    log = "\n".join(run.feedback.warnings)
    assert "3 'Khu dân cư', 4 'Sông hồ', 5 'Khai thác'" in log
    # Counted by eye; a cell has 1 ha.
    assert classes_of(scheme, "value", "group", "ha_1990", "ha_2000") == [
        (1, "sink", 4.0, 3.0),
        (2, "sink", 4.0, 3.0),
        (3, None, 1.0, 2.0),
        (4, None, 1.0, 2.0),
        (5, None, 2.0, 2.0),
    ]
    assert [row["class"] for row in rows_of(scheme, "coefficients")] == [
        *("arable", "forest", "khu_dan_cu", "song_ho", "khai_thac")
    ]
    fill_in(scheme, FILLED)
    given = tables_in(scheme, "CLASSES", "ZONE_TABLE", "RULES")
    names = ("CLASSES_TABLE", "ZONES_TABLE", "RULES_TABLE")
    assert list(given.values()) == [results[name] for name in names]
    assert zones_of(run, layers, tmp_path / "made", **given)[0] == MINED


def test_losses_by_coefficients_that_were_filled_in(run, make, layers, tmp_path):
    """A sink of one's own: its empty densities are told, and count when they are there."""
    names = {**NAMES, 2: "Rừng tre"}
    for layer, values in zip(layers, (EARLIER, LATER)):
        write_raster(layer, values, names=names, cell=(100, 100))
    given = {"EARLIER": layers[0], "LATER": layers[1], "LOSSES": "TEMPORARY_OUTPUT"}
    scheme, empty = make(), tmp_path / "empty.gpkg"
    shutil.copyfile(scheme, empty)
    fill_in(empty, {**FILLED, 2: "sink"})
    with refuses(r"COEFFICIENTS .*sink class.*'rung_tre'"):
        run("carbonloss", **given, **tables_in(empty, "CLASSES", "COEFFICIENTS"))
    fill_in(scheme, {**FILLED, 2: "sink"}, {"rung_tre": (100, 20.5)})
    results = run("carbonloss", **given, **tables_in(scheme, "CLASSES", "COEFFICIENTS"))
    # One hectare of arable land and one of bamboo went to the mine.
    assert results["TOTAL_LOSS_TC"] == pytest.approx(82.11 + 5 + 100 + 20.5)


def test_the_sample_gives_the_default_classes_and_the_same_zones(run, make, tmp_path):
    layers = [sample("1986"), sample("2018")]
    scheme = make("scheme.xlsx", layers)
    assert not run.feedback.warnings
    given = tables_in(scheme, "CLASSES", "ZONE_TABLE", "RULES")
    made = zones_of(run, layers, tmp_path / "made", **given)
    assert made == zones_of(run, layers, tmp_path / "default")


def test_the_next_step_of_a_model_takes_the_tables(run, layers, tmp_path):
    # In English, with a mine: nothing is to be filled in.
    names = {1: "Agriculture", 2: "Forest", 3: "Settlements", 4: "Lakes", 5: "Mining"}
    for layer, values in zip(layers, (EARLIER, LATER)):
        write_raster(layer, values, names=names)
    given = {
        **dict(zip(("EARLIER", "LATER"), layers)),
        "CLASSES": ("make", "CLASSES_TABLE"),
        "ZONE_TABLE": ("make", "ZONES_TABLE"),
        "RULES": ("make", "RULES_TABLE"),
    }
    steps = {
        "make": ("carbonzones:makescheme", {"LAYERS": layers}),
        "zones": ("carbonzones:zonereclassification", given),
    }
    run(model_of(steps, {"zones": ("zones", "ZONES")}), zones=str(tmp_path / "zones.tif"))
    # The default rules know @mine once they go by group.
    assert read_raster(tmp_path / "zones.tif").tolist() == MINED


def test_a_filled_in_file_is_not_overwritten(make, layers, tmp_path):
    scheme = make()
    fill_in(scheme, {3: "built"})
    before = scheme.read_bytes()
    with refuses("exists and differs"):
        make()
    with refuses("an input of this run"):
        make(CLASSES=make.results["CLASSES_TABLE"])
    assert scheme.read_bytes() == before
    assert {path.name for path in tmp_path.glob("*")} == {
        *("land_1990.tif", "land_1990.tif.aux.xml", "land_2000.tif", "land_2000.tif.aux.xml"),
        "scheme.gpkg",
    }


@FORMATS
def test_a_file_that_holds_the_same_is_left_alone(make, ending):
    scheme = make(f"scheme{ending}")
    first, before = make.results, (scheme.read_bytes(), scheme.stat().st_mtime_ns)
    assert make(f"scheme{ending}") == scheme
    assert make.results == first
    assert (scheme.read_bytes(), scheme.stat().st_mtime_ns) == before


def test_a_filled_in_table_may_go_in_again_for_more_layers(make, layers):
    fill_in(make(of=layers[:1]), FILLED)
    more = make("more.gpkg", CLASSES=make.results["CLASSES_TABLE"])
    found = rows_of(more, "classes")
    assert [row["group"] for row in found] == ["sink", "sink", "built", "water", "mine"]
    assert [row["class"] for row in found][2:] == ["khu_dan_cu", "song_ho", "khai_thac"]


def test_one_layer_will_do_and_a_temporary_file_too(run, layers):
    results = run("makescheme", LAYERS=layers[:1], OUTPUT="TEMPORARY_OUTPUT")
    assert results["OUTPUT"].endswith(".gpkg")
    assert classes_of(results["OUTPUT"], "ha_1990") == [(4,), (4,), (1,), (1,), (2,)]


def test_extent_and_nodata(make):
    # The two columns on the left, but for water.
    scheme = make(EXTENT="600000,600200,4399800,4400000", NODATA="4")
    found = classes_of(scheme, "value", "ha_1990", "ha_2000")
    assert found == [(1, 2, 1), (2, 2, 0), (3, 0, 1), (5, 0, 1)]


def test_a_workbook_is_as_exact_as_a_geopackage(make, tmp_path):
    """Cells in longitude and latitude have hectares with all their digits."""
    layer = write_raster(
        tmp_path / "land_2000.tif",
        [[1, 2, 2], [2, 2, 2], [2, 1, 1]],
        names=NAMES,
        epsg=4326,
        origin=(112.0, 40.0),
        cell=(0.01, 0.01),
    )
    found = [classes_of(make(f"s{ending}", [layer]), "ha_2000") for ending in (".gpkg", ".xlsx")]
    assert found[0] == found[1]
    assert found[0][0][0] != round(found[0][0][0], 9)


@FORMATS
def test_on_a_full_disk_no_file_appears(run, layers, tmp_path, ending):
    # A GeoPackage takes 100 kB, a workbook less than 20.
    with small_disk(tmp_path / "disk", {".gpkg": "48k", ".xlsx": "4k"}[ending]) as disk:
        with pytest.raises(QgsProcessingException) as caught:
            run("makescheme", LAYERS=layers, OUTPUT=str(disk / f"scheme{ending}"))
        assert "disk" in str(caught.value) or "cannot be written" in str(caught.value)
        assert not list(disk.iterdir())


def widgets(layer: QgsVectorLayer) -> dict:
    """Kind of widget, and what its list has to choose from, by column."""
    found = {}
    for index, name in enumerate(layer.fields().names()):
        setup = layer.editorWidgetSetup(index)
        entries = setup.config().get("map") or []
        found[name] = (setup.type(), [value for entry in entries for value in entry.values()])
    return found


def check_widgets(layers: dict) -> None:
    """The lists of the tables of the layers of these tests."""
    classes, rules = widgets(layers["classes"]), widgets(layers["rules"])
    kind, groups = classes["group"]
    assert kind == "ValueMap"
    assert groups[1:] == ["sink", "mine", "built", "water", "wetland", "bare", "snow"]
    assert classes["colour"][0] == widgets(layers["zones"])["colour"][0] == "Color"
    assert rules["zone"] == ("ValueMap", ["1", "2", "3", "4", "5"])
    assert {"@sink", "@mine", "arable", "khu_dan_cu", "*"} <= set(rules["from"][1])
    assert "=" in rules["to"][1]
    place = layers["rules"].fields().indexOf("to")
    labels = layers["rules"].editorWidgetSetup(place).config()["map"]
    assert {"khu_dan_cu (Khu d\u00e2n c\u01b0)": "khu_dan_cu"} in labels
    coefficients = widgets(layers["coefficients"])
    curves = ["ipcc", "exponential", "chapman_richards", "rates", "instant"]
    assert coefficients["soil_curve"][1][1:] == coefficients["vegetation_curve"][1][1:] == curves
    assert coefficients["distribution"][1][1:] == ["normal", "lognormal"]
    assert "=" not in rules["from"][1]
    fields = layers["classes"].fields()
    config = layers["classes"].editFormConfig()
    read_only = [name for place, name in enumerate(fields.names()) if config.readOnly(place)]
    assert read_only == ["ha_1990", "ha_2000"]


def test_the_lists_lie_in_the_geopackage(make, tmp_path):
    """Whoever opens it has them, though no project was there when it was made."""
    elsewhere = shutil.copyfile(make(), tmp_path / "elsewhere.gpkg")
    tables = ("classes", "zones", "rules", "coefficients")
    check_widgets({t: QgsVectorLayer(f"{elsewhere}|layername={t}", t, "ogr") for t in tables})


def test_a_group_of_ones_own_is_in_the_list(make, tmp_path):
    classes = write_csv(tmp_path / "classes.csv", "value,class,group\n1,a,terrace\n2,b,sink")
    make(CLASSES=classes)
    layer = QgsVectorLayer(make.results["CLASSES_TABLE"], "classes", "ogr")
    assert widgets(layer)["group"][1][-1] == "terrace"
    rules = QgsVectorLayer(make.results["RULES_TABLE"], "rules", "ogr")
    assert "@terrace" in widgets(rules)["from"][1]


def test_names_of_all_kinds_come_through(run, make, tmp_path):
    """What could break a sheet, a key or a list."""
    words = (
        "=1+1",
        "home@home",
        "Fields & <woods>",
        'the "old" town',
        "a, b; c",
        "🌲 林地",
        "x" * 300,
    )
    names = dict(enumerate((*words, "'"), 1))
    layer = write_raster(tmp_path / "land_2000.tif", [list(names)], names=names)
    for ending in (".gpkg", ".xlsx"):
        scheme = make(f"s{ending}", [layer])
        assert dict(classes_of(scheme, "value", "name")) == names
        given = {"LAYERS": [layer], **tables_in(scheme, "CLASSES")}
        run("areashares", **given, SHARES=str(tmp_path / "shares.csv"))
        assert [row["class"] for row in read_csv(tmp_path / "shares.csv")] == list(names.values())


@pytest.mark.parametrize("change", ["", "arable,grass,enhancement"])
def test_exported_rules_and_coefficients_in_a_study_without_mine_or_grass(
    run, layers, tmp_path, change
):
    """As they are they serve like the default ones; with a row of one's own they are checked."""
    classes = write_csv(
        tmp_path / "classes.csv",
        "value,class,group\n1,arable,sink\n2,forest,sink\n3,c,built\n4,d,water\n5,e,built",
    )
    exported = run("exporttables", FOLDER=str(tmp_path / "exported"))
    with open(exported["RULES"], "a", encoding="utf-8") as file:
        file.write(f"{change}\n")
    given = {
        "EARLIER": layers[0],
        "LATER": layers[1],
        "CLASSES": classes,
        "COEFFICIENTS": exported["COEFFICIENTS"],
        "TAKING_GROUPS": "built",
        "LOSSES": "TEMPORARY_OUTPUT",
    }
    # Three hectares of arable land and forest were built on.
    loss = run("carbonloss", **given)["TOTAL_LOSS_TC"]
    assert loss == pytest.approx(2 * 87.11 + 108.17)
    tables = {"CLASSES": classes, "RULES": exported["RULES"]}
    if change:
        with refuses(r"unknown group '@mine'.*'grass'"):
            zones_of(run, layers, tmp_path / "own", **tables)
        return
    own = zones_of(run, layers, tmp_path / "own", **tables)
    assert own == zones_of(run, layers, tmp_path / "default", CLASSES=classes)
