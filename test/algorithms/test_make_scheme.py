"""The tables of a scheme from layers: made, filled in, and given to the other algorithms."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsVectorLayer,
)

from carbon_zones.test.helpers import read_csv, read_raster, small_disk, write_csv, write_raster

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
    return [
        write_raster(tmp_path / f"land_{year}.tif", values, names=NAMES, cell=(100, 100))
        for year, values in (("1990", EARLIER), ("2000", LATER))
    ]


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


def test_a_workbook_opens_in_qgis_with_the_names_of_its_columns(run, layers, tmp_path):
    """As it is dragged into the window, without options; nobody has filled in densities."""
    path = tmp_path / "scheme.xlsx"
    run("makescheme", LAYERS=layers, OUTPUT=str(path))
    for table in TABLES.values():
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        assert layer.fields().names() == list(rows_of(path, table)[0])
        assert layer.featureCount() == len(rows_of(path, table))


@FORMATS
def test_made_filled_in_and_used(run, layers, tmp_path, ending):
    """The same zones as by tables that were written by hand."""
    scheme = tmp_path / f"scheme{ending}"
    results = run("makescheme", LAYERS=layers, OUTPUT=str(scheme))
    assert results["OUTPUT"] == str(scheme)
    told = "\n".join(run.feedback.warnings)
    assert "3 'Khu dân cư', 4 'Sông hồ', 5 'Khai thác'" in told
    fill_in(scheme, FILLED)
    given = tables_in(scheme, "CLASSES", "ZONE_TABLE", "RULES")
    assert given["CLASSES"] == results["CLASSES_TABLE"]
    assert given["ZONE_TABLE"] == results["ZONES_TABLE"]
    assert given["RULES"] == results["RULES_TABLE"]
    by_hand = {
        "CLASSES": write_csv(
            tmp_path / "classes.csv",
            """value,class,name,group,colour
            1,arable,Agriculture,sink,#000001
            2,forest,Forest,sink,#000002
            3,c,Khu dân cư,built,#000003
            4,d,Sông hồ,water,#000004
            5,e,Khai thác,mine,#000005""",
        ),
        "RULES": write_csv(
            tmp_path / "rules.csv",
            """from,to,zone
            arable,arable,1
            forest,forest,1
            e,arable,2
            e,forest,2
            arable,forest,2
            arable,c,3
            forest,d,3
            arable,e,4
            forest,e,4""",
        ),
    }
    made = zones_of(run, layers, tmp_path / "made", **given)
    assert made == zones_of(run, layers, tmp_path / "by_hand", **by_hand)
    # Each cell by the five zones of the paper, worked out by hand.
    assert made[0] == [[1, 3, 4, 1, 5, 2], [4, 3, 2, 5, 5, 2]]


@FORMATS
def test_what_stands_in_the_tables(run, layers, tmp_path, ending):
    scheme = str(tmp_path / f"scheme{ending}")
    run("makescheme", LAYERS=layers, OUTPUT=scheme)
    classes = rows_of(scheme, "classes")
    # Counted by eye; a cell has 1 ha.
    assert [(row["value"], row["ha_1990"], row["ha_2000"]) for row in classes] == [
        (1, 4.0, 3.0),
        (2, 4.0, 3.0),
        (3, 1.0, 2.0),
        (4, 1.0, 2.0),
        (5, 2.0, 2.0),
    ]
    assert [row["group"] for row in classes] == ["sink", "sink", None, None, None]
    assert [row["class"] for row in rows_of(scheme, "coefficients")] == [
        *("arable", "forest", "khu_dan_cu", "song_ho", "khai_thac")
    ]
    assert rows_of(scheme, "zones")[0]["key"] == "invariant"


@FORMATS
def test_losses_by_coefficients_that_were_filled_in(run, layers, tmp_path, ending):
    """A sink of one's own: its empty densities are told, and count when they are there."""
    scheme = tmp_path / f"scheme{ending}"
    names = {**NAMES, 2: "Rừng tre"}
    for layer, values in zip(layers, (EARLIER, LATER)):
        write_raster(layer, values, names=names, cell=(100, 100))
    given = {"EARLIER": layers[0], "LATER": layers[1], "LOSSES": "TEMPORARY_OUTPUT"}
    run("makescheme", LAYERS=layers, OUTPUT=str(scheme))
    empty = tmp_path / f"empty{ending}"
    shutil.copyfile(scheme, empty)
    fill_in(empty, {**FILLED, 2: "sink"})
    with pytest.raises(QgsProcessingException, match=r"COEFFICIENTS .*sink class.*'rung_tre'"):
        run("carbonloss", **given, **tables_in(empty, "CLASSES", "COEFFICIENTS"))
    fill_in(scheme, {**FILLED, 2: "sink"}, {"rung_tre": (100, 20.5)})
    given |= tables_in(scheme, "CLASSES", "COEFFICIENTS")
    results = run("carbonloss", **given)
    # One hectare of arable land and one of bamboo went to the mine.
    assert results["TOTAL_LOSS_TC"] == pytest.approx(82.11 + 5 + 100 + 20.5)


