"""Random passes for tests of what takes part in one: dates, polygons, and plain loops over both."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.base.dates import Period
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.strategies import Case
from carbon_zones.test.core.support import own_key
from carbon_zones.test.helpers import write_raster

# Where rasters lie, by whether their cells are alike: reference system, origin, size of a cell.
PLACES = {"metres": (32649, (600_000.0, 4_400_000.0), 32.0), "degrees": (4326, (112.0, 40.0), 0.25)}


def open_case(case: Case, folder, place: str = "metres", entries=None) -> Series:
    epsg, (x, y), cell = PLACES[place]
    sources = []
    for number, date in enumerate(case.dates):
        path = write_raster(
            f"{folder}/date{number}.tif",
            date.values,
            dtype=date.values.dtype,
            nodata=date.declared,
            cell=(cell, cell),
            origin=(x, y),
            epsg=epsg,
            options=date.layout,
        )
        sources.append(RasterInput(path, f"date {number}", nodata=date.further))
    w = case.window
    left, top = x + w.column * cell, y - w.row * cell
    extent = (left, top - w.height * cell, left + w.width * cell, top)
    return open_series(sources, "auto", entries, extent=extent)


def all_periods(dates: int) -> list[Period]:
    return [Period(a, b, f"{a}-{b}") for a, b in combinations(range(dates), 2)]


def count_case(case: Case, series: Series, consumers=(), strata=None, **options):
    return count_series(
        series,
        all_periods(len(case.dates)),
        consumers,
        workers=case.workers,
        cells=case.cells_per_block,
        strata=strata,
        **options,
    )


def histories(case: Case, names=None) -> list[list]:
    """Rows of what each cell of the window is at all dates, class keys; None: left out."""
    dates = [date.keys(case.window, names or {}) for date in case.dates]
    return [[None if None in keys else keys for keys in zip(*rows)] for rows in zip(*dates)]


def tally_of_combinations(table, classes) -> Counter:
    """A table of combinations as a Counter of (stratum, class keys)."""
    keys = [own_key(c) for c in classes]
    rows = zip(table.strata.tolist(), table.classes.tolist(), table.cells.tolist())
    found = {(stratum, tuple(keys[n] for n in numbers)): cells for stratum, numbers, cells in rows}
    assert len(found) == len(table.cells)
    return Counter(found)


# Corners stand on sixteenths of a cell of a grid, so that some lie on centres and corners of cells.
PART = 16


def wkb(grid: Grid, rings) -> bytes:
    """A polygon of an outer ring and holes, lists of corners in sixteenths of a grid's cells."""
    x, dx, _, y, _, dy = grid.transform
    polygon = ogr.Geometry(ogr.wkbPolygon)
    for corners in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for across, down in [*corners, corners[0]]:
            ring.AddPoint_2D(x + across * dx / PART, y + down * dy / PART)
        polygon.AddGeometry(ring)
    return bytes(polygon.ExportToWkb())


def rectangle(grid: Grid, left, top, right, bottom) -> bytes:
    """A polygon by its columns and rows; numbers of cells, fractions too."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return wkb(grid, [[(round(x * PART), round(y * PART)) for x, y in corners]])


def side(across: int, down: int, rings) -> int | None:
    """Whether a point lies inside rings (1), outside (0), or on one of their edges (None).

    The plain way, in whole numbers: a ray to the right crosses edges an odd number of times.
    """
    crossings = 0
    for corners in rings:
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]]):
            turn = (bx - ax) * (down - ay) - (by - ay) * (across - ax)
            between = min(ax, bx) <= across <= max(ax, bx) and min(ay, by) <= down <= max(ay, by)
            if turn == 0 and between:
                return None
            if (ay > down) != (by > down):
                crossings += (turn > 0) == (by > ay)
    return crossings % 2


@st.composite
def polygons(draw, grid: Grid, most: int = 5, least: int = 0):
    """Strata and the rings of their polygons about a grid; corners anywhere, edges may cross."""
    place = st.integers(-4 * PART, (max(grid.width, grid.height) + 4) * PART)
    ring = st.lists(st.tuples(place, place), min_size=3, max_size=8)
    polygon = st.lists(ring, min_size=1, max_size=2)
    number = st.sampled_from([1, 2, 3, 7, 300, 65535])
    return draw(st.lists(st.tuples(number, polygon), min_size=least, max_size=most))


@st.composite
def polygons_on_land(draw, grid: Grid, most: int = 5):
    """The same, half the time with a rectangle more, on the grid and with no centre on its edges.

    What random polygons meet hangs on the constants that hypothesis finds in whatever is imported.
    """
    drawn = draw(polygons(grid, most))
    if draw(st.booleans()):
        left, top = draw(st.integers(0, grid.width - 1)), draw(st.integers(0, grid.height - 1))
        right = draw(st.integers(left + 1, grid.width))
        bottom = draw(st.integers(top + 1, grid.height))
        corners = (left, top), (right, top), (right, bottom), (left, bottom)
        drawn.append((7, [[(PART * x + 4, PART * y + 4) for x, y in corners]]))
    return drawn


def strata_by_loop(window: Window, drawn) -> list[list]:
    """Rows of a window's cells: the stratum, and how many polygons the cell lies in.

    None where its centre lies on an edge.
    """
    rows = []
    for row in range(window.row, window.row + window.height):
        rows.append([])
        for column in range(window.column, window.column + window.width):
            centre = column * PART + PART // 2, row * PART + PART // 2
            sides = [side(*centre, rings) for _, rings in drawn]
            inside = [number for (number, _), found in zip(drawn, sides) if found]
            rows[-1].append(None if None in sides else ((inside or [0])[0], len(inside)))
    return rows
