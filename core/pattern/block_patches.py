"""The patches of one block: runs along its rows, joined by what touches from row to row.

Land comes in patches, so that there are far fewer runs than cells: cells are compared with their
neighbours once, and all that follows is worked out for runs, and for the segments in which a run
lies beside one of the row above.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Flags, Ints, NDArray
from .row_sums import summed

if TYPE_CHECKING:
    from ..scan.block_combinations import Numbers

# A table of all pairs of keys, or of all rows and keys, has so many entries at most.
MOST_BINS = 1 << 20

# Doubles hold whole numbers up to here exactly.
EXACT = 1 << 53


def components(size: int, one: Ints, other: Ints) -> Ints:
    """The smallest number that each of some numbers is connected with, (size,).

    Every root is hooked to the smallest root that it meets, and all are then moved to the end of
    their chains; so on until nothing is left to hook (after Shiloach and Vishkin 1982).

    Args:
        size: the numbers go from 0 to size - 1.
        one, other: ends of connections, (connections,).
    """
    roots: Ints = np.arange(size)
    while one.size:
        low, high = np.minimum(one, other), np.maximum(one, other)
        np.minimum.at(roots, high, low)
        roots = to_the_ends(roots)
        one, other = roots[one], roots[other]
        apart = one != other
        one, other = one[apart], other[apart]
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
        likes: sides between two cells of the same patch, (patches,); 0 if not asked for.
        edges: patch of each cell of the upper, the lower, the left and the right edge.
        sides: pairs of different keys, the smaller one first, (2, pairs), and units of the sides
            between neighbours in rows and in columns, (2, pairs).
        moments: by key, (6, keys): weight, and sums of column, row, their squares and product, by
            cell of the block; Python's whole numbers.
    """

    keys: Ints
    sizes: Ints
    likes: Ints
    edges: tuple[Ints, Ints, Ints, Ints]
    sides: tuple[Ints, Ints]
    moments: NDArray[np.object_]


def block_patches(
    cells: Numbers,
    n_keys: int,
    counts_likes: bool,
    sizes: Ints | None = None,
    across: Ints | None = None,
    down: Ints | None = None,
    weighs_rows: bool = False,
) -> BlockPatches:
    """The patches of a block.

    Args:
        cells: key of each cell, 0 to n_keys - 1, contiguous, (height, width).
        n_keys: how many keys there may be.
        counts_likes: whether sides within patches are to be counted; they are then one unit each.
        sizes: units of size of the cells, (height, 1) or (height, width); None: one each.
        across: units of a side between neighbours in each row, (height,); None: one each.
        down: units of a side above each row, (height,); None: one each.
        weighs_rows: whether moments are weighted by the sizes, which are then by row.
    """
    width, size = cells.shape[1], cells.size
    changes = _changes(cells)
    starts, lengths, keys, rows = _runs(cells, changes)
    # One more than the run of each cell.
    runs = np.cumsum(changes, dtype=np.int32)

    # Segments: stretches in which neither a row nor the one above it changes.
    both = changes[width:] | changes[:-width]
    segments = np.flatnonzero(both)
    spans = np.diff(segments, append=size - width)
    low, up = runs[segments + width].astype(np.int64) - 1, runs[segments].astype(np.int64) - 1
    like = (keys[low] == keys[up]) & (keys[low] > 0)
    touching_low, touching_up = low[like], up[like]
    roots = _joined(keys, starts, low, up, touching_low, touching_up, segments, width)

    is_root = roots == np.arange(roots.size)
    patches = (np.cumsum(is_root) - 1)[roots]
    of_patch = np.flatnonzero(is_root)
    n = of_patch.size
    if sizes is None:
        run_sizes = lengths
    elif sizes.shape[1] == 1:
        run_sizes = lengths * sizes[rows, 0]
    else:
        run_sizes = np.add.reduceat(sizes.reshape(-1), starts)
    likes: Ints = np.zeros(n, np.int64)
    if counts_likes:
        likes = exact_sums(patches, lengths - 1, n)
        likes += exact_sums(patches[touching_low], spans[like], n)
    inner = np.flatnonzero(starts % width)
    return BlockPatches(
        keys[of_patch],
        exact_sums(patches, run_sizes, n),
        likes,
        (
            patches[runs[:width] - 1],
            patches[runs[-width:] - 1],
            patches[runs[::width] - 1],
            patches[runs[width - 1 :: width] - 1],
        ),
        _sides(
            n_keys,
            (keys[inner - 1], keys[inner], None if across is None else across[rows[inner]]),
            (keys[up], keys[low], spans if down is None else spans * down[rows[low]]),
        ),
        _moments(
            keys, rows, starts - rows * width, lengths, n_keys, sizes if weighs_rows else None
        ),
    )


