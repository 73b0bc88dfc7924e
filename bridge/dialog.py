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
    QgsProcessingUtils,
)

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

# What a parameter's metadata call it.
WRAPPER_KEY = "widget_wrapper"
# By the class of the dialog, as QGIS itself tells them apart.
MODELER_DIALOG, BATCH_DIALOG = "ModelerParametersDialog", "BatchAlgorithmDialog"


def create_wrapper_metadata(maker: type, **further: object) -> dict[str, object]:
    """The metadata of a parameter whose wrapper a class such as InWords makes.

    `further`: what it is called with besides, by name.
    """
    return {WRAPPER_KEY: {"class": f"{maker.__module__}.{maker.__qualname__}", **further}}


def is_modeler_dialog(dialog: object) -> bool:
    """Whether a dialog is that of a model's step."""
    return type(dialog).__name__ == MODELER_DIALOG


def create_default_wrapper(parameter: QgsProcessingParameterDefinition, dialog: Any) -> Any:
    """The wrapper that QGIS makes for a parameter without such metadata."""
    from qgis.gui import QgsGui, QgsProcessingGui

    registry: Any = QgsGui.processingGuiRegistry()
    if is_modeler_dialog(dialog):
        wrapper = registry.createModelerParameterWidget(
            dialog.model, dialog.childId, parameter, dialog.context
        )
    else:
        # The other name is that of QGIS 3.40.
        kinds = getattr(Qgis, "ProcessingMode", None) or QgsProcessingGui.WidgetType
        wrapper = registry.createParameterWidgetWrapper(
            parameter, kinds.Batch if type(dialog).__name__ == BATCH_DIALOG else kinds.Standard
        )
    wrapper.setDialog(dialog)
    return wrapper


def hook_widget_creation(
    wrapper: Any, touch_up: Callable[[QWidget, QgsProcessingContext], None]
) -> None:
    """Have the widget of a wrapper touched up as soon as it is created, once for each wrapper."""

    def created(context: QgsProcessingContext) -> QWidget:
        # Once is enough; kept, it and the wrapper would hold each other.
        del wrapper.createWrappedWidget
        widget: QWidget = wrapper.createWrappedWidget(context)
        touch_up(widget, context)
        return widget

    # Dialog and batch table call it from Python, and so find this one.
    wrapper.createWrappedWidget = created


def create_choice_parameter(
    name: str, description: str, words: Mapping[str, str], default: str | None = None
) -> QgsProcessingParameterEnum:
    """The definition of a choice, which is optional without a default.

    `words`: what dialog and batch table call each string, in the user's language.
    """
    parameter = QgsProcessingParameterEnum(
        name,
        description,
        list(words),
        defaultValue=default,
        optional=default is None,
        usesStaticStrings=True,
    )
    parameter.setMetadata(create_wrapper_metadata(WidgetWrapperFactory, words=dict(words)))
    return parameter


def get_choice_labels(parameter: QgsProcessingParameterDefinition) -> Mapping[str, str]:
    """What dialogs call the strings of a choice; {} of any other parameter."""
    words: Mapping[str, str] = parameter.metadata().get(WRAPPER_KEY, {}).get("words", {})
    return words


def preset_from_layer(
    wrapper: Any, names: Sequence[str], proposal: Callable[[object], object]
) -> None:
    """Have a parameter preset by a layer that another one chooses; what somebody chose stays.

    `names`: of the parameters with layers, of which a dialog has one. `proposal`: by the first of
    its layers; nothing for the default.
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
            value = of_layer.parameterValue()
            layer = next(iter(value), None) if isinstance(value, (list, tuple)) else value
            if isinstance(layer, str) and layer:
                hint = QgsProcessingUtils.LayerHint.Raster
                layer = QgsProcessingUtils.mapLayerFromString(layer, context, True, hint)
            proposed = proposal(layer) or wrapper.parameterDefinition().defaultValue()
            wrapper.setParameterValue(proposed, context)
            preset = wrapper.parameterValue()

        for other in wrappers:
            if other.parameterDefinition().name() in names:
                other.widgetValueHasChanged.connect(follow)
                follow(other)

    # Dialogs call it from Python when all wrappers are made, and so find this one.
    wrapper.postInitialize = initialized


class WidgetWrapperFactory:
    """What makes the wrapper of a parameter: QGIS's own, whose combo box shows words.

    What is chosen there is a string as ever. In the modeler nothing changes, because there a choice
    may also come from an input of the model. In the dialog of one run a class derived from this one
    proposes a value; what somebody has chosen stays.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        words: Mapping[str, str] | None = None,
        **further: Any,
    ) -> Any:
        wrapper = create_default_wrapper(parameter, dialog)
        if is_modeler_dialog(dialog):
            return wrapper
        if words:
            hook_widget_creation(wrapper, lambda widget, context: _relabel_choices(widget, words))
        if type(dialog).__name__ != BATCH_DIALOG:
            cls.set_initial_value(wrapper, **further)
        return wrapper

    @staticmethod
    def set_initial_value(wrapper: Any) -> None:
        """Propose a value. Further arguments are those in the metadata."""


def _relabel_choices(widget: QWidget, words: Mapping[str, str]) -> None:
    from qgis.PyQt.QtWidgets import QComboBox

    boxes = [widget] if isinstance(widget, QComboBox) else widget.findChildren(QComboBox)
    for box in boxes:
        # What else there is to choose, such as nothing, stays.
        for index in range(box.count()):
            string = box.itemData(index)
            if string in words:
                box.setItemText(index, words[string])
