"""Record log messages of QGIS from before plugins are loaded.

Run by QGIS through PYQGIS_STARTUP; inside.py reads `qgis.utils.window_messages`.
"""

import os
import sys

import qgis.utils
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication


def _keep(text, tag, level):
    name = {Qgis.MessageLevel.Warning: "warning", Qgis.MessageLevel.Critical: "critical"}.get(level)
    if name:
        qgis.utils.window_messages.append([name, tag, text])


qgis.utils.window_messages = []
QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(_keep)


def _watch():
    """Exit on a dialog before the driver starts, such as a plugin error: it would never close."""
    if hasattr(qgis.utils, "window_driver"):
        _timer.stop()
    elif QApplication.activeModalWidget() is not None:
        title = QApplication.activeModalWidget().windowTitle()
        print(f"QGIS asks at its start: {title}", *qgis.utils.window_messages, file=sys.stderr)
        sys.stderr.flush()
        os._exit(70)


_timer = qgis.utils.window_timer = QTimer()
_timer.timeout.connect(_watch)
_timer.start(500)
