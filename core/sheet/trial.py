"""One way to lay out a sheet of maps: how large the maps are then, and where everything stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

SPACE = 6.0
SMALLEST_FRAME = 20.0
# More room between maps and legend looks as if they had nothing to do with each other.
WIDEST_SPACE = 14.0

# Where the legend stands: below the maps, beside them, or in the place of a map that is not there.
Place = Literal["below", "beside", "gap"]
BELOW: Place = "below"
BESIDE: Place = "beside"
GAP: Place = "gap"
PLACES = (BELOW, BESIDE, GAP)


@dataclass(frozen=True)
class Box:
    """A part of the sheet: its upper left corner and its sides, mm."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True)
class GraticuleMargins:
    """Room to the left of a map's frame and below it, for coordinates, mm."""

    left: float = 0.0
    bottom: float = 0.0


NO_EDGES = GraticuleMargins()


@dataclass(frozen=True)
class LegendSize:
    """How large the legend is, mm, when set in so many columns, in letters so much larger."""

    columns: int
    width: float
    height: float
    letters: float = 1.0


@dataclass(frozen=True)
class Plan:
    """Where everything stands; the legend is that of so many columns and such letters."""

    frames: tuple[Box, ...]
    titles: tuple[Box, ...]
    legend: Box
    size: LegendSize
    scale_bar: Box
    north_arrow: Box
    place: Place


@dataclass
class Trial:
    """Maps in columns and rows, and the legend at its place."""

    body: Box
    count: int
    columns: int
    rows: int
    shape: float
    legend: LegendSize
    place: Place
    letters: float
    edges: GraticuleMargins = NO_EDGES

    def __post_init__(self) -> None:
        self.bar_width, self.bar_height = 52.0 * self.letters, 12.0 * self.letters
        self.north = 13.0 * self.letters
        # North arrow and scale bar, one above the other.
        self.signs = self.north + SPACE / 2 + self.bar_height
        # With both below it, beside the maps and in a gap.
        self.tall = self.legend.height + SPACE + self.signs
        self.wide = max(self.legend.width, self.bar_width)
        self.low = self.legend.width + SPACE + self.bar_width + self.north
        self.panel = max(self.legend.height, self.bar_height, self.north)

    def frame_width(self, title_height: Callable[[float], float]) -> tuple[float, float]:
        """How wide the frames can be, and the height of their titles then; 0 where nothing fits."""
        room_x, room_y = self.body.width, self.body.height
        if self.place == BELOW:
            if self.low > self.body.width:
                return 0.0, 0.0
            room_y -= self.panel + SPACE
        elif self.place == BESIDE:
            room_x -= self.wide + SPACE
        most = (room_x - (self.columns - 1) * SPACE) / self.columns - self.edges.left
        row = (room_y - (self.rows - 1) * SPACE) / self.rows - self.edges.bottom
        width = most
        while True:  # narrower frames may need more lines of title
            if width < SMALLEST_FRAME:
                return 0.0, 0.0
            high = title_height(width)
            fitting = (row - high) * self.shape
            if fitting >= width:
                break
            width = fitting
        if self.place == BESIDE and high + self.tall > self.body.height:
            return 0.0, 0.0
        if self.place == GAP and not self._fits_in_gap(width):
            return 0.0, 0.0
        return width, high

    def _fits_in_gap(self, width: float) -> bool:
        missing = self.rows * self.columns - self.count
        room = missing * (self.edges.left + width) + (missing - 1) * SPACE
        return self.wide <= room and self.tall <= width / self.shape + self.edges.bottom

    def plan(self, width: float, title: float) -> Plan:
        """Where everything stands with frames of a width, under titles of a height."""
        cell_x = self.edges.left + width
        cell_y = title + width / self.shape + self.edges.bottom
        block_x = self.columns * cell_x + (self.columns - 1) * SPACE
        block_y = self.rows * cell_y + (self.rows - 1) * SPACE
        all_x, all_y = block_x, block_y
        if self.place == BELOW:
            all_x = max(block_x, self.low)
            all_y += SPACE + self.panel
        elif self.place == BESIDE:
            all_x += SPACE + self.wide
            all_y = max(all_y, title + self.tall)
        left = self.body.x + (self.body.width - all_x) / 2
        # Room that is left over stands above the maps, below all, and above a legend below them.
        spare = (self.body.height - all_y) / 3
        top = self.body.y + spare
        first = left + (all_x - block_x) / 2 if self.place == BELOW else left
        cells = []
        for number in range(self.count):
            row, column = divmod(number, self.columns)
            cells.append((first + column * (cell_x + SPACE), top + row * (cell_y + SPACE)))
        frames = [Box(x + self.edges.left, y + title, width, width / self.shape) for x, y in cells]
        titles = [Box(frame.x, frame.y - title, width, title) for frame in frames]
        if self.place == BELOW:
            y = top + block_y + min(SPACE + spare, max(SPACE, WIDEST_SPACE))
            legend, bar, north = self._below(left, y, left + all_x)
        elif self.place == BESIDE:
            x = left + block_x + SPACE
            legend, bar, north = self._column(x, frames[0].y, frames[-1].bottom)
        else:
            legend, bar, north = self._column(
                cells[-1][0] + cell_x + SPACE, frames[-1].y, frames[-1].bottom
            )
        return Plan(tuple(frames), tuple(titles), legend, self.legend, bar, north, self.place)

    def _below(self, left: float, y: float, right: float) -> tuple[Box, Box, Box]:
        """Legend, scale bar and north arrow in a row."""
        legend = Box(left, y, self.legend.width, self.legend.height)
        north = Box(right - self.north, y, self.north, self.north)
        bar = Box(north.x - self.bar_width, y, self.bar_width, self.bar_height)
        return legend, bar, north

    def _column(self, x: float, y: float, end: float) -> tuple[Box, Box, Box]:
        """The same one above the other: signs at the end, or below a legend that is longer."""
        legend = Box(x, y, self.legend.width, self.legend.height)
        foot = max(end - self.signs, legend.bottom + SPACE)
        north = Box(x, foot, self.north, self.north)
        bar = Box(x, foot + self.north + SPACE / 2, self.bar_width, self.bar_height)
        return legend, bar, north
