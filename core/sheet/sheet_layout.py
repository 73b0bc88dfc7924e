"""How a sheet of maps is laid out: where each part stands, in millimetres.

Tall, square and wide maps, one to eight of them, want different arrangements; all are tried, and
the one that shows the maps largest is taken. Besides, texts in lines that fit a width, and round
lengths and angles: of the scale bar, and between the lines of the graticule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, product
from math import floor, log10
from typing import Literal, NamedTuple

from ..base.messages import DataError
from ..base.numbers import get_round_length

SPACING_MM = 6.0
MIN_FRAME_MM = 20.0
# More room between maps and legend looks as if they had nothing to do with each other.
MAX_SPACING_MM = 14.0

# Where the legend stands: below the maps, beside them, or in the place of a map that is not there.
LegendPosition = Literal["below", "beside", "gap"]
POSITION_BELOW: LegendPosition = "below"
POSITION_BESIDE: LegendPosition = "beside"
POSITION_GAP: LegendPosition = "gap"
LEGEND_POSITIONS = (POSITION_BELOW, POSITION_BESIDE, POSITION_GAP)

# Landscape, and how much larger than on A4 the letters are.
PAPER_SIZES = {"A4": (297.0, 210.0, 1.0), "A3": (420.0, 297.0, 1.25)}

MARGIN_MM = 12.0
MAX_MAPS = 8
# A map of a long strip of land still gets a frame that a title fits over.
MIN_FRAME_RATIO, MAX_FRAME_RATIO = 0.3, 8.0
# Frames of nearly the same size are as good as each other; then the earlier arrangement wins, and
# a legend in larger letters.
SIZE_TOLERANCE = 1.03
# Up to so many maps a gap among them looks as if one were missing, unless the legend fills it.
MAX_MAPS_WITHOUT_GAP = 4

# The height of a text at a width, in millimetres.
HeightFunction = Callable[[float], float]

# No line begins with these.
FORBIDDEN_LINE_STARTS = (
    ",.;:!?)]}\u2019\u201d\u3001\u3002\u300b\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
)
# No line ends with these.
FORBIDDEN_LINE_ENDS = "([\u2018\u201c\u300a\u300c\u300e\uff08"

# Degrees that a graticule may be apart, in seconds: round ones as maps have them. What is finer
# is as round as a length.
GRATICULE_STEPS_ARCSEC = (
    *(1, 2, 5, 10, 15, 30),
    *(60 * minutes for minutes in (1, 2, 5, 10, 15, 20, 30)),
    *(3600 * degrees for degrees in (1, 2, 5, 10, 15, 20, 30, 45, 60)),
)
# A graticule has at least so many lines over the shorter side of a map.
MIN_GRATICULE_LINES = 2


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


class GraticuleMargins(NamedTuple):
    """Room to the left of a map's frame and below it, for coordinates, mm."""

    left: float = 0.0
    bottom: float = 0.0


NO_MARGINS = GraticuleMargins()


@dataclass(frozen=True)
class LegendSize:
    """How large the legend is, mm, when set in so many columns, in letters so much larger; `parts`
    are where each of several legends stands in it, and in how many columns: x, y, columns."""

    columns: int
    width: float
    height: float
    letters: float = 1.0
    parts: tuple[tuple[float, float, int], ...] = ()


@dataclass(frozen=True)
class SheetLayout:
    """Where everything stands; the legend is that of so many columns and such letters."""

    frames: tuple[Box, ...]
    titles: tuple[Box, ...]
    legend: Box
    size: LegendSize
    scale_bar: Box
    north_arrow: Box
    position: LegendPosition
    locator: Box | None = None


