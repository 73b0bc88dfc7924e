"""Features brought into the reference system of a run's cells."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsRectangle,
)

from ..core.scan.series import Series
from ..text import tr


class ToCells:
    """How a layer's features come into the reference system of a run's cells.

    Args:
        label: what messages call the layer.
        source: the layer.
        transforms: how the project brings one reference system into another.
        series: has the cells.

    Attributes:
        transform: from the layer's system to that of the cells.
        near: the cells and as much land on each side, in the layer's system; None: everywhere.

    Raises:
        QgsProcessingException: one of layer and cells has a reference system, and the other not.
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
        if self.here.isValid() != self.there.isValid():
            raise QgsProcessingException(self._without_system())
        self.transform = QgsCoordinateTransform(self.here, self.there, transforms)
        # As it is for rasters: what is roughly right is taken, and told.
        self.transform.setBallparkTransformsAreAppropriate(True)
        x0, y0, x1, y1 = series.grid.corners(series.window)
        self.near = self._around(QgsRectangle(x0, y0, x1, y1))

    def _without_system(self) -> str:
        if self.there.isValid():
            return tr(
                "{label} has no reference system, and the cells have one ({crs}); give the layer "
                "its reference system"
            ).format(label=self._label, crs=self.there.userFriendlyIdentifier())
        return tr(
            "{label} has a reference system ({crs}), and the cells have none; give the layers of "
            "the cells theirs"
        ).format(label=self._label, crs=self.here.userFriendlyIdentifier())

    def _around(self, cells: QgsRectangle) -> QgsRectangle | None:
        cells.normalize()
        try:
            brought = self.transform.transformBoundingBox(
                cells, Qgis.TransformDirection.Reverse, True
            )
        except QgsCsException:
            return None
        # Across the 180th meridian the west comes out east of the east.
        if not brought.isFinite() or brought.xMinimum() > brought.xMaximum():
            return None
        return brought.scaled(3)

    def lines(self, brought: str, doubtful: str) -> Iterator[tuple[bool, str]]:
        """What there is to tell of the way, and whether it is a warning.

        Args:
            brought: that it was gone, with {label}, {here} and {there} in it.
            doubtful: that it is no exact one, with {operation} in it besides.
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
