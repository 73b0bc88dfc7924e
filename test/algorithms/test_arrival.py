"""Outputs arrive in a project named, grouped, ordered and dressed, as the toolbox loads them."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from processing.core.ProcessingConfig import ProcessingConfig
from processing.gui.Postprocessing import handleAlgorithmResults
from processing.gui.RenderingStyles import RenderingStyles
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsEditorWidgetSetup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)

from carbon_zones.bridge import layer_appearance
from carbon_zones.bridge.loading import PENDING_POST_PROCESSORS, LayerPostProcessor
from carbon_zones.core.base.data_dictionary import COLUMNS
from carbon_zones.test.algorithms.ready import NAMES, check_ready
from carbon_zones.test.algorithms.steps import model_of, run_in_background
from carbon_zones.test.contract import FILE, FOLDER
from carbon_zones.test.contracts import CONTRACTS, STUDY_TABLES, good
from carbon_zones.test.helpers import ROOT, YEARS, sample, write_raster

SCHEME_TABLES = ("Classes", "Rules", "Coefficients", "Zones")


@pytest.fixture
def load(run):
    """Runs an algorithm and loads its layers as the toolbox does; gives the project."""
    run.project = QgsProject.instance()

    def call(algorithm, names=None, background=False, **parameters):
        if isinstance(algorithm, str):
            registry = QgsApplication.processingRegistry()
            algorithm = registry.createAlgorithmById(f"carbonzones:{algorithm}")
        for definition in algorithm.destinationParameterDefinitions():
            name = definition.name()
            if name in parameters and definition.type() in ("sink", "rasterDestination"):
                wanted = QgsProcessingOutputLayerDefinition(parameters[name], run.project)
                wanted.destinationName = (names or {}).get(name, "")
                parameters[name] = wanted
        # processing.run would take the layers out of the context.
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(run.project)
        if background:
            done = run_in_background(algorithm, parameters, context, feedback)
        else:
            _, done = algorithm.run(parameters, context, feedback)
        assert done, feedback.textLog()
        assert handleAlgorithmResults(algorithm, context, feedback, parameters)
        assert "could not be styled" not in feedback.textLog()
        return run.project

    return call


def load_matrix(load, **outputs):
    outputs = outputs or dict.fromkeys(
        ("TRANSFERS", "MATRIX", "CLASS_CHANGE", "CONVERSIONS"), "TEMPORARY_OUTPUT"
    )
    return load("transfermatrix", EARLIER=sample("1986"), LATER=sample("2018"), **outputs)


def tree_of(project) -> dict:
    """Names of the layers by group, from top to bottom."""
    root = project.layerTreeRoot()
    return {
        group.name(): [node.layer().name() for node in group.findLayers()]
        for group in (root, *root.findGroups(True))
    }


def ticked(project) -> list[str]:
    """The names of the layers that the map shows, from top to bottom."""
    return [layer.name() for layer in project.layerTreeRoot().checkedLayers() if layer.isSpatial()]


def layer_named(project, name):
    (layer,) = project.mapLayersByName(name)
    return layer


def entries_of(layer) -> int:
    """How many values a raster is shown by."""
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)
    return len(layer.renderer().classes())


def time_of(layer) -> tuple | None:
    """The first and the last day of a layer for the temporal controller; None if it has none."""
    properties = layer.temporalProperties()
    if not properties.isActive():
        return None
    shown = properties.fixedTemporalRange()
    return shown.begin().toString("yyyy-MM-dd HH:mm"), shown.end().toString("yyyy-MM-dd HH:mm")


def test_the_study_comes_in_one_group_the_zones_of_the_span_on_top(load, tmp_path):
    before = set(PENDING_POST_PROCESSORS)
    project = load(
        "study",
        LAYERS=[sample(year) for year in YEARS],
        # Another spelling than Python's own, which any folder of QGIS's has on Windows.
        ZONES_FOLDER=f"{tmp_path}//zones",
        **dict.fromkeys((*STUDY_TABLES, "AUDIT"), "TEMPORARY_OUTPUT"),
    )
    assert before == PENDING_POST_PROCESSORS
    # Rasters of periods are shown one after the other in time.
    rasters = {
        "Carbon zones 1986-2018": None,
        "Carbon zones 2009-2018": ("2009-01-01 00:00", "2017-12-31 23:59"),
        "Carbon zones 2000-2009": ("2000-01-01 00:00", "2008-12-31 23:59"),
        "Carbon zones 1986-2000": ("1986-01-01 00:00", "1999-12-31 23:59"),
        **dict.fromkeys(("Status of mined land 2018", "First mined", "Reclaimed by")),
        "Years unchanged, mined land 2018": None,
    }
    assert {name: time_of(layer_named(project, name)) for name in rasters} == rasters
    # Each is called by its label, in the order of the dialog.
    study = QgsApplication.processingRegistry().algorithmById("carbonzones:study")
    sinks = [one for one in study.parameterDefinitions() if one.type() == "sink"]
    tables = [one.description() for one in sinks if one.name() in (*STUDY_TABLES, "AUDIT")]
    layers = [*rasters, *(f"{name} 1986-2018" for name in tables)]
    assert tree_of(project)["Carbon Zones 1986-2018"] == layers
    # All of them are in the group, and nothing is beside it.
    root = project.layerTreeRoot()
    assert [group.name() for group in root.children()] == ["Carbon Zones 1986-2018"]
    assert [node.isExpanded() for node in root.findLayers()] == [True] + [False] * (len(layers) - 1)
    assert ticked(project) == ["Carbon zones 1986-2018"]
    for name in ("Carbon zones 1986-2000", "Carbon zones 2009-2018"):
        assert entries_of(layer_named(project, name)) == 7
    # The layers say how they were made.
    for name in ("Carbon zones 1986-2000", "Carbon loss 1986-2018"):
        layer = layer_named(project, name)
        metadata, history = layer.metadata(), layer.metadata().history()
        assert metadata.title() == name
        assert metadata.abstract().startswith("Derives the transfer matrix, carbon zones")
        assert history[0].startswith("SOFTWARE: Carbon Zones ")
        assert "LAYERS: landuse_1986, landuse_2000, landuse_2009, landuse_2018" in history
        assert "RULES: default (Yang et al. 2022)" in history
        # And people see it on the page Information of the layer's properties.
        assert "LAYERS: landuse_1986" in layer.htmlMetadata()


@pytest.mark.parametrize("background", [False, True])
def test_a_table_with_a_name_in_memory_keeps_it_and_one_in_sqlite_arrives(
    load, tmp_path, background
):
    given = {"TRANSFERS": "memory:my transfers", "MATRIX": "memory:"}
    given["CLASS_CHANGE"] = str(tmp_path / "change.sqlite")
    land = {"EARLIER": sample("1986"), "LATER": sample("2018"), "background": background}
    project = load("transfermatrix", **land, **given)
    assert tree_of(project)["Carbon Zones 1986-2018"] == [
        *("my transfers", "Transfer matrix 1986-2018", "Class change 1986-2018")
    ]
    assert layer_named(project, "Class change 1986-2018").featureCount() > 0


def test_a_second_run_has_a_group_of_its_own(load, tmp_path):
    load_matrix(load)
    project = load_matrix(load)
    tree = tree_of(project)
    layers = [
        "Conversions 1986-2018",
        "Transfers 1986-2018",
        "Transfer matrix 1986-2018",
        "Class change 1986-2018",
    ]
    assert tree["Carbon Zones 1986-2018"] == tree["Carbon Zones 1986-2018 (2)"] == layers
    assert not any(node.isExpanded() for node in project.layerTreeRoot().findLayers())
    conversions, _ = project.mapLayersByName("Conversions 1986-2018")
    assert entries_of(conversions) > 30


def test_layers_without_years_are_named_by_what_they_are(load, tmp_path):
    layers = [str(tmp_path / f"{name}.tif") for name in ("before", "after")]
    for layer in layers:
        write_raster(layer, [[1, 2]])
    project = load("areashares", LAYERS=layers, SHARES="TEMPORARY_OUTPUT")
    assert tree_of(project)["Carbon Zones"] == ["Area shares"]
    pair = dict(zip(("EARLIER", "LATER"), layers))
    project = load("transfermatrix", **pair, TRANSFERS="TEMPORARY_OUTPUT")
    assert tree_of(project)["Carbon Zones before-after"] == ["Transfers before-after"]


# In the order of the tree. What comes of folders and files is tried with the study and the scheme.
KINDS = {"rasterDestination": 0, "sink": 2}
WITH_LAYERS = [
    name
    for name, contract in CONTRACTS.items()
    if contract.tables and not contract.declares(FOLDER, FILE)
]


@pytest.mark.parametrize("named", [0, 1])
@pytest.mark.parametrize("algorithm", WITH_LAYERS)
def test_outputs_arrive_grouped_or_named(load, tmp_path, algorithm, named):
    """Every second one is named: it is shown, and lies where its name says. The others are in a
    group, rasters, shapes and tables, of which a first one lies on the map and no other."""
    contract = CONTRACTS[algorithm]
    given = {k: v for k, v in good(algorithm, tmp_path).items() if k not in contract.outputs}
    if contract.takes_units:
        given["UNITS_SIZE"] = 0.06
    shapes = {*contract.spatial, "UNITS_LAYER"}
    found = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")
    labels = {d.name(): d.description() for d in found.destinationParameterDefinitions()}
    rank = {
        name: 1 if name in shapes else KINDS[found.parameterDefinition(name).type()]
        for name in labels
        if found.parameterDefinition(name).type() in KINDS
    }
    outputs = sorted(rank, key=rank.__getitem__)
    names = {name: f"My {name}" for name in outputs[named::2]}
    wanted = dict.fromkeys(outputs, "TEMPORARY_OUTPUT")
    project = load(algorithm, names=names, **given, **wanted)
    groups = project.layerTreeRoot().findGroups()
    assert len(groups) == (len(names) < len(outputs))
    nodes = [node for group in groups for node in group.findLayers()]
    span = groups[0].name().removeprefix("Carbon Zones").strip() if groups else ""
    grouped = [name for name in outputs if name not in names]
    assert [node.name() for node in nodes] == [f"{labels[n]} {span}".strip() for n in grouped]
    beside = [n for n in project.layerTreeRoot().children() if n not in groups]
    assert {node.name() for node in beside} == set(names.values())
    assert all(node.itemVisibilityChecked() for node in beside)
    for name, node in zip(grouped, nodes):
        is_first = name == outputs[0] and rank[name] != 2
        assert node.itemVisibilityChecked() == (is_first or rank[name] == 2), name
        # The legend of conversions is long.
        assert node.isExpanded() == (name == "UNITS_LAYER" or (is_first and name != "CONVERSIONS"))
    # Dressed they are all the same; every column that is not called as a class has a heading.
    for layer in project.mapLayers().values():
        assert layer.metadata().abstract() == found.shortDescription()
        assert layer.metadata().history()
        if layer.type() == Qgis.LayerType.Vector:
            for index, column in enumerate(layer.fields().names()):
                by_class = algorithm in ("transfermatrix", "accuracy") and column not in COLUMNS
                assert layer.attributeAlias(index) or by_class, column


def test_files_show_by_their_own_names_where_the_settings_say_so(load, tmp_path, monkeypatch):
    """But for what comes of one file: these have names that nobody gave."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))  # names of files there are not shown
    ProcessingConfig.setSettingValue(ProcessingConfig.PREFER_FILENAME_AS_LAYER_NAME, True)
    try:
        pair = {"EARLIER": sample("1986"), "LATER": sample("2000")}
        load("transfermatrix", **pair, TRANSFERS=str(tmp_path / "mine.csv"))
        given = {"LAYERS": list(pair.values()), "OUTPUT": str(tmp_path / "own.gpkg")}
        project = load("makescheme", **given)
    finally:
        ProcessingConfig.setSettingValue(ProcessingConfig.PREFER_FILENAME_AS_LAYER_NAME, False)
    names = [layer.name() for layer in project.mapLayers().values()]
    assert sorted(names) == sorted(["mine", *SCHEME_TABLES])


