"""What is wrong with what a run was given, said before the run."""

from __future__ import annotations

from .given import Given, takes_polygons
from .polygons import missing_polygons
from .tables import missing_table


def missing_tables(given: Given) -> str:
    """Which table or layer of polygons cannot be read, in words; '' if none."""
    for definition in given.algorithm.parameterDefinitions():
        if definition.type() == "source" and given.has(definition.name()):
            look = missing_polygons if takes_polygons(definition) else missing_table
            missing = look(given, definition.name())
            if missing:
                return missing
    return ""
