"""The matrices of a series as the analysis of change takes them: of the classes that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..base.dates import Date, Period, interval_years
from ..base.numbers import Floats
from ..scheme.classes import LandClass
from .census import TransitionCube

# Sums of doubles differ in their last digits with the order of adding.
ROUNDING = 1e-12


@dataclass(frozen=True)
class PeriodMatrix:
    """The transition matrix of a period.

    Sums are of the parts, not differences of other sums, so that what is nothing is exactly 0.

    Attributes:
        years: from its first date to its last; None where that is not known.
        hectares: C_ij by from-class i (rows) and to-class j (columns), shape (n, n).

    What follows from it by class has the shape (n,) and is in hectares too.
    """

    period: Period
    years: int | None
    hectares: Floats

    @property
    def name(self) -> str:
        return self.period.name

    @cached_property
    def moved(self) -> Floats:
        """The matrix with nothing on its diagonal."""
        return np.where(np.eye(len(self.hectares), dtype=bool), 0.0, self.hectares)

    @cached_property
    def before(self) -> Floats:
        """Hectares of each class at the first date."""
        return np.asarray(self.hectares.sum(axis=1))

    @cached_property
    def after(self) -> Floats:
        """Hectares of each class at the last date."""
        return np.asarray(self.hectares.sum(axis=0))

    @cached_property
    def stays(self) -> Floats:
        """Hectares that kept their class, by class."""
        return np.diagonal(self.hectares).copy()

    @cached_property
    def gain(self) -> Floats:
        """Hectares that came to each class: sum of C_ij over i != j."""
        return np.asarray(self.moved.sum(axis=0))

    @cached_property
    def loss(self) -> Floats:
        """Hectares that left each class: sum of C_ij over j != i."""
        return np.asarray(self.moved.sum(axis=1))

    @cached_property
    def quantity(self) -> Floats:
        """The net change of each class, without its sign (Pontius and Santacruz 2014)."""
        return np.abs(self.gain - self.loss)

    @cached_property
    def exchange(self) -> Floats:
        """What each class gave to others and got from the same ones, both counted.

        2 sum of min(C_ij, C_ji) over i != j (Pontius and Santacruz 2014).
        """
        return 2.0 * np.asarray(np.minimum(self.moved, self.moved.T).sum(axis=1))

    @cached_property
    def shift(self) -> Floats:
        """The rest of each class's change: what it gave to some classes and got from others.

        gain + loss - quantity - exchange (Pontius and Santacruz 2014).
        """
        between = np.abs(self.moved - self.moved.T).sum(axis=1)
        shift = np.maximum(between - self.quantity, 0.0)
        # What is left of a difference of equal sums is nothing.
        return np.where(shift <= ROUNDING * between, 0.0, shift)

    @cached_property
    def total(self) -> float:
        """All hectares."""
        return float(self.hectares.sum())

    @cached_property
    def unchanged(self) -> float:
        """Hectares that kept their class."""
        return float(self.stays.sum())

    @cached_property
    def changed(self) -> float:
        """Hectares that changed their class."""
        return float(self.moved.sum())


class PeriodMatrices:
    """The matrices of a series: of the intervals from date to date, and of the whole span.

    Attributes:
        classes: those found at any date, in the tables' order; rows and columns follow them.
        intervals: from each date to the next.
        span: from the first date to the last; of two dates the one interval.
    """

    def __init__(self, cube: TransitionCube, dates: Sequence[Date]):
        occurs = np.logical_or.reduce(
            [(cells.sum(axis=0) + cells.sum(axis=1)) > 0 for cells in cube.cells]
        )
        order = [index for index in cube.classes.order() if occurs[index]]
        self.classes: list[LandClass] = [cube.classes[index] for index in order]
        matrices = [
            PeriodMatrix(period, interval_years(dates, period), hectares[np.ix_(order, order)])
            for period, _, hectares in cube.by_period()
        ]
        self.intervals = [m for m in matrices if m.period.later - m.period.earlier == 1]
        self.span = matrices[-1]

    @property
    def all(self) -> list[PeriodMatrix]:
        """The intervals, and the span where it is none of them."""
        return self.intervals if len(self.intervals) == 1 else [*self.intervals, self.span]

    @property
    def years(self) -> int | None:
        """The years of all intervals together; None where those of one are not known."""
        years = [matrix.years for matrix in self.intervals]
        return None if None in years else sum(year or 0 for year in years)
