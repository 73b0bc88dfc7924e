"""What the window tests look at; each step gives facts, the tests beside this file judge them.

It runs in the application, where tools/window is the package `window`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import qgis.utils
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from qgis import processing
from qgis.core import (
    Qgis,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import (
    QgsAttributeEditorContext,
    QgsAttributeForm,
    QgsEditorWidgetWrapper,
    QgsGui,
    QgsProcessingModelerParameterWidget,
    QgsProcessingToolboxModel,
)
from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QTableView,
    QTabWidget,
    QTextBrowser,
)
from window import desk

from carbon_zones import menu as window_part
from carbon_zones.bridge import dialog as touched_up

Flag = Qgis.ProcessingParameterFlag


def started(driver):
    """The application came up with the plugin, and what the log says of it."""
    desk.settle(1)
    return {
        "active": desk.PLUGIN in qgis.utils.active_plugins,
        "provider": desk.provider() is not None,
        "algorithms": list(desk.algorithms()),
        "messages": driver.messages(),
    }


def toolbox(driver):
    """The Processing toolbox shows the provider with its algorithms."""
    dock = qgis.utils.iface.mainWindow().findChild(object, "ProcessingToolbox")
    dock.setUserVisible(True)
    desk.settle()
    return {"visible": dock.isVisible(), "algorithms": names_in_tree(dock.algorithmTree)}


def names_in_tree(tree):
    """The names of the provider's algorithms in a tree of algorithms, by what stands there."""
    model = tree.model()
    id_role = QgsProcessingToolboxModel.CustomRole.AlgorithmId
    found = {}

    def look(parent):
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            algorithm = model.data(index, id_role)
            if algorithm and algorithm.startswith(f"{desk.PROVIDER}:"):
                found[algorithm.split(":")[1]] = model.data(index)
            look(index)

    look(QModelIndex())
    return found


def searched(driver):
    """What the toolbox lists for a word that people look for."""
    dock = qgis.utils.iface.mainWindow().findChild(object, "ProcessingToolbox")
    dock.searchBox.setText("sankey")
    desk.settle(0.3)
    found = list(names_in_tree(dock.algorithmTree))
    dock.searchBox.clear()
    desk.settle(0.3)
    return found


def menu(driver):
    """The entry in the Plugins menu: what it lists, and that a click opens a dialog."""
    (entry,) = menus_of_the_plugin()
    below = {
        action.text(): [one.objectName() for one in action.menu().actions()]
        for action in entry.actions()
        if action.menu()
    }
    names = [action.objectName() for action in entry.actions()]
    titles = []

    def look():
        for dialog in QApplication.allWidgets():
            # By what it can do, for its class is called otherwise from QGIS 4.2 on.
            if hasattr(dialog, "runButton") and dialog.isVisible():
                titles.append(dialog.windowTitle())
                dialog.close()

    # The dialog holds the click until it is closed, as the toolbox's does.
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(100)
    entry.actions()[names.index("study")].trigger()
    timer.stop()
    return {"below": below, "names": names, "opened": titles}


def menus_of_the_plugin():
    """The plugin's own menus: one, or none where it is not loaded."""
    menus = (action.menu() for action in qgis.utils.iface.pluginMenu().actions())
    return [one for one in menus if one and one.objectName() == "CarbonZonesMenu"]


