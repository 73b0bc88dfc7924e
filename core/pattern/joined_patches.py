"""The patches of a window, joined across the blocks that it is read in.

Kept are the patches that may still grow: those that reach the edge of what has been read. The
others are counted by key, size and perimeter, and forgotten.
"""

from __future__ import annotations

import numpy as np

from ..base.numbers import Flags, Ints
from ..raster.grid import Window
from ..scan.combinations import ROWS_TO_SORT
from ..scan.grouping import summed
from .block_patches import components, to_the_ends

# So many patches more than may still grow are kept before those that may not are sorted out.
MOST_CLOSED = 1 << 15

# The blocks about a corner of four: upper left and right, lower left and right.
UPPER_LEFT, UPPER_RIGHT, LOWER_LEFT, LOWER_RIGHT = range(4)
# Where two neighbours lie.
IN_ROWS, IN_COLUMNS = range(2)


class RowSums:
    """Rows of so many keys and weights, added up now and then; their order does not matter."""

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


class Growing:
    """The patches that reach the edge of what has been read, by index; patch 0 is no land.

    Patches that were joined lead to the smallest index among them, their root.
    """

    def __init__(self) -> None:
        self.roots: Ints = np.zeros(1, np.int64)
        self.keys: Ints = np.zeros(1, np.int64)
        self.sizes: Ints = np.zeros(1, np.int64)
        self.like_sides: Ints = np.zeros(1, np.int64)

    def __len__(self) -> int:
        return self.roots.size

    def add(self, keys: Ints, sizes: Ints, like_sides: Ints) -> int:
        """Take in new patches; the index of the first."""
        first = len(self)
        self.roots = np.append(self.roots, np.arange(first, first + keys.size))
        self.keys = np.append(self.keys, keys)
        self.sizes = np.append(self.sizes, sizes)
        self.like_sides = np.append(self.like_sides, like_sides)
        return first

    def join(self, heads: Ints, tails: Ints) -> None:
        """Join each patch of the one list with that of the other, (connections,)."""
        patches = np.concatenate([heads, tails])
        ends = self.roots[patches]
        while not np.array_equal(further := self.roots[ends], ends):
            ends = further
        # The next time the way is short.
        self.roots[patches] = ends
        roots, indices = np.unique(ends, return_inverse=True)
        smallest = components(roots.size, indices[: heads.size], indices[heads.size :])
        self.roots[roots] = roots[smallest]

    def sort_out(self, may_grow: Ints) -> tuple[Ints, Ints]:
        """Keep only the patches that may grow, renumbered.

        Returns:
            Keys, sizes and like sides of the others, (3, patches); and the new index by old index.
        """
        roots = to_the_ends(self.roots)
        sizes, like_sides = np.zeros_like(self.sizes), np.zeros_like(self.like_sides)
        np.add.at(sizes, roots, self.sizes)
        np.add.at(like_sides, roots, self.like_sides)
        is_root = roots == np.arange(roots.size)
        kept: Flags = np.zeros(roots.size, bool)
        kept[0] = True
        kept[roots[may_grow]] = True
        closed = is_root & ~kept & (self.keys > 0)
        others = np.stack([self.keys[closed], sizes[closed], like_sides[closed]])
        renumbered = np.cumsum(kept) - 1
        self.keys, self.sizes, self.like_sides = self.keys[kept], sizes[kept], like_sides[kept]
        self.roots = np.arange(self.keys.size)
        return others, renumbered[roots]


