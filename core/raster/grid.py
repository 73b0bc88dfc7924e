"""Raster grids: number, size and position of cells, and CRS."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, pi

import numpy as np
from osgeo import gdal, osr

from ..base.messages import DataError, Message, Term
from ..base.numbers import BoolArray, FloatArray

# GDAL geotransform: x of the first corner, cell width, 0, y, 0, cell height (negative: north up).
GeoTransform = tuple[float, float, float, float, float, float]

# Maximum difference of corners of equal grids as a fraction of a cell: geotransforms are rounded
# when written, and a thousandth of a cell is negligible.
CORNER_TOLERANCE = 1e-3


@dataclass(frozen=True)
class Window:
    """A rectangle of whole cells: first column and row (from 0), columns and rows."""

    column: int
    row: int
    width: int
    height: int

    @property
    def cell_count(self) -> int:
        return self.width * self.height

    def expand(self, margin: int, within: Window) -> Window:
        """Return the window expanded by a margin on each side, clipped to another window."""
        column = max(self.column - margin, within.column)
        row = max(self.row - margin, within.row)
        end_column = min(self.column + self.width + margin, within.column + within.width)
        end_row = min(self.row + self.height + margin, within.row + within.height)
        return Window(column, row, end_column - column, end_row - row)

    def to_slices(self, other: Window) -> tuple[slice, slice]:
        """Return its rows and columns in an array of another window that contains it."""
        row, column = self.row - other.row, self.column - other.column
        return slice(row, row + self.height), slice(column, column + self.width)


@dataclass(frozen=True)
class Grid:
    """Size in cells, GDAL geotransform (6 numbers) and CRS (WKT, or '')."""

    width: int
    height: int
    transform: GeoTransform
    crs: str = ""

    @classmethod
    def from_dataset(cls, dataset: gdal.Dataset) -> Grid:
        """Create the grid of an open GDAL dataset."""
        return cls(
            dataset.RasterXSize,
            dataset.RasterYSize,
            tuple(dataset.GetGeoTransform()),
            dataset.GetProjection() or "",
        )

    @property
    def cell_width(self) -> float:
        """Width of a cell in CRS units."""
        return abs(self.transform[1])

    @property
    def cell_height(self) -> float:
        return abs(self.transform[5])

    @property
    def full_window(self) -> Window:
        return Window(0, 0, self.width, self.height)

    def spatial_reference(self) -> osr.SpatialReference | None:
        """Return the CRS with x before y, or None without a CRS."""
        return create_spatial_reference(self.crs)

    def window_corners(self, window: Window) -> tuple[float, float, float, float]:
        """Return x and y of the first cell's outer corner and the last cell's, in map units."""
        x, dx, _, y, _, dy = self.transform
        return (
            x + window.column * dx,
            y + window.row * dy,
            x + (window.column + window.width) * dx,
            y + (window.row + window.height) * dy,
        )

    def rows_beyond_poles(self, window: Window) -> BoolArray:
        """Return which rows of a window have centres beyond 90 degrees of latitude, (height,)."""
        reference, y, step = self.spatial_reference(), self.transform[3], self.transform[5]
        rows = np.arange(window.row, window.row + window.height)
        if reference is None or not reference.IsGeographic():
            return np.zeros(rows.size, bool)
        from_equator = np.abs(y + (rows + 0.5) * step)
        pole = pi / 2 / reference.GetAngularUnits()
        beyond: BoolArray = from_equator > pole + CORNER_TOLERANCE * abs(step)
        return beyond

    def geographic_transformation(self) -> osr.CoordinateTransformation | None:
        """Return the transformation to longitude and latitude, or None if unknown."""
        reference = self.spatial_reference()
        if reference is None:
            return None
        try:
            with osr.ExceptionMgr(useExceptions=True):
                earth = osr.SpatialReference()
                earth.ImportFromEPSG(4326)
                earth.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
                return osr.CoordinateTransformation(reference, earth)
        except RuntimeError:
            return None  # a local system

    def geographic_positions(self, points: FloatArray) -> FloatArray:
        """Return longitudes (-180 to 180) and latitudes of points in map units, (n, 2), or NaN."""
        there, known = self.geographic_transformation(), np.full(points.shape, np.nan)
        if there is not None and len(points):
            with osr.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
                known[:] = np.array(there.TransformPoints(points.tolist()))[:, :2]
        # Some projections return infinity.
        known[~np.isfinite(known).all(axis=1)] = np.nan
        is_beyond = np.abs(known[:, 0]) > 180.0
        known[is_beyond, 0] = (known[is_beyond, 0] + 180.0) % 360.0 - 180.0
        return known

    def window_centre(self, window: Window) -> tuple[float, float] | None:
        """Return longitude and latitude of the centre of a window, degrees, or None if unknown."""
        left, top, right, bottom = self.window_corners(window)
        centre = np.array([[(left + right) / 2, (top + bottom) / 2]])
        longitude, latitude = map(float, self.geographic_positions(centre)[0])
        return None if isnan(longitude) else (longitude, latitude)

    def window_geotransform(self, window: Window) -> GeoTransform:
        """Return the geotransform of a raster of this window."""
        x, y, _, _ = self.window_corners(window)
        return (x, self.transform[1], 0.0, y, 0.0, self.transform[5])

    def format_cell_size(self) -> str:
        """Return width and height of a cell with their unit."""
        unit = ""
        if (reference := self.spatial_reference()) is not None:
            unit = "°" if reference.IsGeographic() else reference.GetLinearUnitsName()
            unit = {"metre": "m", "meter": "m"}.get(unit.lower(), unit)
        size = f"{self.cell_width:.7g} \N{MULTIPLICATION SIGN} {self.cell_height:.7g}"
        return f"{size} {unit}".strip()

    def describe_cells(self) -> Message:
        """Return cell size and CRS as text."""
        reference = self.spatial_reference()
        return Message(
            "{size} ({crs})",
            size=self.format_cell_size(),
            crs=Term("no CRS") if reference is None else reference.GetName(),
        )

    def describe_difference(self, other: Grid) -> Message | None:
        """Return how the cells or CRS of another grid differ, as text, or None if equal."""
        apart = self.describe_cell_difference(other)
        if apart:
            return apart
        here, there = self.spatial_reference(), other.spatial_reference()
        if (here is None) != (there is None):
            return Message("only one of them has a CRS")
        if here is not None and there is not None and not _is_same_crs(here, there):
            return Message(
                "CRS {theirs} instead of {ours}", theirs=there.GetName(), ours=here.GetName()
            )
        return None

    def describe_cell_difference(self, other: Grid) -> Message | None:
        """Return how the number or coordinates of cells differ, ignoring the CRS, or None."""
        if (self.width, self.height) != (other.width, other.height):
            return Message(
                "{their_width} x {their_height} cells instead of {width} x {height}",
                their_width=other.width,
                their_height=other.height,
                width=self.width,
                height=self.height,
            )
        mine, theirs = (
            self.window_corners(self.full_window),
            other.window_corners(other.full_window),
        )
        steps = (self.cell_width, self.cell_height) * 2
        far = max(abs(a - b) / step for a, b, step in zip(mine, theirs, steps))
        if far > CORNER_TOLERANCE:
            return Message(
                "different cell positions: {theirs} instead of {ours}",
                theirs=other._format_origin(),
                ours=self._format_origin(),
            )
        return None

    def _format_origin(self) -> Message:
        x, y, _, _ = self.window_corners(self.full_window)
        return Message(
            "origin {x:.10g}, {y:.10g} and cell size {width:.10g} x {height:.10g}",
            x=x,
            y=y,
            width=self.cell_width,
            height=self.cell_height,
        )

    def window_from_extent(self, x_min: float, y_min: float, x_max: float, y_max: float) -> Window:
        """Return the cells of an extent in the CRS of the grid, with edges snapped to the cells."""
        x, dx, _, y, _, dy = self.transform
        columns = sorted(round((edge - x) / dx) for edge in (x_min, x_max))
        rows = sorted(round((edge - y) / dy) for edge in (y_min, y_max))
        first_column, last_column = max(columns[0], 0), min(columns[1], self.width)
        first_row, last_row = max(rows[0], 0), min(rows[1], self.height)
        if first_column >= last_column or first_row >= last_row:
            raise DataError(
                "EXTENT: {extent} contains no cell of the grid",
                extent=f"{x_min:.10g}, {x_max:.10g}, {y_min:.10g}, {y_max:.10g}",
            )
        return Window(first_column, first_row, last_column - first_column, last_row - first_row)


def create_spatial_reference(crs: str) -> osr.SpatialReference | None:
    """Return the CRS of a WKT with x before y, or None for ''."""
    if not crs:
        return None
    with osr.ExceptionMgr(useExceptions=True):
        reference = osr.SpatialReference()
        reference.ImportFromWkt(crs)
    # The vertical CRS does not affect cell positions and sizes.
    if reference.IsCompound():
        reference.StripVertical()
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _is_same_crs(ours: osr.SpatialReference, theirs: osr.SpatialReference) -> bool:
    """Return whether two definitions describe the same CRS."""
    # Rasters have x first, regardless of the axis order of the CRS.
    equivalent = [
        "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
        "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
    ]
    if ours.IsSame(theirs, equivalent):
        return True
    try:
        with osr.ExceptionMgr(useExceptions=True):
            spelled = [reference.ExportToProj4().strip() for reference in (ours, theirs)]
    except RuntimeError:
        return False  # a projection that PROJ does not know
    # IsSame does not ignore a missing name or authority in every case, so equal projection
    # parameters are accepted too, unless the datums are known to differ.
    if spelled[0] == "" or spelled[0] != spelled[1]:
        return False
    datums = [(reference.GetAttrValue("DATUM") or "").casefold() for reference in (ours, theirs)]
    unknown = [datum == "" or datum.startswith(("unknown", "not")) for datum in datums]
    return any(unknown) or datums[0] == datums[1]
