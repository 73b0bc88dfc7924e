"""What follows from the count of any series, when it is asked for; what became of every cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TypedDict

from ..base.dates import Date, Period, interval_years
from ..base.messages import Missing, Term
from ..raster.reader import MASKED, NODATA, OUTSIDE
from ..scan.census import Census, CombinationTable, DateTallies, TransitionCube
from ..scan.coding import FIRST_CLASS
from ..scan.series import Series
from ..scheme.classes import Classes
from .closure import Check
from .shares import ShareRow, share_rows
from .transfers import ChangeRow, TransferRow, class_change_rows, matrix_checks, transfer_rows
from .units import unit_checks


class AuditRow(TypedDict):
    """A row of AUDIT."""

    year: str | None
    layer: str
    grid_cells: int
    valid_cells: int
    nodata_cells: int
    outside_cells: int
    unlisted_cells: int
    counted_cells: int
    grid_ha: float
    counted_ha: float
    resampled: bool
    masked_cells: int


def audit_rows(series: Series, census: Census) -> list[AuditRow]:
    """AUDIT: what became of every cell of the grid at each date."""
    classes = census.cube.classes
    strangers = [n + FIRST_CLASS for n, c in enumerate(classes) if not c.listed]
    if len(strangers) == len(classes):
        strangers = []  # where nothing is named, no value is missing from the names
    rows: list[AuditRow] = []
    for raster, tally in zip(series.rasters, census.dates.own):
        rows.append(
            {
                "year": raster.date.year or None,
                "layer": raster.date.layer,
                "grid_cells": int(tally.cells.sum()),
                "valid_cells": int(tally.cells[FIRST_CLASS:].sum()),
                "nodata_cells": int(tally.cells[NODATA]),
                "outside_cells": int(tally.cells[OUTSIDE]),
                "unlisted_cells": int(tally.cells[strangers].sum()),
                "counted_cells": census.valid_cells,
                "grid_ha": float(tally.hectares.sum()),
                "counted_ha": census.total_hectares,
                "resampled": raster.onto is not None,
                "masked_cells": int(tally.cells[MASKED]),
            }
        )
    return rows


def date_checks(dates: Sequence[Date], tallies: DateTallies, grid_cells: int) -> list[Check]:
    """Per date: valid cells and cells left out are all cells; common cells are the same."""
    valid = tallies.common[0].cells[FIRST_CLASS:].sum()
    area = tallies.own[0].hectares.sum()
    checks = []
    for date, own, common in zip(dates, tallies.own, tallies.common):
        what = Term("valid cells + cells left out = cells of the grid")
        checks.append(Check(date.label, what, grid_cells, own.cells.sum()))
        what = Term("hectares of all cells = those of the first date")
        checks.append(Check(date.label, what, area, own.hectares.sum()))
        what = Term("cells by class = cells valid at all dates")
        checks.append(Check(date.label, what, valid, common.cells.sum()))
    return checks


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

    @property
    def histories(self) -> CombinationTable | Missing:
        """What land was at all dates; missing where it was not counted."""
        return self.census.histories or Missing()

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
