"""What every algorithm shares: identity, help, and the one place where errors are turned."""

from __future__ import annotations

from contextlib import contextmanager

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, DataError
from ..text import HELP_PAGES, MANUAL_PAGES, icon_path, say, tr
from . import inputs
from .outputs import check_destinations


class CarbonZonesAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider.

    A subclass sets ID and gives its texts; it overrides `read` (main thread: layers and
    tables to plain values) and `compute` (any thread: plain values to outputs).
    """

    ID = ""

    def name(self):
        return self.ID

    def createInstance(self):
        return type(self)()

    def helpUrl(self):
        page = HELP_PAGES / f"{self.ID}.html"
        if not page.exists():
            page = MANUAL_PAGES / f"{self.ID}.md"
        return QUrl.fromLocalFile(str(page)).toString()

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return icon_path(self.ID)

    def add(self, parameter, help_text: str, advanced: bool = False):
        """Add a parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        name = parameter.name()
        if not self.addParameter(parameter):
            raise ValueError(f"{self.ID} has the parameter {name} already")

    def add_output(self, output):
        """Add an output that is no destination."""
        name = output.name()
        if not self.addOutput(output):
            raise ValueError(f"{self.ID} has the output {name} already")

    def add_numbers(self, numbers: dict):
        """Add numeric outputs, by name and description."""
        for name, description in numbers.items():
            self.add_output(QgsProcessingOutputNumber(name, description))

    def read(self, parameters, context, feedback):
        """Turn layers and tables into plain values, kept on self."""

    def compute(self, parameters, context, feedback) -> dict:
        """Do the work and return the outputs."""
        raise NotImplementedError

    def checkParameterValues(self, parameters, context):
        wrong = inputs.wrong_value(self, parameters, context)
        if wrong:
            return False, wrong
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        self._refusal = None
        try:
            with _qgis_errors():
                check_destinations(self, parameters, context)
                self.read(parameters, context, feedback)
        except QgsProcessingException as refusal:
            # Raised from here, a script would only learn that there was an error.
            self._refusal = refusal
        return True

    def processAlgorithm(self, parameters, context, feedback):
        if self._refusal is not None:
            raise self._refusal
        with _qgis_errors():
            return self.compute(parameters, context, feedback)


@contextmanager
def _qgis_errors():
    """Turns the core's errors into the exception that QGIS shows."""
    try:
        yield
    except DataError as error:
        raise QgsProcessingException(say(error.message)) from error
    except Cancelled as error:
        raise QgsProcessingException(tr("Cancelled: no output was written.")) from error


def progress_of(feedback):
    """For the core: show the part done, and say whether to go on."""

    def progress(fraction: float) -> bool:
        feedback.setProgress(100.0 * fraction)
        return not feedback.isCanceled()

    return progress


def tell(feedback, notices=(), warnings=()):
    """Put the core's notices and warnings into the log."""
    for notice in notices:
        feedback.pushInfo(say(notice))
    for warning in warnings:
        feedback.pushWarning(say(warning))
