"""Where the time of a count goes: its steps and other ways to count, in one thread."""

from __future__ import annotations

import time
from collections import defaultdict

import numpy as np

from carbon_zones.core.raster.reader import Reader
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.block import make_block
from carbon_zones.core.scan.coding import coder
from carbon_zones.core.scan.kinds import Kinds, keep_freed_memory
from carbon_zones.core.scan.scan import groups
from carbon_zones.core.scan.series import open_series

# Blocks enough for the processor not to learn them by heart: of one block that is counted again and
# again it foretells every branch, and finding the runs seems half as dear as it is.
BLOCKS = 40


def steps(paths: list) -> dict:
    """Nanoseconds per cell of each step, over some blocks of a pair of Byte rasters."""
    keep_freed_memory()
    series = open_series([RasterInput(path, path) for path in paths], "auto")
    coders = [coder(r, n, series.classes) for r, n in zip(series.rasters, series.namings)]
    readers = [Reader(raster) for raster in series.rasters]
    pieces = [piece for group in groups(series.window, series.rasters) for piece in group]
    pieces = pieces[:: max(1, len(pieces) // BLOCKS)][:BLOCKS]
    taken: dict = defaultdict(float)

    def timed(name: str, work, *arguments):
        start = time.perf_counter()
        result = work(*arguments)
        taken[name] += time.perf_counter() - start
        return result

    for piece in pieces:
        read = [timed("decoding both", reader.read, piece)[0] for reader in readers]
        known = (series.rasters, coders, series.classes, series.area)
        timed("the whole block, without decoding", make_block, piece, read, [None, None], *known)
        _by_runs([cells.ravel() for cells in read], timed)
        _otherwise([cells.ravel() for cells in read], timed)
    cells = sum(piece.cells for piece in pieces)
    return {"steps": {name: 1e9 * seconds / cells for name, seconds in taken.items()}}


def _by_runs(dates: list, timed) -> None:
    def marked():
        changes = dates[0][1:] != dates[0][:-1]
        for date in dates[1:]:
            changes |= date[1:] != date[:-1]
        return changes

    changes = timed("runs: marking changes", marked)
    ends = timed("runs: finding the marks (flatnonzero)", lambda: np.flatnonzero(changes))
    held = timed("runs: values at the marks", lambda: [date[ends] for date in dates])
    lengths = timed("runs: their lengths", lambda: np.diff(ends, prepend=-1))
    timed("runs: counting them (bincount)", lambda: Kinds(held, lengths))


def _otherwise(dates: list, timed) -> None:
    timed("instead of runs: words of eight cells", lambda: Kinds(dates, None))
    together = dates[0] * np.uint8(dates[1].max() + 1) + dates[1]
    timed(
        "instead of runs: all cells, two at a time (bincount)",
        lambda: np.bincount(together[: together.size & ~1].view(np.uint16), minlength=1 << 16),
    )
    timed("instead of runs: all cells (bincount)", lambda: np.bincount(together, minlength=256))
