"""Parts of the land that are counted apart: inside polygons, or by the values of a raster.

A stratum is a whole number from 1 on; 0 is land in none. The pass takes the strata as one column
beside the dates, which tells cells apart but does not decide which of them count.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import DataError, Notes
from ..base.numbers import Bytes, Flags, Ints, NDArray
from ..raster.grid import Grid, Window
from ..raster.source import Raster, RasterInput
from .class_codes import LeftOut, coder_by
from .packed_columns import CellColumn, PlacedColumn, RasterColumn, SpanColumn
from .polygon_rasterizer import Edges
from .series import Series

if TYPE_CHECKING:
    from .block_combinations import Numbers
    from .packed_columns import Cells, Mask


# A raster's values get numbers as they get class codes, in the same type.
MOST_VALUES = int(np.iinfo(np.int16).max)


class Strata:
    """Gives the cells of a grid their strata; asked by several threads at a time.

    `raster` is what the pass reads for it along with the dates, if anything.
    """

    raster: Raster | None = None

    def column(
        self, window: Window, *read: tuple[Cells, Mask], inside: Flags | None = None
    ) -> CellColumn:
        """The numbers of the strata of a window's cells.

        Args:
            read: values and mask of the window in `raster`, where there is one.
            inside: which cells lie inside the run's mask, where not all do; what the others are
                said to hold does not matter.
        """
        raise NotImplementedError

    def ranks(self) -> Ints:
        """The stratum that each number of a block stands for, among all that turned up so far.

        Numbers may depend on which thread was faster; the order of the strata does not, nor do
        the strata once all cells are read.
        """
        raise NotImplementedError


def by_rank(values: Numbers) -> tuple[Numbers, Ints]:
    """Each value's rank among the numbers that occur, and these in their order.

    There are some ten thousand numbers at most: looking which of them occur is several times as
    fast as sorting them.
    """
    occurs = np.zeros(int(values.max(initial=0)) + 1, bool)
    occurs[values] = True
    occurring = np.flatnonzero(occurs)
    kind = np.uint8 if occurring.size <= 1 << 8 else np.uint16
    ranks: NDArray[np.integer] = np.zeros(occurs.size, kind)
    ranks[occurring] = np.arange(occurring.size)
    return ranks[values], occurring


class _StratumColumn(RasterColumn):
    """A raster's values as strata: land without a value is in none."""

    _occurring: Ints | None = None

    def keys(self, starts: Ints | None) -> Numbers:
        codes = super().keys(starts)
        if self.is_plain:
            return codes
        # There may be many more strata than occur in a window; what tells cells apart is small.
        ranks, self._occurring = by_rank(codes)
        return ranks

    def meant(self, keys: Numbers) -> Numbers:
        return super().meant(keys) if self._occurring is None else self._occurring[keys]

    def masked(self, mask: Bytes) -> NDArray[np.uint16]:
        return np.zeros(mask.size, np.uint16)

    def not_whole(self, label: str, value: float, row: int, column: int) -> DataError:
        return DataError(
            "{label} holds {value:.10g} in row {row}, column {column}; units are whole numbers",
            label=label,
            value=value,
            row=row,
            column=column,
        )


class RasterStrata(Strata):
    """Strata of a raster's values, each value one; nodata and land beyond its edge lie in none."""

    raster: Raster

    def __init__(self, raster: Raster):
        self.raster = raster
        self._values: list[int] = []
        self._ranks = np.zeros(1, np.int64)
        self._left_out = LeftOut(raster)
        self._coder = coder_by(raster, self._learn)

    @classmethod
    def on(cls, series: Series, source: RasterInput, notes: Notes) -> RasterStrata:
        """Of a raster brought onto the cells of a series (Series.brought)."""
        return cls(series.brought(source, notes))

    @property
    def values(self) -> list[int]:
        """The values that occur, in the order of their strata; the first one is stratum 1."""
        return sorted(self._values)

    @property
    def learned(self) -> list[int]:
        """The values that turned up so far, in the order of their numbers in a block from 1 on."""
        return list(self._values)

    def ranks(self) -> Ints:
        ranks, values = self._ranks, list(self._values)
        if ranks.size <= len(values):
            ranks = np.zeros(len(values) + 1, np.int64)
            ranks[1 + np.argsort(np.array(values, object))] = np.arange(1, len(values) + 1)
            self._ranks = ranks
        return ranks

    def _learn(self, value: float) -> int:
        """The number of a value met for the first time; the coder asks one thread at a time."""
        if self._left_out(value):
            return 0
        if len(self._values) == MOST_VALUES:
            raise DataError(
                "{label} holds more than {limit} different values, too many for units",
                label=self.raster.label,
                limit=MOST_VALUES,
            )
        self._values.append(int(value))
        return len(self._values)

    def column(
        self, window: Window, *read: tuple[Cells, Mask], inside: Flags | None = None
    ) -> CellColumn:
        ((cells, mask),) = read
        return _StratumColumn(window, self.raster, self._coder, cells, mask)


