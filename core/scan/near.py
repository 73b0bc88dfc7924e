"""Cells near to land of some classes: within so many rows and columns of it, across blocks.

What a block holds is known from its combinations; what lies beyond its edges is read with it, as
far as the margin reaches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Bytes, Flags, Floats, Ints, NDArray
from ..raster.grid import Window
from ..raster.reader import VALID
from ..scheme.classes import LandClass
from .block import Block
from .census import Census
from .coding import FIRST_CLASS, LeftOut
from .consumer import Consumer
from .series import Series

if TYPE_CHECKING:
    from .columns import Cells, Mask

    # Class codes of a block's combinations, and their cells and hectares that are near.
    Counted = tuple[Ints, Ints, Floats | None]

# Beyond so many cells a whole window is looked at rather than the surroundings of each.
MOST_ALONE = 64

# Whether land of a class is what others are near to.
Draws = Callable[[LandClass], bool]


class Near:
    """Tells which cells are near to land of some classes; that land itself is near too.

    Land outside the mask is none of it.

    Args:
        series: one raster.
        margin: rows and columns, 1 or more.
        draws: says which classes have what is near to them; classes that nobody names have not.
    """

    def __init__(self, series: Series, margin: int, draws: Draws):
        ((raster,), (naming,)) = series.rasters, series.namings
        self.margin, self._draws = margin, draws
        self._whole, self._mask, self._area = series.window, series.mask, series.area
        is_left_out = LeftOut(raster)
        values = [v for v, n in naming.numbers.items() if draws(series.classes[n])]
        drawing = [value for value in values if not is_left_out(value)]
        if raster.dtype.kind in "iu":
            info = np.iinfo(raster.dtype)  # type: ignore[type-var]
            drawing = [value for value in drawing if info.min <= value <= info.max]
        self._values = np.array(drawing, raster.dtype)
        # By class code, as far as there were classes when it was asked for last.
        self._by_code: Flags = np.zeros(0, bool)

    def of(self, block: Block, values: Cells, mask: Mask) -> Flags | None:
        """Which cells of a block are near, in reading order; None for none of them.

        Args:
            values, mask: of the block's window and the margin about it.
        """
        window, margin = block.window, self.margin
        seen = window.grown(margin, self._whole)
        width = window.width + 2 * margin
        # The window with its margin, where the land ends too.
        padded = np.zeros((window.height + 2 * margin, width), bool)
        inner = block.places(self._drawing_codes(block)[block.codes[0]])
        rows = inner // window.width
        padded.ravel()[inner + rows * (2 * margin) + (margin * width + margin)] = True
        found = inner.size > 0
        for part in _frame(window, seen):
            cells = self._in_values(part, seen, values, mask)
            if cells.size:
                down, across = np.divmod(cells, part.width)
                down, across = down + part.row - window.row, across + part.column - window.column
                padded[down + margin, across + margin] = True
                found = True
        if not found:
            return None
        size = 2 * margin + 1
        near = np.ascontiguousarray(in_reach(in_reach(padded, size).T, size).T)
        return near.ravel()

    def at(self, block: Block, values: Cells, mask: Mask, cells: Ints) -> Flags:
        """Which of some cells of a block are near.

        Args:
            values, mask: of the block's window and the margin about it.
            cells: places in reading order.
        """
        window, seen = block.window, block.window.grown(self.margin, self._whole)
        near: Flags = np.zeros(cells.size, bool)
        if cells.size > MOST_ALONE:
            whole = self.of(block, values, mask)
            return near if whole is None else whole[cells]
        for n, (row, column) in enumerate(zip(*np.divmod(cells, window.width))):
            own = Window(window.column + int(column), window.row + int(row), 1, 1)
            about = own.grown(self.margin, self._whole)
            near[n] = self._in_values(about, seen, values, mask).size > 0
        return near

    def _drawing_codes(self, block: Block) -> Flags:
        """By class code, whether others are near to land of it."""
        by_code = self._by_code
        if by_code.size < block.n_codes:
            by_code = np.zeros(block.n_codes, bool)
            for number, land_class in enumerate(block.classes):
                by_code[number + FIRST_CLASS] = land_class.listed and self._draws(land_class)
            self._by_code = by_code
        return by_code

    def _in_values(self, part: Window, seen: Window, values: Cells, mask: Mask) -> Ints:
        """The cells of a part of what was read that others are near to, in reading order."""
        place = part.within(seen)
        is_drawing = np.isin(values[place], self._values)
        if mask is not None:
            is_drawing &= mask[place] == VALID
        cells = np.flatnonzero(is_drawing)
        if self._mask is None or not cells.size:
            return cells
        inside = self._mask.of(part)
        if isinstance(inside, bool):
            return cells if inside else cells[:0]
        return cells[inside[cells]]


def _frame(window: Window, seen: Window) -> Iterator[Window]:
    """What lies about a window in what was read: above, below, left and right of it."""
    bottom, right = window.row + window.height, window.column + window.width
    for part in (
        Window(seen.column, seen.row, seen.width, window.row - seen.row),
        Window(seen.column, bottom, seen.width, seen.row + seen.height - bottom),
        Window(seen.column, window.row, window.column - seen.column, window.height),
        Window(right, window.row, seen.column + seen.width - right, window.height),
    ):
        if part.cells:
            yield part


def in_reach(cells: Flags, size: int) -> Flags:
    """Where any of so many rows is set, from each row on; fewer rows, by size - 1."""
    reached = 1
    while reached < size:
        step = min(reached, size - reached)
        cells = cells[:-step] | cells[step:]
        reached += step
    return cells


class NearCounter(Consumer):
    """Counts the cells of each class that are near.

    Attributes:
        near: what tells them.
        cells, hectares: of them, by class number, once all is counted, (classes,).
    """

    cells: Ints
    hectares: Floats

    def __init__(self, near: Near, series: Series):
        self.near, self.margin, self._area = near, near.margin, series.area
        self._parts: list[Counted] = []

    def take(self, block: Block) -> None:
        """Outside the mask nothing is near."""

    def take_seen(self, block: Block, values: NDArray[np.generic], mask: Bytes | None) -> Counted:
        near = self.near.of(block, values, mask)
        codes = block.codes[0].astype(np.int64)
        if near is None:
            return codes[:0], codes[:0], None
        cells = block.flagged(near)
        hectares = None
        if block.hectares is not None:
            of_cells = np.broadcast_to(
                self._area.of(block.window), (block.window.height, block.window.width)
            )
            hectares = block.flagged_sums(near, of_cells.ravel())
        return codes, cells, hectares

    def merge(self, window: Window, part: Counted | None) -> None:
        if part is not None and part[0].size:
            self._parts.append(part)

    def finish(self, census: Census) -> None:
        n_codes = len(census.codes)
        cells: Ints = np.zeros(n_codes, np.int64)
        hectares: Floats = np.zeros(n_codes)
        uniform = self._area.uniform
        for codes, of_block, areas in self._parts:
            np.add.at(cells, census.codes[codes], of_block)
            if areas is not None:
                np.add.at(hectares, census.codes[codes], areas)
        if uniform is not None:
            hectares = cells * np.float64(uniform)
        self.cells, self.hectares = cells[FIRST_CLASS:], hectares[FIRST_CLASS:]
