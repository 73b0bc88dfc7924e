"""Zonal statistics of a value raster, such as biomass: mean, standard deviation and extremes.

Values are sampled at the centres of the land-use cells (nearest neighbour), in the
single pass. Sums of squares are about the mean of each block, and blocks are combined
by the updating formula of Chan, Golub and LeVeque (1983), to avoid rounding errors.

Undeclared NoData values are detected by the smallest and largest numbers. The pass
yields the extremes of each kind of land; their cells are counted in a separate pass,
only if an extreme is suspicious, which ends once none is.
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
    # Count, mean, sum of squares, minimum and maximum of the values of each kind, (kinds,) each.
    OfValues = tuple[IntArray, FloatArray, FloatArray, FloatArray, FloatArray]

ValueArray = NDArray[Any]

# Above any measured quantity in any unit; squares of much larger values overflow.
MAX_VALUE = 1e30

# Common NoData values: LOW if they are the minimum; HIGH, and the maximum of some types, if they
# are the maximum and no other value exceeds half of them; and numbers beyond any measurement: 1e20,
# the default of netCDF (9.97e36), and the limits of float32 and float64. Only extremes are checked,
# as a number within the range of the others is a value.
LOW_NODATA_MARKERS, HIGH_NODATA_MARKERS = (-9999, -32768, -999, -99999, -1e10, -(2**31)), (9999,)
UINT16_NODATA, MIN_IMPLAUSIBLE_VALUE = 65535, 0.9999e20
NODATA_BY_DTYPE = {"int8": -128, "uint8": 255, "uint16": UINT16_NODATA, "uint32": 2**32 - 1}
# An extreme is an outlier if it is this many times the next number and has this share of all cells.
# A single negative number must be -1 or below the second limit.
OUTLIER_RATIO, MIN_OUTLIER_SHARE = 10, 0.001
LONE_NODATA_VALUE, MAX_LONE_NODATA = -1, -900
# Relative tolerance between stored numbers and numbers recomputed from scaled values.
RELATIVE_TOLERANCE = 1e-6

# Maximum table size per cell up to which tabulating integers is faster than sorting.
MAX_BINS_PER_CELL = 1
# Cells counted at a time: bincount's copy stays in the processor cache, and other threads run in
# between.
CELLS_PER_CHUNK = 1 << 16
# repeat and bincount hold the interpreter lock, and competing threads would wake each other
# thousands of times. Therefore only one thread counts while the others decode.
_count_lock = threading.Lock()

# Kind of land of each combination in a block, as a row of small integers, shape (combinations,
# columns). The first column is the class number of the pass, negative for excluded land; the caller
# defines the others.
BlockClassifier = Callable[[Block], IntArray]
# The same for one kind; after the count, with the class number in table order.
KindKey = tuple[int, ...]


class Moments(NamedTuple):
    """Moments of the values on a kind of land; without values, mean 0 and infinite extremes."""

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
        """Number of cells without a value."""
        return self.cells - self.with_value

    @property
    def standard_deviation(self) -> float | None:
        """Sample standard deviation (n - 1); None for fewer than two values."""
        return sqrt(self.squares / (self.with_value - 1)) if self.with_value > 1 else None

    @property
    def statistics(self) -> tuple[float | None, float | None, float | None, float | None]:
        """Mean, standard deviation, minimum and maximum for tables; None if undefined."""
        if not self.with_value:
            return None, None, None, None
        return self.mean, self.standard_deviation, self.least, self.largest


def combine_moments(parts: Iterable[Moments]) -> Moments:
    return reduce(Moments.combine, parts, Moments())


class ZonalStatistics(BlockConsumer):
    """Computes `moments` of a value raster by kind of land, on the cells of a series."""

    measures: Raster

    def __init__(self, series: Series, source: RasterInput, kinds: BlockClassifier, notes: Notes):
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
        # Infinite or implausible values are detected afterwards (ValueExtremes).
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
        """Compute the moments of a block by sorting its values (n,) by kind."""
        # Kind + 1, 0 for none: small numbers are faster to expand and sort.
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
        """Compute the moments of integer values by tabulation, or by sorting for a wide range."""
        low, high = int(values.min()), int(values.max())
        span = high - low + 1
        bins = (kinds + 1) * span
        if bins > values.size * MAX_BINS_PER_CELL:
            return self._measure_sorted(kinds, block, indices, values, mask)
        # Integer overflow cancels out; small types are faster.
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
        """Return which stored numbers are values and not NoData."""
        counts: BoolArray = ~np.isnan(values)
        for value in self._nodata:
            counts &= values != value
        for low, high in self.measures.source.nodata_ranges:
            counts &= (values < low) | (values > high)
        return counts

    def apply_scale(self, values: ValueArray) -> FloatArray:
        """Apply scale and offset to stored numbers."""
        scale, offset = self.measures.scale
        return np.asarray(values.astype(np.float64) * scale + offset)

    def merge_block(self, window: Window, part: dict[KindKey, Moments]) -> None:
        for kind, moments in part.items():
            known = self.moments.get(kind)
            self.moments[kind] = moments if known is None else known.combine(moments)

    def finalize_results(self, census: CountResult) -> None:
        """Renumber the classes in table order, and fill in hectares for a uniform cell area."""
        class_indices, each = census.codes.astype(np.int64) - FIRST_CLASS_CODE, self._area.uniform
        self.moments = {
            (int(class_indices[kind[0] + FIRST_CLASS_CODE]), *kind[1:]): moments
            if each is None
            else moments._replace(hectares=float(moments.cells * np.float64(each)))
            for kind, moments in self.moments.items()
        }


def _index_kinds(rows: IntArray) -> tuple[list[KindKey], IntArray]:
    """Return the sorted kinds that occur, and each combination's index among them, or -1."""
    indices = np.full(len(rows), -1, np.int64)
    shown = rows[:, 0] >= 0
    if not shown.any():
        return [], indices
    sizes = tuple(rows.max(axis=0) + 1)
    # Sorting rows packed as one number is many times faster.
    packed = np.ravel_multi_index(tuple(rows[shown].T), sizes)
    occurring, indices[shown] = np.unique(packed, return_inverse=True)
    return list(zip(*(column.tolist() for column in np.unravel_index(occurring, sizes)))), indices