@dataclass
class LayoutCandidate:
    """Maps in columns and rows, and the legend at its place.

    `inset` is the width and the height of a small map that says where the others lie; 0 for none.
    """

    body: Box
    count: int
    columns: int
    rows: int
    shape: float
    legend: LegendSize
    position: LegendPosition
    letters: float
    edges: GraticuleMargins = NO_MARGINS
    inset: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        # The bar, and the scale in numbers below it.
        self.bar_width, self.bar_height = 52.0 * self.letters, 15.5 * self.letters
        self.north = 13.0 * self.letters
        # North arrow and scale bar, one above the other.
        self.signs = self.north + SPACING_MM / 2 + self.bar_height
        if self.inset[1]:
            self.signs += self.inset[1] + SPACING_MM / 2
        # With both below it, beside the maps and in a gap.
        self.tall = self.legend.height + SPACING_MM + self.signs
        self.wide = max(self.legend.width, self.bar_width, self.inset[0])
        self.low = self.legend.width + SPACING_MM + self.bar_width + self.north
        if self.inset[0]:
            self.low += self.inset[0] + SPACING_MM
        self.panel = max(self.legend.height, self.bar_height, self.north, self.inset[1])

    def fit_frame_width(self, title_height: Callable[[float], float]) -> tuple[float, float]:
        """How wide the frames can be, and the height of their titles then; 0 where nothing fits."""
        room_x, room_y = self.body.width, self.body.height
        if self.position == POSITION_BELOW:
            if self.low > self.body.width:
                return 0.0, 0.0
            room_y -= self.panel + SPACING_MM
        elif self.position == POSITION_BESIDE:
            room_x -= self.wide + SPACING_MM
        most = (room_x - (self.columns - 1) * SPACING_MM) / self.columns - self.edges.left
        row = (room_y - (self.rows - 1) * SPACING_MM) / self.rows - self.edges.bottom
        width = most
        while True:  # narrower frames may need more lines of title
            if width < MIN_FRAME_MM:
                return 0.0, 0.0
            high = title_height(width)
            fitting = (row - high) * self.shape
            if fitting >= width:
                break
            width = fitting
        if self.position == POSITION_BESIDE and high + self.tall > self.body.height:
            return 0.0, 0.0
        missing = self.rows * self.columns - self.count
        gap = missing * (self.edges.left + width) + (missing - 1) * SPACING_MM
        fits = self.wide <= gap and self.tall <= width / self.shape + self.edges.bottom
        if self.position == POSITION_GAP and not fits:
            return 0.0, 0.0
        return width, high

    def make_layout(self, width: float, title: float) -> SheetLayout:
        """Where everything stands with frames of a width, under titles of a height."""
        cell_x = self.edges.left + width
        cell_y = title + width / self.shape + self.edges.bottom
        block_x = self.columns * cell_x + (self.columns - 1) * SPACING_MM
        block_y = self.rows * cell_y + (self.rows - 1) * SPACING_MM
        all_x, all_y = block_x, block_y
        if self.position == POSITION_BELOW:
            all_x = max(block_x, self.low)
            all_y += SPACING_MM + self.panel
        elif self.position == POSITION_BESIDE:
            all_x += SPACING_MM + self.wide
            all_y = max(all_y, title + self.tall)
        left = self.body.x + (self.body.width - all_x) / 2
        # Room that is left over stands above the maps, below all, and above a legend below them.
        spare = (self.body.height - all_y) / 3
        top = self.body.y + spare
        first = left + (all_x - block_x) / 2 if self.position == POSITION_BELOW else left
        cells = []
        for index in range(self.count):
            row, column = divmod(index, self.columns)
            cells.append(
                (first + column * (cell_x + SPACING_MM), top + row * (cell_y + SPACING_MM))
            )
        frames = [Box(x + self.edges.left, y + title, width, width / self.shape) for x, y in cells]
        titles = [Box(frame.x, frame.y - title, width, title) for frame in frames]
        if self.position == POSITION_BELOW:
            y = top + block_y + min(SPACING_MM + spare, max(SPACING_MM, MAX_SPACING_MM))
            legend, bar, north, inset = self._layout_row(left, y, left + all_x)
        elif self.position == POSITION_BESIDE:
            x = left + block_x + SPACING_MM
            legend, bar, north, inset = self._layout_column(x, frames[0].y, frames[-1].bottom)
        else:
            legend, bar, north, inset = self._layout_column(
                cells[-1][0] + cell_x + SPACING_MM, frames[-1].y, frames[-1].bottom
            )
        signs = bar, north, self.position, inset if self.inset[0] else None
        return SheetLayout(tuple(frames), tuple(titles), legend, self.legend, *signs)

    def _layout_row(self, left: float, y: float, right: float) -> tuple[Box, Box, Box, Box]:
        """Legend, scale bar, north arrow and inset in a row."""
        legend = Box(left, y, self.legend.width, self.legend.height)
        north = Box(right - self.north, y, self.north, self.north)
        bar = Box(north.x - self.bar_width, y, self.bar_width, self.bar_height)
        return legend, bar, north, Box(bar.x - SPACING_MM - self.inset[0], y, *self.inset)

    def _layout_column(self, x: float, y: float, end: float) -> tuple[Box, Box, Box, Box]:
        """Legend, bar, arrow and inset in a column: signs at the end, or below a longer legend."""
        legend = Box(x, y, self.legend.width, self.legend.height)
        foot = max(end - self.signs, legend.bottom + SPACING_MM)
        inset = Box(x, foot, *self.inset)
        foot = inset.bottom + SPACING_MM / 2 if self.inset[1] else foot
        north = Box(x, foot, self.north, self.north)
        bar = Box(x, foot + self.north + SPACING_MM / 2, self.bar_width, self.bar_height)
        return legend, bar, north, inset


