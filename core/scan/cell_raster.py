"""Rasters derived from the values of a cell at all dates, such as zones, densities and years of
change, and small pictures of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal

from ..base.colours import interpolate_ramp
from ..base.dates import Period
from ..base.numbers import FloatArray, NDArray, compute_percent
from ..raster.area import CellArea
from ..raster.geotiff import TILE_SIZE, GeoTiffWriter, RasterCategory
from ..raster.grid import Window
from ..scheme.classes import LandClass
from .block import Block
from .class_codes import FIRST_CLASS_CODE
from .consumer import BlockConsumer, BlockPart, RasterWriter
from .count_result import CountResult
from .series import Series

if TYPE_CHECKING:
    from .block_combinations import Value

    # Values by from-class and to-class, shape (n, n), for a list of n classes.
    PairTable = Callable[[list[LandClass]], NDArray[Value]]
    from numpy.typing import DTypeLike

    from .block_combinations import Value

NODATA = -9999.0
# Maximum number of values in a legend; rasters with more get none.
MAX_LEGEND_VALUES = 1000
# Significant digits that survive the text of an attribute table; otherwise QGIS would find no
# colour for cells with such a value.
SIGNIFICANT_DIGITS = 12

# Neutral at 0 and darker away from it; positive and negative values differ in blue and brown, which
# are distinguishable with red-green colour blindness.
ZERO_COLOUR = "#e6e8e2"
POSITIVE_RAMP = ("#b7e0d6", "#35978f", "#003c30")
NEGATIVE_RAMP = ("#f1ddb0", "#bf812d", "#543005")


class CellRaster(BlockConsumer):
    """Raster written in the scan, created by the RasterWriter; excluded cells get its NoData."""

    block_height = TILE_SIZE

    def __init__(self, tiff: GeoTiffWriter):
        self.tiff = tiff

    def compute_values(self, block: Block) -> NDArray[np.generic]:
        """Return values, (combinations,), ignored if invalid; several threads call this."""
        raise NotImplementedError

    def process_block(self, block: Block) -> BlockPart:
        return self.expand_values(block, self.compute_values(block))

    def expand_values(self, block: Block, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """Return values by combination as values by cell, NoData for invalid combinations."""
        if block.valid is not None:
            shown = np.full_like(values, self.tiff.nodata)
            shown[block.valid] = values[block.valid]
            values = shown
        return block.expand_to_cells(values)

    def merge_block(self, window: Window, part: BlockPart) -> None:
        self.tiff.write_window(window, part)

    def finalize_results(self, census: CountResult) -> None:
        self.tiff.close()


class CountedRaster(CellRaster):
    """Raster that counts the cells and hectares of its valid cells by value."""

    def __init__(self, tiff: GeoTiffWriter, area: CellArea):
        CellRaster.__init__(self, tiff)
        self._area = area
        self._cells: dict[float, int] = {}
        self._hectares: dict[float, float] = {}

    def process_block(self, block: Block) -> BlockPart:
        values = self.compute_values(block)
        return self.expand_values(block, values), self.tally_values(block, values)

    def tally_values(self, block: Block, values: NDArray[np.generic]) -> BlockPart:
        """Return the valid cells of a block by value."""
        different, positions = np.unique(values, return_inverse=True)
        return different, block.tally_by_code(positions.ravel(), different.size)

    def merge_block(self, window: Window, part: BlockPart) -> None:
        values, (different, (cells, hectares)) = part
        super().merge_block(window, values)
        for position in np.flatnonzero(cells):
            value = float(different[position])
            self._cells[value] = self._cells.get(value, 0) + int(cells[position])
            if hectares is not None:
                self._hectares[value] = self._hectares.get(value, 0.0) + float(hectares[position])

    def written_values(self) -> list[float]:
        """Return the values that occur, in ascending order."""
        return sorted(self._cells)

    def cell_count(self, value: float) -> int:
        """Return the number of valid cells with a value."""
        return self._cells.get(value, 0)

    def value_hectares(self, value: float) -> float:
        """Return the area of the valid cells with a value."""
        if self._area.uniform is not None:
            return self.cell_count(value) * self._area.uniform
        return self._hectares.get(value, 0.0)

    def close_with_legend(
        self,
        legend: Iterable[tuple[float, str, str]],
        column: str,
        amount_of: Callable[[float, float], float],
    ) -> None:
        """Write the attribute table of value, name and colour, and close the file.

        Args:
            column: name of an additional column, calculated from value and hectares.
        """
        rows = []
        for value, name, colour in legend:
            hectares = self.value_hectares(value)
            amount = amount_of(value, hectares)
            rows.append(
                RasterCategory(value, name, colour, self.cell_count(value), hectares, (amount,))
            )
        self.tiff.set_categories(rows, ((column, gdal.GFT_Real),))
        self.tiff.close()


class FixedLegendRaster(CountedRaster):
    """Raster with a predefined legend of value, name and colour."""

    def __init__(
        self, writer: RasterWriter, tiff: GeoTiffWriter, legend: Sequence[tuple[int, str, str]]
    ):
        super().__init__(tiff, writer.series.area)
        self.legend = legend

    def finalize_results(self, census: CountResult) -> None:
        total = census.valid_area_ha
        self.close_with_legend(
            self.legend, "Share_pct", lambda _, hectares: compute_percent(hectares, total) or 0.0
        )


class ValueRaster(CountedRaster):
    """Raster with a legend of the values that occur."""

    def close_with_labels(self, name_of: Callable[[float], str]) -> None:
        """Close the file with a named legend row for each value, up to MAX_LEGEND_VALUES."""
        values = self.written_values() if len(self._cells) <= MAX_LEGEND_VALUES else []
        colours = value_colours(values)
        legend = [(value, name_of(value), colours[value]) for value in values]
        self.close_with_legend(legend, "Total", lambda value, hectares: value * hectares)

    def value_totals(self) -> list[float]:
        """Return value x hectares, by value."""
        return [value * self.value_hectares(value) for value in self.written_values()]


class ClassPairRaster(CellRaster):
    """Raster of a period with values by the pair of classes at its two dates."""

    def __init__(self, period: Period, tiff: GeoTiffWriter, table: PairTable[np.generic]):
        super().__init__(tiff)
        self.period = period
        self._table = table
        # By pair code, for the classes known at the latest call.
        self._by_pair: NDArray[np.generic] | None = None
        self._n_codes = 0
        self._lock = threading.Lock()

    def compute_values(self, block: Block) -> NDArray[np.generic]:
        """Return the values by combination, (combinations,); 0 for those not valid at all dates."""
        pairs, n_codes = block.pair_codes(self.period.earlier, self.period.later), block.n_codes
        with self._lock:
            if self._by_pair is None or self._n_codes != n_codes:
                inner = self._table(block.classes)
                whole = np.zeros((n_codes, n_codes), inner.dtype)
                whole[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:] = inner
                self._by_pair, self._n_codes = whole.ravel(), n_codes
            by_pair = self._by_pair
        return by_pair[pairs]


def round_significant(values: FloatArray) -> FloatArray:
    """Return values rounded to SIGNIFICANT_DIGITS in the same shape, and distinct from NoData."""
    different, positions = np.unique(values, return_inverse=True)
    written = np.array(
        [float(f"{value:.{SIGNIFICANT_DIGITS}g}") for value in different], np.float64
    )
    written[written == NODATA] = np.nextafter(NODATA, 0)
    return written[positions].reshape(values.shape)


def value_colours(values: Sequence[float]) -> dict[float, str]:
    """Return colours by value: 0 neutral, positive and negative ones by rank along two ramps."""
    colours = {0.0: ZERO_COLOUR}
    for ramp, ranked in (
        (POSITIVE_RAMP, sorted(v for v in values if v > 0)),
        (NEGATIVE_RAMP, sorted((v for v in values if v < 0), reverse=True)),
    ):
        for rank, value in enumerate(ranked, 1):
            colours[value] = interpolate_ramp(ramp, rank / len(ranked))
    return colours


class PixelSampler(BlockConsumer):
    """Small picture of a window made during the scan; each pixel is the cell at its centre, and
    there are no more pixels than cells."""

    def __init__(self, window: Window, shape: tuple[int, int]):
        # Grid rows and columns of the pixels.
        self._rows = window.row + centre_cells(window.height, shape[0])
        self._columns = window.column + centre_cells(window.width, shape[1])

    def sample_pixels(
        self, block: Block, values: NDArray[Value]
    ) -> tuple[slice, slice, NDArray[Value]]:
        """Return the position of a block's pixels in the picture, and their values."""
        window = block.window
        rows = _position_slice(self._rows, window.row, window.height)
        columns = _position_slice(self._columns, window.column, window.width)
        down, across = self._rows[rows] - window.row, self._columns[columns] - window.column
        # Only the few cells that are shown are looked up.
        return rows, columns, block.cell_values(values, down[:, None] * window.width + across)


