"""One window of all dates, its cells grouped by what they hold: the hot loop.

Why it is done this way:

- Land use comes in patches. Marking where a date changes from one cell to the next, and going on
  with the runs in between, leaves a tenth of the cells or less for all that follows. On noise a
  run is hardly longer than a cell; there every cell is taken by itself.
- Where all dates are bytes with few classes, grouping the cells as they are (core/scan/kinds.py) is
  quicker than runs, unless these are very long. How long they are is seen on the first cells.
- Look-ups of classes, masks and whatever else costs more than a comparison come after the runs.

What each of these gains is in docs/benchmarks.md.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

import numpy as np

from ..messages import DataError
from ..raster.area import CellArea
from ..raster.grid import Window
from ..raster.reader import MASKED, VALID
from ..raster.source import Raster
from ..scheme.classes import Classes
from .coding import FIRST_CLASS, Coder, NotWhole
from .kinds import BYTE, Kinds, room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .kinds import Numbers, Value

    # Cells and hectares by code; no hectares where all cells have the same area.
    Tallied = tuple[NDArray[np.int64], NDArray[np.float64] | None]
    Cells = NDArray[np.generic]
    Mask = NDArray[np.uint8] | None
    # The place of each cell's stratum among those of the block, and the numbers of these, in an
    # order that does not depend on threads.
    InStrata = tuple[Numbers, NDArray[np.int64]]

# Runs shorter than this on the average are worth less than cells by themselves; with bytes, runs
# shorter than the second number.
SHORTEST_MEAN_RUN = 4
SHORTEST_MEAN_RUN_OF_BYTES = 10

# How long they are is told by a look at so many stretches of so many cells.
LOOKS, CELLS_PER_LOOK = 8, 1 << 12


class Block:
    """One window of all dates by kinds: groups of cells that hold the same at every date.

    Attributes:
        window: where the block lies on the grid.
        codes: per date, the class code (core.scan.coding) of each kind, shape (kinds,).
        cells: of each kind.
        hectares: of each kind, or None where all cells of the grid have the same area.
        n_codes: one more than the largest code that may occur.
        valid: which kinds are valid at all dates, or None where all are.
        strata: per kind, the number of its stratum (core.scan.strata), or None without strata; 0
            in a block that lies outside the mask.
    """

    def __init__(
        self,
        window: Window,
        kinds: Kinds,
        codes: list[Numbers],
        hectares: NDArray[np.float64] | None,
        n_codes: int,
        order: NDArray[np.int64],
        strata: Numbers | None = None,
    ):
        self.window = window
        self.codes = [own[order] for own in codes]
        self.cells = kinds.cells[order]
        self.hectares = None if hectares is None else hectares[order]
        self.n_codes = n_codes
        self._order = order
        valid: NDArray[np.bool_] = np.logical_and.reduce([own >= FIRST_CLASS for own in self.codes])
        self.valid = None if valid.all() else valid
        self.strata = None if strata is None else strata[order]
        self._kinds = kinds

    def tally(self, codes: Numbers, bins: int, valid_only: bool = True) -> Tallied:
        """Cells (int64) and hectares (None where cells are alike) by code, shape (bins,).

        Args:
            codes: a code per kind, 0 to bins - 1.
            valid_only: count only cells that are valid at all dates.
        """
        cells, hectares = self.cells, self.hectares
        if valid_only and self.valid is not None:
            codes, cells = codes[self.valid], cells[self.valid]
            hectares = None if hectares is None else hectares[self.valid]
        # bincount adds weights as doubles, which hold every count up to 2**53 exactly.
        counted = np.bincount(codes, cells, bins).astype(np.int64)
        if hectares is None:
            return counted, None
        added = np.bincount(codes, hectares, bins)
        return counted, added  # type: ignore[return-value]  # numpy's types know no weights

    def pair_codes(self, earlier: int, later: int) -> NDArray[np.int64]:
        """One code per pair of classes, from * n_codes + to, by kind; 0 where left out."""
        pairs: NDArray[np.int64] = (
            self.codes[earlier].astype(np.int64) * self.n_codes + self.codes[later]
        )
        if self.valid is not None:
            pairs[~self.valid] = 0
        return pairs

    def expand(self, values: NDArray[Value]) -> NDArray[Value]:
        """Values by kind as values by cell, shape (height, width)."""
        spread = self._kinds.spread(self._unsorted(values))
        return spread.reshape(self.window.height, self.window.width)

    def at(
        self, values: NDArray[Value], rows: NDArray[np.int64], columns: NDArray[np.int64]
    ) -> NDArray[Value]:
        """Values by kind in some of the block's rows and columns, shape (rows, columns)."""
        return self._kinds.at(self._unsorted(values), rows[:, None] * self.window.width + columns)

    def _unsorted(self, values: NDArray[Value]) -> NDArray[Value]:
        """Values by kind in the order of the kinds themselves."""
        by_kind = np.empty_like(values)
        by_kind[self._order] = values
        return by_kind


