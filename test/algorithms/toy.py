"""A small landscape in which everything happens that mining does to land."""

from __future__ import annotations

import numpy as np

from carbon_zones.test.helpers import write_raster

# Example E8 of the definitions: classes in 1990, 2000, 2010 and 2020, and hectares.
TOY = {
    (1, 9, 2, 9): 10,
    (9, 9, 3, 3): 7,
    (2, 7, 5, 1): 4,
    (3, 8, 11, 11): 3,
    (1, 1, 10, 10): 6,
    (2, 9, 2, 1): 5,
}


def toy(folder, **options) -> list[str]:
    """The layers of TOY, a hectare a cell."""
    cells = np.repeat(list(TOY), list(TOY.values()), axis=0).T
    return [
        write_raster(folder / f"toy_{year}.tif", values.reshape(5, 7), cell=(100, 100), **options)
        for year, values in zip((1990, 2000, 2010, 2020), cells)
    ]
