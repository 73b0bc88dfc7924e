"""The section with the map and the points of the sample on it."""

from __future__ import annotations

import numpy as np

from ..base.arrays import NDArray
from ..base.colours import mixed
from ..base.messages import Message, Term
from ..report.maps import picture, picture_shape
from ..report.parts import Section
from ..report.rounding import rounded
from ..scan.block import Block
from ..scan.coding import FIRST_CLASS
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from .accuracy import AccuracyResults
from .cells import PointCells

# What pictures have as bytes: classes up to here, then the points.
MOST_CLASSES = 240
EDGE, AGREE, DISAGREE = 253, 254, 255
COLOURS = {EDGE: "#ffffff", AGREE: "#1f2933", DISAGREE: "#d1001f"}
# Classes are paler than elsewhere, so that points stand out.
PALE = 0.55
PAPER = "#ffffff"


def accuracy_thumbnail(series: Series) -> Thumbnail:
    """A small map of the class codes of the pass."""
    return Thumbnail(series.window, picture_shape(series.grid, series.window), _codes, 0, np.uint16)


def _codes(block: Block) -> NDArray[np.uint16]:
    return block.codes[0].astype(np.uint16)


def point_section(results: AccuracyResults, points: PointCells) -> Section | None:
    """Where the samples lie; None where the map has too many classes for a picture."""
    thumbnail = results.thumbnail
    if thumbnail is None or len(results.classes) + FIRST_CLASS > MOST_CLASSES:
        return None
    grid, window = results.series.grid, results.series.window
    agreeing = results.accuracy.matched.agreeing
    verdicts = [agreeing.get(key) for key in points.met()]
    cells = results.census.codes[thumbnail.cells].astype(np.uint8)
    rows, columns = (
        (places - first) * size // cell_count
        for places, first, size, cell_count in (
            (points.rows, window.row, cells.shape[0], window.height),
            (points.columns, window.column, cells.shape[1], window.width),
        )
    )
    for radius, values in ((2, (EDGE, EDGE)), (1, (DISAGREE, AGREE))):
        for row, column, verdict in zip(rows, columns, verdicts):
            if verdict is not None and row >= 0 and column >= 0:
                top, left = max(row - radius, 0), max(column - radius, 0)
                cells[top : row + radius + 1, left : column + radius + 1] = values[verdict]
    right, wrong = verdicts.count(True), verdicts.count(False)
    colours = {
        number + FIRST_CLASS: mixed(colour, PAPER, PALE)
        for number, colour in enumerate(results.classes.colours())
    }
    sentence = Message(
        "Map and reference agree at {right} points, and do not at {wrong}.",
        right=rounded(right),
        wrong=rounded(wrong),
    )
    legend = [
        (Term("Map and reference agree"), COLOURS[AGREE]),
        (Term("They do not"), COLOURS[DISAGREE]),
    ]
    drawn = picture(results.dates[0].layer, cells, {**colours, **COLOURS}, grid, window)
    title = Term("Where the samples lie")
    return Section("points", title, [sentence], maps=[drawn], map_legend=legend)
