"""Algorithms on an earlier and a later raster, and which of the project a dialog shows at first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
)

from ..core.base.dates import Date, first_and_last, pair_period, year_in, years_in
from ..core.base.messages import DataError
from ..core.raster.source import is_result_at
from ..text import tr
from .dated import DatedAlgorithm
from .dialog import choice_parameter, in_batch, in_modeler, on_creation, own_wrapper, shown_by
from .layers import DatedLayer, full_name, names_apart, raster_layer, source_of
from .run_parameters import Context, RunParameters
from .untouched import RasterParameter

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

EARLIER, LATER = "EARLIER", "LATER"
# Of bands that hold classes. Others are measurements or pictures.
WHOLE_NUMBERS = (
    Qgis.DataType.Byte,
    Qgis.DataType.Int8,
    Qgis.DataType.UInt16,
    Qgis.DataType.Int16,
    Qgis.DataType.UInt32,
    Qgis.DataType.Int32,
)


class PairAlgorithm(DatedAlgorithm):
    """An algorithm on two dates."""

    ROLES = (EARLIER, LATER)

    def add_pair_parameters(self) -> None:
        """Layers, bands, and what all dated algorithms have."""
        for name, description, help_text in (
            (EARLIER, tr("Earlier land use"), tr("Land-use raster of the earlier date.")),
            (LATER, tr("Later land use"), tr("Land-use raster of the later date.")),
        ):
            layer = RasterParameter(name, description)
            layer.setMetadata(shown_by(ByYear, is_later=name == LATER))
            self.add(layer, help_text)
        for name, description in (
            (EARLIER, tr("Band of the earlier date")),
            (LATER, tr("Band of the later date")),
        ):
            band = QgsProcessingParameterBand(f"{name}_BAND", description, 1, name)
            self.add(band, tr("The band that holds the classes."), advanced=True)
        self.add_shared_parameters()
        self.add(
            choice_parameter(
                "GRID",
                tr("Cells of which date"),
                {"earlier": tr("Of the earlier date"), "later": tr("Of the later date")},
                "earlier",
            ),
            tr(
                "Whose cells (earlier or later) the other date is brought onto, by nearest "
                "neighbour, where they differ. The log says what was done."
            ),
            advanced=True,
        )

    def check(self, parameters: RunParameters) -> None:
        earlier, later = _pair(parameters)
        if earlier.band == later.band and source_of(earlier.layer) == source_of(later.layer):
            raise DataError(
                "EARLIER and LATER are the same layer, '{layer}', and the same band",
                layer=earlier.layer.name(),
            )
        super().check(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        earlier, later = _pair(parameters)
        for dated in (earlier, later):
            years = years_in(full_name(dated.layer))
            if len(years) > 1:
                parameters.warn(
                    "The name of the layer '{layer}' has several numbers that may be its year "
                    "({years}): none is taken, and the period is named after the layers.",
                    layer=dated.date.layer,
                    years=", ".join(years),
                )
        if earlier.date.year and later.date.year and earlier.date.year > later.date.year:
            parameters.warn(
                tr("By their names, EARLIER is of {0} and LATER of {1}: are they swapped?").format(
                    earlier.date.year, later.date.year
                )
            )
        return [earlier, later]

    def base(self, parameters: RunParameters) -> int:
        return ("earlier", "later").index(parameters.choice("GRID"))

    def span(self, dates: Sequence[Date]) -> str:
        return pair_period(*dates).name


def _pair(parameters: RunParameters) -> list[DatedLayer]:
    """The two layers as they were given."""
    layers = [raster_layer(parameters, role) for role in (EARLIER, LATER)]
    return [
        DatedLayer(
            role, layer, parameters.whole(f"{role}_BAND"), Date(year_in(full_name(layer)), name)
        )
        for role, layer, name in zip((EARLIER, LATER), layers, names_apart(layers))
    ]


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
    positions = first_and_last([year_in(full_name(layer)) for layer in layers])
    return None if positions is None else (layers[positions[0]], layers[positions[1]])


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
