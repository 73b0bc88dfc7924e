"""Which land-use product a dialog shows at first: the one that names or colours of a layer tell.

Where its values alone tell it, as those of many products do, none is shown: the log proposes some.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsRasterLayer

from ..core.base.messages import DataError
from ..core.raster.source import inspect
from ..core.scan.series import fit_of
from ..core.scheme.defaults import default_classes
from .dialog import InWords, follow_layer
from .layers import DatedLayer, is_at_hand, raster_input

# The parameters that the first layer of a run is given by, whichever there is.
LAYER_PARAMETERS = ("LAYERS", "EARLIER", "MAP")


class ByLayer(InWords):
    """Presets SCHEME by the first layer."""

    @staticmethod
    def preset(wrapper: Any) -> None:
        follow_layer(wrapper, LAYER_PARAMETERS, product_of)


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
