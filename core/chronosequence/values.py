"""Rasters of values: the land use that each goes with, and what it holds on which land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..base.arrays import Ints
from ..base.dates import Date
from ..base.messages import DataError, Listed, Message, Notes
from ..mine.land import uses_in
from ..mine.states import reclaimed_by, states
from ..raster.alignment import cells_within
from ..raster.source import RasterInput
from ..scan.block import Block
from ..scan.measured import Kinds, Measured, by_class
from ..scan.series import Series
from ..scheme.classes import LandClass
from ..scheme.disturbing_classes import DisturbingClasses

# Cells this much larger are no larger but for how systems bend.
COARSER = 1.01


@dataclass(frozen=True)
class ValueLayer:
    """A raster of values.

    Attributes:
        date: its year and its layer's name.
        number: of the date of land use that it goes with; the first one is 1.
        measured: what its cells hold, by class number, State, the number of the date by which the
            land was reclaimed (0: it is not), and stratum (0 where the run has none).
        cells_within: land-use cells that one of its cells is as large as.
    """

    date: Date
    number: int
    measured: Measured
    cells_within: float


def land_use_of(value: Date, dates: Sequence[Date]) -> int:
    """The number of the date of land use of a year, else of the latest before it, from 1.

    Raises:
        DataError: there is none.
    """
    number = sum(date.year <= value.year for date in dates)
    if not number:
        raise DataError(
            "VALUE_LAYERS '{layer}' is of {year}, and the earliest land use of {first}; a value "
            "needs land use of its year or before",
            layer=value.layer,
            year=value.year,
            first=dates[0].year,
        )
    return number


def note_mines(disturbing: DisturbingClasses, classes: Sequence[LandClass], notes: Notes) -> None:
    """Say which classes are mined land, or why there are no ages.

    Args:
        classes: those that a layer, a legend or a class table names.
    """
    why = disturbing.why_no_losses(classes)
    if why is not None:
        notes.inform("No land has an age: {why}.", why=why)
        return
    disturbing.note_groups(classes, notes)
    notes.notices += disturbing.mined_words


def value_layers(
    series: Series, sources: Sequence[RasterInput], disturbing: DisturbingClasses, notes: Notes
) -> list[ValueLayer]:
    """Rasters of values on the cells of a series, ready for the pass.

    Args:
        sources: earliest first.
        disturbing: the groups that are mined land.
        notes: what was done is added to them, and what they should not be used for.

    Raises:
        DataError: one cannot be used, does not overlap the cells, or is of a year before all land
            use.
    """
    made = []
    for source in sources:
        number = land_use_of(source.date, series.dates)
        measured = Measured.on(series, source, _kinds(number, disturbing), notes)
        raster = measured.measures
        within = cells_within(raster, series.grid)
        made.append(ValueLayer(source.date, number, measured, within))
        notes.inform(
            "{label} is of {year} and measured on the land use of {date}.",
            label=source.label,
            year=source.date.year,
            date=series.dates[number - 1].year,
        )
        if raster.legend.names:
            notes.warn(
                "{label} has names for its values, as a map of classes has; their mean means "
                "nothing then.",
                label=source.label,
            )
    notes.warnings += mixed(made)
    return made


def mixed(values: Sequence[ValueLayer]) -> list[Message]:
    """What coarse cells do to the values of the land in them; nothing where there are none."""
    coarse = [value for value in values if value.cells_within > COARSER]
    if not coarse:
        return []
    return [
        Message(
            "A cell of {layers} cells of land use: where several classes or ages lie in one, each "
            "of them is given what is the mean of all. The narrower the land, the more.",
            layers=Listed(
                Message(
                    "'{layer}' is as large as {count:.1f}",
                    layer=value.date.layer,
                    count=value.cells_within,
                )
                for value in coarse
            ),
        )
    ]


def _kinds(number: int, disturbing: DisturbingClasses) -> Kinds:
    """Tells land apart by what it is, and has been up to a date."""

    def kinds(block: Block) -> Ints:
        uses = uses_in(block, disturbing)[:number]
        strata = np.zeros(block.cells.size, np.int64) if block.strata is None else block.strata
        further = states(uses, number), reclaimed_by(uses, number), strata
        return np.column_stack([by_class(block, number - 1), *further])

    return kinds
