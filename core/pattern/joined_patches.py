"""The patches of a window, joined across the blocks that it is read in.

Kept are the patches that may still grow: those that reach the edge of what has been read. The
others are counted by key, size and perimeter, and forgotten.
"""

from __future__ import annotations

import numpy as np

from ..base.arrays import Flags, Ints
from ..raster.grid import Window
from .block_patches import components, to_the_ends
from .row_sums import RowSums

# So many patches more than may still grow are kept before those that may not are sorted out.
MOST_CLOSED = 1 << 15

# Where a corner of four blocks has each of them, by place: upper left and right, lower ones.
UPPER_LEFT, UPPER_RIGHT, LOWER_LEFT, LOWER_RIGHT = range(4)


class Growing:
    """The patches that reach the edge of what has been read; number 0 is no land.

    Numbers that were joined lead to their smallest one.
    """

    def __init__(self) -> None:
        self.roots: Ints = np.zeros(1, np.int64)
        self.keys: Ints = np.zeros(1, np.int64)
        self.sizes: Ints = np.zeros(1, np.int64)
        self.likes: Ints = np.zeros(1, np.int64)

    def __len__(self) -> int:
        return self.roots.size

    def add(self, keys: Ints, sizes: Ints, likes: Ints) -> int:
        """Take in new ones; the number of the first."""
        first = len(self)
        self.roots = np.append(self.roots, np.arange(first, first + keys.size))
        self.keys = np.append(self.keys, keys)
        self.sizes = np.append(self.sizes, sizes)
        self.likes = np.append(self.likes, likes)
        return first

    def join(self, one: Ints, other: Ints) -> None:
        """Join each of some with each of others, (connections,)."""
        numbers, places = np.unique(
            np.concatenate([self._ends(one), self._ends(other)]), return_inverse=True
        )
        ends = components(numbers.size, places[: one.size], places[one.size :])
        self.roots[numbers] = numbers[ends]

    def _ends(self, numbers: Ints) -> Ints:
        ends = self.roots[numbers]
        while True:
            further = self.roots[ends]
            if np.array_equal(further, ends):
                self.roots[numbers] = ends
                return ends
            ends = further

    def sort_out(self, may_grow: Ints) -> tuple[Ints, Ints]:
        """Keep only those that may grow, renumbered.

        Args:
            may_grow: numbers of these.

        Returns:
            Keys, sizes and likes of the others, (3, patches); and the new number by old number.
        """
        roots = to_the_ends(self.roots)
        sizes, likes = np.zeros_like(self.sizes), np.zeros_like(self.likes)
        np.add.at(sizes, roots, self.sizes)
        np.add.at(likes, roots, self.likes)
        is_root = roots == np.arange(roots.size)
        kept: Flags = np.zeros(roots.size, bool)
        kept[0] = True
        kept[roots[may_grow]] = True
        closed = is_root & ~kept & (self.keys > 0)
        closed_ones = np.stack([self.keys[closed], sizes[closed], likes[closed]])
        renumbered = np.cumsum(kept) - 1
        self.keys, self.sizes, self.likes = self.keys[kept], sizes[kept], likes[kept]
        self.roots = np.arange(self.keys.size)
        return closed_ones, renumbered[roots]


