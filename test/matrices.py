"""Rasters made for a transition matrix, and published matrices with what follows from them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from carbon_zones.test.helpers import ROOT, write_raster

# Published inputs with their results, each with its source.
EXAMPLES = json.loads((ROOT / "test" / "data" / "change_examples.json").read_text(encoding="utf-8"))

NODATA = 0
HECTARE = (100.0, 100.0)
WIDTH = 1000


def cells_of(*matrices) -> list[np.ndarray]:
    """The cells of dates whose matrices are these, classes 1 to n in rows and columns.

    Where there are several, the column sums of each are the row sums of the next; which cell of a
    class goes where in the next interval is any.
    """
    dates: list[np.ndarray] = []
    for matrix in (np.asarray(one, np.int64) for one in matrices):
        values = np.arange(1, len(matrix) + 1)
        if not dates:
            dates.append(np.repeat(values, matrix.sum(axis=1)))
        assert (np.bincount(dates[-1], minlength=len(values) + 1)[1:] == matrix.sum(axis=1)).all()
        later = np.empty_like(dates[-1])
        for value, row in zip(values, matrix):
            later[dates[-1] == value] = np.repeat(values, row)
        dates.append(later)
    return dates


def layers_of_cells(folder, years, dates, cell=HECTARE, names=None) -> list[str]:
    """A raster for each date, its cells one after the other and no data behind them."""
    width = min(WIDTH, len(dates[0]))
    rows = -(-len(dates[0]) // width)
    layers = []
    for year, values in zip(years, dates):
        filled = np.full(rows * width, NODATA, np.uint8)
        filled[: len(values)] = values
        layers.append(
            write_raster(
                Path(folder) / f"land_{year}.tif",
                filled.reshape(rows, width),
                nodata=NODATA,
                cell=cell,
                names=names,
                options=("COMPRESS=DEFLATE",),
            )
        )
    return layers


def layers_of(folder, years, *matrices, cell=HECTARE, names=None) -> list[str]:
    """Rasters whose transition matrices are these, in cells."""
    return layers_of_cells(folder, years, cells_of(*matrices), cell, names)


def layers_of_areas(folder, areas: dict, cell=HECTARE, names=None) -> list[str]:
    """Rasters with so many cells of each class, by year; a further class takes the difference."""
    most = max(sum(own) for own in areas.values())
    dates = [
        np.repeat(np.arange(1, len(own) + 2), [*own, most - sum(own)]) for own in areas.values()
    ]
    return layers_of_cells(folder, areas, dates, cell, names)
