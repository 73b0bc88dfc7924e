"""Single pass over the rasters: every date is read once, block by block, for all consumers.

Worker threads decode and count; GDAL releases the interpreter lock while it decodes, so
two threads use two cores. The results of blocks are merged in the calling thread in
reading order, which makes them independent of the order in which threads finish.
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

# About a million cells keep the arrays of a block in the processor cache and limit memory, with
# little overhead in Python.
CELLS_PER_BLOCK = 1 << 20

MAX_WORKERS = 4

# Blocks of 256 and of 384 cells share an edge every 768 cells; those of 7 and of 256 only at larger
# distances.
MAX_STEP_CELLS = 1024


# With buffer cells, a thread processes bands of at least and at most this many rows of pieces,
# because the surroundings of each band are decoded twice.
BAND_ROW_LIMITS = 4, 16
BANDS_PER_WORKER = 2


def group_into_bands(pieces: list[list[Window]], workers: int) -> list[list[Window]]:
    """Return the same pieces grouped into bands of the full width, in reading order."""
    in_order = sorted((p for group in pieces for p in group), key=lambda p: (p.row, p.column))
    rows = [list(row) for _, row in groupby(in_order, key=lambda piece: piece.row)]
    least, most = BAND_ROW_LIMITS
    size = min(most, max(least, ceil(len(rows) / (BANDS_PER_WORKER * workers))))
    return [list(chain(*rows[n : n + size])) for n in range(0, len(rows), size)]


def split_window(
    window: Window, rasters: list[Raster], cells: int = CELLS_PER_BLOCK, heights: Sequence[int] = ()
) -> list[list[Window]]:
    """Split a window into pieces of at most about `cells` cells, grouped by thread.

    A group holds whole blocks of all rasters where possible, so that no block is decoded
    twice: several rows of blocks as one piece, or large blocks as several pieces. The
    groups and their pieces are in reading order and cover the window once. `heights` are
    the block heights of the output rasters, which a group should also hold whole.
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
    # With tiles in one raster and strips in another, a group covers a whole row of tiles.
    across = width if len(tiles) == len(cut) else whole_row
    return [_tile_window(group, width, height) for group in _tile_window(window, across, step)]


def is_single_block(raster: Raster, window: Window) -> bool:
    """Return whether a raster has a single block for the window, which no group holds whole."""
    return raster.block_width >= window.width and raster.block_height >= window.height


def _common_step(sizes: list[int]) -> int:
    """Return the least common multiple of block sizes, or the largest size if it is too large."""
    largest = max(sizes, default=1)
    together = lcm(*sizes)
    return together if together <= MAX_STEP_CELLS else largest


def _tile_window(window: Window, width: int, height: int) -> list[Window]:
    """Split a window at the multiples of a width and a height."""
    return [
        Window(column, row, next_column - column, next_row - row)
        for row, next_row in _split_interval(window.row, window.height, height)
        for column, next_column in _split_interval(window.column, window.width, width)
    ]


def _split_interval(start: int, length: int, step: int) -> list[tuple[int, int]]:
    """Return start and end of the parts of an interval split at the multiples of a step."""
    inner = range(ceil((start + 1) / step) * step, start + length, step)
    edges = [start, *inner, start + length]
    return list(zip(edges, edges[1:]))


class _ScanWorker:
    """Work of the threads of a pass: each reads its groups with its own readers.

    Attributes:
        rasters: rasters to read: dates, strata, measured values and change years.
        near: detector of buffer cells, if a consumer needs it.
        stopped: set when no further piece is to be started.
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
        # Each thread would decode a single block again; the threads share its reader instead.
        self._shared = {
            index: SharedRasterReader(raster)
            for index, raster in enumerate(self.rasters)
            if raster.onto is None and is_single_block(raster, series.window)
        }
        self._handles = threading.local()
        self.stopped = threading.Event()

    def process_group(self, group: list[Window]) -> list[tuple[Window, list[BlockPart]]]:
        """Return the results of the consumers for each piece of a group."""
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
        """Read a piece as a block, with its measured values; none if it is outside the mask."""
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
        """Return the results of the consumers for a block and the measured values read for them."""
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
    """Read the window of a series once and pass its blocks to the consumers.

    Args:
        series: the dates; new classes are added to its list.
        consumers: called and merged for every block.
        progress: called in the calling thread with the fraction done, 0 to 1; the pass is
            cancelled when it returns False.
        workers: number of threads; default: one per processor, at most four.
        cells: approximate number of cells per piece.
        strata: split the cells of a block in addition to the dates.
        years: split converted cells by year of change.
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
        # A file changed during the run may be the reason for the error.
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
    """Yield the results of jobs in order, with up to `ahead` jobs waiting or running."""
    waiting: deque[Future[Result]] = deque()
    for job in jobs:
        waiting.append(pool.submit(work, job))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
