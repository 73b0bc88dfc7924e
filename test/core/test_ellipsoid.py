"""The scale of a map along its axes, against PROJ's geodesics."""

import math

import pytest
from pyproj import CRS, Transformer

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.area import MapScale, metres_per_unit
from carbon_zones.core.raster.grid import create_spatial_reference
from carbon_zones.test.core import geodesic
from carbon_zones.test.core.support import words

KILOMETRES = "+proj=utm +zone=49 +datum=WGS84 +units=km +type=crs"
SPHERE = "+proj=sinu +R=6371007.181 +units=m +type=crs"
MARS = "+proj=longlat +a=3396190 +b=3376200 +no_defs +type=crs"

# A system, longitude and latitude of a place, and half of a short line there in units of the map.
PLACES = {
    "degrees at the equator": (4326, 10.0, 0.0, 1e-3),
    "degrees at 39.5 N": (4326, 112.3, 39.5, 1e-3),
    "degrees at 60 S": (4326, -70.0, -60.0, 1e-3),
    "degrees on the 180th meridian": (4326, 180.0, -17.0, 1e-3),
    "degrees close to a pole": (4326, 33.0, 89.99, 1e-3),
    "degrees that are grads from Paris": (4807, 3.0, 50.0, 1e-3),
    "degrees on another planet": (MARS, 10.0, 45.0, 1e-3),
    "web Mercator at the equator": (3857, 10.0, 0.0, 50.0),
    "web Mercator at 39.5 N": (3857, 112.3, 39.5, 50.0),
    "web Mercator at 60 S": (3857, -70.0, -60.0, 50.0),
    "web Mercator at 80 N": (3857, 20.0, 80.0, 50.0),
    "UTM on its central meridian": (32649, 111.0, 39.5, 50.0),
    "UTM at the edge of its zone": (32649, 114.0, 39.5, 50.0),
    "UTM on the 180th meridian": (32760, 180.0, -17.0, 50.0),
    "UTM in kilometres": (KILOMETRES, 112.3, 39.5, 0.05),
    "equal area, not the same along both axes": (3035, 25.0, 60.0, 50.0),
    "Lambert conic in US feet": (2249, -71.5, 42.3, 150.0),
    "transverse Mercator in feet": (2222, -110.0, 33.0, 150.0),
    "Lambert conic on grads from Paris": (27572, 2.3, 47.0, 50.0),
    "axes to the west and south": (2053, 29.5, -27.0, 50.0),
    "north before east": (2193, 174.0, -41.0, 50.0),
    "polar stereographic": (3031, 45.0, -75.0, 50.0),
    "polar stereographic on its pole": (3413, 0.0, 90.0, 50.0),
    "polar stereographic on the 180th meridian": (3413, 180.0, 75.0, 50.0),
    "a map of the world": ("ESRI:54009", 100.0, 40.0, 50.0),
    "a sphere": (SPHERE, 60.0, 44.7, 50.0),
}


def reference(crs):
    """A system as the core has it: pyproj's, by its WKT."""
    return create_spatial_reference(CRS.from_user_input(crs).to_wkt("WKT2_2019"))


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_unit_of_the_map_is_as_long_as_a_geodesic(place):
    crs, longitude, latitude, half = place
    system = CRS.from_user_input(crs)
    degrees = CRS.from_epsg(4326) if system.datum.name.startswith("World") else system.geodetic_crs
    to_map = Transformer.from_crs(degrees, system, always_xy=True)
    x, y = (longitude, latitude) if system.is_geographic else to_map.transform(longitude, latitude)
    wanted = geodesic.metres_per_unit(crs, x, y, half)
    assert metres_per_unit(reference(crs), x, y) == pytest.approx(wanted, rel=3e-8)


def test_heights_have_no_say():
    one, other = (
        metres_per_unit(reference(crs), 600_000.0, 4_400_000.0)
        for crs in ("EPSG:32649+5773", 32649)
    )
    assert one == other


@pytest.mark.parametrize(("unit", "metres"), [("metre", 1.0), ("foot", 0.3048)])
def test_a_local_system_has_the_length_of_its_unit(unit, metres):
    local = create_spatial_reference(f'LOCAL_CS["the mine",UNIT["{unit}",{metres}]]')
    assert metres_per_unit(local, 1e9, 0.0) == (metres, metres)


@pytest.mark.parametrize(
    ("crs", "x", "y"),
    [
        pytest.param("ESRI:54009", 1e8, 0.0, id="outside the oval of a world map"),
        pytest.param(3035, 1e9, 1e9, id="far outside the map"),
        pytest.param(4978, 6e6, 0.0, id="x, y and z from the middle of the Earth"),
        pytest.param(6248, 1e300, 1e300, id="where a projection answers with infinity"),
        pytest.param(4326, math.nan, 0.0, id="no place at all"),
    ],
)
def test_where_nothing_can_be_measured_there_is_no_scale(crs, x, y):
    assert metres_per_unit(reference(crs), x, y) is None


@pytest.mark.parametrize(
    ("crs", "x", "y"),
    [
        pytest.param(32649, 3e7, 3e7, id="PROJ says so, five times"),
        pytest.param(3035, 1e9, 1e9, id="the same of another projection"),
        pytest.param(6248, 1e300, 1e300, id="infinity from the first time on"),
    ],
)
def test_the_thirtieth_time_off_the_earth_is_told_as_the_first(crs, x, y):
    # After twenty errors PROJ's transformation answers with infinity instead of another one.
    system = reference(crs)
    scale = MapScale(system)
    told = words(
        f"scale at {x:.10g}, {y:.10g}: the point", f"outside the valid area of {system.GetName()}"
    )
    for _ in range(30):
        with pytest.raises(DataError, match=told):
            scale.areal_scale(x, y)
    assert {metres_per_unit(system, x, y) for _ in range(30)} == {None}


def test_without_a_system_there_is_no_scale():
    assert metres_per_unit(create_spatial_reference(""), 0.0, 0.0) is None
