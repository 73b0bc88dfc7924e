"""The files that results were made from, by size and checksum."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..messages import Cancelled

PIECE = 4 * 1024 * 1024

# Asked while files are read; False stops.
GoingOn = Callable[[], bool]


@dataclass(frozen=True)
class InputFile:
    """A file that was read: its name, without folders, its bytes, and its SHA-256 or ''.

    Paths and connection strings stay out of pages: they may hold names and passwords.
    """

    name: str
    size: int
    sha256: str


def input_files(paths: Iterable[str], going_on: GoingOn = lambda: True) -> list[InputFile | None]:
    """The files at these paths; None for what is no file.

    Raises:
        Cancelled: going_on returned False.
    """
    return [
        InputFile(os.path.basename(path), os.path.getsize(path), checksum(path, going_on))
        if os.path.isfile(path)
        else None
        for path in paths
    ]


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
