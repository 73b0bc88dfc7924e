"""What a raster of values, such as biomass, holds on each kind of land: mean, scatter, extremes.

A value is taken at the centre of the land-use cell (nearest neighbour), in the one pass. Sums of
squares are about each block's own mean, and blocks are joined by the updating formula of Chan,
Golub and LeVeque (1983), so that nothing is lost to rounding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..base.arrays import Bytes, Flags, Floats, Ints, NDArray
from ..base.messages import Notes
from ..raster.alignment import align
from ..raster.grid import Window
from ..raster.reader import VALID
from ..raster.source import Raster, RasterInput, in_type, inspect
from .block import Block
from .coding import FIRST_CLASS
from .consumer import Consumer
from .series import Series

Numbers = NDArray[Any]

# Places of a table of whole numbers per cell, beyond which counting them is no longer quicker.
MOST_BINS = 1

# The kind of land of each combination of a block, as a whole number from 0, -1 for none.
Kinds = Callable[[Block], Ints]


@dataclass(frozen=True)
class Moments:
    """What cells hold, by kind of land, shape (kinds,) each.

    Attributes:
        cells: of the kind, with and without a value.
        count: of them with a value.
        mean: of the values; 0 where there is none.
        squares: sum of the squares about the mean.
        least, largest: of the values; infinite where there is none.
    """

    cells: Ints
    count: Ints
    mean: Floats
    squares: Floats
    least: Floats
    largest: Floats

    @classmethod
    def none(cls, kinds: int) -> Moments:
        """Of no cell."""
        cells, count = np.zeros((2, kinds), np.int64)
        mean, squares = np.zeros((2, kinds))
        return cls(cells, count, mean, squares, np.full(kinds, np.inf), np.full(kinds, -np.inf))

    @classmethod
    def of_sorted(cls, cells: Ints, count: Ints, values: Floats) -> Moments:
        """Of values (n,) that lie kind by kind.

        Args:
            cells, count: of each kind, with and without a value, and with one, (kinds,).
        """
        made = cls.none(cells.size)
        there = np.flatnonzero(count)
        made.cells[:], made.count[:] = cells, count
        if there.size:
            held = count[there]
            starts = np.cumsum(held) - held
            mean = np.add.reduceat(values, starts) / held
            apart = values - np.repeat(mean, held)
            made.mean[there], made.squares[there] = mean, np.add.reduceat(apart * apart, starts)
            made.least[there] = np.minimum.reduceat(values, starts)
            made.largest[there] = np.maximum.reduceat(values, starts)
        return made

    @classmethod
    def of_table(cls, cells: Ints, table: Ints, values: Floats) -> Moments:
        """Of how many cells have which value.

        Args:
            cells: of each kind, with and without a value, (kinds,).
            table: cells by kind and value, shape (kinds, values).
            values: in rising order, (values,).
        """
        made = cls.none(cells.size)
        made.cells[:], made.count[:] = cells, table.sum(axis=1)
        there = np.flatnonzero(made.count)
        if there.size:
            some, held = table[there], made.count[there]
            mean = made.mean[there] = some @ values / held
            made.squares[there] = (some * (values - mean[:, np.newaxis]) ** 2).sum(axis=1)
            is_held = some > 0
            made.least[there] = values[is_held.argmax(axis=1)]
            made.largest[there] = values[::-1][is_held[:, ::-1].argmax(axis=1)]
        return made

    def with_(self, other: Moments) -> Moments:
        """Both together; the one of fewer kinds has none of the further ones."""
        size = max(self.cells.size, other.cells.size)
        one, two = self._padded(size), other._padded(size)
        count = one.count + two.count
        held, apart = np.maximum(count, 1), two.mean - one.mean
        return Moments(
            one.cells + two.cells,
            count,
            one.mean + apart * two.count / held,
            one.squares + two.squares + apart**2 * one.count * two.count / held,
            np.minimum(one.least, two.least),
            np.maximum(one.largest, two.largest),
        )

    def _padded(self, size: int) -> Moments:
        none = Moments.none(size - self.cells.size)
        pairs = ((getattr(self, name), getattr(none, name)) for name in vars(self))
        return Moments(*(np.concatenate(pair) for pair in pairs))

    @property
    def without_value(self) -> Ints:
        """Cells of each kind that have no value."""
        return self.cells - self.count

    @property
    def sd(self) -> Floats:
        """The standard deviation among cells, with n - 1; 0 for one cell."""
        sd: Floats = np.sqrt(self.squares / np.maximum(self.count - 1, 1))
        return sd


class Measured(Consumer):
    """Measures a raster of values by kind of land.

    Args:
        raster: of values, on the cells of the series.
        kinds: tells the kinds apart.
    """

    measures: Raster

    def __init__(self, raster: Raster, kinds: Kinds):
        self.measures = raster
        self.moments = Moments.none(0)
        self._kinds = kinds
        self._nodata = [in_type(value, raster.dtype) for value in raster.left_out]

    @classmethod
    def on(cls, series: Series, source: RasterInput, kinds: Kinds, notes: Notes) -> Measured:
        """A raster brought onto the cells of a series.

        Args:
            notes: what was done is added to them.

        Raises:
            DataError: it cannot be used, or does not overlap the cells.
        """
        base = next(raster for raster in series.rasters if raster.onto is None)
        base = replace(base, grid=series.grid)
        return cls(align([base, inspect(source, of_values=True)], 0, notes)[1], kinds)

    def take(self, block: Block) -> Moments:
        cells = _cells(block, self._kinds(block))
        return Moments.of_sorted(cells, np.zeros_like(cells), np.zeros(0))

    def take_values(self, block: Block, values: Numbers, mask: Bytes | None) -> Moments:
        kinds = self._kinds(block)
        cells = _cells(block, kinds)
        # One more than the kind, 0 for none: small numbers are quicker to spread and to sort.
        by_cell: Numbers = block.expand((kinds + 1).astype(np.min_scalar_type(cells.size))).ravel()
        if mask is not None:
            by_cell = np.where(mask.ravel() == VALID, by_cell, 0)
        values = values.ravel()
        if values.dtype.kind in "iu" and cells.size:
            low, high = int(values.min()), int(values.max())
            bins = (cells.size + 1) * (high - low + 1)
            if bins <= values.size * MOST_BINS:
                return self._tabulated(cells, by_cell, values, low, high)
        by_cell = np.where(self._is_value(values), by_cell, 0)
        count = np.bincount(by_cell, minlength=cells.size + 1)
        order = np.argsort(by_cell, kind="stable")[count[0] :]
        return Moments.of_sorted(cells, count[1:], self._scaled(values[order]))

    def _tabulated(
        self, cells: Ints, by_cell: Numbers, values: Numbers, low: int, high: int
    ) -> Moments:
        """Of whole numbers that lie close together, counted one by one, which is much quicker.

        Args:
            by_cell, values: of each cell, (n,); low, high: the least and the largest of them.
        """
        span = high - low + 1
        places = (np.arange(cells.size + 1) * span - low)[by_cell]
        np.add(places, values, out=places, casting="unsafe")
        table = np.bincount(places, minlength=(cells.size + 1) * span).reshape(-1, span)[1:]
        there = np.flatnonzero(table.any(axis=0))
        kept = there[self._is_value((there + low).astype(values.dtype))]
        sign = -1 if self.measures.scale[0] < 0 else 1
        return Moments.of_table(cells, table[:, kept[::sign]], self._scaled(kept[::sign] + low))

    def _is_value(self, values: Numbers) -> Flags:
        """Which numbers of the file are values, and not no data."""
        counts: Flags = np.isfinite(values)
        for value in self._nodata:
            counts &= values != value
        for low, high in self.measures.source.nodata_ranges:
            counts &= (values < low) | (values > high)
        return counts

    def _scaled(self, values: Numbers) -> Floats:
        scale, offset = self.measures.scale
        scaled: Floats = values.astype(np.float64) * scale + offset
        return scaled

    def merge(self, window: Window, part: Moments) -> None:
        self.moments = self.moments.with_(part)


def _cells(block: Block, kinds: Ints) -> Ints:
    """Cells of each kind."""
    shown = kinds >= 0
    size = int(kinds.max(initial=-1)) + 1
    return np.bincount(kinds[shown], block.cells[shown], size).astype(np.int64)


def by_class(block: Block) -> Ints:
    """The class number of each combination at the first date; -1 where it does not count.

    Listed classes have their numbers for good; others those of the pass (Census.codes).
    """
    codes = block.codes[0].astype(np.int64) - FIRST_CLASS
    return codes if block.valid is None else np.where(block.valid, codes, -1)
