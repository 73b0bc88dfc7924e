"""Bringing rasters onto one grid: which ones differ, how, and what is lost by it."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor, isfinite

from osgeo import osr

from ..base.messages import DataError, Message, Notes, reason_of
from .grid import Grid, Window
from .source import Raster

# GDAL's warper reads for whole blocks of what it makes, at most so many cells a side.
WARPED_BLOCK = 512

# x_min, y_min, x_max, y_max.
Bounds = tuple[float, float, float, float]


def align(rasters: list[Raster], base: int, notes: Notes) -> list[Raster]:
    """The rasters, each set to be read on the cells of one, the base; notes say what was done."""
    first = rasters[base]
    aligned = []
    for raster in rasters:
        grid = first.grid
        missing = bool(grid.crs) != bool(raster.grid.crs)
        if missing and grid.same_cells(raster.grid):
            notes.warn(
                "{bare} has no reference system and {other} has: their cells are compared "
                "as they lie.",
                bare=raster.label if grid.crs else first.label,
                other=first.label if grid.crs else raster.label,
            )
        elif missing:
            raise DataError(
                "{bare} has no reference system, {other} has, and their cells differ: "
                "{difference}; give the layer its reference system",
                bare=raster.label if grid.crs else first.label,
                other=first.label if grid.crs else raster.label,
                difference=grid.difference(raster.grid),
            )
        elif grid.difference(raster.grid):
            _check_overlap(first, raster)
            notes.notices.append(_resampling(first, raster))
            raster = replace(raster, onto=grid)
        aligned.append(raster)
    return aligned


def cells_within(raster: Raster, grid: Grid) -> float:
    """How many cells of a grid a cell of a raster brought onto it is as large as, about."""
    x0, y0, x1, y1 = _bounds_on(replace(raster, grid=grid), raster.grid)
    theirs = raster.grid.cell_width * raster.grid.cell_height
    return theirs * grid.width * grid.height / ((x1 - x0) * (y1 - y0))


def own_cells(raster: Raster, window: Window) -> Window:
    """The cells of a raster itself that are read for a window of the grid that it is read on.

    They may be a few more; where it is not known which, all.
    """
    grid, onto = raster.grid, raster.onto
    if onto is None:
        return window
    read = window.grown(WARPED_BLOCK, onto.whole)
    part = Grid(read.width, read.height, onto.transform_of(read), onto.crs)
    x0, y0, x1, y1 = _bounds_on(replace(raster, grid=part), grid)
    # Across 180 degrees the first is larger than the second.
    if not all(map(isfinite, (x0, y0, x1, y1))) or x0 > x1:
        return grid.whole
    x, dx, _, y, _, dy = grid.transform
    columns = sorted((edge - x) / dx for edge in (x0, x1))
    rows = sorted((edge - y) / dy for edge in (y0, y1))
    column, row = max(floor(columns[0]) - 1, 0), max(floor(rows[0]) - 1, 0)
    width = min(ceil(columns[1]) + 1, grid.width) - column
    height = min(ceil(rows[1]) + 1, grid.height) - row
    return Window(column, row, max(width, 0), max(height, 0))


def _check_overlap(first: Raster, raster: Raster) -> None:
    """Raises DataError where the raster lies clear of the cells it is to be brought onto."""
    if first.grid.transform[5] > 0 or first.grid.transform[1] < 0:
        raise DataError(
            "{label} gives the cells, but its rows run from south to north or its columns from "
            "east to west, and {other} differs from it: {difference}; turn it north up first",
            label=first.label,
            other=raster.label,
            difference=first.grid.difference(raster.grid),
        )
    ours, theirs = _bounds(first.grid), _bounds_on(raster, first.grid)
    # The bounds of a whole world in a local system mean nothing, those of a small part do.
    if not _meet(ours, theirs) and not _meet(_bounds_on(first, raster.grid), _bounds(raster.grid)):
        raise DataError(
            "{label} and {first} do not overlap: {label} spans {theirs}, {first} {ours}",
            label=raster.label,
            first=first.label,
            theirs=_spelled(theirs),
            ours=_spelled(ours),
        )


def _meet(ours: Bounds, theirs: Bounds) -> bool:
    """Whether two rectangles have more than an edge in common."""
    across = ours[0] < theirs[2] and theirs[0] < ours[2]
    return across and ours[1] < theirs[3] and theirs[1] < ours[3]


def _bounds(grid: Grid) -> Bounds:
    x0, y0, x1, y1 = grid.corners(grid.whole)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _bounds_on(raster: Raster, grid: Grid) -> Bounds:
    """The bounds of a raster in the system of a grid; DataError where no way leads there."""
    bounds = _bounds(raster.grid)
    here, there = raster.grid.spatial_reference(), grid.spatial_reference()
    if here is None or there is None or here.IsSame(there):
        return bounds
    try:
        with osr.ExceptionMgr(useExceptions=True):
            change = osr.CoordinateTransformation(here, there)
            brought: Bounds = change.TransformBounds(*bounds, 21)
            return brought
    except RuntimeError as error:
        raise DataError(
            "{label} cannot be brought from {here} to {there}: {reason}",
            label=raster.label,
            here=here.GetName(),
            there=there.GetName(),
            reason=reason_of(error),
        ) from error


def _spelled(bounds: Bounds) -> Message:
    x0, y0, x1, y1 = bounds
    return Message("{x0:.10g}, {y0:.10g} to {x1:.10g}, {y1:.10g}", x0=x0, y0=y0, x1=x1, y1=y1)


def _resampling(first: Raster, raster: Raster) -> Message:
    ours, theirs = first.grid, raster.grid
    x, y = ours.transform[0], ours.transform[3]
    theirs_on = _bounds_on(raster, ours)
    return Message(
        "{label} is brought onto the cells of {first} by nearest neighbour: {difference}. Cells "
        "of {theirs} become cells of {ours}; the upper left corner of its bounds there lies "
        "{dx:.3f} cells to the east and {dy:.3f} cells to the south.",
        label=raster.label,
        first=first.label,
        difference=ours.difference(theirs),
        theirs=theirs.cell_words(),
        ours=ours.cell_words(),
        dx=(theirs_on[0] - x) / ours.cell_width,
        dy=(y - theirs_on[3]) / ours.cell_height,
    )
