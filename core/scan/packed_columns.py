"""What the cells of a window are told apart by: dates, strata and the mask, a column each.

A column is compared cell by cell, as it was read; what costs more than a comparison is done for the
cells where some column changes, and what its values mean is looked up for combinations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import DataError
from ..base.numbers import BoolArray, ByteArray, IntArray, NDArray
from ..raster.grid import Window
from ..raster.reader import VALID_CODE
from ..raster.source import Raster
from .class_codes import Coder, NotIntegerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .block_combinations import Numbers, Value

    Cells = NDArray[np.generic]
    Mask = ByteArray | None

# How long spans are, and how large keys, is told by a look at so many stretches of so many cells.
SAMPLE_COUNT, CELLS_PER_SAMPLE = 8, 1 << 12


class CellColumn:
    """Something that each cell of a window holds.

    Attributes:
        marked: what was read, in reading order; where none of it changes, neither does the column
            except at its `breaks`.
        breaks: positions of cells that are known to begin something new.
    """

    marked: Sequence[Cells] = ()
    breaks: IntArray = np.empty(0, np.int64)

    def sample_keys(self) -> Numbers | None:
        """Some of the column as `keys` will be; None where they must be looked up."""
        raise NotImplementedError

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        """Small keys to what the cells at starts, or all, hold."""
        raise NotImplementedError

    def decode_keys(self, keys: Numbers) -> Numbers:
        """What some keys stand for, such as class codes."""
        raise NotImplementedError

    def is_constant(self) -> bool:
        """Whether all cells hold the same, so that they are not told apart by it."""
        return all(
            cells[0] == cells[-1] and bool((cells == cells[0]).all()) for cells in self.marked
        )


class IndexedColumn(CellColumn):
    """Numbers known cell by cell: keys are the index of each cell's number among the `meanings`."""

    def __init__(self, keys: Numbers, meanings: IntArray):
        self._keys, self._meanings = keys, meanings
        self.marked = [keys]

    def sample_keys(self) -> Numbers | None:
        return sample_cells(self._keys)

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        return self._keys if starts is None else self._keys[starts]

    def decode_keys(self, keys: Numbers) -> Numbers:
        return self._meanings[keys]

    def is_constant(self) -> bool:
        return self._meanings.size == 1


class SpanColumn(IndexedColumn):
    """Numbers of spans of cells, one span after the other, until where each of them ends."""

    def __init__(self, ends: IntArray, keys: Numbers, meanings: IntArray):
        super().__init__(keys, meanings)
        self._ends, self.breaks = ends, ends[:-1]
        self.marked = ()

    def sample_keys(self) -> Numbers | None:
        return self._keys

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        # Each span begins with a start.
        ends = self._ends if starts is None else np.searchsorted(starts, self._ends)
        return np.repeat(self._keys, np.diff(ends, prepend=0))


class RasterColumn(CellColumn):
    """The values of a raster, looked up as late as may be: a date's classes, if nothing else.

    Args:
        window: where the cells lie, for messages.
        coder: values to codes.
        cells: its values in the window.
        mask: NODATA, OUTSIDE or VALID by cell, or None.

    Attributes:
        is_plain: whether the values are small numbers as they are, so that what they mean need not
            be looked up before the combinations are known.
    """

    def __init__(self, window: Window, raster: Raster, coder: Coder, cells: Cells, mask: Mask):
        self._window, self._raster, self._coder = window, raster, coder
        self._cells: Cells = cells.ravel()
        self._mask: Mask = None if mask is None else mask.ravel()
        self.marked = [self._cells] if self._mask is None else [self._cells, self._mask]
        self.is_plain = raster.dtype.itemsize == 1 and mask is None
        # What is added to them: 1 where 255 is no data, so that it becomes 0.
        self._shift = np.uint8(255 in raster.left_out or -1 in raster.left_out)

    def sample_keys(self) -> Numbers | None:
        return self._shift_values(sample_cells(self._cells)) if self.is_plain else None

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        cells, mask = self._cells, self._mask
        if starts is not None:
            cells, mask = cells[starts], None if mask is None else mask[starts]
        if self.is_plain:
            return self._shift_values(cells)
        if mask is None:
            return self._look_up_codes(cells, None, starts).view(np.uint16)
        shown = mask == VALID_CODE
        codes = self.mask_codes(mask)
        codes[shown] = self._look_up_codes(cells, shown, starts)
        return codes

    def decode_keys(self, keys: Numbers) -> Numbers:
        if not self.is_plain:
            return keys
        values = (keys.astype(np.uint8) - self._shift).view(self._raster.dtype)
        return self._coder.encode_values(values)

    def mask_codes(self, mask: ByteArray) -> NDArray[np.uint16]:
        """The codes of cells by what they are besides their values."""
        return mask.astype(np.uint16)

    def not_integer_error(self, label: str, value: float, row: int, column: int) -> DataError:
        """The error for a value with a fraction."""
        return DataError(
            "{label}: non-integer value {value:.10g} at row {row}, column {column}; land-use "
            "rasters must contain integers",
            label=label,
            value=value,
            row=row,
            column=column,
        )

    def _shift_values(self, cells: Cells) -> Numbers:
        """Plain values as keys that are small where the values are."""
        keys = cells.view(np.uint8)
        return keys + self._shift if self._shift else keys

    def _look_up_codes(
        self, cells: Cells, shown: BoolArray | None, starts: IntArray | None
    ) -> NDArray[np.int16]:
        """The codes of the cells that are shown."""
        try:
            return self._coder.encode_values(cells if shown is None else cells[shown])
        except NotIntegerError as error:
            odd = cells == error.value
            position = int(np.flatnonzero(odd if shown is None else odd & shown)[0])
            position = position if starts is None else int(starts[position])
            row, column = divmod(position, self._window.width)
            row, column = self._window.row + row + 1, self._window.column + column + 1
            raise self.not_integer_error(self._raster.label, error.value, row, column) from None


def sample_cells(cells: NDArray[Value]) -> NDArray[Value]:
    """Some stretches of a block's cells, shape (stretches, cells)."""
    looks = SAMPLE_COUNT if cells.size >= SAMPLE_COUNT * CELLS_PER_SAMPLE else 1
    return cells[: cells.size // looks * looks].reshape(looks, -1)[:, :CELLS_PER_SAMPLE]
