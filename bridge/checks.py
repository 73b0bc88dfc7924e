"""What is wrong with what a run was given, or of no use to it, said before the run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..text import tr
from .destinations import is_any_asked
from .polygons import missing_polygons
from .run_parameters import RunParameters, takes_polygons
from .tables import missing_table


def missing_tables(parameters: RunParameters) -> str:
    """Which table or layer of polygons cannot be read, in words; '' if none."""
    for definition in parameters.algorithm.parameterDefinitions():
        if definition.type() == "source" and parameters.has(definition.name()):
            look = missing_polygons if takes_polygons(definition) else missing_table
            missing = look(parameters, definition.name())
            if missing:
                return missing
    return ""


def tell_unused(parameters: RunParameters, only_for: Mapping[str, Sequence[str]]) -> None:
    """Warn of what was given for outputs of which none is asked for.

    Args:
        only_for: inputs, and the outputs that they are for.
    """
    for name, outputs in only_for.items():
        if parameters.is_own(name) and not is_any_asked(parameters, outputs):
            parameters.warn(
                tr("{name} is not used, because {outputs} is not asked for.").format(
                    name=name, outputs="/".join(outputs)
                )
            )
