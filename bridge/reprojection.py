"""Transformation of features and extents to the CRS of the grid of a run.

No projected CRS covers the whole globe. The corners of a global feature, such as a
polygon of the whole world in degrees, may coincide or be misplaced; so it is first
clipped to the surroundings of the grid.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsUnitTypes,
)

from ..core.base.messages import DataError
from ..core.scan.series import Series
from ..text import tr

# Tolerance of corners after a round trip, relative to the size of the polygon.
TOLERANCE = 1e-3
# Number of segments to densify edges across the surroundings of the grid, for features outside the
# domain of the CRS.
DENSIFY_STEPS = 50
HALF_TURN_DEG, FULL_TURN_DEG = 180.0, 360.0
# Half the length of the equator, m.
HALF_EQUATOR_M = 2e7
GLOBE_EXTENT = QgsRectangle(-HALF_TURN_DEG, -90.0, HALF_TURN_DEG, 90.0)


class FeatureReprojector:
    """Transformation of the features of a layer to the CRS of the grid.

    Attributes:
        here, there: CRS of the layer and of the grid.
        near: surroundings of the grid, with a margin of its own size on each side, in the
            CRS of the layer; two parts across the 180th meridian; None: everywhere.
    """

    def __init__(
        self,
        label: str,
        source: QgsProcessingFeatureSource,
        transforms: QgsCoordinateTransformContext,
        series: Series,
    ):
        self._label = label
        self.here = source.sourceCrs()
        self.there = QgsCoordinateReferenceSystem.fromWkt(series.grid.crs or "")
        if self.there.isValid() and not self.here.isValid():
            raise DataError(
                "{label} has no CRS, but the grid has one ({crs}); assign a CRS to the layer",
                label=label,
                crs=self.there.userFriendlyIdentifier(),
            )
        if self.here.isValid() and not self.there.isValid():
            raise DataError(
                "{label} has a CRS ({crs}), but the grid has none; assign a CRS to the rasters",
                label=label,
                crs=self.here.userFriendlyIdentifier(),
            )
        self.transform = QgsCoordinateTransform(self.here, self.there, transforms)
        # As for rasters: approximate transformations are accepted with a warning.
        self.transform.setBallparkTransformsAreAppropriate(True)
        x0, y0, x1, y1 = series.grid.window_corners(series.window)
        self._cells = QgsRectangle(x0, y0, x1, y1)
        self.near = get_buffered_extent(self._cells, self.transform)

    def is_outside_buffered_extent(self, geometry: QgsGeometry) -> bool:
        """Return whether the extent of a feature is outside the surroundings of the grid."""
        return self.near is not None and not any(map(geometry.boundingBoxIntersects, self.near))

    def reproject_polygon(self, polygon: QgsGeometry) -> QgsGeometry:
        """Return a polygon in the CRS of the grid, clipped to the surroundings of the grid.

        Null if far from it. Raises QgsCsException if not transformable or without a position.
        """
        box, near = polygon.boundingBox(), self._clip_to_globe()
        units, metre = self.here.mapUnits(), Qgis.DistanceUnit.Meters
        half_a_turn = HALF_TURN_DEG
        if units != Qgis.DistanceUnit.Degrees:
            half_a_turn = HALF_EQUATOR_M / QgsUnitTypes.fromUnitToUnitFactor(units, metre)
        is_wide = box.width() > half_a_turn
        if near is None or (not is_wide and any(part.contains(box) for part in near)):
            return _transform_geometry(polygon, self.transform)
        around = QgsGeometry.unaryUnion([QgsGeometry.fromRect(part) for part in near])
        if polygon.contains(around):
            return QgsGeometry.fromRect(self._cells.scaled(3))
        is_held, whole = False, None
        try:
            whole = _transform_geometry(polygon, self.transform)
            is_held = _is_reversible(polygon, whole, self.transform)
        except QgsCsException:
            pass
        if whole is not None and is_held and not is_wide:
            return whole
        common = polygon.intersection(around).asGeometryCollection()
        polygons = [part for part in common if part.type() == Qgis.GeometryType.Polygon]
        if not polygons:
            return QgsGeometry()
        part = QgsGeometry.collectGeometry(polygons)
        if not is_held:
            part = part.densifyByDistance(
                max(max(p.width(), p.height()) for p in near) / DENSIFY_STEPS
            )
        try:
            return _transform_geometry(part, self.transform)
        except QgsCsException:
            if whole is None:
                raise
            return whole

    def _clip_to_globe(self) -> list[QgsRectangle] | None:
        """Return the surroundings of the grid limited to valid latitudes; None: everywhere."""
        if self.near is None or self.transform.isShortCircuited():
            return None
        if self.here.mapUnits() != Qgis.DistanceUnit.Degrees:
            return self.near
        return [part.intersect(GLOBE_EXTENT) for part in self.near]

    def report_lines(self, brought: str, doubtful: str) -> Iterator[tuple[bool, str]]:
        """Yield log lines on the transformation, each preceded by whether it is a warning.

        `brought` has {label}, {here}, {there}; `doubtful`, if inexact, also has {operation}.
        """
        if self.transform.isShortCircuited():
            return
        names = {
            "label": self._label,
            "here": self.here.userFriendlyIdentifier(),
            "there": self.there.userFriendlyIdentifier(),
        }
        yield False, brought.format(**names)
        operation = self.transform.instantiatedCoordinateOperationDetails().name
        if "ballpark" in operation.casefold():
            yield True, doubtful.format(operation=operation, **names)


def get_buffered_extent(
    cells: QgsRectangle, to_cells: QgsCoordinateTransform, times: float = 3.0
) -> list[QgsRectangle] | None:
    """Return the extent of the grid, scaled by `times`, in another CRS.

    Two parts across the 180th meridian; None without a position. `to_cells`: from that CRS.
    """
    cells.normalize()
    try:
        brought = to_cells.transformBoundingBox(cells, Qgis.TransformDirection.Reverse, True)
    except QgsCsException:
        return None
    west, east = brought.xMinimum(), brought.xMaximum()
    if not brought.isFinite():
        return None
    if west <= east:
        return [brought.scaled(times)]
    # Across the 180th meridian, the western edge is east of the eastern one.
    south, north = brought.yMinimum(), brought.yMaximum()
    box = QgsRectangle(west, south, east + FULL_TURN_DEG, north).scaled(times)
    if box.width() >= FULL_TURN_DEG:
        return [QgsRectangle(-HALF_TURN_DEG, box.yMinimum(), HALF_TURN_DEG, box.yMaximum())]
    return [
        QgsRectangle(box.xMinimum(), box.yMinimum(), HALF_TURN_DEG, box.yMaximum()),
        QgsRectangle(
            -HALF_TURN_DEG, box.yMinimum(), box.xMaximum() - FULL_TURN_DEG, box.yMaximum()
        ),
    ]


def clip_box_to_cells(
    box: QgsRectangle, cells: QgsRectangle, to_cells: QgsCoordinateTransform
) -> QgsRectangle | None:
    """Return the part of a global extent on the grid, in the CRS of the grid.

    None if transformable directly or the grid has no position; empty if far from the grid.
    """
    outline = QgsGeometry.fromRect(box).densifyByCount(DENSIFY_STEPS)
    try:
        if _is_reversible(outline, _transform_geometry(outline, to_cells), to_cells):
            return None
    except QgsCsException:
        pass
    tight, near = (get_buffered_extent(cells, to_cells, times) for times in (1.0, 3.0))
    if tight is None or near is None:
        return None
    if all(box.contains(part) for part in tight):
        return QgsRectangle(cells)
    near_cells = QgsRectangle()
    for part in near:
        common = box.intersect(part)
        if not common.isEmpty():
            try:
                near_cells.combineExtentWith(to_cells.transformBoundingBox(common))
            except QgsCsException:
                return None
    return near_cells


def _transform_geometry(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> QgsGeometry:
    """Return a transformed copy of a geometry; raise QgsCsException if it has no position."""
    brought = QgsGeometry(geometry)
    result = brought.transform(transform)
    if result != Qgis.GeometryOperationResult.Success or not brought.boundingBox().isFinite():
        raise QgsCsException(tr("no valid position in the target CRS"))
    return brought


def _is_reversible(
    given: QgsGeometry, brought: QgsGeometry, transform: QgsCoordinateTransform
) -> bool:
    """Return whether a round trip restores all corners, up to a common offset (full turn)."""
    back = QgsGeometry(brought)
    try:
        result = back.transform(transform, Qgis.TransformDirection.Reverse)
    except QgsCsException:
        return False
    if result != Qgis.GeometryOperationResult.Success:
        return False
    corners = [np.array([(v.x(), v.y()) for v in g.vertices()]) for g in (given, back)]
    off = corners[1] - corners[0]
    box = given.boundingBox()
    largest = TOLERANCE * max(box.width(), box.height())
    return bool(np.isfinite(off).all() and (np.ptp(off, axis=0) <= largest).all())
