"""Where cells come from, what they measure and which lie inside polygons, found another way: by
GDAL's warper on whole arrays in memory, geodesic polygons from pyproj, and even-odd rays."""

import numpy as np
import pyproj
from osgeo import ogr

from carbon_zones.test.core.geodesic import cell_hectares
from carbon_zones.test.core.warped import places_by_gdal

from ..helpers import wkt
from .cases import Case
from .cases_rasters import Date


def brought(date: Date, base: Date) -> tuple:
    """Values, mask and what lies outside, of a date on the cells of the base."""
    beyond = np.zeros(base.grid.shape, bool)
    _, _, _, y, _, dy = base.grid.transform
    if pyproj.CRS.from_epsg(base.grid.epsg).is_geographic:
        beyond[np.abs(y + (np.arange(len(beyond)) + 0.5) * dy) > 90] = True
    if date.grid == base.grid:
        return date.values, date.hidden, beyond
    index = places_by_gdal(_place(date), _place(base))
    outside = (index < 0) | beyond
    index = np.where(outside, 0, index)
    return date.values.ravel()[index], date.hidden.ravel()[index], outside


def _place(date: Date) -> tuple:
    return date.grid.transform, wkt(date.grid.epsg), date.grid.shape


def inside(case: Case, base: Date) -> list[list[bool]]:
    """Rows of whether each cell's centre lies inside a polygon of the mask.

    It does where an odd number of a polygon's edges cross the line to its left.
    """
    rows, columns = base.grid.shape
    if case.mask is None:
        return [[True] * columns] * rows
    x, dx, _, y, _, dy = base.grid.transform
    parts = [part for text in case.mask for part in _parts(ogr.CreateGeometryFromWkt(text))]
    found = []
    for i in range(rows):
        down = y + (i + 0.5) * dy
        crossings = [
            [
                ax + (down - ay) / (by - ay) * (bx - ax)
                for ax, ay, bx, by in edges
                if (ay > down) != (by > down)
            ]
            for edges in parts
        ]
        centres = [x + (j + 0.5) * dx for j in range(columns)]
        found.append(
            [any(sum(c < across for c in own) % 2 for own in crossings) for across in centres]
        )
    return found


def _parts(geometry: ogr.Geometry) -> list[list[tuple]]:
    """The polygons of a geometry, each as the edges of its rings, both ends of each."""
    if geometry.GetGeometryName() == "MULTIPOLYGON":
        count = geometry.GetGeometryCount()
        return [edges for n in range(count) for edges in _parts(geometry.GetGeometryRef(n))]
    rings = [geometry.GetGeometryRef(n).GetPoints() for n in range(geometry.GetGeometryCount())]
    return [[(*one, *other) for ring in rings for one, other in zip(ring, ring[1:])]]


def areas(case: Case, base: Date):
    """A function from row and column to hectares."""
    system = pyproj.CRS.from_epsg(base.grid.epsg)
    x, dx, _, y, _, dy = base.grid.transform
    if case.method == "auto" and system.is_projected:
        unit = system.axis_info[0].unit_conversion_factor
        planimetric = abs(dx * dy) * unit * unit / 1e4
        return lambda i, j: planimetric
    crs = wkt(base.grid.epsg)
    known: dict = {}

    def hectares(i, j):
        # In longitude and latitude all cells of a row are alike.
        key = i if system.is_geographic else (i, j)
        if key not in known:
            top, bottom = y + i * dy, y + (i + 1) * dy
            if system.is_geographic:
                top, bottom = (max(min(edge, 90), -90) for edge in (top, bottom))
            corners = (x + j * dx, top, x + (j + 1) * dx, bottom)
            known[key] = cell_hectares(crs, *corners) if top > bottom else 0.0
        return known[key]

    return hectares
