"""One window of all dates, its cells grouped by what they hold: the hot loop.

Why it is done this way:

- Land use comes in patches. Marking where a date changes from one cell to the next, and going on
  with the spans in between, leaves a tenth of the cells or less for all that follows. On noise a
  span is hardly longer than a cell; there every cell is taken by itself.
- Where all dates are bytes with few classes, grouping the cells as they are is quicker than spans
  (block_combinations.py), unless spans are very long, as is seen on the first cells.
- Look-ups of classes, masks and whatever else costs more than a comparison come after the spans.

What each gains is in docs/benchmarks.md.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..base.numbers import Bytes, Flags, Floats, Ints, NDArray
from ..raster.area import CellArea
from ..raster.grid import Window
from ..raster.reader import MASKED
from ..scheme.classes import Classes
from .block_combinations import BYTE, BlockCombinations, room
from .class_codes import FIRST_CLASS, final_codes
from .packed_columns import CellColumn, PlacedColumn, look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .block_combinations import Numbers, Value
    from .strata import Strata

    ByCell = Callable[[], Numbers]
    # Cells and hectares by code; no hectares where all cells have the same area.
    Tallied = tuple[Ints, Floats | None]

# Spans shorter than this on the average are worth less than cells by themselves; with bytes, spans
# shorter than the second number.
SHORTEST_MEAN_SPAN = 4
SHORTEST_MEAN_SPAN_OF_BYTES = 10


class NearCells:
    """Which cells of a block are near, some of them at least.

    `bits` are by cell of whole rows, 8 in a byte, the first one the lowest bit; `first` is the bit
    of the block's first column in these rows.
    """

    def __init__(self, bits: Bytes, first: int, width: int):
        self._bits, self._first, self._width = bits, first, width

    def flags(self) -> Flags:
        """Of all cells, in reading order."""
        byte, first = divmod(self._first, 8)
        bits = self._bits[:, byte : -(-(self._first + self._width) // 8)]
        cells = np.unpackbits(bits, axis=1, bitorder="little")
        return cells[:, first : first + self._width].ravel().view(bool)

    def at(self, cells: Ints) -> Flags:
        """Of some cells, told by their positions in reading order."""
        rows, columns = np.divmod(cells, self._width)
        columns = columns + self._first
        near: Flags = (self._bits[rows, columns >> 3] >> (columns & 7).astype(np.uint8) & 1) > 0
        return near


class Block:
    """One window of all dates by combinations: groups of cells that hold the same at every date.

    Attributes:
        window: where the block lies on the grid.
        codes: per date, the class code (class_codes) of each combination, (combinations,).
        cells: of each combination, (combinations,).
        hectares: of each combination, or None where all cells of the grid have the same area.
        classes: those that the codes stand for, by index; the pass may meet more of them later.
        n_codes: one more than the largest code that may occur.
        valid: which combinations are valid at all dates, (combinations,), or None where all are.
        strata: per combination, the number of its stratum (core.scan.strata), or None without
            strata; 0 in a block that lies outside the mask.
        near: its cells that are near to land of some classes; None for none, or not asked for.
        years: of disturbance and of recovery by combination, as change_years has them, shape
            (2, combinations); None for none, or not asked for.
    """

    near: NearCells | None = None
    years: Ints | None = None

    def __init__(
        self,
        window: Window,
        combinations: BlockCombinations,
        codes: list[Numbers],
        hectares: Floats | None,
        classes: Classes,
        order: Ints,
        strata: Numbers | None = None,
    ):
        self.window = window
        self.codes = [of_date[order] for of_date in codes]
        self.cells = combinations.cells[order]
        self.hectares = None if hectares is None else hectares[order]
        self.classes = list(classes)
        self.n_codes = len(self.classes) + FIRST_CLASS
        self._order = order
        valid: Flags = np.logical_and.reduce([of_date >= FIRST_CLASS for of_date in self.codes])
        self.valid = None if valid.all() else valid
        self.strata = None if strata is None else strata[order]
        self._group: Callable[[], BlockCombinations] = lambda: combinations

    @cached_property
    def _combinations(self) -> BlockCombinations:
        return self._group()

    def split(
        self, origins: Ints, years: Ints, cells: Ints, hectares: Floats | None, by_cell: ByCell
    ) -> Block:
        """The block with combinations told apart further, by their years.

        Args:
            origins: of which combination of this one each is a part, (parts,).
            years, cells, hectares: of each part.
            by_cell: gives the part that each cell lies in; for those who ask for cells.
        """
        parts = copy(self)
        vars(parts).pop("_combinations", None)
        parts.codes = [of_date[origins] for of_date in self.codes]
        parts.cells, parts.hectares, parts.years = cells, hectares, years
        parts.valid = None if self.valid is None else self.valid[origins]
        parts.strata = None if self.strata is None else self.strata[origins]
        parts._order = np.arange(origins.size)
        parts._group = lambda: BlockCombinations.counted(by_cell(), cells)
        return parts

    def tally(self, codes: Numbers, bins: int, valid_only: bool = True) -> Tallied:
        """Cells (int64) and hectares (None where cells are alike) by code, shape (bins,).

        Args:
            codes: a code per combination, 0 to bins - 1.
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

    def pair_codes(self, earlier: int, later: int) -> Ints:
        """One code per pair of classes, from * n_codes + to, (combinations,); 0 where left out."""
        pairs: Ints = self.codes[earlier].astype(np.int64) * self.n_codes + self.codes[later]
        if self.valid is not None:
            pairs[~self.valid] = 0
        return pairs

    def expand(self, values: NDArray[Value]) -> NDArray[Value]:
        """Values by combination as values by cell, shape (height, width)."""
        by_cell = self._combinations.spread(self._as_grouped(values))
        return by_cell.reshape(self.window.height, self.window.width)

    def at(self, values: NDArray[Value], cells: Ints) -> NDArray[Value]:
        """Values by combination as those of some cells, told by their positions, in any shape."""
        return self._combinations.at(self._as_grouped(values), cells)

    def positions(self, which: Flags) -> Ints:
        """The cells of some combinations, (combinations,), by their positions in reading order."""
        return self._combinations.positions(self._as_grouped(which))

    def cells_of(self, which: Flags, values: NDArray[Value]) -> tuple[Ints, NDArray[Value]]:
        """The cells of some combinations, and the value of each cell, of values by combination."""
        return self._combinations.cells_of(self._as_grouped(which), self._as_grouped(values))

    def flagged(self, cells: Flags) -> Ints:
        """How many cells of each combination, (combinations,), are flagged, in reading order."""
        return self._combinations.flagged(cells)[self._order]

    def flagged_sums(self, cells: Flags, values: Floats) -> Floats:
        """Sums of values by cell over the flagged cells of each combination, (combinations,)."""
        return self._combinations.flagged_sums(cells, values)[self._order]

    def keep(self) -> None:
        """Make it last when more is read: its cells lie in memory that is used again."""
        self._combinations.keep()

    def _as_grouped(self, values: NDArray[Value]) -> NDArray[Value]:
        """Values by combination in the order in which the combinations were grouped."""
        grouped = np.empty_like(values)
        grouped[self._order] = values
        return grouped


