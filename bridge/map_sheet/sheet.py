"""Print layout of zone maps from the template of the plugin, with an optional graticule."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from qgis.core import (
    Qgis,
    QgsBasicNumericFormat,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemMapOverview,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLineSymbol,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...core.raster.area import metres_per_unit
from ...core.raster.grid import create_spatial_reference
from ...core.sheet.legend_entries import LegendEntry
from ...core.sheet.sheet_layout import (
    MARGIN_MM,
    NO_MARGINS,
    POSITION_BELOW,
    SPACING_MM,
    Box,
    GraticuleMargins,
    SheetLayout,
    arrange_maps,
    fit_scale_bar,
    format_scale,
    frame_aspect_ratio,
    graticule_interval_deg,
    graticule_interval_units,
)
from ...text import interface_language, tr
from .sheet_legend import (
    MM,
    TEMPLATE_PATH,
    LayoutBuilder,
    SheetLegend,
    escape_expressions,
    list_item_ids,
)

# Share of the scale bar's width for the bar; the rest is for its numbers.
SCALE_BAR_SHARE = 0.8
# Longer side of the locator map on A4, mm, and the style of the extent shown on it.
LOCATOR_MAP_MM = 24.0
FRAME_STYLE = {"style": "no", "outline_color": "#d9000d", "outline_width": "0.5"}
# Space for graticule labels beside and below a frame, mm on A4.
GRATICULE_MARGIN_MM, LABEL_DISTANCE_MM = 4.6, 0.8
GRATICULE_FONT_PT = 6.5  # points
GRATICULE_STYLE = {"color": "40,40,40,110", "width": "0.12", "capstyle": "flat"}


@dataclass(frozen=True)
class SheetContent:
    """Content of a sheet.

    Attributes:
        layers, titles, entries: of one to eight maps, in their order.
        kinds: kind of each map, used as the heading of the legend shared by maps of that
            kind.
        above: layers drawn over every map, the topmost first.
        extent: extent of every map, in the project CRS.
        whole: extent of the locator map, which contains `extent`; None for no locator map.
        heading, source: text above and below the maps; '' for none.
    """

    layers: Sequence[QgsRasterLayer]
    titles: Sequence[str]
    entries: Sequence[Sequence[LegendEntry]]
    kinds: Sequence[str]
    above: Sequence[QgsMapLayer]
    extent: QgsRectangle
    whole: QgsRectangle | None
    heading: str
    source: str
    has_graticule: bool


class ZoneLayout:
    """Layout of a run in a project with its layers; close it before the project is deleted."""

    def __init__(self, project: QgsProject, paper: str) -> None:
        self._project, self._paper = project, paper
        self._items = LayoutBuilder(project, paper)
        self.layout = self._items.layout

    def close(self) -> None:
        """Release the layout."""
        del self.layout, self._items

    def fill_layout(self, content: SheetContent, legend_layers: Sequence[QgsRasterLayer]) -> None:
        """Add maps and texts, arrange items; `legend_layers`, one per map kind, are not drawn."""
        items = self._items
        top = self._place_heading(content.heading)
        foot = self._place_footer(content.source)
        body = Box(MARGIN_MM, top, items.width - 2 * MARGIN_MM, foot - top)
        legend = SheetLegend(items)
        listed = [layer for layer in content.above if isinstance(layer, QgsVectorLayer)]
        legend.fill_legends(content.entries, content.kinds, legend_layers, listed)
        room = GRATICULE_MARGIN_MM * items.letters
        edges = GraticuleMargins(room, room) if content.has_graticule else NO_MARGINS
        plan = arrange_maps(
            body,
            len(content.layers),
            frame_aspect_ratio(content.extent.width(), content.extent.height()),
            lambda width: max(self._wrap_title(title, width)[1] for title in content.titles),
            legend.list_legend_sizes(),
            items.letters,
            edges,
            _get_locator_size(content.whole, items.letters),
        )
        self._place_maps(content, plan)
        if content.whole is not None and plan.locator is not None:
            self._add_locator_map(content.layers[0], content.whole, plan.locator)
        legend.place_legends(plan)
        self._place_north_arrow(plan.north_arrow)
        self._place_scale_bar(plan)

    def _place_heading(self, text: str) -> float:
        """Place the heading; return the y position below it."""
        items = self._items
        item = items.get_item("title", QgsLayoutItemLabel)
        width = items.width - 2 * MARGIN_MM
        lines, high = items.wrap_text(item.textFormat(), text, width, 2)
        item.setText(escape_expressions("\n".join(lines)))
        items.place_item(item, Box(MARGIN_MM, MARGIN_MM, width, high))
        return MARGIN_MM + (high + SPACING_MM / 2 if text else 0.0)

    def _place_footer(self, source: str) -> float:
        """Place source and CRS at the bottom; return their y position."""
        items = self._items
        room = (items.width - 2 * MARGIN_MM - SPACING_MM) / 2
        highest = 0.0
        crs = self._project.crs()
        called = f"{crs.description()} ({crs.authid()})" if crs.authid() else crs.description()
        system = tr("CRS: {name}").format(name=called) if crs.isValid() else ""
        for name, text, x in (
            ("source", source, MARGIN_MM),
            ("projection", system, MARGIN_MM + room + SPACING_MM),
        ):
            item = items.get_item(name, QgsLayoutItemLabel)
            lines, high = items.wrap_text(item.textFormat(), text, room, 3)
            item.setText(escape_expressions("\n".join(lines)))
            items.place_item(item, Box(x, items.height - MARGIN_MM - high, room, high))
            highest = max(highest, high)
        return items.height - MARGIN_MM - highest - SPACING_MM / 2

    def _wrap_title(self, title: str, width: float) -> tuple[list[str], float]:
        """Return the lines of a map title, and their height including the gap above the map."""
        item = self._items.get_item("map_title_1", QgsLayoutItemLabel)
        lines, high = self._items.wrap_text(item.textFormat(), title, width, 3)
        return lines, high + item.marginY()

    def _place_maps(self, content: SheetContent, plan: SheetLayout) -> None:
        number_format = QgsTextFormat(
            self._items.get_item("source", QgsLayoutItemLabel).textFormat()
        )
        number_format.setSize(GRATICULE_FONT_PT * self._items.letters)
        paint = number_format.setColor  # which tells of no failure, unlike those of rasters
        paint(QColor("#444444"))
        for index, name in enumerate(list_item_ids("map")):
            item = self._items.get_item(name, QgsLayoutItemMap)
            title = self._items.get_item(f"map_title_{index + 1}", QgsLayoutItemLabel)
            if index >= len(content.layers):
                self.layout.removeLayoutItem(item)
                self.layout.removeLayoutItem(title)
                continue
            self._items.place_item(item, plan.frames[index])
            item.setCrs(self._project.crs())
            item.setKeepLayerSet(True)
            item.setLayers([*content.above, content.layers[index]])
            item.zoomToExtent(content.extent)
            if content.has_graticule:
                _draw_graticule(
                    item, *_choose_grid_interval(self._project, content.extent), number_format
                )
            lines, _ = self._wrap_title(content.titles[index], plan.titles[index].width)
            title.setText(escape_expressions("\n".join(lines)))
            self._items.place_item(title, plan.titles[index])

    def _add_locator_map(self, layer: QgsRasterLayer, whole: QgsRectangle, box: Box) -> None:
        """Add a locator map with the extent of the other maps."""
        item = QgsLayoutItemMap(self.layout)
        item.setId("locator")
        self.layout.addLayoutItem(item)
        self._items.place_item(item, box)
        item.setCrs(self._project.crs())
        item.setKeepLayerSet(True)
        item.setLayers([layer])
        item.setFrameEnabled(True)
        item.zoomToExtent(whole)
        overview = QgsLayoutItemMapOverview("locator", item)
        overview.setLinkedMap(self._items.get_item("map_1", QgsLayoutItemMap))
        overview.setFrameSymbol(QgsFillSymbol.createSimple(FRAME_STYLE))
        overviews = item.overviews()
        if overviews is not None:
            overviews.addOverview(overview)

    def _place_north_arrow(self, box: Box) -> None:
        """Place the north arrow with the letter of the user's language instead of N."""
        item = self._items.get_item("north_arrow", QgsLayoutItemPicture)
        picture = TEMPLATE_PATH.with_name(f"north_arrow_{interface_language()}.svg")
        if picture.exists():
            # Embedded in the layout, which may be stored and used where the plugin is not
            # installed.
            content = f"base64:{b64encode(picture.read_bytes()).decode()}"
            item.setPicturePath(content, Qgis.PictureFormat.SVG)
        self._items.place_item(item, box)

    def _place_scale_bar(self, plan: SheetLayout) -> None:
        """Place a scale bar of a round length that is correct at the centre of the map."""
        item = self._items.get_item("scale_bar", QgsLayoutItemScaleBar)
        first = self._items.get_item("map_1", QgsLayoutItemMap)
        shown = first.extent()
        per_mm = shown.width() / plan.frames[0].width
        middle, crs = shown.center(), self._project.crs().toWkt(Qgis.CrsWktVariant.PreferredGdal)
        scale = metres_per_unit(create_spatial_reference(crs), middle.x(), middle.y())
        metres = scale[0] if scale else None
        item.setLinkedMap(first)
        # Use map units, because QGIS measures wide maps along the frame.
        item.setUnits(Qgis.DistanceUnit.Unknown)
        bar = fit_scale_bar(per_mm * (metres or 1.0), plan.scale_bar.width * SCALE_BAR_SHARE)
        unit = bar.unit if metres else tr("map units")
        length = bar.value if metres else bar.metres
        item.setUnitLabel(unit)
        segment = bar.metres / (metres or 1.0)
        item.setUnitsPerSegment(segment)
        item.setMapUnitsPerScaleBarUnit(segment / length)
        # A stored layout rounds these to six digits.
        digits = QgsBasicNumericFormat()
        digits.setRoundingType(QgsBasicNumericFormat.RoundingType.SignificantFigures)
        digits.setNumberDecimalPlaces(3)
        digits.setShowTrailingZeros(False)
        digits.setShowThousandsSeparator(True)
        item.setNumericFormat(digits)
        item.update()
        item.resizeToMinimumWidth()
        # The length is known only now; below the maps the scale bar is right-aligned.
        is_below = plan.position == POSITION_BELOW
        unused = plan.scale_bar.width - item.sizeWithUnits().width() if is_below else 0.0
        item.attemptMove(QgsLayoutPoint(plan.scale_bar.x + unused, plan.scale_bar.y, MM))
        if metres:
            top = plan.scale_bar.y + item.sizeWithUnits().height()
            room = replace(plan.scale_bar, y=top, height=plan.scale_bar.bottom - top)
            self._add_numeric_scale(per_mm * metres, room, is_below)

    def _add_numeric_scale(self, metres_per_mm: float, room: Box, at_right: bool) -> None:
        """Add the numeric scale below the scale bar; it holds for this paper size only."""
        label = QgsLayoutItemLabel(self.layout)
        label.setId("scale")
        label.setMarginX(1.0)  # as the bar, which begins within its box
        label.setTextFormat(self._items.get_item("scale_bar", QgsLayoutItemScaleBar).textFormat())
        scale = format_scale(metres_per_mm)
        label.setText(tr("Scale {number} ({paper})").format(number=scale, paper=self._paper))
        self.layout.addLayoutItem(label)
        if at_right:
            label.setHAlign(Qt.AlignmentFlag.AlignRight)
        self._items.place_item(label, room)


