"""A style that QGIS finds beside a raster of measured values: a ramp between two ends."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..base.drafts import Drafts, writing

# Says that a style is of our making, and may be replaced with its raster: what was styled by hand
# and saved by QGIS lacks it.
MARK = "<!-- Carbon Zones -->"
STYLE = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
{mark}
<qgis styleCategories="Symbology" version="3.40">
 <pipe>
  <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" \
classificationMin="{low!r}" classificationMax="{high!r}">
   <rastershader>
    <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" \
minimumValue="{low!r}" maximumValue="{high!r}" labelPrecision="6">
{items}
     <rampLegendSettings useContinuousLegend="1" orientation="2" direction="0" \
minimumLabel="" maximumLabel="" prefix="" suffix="{unit}"/>
    </colorrampshader>
   </rastershader>
  </rasterrenderer>
 </pipe>
</qgis>
"""
ITEM = '     <item value="{value!r}" label="{value:g}{unit}" color="{colour}" alpha="255"/>'


def write_ramp_style(
    raster: Path, drafts: Drafts, stops: Sequence[tuple[float, str]], unit: str
) -> None:
    """Write the style beside a raster, unless somebody has saved his own there.

    Args:
        stops: values and colours, from the lowest value to the highest.
        unit: of the values, for the legend.
    """
    path, unit = raster.with_suffix(".qml"), escape(f" {unit}")
    with writing(path):
        if path.is_file() and MARK not in path.read_text(encoding="utf-8", errors="replace"):
            return
        items = "\n".join(ITEM.format(value=v, colour=colour, unit=unit) for v, colour in stops)
        ends = {"low": stops[0][0], "high": stops[-1][0]}
        text = STYLE.format(mark=MARK, items=items, unit=unit, **ends)
        drafts.path(path).write_text(text, encoding="utf-8")
