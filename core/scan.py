"""The one pass: every date read once, block by block, and handed to consumers.

Worker threads decode and count; GDAL frees the interpreter lock while it decodes, so two
threads keep two cores busy. What a consumer makes of a block is merged in the calling
thread, in reading order, so that results never depend on which thread was faster.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil

import numpy as np

from .cell_area import CellArea
from .coding import FIRST_CLASS, NODATA, OUTSIDE, NotWhole
from .errors import Cancelled, DataError
from .grid import Window
from .rasters import BEYOND, VALID, Raster, Reader

# About a million cells at a time keeps every array of a block in the processor's cache and
# the memory small, and is still coarse enough for Python's share of the time not to show.
CELLS_PER_BLOCK = 1 << 20

# Land use comes in patches: counting runs of equal cells beats counting cells as long as a
# run holds a few. On noise it loses, and every cell is counted by itself.
SHORTEST_MEAN_RUN = 3

MOST_WORKERS = 4


@dataclass
class Block:
    """One window of all dates, as runs of cells that are alike at every date.

    Attributes:
        window: where the block lies on the grid.
        codes: per date, the class code (core.coding) of each run, int16, shape (runs,).
        lengths: cells in each run, or None where every cell is a run of its own.
        hectares: of each run, or None where all cells of the grid have the same area.
        n_codes: one more than the largest code that may occur.
    """

    window: Window
    codes: list
    lengths: np.ndarray | None
    hectares: np.ndarray | None
    n_codes: int

    def __post_init__(self):
        valid = np.ones(self.codes[0].shape, bool)
        for codes in self.codes:
            valid &= codes >= FIRST_CLASS
        self.valid = None if valid.all() else valid

    def tally(self, codes: np.ndarray, bins: int, valid_only: bool = True) -> tuple:
        """Cells (int64) and hectares (None where cells are alike) by code, shape (bins,).

        Only cells that are valid at all dates count, unless told otherwise.
        """
        lengths, hectares = self.lengths, self.hectares
        if valid_only and self.valid is not None:
            codes = codes[self.valid]
            lengths = None if lengths is None else lengths[self.valid]
            hectares = None if hectares is None else hectares[self.valid]
        # bincount adds weights as doubles, which hold every count up to 2**53 exactly.
        cells = np.bincount(codes, lengths, bins).astype(np.int64)
        return cells, None if hectares is None else np.bincount(codes, hectares, bins)

    def pair_codes(self, earlier: int, later: int) -> np.ndarray:
        """One code per pair of classes, from * n_codes + to, by run; 0 where left out."""
        pairs = self.codes[earlier].astype(np.int32) * self.n_codes + self.codes[later]
        if self.valid is not None:
            pairs[~self.valid] = 0
        return pairs

    def expand(self, values: np.ndarray) -> np.ndarray:
        """Values by run as values by cell, shape (height, width)."""
        if self.lengths is not None:
            values = np.repeat(values, self.lengths)
        return values.reshape(self.window.height, self.window.width)


class Consumer:
    """What takes part in the pass. `count` runs in a worker, `merge` in order in the caller."""

    def count(self, block: Block):
        """What this consumer needs of a block, worked out in a worker thread."""
        raise NotImplementedError

    def merge(self, window: Window, part) -> None:
        """Take in what `count` gave for a window; called in reading order."""
        raise NotImplementedError


def blocks(window: Window, rasters: list[Raster], cells: int = CELLS_PER_BLOCK) -> list[Window]:
    """Cut a window into pieces of about so many cells, along the rasters' own blocks.

    A piece holds whole blocks of the coarsest raster where that is possible, so that no
    block is decoded twice; the pieces cover the window once, row by row of pieces.
    """
    block_height = _step([raster.block_height for raster in rasters], window.height)
    block_width = _step([raster.block_width for raster in rasters], window.width)
    if window.width * block_height <= cells:
        width = window.width + window.column
        height = block_height * max(1, cells // (window.width * block_height))
    else:
        width = block_width * max(1, cells // (block_width * block_height))
        height = min(block_height, max(1, cells // min(width, window.width)))
    return [
        Window(column, row, next_column - column, next_row - row)
        for row, next_row in _cuts(window.row, window.height, height)
        for column, next_column in _cuts(window.column, window.width, width)
    ]


def _step(sizes: list[int], extent: int) -> int:
    """The largest block size, or 1 where a block is as large as the whole raster."""
    return max([size for size in sizes if size < extent] or [1])


def _cuts(start: int, length: int, step: int) -> list[tuple[int, int]]:
    """Begin and end of the pieces of a stretch, cut at the multiples of a step."""
    inner = range(ceil((start + 1) / step) * step, start + length, step)
    edges = [start, *inner, start + length]
    return list(zip(edges, edges[1:]))


def scan(
    rasters: list[Raster],
    coders: list,
    classes,
    window: Window,
    area: CellArea,
    consumers: list[Consumer],
    progress=lambda fraction: True,
    workers: int | None = None,
) -> None:
    """Read a window of all rasters once and let the consumers have it.

    Args:
        rasters: the dates, all on one grid.
        coders: per date, raster values to class codes.
        classes: the class list that the coders may add to.
        window: the cells to read.
        area: hectares of the cells.
        consumers: counted and merged for every block.
        progress: called in the calling thread with the part done, 0 to 1; the pass stops
            when it returns False.
        workers: threads; by default one per processor, four at the most.

    Raises:
        DataError: a raster cannot be read or holds a value that is no class.
        Cancelled: progress returned False.
    """
    workers = workers or min(MOST_WORKERS, os.cpu_count() or 1)
    handles = threading.local()

    def work(piece: Window) -> list:
        if not hasattr(handles, "readers"):
            handles.readers = [Reader(raster) for raster in rasters]
        block = _block(piece, handles.readers, rasters, coders, classes, area)
        return [consumer.count(block) for consumer in consumers]

    pieces = blocks(window, rasters)
    done = 0
    waiting: deque = deque()
    pool = ThreadPoolExecutor(workers)
    try:
        for piece in pieces + [None] * (workers + 1):
            if piece is not None:
                waiting.append((piece, pool.submit(work, piece)))
            if waiting and (piece is None or len(waiting) > workers + 1):
                finished, future = waiting.popleft()
                for consumer, part in zip(consumers, future.result()):
                    consumer.merge(finished, part)
                done += finished.cells
                if not progress(done / window.cells):
                    raise Cancelled
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _block(piece: Window, readers: list, rasters: list, coders: list, classes, area) -> Block:
    values, masks = [], []
    for reader in readers:
        cells, mask = reader.read(piece)
        values.append(cells.ravel())
        masks.append(None if mask is None else mask.ravel())
    starts = _run_starts([*values, *(mask for mask in masks if mask is not None)])
    lengths = None
    if starts is not None:
        if area.by_row:
            starts = np.union1d(starts, np.arange(0, piece.cells, piece.width))
        lengths = np.diff(starts, append=piece.cells)
    codes = []
    for raster, coder, cells, mask in zip(rasters, coders, values, masks):
        if starts is not None:
            cells, mask = cells[starts], None if mask is None else mask[starts]
        codes.append(_codes(piece, raster, coder, cells, mask, starts))
    return Block(
        piece, codes, lengths, _run_hectares(piece, area, starts), len(classes) + FIRST_CLASS
    )


def _codes(piece: Window, raster: Raster, coder, cells, mask, starts) -> np.ndarray:
    """Class codes of one date by run; what a mask leaves out is never looked up."""
    shown = slice(None) if mask is None else mask == VALID
    try:
        found = coder.codes(cells[shown])
    except NotWhole as error:
        odd = cells == error.value
        place = int(np.flatnonzero(odd if mask is None else odd & shown)[0])
        place = place if starts is None else int(starts[place])
        row, column = divmod(place, piece.width)
        raise DataError(
            "{label} holds {value:.10g} in row {row}, column {column}; land-use classes "
            "are whole numbers",
            label=raster.label,
            value=error.value,
            row=piece.row + row + 1,
            column=piece.column + column + 1,
        ) from None
    if mask is None:
        return found
    codes = np.where(mask == BEYOND, np.int16(OUTSIDE), np.int16(NODATA))
    codes[shown] = found
    return codes


def _run_hectares(piece: Window, area: CellArea, starts: np.ndarray | None) -> np.ndarray | None:
    """Hectares of each run; None where all cells of the grid are alike."""
    if area.uniform is not None:
        return None
    cells = area.of(piece)
    if area.by_row and starts is not None:
        lengths = np.diff(starts, append=piece.cells)
        return lengths * cells[starts // piece.width, 0]
    cells = np.broadcast_to(cells, (piece.height, piece.width)).ravel()
    return cells if starts is None else np.add.reduceat(cells, starts)


def _run_starts(values: list) -> np.ndarray | None:
    """Where, along the cells of a block, any date changes; None where runs are too short."""
    changes = np.empty(values[0].size, bool)
    changes[0] = True
    np.not_equal(values[0][1:], values[0][:-1], out=changes[1:])
    for cells in values[1:]:
        changes[1:] |= cells[1:] != cells[:-1]
    if np.count_nonzero(changes) * SHORTEST_MEAN_RUN > changes.size:
        return None
    return np.flatnonzero(changes)
