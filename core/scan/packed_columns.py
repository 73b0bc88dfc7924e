"""Columns that distinguish the cells of a window: dates, strata and the mask.

A column is compared cell by cell as it was read; more expensive steps are limited to
cells where some column changes, and values are decoded by combination.
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

# Number and size of the samples from which span lengths and key sizes are estimated.
SAMPLE_COUNT, CELLS_PER_SAMPLE = 8, 1 << 12


class CellColumn:
    """Property of each cell of a window.

    Attributes:
        marked: arrays in reading order; where none of them changes, neither does the
            column, except at its `breaks`.
        breaks: positions of cells at which the column is known to change.
    """

    marked: Sequence[Cells] = ()
    breaks: IntArray = np.empty(0, np.int64)

    def sample_keys(self) -> Numbers | None:
        """Return a sample of the keys, or None if they require a look-up."""
        raise NotImplementedError

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        """Return small keys of the cells at `starts`, or of all cells."""
        raise NotImplementedError

    def decode_keys(self, keys: Numbers) -> Numbers:
        """Return the values of keys, such as class codes."""
        raise NotImplementedError

    def is_constant(self) -> bool:
        """Return whether all cells have the same value, so that the column can be ignored."""
        return all(
            cells[0] == cells[-1] and bool((cells == cells[0]).all()) for cells in self.marked
        )


class IndexedColumn(CellColumn):
    """Column of known integers by cell: keys are indices into `meanings`."""

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
    """Column of known integers by span; each span ends where the next one begins."""

    def __init__(self, ends: IntArray, keys: Numbers, meanings: IntArray):
        super().__init__(keys, meanings)
        self._ends, self.breaks = ends, ends[:-1]
        self.marked = ()

    def sample_keys(self) -> Numbers | None:
        return self._keys

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        # Every span begins at one of the starts.
        ends = self._ends if starts is None else np.searchsorted(starts, self._ends)
        return np.repeat(self._keys, np.diff(ends, prepend=0))


class RasterColumn(CellColumn):
    """Column of raster values, decoded as late as possible; by default, classes of a date.

    Args:
        window: position of the cells, for messages.
        coder: coder of the values.
        cells: values in the window.
        mask: NODATA_CODE, OUTSIDE_CODE or VALID_CODE by cell, or None.

    Attributes:
        is_plain: whether the values are small integers that can serve as keys, and be
            decoded by combination.
    """

    def __init__(self, window: Window, raster: Raster, coder: Coder, cells: Cells, mask: Mask):
        self._window, self._raster, self._coder = window, raster, coder
        self._cells: Cells = cells.ravel()
        self._mask: Mask = None if mask is None else mask.ravel()
        self.marked = [self._cells] if self._mask is None else [self._cells, self._mask]
        self.is_plain = raster.dtype.itemsize == 1 and mask is None
        # Added to the values: 1 if 255 is NoData, so that it becomes 0.
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
        """Return the codes of cells by their mask."""
        return mask.astype(np.uint16)

    def not_integer_error(self, label: str, value: float, row: int, column: int) -> DataError:
        """Return the error for a non-integer value."""
        return DataError(
            "{label}: non-integer value {value:.10g} at row {row}, column {column}; land-use "
            "rasters must contain integers",
            label=label,
            value=value,
            row=row,
            column=column,
        )

    def _shift_values(self, cells: Cells) -> Numbers:
        """Return plain values as keys, which are small for small values."""
        keys = cells.view(np.uint8)
        return keys + self._shift if self._shift else keys

    def _look_up_codes(
        self, cells: Cells, shown: BoolArray | None, starts: IntArray | None
    ) -> NDArray[np.int16]:
        """Return the codes of the cells that are shown."""
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
    """Return samples of the cells of a block, shape (samples, cells)."""
    looks = SAMPLE_COUNT if cells.size >= SAMPLE_COUNT * CELLS_PER_SAMPLE else 1
    return cells[: cells.size // looks * looks].reshape(looks, -1)[:, :CELLS_PER_SAMPLE]
