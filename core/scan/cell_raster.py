"""Rasters that follow from what a cell holds at all dates: zones, densities, years of a change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from osgeo import gdal

from ..base.colours import along
from ..base.dates import Period
from ..base.numbers import Floats, NDArray, percent
from ..raster.area import CellArea
from ..raster.geotiff import TILE, Category, GeoTiff
from ..raster.grid import Window
from ..scheme.classes import LandClass
from .block import Block
from .class_codes import FIRST_CLASS
from .consumer import Consumer, Part, RasterWriter
from .count_result import Census

if TYPE_CHECKING:
    # Values by from-class and to-class, shape (n, n), for a list of n classes.
    PairTable = Callable[[list[LandClass]], NDArray["Value"]]


class CellRaster(Consumer):
    """Writes one raster in the pass; a subclass gives the `values`.

    The file is made with the run's RasterWriter; its no data value is that of the cells left out.
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
        different, positions = np.unique(values, return_inverse=True)
        return different, block.tally(positions.ravel(), different.size)

    def add(self, part: Part) -> None:
        """Add what was counted in a block."""
        different, (cells, hectares) = part
        for position in np.flatnonzero(cells):
            value = float(different[position])
            self._cells[value] = self._cells.get(value, 0) + int(cells[position])
            if hectares is not None:
                self._hectares[value] = self._hectares.get(value, 0.0) + float(hectares[position])

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
        return [(value, self._cells[value], self.hectares(value)) for value in sorted(self._cells)]


class CountedRaster(CellRaster):
    """Writes one raster, and counts what it writes by value: `written`."""

    written: Written

    def take(self, block: Block) -> Part:
        values = self.values(block)
        return self.by_cell(block, values), self.written.counted(block, values)

    def merge(self, window: Window, part: Part) -> None:
        values, counted = part
        super().merge(window, values)
        self.written.add(counted)


class TalliedRaster(CountedRaster):
    """Writes a raster of values whose legend, value, name and colour, is known beforehand."""

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


Value = TypeVar("Value", bound=np.generic)


class PairRaster(CellRaster):
    """Writes one raster of a period: values by the pair of classes at its two dates."""

    def __init__(self, period: Period, tiff: GeoTiff, table: PairTable[np.generic]):
        super().__init__(tiff)
        self.period = period
        self._table = table
        # By pair code, as far as there were classes when it was asked for last.
        self._by_pair: NDArray[np.generic] | None = None
        self._n_codes = 0
        self._lock = threading.Lock()

    def values(self, block: Block) -> NDArray[np.generic]:
        """The values by combination, (combinations,); 0 for those not valid at all dates."""
        pairs, n_codes = block.pair_codes(self.period.earlier, self.period.later), block.n_codes
        with self._lock:
            if self._by_pair is None or self._n_codes != n_codes:
                inner = self._table(block.classes)
                whole = np.zeros((n_codes, n_codes), inner.dtype)
                whole[FIRST_CLASS:, FIRST_CLASS:] = inner
                self._by_pair, self._n_codes = whole.ravel(), n_codes
            by_pair = self._by_pair
        return by_pair[pairs]


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


def to_digits(values: Floats) -> Floats:
    """Values to DIGITS significant digits, in the same shape, and apart from what means no data."""
    different, positions = np.unique(values, return_inverse=True)
    written = np.array([float(f"{value:.{DIGITS}g}") for value in different], np.float64)
    written[written == NODATA] = np.nextafter(NODATA, 0)
    return written[positions].reshape(values.shape)


class ValueRaster(CountedRaster):
    """A raster that counts its values, and makes a legend of them."""

    def label(self, name_of: Callable[[float], str]) -> None:
        """Write the attribute table, a named row for each value up to MOST_VALUES; and close."""
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
    for ramp, ranked in (
        (ABOVE_RAMP, sorted(v for v in values if v > 0)),
        (BELOW_RAMP, sorted((v for v in values if v < 0), reverse=True)),
    ):
        for rank, value in enumerate(ranked, 1):
            colours[value] = along(ramp, rank / len(ranked))
    return colours
