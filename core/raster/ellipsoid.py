"""The mathematics of the ground: areas and distances on a reference system's own ellipsoid."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, cos, pi, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np
from osgeo import osr

from ..messages import DataError, reason_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


# Half the side of the map square whose true size gives the areal scale at a point, in metres:
# small enough for the scale not to bend within it (its error is near 1e-8), and large enough
# for the tenth of a millimetre that iterative projections leave to be nothing beside it.
HALF_SQUARE = 1000.0


@dataclass(frozen=True)
class Ellipsoid:
    """An ellipsoid of revolution: semi-major axis in metres, eccentricity squared, name."""

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

    def point(self, longitude: float, latitude: float) -> NDArray[np.float64]:
        """x, y, z in metres of a point on the ellipsoid (Snyder 1987, eq. 4-20 for N)."""
        normal = self.major / sqrt(1 - self.eccentricity2 * sin(latitude) ** 2)
        across = normal * cos(latitude)
        along = normal * (1 - self.eccentricity2) * sin(latitude)
        return np.array([across * cos(longitude), across * sin(longitude), along])


class ArealScale:
    """Map area over true area of a projected system, at any point."""

    def __init__(self, reference: osr.SpatialReference):
        self.unit = reference.GetLinearUnits()
        self._ellipsoid = Ellipsoid.of(reference)
        self._projected = reference
        self._geographic = reference.CloneGeogCS()
        self._geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._radians = self._geographic.GetAngularUnits()
        self._to_geographic: osr.CoordinateTransformation | None = None

    def at(self, x: float, y: float) -> float:
        """The areal scale at a point, from where a map square around it lies on the ellipsoid.

        Raises:
            DataError: the point has no longitude and latitude.
        """
        half = HALF_SQUARE / self.unit
        try:
            with osr.ExceptionMgr(useExceptions=True):
                if self._to_geographic is None:
                    self._to_geographic = osr.CoordinateTransformation(
                        self._projected, self._geographic
                    )
                points = self._to_geographic.TransformPoints(
                    [(x - half, y), (x + half, y), (x, y - half), (x, y + half)]
                )
        except RuntimeError as error:
            raise DataError(
                "the areal scale at {x:.10g}, {y:.10g} cannot be worked out: {reason}",
                x=x,
                y=y,
                reason=reason_of(error),
            ) from error
        west, east, south, north = (
            self._ellipsoid.point(longitude * self._radians, latitude * self._radians)
            for longitude, latitude, _ in points
        )
        # In space, because beside a pole or the 180th meridian longitudes mean little.
        true = float(np.linalg.norm(np.cross(east - west, north - south)))
        return (2 * HALF_SQUARE) ** 2 / true
