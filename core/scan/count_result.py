"""What a count found: combinations of all dates, transitions of all periods, cells of each date.

And the matrices of a series as the analysis of change takes them: of the classes that were found.
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

    # Classes of several trajectories at one date, as numbers or codes, whichever.
    AtDate = NDArray[np.integer]

    Number = TypeVar("Number", np.int64, np.float64)


# What land has that never changed, in place of a date.
NEVER_CHANGED = 0
# Sums of doubles differ in their last digits with the order of adding.
ROUNDING_TOLERANCE = 1e-12


@dataclass(frozen=True)
class CombinationTable:
    """The combinations that occur, by stratum, then by the classes in the tables' order.

    Attributes:
        strata: of each combination, (n,); 0 is land in no stratum, and all land without strata.
        classes: class indices by combination and date, shape (n, dates); of a small type, that a
            million combinations of many dates have room in memory.
        cells, hectares: of each combination, (n,).
        years: of disturbance and of recovery, as change_years has them, (n, 2); None where no
            raster of years was given.
    """

    strata: IntArray
    classes: NDArray[np.integer]
    cells: IntArray
    hectares: FloatArray
    years: NDArray[np.uint16] | None = None

    def select_rows(self, which: IntArray | BoolArray | slice) -> CombinationTable:
        """Some of the combinations."""
        return CombinationTable(
            self.strata[which],
            self.classes[which],
            self.cells[which],
            self.hectares[which],
            None if self.years is None else self.years[which],
        )

    @cached_property
    def without_years(self) -> CombinationTable:
        """The combinations of classes, whatever their years."""
        if self.years is None or not self.cells.size:
            return self
        keys = np.column_stack([self.strata, self.classes])
        is_first = np.append(True, (keys[1:] != keys[:-1]).any(axis=1))
        firsts = np.flatnonzero(is_first)
        cells, hectares = (np.add.reduceat(of, firsts) for of in (self.cells, self.hectares))
        return CombinationTable(self.strata[firsts], self.classes[firsts], cells, hectares)

    @property
    def classes_by_date(self) -> list[NDArray[np.integer]]:
        """Class numbers by combination, (n,), for each date."""
        return [self.classes[:, date] for date in range(self.classes.shape[1])]


def count_changes(dates: Sequence[AtDate]) -> IntArray:
    """How often the class is another one than at the date before, (trajectories,)."""
    times = np.zeros(len(dates[0]), np.int64)
    for before, after in zip(dates, dates[1:]):
        times += before != after
    return times


def last_change_values(dates: Sequence[AtDate], values: Sequence[int]) -> NDArray[np.uint16]:
    """The value of the date by which the last change was seen, (trajectories,); NEVER: none.

    `dates` are the classes at each, (trajectories,), `values` those of the dates, as their years.
    """
    last = np.full(len(dates[0]), NEVER_CHANGED, np.uint16)
    for before, after, value in zip(dates, dates[1:], values[1:]):
        last[before != after] = value
    return last


class ClassTally:
    """Cells and hectares by class code, (codes,), or by code before and after, added up by block.

    The arrays grow with the class list. Where all cells have the same area no hectares are
    added up; they follow from the cells when the count is `closed`.
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
        """The whole count by the final codes of the classes (Census.codes), hectares filled in."""
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
    """Two arrays added, the smaller filled up with zeros: class lists grow in a run."""
    if total.shape != part.shape:
        grown = np.zeros(np.maximum(total.shape, part.shape), total.dtype)
        grown[tuple(slice(n) for n in total.shape)] = total
        total = grown
    total[tuple(slice(n) for n in part.shape)] += part
    return total


@dataclass(frozen=True)
class DateTallies:
    """The classes of each date by themselves.

    Attributes:
        own: per date, a tally by class code, whatever the other dates hold.
        common: per date, the same over the cells valid at all dates.
    """

    own: list[ClassTally]
    common: list[ClassTally]


