"""True hectares of cells against geodesic polygons, quadrature, and sums by a plain loop."""

from collections import Counter
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from pyproj import CRS, Transformer

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.area import create_cell_area
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.geodesic import cell_hectares
from carbon_zones.test.core.support import notes_on_area, pieces_of, series_in
from carbon_zones.test.helpers import wkt

LONG = np.longdouble
PI = LONG(3.14159265358979323846264338327950288)
SPHERE = CRS.from_proj4("+proj=longlat +R=6371007.181 +no_defs").to_wkt("WKT1_GDAL")
ELLIPSOIDS = {"WGS 84": wkt(4326), "GRS 80": wkt(4258), "Clarke 1866": wkt(4267), "sphere": SPHERE}


def degrees(crs: str, top: float, cell: tuple, size: tuple, left=10.0) -> Grid:
    return Grid(*size, (left, cell[0], 0.0, top, 0.0, -cell[1]), crs)


def hectares_of(grid: Grid, method="auto") -> np.ndarray:
    """Of all cells of a grid."""
    return create_cell_area(grid, method, Notes()).cell_hectares(grid.full_window)


def by_quadrature(crs: str, top, height, width) -> float:
    """Hectares of a cell: the integral of M N cos(latitude) by Gauss's rule, in long doubles.

    The middle and the height are exact before they are rounded, as no closed form needs them.
    """
    ellipsoid = CRS.from_wkt(crs).ellipsoid
    a = LONG(ellipsoid.semi_major_metre)
    f = 1 / LONG(ellipsoid.inverse_flattening) if ellipsoid.inverse_flattening else LONG(0)
    e2 = f * (2 - f)
    middle = long_of(Fraction(top) - Fraction(height) / 2) * PI / 180
    half = long_of(Fraction(height) / 2) * PI / 180
    nodes, weights = np.polynomial.legendre.leggauss(40)
    latitudes = middle + half * nodes.astype(LONG)
    squeeze = 1 - e2 * np.sin(latitudes) ** 2
    # Meridian radius times the radius of the parallel.
    integrand = a * (1 - e2) / squeeze ** LONG(1.5) * a / np.sqrt(squeeze) * np.cos(latitudes)
    integral = half * (weights.astype(LONG) * integrand).sum()
    return float(integral * long_of(Fraction(width)) * PI / 180 / 10_000)


def long_of(number: Fraction) -> np.longdouble:
    return LONG(str(number.numerator)) / LONG(str(number.denominator))


# Tiny cells are a metre and a decimetre.
USUAL, TINY = (30.0, 1.0, 1 / 1200), (9e-6, 1e-6)


@pytest.mark.parametrize("crs", ELLIPSOIDS.values(), ids=ELLIPSOIDS)
@pytest.mark.parametrize(
    ("height", "top"),
    [*product(USUAL, (90.0, 89.0, 0.0, -30.0)), *product(TINY, (89.9, 60.0, 0.0, -33.3, -75.0))],
)
def test_a_row_is_the_integral_over_its_latitudes(crs, height, top):
    width = 30.0 if height == 1.0 else height
    rows = max(1, min(12, int((top + 90) / height)))
    hectares = hectares_of(degrees(crs, top, (width, height), (2, rows)))
    for row in range(rows):
        upper = Fraction(top) - row * Fraction(height)
        wanted = by_quadrature(crs, upper, height, width)
        assert hectares[row, 0] == pytest.approx(wanted, rel=1e-9, abs=0), row


def test_cells_end_at_the_poles():
    # Grids of cell centres reach half a cell beyond them.
    own = degrees(wkt(4326), 90.25, (0.5, 0.5), (1, 361))
    found = hectares_of(own)[:, 0]
    assert found[0] == pytest.approx(by_quadrature(wkt(4326), 90.0, 0.25, 0.5), rel=1e-9)
    assert found[-1] == pytest.approx(found[0], rel=1e-9)
    beyond = degrees(wkt(4326), 91.0, (0.5, 0.5), (1, 3))
    assert hectares_of(beyond)[:2, 0].tolist() == [0.0, 0.0]


