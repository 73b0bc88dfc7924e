"""The rasters of values of a run: their parameters, and what is read of them."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.base.dates import Date, order_by_year, series_years
from ...core.base.messages import DataError
from ...core.base.numbers import parse_nodata
from ...core.chronosequence.values import land_use_of
from ...core.raster.source import RasterInput
from ..layers import DatedLayer, full_name, names_apart, raster_input, raster_layers, source_of
from ..run_parameters import RunParameters

LAYERS, YEARS, BAND, NODATA = "VALUE_LAYERS", "VALUE_YEARS", "VALUE_BAND", "VALUE_NODATA"


def check_values(parameters: RunParameters) -> None:
    """Refuse rasters of values with which something is wrong by a look."""
    parse_nodata(parameters.text(NODATA), NODATA)
    layers = raster_layers(parameters, LAYERS)
    if not layers:
        raise DataError("VALUE_LAYERS: {given} given, at least {least} needed", given=0, least=1)
    band = parameters.whole(BAND)
    for layer in layers:
        if band > layer.bandCount():
            raise DataError(
                "VALUE_LAYERS '{layer}' has no band {band}; it has {count}",
                layer=layer.name(),
                band=band,
                count=layer.bandCount(),
            )


def value_inputs(parameters: RunParameters, dates: Sequence[Date]) -> list[RasterInput]:
    """The rasters of values, earliest first. `dates`: of the land use, earliest first."""
    layers = raster_layers(parameters, LAYERS)
    sources = [source_of(layer) for layer in layers]
    for index, source in enumerate(sources):
        if source in sources[:index]:
            raise DataError("VALUE_LAYERS: '{layer}' is given twice", layer=layers[index].name())
    names = names_apart(layers)
    years = series_years(
        parameters.text(YEARS), [full_name(layer) for layer in layers], YEARS, apart=False
    )
    band, nodata = parameters.whole(BAND), parse_nodata(parameters.text(NODATA), NODATA)
    inputs = []
    for index in order_by_year(years):
        date = Date(years[index], names[index])
        land_use_of(date, dates)  # what is of no use is refused before the run
        inputs.append(raster_input(DatedLayer(LAYERS, layers[index], band, date), nodata))
    return inputs
