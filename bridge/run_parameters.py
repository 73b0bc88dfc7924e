"""What a run was given: its parameters, asked for by name, and what sentences call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsRectangle,
)

from ..text import tr

# QGIS's names, shorter, for signatures.
Algorithm = QgsProcessingAlgorithm
Context = QgsProcessingContext
Feedback = QgsProcessingFeedback
# What a run is given, by the parameters' names, and what it gives, by the outputs' names.
Parameters = dict[str, Any]
Outputs = dict[str, Any]

# What QGIS says it runs as.
WINDOW, HEADLESS = "desktop", "qgis_process"
# A name by itself: YEARS has ..., CLASSES (classes) row 3 ..., but not /data/CLASSES.csv. Beside a
# Chinese character it stands by itself too.
NAME = r"(?<![A-Za-z0-9_/\\.-])[A-Z][A-Z0-9_]+(?![A-Za-z0-9_/\\-]|\.[A-Za-z0-9_])"
# What was given stands in quotes.
QUOTED = r"((?<![A-Za-z0-9])'[^']*'|\u201c[^\u201d]*\u201d)"
# Where a label has said what the parameter is.
FURTHER = r"\s*[,(\uff0c\uff08]"


def takes_polygons(definition: QgsProcessingParameterDefinition) -> bool:
    """Whether a parameter takes polygons; others of its type take tables."""
    return _takes(definition, Qgis.ProcessingSourceType.VectorPolygon)


def takes_points(definition: QgsProcessingParameterDefinition | None) -> bool:
    """Whether a parameter takes points."""
    return _takes(definition, Qgis.ProcessingSourceType.VectorPoint)


def _takes(
    definition: QgsProcessingParameterDefinition | None, kind: Qgis.ProcessingSourceType
) -> bool:
    return (
        isinstance(definition, QgsProcessingParameterFeatureSource)
        and int(kind) in definition.dataTypes()
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
    warned: list[str] = field(default_factory=list)

    def progress(self, fraction: float) -> bool:
        """Show the part done, 0 to 1, and say whether to go on."""
        self.feedback.setProgress(100.0 * fraction)
        return not self.feedback.isCanceled()

    def going_on(self) -> bool:
        """Whether to go on; where an interrupt is only seen while progress is set."""
        return self.progress(self.feedback.progress() / 100.0)

    def warn(self, text: str) -> None:
        """Put a warning into the log, to be repeated at its end."""
        self.feedback.pushWarning(in_window(self.algorithm, text))
        self.warned.append(text)

    def inform(self, text: str) -> None:
        """Put a notice into the log."""
        self.feedback.pushInfo(in_window(self.algorithm, text))

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


def in_window(algorithm: QgsProcessingAlgorithm, sentence: str) -> str:
    """A sentence of the log: in the window parameters are called as the window calls them."""
    if QgsApplication.platform() != WINDOW:
        return sentence
    return labelled(sentence, _labels(algorithm))


def by_label(algorithm: QgsProcessingAlgorithm, sentence: str) -> str:
    """The sentence of a refusal, for whoever reads it.

    What a script raises may be read in either way: a name that it begins with has its label
    before it.
    """
    if QgsApplication.platform() in (WINDOW, HEADLESS):
        return in_window(algorithm, sentence)
    name, labels = re.match(NAME, sentence), _labels(algorithm)
    if name is None or name[0] not in labels:
        return sentence
    return tr("{label} / {sentence}").format(label=labels[name[0]], sentence=sentence)


def with_labels(algorithm: QgsProcessingAlgorithm, texts: Iterable[str]) -> list[str]:
    """Texts of help, for windows and scripts alike: each name stands behind its label."""
    numbers = {one.name(): one.description() for one in algorithm.outputDefinitions()}
    labels, form = {**numbers, **_labels(algorithm)}, tr("'{label}' ({name})")
    return [labelled(text, labels, form) for text in texts]


def labelled(sentence: str, labels: Mapping[str, str], form: str = "{label}") -> str:
    """A sentence with labels in place of names, but where it says what was given.

    Args:
        form: how label and name are put.
    """

    def put(found: re.Match[str]) -> str:
        name = found[0]
        if name not in labels:
            return name
        # Of 'Layers, earliest first' the first word will do.
        return form.format(label=re.split(FURTHER, labels[name])[0], name=name)

    parts = re.split(QUOTED, sentence)
    parts[::2] = [re.sub(NAME, put, part) for part in parts[::2]]
    return "".join(parts)


def _labels(algorithm: QgsProcessingAlgorithm) -> dict[str, str]:
    return {one.name(): one.description() for one in algorithm.parameterDefinitions()}