MOST_STRATA = int(np.iinfo(np.uint16).max)


class PolygonStrata(Strata):
    """Strata of polygons: a cell is inside where its centre is.

    A centre on the line between two polygons is in one of them. Where polygons overlap, the first
    has the cell. GDAL's own rasterizing is not for this: for each row of each block it goes
    through all edges of a polygon, which takes 0.1 s for a million cells and a boundary of
    100,000 corners. Places are worked out on the whole grid, so that no cell depends on its block.

    Args:
        polygons: a stratum and one of its polygons, valid and as WKB in the grid's reference
            system.

    Attributes:
        overlapping: cells in more than one polygon, in the windows asked for so far; of those that
            a mask cuts, the cells inside it.
    """

    def __init__(self, polygons: Iterable[tuple[int, bytes]], grid: Grid):
        polygons = list(polygons)
        strata = [stratum for stratum, _ in polygons]
        most = max(strata, default=0)
        if most > MOST_STRATA:
            raise DataError(
                "the polygons are {count} units, more than the {limit} that can be told apart; "
                "UNIT_FIELD can give several of them one name",
                count=most,
                limit=MOST_STRATA,
            )
        self.overlapping = 0
        self._lock = threading.Lock()
        self._strata = np.array(strata, np.int64)
        self._ranks = np.arange(most + 1)
        self._edges = Edges((wkb for _, wkb in polygons), grid)

    def ranks(self) -> Ints:
        return self._ranks

    def column(
        self, window: Window, *read: tuple[Cells, Mask], inside: Flags | None = None
    ) -> CellColumn:
        begins, ends, polygons = self._edges.spans(window)
        strata = self._strata[polygons]
        overlap = np.zeros(begins.size, bool)
        overlap[:-1] = begins[1:] < ends[:-1]
        overlap[1:] |= begins[1:] < np.maximum.accumulate(ends)[:-1]
        inner = np.stack([begins[~overlap], ends[~overlap]], axis=1)
        edges: Ints = np.append(inner, window.cells)
        between = np.zeros(edges.size, np.int64)
        between[1::2] = strata[~overlap]
        filled = np.diff(edges, prepend=0) > 0
        edges = edges[filled]
        keys, occurring = by_rank(np.append(between[filled], strata[overlap]))
        column = SpanColumn(edges, keys[: edges.size], occurring)
        if not overlap.any():
            return column
        cells = column.keys(None)
        begins, ends, keys = begins[overlap], ends[overlap], keys[edges.size :]
        for span in np.argsort(polygons[overlap])[::-1]:
            cells[begins[span] : ends[span]] = keys[span]
        self._count_overlapping(begins, ends, inside)
        return PlacedColumn(cells, occurring)

    def _count_overlapping(self, begins: Ints, ends: Ints, inside: Flags | None) -> None:
        """Add the cells inside the mask that lie in more than one of some spans."""
        edges = np.concatenate([begins, ends])
        order = np.argsort(edges)
        depth = np.cumsum(np.repeat([1, -1], begins.size)[order])
        edges = edges[order]
        if inside is not None:
            edges = np.append(0, np.cumsum(inside))[edges]
        lengths = np.diff(edges)
        with self._lock:
            self.overlapping += int(lengths[depth[:-1] > 1].sum())
