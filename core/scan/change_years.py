"""In which year land was disturbed or reclaimed, by rasters of years.

The dates decide whether; the rasters say when. They are read where land changed so alone, and tell
cells apart there alone: with years of all land there would be far more combinations, of which those
of most years would never be asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..base.numbers import Bytes, Flags, Floats, Ints, NDArray
from ..raster.area import CellArea
from ..raster.grid import Window
from ..raster.reader import VALID, Read, Reader
from ..raster.source import Raster, in_type

if TYPE_CHECKING:
    from .block import Block

    # Of each combination of a block whether it was disturbed in each interval between two dates,
    # and whether it was reclaimed, (intervals, combinations) each.
    Changes = Callable[[Block], tuple[Flags, Flags]]

# What combinations hold in place of a year: land without one, and land whose year lies in no
# interval in which it changed.
NO_YEAR, OUTSIDE_YEAR = 0, 1
# That of the year after the first date.
FIRST_RANK = 3
# Numbers beyond these are no years, nor what stands for one.
LARGEST = 1 << 31
# Of files with numbers of so many bytes all that they may hold is looked up at once.
SMALL = 2
# Of combinations and years in a block, where a bin is made for each.
MOST_BINS = 1 << 20


@dataclass
class YearRaster:
    """A raster of years on the cells of a series.

    Attributes:
        offset: what is added to its numbers.
        ends: the years of the first date of land use and of the last.
        first, last: its own years, of a large raster as far as a look at it and the years of the
            land that changed tell; None without any.
    """

    raster: Raster
    offset: int
    ends: tuple[int, int]
    first: int | None = None
    last: int | None = None

    def look(self, windows: Iterable[Window]) -> YearRaster:
        """The raster, after a look at the years in some windows."""
        reader = Reader(self.raster)
        for window in windows:
            years, is_known = self.years(*reader.read(window))
            self.include(years[is_known])
            reader.let_go()
        return self

    def include(self, years: Ints) -> None:
        """Take some of its years into account."""
        if years.size:
            least, most = int(years.min()), int(years.max())
            self.first = least if self.first is None else min(self.first, least)
            self.last = most if self.last is None else max(self.last, most)

    def years(self, values: NDArray[Any], mask: Bytes | None) -> tuple[Ints, Flags]:
        """The years that cells of the file stand for, and which cells have one."""
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

    @property
    def ranks(self) -> int:
        """How many ranks there are."""
        return FIRST_RANK + self.ends[1] - self.ends[0]

    def ranks_at(
        self, values: NDArray[Any], mask: Bytes | None, cells: Ints
    ) -> NDArray[np.integer]:
        """Of the years of some cells of a window 0 for none, 1 for one up to the first date, 2 for
        one after the last, and FIRST_RANK for the first year between."""
        there = values.ravel()[cells]
        if there.dtype.itemsize <= SMALL and mask is None:
            ranks: NDArray[np.integer] = self._by_value[there.view(f"u{there.dtype.itemsize}")]
            return ranks
        return self._ranked(there, None if mask is None else mask.ravel()[cells])

    @cached_property
    def _by_value(self) -> NDArray[np.integer]:
        """The rank of each number that the file may hold, which are few."""
        size = self.raster.dtype.itemsize
        return self._ranked(
            np.arange(1 << 8 * size, dtype=f"u{size}").view(self.raster.dtype), None
        )

    def _ranked(self, values: NDArray[Any], mask: Bytes | None) -> NDArray[np.integer]:
        years, is_known = self.years(values, mask)
        between = np.where(years > self.ends[1], 2, years - self.ends[0] - 1 + FIRST_RANK)
        ranks = np.where(is_known, np.where(years <= self.ends[0], 1, between), 0)
        return ranks.astype(np.min_scalar_type(self.ranks))


class Split(NamedTuple):
    """Parts of combinations with land that changed: of which combination, their years, cells and
    hectares; and the cells themselves, with a key of each, and the part by key."""

    origins: Ints
    years: Ints
    cells: Ints
    hectares: Floats
    positions: Ints
    keys: Ints
    part_of_key: Ints


class ChangeYears:
    """The years of disturbance and of recovery of a run, one of which may be missing.

    Args:
        rasters: of disturbance and of recovery.
        years: of the dates.
        changes: tells which combinations of a block were disturbed, and which reclaimed.
    """

    def __init__(
        self,
        rasters: Sequence[YearRaster | None],
        years: Sequence[int],
        area: CellArea,
        changes: Changes,
    ):
        self.rasters, self._ends, self._area = rasters, np.array(years), area
        self._changes, self._lock = changes, threading.Lock()

    @property
    def read(self) -> list[Raster]:
        """The rasters that are there, in their order."""
        return [own.raster for own in self.rasters if own is not None]

    def split(self, block: Block, readers: Sequence[Reader]) -> Block:
        """The block with the combinations that changed told apart by their years.

        Args:
            readers: of `read`.
        """
        by_kind, reader_of = self._changes(block), iter(readers)
        values: list[Read | None] = []
        has_changed: list[Flags] = []
        for own, changes in zip(self.rasters, by_kind):
            changed: Flags = np.any(changes, axis=0)
            reader = None if own is None else next(reader_of)
            has_changed.append(np.zeros_like(changed) if reader is None else changed)
            is_read = reader is not None and changed.any()
            values.append(reader.read(block.window) if reader is not None and is_read else None)
        first, second = has_changed
        kinds = (first & ~second, second & ~first, first & second)
        parts = [
            self._parts(block, kind, by_kind, has_changed, values) for kind in kinds if kind.any()
        ]
        if not parts:
            return block
        same = np.flatnonzero(~(first | second))
        origins = np.concatenate([same, *(part.origins for part in parts)])
        none = np.full((2, same.size), NO_YEAR)
        years = np.concatenate([none, *(part.years for part in parts)], axis=1)
        cells = np.concatenate([block.cells[same], *(part.cells for part in parts)])
        hectares = block.hectares
        if hectares is not None:
            hectares = np.concatenate([hectares[same], *(part.hectares for part in parts)])

        def by_cell() -> NDArray[np.integer]:
            index = np.zeros(block.cells.size, np.min_scalar_type(origins.size))
            index[same] = np.arange(same.size)
            indices, begin = block.expand(index).ravel(), same.size
            for part in parts:
                indices[part.positions] = (begin + part.part_of_key)[part.keys]
                begin += part.origins.size
            return indices

        return block.split(origins, years, cells, hectares, by_cell)

    def _parts(
        self,
        block: Block,
        which: Flags,
        by_kind: tuple[Flags, Flags],
        has_changed: Sequence[Flags],
        values: Sequence[Read | None],
    ) -> Split:
        """The parts of some combinations, all of which were disturbed, or reclaimed, or both."""
        combinations = np.flatnonzero(which)
        cells, keys = block.cells_of(which, np.cumsum(which) - 1)
        shape = [combinations.size]
        for own, read, changed in zip(self.rasters, values, has_changed):
            is_asked = own is not None and read is not None and changed[combinations[0]]
            shape.append(own.ranks if own is not None and is_asked else 1)
            if own is not None and read is not None and is_asked:
                keys = keys * own.ranks + own.ranks_at(*read, cells)
        if prod(shape) > max(MOST_BINS, cells.size):
            occurring, keys = np.unique(keys, return_inverse=True)
        else:
            occurring = np.arange(prod(shape))
        counts = np.bincount(keys, minlength=occurring.size)
        there = np.flatnonzero(counts)
        origins, *ranks = np.unravel_index(occurring[there], shape)
        origins = combinations[origins]
        codes = [self._codes(*of, origins) for of in zip(self.rasters, ranks, by_kind)]
        # What changed in no interval that its year lies in is one, whatever its year.
        together = (origins << 32) + (codes[0] << 16) + codes[1]
        parts, part_of = np.unique(together, return_inverse=True)
        part_of_key = np.zeros(occurring.size, np.int64)
        part_of_key[there] = part_of
        hectares = np.zeros(parts.size)
        if block.hectares is not None:
            row, column = np.divmod(cells, block.window.width)
            shape_of_cells = (block.window.height, block.window.width)
            of_cells = np.broadcast_to(self._area.of(block.window), shape_of_cells)[row, column]
            hectares += np.bincount(part_of_key[keys], of_cells, parts.size)
        return Split(
            parts >> 32,
            np.stack([parts >> 16 & 0xFFFF, parts & 0xFFFF]),
            np.bincount(part_of, counts[there], parts.size).astype(np.int64),
            hectares,
            cells,
            keys,
            part_of_key,
        )

    def _codes(self, own: YearRaster | None, ranks: Ints, changed: Flags, origins: Ints) -> Ints:
        """What combinations hold of years by their ranks: the year if their land changed in its
        interval, none if it never did."""
        years = ranks + self._ends[0] + 1 - FIRST_RANK
        if own is not None:
            with self._lock:
                own.include(years[ranks >= FIRST_RANK])
        interval = np.clip(np.searchsorted(self._ends, years) - 1, 0, len(changed) - 1)
        is_within = (ranks >= FIRST_RANK) & changed[interval, origins]
        return np.where(ranks > 0, np.where(is_within, years, OUTSIDE_YEAR), NO_YEAR)
