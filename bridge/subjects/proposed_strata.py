"""Which strata the dialog of a sample shows at first: those of change, of a map of change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ...core.base.messages import DataError
from ...core.raster.source import inspect
from ...core.scheme.change_kinds import changes_of, require_changes
from ...core.scheme.classes import Classes
from ...core.scheme.defaults import default_classes, default_zones
from ...core.scheme.disturbing_classes import DisturbingClasses
from ...core.scheme.naming import name_by_legends
from ...text import language
from ..dated import MAP
from ..dialog import InWords, in_batch, in_modeler, own_wrapper
from ..layers import DatedLayer, raster_input


class ByMap:
    """What makes the wrapper of a parameter: in a dialog it proposes a value for maps of change.

    What somebody has chosen stays.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        proposed: object = None,
        words: Mapping[str, str] | None = None,
    ) -> Any:
        wrapper: Any = own_wrapper(parameter, dialog)
        if words is not None:
            wrapper = InWords(parameter, dialog, row, column, words)
        if in_modeler(dialog) or in_batch(dialog):
            return wrapper

        def initialized(wrappers: Sequence[Any]) -> None:
            # Once is enough; kept, it and the wrapper would hold each other.
            del wrapper.postInitialize
            wrapper.postInitialize(wrappers)
            preset = wrapper.parameterValue()

            def follow(of_map: Any) -> None:
                nonlocal preset
                if wrapper.parameterValue() != preset:
                    return
                context = QgsProcessingContext()
                context.setProject(of_map.widgetContext().project())
                is_change = shows_change(_layer(of_map.parameterValue(), context))
                value = proposed if is_change else parameter.defaultValue()
                wrapper.setParameterValue(value, context)
                preset = wrapper.parameterValue()

            for one in wrappers:
                if one.parameterDefinition().name() == MAP:
                    one.widgetValueHasChanged.connect(follow)
                    follow(one)

        # Dialogs call it from Python when all wrappers are made, and so find this one.
        wrapper.postInitialize = initialized
        return wrapper


def _layer(value: object, context: QgsProcessingContext) -> object:
    """The layer of a parameter's value, a text or a layer; or None."""
    if not isinstance(value, str) or not value:
        return value
    hint = QgsProcessingUtils.LayerHint.Raster
    return QgsProcessingUtils.mapLayerFromString(value, context, True, hint)


def shows_change(layer: object) -> bool:
    """Whether a layer's own names are conversions, some of which took land for mines."""
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
        return False
    # Of files elsewhere nobody waits for an answer in a dialog.
    if layer.providerType() != "gdal" or layer.source().startswith("/vsi"):
        return False
    land_classes = Classes(c for _, c in default_classes(language()))
    changes = changes_of(land_classes, DisturbingClasses(), default_zones(language()))
    try:
        legend = inspect(raster_input(DatedLayer("", layer), ())).legend
        classes, _ = name_by_legends([layer.name()], [legend])
        require_changes(list(classes), changes, layer.name(), True)
    except (DataError, QgsProcessingException):
        return False
    return bool(legend.names)