def test_the_sample_gives_the_default_classes_and_the_same_zones(run, tmp_path):
    from carbon_zones.test.helpers import sample

    layers = [sample("1986"), sample("2018")]
    results = run("makescheme", LAYERS=layers, OUTPUT=str(tmp_path / "scheme.xlsx"))
    assert not run.feedback.warnings
    given = {
        "CLASSES": results["CLASSES_TABLE"],
        "ZONE_TABLE": results["ZONES_TABLE"],
        "RULES": results["RULES_TABLE"],
    }
    made = zones_of(run, layers, tmp_path / "made", **given)
    assert made == zones_of(run, layers, tmp_path / "default")


def two_steps(layers, tables: dict, ending=None) -> QgsProcessingModelAlgorithm:
    """A model whose second step takes the tables that the first one made."""
    source = QgsProcessingModelChildParameterSource
    make = QgsProcessingModelChildAlgorithm("carbonzones:makescheme")
    make.setChildId("make")
    make.addParameterSources("LAYERS", [source.fromStaticValue(layers)])
    zones = QgsProcessingModelChildAlgorithm("carbonzones:zonereclassification")
    zones.setChildId("zones")
    for name, layer in zip(("EARLIER", "LATER"), layers):
        zones.addParameterSources(name, [source.fromStaticValue(layer)])
    for name, output in tables.items():
        zones.addParameterSources(name, [source.fromChildOutput("make", output)])
    raster = QgsProcessingModelOutput("zones", "zones")
    raster.setChildId("zones")
    raster.setChildOutputName("ZONES")
    zones.setModelOutputs({"zones": raster})
    model = QgsProcessingModelAlgorithm("two steps", "tests")
    model.addChildAlgorithm(make)
    model.addChildAlgorithm(zones)
    model.updateDestinationParameters()
    return model


def test_the_next_step_of_a_model_takes_the_tables(run, layers, tmp_path):
    # In English, with a mine: nothing is to be filled in.
    names = {1: "Agriculture", 2: "Forest", 3: "Settlements", 4: "Lakes", 5: "Mining"}
    for layer, values in zip(layers, (EARLIER, LATER)):
        write_raster(layer, values, names=names)
    tables = {
        "CLASSES": "CLASSES_TABLE",
        "ZONE_TABLE": "ZONES_TABLE",
        "RULES": "RULES_TABLE",
    }
    model = two_steps(layers, tables)
    run(model, zones=str(tmp_path / "zones.tif"))
    zones = read_raster(tmp_path / "zones.tif").tolist()
    # As by tables written by hand, above; the default rules know @mine once they go by group.
    mined = [[1, 3, 4, 1, 5, 2], [4, 3, 2, 5, 5, 2]]
    assert zones == mined


def test_a_filled_in_file_is_not_overwritten(run, layers, tmp_path):
    scheme = tmp_path / "scheme.gpkg"
    run("makescheme", LAYERS=layers, OUTPUT=str(scheme))
    fill_in(scheme, {3: "built"})
    before = scheme.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"there already.*filled in"):
        run("makescheme", LAYERS=[str(layer) for layer in layers], OUTPUT=str(scheme))
    assert scheme.read_bytes() == before
    assert rows_of(scheme, "classes")[2]["group"] == "built"
    assert sorted(path.name for path in tmp_path.glob("*")) == [
        *("land_1990.tif", "land_1990.tif.aux.xml", "land_2000.tif", "land_2000.tif.aux.xml"),
        "scheme.gpkg",
    ]


@FORMATS
def test_a_file_that_holds_the_same_is_left_alone(run, layers, tmp_path, ending):
    scheme = tmp_path / f"scheme{ending}"
    first = run("makescheme", LAYERS=layers, OUTPUT=str(scheme))
    before = scheme.read_bytes(), scheme.stat().st_mtime_ns
    assert run("makescheme", LAYERS=layers, OUTPUT=str(scheme)) == first
    assert (scheme.read_bytes(), scheme.stat().st_mtime_ns) == before


