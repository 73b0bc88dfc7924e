"""The consumer of the pass that counts where the land of each class lies, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..base.arrays import NDArray
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Consumer
from ..scan.series import Series
from .block_patches import cell_moments
from .centres import Moments
from .measure import measure


class CentreCounter(Consumer):
    """Adds up the places of the cells that are valid at all dates.

    Args:
        series: the dates.

    Attributes:
        measure: how cells are measured.
        moments: per date, of each class that occurs, once it is finished.
    """

    moments: Sequence[Mapping[int, Moments]]

    def __init__(self, series: Series):
        self.measure = measure(series.grid, series.area, series.window)
        self._sums: list[dict[int, NDArray[np.object_]]] = [{} for _ in series.rasters]

    def take(self, block: Block) -> list[NDArray[np.object_]]:
        sizes = self.measure.sizes(block.window) if self.measure.weighs_rows else None
        small = np.min_scalar_type(block.n_codes)
        parts = []
        for codes in block.codes:
            held = codes if block.valid is None else np.where(block.valid, codes, 0)
            cells = block.expand(held.astype(small))
            parts.append(moved(cell_moments(cells, block.n_codes, sizes), block.window))
        return parts

    def merge(self, window: Window, part: list[NDArray[np.object_]]) -> None:
        for sums, moments in zip(self._sums, part):
            for code in range(FIRST_CLASS, moments.shape[1]):
                if moments[0, code]:
                    sums[code] = sums.get(code, 0) + moments[:, code]

    def finish(self, census: Census) -> None:
        """Number the classes as the tables list them."""
        numbers = census.codes.astype(np.int64) - FIRST_CLASS
        self.moments = [
            {int(numbers[code]): Moments(*sums[code]) for code in sorted(sums)}
            for sums in self._sums
        ]


def moved(moments: NDArray[np.object_], window: Window) -> NDArray[np.object_]:
    """Sums by cell of a block as sums by cell of the grid, (6, keys)."""
    n, x, y, xx, yy, xy = moments
    x0, y0 = window.column, window.row
    return np.stack(
        [
            n,
            x + n * x0,
            y + n * y0,
            xx + 2 * x * x0 + n * x0 * x0,
            yy + 2 * y * y0 + n * y0 * y0,
            xy + x * y0 + y * x0 + n * x0 * y0,
        ]
    )
