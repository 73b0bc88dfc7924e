"""Squares as units: against a plain loop over the centres of the cells, and what is refused."""

import re
from collections import Counter
from math import cos, cosh, floor, pi, radians, sin, sqrt
from pathlib import PurePosixPath

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from osgeo import osr

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.area import ELLIPSOIDAL_AREA, PLANIMETRIC_AREA
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.results import Results
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.units import GroundSquares, SquareUnits
from carbon_zones.test.core.histories import lands
from carbon_zones.test.core.passes import PLACES
from carbon_zones.test.core.support import examples, inputs, memory_folder
from carbon_zones.test.helpers import write_raster

# WGS 84.
MAJOR, FLATTENING = 6378137.0, 1 / 298.257223563


def metres_per_degree(latitude: float) -> tuple[float, float]:
    """Along a parallel and along a meridian, by the radii of curvature."""
    square = FLATTENING * (2 - FLATTENING)
    bent = 1 - square * sin(radians(latitude)) ** 2
    across = MAJOR / sqrt(bent) * cos(radians(latitude))
    along = MAJOR * (1 - square) / bent**1.5
    return across * pi / 180, along * pi / 180


def name_of(x: float, y: float, west: float, north: float, width: float, height: float) -> tuple:
    return floor((north - y) / height), floor((x - west) / width)


@examples(60)
@given(lands(3), st.sampled_from([0.043, 0.0771, 0.33, 5.0]))
def test_cells_are_in_the_square_that_holds_their_centre(land, size):
    """On cells of 32 m, and of a quarter of a degree, where squares are 900 times as large."""
    _, (west, north), cell = PLACES[land.place]
    rows = land.dates[0].shape[0]
    width = height = 1000 * size
    if land.place == "degrees":
        size *= 900
        across, along = metres_per_degree(north - rows * cell / 2)
        width, height = 1000 * size / across, 1000 * size / along
    expected = Counter()
    for row, column in land.cells:
        centre = west + (column + 0.5) * cell, north - (row + 0.5) * cell
        down, right = name_of(*centre, west, north, width, height)
        expected[f"R{down + 1:02d}C{right + 1:02d}"] += 1
    with memory_folder() as folder:
        series = land.open(folder)
        units = SquareUnits(series, size)
        census = count_series(
            series, create_periods(series.dates), workers=land.workers, cells=50, units=units
        )
    assert {name: part.valid_cells for name, part in census.units} == expected
    assert [name for name, _ in census.units] == sorted(expected)
    raise_failed_check(Results(series, census).consistency_checks)


@pytest.mark.parametrize(("dx", "dy"), [(30, -30), (30, 30), (-30, -30)])
def test_the_first_square_is_in_the_north_west(dx, dy):
    """Whichever corner the grid begins with, in a window of it."""
    grid = Grid(20, 10, (1000.0, dx, 0.0, 5000.0, 0.0, dy))
    window = Window(2, 1, 10, 7)
    squares = GroundSquares.from_window(grid, window, PLANIMETRIC_AREA, 0.1)
    corners = [1000 + dx * 2, 1000 + dx * 12], [5000 + dy * 1, 5000 + dy * 8]
    west, north = min(corners[0]), max(corners[1])
    rows, columns = squares.rows, squares.columns
    for row in range(7):
        for column in range(10):
            x, y = 1000 + dx * (2 + column + 0.5), 5000 + dy * (1 + row + 0.5)
            place = name_of(x, y, west, north, 100, 100)
            assert (rows[row], columns[column]) == place
            x_min, y_min, x_max, y_max = squares.square_bounds(*place)
            assert x_min <= x < x_max
            assert y_min < y <= y_max
    assert squares.square_name(0, 0) == squares.square_names[0] == "R01C01"


def test_names_have_as_many_digits_as_all_need():
    grid = Grid(120, 3, (0.0, 100.0, 0.0, 0.0, 0.0, -100.0))
    squares = GroundSquares.from_window(grid, grid.full_window, PLANIMETRIC_AREA, 0.1)
    assert (squares.square_names[0], squares.square_names[-1], squares.square_name(1, 9)) == (
        *("R001C001", "R003C120"),
        "R002C010",
    )


def series_of(folder, shape, cell=1000.0, epsg=None):
    path = write_raster(
        folder / "a.tif", np.ones(shape, np.uint8), cell=(cell, cell), epsg=epsg, origin=(0, 0)
    )
    return open_series(inputs(path), "auto")


def test_more_squares_than_can_be_told_apart_are_refused(tmp_path):
    """And the size that the sentence names is large enough."""
    series = series_of(tmp_path, (200, 200))
    with pytest.raises(
        DataError, match=r"UNITS_SIZE.* 40,000 units.* 32,767.* use 1.11 km or larger"
    ):
        SquareUnits(series, 1)
    assert len(SquareUnits(series, 1.11).squares.square_names) < 32_767


@examples(60)
@given(st.integers(1, 300), st.integers(1, 300), st.floats(0.3, 9), st.integers(1, 500))
@example(1, 30, 0.5, 100)
def test_a_refusal_names_a_size_that_meets_the_limit(height, width, size, most):
    """Where squares at the edges are not whole too; a cell is of 1 km."""

    def count_of(side: float) -> int:
        rows, columns = (floor((cells - 0.5) / side + 1e-9) + 1 for cells in (height, width))
        return rows * columns

    with memory_folder() as folder:
        series = series_of(PurePosixPath(folder), (height, width))
        if count_of(size) <= most:
            assert len(SquareUnits(series, size, most).names) == count_of(size)
            return
        with pytest.raises(DataError, match=f"at most {most:,}") as refusal:
            SquareUnits(series, size, most)
    named = float(re.search(r"use ([\d.]+) km or larger", str(refusal.value))[1])
    assert named > size
    assert count_of(named) <= most
    # And one that is hardly larger than it need be.
    if most >= 100:
        assert count_of(named / 1.1) > most


def test_true_sizes_where_areas_are_true_ones():
    """In Web Mercator at 60 degrees north, where the map is twice as large as the ground."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(3857)
    north = 8_400_000.0
    grid = Grid(10, 10, (0.0, 100.0, 0.0, north, 0.0, -100.0), system.ExportToWkt())
    plain = GroundSquares.from_window(grid, grid.full_window, PLANIMETRIC_AREA, 1)
    true = GroundSquares.from_window(grid, grid.full_window, ELLIPSOIDAL_AREA, 1)
    assert (plain.width, plain.height) == (1000, 1000)
    # The scale is cosh(y / a) on a sphere; on the ellipsoid along and across differ by 0.3 %.
    middle = cosh((north - 500) / MAJOR)
    assert true.width == pytest.approx(1000 * middle, rel=0.004)
    assert true.height == pytest.approx(1000 * middle, rel=0.004)
