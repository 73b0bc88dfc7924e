"""One window of all dates as groups of cells that are alike: the hot loop.

Why it is done this way:

- Land use comes in patches. Marking where a date changes from one cell to the next, and
  counting the runs in between, leaves a twentieth of the cells for all that follows: class
  look-ups, validity, pairs, areas.
- On noise a run is hardly longer than a cell. There cells are grouped by what they hold: the
  dates' values side by side make one small number, and numpy's bincount of it gives the groups
  of the block, a few hundred as a rule, whatever follows.
- Where that number fits into 8 bits, bincount of two neighbouring cells seen as one of 16 bits
  counts both at once, which halves its cost.

docs/benchmarks.md has what each is worth.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np

from .cell_area import CellArea
from .coding import FIRST_CLASS, NODATA, OUTSIDE, NotWhole
from .errors import DataError
from .grid import Window
from .rasters import BEYOND, VALID, Raster

# Where runs are shorter than this on the average, grouping by value is cheaper.
SHORTEST_MEAN_RUN = 4

# The number that a group has must stay small: bincount makes a bin for each, block by block.
MOST_BINS = 1 << 16


# Memory that each thread uses again for every block: taking new memory costs more than
# comparing the cells does.
_memory = threading.local()
_NOTHING = np.empty((2, 0), bool)


@dataclass
class Parts:
    """Parts of a block, each of cells that are alike at every date.

    Attributes:
        codes: per date, the class code (core.coding) of each part, shape (parts,).
        cells: of each part.
        hectares: of each part, or None where all cells of the grid have the same area.
        n_codes: one more than the largest code that may occur.
    """

    codes: list
    cells: np.ndarray
    hectares: np.ndarray | None
    n_codes: int

    def __post_init__(self):
        valid = np.ones(self.codes[0].shape, bool)
        for codes in self.codes:
            valid &= codes >= FIRST_CLASS
        self.valid = None if valid.all() else valid

    def tally(self, codes: np.ndarray, bins: int, valid_only: bool = True) -> tuple:
        """Cells (int64) and hectares (None where cells are alike) by code, shape (bins,).

        Args:
            codes: a code per part, 0 to bins - 1.
            valid_only: count only cells that are valid at all dates.
        """
        cells, hectares = self.cells, self.hectares
        if valid_only and self.valid is not None:
            codes, cells = codes[self.valid], cells[self.valid]
            hectares = None if hectares is None else hectares[self.valid]
        # bincount adds weights as doubles, which hold every count up to 2**53 exactly.
        counted = np.bincount(codes, cells, bins).astype(np.int64)
        return counted, None if hectares is None else np.bincount(codes, hectares, bins)

    def pair_codes(self, earlier: int, later: int) -> np.ndarray:
        """One code per pair of classes, from * n_codes + to, by part; 0 where left out."""
        pairs = self.codes[earlier] * np.intp(self.n_codes) + self.codes[later]
        if self.valid is not None:
            pairs[~self.valid] = 0
        return pairs

    def summed(self) -> Parts:
        """The same cells with every combination of codes once, so that counting them costs
        nothing; unchanged where the combinations are too many to number."""
        bins = self.n_codes ** len(self.codes)
        if bins > MOST_BINS or bins > self.cells.size:
            return self
        joined = self.codes[0].astype(np.intp)
        for codes in self.codes[1:]:
            joined = joined * self.n_codes + codes
        cells = np.bincount(joined, self.cells, bins)
        found = np.flatnonzero(cells)
        hectares = None
        if self.hectares is not None:
            hectares = np.bincount(joined, self.hectares, bins)[found]
        codes, rest = [], found
        for _ in self.codes:
            rest, column = np.divmod(rest, self.n_codes)
            codes.append(column)
        return Parts(codes[::-1], cells[found], hectares, self.n_codes)


class Block:
    """One window of all dates.

    Attributes:
        window: where the block lies on the grid.
        parts: its cells by group, each group as it lies in the block.
        summed: its cells with every combination of codes once, for counting.
    """

    def __init__(self, window: Window, groups: Runs | Kinds, parts: Parts):
        self.window = window
        self.parts = parts
        self.summed = parts.summed()
        self._groups = groups

    def expand(self, values: np.ndarray) -> np.ndarray:
        """Values by part as values by cell, shape (height, width)."""
        return self._groups.spread(values).reshape(self.window.height, self.window.width)


class Runs:
    """Groups that are runs of neighbouring cells, in reading order."""

    def __init__(self, starts: np.ndarray, cells: int):
        self.starts = starts
        self.cells = np.diff(starts, append=cells)

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Sums of the cells' values, by group."""
        return np.add.reduceat(values, self.starts)

    def spread(self, values: np.ndarray) -> np.ndarray:
        """The groups' values, by cell."""
        return np.repeat(values, self.cells)


class Kinds:
    """Groups of cells that hold the same at all dates, wherever they lie in the block."""

    def __init__(self, joined: np.ndarray, bins: int):
        self._joined = joined
        self._bins = bins
        counts = _counts(joined, bins)
        self.found = np.flatnonzero(counts)
        self.cells = counts[self.found]

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Sums of the cells' values, by group."""
        return np.bincount(self._joined, values, self._bins)[self.found]

    def spread(self, values: np.ndarray) -> np.ndarray:
        """The groups' values, by cell."""
        table = np.zeros(self._bins, values.dtype)
        table[self.found] = values
        return table[self._joined]

    def compressed(self) -> tuple[np.ndarray, int]:
        """The cells' groups, numbered without gaps, and how many there are."""
        numbers = np.arange(self.found.size, dtype=_smallest(self.found.size))
        return self.spread(numbers), self.found.size


