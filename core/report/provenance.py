"""The files that results were made from, by size and checksum, or by size and date."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote, urlsplit

from osgeo import gdal

from ..base.files import State
from ..base.messages import Cancelled, GoingOn, Term
from ..raster.source import require_state

PIECE = 4 * 1024 * 1024
# GDAL's virtual file systems: servers, archives, memory.
VIRTUAL = "/vsi"
# GDAL's formats of files that list others.
MOSAICS = ("VRT", "GTI")
ADDRESS = re.compile(r"\b(https?|ftp)://\S+")


@dataclass(frozen=True)
class InputFile:
    """A file that was read: its name, without folders, its bytes, and its SHA-256 or ''.

    Paths and connection strings stay out of pages: they may hold names and passwords. What lies on
    a server or in an archive is not read a second time: `changed` is the day (UTC) of its last
    change in place of a checksum, as far as it is told. Of a file that only lists others,
    `is_list`, the name has the servers that these lie on, and the checksum is that of the list.
    """

    name: str
    size: int
    sha256: str = ""
    changed: str = ""
    is_list: bool = False


def input_files(
    paths: Iterable[str], going_on: GoingOn = lambda: True, states: Sequence[State | None] = ()
) -> list[InputFile | None]:
    """The files at these paths; None for what is no file.

    Args:
        states: they are to be in these still, or the checksum is not that of what was counted.

    Raises:
        DataError: one is in another.
        Cancelled: going_on returned False.
    """
    files = []
    for path, state in zip_longest(paths, states):
        file = _elsewhere(path) if path.startswith(VIRTUAL) else None
        if os.path.isfile(path):
            servers = _servers_of(path)
            name = os.path.basename(path) + (f" ({', '.join(servers)})" if servers else "")
            size, is_list = os.path.getsize(path), servers is not None
            file = InputFile(name, size, checksum(path, going_on), is_list=is_list)
        files.append(file)
        if state is not None:
            require_state(Term("Input"), path, state)
    return files


def _servers_of(path: str) -> list[str] | None:
    """The servers of the files that a mosaic lists; None for what GDAL reads as no mosaic."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        driver = gdal.IdentifyDriver(path)
        if driver is None or driver.ShortName not in MOSAICS:
            return None
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        files = dataset.GetFileList() or [] if dataset else []
    addresses = filter(None, map(ADDRESS.search, map(unquote, files)))
    return sorted({urlsplit(address[0]).hostname or "" for address in addresses})


def _elsewhere(path: str) -> InputFile | None:
    """A file in one of GDAL's virtual file systems, None where it cannot be asked."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        # An error of somebody else's would else be raised when the answer is looked at.
        gdal.ErrorReset()
        status = gdal.VSIStatL(path, gdal.VSI_STAT_EXISTS_FLAG | gdal.VSI_STAT_SIZE_FLAG)
        if status is None:
            return None
        size, seconds = int(status.size), int(status.mtime)
    day = datetime.fromtimestamp(seconds, timezone.utc).date().isoformat() if seconds > 0 else ""
    return InputFile(_name_of(path), size, changed=day)


def _name_of(path: str) -> str:
    """The name of a file elsewhere, and its server: nothing else, which may hold passwords."""
    address = ADDRESS.search(path) or ADDRESS.search(unquote(path))
    if address is None:
        return os.path.basename(path)
    parts = urlsplit(address[0])
    return f"{unquote(os.path.basename(parts.path))} ({parts.hostname})"


def checksum(path: str | Path, going_on: GoingOn = lambda: True) -> str:
    """SHA-256 of a file, '' where it cannot be read.

    Raises:
        Cancelled: going_on returned False.
    """
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while piece := file.read(PIECE):
                if not going_on():
                    raise Cancelled
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
