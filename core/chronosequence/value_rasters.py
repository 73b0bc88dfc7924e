"""Value rasters: their land-use date, and their statistics by land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..base.dates import Date
from ..base.messages import DataError, Message, MessageList, Notes, ProgressCallback
from ..base.numbers import IntArray
from ..mine.mined_land import land_states, reclamation_dates, uses_by_combination
from ..raster.reader import cell_area_ratio
from ..raster.source import RasterInput, report_nodata, warn_class_raster
from ..scan.block import Block
from ..scan.series import Series
from ..scan.zonal_statistics import (
    MAX_VALUE,
    BlockClassifier,
    ValueExtremes,
    ZonalStatistics,
    check_undeclared_nodata,
    class_kinds,
    combine_moments,
)
from ..scheme.classes import LandClass
from ..scheme.disturbance_types import DisturbingClasses

# Smaller ratios of cell areas result from the distortion of the CRS.
COARSE_CELL_RATIO = 1.01


@dataclass(frozen=True)
class ValueLayer:
    """A value raster.

    Attributes:
        date: its year and its layer name.
        date_number: number of its land-use date, from 1.
        measured: its statistics by class index, LandState, number of the date of
            reclamation (0: not reclaimed), and stratum (0 if the run has none).
        cells_within: area of one of its cells, in land-use cells.
    """

    date: Date
    date_number: int
    measured: ZonalStatistics
    cells_within: float


def find_land_use_date(value: Date, dates: Sequence[Date]) -> int:
    """Return the number, from 1, of the land-use date of a year, or of the latest before it."""
    date_number = sum(date.year <= value.year for date in dates)
    if not date_number:
        raise DataError(
            "VALUE_LAYERS: '{layer}' ({year}) predates the earliest land use ({first}); add "
            "land use of the same year or earlier",
            layer=value.layer,
            year=value.year,
            first=dates[0].year,
        )
    return date_number


def note_disturbing_classes(
    disturbing: DisturbingClasses, classes: Sequence[LandClass], notes: Notes
) -> None:
    """Note which of the named classes are mined land, or why there are no ages."""
    why = disturbing.no_loss_reason(classes)
    if why is not None:
        notes.add_notice("Ages not available: {why}.", why=why)
        return
    disturbing.log_groups(classes, notes)
    notes.notices += disturbing.mined_land_sentences


def prepare_value_layers(
    series: Series, sources: Sequence[RasterInput], disturbing: DisturbingClasses, notes: Notes
) -> list[ValueLayer]:
    """Align value rasters to the grid of a series, noting processing and limitations."""
    layers = []
    for source in sources:
        date_number = find_land_use_date(source.date, series.dates)
        measured = ZonalStatistics(
            series, source, _make_stratum_keys(date_number, disturbing), notes
        )
        raster = measured.measures
        within = cell_area_ratio(raster, series.grid)
        layers.append(ValueLayer(source.date, date_number, measured, within))
        warn_class_raster(raster, notes)
    report_nodata([layer.measured.measures for layer in layers], notes, "VALUE_NODATA")
    notes.warnings += coarse_cell_warnings(layers)
    return layers


def check_layer_values(
    layers: Sequence[ValueLayer], series: Series, progress: ProgressCallback
) -> Notes:
    """Reject undeclared NoData and values with overflowing squares; note possible NoData."""
    notes = Notes()
    for layer in layers:
        parts = layer.measured.moments.values()
        there = ValueExtremes(layer.measured, layer.date_number - 1)
        notes.warnings += check_undeclared_nodata(there, parts, series, "VALUE_NODATA", progress)
        of_all = combine_moments(parts)
        if of_all.with_value and max(-of_all.least, of_all.largest) > MAX_VALUE:
            raise DataError(
                "{label}: values from {least:g} to {largest:g} exceed the limit of {most:g}; "
                "declare the NoData value in the file",
                label=layer.measured.measures.label,
                least=of_all.least,
                largest=of_all.largest,
                most=MAX_VALUE,
            )
    return notes


def coarse_cell_warnings(values: Sequence[ValueLayer]) -> list[Message]:
    """Return warnings on value rasters with cells larger than land-use cells, if any."""
    coarse = [value for value in values if value.cells_within > COARSE_CELL_RATIO]
    if not coarse:
        return []
    return [
        Message(
            "Cells of the value raster are larger than land-use cells ({layers}): land-use "
            "cells within one of them share one value and are not independent; classes or "
            "ages mixed in it receive its mean.",
            layers=MessageList(
                Message(
                    "'{layer}': {count:.1f} land-use cells per cell",
                    layer=value.date.layer,
                    count=value.cells_within,
                )
                for value in coarse
            ),
        )
    ]


def _make_stratum_keys(date_number: int, disturbing: DisturbingClasses) -> BlockClassifier:
    """Return a function that classifies land by class, status and reclamation up to a date."""

    def kinds(block: Block) -> IntArray:
        uses = uses_by_combination(block, disturbing)[:date_number]
        strata = np.zeros(block.cells.size, np.int64) if block.strata is None else block.strata
        further = land_states(uses, date_number), reclamation_dates(uses, date_number), strata
        return np.column_stack([class_kinds(block, date_number - 1), *further])

    return kinds
