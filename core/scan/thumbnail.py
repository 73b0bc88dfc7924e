"""Small pictures of what cells are, made in the pass and kept in memory: no raster is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ..raster.grid import Window
from .block import Block
from .class_codes import FIRST_CLASS
from .consumer import Consumer
from .count_result import Census
from .series import Series

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

    from .block_combinations import Value
    from .consumer import Part


class Pixels(Consumer):
    """A picture, no larger than the window it is of; every pixel is the cell at its middle."""

    def __init__(self, window: Window, shape: tuple[int, int]):
        # The rows and columns of the grid that are shown.
        self._rows = window.row + middles(window.height, shape[0])
        self._columns = window.column + middles(window.width, shape[1])

    def shown(self, block: Block, values: NDArray[Value]) -> tuple[slice, slice, NDArray[Value]]:
        """Where the pixels of a block lie in the picture, and their values by combination."""
        window = block.window
        rows = _within(self._rows, window.row, window.height)
        columns = _within(self._columns, window.column, window.width)
        down, across = self._rows[rows] - window.row, self._columns[columns] - window.column
        # Of a large raster few cells are shown: the others are not looked at.
        return rows, columns, block.at(values, down[:, None] * window.width + across)


class Thumbnail(Pixels):
    """A picture of one number for each cell.

    Args:
        window: the cells that the picture is of.
        shape: its height and width, neither larger than the window's.
        values: gives the values of a block by combination, shape (combinations,); called by
            several threads at a time.
        nodata: the value of cells that are not valid at all dates.

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
        super().__init__(window, shape)
        self._values = values
        self._nodata = nodata

    def take(self, block: Block) -> Part:
        values = self._values(block)
        if block.valid is not None:
            values[~block.valid] = self._nodata
        return self.shown(block, values)

    def merge(self, window: Window, part: Part) -> None:
        rows, columns, pixels = part
        self.cells[rows, columns] = pixels


class HistoryThumbnail(Pixels):
    """A picture of what cells are at all dates, for what is worked out after the pass.

    Pixels that are alike at all dates share a combination, so that it takes little room even of
    many dates.

    Args:
        shape: height and width of the picture, neither larger than the series' window.

    Attributes:
        classes: once it is finished, class numbers as the tables have them by date and
            combination, shape (dates, combinations); of the first one, which is that of the cells
            not valid at all dates, NONE.
        combinations: of each pixel, in the order of the grid's rows and columns.
    """

    NONE = -1

    def __init__(self, series: Series, shape: tuple[int, int]):
        super().__init__(series.window, shape)
        self.combinations: NDArray[np.int32] = np.zeros(shape, np.int32)
        self.classes: NDArray[np.int64] = np.empty(0, np.int64)
        self._codes = [np.zeros((len(series.rasters), 1), np.uint16)]
        self._count = 1

    def take(self, block: Block) -> Part:
        rows, columns, combinations = self.shown(block, np.arange(block.cells.size))
        shown = np.zeros(block.cells.size, np.bool_)
        shown[combinations] = True
        if block.valid is not None:
            shown &= block.valid
        # From 1 on, for those that are shown.
        indices = np.cumsum(shown) * shown
        codes = np.array([of_date[shown] for of_date in block.codes], np.uint16)
        return rows, columns, indices[combinations], codes

    def merge(self, window: Window, part: Part) -> None:
        rows, columns, indices, codes = part
        self.combinations[rows, columns] = np.where(indices, indices + (self._count - 1), 0)
        self._codes.append(codes)
        self._count += codes.shape[1]

    def finish(self, census: Census) -> None:
        self.close(census.codes)

    def close(self, codes: NDArray[np.uint16]) -> None:
        """Number the classes as the tables have them, by their codes there."""
        class_indices = codes.astype(np.int64) - FIRST_CLASS
        self.classes = np.maximum(class_indices, self.NONE)[np.concatenate(self._codes, axis=1)]
        self._codes = []


def middles(cells: int, pixels: int) -> NDArray[np.int64]:
    """The cell at the middle of each pixel."""
    return (np.arange(pixels) * 2 + 1) * cells // (2 * pixels)


def _within(positions: NDArray[np.int64], start: int, size: int) -> slice:
    """Which of some rising positions lie in a stretch."""
    first, end = np.searchsorted(positions, (start, start + size))
    return slice(int(first), int(end))
