"""Small pictures of maps, with a scale bar."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from osgeo import gdal

from ..base.arrays import Bytes
from ..base.colours import rgb
from ..base.messages import Text
from ..base.numbers import round_length
from ..raster.area import metres_per_unit
from ..raster.grid import Grid, Window

LARGEST_SIDE = 700
# The longest bar that is shown, as a part of the picture's width.
LONGEST_BAR = 0.34


@dataclass(frozen=True)
class Picture:
    """A PNG as a data URI, and its scale bar: per cent of its width and what that is.

    `meaning` is what it shows, for who cannot see it; without it that is its title.
    """

    title: Text
    uri: str
    width: int
    height: int
    bar: float = 0.0
    bar_label: str = ""
    meaning: Text = ""


def picture_shape(grid: Grid, window: Window, largest_side: int = LARGEST_SIDE) -> tuple[int, int]:
    """Height and width in pixels of the picture of a window, in the proportions of the ground."""
    across = metres_across(grid, window)
    wide, high = across or (window.width * grid.cell_width, window.height * grid.cell_height)
    scale = min(largest_side, max(window.width, window.height)) / max(wide, high)
    return max(round(high * scale), 1), max(round(wide * scale), 1)


def picture(
    title: Text,
    cells: Bytes,
    colours: Mapping[int, str],
    grid: Grid,
    window: Window,
    meaning: Text = "",
) -> Picture:
    """The picture of cells that stand for a window, north up; what has no colour is
    transparent.

    Args:
        cells: values in the order of the grid, of the shape (height, width) of picture_shape.
        colours: #rrggbb by value.
    """
    if grid.transform[5] > 0:
        cells = cells[::-1]
    if grid.transform[1] < 0:
        cells = cells[:, ::-1]
    drawn = png(cells, {value: rgb(colour) for value, colour in colours.items()})
    bar, label = _bar(metres_across(grid, window))
    uri = f"data:image/png;base64,{base64.b64encode(drawn).decode('ascii')}"
    return Picture(title, uri, cells.shape[1], cells.shape[0], bar, label, meaning)


def png(cells: Bytes, colours: dict[int, tuple[int, int, int]]) -> bytes:
    """A palette PNG; what has no colour is transparent.

    Args:
        cells: values, shape (height, width).
        colours: red, green and blue, 0 to 255, by value.
    """
    high, wide = cells.shape
    # In memory, under a name that no other thread or run has.
    path = f"/vsimem/{uuid4().hex}.png"
    with gdal.ExceptionMgr(useExceptions=True):
        palette = gdal.ColorTable()
        # What is beyond the last of them need not be told.
        for value in range(int(cells.max(initial=0)) + 1):
            alpha = 255 if value in colours else 0
            palette.SetColorEntry(value, (*colours.get(value, (255, 255, 255)), alpha))
        dataset = gdal.GetDriverByName("MEM").Create("", wide, high, 1, gdal.GDT_Byte)
        dataset.GetRasterBand(1).SetColorTable(palette)
        dataset.GetRasterBand(1).WriteArray(cells)
        try:
            gdal.GetDriverByName("PNG").CreateCopy(path, dataset, options=["ZLEVEL=9"])
            file = gdal.VSIFOpenL(path, "rb")
            content = bytes(gdal.VSIFReadL(1, gdal.VSIStatL(path).size, file))
            gdal.VSIFCloseL(file)
        finally:
            gdal.Unlink(path)
    return content


def metres_across(grid: Grid, window: Window) -> tuple[float, float] | None:
    """Width and height of a window in metres by the scale at its middle; None if unknown."""
    x0, y0, x1, y1 = grid.corners(window)
    scale = metres_per_unit(grid.spatial_reference(), (x0 + x1) / 2, (y0 + y1) / 2)
    return None if scale is None else (abs(x1 - x0) * scale[0], abs(y1 - y0) * scale[1])


def _bar(across: tuple[float, float] | None) -> tuple[float, str]:
    """Length of the scale bar in per cent of the width, and its label; 0 where unknown."""
    if across is None:
        return 0.0, ""
    length = round_length(across[0] * LONGEST_BAR)
    label = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    return 100 * length / across[0], label
