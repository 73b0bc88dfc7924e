"""The land that maps are asked about: a point, or the cells that count, by pieces of 0.25 degrees.

Before the pass, because rasters of tonnes are written in it: a look at the cells, all of them of
land of ordinary size.
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

# So many cells are looked at in full; of a larger raster so many squares a side, of so many cells.
MAX_CELLS = 1 << 26
SQUARES_PER_SIDE, SQUARE_SIDE_CELLS = 16, 256
# So many points are brought to degrees, which is what takes time; of each block some at least.
MAX_POINTS = 1 << 17
MIN_BLOCK_POINTS = 1 << 10
# Points along the edges of the box of the cells.
EDGE_POINT_COUNT = 4001


@dataclass(frozen=True)
class LandPieces:
    """Land by pieces of 0.25 degrees, at least one.

    Attributes:
        rows, columns: of the pieces on the earth, from north-west, (n,).
        longitude, latitude: the middle of the land in each, in degrees.
        hectares: of each; 1 of a point.
    """

    rows: IntArray
    columns: IntArray
    longitude: FloatArray
    latitude: FloatArray
    hectares: FloatArray
    is_point: bool = False

    @property
    def centroid(self) -> LonLat:
        """Longitude and latitude of its middle, in degrees."""
        return weighted_centroid(self.longitude, self.latitude, self.hectares)


def point_to_land(place: LonLat) -> LandPieces:
    """A point as land: the piece that it lies in."""
    longitude, latitude = np.array([place[0]]), np.array([place[1]])
    rows, columns = _piece_indices(longitude, latitude)
    return LandPieces(rows, columns, longitude, latitude, np.ones(1), is_point=True)


def _piece_indices(longitude: FloatArray, latitude: FloatArray) -> tuple[IntArray, IntArray]:
    """Rows and columns of the pieces that points lie in."""
    rows = np.clip(np.floor((90.0 - latitude) / PIECE_DEGREES), 0, PIECE_ROWS - 1).astype(np.int64)
    columns = (np.floor((longitude + 180.0) / PIECE_DEGREES) % PIECE_COLUMNS).astype(np.int64)
    return rows, columns


class _SampledCells(NamedTuple):
    """Cells of a block that count, in units of the map, and the hectares that each stands for."""

    x: FloatArray
    y: FloatArray
    hectares: FloatArray


class LandCounter(BlockConsumer):
    """Adds up the hectares that count by piece: of a block, some evenly spread cells of it."""

    def __init__(self, series: Series, cells: int):
        # By index of the piece: hectares, and these times x, y, z of the middles in space.
        self.sums: dict[int, FloatArray] = {}
        self._grid, self._area = series.grid, series.area
        self._share = min(1.0, MAX_POINTS / max(1, cells))
        self._to_degrees = series.grid.geographic_transformation()

    def process_block(self, block: Block) -> _SampledCells | None:
        counts = np.ones(block.cells.size, np.bool_) if block.valid is None else block.valid
        if not counts.any():
            return None
        window = block.window
        # How many rows and columns of the block are looked at.
        share = min(1.0, max(self._share, MIN_BLOCK_POINTS / window.cell_count))
        height = min(window.height, ceil(window.height * sqrt(share)))
        width = min(window.width, ceil(window.cell_count * share / height))
        down, across = centre_cells(window.height, height), centre_cells(window.width, width)
        cells = down[:, None] * window.width + across
        if not block.cell_values(counts, cells).any():
            # Land of a few cells lies between those that were looked at.
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
        """What was counted; None where no cell has a place on the earth."""
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
    """The box of the cells that count, and how far a place is from it."""

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
        """How far a place is along a geodesic; None where nobody knows."""
        to_degrees = self._grid.geographic_transformation()
        if self._edges is None or to_degrees is None:
            return None
        row, column, last_row, last_column = map(int, self._edges.ravel())
        box = Window(column, row, last_column - column + 1, last_row - row + 1)
        left, top, right, bottom = self._grid.window_corners(box)
        along, corners = np.linspace(0.0, 4.0, EDGE_POINT_COUNT), range(5)
        x = np.interp(along, corners, (left, right, right, left, left))
        y = np.interp(along, corners, (top, top, bottom, bottom, top))
        # The place itself where it lies in the box, also of a map that goes on beyond 180 degrees;
        # what it comes to far from its map, brought into the box, is not nearer than the edges.
        here = _transform_points(to_degrees.GetInverse(), np.array([place]))
        turns = here + np.array([(-360.0, 0.0), (0.0, 0.0), (360.0, 0.0)])
        own = np.clip(turns, *np.sort([(left, top), (right, bottom)], axis=0))
        edges = np.column_stack([x, y])
        points = np.concatenate([_transform_points(to_degrees, xy) for xy in (edges, own)])
        return min_distance_km(place, *points[np.isfinite(points).all(axis=1)].T)


def _transform_points(way: osr.CoordinateTransformation, points: FloatArray) -> FloatArray:
    """Points (n, 2) in another system; not finite where one of them has no place there."""
    try:
        with osr.ExceptionMgr(useExceptions=True):
            return np.array(way.TransformPoints(points.tolist()))[:, :2]
    except RuntimeError:
        return np.full(points.shape, np.nan)


def locate_land(series: Series, progress: ProgressCallback) -> LandPieces | None:
    """Where the cells lie that count at all dates; None where nobody knows."""
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
    """Longitude and latitude of the middle of the cells that count; None where nobody knows.

    Where the whole window lies near Pingshuo it is that of the window: nothing turns on it there,
    and no cell needs to be looked at.
    """
    land = None if is_near_pingshuo(series) else locate_land(series, progress)
    return series.window_centre if land is None else land.centroid


def is_near_pingshuo(series: Series) -> bool:
    """Whether middle and corners of the window, and so all of its land, lie near Pingshuo."""
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
    # With a list of its own, as the pass is to meet values in its own order.
    part = replace(series, window=window, classes=Classes(series.classes))
    scan_series(part, [counter], progress=progress)


def _sample_windows(window: Window) -> Iterator[Window]:
    """Squares evenly over a window, none of which lies beyond it."""
    width, height = min(SQUARE_SIDE_CELLS, window.width), min(SQUARE_SIDE_CELLS, window.height)
    for down in range(SQUARES_PER_SIDE):
        for across in range(SQUARES_PER_SIDE):
            yield Window(
                window.column + (window.width - width) * across // (SQUARES_PER_SIDE - 1),
                window.row + (window.height - height) * down // (SQUARES_PER_SIDE - 1),
                width,
                height,
            )
