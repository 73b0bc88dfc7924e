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

from ..base.messages import DataError, ProgressCallback, RunCancelledError
from ..raster.grid import Window
from ..raster.reader import RasterReader, SharedRasterReader, WindowData
from ..raster.source import Raster, check_unchanged_files
from .block import Block, create_block, create_masked_block
from .block_combinations import retain_freed_memory
from .change_years import ChangeYears
from .class_codes import create_class_coder
from .consumer import BlockConsumer, BlockPart
from .packed_columns import RasterColumn
from .polygon_rasterizer import overwrite_outside_cells
from .series import Series
from .strata import Strata

Job = TypeVar("Job")
Result = TypeVar("Result")

# About a million cells at a time keeps every array of a block in the processor's cache and
# the memory small, and is still coarse enough for Python's share of the time not to show.
CELLS_PER_BLOCK = 1 << 20

MAX_WORKERS = 4

# Blocks of 256 and of 384 cells end together every 768; those of 7 and of 256 not soon enough.
MAX_STEP_CELLS = 1024


# Where near cells are told, a thread takes bands of so many rows of pieces, at least and at most:
# what lies about a band is decoded twice.
BAND_ROW_LIMITS = 4, 16
BANDS_PER_WORKER = 2


def group_into_bands(pieces: list[list[Window]], workers: int) -> list[list[Window]]:
    """The same pieces in groups that reach from the left edge to the right, in reading order."""
    in_order = sorted((p for group in pieces for p in group), key=lambda p: (p.row, p.column))
    rows = [list(row) for _, row in groupby(in_order, key=lambda piece: piece.row)]
    least, most = BAND_ROW_LIMITS
    size = min(most, max(least, ceil(len(rows) / (BANDS_PER_WORKER * workers))))
    return [list(chain(*rows[n : n + size])) for n in range(0, len(rows), size)]


