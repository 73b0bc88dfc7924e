"""Rasters that follow from what a cell holds at all dates: zones, densities, years of a change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal

from ..base.arrays import NDArray
from ..base.dates import Period
from ..base.numbers import percent
from ..raster.geotiff import TILE, Category, GeoTiff
from ..raster.grid import Window
from .block import Block
from .census import Census
from .consumer import Consumer, Part, RasterWriter
from .pair_values import PairValues
from .tally import Tally

if TYPE_CHECKING:
    from .pair_values import PairTable


class CellRaster(Consumer):
    """Writes one raster in the pass; a subclass gives the `values`.

    Args:
        tiff: where the values go, made with the run's Canvas; its no data value is that of the
            cells left out at any date.
    """

    block_height = TILE

    def __init__(self, tiff: GeoTiff):
        self.tiff = tiff

    def values(self, block: Block) -> NDArray[np.generic]:
        """The values by combination, (combinations,); those that are not valid may get any.

        Called by several threads at a time.
        """
        raise NotImplementedError

    def take(self, block: Block) -> Part:
        return self.by_cell(block, self.values(block))

    def by_cell(self, block: Block, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """Values by combination as those of the cells, no data where a combination is not valid."""
        if block.valid is not None:
            shown = np.full_like(values, self.tiff.nodata)
            shown[block.valid] = values[block.valid]
            values = shown
        return block.expand(values)

    def merge(self, window: Window, part: Part) -> None:
        self.tiff.write(window, part)

    def finish(self, census: Census) -> None:
        self.tiff.close()


class TalliedRaster(CellRaster):
    """Writes a raster of small whole numbers, not negative, and counts what it writes by value.

    Args:
        writer: what it is made with.
        tiff: where the values go.
        legend: value, name and colour, row by row.
    """

    def __init__(self, writer: RasterWriter, tiff: GeoTiff, legend: Sequence[tuple[int, str, str]]):
        super().__init__(tiff)
        self.legend = legend
        self._area = writer.series.area
        self._tally = Tally(1)

    def values(self, block: Block) -> NDArray[np.integer]:
        raise NotImplementedError

    def take(self, block: Block) -> Part:
        values = self.values(block)
        return self.by_cell(block, values), block.tally(values, int(values.max(initial=0)) + 1)

    def merge(self, window: Window, part: Part) -> None:
        values, counted = part
        super().merge(window, values)
        self._tally.add(*counted)

    def cells(self, value: int) -> int:
        """How many cells that count were given a value."""
        cells = self._tally.cells
        return int(cells[value]) if value < cells.size else 0

    def hectares(self, value: int) -> float:
        """Their area."""
        if self._area.uniform is not None:
            return self.cells(value) * self._area.uniform
        return float(self._tally.hectares[value]) if self.cells(value) else 0.0

    def finish(self, census: Census) -> None:
        """Write the attribute table, and close."""
        self.tiff.set_categories(
            [
                Category(
                    value,
                    name,
                    colour,
                    self.cells(value),
                    self.hectares(value),
                    (percent(self.hectares(value), census.total_hectares) or 0.0,),
                )
                for value, name, colour in self.legend
            ],
            (("Share_pct", gdal.GFT_Real),),
        )
        self.tiff.close()


class PairRaster(CellRaster):
    """Writes one raster of a period: values by the pair of classes at its two dates.

    Args:
        period: the two dates.
        tiff: where the values go; its no data value is that of cells left out at any date.
        table: gives the values.
    """

    def __init__(self, period: Period, tiff: GeoTiff, table: PairTable[np.generic]):
        super().__init__(tiff)
        self.period = period
        self._table = table
        self._pairs = PairValues(period, table)

    def values(self, block: Block) -> NDArray[np.generic]:
        return self._pairs.of(block)
