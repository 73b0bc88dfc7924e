"""Pictures of QGIS for the manual, one or several per step.

If pictures of one algorithm are requested, all steps are run, so that the state of the window is
the same; unneeded parts are skipped.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import qgis.utils
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QModelIndex, QRect, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QTextCursor, QTextDocument
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDockWidget,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QToolBar,
)

from carbon_zones.core.base.files import get_plugin_version
from carbon_zones.text import tr
from window import desk

WINDOW = (1280, 800)
DIALOG = (900, 700)
LOW_DIALOG = (900, 460)
MODELER = (1600, 860)
MANAGER = (900, 420)
# Index of the plugin manager tab, and the file name shown in the picture.
FROM_ZIP, PACKAGE = 6, rf"C:\Users\me\Downloads\{desk.PLUGIN}-{get_plugin_version()}.zip"
TABLE = (640, 560)
SHIPPED_MODEL = desk.ROOT / "resources" / "models" / "zones_and_losses_by_district.model3"
VALUES = desk.ROOT / "resources" / "sample" / "vegetation_carbon_2018.tif"
EDGE = QColor("#a0a0a0")
SMALL_WINDOW = (1000, 640)
# Output shown on the page of an algorithm, if not its report, chart or first output. The picture of
# the study is report.png, that of the sample toolbox.png.
RESULTS = {"classvalues": "CHANGE_MAP", "trajectories": "TIMES_CHANGED", "transfermatrix": "MATRIX"}
# Pictures on the page of an algorithm, if not those of its dialog and its result.
PICTURES = {
    "study": ("dialog_study", "study_log", "map", "zone_shares_table"),
    "sampledata": ("dialog_sampledata", "toolbox"),
}


def is_asked(driver, picture: str) -> bool:
    """Return whether a picture is requested."""
    name = driver.algorithm
    return not name or picture in PICTURES.get(name, (f"dialog_{name}", f"result_{name}"))


def keep(driver, widget, name: str):
    """Save a window or dialog as a PNG of minimum size, with a thin border."""
    if not is_asked(driver, name):
        return
    # No blinking cursor, no focused field.
    for field in widget.findChildren(QLineEdit):
        field.deselect()
    if QApplication.focusWidget() is not None:
        QApplication.focusWidget().clearFocus()
    desk.settle(0.1)
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setPen(EDGE)
    painter.drawRect(QRect(0, 0, picture.width() - 1, picture.height() - 1))
    painter.end()
    path = Path(driver.folder) / f"{name}.png"
    if not picture.save(str(path), "PNG", 0):
        raise OSError(f"{path} could not be written")


def install(driver):
    """Plugin manager at Install from ZIP, and the confirmation of QGIS."""
    if not is_asked(driver, "install_zip"):
        return

    def choose():
        manager = QApplication.activeModalWidget()
        manager.resize(*MANAGER)
        manager.findChild(QgsFileWidget, "mZipFileWidget").setFilePath(PACKAGE)
        keep(driver, manager, "install_zip")
        QTimer.singleShot(500, answer)
        manager.findChild(QPushButton, "buttonInstallFromZip").click()
        manager.reject()

    def answer():
        box = QApplication.activeModalWidget()
        keep(driver, box, "install_warning")
        box.button(QMessageBox.StandardButton.No).click()

    # The driver would close the box. The file must exist, otherwise the button is disabled.
    driver.watch.stop()
    before = Path.cwd()
    os.chdir(tempfile.gettempdir())
    Path(PACKAGE).touch()
    QTimer.singleShot(1500, choose)
    qgis.utils.iface.pluginManagerInterface().showPluginManager(FROM_ZIP)
    os.chdir(before)
    driver.watch.start()


def tidy_desk(driver):
    """Set the main window to a fixed size, with layers panel and map only."""
    window = qgis.utils.iface.mainWindow()
    window.showNormal()
    window.resize(*WINDOW)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    # Keep one row of toolbars, with those that the manual describes.
    for bar in window.findChildren(QToolBar):
        if bar.parent() is window:
            bar.setVisible(
                bar.objectName() in ("mFileToolBar", "mMapNavToolBar", "mAttributesToolBar")
            )
    qgis.utils.iface.newProject()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32649"))
    qgis.utils.iface.messageBar().clearWidgets()
    desk.settle(0.5)


def toolbox(driver):
    """Toolbox with the provider expanded, and the sample on the map."""
    dialog = desk.open_dialog("sampledata")
    desk.press_run(dialog)
    desk.close(dialog)
    show_map()
    dock = toolbox_dock()
    tree = dock.algorithmTree
    tree.collapseAll()
    open_provider(tree)
    widths(dock, 400)
    show_map()
    keep(driver, qgis.utils.iface.mainWindow(), "toolbox")


def toolbox_dock():
    """Return the dock of the Processing toolbox."""
    return qgis.utils.iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")


def open_provider(tree):
    """Expand the provider and its groups in a tree, and scroll it to the top."""
    model = tree.model()
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0, QModelIndex())
        if model.data(index) == desk.provider().name():
            tree.expandRecursively(index)
            tree.scrollTo(index, tree.ScrollHint.PositionAtTop)
            tree.setCurrentIndex(index)
    desk.settle()


def widths(dock, width: int, layers: int = 260):
    """Set the widths of the docks."""
    window = qgis.utils.iface.mainWindow()
    legend = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([legend, dock], [layers, width], Qt.Orientation.Horizontal)
    desk.settle(0.3)


def show_map(with_messages=False):
    """Zoom to all land and wait until it is drawn; clear the message bar unless requested."""
    canvas = qgis.utils.iface.mapCanvas()
    extent = QgsRectangle(desk.series()[0].extent())
    extent.scale(1.04)
    canvas.setExtent(extent)
    canvas.refresh()
    desk.settle(0.2)
    desk.wait(lambda: not canvas.isDrawing(), "the map")
    desk.settle(0.5)
    if not with_messages:
        qgis.utils.iface.messageBar().clearWidgets()
    desk.settle(0.2)


def study(driver):
    """Dialog of the study with parameters, and the log of its run."""
    dialog = desk.open_dialog("study", DIALOG)
    dialog.setParameters({"LAYERS": [layer.id() for layer in desk.series()]})
    desk.settle(0.3)
    keep(driver, dialog, "dialog_study")
    desk.press_run(dialog)
    log = desk.log_widget(dialog)
    show_end_of_report(log)
    keep(driver, dialog, "study_log")
    desk.close(dialog)


def show_end_of_report(log):
    """Scroll the log to the end of the messages of the study, above output paths."""
    log.moveCursor(QTextCursor.MoveOperation.End)
    log.find(tr("Written: {outputs}.").partition("{")[0], QTextDocument.FindFlag.FindBackward)
    cursor = log.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    log.verticalScrollBar().setValue(0)
    log.setTextCursor(cursor)
    log.ensureCursorVisible()
    desk.settle(0.3)


def map_and_legend(driver):
    """Main window with the loaded outputs."""
    toolbox_dock().hide()
    # The results viewer opened with the report.
    qgis.utils.iface.mainWindow().findChild(QDockWidget, "ResultsViewer").hide()
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if node.layer() in desk.series():
            node.setExpanded(False)
            node.setItemVisibilityChecked(False)
    desk.settle()
    widths(toolbox_dock(), 400, 330)
    desk.settle(1)
    show_map(with_messages=True)
    keep(driver, qgis.utils.iface.mainWindow(), "map")


def zones():
    """Return the zone rasters of the study, oldest first."""
    layers = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if Path(layer.source()).name.startswith("zones_")
    ]
    return sorted(layers, key=lambda layer: layer.source())


def attribute_table(driver):
    """Attribute table of zone shares."""
    layer = next(
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.type() == Qgis.LayerType.Vector and "zone_name" in layer.fields().names()
    )
    keep_table(driver, layer, "zone_shares_table")


def keep_table(driver, layer, name: str):
    """Save an attribute table with the width of its columns, up to a limit."""
    window = qgis.utils.iface.showAttributeTable(layer)
    desk.settle(0.5)
    table = window.findChild(QTableView)
    table.resizeColumnsToContents()
    desk.settle(0.3)
    width = table.horizontalHeader().length() + 60
    height = table.verticalHeader().length() + 140
    window.resize(min(max(TABLE[0], width), WINDOW[0]), min(height, TABLE[1]))
    desk.settle(0.3)
    keep(driver, window, name)
    desk.close(window)


def modeler(driver):
    """Model designer with the shipped model."""
    if not is_asked(driver, "modeler"):
        return
    from processing.modeler.ModelerDialog import ModelerDialog

    model = QgsProcessingModelAlgorithm()
    if not model.fromFile(str(SHIPPED_MODEL)):
        raise OSError(f"{SHIPPED_MODEL} could not be read")
    window = ModelerDialog.create(model)
    window.show()
    window.resize(*MODELER)
    desk.settle(0.3)
    # Show algorithms and canvas, without the undo history.
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.isAncestorOf(desk.modeler_tree(window)))
    open_provider(desk.modeler_tree(window))
    show_drawing(window)
    keep(driver, window, "modeler")
    window.setDirty(False)
    desk.close(window)


def show_drawing(window):
    """Show the whole model without enlarging it."""
    view = window.view()
    drawing = view.scene().itemsBoundingRect().adjusted(-20, -20, 20, 20)
    # Only this part of the canvas, which is much larger.
    view.setSceneRect(drawing)
    view.resetTransform()
    desk.settle(0.2)
    if drawing.width() > view.viewport().width() or drawing.height() > view.viewport().height():
        view.fitInView(drawing, Qt.AspectRatioMode.KeepAspectRatio)
    view.scene().clearSelection()
    desk.settle(0.3)


def dialogs(driver):
    """Dialogs of all other algorithms with parameters of the sample."""
    for name, algorithm in desk.algorithms().items():
        if name == "study" or not is_asked(driver, f"dialog_{name}"):
            continue
        few = len(algorithm.parameterDefinitions()) < 3
        dialog = desk.open_dialog(name, LOW_DIALOG if few else DIALOG)
        dialog.setParameters(inputs_of(algorithm))
        desk.settle(0.3)
        keep(driver, dialog, f"dialog_{name}")
        desk.close(dialog)


def inputs_of(algorithm) -> dict:
    """Return the inputs of an algorithm from the sample."""
    earlier, later = desk.series()[0], desk.series()[-1]
    is_sheet = algorithm.name() == "zonemap"
    values = {
        "EARLIER": earlier.id(),
        "LATER": later.id(),
        "MAP": later.id(),
        "LAYERS": [layer.id() for layer in (zones() if is_sheet else desk.series())],
        "VALUE_LAYERS": [str(VALUES)],
    }
    return {key: value for key, value in values.items() if algorithm.parameterDefinition(key)}


def results(driver):
    """Results of all algorithms on the sample, as shown on their pages."""
    main = qgis.utils.iface.mainWindow()
    main.resize(*SMALL_WINDOW)
    for name, algorithm in desk.algorithms().items():
        if name in PICTURES or not is_asked(driver, f"result_{name}"):
            continue
        output = shown_output(algorithm)
        before = set(QgsProject.instance().mapLayers())
        ran = results_of(name, {**further_inputs(name), output: destination_of(name)})
        result = Path(ran[output].split("|")[0])
        new = [
            node.layer()
            for node in QgsProject.instance().layerTreeRoot().findLayers()
            if node.layer().id() not in before
        ]
        if result.suffix in (".html", ".png"):
            shutil.copy(result, Path(driver.folder) / f"result_{name}{result.suffix}")
        elif name == "exporttables":
            keep_table(driver, QgsVectorLayer(str(result / "rules.csv"), "rules"), f"result_{name}")
        elif new[0].isSpatial():
            keep_map(driver, new, f"result_{name}")
        else:
            keep_table(driver, of_output(new, ran[output]), f"result_{name}")
        arrived = set(QgsProject.instance().mapLayers()) - before
        QgsProject.instance().removeMapLayers(list(arrived))
        root = QgsProject.instance().layerTreeRoot()
        root.removeChildrenGroupWithoutLayers()


def shown_output(algorithm) -> str:
    """Return the output shown on the page of an algorithm."""
    names = [output.name() for output in algorithm.destinationParameterDefinitions()]
    shown = (RESULTS.get(algorithm.name()), "REPORT", "CHART", names[0])
    return next(name for name in shown if name in names)


def results_of(name: str, further: dict) -> dict:
    """Run an algorithm on the sample from its dialog and return its results.

    Raises:
        RuntimeError: the run failed.
    """
    dialog = desk.open_dialog(name)
    dialog.setParameters({**inputs_of(desk.algorithms()[name]), **further})
    desk.settle(0.2)
    ran = desk.press_run(dialog, 60)
    desk.close(dialog)
    if not ran["ok"]:
        raise RuntimeError(f"{name}: {ran['log']}")
    return ran["results"]


def destination_of(name: str) -> str:
    """Return a temporary destination of an output; map sheets are pictures."""
    if name == "zonemap":
        return str(Path(tempfile.mkdtemp()) / "sheet.png")
    return "TEMPORARY_OUTPUT"


def further_inputs(name: str) -> dict:
    """Return the inputs of an algorithm other than land use."""
    if name == "carbondensities":
        land = {"CLIMATE": "cool_temperate_dry", "SOIL": "high_activity_clay"}
        return {**land, "FOREST_ZONE": "temperate_steppe"}
    if name == "zonemap":
        return {"DPI": 90}
    if name == "samplepoints":
        return {"SIZE": 150}
    if name == "accuracy":
        return {"REFERENCE": labelled_sample()}
    if name == "polygonclasses":
        return {"POLYGONS": pits(), "CLASS": "open_pit"}
    if name == "neutralitypath":
        tables = dict.fromkeys(("AGES", "STATUS", "DISTURBED"), "TEMPORARY_OUTPUT")
        land = results_of("reclamation", tables)
        folder = Path(desk.series()[0].source()).parent
        given = {key: str(folder / f"{key.lower()}.csv") for key in ("ACTIVITY", "SCENARIOS")}
        return {**given, **{key: land[key] for key in tables}}
    return {}


def labelled_sample() -> str:
    """Return a labelled sample of the last date; every seventh label differs."""
    path = str(Path(tempfile.mkdtemp()) / "sample.gpkg")
    results_of("samplepoints", {"SAMPLE": path})
    layer = QgsVectorLayer(path, "sample")
    values = sorted({feature["map_value"] for feature in layer.getFeatures()})
    with_label = layer.fields().indexOf("label")
    layer.startEditing()
    for index, feature in enumerate(layer.getFeatures()):
        value = feature["map_value"]
        seen = values[(values.index(value) + 1) % len(values)] if index % 7 == 0 else value
        layer.changeAttributeValue(feature.id(), with_label, seen)
    layer.commitChanges()
    return path


def pits() -> str:
    """Add a layer of two round pits on the sample to the project."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32649", "pits", "memory")
    land = desk.series()[0].extent()
    for across, radius in ((0.3, 2500), (0.7, 1500)):
        centre = QgsPointXY(land.xMinimum() + across * land.width(), land.center().y())
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(centre).buffer(radius, 30))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer, False)
    return layer.id()


def of_output(layers, result: str):
    """Return the loaded layer of an output; the first one if it is a file of several."""
    return next((layer for layer in layers if layer.id() == result), layers[0])


def keep_map(driver, layers, name: str):
    """Save the main window with the topmost loaded output."""
    root = QgsProject.instance().layerTreeRoot()
    for group in root.findGroups():
        group.setExpanded(group.findLayer(layers[0]) is not None)
    for node in root.findLayers():
        node.setExpanded(node.layer() == layers[0])
        # Sample points are shown on their map.
        is_below = layers[0].type() == Qgis.LayerType.Vector and node.layer() == desk.series()[-1]
        node.setItemVisibilityChecked(node.layer() == layers[0] or is_below)
    main = qgis.utils.iface.mainWindow()
    main.findChild(QDockWidget, "ResultsViewer").hide()
    widths(toolbox_dock(), 400, 330)
    show_map()
    keep(driver, main, name)


STEPS = [
    install,
    tidy_desk,
    toolbox,
    study,
    map_and_legend,
    attribute_table,
    modeler,
    dialogs,
    results,
]