def split_window(
    window: Window, rasters: list[Raster], cells: int = CELLS_PER_BLOCK, heights: Sequence[int] = ()
) -> list[list[Window]]:
    """Cut a window into pieces of at most about so many cells, in groups for one thread each.

    A group holds whole blocks of all rasters where that is possible, so that no block is decoded
    twice: some rows of blocks in one piece, or blocks too large for one in several. The groups,
    and the pieces of each, stand in reading order and cover the window once. `heights` are those
    of the blocks of what is written, which a group should hold whole too.
    """
    cut = [raster for raster in rasters if not is_single_block(raster, window)]
    step = _common_step([*(raster.block_height for raster in cut), *heights])
    rows = min(step, window.height)
    whole_row = window.column + window.width
    if window.width * rows <= cells:
        step *= max(1, cells // (window.width * step))
        return [[piece] for piece in _tile_window(window, whole_row, step)]
    tiles = [raster.block_width for raster in cut if raster.block_width < window.width]
    width = _common_step(tiles)
    width *= max(1, cells // (width * rows))
    height = max(1, cells // min(width, window.width))
    # Where one raster has tiles and another has strips, a strip lies across a row of tiles.
    across = width if len(tiles) == len(cut) else whole_row
    return [_tile_window(group, width, height) for group in _tile_window(window, across, step)]


def is_single_block(raster: Raster, window: Window) -> bool:
    """Whether a raster has one block for all of a window, so that no group can hold its own."""
    return raster.block_width >= window.width and raster.block_height >= window.height


def _common_step(sizes: list[int]) -> int:
    """Where blocks of all these sizes end together, or the largest where that is too far."""
    largest = max(sizes, default=1)
    together = lcm(*sizes)
    return together if together <= MAX_STEP_CELLS else largest


def _tile_window(window: Window, width: int, height: int) -> list[Window]:
    """A window cut at the multiples of a width and a height."""
    return [
        Window(column, row, next_column - column, next_row - row)
        for row, next_row in _split_interval(window.row, window.height, height)
        for column, next_column in _split_interval(window.column, window.width, width)
    ]


def _split_interval(start: int, length: int, step: int) -> list[tuple[int, int]]:
    """Begin and end of the pieces of a stretch, cut at the multiples of a step."""
    inner = range(ceil((start + 1) / step) * step, start + length, step)
    edges = [start, *inner, start + length]
    return list(zip(edges, edges[1:]))


class _ScanWorker:
    """What the worker threads of a pass do: each reads its groups with readers of its own.

    Attributes:
        rasters: those that are read: the dates, that of the strata, those of measured values, and
            those of years.
        near: tells the near cells of each block, where a consumer asks for them.
        stopped: set when no further piece is to be begun.
    """

    def __init__(
        self,
        series: Series,
        consumers: Sequence[BlockConsumer],
        strata: Strata | None,
        years: ChangeYears | None,
    ):
        self._series, self._consumers, self._strata = series, consumers, strata
        self._years = years
        self._coders = [
            create_class_coder(raster, naming, series.classes)
            for raster, naming in zip(series.rasters, series.namings)
        ]
        classified = [*series.rasters]
        if strata is not None and strata.raster is not None:
            classified.append(strata.raster)
        measured = [consumer.measures for consumer in consumers if consumer.measures is not None]
        self.rasters = [*classified, *measured, *(years.year_rasters if years else ())]
        self._classified, self._in_full = len(classified), len(classified) + len(measured)
        self.near = next((c.near for c in consumers if c.near is not None), None)
        # A single block would be decoded by every thread; all of them share what holds it.
        self._shared = {
            index: SharedRasterReader(raster)
            for index, raster in enumerate(self.rasters)
            if raster.onto is None and is_single_block(raster, series.window)
        }
        self._handles = threading.local()
        self.stopped = threading.Event()

    def process_group(self, group: list[Window]) -> list[tuple[Window, list[BlockPart]]]:
        """What the consumers make of each piece of a group."""
        if not hasattr(self._handles, "readers"):
            self._handles.readers = [
                self._shared.get(index) or RasterReader(raster)
                for index, raster in enumerate(self.rasters)
            ]
        readers: list[RasterReader] = self._handles.readers
        blocks: Iterator[tuple[Block, list[WindowData]]]
        blocks = (self._read_block(piece, readers) for piece in group if not self.stopped.is_set())
        if self.near is not None:
            blocks = self.near.mark_blocks(blocks, readers[0])
        parts = [(block.window, self._process_block(block, measured)) for block, measured in blocks]
        for reader in readers:
            reader.flush_cache()
        return parts

    def _read_block(
        self, piece: Window, readers: list[RasterReader]
    ) -> tuple[Block, list[WindowData]]:
        """A piece grouped, and the measured values in it; none where the mask hides all of it."""
        series, strata = self._series, self._strata
        inside = None if series.mask is None else series.mask.rasterize_window(piece)
        if inside is not None and not inside.any():
            return create_masked_block(piece, len(series.rasters), series.classes, series.area), []
        contents = [reader.read_window(piece) for reader in readers[: self._in_full]]
        classified, measured = contents[: self._classified], contents[self._classified :]
        if inside is not None:
            overwrite_outside_cells(classified, inside)
        dates = [
            RasterColumn(piece, raster, of_date, values, mask)
            for raster, of_date, (values, mask) in zip(series.rasters, self._coders, classified)
        ]
        in_strata = None
        if strata is not None:
            of_strata = classified[len(dates) :]
            in_strata = strata, strata.make_column(piece, *of_strata, inside=inside)
        block = create_block(piece, dates, series.classes, series.area, in_strata, inside)
        if self._years is not None:
            block = self._years.split_by_year(block, readers[self._in_full :])
        return block, measured

    def _process_block(self, block: Block, measured: list[WindowData]) -> list[BlockPart]:
        """What the consumers make of a block, and of the values that were read for some of them."""
        values_for, parts = iter(measured), []
        for consumer in self._consumers:
            content = None if consumer.measures is None else next(values_for, None)
            parts.append(
                consumer.process_block(block)
                if content is None
                else consumer.process_values(block, *content)
            )
        return parts


def scan_series(
    series: Series,
    consumers: Sequence[BlockConsumer],
    *,
    progress: ProgressCallback = lambda fraction: True,
    workers: int | None = None,
    cells: int = CELLS_PER_BLOCK,
    strata: Strata | None = None,
    years: ChangeYears | None = None,
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
        years: do so too, where land changed.
    """
    window, of_threads = series.window, _ScanWorker(series, consumers, strata, years)
    workers = workers or min(MAX_WORKERS, os.cpu_count() or 1)
    heights = [consumer.block_height for consumer in consumers]
    pieces = split_window(window, of_threads.rasters, cells, heights)
    if of_threads.near is not None:
        pieces = group_into_bands(pieces, workers)
    retain_freed_memory()
    done = 0
    pool = ThreadPoolExecutor(workers)
    try:
        for parts_of_group in _iter_ordered_results(
            pool, of_threads.process_group, pieces, workers + 1
        ):
            for piece, parts in parts_of_group:
                for consumer, part in zip(consumers, parts):
                    consumer.merge_block(piece, part)
                done += piece.cell_count
                if not progress(done / window.cell_count):
                    raise RunCancelledError
    except DataError:
        # What was changed may be what cannot be read.
        for raster in of_threads.rasters:
            check_unchanged_files(raster)
        raise
    finally:
        of_threads.stopped.set()
        pool.shutdown(wait=True, cancel_futures=True)
    for raster in of_threads.rasters:
        check_unchanged_files(raster)


def _iter_ordered_results(
    pool: ThreadPoolExecutor, work: Callable[[Job], Result], jobs: Iterable[Job], ahead: int
) -> Iterator[Result]:
    """The results of jobs in their order; so many are at work or wait ahead of the one in turn."""
    waiting: deque[Future[Result]] = deque()
    for job in jobs:
        waiting.append(pool.submit(work, job))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