def test_the_tables_that_go_in_are_not_those_that_come_out(run, layers, tmp_path):
    scheme = tmp_path / "scheme.gpkg"
    results = run("makescheme", LAYERS=layers, OUTPUT=str(scheme))
    before = scheme.read_bytes()
    with pytest.raises(QgsProcessingException, match="an input of this run"):
        run(
            "makescheme",
            LAYERS=[str(layer) for layer in layers],
            CLASSES=results["CLASSES_TABLE"],
            OUTPUT=str(scheme),
        )
    assert scheme.read_bytes() == before


def test_a_filled_in_table_may_go_in_again_for_more_layers(run, layers, tmp_path):
    scheme, more = tmp_path / "scheme.gpkg", tmp_path / "more.gpkg"
    results = run("makescheme", LAYERS=layers[:1], OUTPUT=str(scheme))
    fill_in(scheme, FILLED)
    run("makescheme", LAYERS=layers, CLASSES=results["CLASSES_TABLE"], OUTPUT=str(more))
    found = rows_of(more, "classes")
    assert [row["group"] for row in found] == ["sink", "sink", "built", "water", "mine"]
    assert [row["class"] for row in found][2:] == ["khu_dan_cu", "song_ho", "khai_thac"]


def test_one_layer_will_do_and_a_temporary_file_too(run, layers):
    results = run("makescheme", LAYERS=layers[:1], OUTPUT="TEMPORARY_OUTPUT")
    assert results["OUTPUT"].endswith(".gpkg")
    assert [row["ha_1990"] for row in rows_of(results["OUTPUT"], "classes")] == [4, 4, 1, 1, 2]


def test_layers_of_other_extents_count_what_they_hold_within_the_first(run, layers, tmp_path):
    """Cells that are valid in one layer only are in the table, though not in a study."""
    part = str(tmp_path / "part_2010.tif")
    write_raster(part, [[1, 2, 5]], names=NAMES, cell=(100, 100))
    results = run("makescheme", LAYERS=[layers[0], part], OUTPUT=str(tmp_path / "s.gpkg"))
    assert results["VALID_CELLS"] == 3
    found = rows_of(results["OUTPUT"], "classes")
    assert [(row["value"], row["ha_1990"], row["ha_2010"]) for row in found] == [
        (1, 4.0, 1.0),
        (2, 4.0, 1.0),
        (3, 1.0, 0.0),
        (4, 1.0, 0.0),
        (5, 2.0, 1.0),
    ]


def test_extent_and_nodata(run, layers, tmp_path):
    # The two columns on the left, but for water.
    results = run(
        "makescheme",
        LAYERS=layers,
        EXTENT="600000,600200,4399800,4400000",
        NODATA="4",
        OUTPUT=str(tmp_path / "s.gpkg"),
    )
    found = rows_of(results["OUTPUT"], "classes")
    assert [(row["value"], row["ha_1990"], row["ha_2000"]) for row in found] == [
        (1, 2.0, 1.0),
        (2, 2.0, 0.0),
        (3, 0.0, 1.0),
        (5, 0.0, 1.0),
    ]


def test_a_product_by_its_scheme(run, tmp_path):
    layer = write_raster(tmp_path / "clcd_2000.tif", [[1, 2, 3, 8]])
    results = run("makescheme", LAYERS=[layer], SCHEME="clcd", OUTPUT=str(tmp_path / "s.gpkg"))
    found = rows_of(results["OUTPUT"], "classes")
    assert [(row["class"], row["group"]) for row in found] == [
        *(("arable", "sink"), ("forest", "sink"), ("shrub", "sink"), ("built", "built"))
    ]
    assert not any("could not be told" in warning for warning in run.feedback.warnings)


def test_a_workbook_is_as_exact_as_a_geopackage(run, tmp_path):
    """Cells in longitude and latitude have hectares with all their digits."""
    layer = write_raster(
        tmp_path / "land_2000.tif",
        [[1, 2, 2], [2, 2, 2], [2, 1, 1]],
        names=NAMES,
        epsg=4326,
        origin=(112.0, 40.0),
        cell=(0.01, 0.01),
    )
    found = [
        [row["ha_2000"] for row in rows_of(scheme["OUTPUT"], "classes")]
        for scheme in (
            run("makescheme", LAYERS=[layer], OUTPUT=str(tmp_path / f"scheme{ending}"))
            for ending in (".gpkg", ".xlsx")
        )
    ]
    assert found[0] == found[1]
    assert found[0][0] != round(found[0][0], 9)