def make_block(
    window: Window,
    values: Sequence[Cells],
    masks: Sequence[Mask],
    rasters: list[Raster],
    coders: list[Coder],
    classes: Classes,
    area: CellArea,
    in_strata: InStrata | None = None,
    inside: NDArray[np.bool_] | None = None,
) -> Block:
    """Group the cells of a window and look their classes up.

    Args:
        values: per date, the window's values, shape (height, width).
        masks: per date, NODATA, OUTSIDE or VALID by cell, or None.
        rasters: the dates, for messages.
        coders: per date, raster values to class codes.
        classes: the class list that the coders may add to.
        area: hectares of the cells.
        in_strata: each cell's stratum, which tells kinds apart like one date more.
        inside: which cells lie inside the run's mask, in reading order, or None where all do. The
            others hold anything that a cell inside holds (core.scan.mask.hide).

    Raises:
        DataError: a date holds a value that is no class.
    """
    values = [cells.ravel() for cells in values]
    masks = [None if mask is None else mask.ravel() for mask in masks]
    dates = list(zip(rasters, coders, values, masks))
    starts = lengths = None
    marked = [*values, *(mask for mask in masks if mask is not None)]
    further: list[Numbers] = [] if inside is None else [inside.view(np.uint8)]
    # Most blocks lie in one stratum, and then there is nothing to tell apart.
    if in_strata is not None and in_strata[1].size > 1:
        further.append(in_strata[0])
    marked += further
    shortest = SHORTEST_MEAN_RUN
    if area.uniform is not None and _fit_a_byte(values, rasters, masks, further):
        shortest = SHORTEST_MEAN_RUN_OF_BYTES
    if _mean_run(marked) >= shortest:
        starts = _run_starts(window, marked, area.by_row)
        lengths = np.diff(starts, append=window.cells)
    columns = [_column(window, *date, starts) for date in dates]
    columns += [column if starts is None else column[starts] for column in further]
    kinds = Kinds(columns, lengths)
    codes = [
        coder.codes(_unshifted(held, raster)) if _is_plain(raster, mask) else held
        for (raster, coder, _, mask), held in zip(dates, kinds.columns)
    ]
    if inside is not None:
        outside = kinds.columns[len(dates)] == 0
        codes = [np.where(outside, MASKED, own) for own in codes]
    hectares = _hectares(window, area, kinds, starts, lengths)
    strata = None
    if in_strata is not None:
        several = in_strata[1].size > 1
        strata = in_strata[1][kinds.columns[-1] if several else np.zeros(kinds.cells.size, int)]
    n_codes = len(classes) + FIRST_CLASS
    order = _order(codes, hectares, classes, kinds.columns[len(dates) :])
    return Block(window, kinds, codes, hectares, n_codes, order, strata)


def masked_block(window: Window, dates: int, classes: Classes, area: CellArea) -> Block:
    """A window that lies outside the run's mask as a whole: what it holds need not be known."""
    starts = np.arange(0, window.cells, window.width)
    lengths = np.full(window.height, window.width)
    kinds = Kinds([np.zeros(window.height, np.uint8)], lengths)
    codes: list[Numbers] = [np.full(1, MASKED)] * dates
    hectares = _hectares(window, area, kinds, starts, lengths)
    alone, n_codes = np.zeros(1, np.int64), len(classes) + FIRST_CLASS
    return Block(window, kinds, codes, hectares, n_codes, alone, alone)


def _order(
    codes: list[Numbers],
    hectares: NDArray[np.float64] | None,
    classes: Classes,
    further: list[Numbers],
) -> NDArray[np.int64]:
    """The kinds in an order that does not depend on which thread numbered classes or strata.

    Sums of hectares differ in their last digit with the order of adding; cells do not.
    """
    if hectares is None:
        return np.arange(codes[0].size)
    numbers = classes.order()
    ranks = np.empty(len(numbers) + FIRST_CLASS, np.int64)
    ranks[:FIRST_CLASS] = np.arange(FIRST_CLASS) - FIRST_CLASS
    ranks[np.array(numbers, np.int64) + FIRST_CLASS] = np.arange(len(numbers))
    order: NDArray[np.int64] = np.lexsort([*(ranks[own] for own in codes), *further])
    return order


