"""The true size of what a map shows, by PROJ's transformations and geodesics."""

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


def _in_degrees(system: CRS) -> CRS:
    """Longitude and latitude from Greenwich in degrees, on the system's own ellipsoid."""
    major, minor = system.ellipsoid.semi_major_metre, system.ellipsoid.semi_minor_metre
    return CRS.from_proj4(f"+proj=longlat +a={major!r} +b={minor!r} +no_defs")
