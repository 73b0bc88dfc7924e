"""The legend of the sheet: what the maps show, with its shares, and what lies over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLayerTreeModelLegendNode,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...core.sheet.entries import Entry, share_words, shares_of, union
from ...core.sheet.plan import LegendSize, Plan
from ...text import tr
from .sheet_items import Items, literal

# Names longer than this are broken into lines, in millimetres on A4.
NAME_WIDTH = 52.0
MOST_LINES = 3
MOST_COLUMNS = 6
ENTRY_SPACE = 3.2
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
    """The legend of a layout."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._item = items.item("legend", QgsLayoutItemLegend)
        self._formats = {part: self._format(part) for part in PARTS}
        # What is said of the entries stands in their letters.
        self._formats["Subgroup"] = QgsTextFormat(self._formats["SymbolLabel"])
        self._item.setSymbolWidth(self._item.symbolWidth() * items.letters)
        self._item.setSymbolHeight(self._item.symbolHeight() * items.letters)
        # An entry has two lines or more: what belongs together stands together.
        style = self._style("Symbol")
        style.setMargin(QgsLegendStyle.Side.Top, ENTRY_SPACE * items.letters)
        self._item.setStyle(QgsLegendStyle.Style.Symbol, style)
        self._write_in(LETTERS[0])

    def fill(
        self,
        maps: Sequence[Sequence[Entry]],
        layer: QgsRasterLayer,
        above: Sequence[QgsVectorLayer],
    ) -> None:
        """Have the legend list these and nothing else.

        Args:
            maps: what each map shows.
            layer: a layer of the project that nothing shows; it carries the entries.
            above: what lies over the maps.

        Raises:
            core.messages.DataError: the maps show more than a legend can.
        """
        item = self._item
        item.setAutoUpdateModel(False)
        item.setTitle(tr("Legend"))
        item.setWrapString("\n")
        entries = [self._labelled(entry, maps) for entry in union(maps)]
        layer.setRenderer(paletted(layer, 1, entries))
        layer.setName(literal(self._lines(self._note(len(maps)))))
        root = item.model().rootGroup()
        root.clear()
        node = root.addLayer(layer)
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Subgroup)
        # The first node is the name of the band.
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, len(entries) + 1)))
        item.model().refreshLayerLegend(node)
        for overlay in above:
            node = root.addLayer(overlay)
            if node is not None:
                self._list(node, overlay)

    def sizes(self) -> list[LegendSize]:
        """How large the legend is in any number of columns and in any of the letters."""
        sizes = []
        layers = self._item.model().rootGroup().findLayers()
        entries = sum(len(self._nodes(node)) for node in layers)
        for letters in LETTERS:
            self._write_in(letters)
            for columns in range(1, min(entries, MOST_COLUMNS) + 1):
                self._item.setColumnCount(columns)
                renderer = QgsLegendRenderer(self._item.model(), self._item.legendSettings())
                size = renderer.minimumSize(self._items.context())
                sizes.append(LegendSize(columns, size.width(), size.height(), letters))
        return sizes

    def place(self, plan: Plan) -> None:
        """Put the legend where it belongs, in the columns and letters that were chosen."""
        self._write_in(plan.size.letters)
        self._item.setColumnCount(plan.size.columns)
        self._items.put(self._item, plan.legend)
        self._item.adjustBoxSize()

    def _note(self, maps: int) -> str:
        if maps == 1:
            return tr("Share of the land shown, %")
        return tr("Shares of the land shown, map by map, %")

    def _labelled(self, entry: Entry, maps: Sequence[Sequence[Entry]]) -> Entry:
        """The entry under its name and shares, in lines."""
        # Each by itself: a name that is cut off does not take its shares with it.
        words = share_words(shares_of(entry, maps))
        return replace(entry, name=literal(f"{self._lines(entry.name)}\n{words}"))

    def _list(self, node: QgsLayerTreeLayer, layer: QgsVectorLayer) -> None:
        """A layer that lies over the maps, under its own name and those of its symbols."""
        name, nodes = literal(self._lines(layer.name())), self._nodes(node)
        layer.setName(name)
        # One symbol stands for the layer; several stand under its name.
        styles = QgsLegendStyle.Style
        style = styles.Hidden if len(nodes) == 1 else styles.Subgroup
        QgsLegendRenderer.setNodeLegendStyle(node, style)
        for number, one in enumerate(nodes):
            label = str(one.data(Qt.ItemDataRole.DisplayRole) or "")
            label = name if len(nodes) == 1 else literal(self._lines(label))
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, number, label)
        self._item.model().refreshLayerLegend(node)

    def _lines(self, text: str) -> str:
        room = NAME_WIDTH * self._items.letters
        text_format = self._items.larger(self._formats["SymbolLabel"], self._items.letters)
        return "\n".join(self._items.fitted(text_format, text, room, MOST_LINES)[0])

    def _nodes(self, node: QgsLayerTreeLayer) -> list[QgsLayerTreeModelLegendNode]:
        model = self._item.model()
        return model.layerLegendNodes(node)

    def _style(self, part: str) -> QgsLegendStyle:
        return QgsLegendStyle(self._item.style(getattr(QgsLegendStyle.Style, part)))

    def _format(self, part: str) -> QgsTextFormat:
        # Held by a name, because the text format lives only as long as the style that has it.
        style = self._style(part)
        return QgsTextFormat(style.textFormat())

    def _write_in(self, letters: float) -> None:
        """Set the legend in letters so much larger than those of the template."""
        for part in PARTS:
            style = self._style(part)
            factor = letters * self._items.letters
            style.setTextFormat(self._items.larger(self._formats[part], factor))
            self._item.setStyle(getattr(QgsLegendStyle.Style, part), style)
