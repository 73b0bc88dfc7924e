"""QGIS's own widgets of parameters, touched up where a dialog or a batch table makes them.

A choice has static strings for whoever scripts, and words for whoever sees a window.

A class that a parameter's metadata names is asked for the widget's wrapper in place of QGIS. It
hands back QGIS's own wrapper: a factory in Python ends QGIS 3.40 with a crash, and the base class
of wrappers in Python goes with QGIS 4. From QGIS 4.4 on no class is asked: there dialogs have
QGIS's own widgets, with the strings. This file alone knows of that way. Nothing of it is done
where there is no window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

# What a parameter's metadata call it.
WRAPPER = "widget_wrapper"
# By the class of the dialog, as QGIS itself tells them apart.
MODELER, BATCH = "ModelerParametersDialog", "BatchAlgorithmDialog"


def shown_by(maker: type, **further: object) -> dict[str, object]:
    """The metadata of a parameter whose wrapper a class makes.

    Args:
        maker: called with the parameter, the dialog, a row and a column.
        further: what it is called with besides, by name.
    """
    return {WRAPPER: {"class": f"{maker.__module__}.{maker.__qualname__}", **further}}


def in_modeler(dialog: object) -> bool:
    """Whether a dialog is that of a model's step."""
    return type(dialog).__name__ == MODELER


def in_batch(dialog: object) -> bool:
    """Whether a dialog is that of many runs, a row for each."""
    return type(dialog).__name__ == BATCH


def own_wrapper(parameter: QgsProcessingParameterDefinition, dialog: Any) -> Any:
    """The wrapper that QGIS makes for a parameter without such metadata."""
    from qgis.gui import QgsGui, QgsProcessingGui

    registry: Any = QgsGui.processingGuiRegistry()
    if in_modeler(dialog):
        wrapper = registry.createModelerParameterWidget(
            dialog.model, dialog.childId, parameter, dialog.context
        )
    else:
        # The other name is that of QGIS 3.40.
        kinds = getattr(Qgis, "ProcessingMode", None) or QgsProcessingGui.WidgetType
        wrapper = registry.createParameterWidgetWrapper(
            parameter, kinds.Batch if in_batch(dialog) else kinds.Standard
        )
    wrapper.setDialog(dialog)
    return wrapper


def on_creation(wrapper: Any, touch_up: Callable[[QWidget, QgsProcessingContext], None]) -> Any:
    """The wrapper, whose widget is touched up as soon as it is created.

    `touch_up`: called with the widget and the context of the dialog.
    """

    def created(context: QgsProcessingContext) -> QWidget:
        # Once is enough; kept, it and the wrapper would hold each other.
        del wrapper.createWrappedWidget
        widget: QWidget = wrapper.createWrappedWidget(context)
        touch_up(widget, context)
        return widget

    # Dialog and batch table call it from Python, and so find this one.
    wrapper.createWrappedWidget = created
    return wrapper


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


def words_of(parameter: QgsProcessingParameterDefinition) -> Mapping[str, str]:
    """What dialogs call the strings of a choice; {} of any other parameter."""
    words: Mapping[str, str] = parameter.metadata().get(WRAPPER, {}).get("words", {})
    return words


def follow_layer(
    wrapper: Any, names: Sequence[str], value_of: Callable[[object, QgsProcessingContext], object]
) -> None:
    """Have a parameter preset by a layer that another one chooses; what somebody chose stays.

    Args:
        names: of the parameters with layers, of which a dialog has one.
        value_of: what is preset, by the value of such a parameter; it may be a layer or its text.
    """

    def initialized(wrappers: Sequence[Any]) -> None:
        # Once is enough; kept, it and the wrapper would hold each other.
        del wrapper.postInitialize
        wrapper.postInitialize(wrappers)
        preset = wrapper.parameterValue()

        def follow(of_layer: Any) -> None:
            nonlocal preset
            if wrapper.parameterValue() != preset:
                return
            context = QgsProcessingContext()
            context.setProject(of_layer.widgetContext().project())
            wrapper.setParameterValue(value_of(of_layer.parameterValue(), context), context)
            preset = wrapper.parameterValue()

        for other in wrappers:
            if other.parameterDefinition().name() in names:
                other.widgetValueHasChanged.connect(follow)
                follow(other)

    # Dialogs call it from Python when all wrappers are made, and so find this one.
    wrapper.postInitialize = initialized


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
            from qgis.PyQt.QtWidgets import QComboBox

            boxes = [widget] if isinstance(widget, QComboBox) else widget.findChildren(QComboBox)
            for box in boxes:
                # What else there is to choose, such as nothing, stays.
                for index in range(box.count()):
                    string = box.itemData(index)
                    if words and string in words:
                        box.setItemText(index, words[string])

        return on_creation(wrapper, rename)
