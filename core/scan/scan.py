"""The one pass: every date read once, block by block, and handed to consumers.

Worker threads decode and count; GDAL frees the interpreter lock while it decodes, so two
threads keep two cores busy. What a consumer makes of a block is merged in the calling
thread, in reading order, so that results never depend on which thread was faster.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, groupby
from math import ceil, lcm
from typing import TypeVar

from ..base.messages import Cancelled, DataError, Progress
from ..raster.grid import Window
from ..raster.reader import Read, Reader, SharedReader
from ..raster.source import Raster, require_unchanged
from .block import Block, make_block, masked_block
from .block_combinations import keep_freed_memory
from .coding import coder
from .columns import RasterColumn
from .consumer import Consumer, Part
from .edges import hide
from .series import Series
from .strata import Strata

Job = TypeVar("Job")
Made = TypeVar("Made")

# About a million cells at a time keeps every array of a block in the processor's cache and
# the memory small, and is still coarse enough for Python's share of the time not to show.
CELLS_PER_BLOCK = 1 << 20

MOST_WORKERS = 4

# Blocks of 256 and of 384 cells end together every 768; those of 7 and of 256 not soon enough.
FARTHEST_STEP = 1024


# Where near cells are told, a thread takes bands of so many rows of pieces, at least and at most:
# what lies about a band is decoded twice.
ROWS_OF_BAND = 4, 16
BANDS_OF_WORKER = 2


def bands(pieces: list[list[Window]], workers: int) -> list[list[Window]]:
    """The same pieces in groups that reach from the left edge to the right, in reading order."""
    in_order = sorted((p for group in pieces for p in group), key=lambda p: (p.row, p.column))
    rows = [list(row) for _, row in groupby(in_order, key=lambda piece: piece.row)]
    least, most = ROWS_OF_BAND
    size = min(most, max(least, ceil(len(rows) / (BANDS_OF_WORKER * workers))))
    return [list(chain(*rows[n : n + size])) for n in range(0, len(rows), size)]


def groups(
    window: Window, rasters: list[Raster], cells: int = CELLS_PER_BLOCK, heights: Sequence[int] = ()
) -> list[list[Window]]:
    """Cut a window into pieces of at most about so many cells, in groups for one thread each.

    A group holds whole blocks of all rasters where that is possible, so that no block is decoded
    twice: some rows of blocks in one piece, or blocks too large for one in several. The groups,
    and the pieces of each, stand in reading order and cover the window once. `heights` are those
    of the blocks of what is written, which a group should hold whole too.
    """
    cut = [raster for raster in rasters if not is_one_block(raster, window)]
    step = _step([*(raster.block_height for raster in cut), *heights])
    rows = min(step, window.height)
    whole_row = window.column + window.width
    if window.width * rows <= cells:
        step *= max(1, cells // (window.width * step))
        return [[piece] for piece in _cut(window, whole_row, step)]
    tiles = [raster.block_width for raster in cut if raster.block_width < window.width]
    width = _step(tiles)
    width *= max(1, cells // (width * rows))
    height = max(1, cells // min(width, window.width))
    # Where one raster has tiles and another has strips, a strip lies across a row of tiles.
    across = width if len(tiles) == len(cut) else whole_row
    return [_cut(group, width, height) for group in _cut(window, across, step)]


def is_one_block(raster: Raster, window: Window) -> bool:
    """Whether a raster has one block for all of a window, so that no group can hold its own."""
    return raster.block_width >= window.width and raster.block_height >= window.height


def _step(sizes: list[int]) -> int:
    """Where blocks of all these sizes end together, or the largest where that is too far."""
    largest = max(sizes, default=1)
    together = lcm(*sizes)
    return together if together <= FARTHEST_STEP else largest


def _cut(window: Window, width: int, height: int) -> list[Window]:
    """A window cut at the multiples of a width and a height."""
    return [
        Window(column, row, next_column - column, next_row - row)
        for row, next_row in _cuts(window.row, window.height, height)
        for column, next_column in _cuts(window.column, window.width, width)
    ]


def _cuts(start: int, length: int, step: int) -> list[tuple[int, int]]:
    """Begin and end of the pieces of a stretch, cut at the multiples of a step."""
    inner = range(ceil((start + 1) / step) * step, start + length, step)
    edges = [start, *inner, start + length]
    return list(zip(edges, edges[1:]))


def scan(
    series: Series,
    consumers: Sequence[Consumer],
    *,
    progress: Progress = lambda fraction: True,
    workers: int | None = None,
    cells: int = CELLS_PER_BLOCK,
    strata: Strata | None = None,
) -> None:
    """Read the window of a series once and let the consumers have it.

    Args:
        series: the dates; classes are added to its list as they turn up.
        consumers: counted and merged for every block.
        progress: called in the calling thread with the part done, 0 to 1; the pass stops
            when it returns False.
        workers: threads; by default one per processor, four at the most.
        cells: about how many of them are taken at a time.
        strata: tell the cells of a block apart besides the dates.

    Raises:
        DataError: a raster cannot be read, holds a value that is no class, or was changed since it
            was opened.
        Cancelled: progress returned False.
    """
    rasters, classes, window, mask = series.rasters, series.classes, series.window, series.mask
    coders = [coder(*one, classes) for one in zip(rasters, series.namings)]
    workers = workers or min(MOST_WORKERS, os.cpu_count() or 1)
    handles = threading.local()
    by_strata = [] if strata is None or strata.raster is None else [strata.raster]
    measured = [consumer.measures for consumer in consumers if consumer.measures is not None]
    read = [*rasters, *by_strata, *measured]
    first_measured = len(rasters) + len(by_strata)
    near = next((consumer.near for consumer in consumers if consumer.near is not None), None)
    # A single block would be decoded by every thread; all of them share what holds it.
    shared = {
        number: SharedReader(raster)
        for number, raster in enumerate(read)
        if raster.onto is None and is_one_block(raster, window)
    }
    stopped = threading.Event()

    def block_of(piece: Window) -> tuple[Block, list[Read]]:
        inside = True if mask is None else mask.of(piece)
        if inside is False:
            return masked_block(piece, len(rasters), classes, series.area), []
        cells = [reader.read(piece) for reader in handles.readers]
        held, values = cells[:first_measured], cells[first_measured:]
        some = None if inside is True else inside
        if some is not None:
            hide(held, some)
        dates = [RasterColumn(piece, *of) for of in zip(rasters, coders, *zip(*held))]
        in_strata = None
        if strata is not None:
            of_strata = held[len(rasters) :]
            in_strata = strata, strata.column(piece, *of_strata, inside=some)
        return make_block(piece, dates, classes, series.area, in_strata, some), values

    def work(group: list[Window]) -> list[tuple[Window, list[Part]]]:
        if not hasattr(handles, "readers"):
            handles.readers = [shared.get(n) or Reader(raster) for n, raster in enumerate(read)]
        blocks: Iterator[tuple[Block, list[Read]]]
        blocks = (block_of(piece) for piece in group if not stopped.is_set())
        if near is not None:
            blocks = near.told(blocks, handles.readers[0])
        parts = [(block.window, _taken(consumers, block, iter(values))) for block, values in blocks]
        for reader in handles.readers:
            reader.let_go()
        return parts

    keep_freed_memory()
    done = 0
    pool = ThreadPoolExecutor(workers)
    try:
        heights = [consumer.block_height for consumer in consumers]
        pieces = groups(window, read, cells, heights)
        if near is not None:
            pieces = bands(pieces, workers)
        for parts_of_group in _in_order(pool, work, pieces, workers + 1):
            for piece, parts in parts_of_group:
                for consumer, part in zip(consumers, parts):
                    consumer.merge(piece, part)
                done += piece.cells
                if not progress(done / window.cells):
                    raise Cancelled
    except DataError:
        # What was changed may be what cannot be read.
        for raster in read:
            require_unchanged(raster)
        raise
    finally:
        stopped.set()
        pool.shutdown(wait=True, cancel_futures=True)
    for raster in read:
        require_unchanged(raster)


def _taken(consumers: Sequence[Consumer], block: Block, values: Iterator[Read]) -> list[Part]:
    """What the consumers make of a block, and of the values that were read for some of them."""
    parts = []
    for consumer in consumers:
        read = None if consumer.measures is None else next(values, None)
        parts.append(consumer.take(block) if read is None else consumer.take_values(block, *read))
    return parts


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[Job], Made], jobs: Iterable[Job], ahead: int
) -> Iterator[Made]:
    """What the jobs make, in their order; so many are at work or wait ahead of the one in turn."""
    waiting: deque[Future[Made]] = deque()
    for job in jobs:
        waiting.append(pool.submit(work, job))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
