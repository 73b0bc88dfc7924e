"""The patches of one block: spans along its rows, joined by what touches from row to row.

Land comes in patches, so that there are far fewer spans than cells: cells are compared with their
neighbours once, and all that follows is worked out for spans, and for the segments in which a span
lies beside one of the row above.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..base.numbers import Flags, Ints, NDArray
from ..scan.grouping import summed

if TYPE_CHECKING:
    from ..scan.block_combinations import Numbers

# A table of all pairs of keys, or of all rows and keys, has so many entries at most.
MOST_BINS = 1 << 20

# Doubles hold whole numbers up to here exactly.
EXACT = 1 << 53


def components(size: int, heads: Ints, tails: Ints) -> Ints:
    """The smallest number that each of some numbers is connected with, (size,).

    Every root is hooked to the smallest root that it meets, and all are then moved to the end of
    their chains; so on until nothing is left to hook (after Shiloach and Vishkin 1982).

    Args:
        size: the numbers go from 0 to size - 1.
        heads, tails: ends of connections, (connections,).
    """
    roots: Ints = np.arange(size)
    while heads.size:
        np.minimum.at(roots, np.maximum(heads, tails), np.minimum(heads, tails))
        roots = to_the_ends(roots)
        heads, tails = roots[heads], roots[tails]
        apart = heads != tails
        heads, tails = heads[apart], tails[apart]
    return roots


def to_the_ends(roots: Ints) -> Ints:
    """Chains of numbers followed to their ends: each number's own, (size,)."""
    while True:
        further = roots[roots]
        if np.array_equal(further, roots):
            return roots
        roots = further


@dataclass(frozen=True)
class BlockPatches:
    """The patches of a block, by key: cells of one key that touch by sides or corners.

    Cells of key 0 are no data; what they make up is listed like a patch all the same.

    Attributes:
        keys: of each patch, (patches,).
        sizes: units of size of each, (patches,).
        like_sides: sides between two cells of the same patch, (patches,); 0 if not asked for.
        edges: patch of each cell of the upper, the lower, the left and the right edge.
        sides: pairs of different keys, the smaller one first, (2, pairs), and units of the sides
            between neighbours in rows and in columns, (2, pairs).
        moments: by key, (6, keys): weight, and sums of column, row, their squares and product, by
            cell of the block; Python's whole numbers.
    """

    keys: Ints
    sizes: Ints
    like_sides: Ints
    edges: tuple[Ints, ...]
    sides: tuple[Ints, Ints]
    moments: NDArray[np.object_]


def block_patches(
    cells: Numbers,
    n_keys: int,
    counts_like_sides: bool,
    sizes: Ints | None = None,
    across: Ints | None = None,
    down: Ints | None = None,
    weighs_rows: bool = False,
) -> BlockPatches:
    """The patches of a block.

    Args:
        cells: key of each cell, 0 to n_keys - 1, contiguous, (height, width).
        n_keys: how many keys there may be.
        counts_like_sides: whether sides within patches are counted; they are then one unit each.
        sizes: units of size of the cells, (height, 1) or (height, width); None: one each.
        across: units of a side between neighbours in each row, (height,); None: one each.
        down: units of a side above each row, (height,); None: one each.
        weighs_rows: whether moments are weighted by the sizes, which are then by row.
    """
    width, size = cells.shape[1], cells.size
    changes = _changes(cells)
    starts, lengths, keys, rows = _spans(cells, changes)
    # One more than the span of each cell.
    span_of_cell = np.cumsum(changes, dtype=np.int32)

    # Segments: stretches in which neither a row nor the one above it changes.
    segments = np.flatnonzero(changes[width:] | changes[:-width])
    segment_lengths = np.diff(segments, append=size - width)
    low = span_of_cell[segments + width].astype(np.int64) - 1
    up = span_of_cell[segments].astype(np.int64) - 1
    like = (keys[low] == keys[up]) & (keys[low] > 0)
    touching_low, touching_up = low[like], up[like]
    roots = _joined(keys, starts, low, up, touching_low, touching_up, segments, width)

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
    like_sides: Ints = np.zeros(n, np.int64)
    if counts_like_sides:
        like_sides = exact_sums(patches, lengths - 1, n)
        like_sides += exact_sums(patches[touching_low], segment_lengths[like], n)
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
        _sides(
            n_keys, (keys[inner - 1], keys[inner], units_across), (keys[up], keys[low], units_down)
        ),
        _moments(
            keys, rows, starts - rows * width, lengths, n_keys, sizes if weighs_rows else None
        ),
    )


def cell_moments(cells: Numbers, n_keys: int, sizes: Ints | None = None) -> NDArray[np.object_]:
    """The moments alone, as `BlockPatches` has them; `sizes` are weights by row, (height, 1)."""
    starts, lengths, keys, rows = _spans(cells, _changes(cells))
    return _moments(keys, rows, starts - rows * cells.shape[1], lengths, n_keys, sizes)


def _changes(cells: Numbers) -> Flags:
    """Where a row begins, or holds something else than in the cell before, (cells,)."""
    flat, changes = cells.reshape(-1), np.empty(cells.size, bool)
    np.not_equal(flat[1:], flat[:-1], out=changes[1:])
    changes.reshape(cells.shape)[:, 0] = True
    return changes


