"""The consumer of the pass that counts patches, sides and centres, by date, class and unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Ints, NDArray
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Consumer
from ..scan.series import Series
from ..scan.units import Units
from ..scheme.classes import LandClass
from .block_patches import BlockPatches, block_patches, open_patches
from .centre_counter import moved
from .joined_patches import JoinedPatches
from .landscape import Landscapes
from .measure import measure
from .row_sums import numbers_of, summed

if TYPE_CHECKING:
    # Of a strip: keys of the patches that reach its edges, their sizes and likes, their
    # places along the edges; keys of the others and how many; pairs of keys and sides; moments.
    StripPart = tuple[
        Ints,
        Ints,
        tuple[Ints, ...],
        tuple[Ints, Ints],
        tuple[Ints, Ints],
        tuple[Ints, NDArray[np.object_]],
    ]

# What is worked out for a block takes many times its own memory: that is done for so many cells at
# a time, in strips of rows that are the same for blocks beside each other.
CELLS_PER_STRIP, USUAL_WIDTH = 1 << 18, 1 << 13

# A key is the stratum's number above the class's code, which takes so many bits.
CODE_BITS = 16


def standing_for(classes: Iterable[LandClass], by_group: bool) -> list[int]:
    """By number of a class, the number that stands for it: by group that of its group's first one.

    A class without a group stands for itself.
    """
    first: dict[str, int] = {}
    return [
        first.setdefault(c.group.casefold(), number) if by_group and c.group else number
        for number, c in enumerate(classes)
    ]


class PatternCounter(Consumer):
    """Counts the patches of the cells that are valid at all dates.

    Args:
        series: the dates.
        units: cut the patches; None for the landscape as a whole.
        by_group: whether classes of one group are one; those without a group stay by themselves.

    Attributes:
        measure: how cells are measured.
        landscapes: per date, what was counted in each unit, once it is finished.
    """

    landscapes: Sequence[Landscapes]

    def __init__(self, series: Series, units: Units | None = None, by_group: bool = False):
        self.measure = measured = measure(series.grid, series.area, series.window)
        self._units, self._by_group = units, by_group
        self._rows = max(1, CELLS_PER_STRIP // min(series.window.width, USUAL_WIDTH))
        self._counts_likes = measured.side is not None
        self._joined = [
            JoinedPatches(
                series.window, self._counts_likes, measured.across_by_row, measured.down_by_row
            )
            for _ in series.rasters
        ]
        self._moments: list[dict[int, NDArray[np.object_]]] = [{} for _ in series.rasters]

    def take(self, block: Block) -> list[list[tuple[Window, StripPart]]]:
        strata: Ints = np.zeros(block.cells.size, np.int64)
        if self._units is not None and block.strata is not None:
            strata = self._units.joined()[block.strata]
        codes = self._joined_codes(block.classes)
        strips = list(self._strips(block.window))
        sizes = [self.measure.sizes(strip) for strip in strips]
        parts = []
        for of_date in block.codes:
            wide = (strata << CODE_BITS) | codes[of_date]
            if block.valid is not None:
                wide[~block.valid] = 0
            keys = np.unique(np.append(0, wide))
            small = np.min_scalar_type(keys.size - 1)
            cells = block.expand(np.searchsorted(keys, wide).astype(small))
            parts.append(
                [
                    (
                        strip,
                        self._part(strip, self._patches(strip, held, keys.size, of_strip), keys),
                    )
                    for strip, held, of_strip in zip(strips, self._cut(cells), sizes)
                ]
            )
        return parts

    def _strips(self, window: Window) -> Iterator[Window]:
        """A window in strips of some rows."""
        for row in range(0, window.height, self._rows):
            height = min(self._rows, window.height - row)
            yield Window(window.column, window.row + row, window.width, height)

    def _cut(self, cells: NDArray[np.integer]) -> Iterator[NDArray[np.integer]]:
        """The cells of a window by strip."""
        for row in range(0, len(cells), self._rows):
            yield cells[row : row + self._rows]

    def _joined_codes(self, classes: Sequence[LandClass]) -> Ints:
        """By code of the pass, the code that stands for the class, or for its group."""
        codes: Ints = np.arange(len(classes) + FIRST_CLASS)
        codes[FIRST_CLASS:] = (
            np.array(standing_for(classes, self._by_group), np.int64) + FIRST_CLASS
        )
        return codes

    def _patches(
        self, window: Window, cells: NDArray[np.integer], n_keys: int, sizes: Ints | None
    ) -> BlockPatches:
        measured = self.measure
        rows = slice(window.row, window.row + window.height)
        across, down = measured.across_by_row, measured.down_by_row
        return block_patches(
            cells,
            n_keys,
            self._counts_likes,
            sizes,
            None if across is None else across[rows],
            None if down is None else down[rows],
            measured.weighs_rows,
        )

    def _part(self, window: Window, patches: BlockPatches, keys: Ints) -> StripPart:
        """What is handed on of a strip, by keys that hold for all blocks."""
        is_open = open_patches(patches)
        places = np.cumsum(is_open) - 1
        closed = ~is_open & (patches.keys > 0)
        of_closed = np.stack(
            [keys[patches.keys[closed]], patches.sizes[closed], patches.likes[closed]]
        )
        pairs, sides = patches.sides
        return (
            keys[patches.keys[is_open]],
            np.stack([patches.sizes[is_open], patches.likes[is_open]]),
            tuple(places[edge] for edge in patches.edges),
            summed(of_closed, np.ones((1, of_closed.shape[1]), np.int64)),
            (keys[pairs], sides),
            (keys[1:], moved(patches.moments[:, 1:], window)),
        )

    def merge(self, window: Window, part: list[list[tuple[Window, StripPart]]]) -> None:
        for joined, moments, of_date in zip(self._joined, self._moments, part):
            for strip, (keys, growing, edges, closed, sides, (of_keys, sums)) in of_date:
                joined.merge(strip, keys, growing, edges)
                joined.count(*closed)
                joined.sides.add(*sides)
                for place, key in enumerate(numbers_of(of_keys)):
                    here = sums[:, place]
                    moments[key] = moments[key] + here if key in moments else here

    def finish(self, census: Census) -> None:
        """Number units and classes as the tables list them."""
        units: Ints = np.zeros(1, np.int64)
        if self._units is not None:
            ranks, (_, places) = self._units.strata.ranks(), self._units.named()
            units = places[ranks]
        numbers = census.codes.astype(np.int64) - FIRST_CLASS
        of_class = np.array(standing_for(census.cube.classes, self._by_group), np.int64)
        numbers[numbers >= 0] = of_class[numbers[numbers >= 0]]
        self.landscapes = []
        for joined, moments in zip(self._joined, self._moments):
            joined.close()
            self.landscapes.append(Landscapes(joined, moments, units, numbers, CODE_BITS))
        self._joined, self._moments = [], []
