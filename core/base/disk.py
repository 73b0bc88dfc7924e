"""A full disk, and what else keeps a file from being written: how it is caught, what is said of it.

Python says at once that it cannot write. GDAL may say it late, and QGIS's writers not at all: what
these have made is looked at again where its format is known, rasters in `core/raster/geotiff.py`,
tables in `bridge/sinks.py`, sheets in `bridge/map_sheet/sheet_export.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .messages import DataError, reason_of


def unwritable(path: str | Path, error: OSError) -> DataError:
    """The error for a file that cannot be written."""
    return DataError(
        "{path} cannot be written: {reason}", path=str(path), reason=error.strerror or str(error)
    )


@contextmanager
def writing(path: str | Path) -> Iterator[None]:
    """Turns what the disk says while a file is written, such as that it is full, into its error.

    Raises:
        DataError: the file cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


@contextmanager
def writing_raster(path: str | Path) -> Iterator[None]:
    """The same of what GDAL says while it writes a raster.

    Raises:
        DataError: the file cannot be written.
    """
    try:
        yield
    except RuntimeError as error:
        raise DataError(
            "{path} cannot be written ({reason}); is the disk full?",
            path=str(path),
            reason=reason_of(error),
        ) from error


def raster_cut_short(path: str | Path) -> DataError:
    """The error for a raster of which a part is missing, though its writer said nothing."""
    return DataError("{path} could not be written whole; is the disk full?", path=str(path))


def table_cut_short(name: str, path: str) -> DataError:
    """The same for a table or layer, the output `name`."""
    return DataError(
        "{name}: '{file}' could not be written whole; is the disk full?",
        name=name,
        file=os.path.basename(path),
    )


def sheet_cut_short(path: str) -> DataError:
    """The same for a map sheet, which takes more memory and room the finer it is drawn."""
    return DataError(
        "OUTPUT: '{file}' could not be written whole; is the disk full, or the DPI too high?",
        file=os.path.basename(path),
    )
