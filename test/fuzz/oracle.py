"""What a case should give, found another way: GDAL's warper on whole arrays in memory, a plain
double loop over the cells, and geodesic polygons from pyproj."""

from __future__ import annotations

import numpy as np
import pyproj
from osgeo import gdal

from ..helpers import wkt
from .cases import Case, Date


def expected(case: Case) -> dict | None:
    """Cells and hectares by pair of class names, and the audit; None where nothing overlaps.

    Returns:
        pairs: {(from, to): [cells, hectares]}; audit: per date [valid, nodata, outside].
    """
    base = case.dates[case.base]
    rows, columns = base.values.shape
    column, row, width, height = case.window or (0, 0, columns, rows)
    brought = [_brought(date, base) for date in case.dates]
    areas = _areas(case, base)
    labels = _names(case)
    pairs: dict = {}
    audit = [[0, 0, 0], [0, 0, 0]]
    for i in range(row, row + height):
        for j in range(column, column + width):
            found = []
            for place, (date, (values, hidden, outside)) in enumerate(zip(case.dates, brought)):
                if outside[i, j]:
                    audit[place][2] += 1
                elif hidden[i, j] or _is_nodata(values[i, j], date, case):
                    audit[place][1] += 1
                else:
                    audit[place][0] += 1
                    value = int(values[i, j])
                    found.append(labels[place].get(value, str(value)))
            if len(found) == 2:
                entry = pairs.setdefault(tuple(found), [0, 0.0])
                entry[0] += 1
                entry[1] += areas(i, j)
    return {"pairs": pairs, "audit": audit}


def _is_nodata(value, date: Date, case: Case) -> bool:
    return bool(value != value or value == date.declared or value in case.nodata)


def _names(case: Case) -> list[dict]:
    """Names by value per date; a date without names borrows those of the other."""
    own = [date.names for date in case.dates]
    if not own[0] or not own[1]:
        own = [own[0] or own[1]] * 2
    return own


def _brought(date: Date, base: Date) -> tuple:
    """Values, mask and what lies outside, of a date on the cells of the base."""
    same = (
        date.epsg == base.epsg
        and date.values.shape == base.values.shape
        and np.allclose(date.transform, base.transform, rtol=0, atol=1e-9)
    )
    if same:
        return date.values, date.hidden, np.zeros(base.values.shape, bool)
    rows, columns = date.values.shape
    # Each cell's own number is warped, so that no type or value can get in the way.
    numbers = np.arange(rows * columns, dtype=np.float64).reshape(rows, columns)
    source = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Float64)
    source.SetGeoTransform(date.transform)
    source.SetProjection(wkt(date.epsg))
    source.GetRasterBand(1).WriteArray(numbers)
    height, width = base.values.shape
    x, dx, _, y, _, dy = base.transform
    warped = gdal.Warp(
        "",
        source,
        format="MEM",
        dstSRS=wkt(base.epsg),
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
    system = pyproj.CRS.from_epsg(base.epsg)
    x, dx, _, y, _, dy = base.transform
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
