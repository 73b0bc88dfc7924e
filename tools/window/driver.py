"""Does the steps one after the other, writes down what they found, and quits."""

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
    """What the steps are given: where to put things, and what happened so far.

    Attributes:
        algorithm: the one that the steps are for, where they are not for all.
        watch: closes message boxes; a step that wants to see one stops it.
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
        """Warnings and errors that came to the log so far.

        Without QGIS's own about its news, which it now and then asks for on a machine without a
        network, whatever the profile says.
        """
        messages = qgis.utils.window_messages
        return [message for message in messages if "News feed" not in str(message)]

    def run(self):
        """All steps; the first that fails ends the run, as the later ones build on it."""
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
        """A message box would wait for ever: note what it says, close it."""
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
        """The way a person quits, except that there is nothing to save."""
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        for widget in QApplication.topLevelWidgets():
            if widget is not qgis.utils.iface.mainWindow() and widget.isVisible():
                widget.close()
        # A box may come up on quitting; the watch closes it.
        QTimer.singleShot(0, qgis.utils.iface.actionExit().trigger)