def combine_legend_sizes(
    legends: Sequence[Sequence[LegendSize]], most_columns: int
) -> Iterable[LegendSize]:
    """The sizes of several legends side by side, or one above the other; each comes in any number
    of columns, in letters of one size."""
    for chosen in product(*legends):
        columns = sum(size.columns for size in chosen)
        letters = chosen[0].letters
        if columns <= most_columns or len(chosen) == 1:
            starts = accumulate((size.width + 2 * SPACING_MM for size in chosen), initial=0.0)
            parts = tuple((x, 0.0, size.columns) for x, size in zip(starts, chosen))
            wide = parts[-1][0] + chosen[-1].width
            high = max(size.height for size in chosen)
            yield LegendSize(columns, wide, high, letters, parts)
        if len({size.columns for size in chosen}) == 1 < len(chosen):
            starts = accumulate((size.height + SPACING_MM for size in chosen), initial=0.0)
            parts = tuple((0.0, y, size.columns) for y, size in zip(starts, chosen))
            wide = max(size.width for size in chosen)
            high = parts[-1][1] + chosen[-1].height
            yield LegendSize(chosen[0].columns, wide, high, letters, parts)


def frame_aspect_ratio(width: float, height: float) -> float:
    """Width by height of the frames for an extent."""
    return min(max(width / height, MIN_FRAME_RATIO), MAX_FRAME_RATIO)


def arrange_maps(
    body: Box,
    count: int,
    shape: float,
    title_height: HeightFunction,
    legends: Iterable[LegendSize],
    letters: float = 1.0,
    edges: GraticuleMargins = NO_MARGINS,
    inset: tuple[float, float] = (0.0, 0.0),
) -> SheetLayout:
    """The arrangement in which so many maps are largest.

    Args:
        body: the part of the sheet between the heading and the source line.
        shape: width by height of each frame.
        title_height: says how high the highest of the maps' titles is at a width.
        legends: for every number of columns that may be used, in usual letters and in larger ones.
        letters: how much larger than on A4 the letters are.
        edges, inset: as of a Trial.
    """
    legends = list(legends)
    usual = min(legend.letters for legend in legends)
    best: tuple[LayoutCandidate, float] | None = None
    best_width = MIN_FRAME_MM
    for columns, rows, position in _candidate_grids(count):
        # Below the maps a legend had better be low, beside them narrow.
        for legend in sorted(legends, key=lambda size: _legend_extent(size, position)):
            if legend.letters != usual:
                continue
            trial = LayoutCandidate(
                body, count, columns, rows, shape, legend, position, letters, edges, inset
            )
            width, high = trial.fit_frame_width(title_height)
            if width > best_width * (SIZE_TOLERANCE if best else 1.0):
                best, best_width = (trial, high), width
    if best is None:
        raise DataError("PAPER: the legend leaves no room for the maps; use a larger size")
    trial, high = best
    # The largest letters in the legend that cost the maps next to nothing.
    larger = [legend for legend in legends if legend.letters > usual]
    for legend in sorted(
        larger, key=lambda size: (-size.letters, _legend_extent(size, trial.position))
    ):
        other = replace(trial, legend=legend)
        narrower, higher = other.fit_frame_width(title_height)
        if narrower * SIZE_TOLERANCE >= best_width:
            return other.make_layout(narrower, higher)
    return trial.make_layout(best_width, high)


