"""Which strata the dialog of a sample shows at first: those of change, of a map of change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsRasterLayer

from ...core.base.messages import DataError
from ...core.raster.source import inspect
from ...core.scheme.change_kinds import changes_of, require_changes
from ...core.scheme.classes import Classes
from ...core.scheme.defaults import default_classes, default_zones
from ...core.scheme.disturbing_classes import DisturbingClasses
from ...core.scheme.naming import name_by_legends
from ...text import language
from ..dated import MAP
from ..dialog import InWords, follow_layer, in_batch, in_modeler, own_wrapper
from ..layers import DatedLayer, is_at_hand, layer_in_dialog, raster_input


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

        def fitting(value: object, context: QgsProcessingContext) -> object:
            return (
                proposed
                if shows_change(layer_in_dialog(value, context))
                else parameter.defaultValue()
            )

        follow_layer(wrapper, (MAP,), fitting)
        return wrapper


def shows_change(layer: object) -> bool:
    """Whether a layer's own names are conversions, some of which took land for mines."""
    if not isinstance(layer, QgsRasterLayer) or not is_at_hand(layer):
        return False
    land_classes = Classes(c for _, c in default_classes(language()))
    changes = changes_of(land_classes, DisturbingClasses(), default_zones(language()))
    try:
        legend = inspect(raster_input(DatedLayer("", layer), ())).legend
        classes, _ = name_by_legends([layer.name()], [legend])
        require_changes(list(classes), changes, layer.name(), True)
    except DataError:
        return False
    return bool(legend.names)
