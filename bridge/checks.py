"""What is wrong with what a run was given, said before the run."""

from __future__ import annotations

import re

from ..text import tr
from .given import Algorithm, Given, takes_polygons
from .polygons import missing_polygons
from .tables import missing_table

# A sentence that begins with a parameter: YEARS has ..., CLASSES (classes) row 3 ...
LEADING = re.compile(r"[A-Z][A-Z0-9_]+(?![A-Za-z0-9_])")


def missing_tables(given: Given) -> str:
    """Which table or layer of polygons cannot be read, in words; '' if none."""
    for definition in given.algorithm.parameterDefinitions():
        if definition.type() == "source" and given.has(definition.name()):
            look = missing_polygons if takes_polygons(definition) else missing_table
            missing = look(given, definition.name())
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
