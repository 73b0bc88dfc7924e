"""What is wrong with what a run was given, said before the run."""

from __future__ import annotations

import re

from ..text import tr
from .given import Algorithm, Given
from .tables import missing_table

# A sentence that begins with a parameter: YEARS has ..., CLASSES (classes) row 3 ...
LEADING = re.compile(r"[A-Z][A-Z0-9_]+(?![A-Za-z0-9_])")


def missing_tables(given: Given) -> str:
    """Which table cannot be opened, in words; '' if none."""
    for definition in given.algorithm.parameterDefinitions():
        if definition.type() == "source" and given.has(definition.name()):
            missing = missing_table(given, definition.name())
            if missing:
                return missing
    return ""


def with_label(algorithm: Algorithm, sentence: str) -> str:
    """A sentence that begins with a parameter, with its label before: a window shows only that."""
    found = LEADING.match(sentence)
    definition = algorithm.parameterDefinition(found[0]) if found else None
    if found is None or definition is None or definition.name() != found[0]:
        return sentence
    return tr("{label} / {sentence}").format(label=definition.description(), sentence=sentence)
