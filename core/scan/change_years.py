"""In which year land was disturbed or reclaimed, by rasters of years.

The dates decide whether; the rasters say when. They are read where land changed so alone, and tell
cells apart there alone: with years of all land there would be far more combinations, of which those
of most years would never be asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import Notes
from ..base.numbers import Bytes, Flags, Ints, NDArray
from ..raster.reader import VALID, Reader
from ..raster.source import Raster, RasterInput, in_type
from .packed_columns import PlacedColumn
from .series import Series, sampled_windows
from .strata import by_rank

if TYPE_CHECKING:
    from .block import Block

    # Of each combination of a block whether it was disturbed in each interval between two dates,
    # and whether it was reclaimed, (intervals, combinations) each.
    Changes = Callable[[Block], tuple[Flags, Flags]]

# What combinations hold in place of a year: land without one, and land whose year lies in no
# interval in which it changed.
NO_YEAR, OUTSIDE_YEAR = 0, 1
# Numbers beyond these are no years, nor what stands for one.
LARGEST = 1 << 31


@dataclass
class YearRaster:
    """A raster of years on the cells of a series.

    Attributes:
        offset: what is added to its numbers.
        first, last: its own years, of a large raster as far as a look at it tells; None without
            any.
    """

    raster: Raster
    offset: int
    first: int | None = None
    last: int | None = None

    @classmethod
    def of(cls, series: Series, source: RasterInput, offset: int, notes: Notes) -> YearRaster:
        """The raster brought onto the cells, which the notes tell; nearest neighbour."""
        opened = cls(series.brought(source, notes, of_values=True), offset)
        reader = Reader(opened.raster)
        for piece in sampled_windows(series.window):
            values, mask = reader.read(piece)
            years, is_known = opened.years(values.ravel(), None if mask is None else mask.ravel())
            if is_known.any():
                opened.include(years[is_known])
            reader.let_go()
        return opened

    def include(self, years: Ints) -> None:
        """Take some of its years into account."""
        least, most = int(years.min()), int(years.max())
        self.first = least if self.first is None else min(self.first, least)
        self.last = most if self.last is None else max(self.last, most)

    def years(self, values: NDArray[np.generic], mask: Bytes | None) -> tuple[Ints, Flags]:
        """The years that numbers of the file stand for, and which of these are years, (n,) each."""
        is_known: Flags = values != 0
        if mask is not None:
            is_known &= mask == VALID
        for value in self.raster.left_out:
            stored = in_type(value, self.raster.dtype)
            if stored is not None:
                is_known &= values != stored
        for low, high in self.raster.source.nodata_ranges:
            is_known &= (values < low) | (values > high)
        scale, offset = self.raster.scale
        told = values if (scale, offset) == (1.0, 0.0) else values * scale + offset
        if told.dtype.kind == "f":
            with np.errstate(invalid="ignore"):
                is_known &= (np.abs(told) < LARGEST) & (np.rint(told) == told)
            told = np.where(is_known, told, 0)
        years: Ints = told.astype(np.int64) + self.offset
        return years, is_known


class ChangeYears:
    """The years of disturbance and of recovery of a run, one of which may be missing.

    Args:
        changes: tells which combinations of a block were disturbed, and which reclaimed.
    """

    def __init__(
        self, series: Series, rasters: Sequence[YearRaster | None], changes: Changes
    ) -> None:
        self.rasters = rasters
        self._ends = np.array([int(date.year) for date in series.dates])
        self._changes, self._lock = changes, threading.Lock()

    @property
    def read(self) -> list[Raster]:
        """The rasters that are there, in their order."""
        return [own.raster for own in self.rasters if own is not None]

    def column(self, block: Block, readers: Sequence[Reader]) -> PlacedColumn | None:
        """What tells the cells of a block apart by their years; None where none of it does.

        What it means is the year of disturbance times 2**16 and that of recovery, or NO_YEAR or
        OUTSIDE_YEAR in their place.

        Args:
            readers: of `read`.
        """
        by_kind, reader_of = self._changes(block), iter(readers)
        has_changed: Flags = np.logical_or.reduce([changed.any(axis=0) for changed in by_kind])
        if not has_changed.any():
            return None
        cells = block.positions(has_changed)
        combinations = block.at(np.arange(block.cells.size), cells)
        ranked = []
        for own, changed in zip(self.rasters, by_kind):
            codes = np.full(cells.size, NO_YEAR)
            reader = None if own is None else next(reader_of)
            if own is not None and reader is not None and changed.any():
                values, mask = reader.read(block.window)
                at_cells = None if mask is None else mask.ravel()[cells]
                years, is_known = own.years(values.ravel()[cells], at_cells)
                if is_known.any():
                    with self._lock:
                        own.include(years[is_known])
                    codes = self._codes(years, is_known, changed, combinations)
            ranked.append(by_rank(codes))
        (of_first, firsts), (of_second, seconds) = ranked
        pairs = of_first.astype(np.int64) * seconds.size + of_second
        keys_there, occurring = by_rank(pairs)
        meanings = (firsts[occurring // seconds.size] << 16) + seconds[occurring % seconds.size]
        if not meanings.any():
            return None
        if meanings[0]:
            keys_there, meanings = keys_there + np.uint16(1), np.append(0, meanings)
        keys = np.zeros(block.window.cells, np.min_scalar_type(meanings.size))
        keys[cells] = keys_there
        return PlacedColumn(keys, meanings)

    def _codes(self, years: Ints, is_known: Flags, changed: Flags, combinations: Ints) -> Ints:
        """What the years of some cells are, in intervals in which their combinations changed."""
        # The interval that each year lies in.
        interval = np.searchsorted(self._ends, years) - 1
        is_within = is_known & (interval >= 0) & (interval < len(changed))
        is_within &= changed[np.where(is_within, interval, 0), combinations]
        codes = np.where(is_within, years, OUTSIDE_YEAR)
        return np.where(is_known & changed.any(axis=0)[combinations], codes, NO_YEAR)
