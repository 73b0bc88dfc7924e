"""The count of a series: one pass, and what it found out about the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from ..dates import Dated
from ..messages import DataError, Listed, Message, Term
from .coding import FIRST_CLASS, NODATA, OUTSIDE, coder
from .cube import DateCounter, PairCounter, Period, TransitionCube
from .scan import Consumer, Progress, scan
from .series import Series


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


class AuditRow(TypedDict):
    """A row of AUDIT."""

    year: str | None
    layer: str
    grid_cells: int
    valid_cells: int
    nodata_cells: int
    outside_cells: int
    unlisted_cells: int
    counted_cells: int
    grid_ha: float
    counted_ha: float
    resampled: bool


def audit_rows(series: Series, census: Census, dates: list[Dated]) -> list[AuditRow]:
    """AUDIT: what became of every cell of the grid at each date.

    Args:
        dates: (year, layer name) per date; year may be ''.
    """
    classes = census.cube.classes
    strangers = [n + FIRST_CLASS for n, c in enumerate(classes) if not c.listed]
    if len(strangers) == len(classes):
        strangers = []  # where nothing is named, no value is missing from the names
    rows: list[AuditRow] = []
    for (year, layer), raster, own in zip(dates, series.rasters, census.dates.own):
        rows.append(
            {
                "year": year or None,
                "layer": layer,
                "grid_cells": int(own.cells.sum()),
                "valid_cells": int(own.cells[FIRST_CLASS:].sum()),
                "nodata_cells": int(own.cells[NODATA]),
                "outside_cells": int(own.cells[OUTSIDE]),
                "unlisted_cells": int(own.cells[strangers].sum()),
                "counted_cells": census.valid_cells,
                "grid_ha": float(own.hectares.sum()),
                "counted_ha": census.total_hectares,
                "resampled": raster.onto is not None,
            }
        )
    return rows
