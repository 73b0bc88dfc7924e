"""Sums of whole numbers by row: what is counted by several numbers at once, as far as it occurs."""

from __future__ import annotations

import numpy as np

from ..base.arrays import Ints
from ..scan.grouping import packed

# Fewer rows than these are not worth sorting.
ROWS_TO_SORT = 1 << 16


def summed(keys: Ints, weights: Ints) -> tuple[Ints, Ints]:
    """One row for those of equal keys, sorted by the first key, then the next, their weights added.

    Args:
        keys: whole numbers from 0 on, (keys, rows).
        weights: (weights, rows).
    """
    if not keys.shape[1]:
        return keys, weights
    sorting = packed(keys[::-1])
    # Whole numbers add up to the same in any order: it need not be a stable one.
    order = np.argsort(sorting[0]) if len(sorting) == 1 else np.lexsort(sorting)
    is_first = np.zeros(order.size, bool)
    is_first[0] = True
    for key in sorting:
        is_first[1:] |= np.diff(key[order]) != 0
    firsts = np.flatnonzero(is_first)
    return keys[:, order[firsts]], np.add.reduceat(weights[:, order], firsts, axis=1)


def numbers_of(values: Ints) -> list[int]:
    """The numbers of an array, (n,), as Python has them."""
    numbers: list[int] = values.tolist()  # type: ignore[assignment]  # numpy does not know how deep
    return numbers


class RowSums:
    """Rows of keys and weights, added up now and then; their order does not matter.

    Args:
        keys, weights: how many of them a row has.
    """

    def __init__(self, keys: int, weights: int):
        self._parts: list[tuple[Ints, Ints]] = [
            (np.empty((keys, 0), np.int64), np.empty((weights, 0), np.int64))
        ]
        self._rows, self._rows_to_sort = 0, ROWS_TO_SORT

    def add(self, keys: Ints, weights: Ints) -> None:
        """Add rows: (keys, rows), (weights, rows)."""
        self._parts.append((keys, weights))
        self._rows += keys.shape[1]
        # Sorting ever more rows at a time costs less than looking each row up.
        if self._rows > self._rows_to_sort:
            self.table()
            self._rows_to_sort = max(ROWS_TO_SORT, 2 * self._rows)

    def table(self) -> tuple[Ints, Ints]:
        """All rows, sorted: (keys, rows), (weights, rows)."""
        parts, self._parts = self._parts, []
        keys = np.concatenate([keys for keys, _ in parts], axis=1)
        weights = np.concatenate([weights for _, weights in parts], axis=1)
        parts.clear()
        keys, weights = summed(keys, weights)
        self._parts = [(keys, weights)]
        self._rows = keys.shape[1]
        return keys, weights
