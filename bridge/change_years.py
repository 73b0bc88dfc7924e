"""Rasters of the year of disturbance and of recovery."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ..core.base.dates import Date
from ..core.base.messages import DataError, Notes
from ..core.mine.ages import check_dates_have_years
from ..core.mine.mined_land import make_change_detector
from ..core.raster.source import RasterInput
from ..core.scan.change_years import ChangeYears, YearRaster
from ..core.scan.series import Series, sample_windows
from ..core.scheme.disturbance_types import DisturbingClasses
from .layers import DatedLayer, create_raster_input, get_raster_layer
from .parameters import RunParameters
from .run_context import RunContext

# In the order used by the core.
YEAR_RASTER_PARAMETERS = ("DISTURBANCE_YEAR", "RECOVERY_YEAR")

# A raster and the offset added to its values; None if not given.
YearRasterInput = Optional[tuple[RasterInput, int]]


def check_year_rasters(parameters: RunParameters) -> None:
    """Raise an error if the parameters of year rasters are inconsistent."""
    for name in filter(parameters.has_parameter, YEAR_RASTER_PARAMETERS):
        if parameters.has_value(name):
            get_raster_layer(parameters, name)
            continue
        for further in filter(parameters.is_non_default, (f"{name}_BAND", f"{name}_OFFSET")):
            raise DataError("{further}: requires {name}", further=further, name=name)


def read_year_rasters(parameters: RunParameters, dates: Sequence[Date]) -> list[YearRasterInput]:
    """Return the year rasters of a run; its dates must have years."""
    inputs: list[YearRasterInput] = [None] * len(YEAR_RASTER_PARAMETERS)
    for index, name in enumerate(YEAR_RASTER_PARAMETERS):
        if parameters.has_value(name):
            check_dates_have_years(name, dates)
            layer, band = get_raster_layer(parameters, name), parameters.int_value(f"{name}_BAND")
            dated = DatedLayer(name, layer, band, Date(layer=layer.name()))
            inputs[index] = create_raster_input(dated, ()), parameters.int_value(f"{name}_OFFSET")
    return inputs


def open_year_rasters(
    run: RunContext,
    series: Series,
    inputs: Sequence[YearRasterInput],
    disturbing: DisturbingClasses,
) -> None:
    """Open the year rasters, if any, for the pass over a series."""
    notes, rasters = Notes(), list[Optional[YearRaster]]()
    indices = {v: n for naming in series.namings for v, n in naming.class_indices.items()}
    for own in inputs if any(inputs) else ():
        raster = None
        if own is not None:
            brought = series.align_raster(own[0], notes, of_values=True)
            raster = YearRaster.from_raster(
                brought, own[1], series.dates, sample_windows(series.window), indices
            )
        rasters.append(raster)
    if rasters:
        changes = make_change_detector(disturbing.with_all_sinks)
        series.years = ChangeYears(rasters, series.dates, series.area, changes)
    run.log_notes(notes)
