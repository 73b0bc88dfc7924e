"""Hectares per cell, and the map's areal scale against PROJ's own and a geodesic polygon."""

from __future__ import annotations

import pytest
from pyproj import CRS, Transformer

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.area import MapScale, create_cell_area
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.test.core.support import assert_says, notes_on_area
from carbon_zones.test.helpers import wkt

FOOT, SURVEY_FOOT = 0.3048, 1200 / 3937


def grid(crs, x=0.0, y=0.0, cell=(30.0, 30.0), size=(10, 10)) -> Grid:
    """A grid of this many cells whose middle lies at x, y; crs is an EPSG code or WKT."""
    text = wkt(crs) if isinstance(crs, int) else crs
    left, top = x - size[0] * cell[0] / 2, y + size[1] * cell[1] / 2
    return Grid(*size, (left, cell[0], 0.0, top, 0.0, -cell[1]), text)


def at(epsg: int, longitude: float, latitude: float, **options) -> Grid:
    geographic = CRS.from_epsg(epsg).geodetic_crs
    to_map = Transformer.from_crs(geographic, epsg, always_xy=True)
    return grid(epsg, *to_map.transform(longitude, latitude), **options)


def geodesic_scale(epsg: int, longitude: float, latitude: float, side: float = 200.0) -> float:
    """Map area over true area of a square around a place, by its corners on the ellipsoid."""
    system = CRS.from_epsg(epsg)
    to_map = Transformer.from_crs(system.geodetic_crs, system, always_xy=True)
    x, y = to_map.transform(longitude, latitude)
    unit = system.axis_info[0].unit_conversion_factor
    half = side / 2 / unit
    corners = (-half, -half), (half, -half), (half, half), (-half, half)
    places = [to_map.transform(x + a, y + b, direction="INVERSE") for a, b in corners]
    area, _ = system.get_geod().polygon_area_perimeter(*zip(*places))
    return side**2 / abs(area)


@pytest.mark.parametrize("method", ["auto", "planimetric"])
@pytest.mark.parametrize("upwards", [False, True])
@pytest.mark.parametrize(
    ("epsg", "cell", "hectares"),
    [
        pytest.param(32649, (30.0, 30.0), 0.09, id="metres"),
        pytest.param(32649, (99.9213, 99.9549), 0.998762354937, id="not square"),
        pytest.param(2249, (100.0, 100.0), 1e4 * SURVEY_FOOT**2 / 1e4, id="US survey feet"),
        pytest.param(2222, (100.0, 50.0), 5e3 * FOOT**2 / 1e4, id="international feet"),
    ],
)
def test_planimetric_hectares_in_the_unit_of_the_system(epsg, cell, hectares, upwards, method):
    height = -cell[1] if upwards else cell[1]
    found = create_cell_area(grid(epsg, 700_000, 900_000, cell=(cell[0], height)), method, Notes())
    assert found.uniform == pytest.approx(hectares, rel=1e-9)
    assert found.cell_hectares(Window(0, 0, 10, 2)).tolist() == [[found.uniform]] * 2
    assert found.method == "planimetric"


def test_kilometres_are_a_unit_too():
    system = CRS.from_proj4("+proj=utm +zone=49 +datum=WGS84 +units=km").to_wkt("WKT1_GDAL")
    own = grid(system, 500, 4400, cell=(0.03, 0.03))
    assert create_cell_area(own, "auto", Notes()).uniform == pytest.approx(0.09)
    assert notes_on_area(own).warnings == []


def test_the_area_is_told_with_its_method_cell_unit_and_system():
    notices = notes_on_area(grid(2249, 700_000, 900_000, cell=(100.0, 50.0))).notices
    cell = "100 x 50 US survey foot, NAD83 / Massachusetts Mainland (ftUS)"
    assert_says(notices, ("Area: planimetric, 0.04645170581 ha", cell))


def test_without_a_reference_system_map_units_are_metres_and_that_is_told():
    bare = grid("", cell=(20.0, 50.0))
    area = create_cell_area(bare, "auto", Notes())
    assert (area.uniform, area.method) == (0.1, "planimetric")
    message = "No CRS: map units are assumed to be metres (0.1 ha per cell)."
    assert_says(notes_on_area(bare).warnings, (message,))