def dialogs(driver):
    """The dialog of every algorithm: a widget for each parameter, and the help beside them."""
    found = {}
    for name, algorithm in desk.algorithms().items():
        dialog = desk.open_dialog(name)
        wrappers = dialog.mainWidget().wrappers
        parameters = {}
        for parameter in algorithm.parameterDefinitions():
            if parameter.flags() & Flag.Hidden:
                continue
            wrapper = wrappers.get(parameter.name())
            widget = getattr(wrapper, "widget", None)
            if hasattr(wrapper, "wrappedWidget"):
                widget = wrapper.wrappedWidget()
            parameters[parameter.name()] = {
                "widget": widget is not None,
                "placed": widget is not None and dialog.isAncestorOf(widget),
                "shown": widget is not None and widget.isVisible(),
                "advanced": bool(parameter.flags() & Flag.Advanced),
            }
        texts = [browser.toPlainText() for browser in dialog.findChildren(QTextBrowser)]
        found[name] = {
            "title": dialog.windowTitle(),
            "visible": dialog.isVisible(),
            "parameters": parameters,
            "help": "\n".join(texts),
            "icon": not algorithm.icon().isNull(),
        }
        desk.close(dialog)
    return found


def words(driver):
    """Every choice in dialog and batch table: what is shown, and what is chosen by that."""
    found = {}
    for name, algorithm in desk.algorithms().items():
        names = [one.name() for one in algorithm.parameterDefinitions() if one.type() == "enum"]
        if not names:
            continue
        dialog = desk.open_dialog(name)
        found[name] = {"dialog": {n: choice(dialog.mainWidget().wrappers[n]) for n in names}}
        desk.close(dialog)
        batch = BatchAlgorithmDialog(algorithm.create(), qgis.utils.iface.mainWindow())
        batch.show()
        panel = batch.mainWidget()
        panel.addRow(1)
        desk.settle()
        columns = {n: panel.parameter_to_column[n] for n in names}
        found[name]["batch"] = {n: choice(panel.wrappers[1][columns[n]]) for n in names}
        row = panel.wrappers[0]
        row[columns[names[0]]].wrappedWidget().setCurrentIndex(1)
        given = panel.parametersForRow(0, QgsProcessingContext(), None, False)[0]
        found[name]["row"] = {n: given[n] for n in names}
        desk.close(batch)
    return found


def without_wrappers(driver):
    """What dialog and batch table are where QGIS asks no class in Python, as from 4.4 on."""
    kept, touched_up.WRAPPER_KEY = touched_up.WRAPPER_KEY, "asked for by nobody"
    try:
        earlier, *_, later = ids()
        ran = run("transfermatrix", EARLIER=earlier, LATER=later, AREA_METHOD="ellipsoidal")
        return {"dialogs": dialogs(driver), "words": words(driver), "run": ran}
    finally:
        touched_up.WRAPPER_KEY = kept


def choice(wrapper) -> dict:
    """What a combo box shows, item by item, and the value of each."""
    box = wrapper.wrappedWidget()
    first, places = wrapper.parameterValue(), range(box.count())
    values = []
    for place in places:
        box.setCurrentIndex(place)
        values.append(wrapper.parameterValue())
    wrapper.setParameterValue(first, QgsProcessingContext())
    shown = [box.itemText(place) for place in places]
    return {"shown": shown, "values": values, "default": first, "now": box.currentText()}


def run(name: str, **parameters) -> dict:
    """Run an algorithm from its dialog, outputs as they are set at first but for those given."""
    before = set(QgsProject.instance().mapLayers())
    dialog = desk.open_dialog(name)
    if parameters:
        dialog.setParameters(parameters)
        desk.settle()
    tabs = dialog.findChild(QTabWidget)
    ran = desk.press_run(dialog)
    ran["tab"] = tabs.tabText(tabs.currentIndex())
    ran["usable"] = dialog.isVisible() and dialog.runButton().isEnabled()
    desk.close(dialog)
    desk.settle(1)
    return {**ran, "layers": layers(before)}


def ids(some=None) -> list[str]:
    """The ids of layers, of the sample's where none are given."""
    return [layer.id() for layer in some or desk.series()]


def sample(driver):
    """Load sample data, from its dialog."""
    return run("sampledata")


def study(driver):
    """The study on the sample, and the report that the main window offers behind it."""
    return {**run("study", LAYERS=ids()), "offers": offers()}


