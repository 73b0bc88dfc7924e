"""What a dialog shows at first for the two dates: the earliest and the latest of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
)

from ..core.base.dates import first_and_last, year_in
from ..core.raster.source import is_result_at
from .dialog.widgets import in_batch, in_modeler, on_creation, own_wrapper
from .layers import full_name
from .run_parameters import Context

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

# Of bands that hold classes. Others are measurements or pictures.
WHOLE_NUMBERS = (
    Qgis.DataType.Byte,
    Qgis.DataType.Int8,
    Qgis.DataType.UInt16,
    Qgis.DataType.Int16,
    Qgis.DataType.UInt32,
    Qgis.DataType.Int32,
)


class ByYear:
    """What makes the wrapper of a date's raster: QGIS's own, in a dialog preset by its year."""

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        is_later: bool = False,
    ) -> Any:
        wrapper = own_wrapper(parameter, dialog)
        if in_modeler(dialog) or in_batch(dialog):
            return wrapper

        def preset(widget: QWidget, context: Context) -> None:
            dates = dates_in(wrapper.widgetContext().project())
            if dates is not None:
                wrapper.setParameterValue(dates[is_later].id(), context)

        return on_creation(wrapper, preset)


def dates_in(project: QgsProject | None) -> tuple[QgsRasterLayer, QgsRasterLayer] | None:
    """The rasters of the earliest and of the latest year in a project.

    None where it is not clear which they are; then QGIS takes whichever it takes.
    """
    if project is None:
        return None
    layers = [layer for layer in project.mapLayers().values() if _may_be_land_use(layer)]
    places = first_and_last([year_in(full_name(layer)) for layer in layers])
    return None if places is None else (layers[places[0]], layers[places[1]])


def _may_be_land_use(layer: QgsMapLayer) -> bool:
    """Whether a layer is a raster of a year, of one band of whole numbers, and no result."""
    if (
        not isinstance(layer, QgsRasterLayer)
        or not layer.isValid()
        or not year_in(full_name(layer))
    ):
        return False
    provider, source = layer.dataProvider(), layer.source().split("|", 1)[0]
    if provider.bandCount() != 1 or provider.dataType(1) not in WHOLE_NUMBERS:
        return False
    # Of files elsewhere nobody waits for an answer before a dialog opens.
    is_file = layer.providerType() == "gdal" and not source.startswith("/vsi")
    return not (is_file and is_result_at(source))
