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

from ..base.messages import Progress
from ..base.numbers import Flags, Ints
from ..base.random_draws import Shuffle
from ..raster.area import PLANIMETRIC, CellArea
from ..raster.grid import Window
from .block import Block
from .class_codes import FIRST_CLASS
from .consumer import Consumer
from .scan import CELLS_PER_BLOCK, scan
from .series import Series

if TYPE_CHECKING:
    from .consumer import Near

    # The kinds of land of cells, and where the cells stand in the order.
    Drawn = tuple[Ints, Ints]

# How many more cells are listed than a stratum is likely to need: so many standard deviations, and
# so many besides. One run in 10^14 has to list more.
DEVIATIONS, BESIDES = 8.0, 32

NO_STRATUM = -1
# Cells that are found before the first of them are sorted out.
LEAST_FOUND = 1 << 14

NOTHING: Ints = np.empty(0, np.int64)
# Of cells whose hectares nobody asks for.
ANY_AREA = CellArea(PLANIMETRIC, 1.0)


@dataclass(frozen=True)
class Points:
    """Cells that were drawn, in reading order.

    Attributes:
        rows, columns: of the grid, from 0 on.
        classes: the index of each cell's class in the series' list.
        strata: the index of each cell's stratum.
    """

    rows: Ints
    columns: Ints
    classes: Ints
    strata: Ints

    def __len__(self) -> int:
        return int(self.rows.size)


@dataclass(frozen=True)
class Lines:
    """Rows, or columns, at equal distances, `step` cells from a start on that is below the step."""

    start: float
    step: float

    def within(self, first: int, count: int) -> Ints:
        """The lines among so many from the first on."""
        # One more at either end: what rounds to the edge must not be lost.
        low = max(0, int((first - self.start) / self.step) - 1)
        high = int((first + count - self.start) / self.step) + 2
        lines = np.floor(self.start + np.arange(low, max(low, high)) * self.step).astype(np.int64)
        return lines[(lines >= first) & (lines < first + count)]


@dataclass(frozen=True)
class Lattice:
    """The cells of a systematic sample: where lines across and down meet."""

    rows: Lines
    columns: Lines


def draw_first(
    series: Series,
    cells_of: Sequence[int],
    strata: Sequence[int],
    wanted: Sequence[int],
    seed: int,
    progress: Progress = lambda fraction: True,
    workers: int | None = None,
    cells: int = CELLS_PER_BLOCK,
    near: Near | None = None,
) -> Points:
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
    series = replace(series, area=ANY_AREA)
    grid, of_kind = series.grid, np.array(strata, np.int64)
    shuffle = Shuffle(grid.width * grid.height, seed)
    sizes = np.zeros(len(wanted), np.int64)
    np.add.at(sizes, of_kind[of_kind >= 0], np.array(cells_of, np.int64)[of_kind >= 0])
    want: Ints = np.minimum(np.array(wanted, np.int64), sizes)
    # How many cells have to be listed so that a stratum finds its own among them.
    likely = want + DEVIATIONS * np.sqrt(want) + BESIDES
    to_list = np.ceil(likely * shuffle.size / np.maximum(sizes, 1))
    few = (want > 0) & (sizes <= to_list)
    many = (want > 0) & ~few
    end = int(to_list[many].max(initial=0))
    picks: list[_FirstCells] = []
    if few.any():
        picks = [_FirstCells(few, of_kind, want, shuffle, grid.width, near)]
    kinds, ranks = NOTHING, NOTHING
    while True:
        if many.any():
            early = shuffle.values(np.arange(end))
            order = np.argsort(early)
            listed = early[order], order
            picks.append(_FirstCells(many, of_kind, want, shuffle, grid.width, near, listed))
        scan(series, picks, progress=progress, workers=workers, cells=cells)
        parts = zip((kinds, ranks), *(pick.first_cells() for pick in picks))
        kinds, ranks = map(np.concatenate, parts)
        lacking = want - np.bincount(of_kind[kinds], minlength=want.size)
        if not lacking.any():
            break
        # Hardly ever: the list was too short for a stratum, which is drawn anew from a longer one.
        whole = lacking[of_kind[kinds]] == 0
        kinds, ranks = kinds[whole], ranks[whole]
        picks, many, end = [], lacking > 0, min(2 * end, shuffle.size)
    positions = shuffle.values(ranks)
    order = np.argsort(positions)
    rows, columns = np.divmod(positions[order], grid.width)
    in_order: Ints = kinds[order]
    return Points(rows, columns, in_order % len(series.classes), of_kind[in_order])


