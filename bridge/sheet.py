"""A print layout of zone maps: the template of the plugin, filled and exported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TypeVar

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeModelLegendNode,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutRenderContext,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProcessingException,
    QgsProject,
    QgsProjectMetadata,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRenderContext,
    QgsTextFormat,
    QgsTextRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..core.paths import RESOURCES
from ..core.raster.ellipsoid import metres_per_unit
from ..core.raster.grid import spatial_reference
from ..core.sheet.entries import Entry
from ..core.sheet.plan import (
    GAP,
    MARGIN,
    PAPERS,
    Box,
    LegendSize,
    Plan,
    arrange,
    broken,
    frame_shape,
    scale_bar,
)
from ..text import tr

TEMPLATE = RESOURCES / "layouts" / "zone_maps.qpt"
MOST_MAPS = 4
ENDINGS = (".pdf", ".svg", ".png")

Item = TypeVar("Item", bound=QgsLayoutItem)

MM = Qgis.LayoutUnit.Millimeters
LEGEND_PARTS = ("Title", "Group", "Subgroup", "SymbolLabel")
# How much of the scale bar's place is for the bar itself; the rest is for its numbers.
BAR_SHARE = 0.8
# Names longer than this are broken into lines, in millimetres on A4.
LEGEND_NAME = 52.0
# What makes QGIS put something else in the place of a text, in labels and legends.
CALCULATED = re.compile(r"(\[)(%)|(\$)(CURRENT_DATE)")
# Stands for the title in an SVG until that is written; nothing else in the file has these signs.
TITLE_PLACE = "-carbon_zones_title-"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def paletted(
    layer: QgsRasterLayer, band: int, categories: Sequence[Entry]
) -> QgsPalettedRasterRenderer:
    """A renderer that draws these categories and nothing else."""
    return QgsPalettedRasterRenderer(
        layer.dataProvider(),
        band,
        [QgsPalettedRasterRenderer.Class(c.value, QColor(c.colour), c.name) for c in categories],
    )


def literal(text: str) -> str:
    """What a label or a legend has to be given to draw a text as it stands.

    Names come from other people's files: none of them is calculated as an expression. The marks
    that begin one are written as expressions that give these very marks.
    """
    return CALCULATED.sub(
        lambda mark: "[% '{}' || '{}' %]".format(*filter(None, mark.groups())), text
    )


class ZoneLayout:
    """The layout of a run, in a project of its own.

    Args:
        project: has the layers; its reference system is that of the maps.
        paper: one of PAPERS.
    """

    def __init__(self, project: QgsProject, paper: str) -> None:
        self._project = project
        self._width, self._height, self._letters = PAPERS[paper]
        self._layout = QgsPrintLayout(project)
        self._layout.initializeDefaults()
        document = QDomDocument()
        document.setContent(TEMPLATE.read_text(encoding="utf-8"))
        _, loaded = self._layout.loadFromTemplate(document, QgsReadWriteContext())
        if not loaded:
            raise QgsProcessingException(tr("The layout template cannot be read."))
        self._layout.pageCollection().page(0).setPageSize(
            QgsLayoutSize(self._width, self._height, MM)
        )
        self._magnify()

    def describe(self, title: str) -> None:
        """Give the file its title, and nothing else: QGIS would name the user as its author."""
        described = QgsProjectMetadata()
        described.setTitle(title)
        self._project.setMetadata(described)

    def close(self) -> None:
        """Let the layout go, which has to happen before its project goes."""
        del self._layout

    def _item(self, name: str, kind: type[Item]) -> Item:
        item = self._layout.itemById(name)
        if not isinstance(item, kind):
            raise QgsProcessingException(
                tr("The layout template has no item '{name}'.").format(name=name)
            )
        return item

    def _magnify(self) -> None:
        """Larger paper, larger letters."""
        for name in ("title", "source", "projection", *_numbered("map_title")):
            label = self._item(name, QgsLayoutItemLabel)
            label.setTextFormat(self._larger(label.textFormat()))
        scale_bar = self._item("scale_bar", QgsLayoutItemScaleBar)
        scale_bar.setTextFormat(self._larger(scale_bar.textFormat()))
        scale_bar.setHeight(scale_bar.height() * self._letters)
        legend = self._item("legend", QgsLayoutItemLegend)
        for part in LEGEND_PARTS:
            part = getattr(QgsLegendStyle.Style, part)
            style = QgsLegendStyle(legend.style(part))
            style.setTextFormat(self._larger(style.textFormat()))
            legend.setStyle(part, style)
        legend.setSymbolWidth(legend.symbolWidth() * self._letters)
        legend.setSymbolHeight(legend.symbolHeight() * self._letters)

    def _larger(self, text_format: QgsTextFormat) -> QgsTextFormat:
        text_format.setSize(text_format.size() * self._letters)
        return text_format

    def fill(
        self,
        layers: list[QgsRasterLayer],
        titles: list[str],
        extent: QgsRectangle,
        categories: list[Entry],
        legend_layer: QgsRasterLayer,
        heading: str,
        source: str,
    ) -> None:
        """Give the layout its maps and words, and put everything into its place.

        Args:
            layers: one to four, in the order of the maps.
            titles: one for each.
            extent: what every map shows, in the project's reference system.
            categories: what the legend lists.
            legend_layer: a layer of the project that nothing shows; it carries them.

        Raises:
            core.messages.DataError: the legend leaves no room.
        """
        top = self._heading(heading)
        foot = self._foot(source)
        body = Box(MARGIN, top, self._width - 2 * MARGIN, foot - top)
        self._entries(categories, legend_layer)
        plan = arrange(
            body,
            len(layers),
            frame_shape(extent.width(), extent.height()),
            lambda width: max(self._title_lines(title, width)[1] for title in titles),
            self._legend_sizes(),
            self._letters,
        )
        self._maps(layers, titles, extent, plan)
        legend = self._item("legend", QgsLayoutItemLegend)
        legend.setColumnCount(plan.columns)
        self._put(legend, plan.legend)
        legend.adjustBoxSize()
        self._put(self._item("north_arrow", QgsLayoutItemPicture), plan.north_arrow)
        self._bar(plan, extent)

    def _heading(self, text: str) -> float:
        """The heading; returns where what is below it begins."""
        item = self._item("title", QgsLayoutItemLabel)
        lines, high = self._fitted(item.textFormat(), text, self._width - 2 * MARGIN, 2)
        item.setText(literal("\n".join(lines)))
        self._put(item, Box(MARGIN, MARGIN, self._width - 2 * MARGIN, high))
        return MARGIN + (high + GAP / 2 if text else 0.0)

    def _foot(self, source: str) -> float:
        """Source and reference system at the foot; returns where they begin."""
        room = (self._width - 2 * MARGIN - GAP) / 2
        highest = 0.0
        crs = self._project.crs()
        system = tr("Reference system: {name}").format(name=_name_of(crs)) if crs.isValid() else ""
        for name, text, x in (
            ("source", source, MARGIN),
            ("projection", system, MARGIN + room + GAP),
        ):
            item = self._item(name, QgsLayoutItemLabel)
            lines, high = self._fitted(item.textFormat(), text, room, 3)
            item.setText(literal("\n".join(lines)))
            self._put(item, Box(x, self._height - MARGIN - high, room, high))
            highest = max(highest, high)
        return self._height - MARGIN - highest - GAP / 2

    def _title_lines(self, title: str, width: float) -> tuple[list[str], float]:
        """A map's title in lines, and the height with the space between it and the map."""
        item = self._item("map_title_1", QgsLayoutItemLabel)
        lines, high = self._fitted(item.textFormat(), title, width, 3)
        return lines, high + item.marginY()

    def _fitted(
        self, text_format: QgsTextFormat, text: str, width: float, most_lines: int
    ) -> tuple[list[str], float]:
        """A text in lines that fit a width, and their height."""
        context = self._context()
        per_mm = context.scaleFactor()

        def width_of(line: str) -> float:
            return QgsTextRenderer.textWidth(context, text_format, [line]) / per_mm

        # Room for what a renderer rounds.
        lines = broken(text, width - 1.0, width_of, most_lines)
        high = QgsTextRenderer.textHeight(
            context, text_format, lines, Qgis.TextLayoutMode.Rectangle
        )
        return lines, high / per_mm + 1.0

    def _context(self) -> QgsRenderContext:
        return QgsLayoutUtils.createRenderContextForLayout(self._layout, None)

    def _entries(self, categories: list[Entry], layer: QgsRasterLayer) -> None:
        """Have the legend list these categories and nothing else."""
        legend = self._item("legend", QgsLayoutItemLegend)
        legend.setAutoUpdateModel(False)
        # Held by a name, because the text format lives only as long as the style that has it.
        style = legend.style(QgsLegendStyle.Style.SymbolLabel)
        text_format, room = QgsTextFormat(style.textFormat()), LEGEND_NAME * self._letters
        broken = [
            replace(c, name=literal("\n".join(self._fitted(text_format, c.name, room, 3)[0])))
            for c in categories
        ]
        layer.setRenderer(paletted(layer, 1, broken))
        legend.setTitle(tr("Legend"))
        legend.setWrapString("\n")
        root = legend.model().rootGroup()
        root.clear()
        node = root.addLayer(layer)
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        # The first node is the name of the band.
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, len(categories) + 1)))
        legend.model().refreshLayerLegend(node)

    def _legend_sizes(self) -> list[LegendSize]:
        """How large the legend is in any number of columns."""
        legend = self._item("legend", QgsLayoutItemLegend)
        entries = len(self._legend_layer_nodes())
        sizes = []
        for columns in range(1, min(entries, 6) + 1):
            legend.setColumnCount(columns)
            renderer = QgsLegendRenderer(legend.model(), legend.legendSettings())
            size = renderer.minimumSize(self._context())
            sizes.append(LegendSize(columns, size.width(), size.height()))
        return sizes

    def _legend_layer_nodes(self) -> list[QgsLayerTreeModelLegendNode]:
        model = self._item("legend", QgsLayoutItemLegend).model()
        return model.layerLegendNodes(model.rootGroup().findLayers()[0])

    def _maps(
        self, layers: list[QgsRasterLayer], titles: list[str], extent: QgsRectangle, plan: Plan
    ) -> None:
        for place, name in enumerate(_numbered("map")):
            item = self._item(name, QgsLayoutItemMap)
            title = self._item(f"map_title_{place + 1}", QgsLayoutItemLabel)
            if place >= len(layers):
                self._layout.removeLayoutItem(item)
                self._layout.removeLayoutItem(title)
                continue
            self._put(item, plan.frames[place])
            item.setCrs(self._project.crs())
            item.setKeepLayerSet(True)
            item.setLayers([layers[place]])
            item.zoomToExtent(extent)
            lines, _ = self._title_lines(titles[place], plan.titles[place].width)
            title.setText(literal("\n".join(lines)))
            self._put(title, plan.titles[place])

    def _bar(self, plan: Plan, extent: QgsRectangle) -> None:
        """A scale bar of a round length on the ground, right in the middle of the map."""
        item = self._item("scale_bar", QgsLayoutItemScaleBar)
        first = self._item("map_1", QgsLayoutItemMap)
        shown = first.extent()
        per_mm = shown.width() / plan.frames[0].width
        middle, crs = shown.center(), self._project.crs().toWkt(Qgis.CrsWktVariant.PreferredGdal)
        scale = metres_per_unit(spatial_reference(crs), middle.x(), middle.y())
        metres = scale[0] if scale else None
        item.setLinkedMap(first)
        # In the map's own units, because over wide maps QGIS would measure along the frame.
        item.setUnits(Qgis.DistanceUnit.Unknown)
        bar = scale_bar(per_mm * (metres or 1.0), plan.scale_bar.width * BAR_SHARE)
        unit = bar.unit if metres else tr("map units")
        number = bar.number if metres else bar.metres
        item.setUnitLabel(unit)
        segment = bar.metres / (metres or 1.0)
        item.setUnitsPerSegment(segment)
        item.setMapUnitsPerScaleBarUnit(segment / number)
        item.update()
        item.resizeToMinimumWidth()
        # Its length is known only now; below the maps it ends where its place does.
        unused = plan.scale_bar.width - item.sizeWithUnits().width() if plan.below else 0.0
        item.attemptMove(QgsLayoutPoint(plan.scale_bar.x + unused, plan.scale_bar.y, MM))

    def _put(self, item: QgsLayoutItem, box: Box) -> None:
        item.attemptMove(QgsLayoutPoint(box.x, box.y, MM))
        item.attemptResize(QgsLayoutSize(box.width, box.height, MM))

    def export(self, path: str, dpi: int) -> bool:
        """Write the file; returns whether that went well."""
        exporter = QgsLayoutExporter(self._layout)
        self._layout.renderContext().setDpi(dpi)
        # Zones keep their exact colours, and the legend is whole before it is drawn. QGIS 3.44 has
        # the flags in Qgis.LayoutRenderFlag too, which 3.40 does not have.
        flag = QgsLayoutRenderContext.Flag
        flags = self._layout.renderContext().flags()
        flags |= flag.FlagLosslessImageRendering  # type: ignore[attr-defined]
        flags |= flag.FlagSynchronousLegendGraphics  # type: ignore[attr-defined]
        ending = Path(path).suffix.lower()
        if ending == ".pdf":
            pdf = QgsLayoutExporter.PdfExportSettings()
            pdf.dpi, pdf.flags = dpi, flags
            pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
            # A PDF can have the coordinates of one map, not of several.
            pdf.appendGeoreference = self._layout.itemById("map_2") is None
            result = exporter.exportToPdf(path, pdf)
        elif ending == ".svg":
            svg = QgsLayoutExporter.SvgExportSettings()
            svg.dpi, svg.flags = dpi, flags
            # Outlines look the same where these fonts are not installed.
            svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysOutlines
            # QGIS writes a title as it is into the XML, and cannot read that again.
            title = self._project.metadata().title()
            self.describe(TITLE_PLACE)
            result = exporter.exportToSvg(path, svg)
            try:
                _entitle(Path(path), title)
            except OSError:
                return False
        else:
            png = QgsLayoutExporter.ImageExportSettings()
            png.dpi, png.flags = dpi, flags
            # QGIS would have GDAL write it into the picture, which cannot do that.
            png.exportMetadata = False
            # It looks for a place for the coordinates all the same, and GDAL says that it has none.
            with gdal.quiet_errors():
                result = exporter.exportToImage(path, png)
        return result == QgsLayoutExporter.ExportResult.Success


def _entitle(svg: Path, title: str) -> None:
    """Put the title into an SVG, in the places that were kept for it."""
    words = escape(NOT_IN_XML.sub("", " ".join(title.split())))
    svg.write_bytes(svg.read_bytes().replace(TITLE_PLACE.encode(), words.encode()))


def _numbered(name: str) -> list[str]:
    return [f"{name}_{number}" for number in range(1, MOST_MAPS + 1)]


def _name_of(crs: QgsCoordinateReferenceSystem) -> str:
    return f"{crs.description()} ({crs.authid()})" if crs.authid() else crs.description()
