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
from math import ceil

from .block import Block, make_block
from .cell_area import CellArea
from .errors import Cancelled
from .grid import Window
from .kinds import keep_freed_memory
from .rasters import Raster, Reader

# About a million cells at a time keeps every array of a block in the processor's cache and
# the memory small, and is still coarse enough for Python's share of the time not to show.
CELLS_PER_BLOCK = 1 << 20

MOST_WORKERS = 4


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
        values, masks = zip(*(reader.read(piece) for reader in handles.readers))
        block = make_block(piece, values, masks, rasters, coders, classes, area)
        return [consumer.count(block) for consumer in consumers]

    keep_freed_memory()
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
