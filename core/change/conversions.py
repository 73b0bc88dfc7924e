"""The conversion raster: one value per pair of classes, readable as from x 1000 + to."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

import numpy as np
from osgeo import gdal

from ..base.colours import mixed
from ..base.dates import Period
from ..base.messages import Message
from ..base.numbers import NDArray
from ..raster.geotiff import Category, ExtraColumn
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Consumer, RasterWriter
from ..scheme.classes import LandClass
from ..scheme.rules import ZoneNames

# Pairs of classes, None for what is left out, and the index of each cell's among them.
Pairs = tuple[list[Optional[tuple[LandClass, LandClass]]], NDArray[np.intp]]

NODATA = -1
FACTOR = 1000
# Pairs with a class value outside 0-999, or with the values of another pair (two legends may
# give one value to two classes), cannot be read that way. They are numbered from here on, in
# the order in which they turn up block by block, and told by their names in the table.
FIRST_OTHER = FACTOR * FACTOR


class ConversionRaster(Consumer):
    """Writes the conversions of a period, numbering pairs as they turn up where it must.

    `zones` are names by from-name and to-name (case-folded); the attribute table has them where all
    conversions that occur have one.
    """

    def __init__(
        self, writer: RasterWriter, path: str | Path, period: Period, zones: ZoneNames | None = None
    ):
        title = Message("Conversions {period}", period=period.name)
        self.tiff = writer.tiff(path, period, title, np.int32, NODATA)
        self.period = period
        self._zones = zones or {}
        self._values: dict[tuple[LandClass, LandClass], int] = {}
        self._given: set[int] = set()
        self._others = 0

    def take(self, block: Block) -> Pairs:
        """Pairs that occur, and the index of each cell's among them."""
        pairs, indices = np.unique(
            block.pair_codes(self.period.earlier, self.period.later), return_inverse=True
        )
        codes = [divmod(int(pair), block.n_codes) for pair in pairs]
        classes = block.classes
        named = [
            (classes[source - FIRST_CLASS], classes[target - FIRST_CLASS]) if source else None
            for source, target in codes
        ]
        return named, block.expand(indices)

    def merge(self, window: Window, part: Pairs) -> None:
        pairs, indices = part
        fresh = {pair for pair in pairs if pair is not None and pair not in self._values}
        # Class numbers may differ from run to run, values and names do not.
        for pair in sorted(fresh, key=lambda pair: [(c.value, c.name) for c in pair]):
            before, after = (land_class.value for land_class in pair)
            value = before * FACTOR + after
            is_readable = 0 <= before < FACTOR and 0 <= after < FACTOR
            if not is_readable or value in self._given:
                value = FIRST_OTHER + self._others
                self._others += 1
            self._given.add(value)
            self._values[pair] = value
        values = [NODATA if pair is None else self._values[pair] for pair in pairs]
        self.tiff.write(window, np.array(values, np.int32)[indices])

    def finish(self, census: Census) -> None:
        """Names, colours, cells and hectares of the conversions that occur."""
        cube = census.cube
        period_index = cube.periods.index(self.period)
        cells, hectares = cube.cells[period_index], cube.hectares[period_index]
        colours = cube.classes.colours()
        names = [land_class.name.casefold() for land_class in cube.classes]
        pairs = cube.pairs(cells)
        zoned = all((names[i], names[j]) in self._zones for i, j in pairs)
        columns: list[ExtraColumn] = [("From", gdal.GFT_String), ("To", gdal.GFT_String)]
        columns += [("Zone", gdal.GFT_String)] if zoned else []
        categories = []
        for i, j in pairs:
            earlier, later = cube.classes[i], cube.classes[j]
            zone = (self._zones[names[i], names[j]],) if zoned else ()
            categories.append(
                Category(
                    self._values[earlier, later],
                    f"{earlier.name} \N{RIGHTWARDS ARROW} {later.name}",
                    conversion_colour(colours[i], colours[j], i == j),
                    int(cells[i, j]),
                    float(hectares[i, j]),
                    (earlier.name, later.name, *zone),
                )
            )
        categories.sort(key=lambda category: category.value)
        self.tiff.set_categories(categories, tuple(columns))
        self.tiff.close()


def conversion_colour(source: str, target: str, unchanged: bool) -> str:
    """Land that stayed is a pale tint of its class; change is the new class with a trace of the old
    one, so that conversions into one class belong together and still differ."""
    return mixed(target, "#ffffff", 0.75) if unchanged else mixed(target, source, 0.3)
