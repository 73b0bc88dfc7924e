"""Rasters of values: the land use that each goes with, and what it holds on which land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..base.dates import Date
from ..base.messages import DataError, Listed, Message, Notes, Progress
from ..base.numbers import Ints
from ..mine.mined_land import reclaimed_by, states, uses_in
from ..raster.reader import cells_within
from ..raster.source import RasterInput, note_classes, note_nodata
from ..scan.block import Block
from ..scan.series import Series
from ..scan.zonal_statistics import (
    LARGEST_VALUE,
    Extremes,
    Kinds,
    Measured,
    by_class,
    require_no_mark,
    together,
)
from ..scheme.classes import LandClass
from ..scheme.disturbance_types import DisturbingClasses

# Cells this much larger are no larger but for how systems bend.
COARSER = 1.01


@dataclass(frozen=True)
class ValueLayer:
    """A raster of values.

    Attributes:
        date: its year and its layer's name.
        date_number: of the land use that it goes with; that of the first date is 1.
        measured: what its cells hold, by class index, State, the number of the date by which the
            land was reclaimed (0: it is not), and stratum (0 where the run has none).
        cells_within: land-use cells that one of its cells is as large as.
    """

    date: Date
    date_number: int
    measured: Measured
    cells_within: float


def land_use_of(value: Date, dates: Sequence[Date]) -> int:
    """The number of the date of land use of a year, else of the latest before it, from 1."""
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


def note_mines(disturbing: DisturbingClasses, classes: Sequence[LandClass], notes: Notes) -> None:
    """Say which of the classes that are named are mined land, or why there are no ages."""
    why = disturbing.why_no_losses(classes)
    if why is not None:
        notes.inform("Ages not available: {why}.", why=why)
        return
    disturbing.note_groups(classes, notes)
    notes.notices += disturbing.mined_words


def value_layers(
    series: Series, sources: Sequence[RasterInput], disturbing: DisturbingClasses, notes: Notes
) -> list[ValueLayer]:
    """Rasters of values on the cells of a series, ready for the pass.

    What was done is noted, and what they should not be used for.
    """
    layers = []
    for source in sources:
        date_number = land_use_of(source.date, series.dates)
        measured = Measured(series, source, _kinds(date_number, disturbing), notes)
        raster = measured.measures
        within = cells_within(raster, series.grid)
        layers.append(ValueLayer(source.date, date_number, measured, within))
        note_classes(raster, notes)
    note_nodata([layer.measured.measures for layer in layers], notes, "VALUE_NODATA")
    notes.warnings += mixed(layers)
    return layers


def require_values(layers: Sequence[ValueLayer], series: Series, progress: Progress) -> Notes:
    """Check that no raster of values, which were measured, has a mark of no data among them, nor
    numbers whose squares overflow; what may be such a mark is noted."""
    notes = Notes()
    for layer in layers:
        parts = layer.measured.moments.values()
        there = Extremes(layer.measured, layer.date_number - 1)
        notes.warnings += require_no_mark(there, parts, series, "VALUE_NODATA", progress)
        of_all = together(parts)
        if of_all.with_value and max(-of_all.least, of_all.largest) > LARGEST_VALUE:
            raise DataError(
                "{label}: values from {least:g} to {largest:g} exceed the limit of {most:g}; "
                "declare the NoData value in the file",
                label=layer.measured.measures.label,
                least=of_all.least,
                largest=of_all.largest,
                most=LARGEST_VALUE,
            )
    return notes


def mixed(values: Sequence[ValueLayer]) -> list[Message]:
    """What coarse cells do to the values of the land in them; nothing where there are none."""
    coarse = [value for value in values if value.cells_within > COARSER]
    if not coarse:
        return []
    return [
        Message(
            "Cells of the value raster are larger than land-use cells ({layers}): land-use "
            "cells within one of them share one value and are not independent; classes or "
            "ages mixed in it receive its mean.",
            layers=Listed(
                Message(
                    "'{layer}': {count:.1f} land-use cells per cell",
                    layer=value.date.layer,
                    count=value.cells_within,
                )
                for value in coarse
            ),
        )
    ]


def _kinds(date_number: int, disturbing: DisturbingClasses) -> Kinds:
    """Tells land apart by what it is, and has been up to a date."""

    def kinds(block: Block) -> Ints:
        uses = uses_in(block, disturbing)[:date_number]
        strata = np.zeros(block.cells.size, np.int64) if block.strata is None else block.strata
        further = states(uses, date_number), reclaimed_by(uses, date_number), strata
        return np.column_stack([by_class(block, date_number - 1), *further])

    return kinds
