"""What a raster of values, such as biomass, holds on each kind of land: mean, scatter, extremes.

A value is taken at the centre of the land-use cell (nearest neighbour), in the one pass. Sums of
squares are about each block's own mean, and blocks are joined by the updating formula of Chan,
Golub and LeVeque (1983), so that nothing is lost to rounding.

Its least and largest numbers tell a mark of no data that nobody declared. The pass that measures
knows the extremes of each kind of land; how many cells have them is counted in a pass of its own,
which only those runs make that are in doubt, and which ends as soon as they are not.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import reduce
from math import inf, isclose, isinf, isnan, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..base.messages import DataError, Message, Notes, ProgressCallback, RunCancelledError
from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..raster.grid import Window
from ..raster.reader import VALID_CODE
from ..raster.source import Raster, RasterInput, convert_to_dtype
from .block import Block
from .class_codes import FIRST_CLASS_CODE
from .consumer import BlockConsumer
from .count_result import CountResult
from .scan import scan_series
from .series import Series

if TYPE_CHECKING:
    # Count, mean, squares, least and largest of the values of each kind, (kinds,) each.
    OfValues = tuple[IntArray, FloatArray, FloatArray, FloatArray, FloatArray]

ValueArray = NDArray[Any]

# Beyond what is measured of land in any unit; squares of some more overflow.
MAX_VALUE = 1e30

# What usually marks no data: these where they are the least number, and those where they are the
# largest and none of the others is above half of them, with an end of some types; and numbers
# beyond all that is measured, which are 1e20, that of netCDF (9.97e36), and the ends of float32 and
# float64. Extremes alone are looked at: a number amid others is one of them.
LOW_NODATA_MARKERS, HIGH_NODATA_MARKERS = (-9999, -32768, -999, -99999, -1e10, -(2**31)), (9999,)
UINT16_NODATA, MIN_IMPLAUSIBLE_VALUE = 65535, 0.9999e20
NODATA_BY_DTYPE = {"int8": -128, "uint8": 255, "uint16": UINT16_NODATA, "uint32": 2**32 - 1}
# An extreme stands apart that is so many times as large as the next number, in so many of all
# cells. One that alone is below 0 does where it is -1 or below the second number.
OUTLIER_RATIO, MIN_OUTLIER_SHARE = 10, 0.001
LONE_NODATA_VALUE, MAX_LONE_NODATA = -1, -900
# What a file holds and what follows from what it stands for differ by less of themselves.
RELATIVE_TOLERANCE = 1e-6

# Places of a table of whole numbers per cell, beyond which counting them is no longer quicker.
MAX_BINS_PER_CELL = 1
# Cells that are counted at a time: bincount's copy of them stays in the processor's cache, and
# other threads get their turn between.
CELLS_PER_CHUNK = 1 << 16
# repeat and bincount hold the interpreter lock, and threads that take turns at it wake each other
# thousands of times. So one counts alone, while the others decode.
_count_lock = threading.Lock()

# The kind of land of each combination of a block, as a row of small whole numbers, shape
# (combinations, columns). The first one is the class number of the pass, negative where land does
# not count; what the others are is for the caller to say.
KindFunction = Callable[[Block], IntArray]
# The same of one kind; once all is counted the class number is that of the tables' order.
KindKey = tuple[int, ...]


class Moments(NamedTuple):
    """What the cells of a kind hold: all cells and their hectares, and those with a value; of the
    values mean (0 of none), sum of squares about it, least and largest (infinite of none)."""

    cells: int = 0
    hectares: float = 0.0
    with_value: int = 0
    mean: float = 0.0
    squares: float = 0.0
    least: float = inf
    largest: float = -inf

    def combine(self, other: Moments) -> Moments:
        count = self.with_value + other.with_value
        apart, both = other.mean - self.mean, max(count, 1)
        return Moments(
            self.cells + other.cells,
            self.hectares + other.hectares,
            count,
            self.mean + apart * other.with_value / both,
            self.squares
            + other.squares
            + apart * apart * self.with_value * other.with_value / both,
            min(self.least, other.least),
            max(self.largest, other.largest),
        )

    @property
    def cells_without_value(self) -> int:
        """Cells that have no value."""
        return self.cells - self.with_value

    @property
    def standard_deviation(self) -> float | None:
        """The standard deviation among cells, with n - 1; None of fewer than two."""
        return sqrt(self.squares / (self.with_value - 1)) if self.with_value > 1 else None

    @property
    def statistics(self) -> tuple[float | None, float | None, float | None, float | None]:
        """Mean, standard deviation, least and largest, as tables have them; None: there is none."""
        if not self.with_value:
            return None, None, None, None
        return self.mean, self.standard_deviation, self.least, self.largest


def combine_moments(parts: Iterable[Moments]) -> Moments:
    return reduce(Moments.combine, parts, Moments())


class ZonalStatistics(BlockConsumer):
    """Measures a raster of values, on the cells of a series, by kind of land: `moments`."""

    measures: Raster

    def __init__(self, series: Series, source: RasterInput, kinds: KindFunction, notes: Notes):
        self.measures = raster = series.align_raster(source, notes, of_values=True)
        self.moments: dict[KindKey, Moments] = {}
        self._kinds, self._area = kinds, series.area
        self._nodata = [convert_to_dtype(value, raster.dtype) for value in raster.left_out]

    def process_block(self, block: Block) -> dict[KindKey, Moments]:
        kinds, indices = _index_kinds(self._kinds(block))
        return _moments_by_kind(
            kinds, indices, block, _sorted_moments(np.zeros(len(kinds), np.int64))
        )

    def process_values(
        self, block: Block, values: ValueArray, mask: ByteArray | None
    ) -> dict[KindKey, Moments]:
        kinds, indices = _index_kinds(self._kinds(block))
        by_kind = (
            self._measure_tabulated if values.dtype.kind in "iu" and kinds else self._measure_sorted
        )
        # Of what is infinite or beyond reason the extremes tell afterwards (Extremes).
        with np.errstate(over="ignore", invalid="ignore"):
            of_values = by_kind(len(kinds), block, indices, values.ravel(), mask)
        return _moments_by_kind(kinds, indices, block, of_values)

    def _measure_sorted(
        self,
        kinds: int,
        block: Block,
        indices: IntArray,
        values: ValueArray,
        mask: ByteArray | None,
    ) -> OfValues:
        """What the cells of a block hold, their values (n,) sorted by kind."""
        # One more than the kind, 0 for none: small numbers are quicker to spread and to sort.
        by_cell: ValueArray = block.expand_to_cells(
            (indices + 1).astype(np.min_scalar_type(kinds))
        ).ravel()
        counts = self.is_value(values) & (True if mask is None else mask.ravel() == VALID_CODE)
        by_cell = np.where(counts, by_cell, 0)
        count = np.bincount(by_cell, minlength=kinds + 1)
        order = np.argsort(by_cell, kind="stable")[count[0] :]
        return _sorted_moments(count[1:], self.apply_scale(values[order]))

    def _measure_tabulated(
        self,
        kinds: int,
        block: Block,
        indices: IntArray,
        values: ValueArray,
        mask: ByteArray | None,
    ) -> OfValues:
        """What a block holds in whole numbers, counted where these lie close together."""
        low, high = int(values.min()), int(values.max())
        span = high - low + 1
        bins = (kinds + 1) * span
        if bins > values.size * MAX_BINS_PER_CELL:
            return self._measure_sorted(kinds, block, indices, values, mask)
        # Whole numbers wrap around on the way and end where they should; small ones are quicker.
        kind = np.dtype(np.uint16 if bins <= 1 << 16 else np.uint32)
        to_first = -low % (1 << 8 * kind.itemsize)
        with _count_lock:
            by_cell = block.expand_to_cells(((indices + 1) * span + to_first).astype(kind)).ravel()
            if mask is not None:
                by_cell[mask.ravel() != VALID_CODE] = to_first
            counted = np.zeros(bins, np.int64)
            step = max(CELLS_PER_CHUNK, 4 * bins)
            for start in range(0, values.size, step):
                some = by_cell[start : start + step]
                np.add(some, values[start : start + step], out=some, dtype=kind, casting="unsafe")
                counted += np.bincount(some, minlength=bins)
        table = counted.reshape(-1, span)[1:]
        there = np.flatnonzero(table.any(axis=0))
        stored = there.astype(values.dtype) + values.dtype.type(low)
        are_values = self.is_value(stored)
        rising = slice(None, None, -1 if self.measures.scale[0] < 0 else 1)
        kept, stored = there[are_values][rising], stored[are_values][rising]
        return _tabulated_moments(table[:, kept], self.apply_scale(stored))

    def is_value(self, values: ValueArray) -> BoolArray:
        """Which numbers of the file are values, and not no data."""
        counts: BoolArray = ~np.isnan(values)
        for value in self._nodata:
            counts &= values != value
        for low, high in self.measures.source.nodata_ranges:
            counts &= (values < low) | (values > high)
        return counts

    def apply_scale(self, values: ValueArray) -> FloatArray:
        """What numbers of the file stand for."""
        scale, offset = self.measures.scale
        return np.asarray(values.astype(np.float64) * scale + offset)

    def merge_block(self, window: Window, part: dict[KindKey, Moments]) -> None:
        for kind, moments in part.items():
            known = self.moments.get(kind)
            self.moments[kind] = moments if known is None else known.combine(moments)

    def finalize_results(self, census: CountResult) -> None:
        """Number the classes as tables list them, and fill in the hectares of like cells."""
        class_indices, each = census.codes.astype(np.int64) - FIRST_CLASS_CODE, self._area.uniform
        self.moments = {
            (int(class_indices[kind[0] + FIRST_CLASS_CODE]), *kind[1:]): moments
            if each is None
            else moments._replace(hectares=float(moments.cells * np.float64(each)))
            for kind, moments in self.moments.items()
        }


def _index_kinds(rows: IntArray) -> tuple[list[KindKey], IntArray]:
    """The kinds that occur, in their order, and each combination's index among them, -1: none."""
    indices = np.full(len(rows), -1, np.int64)
    shown = rows[:, 0] >= 0
    if not shown.any():
        return [], indices
    sizes = tuple(rows.max(axis=0) + 1)
    # As one number a row is sorted many times as fast as by its columns.
    packed = np.ravel_multi_index(tuple(rows[shown].T), sizes)
    occurring, indices[shown] = np.unique(packed, return_inverse=True)
    return list(zip(*(column.tolist() for column in np.unravel_index(occurring, sizes)))), indices


