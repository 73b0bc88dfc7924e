"""What every count counts: the pairs of classes of each period, and each date by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import NDArray
from ..base.dates import Period
from ..raster.area import CellArea
from ..raster.grid import Window
from .block import Block
from .consumer import Consumer
from .tally import DateTallies, Tally

if TYPE_CHECKING:
    from .block import Tallied


class PairCounter(Consumer):
    """Counts the pairs of class codes of each period, over the cells valid at all dates."""

    def __init__(self, periods: list[Period]):
        self.periods = periods
        self.tallies = [Tally(2) for _ in periods]

    def take(self, block: Block) -> list[Tallied]:
        n = block.n_codes
        by_period: list[Tallied] = []
        for period in self.periods:
            pairs = block.pair_codes(period.earlier, period.later)
            cells, hectares = block.tally(pairs, n * n)
            by_pair = None if hectares is None else hectares.reshape(n, n)
            by_period.append((cells.reshape(n, n), by_pair))
        return by_period

    def merge(self, window: Window, part: list[Tallied]) -> None:
        for tally, counts in zip(self.tallies, part):
            tally.add(*counts)


class DateCounter(Consumer):
    """Counts the classes of each date by themselves, which the cube is checked against.

    `own` and `common` are tallies as in DateTallies, not closed yet.
    """

    def __init__(self, dates: int):
        self.own = [Tally(1) for _ in range(dates)]
        self.common = [Tally(1) for _ in range(dates)]

    def take(self, block: Block) -> tuple[list[Tallied], list[Tallied]]:
        n = block.n_codes
        single = [block.tally(codes, n, valid_only=False) for codes in block.codes]
        if block.valid is None:
            return single, single
        return single, [block.tally(codes, n) for codes in block.codes]

    def merge(self, window: Window, part: tuple[list[Tallied], list[Tallied]]) -> None:
        for tallies, counts in zip((self.own, self.common), part):
            for tally, counted in zip(tallies, counts):
                tally.add(*counted)

    def closed(self, codes: NDArray[np.uint16], area: CellArea) -> DateTallies:
        """The whole count by the final codes of the classes (Census.codes), hectares filled in."""
        return DateTallies(
            [tally.closed(codes, area) for tally in self.own],
            [tally.closed(codes, area) for tally in self.common],
        )
