"""Strata that are polygons: of which polygon the cells are whose centre lies inside one."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Flags, Ints
from ..base.messages import DataError
from ..raster.grid import Grid, Window
from .columns import CellColumn, PlacedColumn, SpanColumn
from .edges import Edges
from .strata import Strata, by_place

if TYPE_CHECKING:
    from .columns import Cells, Mask

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
        grid: the cells.

    Attributes:
        overlapping: cells in more than one polygon, in the windows asked for so far; of those that
            a mask cuts, the cells inside it.

    Raises:
        DataError: there are more strata than a column can hold.
    """

    def __init__(self, polygons: Iterable[tuple[int, bytes]], grid: Grid):
        strata: list[int] = []
        edges = Edges(_told(polygons, strata), grid)
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
        self._edges = edges

    def ranks(self) -> Ints:
        return self._ranks

    def column(
        self, window: Window, *read: tuple[Cells, Mask], inside: Flags | None = None
    ) -> CellColumn:
        begins, ends, polygons = self._edges.spans(window)
        strata = self._strata[polygons]
        overlap = _overlap(begins, ends)
        inner = np.stack([begins[~overlap], ends[~overlap]], axis=1)
        edges: Ints = np.append(inner, window.cells)
        held = np.zeros(edges.size, np.int64)
        held[1::2] = strata[~overlap]
        filled = np.diff(edges, prepend=0) > 0
        edges = edges[filled]
        numbers, places = by_place(np.append(held[filled], strata[overlap]))
        column = SpanColumn(edges, places[: edges.size], numbers)
        if not overlap.any():
            return column
        cells = column.numbers(None)
        begins, ends, places = begins[overlap], ends[overlap], places[edges.size :]
        for span in np.argsort(polygons[overlap])[::-1]:
            cells[begins[span] : ends[span]] = places[span]
        self._count_overlapping(begins, ends, inside)
        return PlacedColumn(cells, numbers)

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


def _told(polygons: Iterable[tuple[int, bytes]], strata: list[int]) -> Iterator[bytes]:
    """The polygons one after the other; the stratum of each is added to the list."""
    for number, wkb in polygons:
        strata.append(number)
        yield wkb


def _overlap(begins: Ints, ends: Ints) -> Flags:
    """Which of some spans, in the order of their beginnings, have a cell in common with another."""
    overlap = np.zeros(begins.size, bool)
    overlap[:-1] = begins[1:] < ends[:-1]
    overlap[1:] |= begins[1:] < np.maximum.accumulate(ends)[:-1]
    return overlap