def cell_moments(cells: Numbers, n_keys: int, sizes: Ints | None = None) -> NDArray[np.object_]:
    """The moments alone, as `BlockPatches` has them.

    Args:
        cells, n_keys: as above.
        sizes: weights by row, (height, 1); None: one each.
    """
    starts, lengths, keys, rows = _runs(cells, _changes(cells))
    return _moments(keys, rows, starts - rows * cells.shape[1], lengths, n_keys, sizes)


def _changes(cells: Numbers) -> Flags:
    """Where a row begins, or holds something else than in the cell before, (cells,)."""
    flat, changes = cells.reshape(-1), np.empty(cells.size, bool)
    np.not_equal(flat[1:], flat[:-1], out=changes[1:])
    changes.reshape(cells.shape)[:, 0] = True
    return changes


def _runs(cells: Numbers, changes: Flags) -> tuple[Ints, Ints, Ints, Ints]:
    """First cell, number of cells, key and row of each run, (runs,)."""
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
    """The first run of the patch of each run, (runs,)."""
    roots: Ints = np.arange(keys.size)
    # Most runs touch just one of the row above. Written from the last one to the first, each is
    # hooked to the first one above it.
    roots[touching_low[::-1]] = touching_up[::-1]
    roots = to_the_ends(roots)
    # Corners touch where both rows change at once.
    meet = (starts[low] == segments + width) & (starts[up] == segments) & (segments % width > 0)
    low, up = low[meet], up[meet]
    right = (keys[low] == keys[up - 1]) & (keys[low] > 0)
    left = (keys[low - 1] == keys[up]) & (keys[up] > 0)
    one = roots[np.concatenate([touching_low, low[right], low[left] - 1])]
    other = roots[np.concatenate([touching_up, up[right] - 1, up[left]])]
    apart = one != other
    one, other = one[apart], other[apart]
    # Only the roots among these are to be joined.
    numbers, places = np.unique(np.concatenate([one, other]), return_inverse=True)
    ends = components(numbers.size, places[: one.size], places[one.size :])
    roots[numbers] = numbers[ends]
    return roots[roots]


def _sides(n_keys: int, *ways: tuple[Ints, Ints, Ints | None]) -> tuple[Ints, Ints]:
    """Sides between different keys, by pair of keys, in rows and in columns."""
    keys, weights = [], []
    for place, (one, other, units) in enumerate(ways):
        differ = np.flatnonzero(one != other)
        one, other = one[differ], other[differ]
        pairs = np.minimum(one, other) * n_keys + np.maximum(one, other)
        each = np.ones(pairs.size, np.int64) if units is None else units[differ]
        if n_keys * n_keys <= MOST_BINS:
            occurring: Ints = np.arange(n_keys * n_keys)
        else:
            occurring, pairs = np.unique(pairs, return_inverse=True)
        counted = exact_sums(pairs, each, occurring.size)
        found = np.flatnonzero(counted)
        of_way = np.zeros((2, found.size), np.int64)
        of_way[place] = counted[found]
        keys.append(np.stack(np.divmod(occurring[found], n_keys)))
        weights.append(of_way)
    return summed(np.concatenate(keys, axis=1), np.concatenate(weights, axis=1))


def _moments(
    keys: Ints, rows: Ints, columns: Ints, lengths: Ints, n_keys: int, sizes: Ints | None
) -> NDArray[np.object_]:
    """Sums by key of 1, x, y, x2, y2 and xy over the cells, (6, keys), x and y from 0 on.

    Args:
        sizes: weights by row, (height, 1); None: one each.
    """
    # Of a run of n cells from x0 on.
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
            by_row = [one.astype(object) * sizes[first:last].astype(object) for one in by_row]
            y = y.astype(object)
        count, in_x, in_xx = by_row
        sums = (count.sum(0), in_x.sum(0), y @ count, in_xx.sum(0), (y * y) @ count, y @ in_x)
        moments += np.array([one.astype(object) for one in sums])
    return moments


def exact_sums(places: Ints, values: Ints, size: int) -> Ints:
    """Sums of whole numbers by place, (size,), of whole numbers from 0 on.

    bincount adds doubles: numbers whose sum they may not hold are added in two parts.
    """
    if not values.size:
        return np.zeros(size, np.int64)
    if int(values.max()) * values.size < EXACT:
        return np.bincount(places, values, size).astype(np.int64)
    upper = np.bincount(places, values >> 28, size).astype(np.int64)
    return (upper << 28) + np.bincount(places, values & ((1 << 28) - 1), size).astype(np.int64)


def open_patches(patches: BlockPatches) -> Flags:
    """Which patches have a cell at an edge of the block, (patches,)."""
    is_open = np.zeros(patches.keys.size, bool)
    for edge in patches.edges:
        is_open[edge] = True
    return is_open
