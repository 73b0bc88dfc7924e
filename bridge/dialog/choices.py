"""Parameters with a choice: static strings for whoever scripts, words for whoever sees a window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

from .widgets import in_modeler, on_creation, own_wrapper, shown_by

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QComboBox, QWidget


def choice_parameter(
    name: str, description: str, words: Mapping[str, str], default: str | None = None
) -> QgsProcessingParameterEnum:
    """The definition of a choice.

    Args:
        words: what dialog and batch table call each string, in the user's language.
        default: one of the strings; without one the choice is optional.
    """
    parameter = QgsProcessingParameterEnum(
        name,
        description,
        list(words),
        defaultValue=default,
        optional=default is None,
        usesStaticStrings=True,
    )
    parameter.setMetadata(shown_by(InWords, words=dict(words)))
    return parameter


class InWords:
    """What makes the wrapper of a choice: QGIS's own, whose combo box shows words.

    What is chosen there is a string as ever. In the modeler nothing changes, because there a
    choice may also come from an input of the model.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        words: Mapping[str, str] | None = None,
    ) -> Any:
        wrapper = own_wrapper(parameter, dialog)
        if in_modeler(dialog):
            return wrapper

        def rename(widget: QWidget, context: QgsProcessingContext) -> None:
            for box in _boxes(widget):
                _rename(box, words or {})

        return on_creation(wrapper, rename)


def _boxes(widget: QWidget) -> list[QComboBox]:
    """The combo boxes in a widget, or the widget itself where it is one."""
    from qgis.PyQt.QtWidgets import QComboBox

    return [widget] if isinstance(widget, QComboBox) else widget.findChildren(QComboBox)


def _rename(box: QComboBox, words: Mapping[str, str]) -> None:
    """Put words in place of the strings; what else there is to choose, such as nothing, stays."""
    for place in range(box.count()):
        string = box.itemData(place)
        if string in words:
            box.setItemText(place, words[string])
