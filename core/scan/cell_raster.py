"""Rasters that follow from what a cell holds at all dates: zones, densities, years of a change; and
small pictures of them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

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
from .series import Series

if TYPE_CHECKING:
    from .block_combinations import Value

    # Values by from-class and to-class, shape (n, n), for a list of n classes.
    PairTable = Callable[[list[LandClass]], NDArray[Value]]
    from numpy.typing import DTypeLike

    from .block_combinations import Value

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
        amount_of: Callable[[float, float], float],
    ) -> None:
        """Write the attribute table, of value, name and colour, and close.

        Args:
            column: a further one, with the numbers that follow from value and hectares.
        """
        rows = []
        for value, name, colour in legend:
            hectares = self.hectares(value)
            amount = amount_of(value, hectares)
            rows.append(Category(value, name, colour, self.cells(value), hectares, (amount,)))
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


class Pixels(Consumer):
    """A small picture of a window, made in the pass and kept in memory; every pixel is the cell at
    its middle, and there are no more of them than of cells."""

    def __init__(self, window: Window, shape: tuple[int, int]):
        # The rows and columns of the grid that are shown.
        self._rows = window.row + middles(window.height, shape[0])
        self._columns = window.column + middles(window.width, shape[1])

    def shown(self, block: Block, values: NDArray[Value]) -> tuple[slice, slice, NDArray[Value]]:
        """Where the pixels of a block lie in the picture, and their values by combination."""
        window = block.window
        rows = _within(self._rows, window.row, window.height)
        columns = _within(self._columns, window.column, window.width)
        down, across = self._rows[rows] - window.row, self._columns[columns] - window.column
        # Of a large raster few cells are shown: the others are not looked at.
        return rows, columns, block.at(values, down[:, None] * window.width + across)


class Thumbnail(Pixels):
    """A picture of one number for each cell: `cells`, (height, width).

    Args:
        values: gives the values of a block by combination, shape (combinations,); called by
            several threads at a time.
        nodata: the value of cells that are not valid at all dates.
    """

    def __init__(
        self,
        window: Window,
        shape: tuple[int, int],
        values: Callable[[Block], NDArray[np.unsignedinteger]],
        nodata: int = 0,
        dtype: DTypeLike = np.uint8,
    ):
        super().__init__(window, shape)
        self.cells: NDArray[np.unsignedinteger] = np.full(shape, nodata, dtype)
        self._values, self._nodata = values, nodata

    def take(self, block: Block) -> Part:
        values = self._values(block)
        if block.valid is not None:
            values[~block.valid] = self._nodata
        return self.shown(block, values)

    def merge(self, window: Window, part: Part) -> None:
        rows, columns, pixels = part
        self.cells[rows, columns] = pixels


class HistoryThumbnail(Pixels):
    """A picture of what cells are at all dates, for what is worked out after the pass.

    Pixels that are alike at all dates share a combination, so that it takes little room even of
    many dates.

    Attributes:
        classes: once it is finished, class numbers as the tables have them by date and
            combination, shape (dates, combinations); of the first one, which is that of the cells
            not valid at all dates, NONE.
        combinations: of each pixel, in the order of the grid's rows and columns.
    """

    NONE = -1

    def __init__(self, series: Series, shape: tuple[int, int]):
        super().__init__(series.window, shape)
        self.combinations: NDArray[np.int32] = np.zeros(shape, np.int32)
        self.classes: NDArray[np.int64] = np.empty(0, np.int64)
        self._codes = [np.zeros((len(series.rasters), 1), np.uint16)]
        self._count = 1

    def take(self, block: Block) -> Part:
        rows, columns, combinations = self.shown(block, np.arange(block.cells.size))
        shown = np.zeros(block.cells.size, np.bool_)
        shown[combinations] = True
        if block.valid is not None:
            shown &= block.valid
        # From 1 on, for those that are shown.
        indices = np.cumsum(shown) * shown
        codes = np.array([of_date[shown] for of_date in block.codes], np.uint16)
        return rows, columns, indices[combinations], codes

    def merge(self, window: Window, part: Part) -> None:
        rows, columns, indices, codes = part
        self.combinations[rows, columns] = np.where(indices, indices + (self._count - 1), 0)
        self._codes.append(codes)
        self._count += codes.shape[1]

    def finish(self, census: Census) -> None:
        self.close(census.codes)

    def close(self, codes: NDArray[np.uint16]) -> None:
        """Number the classes as the tables have them, by their codes there."""
        class_indices = codes.astype(np.int64) - FIRST_CLASS
        self.classes = np.maximum(class_indices, self.NONE)[np.concatenate(self._codes, axis=1)]
        self._codes = []


def middles(cells: int, pixels: int) -> NDArray[np.int64]:
    """The cell at the middle of each pixel."""
    return (np.arange(pixels) * 2 + 1) * cells // (2 * pixels)


def _within(positions: NDArray[np.int64], start: int, size: int) -> slice:
    """Which of some rising positions lie in a stretch."""
    first, end = np.searchsorted(positions, (start, start + size))
    return slice(int(first), int(end))
