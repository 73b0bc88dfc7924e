"""Bar charts on a sheet of a workbook, with references to its cells.

See ECMA-376, Office Open XML, Part 1: DrawingML, charts (21.2) and their anchors
(20.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .cell_styles import XML_DECLARATION

DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006"
# Hundredths of a point.
TITLE_SIZE, TEXT_SIZE = 1200, 900


@dataclass(frozen=True)
class BarSeries:
    """Series of bars of one colour: cell of the name, cells of the values, #rrggbb."""

    name: str
    values: str
    colour: str


@dataclass(frozen=True)
class BarChart:
    """Stacked bar chart, with a bar for each name.

    Attributes:
        axis: title of the value axis.
        names: cells of the bar names, such as Summary!$B$5:$E$5.
        lying: whether the bars are horizontal, the first on top.
        most: maximum of the value axis, which starts at 0; None: automatic.
        corners: columns and rows, from 0, of the upper left corner and of the cell below
            the lower right one.
    """

    title: str
    axis: str
    names: str
    bars: Sequence[BarSeries]
    lying: bool
    most: float | None
    corners: tuple[tuple[int, int], tuple[int, int]]


def chart_xml(chart: BarChart) -> str:
    """Return the XML part of a chart."""
    series = "".join(_series_xml(index, bars, chart.names) for index, bars in enumerate(chart.bars))
    # With horizontal bars, the category axis is on the left, in reverse order.
    below, beside, order = ("l", "b", "maxMin") if chart.lying else ("b", "l", "minMax")
    most = f'<c:max val="{chart.most:g}"/>' if chart.most is not None else ""
    return (
        f'{XML_DECLARATION}<c:chartSpace xmlns:c="{DRAWING_NAMESPACE}/chart" '
        f'xmlns:a="{DRAWING_NAMESPACE}/main">'
        f'<c:roundedCorners val="0"/><c:chart>{_title_xml(chart.title, TITLE_SIZE)}'
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="{"bar" if chart.lying else "col"}"/>'
        f'<c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="50"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/>'
        f'</c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{below}"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling>'
        f'<c:orientation val="minMax"/>{most}<c:min val="0"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{beside}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        f'{_title_xml(chart.axis, TEXT_SIZE)}<c:numFmt formatCode="#,##0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="1"/><c:crosses val="{"max" if chart.lying else "autoZero"}"/></c:valAx>'
        '</c:plotArea><c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr>'
        f'<a:defRPr sz="{TEXT_SIZE}"/></a:pPr><a:endParaRPr/></a:p></c:txPr></c:chartSpace>'
    )


def _title_xml(text: str, size: int) -> str:
    bold = int(size == TITLE_SIZE)
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>"
        f'<a:defRPr sz="{size}" b="{bold}"/></a:pPr><a:r><a:rPr sz="{size}" b="{bold}"/>'
        f"<a:t>{escape(text, quote=False)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _series_xml(index: int, bars: BarSeries, names: str) -> str:
    name, values, names = (escape(ref, quote=False) for ref in (bars.name, bars.values, names))
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{name}'
        "</c:f></c:strRef></c:tx><c:spPr><a:solidFill>"
        f'<a:srgbClr val="{bars.colour[1:].upper()}"/></a:solidFill></c:spPr>'
        f'<c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>{names}</c:f></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{values}</c:f></c:numRef></c:val></c:ser>"
    )


def drawing_xml(charts: Sequence[BarChart], relations: str) -> str:
    """Return the XML part that places charts on a sheet, the first with the relation rId1."""
    frames = []
    for index, chart in enumerate(charts, 1):
        ends = "".join(
            f"<xdr:{end}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{end}>"
            for end, (column, row) in zip(("from", "to"), chart.corners)
        )
        frames.append(
            f"<xdr:twoCellAnchor>{ends}<xdr:graphicFrame><xdr:nvGraphicFramePr>"
            f'<xdr:cNvPr id="{index + 1}" name="{index}" descr="{escape(chart.title)}"/>'
            "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>"
            '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
            f'<a:graphicData uri="{DRAWING_NAMESPACE}/chart">'
            f'<c:chart xmlns:c="{DRAWING_NAMESPACE}/chart" '
            f'r:id="rId{index}"/></a:graphicData></a:graphic></xdr:graphicFrame>'
            "<xdr:clientData/></xdr:twoCellAnchor>"
        )
    return (
        f'{XML_DECLARATION}<xdr:wsDr xmlns:xdr="{DRAWING_NAMESPACE}/spreadsheetDrawing" '
        f'xmlns:a="{DRAWING_NAMESPACE}/main" '
        f'xmlns:r="{relations}">{"".join(frames)}</xdr:wsDr>'
    )