class Thumbnail(PixelSampler):
    """Picture of one number per cell: `cells`, (height, width).

    Args:
        values: function returning the values of a block by combination, shape
            (combinations,); called by several threads at a time.
        nodata: value of cells that are not valid at all dates.
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

    def process_block(self, block: Block) -> BlockPart:
        values = self._values(block)
        if block.valid is not None:
            values[~block.valid] = self._nodata
        return self.sample_pixels(block, values)

    def merge_block(self, window: Window, part: BlockPart) -> None:
        rows, columns, pixels = part
        self.cells[rows, columns] = pixels


class HistoryThumbnail(PixelSampler):
    """Picture of the land use of cells at all dates, for use after the scan.

    Pixels with the same history share a combination, so that it needs little memory even
    for many dates.

    Attributes:
        classes: class indices in table order by date and combination, shape (dates,
            combinations), after the scan; NONE for the first one, which is that of cells
            not valid at all dates.
        combinations: combination of each pixel, in grid orientation.
    """

    NONE = -1

    def __init__(self, series: Series, shape: tuple[int, int]):
        super().__init__(series.window, shape)
        self.combinations: NDArray[np.int32] = np.zeros(shape, np.int32)
        self.classes: NDArray[np.int64] = np.empty(0, np.int64)
        self._codes = [np.zeros((len(series.rasters), 1), np.uint16)]
        self._count = 1

    def process_block(self, block: Block) -> BlockPart:
        rows, columns, combinations = self.sample_pixels(block, np.arange(block.cells.size))
        shown = np.zeros(block.cells.size, np.bool_)
        shown[combinations] = True
        if block.valid is not None:
            shown &= block.valid
        # From 1 for the combinations shown.
        indices = np.cumsum(shown) * shown
        codes = np.array([of_date[shown] for of_date in block.codes], np.uint16)
        return rows, columns, indices[combinations], codes

    def merge_block(self, window: Window, part: BlockPart) -> None:
        rows, columns, indices, codes = part
        self.combinations[rows, columns] = np.where(indices, indices + (self._count - 1), 0)
        self._codes.append(codes)
        self._count += codes.shape[1]

    def finalize_results(self, census: CountResult) -> None:
        self.number_classes(census.codes)

    def number_classes(self, codes: NDArray[np.uint16]) -> None:
        """Set class indices in table order, given the final codes."""
        class_indices = codes.astype(np.int64) - FIRST_CLASS_CODE
        self.classes = np.maximum(class_indices, self.NONE)[np.concatenate(self._codes, axis=1)]
        self._codes = []


def centre_cells(cells: int, pixels: int) -> NDArray[np.int64]:
    """Return the cell at the centre of each pixel."""
    return (np.arange(pixels) * 2 + 1) * cells // (2 * pixels)


def _position_slice(positions: NDArray[np.int64], start: int, size: int) -> slice:
    """Return the slice of ascending positions within a range."""
    first, end = np.searchsorted(positions, (start, start + size))
    return slice(int(first), int(end))
