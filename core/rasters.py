"""Rasters as they come in: opened, checked, and read a window at a time."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from osgeo import gdal, gdal_array

from .errors import DataError
from .grid import Grid, Window
from .legend import Legend, read_legend


@dataclass(frozen=True)
class RasterInput:
    """One date as the user gave it.

    `path` is anything GDAL opens, `label` what messages call it, `nodata` further values to
    leave out, `style` the names and colours of a layer's own style, where it has one.
    """

    path: str
    label: str
    band: int = 1
    nodata: tuple = ()
    style: Legend = field(default_factory=Legend)


@dataclass(frozen=True)
class Raster:
    """What was found on opening an input: cells, type, values left out, blocks, legend."""

    source: RasterInput
    grid: Grid
    dtype: np.dtype
    left_out: tuple
    block_width: int
    block_height: int
    legend: Legend

    @property
    def label(self) -> str:
        return self.source.label


def inspect(source: RasterInput) -> Raster:
    """Open an input, check that it can be counted, and say what it is.

    Raises:
        DataError: it cannot be opened, lacks the band, is rotated, complex or scaled, or
            carries a mask band.
    """
    with gdal.ExceptionMgr(useExceptions=True):
        dataset, band = _open(source)
        grid = Grid.of(dataset)
        if grid.is_rotated:
            raise DataError("{label}: its grid is rotated", label=source.label)
        if gdal.DataTypeIsComplex(band.DataType):
            raise DataError("{label}: complex numbers are not classes", label=source.label)
        if (band.GetScale() or 1.0) != 1.0 or (band.GetOffset() or 0.0) != 0.0:
            raise DataError(
                "{label}: band {band} has a scale or an offset; land-use classes have none",
                label=source.label,
                band=source.band,
            )
        if band.GetMaskFlags() not in (gdal.GMF_ALL_VALID, gdal.GMF_NODATA):
            raise DataError(
                "{label}: band {band} has a mask or an alpha band, which is not yet supported; "
                "burn it into a nodata value first",
                label=source.label,
                band=source.band,
            )
        declared = band.GetNoDataValue()
        block_width, block_height = band.GetBlockSize()
        legend = read_legend(band)
    if not legend.names and source.style.names:
        legend = Legend(source.style.names, source.style.colours, source.style.source)
    elif not legend.colours:
        legend.colours = source.style.colours
    return Raster(
        source,
        grid,
        np.dtype(gdal_array.GDALTypeCodeToNumericTypeCode(band.DataType)),
        (() if declared is None else (declared,)) + tuple(source.nodata),
        block_width,
        block_height,
        legend,
    )


def _open(source: RasterInput):
    """Dataset and band; both, because a band does not keep its dataset alive."""
    try:
        dataset = gdal.OpenEx(source.path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        raise DataError(
            "{label} cannot be opened: {reason}", label=source.label, reason=_sentence(error)
        ) from error
    if not 1 <= source.band <= dataset.RasterCount:
        raise DataError(
            "{label} has no band {band}; it has {count}",
            label=source.label,
            band=source.band,
            count=dataset.RasterCount,
        )
    return dataset, dataset.GetRasterBand(source.band)


class Reader:
    """A handle of one thread on one raster."""

    def __init__(self, raster: Raster):
        self._raster = raster
        with gdal.ExceptionMgr(useExceptions=True):
            self._dataset, self._band = _open(raster.source)

    def read(self, window: Window) -> np.ndarray:
        """The values of a window, shape (height, width), in the raster's own type.

        Raises:
            DataError: the cells cannot be read (a truncated or damaged file, say).
        """
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                return self._band.ReadAsArray(
                    window.column, window.row, window.width, window.height
                )
        except RuntimeError as error:
            raise DataError(
                "{label} cannot be read at rows {first} to {last}: {reason}",
                label=self._raster.label,
                first=window.row + 1,
                last=window.row + window.height,
                reason=_sentence(error),
            ) from error


def _sentence(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")


def parse_nodata(text: str) -> tuple:
    """Numbers from a text such as `0` or `0,255`.

    Raises:
        DataError: a part is not a number.
    """
    numbers = []
    for part in (text or "").replace(";", ",").split(","):
        part = part.strip()
        if not part:
            continue
        try:
            numbers.append(int(part))
        except ValueError:
            try:
                numbers.append(float(part))
            except ValueError:
                numbers.append(math.nan)
            if math.isnan(numbers[-1]) and part.casefold() != "nan":
                raise DataError("NODATA: '{part}' is not a number", part=part) from None
    return tuple(numbers)
