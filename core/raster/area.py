"""Hectares per cell, planimetric or ellipsoidal, and the inverse geodesic.

Planimetric area is cell width x cell height in the linear unit of the CRS. Ellipsoidal
area, on the ellipsoid of the CRS, has a closed form per row in a geographic CRS; in a
projected CRS it is the planimetric area divided by the areal scale of the map, which is
computed at some points of a block and interpolated. Areas follow Snyder (1987), the
geodesic Vincenty (1975).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from math import atan, atan2, atanh, cos, hypot, isfinite, pi, sin, sqrt, tan

import numpy as np
from osgeo import osr

from ..base.messages import DataError, Message, Notes, Term
from ..base.numbers import FloatArray, NDArray
from .grid import Grid, Window

# Arm length in metres of the cross that gives the map scale at a point: short enough for a constant
# scale and for chords to equal arcs (error near 1e-8), and long enough to make errors of 0.1 mm in
# iterative projections negligible.
SCALE_ARM_M = 1000.0


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
    def from_crs(cls, reference: osr.SpatialReference) -> Ellipsoid:
        """Create the ellipsoid of a CRS."""
        inverse = reference.GetInvFlattening()
        flattening = 1 / inverse if inverse else 0.0
        name = reference.GetAttrValue("SPHEROID") or "unnamed ellipsoid"
        return cls(reference.GetSemiMajor(), flattening * (2 - flattening), name)

    def rectangle_area_m2(self, middle: float, height: float, width: float) -> float:
        """Return square metres around a middle latitude for a width in longitude (all in radians).

        Uses the authalic closed form (Snyder 1987, eq. 3-12): b2 dlon/2 times the difference of
        s/(1 - e2 s2) + atanh(e s)/e, s = sin(latitude). The difference is formed before the
        terms, and from the height itself, to keep all digits for a millionth of a degree. Area
        beyond a pole is 0.
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

    def to_cartesian(self, longitude: float, latitude: float) -> FloatArray:
        """Return x, y, z in m, shape (3,), of a point in radians (Snyder 1987, eq. 4-20 for N)."""
        normal = self.major / sqrt(1 - self.eccentricity2 * sin(latitude) ** 2)
        across = normal * cos(latitude)
        along = normal * (1 - self.eccentricity2) * sin(latitude)
        return np.array([across * cos(longitude), across * sin(longitude), along])


class MapScale:
    """Scale of a geographic or projected CRS at any point of its map.

    Attributes:
        unit: map unit in metres; degrees are those at the equator.
    """

    def __init__(self, reference: osr.SpatialReference):
        self._ellipsoid = Ellipsoid.from_crs(reference)
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

    def areal_scale(self, x: float, y: float) -> float:
        """Return map area divided by true area at a point; x and y are in map units."""
        east, north = self._cross_vectors(x, y)
        return (2 * SCALE_ARM_M) ** 2 / float(np.linalg.norm(np.cross(east, north)))

    def metres_per_unit(self, x: float, y: float) -> tuple[float, float]:
        """Return metres on the ground per map unit at a point, along x and along y."""
        along_x, along_y = (
            self.unit * float(np.linalg.norm(way)) / (2 * SCALE_ARM_M)
            for way in self._cross_vectors(x, y)
        )
        return along_x, along_y

    def _cross_vectors(self, x: float, y: float) -> tuple[FloatArray, FloatArray]:
        """Return the arms of a cross in x and y around a map point as vectors in space."""
        # In Cartesian coordinates, because longitudes are unsuitable near a pole or the 180th
        # meridian.
        arm = SCALE_ARM_M / self.unit
        try:
            with osr.ExceptionMgr(useExceptions=True):
                if self._to_geographic is None:
                    self._to_geographic = osr.CoordinateTransformation(self._map, self._geographic)
                points = self._to_geographic.TransformPoints(
                    [(x - arm, y), (x + arm, y), (x, y - arm), (x, y + arm)]
                )
        except RuntimeError as error:
            raise self._scale_error(x, y) from error
        # Some projections return infinity, and all of them do after twenty errors.
        if not np.isfinite(points).all():
            raise self._scale_error(x, y)
        west, east, south, north = (
            self._ellipsoid.to_cartesian(longitude * self._radians, latitude * self._radians)
            for longitude, latitude, _ in points
        )
        return east - west, north - south

    def _scale_error(self, x: float, y: float) -> DataError:
        return DataError(
            "cannot compute the areal scale at {x:.10g}, {y:.10g}: the point is outside the "
            "valid area of {crs}",
            x=x,
            y=y,
            crs=self._map.GetName(),
        )