def _spans(cells: Numbers, changes: Flags) -> tuple[Ints, Ints, Ints, Ints]:
    """First cell, number of cells, key and row of each span, (spans,)."""
    starts = np.flatnonzero(changes)
    lengths = np.diff(starts, append=cells.size)
    return starts, lengths, cells.reshape(-1)[starts].astype(np.int64), starts // cells.shape[1]


def _joined(
    keys: Ints,
    starts: Ints,
    low: Ints,
    up: Ints,
    touching_low: Ints,
    touching_up: Ints,
    segments: Ints,
    width: int,
) -> Ints:
    """The first span of the patch of each span, (spans,)."""
    roots: Ints = np.arange(keys.size)
    # Most spans touch just one of the row above. Written from the last one to the first, each is
    # hooked to the first one above it.
    roots[touching_low[::-1]] = touching_up[::-1]
    roots = to_the_ends(roots)
    # Corners touch where both rows change at once.
    meet = (starts[low] == segments + width) & (starts[up] == segments) & (segments % width > 0)
    low, up = low[meet], up[meet]
    right = (keys[low] == keys[up - 1]) & (keys[low] > 0)
    left = (keys[low - 1] == keys[up]) & (keys[up] > 0)
    lower = roots[np.concatenate([touching_low, low[right], low[left] - 1])]
    upper = roots[np.concatenate([touching_up, up[right] - 1, up[left]])]
    apart = lower != upper
    lower, upper = lower[apart], upper[apart]
    # Only the roots that are apart are to be joined.
    to_join, indices = np.unique(np.concatenate([lower, upper]), return_inverse=True)
    smallest = components(to_join.size, indices[: lower.size], indices[lower.size :])
    roots[to_join] = to_join[smallest]
    return roots[roots]


def _sides(n_keys: int, *ways: tuple[Ints, Ints, Ints | None]) -> tuple[Ints, Ints]:
    """Sides between different keys, by pair of keys, in rows and in columns."""
    keys, weights = [], []
    for way, (ours, theirs, units) in enumerate(ways):
        differ = np.flatnonzero(ours != theirs)
        ours, theirs = ours[differ], theirs[differ]
        pairs = np.minimum(ours, theirs) * n_keys + np.maximum(ours, theirs)
        each = np.ones(pairs.size, np.int64) if units is None else units[differ]
        if n_keys * n_keys <= MOST_BINS:
            occurring: Ints = np.arange(n_keys * n_keys)
        else:
            occurring, pairs = np.unique(pairs, return_inverse=True)
        counted = exact_sums(pairs, each, occurring.size)
        there = np.flatnonzero(counted)
        of_way = np.zeros((2, there.size), np.int64)
        of_way[way] = counted[there]
        keys.append(np.stack(np.divmod(occurring[there], n_keys)))
        weights.append(of_way)
    return summed(np.concatenate(keys, axis=1), np.concatenate(weights, axis=1))


def _moments(
    keys: Ints, rows: Ints, columns: Ints, lengths: Ints, n_keys: int, sizes: Ints | None
) -> NDArray[np.object_]:
    """Sums by key of 1, x, y, x2, y2 and xy over the cells, (6, keys), x and y from 0 on."""
    # Of a span of n cells from x0 on.
    n, x0 = lengths, columns
    x = n * x0 + n * (n - 1) // 2
    xx = n * x0 * x0 + x0 * n * (n - 1) + (n - 1) * n * (2 * n - 1) // 6
    moments = np.zeros((6, n_keys), object)
    height = int(rows[-1]) + 1
    step = max(1, MOST_BINS // n_keys)
    for first in range(0, height, step):
        last = min(first + step, height)
        here = slice(*np.searchsorted(rows, (first, last)))
        bins = (rows[here] - first) * n_keys + keys[here]
        by_row = [
            exact_sums(bins, values[here], (last - first) * n_keys).reshape(-1, n_keys)
            for values in (n, x, xx)
        ]
        y: Ints = np.arange(first, last)
        if sizes is not None:
            # Products of three large numbers may pass 64 bits.
            by_row = [
                sums_of_rows.astype(object) * sizes[first:last].astype(object)
                for sums_of_rows in by_row
            ]
            y = y.astype(object)
        count, in_x, in_xx = by_row
        sums = (count.sum(0), in_x.sum(0), y @ count, in_xx.sum(0), (y * y) @ count, y @ in_x)
        moments += np.array([sums_of_rows.astype(object) for sums_of_rows in sums])
    return moments


def exact_sums(bins: Ints, values: Ints, size: int) -> Ints:
    """Sums of whole numbers from 0 on by bin, (size,).

    bincount adds doubles: numbers whose sum they may not hold are added in two parts.
    """
    if not values.size:
        return np.zeros(size, np.int64)
    if int(values.max()) * values.size < EXACT:
        return np.bincount(bins, values, size).astype(np.int64)
    upper = np.bincount(bins, values >> 28, size).astype(np.int64)
    return (upper << 28) + np.bincount(bins, values & ((1 << 28) - 1), size).astype(np.int64)


def open_patches(patches: BlockPatches) -> Flags:
    """Which patches have a cell at an edge of the block, (patches,)."""
    is_open = np.zeros(patches.keys.size, bool)
    for edge in patches.edges:
        is_open[edge] = True
    return is_open
