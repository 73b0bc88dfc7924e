"""The legends of the sheet: what the maps show, with its shares, and what lies over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import (
    QgsLayerTreeLayer,
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
from ...core.sheet.plan import LegendSize, Plan, together
from ...text import tr
from .sheet_items import Items, literal

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
        """Have the legends list these and nothing else.

        Args:
            maps: what each map shows.
            kinds: what each is; those of one kind have one legend, under these words.
            layers: of the project, one for each kind, which nothing shows; they carry the entries.
            above: what lies over the maps.
        """
        headings = list(dict.fromkeys(kinds))
        self._legends += [self._another(n) for n in range(2, len(headings) + 1)]
        for legend, heading, layer in zip(self._legends, headings, layers):
            own = [entries for entries, kind in zip(maps, kinds) if kind == heading]
            legend.setAutoUpdateModel(False)
            # What stands in the title stands above all columns, which then begin level.
            heading = heading if len(headings) > 1 else tr("Legend")
            note = tr("Share of the land shown, %")
            if len(own) > 1:
                note = tr("Shares of the land shown, map by map, %")
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
