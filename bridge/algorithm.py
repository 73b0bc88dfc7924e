"""What every algorithm shares: identity, help, and the one place where errors are turned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.messages import Cancelled, DataError, Message
from ..core.paths import HELP_PAGES, MANUAL_PAGES, icon_path
from ..text import say, tr
from .layers import Context, Feedback, Parameters, wrong_value
from .sinks import Outputs, check_destinations


class CarbonZonesAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider.

    A subclass sets ID and gives its texts; it overrides `read` (main thread: layers and
    tables to plain values) and `compute` (any thread: plain values to outputs).
    """

    ID = ""

    def name(self) -> str:
        return self.ID

    def createInstance(self) -> CarbonZonesAlgorithm:
        return type(self)()

    def helpUrl(self) -> str:
        page = HELP_PAGES / f"{self.ID}.html"
        if not page.exists():
            page = MANUAL_PAGES / f"{self.ID}.md"
        return QUrl.fromLocalFile(str(page)).toString()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return icon_path(self.ID)

    def add(
        self, parameter: QgsProcessingParameterDefinition, help_text: str, advanced: bool = False
    ) -> None:
        """Add a parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        name = parameter.name()
        if not self.addParameter(parameter):
            raise ValueError(f"{self.ID} has the parameter {name} already")

    def add_output(self, output: QgsProcessingOutputDefinition) -> None:
        """Add an output that is no destination."""
        name = output.name()
        if not self.addOutput(output):
            raise ValueError(f"{self.ID} has the output {name} already")

    def add_numbers(self, numbers: dict[str, str]) -> None:
        """Add numeric outputs, by name and description."""
        for name, description in numbers.items():
            self.add_output(QgsProcessingOutputNumber(name, description))

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        """Turn layers and tables into plain values, kept on self."""

    def compute(self, parameters: Parameters, context: Context, feedback: Feedback) -> Outputs:
        """Do the work and return the outputs."""
        raise NotImplementedError

    def checkParameterValues(self, parameters: Parameters, context: Context) -> tuple[bool, str]:
        wrong = wrong_value(self, parameters, context)
        if wrong:
            return False, wrong
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: Parameters, context: Context, feedback: Feedback
    ) -> bool:
        self._refusal: QgsProcessingException | None = None
        try:
            with _qgis_errors():
                check_destinations(self, parameters, context)
                self.read(parameters, context, feedback)
        except QgsProcessingException as refusal:
            # Raised from here, a script would only learn that there was an error.
            self._refusal = refusal
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        if self._refusal is not None:
            raise self._refusal
        with _qgis_errors():
            return self.compute(parameters, context, feedback)


@contextmanager
def _qgis_errors() -> Iterator[None]:
    """Turns the core's errors into the exception that QGIS shows."""
    try:
        yield
    except DataError as error:
        raise QgsProcessingException(say(error.message)) from error
    except Cancelled as error:
        raise QgsProcessingException(tr("Cancelled: no output was written.")) from error


def progress_of(feedback: Feedback) -> Callable[[float], bool]:
    """For the core: show the part done, and say whether to go on."""

    def progress(fraction: float) -> bool:
        feedback.setProgress(100.0 * fraction)
        return not feedback.isCanceled()

    return progress


def tell(
    feedback: Feedback, notices: Iterable[Message] = (), warnings: Iterable[Message] = ()
) -> None:
    """Put the core's notices and warnings into the log."""
    for notice in notices:
        feedback.pushInfo(say(notice))
    for warning in warnings:
        feedback.pushWarning(say(warning))
