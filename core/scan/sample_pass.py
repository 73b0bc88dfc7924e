"""Random and systematic samples of the cells of a counted raster, drawn in one pass.

The cells of the grid have a random order, given by the seed
(core/base/random_draws.py), and the sample of a stratum is its first cells in this
order: a simple random sample without replacement that is independent of blocks and
threads. Each stratum uses the shorter of two methods:

- Large strata: the first cells of the random order are listed, and the pass finds their
  strata. The list is long enough for each such stratum to complete its sample.
- Small strata: the pass looks up the rank of each of their cells in the random order.

Either list has at most about the square root of the number of grid cells.
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

    # Kinds of land of cells, and the ranks of the cells in the random order.
    Drawn = tuple[IntArray, IntArray]

# Reserve of listed cells above the expected number: this many standard deviations plus this many
# cells. The list is too short in one of 10^14 runs.
MARGIN_DEVIATIONS, MARGIN_CELLS = 8.0, 32

NO_STRATUM = -1
# Number of cells found before the first selection.
MIN_CELLS_TO_SORT = 1 << 14

EMPTY_INDICES: IntArray = np.empty(0, np.int64)
# Uniform cell area for passes that need no hectares.
DUMMY_CELL_AREA = CellArea(PLANIMETRIC_AREA, 1.0)


@dataclass(frozen=True)
class SampleCells:
    """Sampled cells in reading order.

    Attributes:
        rows, columns: grid indices from 0.
        classes: class index of each cell in the class list of the series.
        strata: stratum index of each cell.
    """

    rows: IntArray
    columns: IntArray
    classes: IntArray
    strata: IntArray

    def __len__(self) -> int:
        return int(self.rows.size)


@dataclass(frozen=True)
class LatticeLines:
    """Equidistant rows or columns, `step` cells apart; `start` is less than the step."""

    start: float
    step: float

    def line_indices(self, first: int, count: int) -> IntArray:
        """Return the indices of the lines among `count` cells from `first`."""
        # One more line at either end, against rounding at the edges.
        low = max(0, int((first - self.start) / self.step) - 1)
        high = int((first + count - self.start) / self.step) + 2
        lines = np.floor(self.start + np.arange(low, max(low, high)) * self.step).astype(np.int64)
        return lines[(lines >= first) & (lines < first + count)]


@dataclass(frozen=True)
class Lattice:
    """Cells of a systematic sample: intersections of row and column lines."""

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
    """Draw a simple random sample without replacement from each stratum.

    Strata consist of kinds of land: the cells of a class; with `near`, those outside the
    buffer and, after all classes, those of each class inside it.

    Args:
        series: one raster, counted.
        cells_of: number of cells by kind.
        strata: stratum by kind from 0, or NO_STRATUM.
        wanted: sample size by stratum; smaller strata are sampled completely.
        seed: 0 or more; the same seed gives the same cells.
        progress, workers, cells: as in scan_series().
    """
    series = replace(series, area=DUMMY_CELL_AREA)
    grid, of_kind = series.grid, np.array(strata, np.int64)
    shuffle = RandomPermutation(grid.width * grid.height, seed)
    sizes = np.zeros(len(wanted), np.int64)
    np.add.at(sizes, of_kind[of_kind >= 0], np.array(cells_of, np.int64)[of_kind >= 0])
    want: IntArray = np.minimum(np.array(wanted, np.int64), sizes)
    # Number of cells to list so that each stratum finds its sample among them.
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
        # Very rare: the list was too short for a stratum, which is sampled again from a longer one.
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
    """Return the valid cells of a lattice in a series of one raster, all in stratum 0."""
    met, series = _LatticeSampler(lattice), replace(series, area=DUMMY_CELL_AREA)
    scan_series(series, [met], progress=progress, workers=workers, cells=cells)
    rows, columns, classes = map(np.concatenate, zip(*met.parts))
    order = np.lexsort([columns, rows])
    return SampleCells(rows[order], columns[order], classes[order], np.zeros(rows.size, np.int64))


class _StratifiedSampler(BlockConsumer):
    """Selects the first cells of strata in the random order, up to the sample sizes.

    Args:
        which: flags of the strata to sample, (strata,).
        of_kind, wanted: stratum by kind of land; sample size by stratum.
        width: of the grid.
        near: detector of buffer cells; their kinds follow all classes.
        listed: candidate cells of the grid in reading order and their ranks; None for all
            cells.
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
        # Offset from the kind of a class to its kind inside the buffer.
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
        """Return the positions of the candidate cells in a block, and their ranks if known."""
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
        """Return the codes of the same land inside the buffer."""
        return np.where(codes < FIRST_CLASS_CODE, codes, codes + self._step)

    def merge_block(self, window: Window, part: Drawn) -> None:
        self._parts.append(part)
        self._found += part[0].size
        # Not after every block: with large samples, sorting would take most of the time.
        if self._found > max(MIN_CELLS_TO_SORT, 2 * self._kept):
            self._parts = [self.select_cells()]
            self._kept = self._found = self._parts[0][0].size

    def select_cells(self) -> Drawn:
        """Return the selected cells among those processed so far."""
        return self._select_lowest_ranks(*map(np.concatenate, zip(*self._parts)))

    def _select_lowest_ranks(self, kinds: IntArray, ranks: IntArray) -> Drawn:
        """Return the cells of each stratum with the lowest ranks, up to its sample size."""
        strata = self._by_code[kinds + FIRST_CLASS_CODE]
        order = np.lexsort([ranks, strata])
        strata = strata[order]
        in_stratum = np.arange(strata.size) - np.searchsorted(strata, strata)
        kept = order[in_stratum < self._wanted[strata]]
        return kinds[kept], ranks[kept]


class _LatticeSampler(BlockConsumer):
    """Collects row, column and class of the valid cells of a lattice."""

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
