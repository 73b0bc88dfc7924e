"""Patches of a block, and merged across blocks.

In a block, spans along rows are joined with those of adjacent rows. Because land occurs
in patches, there are far fewer spans than cells: cells are compared with their
neighbours once, and all further steps work on spans, and on the segments in which a
span adjoins one of the row above.

Across blocks, only patches that may still grow are kept: those at the edge of the
blocks read so far. The others are counted by key, size and perimeter, and discarded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..base.numbers import BoolArray, IntArray, NDArray
from ..raster.grid import Window
from ..scan.class_codes import sum_by_key
from ..scan.series_count import MIN_SORTED_ROWS

if TYPE_CHECKING:
    from ..scan.block_combinations import Numbers

# Maximum entries of a table of all pairs of keys, or of all rows and keys.
MAX_BINS = 1 << 20

# Doubles represent all integers up to here exactly.
MAX_EXACT_INTEGER = 1 << 53

# Patches kept in addition to those that may grow, before closed ones are extracted.
MAX_CLOSED_PATCHES = 1 << 15

# Blocks around a corner.
UPPER_LEFT, UPPER_RIGHT, LOWER_LEFT, LOWER_RIGHT = range(4)
# Direction of adjacency.
IN_ROWS, IN_COLUMNS = range(2)


def connected_components(size: int, heads: IntArray, tails: IntArray) -> IntArray:
    """Return the smallest number connected with each of some numbers, (size,).

    Every root is hooked to the smallest adjacent root, and all numbers are moved to the end
    of their chains, until nothing is left to hook (after Shiloach and Vishkin 1982).

    Args:
        size: the numbers are 0 to size - 1.
        heads, tails: ends of connections, (connections,).
    """
    roots: IntArray = np.arange(size)
    while heads.size:
        np.minimum.at(roots, np.maximum(heads, tails), np.minimum(heads, tails))
        roots = resolve_roots(roots)
        heads, tails = roots[heads], roots[tails]
        apart = heads != tails
        heads, tails = heads[apart], tails[apart]
    return roots


def resolve_roots(roots: IntArray) -> IntArray:
    """Return the end of the chain of each number, (size,)."""
    while True:
        further = roots[roots]
        if np.array_equal(further, roots):
            return roots
        roots = further


class BlockPatches(NamedTuple):
    """Patches of a block by key: cells of one key connected by sides or corners.

    Cells of key 0 are NoData; they are listed like patches.

    Attributes:
        keys: key of each patch, (patches,).
        sizes: units of size of each patch, (patches,).
        like_sides: sides between two cells of the same patch, (patches,); 0 if not
            requested.
        edges: patch of each cell of the upper, lower, left and right edge.
        sides: pairs of different keys, the smaller one first, (2, pairs), and units of the
            sides between neighbours in rows and in columns, (2, pairs).
        moments: by key, (6, keys): weight, and sums of column, row, their squares and
            product, by cell of the block; Python integers.
    """

    keys: IntArray
    sizes: IntArray
    like_sides: IntArray
    edges: tuple[IntArray, ...]
    sides: tuple[IntArray, IntArray]
    moments: NDArray[np.object_]


def find_block_patches(
    cells: Numbers,
    n_keys: int,
    counts_like_sides: bool,
    sizes: IntArray | None = None,
    across: IntArray | None = None,
    down: IntArray | None = None,
    weighs_rows: bool = False,
) -> BlockPatches:
    """Return the patches of a block.

    Args:
        cells: key of each cell, 0 to n_keys - 1, contiguous, (height, width).
        n_keys: number of possible keys.
        counts_like_sides: whether to count sides within patches, as one unit each.
        sizes: units of size of the cells, (height, 1) or (height, width); None: one each.
        across: units of a side between neighbours in each row, (height,); None: one each.
        down: units of a side above each row, (height,); None: one each.
        weighs_rows: whether to weight moments by the sizes, which are then by row.
    """
    width, size = cells.shape[1], cells.size
    changes = _span_starts(cells)
    starts, lengths, keys, rows = _find_spans(cells, changes)
    # Index of the span of each cell, plus one.
    span_of_cell = np.cumsum(changes, dtype=np.int32)

    # Segments: ranges of cells without a change in the row or in the one above it.
    segments = np.flatnonzero(changes[width:] | changes[:-width])
    segment_lengths = np.diff(segments, append=size - width)
    low = span_of_cell[segments + width].astype(np.int64) - 1
    up = span_of_cell[segments].astype(np.int64) - 1
    like = (keys[low] == keys[up]) & (keys[low] > 0)
    roots = _patch_roots(keys, starts, low, up, like, segments, width)

    is_root = roots == np.arange(roots.size)
    patches = (np.cumsum(is_root) - 1)[roots]
    of_patch = np.flatnonzero(is_root)
    n = of_patch.size
    if sizes is None:
        span_sizes = lengths
    elif sizes.shape[1] == 1:
        span_sizes = lengths * sizes[rows, 0]
    else:
        span_sizes = np.add.reduceat(sizes.reshape(-1), starts)
    like_sides: IntArray = np.zeros(n, np.int64)
    if counts_like_sides:
        like_sides = exact_sums(patches, lengths - 1, n)
        like_sides += exact_sums(patches[low[like]], segment_lengths[like], n)
    edges = (
        slice(width),
        slice(-width, None),
        slice(None, None, width),
        slice(width - 1, None, width),
    )
    inner = np.flatnonzero(starts % width)
    units_across = None if across is None else across[rows[inner]]
    units_down = segment_lengths if down is None else segment_lengths * down[rows[low]]
    return BlockPatches(
        keys[of_patch],
        exact_sums(patches, span_sizes, n),
        like_sides,
        tuple(patches[span_of_cell[edge] - 1] for edge in edges),
        _count_sides(
            n_keys, (keys[inner - 1], keys[inner], units_across), (keys[up], keys[low], units_down)
        ),
        _span_moments(
            keys, rows, starts - rows * width, lengths, n_keys, sizes if weighs_rows else None
        ),
    )


def cell_moments(cells: Numbers, n_keys: int, sizes: IntArray | None = None) -> NDArray[np.object_]:
    """Return the moments as in `BlockPatches`; `sizes` are weights by row, (height, 1)."""
    starts, lengths, keys, rows = _find_spans(cells, _span_starts(cells))
    return _span_moments(keys, rows, starts - rows * cells.shape[1], lengths, n_keys, sizes)


def _span_starts(cells: Numbers) -> BoolArray:
    """Return whether a cell begins a row or differs from the previous cell, (cells,)."""
    flat, changes = cells.reshape(-1), np.empty(cells.size, bool)
    np.not_equal(flat[1:], flat[:-1], out=changes[1:])
    changes.reshape(cells.shape)[:, 0] = True
    return changes


def _find_spans(
    cells: Numbers, changes: BoolArray
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return the first cell, number of cells, key and row of each span, (spans,)."""
    starts = np.flatnonzero(changes)
    lengths = np.diff(starts, append=cells.size)
    return starts, lengths, cells.reshape(-1)[starts].astype(np.int64), starts // cells.shape[1]


