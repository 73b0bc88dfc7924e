"""What a raster says of its own values: names and colours, as GDAL reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from osgeo import gdal

from ..base.colours import hex_colour
from ..base.lists import one_line
from ..base.messages import Term

# No raster holds a code that is longer than 64 bits.
LARGEST_CODE = 2.0**64


@dataclass
class Legend:
    """What a raster says of its own values: names and colours by value, and where from.

    `band` is the one that they were made for, where that is known.
    """

    names: dict[int, str] = field(default_factory=dict)
    colours: dict[int, str] = field(default_factory=dict)
    source: str = ""
    band: int | None = None


def read_legend(band: gdal.Band) -> Legend:
    """Names and colours that a GDAL band carries: attribute table, else category names."""
    legend, palette = Legend(), band.GetColorTable()
    if palette is not None:
        entries = (palette.GetColorEntry(value) for value in range(palette.GetCount()))
        legend.colours = {value: hex_colour(*entry[:3]) for value, entry in enumerate(entries)}
    table = band.GetDefaultRAT()
    if table is not None:
        legend.names, colours = _attribute_table(table)
        legend.colours.update(colours)
        legend.source = Term("raster attribute table")
    if not legend.names:
        names = map(one_line, band.GetCategoryNames() or [])
        legend.names = {value: name for value, name in enumerate(names) if name}
        legend.source = Term("category names") if legend.names else ""
    return legend


def _attribute_table(table: gdal.RasterAttributeTable) -> tuple[dict[int, str], dict[int, str]]:
    """Names and colours by value; none where the rows stand for ranges of values."""
    columns = range(table.GetColumnCount())
    by_usage = {table.GetUsageOfCol(column): column for column in reversed(columns)}
    by_name = {table.GetNameOfCol(column).strip().lower(): column for column in reversed(columns)}
    values = _row_values(table, by_usage, by_name)
    names, colours = {}, {}
    name = by_usage.get(gdal.GFU_Name)
    if name is None:
        texts = [c for c in columns if table.GetTypeOfCol(c) == gdal.GFT_String]
        likely = [by_name.get(n) for n in ("class", "class_name", "name", "label")]
        name = next(iter([c for c in likely if c in texts] + texts), None)
    if name is not None:
        names = {value: one_line(table.GetValueAsString(row, name)) for row, value in values}
        names = {value: text for value, text in names.items() if text}
    usages = (gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue)
    channels = [by_usage[usage] for usage in usages if usage in by_usage]
    if len(channels) == len(usages):
        for row, value in values:
            rgb = (table.GetValueAsInt(row, column) for column in channels)
            colours[value] = hex_colour(*(max(0, min(255, channel)) for channel in rgb))
    return names, colours


def _row_values(
    table: gdal.RasterAttributeTable, by_usage: dict[int, int], by_name: dict[str, int]
) -> list[tuple[int, int]]:
    """Row and raster value of an attribute table's rows; what is no whole number is no class."""
    rows = range(table.GetRowCount())
    column = by_usage.get(gdal.GFU_MinMax, by_name.get("value"))
    if column is not None:
        return _whole((row, table.GetValueAsDouble(row, column)) for row in rows)
    low, high = by_usage.get(gdal.GFU_Min), by_usage.get(gdal.GFU_Max)
    if low is not None:
        values = [(row, table.GetValueAsDouble(row, low)) for row in rows]
        if high is not None and any(v != table.GetValueAsDouble(r, high) for r, v in values):
            return []
        return _whole(values)
    # Without a column of values a row's index is its value, as ERDAS and ArcGIS write it.
    binned, first, step = table.GetLinearBinning()
    if not binned:
        first, step = 0, 1
    return [(row, int(first + row * step)) for row in rows] if step == 1 else []


def _whole(values: Iterable[tuple[int, float]]) -> list[tuple[int, int]]:
    return [
        (row, int(value))
        for row, value in values
        if value.is_integer() and abs(value) < LARGEST_CODE
    ]
