"""What is wrong with what a run was given, or of no use to it, said before the run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..text import tr
from .destinations import is_asked
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


def tell_unused(given: Given, only_for: Mapping[str, Sequence[str]]) -> None:
    """Warn of what was given for outputs of which none is asked for.

    Args:
        only_for: inputs, and the outputs that they are for.
    """
    for name, outputs in only_for.items():
        if given.is_own(name) and not any(is_asked(given, output) for output in outputs):
            given.warn(
                tr("{name} is not used, because {outputs} is not asked for.").format(
                    name=name, outputs="/".join(outputs)
                )
            )
