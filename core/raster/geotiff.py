"""Raster outputs: single-band GeoTIFFs with colours, category names and attribute table.

A QGIS style file with a colour ramp can be written beside a raster of continuous
values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal, gdal_array

from ..base.colours import hex_to_rgb
from ..base.drafts import (
    Drafts,
    convert_raster_errors,
    convert_write_errors,
    incomplete_raster_error,
)
from .grid import Grid, Window
from .source import check_replaceable_files

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

# Name and GDAL type (GFT_...) of an additional attribute table column.
RatColumn = tuple[str, int]

# Default tile size of GDAL.
TILE_SIZE = 256

# Level 1 is several times faster than the default 6, with hardly larger files for patchy data.
CREATION_OPTIONS = ("TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER")

# GDAL category names are a list from 0, which would be huge for conversion codes.
MAX_CATEGORY_VALUE = 255
# Largest integer of an attribute table, and largest one exact in doubles.
MAX_RAT_INTEGER = 2**31 - 1
MAX_EXACT_INTEGER = 2**53

# Marks styles written by the plugin, which are replaced with their raster; styles saved by the user
# lack it.
STYLE_MARKER = "<!-- Carbon Zones -->"
QML_TEMPLATE = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
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
QML_ITEM_TEMPLATE = (
    '     <item value="{value!r}" label="{value:g}{unit}" color="{colour}" alpha="255"/>'
)


@dataclass(frozen=True)
class RasterCategory:
    """Row of a raster legend: `value` in the band's data type; `extra` attribute columns."""

    value: float
    name: str
    colour: str
    cells: int
    hectares: float
    extra: tuple[str | float, ...] = ()


