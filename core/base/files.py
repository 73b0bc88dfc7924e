"""Which files are one and the same, whether one was changed, and names for new ones; the files of
the plugin; and what results were made from, by what, and when.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from configparser import RawConfigParser
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .numbers import make_distinct_names

# What some system does not allow in the name of a file, and names that Windows keeps for itself.
FORBIDDEN_CHARS_PATTERN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED_NAME_PATTERN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
# Databases change by being opened, as their journal does.
DATABASE_EXTENSIONS = (".gpkg", ".sqlite", ".mbtiles")
# Most systems allow 255 bytes; drafts and side files need some of them.
MAX_NAME_BYTES = 180

# Size in bytes and time of the last change in ns, by which a change of a file is noticed.
FileState = tuple[int, int]

PLUGIN_FOLDER = Path(__file__).resolve().parents[2]
RESOURCE_FOLDER = PLUGIN_FOLDER / "resources"
# The manual: as `make manual` renders it, and as it is written; in each the folders of the
# languages other than English.
MANUAL_FOLDERS = (
    (PLUGIN_FOLDER / "help", ".html", "index"),
    (PLUGIN_FOLDER / "docs", ".md", "README"),
)


class FileSet:
    """Files that are there, compared as files: links and spellings of a name do not matter."""

    def __init__(self, paths: Iterable[str | Path] = ()) -> None:
        self._known = {
            identity for path in paths if (identity := _get_file_identity(path)) is not None
        }

    def __contains__(self, path: str | Path) -> bool:
        return bool(self._known) and _get_file_identity(path) in self._known


def _get_file_identity(path: str | Path) -> tuple[int, int] | Path | None:
    """What the system knows a file by; None for one that is not there."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):  # a name with a zero byte is no name
        return None
    # Some disks of the network have no numbers for their files.
    if not status.st_ino:
        return Path(path).resolve()
    return status.st_dev, status.st_ino


def get_file_state(path: str) -> FileState | None:
    """The state of a file, or of the archive that it lies in; None where neither is on disk."""
    name = re.sub(r"^(/vsi\w+/)+", "", path).strip("{}")
    while not os.path.isfile(name):
        parent = os.path.dirname(name)
        if parent == name or not path.startswith("/vsi"):
            return None
        name = parent
    status = os.stat(name)
    is_database = name.lower().endswith(DATABASE_EXTENSIONS)
    return status.st_size, 0 if is_database else status.st_mtime_ns


def create_file_names(names: Sequence[str], ending: str) -> list[str]:
    """A name of a file for each of some names, different ones, as near to them as may be."""

    def spelled(name: str, suffix: int) -> str:
        plain = (
            FORBIDDEN_CHARS_PATTERN.sub("_", name)
            .encode()[:MAX_NAME_BYTES]
            .decode(errors="ignore")
            .strip(" .")
        )
        if not plain or RESERVED_NAME_PATTERN.fullmatch(plain):
            plain = f"_{plain}"
        return f"{plain}_{suffix}{ending}" if suffix > 1 else f"{plain}{ending}"

    # Whether small and large letters differ depends on the disk.
    return make_distinct_names(names, spelled)


@dataclass(frozen=True)
class Provenance:
    """Where the results of a run come from, for its files, its pages and its layers.

    Attributes:
        record: text by name about inputs and parameters: the same in every language and on every
            day, because files that hold it are compared byte by byte.
        span: the period of the whole run, such as 1986-2018, or ''.
        made_on: the date of the run, as text.
        versions: (program, version) of what made it.
        files: per date, the file behind the layer, on disk or in one of GDAL's virtual file
            systems, or '' where it is no file.
        states: of the files, before anything was counted.
        tables: (what it is, which table) of the scheme, in order, for people.
        language: of the texts, such as en or zh-CN.
        title, author, comment: what the user wants results to say of themselves, or ''.
        labels: what the window calls the parameters that are no tables, by their names.
        words: what people read in place of a text of the record, by its name, where it says the
            same in their language.
    """

    record: Mapping[str, str] = field(default_factory=dict)
    span: str = ""
    made_on: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    states: tuple[FileState | None, ...] = ()
    tables: tuple[tuple[object, object], ...] = ()
    language: str = "en"
    title: str = ""
    author: str = ""
    comment: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


def get_icon_path(name: str) -> str:
    """The path of an icon of the plugin."""
    return str(RESOURCE_FOLDER / "icons" / f"{name}.svg")


def get_manual_page(name: str, language: str) -> Path:
    """The file of a page of the manual, in a language where it has the page, else in English.

    Args:
        name: without its ending, such as algorithms/study; '' is the first page.
        language: such as zh_CN; '' is English.
    """
    pages = [
        folder / subfolder / f"{name or first}{ending}"
        for subfolder in dict.fromkeys((language, ""))
        for folder, ending, first in MANUAL_FOLDERS
    ]
    return next((page for page in pages if page.exists()), pages[-1])


@cache
def get_plugin_version() -> str:
    """The plugin's version, from metadata.txt."""
    metadata = RawConfigParser()
    metadata.read(PLUGIN_FOLDER / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
