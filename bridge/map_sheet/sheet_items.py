"""The items of the sheet's layout, and texts that are fitted into them."""

from __future__ import annotations

import re
from typing import TypeVar

from qgis.core import (
    Qgis,
    QgsFontUtils,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsTextFormat,
    QgsTextRenderer,
)
from qgis.PyQt.QtXml import QDomDocument

from ...core.base.messages import DataError
from ...core.base.paths import RESOURCES
from ...core.sheet.lines import broken
from ...core.sheet.plan import MOST_MAPS, PAPERS, Box
from ...text import language

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


def family_for(language: str) -> str:
    """The font family that a sheet in a language names; '' for that of the template."""
    families = FAMILIES.get(language, ("",))
    return next(filter(QgsFontUtils.fontFamilyOnSystem, families), families[0])


def numbered(name: str) -> list[str]:
    """The names of the items of which every map has one."""
    return [f"{name}_{index}" for index in range(1, MOST_MAPS + 1)]


class Items:
    """The template as a layout of a project, on paper of a size.

    Attributes:
        layout: the layout; it has to go before its project goes.
        width, height: of the page, in millimetres.
        letters: how much larger than on A4 letters are.
    """

    def __init__(self, project: QgsProject, paper: str) -> None:
        self.width, self.height, self.letters = PAPERS[paper]
        self._family = family_for(language())
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        document = QDomDocument()
        document.setContent(TEMPLATE.read_text(encoding="utf-8"))
        _, loaded = self.layout.loadFromTemplate(document, QgsReadWriteContext())
        if not loaded:
            raise DataError("The layout template cannot be read.")
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(self.width, self.height, MM))
        self._magnify()

    def item(self, name: str, kind: type[Item]) -> Item:
        """The item of a name."""
        item = self.layout.itemById(name)
        if not isinstance(item, kind):
            raise DataError("The layout template has no item '{name}'.", name=name)
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

    def _magnify(self) -> None:
        """Larger paper, larger letters."""
        for name in ("title", "source", "projection", *numbered("map_title")):
            label = self.item(name, QgsLayoutItemLabel)
            label.setTextFormat(self.larger(label.textFormat(), self.letters))
        scale_bar = self.item("scale_bar", QgsLayoutItemScaleBar)
        scale_bar.setTextFormat(self.larger(scale_bar.textFormat(), self.letters))
        scale_bar.setHeight(scale_bar.height() * self.letters)
