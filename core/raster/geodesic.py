"""The shortest line between two points of an ellipsoid."""

from __future__ import annotations

from math import atan, atan2, cos, hypot, pi, sin, sqrt, tan

from .area import Ellipsoid

# Near the far side of the Earth the iteration does not settle.
MOST_STEPS = 200
SETTLED = 1e-13


def shortest_line(
    ellipsoid: Ellipsoid, start: tuple[float, float], end: tuple[float, float]
) -> tuple[float, float] | None:
    """Length, m, and direction at the start, radians clockwise from north (Vincenty 1975).

    Points are longitude and latitude in radians; None between opposite sides of the Earth.
    """
    major, e2 = ellipsoid.major, ellipsoid.eccentricity2
    flattening = 1 - sqrt(1 - e2)
    minor = major * (1 - flattening)
    u1, u2 = (atan((1 - flattening) * tan(latitude)) for _, latitude in (start, end))
    sin1, cos1, sin2, cos2 = sin(u1), cos(u1), sin(u2), cos(u2)
    apart = end[0] - start[0]
    longitude = apart
    for _ in range(MOST_STEPS):
        across = cos2 * sin(longitude)
        along = cos1 * sin2 - sin1 * cos2 * cos(longitude)
        sin_arc = hypot(across, along)
        if sin_arc == 0:
            return 0.0, 0.0
        cos_arc = sin1 * sin2 + cos1 * cos2 * cos(longitude)
        arc = atan2(sin_arc, cos_arc)
        sin_azimuth = cos1 * cos2 * sin(longitude) / sin_arc
        cos2_azimuth = 1 - sin_azimuth**2
        # On the equator there is no middle to measure from.
        middle = cos_arc - 2 * sin1 * sin2 / cos2_azimuth if cos2_azimuth > 1e-15 else 0.0
        c = flattening / 16 * cos2_azimuth * (4 + flattening * (4 - 3 * cos2_azimuth))
        before = longitude
        series = arc + c * sin_arc * (middle + c * cos_arc * (2 * middle**2 - 1))
        longitude = apart + (1 - c) * flattening * sin_azimuth * series
        if abs(longitude - before) < SETTLED:
            break
    else:
        return None
    stretch = cos2_azimuth * (major**2 - minor**2) / minor**2
    a = 1 + stretch / 16384 * (4096 + stretch * (stretch * (320 - 175 * stretch) - 768))
    b = stretch / 1024 * (256 + stretch * (stretch * (74 - 47 * stretch) - 128))
    third = b / 6 * middle * (4 * sin_arc**2 - 3) * (4 * middle**2 - 3)
    second = b / 4 * (cos_arc * (2 * middle**2 - 1) - third)
    length = minor * a * (arc - b * sin_arc * (middle + second))
    return length, atan2(across, along) % (2 * pi)
