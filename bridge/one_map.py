"""Algorithms on one raster, the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessingParameterBand, QgsProcessingParameterRasterLayer

from ..core.dates import Date, label_in
from ..text import tr
from .dated import DatedAlgorithm
from .given import Given
from .layers import DatedLayer, full_name, raster_layer


class MapAlgorithm(DatedAlgorithm):
    """An algorithm on one map, of land use or of anything else with classes."""

    TAKES_EXTENT = False

    def add_map_parameters(self, map_help: str) -> None:
        """MAP, BAND, and what all dated algorithms have."""
        self.add(QgsProcessingParameterRasterLayer("MAP", tr("Map")), map_help)
        self.add(
            QgsProcessingParameterBand("BAND", tr("Band of the map"), 1, "MAP"),
            tr("The band that holds the classes."),
            advanced=True,
        )
        self.add_shared_parameters()

    def layers(self, given: Given) -> list[DatedLayer]:
        layer = raster_layer(given, "MAP")
        date = Date(label_in(full_name(layer)), layer.name())
        return [DatedLayer("MAP", layer, given.whole("BAND"), date)]

    def span(self, dates: Sequence[Date]) -> str:
        return dates[0].year
