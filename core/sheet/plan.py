"""How a sheet of maps is laid out: where each part stands, in millimetres.

Tall, square and wide maps, one to four of them, want different arrangements; all are tried,
and the one that shows the maps largest is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..messages import DataError
from ..numbers import round_length

# Landscape, and how much larger than on A4 the letters are.
PAPERS = {"A4": (297.0, 210.0, 1.0), "A3": (420.0, 297.0, 1.25)}

MARGIN = 12.0
GAP = 6.0
# A map of a long strip of land still gets a frame that a title fits over.
NARROWEST, WIDEST = 0.3, 8.0
# Frames of nearly the same size are as good as each other; then the earlier arrangement wins.
AS_GOOD = 1.03
SMALLEST_FRAME = 20.0
# No line begins with these.
NOT_FIRST = (
    ",.;:!?)]}\u2019\u201d\u3001\u3002\u300b\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
)


# The height of a text at a width, in millimetres.
Measure = Callable[[float], float]


@dataclass(frozen=True)
class Box:
    """A part of the sheet."""

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
class LegendSize:
    """How large the legend is when set in so many columns."""

    columns: int
    width: float
    height: float


@dataclass(frozen=True)
class Plan:
    """Where everything stands; the legend has so many `columns`, `below` the maps or beside."""

    frames: tuple[Box, ...]
    titles: tuple[Box, ...]
    legend: Box
    columns: int
    scale_bar: Box
    north_arrow: Box
    below: bool


def frame_shape(width: float, height: float) -> float:
    """Width by height of the frames for an extent."""
    return min(max(width / height, NARROWEST), WIDEST)


def arrange(
    body: Box,
    count: int,
    shape: float,
    title_height: Measure,
    legends: Iterable[LegendSize],
    letters: float = 1.0,
) -> Plan:
    """The arrangement in which the maps are largest.

    Args:
        body: the part of the sheet between the heading and the source line.
        count: how many maps.
        shape: width by height of each frame.
        title_height: says how high the highest of the maps' titles is at a width.
        legends: LegendSize for every number of columns that may be used.
        letters: how much larger than on A4 the letters are.

    Raises:
        DataError: the legend leaves no room for the maps.
    """
    best: tuple[_Trial, float] | None = None
    best_width = SMALLEST_FRAME
    for columns in range(count, 0, -1):
        rows = count // columns
        if rows * columns != count:
            continue  # a gap among the maps looks as if one were missing
        for below in (True, False):
            # Below the maps a legend had better be low, beside them narrow.
            for legend in sorted(legends, key=lambda size: size.height if below else size.width):
                trial = _Trial(body, count, columns, rows, shape, legend, below, letters)
                width, high = trial.frame_width(title_height)
                if width > best_width * (AS_GOOD if best else 1.0):
                    best, best_width = (trial, high), width
    if best is None:
        raise DataError("the legend leaves no room for the maps; use a larger PAPER")
    trial, high = best
    return trial.plan(best_width, high)


@dataclass
class _Trial:
    """One way to lay the sheet out: maps in columns and rows, the legend below or beside."""

    body: Box
    count: int
    columns: int
    rows: int
    shape: float
    legend: LegendSize
    below: bool
    letters: float

    def __post_init__(self) -> None:
        self.bar_width, self.bar_height = 52.0 * self.letters, 12.0 * self.letters
        self.north = 13.0 * self.letters
        # North arrow and scale bar, one above the other.
        self.signs = self.north + GAP / 2 + self.bar_height
        if self.below:
            wide = self.legend.width + GAP + self.bar_width + self.north
            self.fits = wide <= self.body.width
            self.panel = max(self.legend.height, self.bar_height, self.north)
        else:
            self.fits = True
            self.beside = self.legend.height + GAP + self.signs
            self.panel = max(self.legend.width, self.bar_width)

    def frame_width(self, title_height: Measure) -> tuple[float, float]:
        """How wide the frames can be, and the height of their titles then."""
        if not self.fits:
            return 0.0, 0.0
        room_x, room_y = self.body.width, self.body.height
        if self.below:
            room_y -= self.panel + GAP
        else:
            room_x -= self.panel + GAP
        most = (room_x - (self.columns - 1) * GAP) / self.columns
        row = (room_y - (self.rows - 1) * GAP) / self.rows
        width = most
        while True:  # narrower frames may need more lines of title
            if width < SMALLEST_FRAME:
                return 0.0, 0.0
            high = title_height(width)
            fitting = (row - high) * self.shape
            if fitting >= width:
                break
            width = fitting
        if not self.below and high + self.beside > self.body.height:
            return 0.0, 0.0
        return width, high

    def plan(self, width: float, title: float) -> Plan:
        height = width / self.shape
        block_x = self.columns * width + (self.columns - 1) * GAP
        block_y = self.rows * (title + height) + (self.rows - 1) * GAP
        all_x, all_y = block_x, block_y
        if self.below:
            all_x = max(block_x, self.legend.width + GAP + self.bar_width + self.north)
            all_y += GAP + self.panel
        else:
            all_x += GAP + self.panel
            all_y = max(all_y, title + self.beside)
        left = self.body.x + (self.body.width - all_x) / 2
        # Room that is left over stands below rather than between the heading and the maps.
        top = self.body.y + (self.body.height - all_y) / 3
        first = left + (all_x - block_x) / 2 if self.below else left
        frames, titles = [], []
        for place in range(self.count):
            row, column = divmod(place, self.columns)
            x = first + column * (width + GAP)
            y = top + row * (title + height + GAP)
            titles.append(Box(x, y, width, title))
            frames.append(Box(x, y + title, width, height))
        end = frames[-1].bottom
        if self.below:
            y, right = end + GAP, left + all_x
            legend = Box(left, y, self.legend.width, self.legend.height)
            north = Box(right - self.north, y, self.north, self.north)
            bar = Box(north.x - self.bar_width, y, self.bar_width, self.bar_height)
        else:
            x = left + block_x + GAP
            legend = Box(x, frames[0].y, self.legend.width, self.legend.height)
            # At the foot of the maps, or below the legend where that is longer than they are.
            y = max(end - self.signs, legend.bottom + GAP)
            north = Box(x, y, self.north, self.north)
            bar = Box(x, y + self.north + GAP / 2, self.bar_width, self.bar_height)
        return Plan(
            tuple(frames), tuple(titles), legend, self.legend.columns, bar, north, self.below
        )


@dataclass(frozen=True)
class ScaleBar:
    """Two segments of a round length; `metres` is that of one, `number` the same in `unit`."""

    metres: float
    number: float
    unit: str


def scale_bar(metres_per_mm: float, longest_mm: float) -> ScaleBar:
    """The longest bar of two segments of 1, 2 or 5 times a power of ten that fits."""
    metres = round_length(metres_per_mm * longest_mm / 2)
    # The bar's own end decides: 500 m and 1 km read better in one unit.
    if 2 * metres >= 1000:
        return ScaleBar(metres, metres / 1000, "km")
    return ScaleBar(metres, metres, "m")


def broken(text: str, width: float, width_of: Callable[[str], float], most_lines: int) -> list[str]:
    """A text in lines that fit a width, broken between words, else within one; cut with an
    ellipsis where it needs more lines than allowed.

    Args:
        width_of: says how wide a line is.
    """
    lines = [""]
    for number, word in enumerate(text.split()):
        if len(lines) > most_lines:
            break  # a name of thousands of words is measured no further than it is shown
        joined = f"{lines[-1]} {word}" if number else word
        if not lines[-1] or width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
        # Names of files and Chinese sentences have no blanks to break at.
        while width_of(lines[-1]) > width and len(lines[-1]) > 1 and len(lines) <= most_lines:
            line = lines[-1]
            cut = _fitting(line, width, width_of)
            tidy = max(line.rfind(mark, 0, cut) for mark in "_-/.") + 1
            cut = tidy if tidy > cut / 2 else cut
            while cut > 1 and line[cut] in NOT_FIRST:
                cut -= 1
            lines[-1:] = [line[:cut], line[cut:]]
    if len(lines) > most_lines:
        last = lines[most_lines - 1]
        while last and width_of(f"{last}…") > width:
            last = last[:-1]
        lines = [*lines[: most_lines - 1], f"{last.rstrip()}…"]
    return lines


def _fitting(line: str, width: float, width_of: Callable[[str], float]) -> int:
    """How many signs of a line that is too wide fit, at least one."""
    fits, over = 1, 2
    while over < len(line) and width_of(line[:over]) <= width:
        fits, over = over, 2 * over
    over = min(over, len(line))
    while over - fits > 1:
        middle = (fits + over) // 2
        if width_of(line[:middle]) <= width:
            fits = middle
        else:
            over = middle
    return fits
