"""Algorithms on any number of dated rasters."""

from __future__ import annotations

from ..core.base.dates import Date, labels_of, order_by_year
from ..core.base.messages import DataError
from .dated import DatedAlgorithm
from .layers import DatedLayer, full_name, names_apart, raster_layers, source_of
from .run_parameters import RunParameters


class SeriesAlgorithm(DatedAlgorithm):
    """An algorithm on a series, of LEAST_LAYERS dates at least."""

    LEAST_LAYERS = 1
    # The years of the layers, from the text of YEARS and their names; '' for none.
    years_of = staticmethod(labels_of)

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
