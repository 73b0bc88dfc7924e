"""How large cells are and how long their sides, in whole numbers of a small unit.

Whole numbers add up to the same in whatever order: what is measured of a patch does not hang on
how the raster was cut into blocks. Where all cells are alike the unit is the cell, or its side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from osgeo import osr

from ..base.messages import Notes
from ..base.numbers import Floats, Ints
from ..raster.area import CellArea, Ellipsoid
from ..raster.grid import Grid, Window

# Of the longer side: cells whose sides differ by less are squares, and by so little that nobody
# need be told.
SQUARE_TOLERANCE, EXACT = 1e-3, 1e-6

# The largest cell, or side, has so many bits at most: so the sums of a block stay below 2**53,
# which doubles hold exactly, and those of a whole raster below 2**63 though some cells be larger.
MOST_BITS, BITS_IN_ALL = 30, 58

# Gauss's rule along the meridian of a cell: with so many points one degree has all its digits.
ARC_POINTS, ARC_WEIGHTS = np.polynomial.legendre.leggauss(8)


@dataclass(frozen=True)
class Measure:
    """The cells of a grid, measured.

    Attributes:
        hectares: of a unit of size; a cell is one unit where all are alike.
        across, down: metres of a unit of the sides between neighbours in a row, and in a column;
            None where their true length is not known.
        metres: of a map unit; None in degrees.
        side: of a cell, m, where cells are squares whose sides can be counted, the mean of both
            where these differ; else None.
        area: gives the sizes where cells differ, else None.
        across_by_row: of each row of the grid, units of the side between neighbours in it, (rows,);
            None where each side is one unit.
        down_by_row: of each row of the grid, units of the sides above it, (rows,).
        ellipsoid: of a grid in degrees, else None.
        radians: of a map unit there.
    """

    grid: Grid
    hectares: float
    across: float | None
    down: float | None
    metres: float | None
    side: float | None = None
    area: CellArea | None = None
    across_by_row: Ints | None = None
    down_by_row: Ints | None = None
    ellipsoid: Ellipsoid | None = None
    radians: float = 0.0

    @property
    def weighs_rows(self) -> bool:
        """Whether the cells of a row are alike, and those of different rows are not."""
        return self.area is not None and self.area.by_row

    def sizes(self, window: Window) -> Ints | None:
        """Units of size of a window's cells, (height, 1) or (height, width); None: one each."""
        if self.area is None:
            return None
        units: Ints = np.rint(self.area.of(window) / self.hectares).astype(np.int64)
        return units


def measure(grid: Grid, area: CellArea, window: Window) -> Measure:
    """How the cells of a series are measured, of whose grid a window is used."""
    reference = grid.spatial_reference()
    parts = 1 << min(MOST_BITS, BITS_IN_ALL - window.cells.bit_length())
    if reference is not None and reference.IsGeographic():
        return _in_degrees(grid, area, window, reference, parts)
    metres = 1.0 if reference is None else reference.GetLinearUnits()
    width, height = grid.cell_width * metres, grid.cell_height * metres
    if area.uniform is None:
        # True areas on a map of another scale at each place; its lengths are not the true ones.
        middle = Window(window.column + window.width // 2, window.row + window.height // 2, 1, 1)
        hectares = float(area.of(middle)[0, 0]) / parts
        return Measure(grid, hectares, None, None, metres, area=area)
    is_square = _off_square(grid) <= SQUARE_TOLERANCE
    return Measure(
        grid, area.uniform, height, width, metres, (width + height) / 2 if is_square else None
    )


def _off_square(grid: Grid) -> float:
    """What the sides of a cell differ by, in parts of the longer one."""
    width, height = grid.cell_width, grid.cell_height
    return abs(width - height) / max(width, height)


def _in_degrees(
    grid: Grid, area: CellArea, window: Window, reference: osr.SpatialReference, parts: int
) -> Measure:
    """Sides along parallels and meridians, on the system's ellipsoid (Snyder 1987, eq. 4-18)."""
    ellipsoid, radians = Ellipsoid.of(reference), reference.GetAngularUnits()
    edges = (grid.transform[3] + np.arange(grid.height + 1) * grid.transform[5]) * radians
    edges = np.clip(edges, -np.pi / 2, np.pi / 2)
    e2 = ellipsoid.eccentricity2
    normal = ellipsoid.major / np.sqrt(1 - e2 * np.sin(edges) ** 2)
    down = normal * np.cos(edges) * grid.cell_width * radians
    middle, half = (edges[1:] + edges[:-1]) / 2, np.abs(np.diff(edges)) / 2
    latitudes = middle[:, None] + half[:, None] * ARC_POINTS
    curvature = ellipsoid.major * (1 - e2) / (1 - e2 * np.sin(latitudes) ** 2) ** 1.5
    across = half * (curvature @ ARC_WEIGHTS)
    unit = float(max(across.max(), down.max())) / parts
    return Measure(
        grid,
        float(area.of(window).max()) / parts,
        unit,
        unit,
        None,
        area=area,
        across_by_row=_whole(across, unit),
        down_by_row=_whole(down[:-1], unit),
        ellipsoid=ellipsoid,
        radians=radians,
    )


def _whole(lengths: Floats, unit: float) -> Ints:
    """Lengths in whole units."""
    units: Ints = np.rint(lengths / unit).astype(np.int64)
    return units


def measure_notes(measured: Measure) -> Notes:
    """What cannot be told of the cells, and how the rest is measured, for the log."""
    notes = Notes()
    if measured.ellipsoid is not None:
        notes.inform(
            "Cells in degrees: areas and lengths are the true ones on the ellipsoid, centres are "
            "weighted by area, movements are along the shortest line. LSI, SHAPE, FRAC, PLADJ, AI, "
            "COHESION, IJI, CONTAG and the ellipses need cells that are squares, and are empty; "
            "bring the layers into a projected reference system for these."
        )
    elif measured.across is None:
        notes.inform(
            "Areas are the true ones on the ellipsoid, while sides of cells are known on the map "
            "alone: TE, ED, LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are empty. With "
            "AREA_METHOD planimetric all is measured on the map."
        )
    elif measured.side is None:
        notes.inform(
            "Cells are no squares ({width:.10g} x {height:.10g}): TE and ED are by the true "
            "lengths of their sides; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are "
            "empty.",
            width=measured.grid.cell_width,
            height=measured.grid.cell_height,
        )
    elif _off_square(measured.grid) > EXACT:
        notes.inform(
            "The sides of cells differ by {percent:.2g} % ({width:.10g} x {height:.10g}): areas, "
            "TE and ED are by their true lengths; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and "
            "CONTAG are those of squares of the mean side.",
            percent=100 * _off_square(measured.grid),
            width=measured.grid.cell_width,
            height=measured.grid.cell_height,
        )
    return notes
