"""A look at rasters whose values nobody names, to say which shipped legend they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..base.lists import listed
from ..base.messages import DataError, Message
from ..raster.grid import Window
from ..raster.reader import VALID, Reader
from ..raster.source import Raster
from ..scheme.classes import MAX_CLASSES
from ..scheme.legends import fitting
from ..scheme.unknown import some
from .coding import LeftOut, NotWhole

# So many cells are looked at in full; of a larger raster so many squares of so many cells a side.
MOST_CELLS = 1 << 24
CELLS_PER_LOOK = 1 << 20
SQUARES, SIDE = 8, 256

# Fewer legends fit a raster by chance than this.
MOST_LEGENDS = 5
MOST_VALUES = 12


def unnamed(rasters: list[Raster], window: Window, values: Sequence[int] = ()) -> DataError:
    """The error for rasters whose values nobody names, in a job that needs classes with groups.

    Args:
        values: which of them nobody names; without any, all.
    """
    if not values:
        return DataError(
            "SCHEME: no layer names its values; choose the shipped legend that they are from, or "
            "give a class table (CLASSES); {hint}",
            hint=_hint(rasters, window),
        )
    return DataError(
        "SCHEME: nobody names the values {values} of land that counts; choose the shipped legend "
        "that the layers are from, or give a class table (CLASSES) that has all of their values, "
        "or NODATA where a value means no data; {hint}",
        values=listed(values, MOST_VALUES),
        hint=_hint(rasters, window),
    )


def _hint(rasters: list[Raster], window: Window) -> Message:
    """Which shipped legends the values of rasters fit."""
    held = sorted({value for raster in rasters for value in _values(raster, window)})
    colours: dict[int, str] = {}
    for raster in rasters:
        of_raster = raster.legend.colours
        colours.update({v: of_raster[v] for v in held if v in of_raster and v not in colours})
    by_colour = fitting(held, colours) if colours else []
    fit = by_colour or fitting(held, {})
    if by_colour:
        return Message("their values and colours fit {legends}", legends=some(fit, MOST_LEGENDS))
    shown = listed(held, MOST_VALUES)
    if fit:
        legends = some(fit, MOST_LEGENDS)
        return Message("their values alone ({values}) fit {legends}", values=shown, legends=legends)
    return Message("no shipped legend has all of their values ({values})", values=shown)


def _values(raster: Raster, window: Window) -> set[int]:
    """The whole numbers that a raster holds in a window, as far as a look at it tells."""
    reader, is_left_out = Reader(raster), LeftOut(raster)
    seen: set[float] = set()
    for piece in _pieces(window):
        values, mask = reader.read(piece)
        shown = values if mask is None else values[mask == VALID]
        seen.update(np.unique(shown).tolist())
        reader.let_go()
        if len(seen) > MAX_CLASSES:
            break  # no land use
    held = set()
    for value in seen:
        try:
            if value == value and not is_left_out(value):
                held.add(int(value))
        except NotWhole:
            continue
    return held


def _pieces(window: Window) -> Iterator[Window]:
    """All of a window strip by strip, or squares evenly over a large one."""
    column, row, width, height = window.column, window.row, window.width, window.height
    if window.cells <= MOST_CELLS:
        rows = max(1, CELLS_PER_LOOK // width)
        for top in range(0, height, rows):
            yield Window(column, row + top, width, min(rows, height - top))
        return
    for down in range(SQUARES):
        for across in range(SQUARES):
            left = (width - min(SIDE, width)) * across // (SQUARES - 1)
            top = (height - min(SIDE, height)) * down // (SQUARES - 1)
            yield Window(column + left, row + top, min(SIDE, width), min(SIDE, height))
