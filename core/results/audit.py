"""What became of every cell of the grid at each date."""

from __future__ import annotations

from typing import TypedDict

from ..dates import Dated
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS, NODATA, OUTSIDE
from ..scan.series import Series
from ..scan.tally import DateCounter
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


def audit_rows(series: Series, census: Census, dates: list[Dated]) -> list[AuditRow]:
    """AUDIT: what became of every cell of the grid at each date.

    Args:
        dates: (year, layer name) per date; year may be ''.
    """
    classes = census.cube.classes
    strangers = [n + FIRST_CLASS for n, c in enumerate(classes) if not c.listed]
    if len(strangers) == len(classes):
        strangers = []  # where nothing is named, no value is missing from the names
    rows: list[AuditRow] = []
    for (year, layer), raster, own in zip(dates, series.rasters, census.dates.own):
        rows.append(
            {
                "year": year or None,
                "layer": layer,
                "grid_cells": int(own.cells.sum()),
                "valid_cells": int(own.cells[FIRST_CLASS:].sum()),
                "nodata_cells": int(own.cells[NODATA]),
                "outside_cells": int(own.cells[OUTSIDE]),
                "unlisted_cells": int(own.cells[strangers].sum()),
                "counted_cells": census.valid_cells,
                "grid_ha": float(own.hectares.sum()),
                "counted_ha": census.total_hectares,
                "resampled": raster.onto is not None,
            }
        )
    return rows


def date_checks(dates: list[Dated], counter: DateCounter, grid_cells: int) -> list[Check]:
    """Per date: valid cells and cells left out are all cells; common cells are the same."""
    valid = counter.common[0].cells[FIRST_CLASS:].sum()
    area = counter.own[0].hectares.sum()
    checks = []
    for (year, layer), own, common in zip(dates, counter.own, counter.common):
        name = year or layer
        for what, expected, found in (
            ("valid cells + cells left out = cells of the grid", grid_cells, own.cells.sum()),
            ("hectares of all cells = those of the first date", area, own.hectares.sum()),
            ("cells by class = cells valid at all dates", valid, common.cells.sum()),
        ):
            checks.append(Check(name, what, expected, found))
    return checks
