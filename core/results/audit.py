"""What became of every cell of the grid at each date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from ..base.dates import Date
from ..base.messages import Term
from ..raster.reader import MASKED, NODATA, OUTSIDE
from ..scan.census import Census, DateTallies
from ..scan.coding import FIRST_CLASS
from ..scan.series import Series
from .closure import Check


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
    for date, held, common in zip(dates, tallies.own, tallies.common):
        what = Term("valid cells + cells left out = cells of the grid")
        checks.append(Check(date.label, what, grid_cells, held.cells.sum()))
        what = Term("hectares of all cells = those of the first date")
        checks.append(Check(date.label, what, area, held.hectares.sum()))
        what = Term("cells by class = cells valid at all dates")
        checks.append(Check(date.label, what, valid, common.cells.sum()))
    return checks
