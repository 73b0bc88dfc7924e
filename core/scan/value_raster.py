"""Rasters of amounts per hectare, above 0 and below: counted by value, with a legend of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from osgeo import gdal

from ..base.arrays import Floats
from ..base.colours import along
from ..raster.geotiff import Category
from .cell_raster import CountedRaster

NODATA = -9999.0
# A legend of more values than these is none.
MOST_VALUES = 1000
# Significant ones: a value then comes through the text of an attribute table as it was, or QGIS
# would find no colour for the cells that hold it.
DIGITS = 12

# Dark is far from 0, which is a neutral; above and below differ in lightness of blue and brown,
# which people who see no red or green can tell apart.
NONE_COLOUR = "#e6e8e2"
ABOVE_RAMP = ("#b7e0d6", "#35978f", "#003c30")
BELOW_RAMP = ("#f1ddb0", "#bf812d", "#543005")


def rounded(values: Floats) -> Floats:
    """Values to DIGITS, in the same shape, and apart from what means no data."""
    different, places = np.unique(values, return_inverse=True)
    written = np.array([float(f"{value:.{DIGITS}g}") for value in different], np.float64)
    written[written == NODATA] = np.nextafter(NODATA, 0)
    return written[places].reshape(values.shape)


class ValueRaster(CountedRaster):
    """A raster that counts its values, and makes a legend of them."""

    def label(self, name_of: Callable[[float], str]) -> None:
        """Write the attribute table, a row for each value, with a name; and close.

        Where there are more than MOST_VALUES of them it stays empty.
        """
        rows = self.written.items()
        if len(rows) > MOST_VALUES:
            rows = []
        colours = value_colours([value for value, _, _ in rows])
        self.tiff.set_categories(
            [
                Category(
                    value, name_of(value), colours[value], cells, hectares, (value * hectares,)
                )
                for value, cells, hectares in rows
            ],
            (("Total", gdal.GFT_Real),),
        )
        self.tiff.close()

    def amounts(self) -> list[float]:
        """Value x hectares, by value."""
        return [value * hectares for value, _, hectares in self.written.items()]


def value_colours(values: Sequence[float]) -> dict[float, str]:
    """Colours by value: a neutral for 0, else along a ramp above it and one below it, by rank."""
    colours = {0.0: NONE_COLOUR}
    for ramp, ranked in (
        (ABOVE_RAMP, sorted(v for v in values if v > 0)),
        (BELOW_RAMP, sorted((v for v in values if v < 0), reverse=True)),
    ):
        for rank, value in enumerate(ranked, 1):
            colours[value] = along(ramp, rank / len(ranked))
    return colours
