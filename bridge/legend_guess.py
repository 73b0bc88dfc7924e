"""Land-use product preset in the dialog, recognized by the names or colours of a layer.

Products recognized by values alone are ambiguous and not preset; the log proposes them.
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

# Parameters of the first layer of a run; an algorithm has one of them.
LAYER_PARAMETERS = ("LAYERS", "EARLIER", "MAP")


class SchemePreset(WidgetWrapperFactory):
    """Widget factory that presets SCHEME by the first layer."""

    @staticmethod
    def set_initial_value(wrapper: Any) -> None:
        preset_from_layer(wrapper, LAYER_PARAMETERS, guess_product)


def guess_product(layer: object) -> str:
    """Return the product by names or colours of a layer, or ''; default names need no product."""
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