def test_rows_that_run_upwards_have_the_areas_of_their_latitudes():
    down = degrees(wkt(4326), 60.0, (0.1, 0.1), (2, 100))
    up = Grid(2, 100, (10.0, 0.1, 0.0, 50.0, 0.0, 0.1), wkt(4326))
    assert hectares_of(up)[::-1] == pytest.approx(hectares_of(down), rel=1e-9)


def test_grads_are_not_degrees():
    # NTF (Paris) counts 400 to the circle, on Clarke 1880 (IGN).
    ntf = wkt(4807)
    found = hectares_of(degrees(ntf, 50.0, (0.1, 0.1), (1, 1)))
    assert found[0, 0] == pytest.approx(by_quadrature(ntf, 45.0, 0.09, 0.09), rel=1e-9)


def test_a_window_has_its_own_rows():
    own = degrees(wkt(4326), 80.0, (0.5, 0.25), (20, 200))
    area = create_cell_area(own, "auto", Notes())
    assert (
        area.cell_hectares(Window(3, 50, 7, 9)) == area.cell_hectares(own.full_window)[50:59]
    ).all()


def test_the_method_and_the_ellipsoid_are_told():
    (notice,) = notes_on_area(degrees(wkt(4267), 40.0, (0.1, 0.1), (2, 2))).notices
    assert str(notice) == "Area: ellipsoidal (Clarke 1866, NAD27)."
    (notice,) = notes_on_area(projected(32649, 111.0, 39.0), "ellipsoidal").notices
    assert str(notice) == "Area: ellipsoidal (WGS 84, WGS 84 / UTM zone 49N)."


def projected(code, longitude, latitude, cell=500.0, size=(60, 40), ratio=1.0) -> Grid:
    """A grid around a place; the cell's width is in metres."""
    system = CRS.from_user_input(code)
    to_map = Transformer.from_crs(system.geodetic_crs, system, always_xy=True)
    x, y = to_map.transform(longitude, latitude)
    width = cell / system.axis_info[0].unit_conversion_factor
    height = width * ratio
    left, top = x - size[0] * width / 2, y + size[1] * height / 2
    return Grid(*size, (left, width, 0.0, top, 0.0, -height), system.to_wkt("WKT1_GDAL"))


def polygon(grid: Grid, column: int, row: int, pieces=16) -> float:
    return cell_hectares(grid.crs, *grid.window_corners(Window(column, row, 1, 1)), pieces)


SYSTEMS = {
    "UTM on its meridian": (32649, 111.0, 39.5),
    "UTM nine degrees off": (32649, 120.0, 39.5),
    "UTM at 80 N, twenty degrees off": (32633, 35.0, 80.0),
    "UTM over the 180th meridian": (32601, -180.0, 60.0),
    "LAEA of Europe at its corner": (3035, 35.0, 66.0),
    "Albers of the US": (5070, -122.0, 46.0),
    "LCC of France": (2154, 8.5, 42.0),
    "LCC of Europe far out": (3034, -20.0, 65.0),
    "polar stereographic of Antarctica": (3031, 100.0, -72.0),
    "polar stereographic around the pole": (3995, 0.0, 89.9),
    "polar stereographic on the 180th meridian": (3413, 180.0, 70.0),
    "web Mercator at 70 N": (3857, 25.0, 70.0),
    "web Mercator at the equator": (3857, -60.0, 0.0),
    "New York in US feet": (2263, -74.0, 40.7),
    "Massachusetts in US feet, far out": (2249, -66.0, 45.0),
    "Mollweide": ("ESRI:54009", -60.0, -35.0),
    "sinusoidal on a sphere": ("+proj=sinu +R=6371007.181 +units=m", 60.0, 50.0),
    "equal-area cylinder": (6933, 100.0, 55.0),
    "oblique stereographic of the Netherlands": (28992, 5.4, 52.1),
    "oblique Mercator of Malaysia": (3375, 103.0, 4.0),
    "Krovak": (5514, 15.0, 50.0),
    # Its longitudes and latitudes are in grads: 3 grads from Paris, 52 grads north.
    "Lambert zone II of France": (27572, 3.0, 52.0),
}


