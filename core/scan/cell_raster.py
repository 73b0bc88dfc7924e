"""Rasters that follow from what a cell holds at all dates: zones, densities, years of a change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal

from ..base.arrays import NDArray
from ..base.dates import Period
from ..base.numbers import percent
from ..raster.area import CellArea
from ..raster.geotiff import TILE, Category, GeoTiff
from ..raster.grid import Window
from .block import Block
from .census import Census
from .consumer import Consumer, Part, RasterWriter
from .pair_values import PairValues

if TYPE_CHECKING:
    from .pair_values import PairTable


class CellRaster(Consumer):
    """Writes one raster in the pass; a subclass gives the `values`.

    Args:
        tiff: where the values go, made with the run's RasterWriter; its no data value is that of
            the cells left out at any date.
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


class Written:
    """Cells and hectares by the value that a raster was written with."""

    def __init__(self, area: CellArea):
        self._area = area
        self._cells: dict[float, int] = {}
        self._hectares: dict[float, float] = {}

    def counted(self, block: Block, values: NDArray[np.generic]) -> Part:
        """The cells of a block that count, by value; for `add`."""
        different, places = np.unique(values, return_inverse=True)
        return different, block.tally(places.ravel(), different.size)

    def add(self, part: Part) -> None:
        """Add what was counted in a block."""
        different, (cells, hectares) = part
        for place in np.flatnonzero(cells):
            value = float(different[place])
            self._cells[value] = self._cells.get(value, 0) + int(cells[place])
            if hectares is not None:
                self._hectares[value] = self._hectares.get(value, 0.0) + float(hectares[place])

    def cells(self, value: float) -> int:
        """How many cells that count were given a value."""
        return self._cells.get(value, 0)

    def hectares(self, value: float) -> float:
        """Their area."""
        if self._area.uniform is not None:
            return self.cells(value) * self._area.uniform
        return self._hectares.get(value, 0.0)

    def items(self) -> list[tuple[float, int, float]]:
        """Value, cells and hectares, from the smallest value to the largest."""
        return [(one, self._cells[one], self.hectares(one)) for one in sorted(self._cells)]


class CountedRaster(CellRaster):
    """Writes one raster, and counts what it writes by value.

    Attributes:
        written: what was counted.
    """

    written: Written

    def take(self, block: Block) -> Part:
        values = self.values(block)
        return self.by_cell(block, values), self.written.counted(block, values)

    def merge(self, window: Window, part: Part) -> None:
        values, counted = part
        super().merge(window, values)
        self.written.add(counted)


class TalliedRaster(CountedRaster):
    """Writes a raster of values whose legend is known beforehand.

    Args:
        writer: what it is made with.
        tiff: where the values go.
        legend: value, name and colour, row by row.
    """

    def __init__(self, writer: RasterWriter, tiff: GeoTiff, legend: Sequence[tuple[int, str, str]]):
        super().__init__(tiff)
        self.legend = legend
        self.written = Written(writer.series.area)

    def cells(self, value: int) -> int:
        """How many cells that count were given a value."""
        return self.written.cells(value)

    def hectares(self, value: int) -> float:
        """Their area."""
        return self.written.hectares(value)

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