class JoinedPatches:
    """What the patches of a window are; blocks are merged in reading order.

    Args:
        counts_like_sides: whether perimeters are wanted; else they are 0.
        across, down: units of a side between neighbours in a row, and of one above a cell, by row
            of the grid; None: one each.

    Attributes:
        patches: by key, size and perimeter (keys of the sums): how many.
        sides: by the smaller and the larger key of two: units of sides between neighbours in rows,
            and in columns. Key 0 is no data and the window's edge.
    """

    def __init__(
        self, window: Window, counts_like_sides: bool, across: Ints | None, down: Ints | None
    ):
        self._window, self._counts_like_sides = window, counts_like_sides
        self._across, self._down = across, down
        self.patches, self.sides = RowSums(3, 1), RowSums(2, 2)
        self._growing = Growing()
        # The patch of the lowest cell read of each column, and of the last one of each row; 0 where
        # nothing follows.
        self._lowest: Ints = np.zeros(window.width, np.int64)
        self._last: Ints = np.zeros(window.height, np.int64)
        self._corners: dict[tuple[int, int], dict[int, int]] = {}
        self._most = MOST_CLOSED

    def merge(self, window: Window, keys: Ints, growing: Ints, edges: tuple[Ints, ...]) -> None:
        """Join the patches at the edges of a block with those that have been read.

        Args:
            window: where the block lies.
            keys: of the patches that reach its edges, (patches,); 0 for no data.
            growing: their sizes and like sides, (2, patches).
            edges: their indices from 0 on, by cell of the upper, lower, left and right edge.
        """
        first = self._growing.add(keys, *growing)
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
            self._sort_out()

    def _join_edge(self, direction: int, edge: Ints, beyond: Ints | int, units: Ints | int) -> None:
        """Count the sides along an edge of a block, and join the patches that touch across it.

        Cells of the `edge` have neighbours `beyond` it, in a direction, or no land (0); `units`
        are those of each side, or of all.
        """
        neighbours: Ints = np.broadcast_to(np.asarray(beyond), edge.shape)
        # Stretches of the edge with one patch on either side.
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
        self.sides.add(pairs, sides)
        # By corners a stretch touches what lies beyond the stretches before and after it.
        touches_next = (keys[:-1] == keys_beyond[1:]) & (keys[:-1] > 0)
        touches_last = (keys[1:] == keys_beyond[:-1]) & (keys[1:] > 0)
        self._growing.join(
            np.concatenate([edge[is_like], edge[:-1][touches_next], edge[1:][touches_last]]),
            np.concatenate(
                [neighbours[is_like], neighbours[1:][touches_next], neighbours[:-1][touches_last]]
            ),
        )

    def _join_corner(self, row: int, column: int, quarter: int, patch: int) -> None:
        """Take in a cell at a corner of four blocks; join across it when all four are there."""
        corner = self._corners.setdefault((row, column), {})
        corner[quarter] = patch
        if len(corner) < 4:
            return
        del self._corners[row, column]
        keys = self._growing.keys
        for begin, end in ((UPPER_LEFT, LOWER_RIGHT), (UPPER_RIGHT, LOWER_LEFT)):
            if keys[corner[begin]] == keys[corner[end]] > 0:
                self._growing.join(np.array([corner[begin]]), np.array([corner[end]]))

    def _sort_out(self) -> None:
        """Count the patches that reach the edge of what has been read no longer."""
        at_corners = [patch for corner in self._corners.values() for patch in corner.values()]
        may_grow = np.concatenate([self._lowest, self._last, np.array(at_corners, np.int64)])
        closed, renumbered = self._growing.sort_out(may_grow)
        self._lowest, self._last = renumbered[self._lowest], renumbered[self._last]
        for corner in self._corners.values():
            corner.update({quarter: int(renumbered[patch]) for quarter, patch in corner.items()})
        self.count(closed, np.ones((1, closed.shape[1]), np.int64))
        self._most = MOST_CLOSED + 2 * len(self._growing)

    def count(self, patches: Ints, times: Ints) -> None:
        """Take in patches that grow no more: keys, sizes and like sides, and how many of each."""
        keys, sizes, like_sides = patches
        perimeters = 4 * sizes - 2 * like_sides if self._counts_like_sides else np.zeros_like(sizes)
        self.patches.add(np.stack([keys, sizes, perimeters]), times)

    def close(self) -> None:
        """Count what is left when all blocks are merged."""
        self._sort_out()