def offers() -> list[dict]:
    """The messages of the main window that offer a report, and what their buttons open."""
    desk.settle(1)
    bar = qgis.utils.iface.messageBar()
    items = [item for item in bar.items() if item.objectName() == window_part.OFFER_NAME]
    with desk.opened_by(window_part) as opened:
        for item in items:
            item.findChild(QPushButton).click()
    return [
        {
            "on_top": item is bar.currentItem(),
            "title": item.title(),
            "text": item.text(),
            "page": Path(file).read_text(encoding="utf-8")[:20_000],
            "file": file,
        }
        for item, file in zip(items, opened)
    ]


def presets(driver):
    """What the dialog of two dates begins with, run as it is but for a choice by its words.

    Results of the study are among the layers, one of them of a year.
    """
    before = set(QgsProject.instance().mapLayers())
    dialog = desk.open_dialog("transfermatrix")
    begun = dates_of(dialog)
    box = dialog.mainWidget().wrappers["AREA_METHOD"].wrappedWidget()
    box.setCurrentIndex(box.findText("Ellipsoidal area"))
    parameters = dialog.createProcessingParameters()
    python = dialog.algorithm().asPythonCommand(parameters, QgsProcessingContext())
    ran = desk.press_run(dialog)
    desk.close(dialog)
    history = QgsGui.historyProviderRegistry().queryEntries(providerId="processing")[-1].entry
    arrived = layers(before)
    # And where two layers are of the first year.
    twin = desk.series()[0].clone()
    QgsProject.instance().addMapLayer(twin)
    dialog = desk.open_dialog("transfermatrix")
    unclear = dates_of(dialog)
    desk.close(dialog)
    QgsProject.instance().removeMapLayer(twin.id())
    return {
        **ran,
        "begun": begun,
        "unclear": unclear,
        "python": python,
        "history": {key: str(history[key]) for key in ("python_command", "parameters")},
        "layers": arrived,
    }


def dates_of(dialog) -> list[str]:
    """The names of the layers of the two dates in a dialog."""
    wrappers = dialog.mainWidget().wrappers
    ids = [wrappers[name].parameterValue() for name in ("EARLIER", "LATER")]
    return [QgsProject.instance().mapLayer(one).name() for one in ids]


def strata(driver):
    """What the dialog of a sample proposes: for conversions, for land use, and behind a choice."""
    earlier, *_, later = ids()
    outputs = {"TRANSFERS": "TEMPORARY_OUTPUT", "CONVERSIONS": "TEMPORARY_OUTPUT"}
    given = {"EARLIER": earlier, "LATER": later, **outputs}
    made = processing.run("carbonzones:transfermatrix", given)["CONVERSIONS"]
    layer = QgsRasterLayer(made, "Conversions")
    QgsProject.instance().addMapLayer(layer)
    dialog = desk.open_dialog("samplepoints")
    wrappers = dialog.mainWidget().wrappers

    def shown(one: str) -> list:
        wrappers["MAP"].setParameterValue(one, QgsProcessingContext())
        return [wrappers[name].parameterValue() for name in ("STRATA_BY", "BUFFER")]

    found = {"conversions": shown(layer.id()), "land use": shown(later), "file": shown(made)}
    wrappers["BUFFER"].setParameterValue(7, QgsProcessingContext())
    found["chosen"] = shown(later)
    desk.close(dialog)
    QgsProject.instance().removeMapLayer(layer.id())
    return found


def rasters(driver):
    """The algorithms on two dates that give rasters, from their dialogs."""
    found = {}
    earlier, *_, later = ids()
    for name, algorithm in desk.algorithms().items():
        titles = {
            parameter.name(): parameter.description()
            for parameter in algorithm.parameterDefinitions()
            if parameter.type() == "rasterDestination"
        }
        if not titles or algorithm.parameterDefinition("EARLIER") is None:
            continue
        # Optional outputs too, but what needs units.
        outputs = {
            parameter.name(): "TEMPORARY_OUTPUT"
            for parameter in algorithm.destinationParameterDefinitions()
            if parameter.name() != "UNITS_LAYER"
        }
        found[name] = {**run(name, EARLIER=earlier, LATER=later, **outputs), "titles": titles}
    return found


