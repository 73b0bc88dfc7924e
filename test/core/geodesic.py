"""The true size of what a map shows, by PROJ's transformations and geodesics."""

from functools import cache

import numpy as np
from pyproj import CRS, Transformer


def metres_per_unit(crs, x: float, y: float, half: float) -> tuple[float, float]:
    """Metres on the ground per map unit along x and along y, of lines of twice `half` map units.

    Args:
        crs: what pyproj takes for a system, such as an EPSG code or a WKT.
        x, y: where the lines cross in their middle.
    """
    system = CRS.from_user_input(crs)
    to_degrees = Transformer.from_crs(system, _in_degrees(system), always_xy=True)
    geod = system.get_geod()

    def metres(*ends: tuple[float, float]) -> float:
        (lon1, lat1), (lon2, lat2) = (to_degrees.transform(*end) for end in ends)
        return geod.inv(lon1, lat1, lon2, lat2)[2]

    return (
        metres((x - half, y), (x + half, y)) / (2 * half),
        metres((x, y - half), (x, y + half)) / (2 * half),
    )


def cell_hectares(crs: str, x0, y0, x1, y1, pieces: int = 16) -> float:
    """Of a cell whose sides, straight on the map, are many short geodesics.

    Args:
        crs: the system as a WKT.
    """
    geod, to_ground, unit = _ground(crs)
    step = np.linspace(0, 1, pieces + 1)[:-1]
    across = np.concatenate([step, step * 0 + 1, 1 - step, step * 0])
    down = np.concatenate([step * 0, step, step * 0 + 1, 1 - step])
    places = to_ground.transform(x0 + across * (x1 - x0), y0 + down * (y1 - y0))
    longitudes, latitudes = (np.degrees(np.asarray(place) * unit) for place in places)
    return abs(geod.polygon_area_perimeter(longitudes, latitudes)[0]) / 10_000


@cache
def _ground(crs: str) -> tuple:
    """The ellipsoid of a system, the way to it, and its unit, which may be grads, in radians."""
    system = CRS.from_wkt(crs)
    to_ground = Transformer.from_crs(system, system.geodetic_crs, always_xy=True)
    unit = system.geodetic_crs.axis_info[0].unit_conversion_factor
    return system.get_geod(), to_ground, unit


def _in_degrees(system: CRS) -> CRS:
    """Longitude and latitude from Greenwich in degrees, on the system's own ellipsoid."""
    major, minor = system.ellipsoid.semi_major_metre, system.ellipsoid.semi_minor_metre
    return CRS.from_proj4(f"+proj=longlat +a={major!r} +b={minor!r} +no_defs")
