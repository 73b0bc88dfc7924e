"""The combinations of a run by what mining did to them, and rasters of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Bytes, Flags, Ints, NDArray
from ..base.dates import Date, Period
from ..raster.geotiff import GeoTiff
from ..scan.block import Block
from ..scan.cell_raster import TalliedRaster
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.combination_table import CombinationTable
from ..scan.consumer import Canvas
from ..scheme.classes import Classes
from ..scheme.taking import Taking
from .states import Use, first_mined, uses_of

if TYPE_CHECKING:
    # Numbers that rows are told apart by, and the cells and hectares of a row.
    Summed = tuple[tuple[int, ...], int, float]


@dataclass(frozen=True)
class MineLand:
    """The combinations of a run, or of a unit of it, and which land of theirs is mined.

    Attributes:
        table: the combinations.
        dates: in their order.
        classes: the run's class list.
        taking: the groups that are mined land.
    """

    table: CombinationTable
    dates: Sequence[Date]
    classes: Classes
    taking: Taking

    @cached_property
    def uses(self) -> list[Bytes]:
        """The Use of each combination, date by date."""
        by_class = uses_of(list(self.classes), self.taking)
        return [by_class[classes] for classes in self.table.by_date]

    @cached_property
    def first_mined(self) -> Ints:
        """The number of the date at which each combination is mined first; 0: never."""
        return first_mined(self.uses)

    @property
    def steps(self) -> list[Period]:
        """The periods from each date to the next."""
        labels = [date.label for date in self.dates]
        return [
            Period(place, place + 1, f"{earlier}-{later}")
            for place, (earlier, later) in enumerate(zip(labels, labels[1:]))
        ]

    @cached_property
    def mined_hectares(self) -> list[float]:
        """Hectares of mined land by date."""
        return [self.hectares_of(use == Use.MINE) for use in self.uses]

    @property
    def span(self) -> str:
        """From the first date to the last, in words."""
        return f"{self.dates[0].label}-{self.dates[-1].label}"

    def mined_in(self, census: Census) -> list[float]:
        """Hectares of mined land by date, as the class areas of the whole run have them."""
        is_mine = uses_of(list(self.classes), self.taking) == Use.MINE
        return [float(own.hectares[FIRST_CLASS:][is_mine].sum()) for own in census.dates.common]

    def hectares_of(self, chosen: Flags) -> float:
        """Hectares of some of the combinations."""
        return float(self.table.hectares[chosen].sum())

    def sums(self, chosen: Flags, *keys: NDArray[np.integer]) -> list[Summed]:
        """Cells and hectares of some of the combinations, by keys.

        Args:
            keys: small numbers, not negative, by combination.

        Returns:
            The keys that occur, in their order, with the cells and hectares of each.
        """
        if not chosen.any():
            return []
        own = [key[chosen].astype(np.int64) for key in keys]
        sizes = [int(key.max()) + 1 for key in own]
        occurring, rows = np.unique(np.ravel_multi_index(own, sizes), return_inverse=True)
        cells = np.bincount(rows, self.table.cells[chosen])
        hectares = np.bincount(rows, self.table.hectares[chosen])
        told = zip(*(map(int, key) for key in np.unravel_index(occurring, sizes)))
        return [
            (numbers, int(count), float(area))
            for numbers, count, area in zip(told, cells, hectares)
        ]


class MineRaster(TalliedRaster):
    """A raster of what mining did to land.

    Args:
        canvas: what it is made with.
        tiff: where the values go.
        taking: the groups that are mined land.
    """

    def __init__(self, canvas: Canvas, tiff: GeoTiff, taking: Taking):
        self._taking = taking
        super().__init__(canvas, tiff)

    def uses(self, block: Block) -> list[Bytes]:
        """The Use of each kind of a block, date by date."""
        return uses_in(block, self._taking)


def uses_in(block: Block, taking: Taking) -> list[Bytes]:
    """The Use of each kind of a block, date by date; OTHER where it is left out."""
    by_code = np.zeros(block.n_codes, np.uint8)
    by_code[FIRST_CLASS:] = uses_of(block.classes, taking)
    return [by_code[codes] for codes in block.codes]
