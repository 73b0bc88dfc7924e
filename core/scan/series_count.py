"""Count of a series: one pass over its cells, with its counters and checks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from ..base.dates import Period
from ..base.messages import DataError, Message, MessageList, Notes, ProgressCallback, Term
from ..base.numbers import FloatArray, IntArray, NDArray, compute_percent, format_list
from ..raster.area import CellArea
from ..raster.grid import Window
from ..raster.reader import MASKED_CODE, has_other_cells, resampling_message
from .block import Block
from .class_codes import FIRST_CLASS_CODE, final_codes, group_keys, pack_keys
from .consumer import BlockConsumer, BufferDetector
from .count_result import ClassTally, CombinationTable, CountResult, DateTallies, TransitionCube
from .scan import CELLS_PER_BLOCK, scan_series
from .series import Series, unnamed_values_error
from .strata import Strata
from .units import UnitCounts, Units, unit_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from .block import Tallied
    from .block_combinations import Numbers

    # Numbers of strata and class codes date by date (a row each), cells, and hectares if cell areas
    # vary; combinations may be repeated.
    Counts = tuple[NDArray[np.uint16], IntArray, FloatArray | None]
    # Class codes of the combinations of a block, with their cells and hectares in the buffer.
    Counted = tuple[IntArray, IntArray, FloatArray | None]

# Land use classified in patches has some thousand combinations. A million are about the row limit
# of a spreadsheet and need some 50 MB at four dates, 100 MB during sorting.
MAX_COMBINATIONS = 1_000_000

# Maps of this many cells are not identical by chance.
MIN_IDENTICAL_CELLS = 10_000

# Above this share, changed cells are reported to touch class edges.
MAX_EDGE_PCT = 80.0

# Sorting fewer rows than this is not worthwhile.
MIN_SORTED_ROWS = 1 << 16


def count_series(
    series: Series,
    periods: list[Period],
    consumers: Sequence[BlockConsumer] = (),
    progress: ProgressCallback = lambda fraction: True,
    workers: int | None = None,
    cells: int | None = None,
    strata: Strata | None = None,
    units: Units | None = None,
) -> CountResult:
    """Read the series once, count its periods, and pass the blocks to further consumers.

    Consumers are finalized with the count. Afterwards the class list of the series includes
    unnamed values, in table order.

    Args:
        progress, workers, strata: as in scan_series().
        cells: as in scan_series(); doubled by default if values are measured, because each
            piece is counted by a single thread.
        units: units to count by in addition; their strata are used for the pass.
    """
    pairs, counted = PairCounter(periods), DateCounter(len(series.rasters))
    other = [has_other_cells(raster) for raster in series.rasters]
    edges = {n: EdgeCounter(series, n) for n in range(len(other) - 1) if other[n] != other[n + 1]}
    counters: list[BlockConsumer] = [pairs, counted, *edges.values()]
    # Totals over all units are summed from the counts by unit instead of counted again.
    gathering: list[CombinationCounter] = []
    if units is not None:
        by_unit, strata = CombinationCounter(series, units.strata), units.strata
        counters.append(by_unit)
        gathering = [c for c in consumers if isinstance(c, CombinationCounter) and not c.by_stratum]
        consumers = [consumer for consumer in consumers if consumer not in gathering]
    if cells is None:
        is_measured = any(consumer.measures is not None for consumer in consumers)
        cells = 2 * CELLS_PER_BLOCK if is_measured else CELLS_PER_BLOCK
    counters += consumers
    asked = {"strata": strata, "years": series.years}
    scan_series(series, counters, progress=progress, workers=workers, cells=cells, **asked)
    # The order in which threads find values must not affect any result, not even by rounding.
    codes = final_codes(series.classes)
    series.classes = classes = series.classes.sort_classes()
    dates = counted.to_final_codes(codes, series.area)
    tallies = [tally.to_final_codes(codes, series.area) for tally in pairs.tallies]
    cube = TransitionCube(classes, periods, tallies)
    valid = int(dates.common[0].cells.sum())
    census = CountResult(cube, dates, valid, series.window.cell_count - valid, Notes(), codes=codes)
    _check_valid_cells(series, census)
    _report_cells(series, census)
    census.notes.warnings += _resampling_warnings(series, edges)
    if (
        series.mask is None
        and series.window == series.grid.full_window
        and valid >= MIN_IDENTICAL_CELLS
    ):
        census.notes.warnings += _identical_date_warnings(series, counted.alike)
    if units is not None:
        by_unit.finalize_results(census)
        for combinations in gathering:
            combinations.sum_strata(by_unit.table)
        counts = UnitCounts(units, by_unit.table, census, series.area, partial(progress, 1.0))
        census = replace(census, units=counts)
        census.notes.add_notes(unit_notes(units, counts))
    for consumer in consumers:
        consumer.finalize_results(census)
    return census


def _check_valid_cells(series: Series, census: CountResult) -> None:
    """Raise DataError if no cell is inside the mask or valid at all dates."""
    dates = census.dates
    masked = int(dates.own[0].cells[MASKED_CODE])
    if series.mask is not None and masked == series.window.cell_count:
        raise DataError(
            "{mask}: no cell centre falls inside a polygon (0 of {cells:,} cells)",
            mask=series.mask.label,
            cells=masked,
        )
    if not dates.common[0].cells.any():
        parts = [
            Message(
                "{label}: {out:,} of {cells:,} cells excluded",
                label=raster.label,
                out=tally.cells[:FIRST_CLASS_CODE].sum(),
                cells=tally.cells.sum(),
            )
            for raster, tally in zip(series.rasters, dates.own)
        ]
        raise DataError(
            "no cell is valid at all dates: {counts}", counts=MessageList(parts, Term("; "))
        )


def check_named_classes(series: Series, census: CountResult, every: bool = False) -> None:
    """Raise DataError if no valid cell, or with `every` not each one, has a named class."""
    classes = census.cube.classes
    present = [classes[index] for index in census.present_classes]
    values = [land_class.value for land_class in present if not land_class.listed]
    if len(values) == len(present):
        raise DataError(
            "no valid cell has a classified value ({values}); class names: {source}",
            values=format_list(values),
            source=series.named_by.words,
        )
    if every and values:
        raise unnamed_values_error(series.rasters, series.window, sorted(values))


def _report_cells(series: Series, census: CountResult) -> None:
    """Report excluded cells and unnamed values."""
    notes = census.notes
    if series.mask is not None:
        first = census.dates.own[0]
        notes.add_notice(
            "{mask}: {cells:,} cells ({hectares:,.2f} ha) outside the mask are excluded.",
            mask=series.mask.label,
            cells=int(first.cells[MASKED_CODE]),
            hectares=float(first.hectares[MASKED_CODE]),
        )
    classes = census.cube.classes
    strangers = [index for index in classes.table_order() if not classes[index].listed]
    # Without any class names, only value 0, the usual NoData value, is reported.
    unnamed = len(strangers) == len(classes)
    for raster, tally in zip(series.rasters, census.dates.own):
        for index in strangers:
            cells, value = int(tally.cells[index + FIRST_CLASS_CODE]), classes[index].value
            if cells and value == 0:
                notes.add_warning(
                    "{label}: value 0 is treated as a class (cells: {cells:,}); if it means "
                    "NoData, set NODATA to 0.",
                    label=raster.label,
                    cells=cells,
                )
            elif cells and not unnamed:
                notes.add_warning(
                    "{label}: value {value} has no class name and is treated as a separate "
                    "class (cells: {cells:,}).",
                    label=raster.label,
                    value=value,
                    cells=cells,
                )
    notes.notices.append(census.valid_message)


def _identical_date_warnings(series: Series, pairs: set[tuple[int, int]]) -> list[Message]:
    """Return warnings for identical dates, each paired with the first date identical to it."""
    firsts = {later: earlier for earlier, later in sorted(pairs, reverse=True)}
    return [
        Message(
            "{first} and {second} are identical in all cells; check whether the same map was "
            "used for both dates.",
            first=series.rasters[first].label,
            second=series.rasters[second].label,
        )
        for second, first in sorted(firsts.items())
    ]


def _resampling_warnings(series: Series, edges: dict[int, EdgeCounter]) -> Iterator[Message]:
    """Yield a warning for each date resampled from other cells."""
    bases = [raster for raster in series.rasters if raster.onto is None]
    for date, raster in enumerate(series.rasters):
        step = date - 1 if date - 1 in edges else date
        share = compute_percent(*edges[step].cells) if step in edges else None
        advice = Message(
            " Resample all layers to the coarser grid (majority), or set GRID if available."
        )
        if share is not None and share > MAX_EDGE_PCT:
            advice = Message(
                " {share:.1f} % of the cells changed from {earlier} to {later} touch an edge "
                "between classes of {earlier}.{advice}",
                share=share,
                earlier=series.rasters[step].label,
                later=series.rasters[step + 1].label,
                advice=advice,
            )
        if bases and has_other_cells(raster):
            yield resampling_message(bases[0], raster, advice)


class EdgeCounter(BlockConsumer):
    """Counts the cells changed from a date to the next, and those that touch a class edge: one of
    the eight cells around has another class at the first date. Cells at the borders of blocks are
    kept until those around them have been read."""

    def __init__(self, series: Series, date: int):
        self._date, self._end = date, series.window.column + series.window.width
        self._stride = series.grid.width + 1  # with a column between the rows
        # By cell: position, class code, whether it changed but touches no edge so far.
        self._borders: list[IntArray] = []
        self.cells: IntArray = np.zeros(2, np.int64)  # changed: at an edge, all

    def process_block(self, block: Block) -> tuple[list[int], IntArray]:
        before, after = block.codes[self._date : self._date + 2]
        changed = before != after if block.valid is None else (before != after) & block.valid
        # The last bit of a cell is whether it changed. No class is 0, and so is the margin.
        both = np.where(before < FIRST_CLASS_CODE, 0, before) * 2 + changed
        cells = np.pad(block.expand_to_cells(both.astype(np.min_scalar_type(2 * block.n_codes))), 1)
        codes, is_open = cells >> 1, cells & 1
        at_edge = _nearby(codes, np.maximum) - 1 != _nearby(codes - 1, np.minimum)
        touches = is_open[1:-1, 1:-1] & at_edge.view(np.uint8)
        is_open[1:-1, 1:-1] ^= touches
        at_border = codes > 0
        at_border[2:-2, 2:-2] = False
        indices = np.flatnonzero(at_border)
        rows, columns = np.divmod(indices, codes.shape[1])
        positions = (rows + block.window.row) * self._stride + columns + block.window.column
        kept = np.stack([positions, codes.ravel()[indices], is_open.ravel()[indices]])
        return [np.count_nonzero(touches), int(block.cells[changed].sum())], kept

    def merge_block(self, window: Window, part: tuple[list[int], IntArray]) -> None:
        self.cells += part[0]
        self._borders.append(part[1])
        if window.column + window.width < self._end:
            return
        border = np.concatenate(self._borders, axis=1)
        positions, codes, is_open = border = border[:, np.argsort(border[0], kind="stable")]
        ours = np.flatnonzero(is_open)
        for step in (1, self._stride - 1, self._stride, self._stride + 1):
            for there in (positions[ours] - step, positions[ours] + step):
                other = np.searchsorted(positions, there) % positions.size
                is_open[ours] &= (positions[other] != there) | (codes[other] == codes[ours])
        self.cells[0] += ours.size - is_open.sum()
        # All around the cells above its last row have been read.
        self._borders = [border[:, positions >= (window.row + window.height) * self._stride]]


def _nearby(cells: Numbers, pick: Callable[..., Numbers]) -> Numbers:
    """Return the extreme of each cell and the eight around it, without the outer cells."""
    rows = pick(pick(cells[:-2], cells[1:-1]), cells[2:])
    return pick(pick(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])


class PairCounter(BlockConsumer):
    """Counts the pairs of class codes in each period, over the cells valid at all dates."""

    def __init__(self, periods: list[Period]):
        self.periods = periods
        self.tallies = [ClassTally(2) for _ in periods]

    def process_block(self, block: Block) -> list[Tallied]:
        n = block.n_codes
        by_period: list[Tallied] = []
        for period in self.periods:
            pairs = block.pair_codes(period.earlier, period.later)
            cells, hectares = block.tally_by_code(pairs, n * n)
            by_pair = None if hectares is None else hectares.reshape(n, n)
            by_period.append((cells.reshape(n, n), by_pair))
        return by_period

    def merge_block(self, window: Window, part: list[Tallied]) -> None:
        for tally, counts in zip(self.tallies, part):
            tally.add_counts(*counts)


class DateCounter(BlockConsumer):
    """Counts the classes of each date, as in DateTallies.

    Attributes:
        alike: pairs of dates that are identical in all cells, in class and in excluded
            cells.
    """

    def __init__(self, dates: int):
        self.own = [ClassTally(1) for _ in range(dates)]
        self.common = [ClassTally(1) for _ in range(dates)]
        self.alike = {*itertools.combinations(range(dates), 2)}

    def process_block(
        self, block: Block
    ) -> tuple[list[Tallied], list[Tallied], set[tuple[int, int]]]:
        n = block.n_codes
        single = [block.tally_by_code(codes, n, valid_only=False) for codes in block.codes]
        # Pairs that differ in an earlier block are not compared again.
        alike = {(a, b) for a, b in self.alike if np.array_equal(block.codes[a], block.codes[b])}
        if block.valid is None:
            return single, single, alike
        return single, [block.tally_by_code(codes, n) for codes in block.codes], alike

    def merge_block(
        self, window: Window, part: tuple[list[Tallied], list[Tallied], set[tuple[int, int]]]
    ) -> None:
        *counted, alike = part
        self.alike = self.alike & alike
        for tally, counts in zip([*self.own, *self.common], chain(*counted)):
            tally.add_counts(*counts)

    def to_final_codes(self, codes: NDArray[np.uint16], area: CellArea) -> DateTallies:
        """Return the count by the final class codes (CountResult.codes), with hectares."""
        return DateTallies(
            [tally.to_final_codes(codes, area) for tally in self.own],
            [tally.to_final_codes(codes, area) for tally in self.common],
        )


class BufferCounter(BlockConsumer):
    """Counts the buffer cells of each class and their hectares, by class index, (classes,)."""

    cells: IntArray
    hectares: FloatArray

    def __init__(self, near: BufferDetector, series: Series):
        self.near, self._area = near, series.area
        self._parts: list[Counted] = []

    def process_block(self, block: Block) -> Counted:
        codes = block.codes[0].astype(np.int64)
        if block.near is None or not (codes >= FIRST_CLASS_CODE).any():
            return codes[:0], codes[:0], None
        near = block.near.unpack_flags()
        cells = block.count_flagged_cells(near)
        hectares = None
        if block.hectares is not None:
            of_cells = np.broadcast_to(
                self._area.cell_hectares(block.window), (block.window.height, block.window.width)
            )
            hectares = block.sum_flagged_values(near, of_cells.ravel())
        return codes, cells, hectares

    def merge_block(self, window: Window, part: Counted) -> None:
        if part[0].size:
            self._parts.append(part)

    def finalize_results(self, census: CountResult) -> None:
        cells: IntArray = np.zeros(len(census.codes), np.int64)
        hectares: FloatArray = np.zeros(len(census.codes))
        for codes, of_block, areas in self._parts:
            np.add.at(cells, census.codes[codes], of_block)
            if areas is not None:
                np.add.at(hectares, census.codes[codes], areas)
        if self._area.uniform is not None:
            hectares = cells * np.float64(self._area.uniform)
        self.cells, self.hectares = cells[FIRST_CLASS_CODE:], hectares[FIRST_CLASS_CODE:]


class CombinationCounter(BlockConsumer):
    """Counts the combinations of classes over all dates, for cells valid at all dates.

    If the same pass counts combinations by stratum, `sum_strata` adds them up instead of
    processing blocks.

    Args:
        strata: strata to count by; None to count without strata.
        most: maximum number of combinations; more are an error.
    Attributes:
        by_stratum: whether combinations are counted by stratum.
        table: the complete count, once finalized.
    """

    table: CombinationTable

    def __init__(self, series: Series, strata: Strata | None = None, most: int = MAX_COMBINATIONS):
        self._area = series.area
        self._dates, self._years = len(series.rasters), 0 if series.years is None else 2
        self._strata = strata
        self.by_stratum = strata is not None
        self._most = most
        self._parts: list[Counts] = []
        self._rows, self._rows_to_sort = 0, MIN_SORTED_ROWS

    def process_block(self, block: Block) -> Counts:
        columns = np.zeros((1 + self._dates + self._years, block.cells.size), np.uint16)
        if self._strata is not None and block.strata is not None:
            columns[0] = block.strata
        for row, codes in zip(columns[1:], block.codes):
            row[:] = codes
        if block.years is not None:
            columns[1 + self._dates :] = block.years
        if block.valid is None:
            return columns, block.cells, block.hectares
        hectares = None if block.hectares is None else block.hectares[block.valid]
        return columns[:, block.valid], block.cells[block.valid], hectares

    def merge_block(self, window: Window, part: Counts) -> None:
        self._parts.append(part)
        self._rows += part[1].size
        # Occasional sorting at growing intervals costs less than looking up each row.
        if self._rows > self._rows_to_sort:
            self._merge_duplicates()
            self._rows_to_sort = max(MIN_SORTED_ROWS, self._rows + self._rows // 2)

    def _merge_duplicates(self) -> None:
        """Merge the rows of equal combinations."""
        # Arrays are released after use, as they dominate the memory.
        parts, self._parts = self._parts, []
        columns = np.concatenate([part[0] for part in parts], axis=1)
        cells = np.concatenate([part[1] for part in parts])
        each: FloatArray | None = None
        if parts[0][2] is not None:
            each = np.concatenate([part[2] for part in parts if part[2] is not None])
        parts.clear()
        # Summed in reading order, so that the time of merging does not affect the result.
        order, is_first = group_keys(pack_keys(columns[::-1]))
        firsts = np.flatnonzero(is_first)
        if firsts.size > self._most:
            raise self._too_many_error()
        columns = columns[:, order[firsts]]
        cells = np.add.reduceat(cells[order], firsts)
        hectares: FloatArray | None = None
        if each is not None:
            added = np.bincount(np.cumsum(is_first) - 1, each[order])
            hectares = added.astype(np.float64, copy=False)  # numpy's types know no weights
        self._parts = [(columns, cells, hectares)]
        self._rows = firsts.size

    def _too_many_error(self) -> DataError:
        return DataError(
            "more than {limit} different combinations over {dates} dates; use fewer dates, "
            "classes or units",
            dates=self._dates,
            limit=self._most,
        )

    def finalize_results(self, census: CountResult) -> None:
        """Renumber strata and classes in table order, and fill in the hectares."""
        self._merge_duplicates()
        columns, cells, hectares = self._parts.pop()
        if self._strata is not None:
            columns[0] = self._strata.stratum_lookup()[columns[0]]
        final = census.codes - FIRST_CLASS_CODE
        # One by one: numpy's index arrays would need four times the memory.
        for codes in columns[1 : 1 + self._dates]:
            codes[:] = final[codes]
        if hectares is None:
            hectares = cells * np.float64(self._area.uniform)
        # By stratum first, then date by date: the last key of lexsort is the primary one.
        order = np.lexsort(pack_keys(columns[::-1]))
        strata = columns[0, order].astype(np.int64)
        classes, years = np.split(columns[1:, order].T, [self._dates], axis=1)
        self.table = CombinationTable(
            strata, classes, cells[order], hectares[order], years if self._years else None
        )

    def sum_strata(self, table: CombinationTable) -> None:
        """Sum a count by stratum, instead of processing blocks."""
        years = () if table.years is None else table.years.T
        order, is_first = group_keys(pack_keys([*table.classes.T, *years][::-1]))
        firsts = np.flatnonzero(is_first)
        if firsts.size > self._most:
            raise self._too_many_error()
        cells = np.add.reduceat(table.cells[order], firsts)
        if self._area.uniform is None:
            hectares = np.add.reduceat(table.hectares[order], firsts)
        else:
            hectares = cells * np.float64(self._area.uniform)
        nowhere, each = np.zeros(firsts.size, np.int64), table.select_rows(order[firsts])
        self.table = replace(each, strata=nowhere, cells=cells, hectares=hectares)


class OptionalCombinationCounter(CombinationCounter):
    """Combination counter that stores the error in `too_many` if the limit is exceeded."""

    too_many: DataError | None = None

    def process_block(self, block: Block) -> Counts | None:  # type: ignore[override]
        return None if self.too_many else super().process_block(block)

    def merge_block(self, window: Window, part: Counts | None) -> None:
        if part is not None:
            self._run_within_limit(super().merge_block, window, part)

    def finalize_results(self, census: CountResult) -> None:
        self._run_within_limit(super().finalize_results, census)

    def sum_strata(self, table: CombinationTable) -> None:
        self._run_within_limit(super().sum_strata, table)

    def _run_within_limit(self, work: Callable[..., None], *arguments: object) -> None:
        if self.too_many:
            return
        try:
            work(*arguments)
        except DataError as error:
            # Without its traceback, which keeps the rasters open.
            self.too_many, self._parts = error.with_traceback(None), []