def _look(cells: NDArray[Value]) -> NDArray[Value]:
    """Some stretches of a block's cells, shape (stretches, cells)."""
    looks = LOOKS if cells.size >= LOOKS * CELLS_PER_LOOK else 1
    return cells[: cells.size // looks * looks].reshape(looks, -1)[:, :CELLS_PER_LOOK]


def _mean_run(columns: list[Cells]) -> float:
    """How many cells a run has on the average, as far as a look at the columns tells."""
    looks = [_look(column) for column in columns]
    changes = np.logical_or.reduce([look[:, 1:] != look[:, :-1] for look in looks])
    return looks[0].size / (np.count_nonzero(changes) + len(looks[0]))


def _run_starts(window: Window, columns: list[Cells], by_row: bool) -> NDArray[np.int64]:
    """Where, along the cells, any column changes.

    Args:
        by_row: whether a run must end with its row.
    """
    size = window.cells
    changes, other = room("changes", size).view(bool), room("other", size).view(bool)
    changes[0] = True
    np.not_equal(columns[0][1:], columns[0][:-1], out=changes[1:])
    for column in columns[1:]:
        np.not_equal(column[1:], column[:-1], out=other[1:])
        np.logical_or(changes[1:], other[1:], out=changes[1:])
    if by_row:
        changes.reshape(window.height, window.width)[:, 0] = True
    return np.flatnonzero(changes)


def _is_plain(raster: Raster, mask: Mask) -> bool:
    """Whether a date's values are small numbers as they are; else their codes are."""
    return raster.dtype.itemsize == 1 and mask is None


def _shift(raster: Raster) -> np.uint8:
    """What is added to a date's bytes: 1 where 255 is no data, so that it becomes 0."""
    return np.uint8(255 in raster.left_out or -1 in raster.left_out)


def _shifted(cells: Cells, raster: Raster) -> Numbers:
    """A plain date's bytes as numbers that are small where its classes are."""
    numbers = cells.view(np.uint8)
    return numbers + _shift(raster) if _shift(raster) else numbers


def _unshifted(numbers: Numbers, raster: Raster) -> Cells:
    """The values again, in the raster's own type."""
    return (numbers.astype(np.uint8) - _shift(raster)).view(raster.dtype)


def _fit_a_byte(
    values: list[Cells], rasters: list[Raster], masks: list[Mask], further: list[Numbers]
) -> bool:
    """Whether the columns side by side fit into 8 bits, as far as a look at them tells."""
    if not all(map(_is_plain, rasters, masks)):
        return False
    looks = [_shifted(_look(cells), raster) for cells, raster in zip(values, rasters)]
    looks += [_look(column) for column in further]
    return prod(int(look.max()) + 1 for look in looks) <= BYTE


def _column(
    window: Window,
    raster: Raster,
    coder: Coder,
    cells: Cells,
    mask: Mask,
    starts: NDArray[np.int64] | None,
) -> Numbers:
    """A date as small whole numbers, of the cells at starts or of all: values or class codes."""
    if starts is not None:
        cells, mask = cells[starts], None if mask is None else mask[starts]
    if _is_plain(raster, mask):
        return _shifted(cells, raster)
    shown = slice(None) if mask is None else mask == VALID
    try:
        found = coder.codes(cells[shown])
    except NotWhole as error:
        odd = cells == error.value
        place = int(np.flatnonzero(odd if mask is None else odd & shown)[0])
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
        return found.view(np.uint16)
    codes = mask.astype(np.uint16)
    codes[shown] = found
    return codes


def _hectares(
    window: Window,
    area: CellArea,
    kinds: Kinds,
    starts: NDArray[np.int64] | None,
    lengths: NDArray[np.int64] | None,
) -> NDArray[np.float64] | None:
    """Hectares of each kind; None where all cells of the grid are alike."""
    if area.uniform is not None:
        return None
    cells = area.of(window)
    if area.by_row and starts is not None:
        return kinds.sums(lengths * cells[starts // window.width, 0])
    cells = np.broadcast_to(cells, (window.height, window.width)).ravel()
    return kinds.sums(cells if starts is None else np.add.reduceat(cells, starts))
