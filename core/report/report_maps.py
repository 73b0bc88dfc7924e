"""Static maps of the report, with a scale bar.

If the land of interest is small, the frame is the smallest box with nearly all of it,
and an inset map of the full extent shows its location.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from math import ceil
from typing import Any, NamedTuple
from uuid import uuid4

import numpy as np
from osgeo import gdal

from ..base.colours import hex_to_rgb
from ..base.messages import Message, ProgressCallback, Term, Text
from ..base.numbers import BoolArray, ByteArray, IntArray, NDArray, get_round_length
from ..raster.area import metres_per_unit
from ..raster.grid import Grid, Window
from ..scan.cell_raster import HistoryThumbnail, centre_cells
from ..scan.class_codes import final_codes
from ..scan.scan import scan_series
from ..scan.series import Series
from ..scheme.classes import Classes

MAX_SIDE_PX = 700
# Size at which the land is stored for maps of a part of it.
MAX_THUMBNAIL_SIDE_PX = 1600
# Longest side of a small map, and the number of maps above which it is reduced so that their total
# area stays the same.
SMALL_MAP_SIDE_PX, MAX_FULL_SIZE_MAPS = 350, 6
# Marked land below this share of all land is framed by default.
MAX_FRAMED_SHARE = 0.1
# Marked land that is so dispersed that its frame would cover this share is not framed.
MAX_FRAME_SHARE = 0.7
# Minimum share of marked land in a frame, margin around it relative to its longer side, and minimum
# ratio of its sides.
MIN_FRAME_COVERAGE, FRAME_MARGIN, MIN_SIDE_RATIO = 0.95, 0.15, 0.5
# Maximum number of candidate positions of the box edges on either axis.
MAX_BOX_POSITIONS = 200
LOCATOR_SIDE_PX = 150
MINED_LAND_LABEL, FULL_EXTENT_LABEL = Term("Mined land and surroundings"), Term("Full extent")
LOCATOR_TITLE = Term("Location map")
LOCATOR_COLOURS = {1: "#dfe3e0", 2: "#403048"}
# Maximum length of the scale bar, relative to the picture width.
MAX_SCALE_BAR_SHARE = 0.34

# Labels and their positions, in percent of the picture width from the left and of its height from
# the top.
MapLabels = Sequence[tuple[str, float, float]]


class MapFocus(str, Enum):
    """Extent of the maps: mined land if it is small, full extent, or mined land."""

    AUTO = "auto"
    ALL = "all"
    MINE = "mine"


@dataclass(frozen=True)
class MapChoice:
    """Map choice: its label, the indices of the pictures shown, and a note on their extent."""

    label: Text
    pictures: Sequence[int]
    note: Text = ""
    is_whole: bool = True


MapChoices = Sequence[MapChoice]


@dataclass(frozen=True)
class MapPicture:
    """PNG as data URI, with labels and scale bar (length in percent of the width, label).

    `meaning`: alternative text (default: title); `legend`: colours not as in other maps.
    """

    title: Text
    uri: str
    width: int
    height: int
    bar: float = 0.0
    bar_label: str = ""
    meaning: Text = ""
    labels: MapLabels = ()
    legend: Sequence[tuple[Text, str]] = ()


class LocatorMap(NamedTuple):
    """Inset map of the full extent with the box of the larger maps, in percent."""

    map: MapPicture
    left: float
    top: float
    width: float
    height: float


def picture_shape(grid: Grid, window: Window, largest_side: int = MAX_SIDE_PX) -> tuple[int, int]:
    """Return height and width, in pixels, of the picture of a window in ground proportions."""
    across = window_size_m(grid, window)
    wide, high = across or (window.width * grid.cell_width, window.height * grid.cell_height)
    scale = min(largest_side, max(window.width, window.height)) / max(wide, high)
    return max(round(high * scale), 1), max(round(wide * scale), 1)


def create_picture(
    title: Text,
    cells: ByteArray,
    colours: Mapping[int, str],
    grid: Grid,
    window: Window,
    meaning: Text = "",
) -> MapPicture:
    """Return the picture of a window, north up; values without a colour are transparent.

    `cells` has the shape of picture_shape, oriented as the grid; colours are #rrggbb.
    """
    drawn = encode_png(
        orient_north_up(cells, grid), {value: hex_to_rgb(c) for value, c in colours.items()}
    )
    uri = png_data_uri(drawn)
    high, wide = cells.shape
    across = window_size_m(grid, window)
    if across is None:
        return MapPicture(title, uri, wide, high, meaning=meaning)
    length = get_round_length(across[0] * MAX_SCALE_BAR_SHARE)
    label = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    return MapPicture(title, uri, wide, high, 100 * length / across[0], label, meaning)


def orient_north_up(pixels: NDArray[Any], grid: Grid) -> NDArray[Any]:
    """Return pixels in grid orientation flipped to north up."""
    if grid.transform[5] > 0:
        pixels = pixels[::-1]
    return pixels[:, ::-1] if grid.transform[1] < 0 else pixels


def png_data_uri(drawn: bytes) -> str:
    """Return a PNG as a data URI."""
    return f"data:image/png;base64,{base64.b64encode(drawn).decode('ascii')}"


def history_thumbnail(series: Series) -> HistoryThumbnail:
    """Return the thumbnail of land-use histories for the maps, to be filled by the scan."""
    return HistoryThumbnail(
        series, picture_shape(series.grid, series.window, MAX_THUMBNAIL_SIDE_PX)
    )


@dataclass(frozen=True)
class MapFrame:
    """Part of the thumbnail shown by maps: pixel slices, grid window and a note."""

    rows: slice
    columns: slice
    window: Window
    note: Text = ""
    is_whole: bool = True

    def cut_pixels(self, pixels: NDArray[Any], largest_side: int) -> NDArray[Any]:
        """Return pixels of the frame, thinned to `largest_side`."""
        return thin_pixels(pixels[self.rows, self.columns], largest_side)


def thin_pixels(pixels: NDArray[Any], largest_side: int) -> NDArray[Any]:
    """Return evenly thinned pixels with a longer side of at most `largest_side`."""
    scale = min(1.0, largest_side / max(pixels.shape))
    rows, columns = (centre_cells(n, max(round(n * scale), 1)) for n in pixels.shape)
    return pixels[np.ix_(rows, columns)]


class LandMaps:
    """Maps of land use by date, of marked land or the full extent.

    Args:
        history: thumbnail of land-use histories, completed by the scan.
        is_marked: by class index, whether the class at any date marks land to be framed;
            all False to show the full extent.
        focus: extent of the maps.

    Attributes:
        classes: class indices by date and combination.
        combinations: combination of each pixel.
        frames: frames of the maps, the default one first.
        choices: choices among the pictures of one subject in all frames.
    """

    def __init__(
        self,
        series: Series,
        history: HistoryThumbnail,
        is_marked: BoolArray,
        focus: MapFocus = MapFocus.AUTO,
    ):
        self.classes, self.combinations = history.classes, history.combinations
        self._series, self._grid, self._window = series, series.grid, series.window
        self._near: HistoryThumbnail | None = None
        # The last element is invalid land.
        self._is_marked: BoolArray = np.append(is_marked, False)
        self._marked: BoolArray = self.marked_combinations(self.classes)[self.combinations]
        whole = self._create_frame(*(slice(0, size) for size in self.combinations.shape))
        why: Text = ""
        self.has_marked = bool(self._marked.any())
        if focus == MapFocus.MINE and not self.has_marked:
            why = Term("FOCUS: no mined land; the report maps show the full extent.")
        around = None if focus == MapFocus.ALL else self._marked_frame(focus)
        self.frames = [replace(whole, note=why)]
        self.choices: MapChoices = []
        if around is not None:
            self.frames.insert(0, around)
            self.choices = [
                MapChoice(MINED_LAND_LABEL, [0], around.note, False),
                MapChoice(FULL_EXTENT_LABEL, [1], why),
            ]

    def marked_combinations(self, classes: IntArray) -> BoolArray:
        """Return combinations marked at any date, given class indices by date and combination."""
        of_combinations: BoolArray = np.any(self._is_marked[classes], axis=0)
        return of_combinations

    def _create_frame(self, rows: slice, columns: slice) -> MapFrame:
        (top, bottom), (left, right) = (
            (cut.start * cells // pixels, -(-cut.stop * cells // pixels))
            for cut, cells, pixels in zip(
                (rows, columns), (self._window.height, self._window.width), self.combinations.shape
            )
        )
        column, row = self._window.column + left, self._window.row + top
        return MapFrame(rows, columns, Window(column, row, right - left, bottom - top))

    def _marked_frame(self, focus: MapFocus) -> MapFrame | None:
        """Return the frame of nearly all marked pixels with a margin, None for the full extent."""
        marked, counted = int(self._marked.sum()), int((self.combinations > 0).sum())
        if not marked or (focus == MapFocus.AUTO and marked >= MAX_FRAMED_SHARE * counted):
            return None
        box = smallest_box(self._marked, MIN_FRAME_COVERAGE)
        rows, columns = map(_widen_span, box, box[::-1], self._marked.shape)
        shown = self._marked[rows, columns]
        most = self._marked.size * (MAX_FRAME_SHARE if focus == MapFocus.AUTO else 1.0)
        if shown.size >= most:
            return None
        frame = self._create_frame(rows, columns)
        values = {"share": f"{100 * int(shown.sum()) / marked:.0f}"}
        across = window_size_m(self._grid, frame.window)
        note = Term(
            "The maps cover {share} % of the cumulative disturbed area; see the inset map "
            "for their location."
        )
        if across is not None:
            values |= zip(("wide", "high"), map(format_km, across))
            note = Term(
                "The maps cover {wide} x {high} km and {share} % of the cumulative disturbed "
                "area; see the inset map for their location."
            )
        return replace(frame, note=Message(note, **values), is_whole=False)

    @cached_property
    def locator_map(self) -> LocatorMap | None:
        """Location of the first frame, or None if it is the full extent."""
        frame, (high, wide) = self.frames[0], self.combinations.shape
        if frame.is_whole:
            return None
        kinds = np.where(self.combinations > 0, 1, 0).astype(np.uint8)
        kinds[self._marked] = 2
        cells, rows, columns = thin_pixels(kinds, LOCATOR_SIDE_PX), frame.rows, frame.columns
        drawn = create_picture(LOCATOR_TITLE, cells, LOCATOR_COLOURS, self._grid, self._window)
        left = columns.start if self._grid.transform[1] > 0 else wide - columns.stop
        top = rows.start if self._grid.transform[5] < 0 else high - rows.stop
        width, height = columns.stop - columns.start, rows.stop - rows.start
        parts = left / wide, top / high, width / wide, height / high
        return LocatorMap(drawn, *(100 * part for part in parts))

    def refine_first_frame(self, progress: ProgressCallback = lambda part: True) -> None:
        """Read the cells of the first frame again if its pixels are coarser than the map allows."""
        if not self.frames[0].is_whole:
            self._near = self._refined_thumbnail(self.frames[0], MAX_SIDE_PX, progress)

    def _refined_thumbnail(
        self, frame: MapFrame, largest_side: int, progress: ProgressCallback
    ) -> HistoryThumbnail | None:
        """Return the thumbnail of a frame, read again, or None if it would be no finer."""
        shape = picture_shape(self._grid, frame.window, largest_side)
        pixels = (frame.rows.stop - frame.rows.start, frame.columns.stop - frame.columns.start)
        if max(pixels) >= max(shape):
            return None
        return self.read_thumbnail(frame.window, shape, progress)

    def read_thumbnail(
        self, window: Window, shape: tuple[int, int], progress: ProgressCallback = lambda part: True
    ) -> HistoryThumbnail:
        """Read the land use of a window at all dates in pixels of shape (height, width)."""
        # A separate list of classes, although no class is new at this stage.
        classes = Classes(self._series.classes)
        part = replace(self._series, window=window, classes=classes)
        near = HistoryThumbnail(part, shape)
        scan_series(part, [near], progress=progress)
        near.number_classes(final_codes(classes))
        return near

    def marked_close_up(
        self, progress: ProgressCallback = lambda part: True
    ) -> tuple[MapFrame, IntArray, IntArray]:
        """Return the frame of all marked land, if it is clearly smaller than the full extent, with
        class indices by date and combination, and the combination of each pixel, shape (height,
        width)."""
        frame = self.frames[-1]
        if self._marked.any():
            box = smallest_box(self._marked, 1.0)
            rows, columns = map(_widen_span, box, box[::-1], self._marked.shape)
            if self._marked[rows, columns].size < MAX_FRAME_SHARE * self._marked.size:
                frame = self._create_frame(rows, columns)
        near = self._refined_thumbnail(frame, MAX_THUMBNAIL_SIDE_PX, progress)
        if near is not None:
            return frame, near.classes, near.combinations.astype(np.int64)
        pixels = self.combinations[frame.rows, frame.columns].astype(np.int64)
        return frame, self.classes, pixels

    def draw_map(
        self,
        title: Text,
        values: Callable[[IntArray], ByteArray],
        colours: Mapping[int, str],
        frame: MapFrame,
        largest_side: int = MAX_SIDE_PX,
        meaning: Text = "",
    ) -> MapPicture:
        """Return the picture of values by combination that `values` gives for class indices."""
        if self._near is not None and not frame.is_whole:
            cells = thin_pixels(values(self._near.classes)[self._near.combinations], largest_side)
        else:
            cells = frame.cut_pixels(values(self.classes)[self.combinations], largest_side)
        return create_picture(title, cells, colours, self._grid, frame.window, meaning)

    def draw_all_frames(
        self, title: Text, values: Callable[[IntArray], ByteArray], colours: Mapping[int, str]
    ) -> list[MapPicture]:
        """Return the pictures of one subject in all frames, shown one at a time by `choices`."""
        return [self.draw_map(title, values, colours, frame) for frame in self.frames]

    def draw_pixels(
        self, title: Text, cells: ByteArray, colours: Mapping[int, str]
    ) -> list[MapPicture]:
        """Return the pictures, in all frames, of pixels in the shape of `combinations`."""
        return [
            self.draw_cut_pixels(title, frame.cut_pixels(cells, MAX_SIDE_PX), colours, frame)
            for frame in self.frames
        ]

    def draw_cut_pixels(
        self, title: Text, cells: ByteArray, colours: Mapping[int, str], frame: MapFrame
    ) -> MapPicture:
        """Return the picture of pixels already cut to a frame."""
        return create_picture(title, cells, colours, self._grid, frame.window)

    def orient_labels(self, labels: MapLabels) -> MapLabels:
        """Return labels positioned by grid rows and columns flipped to north up."""
        x, y = self._grid.transform[1], self._grid.transform[5]
        return [
            (name, 100.0 - right if x < 0 else right, 100.0 - down if y > 0 else down)
            for name, right, down in labels
        ]

    def draw_small_maps(
        self,
        labels: Sequence[str],
        shown: Sequence[int],
        draw: Callable[[int, MapFrame, int], MapPicture],
    ) -> tuple[list[MapPicture], MapChoices]:
        """Return small pictures of dates or periods, some shown by default, the others by choice.

        `draw` returns the picture of an index in a frame with a longest side.
        """
        side = round(SMALL_MAP_SIDE_PX * min(1.0, MAX_FULL_SIZE_MAPS / len(shown)) ** 0.5)
        first = self.frames[0]
        pictures = [draw(index, first, side) for index in range(len(labels))]
        choices: list[MapChoice] = []

        def choose(label: Text, combinations: Sequence[int]) -> None:
            choices.append(MapChoice(label, combinations, first.note, first.is_whole))

        if len(shown) < len(labels):
            choose(Message("{count} of {all}", count=len(shown), all=len(labels)), shown)
            for start in range(0, len(labels), len(shown)):
                part = range(start, min(start + len(shown), len(labels)))
                ends = {"first": labels[part[0]], "last": labels[part[-1]]}
                choose(Message("{first} to {last}", **ends), part)
        if len(self.frames) > 1:
            whole = self.frames[1]
            if not choices:
                choose(MINED_LAND_LABEL, range(len(labels)))
            combinations = range(len(pictures), len(pictures) + len(shown))
            choices.append(MapChoice(FULL_EXTENT_LABEL, combinations, whole.note))
            pictures += [draw(index, whole, side) for index in shown]
        return pictures, choices


def mask_outline(mask: BoolArray) -> BoolArray:
    """Return the edge pixels of a mask; the picture border is not an edge."""
    seen = np.pad(mask, 1, mode="edge")
    inner = seen[:-2, 1:-1] & seen[2:, 1:-1] & seen[1:-1, :-2] & seen[1:-1, 2:]
    line: BoolArray = mask & ~inner
    return line


def format_km(metres: float) -> str:
    """Return a length in kilometres as formatted in sentences."""
    km = metres / 1000
    return f"{km:.2g}" if km < 9.95 else f"{km:,.0f}"


def _widen_span(span: slice, other: slice, size: int) -> slice:
    """Return a span with margin within `size` pixels; `other`: span along the other axis."""
    longer = max(span.stop - span.start, other.stop - other.start)
    margin = ceil(FRAME_MARGIN * longer)
    lacking = ceil(MIN_SIDE_RATIO * longer) - (span.stop - span.start)
    margin += max(0, -(-lacking // 2))
    return slice(max(0, span.start - margin), min(size, span.stop + margin))


def smallest_box(marked: BoolArray, share: float) -> tuple[slice, slice]:
    """Return rows and columns of the smallest box with at least `share` of the marked pixels.

    At least one must be marked; large pictures are tested at every second pixel or fewer.
    """
    marked_lines = [np.flatnonzero(marked.any(axis=axis)) for axis in (1, 0)]
    (top, bottom), (left, right) = ((int(p[0]), int(p[-1]) + 1) for p in marked_lines)
    inside = marked[top:bottom, left:right]
    rows, columns = (
        np.unique(np.linspace(0, size, min(size, MAX_BOX_POSITIONS) + 1).astype(np.int64))
        for size in inside.shape
    )
    counts = np.add.reduceat(inside.astype(np.int64), rows[:-1], axis=0)
    counts = np.add.reduceat(counts, columns[:-1], axis=1)
    total = int(counts.sum())
    # The sum limits what may be excluded above, below and on both sides together.
    needed = ceil(share * total - 1e-9)
    above = np.concatenate([np.zeros((1, counts.shape[1]), np.int64), counts.cumsum(axis=0)])
    in_rows = above.sum(axis=1)
    best, box = inside.size + 1, (0, rows.size - 1, 0, columns.size - 1)
    for first in range(rows.size - 1):
        if total - in_rows[first] < needed:
            break
        for last in range(int(np.searchsorted(in_rows, in_rows[first] + needed)), rows.size):
            before = np.concatenate([[0], (above[last] - above[first]).cumsum()])
            # For each start column, the first sufficient end column.
            ends = np.searchsorted(before, before + needed)
            begins = np.flatnonzero(ends < before.size)
            areas = (columns[ends[begins]] - columns[begins]) * (rows[last] - rows[first])
            least = int(areas.argmin())
            if areas[least] < best:
                best = int(areas[least])
                box = (first, last, int(begins[least]), int(ends[begins[least]]))
    first, last, begin, end = box
    return (
        slice(top + int(rows[first]), top + int(rows[last])),
        slice(left + int(columns[begin]), left + int(columns[end])),
    )


def encode_png(cells: ByteArray, colours: dict[int, tuple[int, int, int]], level: int = 9) -> bytes:
    """Return a palette PNG of values, shape (height, width).

    Colours: 0 to 255, none is transparent; `level`: compression, up to 9.
    """
    high, wide = cells.shape
    # In memory, under a unique name for every thread and run.
    path = f"/vsimem/{uuid4().hex}.png"
    with gdal.ExceptionMgr(useExceptions=True):
        palette = gdal.ColorTable()
        # Entries beyond the largest value are not needed.
        for value in range(int(cells.max(initial=0)) + 1):
            alpha = 255 if value in colours else 0
            palette.SetColorEntry(value, (*colours.get(value, (255, 255, 255)), alpha))
        dataset = gdal.GetDriverByName("MEM").Create("", wide, high, 1, gdal.GDT_Byte)
        dataset.GetRasterBand(1).SetColorTable(palette)
        dataset.GetRasterBand(1).WriteArray(cells)
        try:
            gdal.GetDriverByName("PNG").CreateCopy(path, dataset, options=[f"ZLEVEL={level}"])
            file = gdal.VSIFOpenL(path, "rb")
            content = bytes(gdal.VSIFReadL(1, gdal.VSIStatL(path).size, file))
            gdal.VSIFCloseL(file)
        finally:
            gdal.Unlink(path)
    return content


def window_size_m(grid: Grid, window: Window) -> tuple[float, float] | None:
    """Return width and height of a window in metres by its central scale, or None if unknown."""
    x0, y0, x1, y1 = grid.window_corners(window)
    scale = metres_per_unit(grid.spatial_reference(), (x0 + x1) / 2, (y0 + y1) / 2)
    return None if scale is None else (abs(x1 - x0) * scale[0], abs(y1 - y0) * scale[1])
