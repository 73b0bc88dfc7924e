"""Which cells GDAL's warper on whole arrays in memory brings where."""

import numpy as np
from osgeo import gdal, gdal_array


def places_by_gdal(source: tuple, target: tuple) -> np.ndarray:
    """For each target cell the number of the source cell, -1 beyond: `gdalwarp -r near -et 0`.

    The cells' own numbers are warped, in memory and as a whole, so that no value, type, mask or
    block gets in the way.

    Args:
        source, target: their geotransform, reference system as WKT ('' of none), and shape.
    """
    with gdal.ExceptionMgr(useExceptions=True):
        transform, crs, shape = source
        numbers = np.arange(shape[0] * shape[1], dtype=np.float64)
        dataset = gdal_array.OpenArray(numbers.reshape(shape))
        dataset.SetGeoTransform(transform)
        dataset.SetProjection(crs)
        (x, dx, _, y, _, dy), crs, (height, width) = target
        warped = gdal.Warp(
            "",
            dataset,
            format="MEM",
            dstSRS=crs or None,
            outputBounds=(x, y + height * dy, x + width * dx, y),
            width=width,
            height=height,
            resampleAlg="near",
            errorThreshold=0,
            dstNodata=-1,
        )
        return warped.ReadAsArray().astype(np.int64)
