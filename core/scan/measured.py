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

from ..base.arrays import Bytes, Floats, Ints, NDArray
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
        whole, real = np.zeros(kinds, np.int64), np.zeros(kinds)
        return cls(whole, whole, real, real, np.full(kinds, np.inf), np.full(kinds, -np.inf))

    @classmethod
    def of(cls, cells: Ints, kinds: Ints, values: Floats) -> Moments:
        """Of the values (n,) of cells of some kinds (n,); `cells` counts those without one too."""
        size = cells.size
        count = np.bincount(kinds, minlength=size)
        held = np.maximum(count, 1)
        mean = np.bincount(kinds, values, size) / held
        squares: Floats = np.bincount(kinds, (values - mean[kinds]) ** 2, size).astype(float)
        least, largest = np.full(size, np.inf), np.full(size, -np.inf)
        np.minimum.at(least, kinds, values)
        np.maximum.at(largest, kinds, values)
        return cls(cells, count, mean, squares, least, largest)

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

    raster: Raster

    def __init__(self, raster: Raster, kinds: Kinds):
        self.raster = raster
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
        kinds = self._kinds(block)
        return Moments.of(_cells(block, kinds), np.zeros(0, np.int64), np.zeros(0))

    def measure(self, block: Block, values: Numbers, mask: Bytes | None) -> Moments:
        kinds = self._kinds(block)
        by_cell = block.expand(kinds)
        counts = (by_cell >= 0) & np.isfinite(values)
        if mask is not None:
            counts &= mask == VALID
        for value in self._nodata:
            counts &= values != value
        for low, high in self.raster.source.nodata_ranges:
            counts &= (values < low) | (values > high)
        scale, offset = self.raster.scale
        measured = values[counts].astype(np.float64) * scale + offset
        return Moments.of(_cells(block, kinds), by_cell[counts], measured)

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