def make_block(
    window: Window, values: list, masks: list, rasters: list[Raster], coders: list, classes, area
) -> Block:
    """Group the cells of a window and look their classes up.

    Args:
        values: per date, the window's values, shape (height, width).
        masks: per date, VALID, MASKED or BEYOND by cell, or None.
        rasters: the dates, for messages.
        coders: per date, raster values to class codes.
        classes: the class list that the coders may add to.
        area: hectares of the cells.

    Raises:
        DataError: a date holds a value that is no class.
    """
    values = [cells.ravel() for cells in values]
    masks = [None if mask is None else mask.ravel() for mask in masks]
    dates = list(zip(rasters, coders, values, masks))
    changes = _changes([*values, *(mask for mask in masks if mask is not None)])
    if area.by_row:
        changes.reshape(window.height, window.width)[:, 0] = True
    groups = None
    if np.count_nonzero(changes) * SHORTEST_MEAN_RUN > changes.size:
        groups, codes = _kinds(window, dates)
    if groups is None:
        groups = Runs(np.flatnonzero(changes), window.cells)
        codes = [_codes(window, *date, groups.starts) for date in dates]
    hectares = _hectares(window, area, groups)
    parts = Parts(codes, groups.cells, hectares, len(classes) + FIRST_CLASS)
    return Block(window, groups, parts)


def _changes(columns: list) -> np.ndarray:
    """Whether any column differs from its neighbour to the left, by cell; True at the first."""
    size = columns[0].size
    if getattr(_memory, "changes", _NOTHING).shape[1] < size:
        _memory.changes = np.empty((2, size), bool)
    changes, other = _memory.changes[:, :size]
    changes[0] = True
    np.not_equal(columns[0][1:], columns[0][:-1], out=changes[1:])
    for column in columns[1:]:
        np.not_equal(column[1:], column[:-1], out=other[1:])
        np.logical_or(changes[1:], other[1:], out=changes[1:])
    return changes


def _kinds(window: Window, dates: list) -> tuple:
    """Kinds of the cells of a block, and the codes by kind and date; None where too many."""
    columns = []
    for raster, coder, values, mask in dates:
        if raster.dtype.itemsize == 1 and mask is None:
            columns.append(values.view(np.uint8))
        else:
            columns.append(_codes(window, raster, coder, values, mask, None))
    joined, bins, steps = columns[0], int(columns[0].max()) + 1, []
    for column in columns[1:]:
        size = int(column.max()) + 1
        if bins * size > MOST_BINS:
            kinds = Kinds(joined, bins)
            joined, bins = kinds.compressed()
            steps.append(kinds.found)
        if bins * size > MOST_BINS:
            return None, None
        kind = _smallest(bins * size)
        joined = joined.astype(kind) * kind(size) + column.astype(kind)
        bins *= size
        steps.append(size)
    kinds = Kinds(joined, bins)
    held, rest = [], kinds.found
    for step in reversed(steps):
        if isinstance(step, int):
            rest, column = np.divmod(rest, step)
            held.append(column)
        else:
            rest = step[rest]
    held.append(rest)
    codes = []
    for (raster, coder, _, mask), column in zip(dates, reversed(held)):
        if raster.dtype.itemsize == 1 and mask is None:
            column = coder.codes(column.astype(np.uint8).view(raster.dtype))
        codes.append(column.astype(np.int16))
    return kinds, codes


def _smallest(bins: int) -> type:
    """The smallest unsigned type that numbers so many bins."""
    return np.uint8 if bins <= 1 << 8 else np.uint16


def _counts(numbers: np.ndarray, bins: int) -> np.ndarray:
    """bincount of small numbers; two at a time where they are of 8 bits."""
    if numbers.dtype != np.uint8:
        return np.bincount(numbers, minlength=bins)
    even = numbers.size & ~1
    both = np.bincount(numbers[:even].view(np.uint16), minlength=1 << 16).reshape(256, 256)
    counts = both.sum(axis=0) + both.sum(axis=1)
    if even < numbers.size:
        counts[numbers[-1]] += 1
    return counts[:bins]


def _codes(window: Window, raster: Raster, coder, cells, mask, starts) -> np.ndarray:
    """Class codes of one date, of the cells at starts or of all; a mask's cells have none."""
    if starts is not None:
        cells, mask = cells[starts], None if mask is None else mask[starts]
    shown = slice(None) if mask is None else mask == VALID
    try:
        found = coder.codes(cells[shown])
    except NotWhole as error:
        place = int(np.flatnonzero(cells == error.value)[0])
        place = place if starts is None else int(starts[place])
        row, column = divmod(place, window.width)
        raise DataError(
            "{label} holds {value:.10g} in row {row}, column {column}; land-use classes "
            "are whole numbers",
            label=raster.label,
            value=error.value,
            row=window.row + row + 1,
            column=window.column + column + 1,
        ) from None
    if mask is None:
        return found
    codes = np.where(mask == BEYOND, np.int16(OUTSIDE), np.int16(NODATA))
    codes[shown] = found
    return codes


def _hectares(window: Window, area: CellArea, groups) -> np.ndarray | None:
    """Hectares of each group; None where all cells of the grid are alike."""
    if area.uniform is not None:
        return None
    cells = area.of(window)
    if area.by_row and isinstance(groups, Runs):
        return groups.cells * cells[groups.starts // window.width, 0]
    return groups.sums(np.broadcast_to(cells, (window.height, window.width)).ravel())
