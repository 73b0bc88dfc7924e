"""Year of disturbance or reclamation from year rasters.

Changes are determined by the land-use dates, their years by the rasters. These are
read, and divide combinations, only where land changed accordingly: years of all land
would give far more combinations, most of them unused.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

from ..base.dates import Date
from ..base.numbers import BoolArray, ByteArray, IntArray, NDArray
from ..raster.area import CellArea
from ..raster.grid import Window
from ..raster.reader import VALID_CODE, RasterReader
from ..raster.source import Raster, convert_to_dtype
from .class_codes import FIRST_CLASS_CODE

if TYPE_CHECKING:
    from .block import Block

    # For each combination of a block, whether it was disturbed in each interval between two dates,
    # and whether it was reclaimed, (intervals, combinations) each.
    Changes = Callable[[Block], tuple[BoolArray, BoolArray]]

# Codes in place of a year: land without a year, and land with a year outside the intervals in which
# it changed.
NO_YEAR, OUTSIDE_YEAR = 0, 1
# Rank of the year after the first date.
FIRST_YEAR_RANK = 2
# Larger numbers are neither years nor codes of years.
MAX_YEAR_VALUE = 1 << 31
# For data types of up to so many bytes, all possible values are looked up in advance.
MAX_LOOKUP_BYTES = 2
# Share of the sampled values that are class values from which a raster may be a map of classes, and
# of the cells from which it is, whatever the classes.
MIN_CLASS_SHARE, MIN_CLASS_CELLS = 0.5, 0.95
# Maximum number of bins for combinations and years in a block.
MAX_BINS = 1 << 20


@dataclass
class YearRaster:
    """Raster of years on the grid of a series.

    Attributes:
        offset: number added to its values.
        ends: years of the first and last date of land use.
        class_indices: class of the land use by value, if most of its own values have one.
        years: its years in order; for large rasters as far as known from a sample and from
            changed land.
        fractions: those of fractional values in the sample, rounded down, if it has no others.
        class_cells: cells with the value of their own class at any date, of any class, and
            all, (2, 3), of unchanged and changed land.
    """

    raster: Raster
    offset: int
    ends: tuple[int, int]
    class_indices: Mapping[int, int] = field(default_factory=dict)
    years: IntArray = field(default_factory=lambda: np.empty(0, np.int64))
    fractions: IntArray = field(default_factory=lambda: np.empty(0, np.int64))
    class_cells: IntArray = field(default_factory=lambda: np.zeros((2, 3), np.int64))

    @classmethod
    def from_raster(
        cls,
        raster: Raster,
        offset: int,
        dates: Sequence[Date],
        windows: Iterable[Window],
        class_indices: Mapping[int, int],
    ) -> YearRaster:
        """Return a year raster with its years sampled from some windows."""
        own = cls(raster, offset, (int(dates[0].year), int(dates[-1].year)))
        reader = RasterReader(raster)
        # Adjacent windows may share strips.
        for _, in_row in groupby(windows, key=lambda window: window.row):
            for window in in_row:
                values, mask = reader.read_window(window)
                years, is_known = own.decode_years(values, mask)
                own.years = np.union1d(own.years, years[is_known])
                if not own.years.size:
                    years, is_known = own.decode_years(values, mask, is_whole=False)
                    own.fractions = np.union1d(own.fractions, years[is_known])
            reader.flush_cache()
        in_legend = np.isin(own.years - offset, list(class_indices))
        if in_legend.sum() >= MIN_CLASS_SHARE * in_legend.size > 0:
            own.class_indices = class_indices
        return own

    def decode_years(
        self, values: NDArray[Any], mask: ByteArray | None, is_whole: bool = True
    ) -> tuple[IntArray, BoolArray]:
        """Return the years of cell values, rounded down, and which cells have a (whole) one."""
        is_known: BoolArray = values != 0
        if mask is not None:
            is_known &= mask == VALID_CODE
        for value in self.raster.left_out:
            stored = convert_to_dtype(value, self.raster.dtype)
            if stored is not None:
                is_known &= values != stored
        for low, high in self.raster.source.nodata_ranges:
            is_known &= (values < low) | (values > high)
        scale, offset = self.raster.scale
        year_values = values if (scale, offset) == (1.0, 0.0) else values * scale + offset
        if year_values.dtype.kind == "f":
            with np.errstate(invalid="ignore"):
                is_known &= np.abs(year_values) < MAX_YEAR_VALUE
                if is_whole:
                    is_known &= np.rint(year_values) == year_values
            year_values = np.floor(np.where(is_known, year_values, 0))
        years: IntArray = year_values.astype(np.int64) + self.offset
        return years, is_known

    def count_class_cells(self, block: Block, reader: RasterReader, changed: BoolArray) -> IntArray:
        """Return the counts of a block, as in class_cells; `changed`: by combination."""
        years, is_known = self.decode_years(*reader.read_window(block.window))
        cells, flags = np.flatnonzero(is_known), np.zeros((2, years.size), bool)
        values = years.ravel()[cells] - self.offset
        legend, indices = np.array(sorted(self.class_indices.items())).T
        positions = np.searchsorted(legend, values).clip(max=legend.size - 1)
        is_class = legend[positions] == values
        codes = np.where(is_class, indices[positions] + FIRST_CLASS_CODE, 0)
        dates = [codes == block.cell_values(of_date, cells) for of_date in block.codes]
        flags[:, cells] = np.any(dates, axis=0), is_class
        counts = np.stack([*map(block.count_flagged_cells, flags), block.cells])
        is_valid = np.ones_like(changed) if block.valid is None else block.valid
        return np.stack([counts[:, of & is_valid].sum(axis=1) for of in (~changed, changed)])

    @property
    def is_class_map(self) -> bool:
        """Whether it shows classes, not years: those of over half of all land, and of half of the
        unchanged land, or any classes on nearly all land."""
        own, of_class, land = self.class_cells.sum(axis=0)
        is_own = 2 * own > land and 2 * self.class_cells[0, 0] >= self.class_cells[0, 2]
        return bool(is_own or of_class >= MIN_CLASS_CELLS * (land or 1))

    @property
    def rank_count(self) -> int:
        """Number of ranks."""
        return FIRST_YEAR_RANK + self.ends[1] - self.ends[0]

    def cell_ranks(
        self, values: NDArray[Any], mask: ByteArray | None, cells: IntArray
    ) -> NDArray[np.integer]:
        """Return ranks of the years of some cells: 0 without a year, 1 for a year not after the
        first date or after the last, else counted from FIRST_YEAR_RANK."""
        there = values.ravel()[cells]
        if there.dtype.itemsize <= MAX_LOOKUP_BYTES and mask is None:
            ranks: NDArray[np.integer] = self._rank_table[there.view(f"u{there.dtype.itemsize}")]
            return ranks
        return self._rank_years(there, None if mask is None else mask.ravel()[cells])

    @cached_property
    def _rank_table(self) -> NDArray[np.integer]:
        """Rank of each possible value of a small data type."""
        size = self.raster.dtype.itemsize
        return self._rank_years(
            np.arange(1 << 8 * size, dtype=f"u{size}").view(self.raster.dtype), None
        )

    def _rank_years(self, values: NDArray[Any], mask: ByteArray | None) -> NDArray[np.integer]:
        years, is_known = self.decode_years(values, mask)
        between = (years > self.ends[0]) & (years <= self.ends[1])
        ranks = np.where(between, years - self.ends[0] - 1 + FIRST_YEAR_RANK, 1) * is_known
        return ranks.astype(np.min_scalar_type(self.rank_count))


class ChangeYears:
    """Years of disturbance and recovery of a run; one of the rasters may be missing.

    Args:
        rasters: rasters of disturbance and recovery.
        dates: dates of land use.
        changes: function returning which combinations of a block were disturbed and
            reclaimed.
    """

    def __init__(
        self,
        rasters: Sequence[YearRaster | None],
        dates: Sequence[Date],
        area: CellArea,
        changes: Changes,
    ):
        self.rasters, self._area = rasters, area
        self._ends = np.array([int(date.year) for date in dates])
        self._changes, self._lock = changes, threading.Lock()
        self._there = [(kind, own) for kind, own in enumerate(rasters) if own is not None]

    @property
    def year_rasters(self) -> list[Raster]:
        """Available rasters, in order."""
        return [own.raster for _, own in self._there]

    def split_by_year(self, block: Block, readers: Sequence[RasterReader]) -> Block:
        """Return the block with changed combinations divided by year.

        Args:
            readers: readers of `year_rasters`.
        """
        by_kind = self._changes(block)
        has_changed: BoolArray = np.any(
            [by_kind[kind].any(axis=0) for kind, _ in self._there], axis=0
        )
        for (_, own), reader in zip(self._there, readers):
            if own.class_indices:
                counts = own.count_class_cells(block, reader, has_changed)
                with self._lock:
                    own.class_cells += counts
        if not has_changed.any():
            block.years = np.zeros((2, block.cells.size), np.int64)
            return block
        same, changed = np.flatnonzero(~has_changed), np.flatnonzero(has_changed)
        cells, keys = block.select_cells(has_changed, np.cumsum(has_changed) - 1)
        shape = [changed.size]
        for (kind, own), reader in zip(self._there, readers):
            is_read = by_kind[kind].any()
            shape.append(own.rank_count if is_read else 1)
            if is_read:
                keys = keys * own.rank_count + own.cell_ranks(
                    *reader.read_window(block.window), cells
                )
        if prod(shape) > max(MAX_BINS, cells.size):
            occurring, keys = np.unique(keys, return_inverse=True)
        else:
            occurring = np.arange(prod(shape))
        counts = np.bincount(keys, minlength=occurring.size)
        there = np.flatnonzero(counts)
        origins, *ranks = np.unravel_index(occurring[there], shape)
        # Land with a year outside its intervals of change is one part, whatever the year.
        together = changed[origins] << 32
        for (kind, own), of_years in zip(self._there, ranks):
            codes = self._year_codes(own, of_years, by_kind[kind], changed[origins])
            together += codes << (0 if kind else 16)
        parts, part_of = np.unique(together, return_inverse=True)
        part_of_key = np.zeros(occurring.size, np.int64)
        part_of_key[there] = part_of
        hectares = block.hectares
        if hectares is not None:
            row, column = np.divmod(cells, block.window.width)
            size = block.window.height, block.window.width
            of_cells = np.broadcast_to(self._area.cell_hectares(block.window), size)[row, column]
            of_parts = np.bincount(part_of_key[keys], of_cells, parts.size)
            hectares = np.append(hectares[same], of_parts)

        def by_cell() -> NDArray[np.integer]:
            index = np.zeros(block.cells.size, np.min_scalar_type(same.size + parts.size))
            index[same] = np.arange(same.size)
            indices = block.expand_to_cells(index).ravel()
            indices[cells] = (same.size + part_of_key)[keys]
            return indices

        # Unchanged land comes first and has no years.
        whole = np.append(same << 32, parts)
        years = np.stack([whole >> 16 & 0xFFFF, whole & 0xFFFF])
        counts_of_parts = np.bincount(part_of, counts[there], parts.size).astype(np.int64)
        sums = np.append(block.cells[same], counts_of_parts)
        return block.split_combinations(whole >> 32, years, sums, hectares, by_cell)

    def _year_codes(
        self, own: YearRaster, ranks: IntArray, changed: BoolArray, origins: IntArray
    ) -> IntArray:
        """Return the year codes of combinations by rank: the year if their land changed in its
        interval, OUTSIDE_YEAR if it changed in another one, NO_YEAR without a year or a change."""
        years = ranks + self._ends[0] + 1 - FIRST_YEAR_RANK
        with self._lock:
            own.years = np.union1d(own.years, years[ranks >= FIRST_YEAR_RANK])
        interval = np.clip(np.searchsorted(self._ends, years) - 1, 0, len(changed) - 1)
        is_within = (ranks >= FIRST_YEAR_RANK) & changed[interval, origins]
        is_known = (ranks > 0) & np.any(changed[:, origins], axis=0)
        return np.where(is_known, np.where(is_within, years, OUTSIDE_YEAR), NO_YEAR)