@pytest.mark.parametrize("epsg", [4326, 4490])
def test_degrees_have_no_planimetric_hectares(epsg):
    with pytest.raises(DataError, match=r"^AREA_METHOD: .* geographic CRS .* choose"):
        create_cell_area(grid(epsg, 112, 39, cell=(0.001, 0.001)), "planimetric", Notes())


@pytest.mark.parametrize(
    ("crs", "told"),
    [
        ("", "the layers have no CRS .* ellipsoid; assign a CRS or choose auto or planimetric$"),
        (
            'LOCAL_CS["mine",UNIT["metre",1]]',
            "the CRS mine has no ellipsoid; choose auto or planimetric$",
        ),
    ],
)
def test_without_an_ellipsoid_there_is_no_true_area(crs, told):
    with pytest.raises(DataError, match=f"^AREA_METHOD: {told}"):
        create_cell_area(grid(crs, 500_000, 4_400_000), "ellipsoidal", Notes())


@pytest.mark.parametrize("latitude", [0.5, 20.0, 39.5, 60.0, 80.0])
@pytest.mark.parametrize("longitude", [108.0, 109.5, 111.0, 114.0])
def test_utm_is_true_within_one_per_cent_and_not_warned_about(longitude, latitude):
    assert notes_on_area(at(32649, longitude, latitude)).warnings == []


# UTM is far too large far from its meridian, and right on it: x decides, unlike in Mercator.
@pytest.mark.parametrize("place", [(3857, 112.3, 39.5), (32649, 121.0, 39.5)])
def test_a_map_is_warned_about_with_the_factor_at_its_middle(place):
    told = f"at the layer centre: {geodesic_scale(*place):.4f};"
    if place[0] == 3857:
        told = "WGS 84 / Pseudo-Mercator", f"{geodesic_scale(*place):.4f} times the true areas"
    assert_says(notes_on_area(at(*place)).warnings, (told,) if isinstance(told, str) else told)


@pytest.mark.parametrize(("latitude", "scale"), [(3.02, 1.0095), (3.53, 1.0105)])
def test_a_map_is_warned_about_from_one_per_cent_on(latitude, scale):
    # Web Mercator: w^2 / ((1 - e^2) cos^2 lat), as above, is 1.0067 at the equator already.
    own = at(3857, 20.0, latitude)
    x0, y0, x1, y1 = own.window_corners(own.full_window)
    found = MapScale(own.spatial_reference()).areal_scale((x0 + x1) / 2, (y0 + y1) / 2)
    assert found == pytest.approx(scale, abs=2e-5)
    assert bool(notes_on_area(own).warnings) is (scale > 1.01)


def test_an_equal_area_map_is_never_warned_about():
    for longitude, latitude in ((-9, 38), (30, 68), (10, 52)):
        assert notes_on_area(at(3035, longitude, latitude)).warnings == []


@pytest.mark.parametrize(
    ("epsg", "x", "y"),
    [
        pytest.param(3035, 1e9, 1e9, id="far outside the map"),
        pytest.param(54_009, 1e8, 0.0, id="outside the oval of a world map"),
    ],
)
def test_a_grid_that_is_nowhere_on_earth_has_no_scale_and_no_crash(epsg, x, y):
    crs = wkt(epsg) if epsg < 50_000 else CRS.from_authority("ESRI", epsg).to_wkt("WKT1_GDAL")
    own = grid(crs, x, y)
    assert create_cell_area(own, "auto", Notes()).uniform == pytest.approx(0.09)


def test_a_local_system_has_no_scale():
    local = grid('LOCAL_CS["mine",UNIT["metre",1]]')
    area, notes = create_cell_area(local, "auto", Notes()), notes_on_area(local)
    assert (area.uniform, area.method) == (pytest.approx(0.09), "planimetric")
    assert notes.warnings == []
    assert_says(notes.notices, ("planimetric, 0.09 ha", "(30 x 30 metre, mine)"))
