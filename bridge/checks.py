"""What is wrong with the raw values of a run, said before QGIS says less."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterEnum

from ..text import tr
from .given import Given
from .tables import missing_table


def wrong_value(given: Given) -> str:
    """What is wrong with a table or a choice that was given, in words; '' if nothing is.

    QGIS's own checks would only say that something is wrong or "not found".
    """
    for definition in given.algorithm.parameterDefinitions():
        name = definition.name()
        if not given.has(name):
            continue
        value = given.parameters[name]
        if definition.type() == "source":
            missing = missing_table(given, name)
            if missing:
                return missing
        elif isinstance(definition, QgsProcessingParameterEnum) and not _is_choice(
            definition, value
        ):
            return tr("{name}: '{value}' is not one of {choices}").format(
                name=name, value=value, choices=", ".join(definition.options())
            )
    return ""


def _is_choice(definition: QgsProcessingParameterEnum, value: object) -> bool:
    """Whether an enum parameter takes a value: one of its options, or an expression."""
    if not isinstance(value, (int, str)) or str(value).startswith(("expression:", "field:")):
        return True
    return str(value) in definition.options()
