"""Values per hectare, and rasters of values: their parameters, and what is read of them.

Values per hectare: their parameters, the table, and what rasters show of it.

The rasters of values of a run: their parameters, and what is read of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core.base.dates import Date, order_by_year, series_years
from ...core.base.messages import DataError, Notes
from ...core.base.numbers import parse_nodata
from ...core.chronosequence.values import land_use_of
from ...core.raster.source import RasterInput
from ...core.results.class_values import ValueRasters
from ...core.scan.series import Series
from ...core.scheme.classes import LandClass
from ...core.scheme.density_sources import note_paper
from ...core.scheme.values import (
    CLASS_COLUMN,
    DENSITIES,
    SOURCE,
    ClassValues,
    ValueTable,
    match_values,
    note_counted,
    read_values,
    require_some,
)
from ...text import tr, translate
from ..dated import DatedInputs
from ..layers import DatedLayer, full_name, names_apart, raster_input, raster_layers, source_of
from ..loading import show_rasters
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import place_densities, table_of, with_table


def values_of(inputs: DatedInputs) -> ValueTable:
    """The table of values per hectare."""
    return read_values(table_of(inputs.tables, "VALUES"))


def taken_values(run: Run, inputs: DatedInputs, series: Series) -> ValueTable:
    """The table of values per hectare, which without VALUES may be the densities of the place."""
    densities = place_densities(run, series, "VALUES")
    if densities is None or not densities.classes:
        return values_of(inputs)
    run.log(densities.notes)
    run.provenance = with_table(run.provenance, "VALUES", densities.record, densities.for_people)
    table = densities.table(translate(densities.whose), (CLASS_COLUMN, *DENSITIES, SOURCE))
    return read_values(table) if table.rows else ValueTable(table, DENSITIES, [], ())


def matched_values(run: Run, table: ValueTable, series: Series, index: int = 0) -> ClassValues:
    """The values by class; what is not used goes into the log.

    `index`: of the value that rasters show.
    """
    notes = Notes()
    if table.table.is_default:
        note_paper(notes)
    values = match_values(table, index, series.classes, notes)
    if series.named_classes and table.rows:
        require_some(values, table.table, series.named_classes)
    run.log(notes)
    return values


def tell_counted(
    run: Run, table: ValueTable, values: ClassValues, occurring: Sequence[LandClass]
) -> None:
    """Tell after the pass which of the classes that occur count 0."""
    notes = Notes()
    note_counted(values, table.table, occurring, notes)
    run.log(notes)


def show_densities(run: Run, rasters: ValueRasters, values: ClassValues) -> None:
    """In the application, show the rasters of the dates when the run is over."""
    title = tr("{name} per ha, {year}")
    show_rasters(
        run,
        "DENSITY_FOLDER",
        [
            (str(r.tiff.path), title.format(name=values.shown, year=r.date.label))
            for r in reversed(rasters.densities)
        ],
    )


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