@FORMATS
def test_on_a_full_disk_no_file_appears(run, layers, tmp_path, ending):
    # A GeoPackage takes 100 kB, a workbook less than 20.
    with small_disk(tmp_path / "disk", {".gpkg": "48k", ".xlsx": "4k"}[ending]) as disk:
        with pytest.raises(QgsProcessingException) as caught:
            run("makescheme", LAYERS=layers, OUTPUT=str(disk / f"scheme{ending}"))
        assert "disk" in str(caught.value) or "cannot be written" in str(caught.value)
        assert not list(disk.iterdir())


def test_exported_tables_have_the_same_forms(run, layers, tmp_path):
    """The same columns in the same order; a person may go on from either."""
    made = run("makescheme", LAYERS=layers, OUTPUT=str(tmp_path / "scheme.gpkg"))
    exported = run("exporttables", FOLDER=str(tmp_path / "exported"))
    for table in ("classes", "zones", "rules", "coefficients"):
        columns = list(read_csv(exported[table.upper()])[0])
        own = [column for column in rows_of(made["OUTPUT"], table)[0] if column != "fid"]
        assert own[: len(columns)] == columns
        assert table == "classes" or own == columns


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
    coefficients = widgets(layers["coefficients"])
    curves = ["ipcc", "exponential", "chapman_richards", "rates", "instant"]
    assert coefficients["soil_curve"][1][1:] == coefficients["vegetation_curve"][1][1:] == curves
    assert coefficients["distribution"][1][1:] == ["normal", "lognormal"]
    assert "=" not in rules["from"][1]
    fields = layers["classes"].fields()
    config = layers["classes"].editFormConfig()
    told = [name for place, name in enumerate(fields.names()) if config.readOnly(place)]
    assert told == ["ha_1990", "ha_2000"]


def test_the_lists_lie_in_the_geopackage(run, layers, tmp_path):
    """Whoever opens it has them, though no project was there when it was made."""
    scheme = run("makescheme", LAYERS=layers, OUTPUT=str(tmp_path / "scheme.gpkg"))["OUTPUT"]
    elsewhere = shutil.copyfile(scheme, tmp_path / "elsewhere.gpkg")
    tables = ("classes", "zones", "rules", "coefficients")
    check_widgets({t: QgsVectorLayer(f"{elsewhere}|layername={t}", t, "ogr") for t in tables})


def test_a_group_of_ones_own_is_in_the_list(run, layers, tmp_path):
    classes = write_csv(tmp_path / "classes.csv", "value,class,group\n1,a,terrace\n2,b,sink")
    scheme = run("makescheme", LAYERS=layers, CLASSES=classes, OUTPUT=str(tmp_path / "s.gpkg"))
    layer = QgsVectorLayer(scheme["CLASSES_TABLE"], "classes", "ogr")
    assert widgets(layer)["group"][1][-1] == "terrace"
    rules = QgsVectorLayer(scheme["RULES_TABLE"], "rules", "ogr")
    assert "@terrace" in widgets(rules)["from"][1]


def test_names_of_all_kinds_come_through(run, tmp_path):
    """What could break a sheet, a key or a list."""
    names = {
        1: "=1+1",
        2: "home@home",
        3: "Fields & <woods>",
        4: 'the "old" town',
        5: "a, b; c",
        6: "🌲 林地",
        7: "x" * 300,
        8: "'",
    }
    layer = write_raster(tmp_path / "land_2000.tif", [list(names)], names=names)
    for ending in (".gpkg", ".xlsx"):
        made = run("makescheme", LAYERS=[layer], OUTPUT=str(tmp_path / f"s{ending}"))
        assert {row["value"]: row["name"] for row in rows_of(made["OUTPUT"], "classes")} == names
        run(
            "areashares",
            LAYERS=[layer],
            CLASSES=made["CLASSES_TABLE"],
            SHARES=str(tmp_path / "shares.csv"),
        )
        assert [row["class"] for row in read_csv(tmp_path / "shares.csv")] == list(names.values())
    assert Path(made["OUTPUT"]).exists()


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
        with pytest.raises(QgsProcessingException, match=r"unknown group '@mine'.*'grass'"):
            zones_of(run, layers, tmp_path / "own", **tables)
        return
    own = zones_of(run, layers, tmp_path / "own", **tables)
    assert own == zones_of(run, layers, tmp_path / "default", CLASSES=classes)
