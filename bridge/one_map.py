"""Algorithms on one map: a categorical raster of any kind."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterBand, QgsProcessingParameterRasterLayer

from ..text import tr
from .dated import DatedAlgorithm
from .layers import DatedLayer, map_layer, raster_layer
from .run_parameters import RunParameters

MAP, BAND = "MAP", "BAND"


class MapAlgorithm(DatedAlgorithm):
    """An algorithm on one raster of classes, zones, conversions or states."""

    TAKES_EXTENT = False

    def add_map_parameters(self) -> None:
        """MAP, BAND, and what all dated algorithms have but for EXTENT."""
        self.add(
            QgsProcessingParameterRasterLayer(MAP, tr("Map")),
            tr(
                "The map to assess: a raster of classes, or of carbon zones, conversions or the "
                "status of mined land, whose legends name their values."
            ),
        )
        self.add(
            QgsProcessingParameterBand(BAND, tr("Band of the map"), 1, MAP),
            tr("The band that holds the classes."),
            advanced=True,
        )
        self.add_shared_parameters()

    def refusal(self, parameters: RunParameters) -> str:
        raster_layer(parameters, MAP)
        return super().refusal(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        return [map_layer(parameters)]
