"""The graticule of the sheet's maps: meridians and parallels with their degrees at the edges."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLineSymbol,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor

from ...core.sheet.plan import GraticuleMargins, degrees_apart, units_apart

# Room for the numbers beside a frame and below it, in millimetres on A4.
ROOM = 4.6
DISTANCE = 0.8
LETTERS = 6.5  # points
LINE = {"color": "40,40,40,110", "width": "0.12", "capstyle": "flat"}


@dataclass(frozen=True)
class Spacing:
    """How far apart the lines stand, in the units of a reference system."""

    crs: QgsCoordinateReferenceSystem
    apart: float
    in_degrees: bool


def edges_for(letters: float) -> GraticuleMargins:
    """The room that the numbers take beside every frame."""
    return GraticuleMargins(ROOM * letters, ROOM * letters)


def spacing_of(project: QgsProject, extent: QgsRectangle) -> Spacing:
    """The graticule for an extent in the project's reference system.

    In degrees on the datum of the maps; in the maps' own units where they lie nowhere on the globe.
    """
    crs = project.crs()
    globe = crs.toGeographicCrs() if crs.isValid() else QgsCoordinateReferenceSystem()
    if globe.isValid():
        try:
            to_globe = QgsCoordinateTransform(crs, globe, project)
            box = to_globe.transformBoundingBox(extent)
            shorter = min(box.width(), box.height())
            if isfinite(shorter) and shorter > 0:
                return Spacing(globe, degrees_apart(shorter), True)
        except QgsCsException:
            pass
    return Spacing(crs, units_apart(min(extent.width(), extent.height())), False)


def draw(item: QgsLayoutItemMap, spacing: Spacing, text_format: QgsTextFormat) -> None:
    """Lines over a map, and numbers at its left and lower edges.

    `text_format`: of the numbers, but for its size.
    """
    kind = QgsLayoutItemMapGrid
    grid, grids = kind("graticule", item), item.grids()
    if spacing.crs.isValid():
        grid.setCrs(spacing.crs)
    grid.setUnits(kind.GridUnit.MapUnit)
    grid.setIntervalX(spacing.apart)
    grid.setIntervalY(spacing.apart)
    grid.setStyle(kind.GridStyle.Solid)
    grid.setLineSymbol(QgsLineSymbol.createSimple(LINE))
    grid.setAnnotationEnabled(True)
    grid.setAnnotationTextFormat(text_format)
    grid.setAnnotationFrameDistance(DISTANCE)
    grid.setAnnotationFormat(_format(spacing))
    unit = QgsUnitTypes.toAbbreviatedString(spacing.crs.mapUnits())
    if not spacing.in_degrees and spacing.crs.isValid():
        digits = 0 if spacing.apart >= 1 else 6
        grid.setAnnotationFormat(kind.AnnotationFormat.CustomFormat)
        grid.setAnnotationExpression(f"format_number(@grid_number, {digits}) || ' {unit}'")
    grid.setAnnotationPrecision(0 if spacing.in_degrees or spacing.apart >= 1 else 6)
    sides, display, direction = kind.BorderSide, kind.DisplayMode, kind.AnnotationDirection
    for side, shown, lies in (
        (sides.Left, display.LatitudeOnly, direction.Vertical),
        (sides.Bottom, display.LongitudeOnly, direction.Horizontal),
        (sides.Right, display.HideAll, direction.Horizontal),
        (sides.Top, display.HideAll, direction.Horizontal),
    ):
        grid.setAnnotationDisplay(shown, side)
        grid.setAnnotationPosition(kind.AnnotationPosition.OutsideMapFrame, side)
        grid.setAnnotationDirection(lies, side)
    if grids is not None:
        grids.addGrid(grid)


def format_of(small: QgsTextFormat, letters: float) -> QgsTextFormat:
    """The numbers' text format, from that of other small texts of the sheet."""
    text_format = QgsTextFormat(small)
    text_format.setSize(LETTERS * letters)
    paint = text_format.setColor  # which tells of no failure, unlike those of rasters
    paint(QColor("#444444"))
    return text_format


def _format(spacing: Spacing) -> QgsLayoutItemMapGrid.AnnotationFormat:
    """Degrees with minutes, and with seconds where these are needed; else plain numbers."""
    formats = QgsLayoutItemMapGrid.AnnotationFormat
    if not spacing.in_degrees:
        return formats.Decimal
    minutes = spacing.apart * 60
    return formats.DegreeMinute if minutes >= 0.999 else formats.DegreeMinuteSecond
