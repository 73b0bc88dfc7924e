"""The consumer of the pass that counts patches, sides and centres, by date, class and unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..base.numbers import Ints, NDArray
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Consumer
from ..scan.grouping import numbers_of, summed
from ..scan.series import Series
from ..scan.units import Units
from ..scheme.classes import LandClass
from .centres import moved
from .landscape import Landscapes
from .measure import measure
from .patches import JoinedPatches, block_patches, open_patches

if TYPE_CHECKING:
    # Of a strip: keys of the patches that reach its edges, their sizes and like sides, and which
    # lie along the edges; keys of the others and how many; pairs of keys and sides; moments.
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
    """By class index, the index that stands for it: by group that of its group's first class.

    A class without a group stands for itself.
    """
    first: dict[str, int] = {}
    return [
        first.setdefault(c.group.casefold(), index) if by_group and c.group else index
        for index, c in enumerate(classes)
    ]


class PatternCounter(Consumer):
    """Counts the patches of the cells that are valid at all dates.

    Args:
        units: cut the patches; None for the landscape as a whole.
        by_group: whether classes of one group are one; those without a group stay by themselves.

    Attributes:
        landscapes: per date, what was counted in each unit, once it is finished.
    """

    landscapes: Sequence[Landscapes]

    def __init__(self, series: Series, units: Units | None = None, by_group: bool = False):
        self.measure = measured = measure(series.grid, series.area, series.window)
        self._units, self._by_group = units, by_group
        self._rows = max(1, CELLS_PER_STRIP // min(series.window.width, USUAL_WIDTH))
        self._counts_like_sides = measured.side is not None
        self._joined = [
            JoinedPatches(
                series.window, self._counts_like_sides, measured.across_by_row, measured.down_by_row
            )
            for _ in series.rasters
        ]
        self._moments: list[dict[int, NDArray[np.object_]]] = [{} for _ in series.rasters]

    def take(self, block: Block) -> list[list[tuple[Window, StripPart]]]:
        strata: Ints = np.zeros(block.cells.size, np.int64)
        if self._units is not None and block.strata is not None:
            strata = self._units.joined()[block.strata]
        # By code of the pass, the code that stands for the class, or for its group.
        codes: Ints = np.arange(len(block.classes) + FIRST_CLASS)
        standing = np.array(standing_for(block.classes, self._by_group), np.int64)
        codes[FIRST_CLASS:] = standing + FIRST_CLASS
        whole = block.window
        strips = [
            Window(whole.column, whole.row + row, whole.width, min(self._rows, whole.height - row))
            for row in range(0, whole.height, self._rows)
        ]
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
                    (strip, self._part(strip, cells[strip.within(whole)], keys, of_strip))
                    for strip, of_strip in zip(strips, sizes)
                ]
            )
        return parts

    def _part(
        self, strip: Window, cells: NDArray[np.integer], keys: Ints, sizes: Ints | None
    ) -> StripPart:
        """What is handed on of a strip, by keys that hold for all blocks."""
        measured = self.measure
        rows = slice(strip.row, strip.row + strip.height)
        patches = block_patches(
            cells,
            keys.size,
            self._counts_like_sides,
            sizes,
            None if measured.across_by_row is None else measured.across_by_row[rows],
            None if measured.down_by_row is None else measured.down_by_row[rows],
            measured.weighs_rows,
        )
        is_open = open_patches(patches)
        indices = np.cumsum(is_open) - 1
        closed = ~is_open & (patches.keys > 0)
        of_closed = np.stack(
            [keys[patches.keys[closed]], patches.sizes[closed], patches.like_sides[closed]]
        )
        pairs, sides = patches.sides
        return (
            keys[patches.keys[is_open]],
            np.stack([patches.sizes[is_open], patches.like_sides[is_open]]),
            tuple(indices[edge] for edge in patches.edges),
            summed(of_closed, np.ones((1, of_closed.shape[1]), np.int64)),
            (keys[pairs], sides),
            (keys[1:], moved(patches.moments[:, 1:], strip)),
        )

    def merge(self, window: Window, part: list[list[tuple[Window, StripPart]]]) -> None:
        for joined, moments, of_date in zip(self._joined, self._moments, part):
            for strip, (keys, growing, edges, closed, sides, (of_keys, sums)) in of_date:
                joined.merge(strip, keys, growing, edges)
                joined.count(*closed)
                joined.sides.add(*sides)
                for key, here in zip(numbers_of(of_keys), sums.T):
                    moments[key] = moments[key] + here if key in moments else here

    def finish(self, census: Census) -> None:
        """Number units and classes as the tables list them."""
        units: Ints = np.zeros(1, np.int64)
        if self._units is not None:
            _, unit_of_stratum = self._units.named()
            units = unit_of_stratum[self._units.strata.ranks()]
        indices = census.codes.astype(np.int64) - FIRST_CLASS
        standing = np.array(standing_for(census.cube.classes, self._by_group), np.int64)
        indices[indices >= 0] = standing[indices[indices >= 0]]
        self.landscapes = []
        for joined, moments in zip(self._joined, self._moments):
            joined.close()
            self.landscapes.append(Landscapes(joined, moments, units, indices, CODE_BITS))
        self._joined, self._moments = [], []
