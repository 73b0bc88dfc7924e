"""Rasters of amounts per hectare, above 0 and below: counted by value, with a legend of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from osgeo import gdal

from ..base.arrays import Floats, NDArray
from ..base.colours import along
from ..raster.area import CellArea
from ..raster.geotiff import Category
from ..raster.grid import Window
from .block import Block
from .cell_raster import CellRaster
from .consumer import Part

NODATA = -9999.0
# A legend of more values than these is none.
MOST_VALUES = 1000
# Significant ones: a value then comes through the text of an attribute table as it was, or QGIS
# would find no colour for the cells that hold it.
DIGITS = 12

# Dark is far from 0, which is a neutral; above and below differ in lightness of blue and brown,
# which people who see no red or green can tell apart.
NONE_COLOUR = "#e6e8e2"
ABOVE_RAMP = ("#b7e0d6", "#35978f", "#003c30")
BELOW_RAMP = ("#f1ddb0", "#bf812d", "#543005")


def rounded(values: Floats) -> Floats:
    """Values to DIGITS, and apart from what means no data."""
    different, places = np.unique(values, return_inverse=True)
    written = np.array([float(f"{value:.{DIGITS}g}") for value in different], np.float64)
    written[written == NODATA] = np.nextafter(NODATA, 0)
    return written[places].reshape(values.shape)


class Written:
    """Cells and hectares by the value that a raster was written with."""

    def __init__(self, area: CellArea):
        self._area = area
        self._cells: dict[float, int] = {}
        self._hectares: dict[float, float] = {}

    def counted(self, block: Block, values: NDArray[np.generic]) -> Part:
        """The cells of a block that count, by value; for `add`."""
        found, places = np.unique(values, return_inverse=True)
        return found, block.tally(places.ravel(), found.size)

    def add(self, part: Part) -> None:
        """Add what was counted in a block."""
        found, (cells, hectares) = part
        for place in np.flatnonzero(cells):
            value = float(found[place])
            self._cells[value] = self._cells.get(value, 0) + int(cells[place])
            if hectares is not None:
                self._hectares[value] = self._hectares.get(value, 0.0) + float(hectares[place])

    def items(self) -> list[tuple[float, int, float]]:
        """Value, cells and hectares, from the smallest value to the largest."""
        uniform = self._area.uniform
        return [
            (value, cells, self._hectares[value] if uniform is None else cells * uniform)
            for value, cells in sorted(self._cells.items())
        ]


class ValueRaster(CellRaster):
    """A raster that counts its values, and makes a legend of them."""

    written: Written

    def take(self, block: Block) -> Part:
        values = self.values(block)
        return self.by_cell(block, values), self.written.counted(block, values)

    def merge(self, window: Window, part: Part) -> None:
        values, counted = part
        super().merge(window, values)
        self.written.add(counted)

    def label(self, name_of: Callable[[float], str]) -> None:
        """Write the attribute table, a row for each value, with a name; and close.

        Where there are more than MOST_VALUES of them it stays empty.
        """
        rows = self.written.items()
        if len(rows) > MOST_VALUES:
            rows = []
        colours = value_colours([value for value, _, _ in rows])
        self.tiff.set_categories(
            [
                Category(
                    value, name_of(value), colours[value], cells, hectares, (value * hectares,)
                )
                for value, cells, hectares in rows
            ],
            (("Total", gdal.GFT_Real),),
        )
        self.tiff.close()

    def amounts(self) -> list[float]:
        """Value x hectares, by value."""
        return [value * hectares for value, _, hectares in self.written.items()]


def value_colours(values: Sequence[float]) -> dict[float, str]:
    """Colours by value: a neutral for 0, else along a ramp above it and one below it, by rank."""
    colours = {0.0: NONE_COLOUR}
    for ramp, own in (
        (ABOVE_RAMP, sorted(v for v in values if v > 0)),
        (BELOW_RAMP, sorted((v for v in values if v < 0), reverse=True)),
    ):
        for rank, value in enumerate(own, 1):
            colours[value] = along(ramp, rank / len(own))
    return colours