def test_a_layout_brings_its_layers_where_nobody_sees_them(load, tmp_path):
    """They are the layout's own: neither in the tree nor among those that QGIS lists."""
    path = write_raster(tmp_path / "land_2000.tif", [[1, 2]], names={1: "One", 2: "Two"})
    given = {"LAYERS": [path], "DPI": 30, "OUTPUT": str(tmp_path / "sheet.png")}
    project = load("zonemap", **given, LAYOUT_NAME="Sheet")
    (layout,) = project.layoutManager().layouts()
    assert layout.name() == "Sheet"
    layers = list(project.mapLayers().values())
    assert layers
    assert all(layer.flags() & QgsMapLayer.LayerFlag.Private for layer in layers)
    assert project.layerTreeRoot().findLayers() == []


def shown(layer, row: int) -> dict:
    """The cells of a row as the attribute table shows them, by their headings."""
    feature = list(layer.getFeatures())[row]
    texts = {}
    for index, field in enumerate(layer.fields()):
        setup = field.editorWidgetSetup()
        formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
        texts[field.displayName()] = formatter.representValue(
            layer, index, setup.config(), None, feature[index]
        )
    return texts


@pytest.mark.parametrize("output", ["TEMPORARY_OUTPUT", "t.csv", "t.gpkg"])
def test_a_table_has_headings_and_digits(load, tmp_path, output):
    if output != "TEMPORARY_OUTPUT":
        output = str(tmp_path / output)
    project = load_matrix(load, TRANSFERS=output)
    (layer,) = (layer for layer in project.mapLayers().values())
    texts = shown(layer, 0)
    texts.pop("fid", None)
    # Later columns stand behind these.
    assert {name: text.replace(",", "") for name, text in list(texts.items())[:11]} == {
        "Period": "1986-2018",
        "From value": "1",
        "From class": "Arable land",
        "To value": "1",
        "To class": "Arable land",
        "Cells": "200383",
        "Area, ha": "18034.47",
        "% of total area": "34.86",
        "% of from class": "56.15",
        "% of to class": "74.55",
        "% of the area lost by the class": "NULL",
    }
    # The names of the fields stay, for expressions and models.
    names = [name for name in layer.fields().names() if name != "fid"]
    assert names == CONTRACTS["transfermatrix"].fields["TRANSFERS"]


