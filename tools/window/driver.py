"""Run the steps one after the other, write their results, and quit."""

from __future__ import annotations

import json
import runpy
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox


class Driver:
    """Context of the steps: output folder and results so far.

    Attributes:
        algorithm: algorithm the steps are limited to, if any.
        watch: timer that closes message boxes; stopped by steps that need them.
    """

    def __init__(self, steps, results, folder, algorithm):
        self.folder = folder
        self.algorithm = algorithm
        self.boxes = []
        self.exceptions = []
        self._results = Path(results)
        self._steps = runpy.run_path(steps)["STEPS"]
        self._outcomes = {}
        self.watch = QTimer()
        self.watch.timeout.connect(self._close_box)
        self.watch.start(200)
        self._hook, sys.excepthook = sys.excepthook, self._exception

    def messages(self):
        """Return warnings and errors logged so far.

        Excludes those of the QGIS news feed, which is sometimes requested without a network,
        despite the profile settings.
        """
        messages = qgis.utils.window_messages
        return [message for message in messages if "News feed" not in str(message)]

    def run(self):
        """Run all steps; stop at the first failure, because later steps depend on earlier ones."""
        for step in self._steps:
            name, error, outcome = step.__name__, "", None
            try:
                outcome = step(self)
            except Exception:
                error = traceback.format_exc()
            self._outcomes[name] = {"found": outcome, "error": error}
            if error:
                break
        self._write()
        self._quit()

    def _exception(self, kind, value, trace):
        self.exceptions.append("".join(traceback.format_exception(kind, value, trace)))
        self._hook(kind, value, trace)

    def _close_box(self):
        """Record and close a message box, which would otherwise block."""
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.boxes.append(f"{box.windowTitle()}: {box.text()}")
            box.reject()

    def _write(self):
        report = {
            "steps": self._outcomes,
            "boxes": self.boxes,
            "exceptions": self.exceptions,
            "messages": self.messages(),
        }
        self._results.write_text(json.dumps(report), encoding="utf-8")

    def _quit(self):
        """Quit as a user does, without saving."""
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        for widget in QApplication.topLevelWidgets():
            if widget is not qgis.utils.iface.mainWindow() and widget.isVisible():
                widget.close()
        # Message boxes on quitting are closed by the watch.
        QTimer.singleShot(0, qgis.utils.iface.actionExit().trigger)
