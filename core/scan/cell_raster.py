"""Rasters that follow from the pair of classes of a cell: zones, conversions, densities."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ..dates import Period
from ..raster.geotiff import TILE, GeoTiff
from ..raster.grid import Window
from ..scheme.classes import LandClass
from .block import Block
from .census import Census
from .coding import FIRST_CLASS
from .consumer import Canvas, Consumer, Part

if TYPE_CHECKING:
    from numpy.typing import NDArray

    # Values by from-class and to-class, shape (n, n), for a list of n classes.
    PairTable = Callable[[list[LandClass]], NDArray[np.generic]]


class PairRaster(Consumer):
    """Writes one raster of a period in the pass.

    Args:
        canvas: what it is made with.
        period: the two dates.
        tiff: where the values go; its no data value is that of cells left out at any date.
        table: gives the values.
    """

    block_height = TILE

    def __init__(
        self,
        canvas: Canvas,
        period: Period,
        tiff: GeoTiff,
        table: PairTable,
    ):
        self.period = period
        self.tiff = tiff
        # The list that the pass adds to; the series has another one afterwards.
        self._classes = canvas.series.classes
        self._table = table
        self._flat: NDArray[np.generic] = np.empty(0)
        self._n_codes = 0
        self._lock = threading.Lock()

    def _values(self, n_codes: int) -> NDArray[np.generic]:
        """Values by pair code for this many codes; the class list grows now and then."""
        with self._lock:
            if self._n_codes != n_codes:
                inner = self._table(list(self._classes)[: n_codes - FIRST_CLASS])
                whole = np.full((n_codes, n_codes), self.tiff.nodata, inner.dtype)
                whole[FIRST_CLASS:, FIRST_CLASS:] = inner
                self._flat, self._n_codes = whole.ravel(), n_codes
            return self._flat

    def take(self, block: Block) -> Part:
        pairs = block.pair_codes(self.period.earlier, self.period.later)
        return block.expand(self._values(block.n_codes)[pairs])

    def merge(self, window: Window, part: Part) -> None:
        self.tiff.write(window, part)

    def finish(self, census: Census) -> None:
        self.tiff.close()
