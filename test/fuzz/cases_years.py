"""Random rasters of years of disturbance and of recovery: any cells, offset, holes of all kinds.

Now and then they are none: their offset is forgotten, they hold dates, or they are maps of classes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .cases_rasters import FAR, LAYOUTS, Date, other_grid, write

NAMES = ("DISTURBANCE_YEAR", "RECOVERY_YEAR")


@dataclass
class YearRaster:
    """A raster of years, and what is added to its values."""

    raster: Date
    offset: int


def random_year_rasters(rng, case, folder: Path) -> tuple[dict[str, YearRaster], dict]:
    """One or both of them by their parameters, and these; the dates of the case have years."""
    years = [int(date.year) for date in case.dates]
    base = case.dates[case.base].grid
    names = NAMES if rng.random() < 0.6 else (NAMES[rng.integers(2)],)
    rasters, given = {}, {}
    for name in names:
        is_same = rng.random() < 0.5 or base.epsg in (4490, *(epsg for epsg, *_ in FAR))
        grid = base if is_same else other_grid(rng, base, 30.0, 12)
        dtype = np.dtype(str(rng.choice(["u1", "u2", "i2", "i4", "f4"])))
        is_short = dtype == np.uint8 or rng.random() < 0.4
        offset = years[0] - 30 if is_short else 0
        values = rng.integers(years[0] - 3, years[-1] + 4, grid.shape) - offset
        values = values.astype(dtype)
        values[rng.random(grid.shape) < 0.1] = 0
        if dtype.kind == "f":
            values[rng.random(grid.shape) < 0.1] += 0.25
            values[rng.random(grid.shape) < 0.05] = np.nan
        hidden = np.zeros(grid.shape, bool)
        if rng.random() < 0.3:
            hidden = rng.random(grid.shape) < 0.2
        declared = values.ravel()[rng.integers(values.size)].item() if rng.random() < 0.3 else None
        declared = None if declared != declared else declared
        fault = str(rng.choice(["", "offset", "dates", "classes"], p=[0.85, 0.05, 0.05, 0.05]))
        if fault == "offset":
            offset = 0
        elif fault == "dates" and not is_short:
            values = np.where(values > 1900, values * 10_000.0 + 615, values)
        path = str(folder / f"{name.lower()}.tif")
        raster = Date(path, name, "", grid, values, hidden, declared, {}, {})
        if fault == "classes":
            date, offset = case.dates[rng.integers(len(case.dates))], int(rng.choice([0, 2000]))
            raster = replace(date, path=path, layer=name, year="", names={}, colours={})
        write(raster, LAYOUTS[rng.integers(len(LAYOUTS))])
        rasters[name], given[name] = YearRaster(raster, offset), path
        if offset or rng.random() < 0.3:
            given[f"{name}_OFFSET"] = offset
    return rasters, given