def test_columns_called_as_the_classes_have_the_digits_of_hectares(load, tmp_path):
    project = load_matrix(load)
    matrix = layer_named(project, "Transfer matrix 1986-2018")
    assert shown(matrix, 0)["Arable land"].replace(",", "") == "18034.47"


def test_what_a_style_has_set_stays(qgis_app):
    """Processing loads the style that the user chose for an output before it is dressed."""
    layer = QgsVectorLayer("none?field=cells:int8&field=area_ha:double", "t", "memory")
    layer.setFieldAlias(1, "How much")
    layer.setEditorWidgetSetup(1, QgsEditorWidgetSetup("TextEdit", {}))
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    config.setColumnWidth(0, 77)
    layer.setAttributeTableConfig(config)
    layer_appearance.apply_field_formats(layer)
    assert [layer.attributeAlias(0), layer.attributeAlias(1)] == ["Cells", "How much"]
    assert layer.editorWidgetSetup(1).type() == "TextEdit"
    config = layer.attributeTableConfig()
    assert [config.columnWidth(0), config.columnWidth(1)] == [77, -1]


@pytest.mark.parametrize("path", ["", "net.tif"])
def test_the_net_map_is_shown_as_its_ramp(load, tmp_path, monkeypatch, path):
    """As one scale, and not value by value; what the settings of Processing name goes first."""
    dates = [sample(year) for year in YEARS]

    def arrived() -> QgsRasterLayer:
        wanted = str(tmp_path / path) if path else "TEMPORARY_OUTPUT"
        layers = load("carbonledger", LAYERS=dates, NET_MAP=wanted).mapLayers().values()
        return next(layer for layer in layers if isinstance(layer, QgsRasterLayer))

    layer = arrived()
    assert isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)
    entries = layer.legend().createLayerTreeModelLegendNodes(QgsLayerTreeLayer(layer))
    assert len(entries) <= 3
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    style = ElementTree.parse(Path(layer.source()).with_suffix(".qml"))
    assert [(item.value, item.color.name()) for item in items] == [
        (float(item.get("value")), item.get("color")) for item in style.iter("item")
    ]
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    own = str(tmp_path / "own.qml")
    layer.saveNamedStyle(own)
    QgsProject.instance().clear()
    monkeypatch.setitem(RenderingStyles.styles, "carbonzones:carbonledger", {"NET_MAP": own})
    assert isinstance(arrived().renderer(), QgsSingleBandGrayRenderer)


