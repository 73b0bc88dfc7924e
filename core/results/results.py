"""What follows from the count of any series, each worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ..base.dates import Date, Period, interval_years
from ..scan.census import Census, TransitionCube
from ..scan.series import Series
from ..scheme.classes import Classes
from .audit import AuditRow, audit_rows, date_checks
from .change import ChangeRow, class_change_rows
from .closure import Check
from .shares import ShareRow, share_rows
from .transfers import TransferRow, matrix_checks, transfer_rows
from .units import unit_checks


class Results:
    """What follows from the count of any series.

    Args:
        more: checks of a subject, which come after those of any series.
    """

    def __init__(self, series: Series, census: Census, more: Sequence[Check] = ()):
        self.series = series
        self.census = census
        self._more = more

    @property
    def dates(self) -> list[Date]:
        return self.series.dates

    @property
    def labels(self) -> list[str]:
        """What the dates are called."""
        return [date.label for date in self.dates]

    @property
    def classes(self) -> Classes:
        return self.census.cube.classes

    @property
    def cube(self) -> TransitionCube:
        return self.census.cube

    @property
    def steps(self) -> list[Period]:
        """The periods from each date to the next."""
        return self.cube.periods[: len(self.dates) - 1]

    @property
    def span(self) -> Period:
        """The period from the first date to the last."""
        return self.cube.periods[-1]

    @property
    def years(self) -> list[int | None]:
        """How many years the periods have, the span among them; None where that is not known."""
        return [interval_years(self.dates, period) for period in self.cube.periods]

    @cached_property
    def audit(self) -> list[AuditRow]:
        return audit_rows(self.series, self.census)

    @cached_property
    def areas(self) -> list[ShareRow]:
        return share_rows(self.dates, self.classes, self.census.dates.common)

    @cached_property
    def areas_by_date(self) -> list[list[ShareRow]]:
        """The rows of `areas` date by date; every date has the same classes."""
        size = len(self.areas) // len(self.dates)
        ends = range(0, len(self.areas) + 1, size)
        return [self.areas[start:end] for start, end in zip(ends, ends[1:])]

    @cached_property
    def transfers(self) -> list[TransferRow]:
        return transfer_rows(self.cube)

    @cached_property
    def change(self) -> list[ChangeRow]:
        return class_change_rows(self.cube)

    @cached_property
    def checks(self) -> list[Check]:
        """That the dates and the matrices agree; matrices are of the periods counted, if any."""
        tallies = self.census.dates
        return [
            *date_checks(self.dates, tallies, self.series.window.cells),
            *matrix_checks(self.cube, self.dates, tallies),
            *unit_checks(self.census, self.dates),
            *self._more,
        ]

    def of(self, census: Census) -> Results:
        """What follows from the count of a part of the series."""
        return Results(self.series, census)
