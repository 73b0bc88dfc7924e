"""The manual's pictures of the application: each step makes one or several."""

from __future__ import annotations

from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QModelIndex, QPointF, QRect, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLineEdit, QTabWidget, QToolBar

from . import desk

WINDOW = (1280, 800)
DIALOG = (900, 700)
EDGE = QColor("#a0a0a0")


def keep(driver, widget, name: str):
    """Write the picture of a window or dialog, with a thin line around it, as small as PNG goes."""
    QApplication.processEvents()
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setPen(EDGE)
    painter.drawRect(QRect(0, 0, picture.width() - 1, picture.height() - 1))
    painter.end()
    # 256 colours are enough for an interface, and a third of the size.
    picture = picture.convertToFormat(
        QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.AvoidDither
    )
    path = Path(driver.options["folder"]) / f"{name}.png"
    if not picture.save(str(path), "PNG", 0):
        raise OSError(f"{path} could not be written")


def tidy_desk(driver):
    """The main window of a fixed size, with the layers and the map alone."""
    window = qgis.utils.iface.mainWindow()
    window.showNormal()
    window.resize(*WINDOW)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    # One row of tools: what the manual speaks of, and no more.
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
    """The toolbox with the provider opened, and the sample on the map."""
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
    """The dock of the Processing toolbox."""
    return qgis.utils.iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")


def open_provider(tree):
    """Open the provider's branch of a tree of algorithms, and bring it into sight."""
    model = tree.model()
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0, QModelIndex())
        if model.data(index) == desk.provider().name():
            tree.expand(index)
            tree.scrollTo(index, tree.ScrollHint.PositionAtCenter)
            tree.setCurrentIndex(index)
    desk.settle()


def widths(dock, width: int, layers: int = 260):
    """Give the docks at the sides their widths."""
    window = qgis.utils.iface.mainWindow()
    legend = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([legend, dock], [layers, width], Qt.Orientation.Horizontal)
    desk.settle(0.3)


def show_map():
    """All land in the window, drawn to the end; no message over it."""
    canvas = qgis.utils.iface.mapCanvas()
    extent = QgsRectangle(desk.series()[0].extent())
    extent.scale(1.04)
    canvas.setExtent(extent)
    canvas.refresh()
    desk.settle(0.2)
    desk.wait(lambda: not canvas.isDrawing(), "the map")
    desk.settle(0.5)
    qgis.utils.iface.messageBar().clearWidgets()
    desk.settle(0.2)


def study(driver):
    """The dialog of the study filled in, and the log of its run."""
    dialog = desk.open_dialog("study", DIALOG)
    dialog.setParameters({"LAYERS": [layer.id() for layer in desk.series()]})
    desk.settle(0.3)
    keep(driver, dialog, "study_dialog")
    keep(driver, dialog, "dialog_study")
    desk.press_run(dialog)
    log = desk.log_widget(dialog)
    log.verticalScrollBar().setValue(log.verticalScrollBar().maximum() // 2)
    desk.settle(0.3)
    keep(driver, dialog, "study_log")
    desk.close(dialog)


def map_and_legend(driver):
    """The main window with the layers that arrived."""
    toolbox_dock().hide()
    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        layer = node.layer()
        zones = layer.name().startswith("Carbon zones")
        node.setExpanded(zones and layer.name().endswith("1986-2000"))
        if node.layer() in desk.series():
            node.setItemVisibilityChecked(False)
    desk.settle()
    widths(toolbox_dock(), 400, 330)
    show_map()
    keep(driver, qgis.utils.iface.mainWindow(), "map")


def attribute_table(driver):
    """The table of zone shares."""
    layer = next(
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.name().startswith("Zone shares")
    )
    window = qgis.utils.iface.showAttributeTable(layer)
    desk.settle(0.5)
    window.resize(760, 560)
    desk.settle(0.5)
    keep(driver, window, "zone_shares_table")
    desk.close(window)


def modeler(driver):
    """The modeler with a model of two steps."""
    from processing.modeler.ModelerDialog import ModelerDialog

    window = ModelerDialog.create(model())
    window.show()
    window.resize(*WINDOW)
    desk.settle(0.5)
    keep(driver, window, "modeler")
    window.setDirty(False)
    desk.close(window)


def dialogs(driver):
    """The dialog of every other algorithm, with the sample filled in."""
    earlier, later = desk.series()[0], desk.series()[-1]
    for name, algorithm in desk.algorithms().items():
        if name == "study":
            continue
        dialog = desk.open_dialog(name, DIALOG)
        values = {
            "EARLIER": earlier.id(),
            "LATER": later.id(),
            "LAYERS": [layer.id() for layer in desk.series()],
        }
        dialog.setParameters(
            {key: value for key, value in values.items() if algorithm.parameterDefinition(key)}
        )
        desk.settle(0.3)
        keep(driver, dialog, f"dialog_{name}")
        desk.close(dialog)


STEPS = [tidy_desk, toolbox, study, map_and_legend, attribute_table, dialogs]
