"""Runs in QGIS before any plugin is loaded, and keeps what goes to the log from then on.

QGIS runs it because PYQGIS_STARTUP names it; inside.py reads `qgis.utils.window_messages`.
"""

import qgis.utils
from qgis.core import Qgis, QgsApplication


def _keep(text, tag, level):
    name = {Qgis.MessageLevel.Warning: "warning", Qgis.MessageLevel.Critical: "critical"}.get(level)
    if name:
        qgis.utils.window_messages.append([name, tag, text])


qgis.utils.window_messages = []
QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(_keep)
