"""Features and boxes brought into the reference system of a run's cells.

No flat map holds all of the globe. What reaches around it, such as a polygon of the whole world in
degrees, has corners that come out in one place, or on the wrong side; so it is cut to the
surroundings of the cells first.
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

# A corner that is brought there and back may lie off by this part of the polygon's size.
TOLERANCE = 1e-3
# Edges of what no map holds are brought in so many steps across the surroundings of the cells.
DENSIFY_STEPS = 50
HALF_TURN_DEG, FULL_TURN_DEG = 180.0, 360.0
# In metres.
HALF_EQUATOR_M = 2e7
GLOBE_EXTENT = QgsRectangle(-HALF_TURN_DEG, -90.0, HALF_TURN_DEG, 90.0)


class FeatureReprojector:
    """How a layer's features come into the reference system of a run's cells.

    Attributes:
        here, there: the reference systems of the layer and of the cells.
        near: the cells and as much land on each side, in the layer's system, in two parts where
            they lie on both sides of the 180th meridian; None: everywhere.
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
        # As it is for rasters: what is roughly right is taken, and told.
        self.transform.setBallparkTransformsAreAppropriate(True)
        x0, y0, x1, y1 = series.grid.window_corners(series.window)
        self._cells = QgsRectangle(x0, y0, x1, y1)
        self.near = get_surroundings(self._cells, self.transform)

    def is_outside_surroundings(self, geometry: QgsGeometry) -> bool:
        """Whether the box of a feature does not reach the surroundings of the cells."""
        return self.near is not None and not any(map(geometry.boundingBoxIntersects, self.near))

    def reproject_polygon(self, polygon: QgsGeometry) -> QgsGeometry:
        """A polygon in the reference system of the cells, cut to their surroundings.

        It is null where nothing of the polygon is about the cells. QgsCsException: it cannot be
        brought there, or has no place there.
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
        """The surroundings of the cells without what lies beyond the poles; None: everywhere."""
        if self.near is None or self.transform.isShortCircuited():
            return None
        if self.here.mapUnits() != Qgis.DistanceUnit.Degrees:
            return self.near
        return [part.intersect(GLOBE_EXTENT) for part in self.near]

    def report_lines(self, brought: str, doubtful: str) -> Iterator[tuple[bool, str]]:
        """What there is to tell of the way, and whether it is a warning.

        `brought`: that it was gone, with {label}, {here} and {there} in it; `doubtful`: that it is
        no exact one, with {operation} besides.
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


def get_surroundings(
    cells: QgsRectangle, to_cells: QgsCoordinateTransform, times: float = 3.0
) -> list[QgsRectangle] | None:
    """A box about the cells, so many times their size, in another reference system.

    It is in two parts where it lies on both sides of the 180th meridian; None: it has no place
    there. `to_cells`: from that system to the one of the cells.
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
    # Across the 180th meridian the west comes out east of the east.
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
    """What a box that reaches around the globe holds of the cells, in their reference system.

    None where the box can be brought there as it is, or nobody knows where the cells lie in its
    system; a box without size where it does not reach their surroundings.
    """
    outline = QgsGeometry.fromRect(box).densifyByCount(DENSIFY_STEPS)
    try:
        if _is_reversible(outline, _transform_geometry(outline, to_cells), to_cells):
            return None
    except QgsCsException:
        pass
    tight, near = (get_surroundings(cells, to_cells, times) for times in (1.0, 3.0))
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
    """A geometry in another reference system, or QgsCsException."""
    brought = QgsGeometry(geometry)
    result = brought.transform(transform)
    if result != Qgis.GeometryOperationResult.Success or not brought.boundingBox().isFinite():
        raise QgsCsException(tr("no valid position in the target CRS"))
    return brought


def _is_reversible(
    given: QgsGeometry, brought: QgsGeometry, transform: QgsCoordinateTransform
) -> bool:
    """Whether the corners of a geometry come back to where they were, or all a turn from there."""
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
