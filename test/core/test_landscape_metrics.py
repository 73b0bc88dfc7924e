"""Landscape metrics: FRAGSTATS' own figures, plain formulas, and cells that are no squares.
Centres of classes, how they move, and their ellipses: against numpy and pyproj."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import CRS, Geod

from carbon_zones.core.base.dates import Date
from carbon_zones.core.pattern.measures import CentroidCounter, centroid_rows, measure_notes
from carbon_zones.core.pattern.pattern import (
    LandscapeMetrics,
    PatternCounter,
    max_like_adjacencies,
    min_perimeter,
)
from carbon_zones.core.raster.area import Ellipsoid, inverse_geodesic
from carbon_zones.core.raster.grid import create_spatial_reference
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.geodesic import cell_hectares
from carbon_zones.test.core.pattern_oracle import NOTHING, plain_landscapes, plain_metrics
from carbon_zones.test.core.support import assert_says, examples, memory_folder, series_in
from carbon_zones.test.helpers import wkt

# Made up, 30 x 30 cells of 1 m, with what FRAGSTATS 4 says of it (landscapemetrics, R, GPL-3).
LANDSCAPE = """
133332333333333333333313333333 223322333333333333333113333333 223323333333333333331111133333
223223333333333111111111133333 222223333333311111111111333322 222223333333211111111113333322
222223333333221111111113333222 122223333333222111111111333222 122333333333222113311112222222
112333333333223333331222222222 133333333333223333111222222222 333333233322222331113222222222
333333233222233331113222222222 333333333322333111113333322333 113333333331113311333333333333
111113333311111333333333333333 111111333211113333333333333333 331111131111113333333333333333
231111111111113333333333333332 333111111111133333333223333332 333311111111121331133233333332
333332331113331111113233333333 333333331333331111112223333333 333333313333323122222222222222
333333333333323322222222222233 333333233333333322222222222333 333322232221333332222222221333
333322222222222333222222211322 333332222222222333312222211322 333331222222223333331122233322
"""
OF_CLASSES = (
    "ca_ha pland_pct np pd_per_100ha lpi_pct te_m ed_m_per_ha area_mn_ha area_sd_ha lsi "
    "shape_mn frac_mn pladj_pct ai_pct cohesion division mesh_ha split iji_pct"
)
CLASS_NAMES = OF_CLASSES.split()
LANDSCAPE_NAMES = ["ta_ha", *CLASS_NAMES[2:], "pr", "shdi", "shei", "sidi", "msidi", "contag_pct"]
CLASSES = {
    1: "0.0184 20.4444 9.0000 10000.0000 8.8889 181.0000 2011.1111 0.0020 0.0030 3.4643 1.2754 "
    "1.2179 73.6413 79.7059 87.8163 0.9853 0.0013 68.0558 80.0148",
    2: "0.0234 26.0000 13.0000 14444.4444 7.5556 203.0000 2255.5556 0.0018 0.0022 3.8710 1.1843 "
    "1.1341 74.3590 79.6339 85.2500 0.9867 0.0012 75.4612 75.4186",
    3: "0.0482 53.5556 6.0000 6666.6667 17.6667 296.0000 3288.8889 0.0080 0.0062 4.1591 1.6833 "
    "1.2743 81.0166 84.8913 93.4988 0.9237 0.0069 13.1059 99.6012",
}
WHOLE = (
    "0.0900 28.0000 31111.1111 17.6667 340.0000 3777.7778 0.0032 0.0045 3.8333 1.3205 1.1911 "
    "77.7778 82.4642 90.6246 0.8958 0.0094 9.5926 89.7774 3.0000 1.0092 0.9186 0.6038 0.9258 "
    "26.4538"
)


def pattern_of(series, **options) -> LandscapeMetrics:
    counter = PatternCounter(series)
    count_series(series, [], [counter], **options)
    return LandscapeMetrics(counter.landscapes[0].get_landscape(), counter.measure)


def by_value(pattern: LandscapeMetrics, series) -> dict:
    return {
        series.classes[number].value: pattern.class_metrics(place)
        for place, number in enumerate(pattern.landscape.class_indices)
    }


def printed(metrics: dict, names: list[str]) -> list[str]:
    return [f"{metrics[name]:.4f}" for name in names]


@pytest.mark.parametrize("cells", [1 << 20, 50])
def test_a_landscape_has_the_figures_of_fragstats(tmp_path, cells):
    rows = [list(map(int, row)) for row in LANDSCAPE.split()]
    series = series_in(tmp_path, np.array(rows), cell=(1, 1))
    pattern = pattern_of(series, cells=cells)
    found = by_value(pattern, series)
    assert {value: printed(m, CLASS_NAMES) for value, m in found.items()} == {
        value: figures.split() for value, figures in CLASSES.items()
    }
    assert printed(pattern.landscape_metrics(), LANDSCAPE_NAMES) == WHOLE.split()


def assert_close(found: dict, expected: dict):
    """That metrics are those of a plain way, those that do not exist among them."""
    assert set(found) == set(expected)
    for name, value in expected.items():
        if value is None:
            assert found[name] is None, name
        else:
            assert found[name] == pytest.approx(value, rel=1e-9, abs=1e-9), name


@examples(200)
@given(
    shape=st.tuples(st.integers(1, 12), st.integers(1, 12)),
    seed=st.integers(0, 10_000),
    classes=st.integers(1, 4),
    no_data=st.booleans(),
    side=st.sampled_from([0.5, 1.0, 30.0]),
)
def test_metrics_equal_plain_formulas(shape, seed, classes, no_data, side):
    random = np.random.default_rng(seed)
    cells = random.integers(0 if no_data else 1, classes + 1, shape)
    if not cells.any():
        return
    with memory_folder() as folder:
        series = series_in(folder, cells, nodata=0, cell=(side, side))
        pattern = pattern_of(series)
    plain = plain_landscapes([[v or None for v in row] for row in cells.tolist()])[""]
    of_classes, of_all = plain_metrics(plain, side)
    for value, metrics in by_value(pattern, series).items():
        assert_close(metrics, of_classes[value])
    assert_close(pattern.landscape_metrics(), of_all)


def test_least_perimeters_and_most_like_sides_are_those_that_are_proven():
    """2 ceil(2 sqrt n) and floor(2 n - 2 sqrt n) (Harary and Harborth 1976)."""
    for n in [*range(1, 3000), 10**10, 10**10 + 1]:
        twice = math.isqrt(4 * n - 1) + 1
        assert min_perimeter(n) == 2 * twice
        assert max_like_adjacencies(n) == 2 * n - twice


SHAPES = {"lsi", "shape_mn", "frac_mn", "pladj_pct", "ai_pct", "cohesion", "iji_pct", "contag_pct"}
CELLS = np.array([[1, 1, 2, 0], [1, 3, 2, 2], [3, 3, 1, 1], [2, 2, 1, 3], [1, 1, 0, 3]])


def assert_empty(metrics: dict, *names: str):
    """That just these of the metrics do not exist."""
    assert {name for name, value in metrics.items() if value is None} == set(names) & set(metrics)


def test_cells_that_are_no_squares_have_edges_of_their_true_lengths(tmp_path):
    series = series_in(tmp_path, CELLS, nodata=0, cell=(30, 20))
    pattern = pattern_of(series)
    assert_says(measure_notes(pattern.measure).notices, ("30 x 20", "LSI", "CONTAG", "TE and ED"))
    plain = plain_landscapes([[v or None for v in row] for row in CELLS.tolist()])[""]
    lengths = 0.0
    for value, metrics in by_value(pattern, series).items():
        others = [v for v in (1, 2, 3) if v != value]
        length = sum(20 * plain.across[value, v] + 30 * plain.down[value, v] for v in others)
        lengths += length
        assert metrics["te_m"] == length
        assert metrics["ca_ha"] == pytest.approx(len(plain.cells[value]) * 0.06)
        assert metrics["np"] == sum(plain.patches[value].values())
        assert_empty(metrics, *SHAPES)
    whole = pattern.landscape_metrics()
    assert whole["te_m"] == lengths / 2
    assert whole["ed_m_per_ha"] == pytest.approx(lengths / 2 / (18 * 0.06))
    assert_empty(whole, *SHAPES)


def test_sides_that_differ_in_their_seventh_digit_are_equal(tmp_path):
    series = series_in(tmp_path, CELLS, nodata=0, cell=(30, 30.00001))
    pattern = pattern_of(series)
    assert_empty(pattern.landscape_metrics())
    assert not measure_notes(pattern.measure).notices


def test_sides_that_differ_by_a_thousandth_are_the_mean_one_and_that_is_said(tmp_path):
    """As of real rasters, whose cells of 99.92 x 99.95 are those of squares brought elsewhere."""
    series = series_in(tmp_path, CELLS, nodata=0, cell=(30, 30.03))
    pattern = pattern_of(series)
    assert_says(measure_notes(pattern.measure).notices, ("0.1 %", "30 x 30.03", "mean side"))
    plain = plain_landscapes([[v or None for v in row] for row in CELLS.tolist()])[""]
    _, expected = plain_metrics(plain, 30.015)
    found = pattern.landscape_metrics()
    for name in (name for name in SHAPES if name in found):
        assert found[name] == pytest.approx(expected[name], rel=1e-12), name
    assert found["ta_ha"] == pytest.approx(18 * 30 * 30.03 / 1e4, rel=1e-12)
    assert found["te_m"] != pytest.approx(expected["te_m"], rel=1e-9)
    assert_empty(
        pattern_of(series_in(tmp_path, CELLS, nodata=0, cell=(30, 30.04))).landscape_metrics(),
        *SHAPES,
    )


@pytest.mark.parametrize("origin", [(112.0, 40.0), (-70.0, 0.05), (10.0, -60.0)])
@pytest.mark.parametrize("cell", [(0.01, 0.01), (0.5, 0.25)])
def test_degrees_have_true_areas_and_lengths(tmp_path, origin, cell):
    series = series_in(
        tmp_path, CELLS, nodata=0, cell=cell, origin=origin, epsg=4326, method="auto"
    )
    pattern = pattern_of(series, cells=4)
    assert_says(measure_notes(pattern.measure).notices, ("Geographic CRS", "LSI", "area-weighted"))
    geod = Geod(ellps="WGS84")
    land = {(r, c): int(v) for (r, c), v in np.ndenumerate(CELLS) if v}

    def area(row: int) -> float:
        """Of a cell, by many short lines: a parallel is no geodesic."""
        north, south = origin[1] - row * cell[1], origin[1] - (row + 1) * cell[1]
        return 1e4 * cell_hectares(wkt(4326), 0, north, cell[0], south, 400)

    def along_parallel(latitude: float) -> float:
        x = np.linspace(0, cell[0], 400)
        return geod.line_length(x, np.full(400, latitude))

    def along_meridian(row: int) -> float:
        north, south = origin[1] - row * cell[1], origin[1] - (row + 1) * cell[1]
        return geod.inv(0, north, 0, south)[2]

    length, areas = dict.fromkeys((1, 2, 3), 0.0), dict.fromkeys((1, 2, 3), 0.0)
    for (r, c), value in land.items():
        areas[value] += area(r)
        for there, side in (
            ((r, c - 1), along_meridian(r)),
            ((r, c + 1), along_meridian(r)),
            ((r - 1, c), along_parallel(origin[1] - r * cell[1])),
            ((r + 1, c), along_parallel(origin[1] - (r + 1) * cell[1])),
        ):
            if land.get(there, value) != value:
                length[value] += side
    plain = plain_landscapes([[v or None for v in row] for row in CELLS.tolist()])[""]
    all_land = sum(areas.values())
    for value, metrics in by_value(pattern, series).items():
        assert metrics["te_m"] == pytest.approx(length[value], rel=1e-6)
        assert metrics["ca_ha"] == pytest.approx(areas[value] / 1e4, rel=1e-6)
        patches = [sum(area(r) for r, _ in patch) for patch in plain.components[value]]
        assert metrics["lpi_pct"] == pytest.approx(100 * max(patches) / all_land, rel=1e-6)
        assert metrics["area_mn_ha"] == pytest.approx(np.mean(patches) / 1e4, rel=1e-6)
        assert metrics["area_sd_ha"] == pytest.approx(np.std(patches) / 1e4, rel=1e-5, abs=1e-6)
        assert metrics["split"] == pytest.approx(all_land**2 / np.sum(np.square(patches)), rel=1e-6)
        assert_empty(metrics, *SHAPES)
    whole = pattern.landscape_metrics()
    assert whole["te_m"] == pytest.approx(sum(length.values()) / 2, rel=1e-6)
    shares = [one / all_land for one in areas.values()]
    assert whole["shdi"] == pytest.approx(-sum(p * math.log(p) for p in shares), rel=1e-6)
    assert_empty(whole, *SHAPES)


def test_feet_become_metres(tmp_path):
    """EPSG 2263 is in US survey feet."""
    foot = 1200 / 3937
    in_feet = series_in(tmp_path, CELLS, nodata=0, cell=(100, 100), epsg=2263)
    found = pattern_of(in_feet).landscape_metrics()
    in_metres = series_in(tmp_path, CELLS, nodata=0, cell=(100 * foot, 100 * foot))
    expected = pattern_of(in_metres).landscape_metrics()
    assert found == {name: pytest.approx(value, rel=1e-9) for name, value in expected.items()}
    assert found["te_m"] == pytest.approx(15 * 100 * foot)


def test_true_areas_on_a_map_leave_its_lengths_open(tmp_path):
    series = series_in(tmp_path, CELLS, nodata=0, cell=(30, 30), method="ellipsoidal")
    pattern = pattern_of(series)
    assert_says(
        measure_notes(pattern.measure).notices, ("TE, ED, LSI", "AREA_METHOD to planimetric")
    )
    whole = pattern.landscape_metrics()
    assert_empty(whole, *SHAPES, "te_m", "ed_m_per_ha")
    assert whole["ta_ha"] == pytest.approx(18 * 0.09, rel=1e-3)
    assert whole["ta_ha"] == pytest.approx(
        sum(series.area.cell_hectares(series.window).ravel()[CELLS.ravel() > 0]), rel=1e-9
    )
    assert not any(key is NOTHING for key in whole)


def test_land_beyond_a_pole_is_left_out(tmp_path):
    """A class that lies there alone has neither patches nor a centre."""
    cells = np.array([[2, 2], [1, 1], [1, 3]])
    on = {"cell": (1, 1), "origin": (0, 91), "epsg": 4326, "method": "auto"}
    series = series_in(tmp_path, cells, **on)
    pattern = pattern_of(series)
    found = by_value(pattern, series)
    assert found.keys() == {1, 3}
    assert found[1]["split"] > 1
    whole = pattern.landscape_metrics()
    assert whole["ta_ha"] == pytest.approx(found[1]["ca_ha"] + found[3]["ca_ha"])
    names = [(c.value, c.name) for c in series.classes]
    rows = centroid_rows(series.dates, [pattern.landscape.moments], pattern.measure, names)
    assert {row["value"] for row in rows} == {1, 3}


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