def _patch_roots(
    keys: IntArray,
    starts: IntArray,
    low: IntArray,
    up: IntArray,
    like: BoolArray,
    segments: IntArray,
    width: int,
) -> IntArray:
    """Return the first span of the patch of each span, (spans,)."""
    roots: IntArray = np.arange(keys.size)
    touching_low, touching_up = low[like], up[like]
    # Most spans touch a single span of the row above. Assigned in reverse order, each is hooked to
    # the first span above it.
    roots[touching_low[::-1]] = touching_up[::-1]
    roots = resolve_roots(roots)
    # Spans touch at a corner if both rows change at the same cell.
    meet = (starts[low] == segments + width) & (starts[up] == segments) & (segments % width > 0)
    low, up = low[meet], up[meet]
    right = (keys[low] == keys[up - 1]) & (keys[low] > 0)
    left = (keys[low - 1] == keys[up]) & (keys[up] > 0)
    lower = roots[np.concatenate([touching_low, low[right], low[left] - 1])]
    upper = roots[np.concatenate([touching_up, up[right] - 1, up[left]])]
    apart = lower != upper
    lower, upper = lower[apart], upper[apart]
    to_join, indices = np.unique(np.concatenate([lower, upper]), return_inverse=True)
    smallest = connected_components(to_join.size, indices[: lower.size], indices[lower.size :])
    roots[to_join] = to_join[smallest]
    return roots[roots]


