"""The rasters of values of a run: their parameters, and what is read of them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis

from ...core.base.dates import Date, order_by_year, series_years
from ...core.base.messages import DataError
from ...core.base.numbers import parse_nodata
from ...core.chronosequence.values import land_use_of
from ...core.raster.source import RasterInput
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..layers import DatedLayer, full_name, names_apart, raster_input, raster_layers, source_of
from ..run_parameters import RunParameters
from ..untouched import RastersParameter
from ..values import list_parameter, number_parameter

LAYERS, YEARS, BAND, NODATA = "VALUE_LAYERS", "VALUE_YEARS", "VALUE_BAND", "VALUE_NODATA"
MOST_BANDS = 65_536


def add_value_layers(algorithm: CarbonZonesAlgorithm) -> None:
    """VALUE_LAYERS, VALUE_YEARS, VALUE_BAND and VALUE_NODATA."""
    layers = RastersParameter(LAYERS, tr("Rasters of values"), Qgis.ProcessingSourceType.Raster)
    # QGIS would only say that the value is wrong; `check_values` says how many are needed.
    layers.setMinimumNumberInputs(1)
    algorithm.add(
        layers,
        tr(
            "Rasters of anything that is measured, such as biomass, NPP, NDVI or soil carbon, on "
            "any cells. A value is taken at the centre of the land-use cell; scale, offset and no "
            "data of the file are minded."
        ),
    )
    algorithm.add(
        list_parameter(YEARS, tr("Years of the values")),
        tr(
            "The years of the rasters of values in their order; several may be of one year. "
            "Without it the years in their names."
        ),
    )
    algorithm.add(
        number_parameter(BAND, tr("Band of the values"), 1, 1, MOST_BANDS),
        tr("The band that holds the values, of all rasters of values."),
        advanced=True,
    )
    algorithm.add(
        list_parameter(NODATA, tr("Further no data values of the values")),
        tr(
            "Numbers of the files to leave out besides each file's own no data value, such as "
            "-9999 or 0,65535. What usually means no data, such as -9999, and is not declared to "
            "is refused; nan here says that it is a value."
        ),
        advanced=True,
    )


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
