"""Layout items, legends and text fitting of the map sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from qgis.core import (
    Qgis,
    QgsFontUtils,
    QgsLayerTreeLayer,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsTextFormat,
    QgsTextRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...core.base.files import RESOURCE_FOLDER
from ...core.base.messages import DataError
from ...core.sheet.legend_entries import LegendEntry, entry_shares, format_shares, merge_entries
from ...core.sheet.sheet_layout import (
    MAX_MAPS,
    PAPER_SIZES,
    Box,
    LegendSize,
    SheetLayout,
    combine_legend_sizes,
    wrap_text,
)
from ...text import interface_language, tr

TEMPLATE_PATH = RESOURCE_FOLDER / "layouts" / "zone_maps.qpt"
# A sheet in Chinese uses the first installed font, else the first: default fonts of QGIS may have
# the glyph forms of other languages.
FONT_FAMILIES = {"zh_CN": ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC")}
MM = Qgis.LayoutUnit.Millimeters
# Sequences that QGIS replaces in labels and legends.
EXPRESSION_PATTERN = re.compile(r"(\[)(%)|(\$)(CURRENT_DATE)")

ItemT = TypeVar("ItemT", bound=QgsLayoutItem)


def escape_expressions(text: str) -> str:
    """Escape a text so that a label or a legend draws it literally.

    Each start of an expression in users' names becomes one that returns its characters.
    """
    return EXPRESSION_PATTERN.sub(
        lambda mark: "[% '{}' || '{}' %]".format(*filter(None, mark.groups())), text
    )


def list_item_ids(name: str) -> list[str]:
    """Return the ids of the items that exist once per map."""
    return [f"{name}_{index}" for index in range(1, MAX_MAPS + 1)]


class LayoutBuilder:
    """Template as project layout, page width and height in mm; `letters`: font scale versus A4."""

    def __init__(self, project: QgsProject, paper: str) -> None:
        self.width, self.height, self.letters = PAPER_SIZES[paper]
        # '' means the font of the template.
        families = FONT_FAMILIES.get(interface_language(), ("",))
        self._family = next(filter(QgsFontUtils.fontFamilyOnSystem, families), families[0])
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        document = QDomDocument()
        document.setContent(TEMPLATE_PATH.read_text(encoding="utf-8"))
        _, loaded = self.layout.loadFromTemplate(document, QgsReadWriteContext())
        if not loaded:
            raise DataError("The layout template cannot be read.")
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(self.width, self.height, MM))
        # Scale fonts with the paper size.
        for name in ("title", "source", "projection", *list_item_ids("map_title")):
            label = self.get_item(name, QgsLayoutItemLabel)
            label.setTextFormat(self.scale_text_format(label.textFormat(), self.letters))
        scale_bar = self.get_item("scale_bar", QgsLayoutItemScaleBar)
        scale_bar.setTextFormat(self.scale_text_format(scale_bar.textFormat(), self.letters))
        scale_bar.setHeight(scale_bar.height() * self.letters)

    def get_item(self, name: str, kind: type[ItemT]) -> ItemT:
        """Return the item with an id."""
        item = self.layout.itemById(name)
        if not isinstance(item, kind):
            raise DataError("The layout template cannot be read.")
        return item

    def place_item(self, item: QgsLayoutItem, box: Box) -> None:
        """Move and resize an item."""
        item.attemptMove(QgsLayoutPoint(box.x, box.y, MM))
        item.attemptResize(QgsLayoutSize(box.width, box.height, MM))

    def create_render_context(self) -> QgsRenderContext:
        """Create the render context for measuring text."""
        return QgsLayoutUtils.createRenderContextForLayout(self.layout, None)

    def wrap_text(
        self, text_format: QgsTextFormat, text: str, width: float, most_lines: int
    ) -> tuple[list[str], float]:
        """Return the lines of a text wrapped to a width, and their height."""
        context = self.create_render_context()
        per_mm = context.scaleFactor()

        def width_of(line: str) -> float:
            return QgsTextRenderer.textWidth(context, text_format, [line]) / per_mm

        # Allow for rounding by the renderer.
        lines = wrap_text(text, width - 1.0, width_of, most_lines)
        high = QgsTextRenderer.textHeight(
            context, text_format, lines, Qgis.TextLayoutMode.Rectangle
        )
        return lines, high / per_mm + 1.0

    def scale_text_format(self, text_format: QgsTextFormat, factor: float) -> QgsTextFormat:
        """Return a text format scaled by a factor, in the font of the sheet."""
        enlarged = QgsTextFormat(text_format)
        enlarged.setSize(text_format.size() * factor)
        if self._family:
            font = enlarged.font()
            font.setFamily(self._family)
            enlarged.setFont(font)
        return enlarged


# Names longer than this are wrapped, mm on A4.
MAX_NAME_WIDTH_MM = 52.0
MAX_NAME_LINES = 3
MAX_COLUMNS = 6
ENTRY_SPACING_MM = 3.6
# Larger fonts are used if there is space.
FONT_SCALES = (1.0, 1.15, 1.3)
LEGEND_PARTS = ("Title", "Group", "Subgroup", "SymbolLabel")


def create_paletted_renderer(
    layer: QgsRasterLayer, band: int, categories: Sequence[LegendEntry]
) -> QgsPalettedRasterRenderer:
    """Create a renderer that draws only the given categories."""
    return QgsPalettedRasterRenderer(
        layer.dataProvider(),
        band,
        [QgsPalettedRasterRenderer.Class(c.value, QColor(c.colour), c.name) for c in categories],
    )


class SheetLegend:
    """Legends of a layout, one per kind of map, each with a heading."""

    def __init__(self, items: LayoutBuilder) -> None:
        self._items = items
        first = items.get_item("legend", QgsLayoutItemLegend)
        self._legends = [first]
        self._formats = {part: _get_text_format(first, part) for part in LEGEND_PARTS}
        self._formats["Title"].setAllowHtmlFormatting(True)
        first.setSymbolWidth(first.symbolWidth() * items.letters)
        first.setSymbolHeight(first.symbolHeight() * items.letters)
        self._set_font_scale(FONT_SCALES[0])

    def fill_legends(
        self,
        maps: Sequence[Sequence[LegendEntry]],
        kinds: Sequence[str],
        layers: Sequence[QgsRasterLayer],
        above: Sequence[QgsVectorLayer],
    ) -> None:
        """Fill the legends with the categories of the maps and the layers above them.

        Maps of a kind share a headed legend; `layers`, one per kind, not drawn, hold entries.
        """
        headings = list(dict.fromkeys(kinds))
        self._legends += [self._add_legend(n) for n in range(2, len(headings) + 1)]
        for legend, heading, layer in zip(self._legends, headings, layers):
            own = [entries for entries, kind in zip(maps, kinds) if kind == heading]
            if hasattr(legend, "setSyncMode"):  # QGIS 4, where the other is deprecated
                legend.setSyncMode(Qgis.LegendSyncMode.Manual)
            else:
                legend.setAutoUpdateModel(False)  # type: ignore[deprecated]
            # The title spans all columns, so that they start at the same height.
            heading = heading if len(headings) > 1 else tr("Legend")
            note = tr("Share of the area shown, %")
            if len(own) > 1:
                note = tr("Share of the area shown, by map, %")
            legend.setTitle(f'{heading}\n<span style="font-weight: normal">{note}</span>')
            legend.setWrapString("\n")
            # Shares are on a line of their own, so that they remain if a name is cut off.
            entries = [
                replace(
                    entry,
                    name=escape_expressions(
                        f"{self._wrap_name(entry.name)}\n{format_shares(entry_shares(entry, own))}"
                    ),
                )
                for entry in merge_entries(own)
            ]
            layer.setRenderer(create_paletted_renderer(layer, 1, entries))
            root = legend.model().rootGroup()
            root.clear()
            node = root.addLayer(layer)
            QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
            # The first node is the band name.
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, len(entries) + 1)))
            legend.model().refreshLayerLegend(node)
        last = self._legends[-1]
        for overlay in above:
            node = last.model().rootGroup().addLayer(overlay)
            if node is not None:
                self._label_overlay(last, node, overlay)

    def list_legend_sizes(self) -> list[LegendSize]:
        """Return the sizes of the legends for each number of columns and font scale."""
        sizes: list[LegendSize] = []
        for letters in FONT_SCALES:
            self._set_font_scale(letters)
            own = [self._measure_legend(legend, letters) for legend in self._legends]
            sizes += combine_legend_sizes(own, MAX_COLUMNS)
        return sizes

    def _measure_legend(self, legend: QgsLayoutItemLegend, letters: float) -> list[LegendSize]:
        layers = legend.model().rootGroup().findLayers()
        entries = sum(len(legend.model().layerLegendNodes(node)) for node in layers)
        sizes = []
        for columns in range(1, min(entries, MAX_COLUMNS) + 1):
            legend.setColumnCount(columns)
            renderer = QgsLegendRenderer(legend.model(), legend.legendSettings())
            size = renderer.minimumSize(self._items.create_render_context())
            sizes.append(LegendSize(columns, size.width(), size.height(), letters))
        return sizes

    def place_legends(self, plan: SheetLayout) -> None:
        """Place the legends with the chosen columns and font scale."""
        self._set_font_scale(plan.size.letters)
        for legend, (x, y, columns) in zip(self._legends, plan.size.parts):
            legend.setColumnCount(columns)
            box = replace(plan.legend, x=plan.legend.x + x, y=plan.legend.y + y)
            self._items.place_item(legend, box)
            legend.adjustBoxSize()

    def _add_legend(self, position: int) -> QgsLayoutItemLegend:
        """Add a legend with the style of the first one."""
        first, layout = self._legends[0], self._items.layout
        legend = QgsLayoutItemLegend(layout)
        layout.addLayoutItem(legend)
        legend.setId(f"legend_{position}")
        for part in ("Symbol", *LEGEND_PARTS):
            legend.setStyle(getattr(QgsLegendStyle.Style, part), _get_legend_style(first, part))
        legend.setSymbolWidth(first.symbolWidth())
        legend.setSymbolHeight(first.symbolHeight())
        legend.setBoxSpace(first.boxSpace())
        legend.setColumnSpace(first.columnSpace())
        legend.setSplitLayer(first.splitLayer())
        legend.setBackgroundEnabled(first.hasBackground())
        legend.setRasterStrokeColor(first.rasterStrokeColor())
        legend.setRasterStrokeWidth(first.rasterStrokeWidth())
        return legend

    def _label_overlay(
        self, legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer, layer: QgsVectorLayer
    ) -> None:
        """Add a layer above the maps to the legend, with its name and those of its symbols."""
        model = legend.model()
        name, nodes = (
            escape_expressions(self._wrap_name(layer.name())),
            model.layerLegendNodes(node),
        )
        layer.setName(name)
        # A single symbol is labelled with the layer name; several are listed below it.
        styles = QgsLegendStyle.Style
        style = styles.Hidden if len(nodes) == 1 else styles.Subgroup
        QgsLegendRenderer.setNodeLegendStyle(node, style)
        for index, symbol in enumerate(nodes):
            label = str(symbol.data(Qt.ItemDataRole.DisplayRole) or "")
            label = name if len(nodes) == 1 else escape_expressions(self._wrap_name(label))
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, label)
        model.refreshLayerLegend(node)

    def _wrap_name(self, text: str) -> str:
        room = MAX_NAME_WIDTH_MM * self._items.letters
        text_format = self._items.scale_text_format(
            self._formats["SymbolLabel"], self._items.letters
        )
        return "\n".join(self._items.wrap_text(text_format, text, room, MAX_NAME_LINES)[0])

    def _set_font_scale(self, letters: float) -> None:
        """Scale the fonts of the legends relative to the template."""
        factor = letters * self._items.letters
        for legend in self._legends:
            # Entries have two or more lines: spacing keeps the lines of an entry together.
            style = _get_legend_style(legend, "Symbol")
            style.setMargin(QgsLegendStyle.Side.Top, ENTRY_SPACING_MM * factor)
            legend.setStyle(QgsLegendStyle.Style.Symbol, style)
            for part in LEGEND_PARTS:
                style = _get_legend_style(legend, part)
                style.setTextFormat(self._items.scale_text_format(self._formats[part], factor))
                legend.setStyle(getattr(QgsLegendStyle.Style, part), style)


def _get_text_format(legend: QgsLayoutItemLegend, part: str) -> QgsTextFormat:
    # Keep a reference to the style: its text format is deleted with it.
    style = _get_legend_style(legend, part)
    return QgsTextFormat(style.textFormat())


def _get_legend_style(legend: QgsLayoutItemLegend, part: str) -> QgsLegendStyle:
    return QgsLegendStyle(legend.style(getattr(QgsLegendStyle.Style, part)))
