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

from ..base.messages import Progress
from ..base.numbers import Floats, Ints
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.cell_raster import middles
from ..scan.consumer import Consumer
from ..scan.scan import scan
from ..scan.series import Series
from ..scheme.classes import Classes
from ..scheme.density_sources import NEAR_KM, kilometres_from_pingshuo
from .reference_maps import COLUMNS, PIECE, ROWS, Place, least_kilometres, middle_of

# So many cells are looked at in full; of a larger raster so many squares a side, of so many cells.
MOST_CELLS = 1 << 26
SQUARES, SIDE = 16, 256
# So many points are brought to degrees, which is what takes time; of each block some at least.
MOST_POINTS = 1 << 17
LEAST_POINTS = 1 << 10
# Points along the edges of the box of the cells.
EDGE_POINTS = 4001


@dataclass(frozen=True)
class Land:
    """Land by pieces of 0.25 degrees, at least one.

    Attributes:
        rows, columns: of the pieces on the earth, from north-west, (n,).
        longitude, latitude: the middle of the land in each, in degrees.
        hectares: of each; 1 of a point.
    """

    rows: Ints
    columns: Ints
    longitude: Floats
    latitude: Floats
    hectares: Floats
    is_point: bool = False

    @property
    def middle(self) -> Place:
        """Longitude and latitude of its middle, in degrees."""
        return middle_of(self.longitude, self.latitude, self.hectares)


def point_land(place: Place) -> Land:
    """A point as land: the piece that it lies in."""
    longitude, latitude = np.array([place[0]]), np.array([place[1]])
    rows, columns = _pieces(longitude, latitude)
    return Land(rows, columns, longitude, latitude, np.ones(1), is_point=True)


def _pieces(longitude: Floats, latitude: Floats) -> tuple[Ints, Ints]:
    """Rows and columns of the pieces that points lie in."""
    rows = np.clip(np.floor((90.0 - latitude) / PIECE), 0, ROWS - 1).astype(np.int64)
    columns = (np.floor((longitude + 180.0) / PIECE) % COLUMNS).astype(np.int64)
    return rows, columns


class _Points(NamedTuple):
    """Cells of a block that count, in units of the map, and the hectares that each stands for."""

    x: Floats
    y: Floats
    hectares: Floats