@pytest.mark.parametrize("place", SYSTEMS.values(), ids=SYSTEMS)
@pytest.mark.parametrize("ratio", [1.0, 0.4])
def test_a_cell_is_a_geodesic_polygon_to_a_millionth(place, ratio):
    own = projected(*place, ratio=ratio)
    found = hectares_of(own, "ellipsoidal")
    assert found.shape == (40, 60)
    for column, row in product((0, 1, 29, 58, 59), (0, 1, 20, 39)):
        wanted = polygon(own, column, row)
        assert found[row, column] == pytest.approx(wanted, rel=1e-6), (column, row)


KILOMETRES = "+proj=utm +zone=49 +datum=WGS84 +units=km"
CONTINENTS = {
    "Europe in LAEA": (3035, 15.0, 55.0, 10_000.0, (400, 400)),
    "the United States in Albers": (5070, -96.0, 39.0, 10_000.0, (450, 280)),
    "Antarctica": (3031, 0.0, -89.99, 20_000.0, (300, 300)),
    "web Mercator from the equator to 80 N": (3857, 20.0, 60.0, 10_000.0, (60, 1600)),
    "China in UTM zone 49": (32649, 111.0, 35.0, 10_000.0, (350, 300)),
    # As many points as in metres.
    "China in kilometres": (KILOMETRES, 111.0, 35.0, 10_000.0, (350, 300)),
}


@pytest.mark.parametrize("place", CONTINENTS.values(), ids=CONTINENTS)
def test_a_continent_in_one_block_is_still_right_to_a_millionth(place):
    own = projected(*place)
    found = hectares_of(own, "ellipsoidal")
    random = np.random.default_rng(3)
    corners = list(product((0, own.width - 1), (0, own.height - 1)))
    inner = zip(random.integers(0, own.width, 40), random.integers(0, own.height, 40))
    for column, row in corners + [(int(c), int(r)) for c, r in inner]:
        wanted = polygon(own, column, row, pieces=64)
        assert found[row, column] == pytest.approx(wanted, rel=1e-6), (column, row)


@pytest.mark.parametrize("place", SYSTEMS.values(), ids=SYSTEMS)
def test_the_areas_do_not_depend_on_how_the_grid_is_cut(place):
    pieces = [
        Window(column, row, min(width, 60 - column), min(height, 40 - row))
        for width, height in ((60, 1), (1, 40), (7, 9), (30, 40), (1, 1))
        for column, row in product(range(0, 60, width * 3 + 4), range(0, 40, height * 3 + 4))
    ]
    assert_as_of_the_whole(projected(*place), pieces)


@pytest.mark.parametrize("place", CONTINENTS.values(), ids=CONTINENTS)
def test_blocks_of_a_continent_agree_with_the_whole(place):
    grid = projected(*place)
    for cells in (grid.width, 20_000):
        assert_as_of_the_whole(grid, pieces_of(grid.full_window, [TILED], cells)[::17])


def assert_as_of_the_whole(grid, pieces):
    """That windows have the hectares that their cells have in the whole grid."""
    area, whole = create_cell_area(grid, "ellipsoidal", Notes()), hectares_of(grid, "ellipsoidal")
    for piece in pieces:
        rows = slice(piece.row, piece.row + piece.height)
        wanted = whole[rows, piece.column : piece.column + piece.width]
        np.testing.assert_allclose(area.cell_hectares(piece), wanted, rtol=1e-9)


class TILED:
    """As much of a raster as the cutting looks at."""

    block_width, block_height = 64, 64


@pytest.mark.parametrize("distance", [0.0, 900.0, 9_000.0, 90_000.0, 900_000.0])
@pytest.mark.parametrize("code", [3031, 3413, 3995, 3571])
def test_a_cell_beside_the_pole_is_a_geodesic_polygon_to_a_millionth(code, distance):
    # The last one is equal-area, so that its cells must all be alike.
    own = Grid(1, 1, (distance, 300.0, 0.0, distance, 0.0, -300.0), wkt(code))
    found = hectares_of(own, "ellipsoidal")[0, 0]
    assert found == pytest.approx(polygon(own, 0, 0), rel=1e-6)


