"""What sentences call parameters: the window shows their labels, qgis_process their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qgis.core import QgsApplication, QgsProcessingAlgorithm

from ..text import tr

# What QGIS says it runs as.
WINDOW, HEADLESS = "desktop", "qgis_process"
# A name by itself: YEARS has ..., CLASSES (classes) row 3 ..., but not /data/CLASSES.csv. Beside a
# Chinese character it stands by itself too.
NAME = r"(?<![A-Za-z0-9_/\\.-])[A-Z][A-Z0-9_]+(?![A-Za-z0-9_/\\-]|\.[A-Za-z0-9_])"
# What was given stands in quotes.
QUOTED = r"((?<![A-Za-z0-9])'[^']*'|\u201c[^\u201d]*\u201d)"
# Where a label has said what the parameter is.
FURTHER = r"\s*[,(\uff0c\uff08]"


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


def labelled(sentence: str, labels: Mapping[str, str]) -> str:
    """A sentence with labels in place of names, but where it says what was given."""
    # Of 'Layers, earliest first' the first word will do.
    short = {name: re.split(FURTHER, label)[0] for name, label in labels.items()}
    parts = re.split(QUOTED, sentence)
    parts[::2] = [re.sub(NAME, lambda m: short.get(m[0], m[0]), part) for part in parts[::2]]
    return "".join(parts)


def _labels(algorithm: QgsProcessingAlgorithm) -> dict[str, str]:
    return {one.name(): one.description() for one in algorithm.parameterDefinitions()}