def _get_locator_size(whole: QgsRectangle | None, letters: float) -> tuple[float, float]:
    """Return width and height of the locator map, mm; 0 if there is none."""
    if whole is None:
        return 0.0, 0.0
    shape = frame_aspect_ratio(whole.width(), whole.height())
    side = LOCATOR_MAP_MM * letters
    return (side, side / shape) if shape > 1 else (side * shape, side)


def _choose_grid_interval(
    project: QgsProject, extent: QgsRectangle
) -> tuple[QgsCoordinateReferenceSystem, float, bool]:
    """Return CRS and interval of the graticule, and whether the interval is in degrees.

    Degrees refer to the datum of the maps; without a geographic CRS, map units are used.
    """
    crs = project.crs()
    globe = crs.toGeographicCrs() if crs.isValid() else QgsCoordinateReferenceSystem()
    if globe.isValid():
        try:
            to_globe = QgsCoordinateTransform(crs, globe, project)
            box = to_globe.transformBoundingBox(extent)
            shorter = min(box.width(), box.height())
            if isfinite(shorter) and shorter > 0:
                return globe, graticule_interval_deg(shorter), True
        except QgsCsException:
            pass
    return crs, graticule_interval_units(min(extent.width(), extent.height())), False


def _draw_graticule(
    item: QgsLayoutItemMap,
    crs: QgsCoordinateReferenceSystem,
    apart: float,
    in_degrees: bool,
    text_format: QgsTextFormat,
) -> None:
    """Draw grid lines over a map, and labels at its left and lower edges."""
    kind = QgsLayoutItemMapGrid
    grid, grids, formats = kind("graticule", item), item.grids(), kind.AnnotationFormat
    if crs.isValid():
        grid.setCrs(crs)
    grid.setIntervalX(apart)
    grid.setIntervalY(apart)
    grid.setLineSymbol(QgsLineSymbol.createSimple(GRATICULE_STYLE))
    grid.setAnnotationEnabled(True)
    grid.setAnnotationTextFormat(text_format)
    grid.setAnnotationFrameDistance(LABEL_DISTANCE_MM)
    digits = 0 if in_degrees or apart >= 1 else 6
    grid.setAnnotationPrecision(digits)
    if in_degrees:
        # Include seconds if needed.
        has_minutes = apart * 60 >= 0.999
        grid.setAnnotationFormat(
            formats.DegreeMinute if has_minutes else formats.DegreeMinuteSecond
        )
    elif crs.isValid():
        unit = QgsUnitTypes.toAbbreviatedString(crs.mapUnits())
        grid.setAnnotationFormat(formats.CustomFormat)
        grid.setAnnotationExpression(f"format_number(@grid_number, {digits}) || ' {unit}'")
    else:
        grid.setAnnotationFormat(formats.Decimal)
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
