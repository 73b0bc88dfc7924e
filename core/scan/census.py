"""The count of a series: one pass, and what it found out about the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..dates import Period
from ..messages import DataError, Listed, Message, Term
from .coding import FIRST_CLASS, NODATA, OUTSIDE, coder
from .consumer import Consumer
from .cube import TransitionCube
from .scan import Progress, scan
from .series import Series
from .tally import DateCounter, PairCounter


@dataclass
class Census:
    """What the pass found: the cube, the dates by themselves, and what to tell about it."""

    cube: TransitionCube
    dates: DateCounter
    valid_cells: int
    excluded_cells: int
    notices: list[Message]
    warnings: list[Message]

    @property
    def total_hectares(self) -> float:
        """Hectares of the cells valid at all dates."""
        return float(self.dates.common[0].hectares.sum())

    @property
    def excluded_hectares(self) -> float:
        """Hectares of the cells left out at any date."""
        return float(self.dates.own[0].hectares.sum()) - self.total_hectares

    def unchanged_hectares(self, period: int = 0) -> float:
        """Hectares that kept their class over a period."""
        return float(np.trace(self.cube.hectares[period]))

    def changed_hectares(self, period: int = 0) -> float:
        """Hectares that changed their class over a period."""
        hectares = self.cube.hectares[period]
        return float(hectares[~np.eye(len(hectares), dtype=bool)].sum())


def count(
    series: Series,
    periods: list[Period],
    consumers: Sequence[Consumer] = (),
    progress: Progress = lambda fraction: True,
    workers: int | None = None,
) -> Census:
    """Read the series once, count its periods, and let further consumers have the blocks.

    The series' class list then holds the values that nobody names too, in the tables' order.

    Raises:
        DataError: a raster cannot be read, no cell is valid at all dates, or none has an area.
        Cancelled: progress returned False.
    """
    pairs, dates = PairCounter(periods), DateCounter(len(series.rasters))
    scan(
        series.rasters,
        [coder(r, n, series.classes) for r, n in zip(series.rasters, series.namings)],
        series.classes,
        series.window,
        series.area,
        [pairs, dates, *consumers],
        progress,
        workers,
    )
    # Which thread met a value first must not show, not even in the last digit of a sum.
    order = series.classes.order()
    series.classes = classes = series.classes.in_order()
    dates.close(order, series.area)
    valid = int(dates.common[0].cells.sum())
    if not valid:
        raise DataError(
            "no cell is valid at all dates: {counts}",
            counts=Listed(
                (
                    Message(
                        "{label} has {out} of {cells} cells left out",
                        label=raster.label,
                        out=own.cells[:FIRST_CLASS].sum(),
                        cells=own.cells.sum(),
                    )
                    for raster, own in zip(series.rasters, dates.own)
                ),
                Term("; "),
            ),
        )
    tallies = [tally.closed(order, series.area) for tally in pairs.tallies]
    cube = TransitionCube(classes, periods, tallies)
    census = Census(cube, dates, valid, series.window.cells - valid, [], [])
    reference = None if census.total_hectares else series.grid.spatial_reference()
    if reference is not None:
        raise DataError(
            "the cells have no area: in the reference system {crs} they lie beyond the poles; give "
            "the layers the system that their coordinates are in",
            crs=reference.GetName(),
        )
    _audit(series, census)
    return census


def _audit(series: Series, census: Census) -> None:
    """What to tell about the cells that do not count, and the values that nobody names."""
    for raster, own in zip(series.rasters, census.dates.own):
        census.notices.append(
            Message(
                "{label}: {valid} of {cells} cells are valid, {nodata} are nodata, {outside} lie "
                "beyond the layer's edge.",
                label=raster.label,
                valid=int(own.cells[FIRST_CLASS:].sum()),
                cells=int(own.cells.sum()),
                nodata=int(own.cells[NODATA]),
                outside=int(own.cells[OUTSIDE]),
            )
        )
    census.notices.append(
        Message(
            "Valid at all dates: {valid} cells ({hectares:.2f} ha); left out: {out} cells "
            "({out_hectares:.2f} ha).",
            valid=census.valid_cells,
            hectares=census.total_hectares,
            out=census.excluded_cells,
            out_hectares=census.excluded_hectares,
        )
    )
    classes = census.cube.classes
    strangers = [number for number in classes.order() if not classes[number].listed]
    if len(strangers) == len(classes):
        return  # nothing is named at all, which is no news about any one value
    for raster, own in zip(series.rasters, census.dates.own):
        for number in strangers:
            cells = int(own.cells[number + FIRST_CLASS])
            if cells:
                census.warnings.append(
                    Message(
                        "{label}: the value {value} has no name and is counted as a class of its "
                        "own; cells: {cells}.",
                        label=raster.label,
                        value=classes[number].value,
                        cells=cells,
                    )
                )
