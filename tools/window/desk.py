"""GUI actions shared by tests and pictures: wait, open a dialog, run it."""

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
    """Process events for at least the given time."""
    end = time.monotonic() + seconds
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        # processEvents does not handle deleteLater().
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.monotonic() >= end:
            return
        time.sleep(0.01)


def wait(condition, what: str, seconds: float = 300):
    """Process events until a condition is met.

    Raises:
        TimeoutError: the condition was not met in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} seconds for {what}")
        settle(0.02)


def provider():
    """Return the provider, or None if it is not registered."""
    return QgsApplication.processingRegistry().providerById(PROVIDER)


def algorithms():
    """Return the algorithms of the provider by name, in its order."""
    return {algorithm.name(): algorithm for algorithm in provider().algorithms()}


def open_dialog(name: str, size=None):
    """Open the dialog of an algorithm, as the toolbox does."""
    # The class was renamed in QGIS 4.2.
    dialog = processing.createAlgorithmDialog(f"{PROVIDER}:{name}")
    dialog.show()
    if size:
        dialog.resize(*size)
    settle()
    return dialog


def press_run(dialog, seconds: float = 300) -> dict:
    """Press Run and wait until the run ends.

    Returns:
        Whether it succeeded, the results, and the text of the log.
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
    """Return the text widget of the Log tab."""
    from qgis.PyQt.QtWidgets import QTextEdit

    return dialog.findChild(QTextEdit, "txtLog")


@contextmanager
def opened_by(module):
    """Yield the list of files that a module opens with desktop services; none is opened."""
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
    """Return the tree of algorithms in the model designer."""
    from qgis.PyQt.QtWidgets import QDockWidget, QTreeView

    # Found by its dock, because the name of the tree differs between QGIS 3.40 and 3.44.
    return window.findChild(QDockWidget, "mAlgorithmsDock").findChild(QTreeView)


def close(widget):
    """Close a window and delete it."""
    widget.close()
    widget.deleteLater()
    settle()


def series():
    """Return the sample layers of the project, oldest first."""
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
