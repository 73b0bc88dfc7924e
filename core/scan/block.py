"""One window of all dates, with its cells grouped by combination of values: the inner loop.

Design:

- Land use is patchy. Marking where a date changes from one cell to the next, and
  continuing with the spans in between, leaves a tenth of the cells or less for all
  further steps. In noise, spans are hardly longer than a cell; there, cells are
  processed individually.
- If all dates are bytes with few classes, grouping the cells directly is faster than
  spans (block_combinations.py), unless spans are very long, which is estimated from a
  few cells.
- Look-ups of classes, masks and other properties cost more than comparisons and follow
  after the spans.

The gain of each is in docs/benchmarks.md.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..raster.area import CellArea
from ..raster.grid import Window
from ..raster.reader import MASKED_CODE
from ..scheme.classes import Classes
from .block_combinations import BYTE_VALUES, BlockCombinations, thread_buffer
from .class_codes import FIRST_CLASS_CODE, final_codes
from .packed_columns import CellColumn, IndexedColumn, sample_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .block_combinations import Numbers, Value
    from .strata import Strata

    ByCell = Callable[[], Numbers]
    # Cells and hectares by code; hectares are None if all cells have the same area.
    Tallied = tuple[IntArray, FloatArray | None]

# Below this mean length spans do not pay off; the second number applies to bytes.
MIN_MEAN_SPAN = 4
MIN_MEAN_BYTE_SPAN = 10


class BufferCells:
    """Flags of the cells of a block inside a buffer, at least one of which is set.

    `bits` has whole rows of cells, 8 per byte, first cell in the lowest bit; `first` is the
    bit of the block's first column in these rows.
    """

    def __init__(self, bits: ByteArray, first: int, width: int):
        self._bits, self._first, self._width = bits, first, width

    def unpack_flags(self) -> BoolArray:
        """Return the flags of all cells in reading order."""
        byte, first = divmod(self._first, 8)
        bits = self._bits[:, byte : -(-(self._first + self._width) // 8)]
        cells = np.unpackbits(bits, axis=1, bitorder="little")
        return cells[:, first : first + self._width].ravel().view(bool)

    def cell_flags(self, cells: IntArray) -> BoolArray:
        """Return the flags of cells given by position in reading order."""
        rows, columns = np.divmod(cells, self._width)
        columns = columns + self._first
        near: BoolArray = (self._bits[rows, columns >> 3] >> (columns & 7).astype(np.uint8) & 1) > 0
        return near


class Block:
    """One window of all dates by combination: groups of cells with the same values at every date.

    Attributes:
        window: position of the block on the grid.
        codes: per date, the class code (class_codes) of each combination, (combinations,).
        cells: number of cells of each combination, (combinations,).
        hectares: area of each combination, or None if all cells of the grid have the same
            area.
        classes: classes of the codes, by index; the scan may add more later.
        n_codes: one more than the largest possible code.
        valid: which combinations are valid at all dates, (combinations,), or None if all
            are.
        strata: stratum number (core.scan.strata) of each combination, or None without
            strata; 0 in a block outside the mask.
        near: flags of cells near land of some classes; None if there are none or not
            requested.
        years: years of disturbance and recovery by combination, as in change_years, shape
            (2, combinations); None if there are none or not requested.
    """

    near: BufferCells | None = None
    years: IntArray | None = None

    def __init__(
        self,
        window: Window,
        combinations: BlockCombinations,
        codes: list[Numbers],
        hectares: FloatArray | None,
        classes: Classes,
        order: IntArray,
        strata: Numbers | None = None,
    ):
        self.window = window
        self.codes = [of_date[order] for of_date in codes]
        self.cells = combinations.cells[order]
        self.hectares = None if hectares is None else hectares[order]
        self.classes = list(classes)
        self.n_codes = len(self.classes) + FIRST_CLASS_CODE
        self._order = order
        valid: BoolArray = np.logical_and.reduce(
            [of_date >= FIRST_CLASS_CODE for of_date in self.codes]
        )
        self.valid = None if valid.all() else valid
        self.strata = None if strata is None else strata[order]
        self._group: Callable[[], BlockCombinations] = lambda: combinations

    @cached_property
    def _combinations(self) -> BlockCombinations:
        return self._group()

    def split_combinations(
        self,
        origins: IntArray,
        years: IntArray,
        cells: IntArray,
        hectares: FloatArray | None,
        by_cell: ByCell,
    ) -> Block:
        """Return the block with combinations further divided by year.

        Args:
            origins: original combination of each part, (parts,).
            years, cells, hectares: values of each part.
            by_cell: function returning the part of each cell; called only if cells are
                requested.
        """
        parts = copy(self)
        vars(parts).pop("_combinations", None)
        parts.codes = [of_date[origins] for of_date in self.codes]
        parts.cells, parts.hectares, parts.years = cells, hectares, years
        parts.valid = None if self.valid is None else self.valid[origins]
        parts.strata = None if self.strata is None else self.strata[origins]
        parts._order = np.arange(origins.size)
        parts._group = lambda: BlockCombinations.from_indices(by_cell(), cells)
        return parts

    def tally_by_code(self, codes: Numbers, bins: int, valid_only: bool = True) -> Tallied:
        """Return cells (int64) and hectares (None if cells have equal area) by code, shape (bins,).

        Args:
            codes: a code per combination, 0 to bins - 1.
            valid_only: include only cells that are valid at all dates.
        """
        cells, hectares = self.cells, self.hectares
        if valid_only and self.valid is not None:
            codes, cells = codes[self.valid], cells[self.valid]
            hectares = None if hectares is None else hectares[self.valid]
        # bincount adds weights as doubles, which are exact for counts up to 2**53.
        counted = np.bincount(codes, cells, bins).astype(np.int64)
        if hectares is None:
            return counted, None
        added = np.bincount(codes, hectares, bins)
        return counted, added  # type: ignore[return-value]  # numpy's types know no weights

    def pair_codes(self, earlier: int, later: int) -> IntArray:
        """Return a code per pair of classes, from * n_codes + to, (combinations,); invalid: 0."""
        pairs: IntArray = self.codes[earlier].astype(np.int64) * self.n_codes + self.codes[later]
        if self.valid is not None:
            pairs[~self.valid] = 0
        return pairs

    def expand_to_cells(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return values by combination as values by cell, shape (height, width)."""
        by_cell = self._combinations.expand_to_cells(self._to_grouped_order(values))
        return by_cell.reshape(self.window.height, self.window.width)

    def cell_values(self, values: NDArray[Value], cells: IntArray) -> NDArray[Value]:
        """Return values by combination for cells given by position, in any shape."""
        return self._combinations.cell_values(self._to_grouped_order(values), cells)

    def cell_positions(self, which: BoolArray) -> IntArray:
        """Return the positions, in reading order, of the cells of the flagged combinations."""
        return self._combinations.cell_positions(self._to_grouped_order(which))

    def select_cells(
        self, which: BoolArray, values: NDArray[Value]
    ) -> tuple[IntArray, NDArray[Value]]:
        """Return the positions of the cells of the flagged combinations, and their values."""
        return self._combinations.select_cells(
            self._to_grouped_order(which), self._to_grouped_order(values)
        )

    def count_flagged_cells(self, cells: BoolArray) -> IntArray:
        """Return flagged cells by combination, (combinations,); flags in reading order."""
        return self._combinations.count_flagged_cells(cells)[self._order]

    def sum_flagged_values(self, cells: BoolArray, values: FloatArray) -> FloatArray:
        """Return the sum of values of flagged cells by combination, (combinations,)."""
        return self._combinations.sum_flagged_values(cells, values)[self._order]

    def copy_buffers(self) -> None:
        """Copy the cells, which lie in buffers that the next block overwrites."""
        self._combinations.copy_buffers()

    def _to_grouped_order(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return values by combination in the order of the grouping."""
        grouped = np.empty_like(values)
        grouped[self._order] = values
        return grouped


def create_block(
    window: Window,
    dates: Sequence[CellColumn],
    classes: Classes,
    area: CellArea,
    strata: tuple[Strata, CellColumn] | None = None,
    inside: BoolArray | None = None,
) -> Block:
    """Group the cells of a window and look up their classes.

    Args:
        dates: contents of the window at each date, and their class codes.
        classes: class list, to which the look-up may add.
        strata: strata of the run and of the window, which divide combinations like an
            additional date.
        inside: which cells lie inside the mask of the run, in reading order, or None if all
            do. The other cells have the contents of a cell inside
            (polygon_rasterizer.overwrite_outside_cells).
    """
    mask = None if inside is None else IndexedColumn(inside.view(np.uint8), np.arange(2))
    # A block in a single stratum needs no further division.
    stratum = None if strata is None or strata[1].is_constant() else strata[1]
    columns = [column for column in (*dates, mask, stratum) if column is not None]
    starts = lengths = None
    shortest = MIN_MEAN_SPAN
    if area.uniform is not None and _fits_in_byte(columns):
        shortest = MIN_MEAN_BYTE_SPAN
    if _estimate_mean_span(columns, window.cell_count) >= shortest:
        starts = _span_starts(window, columns, area.by_row)
        lengths = np.diff(starts, append=window.cell_count)
    combinations = BlockCombinations([column.compute_keys(starts) for column in columns], lengths)
    # Decoded values of each combination, by column.
    meant = {
        column: column.decode_keys(keys) for column, keys in zip(columns, combinations.columns)
    }
    codes, sorting = [meant[date] for date in dates], []
    if mask is not None:
        codes = [np.where(meant[mask], of_date, MASKED_CODE) for of_date in codes]
        sorting.append(meant[mask])
    in_strata = None
    if stratum is not None:
        in_strata = meant[stratum]
    elif strata is not None:
        of_first_cell = strata[1].decode_keys(strata[1].compute_keys(np.zeros(1, np.int64)))
        in_strata = np.repeat(of_first_cell, combinations.cells.size)
    hectares = _combination_hectares(window, area, combinations, starts, lengths)
    order: IntArray = np.arange(combinations.cells.size)
    if hectares is not None:
        # Floating-point sums of hectares depend on the order of addition, which must therefore not
        # depend on the thread that first numbered a class or stratum.
        if strata is not None:
            sorting.append(strata[0].stratum_lookup()[in_strata])
        # 64-bit numbers: numpy sorts them faster than small ones if they are nearly in order.
        final = final_codes(classes).astype(np.int64)
        order = np.lexsort([*(final[of_date] for of_date in codes), *sorting])
    return Block(window, combinations, codes, hectares, classes, order, in_strata)


def create_masked_block(window: Window, dates: int, classes: Classes, area: CellArea) -> Block:
    """Return the block of a window entirely outside the mask, without reading it."""
    starts = np.arange(0, window.cell_count, window.width)
    lengths = np.full(window.height, window.width)
    combinations = BlockCombinations([np.zeros(window.height, np.uint8)], lengths)
    codes: list[Numbers] = [np.full(1, MASKED_CODE)] * dates
    hectares = _combination_hectares(window, area, combinations, starts, lengths)
    alone = np.zeros(1, np.int64)
    return Block(window, combinations, codes, hectares, classes, alone, alone)


def _estimate_mean_span(columns: list[CellColumn], cells: int) -> float:
    """Return the mean span length, in cells, estimated from samples of the columns."""
    looks = [sample_cells(cells) for column in columns for cells in column.marked]
    changes = np.logical_or.reduce([look[:, 1:] != look[:, :-1] for look in looks])
    breaks = sum(column.breaks.size for column in columns) / cells
    return 1 / ((np.count_nonzero(changes) + len(looks[0])) / looks[0].size + breaks)


def _span_starts(window: Window, columns: list[CellColumn], by_row: bool) -> IntArray:
    """Return the cells at which any column changes; with `by_row` spans also end with each row."""
    size = window.cell_count
    changes, other = (
        thread_buffer("changes", size).view(bool),
        thread_buffer("other", size).view(bool),
    )
    first, *further = [cells for column in columns for cells in column.marked]
    np.not_equal(first[1:], first[:-1], out=changes[1:])
    for cells in further:
        np.not_equal(cells[1:], cells[:-1], out=other[1:])
        np.logical_or(changes[1:], other[1:], out=changes[1:])
    changes[0] = True
    for column in columns:
        changes[column.breaks] = True
    if by_row:
        changes.reshape(window.height, window.width)[:, 0] = True
    return np.flatnonzero(changes)


def _fits_in_byte(columns: list[CellColumn]) -> bool:
    """Return whether the combined columns fit into 8 bits, judging from samples."""
    bins = 1
    for column in columns:
        small = column.sample_keys()
        if small is None:
            return False
        bins *= int(small.max()) + 1
    return bins <= BYTE_VALUES


def _combination_hectares(
    window: Window,
    area: CellArea,
    combinations: BlockCombinations,
    starts: IntArray | None,
    lengths: IntArray | None,
) -> FloatArray | None:
    """Return the hectares of each combination, or None if all cells have the same area."""
    if area.uniform is not None:
        return None
    cells = area.cell_hectares(window)
    if area.by_row and starts is not None:
        return combinations.sum_by_combination(lengths * cells[starts // window.width, 0])
    cells = np.broadcast_to(cells, (window.height, window.width)).ravel()
    return combinations.sum_by_combination(
        cells if starts is None else np.add.reduceat(cells, starts)
    )
