"""Land for the lookup in maps: a point, or the valid cells by pieces of 0.25 degrees.

The lookup precedes the pass, because stock rasters are written during the pass; it
samples the cells, or reads all of them for land of ordinary size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np
from osgeo import osr

from ..base.messages import ProgressCallback
from ..base.numbers import FloatArray, IntArray
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.cell_raster import centre_cells
from ..scan.consumer import BlockConsumer
from ..scan.scan import scan_series
from ..scan.series import Series
from ..scheme.classes import Classes
from ..scheme.density_sources import MAX_DISTANCE_KM, distance_to_pingshuo_km
from .reference_maps import (
    PIECE_COLUMNS,
    PIECE_DEGREES,
    PIECE_ROWS,
    LonLat,
    min_distance_km,
    weighted_centroid,
)

# Maximum cells read in full; of a larger raster, squares per side and cells per side of a square.
MAX_CELLS = 1 << 26
SQUARES_PER_SIDE, SQUARE_SIDE_CELLS = 16, 256
# Maximum points transformed to degrees, the slowest step, and minimum points of a block.
MAX_POINTS = 1 << 17
MIN_BLOCK_POINTS = 1 << 10
# Points along the edges of the extent of the cells.
EDGE_POINT_COUNT = 4001


@dataclass(frozen=True)
class LandPieces:
    """Land by pieces of 0.25 degrees, at least one.

    Attributes:
        rows, columns: global indices of the pieces from the north-west, (n,).
        longitude, latitude: mean position of the land in each piece, degrees.
        hectares: area in each piece; 1 for a point.
    """

    rows: IntArray
    columns: IntArray
    longitude: FloatArray
    latitude: FloatArray
    hectares: FloatArray
    is_point: bool = False

    @property
    def centroid(self) -> LonLat:
        """Longitude and latitude of the centroid, degrees."""
        return weighted_centroid(self.longitude, self.latitude, self.hectares)


def point_to_land(place: LonLat) -> LandPieces:
    """Return a point as land: the piece that contains it."""
    longitude, latitude = np.array([place[0]]), np.array([place[1]])
    rows, columns = _piece_indices(longitude, latitude)
    return LandPieces(rows, columns, longitude, latitude, np.ones(1), is_point=True)


def _piece_indices(longitude: FloatArray, latitude: FloatArray) -> tuple[IntArray, IntArray]:
    """Return the rows and columns of the pieces that contain points."""
    rows = np.clip(np.floor((90.0 - latitude) / PIECE_DEGREES), 0, PIECE_ROWS - 1).astype(np.int64)
    columns = (np.floor((longitude + 180.0) / PIECE_DEGREES) % PIECE_COLUMNS).astype(np.int64)
    return rows, columns


class _SampledCells(NamedTuple):
    """Valid cells sampled from a block, in map units, with the hectares each represents."""

    x: FloatArray
    y: FloatArray
    hectares: FloatArray


class LandCounter(BlockConsumer):
    """Sums hectares of valid cells by piece, from evenly spaced cells of each block."""

    def __init__(self, series: Series, cells: int):
        # By index of the piece: hectares, and hectares times x, y, z of the unit vectors of
        # positions.
        self.sums: dict[int, FloatArray] = {}
        self._grid, self._area = series.grid, series.area
        self._share = min(1.0, MAX_POINTS / max(1, cells))
        self._to_degrees = series.grid.geographic_transformation()

    def process_block(self, block: Block) -> _SampledCells | None:
        counts = np.ones(block.cells.size, np.bool_) if block.valid is None else block.valid
        if not counts.any():
            return None
        window = block.window
        # Number of rows and columns to sample.
        share = min(1.0, max(self._share, MIN_BLOCK_POINTS / window.cell_count))
        height = min(window.height, ceil(window.height * sqrt(share)))
        width = min(window.width, ceil(window.cell_count * share / height))
        down, across = centre_cells(window.height, height), centre_cells(window.width, width)
        cells = down[:, None] * window.width + across
        if not block.cell_values(counts, cells).any():
            # Small patches of land can lie between the sampled cells.
            down, across = np.arange(window.height), np.arange(window.width)
            cells = down[:, None] * window.width + across
        shown = block.cell_values(counts, cells)
        areas = np.broadcast_to(self._area.cell_hectares(window), (window.height, window.width))
        weights: FloatArray = areas[np.ix_(down, across)][shown]
        whole = float(block.cells[counts].sum() * (self._area.uniform or 0.0))
        if block.hectares is not None:
            whole = float(block.hectares[counts].sum())
        weights = weights * (whole / float(weights.sum()))
        rows, columns = np.nonzero(shown)
        x, dx, _, y, _, dy = self._grid.transform
        return _SampledCells(
            x + (window.column + across[columns] + 0.5) * dx,
            y + (window.row + down[rows] + 0.5) * dy,
            weights,
        )

    def merge_block(self, window: Window, part: _SampledCells | None) -> None:
        if part is None or self._to_degrees is None:
            return
        points = _transform_points(self._to_degrees, np.column_stack(part[:2]))
        is_place = np.isfinite(points).all(axis=1) & (np.abs(points[:, 1]) <= 90)
        lon, lat = np.radians(points[is_place, 0]), np.radians(points[is_place, 1])
        rows, columns = _piece_indices(points[is_place, 0], points[is_place, 1])
        pieces, of_point = np.unique(rows * PIECE_COLUMNS + columns, return_inverse=True)
        own = part.hectares[is_place]
        ways = (1.0, np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
        sums = np.array([np.bincount(of_point, own * way, pieces.size) for way in ways])
        for place, piece in enumerate(map(int, pieces)):
            self.sums[piece] = self.sums.get(piece, np.zeros(4)) + sums[:, place]

    @property
    def counted_land(self) -> LandPieces | None:
        """The counted land; None without cells that have a geographic position."""
        if not self.sums:
            return None
        numbered = sorted(self.sums)
        pieces = np.array(numbered, np.int64)
        sums = np.array([self.sums[piece] for piece in numbered])
        hectares, x, y, z = (sums[:, way] for way in range(4))
        longitude = np.degrees(np.arctan2(y, x))
        latitude = np.degrees(np.arctan2(z, np.hypot(x, y)))
        return LandPieces(
            pieces // PIECE_COLUMNS, pieces % PIECE_COLUMNS, longitude, latitude, hectares
        )


class LandExtent(BlockConsumer):
    """Extent of the valid cells, and the distance of a place from it."""

    def __init__(self, series: Series):
        self._grid = series.grid
        # First row and column, last row and column.
        self._edges: IntArray | None = None

    def process_block(self, block: Block) -> IntArray | None:
        counts = np.ones(block.cells.size, np.bool_) if block.valid is None else block.valid
        if not counts.any():
            return None
        window = block.window
        cells = np.divmod(block.cell_positions(counts), window.width)
        first = np.array([window.row, window.column])
        return np.array([first + np.min(cells, axis=1), first + np.max(cells, axis=1)])

    def merge_block(self, window: Window, part: IntArray | None) -> None:
        if part is not None:
            first, last = part if self._edges is None else self._edges
            self._edges = np.array([np.minimum(first, part[0]), np.maximum(last, part[1])])

    def distance_km(self, place: LonLat) -> float | None:
        """Return the geodesic distance of a place from the extent, km, or None if unknown."""
        to_degrees = self._grid.geographic_transformation()
        if self._edges is None or to_degrees is None:
            return None
        row, column, last_row, last_column = map(int, self._edges.ravel())
        box = Window(column, row, last_column - column + 1, last_row - row + 1)
        left, top, right, bottom = self._grid.window_corners(box)
        along, corners = np.linspace(0.0, 4.0, EDGE_POINT_COUNT), range(5)
        x = np.interp(along, corners, (left, right, right, left, left))
        y = np.interp(along, corners, (top, top, bottom, bottom, top))
        # The place itself if it is in the extent, also of maps that extend beyond 180 degrees. A
        # place far from the map, clipped to the extent, is not nearer than the edges.
        here = _transform_points(to_degrees.GetInverse(), np.array([place]))
        turns = here + np.array([(-360.0, 0.0), (0.0, 0.0), (360.0, 0.0)])
        own = np.clip(turns, *np.sort([(left, top), (right, bottom)], axis=0))
        edges = np.column_stack([x, y])
        points = np.concatenate([_transform_points(to_degrees, xy) for xy in (edges, own)])
        return min_distance_km(place, *points[np.isfinite(points).all(axis=1)].T)


def _transform_points(way: osr.CoordinateTransformation, points: FloatArray) -> FloatArray:
    """Transform points (n, 2) to another CRS; not finite without a position there."""
    try:
        with osr.ExceptionMgr(useExceptions=True):
            return np.array(way.TransformPoints(points.tolist()))[:, :2]
    except RuntimeError:
        return np.full(points.shape, np.nan)


def locate_land(series: Series, progress: ProgressCallback) -> LandPieces | None:
    """Return the land of cells that are valid at all dates, or None if unknown."""
    if series.window_centre is None and series.grid.spatial_reference() is None:
        return None
    window = series.window
    if window.cell_count > MAX_CELLS:
        squares = list(_sample_windows(window))
        counter = LandCounter(series, sum(square.cell_count for square in squares))
        for square in squares:
            _count_window(series, square, counter, progress)
        if counter.counted_land is not None:
            return counter.counted_land
    counter = LandCounter(series, window.cell_count)
    _count_window(series, window, counter, progress)
    return counter.counted_land


def land_centroid(series: Series, progress: ProgressCallback) -> LonLat | None:
    """Return longitude, latitude of valid cells' centroid, near Pingshuo the window's, or None."""
    land = None if is_near_pingshuo(series) else locate_land(series, progress)
    return series.window_centre if land is None else land.centroid


def is_near_pingshuo(series: Series) -> bool:
    """Return whether the centre and all corners of the window are near Pingshuo."""
    window = series.window
    corners = (
        series.grid.window_centre(Window(column, row, 1, 1))
        for column in (window.column, window.column + window.width - 1)
        for row in (window.row, window.row + window.height - 1)
    )
    return all(
        point is not None and distance_to_pingshuo_km(point) <= MAX_DISTANCE_KM
        for point in (series.window_centre, *corners)
    )


def _count_window(
    series: Series, window: Window, counter: LandCounter, progress: ProgressCallback
) -> None:
    # A separate list of classes, because the main pass must find values in its own order.
    part = replace(series, window=window, classes=Classes(series.classes))
    scan_series(part, [counter], progress=progress)


def _sample_windows(window: Window) -> Iterator[Window]:
    """Yield squares evenly distributed over a window and inside of it."""
    width, height = min(SQUARE_SIDE_CELLS, window.width), min(SQUARE_SIDE_CELLS, window.height)
    for down in range(SQUARES_PER_SIDE):
        for across in range(SQUARES_PER_SIDE):
            yield Window(
                window.column + (window.width - width) * across // (SQUARES_PER_SIDE - 1),
                window.row + (window.height - height) * down // (SQUARES_PER_SIDE - 1),
                width,
                height,
            )
