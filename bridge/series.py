"""Algorithms on any number of dated rasters."""

from __future__ import annotations

from qgis.core import Qgis

from ..core.base.dates import Date, labels_of, order_by_year
from ..core.base.messages import DataError
from ..text import tr
from .dated import DatedAlgorithm
from .layers import DatedLayer, full_name, names_apart, raster_layers, source_of
from .run_parameters import RunParameters
from .untouched import RastersParameter
from .values import list_parameter


class SeriesAlgorithm(DatedAlgorithm):
    """An algorithm on a series, of LEAST_LAYERS dates at least."""

    LEAST_LAYERS = 1
    # The years of the layers, from the text of YEARS and their names; '' for none.
    years_of = staticmethod(labels_of)

    def add_layers(self, layers_help: str) -> None:
        """LAYERS."""
        layers = RastersParameter(
            "LAYERS", tr("Layers, earliest first"), Qgis.ProcessingSourceType.Raster
        )
        # QGIS would only say that the value is wrong; `check` says how many are needed.
        layers.setMinimumNumberInputs(1)
        self.add(layers, layers_help)

    def add_series_parameters(self, layers_help: str, years_help: str = "") -> None:
        """LAYERS, YEARS, and what all dated algorithms have."""
        self.add_layers(layers_help)
        self.add_years(years_help)
        self.add_shared_parameters()

    def add_years(self, years_help: str = "") -> None:
        """YEARS. `years_help`: where there is more to say than what years are."""
        usual = tr("The layers' years in their order, such as 1986,2000,2009,2018.")
        self.add(list_parameter("YEARS", tr("Years")), years_help or usual)

    def check(self, parameters: RunParameters) -> None:
        count = len(parameters.values("LAYERS"))
        if count < self.LEAST_LAYERS:
            raise DataError(
                "LAYERS: {given} given, at least {least} needed",
                given=count,
                least=self.LEAST_LAYERS,
            )
        # QGIS's own check would only say that the value is wrong.
        raster_layers(parameters, "LAYERS")
        super().check(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        layers = raster_layers(parameters, "LAYERS")
        sources = [source_of(layer) for layer in layers]
        for index, source in enumerate(sources):
            if source in sources[:index]:
                raise DataError("LAYERS: '{layer}' is given twice", layer=layers[index].name())
        names = names_apart(layers)
        years = self.years_of(parameters.text("YEARS"), [full_name(layer) for layer in layers])
        order = order_by_year(years)
        if order != sorted(order):
            parameters.warn("The layers are not in the order of their years; sorted.")
        return [
            DatedLayer("LAYERS", layers[index], date=Date(years[index], names[index]))
            for index in order
        ]
