"""Cells drawn at random from parts of a raster, in one pass after its count.

All cells of the grid have an order, shuffled by the seed (core/base/random_draws.py), and a
stratum's points are the first of its cells in it: a simple random sample without replacement, which
hangs on neither blocks nor threads. Two ways lead to these cells, and each stratum takes the
shorter one:

- A stratum of many cells: the cells that come first in the order are listed, and the pass looks
  whose they are. So many are listed that each such stratum finds its points among them.
- A stratum of few cells: the pass looks up where each of them stands in the order.

Either list is about as long as the square root of the cells of the grid, at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import ProgressCallback
from ..base.numbers import BoolArray, IntArray
from ..base.random_draws import RandomPermutation
from ..raster.area import PLANIMETRIC_AREA, CellArea
from ..raster.grid import Window
from .block import Block
from .class_codes import FIRST_CLASS_CODE
from .consumer import BlockConsumer
from .scan import CELLS_PER_BLOCK, scan_series
from .series import Series

if TYPE_CHECKING:
    from .consumer import BufferDetector

    # The kinds of land of cells, and where the cells stand in the order.
    Drawn = tuple[IntArray, IntArray]

# How many more cells are listed than a stratum is likely to need: so many standard deviations, and
# so many besides. One run in 10^14 has to list more.
MARGIN_DEVIATIONS, MARGIN_CELLS = 8.0, 32

NO_STRATUM = -1
# Cells that are found before the first of them are sorted out.
MIN_CELLS_TO_SORT = 1 << 14

EMPTY_INDICES: IntArray = np.empty(0, np.int64)
# Of cells whose hectares nobody asks for.
DUMMY_CELL_AREA = CellArea(PLANIMETRIC_AREA, 1.0)


@dataclass(frozen=True)
class SampleCells:
    """Cells that were drawn, in reading order.

    Attributes:
        rows, columns: of the grid, from 0 on.
        classes: the index of each cell's class in the series' list.
        strata: the index of each cell's stratum.
    """

    rows: IntArray
    columns: IntArray
    classes: IntArray
    strata: IntArray

    def __len__(self) -> int:
        return int(self.rows.size)


@dataclass(frozen=True)
class LatticeLines:
    """Rows, or columns, at equal distances, `step` cells from a start on that is below the step."""

    start: float
    step: float

    def line_indices(self, first: int, count: int) -> IntArray:
        """The lines among so many from the first on."""
        # One more at either end: what rounds to the edge must not be lost.
        low = max(0, int((first - self.start) / self.step) - 1)
        high = int((first + count - self.start) / self.step) + 2
        lines = np.floor(self.start + np.arange(low, max(low, high)) * self.step).astype(np.int64)
        return lines[(lines >= first) & (lines < first + count)]


@dataclass(frozen=True)
class Lattice:
    """The cells of a systematic sample: where lines across and down meet."""

    rows: LatticeLines
    columns: LatticeLines


def draw_stratified_sample(
    series: Series,
    cells_of: Sequence[int],
    strata: Sequence[int],
    wanted: Sequence[int],
    seed: int,
    progress: ProgressCallback = lambda fraction: True,
    workers: int | None = None,
    cells: int = CELLS_PER_BLOCK,
    near: BufferDetector | None = None,
) -> SampleCells:
    """Draw cells at random, without replacement, from each stratum.

    What land strata are made of are kinds: the cells of a class; with `near` those that are not
    near in its sense, and after all classes those of each that are.

    Args:
        series: one raster, counted.
        cells_of: by kind, how many cells it has.
        strata: by kind, its stratum from 0 on, or NO_STRATUM.
        wanted: by stratum, how many cells are drawn; all, where it has fewer.
        seed: 0 or more; the same seed gives the same cells.
        progress, workers, cells: as in scan().
    """
    series = replace(series, area=DUMMY_CELL_AREA)
    grid, of_kind = series.grid, np.array(strata, np.int64)
    shuffle = RandomPermutation(grid.width * grid.height, seed)
    sizes = np.zeros(len(wanted), np.int64)
    np.add.at(sizes, of_kind[of_kind >= 0], np.array(cells_of, np.int64)[of_kind >= 0])
    want: IntArray = np.minimum(np.array(wanted, np.int64), sizes)
    # How many cells have to be listed so that a stratum finds its own among them.
    likely = want + MARGIN_DEVIATIONS * np.sqrt(want) + MARGIN_CELLS
    to_list = np.ceil(likely * shuffle.size / np.maximum(sizes, 1))
    few = (want > 0) & (sizes <= to_list)
    many = (want > 0) & ~few
    end = int(to_list[many].max(initial=0))
    picks: list[_StratifiedSampler] = []
    if few.any():
        picks = [_StratifiedSampler(few, of_kind, want, shuffle, grid.width, near)]
    kinds, ranks = EMPTY_INDICES, EMPTY_INDICES
    while True:
        if many.any():
            early = shuffle.get_values(np.arange(end))
            order = np.argsort(early)
            listed = early[order], order
            picks.append(_StratifiedSampler(many, of_kind, want, shuffle, grid.width, near, listed))
        scan_series(series, picks, progress=progress, workers=workers, cells=cells)
        parts = zip((kinds, ranks), *(pick.select_cells() for pick in picks))
        kinds, ranks = map(np.concatenate, parts)
        lacking = want - np.bincount(of_kind[kinds], minlength=want.size)
        if not lacking.any():
            break
        # Hardly ever: the list was too short for a stratum, which is drawn anew from a longer one.
        whole = lacking[of_kind[kinds]] == 0
        kinds, ranks = kinds[whole], ranks[whole]
        picks, many, end = [], lacking > 0, min(2 * end, shuffle.size)
    positions = shuffle.get_values(ranks)
    order = np.argsort(positions)
    rows, columns = np.divmod(positions[order], grid.width)
    in_order: IntArray = kinds[order]
    return SampleCells(rows, columns, in_order % len(series.classes), of_kind[in_order])


def draw_systematic_sample(
    series: Series,
    lattice: Lattice,
    progress: ProgressCallback = lambda fraction: True,
    workers: int | None = None,
    cells: int = CELLS_PER_BLOCK,
) -> SampleCells:
    """The cells of a lattice that count in the one raster of a series; all of one stratum, 0."""
    met, series = _LatticeSampler(lattice), replace(series, area=DUMMY_CELL_AREA)
    scan_series(series, [met], progress=progress, workers=workers, cells=cells)
    rows, columns, classes = map(np.concatenate, zip(*met.parts))
    order = np.lexsort([columns, rows])
    return SampleCells(rows[order], columns[order], classes[order], np.zeros(rows.size, np.int64))


class _StratifiedSampler(BlockConsumer):
    """Keeps the first cells of some strata, as many of each as are wanted.

    Args:
        which: the strata, as flags, (strata,).
        of_kind, wanted: by kind of land, its stratum; by stratum, how many cells.
        width: of the grid.
        near: tells near cells, whose kinds come after all classes.
        listed: cells of the grid, in reading order, that alone are looked at, and their ranks; None
            for all.
    """

    def __init__(
        self,
        which: BoolArray,
        of_kind: IntArray,
        wanted: IntArray,
        shuffle: RandomPermutation,
        width: int,
        near: BufferDetector | None,
        listed: Drawn | None = None,
    ):
        self.near = near
        strata = np.where((of_kind >= 0) & which[of_kind], of_kind, NO_STRATUM)
        self._by_code: IntArray = np.concatenate([np.full(FIRST_CLASS_CODE, NO_STRATUM), strata])
        # How far the kind of near cells is from that of the others.
        self._step = 0 if near is None else strata.size // 2
        self._wanted, self._shuffle, self._width = wanted, shuffle, width
        self._listed = None if listed is None else (*np.divmod(listed[0], width), listed[1])
        self._parts: list[Drawn] = [(EMPTY_INDICES, EMPTY_INDICES)]
        self._kept, self._found = 0, 0

    def process_block(self, block: Block) -> Drawn:
        cells, ranks = self._candidate_cells(block)
        codes = block.cell_values(block.codes[0].astype(np.int64), cells)
        if block.near is not None:
            codes = np.where(block.near.cell_flags(cells), self._buffer_codes(codes), codes)
        ours = self._by_code[codes] != NO_STRATUM
        if ranks is not None:
            return self._select_lowest_ranks(codes[ours] - FIRST_CLASS_CODE, ranks[ours])
        rows, columns = np.divmod(cells[ours], block.window.width)
        rows, columns = rows + block.window.row, columns + block.window.column
        ranks = self._shuffle.get_ranks(rows * self._width + columns)
        return self._select_lowest_ranks(codes[ours] - FIRST_CLASS_CODE, ranks)

    def _candidate_cells(self, block: Block) -> tuple[IntArray, IntArray | None]:
        """The cells of a block to look at, by their positions in it; and their ranks, if known."""
        if self._listed is not None:
            window, (rows, columns, ranks) = block.window, self._listed
            part = slice(*np.searchsorted(rows, (window.row, window.row + window.height)))
            rows, columns = rows[part] - window.row, columns[part] - window.column
            inside = (columns >= 0) & (columns < window.width)
            return (rows * window.width + columns)[inside], ranks[part][inside]
        codes = block.codes[0].astype(np.int64)
        ours = self._by_code[codes] != NO_STRATUM
        cells = block.cell_positions(ours)
        only_near = (self._by_code[self._buffer_codes(codes)] != NO_STRATUM) & ~ours
        if block.near is None or not only_near.any():
            return cells, None
        near = np.flatnonzero(block.near.unpack_flags())
        return np.concatenate([cells, near[block.cell_values(only_near, near)]]), None

    def _buffer_codes(self, codes: IntArray) -> IntArray:
        """The codes of the same land where it is near."""
        return np.where(codes < FIRST_CLASS_CODE, codes, codes + self._step)

    def merge_block(self, window: Window, part: Drawn) -> None:
        self._parts.append(part)
        self._found += part[0].size
        # Not at every block: of many points it would be most of the work.
        if self._found > max(MIN_CELLS_TO_SORT, 2 * self._kept):
            self._parts = [self.select_cells()]
            self._kept = self._found = self._parts[0][0].size

    def select_cells(self) -> Drawn:
        """The first cells of those seen so far."""
        return self._select_lowest_ranks(*map(np.concatenate, zip(*self._parts)))

    def _select_lowest_ranks(self, kinds: IntArray, ranks: IntArray) -> Drawn:
        """Of each stratum so many cells as are wanted, those with the lowest ranks."""
        strata = self._by_code[kinds + FIRST_CLASS_CODE]
        order = np.lexsort([ranks, strata])
        strata = strata[order]
        in_stratum = np.arange(strata.size) - np.searchsorted(strata, strata)
        kept = order[in_stratum < self._wanted[strata]]
        return kinds[kept], ranks[kept]


class _LatticeSampler(BlockConsumer):
    """Takes the cells that count where the lines of a lattice meet: row, column and class."""

    def __init__(self, lattice: Lattice):
        self._lattice = lattice
        self.parts: list[tuple[IntArray, IntArray, IntArray]] = [
            (EMPTY_INDICES, EMPTY_INDICES, EMPTY_INDICES)
        ]

    def process_block(self, block: Block) -> tuple[IntArray, IntArray, IntArray]:
        window = block.window
        rows = self._lattice.rows.line_indices(window.row, window.height)
        columns = self._lattice.columns.line_indices(window.column, window.width)
        down, across = np.repeat(rows, columns.size), np.tile(columns, rows.size)
        cells = (down - window.row) * window.width + across - window.column
        codes = block.cell_values(block.codes[0].astype(np.int64), cells)
        valid = codes >= FIRST_CLASS_CODE
        return down[valid], across[valid], codes[valid] - FIRST_CLASS_CODE

    def merge_block(self, window: Window, part: tuple[IntArray, IntArray, IntArray]) -> None:
        self.parts.append(part)
