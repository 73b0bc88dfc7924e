"""Squares on the ground, from the north-west corner of the land on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..base.numbers import Ints
from .area import ELLIPSOIDAL, MapScale, metres_per_unit
from .grid import Grid, Window

# Edges of squares that fall on the centres of cells are found to this part of a side.
ROUNDING = 1e-9
# Sides that are so much longer or shorter somewhere else on the map are told of.
TOLD_FROM = 0.01


@dataclass(frozen=True)
class GroundSquares:
    """Squares of one size over the cells of a window; a cell is in the one that holds its centre.

    The first one begins at the window's north-west corner, and all are upright on the map. Where
    areas are true ones, the sides are as long on the ground at the middle of the window; elsewhere
    on the map they are as long in its units, so that the squares lie in rows and columns.

    Attributes:
        size_km: of a side.
        width, height: of a square, in units of the map.
    """

    grid: Grid
    window: Window
    size_km: float
    width: float
    height: float

    @classmethod
    def of(cls, grid: Grid, window: Window, method: str, size_km: float) -> GroundSquares:
        """Squares over a window, the areas of whose cells are found by a method."""
        reference = grid.spatial_reference()
        x0, y0, x1, y1 = grid.corners(window)
        scale = None
        if method == ELLIPSOIDAL:
            scale = metres_per_unit(reference, (x0 + x1) / 2, (y0 + y1) / 2)
        if scale is None and reference is not None:
            on_earth = reference.IsGeographic() or reference.IsProjected()
            unit = MapScale(reference).unit if on_earth else reference.GetLinearUnits()
            scale = unit, unit
        across, along = scale or (1.0, 1.0)
        return cls(grid, window, size_km, 1000.0 * size_km / across, 1000.0 * size_km / along)

    @property
    def sides_km(self) -> list[float]:
        """How long sides are on the ground at the corners of the window and in the middle of its
        edges, as far as that is known."""
        x0, y0, x1, y1 = self.grid.corners(self.window)
        reference = self.grid.spatial_reference()
        sides: list[float] = []
        for x in (x0, (x0 + x1) / 2, x1):
            for y in (y0, (y0 + y1) / 2, y1):
                scale = metres_per_unit(reference, x, y)
                if scale is not None:
                    sides += [self.width * scale[0] / 1000.0, self.height * scale[1] / 1000.0]
        return sides

    @property
    def uneven_km(self) -> tuple[float, float] | None:
        """The shortest side on the ground and the longest one, where any is told."""
        sides = self.sides_km
        off = max((abs(side / self.size_km - 1.0) for side in sides), default=0.0)
        return (min(sides), max(sides)) if off > TOLD_FROM else None

    @property
    def columns(self) -> Ints:
        """The column of squares that each column of cells of the window is in, from 0 in the west,
        shape (width,)."""
        return _squares_of(
            self.window.width, self.grid.cell_width / self.width, self.grid.transform[1] > 0
        )

    @property
    def rows(self) -> Ints:
        """The row of squares that each row of cells is in, from 0 in the north, (height,)."""
        return _squares_of(
            self.window.height, self.grid.cell_height / self.height, self.grid.transform[5] < 0
        )

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns of squares there are."""
        return int(self.rows.max()) + 1, int(self.columns.max()) + 1

    def name(self, row: int, column: int) -> str:
        """What a square is called: R01C01 in the north-west, with as many digits as all need."""
        digits = max(2, len(str(max(self.shape))))
        return f"R{row + 1:0{digits}d}C{column + 1:0{digits}d}"

    @property
    def names(self) -> list[str]:
        """Of all of them, row by row."""
        rows, columns = self.shape
        digits = max(2, len(str(max(rows, columns))))
        across = [f"C{column:0{digits}d}" for column in range(1, columns + 1)]
        return [f"R{row:0{digits}d}{name}" for row in range(1, rows + 1) for name in across]

    def bounds(self, row: int, column: int) -> tuple[float, float, float, float]:
        """Where a square lies on the map: least x and y, then largest."""
        x0, y0, x1, y1 = self.grid.corners(self.window)
        west, north = min(x0, x1) + column * self.width, max(y0, y1) - row * self.height
        return west, north - self.height, west + self.width, north


def _squares_of(cells: int, part: float, is_rising: bool) -> Ints:
    """The index of the square that each cell of a line is in, which takes a `part` of its side."""
    squares = np.floor((np.arange(cells) + 0.5) * part + ROUNDING).astype(np.int64)
    return squares if is_rising else squares[::-1]
