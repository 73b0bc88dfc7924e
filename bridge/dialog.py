"""QGIS parameter widgets, adapted when a dialog or a batch table creates them.

A choice has static strings for scripts and translated labels for dialogs.

The class named in the metadata of a parameter creates the widget wrapper in place of
QGIS. It returns the wrapper of QGIS itself: a factory in Python crashes QGIS 3.40, and
the base class of Python wrappers is removed in QGIS 4. From QGIS 4.4 on the class is
not called, and dialogs show the original widgets with the static strings. Only this
module depends on this mechanism, which is unused without a GUI.
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

# Key in the metadata of a parameter.
WRAPPER_KEY = "widget_wrapper"
# Class names of the dialogs, which QGIS uses to distinguish them as well.
MODELER_DIALOG, BATCH_DIALOG = "ModelerParametersDialog", "BatchAlgorithmDialog"


def create_wrapper_metadata(maker: type, **further: object) -> dict[str, object]:
    """Return parameter metadata for a class (WidgetWrapperFactory); `further`: its keywords."""
    return {WRAPPER_KEY: {"class": f"{maker.__module__}.{maker.__qualname__}", **further}}


def is_modeler_dialog(dialog: object) -> bool:
    """Return whether a dialog belongs to a model step."""
    return type(dialog).__name__ == MODELER_DIALOG


def create_default_wrapper(parameter: QgsProcessingParameterDefinition, dialog: Any) -> Any:
    """Create the wrapper that QGIS makes for a parameter without such metadata."""
    from qgis.gui import QgsGui, QgsProcessingGui

    registry: Any = QgsGui.processingGuiRegistry()
    if is_modeler_dialog(dialog):
        wrapper = registry.createModelerParameterWidget(
            dialog.model, dialog.childId, parameter, dialog.context
        )
    else:
        # QgsProcessingGui.WidgetType is the name in QGIS 3.40.
        kinds = getattr(Qgis, "ProcessingMode", None) or QgsProcessingGui.WidgetType
        wrapper = registry.createParameterWidgetWrapper(
            parameter, kinds.Batch if type(dialog).__name__ == BATCH_DIALOG else kinds.Standard
        )
    wrapper.setDialog(dialog)
    return wrapper


def hook_widget_creation(
    wrapper: Any, touch_up: Callable[[QWidget, QgsProcessingContext], None]
) -> None:
    """Call `touch_up` on the widget of a wrapper as soon as it is created, once per wrapper."""

    def created(context: QgsProcessingContext) -> QWidget:
        # Remove the hook after its only call, to avoid a reference cycle with the wrapper.
        del wrapper.createWrappedWidget
        widget: QWidget = wrapper.createWrappedWidget(context)
        touch_up(widget, context)
        return widget

    # Dialog and batch table call this method from Python and thus find the replacement.
    wrapper.createWrappedWidget = created


def create_choice_parameter(
    name: str, description: str, words: Mapping[str, str], default: str | None = None
) -> QgsProcessingParameterEnum:
    """Create a choice, optional without default; `words`: string labels in the user's language."""
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
    """Return the dialog labels of the strings of a choice, or {} for other parameters."""
    words: Mapping[str, str] = parameter.metadata().get(WRAPPER_KEY, {}).get("words", {})
    return words


def preset_from_layer(
    wrapper: Any, names: Sequence[str], proposal: Callable[[object], object]
) -> None:
    """Preset a parameter from the layer of another parameter; keep a value set by the user.

    `names`: layer parameters; `proposal`: value for the first layer, empty for default.
    """

    def initialized(wrappers: Sequence[Any]) -> None:
        # Remove the hook after its only call, to avoid a reference cycle with the wrapper.
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

    # Dialogs call this method from Python once all wrappers exist, and thus find the replacement.
    wrapper.postInitialize = initialized


class WidgetWrapperFactory:
    """Factory for the QGIS widget wrapper of a parameter, with labels in its combo box.

    The value remains a static string. Not in the modeler: a choice may be a model input.
    In single-run dialogs, a subclass may preset a value; one set by the user is kept.
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
        """Preset a value; further arguments are those in the metadata."""


def _relabel_choices(widget: QWidget, words: Mapping[str, str]) -> None:
    from qgis.PyQt.QtWidgets import QComboBox

    boxes = [widget] if isinstance(widget, QComboBox) else widget.findChildren(QComboBox)
    for box in boxes:
        # Other items, such as the empty choice, are kept.
        for index in range(box.count()):
            string = box.itemData(index)
            if string in words:
                box.setItemText(index, words[string])
