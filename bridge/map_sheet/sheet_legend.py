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

from ...core.base.files import RESOURCES
from ...core.base.messages import DataError
from ...core.sheet.entries import Entry, share_words, shares_of, union
from ...core.sheet.plan import MOST_MAPS, PAPERS, Box, LegendSize, Plan, broken, together
from ...text import language, tr

TEMPLATE = RESOURCES / "layouts" / "zone_maps.qpt"
# A sheet in Chinese names the first font that is there, else the first: those that QGIS takes
# by itself may have the forms of other countries.
FAMILIES = {"zh_CN": ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC")}
MM = Qgis.LayoutUnit.Millimeters
# What makes QGIS put something else in the place of a text, in labels and legends.
CALCULATED = re.compile(r"(\[)(%)|(\$)(CURRENT_DATE)")

Item = TypeVar("Item", bound=QgsLayoutItem)


def literal(text: str) -> str:
    """What a label or a legend has to be given to draw a text as it stands.

    Names come from other people's files: none of them is calculated as an expression. The marks
    that begin one are written as expressions that give these very marks.
    """
    return CALCULATED.sub(
        lambda mark: "[% '{}' || '{}' %]".format(*filter(None, mark.groups())), text
    )


def numbered(name: str) -> list[str]:
    """The names of the items of which every map has one."""
    return [f"{name}_{index}" for index in range(1, MOST_MAPS + 1)]


class Items:
    """The template as a layout of a project, on a page of a width and height in millimetres.

    `letters`: how much larger than on A4 letters are.
    """

    def __init__(self, project: QgsProject, paper: str) -> None:
        self.width, self.height, self.letters = PAPERS[paper]
        # That of the template where it is ''.
        families = FAMILIES.get(language(), ("",))
        self._family = next(filter(QgsFontUtils.fontFamilyOnSystem, families), families[0])
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        document = QDomDocument()
        document.setContent(TEMPLATE.read_text(encoding="utf-8"))
        _, loaded = self.layout.loadFromTemplate(document, QgsReadWriteContext())
        if not loaded:
            raise DataError("The layout template cannot be read.")
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(self.width, self.height, MM))
        # Larger paper, larger letters.
        for name in ("title", "source", "projection", *numbered("map_title")):
            label = self.item(name, QgsLayoutItemLabel)
            label.setTextFormat(self.larger(label.textFormat(), self.letters))
        scale_bar = self.item("scale_bar", QgsLayoutItemScaleBar)
        scale_bar.setTextFormat(self.larger(scale_bar.textFormat(), self.letters))
        scale_bar.setHeight(scale_bar.height() * self.letters)

    def item(self, name: str, kind: type[Item]) -> Item:
        """The item of a name."""
        item = self.layout.itemById(name)
        if not isinstance(item, kind):
            raise DataError("The layout template cannot be read.")
        return item

    def put(self, item: QgsLayoutItem, box: Box) -> None:
        """Move an item into its place."""
        item.attemptMove(QgsLayoutPoint(box.x, box.y, MM))
        item.attemptResize(QgsLayoutSize(box.width, box.height, MM))

    def context(self) -> QgsRenderContext:
        """What sizes are measured in."""
        return QgsLayoutUtils.createRenderContextForLayout(self.layout, None)

    def fitted(
        self, text_format: QgsTextFormat, text: str, width: float, most_lines: int
    ) -> tuple[list[str], float]:
        """A text in lines that fit a width, and their height."""
        context = self.context()
        per_mm = context.scaleFactor()

        def width_of(line: str) -> float:
            return QgsTextRenderer.textWidth(context, text_format, [line]) / per_mm

        # Room for what a renderer rounds.
        lines = broken(text, width - 1.0, width_of, most_lines)
        high = QgsTextRenderer.textHeight(
            context, text_format, lines, Qgis.TextLayoutMode.Rectangle
        )
        return lines, high / per_mm + 1.0

    def larger(self, text_format: QgsTextFormat, factor: float) -> QgsTextFormat:
        """A text format with its letters so much larger, in the font of the sheet."""
        enlarged = QgsTextFormat(text_format)
        enlarged.setSize(text_format.size() * factor)
        if self._family:
            font = enlarged.font()
            font.setFamily(self._family)
            enlarged.setFont(font)
        return enlarged


# Names longer than this are broken into lines, in millimetres on A4.
NAME_WIDTH = 52.0
MOST_LINES = 3
MOST_COLUMNS = 6
ENTRY_SPACE = 3.6
# Where there is room the letters are larger.
LETTERS = (1.0, 1.15, 1.3)
PARTS = ("Title", "Group", "Subgroup", "SymbolLabel")


def paletted(
    layer: QgsRasterLayer, band: int, categories: Sequence[Entry]
) -> QgsPalettedRasterRenderer:
    """A renderer that draws these categories and nothing else."""
    return QgsPalettedRasterRenderer(
        layer.dataProvider(),
        band,
        [QgsPalettedRasterRenderer.Class(c.value, QColor(c.colour), c.name) for c in categories],
    )