def _candidate_grids(count: int) -> Iterable[tuple[int, int, LegendPosition]]:
    """Columns and rows for so many maps, and where the legend may stand then."""
    for columns in range(count, 0, -1):
        rows = -(-count // columns)
        has_gap = rows * columns > count
        # Rows that are all fuller than need be are another grid's.
        if has_gap and -(-count // rows) != columns:
            continue
        for position in LEGEND_POSITIONS:
            if has_gap if position == POSITION_GAP else not has_gap or count > MAX_MAPS_WITHOUT_GAP:
                yield columns, rows, position


def _legend_extent(legend: LegendSize, position: LegendPosition) -> float:
    return legend.height if position == POSITION_BELOW else legend.width


def wrap_text(
    text: str, width: float, width_of: Callable[[str], float], most_lines: int
) -> list[str]:
    """A text in lines that fit a width, broken between words, else within one; cut with an
    ellipsis where it needs more lines than allowed."""
    lines = [""]
    for index, word in enumerate(text.split()):
        if len(lines) > most_lines:
            break  # a name of thousands of words is measured no further than it is shown
        joined = f"{lines[-1]} {word}" if index else word
        if not lines[-1] or width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
        # Names of files and Chinese sentences have no blanks to break at.
        while width_of(lines[-1]) > width and len(lines[-1]) > 1 and len(lines) <= most_lines:
            line = lines[-1]
            cut = _count_fitting_letters(line, width, width_of)
            tidy = max(line.rfind(mark, 0, cut) for mark in "_-/.") + 1
            cut = tidy if tidy > cut / 2 else cut
            while cut > 1 and (
                line[cut] in FORBIDDEN_LINE_STARTS or line[cut - 1] in FORBIDDEN_LINE_ENDS
            ):
                cut -= 1
            lines[-1:] = [line[:cut], line[cut:]]
    if len(lines) > most_lines:
        last = lines[most_lines - 1]
        while last and width_of(f"{last}…") > width:
            last = last[:-1]
        lines = [*lines[: most_lines - 1], f"{last.rstrip()}…"]
    return lines


def _count_fitting_letters(line: str, width: float, width_of: Callable[[str], float]) -> int:
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


class ScaleBar(NamedTuple):
    """Two segments of a round length; `metres` is that of one, `value` the same in `unit`."""

    metres: float
    value: float
    unit: str


def fit_scale_bar(metres_per_mm: float, longest_mm: float) -> ScaleBar:
    """The longest bar of two segments of 1, 2 or 5 times a power of ten that fits."""
    metres = get_round_length(metres_per_mm * longest_mm / 2)
    # The bar's own end decides: 500 m and 1 km read better in one unit.
    if 2 * metres >= 1000:
        return ScaleBar(metres, metres / 1000, "km")
    return ScaleBar(metres, metres, "m")


def format_scale(metres_per_mm: float) -> str:
    """What one unit of the paper is on the ground, to three digits, such as 1:106,000."""
    denominator = 1000 * metres_per_mm
    digits = max(0, floor(log10(denominator)) - 2) if denominator > 0 else 0
    return f"1:{round(denominator, -digits):,.0f}"


def graticule_interval_deg(shorter: float) -> float:
    """How far apart the lines of a graticule stand, degrees, by the shorter side of a map."""
    most = 3600 * shorter / MIN_GRATICULE_LINES
    fitting = [step for step in GRATICULE_STEPS_ARCSEC if step <= most * (1 + 1e-9)]
    return (fitting[-1] if fitting else get_round_length(most)) / 3600


def graticule_interval_units(shorter: float) -> float:
    """How far apart lines stand in the units of a map that lies nowhere on the globe."""
    return get_round_length(shorter / MIN_GRATICULE_LINES)
