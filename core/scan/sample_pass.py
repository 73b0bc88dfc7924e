"""Cells drawn at random from parts of a raster, in one pass after its count.

All cells of the grid have an order, shuffled by the seed (core/base/random_draws.py), and a
stratum's points are the first of its cells in it: a simple random sample without replacement, which
hangs on
neither blocks nor threads. Two ways lead to these cells, and each stratum takes the shorter one:

- A stratum of many cells: the cells that come first in the order are listed, and the pass looks
  whose they are. So many are listed that each such stratum finds its points among them.
- A stratum of few cells: the pass looks up where each of them stands in the order, and keeps the
  first.

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

    # Kinds of land, and the ranks of the cells: where they stand in an order.
    Drawn = tuple[Ints, Ints]

# How many more cells are listed than a stratum is likely to need: so many standard deviations, and
# so many besides. One run in 10^14 has to list more.
DEVIATIONS, BESIDES = 8.0, 32

NO_STRATUM = -1
# Cells that are found before the first of them are sorted out.
LEAST_FOUND = 1 << 14

NOTHING = np.empty(0, np.int64)


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


class _Pick(Consumer):
    """Keeps the first `wanted` cells of each stratum, of those that a subclass finds in a block.

    Strata are by kind of land; the kinds of near cells, if they are told, come after all classes.
    """

    def __init__(self, strata: Ints, wanted: Ints, near: Near | None):
        self.near = near
        # How far the kind of near cells is from that of the others.
        self._step = 0 if near is None else strata.size // 2
        left_out = np.full(FIRST_CLASS, NO_STRATUM)
        self._by_code = np.concatenate([left_out, strata])
        self._wanted = wanted
        self._parts: list[Drawn] = []
        self._kept, self._found = 0, 0

    def find(self, block: Block) -> Drawn:
        """Cells of strata, their kinds and ranks; any but the first may be left out."""
        raise NotImplementedError

    def codes_at(self, block: Block, cells: Ints) -> Ints:
        """The codes of some cells of a block: FIRST_CLASS more than their kinds."""
        codes = block.at(block.codes[0].astype(np.int64), cells)
        if block.near is None:
            return codes
        return np.where(block.near.at(cells), self.near_codes(codes), codes)

    def near_codes(self, codes: Ints) -> Ints:
        """The codes of the same land where it is near."""
        return np.where(codes < FIRST_CLASS, codes, codes + self._step)

    def take(self, block: Block) -> Drawn:
        return self._first(*self.find(block))

    def merge(self, window: Window, part: Drawn) -> None:
        self._parts.append(part)
        self._found += part[0].size
        # Not at every block: of many points it would be most of the work.
        if self._found > max(LEAST_FOUND, 2 * self._kept):
            self._parts = [self.drawn]
            self._kept = self._found = self._parts[0][0].size

    @property
    def drawn(self) -> Drawn:
        """What is kept so far."""
        return self._first(*map(np.concatenate, zip(*self._parts)))

    def _first(self, kinds: Ints, ranks: Ints) -> Drawn:
        """Of each stratum so many cells as are wanted, those with the lowest ranks."""
        strata = self._by_code[kinds + FIRST_CLASS]
        order = np.lexsort([ranks, strata])
        strata = strata[order]
        in_stratum = np.arange(strata.size) - np.searchsorted(strata, strata)
        kept = order[in_stratum < self._wanted[strata]]
        return kinds[kept], ranks[kept]


class _Listed(_Pick):
    """Looks whose cells the first ones in the order are, as far as each stratum may need them."""

    def __init__(
        self,
        strata: Ints,
        wanted: Ints,
        near: Near | None,
        ranks: range,
        most: Ints,
        shuffle: Shuffle,
        width: int,
    ):
        super().__init__(strata, wanted, near)
        span = np.arange(ranks.start, ranks.stop)
        cells = shuffle.values(span)
        order = np.argsort(cells)
        self._ranks = span[order]
        of_code = np.where(self._by_code >= 0, most[self._by_code], 0)
        of_near = np.roll(of_code, -self._step)
        of_near[:FIRST_CLASS] = 0
        self._most = np.maximum(of_code, of_near)
        self._rows, self._columns = np.divmod(cells[order], width)

    def find(self, block: Block) -> Drawn:
        window = block.window
        first, last = np.searchsorted(self._rows, (window.row, window.row + window.height))
        rows, columns = self._rows[first:last], self._columns[first:last]
        inside = (columns >= window.column) & (columns < window.column + window.width)
        in_block = (rows - window.row) * window.width + columns - window.column
        cells, ranks = in_block[inside], self._ranks[first:last][inside]
        likely = ranks < self._most[block.at(block.codes[0].astype(np.int64), cells)]
        cells, ranks = cells[likely], ranks[likely]
        codes = self.codes_at(block, cells)
        ours = self._by_code[codes] != NO_STRATUM
        return codes[ours] - FIRST_CLASS, ranks[ours]


class _Searched(_Pick):
    """Looks where all cells of some strata stand in the order."""

    def __init__(self, strata: Ints, wanted: Ints, near: Near | None, shuffle: Shuffle, width: int):
        super().__init__(strata, wanted, near)
        self._shuffle = shuffle
        self._width = width

    def find(self, block: Block) -> Drawn:
        codes = block.codes[0].astype(np.int64)
        ours, near_ours = (
            self._by_code[of] != NO_STRATUM for of in (codes, self.near_codes(codes))
        )
        cells = block.positions(ours)
        only_near = near_ours & ~ours
        if block.near is not None and only_near.any():
            near = np.flatnonzero(block.near.flags())
            cells = np.concatenate([cells, near[block.at(only_near, near)]])
        codes = self.codes_at(block, cells)
        wanted = self._by_code[codes] != NO_STRATUM
        codes, cells = codes[wanted], cells[wanted]
        rows, columns = np.divmod(cells, block.window.width)
        rows, columns = rows + block.window.row, columns + block.window.column
        ranks = self._shuffle.ranks(rows * self._width + columns)
        return codes - FIRST_CLASS, ranks


class _Lattice(Consumer):
    """Takes the cells on lines at equal distances across and down."""

    def __init__(self, lines: Lattice):
        self._lines = lines
        self.parts: list[tuple[Ints, Ints, Ints]] = []

    def take(self, block: Block) -> tuple[Ints, Ints, Ints]:
        window = block.window
        rows = self._lines.rows.within(window.row, window.height)
        columns = self._lines.columns.within(window.column, window.width)
        down, across = np.repeat(rows, columns.size), np.tile(columns, rows.size)
        cells = (down - window.row) * window.width + across - window.column
        codes = block.at(block.codes[0].astype(np.int64), cells)
        valid = codes >= FIRST_CLASS
        return down[valid], across[valid], codes[valid] - FIRST_CLASS

    def merge(self, window: Window, part: tuple[Ints, Ints, Ints]) -> None:
        if part[0].size:
            self.parts.append(part)


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


def _without_hectares(series: Series) -> Series:
    """The same cells, all of one area: nobody asks for hectares."""
    return replace(series, area=CellArea(PLANIMETRIC, 1.0))


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
    series, grid, classes = _without_hectares(series), series.grid, len(series.classes)
    shuffle = Shuffle(grid.width * grid.height, seed)
    of_kind, want = np.array(strata, np.int64), np.array(wanted, np.int64)
    sizes = np.zeros(want.size, np.int64)
    np.add.at(sizes, of_kind[of_kind >= 0], np.array(cells_of, np.int64)[of_kind >= 0])
    want = np.minimum(want, sizes)
    # How many cells have to be listed so that a stratum finds its own among them.
    likely = want + DEVIATIONS * np.sqrt(want) + BESIDES
    to_list = np.ceil(likely * shuffle.size / np.maximum(sizes, 1))
    few = (want > 0) & (sizes <= to_list)
    many = (want > 0) & ~few
    picks: list[_Pick] = []
    if few.any():
        picks.append(_Searched(_only(few, of_kind), want, near, shuffle, grid.width))
    end = int(to_list[many].max(initial=0))
    if many.any():
        strata_of = _only(many, of_kind)
        span = range(end)
        most = to_list.astype(np.int64)
        picks.append(_Listed(strata_of, want, near, span, most, shuffle, grid.width))
    scan(series, picks, progress=progress, workers=workers, cells=cells)
    drawn = [pick.drawn for pick in picks]
    while True:
        kinds, ranks = (np.concatenate(part) for part in zip(*drawn))
        lacking = want - np.bincount(of_kind[kinds], minlength=want.size)
        if not lacking.any():
            break
        # Hardly ever: the list was too short for a stratum, which is drawn anew from a longer one.
        end = min(2 * end, shuffle.size)
        strata_of, most = _only(lacking > 0, of_kind), np.full(want.size, end)
        more = _Listed(strata_of, want, near, range(end), most, shuffle, grid.width)
        scan(series, [more], progress=progress, workers=workers, cells=cells)
        whole = lacking[of_kind[kinds]] == 0
        drawn = [(kinds[whole], ranks[whole]), more.drawn]
    positions = shuffle.values(ranks)
    order = np.argsort(positions)
    rows, columns = np.divmod(positions[order], grid.width)
    kinds = kinds[order]
    return Points(rows, columns, kinds % classes, of_kind[kinds])


def _only(which: Flags, of_kind: Ints) -> Ints:
    """The strata by kind, those left out that are not of some."""
    only: Ints = np.where((of_kind >= 0) & which[of_kind], of_kind, NO_STRATUM)
    return only


def draw_lattice(
    series: Series,
    lattice: Lattice,
    progress: Progress = lambda fraction: True,
    workers: int | None = None,
    cells: int = CELLS_PER_BLOCK,
) -> Points:
    """The cells of a lattice that count in the one raster of a series; all of one stratum, 0.

    Progress, workers, cells and what is raised are as in scan().
    """
    look, series = _Lattice(lattice), _without_hectares(series)
    scan(series, [look], progress=progress, workers=workers, cells=cells)
    parts = look.parts or [(NOTHING, NOTHING, NOTHING)]
    rows, columns, classes = (np.concatenate(part) for part in zip(*parts))
    order = np.lexsort([columns, rows])
    return Points(rows[order], columns[order], classes[order], np.zeros(rows.size, np.int64))