def scheme(driver):
    """Scheme tables from layers, and the lists to choose from in their forms."""
    before = set(QgsProject.instance().mapLayers())
    ran = run("makescheme", LAYERS=ids())
    lists = {}
    for layer in QgsProject.instance().mapLayers().values():
        if layer.id() in before:
            continue
        window = qgis.utils.iface.showAttributeTable(layer)
        # The form of the first row, as a person opens it.
        form = QgsAttributeForm(layer, next(layer.getFeatures()), QgsAttributeEditorContext(), None)
        form.show()
        layer.startEditing()
        desk.settle(0.3)
        lists[layer.name()] = {
            wrapper.field().name(): [
                wrapper.widget().itemText(place) for place in range(wrapper.widget().count())
            ]
            for wrapper in form.findChildren(QgsEditorWidgetWrapper)
            if isinstance(wrapper.widget(), QComboBox)
        }
        layer.rollBack()
        desk.close(form)
        desk.close(window)
    return {**ran, "lists": lists}


def labelled(driver):
    """Sample for accuracy, from its dialog into a GeoPackage, and ten points labelled in the form.

    The layer stays in the project, labelled and saved, for what is to assess it.
    """
    before = set(QgsProject.instance().mapLayers())
    path = str(Path(tempfile.mkdtemp()) / "sample.gpkg")
    ran = run("samplepoints", MAP=ids()[-1], ALLOCATION="equal", SIZE=33, SAMPLE=path)
    (layer,) = (
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.id() not in before and layer.source().startswith(path)
    )
    layer.startEditing()
    chosen = [label(layer, feature) for feature in list(layer.getFeatures())[:10]]
    saved = layer.commitChanges()
    desk.settle(0.3)
    place = layer.fields().indexOf("label")
    return {
        **ran,
        "chosen": chosen,
        "saved": saved,
        "labels": [feature[place] or None for feature in layer.getFeatures()],
        "legend": [rule.label() for rule in layer.renderer().rootRule().children()],
        "columns": columns_shown(layer),
    }


def assessed(driver):
    """Accuracy assessment of that sample."""
    (points,) = (
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if {"map_class", "label"} <= {field.name() for field in layer_fields(layer)}
    )
    ran = {**run("accuracy", MAP=ids()[-1], REFERENCE=points.id()), "offers": offers()}
    labels = [
        (feature["map_class"], feature["label"])
        for feature in points.getFeatures()
        if feature["label"]
    ]
    return {**ran, "points": labels}


def layer_fields(layer) -> list:
    """The fields of a layer; none of a raster."""
    return list(layer.fields()) if hasattr(layer, "fields") else []


def label(layer, feature) -> dict:
    """Choose a class for a point in its form, as a person does: the map's, and a wrong one now and
    then; what could be seen in the form, and what was chosen."""
    form = QgsAttributeForm(layer, feature, QgsAttributeEditorContext(), None)
    form.show()
    desk.settle(0.1)
    wrappers = form.findChildren(QgsEditorWidgetWrapper)
    widgets = {wrapper.field().name(): wrapper.widget() for wrapper in wrappers}
    box = widgets["label"]
    names = [box.itemText(place) for place in range(box.count())]
    wanted = names.index(feature["map_class"]) if feature["id"] % 5 else 1
    box.setCurrentIndex(wanted)
    done = form.save()
    shown = sorted(name for name, widget in widgets.items() if widget.isVisible())
    desk.close(form)
    return {
        "names": names,
        "shown": shown,
        "name": names[wanted],
        "value": box_value(layer, names[wanted]),
        "saved": done,
    }


