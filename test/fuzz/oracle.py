"""What a case should give, found another way: GDAL's warper on whole arrays in memory, a plain
double loop over the cells, and geodesic polygons from pyproj."""

from __future__ import annotations

import numpy as np
import pyproj
from osgeo import gdal, ogr

from ..helpers import wkt
from .cases import Case, Date

# What a cell can be at a date, and those of the valid ones that nobody names.
PARTS = ("valid", "nodata", "outside", "unlisted", "masked")


def expected(case: Case) -> tuple[dict, bool]:
    """Numbers by what they are of, as `computed` gives them, and whether a refusal is right.

    That is so where no cell is valid at all dates or lies inside the mask, or the units lie clear
    of the cells.
    """
    base = case.dates[case.base]
    rows, columns = base.grid.shape
    column, row, width, height = case.window or (0, 0, columns, rows)
    labels = [date.label for date in case.dates]
    places = range(len(labels))
    spans = list(zip(places, places[1:])) + ([(0, places[-1])] if len(labels) > 2 else [])
    brought = [(date, *_brought(date, base)) for date in case.dates]
    units = None if case.units is None else (case.units, *_brought(case.units, base))
    names, areas = _names(case), _areas(case, base)
    found: dict = {}
    audit = [dict.fromkeys(PARTS, 0) for _ in labels]
    inside = _inside(case, base)
    grid, counted = [0, 0.0], [0, 0.0]
    for i in range(row, row + height):
        for j in range(column, column + width):
            hectares = areas(i, j)
            _add(grid, hectares)
            if not inside(i, j):
                for own in audit:
                    own["masked"] += 1
                continue
            classes = []
            for own, named, date in zip(audit, names, brought):
                value, what = _held(date, i, j, case)
                own[what] += 1
                if what == "valid":
                    own["unlisted"] += any(names) and value not in named
                    classes.append(named.get(value, str(value)).casefold())
            if len(classes) < len(labels):
                continue
            _add(counted, hectares)
            keys = [("share", *both) for both in zip(labels, classes)]
            keys += [
                ("transfer", f"{labels[a]}-{labels[b]}", classes[a], classes[b]) for a, b in spans
            ]
            keys.append(("combination", *classes))
            if units is not None:
                keys.append(("in unit", _held(units, i, j, case)[0], *classes))
            for key in keys:
                _add(found.setdefault(key, [0, 0.0]), hectares)
    for label, own in zip(labels, audit):
        found["audit", label] = [*own.values(), *grid, *counted]
    return found, not counted[0] or (units is not None and units[-1].all())


def _inside(case: Case, base: Date):
    """Whether the centre of a cell lies inside the mask: an odd number of edges lie to its left."""
    if case.mask is None:
        return lambda i, j: True
    x, dx, _, y, _, dy = base.grid.transform
    shapes = [_edges(text) for text in case.mask]

    def inside(i, j):
        across, down = x + (j + 0.5) * dx, y + (i + 0.5) * dy
        return any(
            sum(
                (ay > down) != (by > down) and ax + (down - ay) / (by - ay) * (bx - ax) < across
                for ax, ay, bx, by in edges
            )
            % 2
            for edges in shapes
        )

    return inside


def _edges(text: str) -> list[tuple]:
    """The edges of a polygon's rings, both ends of each."""
    polygon = ogr.CreateGeometryFromWkt(text)
    rings = [polygon.GetGeometryRef(n).GetPoints() for n in range(polygon.GetGeometryCount())]
    return [(*one, *other) for ring in rings for one, other in zip(ring, ring[1:])]


def _add(entry: list, hectares: float) -> None:
    entry[0] += 1
    entry[1] += hectares


def _held(brought: tuple, i: int, j: int, case: Case) -> tuple:
    """The value of a cell, None where it does not count, and what the cell is."""
    date, values, hidden, outside = brought
    value = values[i, j]
    if outside[i, j]:
        return None, "outside"
    if hidden[i, j] or value != value or value == date.declared or value in case.nodata:
        return None, "nodata"
    return int(value), "valid"


def _names(case: Case) -> list[dict]:
    """Names by value per date; a date without names borrows the first that another has."""
    if case.table is not None:
        return [case.table] * len(case.dates)
    borrowed: dict = {}
    for date in reversed(case.dates):
        borrowed.update(date.names)
    return [date.names or borrowed for date in case.dates]


def _brought(date: Date, base: Date) -> tuple:
    """Values, mask and what lies outside, of a date on the cells of the base."""
    if date.grid == base.grid:
        return date.values, date.hidden, np.zeros(base.grid.shape, bool)
    rows, columns = date.grid.shape
    # Each cell's own number is warped, so that no type or value can get in the way.
    numbers = np.arange(rows * columns, dtype=np.float64).reshape(rows, columns)
    source = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Float64)
    source.SetGeoTransform(date.grid.transform)
    source.SetProjection(wkt(date.grid.epsg))
    source.GetRasterBand(1).WriteArray(numbers)
    height, width = base.grid.shape
    x, dx, _, y, _, dy = base.grid.transform
    warped = gdal.Warp(
        "",
        source,
        format="MEM",
        dstSRS=wkt(base.grid.epsg),
        outputBounds=(x, y + height * dy, x + width * dx, y),
        width=width,
        height=height,
        resampleAlg="near",
        errorThreshold=0,
        dstNodata=float("nan"),
    ).ReadAsArray()
    outside = np.isnan(warped)
    index = np.where(outside, 0, warped).astype(int)
    return date.values.ravel()[index], date.hidden.ravel()[index], outside


def _areas(case: Case, base: Date):
    """A function from row and column to hectares."""
    system = pyproj.CRS.from_epsg(base.grid.epsg)
    x, dx, _, y, _, dy = base.grid.transform
    if case.method == "auto" and system.is_projected:
        unit = system.axis_info[0].unit_conversion_factor
        planimetric = abs(dx * dy) * unit * unit / 1e4
        return lambda i, j: planimetric
    geod = system.get_geod()
    to_geographic = pyproj.Transformer.from_crs(system, system.geodetic_crs, always_xy=True)
    known: dict = {}

    def hectares(i, j):
        # In longitude and latitude all cells of a row are alike.
        key = i if system.is_geographic else (i, j)
        if key not in known:
            known[key] = _polygon(
                geod, to_geographic, x + j * dx, y + i * dy, x + (j + 1) * dx, y + (i + 1) * dy
            )
        return known[key]

    return hectares


def _polygon(geod, to_geographic, x0, y0, x1, y1) -> float:
    """Hectares of a cell, its sides followed by many short geodesics."""
    step = np.linspace(0, 1, 17)[:-1]
    there, back, stay = step, 1 - step, 0 * step
    across = np.concatenate([there, stay + 1, back, stay])
    down = np.concatenate([stay, there, stay + 1, back])
    xs, ys = x0 + across * (x1 - x0), y0 + down * (y1 - y0)
    longitudes, latitudes = to_geographic.transform(xs, ys)
    return abs(geod.polygon_area_perimeter(longitudes, latitudes)[0]) / 1e4