def test_a_projected_grid_outside_the_map_is_an_error():
    own = Grid(4, 4, (1e8, 30.0, 0.0, 0.0, 0.0, -30.0), CRS("ESRI:54009").to_wkt("WKT1_GDAL"))
    with pytest.raises(DataError, match=r"^cannot compute the areal scale at "):
        hectares_of(own, "ellipsoidal")


PLACED = {
    "degrees": {"epsg": 4326, "cell": (0.05, 0.05), "origin": (10.0, 70.0)},
    "web Mercator": {"epsg": 3857, "cell": (5000.0, 4000.0), "origin": (2e6, 1.1e7)},
    "UTM in metres": {"epsg": 32649, "cell": (900.0, 700.0), "origin": (1e6, 4.4e6)},
    "US feet": {"epsg": 2263, "cell": (3000.0, 2000.0), "origin": (9e5, 3e5)},
}


@pytest.mark.parametrize("where", PLACED.values(), ids=PLACED)
@pytest.mark.parametrize("pattern", ["noise", "patches", "rows"])
@pytest.mark.parametrize("at_once", [50, 10**9])
def test_hectares_by_pair_are_sums_over_the_cells_by_a_plain_loop(
    tmp_path, where, pattern, at_once
):
    random = np.random.default_rng(11)
    shape = (40, 37)
    dates = [random.integers(0, 4, shape) for _ in range(2)]
    if pattern == "patches":
        dates = [np.repeat(np.repeat(d[:5, :5], 8, 0), 8, 1)[: shape[0], : shape[1]] for d in dates]
    elif pattern == "rows":
        # Runs that reach from one row into the next, whose cells have another area.
        dates = [np.repeat(d.ravel()[:30], 50)[: 40 * 37].reshape(shape) for d in dates]
    series = series_in(tmp_path, *dates, method="ellipsoidal", nodata=0, **where)
    found = count_series(series, [Period(0, 1, "p")], cells=at_once)
    own = series.grid
    areas = np.broadcast_to(series.area.cell_hectares(own.full_window), shape).copy()
    if where["epsg"] == 4326:
        top, step = (Fraction(own.transform[place]) for place in (3, 5))
        for row in range(shape[0]):
            areas[row] = by_quadrature(own.crs, top + row * step, 0.05, 0.05)
    wanted, cells, left_out = Counter(), Counter(), 0.0
    for row, column in product(range(shape[0]), range(shape[1])):
        pair = int(dates[0][row, column]), int(dates[1][row, column])
        hectares = float(areas[row, column])
        if 0 in pair:
            left_out += hectares
        else:
            wanted[pair] += hectares
            cells[pair] += 1
    cube = found.cube
    values = [c.value for c in cube.classes]
    pairs = {pair: tuple(values[n] for n in pair) for pair in cube.present_pairs(cube.cells[0])}
    assert {pairs[pair]: cube.cells[0][pair] for pair in pairs} == cells
    found_hectares = {pairs[pair]: cube.hectares[0][pair] for pair in pairs}
    assert found_hectares == pytest.approx(dict(wanted), rel=1e-9)
    assert cube.total_hectares == pytest.approx(sum(wanted.values()), rel=1e-9)
    assert found.valid_area_ha == pytest.approx(sum(wanted.values()), rel=1e-9)
    assert found.excluded_area_ha == pytest.approx(left_out, rel=1e-9)
    whole = sum(wanted.values()) + left_out
    assert found.valid_area_ha + found.excluded_area_ha == pytest.approx(whole, rel=1e-12)
    same = sum(hectares for (a, b), hectares in wanted.items() if a == b)
    assert found.unchanged_area_ha() == pytest.approx(same, rel=1e-9)
    assert found.changed_area_ha() == pytest.approx(whole - left_out - same, rel=1e-9)