def make_block(
    window: Window,
    dates: Sequence[CellColumn],
    classes: Classes,
    area: CellArea,
    strata: tuple[Strata, CellColumn] | None = None,
    inside: Flags | None = None,
) -> Block:
    """Group the cells of a window and look their classes up.

    Args:
        dates: what the window holds at each, and class codes for it.
        classes: the class list that looking up may add to.
        strata: those of the run and the window's, which tell combinations apart like one date more.
        inside: which cells lie inside the run's mask, in reading order, or None where all do. The
            others hold anything that a cell inside holds (polygon_rasterizer.hide).
    """
    mask = None if inside is None else PlacedColumn(inside.view(np.uint8), np.arange(2))
    # Blocks that lie in one stratum have nothing more to tell apart.
    stratum = None if strata is None or strata[1].is_constant() else strata[1]
    columns = [column for column in (*dates, mask, stratum) if column is not None]
    starts = lengths = None
    shortest = SHORTEST_MEAN_SPAN
    if area.uniform is not None and _fit_a_byte(columns):
        shortest = SHORTEST_MEAN_SPAN_OF_BYTES
    if _mean_span(columns, window.cells) >= shortest:
        starts = _span_starts(window, columns, area.by_row)
        lengths = np.diff(starts, append=window.cells)
    combinations = BlockCombinations([column.keys(starts) for column in columns], lengths)
    # Of each combination, what it means in each column.
    meant = {column: column.meant(keys) for column, keys in zip(columns, combinations.columns)}
    codes, sorting = [meant[date] for date in dates], []
    if mask is not None:
        codes = [np.where(meant[mask], of_date, MASKED) for of_date in codes]
        sorting.append(meant[mask])
    in_strata = None
    if stratum is not None:
        in_strata = meant[stratum]
    elif strata is not None:
        of_first_cell = strata[1].meant(strata[1].keys(np.zeros(1, np.int64)))
        in_strata = np.repeat(of_first_cell, combinations.cells.size)
    hectares = _hectares(window, area, combinations, starts, lengths)
    order: Ints = np.arange(combinations.cells.size)
    if hectares is not None:
        # Sums of hectares differ in their last digit with the order of adding; cells do not. So the
        # order must not depend on which thread numbered classes or strata.
        if strata is not None:
            sorting.append(strata[0].ranks()[in_strata])
        # Numbers of 64 bits: numpy sorts those that are nearly in order faster than small ones.
        final = final_codes(classes).astype(np.int64)
        order = np.lexsort([*(final[of_date] for of_date in codes), *sorting])
    return Block(window, combinations, codes, hectares, classes, order, in_strata)