class SheetLegend:
    """The legends of a layout, one for each kind of map, each under a heading."""

    def __init__(self, items: Items) -> None:
        self._items = items
        first = items.item("legend", QgsLayoutItemLegend)
        self._legends = [first]
        self._formats = {part: _format(first, part) for part in PARTS}
        self._formats["Title"].setAllowHtmlFormatting(True)
        first.setSymbolWidth(first.symbolWidth() * items.letters)
        first.setSymbolHeight(first.symbolHeight() * items.letters)
        self._write_in(LETTERS[0])

    def fill(
        self,
        maps: Sequence[Sequence[Entry]],
        kinds: Sequence[str],
        layers: Sequence[QgsRasterLayer],
        above: Sequence[QgsVectorLayer],
    ) -> None:
        """Have the legends list what the maps show, what lies above them, and nothing else.

        Maps of one kind have one legend, under these words. `layers` of the project, one for each
        kind, which nothing shows, carry the entries.
        """
        headings = list(dict.fromkeys(kinds))
        self._legends += [self._another(n) for n in range(2, len(headings) + 1)]
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
                    name=literal(
                        f"{self._lines(entry.name)}\n{share_words(shares_of(entry, own))}"
                    ),
                )
                for entry in union(own)
            ]
            layer.setRenderer(paletted(layer, 1, entries))
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
                self._list(last, node, overlay)

    def sizes(self) -> list[LegendSize]:
        """How large the legends are in any number of columns and in any of the letters."""
        sizes: list[LegendSize] = []
        for letters in LETTERS:
            self._write_in(letters)
            own = [self._sizes(legend, letters) for legend in self._legends]
            sizes += together(own, MOST_COLUMNS)
        return sizes

    def _sizes(self, legend: QgsLayoutItemLegend, letters: float) -> list[LegendSize]:
        layers = legend.model().rootGroup().findLayers()
        entries = sum(len(legend.model().layerLegendNodes(node)) for node in layers)
        sizes = []
        for columns in range(1, min(entries, MOST_COLUMNS) + 1):
            legend.setColumnCount(columns)
            renderer = QgsLegendRenderer(legend.model(), legend.legendSettings())
            size = renderer.minimumSize(self._items.context())
            sizes.append(LegendSize(columns, size.width(), size.height(), letters))
        return sizes

    def lay_out(self, plan: Plan) -> None:
        """Put the legends where they belong, in the columns and letters that were chosen."""
        self._write_in(plan.size.letters)
        for legend, (x, y, columns) in zip(self._legends, plan.size.parts):
            legend.setColumnCount(columns)
            box = replace(plan.legend, x=plan.legend.x + x, y=plan.legend.y + y)
            self._items.put(legend, box)
            legend.adjustBoxSize()

    def _another(self, position: int) -> QgsLayoutItemLegend:
        """One more legend, which looks as the first."""
        first, layout = self._legends[0], self._items.layout
        legend = QgsLayoutItemLegend(layout)
        layout.addLayoutItem(legend)
        legend.setId(f"legend_{position}")
        for part in ("Symbol", *PARTS):
            legend.setStyle(getattr(QgsLegendStyle.Style, part), _style(first, part))
        legend.setSymbolWidth(first.symbolWidth())
        legend.setSymbolHeight(first.symbolHeight())
        legend.setBoxSpace(first.boxSpace())
        legend.setColumnSpace(first.columnSpace())
        legend.setSplitLayer(first.splitLayer())
        legend.setBackgroundEnabled(first.hasBackground())
        legend.setRasterStrokeColor(first.rasterStrokeColor())
        legend.setRasterStrokeWidth(first.rasterStrokeWidth())
        return legend

    def _list(
        self, legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer, layer: QgsVectorLayer
    ) -> None:
        """A layer that lies over the maps, under its own name and those of its symbols."""
        model = legend.model()
        name, nodes = literal(self._lines(layer.name())), model.layerLegendNodes(node)
        layer.setName(name)
        # One symbol stands for the layer; several stand under its name.
        styles = QgsLegendStyle.Style
        style = styles.Hidden if len(nodes) == 1 else styles.Subgroup
        QgsLegendRenderer.setNodeLegendStyle(node, style)
        for index, symbol in enumerate(nodes):
            label = str(symbol.data(Qt.ItemDataRole.DisplayRole) or "")
            label = name if len(nodes) == 1 else literal(self._lines(label))
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, label)
        model.refreshLayerLegend(node)

    def _lines(self, text: str) -> str:
        room = NAME_WIDTH * self._items.letters
        text_format = self._items.larger(self._formats["SymbolLabel"], self._items.letters)
        return "\n".join(self._items.fitted(text_format, text, room, MOST_LINES)[0])

    def _write_in(self, letters: float) -> None:
        """Set the legends in letters so much larger than those of the template."""
        factor = letters * self._items.letters
        for legend in self._legends:
            # An entry has two lines or more: what belongs together stands together.
            style = _style(legend, "Symbol")
            style.setMargin(QgsLegendStyle.Side.Top, ENTRY_SPACE * factor)
            legend.setStyle(QgsLegendStyle.Style.Symbol, style)
            for part in PARTS:
                style = _style(legend, part)
                style.setTextFormat(self._items.larger(self._formats[part], factor))
                legend.setStyle(getattr(QgsLegendStyle.Style, part), style)


def _format(legend: QgsLayoutItemLegend, part: str) -> QgsTextFormat:
    # Held by a name, because the text format lives only as long as the style that has it.
    style = _style(legend, part)
    return QgsTextFormat(style.textFormat())


def _style(legend: QgsLayoutItemLegend, part: str) -> QgsLegendStyle:
    return QgsLegendStyle(legend.style(getattr(QgsLegendStyle.Style, part)))
