"""The mask of a run: only cells whose centre lies inside one of its polygons count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Flags
from ..raster.grid import Grid, Window
from .edges import Edges

if TYPE_CHECKING:
    from typing import Union

    from .columns import Cells, Mask

    # Whether all cells of a window lie inside, or none; else which do, by cell in reading order.
    Inside = Union[bool, Flags]


class CellMask:
    """Tells which cells of a grid count; asked by several threads at a time.

    Polygons may overlap, and are not told apart.

    Args:
        polygons: valid and as WKB in the grid's reference system.
        grid: the cells.
        label: what messages call the mask.
    """

    def __init__(self, polygons: Iterable[bytes], grid: Grid, label: str = "MASK"):
        self.label = label
        self._edges = Edges(polygons, grid)

    def of(self, window: Window) -> Inside:
        """Which cells of a window lie inside: all (True), none (False), or some, shape (cells,)."""
        begins, ends, _ = self._edges.spans(window)
        if not begins.size:
            return False
        # Spans of several polygons, and of rows that are inside to their ends, make one.
        reached = np.maximum.accumulate(ends)
        apart = begins[1:] > reached[:-1]
        begins, ends = begins[np.append(True, apart)], reached[np.append(apart, True)]
        if ends[0] - begins[0] == window.cells:
            return True
        edges = np.stack([begins, ends], axis=1).ravel()
        inside = np.zeros(edges.size + 1, bool)
        inside[1::2] = True
        return np.repeat(inside, np.diff(edges, prepend=0, append=window.cells))


def hide(read: Sequence[tuple[Cells, Mask]], inside: Flags) -> None:
    """Make all cells of a window outside the mask like one cell inside it.

    So nobody learns what they hold: no value that stands only there becomes a class, and none is
    refused.

    Args:
        read: per raster, values and mask of the window, shape (height, width); they are changed.
        inside: which cells lie inside; some do.
    """
    place, outside = int(inside.argmax()), ~inside
    for held in read:
        for column in held:
            if column is not None:
                cells = column.reshape(-1)
                np.copyto(cells, cells[place], where=outside)
