"""Small movements that checks and pictures share: wait, open a dialog, run it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path

from qgis import processing
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEvent, QEventLoop
from qgis.PyQt.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = [ROOT / "resources" / "sample" / f"landuse_{y}.tif" for y in (1986, 2000, 2009, 2018)]
PLUGIN = "carbon_zones"
PROVIDER = "carbonzones"


def settle(seconds: float = 0.1):
    """Let the application do what it has to do, for so long at least."""
    end = time.monotonic() + seconds
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        # Not done by processEvents: what deleteLater() has asked for.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.monotonic() >= end:
            return
        time.sleep(0.01)


def wait(condition, what: str, seconds: float = 300):
    """Let the application work until a condition holds.

    Raises:
        TimeoutError: it did not come to hold in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} seconds for {what}")
        settle(0.02)


def provider():
    """The provider, or None where it is not registered."""
    return QgsApplication.processingRegistry().providerById(PROVIDER)


def algorithms():
    """The provider's algorithms by name, in the order of its list."""
    return {algorithm.name(): algorithm for algorithm in provider().algorithms()}


def open_dialog(name: str, size=None):
    """The dialog of an algorithm, as the toolbox opens it."""
    # Its class is called otherwise from QGIS 4.2 on.
    dialog = processing.createAlgorithmDialog(f"{PROVIDER}:{name}")
    dialog.show()
    if size:
        dialog.resize(*size)
    settle()
    return dialog


def press_run(dialog, seconds: float = 300) -> dict:
    """Press Run and wait for the end.

    Returns:
        Whether it succeeded, the results, and the log as text.
    """
    done = []
    dialog.algorithmFinished.connect(lambda ok, results: done.append((ok, results)))
    dialog.runButton().click()
    wait(lambda: done, "the algorithm", seconds)
    settle(0.3)
    return {
        "ok": done[0][0],
        "results": {key: str(value) for key, value in done[0][1].items()},
        "log": log_widget(dialog).toPlainText(),
    }


def log_widget(dialog):
    """The text of the Log tab."""
    from qgis.PyQt.QtWidgets import QTextEdit

    return dialog.findChild(QTextEdit, "txtLog")


@contextmanager
def opened_by(module):
    """The files that a module has the desktop open, none of which is opened."""
    opened = []

    class Desktop:
        @staticmethod
        def openUrl(url):
            opened.append(url.toLocalFile())

    real, module.QDesktopServices = module.QDesktopServices, Desktop
    try:
        yield opened
    finally:
        module.QDesktopServices = real


def modeler_tree(window):
    """The tree of algorithms in the modeler's window."""
    from qgis.PyQt.QtWidgets import QDockWidget, QTreeView

    # By its dock, for QGIS 3.44 calls the tree by another name than 3.40.
    return window.findChild(QDockWidget, "mAlgorithmsDock").findChild(QTreeView)


def close(widget):
    """Close a window and let it go."""
    widget.close()
    widget.deleteLater()
    settle()


def series():
    """The layers of the sample in the project, oldest first."""
    from qgis.core import QgsRasterLayer

    sources = [str(path) for path in SAMPLE]
    layers = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsRasterLayer)
        and Path(layer.source()).name in [path.name for path in SAMPLE]
    ]
    layers.sort(key=lambda layer: Path(layer.source()).name)
    if len(layers) != len(sources):
        raise RuntimeError(f"{len(layers)} layers of the sample are in the project")
    return layers
