"""The mathematics of the ground: areas and distances on a reference system's own ellipsoid."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, cos, isfinite, pi, sin, sqrt

import numpy as np
from osgeo import osr

from ..base.arrays import Floats
from ..base.messages import DataError

# The arms of the cross on the map whose true size gives the scale at a point, in metres: short
# enough for the scale not to bend within it and for chords to be arcs (the error is near 1e-8),
# and long enough for the tenth of a millimetre that iterative projections leave to be nothing.
ARM = 1000.0


@dataclass(frozen=True)
class Ellipsoid:
    """An ellipsoid of revolution.

    Attributes:
        major: semi-major axis a, m.
        eccentricity2: e^2 = f (2 - f), of the flattening f; 0 for a sphere.
    """

    major: float
    eccentricity2: float
    name: str = ""

    @classmethod
    def of(cls, reference: osr.SpatialReference) -> Ellipsoid:
        """The ellipsoid of a reference system."""
        inverse = reference.GetInvFlattening()
        flattening = 1 / inverse if inverse else 0.0
        name = reference.GetAttrValue("SPHEROID") or "unnamed ellipsoid"
        return cls(reference.GetSemiMajor(), flattening * (2 - flattening), name)

    def rectangle(self, middle: float, height: float, width: float) -> float:
        """Square metres around a middle latitude, over a width in longitude (all in radians).

        The authalic closed form (Snyder 1987, eq. 3-12): b2 dlon/2 times the difference of
        s/(1 - e2 s2) + atanh(e s)/e, s = sin(latitude). The difference is taken before the
        terms are, and from the height itself, so that a millionth of a degree keeps all its
        digits. What lies beyond a pole counts for nothing.
        """
        low, high = middle - height / 2, middle + height / 2
        if low < -pi / 2 or high > pi / 2:
            low, high = max(low, -pi / 2), min(high, pi / 2)
            middle, height = (low + high) / 2, max(high - low, 0.0)
        e2 = self.eccentricity2
        s1, s2 = sin(middle - height / 2), sin(middle + height / 2)
        ds = 2 * cos(middle) * sin(height / 2)
        term = ds * (1 + e2 * s1 * s2) / ((1 - e2 * s1 * s1) * (1 - e2 * s2 * s2))
        if e2 > 0:
            e = sqrt(e2)
            term += atanh(e * ds / (1 - e2 * s1 * s2)) / e
        else:
            term += ds
        return abs(self.major**2 * (1 - e2) * width * term / 2)

    def point(self, longitude: float, latitude: float) -> Floats:
        """x, y, z in m, shape (3,), of a point in radians (Snyder 1987, eq. 4-20 for N)."""
        normal = self.major / sqrt(1 - self.eccentricity2 * sin(latitude) ** 2)
        across = normal * cos(latitude)
        along = normal * (1 - self.eccentricity2) * sin(latitude)
        return np.array([across * cos(longitude), across * sin(longitude), along])


class MapScale:
    """How large a geographic or projected system draws the ground, at any point of its map.

    Attributes:
        unit: of the map, in metres; degrees are taken for those of the equator.
    """

    def __init__(self, reference: osr.SpatialReference):
        self._ellipsoid = Ellipsoid.of(reference)
        self._map = reference
        self._geographic = reference.CloneGeogCS()
        self._geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._radians = self._geographic.GetAngularUnits()
        self._to_geographic: osr.CoordinateTransformation | None = None
        self.unit = (
            self._ellipsoid.major * self._radians
            if reference.IsGeographic()
            else reference.GetLinearUnits()
        )

    def areal(self, x: float, y: float) -> float:
        """Map area over true area at a point, whose x and y are in units of the map.

        Raises:
            DataError: the point has no longitude and latitude.
        """
        east, north = self._cross(x, y)
        return (2 * ARM) ** 2 / float(np.linalg.norm(np.cross(east, north)))

    def metres_per_unit(self, x: float, y: float) -> tuple[float, float]:
        """Metres on the ground per unit of the map at a point, along x and along y.

        Raises:
            DataError: the point has no longitude and latitude.
        """
        along_x, along_y = (
            self.unit * float(np.linalg.norm(way)) / (2 * ARM) for way in self._cross(x, y)
        )
        return along_x, along_y

    def _cross(self, x: float, y: float) -> tuple[Floats, Floats]:
        """Where a cross of x and y around a point of the map leads on the ellipsoid.

        In space, because beside a pole or the 180th meridian longitudes mean little.
        """
        arm = ARM / self.unit
        try:
            with osr.ExceptionMgr(useExceptions=True):
                if self._to_geographic is None:
                    self._to_geographic = osr.CoordinateTransformation(self._map, self._geographic)
                points = self._to_geographic.TransformPoints(
                    [(x - arm, y), (x + arm, y), (x, y - arm), (x, y + arm)]
                )
        except RuntimeError as error:
            raise self._unknown(x, y) from error
        # Some projections answer with infinity, and so do all of them after twenty errors.
        if not np.isfinite(points).all():
            raise self._unknown(x, y)
        west, east, south, north = (
            self._ellipsoid.point(longitude * self._radians, latitude * self._radians)
            for longitude, latitude, _ in points
        )
        return east - west, north - south

    def _unknown(self, x: float, y: float) -> DataError:
        return DataError(
            "the areal scale at {x:.10g}, {y:.10g} cannot be worked out: it is no place on the "
            "Earth in {crs}",
            x=x,
            y=y,
            crs=self._map.GetName(),
        )


def metres_per_unit(
    reference: osr.SpatialReference | None, x: float, y: float
) -> tuple[float, float] | None:
    """Metres on the ground per unit of a map at a point, along x and along y; None if unknown."""
    if reference is None:
        return None
    if reference.IsGeographic() or reference.IsProjected():
        try:
            scale = MapScale(reference).metres_per_unit(x, y)
        except DataError:
            return None
    else:
        # A local system lies nowhere on the Earth, but has its unit.
        unit = reference.GetLinearUnits() if reference.IsLocal() else 0.0
        scale = unit, unit
    return scale if all(isfinite(metres) and metres > 0 for metres in scale) else None