def _moments_by_kind(
    kinds: list[KindKey], indices: IntArray, block: Block, of_values: OfValues
) -> dict[KindKey, Moments]:
    """What the cells of a block hold, by the index of each combination's kind, -1 for none."""
    shown = indices >= 0
    cells = np.bincount(indices[shown], block.cells[shown], len(kinds)).astype(np.int64)
    hectares = np.zeros(len(kinds))
    if block.hectares is not None:
        hectares += np.bincount(indices[shown], block.hectares[shown], len(kinds))
    columns: list[NDArray[Any]] = [cells, hectares, *of_values]
    return dict(zip(kinds, map(Moments, *(column.tolist() for column in columns))))


def _empty_moments(kinds: int) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Mean, squares, least and largest of no values, (kinds,) each."""
    mean, squares = np.zeros((2, kinds))
    return mean, squares, np.full(kinds, inf), np.full(kinds, -inf)


def _sorted_moments(count: IntArray, values: FloatArray | None = None) -> OfValues:
    """Of values (n,) that lie kind by kind, so many of each; None where none has any."""
    means, squares, least, largest = _empty_moments(count.size)
    there = np.flatnonzero(count)
    if values is not None and there.size:
        counts = count[there]
        starts = np.cumsum(counts) - counts
        mean = means[there] = np.add.reduceat(values, starts) / counts
        apart = values - np.repeat(mean, counts)
        squares[there] = np.add.reduceat(apart * apart, starts)
        least[there] = np.minimum.reduceat(values, starts)
        largest[there] = np.maximum.reduceat(values, starts)
    return count, means, squares, least, largest


def _tabulated_moments(table: IntArray, values: FloatArray) -> OfValues:
    """Of how many cells of each kind have each of some rising values, (kinds, values)."""
    means, squares, least, largest = _empty_moments(len(table))
    count = table.sum(axis=1)
    there = np.flatnonzero(count)
    if there.size:
        some, counts = table[there], count[there]
        mean = means[there] = some @ values / counts
        squares[there] = (some * (values - mean[:, np.newaxis]) ** 2).sum(axis=1)
        occurs = some > 0
        least[there] = values[occurs.argmax(axis=1)]
        largest[there] = values[::-1][occurs[:, ::-1].argmax(axis=1)]
    return count, means, squares, least, largest


def class_kinds(block: Block, date: int = 0) -> IntArray:
    """The class number of each combination at a date, (combinations, 1); -1: it does not count."""
    codes = block.codes[date].astype(np.int64) - FIRST_CLASS_CODE
    if block.valid is not None:
        codes = np.where(block.valid, codes, -1)
    return codes[:, np.newaxis]


class ValueExtremes(BlockConsumer):
    """Finds the numbers at both ends of a raster of values, on land of some classes, or on all.

    Attributes:
        cells: of the two least and the two largest numbers, as the file holds them.
        beyond: cells with numbers that stand for less than low or more than high.
    """

    measures: Raster

    def __init__(
        self,
        measured: ZonalStatistics,
        date: int = 0,
        classes: Collection[int] | None = None,
        low: float = -inf,
        high: float = inf,
    ):
        self.measures = measured.measures
        self.cells: Counter[int | float] = Counter()
        self.beyond = 0
        self._measured, self._date, self._classes = measured, date, classes
        self._low, self._high = low, high

    def process_block(self, block: Block) -> tuple[Counter[int | float], int]:
        return Counter(), 0

    def process_values(
        self, block: Block, values: ValueArray, mask: ByteArray | None
    ) -> tuple[Counter[int | float], int]:
        classes = class_kinds(block, self._date)[:, 0]
        asked = classes >= 0 if self._classes is None else np.isin(classes, [*self._classes])
        looked_at = block.expand_to_cells(asked) & self._measured.is_value(values)
        if mask is not None:
            looked_at &= mask == VALID_CODE
        stored, beyond = values[looked_at], 0
        if (self._low, self._high) != (-inf, inf):
            with np.errstate(over="ignore", invalid="ignore"):
                stand_for = self._measured.apply_scale(stored)
            beyond = np.count_nonzero((stand_for < self._low) | (stand_for > self._high))
        # A few looks at all cells cost less than sorting them.
        cells: Counter[int | float] = Counter()
        for extreme, is_within in ((np.min, np.greater), (np.max, np.less)):
            rest = stored
            for _ in range(2):
                if rest.size:
                    end = extreme(rest)
                    cells[end.item()] = np.count_nonzero(stored == end)
                    rest = rest[is_within(rest, end)]
        return cells, beyond

    def merge_block(self, window: Window, part: tuple[Counter[int | float], int]) -> None:
        cells, beyond = part
        self.cells = _keep_extremes(self.cells + cells)
        self.beyond += beyond

    @property
    def min_and_max(self) -> list[int | float]:
        """The least number and the largest."""
        return [min(self.cells), max(self.cells)]

    def is_nodata_marker(self, end: float) -> bool:
        """Whether an extreme usually means no data beside the others."""
        others = [value for value in self.cells if value != end]
        of_type = NODATA_BY_DTYPE.get(self.measures.dtype.name)
        if end < 0:
            return end in (*LOW_NODATA_MARKERS, of_type) and end < min(others, default=inf)
        # Land that is and is not something may be 255 and 0.
        is_above_all = max(others, default=0) <= end / 2 and (any(others) or end == UINT16_NODATA)
        return end in (*HIGH_NODATA_MARKERS, of_type) and is_above_all

    def find_outliers(self, cells: int) -> list[tuple[float, float]]:
        """The extremes of so many cells that stand apart, each with the number next to it."""
        values, pairs = sorted(self.cells), []
        for end, beside in zip((values[0], values[-1]), (values[1:2] + values[-2:-1])):
            # Change may be -1, 0 and 1.
            has_others = any(value not in (end, 0, -end) for value in values)
            is_alone = beside >= 0 if end < 0 else beside == 0
            may_be_alone = end == LONE_NODATA_VALUE or end < MAX_LONE_NODATA
            is_frequent = self.cells[end] >= MIN_OUTLIER_SHARE * cells
            if abs(end) > OUTLIER_RATIO * abs(beside) and is_frequent and has_others:
                pairs += [(end, beside)] if may_be_alone or not is_alone else []
        return pairs

    def format_value(self, value: float) -> str:
        """A number as the file holds it, in as few digits as tell it from others."""
        return str(self.measures.dtype.type(value)).removesuffix(".0")


def _keep_extremes(cells: Counter[int | float]) -> Counter[int | float]:
    """The cells of the two least and the two largest numbers."""
    values = sorted(cells)
    return Counter({value: cells[value] for value in {*values[:2], *values[-2:]}})


def scan_extremes(
    series: Series,
    extremes: ValueExtremes,
    progress: ProgressCallback,
    is_open: Callable[[], bool] = lambda: True,
) -> ValueExtremes:
    """Read a series that was counted, and find the extremes, for as long as something is open."""
    try:
        scan_series(series, [extremes], progress=lambda part: is_open() and progress(part))
    except RunCancelledError:
        if is_open():
            raise
    return extremes


def check_undeclared_nodata(
    there: ValueExtremes,
    parts: Collection[Moments],
    series: Series,
    parameter: str,
    progress: ProgressCallback,
) -> list[Message]:
    """Check that no extreme is a mark of no data that nobody declared; warn of one that is apart.

    Args:
        there: will look at the land in question, of which `parts` tell what it holds.
        parameter: names further marks. NaN in it says that all other numbers are values; infinite
            ones never are.
    """
    raster, (scale, offset) = there.measures, there.measures.scale
    scaled = [end for part in parts if part.with_value for end in (part.least, part.largest)]
    known = [(end - offset) / scale for end in scaled]
    is_settled = any(map(isnan, raster.source.nodata))
    extremes = {min(known), max(known)} if known else set[float]()
    ends = [end for end in extremes if isinf(end) or not is_settled]

    def is_open() -> bool:
        return any(_is_suspicious(end, [*known, *there.cells], raster) for end in ends)

    if not is_open():
        return []
    scan_extremes(series, there, progress, is_open)
    if not is_open():
        return []
    for end in there.min_and_max:
        if isinf(end):
            raise DataError(
                "{label}: value {value} (cells: {cells:,}) cannot be averaged; set "
                "{parameter} to {value} if it means NoData",
                label=raster.label,
                value=there.format_value(end),
                cells=there.cells[end],
                parameter=parameter,
            )
        if not is_settled and (abs(end) >= MIN_IMPLAUSIBLE_VALUE or there.is_nodata_marker(end)):
            raise DataError(
                "{label}: value {value} (cells: {cells:,}) may be undeclared NoData; set "
                "{parameter} to {value}, or to nan if it is a valid value",
                label=raster.label,
                value=there.format_value(end),
                cells=there.cells[end],
                parameter=parameter,
            )
    return [
        Message(
            "{label}: value {value} (cells: {cells:,}) is more than {times} times the next "
            "value ({beside}); if it means NoData, set {parameter} to {value}.",
            label=raster.label,
            value=there.format_value(end),
            cells=there.cells[end],
            times=OUTLIER_RATIO,
            beside=there.format_value(beside),
            parameter=parameter,
        )
        for end, beside in there.find_outliers(combine_moments(parts).with_value)
    ]


def _is_suspicious(end: float, known: Iterable[float], raster: Raster) -> bool:
    """Whether an extreme may be a mark or apart, as far as some of the other numbers tell."""
    marks = (*LOW_NODATA_MARKERS, *HIGH_NODATA_MARKERS, NODATA_BY_DTYPE.get(raster.dtype.name, inf))
    is_mark = any(isclose(end, mark) for mark in marks)
    if abs(end) >= MIN_IMPLAUSIBLE_VALUE * (1 - RELATIVE_TOLERANCE) or (is_mark and end < 0):
        return True
    others = [v for v in known if v * end > 0 and not isclose(v, end, rel_tol=RELATIVE_TOLERANCE)]
    times = 2 if is_mark else OUTLIER_RATIO
    return end != 0 and times * max(map(abs, others), default=0.0) <= abs(end) * (
        1 + RELATIVE_TOLERANCE
    )
