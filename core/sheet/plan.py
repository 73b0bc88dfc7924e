"""How a sheet of maps is laid out: where each part stands, in millimetres.

Tall, square and wide maps, one to eight of them, want different arrangements; all are tried,
and the one that shows the maps largest is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ..base.messages import DataError
from .trial import (
    BELOW,
    GAP,
    NO_EDGES,
    PLACES,
    SMALLEST_FRAME,
    Box,
    GraticuleMargins,
    LegendSize,
    Place,
    Plan,
    Trial,
)

# Landscape, and how much larger than on A4 the letters are.
PAPERS = {"A4": (297.0, 210.0, 1.0), "A3": (420.0, 297.0, 1.25)}

MARGIN = 12.0
MOST_MAPS = 8
# A map of a long strip of land still gets a frame that a title fits over.
NARROWEST, WIDEST = 0.3, 8.0
# Frames of nearly the same size are as good as each other; then the earlier arrangement wins, and
# a legend in larger letters.
AS_GOOD = 1.03
# Up to so many maps a gap among them looks as if one were missing, unless the legend fills it.
FEW = 4

# The height of a text at a width, in millimetres.
Measure = Callable[[float], float]


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
    edges: GraticuleMargins = NO_EDGES,
) -> Plan:
    """The arrangement in which the maps are largest.

    Args:
        body: the part of the sheet between the heading and the source line.
        count: how many maps.
        shape: width by height of each frame.
        title_height: says how high the highest of the maps' titles is at a width.
        legends: LegendSize for every number of columns that may be used, in usual letters and in
            larger ones.
        letters: how much larger than on A4 the letters are.
        edges: room beside each frame.

    Raises:
        DataError: the legend leaves no room for the maps.
    """
    legends = list(legends)
    usual = min(legend.letters for legend in legends)
    best: tuple[Trial, float] | None = None
    best_width = SMALLEST_FRAME
    for columns, rows, place in _grids(count):
        # Below the maps a legend had better be low, beside them narrow.
        for legend in sorted(legends, key=lambda size: _size(size, place)):
            if legend.letters != usual:
                continue
            trial = Trial(body, count, columns, rows, shape, legend, place, letters, edges)
            width, high = trial.frame_width(title_height)
            if width > best_width * (AS_GOOD if best else 1.0):
                best, best_width = (trial, high), width
    if best is None:
        raise DataError("the legend leaves no room for the maps; use a larger PAPER")
    trial, high = best
    return _enlarged(trial, legends, best_width, title_height) or trial.plan(best_width, high)


def _grids(count: int) -> Iterable[tuple[int, int, Place]]:
    """Columns and rows for so many maps, and where the legend may stand then."""
    for columns in range(count, 0, -1):
        rows = -(-count // columns)
        has_gap = rows * columns > count
        # Rows that are all fuller than need be are another grid's.
        if has_gap and -(-count // rows) != columns:
            continue
        for place in PLACES:
            if has_gap if place == GAP else not has_gap or count > FEW:
                yield columns, rows, place


def _size(legend: LegendSize, place: Place) -> float:
    return legend.height if place == BELOW else legend.width


def _enlarged(
    trial: Trial, legends: Iterable[LegendSize], width: float, title_height: Measure
) -> Plan | None:
    """The same with the largest letters in the legend that cost the maps next to nothing."""
    larger = [legend for legend in legends if legend.letters > trial.legend.letters]
    for legend in sorted(larger, key=lambda size: (-size.letters, _size(size, trial.place))):
        other = replace(trial, legend=legend)
        narrower, high = other.frame_width(title_height)
        if narrower * AS_GOOD >= width:
            return other.plan(narrower, high)
    return None
