"""What a run was given: its parameters, asked for by name, and what sentences call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsRectangle,
)

from ..core.base.messages import DataError, Listed, Message, Term
from ..text import tr, translate

# QGIS's names, shorter, for signatures.
Algorithm = QgsProcessingAlgorithm
Context = QgsProcessingContext
Feedback = QgsProcessingFeedback
# What a run is given, by the parameters' names, and what it gives, by the outputs' names.
Parameters = dict[str, Any]
Outputs = dict[str, Any]

# What QGIS says it runs as.
WINDOW, HEADLESS = "desktop", "qgis_process"
# A parameter's name in a text: YEARS has ..., CLASSES (classes) row 3 ..., but not
# /data/CLASSES.csv. Beside a Chinese character it stands by itself too.
NAME = re.compile(r"(?<![A-Za-z0-9_/\\.-])[A-Z][A-Z0-9_]+(?![A-Za-z0-9_/\\-]|\.[A-Za-z0-9_])")
# A value in quotes: that is what somebody gave.
QUOTED = re.compile(r"['\u201c]\{(\w+)")
# Where a label has said what the parameter is.
FURTHER = r"\s*[,(\uff0c\uff08]"


def takes_polygons(definition: QgsProcessingParameterDefinition) -> bool:
    """Whether a parameter takes polygons; others of its type take tables."""
    kind = int(Qgis.ProcessingSourceType.VectorPolygon)
    return (
        isinstance(definition, QgsProcessingParameterFeatureSource)
        and kind in definition.dataTypes()
    )


def edges_of(rectangle: QgsRectangle) -> tuple[float, float, float, float]:
    """x_min, x_max, y_min and y_max, as QGIS writes extents."""
    return (rectangle.xMinimum(), rectangle.xMaximum(), rectangle.yMinimum(), rectangle.yMaximum())


@dataclass(eq=False)
class RunParameters:
    """The parameters of a run, asked for by name as plain values.

    Layers and tables are read by bridge/layers.py and bridge/tables.py, in the main thread.

    Attributes:
        values_by_name: as bridge/values.py understood them.
        warned: gets the warnings of the run.
    """

    algorithm: Algorithm
    values_by_name: Parameters
    context: Context
    feedback: Feedback
    warned: list[Message] = field(default_factory=list)

    def progress(self, fraction: float) -> bool:
        """Show the part done, 0 to 1, and say whether to go on."""
        self.feedback.setProgress(100.0 * fraction)
        return not self.feedback.isCanceled()

    def going_on(self) -> bool:
        """Whether to go on; where an interrupt is only seen while progress is set."""
        return self.progress(self.feedback.progress() / 100.0)

    def warn(self, text: str | Message, /, **values: object) -> None:
        """Put a warning into the log, to be repeated at its end.

        `text`: a template with the values that go into it, or a message that has them.
        """
        message = text if isinstance(text, Message) else Message(text, **values)
        self.feedback.pushWarning(in_window(self.algorithm, message))
        self.warned.append(message)

    def inform(self, text: str | Message, /, **values: object) -> None:
        """Put a notice into the log; as `warn`."""
        message = text if isinstance(text, Message) else Message(text, **values)
        self.feedback.pushInfo(in_window(self.algorithm, message))

    def takes(self, name: str) -> bool:
        """Whether the algorithm has a parameter."""
        return self.algorithm.parameterDefinition(name) is not None

    def has(self, name: str) -> bool:
        """Whether anything was given for a parameter."""
        return name in self.values_by_name

    def is_own(self, name: str) -> bool:
        """Whether something else than the default was given, which dialogs give in any case."""
        default = self.algorithm.parameterDefinition(name).defaultValue()
        return self.has(name) and bool(self.values_by_name[name] != default)

    def text(self, name: str) -> str:
        return self.algorithm.parameterAsString(self.values_by_name, name, self.context) or ""

    def whole(self, name: str) -> int:
        return self.algorithm.parameterAsInt(self.values_by_name, name, self.context)

    def real(self, name: str) -> float:
        return self.algorithm.parameterAsDouble(self.values_by_name, name, self.context)

    def yes(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.algorithm.parameterAsBoolean(self.values_by_name, name, self.context)

    def choice(self, name: str) -> str:
        """The string of an enum."""
        return self.algorithm.parameterAsEnumString(self.values_by_name, name, self.context)

    def file(self, name: str) -> str:
        """Where a file output goes, or ''."""
        return self.algorithm.parameterAsFileOutput(self.values_by_name, name, self.context)

    def source(self, name: str) -> QgsProcessingFeatureSource | None:
        """A table or layer that was given; None where it cannot be opened."""
        return self.algorithm.parameterAsSource(self.values_by_name, name, self.context)

    def values(self, name: str) -> list[Any]:
        """What was given for a parameter, one or several; without any, an empty list."""
        value = self.values_by_name.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source.staticValue()
        if value is None:
            return []
        return value if isinstance(value, list) else [value]


def refused(name: str, what: object) -> DataError:
    """The error for what was given for a parameter."""
    in_every_language = "{name}: {what}"
    return DataError(in_every_language, name=name, what=what)


def in_window(algorithm: QgsProcessingAlgorithm, text: object) -> str:
    """A text in the user's language; in the window parameters are called as the window does."""
    if QgsApplication.platform() != WINDOW:
        return translate(text)
    return said(text, Labels(algorithm.parameterDefinitions()))