def metres_per_unit(
    reference: osr.SpatialReference | None, x: float, y: float
) -> tuple[float, float] | None:
    """Return metres on the ground per map unit at a point, along x and y, or None if unknown."""
    if reference is None:
        return None
    if reference.IsGeographic() or reference.IsProjected():
        try:
            scale = MapScale(reference).metres_per_unit(x, y)
        except DataError:
            return None
    else:
        # A local CRS has no position on the Earth, but a unit.
        unit = reference.GetLinearUnits() if reference.IsLocal() else 0.0
        scale = unit, unit
    return scale if all(isfinite(metres) and metres > 0 for metres in scale) else None


AUTO_AREA, ELLIPSOIDAL_AREA, PLANIMETRIC_AREA = "auto", "ellipsoidal", "planimetric"
AREA_METHODS = (AUTO_AREA, ELLIPSOIDAL_AREA, PLANIMETRIC_AREA)
# Spelled as in CRS definitions, for translation; other units keep their names.
UNIT_NAMES = (Term("metre"), Term("foot"), Term("US survey foot"))
SQUARE_METRES_PER_HECTARE = 10_000.0
# Scale errors below 1 % do not affect the reported digits.
SCALE_WARNING_THRESHOLD = 0.01


# The areal scale of a block is interpolated by a polynomial with four nodes per side, one more for
# each interval of this length, and a maximum sufficient for continents.
NODE_SPACING_M = 50_000.0
MAX_NODES = 32


class CellArea:
    """Hectares of the cells of a grid.

    Attributes:
        method: ELLIPSOIDAL_AREA or PLANIMETRIC_AREA, as applied.
        uniform: hectares of every cell if all are equal, else None.
        by_row: whether the cells of a row are equal.
    """

    def __init__(self, method: str, uniform: float | None = None, by_row: bool = False):
        self.method = method
        self.uniform = uniform
        self.by_row = by_row

    def cell_hectares(self, window: Window) -> FloatArray:
        """Return hectares of cells: (height, 1) if equal by row, else (height, width)."""
        return np.full((window.height, 1), self.uniform)


class RowArea(CellArea):
    """Ellipsoidal area in a geographic CRS: one value per row (Ellipsoid.rectangle_area_m2)."""

    def __init__(self, grid: Grid, ellipsoid: Ellipsoid, radians: float):
        super().__init__(ELLIPSOIDAL_AREA, by_row=True)
        y, step = grid.transform[3] * radians, grid.transform[5] * radians
        width = grid.cell_width * radians
        self._hectares = np.array(
            [
                ellipsoid.rectangle_area_m2(y + (row + 0.5) * step, abs(step), width)
                / SQUARE_METRES_PER_HECTARE
                for row in range(grid.height)
            ]
        )

    def cell_hectares(self, window: Window) -> FloatArray:
        rows = slice(window.row, window.row + window.height)
        return self._hectares[rows, None]


