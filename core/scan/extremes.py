"""The ends of a raster of values: its least and largest numbers on some land, and in which cells.

They tell a mark of no data that nobody declared. The pass that measures knows the extremes of each
kind of land; how many cells have them is counted in a pass of its own, which only those runs make
that are in doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from math import inf

import numpy as np

from ..base.messages import Progress
from ..base.numbers import Bytes
from ..raster.grid import Window
from ..raster.reader import VALID
from ..raster.source import Raster
from .block import Block
from .consumer import Consumer
from .measured import Measured, Numbers, by_class
from .scan import scan
from .series import Series


class Extremes(Consumer):
    """Finds the numbers at both ends of a raster of values.

    Args:
        measured: the raster, and what of it is no data.
        date: of the classes, from 0 on.
        classes: the numbers of those to look at; None: all land that counts.
        low, high: what numbers stand for that are not beyond.

    Attributes:
        cells: of the two least and the two largest numbers, as the file holds them.
        beyond: cells with numbers that stand for less than low or more than high.
    """

    measures: Raster

    def __init__(
        self,
        measured: Measured,
        date: int = 0,
        classes: Collection[int] | None = None,
        low: float = -inf,
        high: float = inf,
    ):
        self.measures = measured.measures
        self.cells: Counter[int | float] = Counter()
        self.beyond = 0
        self._measured, self._date, self._classes = measured, date, classes
        self._low, self._high = low, high

    def take(self, block: Block) -> tuple[Counter[int | float], int]:
        return Counter(), 0

    def take_values(
        self, block: Block, values: Numbers, mask: Bytes | None
    ) -> tuple[Counter[int | float], int]:
        classes = by_class(block, self._date)[:, 0]
        asked = classes >= 0 if self._classes is None else np.isin(classes, [*self._classes])
        looked_at = block.expand(asked) & self._measured.is_value(values)
        if mask is not None:
            looked_at &= mask == VALID
        stored, cells = np.unique(values[looked_at], return_counts=True)
        with np.errstate(over="ignore", invalid="ignore"):
            stand_for = self._measured.scaled(stored)
        beyond = int(cells[(stand_for < self._low) | (stand_for > self._high)].sum())
        counted = {value.item(): int(times) for value, times in zip(stored, cells)}
        return _ends(Counter(counted)), beyond

    def merge(self, window: Window, part: tuple[Counter[int | float], int]) -> None:
        cells, beyond = part
        self.cells = _ends(self.cells + cells)
        self.beyond += beyond

    @property
    def ends(self) -> list[int | float]:
        """The least number and the largest."""
        return [min(self.cells), max(self.cells)]

    def written(self, value: float) -> str:
        """A number as the file holds it, in as few digits as tell it from others."""
        return str(self.measures.dtype.type(value)).removesuffix(".0")


def _ends(cells: Counter[int | float]) -> Counter[int | float]:
    """The cells of the two least and the two largest numbers."""
    values = sorted(cells)
    return Counter({value: cells[value] for value in {*values[:2], *values[-2:]}})


def look_at(series: Series, extremes: Extremes, progress: Progress) -> Extremes:
    """Read a series that was counted, and find the extremes."""
    scan(series, [extremes], progress=progress)
    return extremes
