"""Mined land by squares on the ground, for runs that have no units of their own.

How large the squares are shows when all cells are read: the smallest of 1, 2, 5, 10, ... km of
which at most so many hold mined land. The pass counts by squares of 1 km, of which those of 2, 5
and 10 km are made up; as soon as more of 10 km than may be hold mined land, it goes on by these,
of which those of 20, 50 and 100 km are made up. So it never keeps more than some hundred times as
many squares as there will be.
"""

from __future__ import annotations

from dataclasses import replace
from math import prod

import numpy as np

from ..base.numbers import Flags, Floats, Ints, NDArray
from ..mine.land import uses_in
from ..mine.states import Use
from ..raster.grid import Window
from ..raster.ground_squares import GroundSquares
from ..scan.block import Block
from ..scan.census import Census, CombinationTable
from ..scan.coding import FIRST_CLASS
from ..scan.combinations import MOST_COMBINATIONS, ROWS_TO_SORT
from ..scan.consumer import Consumer
from ..scan.grouping import grouped, packed
from ..scan.series import Series
from ..scheme.disturbing_classes import DisturbingClasses

MOST_SQUARES = 12
# Of squares and combinations in a block, where a bin is made for each.
MOST_BINS = 1 << 20
SIZES = (1, 2, 5, 10)

# Rows and columns of squares and, date by date, class codes (a row each); cells; hectares.
Counts = tuple[NDArray[np.uint16], Ints, Floats]


class MinedSquares(Consumer):
    """Counts what mined land is at all dates by squares.

    Args:
        series: the dates.
        disturbing: the groups that are mined land.

    Attributes:
        squares: once it is finished, those that are shown.
        names: of those that hold mined land, row by row.
        table: their combinations; `strata` are indices in names.
    """

    squares: GroundSquares
    names: list[str]
    table: CombinationTable

    def __init__(self, series: Series, disturbing: DisturbingClasses):
        self._series, self._disturbing = series, disturbing
        finest = 1
        grid, window, method = series.grid, series.window, series.area.method
        while max(GroundSquares.of(grid, window, method, finest).shape) > np.iinfo(np.uint16).max:
            finest *= SIZES[-1]
        self._finest = GroundSquares.of(grid, window, method, finest)
        self._rows, self._columns = self._finest.rows, self._finest.columns
        # How many of the finest squares make up a side of those that are counted.
        self._factor = 1
        self._parts: list[Counts] = []
        self._size, self._size_to_shrink = 0, ROWS_TO_SORT

    def take(self, block: Block) -> Counts | None:
        mined: Flags = np.any([use == Use.MINE for use in uses_in(block, self._disturbing)], axis=0)
        if block.valid is not None:
            mined &= block.valid
        if not mined.any():
            return None
        window, series = block.window, self._series
        cells = block.positions(mined)
        # Numbers of the combinations among those that are mined.
        combinations = block.at(np.cumsum(mined) - 1, cells)
        down, across = window.within(series.window)
        rows, columns = self._rows[down], self._columns[across]
        first_row, first_column = rows.min(), columns.min()
        row, column = np.divmod(cells, window.width)
        shape = (
            int(rows.max() - first_row) + 1,
            int(columns.max() - first_column) + 1,
            int(np.count_nonzero(mined)),
        )
        keys = np.ravel_multi_index(
            (rows[row] - first_row, columns[column] - first_column, combinations), shape
        )
        size = prod(shape)
        # Counting is far quicker than sorting, but makes a bin for every possible key.
        if size > max(MOST_BINS, cells.size):
            occurring, keys = np.unique(keys, return_inverse=True)
            keys, size = keys.ravel(), occurring.size
        else:
            occurring = np.arange(size)
        counts = np.bincount(keys, minlength=size)
        is_there = counts > 0
        counts = counts[is_there]
        squares_down, squares_across, combinations = np.unravel_index(occurring[is_there], shape)
        coded = np.empty((2 + len(block.codes), combinations.size), np.uint16)
        coded[0], coded[1] = squares_down + first_row, squares_across + first_column
        for codes, of_date in zip(coded[2:], block.codes):
            codes[:] = of_date[mined][combinations]
        if series.area.uniform is not None:
            return coded, counts, counts * np.float64(series.area.uniform)
        area = np.broadcast_to(series.area.of(window), (window.height, window.width))
        hectares = np.bincount(keys, area[row, column], size)[is_there]
        return coded, counts, hectares.astype(np.float64, copy=False)

    def merge(self, window: Window, part: Counts | None) -> None:
        if part is None:
            return
        part[0][:2] //= self._factor
        self._parts.append(part)
        self._size += part[1].size
        if self._size > self._size_to_shrink:
            self._shrink()
            self._size_to_shrink = max(ROWS_TO_SORT, 2 * self._size)

    def _shrink(self) -> None:
        """Sum up the rows of one square and combination, of squares as large as they may be."""
        coded, cells, hectares = (np.concatenate(arrays, axis=-1) for arrays in zip(*self._parts))
        while len(_squares(coded, SIZES[-1])) > MOST_SQUARES:
            coded[:2] //= SIZES[-1]
            self._factor *= SIZES[-1]
        order, is_first = grouped(packed(coded[::-1]))
        firsts = np.flatnonzero(is_first)
        coded = coded[:, order[firsts]]
        summed = np.bincount(np.cumsum(is_first) - 1, hectares[order])
        self._parts = [
            (coded, np.add.reduceat(cells[order], firsts), summed.astype(np.float64, copy=False))
        ]
        self._size = firsts.size
        # Of too many rows even so, the squares become larger than they would be.
        if self._size > MOST_COMBINATIONS and coded[:2].any():
            coded[:2] //= SIZES[-1]
            self._factor *= SIZES[-1]
            self._shrink()

    def finish(self, census: Census) -> None:
        if self._parts:
            self._shrink()
        else:
            none = np.zeros((2 + len(self._series.rasters), 0), np.uint16)
            self._parts = [(none, np.zeros(0, np.int64), np.zeros(0))]
        coded, cells, hectares = self._parts.pop()
        size = next(s for s in SIZES if len(_squares(coded, s)) <= MOST_SQUARES)
        squares = _squares(coded, size)
        self.squares = replace(
            self._finest,
            size_km=self._finest.size_km * self._factor * size,
            width=self._finest.width * self._factor * size,
            height=self._finest.height * self._factor * size,
        )
        self.names = [self.squares.name(row, column) for row, column in squares]
        strata_of = {square: stratum for stratum, square in enumerate(squares)}
        strata = np.array(
            [strata_of[int(row), int(column)] for row, column in zip(*coded[:2] // size)], np.int64
        )
        classes = (census.codes.astype(np.int64) - FIRST_CLASS)[coded[2:]]
        # Which thread numbered the classes must not show, not even in the last digit of a sum.
        order = np.lexsort(packed([*classes[::-1], strata]))
        self.table = CombinationTable(
            strata[order], classes[:, order].T, cells[order], hectares[order]
        )


def _squares(coded: NDArray[np.uint16], size: int) -> list[tuple[int, int]]:
    """The squares that occur, so many times as large, by row and column, row by row."""
    rows, columns = (coded[:2] // size).astype(np.int64)
    return [divmod(int(key), 1 << 16) for key in np.unique(rows << 16 | columns)]