def box_value(layer, name: str) -> int:
    """The value behind a name in the list of the field label."""
    config = layer.editorWidgetSetup(layer.fields().indexOf("label")).config()
    (value,) = (entry[name] for entry in config["map"] if name in entry)
    return int(value)


def columns_shown(layer) -> list[str]:
    """The headings of the attribute table."""
    window = qgis.utils.iface.showAttributeTable(layer)
    desk.settle(0.3)
    model = window.findChild(QTableView).model()
    headings = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    desk.close(window)
    return [str(heading) for heading in headings]


def refused(driver):
    """Runs that cannot be: no layer, and one, where the study needs two; a file that is not there.

    What is told of each, in a box or in the dialog.
    """
    one = ids()[0]
    return {
        "no layer": said_of(driver, "study", {"LAYERS": []}),
        "one layer": said_of(driver, "study", {"LAYERS": [one]}),
        "no file": said_of(driver, "transfermatrix", {"EARLIER": one, "LATER": "/nowhere/at.tif"}),
        "the same": said_of(driver, "transfermatrix", {"EARLIER": one, "LATER": one}),
    }


def said_of(driver, name: str, parameters: dict) -> dict:
    """What a dialog says of a run that it refuses, and whether it can be used behind that."""
    dialog = desk.open_dialog(name)
    dialog.setParameters(parameters)
    desk.settle()
    before = len(driver.boxes)
    dialog.runButton().click()
    desk.settle(0.3)
    said = [item.text() for item in dialog.messageBar().items()]
    # A box that was meant is none that nobody meant.
    said += driver.boxes[before:]
    del driver.boxes[before:]
    usable = dialog.isVisible() and dialog.runButton().isEnabled()
    desk.close(dialog)
    return {"said": said, "usable": usable}


def failed(driver):
    """A run that fails on the way: a table of classes that lacks a column."""
    from qgis.core import QgsVectorLayer

    table = QgsVectorLayer("None?field=value:integer&field=colour:string", "no classes", "memory")
    QgsProject.instance().addMapLayer(table)
    ran = run("study", LAYERS=ids(), CLASSES=table.id())
    QgsProject.instance().removeMapLayer(table.id())
    return ran


def modeler(driver):
    """The graphical modeler: its tree, and what each algorithm offers to later steps."""
    from processing.modeler.ModelerDialog import ModelerDialog
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
    from processing.modeler.ModelerScene import ModelerScene

    window = ModelerDialog.create()
    window.show()
    desk.settle()
    tree = desk.modeler_tree(window)
    steps = {}
    for name, algorithm in desk.algorithms().items():
        model = QgsProcessingModelAlgorithm("m", "m")
        # The dialog of a step, as adding the algorithm opens it.
        editor = ModelerParametersDialog(algorithm.create(), model)
        editor.show()
        desk.settle(0.05)
        wrappers = editor.widget.widget.wrappers
        widgets = sorted(wrappers)
        choices = {
            one.name(): [
                [box.itemText(place) for place in range(box.count())]
                for box in wrappers[one.name()].findChildren(QComboBox)
            ]
            for one in algorithm.parameterDefinitions()
            if one.type() == "enum"
        }
        desk.close(editor)
        # And the step itself, with another one behind it.
        step = QgsProcessingModelChildAlgorithm(algorithm.id())
        step.setDescription("Step")
        child = model.addChildAlgorithm(step)
        behind = model.addChildAlgorithm(QgsProcessingModelChildAlgorithm("native:buffer"))
        outputs = algorithm.outputDefinitions()
        kinds = sorted({output.type() for output in outputs})
        sources = model.availableSourcesForChild(behind, [], kinds, [])
        scene = ModelerScene(window)
        scene.createItems(model, QgsProcessingContext())
        steps[name] = {
            "widgets": widgets,
            "choices": choices,
            # QGIS's own, at which a value, an input of the model or another step's can be chosen.
            "bound": all(
                isinstance(wrappers[name], QgsProcessingModelerParameterWidget) for name in choices
            ),
            "inputs": sorted(
                parameter.name()
                for parameter in algorithm.parameterDefinitions()
                if not parameter.isDestination() and not parameter.flags() & Flag.Hidden
            ),
            "outputs": sorted(output.name() for output in outputs),
            "offered": sorted(
                {source.outputName() for source in sources if source.outputChildId() == child}
            ),
            "numbers": sorted(o.name() for o in outputs if o.type() == "outputNumber"),
            "variables": sorted(model.variablesForChildAlgorithm(behind)),
            "items": len(scene.items()),
        }
    names = names_in_tree(tree)
    window.setDirty(False)
    desk.close(window)
    return {"tree": names, "steps": steps}


