"""Hectares per cell.

Planimetric area is cell width x cell height in the reference system's own linear unit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, sin

from osgeo import osr

from .errors import DataError, Message
from .grid import Grid, Window

AUTO, ELLIPSOIDAL, PLANIMETRIC = "auto", "ellipsoidal", "planimetric"
METHODS = (AUTO, ELLIPSOIDAL, PLANIMETRIC)
SQUARE_METRES_PER_HECTARE = 10_000.0
# Below one per cent nobody's hectares change in the digits that are reported.
SCALE_WARNING = 0.01


@dataclass(frozen=True)
class CellArea:
    """Hectares of one cell, the method that gave them, and what to tell about it."""

    hectares: float
    method: str
    notices: list = field(default_factory=list)
    warnings: list = field(default_factory=list)


def cell_area(grid: Grid, method: str, window: Window | None = None) -> CellArea:
    """Work out the area of a grid's cells.

    Args:
        grid: the cells.
        method: one of METHODS; `auto` is planimetric in a projected system.
        window: the part of the grid that is used, for the check of the map's scale.

    Raises:
        DataError: true areas are asked for, or needed because the system is geographic.
    """
    reference = grid.spatial_reference()
    if method == ELLIPSOIDAL:
        raise DataError(
            "AREA_METHOD: ellipsoidal area is not yet supported; choose planimetric, or auto "
            "for layers in a projected reference system"
        )
    if reference is None:
        return CellArea(
            grid.cell_width * grid.cell_height / SQUARE_METRES_PER_HECTARE,
            PLANIMETRIC,
            warnings=[
                Message("The layers have no reference system: map units are taken for metres.")
            ],
        )
    if reference.IsGeographic():
        raise DataError(
            "the layers are in the geographic reference system {crs}, whose cells have no area "
            "in hectares; ellipsoidal area is not yet supported, so project the layers first",
            crs=reference.GetName(),
        )
    unit = reference.GetLinearUnits()
    hectares = (grid.cell_width * unit) * (grid.cell_height * unit) / SQUARE_METRES_PER_HECTARE
    notice = Message(
        "Area: planimetric, {hectares:.10g} ha per cell ({width:.10g} x {height:.10g} {unit}, "
        "{crs}).",
        hectares=hectares,
        width=grid.cell_width,
        height=grid.cell_height,
        unit=reference.GetLinearUnitsName() or "metre",
        crs=reference.GetName(),
    )
    warnings = []
    scale = areal_scale(grid, reference, window or grid.whole)
    if scale is not None and abs(scale - 1) > SCALE_WARNING:
        warnings.append(
            Message(
                "The map's areal scale in {crs} is {scale:.4f} at the middle of the layers: the "
                "planimetric hectares are {scale:.4f} times the true ones.",
                crs=reference.GetName(),
                scale=scale,
            )
        )
    return CellArea(hectares, PLANIMETRIC, [notice], warnings)


def areal_scale(
    grid: Grid, reference: osr.SpatialReference, window: Window | None = None
) -> float | None:
    """Map area over true area on the system's ellipsoid, at the middle of a window.

    The true area of a small map square follows from its corners' longitudes and latitudes
    and the radii of curvature M and N (Snyder 1987, eq. 4-18, 4-19, 4-20). None where the
    system has no way to longitude and latitude.
    """
    geographic = reference.CloneGeogCS()
    if geographic is None:
        return None
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x0, y0, x1, y1 = grid.corners(window or grid.whole)
    unit = reference.GetLinearUnits()
    half = 50.0 / unit
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    try:
        with osr.ExceptionMgr(useExceptions=True):
            to_geographic = osr.CoordinateTransformation(reference, geographic)
            points = to_geographic.TransformPoints(
                [(x - half, y), (x + half, y), (x, y - half), (x, y + half), (x, y)]
            )
    except RuntimeError:
        return None
    radians = geographic.GetAngularUnits()
    (west, east, south, north, middle) = [(p[0] * radians, p[1] * radians) for p in points]
    jacobian = abs(
        (east[0] - west[0]) * (north[1] - south[1]) - (north[0] - south[0]) * (east[1] - west[1])
    )
    return (2 * half * unit) ** 2 / (jacobian * _square_radian(reference, middle[1]))


def _square_radian(reference: osr.SpatialReference, latitude: float) -> float:
    """Square metres of one radian of latitude by one of longitude: M N cos(latitude)."""
    major, flattening = reference.GetSemiMajor(), reference.GetInvFlattening()
    eccentricity = 0.0 if flattening == 0 else (2 - 1 / flattening) / flattening
    squeeze = 1 - eccentricity * sin(latitude) ** 2
    meridian = major * (1 - eccentricity) / squeeze**1.5
    return meridian * (major / squeeze**0.5) * cos(latitude)
