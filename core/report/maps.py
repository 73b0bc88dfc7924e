"""Small pictures of maps, with a scale bar; framed on the land that matters where it is little."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any
from uuid import uuid4

import numpy as np
from osgeo import gdal

from ..base.arrays import Bytes, Flags, NDArray
from ..base.colours import rgb
from ..base.messages import Message, Term, Text
from ..base.numbers import round_length
from ..raster.area import metres_per_unit
from ..raster.grid import Grid, Window
from ..scan.series import Series
from ..scan.thumbnail import HistoryThumbnail, middles

LARGEST_SIDE = 700
# What is kept of the land for maps that show a part of it.
FINEST_SIDE = 1600
# The longest side of a small map, and from how many on it is shorter: together they then stay as
# large as these.
SMALL_SIDE, MANY_MAPS = 350, 6
# Land in a smaller part of the extent is framed, with so much of its longer side around it.
FRAMED_BELOW, MARGIN = 0.1, 0.25
AROUND, WHOLE = Term("Around the mined land"), Term("Whole extent")
# The longest bar that is shown, as a part of the picture's width.
LONGEST_BAR = 0.34


# Names on a picture, and where: per cent of its width from the left, of its height from above.
Labels = Sequence[tuple[str, float, float]]

# What can be chosen from, and the places of the pictures that are then shown.
MapChoices = Sequence[tuple[Text, Sequence[int]]]


@dataclass(frozen=True)
class Picture:
    """A PNG as a data URI, its scale bar (per cent of its width and what that is), names on it.

    `meaning` is what it shows, for who cannot see it; without it that is its title.
    """

    title: Text
    uri: str
    width: int
    height: int
    bar: float = 0.0
    bar_label: str = ""
    meaning: Text = ""
    labels: Labels = ()


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


def land_thumbnail(series: Series) -> HistoryThumbnail:
    """What maps of the land at its dates are drawn from, to take part in the pass."""
    return HistoryThumbnail(series, picture_shape(series.grid, series.window, FINEST_SIDE))


@dataclass(frozen=True)
class Frame:
    """What of the pixels of a thumbnail maps show, and the cells of the grid that this is."""

    rows: slice
    columns: slice
    window: Window

    def cut(self, pixels: NDArray[Any], largest_side: int) -> NDArray[Any]:
        """Some of the pixels within, so that the longer side has no more than it may."""
        inside = pixels[self.rows, self.columns]
        high, wide = inside.shape
        scale = min(1.0, largest_side / max(high, wide))
        rows, columns = (middles(n, max(round(n * scale), 1)) for n in (high, wide))
        return inside[np.ix_(rows, columns)]


class LandMaps:
    """Maps of what land is at its dates, of a part of it or of all.

    Args:
        series: the dates.
        history: what land was, once the pass has finished it.
        is_marked: by class number, what land maps are framed on where that is little, at any of
            the dates; none is marked where they are to show all.

    Attributes:
        classes, places: as the history has them.
        frames: what maps show, the first one of it unless a reader chooses.
    """

    def __init__(self, series: Series, history: HistoryThumbnail, is_marked: Flags):
        self.classes, self.places = history.classes, history.places
        self._grid, self._window = series.grid, series.window
        whole = self._frame(slice(0, self.places.shape[0]), slice(0, self.places.shape[1]))
        # The last one is of what does not count.
        marked: Flags = np.any(np.append(is_marked, False)[self.classes], axis=0)
        around = self._around(marked[self.places])
        self.frames = [around, whole] if around else [whole]
        # Of pictures of one subject in all frames.
        self.choices: MapChoices = [(AROUND, [0]), (WHOLE, [1])] if around else []

    def _frame(self, rows: slice, columns: slice) -> Frame:
        (top, bottom), (left, right) = (
            (cut.start * cells // pixels, -(-cut.stop * cells // pixels))
            for cut, cells, pixels in zip(
                (rows, columns), (self._window.height, self._window.width), self.places.shape
            )
        )
        column, row = self._window.column + left, self._window.row + top
        return Frame(rows, columns, Window(column, row, right - left, bottom - top))

    def _around(self, marked: Flags) -> Frame | None:
        """The frame of marked pixels with a margin; None where they lie far and wide, or not."""
        spans = [np.flatnonzero(marked.any(axis=axis)) for axis in (1, 0)]
        if not spans[0].size:
            return None
        sides = [int(span[-1] - span[0]) + 1 for span in spans]
        if sides[0] * sides[1] >= FRAMED_BELOW * marked.size:
            return None
        margin = ceil(MARGIN * max(sides))
        rows, columns = (
            slice(max(0, int(span[0]) - margin), min(size, int(span[-1]) + 1 + margin))
            for span, size in zip(spans, marked.shape)
        )
        return self._frame(rows, columns)

    def drawn(
        self,
        title: Text,
        values: Bytes,
        colours: Mapping[int, str],
        frame: Frame,
        largest_side: int = LARGEST_SIDE,
        meaning: Text = "",
    ) -> Picture:
        """The picture of a value for each combination; what has no colour is transparent."""
        cells = frame.cut(values[self.places], largest_side)
        return picture(title, cells, colours, self._grid, frame.window, meaning)

    def of_all_frames(
        self, title: Text, values: Bytes, colours: Mapping[int, str]
    ) -> tuple[list[Picture], MapChoices]:
        """The pictures of one subject, of which one is shown at a time."""
        pictures = [self.drawn(title, values, colours, frame) for frame in self.frames]
        return pictures, self.choices

    def of_pixels(
        self, title: Text, cells: Bytes, colours: Mapping[int, str], frame: Frame
    ) -> Picture:
        """The picture of values that were cut for a frame."""
        return picture(title, cells, colours, self._grid, frame.window)

    def as_shown(self, labels: Labels) -> Labels:
        """Names placed by the rows and columns of the grid, as pictures show them: north up."""
        x, y = self._grid.transform[1], self._grid.transform[5]
        return [
            (name, 100.0 - right if x < 0 else right, 100.0 - down if y > 0 else down)
            for name, right, down in labels
        ]

    def of_many(
        self,
        labels: Sequence[str],
        shown: Sequence[int],
        draw: Callable[[int, Frame, int], Picture],
    ) -> tuple[list[Picture], MapChoices]:
        """Small pictures of dates or periods, of which some are shown and the others by choice.

        Args:
            labels: of all of them.
            shown: the places of those that are shown.
            draw: makes the picture of a place, in a frame, of a longest side.
        """
        side = round(SMALL_SIDE * min(1.0, MANY_MAPS / len(shown)) ** 0.5)
        pictures = [draw(place, self.frames[0], side) for place in range(len(labels))]
        choices: list[tuple[Text, Sequence[int]]] = []
        if len(shown) < len(labels):
            some = Message("{count} of {all}", count=len(shown), all=len(labels))
            choices.append((some, shown))
            for start in range(0, len(labels), len(shown)):
                part = range(start, min(start + len(shown), len(labels)))
                ends = {"first": labels[part[0]], "last": labels[part[-1]]}
                choices.append((Message("{first} to {last}", **ends), part))
        if len(self.frames) > 1:
            choices = choices or [(AROUND, range(len(labels)))]
            choices.append((WHOLE, range(len(pictures), len(pictures) + len(shown))))
            pictures += [draw(place, self.frames[1], side) for place in shown]
        return pictures, choices


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
