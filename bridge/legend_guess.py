"""Which land-use product a dialog shows at first: the one that names or colours of a layer tell.

Where its values alone tell it, as those of many products do, none is shown: the log proposes some.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsRasterLayer

from ..core.base.messages import DataError
from ..core.raster.source import inspect_raster
from ..core.scan.series import match_raster_legends
from ..core.scheme.defaults import default_classes
from .dialog import WidgetWrapperFactory, preset_from_layer
from .layers import DatedLayer, create_raster_input, is_local_raster

# The parameters that the first layer of a run is given by, whichever there is.
LAYER_PARAMETERS = ("LAYERS", "EARLIER", "MAP")


class SchemePreset(WidgetWrapperFactory):
    """Presets SCHEME by the first layer."""

    @staticmethod
    def set_initial_value(wrapper: Any) -> None:
        preset_from_layer(wrapper, LAYER_PARAMETERS, guess_product)


def guess_product(layer: object) -> str:
    """The product that a layer's own names or colours tell; '' where they do not.

    That of names which a run knows anyway is not to be chosen.
    """
    if not isinstance(layer, QgsRasterLayer) or not is_local_raster(layer):
        return ""
    try:
        raster = inspect_raster(create_raster_input(DatedLayer("", layer), ()))
        names = raster.legend.names
        if not names and not raster.legend.colours:
            return ""
        fit = match_raster_legends([raster], raster.grid.full_window)
    except DataError:
        return ""
    known = {name.casefold() for _, c in default_classes() for name in c.names}
    if all(names.get(value, "").casefold() in known for value in fit.cells):
        return ""
    return fit.legends[0] if fit.by else ""
