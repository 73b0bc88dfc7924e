"""Combinations of a block: cells with the same values at every date, grouped and counted.

Design:

- The keys of the dates combined form one small number for each span or cell, and one
  bincount groups the block: usually a few hundred combinations, to which all further
  steps apply.
- bincount is the only fast counter in numpy, and it holds the interpreter lock, so its
  input is kept small for the sake of other threads. Bytes are counted in pairs, with
  two neighbouring bytes viewed as one 16-bit number.
- If a block has too many combinations for that, as noise of many dates has, its cells
  are sorted once for all dates.
- Allocating memory is slow because of page faults. Each thread reuses buffers of block
  size, and the C library is made to keep the remaining memory.

The gain of each is in docs/benchmarks.md.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np

from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from .class_codes import group_keys, pack_keys

if TYPE_CHECKING:
    from typing import TypeVar

    Numbers = NDArray[np.integer]
    # Size of a column, or the numbers that occurred before ranking.
    Step = int | IntArray
    Value = TypeVar("Value", bound=np.generic)

# Combination numbers must stay small, because bincount creates a bin for every possible one.
MAX_BINS = 1 << 16

# Two dates combined in 8 bits have fewer combinations than this.
BYTE_VALUES = 1 << 8

_thread_local = threading.local()


def thread_buffer(name: str, size: int) -> ByteArray:
    """Return a reusable buffer of `size` bytes of the current thread, to avoid allocations."""
    kept: ByteArray | None = getattr(_thread_local, name, None)
    if kept is None or kept.size < size:
        kept = np.empty(size, np.uint8)
        setattr(_thread_local, name, kept)
    return kept[:size]


def retain_freed_memory() -> None:
    """Make the C library keep freed memory for the next block.

    glibc does so once an array of nearly 32 MB was freed (mallopt(3), M_MMAP_THRESHOLD);
    untouched, it costs nothing. No effect elsewhere.
    """
    np.empty(31 << 20, np.uint8)


class BlockCombinations:
    """Combinations of the values of the cells of a block.

    Args:
        columns: per date, small integers by span or by cell (uint8 or uint16).
        lengths: number of cells of each span, or None if columns are by cell.

    Attributes:
        columns: per date, the value of each combination, (combinations,).
        cells: number of cells of each combination, (combinations,).
    """

    def __init__(self, columns: list[Numbers], lengths: IntArray | None):
        sizes = [int(column.max()) + 1 for column in columns]
        joined, bins = columns[0], sizes[0]
        steps: list[Step] = []
        for column, size in zip(columns[1:], sizes[1:]):
            if bins * size > MAX_BINS:
                occurs = np.zeros(bins, bool)
                occurs[joined] = True
                occurring, joined = np.flatnonzero(occurs), (np.cumsum(occurs) - 1)[joined]
                bins = occurring.size
                steps.append(occurring)
            if bins * size > MAX_BINS:
                bins *= size
                break
            joined = _encode_key_pairs(joined, column, bins, size)
            bins *= size
            steps.append(size)
        firsts: IntArray | None = None
        if bins > MAX_BINS:
            # Numbered in the order of the columns, the first one first.
            order, is_first = group_keys(pack_keys(reversed(columns)), stable=False)
            joined, firsts = np.empty(order.size, np.int64), order[is_first]
            joined[order] = np.cumsum(is_first) - 1
            bins = firsts.size
        self._joined, self._bins = joined, bins
        self._lengths: NDArray[np.integer] | None = lengths
        counts = (
            _count_bins(joined, bins) if lengths is None else np.bincount(joined, lengths, bins)
        )
        self._occurring = np.flatnonzero(counts)
        self.cells = counts[self._occurring].astype(np.int64)
        if firsts is None:
            self.columns = _split_columns(self._occurring, steps)
        else:
            self.columns = [column[firsts] for column in columns]

    @classmethod
    def from_indices(cls, indices: Numbers, cells: IntArray) -> BlockCombinations:
        """Return known combinations, given their index by cell and their cell counts."""
        own = cls.__new__(cls)
        own._joined, own._bins, own._lengths = indices, cells.size, None
        own._occurring, own.cells, own.columns = np.arange(cells.size), cells, []
        return own

    def sum_by_combination(self, values: FloatArray) -> FloatArray:
        """Return the sums, (combinations,), of values by span, or by cell without spans."""
        sums = np.bincount(self._joined, values, self._bins)[self._occurring]
        return sums  # type: ignore[return-value]  # numpy's types know no weights

    def expand_to_cells(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return values by combination as values by cell, (cells,)."""
        table = self._lookup_table(values)
        if self._lengths is not None:
            return np.repeat(table[self._joined], self._lengths)
        if self._joined.dtype != np.uint8 or values.itemsize != 1:
            return table[self._joined]
        # Two cells at a time, as in counting.
        low, high = np.meshgrid(table.view(np.uint8), table.view(np.uint8))
        pairs = np.stack([low, high], axis=-1).view(np.uint16).ravel()
        spread = np.empty(self._joined.size, np.uint8)
        even = spread.size & ~1
        spread[:even].view(np.uint16)[:] = pairs[self._joined[:even].view(np.uint16)]
        spread[even:] = table.view(np.uint8)[self._joined[even:]]
        return spread.view(values.dtype)

    def cell_positions(self, which: BoolArray) -> IntArray:
        """Return the positions, in reading order, of the cells of the flagged combinations."""
        return self.select_cells(which, which)[0]

    def select_cells(
        self, which: BoolArray, values: NDArray[Value]
    ) -> tuple[IntArray, NDArray[Value]]:
        """Return the positions of the cells of the flagged combinations, and their values."""
        ours = np.flatnonzero(self._lookup_table(which)[self._joined])
        values_there = self._lookup_table(values)[self._joined[ours]]
        if self._lengths is None:
            return ours, values_there
        lengths = self._lengths[ours]
        begins = (np.cumsum(self._lengths) - self._lengths)[ours]
        before = np.cumsum(lengths) - lengths
        cells: IntArray = np.repeat(begins - before, lengths) + np.arange(int(lengths.sum()))
        return cells, np.repeat(values_there, lengths)

    def count_flagged_cells(self, cells: BoolArray) -> IntArray:
        """Return the number of flagged cells of each combination, (combinations,)."""
        if self._lengths is None:
            counts = np.bincount(self._joined[cells], minlength=self._bins)
        else:
            spans, cells_of = _flagged_spans(cells, self._lengths)
            counts = np.bincount(self._joined[spans], cells_of, self._bins).astype(np.int64)
        of_combinations: IntArray = counts[self._occurring]
        return of_combinations

    def sum_flagged_values(self, cells: BoolArray, values: FloatArray) -> FloatArray:
        """Return the sum of values over the flagged cells of each combination, (combinations,)."""
        joined = self._joined
        if self._lengths is not None:
            joined = np.repeat(joined, self._lengths)
        sums = np.bincount(joined[cells], values[cells], self._bins)[self._occurring]
        return sums  # type: ignore[return-value]  # numpy's types know no weights

    def cell_values(self, values: NDArray[Value], positions: IntArray) -> NDArray[Value]:
        """Return values by combination for cells given by position in reading order."""
        if self._lengths is not None:
            positions = np.searchsorted(np.cumsum(self._lengths), positions, side="right")
        return self._lookup_table(values)[self._joined[positions]]

    def copy_buffers(self) -> None:
        """Copy the cells out of reused buffers, as compactly as possible."""
        self._joined = self._joined.copy()
        if self._lengths is not None:
            self._lengths = self._lengths.astype(np.int32)

    def _lookup_table(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return the values by joined number, 0 for numbers without cells."""
        table = np.zeros(max(self._bins, BYTE_VALUES), values.dtype)
        table[self._occurring] = values
        return table


def _flagged_spans(cells: BoolArray, lengths: NDArray[np.integer]) -> tuple[IntArray, IntArray]:
    """Return spans with flagged cells, once per run of such cells, and the number in each."""
    edges = np.flatnonzero(np.diff(cells, prepend=False, append=False))
    begins, ends = edges[::2], edges[1::2]
    span_ends = np.cumsum(lengths)
    first = np.searchsorted(span_ends, begins, side="right")
    sizes = np.searchsorted(span_ends, ends) - first + 1
    stretches = np.repeat(np.arange(sizes.size), sizes)
    spans = np.arange(stretches.size) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
    stop = np.minimum(span_ends[spans], ends[stretches])
    start = np.maximum(span_ends[spans] - lengths[spans], begins[stretches])
    return spans, stop - start


def _encode_key_pairs(joined: Numbers, column: Numbers, bins: int, size: int) -> Numbers:
    """Return joined * size + column in the smallest type; numbers < bins, keys < size."""
    largest = max(size, bins * size - 1)
    if largest < BYTE_VALUES:
        both = thread_buffer("joined", joined.size)
        np.multiply(joined, np.uint8(size), out=both, casting="unsafe")
        return np.add(both, column, out=both, casting="unsafe")
    kind: type[np.integer] = np.uint16 if largest < 1 << 16 else np.int64
    wide: Numbers = joined.astype(kind) * kind(size) + column.astype(kind)
    return wide


def _split_columns(joined: Numbers, steps: list[Step]) -> list[Numbers]:
    """Return the columns that were joined; steps are column sizes or ranked numbers."""
    columns = []
    for step in reversed(steps):
        if isinstance(step, int):
            joined, column = np.divmod(joined, step)
            columns.append(column)
        else:
            joined = step[joined].astype(np.int64)
    return [joined, *reversed(columns)]


def _count_bins(joined: Numbers, bins: int) -> IntArray:
    """Return bincount, with bytes counted in pairs as 16-bit numbers."""
    if joined.dtype != np.uint8:
        return np.bincount(joined, minlength=bins)
    even = joined.size & ~1
    pairs = np.bincount(joined[:even].view(np.uint16), minlength=BYTE_VALUES * BYTE_VALUES).reshape(
        BYTE_VALUES, BYTE_VALUES
    )
    counts: IntArray = pairs.sum(axis=0) + pairs.sum(axis=1)
    if even < joined.size:
        counts[joined[-1]] += 1
    return counts