class ScaledArea(CellArea):
    """Ellipsoidal area in a projected CRS: planimetric area divided by the areal scale."""

    def __init__(self, grid: Grid, planimetric: float, scale: MapScale):
        super().__init__(ELLIPSOIDAL_AREA)
        self._grid = grid
        self._planimetric = planimetric
        self._scale = scale
        # Called from several worker threads; PROJ transformations are not thread-safe.
        self._lock = threading.Lock()

    def cell_hectares(self, window: Window) -> FloatArray:
        x0, y0, x1, y1 = self._grid.window_corners(window)
        half_x, half_y = (x1 - x0) / window.width / 2, (y1 - y0) / window.height / 2
        x_nodes, y_nodes = self._chebyshev_nodes(x0, x1), self._chebyshev_nodes(y0, y1)
        with self._lock:
            inverse = np.array(
                [[1 / self._scale.areal_scale(x, y) for x in x_nodes] for y in y_nodes]
            )
        across = _lagrange_weights(x_nodes, np.linspace(x0 + half_x, x1 - half_x, window.width))
        down = _lagrange_weights(y_nodes, np.linspace(y0 + half_y, y1 - half_y, window.height))
        hectares: FloatArray = self._planimetric * (down @ inverse @ across.T)
        return hectares

    def _chebyshev_nodes(self, start: float, end: float) -> FloatArray:
        """Return Chebyshev nodes over an interval, with more nodes for a longer one."""
        metres = abs(end - start) * self._scale.unit
        count = min(MAX_NODES, 4 + int(metres / NODE_SPACING_M))
        points = np.cos((2 * np.arange(count) + 1) * pi / (2 * count))
        return (start + end) / 2 + points * (end - start) / 2


def _lagrange_weights(nodes: NDArray[np.floating], points: NDArray[np.floating]) -> FloatArray:
    """Return Lagrange weights of values at nodes for values at points, (points, nodes)."""
    weights = np.ones((points.size, nodes.size))
    for i, node in enumerate(nodes):
        for j, other in enumerate(nodes):
            if i != j:
                weights[:, i] *= (points - other) / (node - other)
    return weights


def create_cell_area(
    grid: Grid, method: str, notes: Notes, window: Window | None = None
) -> CellArea:
    """Return the areas of the cells of a grid.

    Args:
        method: one of AREA_METHODS; `auto` is ellipsoidal in a geographic CRS, else
            planimetric.
        notes: receives notes on the method and warnings.
        window: the part of the grid in use, for the check of the map scale.
    """
    reference = grid.spatial_reference()
    if reference is None or not (reference.IsGeographic() or reference.IsProjected()):
        return _planimetric_cell_area(grid, method, reference, notes)
    geographic = bool(reference.IsGeographic())
    if geographic and method == PLANIMETRIC_AREA:
        raise DataError(
            "AREA_METHOD: planimetric area is not available in the geographic CRS {crs}; "
            "choose auto or ellipsoidal",
            crs=reference.GetName(),
        )
    ellipsoid = Ellipsoid.from_crs(reference)
    if geographic or method == ELLIPSOIDAL_AREA:
        notes.add_notice(
            "Area: ellipsoidal ({ellipsoid}, {crs}).",
            ellipsoid=ellipsoid.name,
            crs=reference.GetName(),
        )
    if geographic:
        return RowArea(grid, ellipsoid, reference.GetAngularUnits())
    planimetric = _planimetric_hectares(grid, reference.GetLinearUnits())
    scale = MapScale(reference)
    if method == ELLIPSOIDAL_AREA:
        return ScaledArea(grid, planimetric, scale)
    notes.notices.append(_planimetric_notice(grid, reference, planimetric))
    x0, y0, x1, y1 = grid.window_corners(window or grid.full_window)
    try:
        factor = scale.areal_scale((x0 + x1) / 2, (y0 + y1) / 2)
    except DataError:
        factor = 1.0  # not known
    if abs(factor - 1) > SCALE_WARNING_THRESHOLD:
        notes.add_warning(
            "Areal scale of {crs} at the layer centre: {scale:.4f}; planimetric areas are "
            "{scale:.4f} times the true areas. Set AREA_METHOD to ellipsoidal for true areas.",
            crs=reference.GetName(),
            scale=factor,
        )
    return CellArea(PLANIMETRIC_AREA, planimetric)