def reload(driver):
    """The plugin out and in again, as the plugin manager and Plugin Reloader do it."""
    before = len(driver.messages())
    names = list(desk.algorithms())
    unloaded = qgis.utils.unloadPlugin(desk.PLUGIN)
    desk.settle(0.3)
    dock = qgis.utils.iface.mainWindow().findChild(object, "ProcessingToolbox")
    gone = {
        "unloaded": unloaded,
        "provider": desk.provider() is not None,
        "toolbox": names_in_tree(dock.algorithmTree),
        "active": desk.PLUGIN in qgis.utils.active_plugins,
        "menu": len(menus_of_the_plugin()),
    }
    loaded = qgis.utils.loadPlugin(desk.PLUGIN) and qgis.utils.startPlugin(desk.PLUGIN)
    desk.settle(0.3)
    again = qgis.utils.reloadPlugin(desk.PLUGIN)
    desk.settle(0.3)
    dialog = desk.open_dialog("study")
    shown = dialog.isVisible()
    desk.close(dialog)
    return {
        "gone": gone,
        "loaded": bool(loaded),
        "reloaded": again is not False,
        "before": names,
        "after": list(desk.algorithms()),
        "toolbox": names_in_tree(dock.algorithmTree),
        "menu": len(menus_of_the_plugin()),
        "dialog": shown,
        "messages": driver.messages()[before:],
    }


def layers(before) -> list[dict]:
    """What the project's layers look like, in the order of the legend, which all should be in.

    Those aside that were there before.
    """
    found = []
    nodes = {node.layer().id(): node for node in QgsProject.instance().layerTreeRoot().findLayers()}
    places = {name: place for place, name in enumerate(nodes)}
    every = QgsProject.instance().mapLayers().values()
    for layer in sorted(every, key=lambda one: places.get(one.id(), len(places))):
        if layer.id() in before:
            continue
        about = {
            "name": layer.name(),
            "valid": layer.isValid(),
            "groups": groups_of(layer),
            "in_legend": layer.id() in nodes,
            "ticked": layer.id() in nodes and nodes[layer.id()].isVisible(),
        }
        if layer.type() == Qgis.LayerType.Raster:
            renderer = layer.renderer()
            about["kind"] = "raster"
            about["renderer"] = renderer.type()
            if isinstance(renderer, QgsPalettedRasterRenderer):
                about["labels"] = {
                    str(int(entry.value)): [entry.label, entry.color.name()]
                    for entry in renderer.classes()
                }
        else:
            about["kind"] = "table"
            about["rows"] = layer.featureCount()
            about["fields"] = layer.fields().names()
        found.append(about)
    return found


def groups_of(layer) -> list[str]:
    """The groups in which a layer stands in the legend, outermost first."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    names = []
    while node is not None and node.parent() is not None:
        node = node.parent()
        if node.parent() is not None:
            names.insert(0, node.name())
    return names


STEPS = [
    started,
    toolbox,
    searched,
    menu,
    dialogs,
    words,
    sample,
    study,
    presets,
    strata,
    without_wrappers,
    rasters,
    scheme,
    labelled,
    assessed,
    refused,
    failed,
    modeler,
    reload,
]
