"""What became of every cell of the grid at each date."""

from __future__ import annotations

from typing import TypedDict

from ..dates import Dated
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS, NODATA, OUTSIDE
from ..scan.series import Series


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