def draw_lattice(
    series: Series,
    lattice: Lattice,
    progress: Progress = lambda fraction: True,
    workers: int | None = None,
    cells: int = CELLS_PER_BLOCK,
) -> Points:
    """The cells of a lattice that count in the one raster of a series; all of one stratum, 0."""
    met, series = _Met(lattice), replace(series, area=ANY_AREA)
    scan(series, [met], progress=progress, workers=workers, cells=cells)
    rows, columns, classes = map(np.concatenate, zip(*met.parts))
    order = np.lexsort([columns, rows])
    return Points(rows[order], columns[order], classes[order], np.zeros(rows.size, np.int64))


class _FirstCells(Consumer):
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
        which: Flags,
        of_kind: Ints,
        wanted: Ints,
        shuffle: Shuffle,
        width: int,
        near: Near | None,
        listed: Drawn | None = None,
    ):
        self.near = near
        strata = np.where((of_kind >= 0) & which[of_kind], of_kind, NO_STRATUM)
        self._by_code: Ints = np.concatenate([np.full(FIRST_CLASS, NO_STRATUM), strata])
        # How far the kind of near cells is from that of the others.
        self._step = 0 if near is None else strata.size // 2
        self._wanted, self._shuffle, self._width = wanted, shuffle, width
        self._listed = None if listed is None else (*np.divmod(listed[0], width), listed[1])
        self._parts: list[Drawn] = [(NOTHING, NOTHING)]
        self._kept, self._found = 0, 0

    def take(self, block: Block) -> Drawn:
        cells, ranks = self._cells(block)
        codes = block.at(block.codes[0].astype(np.int64), cells)
        if block.near is not None:
            codes = np.where(block.near.at(cells), self._near(codes), codes)
        ours = self._by_code[codes] != NO_STRATUM
        if ranks is not None:
            return self._first(codes[ours] - FIRST_CLASS, ranks[ours])
        rows, columns = np.divmod(cells[ours], block.window.width)
        rows, columns = rows + block.window.row, columns + block.window.column
        ranks = self._shuffle.ranks(rows * self._width + columns)
        return self._first(codes[ours] - FIRST_CLASS, ranks)

    def _cells(self, block: Block) -> tuple[Ints, Ints | None]:
        """The cells of a block to look at, by their positions in it; and their ranks, if known."""
        if self._listed is not None:
            window, (rows, columns, ranks) = block.window, self._listed
            part = slice(*np.searchsorted(rows, (window.row, window.row + window.height)))
            rows, columns = rows[part] - window.row, columns[part] - window.column
            inside = (columns >= 0) & (columns < window.width)
            return (rows * window.width + columns)[inside], ranks[part][inside]
        codes = block.codes[0].astype(np.int64)
        ours = self._by_code[codes] != NO_STRATUM
        cells = block.positions(ours)
        only_near = (self._by_code[self._near(codes)] != NO_STRATUM) & ~ours
        if block.near is None or not only_near.any():
            return cells, None
        near = np.flatnonzero(block.near.flags())
        return np.concatenate([cells, near[block.at(only_near, near)]]), None

    def _near(self, codes: Ints) -> Ints:
        """The codes of the same land where it is near."""
        return np.where(codes < FIRST_CLASS, codes, codes + self._step)

    def merge(self, window: Window, part: Drawn) -> None:
        self._parts.append(part)
        self._found += part[0].size
        # Not at every block: of many points it would be most of the work.
        if self._found > max(LEAST_FOUND, 2 * self._kept):
            self._parts = [self.first_cells()]
            self._kept = self._found = self._parts[0][0].size

    def first_cells(self) -> Drawn:
        """The first cells of those seen so far."""
        return self._first(*map(np.concatenate, zip(*self._parts)))

    def _first(self, kinds: Ints, ranks: Ints) -> Drawn:
        """Of each stratum so many cells as are wanted, those with the lowest ranks."""
        strata = self._by_code[kinds + FIRST_CLASS]
        order = np.lexsort([ranks, strata])
        strata = strata[order]
        in_stratum = np.arange(strata.size) - np.searchsorted(strata, strata)
        kept = order[in_stratum < self._wanted[strata]]
        return kinds[kept], ranks[kept]


class _Met(Consumer):
    """Takes the cells that count where the lines of a lattice meet: row, column and class."""

    def __init__(self, lattice: Lattice):
        self._lattice = lattice
        self.parts: list[tuple[Ints, Ints, Ints]] = [(NOTHING, NOTHING, NOTHING)]

    def take(self, block: Block) -> tuple[Ints, Ints, Ints]:
        window = block.window
        rows = self._lattice.rows.within(window.row, window.height)
        columns = self._lattice.columns.within(window.column, window.width)
        down, across = np.repeat(rows, columns.size), np.tile(columns, rows.size)
        cells = (down - window.row) * window.width + across - window.column
        codes = block.at(block.codes[0].astype(np.int64), cells)
        valid = codes >= FIRST_CLASS
        return down[valid], across[valid], codes[valid] - FIRST_CLASS

    def merge(self, window: Window, part: tuple[Ints, Ints, Ints]) -> None:
        self.parts.append(part)