def test_without_a_project_nothing_waits(run, tmp_path):
    before = set(PENDING_POST_PROCESSORS)
    pair = {"EARLIER": sample("1986"), "LATER": sample("2018")}
    run("transfermatrix", **pair, TRANSFERS=str(tmp_path / "t.csv"))
    assert before == PENDING_POST_PROCESSORS


def test_a_layer_that_cannot_be_dressed_is_told_and_the_others_are_dressed(run, load, tmp_path):
    run("exporttables", FOLDER=str(tmp_path))  # for a feedback that records
    before = set(PENDING_POST_PROCESSORS)
    layer = QgsVectorLayer("none?field=area_ha:double", "t", "memory")
    # A context without project has no tree in which the layer could be found.
    LayerPostProcessor("T", "A", {}, True).postProcessLayer(
        layer, QgsProcessingContext(), run.feedback
    )
    (warning,) = run.feedback.warnings
    assert warning.startswith("Layer 't' could not be styled: ")
    assert layer.attributeAlias(0) == "Area, ha"
    assert before == PENDING_POST_PROCESSORS


def test_the_outputs_of_a_model_have_its_names_and_are_dressed(load):
    """The modeller has named the outputs; a group of each step's own would tear them apart."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(ROOT / "test" / "data" / "zones_to_shares.model3"))
    outputs = [definition.name() for definition in model.destinationParameterDefinitions()]
    project = load(
        model,
        EARLIER=sample("1986"),
        LATER=sample("2000"),
        **dict.fromkeys(outputs, "TEMPORARY_OUTPUT"),
    )
    names = {"ZONES", "ZONE_SHARES", "SHARES", "WITH_NUMBER"}
    assert {node.name() for node in project.layerTreeRoot().children()} == names
    assert layer_named(project, "SHARES").attributeAlias(5) == "Area, ha"
    assert layer_named(project, "ZONES").metadata().history()
    # A step of QGIS's own is none of ours.
    assert not layer_named(project, "WITH_NUMBER").attributeAlias(4)


def test_a_raster_of_two_dates_without_years_has_no_time(load, tmp_path):
    pair = {}
    for year, role in (("1986", "EARLIER"), ("2000", "LATER")):
        pair[role] = str(shutil.copy(sample(year), tmp_path / f"{role}.tif"))
        shutil.copy(f"{sample(year)}.aux.xml", f"{pair[role]}.aux.xml")
    outputs = {"LOSSES": "TEMPORARY_OUTPUT", "LOSS_DENSITY": str(tmp_path / "density.tif")}
    project = load("carbonloss", **pair, **outputs)
    (raster,) = [one for one in project.mapLayers().values() if one.source().endswith(".tif")]
    assert time_of(raster) is None
    assert entries_of(raster) == 4


@pytest.mark.parametrize("background", [False, True])
@pytest.mark.parametrize("output", ["s.gpkg", "s.xlsx", "TEMPORARY_OUTPUT"])
def test_the_tables_of_a_scheme_come_to_be_edited(load, tmp_path, output, background):
    before = set(PENDING_POST_PROCESSORS)
    output = output if output == "TEMPORARY_OUTPUT" else str(tmp_path / output)
    layers = [sample("1986"), sample("2018")]
    project = load("makescheme", LAYERS=layers, OUTPUT=output, background=background)
    assert tree_of(project)["Carbon Zones 1986-2018"] == list(SCHEME_TABLES)
    assert before == PENDING_POST_PROCESSORS
    classes, zones = layer_named(project, "Classes"), layer_named(project, "Zones")
    rules = layer_named(project, "Rules")
    for layer, column, kind in (
        *((classes, "group", "ValueMap"), (classes, "colour", "Color"), (zones, "colour", "Color")),
        *((rules, "from", "ValueMap"), (rules, "to", "ValueMap"), (rules, "zone", "ValueMap")),
    ):
        place = layer.fields().indexOf(column)
        assert layer.editorWidgetSetup(place).type() == kind, column
        # The manual and every message call the columns so.
        assert layer.attributeDisplayName(place) == column
    assert shown(classes, 0)["group"].startswith("sink: cropland")
    assert shown(classes, 0)["ha_1986"].replace(",", "") == "32119.83"
    assert shown(rules, 0)["zone"] == "1 Carbon sink invariant area"
    # They can be edited, and what is written is what the lists stand for.
    assert classes.startEditing()
    feature = next(classes.getFeatures())
    assert classes.changeAttributeValue(feature.id(), classes.fields().indexOf("group"), "bare")
    assert classes.commitChanges(), classes.commitErrors()
    assert next(classes.getFeatures())["group"] == "bare"
    assert "Scheme tables" not in classes.metadata().title()
    assert classes.metadata().title() == "Classes"


def test_tables_for_the_next_step_of_a_model_are_not_loaded(load):
    steps = {"make": ("carbonzones:makescheme", {"LAYERS": [sample("1986")]})}
    for outputs in ({}, {"scheme": ("make", "OUTPUT")}):
        model = model_of(steps, outputs)
        wanted = {d.name(): "TEMPORARY_OUTPUT" for d in model.destinationParameterDefinitions()}
        project = load(model, **wanted)
        names = sorted(layer.name() for layer in project.mapLayers().values())
        assert names == (sorted(SCHEME_TABLES) if outputs else [])


@pytest.mark.parametrize("background", [False, True])
@pytest.mark.parametrize("output", ["s.gpkg", "s.shp", "TEMPORARY_OUTPUT"])
def test_a_sample_comes_ready_to_be_labelled(load, tmp_path, output, background):
    path = write_raster(tmp_path / "land_2018.tif", [[1, 2, 7] * 9] * 9, names=NAMES)
    output = output if output == "TEMPORARY_OUTPUT" else str(tmp_path / output)
    given = {"SAMPLE": output, "STRATA": "TEMPORARY_OUTPUT"}
    project = load("samplepoints", MAP=path, SIZE=30, background=background, **given)
    assert tree_of(project)["Carbon Zones 2018"] == ["Sample 2018", "Strata 2018"]
    layer = layer_named(project, "Sample 2018")
    check_ready(layer)
    assert layer.attributeDisplayName(layer.fields().indexOf("label")) == "Reference class"
    assert shown(layer, 0)["Reference class"] == "(not labelled)"
    put_label(layer, 7)
    assert shown(layer, 0)["Reference class"] == "Open pit"


@pytest.mark.parametrize("background", [False, True])
def test_the_map_is_unticked_where_its_sample_arrives(load, tmp_path, background):
    """So that who labels a point does not look at it; other layers stay as they are."""
    shown_layers = []
    for name in ("land_2018", "land_2009"):
        path = write_raster(tmp_path / f"{name}.tif", [[1, 2, 7] * 9] * 9, names=NAMES)
        shown_layers.append(QgsRasterLayer(path, name))
    QgsProject.instance().addMapLayers(shown_layers)
    given = {"SAMPLE": str(tmp_path / "s.gpkg"), "SIZE": 30, "background": background}
    project = load("samplepoints", MAP=shown_layers[0].id(), **given)
    assert sorted(ticked(project)) == ["Sample 2018", "land_2009"]
    # By its file too.
    project.layerTreeRoot().findLayer(shown_layers[0].id()).setItemVisibilityChecked(True)
    given["SAMPLE"] = str(tmp_path / "t.gpkg")
    project = load("samplepoints", MAP=shown_layers[0].source(), **given)
    assert "land_2018" not in ticked(project)


@pytest.mark.parametrize("files", [("a.tif", "b.gpkg"), ("b.tif", "a.gpkg")])
def test_the_map_of_a_model_is_unticked_where_its_sample_arrives(load, tmp_path, files):
    """Whichever of the two is dressed first."""
    path = str(ROOT / "resources" / "models" / "sample_for_tonnes.model3")
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(path)
    model.initAlgorithm()
    outputs = {name: str(tmp_path / f) for name, f in zip(("conversions", "points"), files)}
    pair = {"EARLIER": sample("1986"), "LATER": sample("2018")}
    names = {name: name for name in outputs}
    project = load(model, names=names, **pair, SIZE=200, **outputs, strata="TEMPORARY_OUTPUT")
    names = {layer.name() for layer in project.mapLayers().values()}
    assert {"Conversions", "Points", "Strata"} <= names
    assert "Conversions" not in ticked(project)
    assert "Points" in ticked(project)


def put_label(layer, value: int) -> None:
    """Label the first point."""
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf("label"), value)
    assert layer.commitChanges(), layer.commitErrors()