def masked_block(window: Window, dates: int, classes: Classes, area: CellArea) -> Block:
    """A window that lies outside the run's mask as a whole: what it holds need not be known."""
    starts = np.arange(0, window.cells, window.width)
    lengths = np.full(window.height, window.width)
    combinations = BlockCombinations([np.zeros(window.height, np.uint8)], lengths)
    codes: list[Numbers] = [np.full(1, MASKED)] * dates
    hectares = _hectares(window, area, combinations, starts, lengths)
    alone = np.zeros(1, np.int64)
    return Block(window, combinations, codes, hectares, classes, alone, alone)


def _mean_span(columns: list[CellColumn], cells: int) -> float:
    """How many cells a span has on the average, as far as a look at the columns tells."""
    looks = [look(cells) for column in columns for cells in column.marked]
    changes = np.logical_or.reduce([look[:, 1:] != look[:, :-1] for look in looks])
    breaks = sum(column.breaks.size for column in columns) / cells
    return 1 / ((np.count_nonzero(changes) + len(looks[0])) / looks[0].size + breaks)


def _span_starts(window: Window, columns: list[CellColumn], by_row: bool) -> Ints:
    """Where, along the cells, any column changes; `by_row` has a span end with its row."""
    size = window.cells
    changes, other = room("changes", size).view(bool), room("other", size).view(bool)
    first, *further = [cells for column in columns for cells in column.marked]
    np.not_equal(first[1:], first[:-1], out=changes[1:])
    for cells in further:
        np.not_equal(cells[1:], cells[:-1], out=other[1:])
        np.logical_or(changes[1:], other[1:], out=changes[1:])
    changes[0] = True
    for column in columns:
        changes[column.breaks] = True
    if by_row:
        changes.reshape(window.height, window.width)[:, 0] = True
    return np.flatnonzero(changes)


def _fit_a_byte(columns: list[CellColumn]) -> bool:
    """Whether the columns side by side fit into 8 bits, as far as a look at them tells."""
    bins = 1
    for column in columns:
        small = column.small()
        if small is None:
            return False
        bins *= int(small.max()) + 1
    return bins <= BYTE


def _hectares(
    window: Window,
    area: CellArea,
    combinations: BlockCombinations,
    starts: Ints | None,
    lengths: Ints | None,
) -> Floats | None:
    """Hectares of each combination; None where all cells of the grid are alike."""
    if area.uniform is not None:
        return None
    cells = area.of(window)
    if area.by_row and starts is not None:
        return combinations.sums(lengths * cells[starts // window.width, 0])
    cells = np.broadcast_to(cells, (window.height, window.width)).ravel()
    return combinations.sums(cells if starts is None else np.add.reduceat(cells, starts))
