"""What every algorithm shares: identity, help, the course of a run, and where errors are turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.drafts import Drafts
from ..core.messages import Cancelled, DataError
from ..core.paths import HELP_PAGES, MANUAL_PAGES, icon_path
from ..core.provenance import Provenance
from ..text import tr, translate
from .checks import wrong_value
from .destinations import check_destinations
from .given import Context, Feedback, Given, Outputs, Parameters
from .loading import announce, groups_in
from .run import Run


@dataclass(frozen=True)
class Inputs:
    """What `read` makes of the parameters: plain values, good in any thread."""

    provenance: Provenance


class CarbonZonesAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider.

    A subclass sets ID and GROUP and gives its texts; it overrides `read` (main thread: layers and
    tables to plain values) and `work` (any thread: plain values to outputs). QGIS makes an
    object for each run, which prepares and processes once; what `read` returns is all that is
    kept from the one to the other.
    """

    ID = ""
    GROUP = ""

    def name(self) -> str:
        return self.ID

    def groupId(self) -> str:
        return self.GROUP

    def group(self) -> str:
        return {
            "study": tr("Study"),
            "change": tr("Land-use change"),
            "carbon": tr("Carbon zones and balance"),
            "tables": tr("Maps and tables"),
        }[self.GROUP]

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

    def add_numbers(self, numbers: Mapping[str, str]) -> None:
        """Add numeric outputs, by name and description."""
        for name, description in numbers.items():
            self.add_output(QgsProcessingOutputNumber(name, description))

    def refusal(self, given: Given) -> str:
        """Why a run with these values will be refused, in words; '' if nothing is seen by a look.

        Asked before the run, by the dialog and the command line; steps of a model are not asked.
        """
        return ""

    def read(self, given: Given) -> Inputs:
        """Turn layers and tables into plain values."""
        return Inputs(Provenance())

    # An algorithm names its own type of inputs here, the one that its `read` returns.
    def work(self, run: Run, inputs: Any) -> None:
        """Do the work; outputs go through the run."""
        raise NotImplementedError

    def checkParameterValues(self, parameters: Parameters, context: Context) -> tuple[bool, str]:
        given = Given(self, parameters, context, QgsProcessingFeedback())
        wrong = self.refusal(given) or wrong_value(given)
        if wrong:
            return False, wrong
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: Parameters, context: Context, feedback: Feedback
    ) -> bool:
        self._prepared: Inputs | QgsProcessingException
        given = Given(self, parameters, context, feedback)
        self._groups = groups_in(context)
        try:
            with _qgis_errors():
                check_destinations(given)
                self._prepared = self.read(given)
        except QgsProcessingException as refusal:
            # Raised from here, a script would only learn that there was an error.
            self._prepared = refusal
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        if isinstance(self._prepared, QgsProcessingException):
            raise self._prepared
        with _qgis_errors(), Drafts() as drafts:
            run = Run(self, parameters, context, feedback, drafts)
            self.work(run, self._prepared)
            drafts.finish()
        announce(run, self._prepared.provenance, self._groups)
        if feedback.progress():
            feedback.setProgress(100)
        return run.results


@contextmanager
def _qgis_errors() -> Iterator[None]:
    """Turns the core's errors into the exception that QGIS shows."""
    try:
        yield
    except DataError as error:
        raise QgsProcessingException(translate(error.message)) from error
    except Cancelled as error:
        raise QgsProcessingException(tr("Cancelled: no output was written.")) from error
