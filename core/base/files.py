"""Which files are one and the same, however their names are written, and whether one was changed;
and names for new ones."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from .numbers import apart

# What some system does not allow in the name of a file, and names that Windows keeps for itself.
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
KEPT = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
# Databases change by being opened, as their journal does.
DATABASES = (".gpkg", ".sqlite", ".mbtiles")
# Most systems allow 255 bytes; drafts and side files need some of them.
MOST_BYTES = 180


class FileSet:
    """Files that are there, compared as files: links and spellings of a name do not matter."""

    def __init__(self, paths: Iterable[str | Path] = ()) -> None:
        self._known = {identity for path in paths if (identity := _identity(path)) is not None}

    def __contains__(self, path: str | Path) -> bool:
        return bool(self._known) and _identity(path) in self._known


def _identity(path: str | Path) -> tuple[int, int] | Path | None:
    """What the system knows a file by; None for one that is not there."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):  # a name with a zero byte is no name
        return None
    # Some disks of the network have no numbers for their files.
    if not status.st_ino:
        return Path(path).resolve()
    return status.st_dev, status.st_ino


# Size in bytes and time of the last change in ns, by which a change of a file is noticed.
State = tuple[int, int]


def state_of(path: str) -> State | None:
    """The state of a file, or of the archive that it lies in; None where neither is on disk."""
    name = re.sub(r"^(/vsi\w+/)+", "", path).strip("{}")
    while not os.path.isfile(name):
        parent = os.path.dirname(name)
        if parent == name or not path.startswith("/vsi"):
            return None
        name = parent
    status = os.stat(name)
    is_database = name.lower().endswith(DATABASES)
    return status.st_size, 0 if is_database else status.st_mtime_ns


def file_names(names: Sequence[str], ending: str) -> list[str]:
    """A name of a file for each of some names, different ones, as near to them as may be.

    Args:
        ending: with its dot.
    """

    def spelled(name: str, suffix: int) -> str:
        plain = FORBIDDEN.sub("_", name).encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
        if not plain or KEPT.fullmatch(plain):
            plain = f"_{plain}"
        return f"{plain}_{suffix}{ending}" if suffix > 1 else f"{plain}{ending}"

    # Whether small and large letters differ depends on the disk.
    return apart(names, spelled)
