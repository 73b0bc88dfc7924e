"""Layout of map sheets: positions of all parts, in millimetres.

The best arrangement depends on the number of maps, one to eight, and their aspect
ratio; all are tried, and the one with the largest maps is used. The module also wraps
texts to a width, and finds round lengths and angles for the scale bar and the
graticule.
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
# With more space between maps and legend, they would look unrelated.
MAX_SPACING_MM = 14.0

# Position of the legend: below the maps, beside them, or in an empty place of the grid.
LegendPosition = Literal["below", "beside", "gap"]
POSITION_BELOW: LegendPosition = "below"
POSITION_BESIDE: LegendPosition = "beside"
POSITION_GAP: LegendPosition = "gap"
LEGEND_POSITIONS = (POSITION_BELOW, POSITION_BESIDE, POSITION_GAP)

# Landscape width and height, and font size relative to A4.
PAPER_SIZES = {"A4": (297.0, 210.0, 1.0), "A3": (420.0, 297.0, 1.25)}

MARGIN_MM = 12.0
MAX_MAPS = 8
# Frames of elongated areas remain wide enough for a title.
MIN_FRAME_RATIO, MAX_FRAME_RATIO = 0.3, 8.0
# Frames of nearly the same size are treated as equal; then the earlier arrangement is used, and
# larger letters in the legend.
SIZE_TOLERANCE = 1.03
# Up to this number of maps, an empty place in the grid must contain the legend.
MAX_MAPS_WITHOUT_GAP = 4

# Height of a text for a given width, in millimetres.
HeightFunction = Callable[[float], float]

# Characters not allowed at the start of a line.
FORBIDDEN_LINE_STARTS = (
    ",.;:!?)]}\u2019\u201d\u3001\u3002\u300b\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
)
# Characters not allowed at the end of a line.
FORBIDDEN_LINE_ENDS = "([\u2018\u201c\u300a\u300c\u300e\uff08"

# Graticule intervals in arc seconds, as common on maps. Finer intervals are rounded like lengths.
GRATICULE_STEPS_ARCSEC = (
    *(1, 2, 5, 10, 15, 30),
    *(60 * minutes for minutes in (1, 2, 5, 10, 15, 20, 30)),
    *(3600 * degrees for degrees in (1, 2, 5, 10, 15, 20, 30, 45, 60)),
)
# Minimum number of graticule lines across the shorter side of a map.
MIN_GRATICULE_LINES = 2


@dataclass(frozen=True)
class Box:
    """Part of the sheet: upper left corner, width and height, mm."""

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
    """Space for coordinates to the left of and below a map frame, mm."""

    left: float = 0.0
    bottom: float = 0.0


NO_MARGINS = GraticuleMargins()


@dataclass(frozen=True)
class LegendSize:
    """Legend size, mm, by columns and relative font; `parts`: x, y, columns of each legend."""

    columns: int
    width: float
    height: float
    letters: float = 1.0
    parts: tuple[tuple[float, float, int], ...] = ()


@dataclass(frozen=True)
class SheetLayout:
    """Positions of all parts, with the legend size used."""

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
    """Maps in columns and rows, with the legend position; `inset`: overview width, height or 0."""

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
        # Scale bar with the numeric scale below it.
        self.bar_width, self.bar_height = 52.0 * self.letters, 15.5 * self.letters
        self.north = 13.0 * self.letters
        # North arrow above the scale bar.
        self.signs = self.north + SPACING_MM / 2 + self.bar_height
        if self.inset[1]:
            self.signs += self.inset[1] + SPACING_MM / 2
        # Sizes with both of them below the legend (beside the maps or in a gap), and beside it.
        self.tall = self.legend.height + SPACING_MM + self.signs
        self.wide = max(self.legend.width, self.bar_width, self.inset[0])
        self.low = self.legend.width + SPACING_MM + self.bar_width + self.north
        if self.inset[0]:
            self.low += self.inset[0] + SPACING_MM
        self.panel = max(self.legend.height, self.bar_height, self.north, self.inset[1])

    def fit_frame_width(self, title_height: Callable[[float], float]) -> tuple[float, float]:
        """Return the maximum frame width and the title height for it; 0 if nothing fits."""
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
        """Return the layout for a frame width and a title height."""
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
        # Remaining space is distributed above the maps, below all parts, and above a legend below
        # the maps.
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
        """Arrange legend, scale bar, north arrow and inset in a row."""
        legend = Box(left, y, self.legend.width, self.legend.height)
        north = Box(right - self.north, y, self.north, self.north)
        bar = Box(north.x - self.bar_width, y, self.bar_width, self.bar_height)
        return legend, bar, north, Box(bar.x - SPACING_MM - self.inset[0], y, *self.inset)

    def _layout_column(self, x: float, y: float, end: float) -> tuple[Box, Box, Box, Box]:
        """Arrange legend, inset, arrow and bar in a column, the latter three at its end."""
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
    """Yield sizes of legends side by side or stacked, in any number of columns, one font size."""
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
    """Return width / height of the frames for an extent."""
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
    """Return the arrangement with the largest frames for `count` maps.

    Args:
        body: the part of the sheet between the heading and the source line.
        shape: width / height of each frame.
        title_height: returns the height of the highest map title for a width.
        legends: sizes for each allowed number of columns, in normal and larger letters.
        letters: font size relative to A4.
        edges, inset: as in LayoutCandidate.
    """
    legends = list(legends)
    usual = min(legend.letters for legend in legends)
    best: tuple[LayoutCandidate, float] | None = None
    best_width = MIN_FRAME_MM
    for columns, rows, position in _candidate_grids(count):
        # Low legends are preferred below the maps, narrow ones beside them.
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
    # Largest letters in the legend that hardly reduce the maps.
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
    """Yield columns and rows for a number of maps, with the possible legend positions."""
    for columns in range(count, 0, -1):
        rows = -(-count // columns)
        has_gap = rows * columns > count
        # The same rows are possible with fewer columns.
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
    """Wrap a text between words, else within; truncate with an ellipsis at the maximum lines."""
    lines = [""]
    for index, word in enumerate(text.split()):
        if len(lines) > most_lines:
            break  # a name of thousands of words is measured no further than it is shown
        joined = f"{lines[-1]} {word}" if index else word
        if not lines[-1] or width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
        # File names and Chinese sentences have no spaces.
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
    """Return how many characters of a line that is too wide fit, at least one."""
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
    """Scale bar of two segments; `metres` and `value` (in `unit`) are the length of one."""

    metres: float
    value: float
    unit: str


def fit_scale_bar(metres_per_mm: float, longest_mm: float) -> ScaleBar:
    """Return the longest bar of two segments of 1, 2 or 5 times a power of ten that fits."""
    metres = get_round_length(metres_per_mm * longest_mm / 2)
    # The total length decides: 500 m and 1 km are easier to read in a single unit.
    if 2 * metres >= 1000:
        return ScaleBar(metres, metres / 1000, "km")
    return ScaleBar(metres, metres, "m")


def format_scale(metres_per_mm: float) -> str:
    """Format the scale to three digits, such as 1:106,000."""
    denominator = 1000 * metres_per_mm
    digits = max(0, floor(log10(denominator)) - 2) if denominator > 0 else 0
    return f"1:{round(denominator, -digits):,.0f}"


def graticule_interval_deg(shorter: float) -> float:
    """Return the interval of graticule lines in degrees, for the shorter side of a map."""
    most = 3600 * shorter / MIN_GRATICULE_LINES
    fitting = [step for step in GRATICULE_STEPS_ARCSEC if step <= most * (1 + 1e-9)]
    return (fitting[-1] if fitting else get_round_length(most)) / 3600


def graticule_interval_units(shorter: float) -> float:
    """Return the interval of grid lines in map units, for a map without a geographic position."""
    return get_round_length(shorter / MIN_GRATICULE_LINES)