class GeoTiffWriter:
    """A single-band GeoTIFF of a window, written block by block and staged by `drafts`.

    `colours` are by value (8 and 16 bits only), `metadata` is text by name.
    """

    def __init__(
        self,
        path: str | Path,
        drafts: Drafts,
        grid: Grid,
        window: Window,
        dtype: DTypeLike,
        nodata: float,
        description: str = "",
        colours: Mapping[int, str] | None = None,
        metadata: Mapping[str, str] | None = None,
    ):
        self.path = Path(path)
        self.nodata = nodata
        self._draft = drafts.draft_path(path)
        if drafts.is_staged_folder(self.path.parent):
            check_replaceable_files([self.path])
        self._window = window
        code = gdal_array.NumericTypeCodeToGDALTypeCode(np.dtype(dtype))
        target = (str(self._draft), window.width, window.height, 1, code, list(CREATION_OPTIONS))
        with gdal.ExceptionMgr(useExceptions=True):
            with convert_raster_errors(path):
                self._dataset = gdal.GetDriverByName("GTiff").Create(*target)
            drafts.register_cleanup(self._release_dataset)
            self._dataset.SetGeoTransform(grid.window_geotransform(window))
            self._dataset.SetProjection(grid.crs)
            self._band = self._dataset.GetRasterBand(1)
            self._band.SetNoDataValue(nodata)
            self._band.SetDescription(description)
            if colours:
                table = gdal.ColorTable()
                for value, colour in colours.items():
                    table.SetColorEntry(value, (*hex_to_rgb(colour), 255))
                self._band.SetColorTable(table)
                self._band.SetColorInterpretation(gdal.GCI_PaletteIndex)
            if metadata:
                self._dataset.SetMetadata(dict(metadata))

    def _release_dataset(self) -> None:
        # A discarded dataset may fail to be written, such as on a full disk.
        with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
            self._band = self._dataset = None

    def write_window(self, window: Window, values: NDArray[np.generic]) -> None:
        """Write the values (height, width) of a window of the grid."""
        rows, columns = window.to_slices(self._window)
        with convert_raster_errors(self.path), gdal.ExceptionMgr(useExceptions=True):
            self._band.WriteArray(values, columns.start, rows.start)

    def set_categories(
        self, categories: list[RasterCategory], extra_columns: tuple[RatColumn, ...] = ()
    ) -> None:
        """Set names (integers to MAX_CATEGORY_VALUE), attribute rows (to MAX_EXACT_INTEGER)."""
        fractional = self._band.DataType in (gdal.GDT_Float32, gdal.GDT_Float64)
        categories = [c for c in categories if abs(c.value) <= MAX_EXACT_INTEGER]
        # Integer columns have 32 bits.
        is_real = fractional or any(abs(c.value) > MAX_RAT_INTEGER for c in categories)
        columns = (
            ("Value", gdal.GFT_Real if is_real else gdal.GFT_Integer, gdal.GFU_MinMax),
            ("Name", gdal.GFT_String, gdal.GFU_Name),
            ("Cells", gdal.GFT_Real, gdal.GFU_PixelCount),
            ("Hectares", gdal.GFT_Real, gdal.GFU_Generic),
            ("Red", gdal.GFT_Integer, gdal.GFU_Red),
            ("Green", gdal.GFT_Integer, gdal.GFU_Green),
            ("Blue", gdal.GFT_Integer, gdal.GFU_Blue),
            *((name, kind, gdal.GFU_Generic) for name, kind in extra_columns),
        )
        setters = {
            gdal.GFT_Integer: "AsInt",
            gdal.GFT_Real: "AsDouble",
            gdal.GFT_String: "AsString",
        }
        with gdal.ExceptionMgr(useExceptions=True):
            table = gdal.RasterAttributeTable()
            table.SetTableType(gdal.GRTT_THEMATIC)
            for column in columns:
                table.CreateColumn(*column)
            table.SetRowCount(len(categories))
            for row, c in enumerate(categories):
                cells = (c.value, c.name, c.cells, c.hectares, *hex_to_rgb(c.colour), *c.extra)
                for column_index, ((_, kind, _), cell) in enumerate(zip(columns, cells)):
                    getattr(table, f"SetValue{setters[kind]}")(row, column_index, cell)
            self._band.SetDefaultRAT(table)
            largest = max((c.value for c in categories), default=0)
            if largest <= MAX_CATEGORY_VALUE and not fractional:
                names = {c.value: c.name for c in categories}
                self._band.SetCategoryNames([names.get(n, "") for n in range(int(largest) + 1)])

    def close(self) -> None:
        """Write and close the file."""
        with convert_raster_errors(self.path), gdal.ExceptionMgr(useExceptions=True):
            self._band = None
            try:
                if self._dataset is not None:
                    self._dataset.FlushCache()
                    self._dataset.Close()
                    self._dataset = None
                    self._check_complete()
            except RuntimeError:
                self._release_dataset()
                raise

    def _check_complete(self) -> None:
        """Check the file size, because GDAL does not report failures to write the last blocks."""
        size = self._draft.stat().st_size
        dataset = gdal.Open(str(self._draft))
        band = dataset.GetRasterBand(1)
        width, height = band.GetBlockSize()
        for row in range(-(-dataset.RasterYSize // height)):
            for column in range(-(-dataset.RasterXSize // width)):
                tile = f"{column}_{row}"
                start = int(band.GetMetadataItem(f"BLOCK_OFFSET_{tile}", "TIFF") or size)
                length = int(band.GetMetadataItem(f"BLOCK_SIZE_{tile}", "TIFF") or 1)
                if start + length > size:
                    raise incomplete_raster_error(self.path)


def write_ramp_style(
    raster: Path, drafts: Drafts, stops: Sequence[tuple[float, str]], unit: str
) -> None:
    """Write a style by `stops` (values ascending, colours), unless the user has saved one."""
    path, unit = raster.with_suffix(".qml"), escape(f" {unit}")
    with convert_write_errors(path):
        if path.is_file() and STYLE_MARKER not in path.read_text(
            encoding="utf-8", errors="replace"
        ):
            return
        items = "\n".join(
            QML_ITEM_TEMPLATE.format(value=v, colour=colour, unit=unit) for v, colour in stops
        )
        ends = {"low": stops[0][0], "high": stops[-1][0]}
        text = QML_TEMPLATE.format(mark=STYLE_MARKER, items=items, unit=unit, **ends)
        drafts.draft_path(path).write_text(text, encoding="utf-8")