class TransitionCube:
    """Cells and hectares by period, from-class and to-class.

    Attributes:
        periods: the periods, in the order of the arrays.
        cells: per period, an int64 array of shape (n classes, n classes).
        hectares: per period, a float64 array of the same shape.
        total_cells, total_hectares: what counts, the same in every period.
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
        """Of all land, that alone whose class at the end of a period is another one."""
        changed = copy(self)
        stays = np.eye(len(self.classes), dtype=np.bool_)
        changed.cells = [np.where(stays, 0, cells) for cells in self.cells]
        changed.hectares = [np.where(stays, 0.0, hectares) for hectares in self.hectares]
        return changed

    def iterate_periods(self) -> Iterator[tuple[Period, IntArray, FloatArray]]:
        """Period, cells and hectares, one after the other."""
        return zip(self.periods, self.cells, self.hectares)

    def present_classes(self, cells: IntArray) -> list[int]:
        """The indices of the classes that occur in a matrix, in the tables' order."""
        occurring = (cells.sum(axis=0) + cells.sum(axis=1)) > 0
        return [index for index in self.classes.table_order() if occurring[index]]

    def present_pairs(self, cells: IntArray) -> list[tuple[int, int]]:
        """From-index and to-index of the pairs that occur, in the tables' order."""
        order = self.present_classes(cells)
        return [(i, j) for i in order for j in order if cells[i, j]]

    def source_classes(self, of: Callable[[LandClass, LandClass], bool]) -> list[int]:
        """The indices of the classes that conversions of a kind come from, in the tables' order."""
        pairs = {pair for cells in self.cells for pair in self.present_pairs(cells)}
        indices = {i for i, j in pairs if of(self.classes[i], self.classes[j])}
        return [index for index in self.classes.table_order() if index in indices]


@dataclass(frozen=True)
class CountResult:
    """The transitions, the dates by themselves, and what there is to report about the cells.

    `units` are those of the run that have cells, in their order, with what was counted in each;
    None where the run has no units. `histories` are the combinations of all dates, of a unit.
    `unit` is the name of that which it is the count of, '' of the whole run.
    `codes` are, by the class code that the pass went by, the codes here: the pass numbers classes
    as they turn up, the cube as the tables list them.
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
        """The indices of the classes that occur at any date, in the tables' order."""
        cells = [tally.cells[FIRST_CLASS_CODE:] for tally in self.dates.common]
        return [n for n in self.cube.classes.table_order() if any(of_date[n] for of_date in cells)]

    @property
    def valid_area_ha(self) -> float:
        """Hectares of the cells valid at all dates."""
        return float(self.dates.common[0].hectares.sum())

    @property
    def excluded_area_ha(self) -> float:
        """Hectares of the cells left out at any date."""
        return float(self.dates.own[0].hectares.sum()) - self.valid_area_ha

    @property
    def valid_message(self) -> Message:
        """How many cells are valid at all dates, and how many are excluded."""
        return Message(
            "Valid at all dates: {valid:,} cells ({hectares:,.2f} ha); excluded: {out:,} cells "
            "({out_hectares:,.2f} ha).",
            valid=self.valid_cells,
            hectares=self.valid_area_ha,
            out=self.excluded_cells,
            out_hectares=self.excluded_area_ha,
        )

    def unchanged_area_ha(self, period: int = 0) -> float:
        """Hectares that kept their class over a period."""
        return float(np.trace(self.cube.hectares[period]))

    def changed_area_ha(self, period: int = 0) -> float:
        """Hectares that changed their class over a period."""
        hectares = self.cube.hectares[period]
        return float(hectares[~np.eye(len(hectares), dtype=bool)].sum())


class PeriodMatrix:
    """The transition matrix of a period, and what follows from it by class, in hectares, (n,).

    Sums are of the parts, not differences of other sums, so that what is nothing is exactly 0.

    Args:
        years: from its first date to its last; None where that is not known.
        hectares: C_ij by from-class i (rows) and to-class j (columns), shape (n, n).

    Attributes:
        moved: the matrix with nothing on its diagonal.
        before, after: the hectares of each class at the first date and at the last.
        stays: what kept its class.
        gain, loss: what came to each class, sum of C_ij over i != j, and what left it, over j != i.
        quantity: |gain - loss|, the net change without its sign.
        exchange: what a class gave to others and got from the same ones, both counted,
            2 sum of min(C_ij, C_ji) over i != j.
        shift: what it gave to some classes and got from others, gain + loss - quantity - exchange.
        total, unchanged, changed: hectares of all classes.

    Components of change are those of Pontius and Santacruz (2014).
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
        # What is left of a difference of equal sums is nothing.
        self.shift: FloatArray = np.where(shift <= ROUNDING_TOLERANCE * between, 0.0, shift)
        self.total = float(hectares.sum())
        self.unchanged = float(self.stays.sum())
        self.changed = float(self.moved.sum())


class PeriodMatrices:
    """The matrices of a series: of the intervals from date to date, and of the whole span.

    Attributes:
        classes: those found at any date, in the tables' order; rows and columns follow them.
        intervals: from each date to the next.
        span: from the first date to the last; of two dates the one interval.
        all: the intervals, and the span where it is none of them.
        years: of all intervals together; None where those of one are not known.
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
