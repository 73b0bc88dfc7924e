"""What the window tests look at in a Chinese session; see steps.py."""

from __future__ import annotations

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QUrl
from window import desk


def names(driver):
    """What the provider and its entry in the Plugins menu are called."""
    desk.settle(1)
    menus = [action.menu() for action in qgis.utils.iface.pluginMenu().actions()]
    (own,) = [one for one in menus if one and one.objectName() == "CarbonZonesMenu"]
    return {"provider": desk.provider().name(), "menu": own.title()}


def manual(driver):
    """The files that the menu and the help buttons open."""
    from carbon_zones import menu

    with desk.opened_by(menu) as opened:
        menu.open_manual()
    pages = {
        name: QUrl(algorithm.helpUrl()).toLocalFile()
        for name, algorithm in desk.algorithms().items()
    }
    return {"first": opened, "pages": pages}


def bands(driver):
    """What the bands of zones are called in the legend, and the layers' group."""
    dialog = desk.open_dialog("study")
    layers = [str(path) for path in desk.SAMPLE[:2]]
    dialog.setParameters({"LAYERS": layers, "ZONES_FOLDER": "TEMPORARY_OUTPUT"})
    desk.press_run(dialog)
    desk.close(dialog)
    root = QgsProject.instance().layerTreeRoot()
    found = [
        layer.dataProvider().bandDescription(1)
        for layer in QgsProject.instance().mapLayers().values()
        if layer.source().endswith("zones_1986_2000.tif")
    ]
    return {"bands": found, "groups": [group.name() for group in root.findGroups()]}


STEPS = [names, manual, bands]