class LandCounter(Consumer):
    """Adds up the hectares that count by piece: of a block, some evenly spread cells of it."""

    def __init__(self, series: Series, cells: int):
        # By index of the piece: hectares, and these times x, y, z of the middles in space.
        self.sums: dict[int, Floats] = {}
        self._grid, self._area = series.grid, series.area
        self._share = min(1.0, MOST_POINTS / max(1, cells))
        self._to_degrees = series.grid.to_degrees()

    def take(self, block: Block) -> _Points | None:
        counts = np.ones(block.cells.size, np.bool_) if block.valid is None else block.valid
        if not counts.any():
            return None
        window = block.window
        # How many rows and columns of the block are looked at.
        share = min(1.0, max(self._share, LEAST_POINTS / window.cells))
        height = min(window.height, ceil(window.height * sqrt(share)))
        width = min(window.width, ceil(window.cells * share / height))
        down, across = middles(window.height, height), middles(window.width, width)
        cells = down[:, None] * window.width + across
        if not block.at(counts, cells).any():
            # Land of a few cells lies between those that were looked at.
            down, across = np.arange(window.height), np.arange(window.width)
            cells = down[:, None] * window.width + across
        shown = block.at(counts, cells)
        areas = np.broadcast_to(self._area.of(window), (window.height, window.width))
        weights: Floats = areas[np.ix_(down, across)][shown]
        whole = float(block.cells[counts].sum() * (self._area.uniform or 0.0))
        if block.hectares is not None:
            whole = float(block.hectares[counts].sum())
        weights = weights * (whole / float(weights.sum()))
        rows, columns = np.nonzero(shown)
        x, dx, _, y, _, dy = self._grid.transform
        return _Points(
            x + (window.column + across[columns] + 0.5) * dx,
            y + (window.row + down[rows] + 0.5) * dy,
            weights,
        )

    def merge(self, window: Window, part: _Points | None) -> None:
        if part is None or self._to_degrees is None:
            return
        points = _transformed(self._to_degrees, np.column_stack(part[:2]))
        is_place = np.isfinite(points).all(axis=1) & (np.abs(points[:, 1]) <= 90)
        lon, lat = np.radians(points[is_place, 0]), np.radians(points[is_place, 1])
        rows, columns = _pieces(points[is_place, 0], points[is_place, 1])
        pieces, of_point = np.unique(rows * COLUMNS + columns, return_inverse=True)
        own = part.hectares[is_place]
        ways = (1.0, np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
        sums = np.array([np.bincount(of_point, own * way, pieces.size) for way in ways])
        for place, piece in enumerate(map(int, pieces)):
            self.sums[piece] = self.sums.get(piece, np.zeros(4)) + sums[:, place]

    @property
    def land(self) -> Land | None:
        """What was counted; None where no cell has a place on the earth."""
        if not self.sums:
            return None
        numbered = sorted(self.sums)
        pieces = np.array(numbered, np.int64)
        sums = np.array([self.sums[piece] for piece in numbered])
        hectares, x, y, z = (sums[:, way] for way in range(4))
        longitude = np.degrees(np.arctan2(y, x))
        latitude = np.degrees(np.arctan2(z, np.hypot(x, y)))
        return Land(pieces // COLUMNS, pieces % COLUMNS, longitude, latitude, hectares)


class LandBox(Consumer):
    """The box of the cells that count, and how far a place is from it."""

    def __init__(self, series: Series):
        self._grid = series.grid
        # First row and column, last row and column.
        self._edges: Ints | None = None

    def take(self, block: Block) -> Ints | None:
        counts = np.ones(block.cells.size, np.bool_) if block.valid is None else block.valid
        if not counts.any():
            return None
        window = block.window
        cells = np.divmod(block.positions(counts), window.width)
        first = np.array([window.row, window.column])
        return np.array([first + np.min(cells, axis=1), first + np.max(cells, axis=1)])

    def merge(self, window: Window, part: Ints | None) -> None:
        if part is not None:
            first, last = part if self._edges is None else self._edges
            self._edges = np.array([np.minimum(first, part[0]), np.maximum(last, part[1])])

    def kilometres_to(self, place: Place) -> float | None:
        """How far a place is along a geodesic; None where nobody knows."""
        to_degrees = self._grid.to_degrees()
        if self._edges is None or to_degrees is None:
            return None
        row, column, last_row, last_column = map(int, self._edges.ravel())
        box = Window(column, row, last_column - column + 1, last_row - row + 1)
        left, top, right, bottom = self._grid.corners(box)
        along, corners = np.linspace(0.0, 4.0, EDGE_POINTS), range(5)
        x = np.interp(along, corners, (left, right, right, left, left))
        y = np.interp(along, corners, (top, top, bottom, bottom, top))
        # The place itself where it lies in the box, also of a map that goes on beyond 180 degrees;
        # what it comes to far from its map, brought into the box, is not nearer than the edges.
        here = _transformed(to_degrees.GetInverse(), np.array([place]))
        turns = here + np.array([(-360.0, 0.0), (0.0, 0.0), (360.0, 0.0)])
        own = np.clip(turns, *np.sort([(left, top), (right, bottom)], axis=0))
        edges = np.column_stack([x, y])
        points = np.concatenate([_transformed(to_degrees, xy) for xy in (edges, own)])
        return least_kilometres(place, *points[np.isfinite(points).all(axis=1)].T)


def _transformed(way: osr.CoordinateTransformation, points: Floats) -> Floats:
    """Points (n, 2) in another system; not finite where one of them has no place there."""
    try:
        with osr.ExceptionMgr(useExceptions=True):
            return np.array(way.TransformPoints(points.tolist()))[:, :2]
    except RuntimeError:
        return np.full(points.shape, np.nan)


def land_of(series: Series, progress: Progress) -> Land | None:
    """Where the cells lie that count at all dates; None where nobody knows."""
    if series.centre is None and series.grid.spatial_reference() is None:
        return None
    window = series.window
    if window.cells > MOST_CELLS:
        squares = list(_squares(window))
        counter = LandCounter(series, sum(square.cells for square in squares))
        for square in squares:
            _look(series, square, counter, progress)
        if counter.land is not None:
            return counter.land
    counter = LandCounter(series, window.cells)
    _look(series, window, counter, progress)
    return counter.land


def middle_of_land(series: Series, progress: Progress) -> Place | None:
    """Longitude and latitude of the middle of the cells that count; None where nobody knows.

    Where the whole window lies near Pingshuo it is that of the window: nothing turns on it there,
    and no cell needs to be looked at.
    """
    land = None if lies_near(series) else land_of(series, progress)
    return series.centre if land is None else land.middle


def lies_near(series: Series) -> bool:
    """Whether middle and corners of the window, and so all of its land, lie near Pingshuo."""
    window = series.window
    corners = (
        series.grid.centre_of(Window(column, row, 1, 1))
        for column in (window.column, window.column + window.width - 1)
        for row in (window.row, window.row + window.height - 1)
    )
    return all(
        point is not None and kilometres_from_pingshuo(point) <= NEAR_KM
        for point in (series.centre, *corners)
    )


def _look(series: Series, window: Window, counter: LandCounter, progress: Progress) -> None:
    # With a list of its own, as the pass is to meet values in its own order.
    part = replace(series, window=window, classes=Classes(series.classes))
    scan(part, [counter], progress=progress)


def _squares(window: Window) -> Iterator[Window]:
    """Squares evenly over a window, none of which lies beyond it."""
    width, height = min(SIDE, window.width), min(SIDE, window.height)
    for down in range(SQUARES):
        for across in range(SQUARES):
            yield Window(
                window.column + (window.width - width) * across // (SQUARES - 1),
                window.row + (window.height - height) * down // (SQUARES - 1),
                width,
                height,
            )