def by_label(algorithm: QgsProcessingAlgorithm, text: object) -> str:
    """The text of a refusal, for whoever reads it.

    What a script raises may be read in either way: a name that it begins with has its label
    before it.
    """
    if QgsApplication.platform() in (WINDOW, HEADLESS):
        return in_window(algorithm, text)
    sentence, labels = translate(text), Labels(algorithm.parameterDefinitions())
    name = NAME.match(sentence)
    if name is None or name[0] not in labels:
        return sentence
    return tr("{label} / {sentence}").format(label=labels[name[0]], sentence=sentence)


def with_labels(algorithm: QgsProcessingAlgorithm, texts: Iterable[str]) -> list[str]:
    """Texts of help, for windows and scripts alike: each name stands behind its label."""
    labels, form = Labels(algorithm.outputDefinitions()), tr("'{label}' ({name})")
    labels.update(Labels(algorithm.parameterDefinitions()))
    return [labels.put_into(text, form) for text in texts]


class Labels(dict[str, str]):
    """What the window calls parameters or outputs, by their names."""

    def __init__(
        self,
        definitions: Sequence[QgsProcessingParameterDefinition]
        | Sequence[QgsProcessingOutputDefinition],
    ):
        super().__init__((each.name(), each.description()) for each in definitions)

    def put_into(self, text: str, form: str = "{label}") -> str:
        """A text with labels in place of names. `form`: how label and name are put."""

        def put(match: re.Match[str]) -> str:
            name = match[0]
            if name not in self:
                return name
            # Of 'Layers, earliest first' the first word will do.
            return form.format(label=re.split(FURTHER, self[name])[0], name=name)

        return NAME.sub(put, text)


def said(text: object, labels: Labels) -> str:
    """A text in the user's language, in which parameters are called by their labels.

    They are named in the text itself, and by values that begin with one, such as CLASSES (classes).
    What stands in quotes somebody gave.
    """
    if isinstance(text, Message):
        template = labels.put_into(tr(text.template))
        given = QUOTED.findall(template)
        values = dict(text.values)
        for name, value in text.values.items():
            if isinstance(value, (str, Message, Listed)):
                values[name] = translate(value) if name in given else said(value, labels)
        return template.format(**values)
    if isinstance(text, Listed):
        return tr(str(text.between)).join(said(part, labels) for part in text.parts)
    if isinstance(text, Term):
        return labels.put_into(tr(text))
    words = str(text)
    first = NAME.match(words)
    return words if first is None else labels.put_into(first[0]) + words[first.end() :]
