"""A small picture of what cells are, made in the pass and kept in memory: no raster is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ..raster.grid import Window
from .block import Block
from .consumer import Consumer

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

    # Where the pixels of a block lie in the picture, and what they are.
    Pixels = tuple[slice, slice, NDArray[np.unsignedinteger]]


class Thumbnail(Consumer):
    """Every pixel is the cell at its middle.

    Args:
        window: the cells that the picture is of.
        shape: its height and width, neither larger than the window's.
        values: gives the values of a block by kind, shape (kinds,); called by several threads at a
            time.
        nodata: the value of cells that are not valid at all dates.
        dtype: of the values.

    Attributes:
        cells: the picture, in the order of the grid's rows and columns.
    """

    def __init__(
        self,
        window: Window,
        shape: tuple[int, int],
        values: Callable[[Block], NDArray[np.unsignedinteger]],
        nodata: int = 0,
        dtype: DTypeLike = np.uint8,
    ):
        self.cells: NDArray[np.unsignedinteger] = np.full(shape, nodata, dtype)
        self._values = values
        self._nodata = nodata
        # The rows and columns of the grid that are shown.
        self._rows = window.row + _middles(window.height, shape[0])
        self._columns = window.column + _middles(window.width, shape[1])

    def take(self, block: Block) -> Pixels:
        window = block.window
        rows = _within(self._rows, window.row, window.height)
        columns = _within(self._columns, window.column, window.width)
        values = self._values(block)
        if block.valid is not None:
            values[~block.valid] = self._nodata
        # Of a large raster few cells are shown: the others are not looked at.
        shown = block.at(
            values, self._rows[rows] - window.row, self._columns[columns] - window.column
        )
        return rows, columns, shown

    def merge(self, window: Window, part: Pixels) -> None:
        rows, columns, pixels = part
        self.cells[rows, columns] = pixels


def _middles(cells: int, pixels: int) -> NDArray[np.int64]:
    """The cell at the middle of each pixel."""
    return (np.arange(pixels) * 2 + 1) * cells // (2 * pixels)


def _within(places: NDArray[np.int64], start: int, size: int) -> slice:
    """Which of some rising places lie in a stretch."""
    first, end = np.searchsorted(places, (start, start + size))
    return slice(int(first), int(end))
