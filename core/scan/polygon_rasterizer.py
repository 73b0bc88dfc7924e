"""Rasterization of polygons: edges, and the cells between consecutive crossings of a row.

Also the mask of a run: cells are valid only if their centre lies inside one of its
polygons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from osgeo import ogr

from ..base.numbers import BoolArray, FloatArray, IntArray
from ..raster.grid import Grid, Window

if TYPE_CHECKING:
    from .packed_columns import Cells, Mask

    # Starts and ends of spans of cells, and the polygon index of each.
    Spans = tuple[IntArray, IntArray, IntArray]

# Number of polygon edges per chunk of the spatial index.
EDGES_PER_CHUNK = 1 << 10


class PolygonEdges:
    """Edges of polygons (valid, WKB, CRS of the grid) and crossings with rows of cell centres."""

    def __init__(self, polygons: Iterable[bytes], grid: Grid):
        # Closed rings, grouped by polygon, and the polygon of each.
        rings: list[FloatArray] = [np.empty((0, 2))]
        owners = [0]
        for index, wkb in enumerate(polygons):
            of_polygon = list(_iter_rings(wkb))
            rings += of_polygon
            owners += [index] * len(of_polygon)
        # In grid coordinates with integers at cell centres.
        x, dx, _, y, _, dy = grid.transform
        corners = (np.concatenate(rings) - (x, y)) / (dx, dy) - 0.5
        sizes = [len(ring) for ring in rings]
        last = np.cumsum(sizes) - 1
        edges = np.delete(np.arange(len(corners)), last[np.array(sizes) > 0])
        begin, end = corners[edges], corners[edges + 1]
        # An edge shared by two polygons crosses a row at exactly the same position.
        upper, lower = np.where((begin[:, 1] <= end[:, 1])[:, None], (begin, end), (end, begin))
        # A centre at the upper end belongs to the edge, at the lower end to the next one.
        first = np.ceil(upper[:, 1]).clip(0, grid.height).astype(np.int64)
        stop = np.ceil(lower[:, 1]).clip(0, grid.height).astype(np.int64)
        kept = np.flatnonzero(first < stop)
        upper, lower = upper[kept], lower[kept]
        self._first, self._stop = first[kept], stop[kept]
        self._polygon = np.repeat(owners, sizes)[edges][kept]
        self._x, self._y = upper[:, 0].copy(), upper[:, 1].copy()
        self._slope = (lower[:, 0] - upper[:, 0]) / (lower[:, 1] - upper[:, 1])
        self._index_chunks(
            np.minimum(upper[:, 0], lower[:, 0]), np.maximum(upper[:, 0], lower[:, 0])
        )

    def _index_chunks(self, left: FloatArray, right: FloatArray) -> None:
        """Index the extent of each chunk of edges: its rows, and the columns of its polygon."""
        size = self._polygon.size
        if not size:
            self._pieces = np.empty((6, 0), np.int64)
            return
        begins = np.flatnonzero(np.diff(self._polygon, prepend=-1))
        sizes = np.diff(begins, append=size)
        lefts = np.repeat(np.minimum.reduceat(left, begins), sizes)
        rights = np.repeat(np.maximum.reduceat(right, begins), sizes)
        pieces = np.union1d(begins, np.arange(0, size, EDGES_PER_CHUNK))
        self._pieces = np.stack(
            [
                pieces,
                np.append(pieces[1:], size),
                np.minimum.reduceat(self._first, pieces),
                np.maximum.reduceat(self._stop, pieces),
                np.floor(lefts[pieces]).astype(np.int64),
                np.ceil(rights[pieces]).astype(np.int64),
            ]
        )

    def find_inside_spans(self, window: Window) -> Spans:
        """Return the cells of a window inside polygons, as spans within rows, sorted by start."""
        column, row = window.column, window.row
        end_column, end_row = column + window.width, row + window.height
        begins, ends, first, stop, left, right = self._pieces
        met = (first < end_row) & (stop > row) & (left < end_column) & (right >= column)
        edges = _concatenate_ranges(begins[met], ends[met])
        first = np.maximum(self._first[edges], row)
        stop = np.minimum(self._stop[edges], end_row)
        crossing = first < stop
        edges, first, stop = edges[crossing], first[crossing], stop[crossing]
        rows = _concatenate_ranges(first, stop)
        edges = np.repeat(edges, stop - first)
        x = self._x[edges] + (rows - self._y[edges]) * self._slope[edges]
        columns = np.ceil(x).clip(column, end_column).astype(np.int64) - column
        # Along a row, the inside lies between the first and second crossing, and so on.
        step = window.width + 1
        rows += self._polygon[edges] * window.height - row
        crossings = np.sort(rows * step + columns)
        begins, ends = crossings[::2], crossings[1::2]
        filled = begins < ends
        rows, columns = np.divmod(begins[filled], step)
        polygons, rows = np.divmod(rows, window.height)
        positions = rows * window.width + columns
        order = np.argsort(positions, kind="stable")
        lengths = (ends - begins)[filled]
        return positions[order], (positions + lengths)[order], polygons[order]


def _iter_rings(wkb: bytes) -> Iterator[FloatArray]:
    """Yield the corners of the outer and inner rings of a polygon, each closed."""
    with ogr.ExceptionMgr(useExceptions=True):
        geometry = ogr.CreateGeometryFromWkb(wkb).GetLinearGeometry()
        geometry.CloseRings()
        geometry.FlattenTo2D()
        polygons = list(_iter_polygons(geometry))
    for polygon in polygons:
        # Byte order (1) and type (4) are followed by the number of rings (4), and for each ring the
        # number of corners (4) and their coordinates (8 + 8).
        offset = 9
        for _ in range(int.from_bytes(polygon[5:9], "little")):
            corners = int.from_bytes(polygon[offset : offset + 4], "little")
            offset += 4
            if corners:
                yield np.frombuffer(polygon, "<f8", 2 * corners, offset).reshape(corners, 2)
            offset += 16 * corners


def _iter_polygons(geometry: ogr.Geometry) -> Iterator[bytes]:
    """Yield the polygons of a geometry or collection, each as little-endian WKB."""
    if geometry.GetGeometryName() in ("POLYGON", "TRIANGLE"):
        yield bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))
        return
    for index in range(geometry.GetGeometryCount()):
        yield from _iter_polygons(geometry.GetGeometryRef(index))


def _concatenate_ranges(starts: IntArray, stops: IntArray) -> IntArray:
    """Return the integers of several ranges, concatenated."""
    lengths = stops - starts
    before = np.cumsum(lengths) - lengths
    ranges: IntArray = np.arange(lengths.sum()) + np.repeat(starts - before, lengths)
    return ranges


class CellMask:
    """Mask of the valid cells of a grid; used by several threads at a time.

    Polygons, valid WKB in the CRS of the grid, may overlap and are not distinguished.
    """

    def __init__(self, polygons: Iterable[bytes], grid: Grid, label: str = "MASK"):
        self.label = label
        self._edges = PolygonEdges(polygons, grid)

    def rasterize_window(self, window: Window) -> BoolArray | None:
        """Return which cells of a window lie inside, in reading order, (cells,); None if all do."""
        begins, ends, _ = self._edges.find_inside_spans(window)
        if not begins.size:
            return np.zeros(window.cell_count, bool)
        # Merge overlapping spans of polygons, and spans that continue across row ends.
        reached = np.maximum.accumulate(ends)
        apart = begins[1:] > reached[:-1]
        begins, ends = begins[np.append(True, apart)], reached[np.append(apart, True)]
        if ends[0] - begins[0] == window.cell_count:
            return None
        edges = np.stack([begins, ends], axis=1).ravel()
        inside = np.zeros(edges.size + 1, bool)
        inside[1::2] = True
        return np.repeat(inside, np.diff(edges, prepend=0, append=window.cell_count))


def overwrite_outside_cells(contents: Sequence[tuple[Cells, Mask]], inside: BoolArray) -> None:
    """Overwrite all cells of a window outside the mask with one cell inside it.

    Values that occur only outside the mask then neither become classes nor raise errors.

    Args:
        contents: per raster, values and mask of the window, shape (height, width); modified
            in place.
        inside: which cells lie inside; some do.
    """
    shown, outside = int(inside.argmax()), ~inside
    for values_and_mask in contents:
        for content in values_and_mask:
            if content is not None:
                cells = content.reshape(-1)
                np.copyto(cells, cells[shown], where=outside)
