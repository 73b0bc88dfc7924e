"""The rasters that say in which year land was disturbed or reclaimed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ..core.base.dates import Date
from ..core.base.messages import DataError, Notes
from ..core.mine.ages import require_ages
from ..core.mine.mined_land import changes_of
from ..core.raster.source import RasterInput
from ..core.scan.change_years import ChangeYears, YearRaster
from ..core.scan.series import Series, sampled_windows
from ..core.scheme.disturbance_types import DisturbingClasses
from .layers import DatedLayer, raster_input, raster_layer
from .parameters import RunParameters
from .run_context import Run

# In the order in which the core has them.
RASTERS = ("DISTURBANCE_YEAR", "RECOVERY_YEAR")

# A raster, and what is added to its numbers; None where it was not given.
YearInput = Optional[tuple[RasterInput, int]]


def check_years(parameters: RunParameters) -> None:
    """Refuse what is said of rasters of years where it is wrong by a look."""
    for name in filter(parameters.takes, RASTERS):
        if parameters.has(name):
            raster_layer(parameters, name)
            continue
        for further in filter(parameters.is_own, (f"{name}_BAND", f"{name}_OFFSET")):
            raise DataError("{further}: requires {name}", further=further, name=name)


def year_inputs(parameters: RunParameters, dates: Sequence[Date]) -> list[YearInput]:
    """The rasters of years of a run whose dates have years."""
    inputs: list[YearInput] = [None] * len(RASTERS)
    for index, name in enumerate(RASTERS):
        if parameters.has(name):
            require_ages(name, dates)
            layer, band = raster_layer(parameters, name), parameters.whole(f"{name}_BAND")
            dated = DatedLayer(name, layer, band, Date(layer=layer.name()))
            inputs[index] = raster_input(dated, ()), parameters.whole(f"{name}_OFFSET")
    return inputs


def open_years(
    run: Run, series: Series, inputs: Sequence[YearInput], disturbing: DisturbingClasses
) -> None:
    """Have the pass of a series read the years, where there are any."""
    notes, rasters = Notes(), list[Optional[YearRaster]]()
    for own in inputs if any(inputs) else ():
        raster = None
        if own is not None:
            brought = series.brought(own[0], notes, of_values=True)
            raster = YearRaster.of(brought, own[1], series.dates, sampled_windows(series.window))
        rasters.append(raster)
    if rasters:
        changes = changes_of(disturbing.of_all_sinks)
        series.years = ChangeYears(rasters, series.dates, series.area, changes)
    run.log(notes)