class JoinedPatches:
    """What the patches of a window are; blocks are merged in reading order.

    Args:
        window: all of it.
        counts_likes: whether perimeters are wanted; else they are 0.
        across, down: units of a side between neighbours in a row, and of one above a cell, by row
            of the grid; None: one each.

    Attributes:
        patches: by key, size and perimeter (keys of the sums): how many.
        sides: by the smaller and the larger key of two: units of sides between neighbours in rows,
            and in columns. Key 0 is no data and the window's edge.
    """

    def __init__(self, window: Window, counts_likes: bool, across: Ints | None, down: Ints | None):
        self._window, self._counts_likes = window, counts_likes
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
            growing: their sizes and likes, (2, patches).
            edges: their numbers from 0 on, by cell of the upper, lower, left and right edge.
        """
        first = self._growing.add(keys, *growing)
        upper, lower, left, right = (edge + first for edge in edges)
        whole = self._window
        columns = slice(window.column - whole.column, window.column - whole.column + window.width)
        rows = slice(window.row - whole.row, window.row - whole.row + window.height)
        is_first_row, is_first_column = rows.start == 0, columns.start == 0
        is_last_row, is_last_column = rows.stop == whole.height, columns.stop == whole.width
        across, down = self._across, self._down
        of_rows = None if across is None else across[window.row : window.row + window.height]
        above = 0 if is_first_row else self._lowest[columns]
        self._meet(upper, above, 1, None if down is None else down[window.row])
        self._meet(left, 0 if is_first_column else self._last[rows], 0, of_rows)
        if is_last_row:
            self._meet(lower, 0, 1, None)
        if is_last_column:
            self._meet(right, 0, 0, of_rows)
        self._lowest[columns] = 0 if is_last_row else lower
        self._last[rows] = 0 if is_last_column else right
        for row, column, place, cell in (
            (rows.start, columns.start, LOWER_RIGHT, upper[0]),
            (rows.start, columns.stop, LOWER_LEFT, upper[-1]),
            (rows.stop, columns.start, UPPER_RIGHT, lower[0]),
            (rows.stop, columns.stop, UPPER_LEFT, lower[-1]),
        ):
            if 0 < row < whole.height and 0 < column < whole.width:
                self._meet_at(row, column, place, int(cell))
        if len(self._growing) > self._most:
            self._sort_out()

    def _meet(self, edge: Ints, beyond: Ints | int, way: int, units: Ints | int | None) -> None:
        """Take in the sides along an edge of a block, and join what touches across it.

        Args:
            edge: patches along it.
            beyond: those on the other side, 0 for the edge of all.
            way: 0 for an edge along a column, 1 for one along a row.
            units: of each side, or of all; None: one.
        """
        beyond = np.broadcast_to(np.asarray(beyond), edge.shape)
        changes = np.empty(edge.size, bool)
        changes[0] = True
        changes[1:] = (edge[1:] != edge[:-1]) | (beyond[1:] != beyond[:-1])
        starts = np.flatnonzero(changes)
        if isinstance(units, np.ndarray) and units.ndim:
            spans = np.add.reduceat(units, starts)
        else:
            spans = np.diff(starts, append=edge.size) * (1 if units is None else units)
        edge, beyond = edge[starts], beyond[starts]
        keys, keys_beyond = self._growing.keys[edge], self._growing.keys[beyond]
        like = (keys == keys_beyond) & (keys > 0)
        if self._counts_likes:
            np.add.at(self._growing.likes, edge[like], spans[like])
        sides = keys != keys_beyond
        weights = np.zeros((2, int(sides.sum())), np.int64)
        weights[way] = spans[sides]
        pairs = np.sort(np.stack([keys[sides], keys_beyond[sides]]), axis=0)
        self.sides.add(pairs, weights)
        # By corners what lies beside a change touches what lies beyond it.
        before = (keys[:-1] == keys_beyond[1:]) & (keys[:-1] > 0)
        after = (keys[1:] == keys_beyond[:-1]) & (keys[1:] > 0)
        self._growing.join(
            np.concatenate([edge[like], edge[:-1][before], edge[1:][after]]),
            np.concatenate([beyond[like], beyond[1:][before], beyond[:-1][after]]),
        )

    def _meet_at(self, row: int, column: int, place: int, patch: int) -> None:
        """Take in a cell at a corner of four blocks; join across it when all four are there."""
        corner = self._corners.setdefault((row, column), {})
        corner[place] = patch
        if len(corner) < 4:
            return
        del self._corners[row, column]
        keys = self._growing.keys
        for one, other in ((UPPER_LEFT, LOWER_RIGHT), (UPPER_RIGHT, LOWER_LEFT)):
            if keys[corner[one]] == keys[corner[other]] > 0:
                self._growing.join(np.array([corner[one]]), np.array([corner[other]]))

    def _sort_out(self) -> None:
        """Count the patches that reach the edge of what has been read no longer."""
        at_corners = [patch for corner in self._corners.values() for patch in corner.values()]
        may_grow = np.concatenate([self._lowest, self._last, np.array(at_corners, np.int64)])
        closed, renumbered = self._growing.sort_out(may_grow)
        self._lowest, self._last = renumbered[self._lowest], renumbered[self._last]
        for corner in self._corners.values():
            corner.update({place: int(renumbered[patch]) for place, patch in corner.items()})
        self.count(closed, np.ones((1, closed.shape[1]), np.int64))
        self._most = MOST_CLOSED + 2 * len(self._growing)

    def count(self, patches: Ints, times: Ints) -> None:
        """Take in patches that do not grow any more.

        Args:
            patches: their keys, sizes and likes, (3, rows).
            times: how many there are of each row, (1, rows).
        """
        keys, sizes, likes = patches
        perimeters = 4 * sizes - 2 * likes if self._counts_likes else np.zeros_like(sizes)
        self.patches.add(np.stack([keys, sizes, perimeters]), times)

    def close(self) -> None:
        """Count what is left when all blocks are merged."""
        self._sort_out()
