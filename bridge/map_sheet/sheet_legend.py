"""The items of the sheet's layout, its legends, and texts that are fitted into them."""

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
# A sheet in Chinese names the first font that is there, else the first: those that QGIS takes
# by itself may have the forms of other countries.
FONT_FAMILIES = {"zh_CN": ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC")}
MM = Qgis.LayoutUnit.Millimeters
# What makes QGIS put something else in the place of a text, in labels and legends.
EXPRESSION_PATTERN = re.compile(r"(\[)(%)|(\$)(CURRENT_DATE)")

ItemT = TypeVar("ItemT", bound=QgsLayoutItem)


def escape_expressions(text: str) -> str:
    """What a label or a legend has to be given to draw a text as it stands.

    Names come from other people's files: none of them is calculated as an expression. The marks
    that begin one are written as expressions that give these very marks.
    """
    return EXPRESSION_PATTERN.sub(
        lambda mark: "[% '{}' || '{}' %]".format(*filter(None, mark.groups())), text
    )


def list_item_ids(name: str) -> list[str]:
    """The names of the items of which every map has one."""
    return [f"{name}_{index}" for index in range(1, MAX_MAPS + 1)]


class LayoutItems:
    """The template as a layout of a project, on a page of a width and height in millimetres.

    `letters`: how much larger than on A4 letters are.
    """

    def __init__(self, project: QgsProject, paper: str) -> None:
        self.width, self.height, self.letters = PAPER_SIZES[paper]
        # That of the template where it is ''.
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
        # Larger paper, larger letters.
        for name in ("title", "source", "projection", *list_item_ids("map_title")):
            label = self.get_item(name, QgsLayoutItemLabel)
            label.setTextFormat(self.scale_text_format(label.textFormat(), self.letters))
        scale_bar = self.get_item("scale_bar", QgsLayoutItemScaleBar)
        scale_bar.setTextFormat(self.scale_text_format(scale_bar.textFormat(), self.letters))
        scale_bar.setHeight(scale_bar.height() * self.letters)

    def get_item(self, name: str, kind: type[ItemT]) -> ItemT:
        """The item of a name."""
        item = self.layout.itemById(name)
        if not isinstance(item, kind):
            raise DataError("The layout template cannot be read.")
        return item

    def place_item(self, item: QgsLayoutItem, box: Box) -> None:
        """Move an item into its place."""
        item.attemptMove(QgsLayoutPoint(box.x, box.y, MM))
        item.attemptResize(QgsLayoutSize(box.width, box.height, MM))

    def create_render_context(self) -> QgsRenderContext:
        """What sizes are measured in."""
        return QgsLayoutUtils.createRenderContextForLayout(self.layout, None)

    def wrap_text(
        self, text_format: QgsTextFormat, text: str, width: float, most_lines: int
    ) -> tuple[list[str], float]:
        """A text in lines that fit a width, and their height."""
        context = self.create_render_context()
        per_mm = context.scaleFactor()

        def width_of(line: str) -> float:
            return QgsTextRenderer.textWidth(context, text_format, [line]) / per_mm

        # Room for what a renderer rounds.
        lines = wrap_text(text, width - 1.0, width_of, most_lines)
        high = QgsTextRenderer.textHeight(
            context, text_format, lines, Qgis.TextLayoutMode.Rectangle
        )
        return lines, high / per_mm + 1.0

    def scale_text_format(self, text_format: QgsTextFormat, factor: float) -> QgsTextFormat:
        """A text format with its letters so much larger, in the font of the sheet."""
        enlarged = QgsTextFormat(text_format)
        enlarged.setSize(text_format.size() * factor)
        if self._family:
            font = enlarged.font()
            font.setFamily(self._family)
            enlarged.setFont(font)
        return enlarged


# Names longer than this are broken into lines, in millimetres on A4.
MAX_NAME_WIDTH_MM = 52.0
MAX_NAME_LINES = 3
MAX_COLUMNS = 6
ENTRY_SPACING_MM = 3.6
# Where there is room the letters are larger.
FONT_SCALES = (1.0, 1.15, 1.3)
LEGEND_PARTS = ("Title", "Group", "Subgroup", "SymbolLabel")


def create_paletted_renderer(
    layer: QgsRasterLayer, band: int, categories: Sequence[LegendEntry]
) -> QgsPalettedRasterRenderer:
    """A renderer that draws these categories and nothing else."""
    return QgsPalettedRasterRenderer(
        layer.dataProvider(),
        band,
        [QgsPalettedRasterRenderer.Class(c.value, QColor(c.colour), c.name) for c in categories],
    )


class SheetLegend:
    """The legends of a layout, one for each kind of map, each under a heading."""

    def __init__(self, items: LayoutItems) -> None:
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
        """Have the legends list what the maps show, what lies above them, and nothing else.

        Maps of one kind have one legend, under these words. `layers` of the project, one for each
        kind, which nothing shows, carry the entries.
        """
        headings = list(dict.fromkeys(kinds))
        self._legends += [self._add_legend(n) for n in range(2, len(headings) + 1)]
        for legend, heading, layer in zip(self._legends, headings, layers):
            own = [entries for entries, kind in zip(maps, kinds) if kind == heading]
            if hasattr(legend, "setSyncMode"):  # QGIS 4, where the other is deprecated
                legend.setSyncMode(Qgis.LegendSyncMode.Manual)
            else:
                legend.setAutoUpdateModel(False)  # type: ignore[deprecated]
            # What stands in the title stands above all columns, which then begin level.
            heading = heading if len(headings) > 1 else tr("Legend")
            note = tr("Share of the area shown, %")
            if len(own) > 1:
                note = tr("Share of the area shown, by map, %")
            legend.setTitle(f'{heading}\n<span style="font-weight: normal">{note}</span>')
            legend.setWrapString("\n")
            # In lines each by itself: a name that is cut off does not take its shares with it.
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
            # The first node is the name of the band.
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, len(entries) + 1)))
            legend.model().refreshLayerLegend(node)
        last = self._legends[-1]
        for overlay in above:
            node = last.model().rootGroup().addLayer(overlay)
            if node is not None:
                self._label_overlay(last, node, overlay)

    def list_legend_sizes(self) -> list[LegendSize]:
        """How large the legends are in any number of columns and in any of the letters."""
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
        """Put the legends where they belong, in the columns and letters that were chosen."""
        self._set_font_scale(plan.size.letters)
        for legend, (x, y, columns) in zip(self._legends, plan.size.parts):
            legend.setColumnCount(columns)
            box = replace(plan.legend, x=plan.legend.x + x, y=plan.legend.y + y)
            self._items.place_item(legend, box)
            legend.adjustBoxSize()

    def _add_legend(self, position: int) -> QgsLayoutItemLegend:
        """One more legend, which looks as the first."""
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
        """A layer that lies over the maps, under its own name and those of its symbols."""
        model = legend.model()
        name, nodes = (
            escape_expressions(self._wrap_name(layer.name())),
            model.layerLegendNodes(node),
        )
        layer.setName(name)
        # One symbol stands for the layer; several stand under its name.
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
        """Set the legends in letters so much larger than those of the template."""
        factor = letters * self._items.letters
        for legend in self._legends:
            # An entry has two lines or more: what belongs together stands together.
            style = _get_legend_style(legend, "Symbol")
            style.setMargin(QgsLegendStyle.Side.Top, ENTRY_SPACING_MM * factor)
            legend.setStyle(QgsLegendStyle.Style.Symbol, style)
            for part in LEGEND_PARTS:
                style = _get_legend_style(legend, part)
                style.setTextFormat(self._items.scale_text_format(self._formats[part], factor))
                legend.setStyle(getattr(QgsLegendStyle.Style, part), style)


def _get_text_format(legend: QgsLayoutItemLegend, part: str) -> QgsTextFormat:
    # Held by a name, because the text format lives only as long as the style that has it.
    style = _get_legend_style(legend, part)
    return QgsTextFormat(style.textFormat())


def _get_legend_style(legend: QgsLayoutItemLegend, part: str) -> QgsLegendStyle:
    return QgsLegendStyle(legend.style(getattr(QgsLegendStyle.Style, part)))
