"""Base class of all algorithms: identity, help, run sequence and error conversion."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.base.drafts import Drafts
from ..core.base.files import FileSet, Provenance, check_own_files, get_icon_path, get_manual_page
from ..core.base.messages import DataError, Message, RunCancelledError, Term
from ..text import interface_language, tr, translate
from .destinations import check_destinations, check_file_extensions, check_outputs_unmodified
from .dialog import create_wrapper_metadata, get_choice_labels
from .legend_guess import SchemePreset
from .loading import configure_layer_loading, get_group_names
from .overwrite_protection import disable_sidecar_writes, list_input_files
from .parameter_dictionary import create_definition, expand_names
from .parameters import (
    Algorithm,
    Context,
    Feedback,
    Outputs,
    Parameters,
    RunParameters,
    add_parameter_labels,
    format_error,
    is_polygon_parameter,
    is_required,
    parse_parameters,
)
from .polygons import get_polygon_source
from .run_context import RunContext, log_summary
from .tables import convert_inputs_to_utf8, get_table_source

# Error messages quote parameter values; longer words are shortened in the middle.
MAX_WORD_LENGTH = 400


@dataclass(frozen=True)
class AlgorithmInputs:
    """Plain values read from the parameters by `read_inputs`, usable in any thread."""

    provenance: Provenance


class CarbonZonesAlgorithm(QgsProcessingAlgorithm):
    """Base class of the algorithms of the provider.

    A subclass sets ID, GROUP and its texts (TAGS separated by commas), and overrides
    `read_inputs` (main thread: layers and tables to plain values) and `execute` (any
    thread: plain values to outputs). QGIS creates one object per run; only the result of
    `read_inputs` is kept between preparation and processing.

    DECLARES lists parameters and outputs in dialog order; resources/parameters.csv defines
    them. WIDGETS maps parameters to widget factories. ONLY_FOR maps inputs to the outputs
    they are limited to.
    """

    ID = ""
    GROUP = ""
    NAME = SUMMARY = TAGS = HELP = Term()
    ONLY_FOR: ClassVar[Mapping[str, Sequence[str]]] = {}
    DECLARES = ""
    WIDGETS: ClassVar[Mapping[str, tuple[type, Mapping[str, object]]]] = {
        "SCHEME": (SchemePreset, {})
    }

    @property
    def declared_names(self) -> list[str]:
        """Names in DECLARES, and the output common to all algorithms."""
        return [*expand_names(self.DECLARES), "WARNINGS"]

    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:
        return translate(self.NAME)

    def shortDescription(self) -> str:
        return translate(self.SUMMARY)

    def tags(self) -> list[str]:
        return translate(self.TAGS).split(",")

    def shortHelpString(self) -> str:
        return add_parameter_labels(self, [translate(self.HELP)])[0]

    def groupId(self) -> str:
        return self.GROUP

    def group(self) -> str:
        return {
            "study": tr("Study"),
            "change": tr("Land-use change"),
            "carbon": tr("Carbon zones and balance"),
            "mine": tr("Mining areas"),
            "accuracy": tr("Accuracy"),
            "tables": tr("Maps and tables"),
        }[self.GROUP]

    def createInstance(self) -> CarbonZonesAlgorithm:
        return type(self)()

    def helpUrl(self) -> str:
        page = get_manual_page(f"algorithms/{self.ID}", interface_language())
        return QUrl.fromLocalFile(str(page)).toString()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return get_icon_path(self.ID)

    def initAlgorithm(self, configuration: dict[str, object] | None = None) -> None:
        declared = [self._create_definition(name) for name in self.declared_names]
        for definition in sort_required_first(declared):
            name = definition.name()
            if isinstance(definition, QgsProcessingOutputDefinition):
                is_new = self.addOutput(definition)
            else:
                is_new = self.addParameter(definition)
            if not is_new:
                raise ValueError(f"{self.ID} has {name} already")
        # Labels are complete only after all definitions are added.
        parameters = self.parameterDefinitions()
        helps = add_parameter_labels(self, [parameter.help() for parameter in parameters])
        for parameter, text in zip(parameters, helps):
            parameter.setHelp(text)

    def _create_definition(self, name: str) -> Any:
        """Return the definition of a parameter or an output."""
        definition, help_text = create_definition(self.ID, name)
        if isinstance(definition, QgsProcessingParameterDefinition):
            definition.setHelp(help_text)
        if name in self.WIDGETS:
            maker, further = self.WIDGETS[name]
            words = get_choice_labels(definition)
            definition.setMetadata(
                create_wrapper_metadata(maker, **further, **({"words": words} if words else {}))
            )
        return definition

    def check_parameters(self, parameters: RunParameters) -> None:
        """Raise an error for invalid values; model steps are only checked when prepared."""

    def read_inputs(self, parameters: RunParameters) -> AlgorithmInputs:
        """Convert layers and tables to plain values."""
        return AlgorithmInputs(Provenance())

    # `inputs` is Any: each algorithm declares the type returned by its `read_inputs`.
    def execute(self, run: RunContext, inputs: Any) -> None:
        """Compute the results and write the outputs through `run`."""
        raise NotImplementedError

    def checkParameterValues(self, parameters: Parameters, context: Context) -> tuple[bool, str]:
        with disable_sidecar_writes():
            try:
                with _convert_errors(self):
                    plain = parse_parameters(self, parameters, context)
                    looked_at = self._validate_parameters(
                        RunParameters(self, plain, context, QgsProcessingFeedback())
                    )
            except QgsProcessingException as refusal:
                return False, str(refusal)
            return super().checkParameterValues(looked_at.values_by_name, context)

    def _validate_parameters(self, parameters: RunParameters) -> RunParameters:
        """Check parameter values and return them with tables converted to UTF-8."""
        parameters = replace(parameters, values_by_name=convert_inputs_to_utf8(parameters))
        self.check_parameters(parameters)
        check_file_extensions(parameters)
        for definition in self.parameterDefinitions():
            if definition.type() == "source" and parameters.has_value(definition.name()):
                require = (
                    get_polygon_source if is_polygon_parameter(definition) else get_table_source
                )
                require(parameters, definition.name())
        return parameters

    def prepareAlgorithm(
        self, parameters: Parameters, context: Context, feedback: Feedback
    ) -> bool:
        self._prepared: _PreparedRun | str
        try:
            with disable_sidecar_writes(), _convert_errors(self):
                check_own_files()
                plain = parse_parameters(self, parameters, context)
                given = RunParameters(self, plain, context, feedback)
                files = list_input_files(given)
                check_destinations(given, files)
                given = self._validate_parameters(given)
                for name, outputs in self.ONLY_FOR.items():
                    if given.is_non_default(name) and not given.has_value(*outputs):
                        given.add_warning(
                            "{name} ignored: it only applies to {outputs}.",
                            name=name,
                            outputs="/".join(outputs),
                        )
                self._prepared = _PreparedRun(
                    given.values_by_name,
                    files,
                    get_group_names(context),
                    self.read_inputs(given),
                    given.warned,
                )
        except QgsProcessingException as refusal:
            # An exception raised here would reach a script only as a generic error. Only the text
            # is kept: an exception references frames, and thus layers, which would outlive QGIS.
            self._prepared = str(refusal)
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        prepared = self._prepared
        if isinstance(prepared, str):
            raise QgsProcessingException(prepared)
        plain, warned = prepared.values_by_name, [*prepared.warned]
        given = RunParameters(self, plain, context, feedback, warned)
        with _convert_errors(self), Drafts(prepared.files, given.should_continue) as drafts:
            run = RunContext(given, drafts, prepared.inputs.provenance)
            try:
                self.execute(run, prepared.inputs)
                check_outputs_unmodified(run)
                if not run.should_continue():
                    raise RunCancelledError
                run.log_notes(drafts.commit_drafts())
                for step in run.afterwards:
                    step()
            finally:
                # These steps hold layers, which the frames of an exception would keep alive after
                # QGIS exits.
                run.afterwards.clear()
        log_summary(run)
        configure_layer_loading(run, prepared.groups)
        if feedback.progress():
            feedback.setProgress(100)
        return run.results


def sort_required_first(declared: Sequence[Any]) -> list[Any]:
    """Return parameters and outputs, required basic inputs before optional, others in place."""
    advanced = Qgis.ProcessingParameterFlag.Advanced
    shown = [
        definition
        for definition in declared
        if isinstance(definition, QgsProcessingParameterDefinition)
        and not definition.isDestination()
        and not definition.flags() & advanced
    ]
    order = sorted(shown, key=lambda definition: not is_required(definition))
    return [order.pop(0) if definition in shown else definition for definition in declared]


@dataclass(frozen=True)
class _PreparedRun:
    """State kept between preparation and execution of a run; `files` are the input files."""

    values_by_name: Parameters
    files: FileSet
    groups: set[str]
    inputs: AlgorithmInputs
    warned: list[Message]


@contextmanager
def _convert_errors(algorithm: Algorithm) -> Generator[None, None, None]:
    """Convert errors of the core, the file system and the bridge to QgsProcessingException."""
    try:
        yield
    except RunCancelledError as error:
        raise QgsProcessingException(tr("Cancelled: no output was written.")) from error
    except DataError as error:
        raise QgsProcessingException(_single_line(algorithm, error.message)) from error
    except OSError as error:
        what = f"'{error.filename}': " if error.filename else ""
        text = f"{what}{error.strerror or error}"
        raise QgsProcessingException(_single_line(algorithm, text)) from error
    except QgsProcessingException as error:
        error.args = (_single_line(algorithm, str(error)),)
        raise


def _single_line(algorithm: Algorithm, text: str | Message) -> str:
    """Return an error text as a single line with overlong words shortened."""
    half = MAX_WORD_LENGTH // 2
    line = re.sub(r"\s*[\r\n]+\s*", " ", format_error(algorithm, text)).strip()
    return re.sub(rf"(\S{{{half}}})\S{{3,}}(\S{{{half}}})", r"\1...\2", line)
