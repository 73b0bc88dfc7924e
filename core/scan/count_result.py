"""Result of a count: combinations of all dates, transitions of all periods, cells of each date.

Also the matrices of a series for change analysis, restricted to the classes that occur.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..base.dates import Date, Period, interval_years
from ..base.messages import Message, Notes
from ..base.numbers import BoolArray, FloatArray, IntArray, NDArray
from ..raster.area import CellArea
from ..scheme.classes import Classes, LandClass
from .class_codes import FIRST_CLASS_CODE

if TYPE_CHECKING:
    from typing import TypeVar

    # Classes of several trajectories at one date, as indices or codes.
    AtDate = NDArray[np.integer]

    Number = TypeVar("Number", np.int64, np.float64)


# Value of land that never changed, in place of a date.
NEVER_CHANGED = 0
# Floating-point sums depend on the order of summation.
ROUNDING_TOLERANCE = 1e-12


@dataclass(frozen=True)
class CombinationTable:
    """Combinations that occur, by stratum, then by class in table order.

    Attributes:
        strata: stratum of each combination, (n,); 0 outside strata, and for all land
            without strata.
        classes: class indices by combination and date, shape (n, dates), in a small data
            type to fit a million combinations of many dates into memory.
        cells, hectares: size of each combination, (n,).
        years: years of disturbance and recovery, as in change_years, (n, 2); None without
            year rasters.
    """

    strata: IntArray
    classes: NDArray[np.integer]
    cells: IntArray
    hectares: FloatArray
    years: NDArray[np.uint16] | None = None

    def select_rows(self, which: IntArray | BoolArray | slice) -> CombinationTable:
        """Return the selected combinations."""
        return CombinationTable(
            self.strata[which],
            self.classes[which],
            self.cells[which],
            self.hectares[which],
            None if self.years is None else self.years[which],
        )

    @cached_property
    def without_years(self) -> CombinationTable:
        """Combinations of classes irrespective of years."""
        if self.years is None or not self.cells.size:
            return self
        keys = np.column_stack([self.strata, self.classes])
        is_first = np.append(True, (keys[1:] != keys[:-1]).any(axis=1))
        firsts = np.flatnonzero(is_first)
        cells, hectares = (np.add.reduceat(of, firsts) for of in (self.cells, self.hectares))
        return CombinationTable(self.strata[firsts], self.classes[firsts], cells, hectares)

    @property
    def classes_by_date(self) -> list[NDArray[np.integer]]:
        """Class indices by combination, (n,), for each date."""
        return [self.classes[:, date] for date in range(self.classes.shape[1])]


def count_changes(dates: Sequence[AtDate]) -> IntArray:
    """Return the number of class changes between consecutive dates, (trajectories,)."""
    times = np.zeros(len(dates[0]), np.int64)
    for before, after in zip(dates, dates[1:]):
        times += before != after
    return times


def last_change_values(dates: Sequence[AtDate], values: Sequence[int]) -> NDArray[np.uint16]:
    """Return the value of the last change's date, or NEVER_CHANGED, (trajectories,).

    `dates`: classes at each date, (trajectories,); `values`: of the dates, such as years.
    """
    last = np.full(len(dates[0]), NEVER_CHANGED, np.uint16)
    for before, after, value in zip(dates, dates[1:], values[1:]):
        last[before != after] = value
    return last


class ClassTally:
    """Cells and hectares by class code, (codes,), or by code before and after, summed over blocks.

    Arrays grow with the class list; ha come from cells if all have the same area.
    """

    def __init__(self, dimensions: int):
        self.cells = np.zeros((0,) * dimensions, np.int64)
        self.hectares: FloatArray = np.zeros((0,) * dimensions)

    def add_counts(self, cells: IntArray, hectares: FloatArray | None) -> None:
        """Add the counts of a block."""
        self.cells = _add_padded(self.cells, cells)
        if hectares is not None:
            self.hectares = _add_padded(self.hectares, hectares)

    def to_final_codes(self, codes: NDArray[np.uint16], area: CellArea) -> ClassTally:
        """Return the complete count by final class codes (CountResult.codes), with hectares."""
        whole = ClassTally(self.cells.ndim)
        shape = (codes.size,) * self.cells.ndim
        whole.cells = _add_padded(np.zeros(shape, np.int64), self.cells)
        if area.uniform is None:
            whole.hectares = _add_padded(np.zeros(shape), self.hectares)
        else:
            whole.hectares = whole.cells * np.float64(area.uniform)
        order = np.ix_(*[np.argsort(codes)] * whole.cells.ndim)
        whole.cells, whole.hectares = whole.cells[order], whole.hectares[order]
        return whole


def _add_padded(total: NDArray[Number], part: NDArray[Number]) -> NDArray[Number]:
    """Add two arrays, padded with zeros, because class lists grow during a run."""
    if total.shape != part.shape:
        grown = np.zeros(np.maximum(total.shape, part.shape), total.dtype)
        grown[tuple(slice(n) for n in total.shape)] = total
        total = grown
    total[tuple(slice(n) for n in part.shape)] += part
    return total


@dataclass(frozen=True)
class DateTallies:
    """Classes of each date.

    Attributes:
        own: per date, a tally by class code of all cells, regardless of other dates.
        common: per date, a tally over the cells valid at all dates.
    """

    own: list[ClassTally]
    common: list[ClassTally]


class TransitionCube:
    """Cells and hectares by period, from-class and to-class.

    Attributes:
        periods: the periods, in the order of the arrays.
        cells: per period, an int64 array of shape (n classes, n classes).
        hectares: per period, a float64 array of the same shape.
        total_cells, total_hectares: valid cells and their area, the same in every period.
    """

    def __init__(self, classes: Classes, periods: list[Period], tallies: list[ClassTally]):
        self.classes = classes
        self.periods = periods
        self.cells = [tally.cells[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:] for tally in tallies]
        self.hectares = [tally.hectares[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:] for tally in tallies]
        self.total_cells = int(self.cells[0].sum()) if tallies else 0
        self.total_hectares = float(self.hectares[0].sum()) if tallies else 0.0

    @property
    def changed_land_only(self) -> TransitionCube:
        """Cube of the land that changed its class in each period, with 0 on the diagonals."""
        changed = copy(self)
        stays = np.eye(len(self.classes), dtype=np.bool_)
        changed.cells = [np.where(stays, 0, cells) for cells in self.cells]
        changed.hectares = [np.where(stays, 0.0, hectares) for hectares in self.hectares]
        return changed

    def iterate_periods(self) -> Iterator[tuple[Period, IntArray, FloatArray]]:
        """Return an iterator over period, cells and hectares."""
        return zip(self.periods, self.cells, self.hectares)

    def present_classes(self, cells: IntArray) -> list[int]:
        """Return the indices of the classes that occur in a matrix, in table order."""
        occurring = (cells.sum(axis=0) + cells.sum(axis=1)) > 0
        return [index for index in self.classes.table_order() if occurring[index]]

    def present_pairs(self, cells: IntArray) -> list[tuple[int, int]]:
        """Return the from-index and to-index of the pairs that occur, in table order."""
        order = self.present_classes(cells)
        return [(i, j) for i in order for j in order if cells[i, j]]

    def source_classes(self, of: Callable[[LandClass, LandClass], bool]) -> list[int]:
        """Return the indices of the source classes of selected conversions, in table order."""
        pairs = {pair for cells in self.cells for pair in self.present_pairs(cells)}
        indices = {i for i, j in pairs if of(self.classes[i], self.classes[j])}
        return [index for index in self.classes.table_order() if index in indices]


@dataclass(frozen=True)
class CountResult:
    """Transitions, classes by date, and messages on the cells.

    `units` are the units of the run with cells, in order, with their counts; None without
    units. `histories` are the combinations of all dates. `unit` is the name of the unit
    counted, '' for the whole run. `codes` maps class codes of the scan, numbered in order
    of appearance, to those of the result, in table order.
    """

    cube: TransitionCube
    dates: DateTallies
    valid_cells: int
    excluded_cells: int
    notes: Notes
    units: Iterable[tuple[str, CountResult]] | None = None
    histories: CombinationTable | None = None
    unit: str = ""
    codes: NDArray[np.uint16] = field(default_factory=lambda: np.zeros(0, np.uint16))

    @property
    def present_classes(self) -> list[int]:
        """Indices of the classes that occur at any date, in table order."""
        cells = [tally.cells[FIRST_CLASS_CODE:] for tally in self.dates.common]
        return [n for n in self.cube.classes.table_order() if any(of_date[n] for of_date in cells)]

    @property
    def valid_area_ha(self) -> float:
        """Hectares of the cells valid at all dates."""
        return float(self.dates.common[0].hectares.sum())

    @property
    def excluded_area_ha(self) -> float:
        """Hectares of the cells excluded at any date."""
        return float(self.dates.own[0].hectares.sum()) - self.valid_area_ha

    @property
    def valid_message(self) -> Message:
        """Message on the number of valid and excluded cells."""
        return Message(
            "Valid at all dates: {valid:,} cells ({hectares:,.2f} ha); excluded: {out:,} cells "
            "({out_hectares:,.2f} ha).",
            valid=self.valid_cells,
            hectares=self.valid_area_ha,
            out=self.excluded_cells,
            out_hectares=self.excluded_area_ha,
        )

    def unchanged_area_ha(self, period: int = 0) -> float:
        """Return the hectares without a class change over a period."""
        return float(np.trace(self.cube.hectares[period]))

    def changed_area_ha(self, period: int = 0) -> float:
        """Return the hectares with a class change over a period."""
        hectares = self.cube.hectares[period]
        return float(hectares[~np.eye(len(hectares), dtype=bool)].sum())


class PeriodMatrix:
    """Transfer matrix of a period and derived quantities by class, in hectares, (n,).

    Quantities are sums of parts, not differences of other sums, so that zeros are exact.

    Args:
        years: length of the period; None if unknown.
        hectares: C_ij by from-class i (rows) and to-class j (columns), shape (n, n).

    Attributes:
        moved: matrix with 0 on its diagonal.
        before, after: hectares of each class at the first and last date.
        stays: unchanged hectares.
        gain, loss: gain of each class, sum of C_ij over i != j, and its loss, over j != i.
        quantity: |gain - loss|, the absolute net change.
        exchange: mutual transfers with other classes, both directions included, 2 sum of
            min(C_ij, C_ji) over i != j.
        shift: losses to some classes and gains from others, gain + loss - quantity -
            exchange.
        total, unchanged, changed: hectares of all classes.

    Components of change follow Pontius and Santacruz (2014).
    """

    def __init__(self, period: Period, years: int | None, hectares: FloatArray):
        self.period, self.name, self.years, self.hectares = period, period.name, years, hectares
        self.moved: FloatArray = np.where(np.eye(len(hectares), dtype=bool), 0.0, hectares)
        self.before: FloatArray = np.asarray(hectares.sum(axis=1))
        self.after: FloatArray = np.asarray(hectares.sum(axis=0))
        self.stays: FloatArray = np.diagonal(hectares).copy()
        self.gain: FloatArray = np.asarray(self.moved.sum(axis=0))
        self.loss: FloatArray = np.asarray(self.moved.sum(axis=1))
        self.quantity: FloatArray = np.abs(self.gain - self.loss)
        both_ways = np.minimum(self.moved, self.moved.T).sum(axis=1)
        self.exchange: FloatArray = 2.0 * np.asarray(both_ways)
        between = np.abs(self.moved - self.moved.T).sum(axis=1)
        shift = np.maximum(between - self.quantity, 0.0)
        # Residues of differences of equal sums are set to 0.
        self.shift: FloatArray = np.where(shift <= ROUNDING_TOLERANCE * between, 0.0, shift)
        self.total = float(hectares.sum())
        self.unchanged = float(self.stays.sum())
        self.changed = float(self.moved.sum())


class PeriodMatrices:
    """Matrices of a series: of the intervals between consecutive dates, and of the full period.

    Attributes:
        classes: classes that occur at any date, in table order, as in rows and columns.
        intervals: matrices between consecutive dates.
        span: matrix from the first date to the last; the single interval for two dates.
        all: the intervals, and the full period unless it is one of them.
        years: total length of all intervals; None if that of one is unknown.
    """

    def __init__(self, cube: TransitionCube, dates: Sequence[Date]):
        occurs = np.logical_or.reduce(
            [(cells.sum(axis=0) + cells.sum(axis=1)) > 0 for cells in cube.cells]
        )
        order = [index for index in cube.classes.table_order() if occurs[index]]
        self.classes: list[LandClass] = [cube.classes[index] for index in order]
        matrices = [
            PeriodMatrix(period, interval_years(dates, period), hectares[np.ix_(order, order)])
            for period, _, hectares in cube.iterate_periods()
        ]
        self.intervals = [m for m in matrices if m.period.later - m.period.earlier == 1]
        self.span = matrices[-1]
        self.all = self.intervals if len(self.intervals) == 1 else [*self.intervals, self.span]
        years = [matrix.years for matrix in self.intervals]
        self.years = None if None in years else sum(year or 0 for year in years)
