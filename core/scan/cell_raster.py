"""Rasters that follow from what a cell holds at all dates: zones, densities, years of a change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
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

Value = TypeVar("Value", bound=np.generic)

if TYPE_CHECKING:
    # Values by from-class and to-class, shape (n, n), for a list of n classes.
    PairTable = Callable[[list[LandClass]], NDArray[Value]]

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


class CountedRaster(CellRaster):
    """Writes one raster, and counts cells and hectares that count by the value they were given."""

    def __init__(self, tiff: GeoTiff, area: CellArea):
        CellRaster.__init__(self, tiff)
        self._area = area
        self._cells: dict[float, int] = {}
        self._hectares: dict[float, float] = {}

    def take(self, block: Block) -> Part:
        values = self.values(block)
        return self.by_cell(block, values), self.counted(block, values)

    def counted(self, block: Block, values: NDArray[np.generic]) -> Part:
        """The cells of a block that count, by value."""
        different, positions = np.unique(values, return_inverse=True)
        return different, block.tally(positions.ravel(), different.size)

    def merge(self, window: Window, part: Part) -> None:
        values, (different, (cells, hectares)) = part
        super().merge(window, values)
        for position in np.flatnonzero(cells):
            value = float(different[position])
            self._cells[value] = self._cells.get(value, 0) + int(cells[position])
            if hectares is not None:
                self._hectares[value] = self._hectares.get(value, 0.0) + float(hectares[position])

    def written(self) -> list[float]:
        """The values that occur, the smallest first."""
        return sorted(self._cells)

    def cells(self, value: float) -> int:
        """How many cells that count were given a value."""
        return self._cells.get(value, 0)

    def hectares(self, value: float) -> float:
        """Their area."""
        if self._area.uniform is not None:
            return self.cells(value) * self._area.uniform
        return self._hectares.get(value, 0.0)

    def close(
        self,
        legend: Iterable[tuple[float, str, str]],
        column: str,
        number_of: Callable[[float, float], float],
    ) -> None:
        """Write the attribute table, of value, name and colour, and close.

        Args:
            column: a further one, with the numbers that follow from value and hectares.
        """
        rows = []
        for value, name, colour in legend:
            hectares = self.hectares(value)
            number = number_of(value, hectares)
            rows.append(Category(value, name, colour, self.cells(value), hectares, (number,)))
        self.tiff.set_categories(rows, ((column, gdal.GFT_Real),))
        self.tiff.close()


class TalliedRaster(CountedRaster):
    """Writes a raster of values whose legend, value, name and colour, is known beforehand."""

    def __init__(self, writer: RasterWriter, tiff: GeoTiff, legend: Sequence[tuple[int, str, str]]):
        super().__init__(tiff, writer.series.area)
        self.legend = legend

    def finish(self, census: Census) -> None:
        total = census.total_hectares
        self.close(self.legend, "Share_pct", lambda _, hectares: percent(hectares, total) or 0.0)


class ValueRaster(CountedRaster):
    """A raster that counts its values, and makes a legend of them."""

    def label(self, name_of: Callable[[float], str]) -> None:
        """Close, with a named row for each value up to MOST_VALUES."""
        values = self.written() if len(self._cells) <= MOST_VALUES else []
        colours = value_colours(values)
        legend = [(value, name_of(value), colours[value]) for value in values]
        self.close(legend, "Total", lambda value, hectares: value * hectares)

    def amounts(self) -> list[float]:
        """Value x hectares, by value."""
        return [value * self.hectares(value) for value in self.written()]


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


def to_digits(values: Floats) -> Floats:
    """Values to DIGITS significant digits, in the same shape, and apart from what means no data."""
    different, positions = np.unique(values, return_inverse=True)
    written = np.array([float(f"{value:.{DIGITS}g}") for value in different], np.float64)
    written[written == NODATA] = np.nextafter(NODATA, 0)
    return written[positions].reshape(values.shape)


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
