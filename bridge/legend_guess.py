"""Which land-use product a dialog shows at first: the one that names or colours of a layer tell.

Where its values alone tell it, as those of many products do, none is shown: the log proposes some.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsRasterLayer

from ..core.base.messages import DataError
from ..core.raster.source import inspect
from ..core.scan.series import fit_of
from ..core.scheme.defaults import default_classes
from .dialog import InWords, follow_layer, in_batch, in_modeler
from .layers import DatedLayer, is_at_hand, layer_in_dialog, raster_input

# The parameters that the first layer of a run is given by, whichever there is.
LAYER_PARAMETERS = ("LAYERS", "EARLIER", "MAP")


class ByLayer:
    """What makes the wrapper of SCHEME: that of a choice, in a dialog preset by the first layer.

    What somebody has chosen stays.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        words: Mapping[str, str] | None = None,
    ) -> Any:
        wrapper: Any = InWords(parameter, dialog, row, column, words)
        if in_modeler(dialog) or in_batch(dialog):
            return wrapper

        def product(value: object, context: QgsProcessingContext) -> object:
            return product_of(layer_in_dialog(value, context)) or parameter.defaultValue()

        follow_layer(wrapper, LAYER_PARAMETERS, product)
        return wrapper


def product_of(layer: object) -> str:
    """The product that a layer's own names or colours tell; '' where they do not.

    That of names which a run knows anyway is not to be chosen.
    """
    if not isinstance(layer, QgsRasterLayer) or not is_at_hand(layer):
        return ""
    try:
        raster = inspect(raster_input(DatedLayer("", layer), ()))
        names = raster.legend.names
        if not names and not raster.legend.colours:
            return ""
        fit = fit_of([raster], raster.grid.whole)
    except DataError:
        return ""
    known = {name.casefold() for _, c in default_classes() for name in c.names}
    if all(names.get(value, "").casefold() in known for value in fit.cells):
        return ""
    return fit.legends[0] if fit.by else ""
