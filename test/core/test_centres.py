"""Centres of classes, how they move, and their ellipses: against numpy and pyproj."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import CRS, Geod

from carbon_zones.core.base.dates import Date
from carbon_zones.core.pattern.measures import CentroidCounter, centroid_rows
from carbon_zones.core.pattern.pattern import PatternCounter
from carbon_zones.core.raster.area import Ellipsoid, inverse_geodesic
from carbon_zones.core.raster.grid import create_spatial_reference
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.support import examples, memory_folder, series_in


def rows_of(series, dates=None, **options):
    """CENTRES by place of the date and value of the class."""
    counter, alone = PatternCounter(series), CentroidCounter(series)
    count_series(series, [], [counter, alone], **options)
    names = [(c.value, c.name) for c in series.classes]
    dates = dates or [Date(str(2000 + 10 * place), "") for place in range(len(series.rasters))]
    assert alone.moments == [one.get_landscape().moments for one in counter.landscapes]
    rows = centroid_rows(dates, alone.moments, alone.measure, names)
    places = {date.year: place for place, date in enumerate(dates)}
    return {(places[row["year"]], row["value"]): row for row in rows}


def angle(east: float, north: float) -> float:
    return math.degrees(math.atan2(east, north)) % 360


@examples(100)
@given(
    shape=st.tuples(st.integers(1, 20), st.integers(1, 20)),
    seed=st.integers(0, 10_000),
    cell=st.sampled_from([(30.0, 30.0), (10.0, 25.0)]),
    origin=st.sampled_from([(612_345.6, 4_412_345.6), (499_990.0, 9_999_990.0)]),
)
def test_centres_and_ellipses_equal_plain_sums(shape, seed, cell, origin):
    """With coordinates of seven digits, whose squares have fourteen."""
    random = np.random.default_rng(seed)
    dates = [random.integers(1, 4, shape) for _ in range(2)]
    with memory_folder() as folder:
        series = series_in(folder, *dates, cell=cell, origin=origin)
        rows = rows_of(series, cells=50)
    before: dict = {}
    for place, cells in enumerate(dates):
        here = {}
        assert {value for at, value in rows if at == place} == set(np.unique(cells).tolist())
        for value in np.unique(cells).tolist():
            row = rows[place, value]
            down, across = np.nonzero(cells == value)
            x = (across + 0.5) * cell[0]
            y = -(down + 0.5) * cell[1]
            here[value] = centre = np.array([x.mean(), y.mean()])
            assert (row["x"], row["y"]) == pytest.approx(tuple(origin + centre), abs=1e-8)
            spread = np.cov(x, y, ddof=0) if x.size > 1 else np.zeros((2, 2))
            values, vectors = np.linalg.eigh(spread)
            minor, major = np.sqrt(2 * values.clip(0))
            assert row["major_m"] == pytest.approx(major, rel=1e-9, abs=1e-6)
            # The square root of what doubles leave of nothing.
            assert row["minor_m"] == pytest.approx(minor, rel=1e-7, abs=1e-4)
            if values[1] - values[0] > 1e-6 * values[1]:
                apart = abs(row["rotation_deg"] - angle(*vectors[:, 1]) % 180)
                assert min(apart, 180 - apart) < 1e-5
                assert 0 <= row["rotation_deg"] < 180
            elif values[1] == values[0]:
                assert row["rotation_deg"] is None
            if value not in before:
                assert row["moved_m"] is row["direction_deg"] is row["m_per_year"] is None
                continue
            east, north = centre - before[value]
            assert row["moved_m"] == pytest.approx(math.hypot(east, north), abs=1e-9)
            assert row["m_per_year"] == pytest.approx(row["moved_m"] / 10)
            if row["moved_m"]:
                turned = abs(row["direction_deg"] - angle(east, north))
                assert min(turned, 360 - turned) < 1e-6
            else:
                assert row["direction_deg"] is None
        before = here


@pytest.mark.parametrize(
    ("cells", "rotation"),
    [
        (np.eye(9)[::-1], 45.0),  # to the north-east
        (np.eye(9), 135.0),
        ([[1] * 9], 90.0),
        ([[1]] * 9, 0.0),
        (np.ones((5, 5)), None),
        ([[1]], None),
    ],
)
def test_rotation_is_clockwise_from_north(tmp_path, cells, rotation):
    row = rows_of(series_in(tmp_path, np.array(cells, int), nodata=0))[0, 1]
    assert row["rotation_deg"] == rotation
    if rotation is not None:
        assert row["minor_m"] == 0.0


def test_no_date_before_or_no_year_leaves_movement_open(tmp_path):
    land = [np.array([[1, 2, 2]]), np.array([[1, 1, 2]]), np.array([[3, 1, 1]])]
    series = series_in(tmp_path, *land)
    rows = rows_of(series, [Date("a", ""), Date("2000", ""), Date("2005", "")])
    assert rows[0, 1]["moved_m"] is None
    assert rows[1, 1]["moved_m"] == 15.0
    assert rows[1, 1]["direction_deg"] == 90.0
    assert rows[1, 1]["m_per_year"] is None
    assert rows[2, 1]["m_per_year"] == 30.0 / 5
    assert rows[2, 3]["moved_m"] is None
    assert (2, 2) not in rows


def test_what_stays_has_no_direction(tmp_path):
    """Three cells and one of them have the same centre, to the last digit."""
    land = [np.array([[1, 1, 1]]), np.array([[2, 1, 2]])]
    rows = rows_of(series_in(tmp_path, *land, origin=(612_345.6, 4e6), cell=(0.1, 0.1)))
    assert rows[1, 1]["moved_m"] == 0.0
    assert rows[1, 1]["direction_deg"] is None


@pytest.mark.parametrize("origin", [(112.0, 40.0), (-70.0, 0.3)])
def test_degrees_are_weighted_by_area_and_move_along_the_shortest_line(tmp_path, origin):
    random = np.random.default_rng(3)
    dates = [random.integers(1, 3, (8, 11)) for _ in range(2)]
    cell = (0.5, 0.25)
    series = series_in(tmp_path, *dates, cell=cell, origin=origin, epsg=4326, method="auto")
    rows = rows_of(series, cells=13)
    hectares = series.area.cell_hectares(series.window)
    geod, before = Geod(ellps="WGS84"), {}
    for place, cells in enumerate(dates):
        for value in (1, 2):
            row = rows[place, value]
            down, across = np.nonzero(cells == value)
            weights = hectares[down, 0]
            x = origin[0] + np.average(across + 0.5, weights=weights) * cell[0]
            y = origin[1] - np.average(down + 0.5, weights=weights) * cell[1]
            assert (row["x"], row["y"]) == pytest.approx((x, y), abs=1e-8)
            assert row["major_m"] is row["minor_m"] is row["rotation_deg"] is None
            if value in before:
                azimuth, _, length = geod.inv(*before[value], x, y)
                assert row["moved_m"] == pytest.approx(length, rel=1e-4)
                assert row["direction_deg"] == pytest.approx(azimuth % 360, abs=1e-2)
            before[value] = x, y


@examples(300)
@given(
    longitudes=st.tuples(st.floats(-180, 180), st.floats(-179, 179)),
    latitudes=st.tuples(st.floats(-89.9, 89.9), st.floats(-89.9, 89.9)),
    epsg=st.sampled_from([4326, 4214, 4047]),
)
def test_the_shortest_line_is_that_of_pyproj(longitudes, latitudes, epsg):
    reference = CRS.from_epsg(epsg)
    geod = reference.get_geod()
    start = longitudes[0], latitudes[0]
    end = longitudes[0] + longitudes[1], latitudes[1]
    azimuth, _, length = geod.inv(*start, *end)
    found = inverse_geodesic(
        Ellipsoid.from_crs(create_spatial_reference(reference.to_wkt())),
        tuple(map(math.radians, start)),
        tuple(map(math.radians, end)),
    )
    if found is None:
        # Only where the points are nearly on opposite sides.
        assert length > 19_900_000
        return
    assert found[0] == pytest.approx(length, abs=1e-3)
    if 1 < length < 19_900_000:
        turned = abs(math.degrees(found[1]) - azimuth % 360)
        assert min(turned, 360 - turned) < 1e-4


def test_points_on_opposite_sides_have_no_shortest_line():
    assert inverse_geodesic(Ellipsoid(6378137.0, 0.00669438), (0.0, 0.0), (math.pi, 0.0)) is None