def _count_sides(
    n_keys: int, *ways: tuple[IntArray, IntArray, IntArray | None]
) -> tuple[IntArray, IntArray]:
    """Return the sides between different keys by pair of keys, in rows and in columns."""
    keys, weights = [], []
    for way, (ours, theirs, units) in enumerate(ways):
        differ = np.flatnonzero(ours != theirs)
        ours, theirs = ours[differ], theirs[differ]
        pairs = np.minimum(ours, theirs) * n_keys + np.maximum(ours, theirs)
        each = np.ones(pairs.size, np.int64) if units is None else units[differ]
        if n_keys * n_keys <= MAX_BINS:
            occurring: IntArray = np.arange(n_keys * n_keys)
        else:
            occurring, pairs = np.unique(pairs, return_inverse=True)
        counted = exact_sums(pairs, each, occurring.size)
        there = np.flatnonzero(counted)
        of_way = np.zeros((2, there.size), np.int64)
        of_way[way] = counted[there]
        keys.append(np.stack(np.divmod(occurring[there], n_keys)))
        weights.append(of_way)
    return sum_by_key(np.concatenate(keys, axis=1), np.concatenate(weights, axis=1))


def _span_moments(
    keys: IntArray,
    rows: IntArray,
    columns: IntArray,
    lengths: IntArray,
    n_keys: int,
    sizes: IntArray | None,
) -> NDArray[np.object_]:
    """Return sums by key of 1, x, y, x2, y2 and xy over the cells, (6, keys), x and y from 0."""
    # Closed-form sums over a span of n cells from x0.
    n, x0 = lengths, columns
    x = n * x0 + n * (n - 1) // 2
    xx = n * x0 * x0 + x0 * n * (n - 1) + (n - 1) * n * (2 * n - 1) // 6
    moments = np.zeros((6, n_keys), object)
    height = int(rows[-1]) + 1
    step = max(1, MAX_BINS // n_keys)
    for first in range(0, height, step):
        last = min(first + step, height)
        here = slice(*np.searchsorted(rows, (first, last)))
        bins = (rows[here] - first) * n_keys + keys[here]
        by_row = [
            exact_sums(bins, values[here], (last - first) * n_keys).reshape(-1, n_keys)
            for values in (n, x, xx)
        ]
        y: IntArray = np.arange(first, last)
        if sizes is not None:
            # Products of three large numbers may exceed 64 bits.
            by_row = [
                sums_of_rows.astype(object) * sizes[first:last].astype(object)
                for sums_of_rows in by_row
            ]
            y = y.astype(object)
        count, in_x, in_xx = by_row
        sums = (count.sum(0), in_x.sum(0), y @ count, in_xx.sum(0), (y * y) @ count, y @ in_x)
        moments += np.array([sums_of_rows.astype(object) for sums_of_rows in sums])
    return moments


def exact_sums(bins: IntArray, values: IntArray, size: int) -> IntArray:
    """Return exact sums of integers >= 0 by bin, (size,), split in two for bincount's doubles."""
    if not values.size:
        return np.zeros(size, np.int64)
    if int(values.max()) * values.size < MAX_EXACT_INTEGER:
        return np.bincount(bins, values, size).astype(np.int64)
    upper = np.bincount(bins, values >> 28, size).astype(np.int64)
    return (upper << 28) + np.bincount(bins, values & ((1 << 28) - 1), size).astype(np.int64)


class KeyedSums:
    """Rows of keys and weights, merged from time to time; their order is irrelevant."""

    def __init__(self, keys: int, weights: int):
        self._parts: list[tuple[IntArray, IntArray]] = [
            (np.empty((keys, 0), np.int64), np.empty((weights, 0), np.int64))
        ]
        self._rows, self._rows_to_sort = 0, MIN_SORTED_ROWS

    def add_rows(self, keys: IntArray, weights: IntArray) -> None:
        """Add rows: (keys, rows), (weights, rows)."""
        self._parts.append((keys, weights))
        self._rows += keys.shape[1]
        # Sorting growing batches of rows is faster than looking up each row.
        if self._rows > self._rows_to_sort:
            self.sorted_rows()
            self._rows_to_sort = max(MIN_SORTED_ROWS, 2 * self._rows)

    def sorted_rows(self) -> tuple[IntArray, IntArray]:
        """Return all rows, sorted: (keys, rows), (weights, rows)."""
        parts, self._parts = self._parts, []
        keys = np.concatenate([keys for keys, _ in parts], axis=1)
        weights = np.concatenate([weights for _, weights in parts], axis=1)
        parts.clear()
        keys, weights = sum_by_key(keys, weights)
        self._parts = [(keys, weights)]
        self._rows = keys.shape[1]
        return keys, weights


class OpenPatches:
    """Patches at the edge so far, 0: no land; joined ones lead to the smallest index, the root."""

    def __init__(self) -> None:
        self.roots, self.keys, self.sizes, self.like_sides = np.zeros((4, 1), np.int64)

    def __len__(self) -> int:
        return self.roots.size

    def add_patches(self, keys: IntArray, sizes: IntArray, like_sides: IntArray) -> int:
        """Add new patches and return the index of the first."""
        first = len(self)
        self.roots = np.append(self.roots, np.arange(first, first + keys.size))
        self.keys = np.append(self.keys, keys)
        self.sizes = np.append(self.sizes, sizes)
        self.like_sides = np.append(self.like_sides, like_sides)
        return first

    def join_patches(self, heads: IntArray, tails: IntArray) -> None:
        """Join each patch of one list with that of the other, (connections,)."""
        patches = np.concatenate([heads, tails])
        ends = self.roots[patches]
        while not np.array_equal(further := self.roots[ends], ends):
            ends = further
        # Shorten the chains for later calls.
        self.roots[patches] = ends
        roots, indices = np.unique(ends, return_inverse=True)
        smallest = connected_components(roots.size, indices[: heads.size], indices[heads.size :])
        self.roots[roots] = roots[smallest]

    def extract_closed_patches(self, may_grow: IntArray) -> tuple[IntArray, IntArray]:
        """Remove closed patches; return key, size, like sides, (3, patches), new index by old."""
        roots = resolve_roots(self.roots)
        sizes, like_sides = np.zeros_like(self.sizes), np.zeros_like(self.like_sides)
        np.add.at(sizes, roots, self.sizes)
        np.add.at(like_sides, roots, self.like_sides)
        is_root = roots == np.arange(roots.size)
        kept: BoolArray = np.zeros(roots.size, bool)
        kept[0] = True
        kept[roots[may_grow]] = True
        closed = is_root & ~kept & (self.keys > 0)
        others = np.stack([self.keys[closed], sizes[closed], like_sides[closed]])
        renumbered = np.cumsum(kept) - 1
        self.keys, self.sizes, self.like_sides = self.keys[kept], sizes[kept], like_sides[kept]
        self.roots = np.arange(self.keys.size)
        return others, renumbered[roots]


class MergedPatches:
    """Patches of a window; blocks are merged in reading order.

    Args:
        counts_like_sides: whether to compute perimeters; otherwise they are 0.
        across, down: units of a side between neighbours in a row, and of one above a cell,
            by row of the grid; None: one each.

    Attributes:
        patches: number of patches by key, size and perimeter (keys of the sums).
        sides: units of sides between neighbours in rows, and in columns, by the smaller and
            the larger key. Key 0 is NoData and the edge of the window.
    """

    def __init__(
        self,
        window: Window,
        counts_like_sides: bool,
        across: IntArray | None,
        down: IntArray | None,
    ):
        self._window, self._counts_like_sides = window, counts_like_sides
        self._across, self._down = across, down
        self.patches, self.sides = KeyedSums(3, 1), KeyedSums(2, 2)
        self._growing = OpenPatches()
        # Patch of the lowest cell read in each column, and of the last one in each row; 0 at the
        # end of the window.
        self._lowest: IntArray = np.zeros(window.width, np.int64)
        self._last: IntArray = np.zeros(window.height, np.int64)
        self._corners: dict[tuple[int, int], dict[int, int]] = {}
        self._most = MAX_CLOSED_PATCHES

    def merge_block(
        self, window: Window, keys: IntArray, growing: IntArray, edges: tuple[IntArray, ...]
    ) -> None:
        """Join the patches at the edges of a block with those read so far.

        Args:
            window: position of the block.
            keys: keys of the patches that reach its edges, (patches,); 0 for NoData.
            growing: their sizes and like sides, (2, patches).
            edges: their indices from 0 on, by cell of the upper, lower, left and right edge.
        """
        first = self._growing.add_patches(keys, *growing)
        upper, lower, left, right = (edge + first for edge in edges)
        whole = self._window
        columns = slice(window.column - whole.column, window.column - whole.column + window.width)
        rows = slice(window.row - whole.row, window.row - whole.row + window.height)
        is_first_row, is_first_column = rows.start == 0, columns.start == 0
        is_last_row, is_last_column = rows.stop == whole.height, columns.stop == whole.width
        # Units of a side above the block, and of the sides beside each of its rows.
        down = 1 if self._down is None else int(self._down[window.row])
        across = 1 if self._across is None else self._across[window.row :][: window.height]
        self._join_edge(IN_COLUMNS, upper, 0 if is_first_row else self._lowest[columns], down)
        self._join_edge(IN_ROWS, left, 0 if is_first_column else self._last[rows], across)
        if is_last_row:
            self._join_edge(IN_COLUMNS, lower, 0, 1)
        if is_last_column:
            self._join_edge(IN_ROWS, right, 0, across)
        self._lowest[columns] = 0 if is_last_row else lower
        self._last[rows] = 0 if is_last_column else right
        for row, column, quarter, patch in (
            (rows.start, columns.start, LOWER_RIGHT, upper[0]),
            (rows.start, columns.stop, LOWER_LEFT, upper[-1]),
            (rows.stop, columns.start, UPPER_RIGHT, lower[0]),
            (rows.stop, columns.stop, UPPER_LEFT, lower[-1]),
        ):
            if 0 < row < whole.height and 0 < column < whole.width:
                self._join_corner(row, column, quarter, int(patch))
        if len(self._growing) > self._most:
            self._count_closed_patches()

    def _join_edge(
        self, direction: int, edge: IntArray, beyond: IntArray | int, units: IntArray | int
    ) -> None:
        """Count the sides along an edge of a block, and join the patches that touch across it.

        `edge` cells have neighbours `beyond` it, or no land (0); `units`: of each side or all.
        """
        neighbours: IntArray = np.broadcast_to(np.asarray(beyond), edge.shape)
        # Ranges of the edge with a single patch on either side.
        begins = np.ones(edge.size, bool)
        begins[1:] = (edge[1:] != edge[:-1]) | (neighbours[1:] != neighbours[:-1])
        starts = np.flatnonzero(begins)
        lengths = np.add.reduceat(np.broadcast_to(np.asarray(units), edge.shape), starts)
        edge, neighbours = edge[starts], neighbours[starts]
        keys, keys_beyond = self._growing.keys[edge], self._growing.keys[neighbours]
        is_like = (keys == keys_beyond) & (keys > 0)
        if self._counts_like_sides:
            np.add.at(self._growing.like_sides, edge[is_like], lengths[is_like])
        differs = keys != keys_beyond
        sides = np.zeros((2, int(differs.sum())), np.int64)
        sides[direction] = lengths[differs]
        pairs = np.sort(np.stack([keys[differs], keys_beyond[differs]]), axis=0)
        self.sides.add_rows(pairs, sides)
        # By corners, a range touches the neighbours of the ranges before and after it.
        touches_next = (keys[:-1] == keys_beyond[1:]) & (keys[:-1] > 0)
        touches_last = (keys[1:] == keys_beyond[:-1]) & (keys[1:] > 0)
        self._growing.join_patches(
            np.concatenate([edge[is_like], edge[:-1][touches_next], edge[1:][touches_last]]),
            np.concatenate(
                [neighbours[is_like], neighbours[1:][touches_next], neighbours[:-1][touches_last]]
            ),
        )

    def _join_corner(self, row: int, column: int, quarter: int, patch: int) -> None:
        """Add a cell at a corner of four blocks; join across it when all four are present."""
        corner = self._corners.setdefault((row, column), {})
        corner[quarter] = patch
        if len(corner) < 4:
            return
        del self._corners[row, column]
        keys = self._growing.keys
        for begin, end in ((UPPER_LEFT, LOWER_RIGHT), (UPPER_RIGHT, LOWER_LEFT)):
            if keys[corner[begin]] == keys[corner[end]] > 0:
                self._growing.join_patches(np.array([corner[begin]]), np.array([corner[end]]))

    def _count_closed_patches(self) -> None:
        """Count the patches that no longer reach the edge of the blocks read so far."""
        at_corners = [patch for corner in self._corners.values() for patch in corner.values()]
        may_grow = np.concatenate([self._lowest, self._last, np.array(at_corners, np.int64)])
        closed, renumbered = self._growing.extract_closed_patches(may_grow)
        self._lowest, self._last = renumbered[self._lowest], renumbered[self._last]
        for corner in self._corners.values():
            corner.update({quarter: int(renumbered[patch]) for quarter, patch in corner.items()})
        self.add_closed_patches(closed, np.ones((1, closed.shape[1]), np.int64))
        self._most = MAX_CLOSED_PATCHES + 2 * len(self._growing)

    def add_closed_patches(self, patches: IntArray, times: IntArray) -> None:
        """Add closed patches: keys, sizes and like sides, and the number of each."""
        keys, sizes, like_sides = patches
        perimeters = 4 * sizes - 2 * like_sides if self._counts_like_sides else np.zeros_like(sizes)
        self.patches.add_rows(np.stack([keys, sizes, perimeters]), times)

    def count_remaining_patches(self) -> None:
        """Count the remaining patches after all blocks are merged."""
        self._count_closed_patches()
