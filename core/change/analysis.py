"""All tables of the analysis of change, each worked out from the one count when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ..base.dates import Date
from ..base.messages import Listed, Notes
from ..results.class_values import (
    ContributionRow,
    changes_by_name,
    contribution_checks,
    contribution_rows,
    value_change_rows,
)
from ..results.closure import Check
from ..scan.census import Census, Tally
from ..scan.matrices import PeriodMatrices
from ..scheme.values import ClassValues
from .components import ComponentRow, component_checks, component_rows
from .indices import Grades, IndexRow, index_notes, index_rows
from .intensity import (
    CategoryRow,
    IntervalRow,
    category_checks,
    category_rows,
    interval_checks,
    interval_notes,
    interval_rows,
    uniform_percent,
)
from .markov import Projection
from .rates import RateRow, rate_rows
from .transitions import TransitionRows, transition_checks


class ChangeAnalysis:
    """What follows from the matrices of a series.

    Args:
        grades: of the classes; None where INDICES is not wanted.
        targets: the years of a projection; None where it is not wanted, and empty for one that
            ends as many years after the last date as the last interval has.
        values: per hectare of the classes; None where CONTRIBUTIONS is not wanted.
    """

    def __init__(
        self,
        dates: Sequence[Date],
        census: Census,
        grades: Grades | None = None,
        targets: Sequence[int] | None = None,
        values: ClassValues | None = None,
    ):
        self.dates = list(dates)
        self._census = census
        self._grades = grades
        self._targets = targets
        self.values = values
        self.classes = census.cube.classes
        self.matrices = PeriodMatrices(census.cube, dates)

    @property
    def tallies(self) -> list[Tally]:
        """Per date, the classes over the cells valid at all dates."""
        return self._census.dates.common

    @cached_property
    def components(self) -> list[ComponentRow]:
        return component_rows(self.matrices)

    @cached_property
    def rates(self) -> list[RateRow]:
        return rate_rows(self.matrices)

    @cached_property
    def intervals(self) -> list[IntervalRow]:
        return interval_rows(self.matrices)

    @cached_property
    def categories(self) -> list[CategoryRow]:
        return category_rows(self.matrices)

    @cached_property
    def transitions(self) -> TransitionRows:
        return TransitionRows(self.matrices)

    @cached_property
    def indices(self) -> list[IndexRow]:
        """No rows where there are no grades."""
        if self._grades is None:
            return []
        return index_rows(self.dates, self.classes, self.tallies, self._grades)

    @cached_property
    def projection(self) -> Projection | None:
        """None where it is not wanted, or the years of the last interval are not known."""
        years = self.matrices.intervals[-1].years
        if self._targets is None or years is None:
            return None
        targets = self._targets or [int(self.dates[-1].year) + years]
        return Projection(self.matrices, self.dates, targets)

    @cached_property
    def contributions(self) -> list[ContributionRow]:
        """No rows where there are no values."""
        return contribution_rows(self._census.cube, self.values) if self.values else []

    @cached_property
    def uniform(self) -> float | None:
        """The uniform intensity of all intervals, % per year."""
        return uniform_percent(self.matrices)

    @cached_property
    def checks(self) -> list[Check]:
        """That the tables agree."""
        checks = [
            *component_checks(self.matrices, self.components),
            *interval_checks(self.matrices, self.intervals),
            *category_checks(self.matrices, self.categories),
            *transition_checks(self.matrices, self.transitions),
        ]
        if self.projection is not None:
            checks += self.projection.checks()
        if self.values is not None:
            changes = value_change_rows(self.dates, self._census, self.values)
            checks += contribution_checks(self.contributions, changes_by_name(changes))
        return checks

    def notes(self) -> list[Notes]:
        """What there is to say about the tables, for the log."""
        without_years = Notes()
        unknown = [matrix.name for matrix in self.matrices.all if matrix.years is None]
        if unknown:
            without_years.warn(
                "What is per year is empty where the years between two dates are not known, or not "
                "after each other: {periods}. Give the years of all layers in YEARS.",
                periods=Listed(unknown),
            )
        if self._targets is not None and self.projection is None:
            without_years.warn(
                "PROJECTION has no rows, because the years of the last period are not known."
            )
        notes = [without_years, interval_notes(self.intervals)]
        if self._grades is not None:
            notes.append(index_notes(self.classes, self.tallies, self._grades))
        if self.projection:
            notes.append(self.projection.notes())
        return notes
