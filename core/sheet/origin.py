"""What the data of a map come from, as their file says."""

from __future__ import annotations

from osgeo import gdal

from ..messages import DataError, reason_of
from ..raster.source import RasterInput, open_band

# What a raster of this plugin begins to say of the program that made it, and where it names the
# layers that it was made of.
SOFTWARE, OWN = "TIFFTAG_SOFTWARE", "Carbon Zones"
LAYERS = ("EARLIER", "LATER", "LAYERS")


def origin_of(source: RasterInput) -> list[str]:
    """The layers that a raster of this plugin was made of; of another one its title, if any.

    Raises:
        DataError: the raster cannot be opened.
    """
    try:
        with gdal.ExceptionMgr(useExceptions=True):
            dataset, band = open_band(source)
            said = {**dataset.GetMetadata(), **band.GetMetadata()}
            del band, dataset
    except RuntimeError as error:
        raise DataError(
            "{label} cannot be read: {reason}", label=source.label, reason=reason_of(error)
        ) from error
    if str(said.get(SOFTWARE, "")).startswith(OWN):
        return [said[name] for name in LAYERS if said.get(name)]
    return [said["TITLE"]] if said.get("TITLE") else []
