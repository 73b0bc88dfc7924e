"""Which files are one and the same, however their names are written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


class FileSet:
    """Files that are there, compared as files: links and spellings of a name do not matter."""

    def __init__(self, paths: Iterable[str | Path] = ()) -> None:
        self._known = {identity for path in paths if (identity := _identity(path)) is not None}

    def __contains__(self, path: str | Path) -> bool:
        return bool(self._known) and _identity(path) in self._known


def _identity(path: str | Path) -> tuple[int, int] | None:
    """What the system knows a file by; None for one that is not there."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # a name with a zero byte is no name
        return None
    return found.st_dev, found.st_ino
