"""Raster outputs: GeoTIFFs that appear under their final name complete, or not at all."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array

from .errors import DataError
from .grid import Grid, Window

# Level 1 writes several times faster than the default 6, and is hardly larger on patches.
CREATION_OPTIONS = ("TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER")

# GDAL's category names are a list from 0 on, which codes of conversions would blow up.
LARGEST_CATEGORY = 255


@dataclass(frozen=True)
class Category:
    """A row of a raster's legend; `extra` holds further columns of its attribute table."""

    value: int
    name: str
    colour: str
    cells: int
    hectares: float
    extra: tuple = ()


class GeoTiff:
    """A one-band GeoTIFF, written beside its final name until `finish` is called."""

    def __init__(self, path, grid: Grid, window: Window, dtype, nodata, description: str = ""):
        self.path = Path(path)
        # The name keeps the ending, by which other programs would recognise a leftover.
        self._draft = self.path.with_name(f".{self.path.stem}-{uuid.uuid4().hex[:8]}.part.tif")
        self._window = window
        code = gdal_array.NumericTypeCodeToGDALTypeCode(np.dtype(dtype))
        with gdal.ExceptionMgr(useExceptions=True):
            try:
                self._dataset = gdal.GetDriverByName("GTiff").Create(
                    str(self._draft),
                    window.width,
                    window.height,
                    1,
                    code,
                    list(CREATION_OPTIONS),
                )
            except RuntimeError as error:
                raise self._failure(error) from error
            self._dataset.SetGeoTransform(grid.transform_of(window))
            self._dataset.SetProjection(grid.crs)
            self._band = self._dataset.GetRasterBand(1)
            self._band.SetNoDataValue(nodata)
            self._band.SetDescription(description)

    def _failure(self, error: Exception) -> DataError:
        return DataError(
            "{path} cannot be written: {reason}",
            path=str(self.path),
            reason=" ".join(str(error).split()).rstrip("."),
        )

    def set_colours(self, colours: dict) -> None:
        """Colour table by value (8 and 16 bits only); before any cell is written."""
        with gdal.ExceptionMgr(useExceptions=True):
            table = gdal.ColorTable()
            for value, colour in colours.items():
                table.SetColorEntry(value, (*rgb(colour), 255))
            self._band.SetColorTable(table)
            self._band.SetColorInterpretation(gdal.GCI_PaletteIndex)

    def write(self, window: Window, values: np.ndarray) -> None:
        """Write the values (height, width) of a window of the grid."""
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                self._band.WriteArray(
                    values, window.column - self._window.column, window.row - self._window.row
                )
        except RuntimeError as error:
            raise self._failure(error) from error

    def set_categories(self, categories: list[Category], extra_columns: tuple = ()) -> None:
        """Category names and attribute table.

        Args:
            categories: the legend, one row per value.
            extra_columns: name and GDAL type of the columns that `Category.extra` fills.
        """
        columns = (
            ("Value", gdal.GFT_Integer, gdal.GFU_MinMax),
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
            for column in columns:
                table.CreateColumn(*column)
            table.SetRowCount(len(categories))
            for row, c in enumerate(categories):
                cells = (c.value, c.name, c.cells, c.hectares, *rgb(c.colour), *c.extra)
                for place, ((_, kind, _), cell) in enumerate(zip(columns, cells)):
                    getattr(table, f"SetValue{setters[kind]}")(row, place, cell)
            self._band.SetDefaultRAT(table)
            largest = max((c.value for c in categories), default=0)
            if largest <= LARGEST_CATEGORY:
                names = {c.value: c.name for c in categories}
                self._band.SetCategoryNames([names.get(n, "") for n in range(largest + 1)])

    def close(self) -> None:
        """Write everything out; the file still lies beside its final name."""
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                self._band = None
                dataset, self._dataset = self._dataset, None
                if dataset is not None:
                    dataset.FlushCache()
                    dataset.Close()
        except RuntimeError as error:
            raise self._failure(error) from error

    def finish(self) -> None:
        """Close the file and move it, with its side file, to its final name."""
        self.close()
        try:
            side = Path(f"{self._draft}.aux.xml")
            # Side files of a raster that stood here before say nothing about this one.
            for ending in (".aux.xml", ".ovr", ".msk"):
                Path(f"{self.path}{ending}").unlink(missing_ok=True)
            os.replace(self._draft, self.path)
            if side.exists():
                os.replace(side, f"{self.path}.aux.xml")
        except OSError as error:
            raise self._failure(error) from error

    def discard(self) -> None:
        """Remove what was written; does nothing after `finish`."""
        self._band = self._dataset = None
        for leftover in (self._draft, Path(f"{self._draft}.aux.xml")):
            leftover.unlink(missing_ok=True)


def make_folder(path) -> list[Path]:
    """Make a folder and those above it; returns the ones that were not there, lowest first.

    Raises:
        DataError: it cannot be made.
    """
    folder = Path(path)
    missing = [level for level in (folder, *folder.parents) if not level.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(
            "the folder {path} cannot be made: {reason}", path=str(path), reason=error.strerror
        ) from error
    return missing


class Drafts:
    """The GeoTIFFs of a run: all of them come to their final names, or none.

    Used as a context; what `finish` was not called for is removed on leaving it.
    """

    def __init__(self):
        self._tiffs: list[GeoTiff] = []
        self._folders: list[Path] = []

    def __enter__(self) -> Drafts:
        return self

    def add(self, tiff: GeoTiff) -> None:
        """Take care of a raster that has just been begun."""
        self._tiffs.append(tiff)

    def folder(self, path) -> None:
        """Make the folder of some of the rasters; what was made goes where they go."""
        self._folders += make_folder(path)

    def close(self) -> None:
        """Write everything out, so that a full disk shows before any result appears."""
        for tiff in self._tiffs:
            tiff.close()

    def finish(self) -> None:
        """Move every raster to its final name."""
        for tiff in self._tiffs:
            tiff.finish()
        self._folders = []

    def __exit__(self, *_) -> None:
        for tiff in self._tiffs:
            tiff.discard()
        for folder in self._folders:
            # Somebody else may have put a file there by now.
            with suppress(OSError):
                folder.rmdir()


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb."""
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