def _planimetric_hectares(grid: Grid, unit: float) -> float:
    """Return hectares of a cell; `unit` is the length of a map unit in metres."""
    return (grid.cell_width * unit) * (grid.cell_height * unit) / SQUARE_METRES_PER_HECTARE


def _planimetric_cell_area(
    grid: Grid, method: str, reference: osr.SpatialReference | None, notes: Notes
) -> CellArea:
    """Return areas for a missing CRS, or one that is neither geographic nor projected."""
    if method == ELLIPSOIDAL_AREA and reference is not None:
        raise DataError(
            "AREA_METHOD: the CRS {crs} has no ellipsoid; choose auto or planimetric",
            crs=reference.GetName(),
        )
    if method == ELLIPSOIDAL_AREA:
        raise DataError(
            "AREA_METHOD: the layers have no CRS with an ellipsoid; assign a CRS or choose "
            "auto or planimetric"
        )
    hectares = _planimetric_hectares(grid, 1.0 if reference is None else reference.GetLinearUnits())
    if reference is not None:
        notes.notices.append(_planimetric_notice(grid, reference, hectares))
    else:
        notes.add_warning(
            "No CRS: map units are assumed to be metres ({hectares:.10g} ha per cell).",
            hectares=hectares,
        )
    return CellArea(PLANIMETRIC_AREA, hectares)


def _planimetric_notice(grid: Grid, reference: osr.SpatialReference, hectares: float) -> Message:
    return Message(
        "Area: planimetric, {hectares:.10g} ha per cell ({width:.10g} x {height:.10g} {unit}, "
        "{crs}).",
        hectares=hectares,
        width=grid.cell_width,
        height=grid.cell_height,
        unit=Term(reference.GetLinearUnitsName() or UNIT_NAMES[0]),
        crs=reference.GetName(),
    )


# The iteration does not converge for nearly antipodal points.
MAX_ITERATIONS = 200
CONVERGENCE_TOLERANCE = 1e-13


def inverse_geodesic(
    ellipsoid: Ellipsoid, start: tuple[float, float], end: tuple[float, float]
) -> tuple[float, float] | None:
    """Return length, m, and initial azimuth, radians clockwise from north (Vincenty 1975).

    Points are longitude and latitude in radians; returns None for nearly antipodal points.
    """
    major, e2 = ellipsoid.major, ellipsoid.eccentricity2
    flattening = 1 - sqrt(1 - e2)
    minor = major * (1 - flattening)
    u1, u2 = (atan((1 - flattening) * tan(latitude)) for _, latitude in (start, end))
    sin1, cos1, sin2, cos2 = sin(u1), cos(u1), sin(u2), cos(u2)
    apart = end[0] - start[0]
    longitude = apart
    for _ in range(MAX_ITERATIONS):
        across = cos2 * sin(longitude)
        along = cos1 * sin2 - sin1 * cos2 * cos(longitude)
        sin_arc = hypot(across, along)
        if sin_arc == 0:
            return 0.0, 0.0
        cos_arc = sin1 * sin2 + cos1 * cos2 * cos(longitude)
        arc = atan2(sin_arc, cos_arc)
        sin_azimuth = cos1 * cos2 * sin(longitude) / sin_arc
        cos2_azimuth = 1 - sin_azimuth**2
        # Undefined on the equator.
        middle = cos_arc - 2 * sin1 * sin2 / cos2_azimuth if cos2_azimuth > 1e-15 else 0.0
        c = flattening / 16 * cos2_azimuth * (4 + flattening * (4 - 3 * cos2_azimuth))
        before = longitude
        series = arc + c * sin_arc * (middle + c * cos_arc * (2 * middle**2 - 1))
        longitude = apart + (1 - c) * flattening * sin_azimuth * series
        if abs(longitude - before) < CONVERGENCE_TOLERANCE:
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