def _moments_by_kind(
    kinds: list[KindKey], indices: IntArray, block: Block, of_values: OfValues
) -> dict[KindKey, Moments]:
    """Return the moments by kind; `indices` are the kinds of the combinations, -1 for none."""
    shown = indices >= 0
    cells = np.bincount(indices[shown], block.cells[shown], len(kinds)).astype(np.int64)
    hectares = np.zeros(len(kinds))
    if block.hectares is not None:
        hectares += np.bincount(indices[shown], block.hectares[shown], len(kinds))
    columns: list[NDArray[Any]] = [cells, hectares, *of_values]
    return dict(zip(kinds, map(Moments, *(column.tolist() for column in columns))))


def _empty_moments(kinds: int) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return mean, squares, minimum and maximum without values, (kinds,) each."""
    mean, squares = np.zeros((2, kinds))
    return mean, squares, np.full(kinds, inf), np.full(kinds, -inf)


def _sorted_moments(count: IntArray, values: FloatArray | None = None) -> OfValues:
    """Return the moments of values (n,) sorted by kind; `count` is the number per kind."""
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
    """Return the moments from cell counts (kinds, values) of ascending values."""
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
    """Return the class number of each combination at a date, (combinations, 1); -1 if not valid."""
    codes = block.codes[date].astype(np.int64) - FIRST_CLASS_CODE
    if block.valid is not None:
        codes = np.where(block.valid, codes, -1)
    return codes[:, np.newaxis]


class ValueExtremes(BlockConsumer):
    """Finds the extremes of a value raster, on land of some or all classes.

    Attributes:
        cells: cell counts of the two smallest and two largest stored numbers.
        beyond: number of cells with scaled values below low or above high.
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
        # A few passes over all cells are faster than sorting.
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
        """Smallest and largest number."""
        return [min(self.cells), max(self.cells)]

    def is_nodata_marker(self, end: float) -> bool:
        """Return whether an extreme is a common NoData value, given the others."""
        others = [value for value in self.cells if value != end]
        of_type = NODATA_BY_DTYPE.get(self.measures.dtype.name)
        if end < 0:
            return end in (*LOW_NODATA_MARKERS, of_type) and end < min(others, default=inf)
        # A binary mask may have the values 255 and 0.
        is_above_all = max(others, default=0) <= end / 2 and (any(others) or end == UINT16_NODATA)
        return end in (*HIGH_NODATA_MARKERS, of_type) and is_above_all

    def find_outliers(self, cells: int) -> list[tuple[float, float]]:
        """Return the outliers among the extremes of `cells` cells, each with the next number."""
        values, pairs = sorted(self.cells), []
        for end, beside in zip((values[0], values[-1]), (values[1:2] + values[-2:-1])):
            # A change raster may have the values -1, 0 and 1.
            has_others = any(value not in (end, 0, -end) for value in values)
            is_alone = beside >= 0 if end < 0 else beside == 0
            may_be_alone = end == LONE_NODATA_VALUE or end < MAX_LONE_NODATA
            is_frequent = self.cells[end] >= MIN_OUTLIER_SHARE * cells
            if abs(end) > OUTLIER_RATIO * abs(beside) and is_frequent and has_others:
                pairs += [(end, beside)] if may_be_alone or not is_alone else []
        return pairs

    def format_value(self, value: float) -> str:
        """Format a stored number with the fewest digits that identify it."""
        return str(self.measures.dtype.type(value)).removesuffix(".0")


def _keep_extremes(cells: Counter[int | float]) -> Counter[int | float]:
    """Keep the cells of the two smallest and two largest numbers."""
    values = sorted(cells)
    return Counter({value: cells[value] for value in {*values[:2], *values[-2:]}})


def scan_extremes(
    series: Series,
    extremes: ValueExtremes,
    progress: ProgressCallback,
    is_open: Callable[[], bool] = lambda: True,
) -> ValueExtremes:
    """Read a counted series and find the extremes, stopping once `is_open` returns False."""
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
    """Check for undeclared NoData among the extremes, and return warnings of outliers.

    Args:
        there: extremes to find on the land in question; `parts` are its moments.
        parameter: parameter for further NoData values. NaN in it declares all other numbers
            valid, except infinite ones.
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
    """Return whether an extreme may be NoData or an outlier, given some of the other numbers."""
    marks = (*LOW_NODATA_MARKERS, *HIGH_NODATA_MARKERS, NODATA_BY_DTYPE.get(raster.dtype.name, inf))
    is_mark = any(isclose(end, mark) for mark in marks)
    if abs(end) >= MIN_IMPLAUSIBLE_VALUE * (1 - RELATIVE_TOLERANCE) or (is_mark and end < 0):
        return True
    others = [v for v in known if v * end > 0 and not isclose(v, end, rel_tol=RELATIVE_TOLERANCE)]
    times = 2 if is_mark else OUTLIER_RATIO
    return end != 0 and times * max(map(abs, others), default=0.0) <= abs(end) * (
        1 + RELATIVE_TOLERANCE
    )
