"""File identity, changes and names; files of the plugin; provenance of results."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from configparser import RawConfigParser
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .messages import DataError
from .numbers import make_distinct_names

# Characters not allowed in file names on some systems, and names reserved by Windows.
FORBIDDEN_CHARS_PATTERN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED_NAME_PATTERN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
# Databases and their journals change when opened.
DATABASE_EXTENSIONS = (".gpkg", ".sqlite", ".mbtiles")
# Most file systems allow 255 bytes; drafts and sidecar files need some of them.
MAX_NAME_BYTES = 180

# Size in bytes and modification time in ns, to detect changes of a file.
FileState = tuple[int, int]

PLUGIN_FOLDER = Path(__file__).resolve().parents[2]
RESOURCE_FOLDER = PLUGIN_FOLDER / "resources"
# List of the files that runs read, except plotly.js and Leaflet, which a checkout may lack.
PACKAGE_LIST = "resources/files.txt"
# The manual, rendered by `make manual` and as source; each has folders of the languages other than
# English.
MANUAL_FOLDERS = (
    (PLUGIN_FOLDER / "help", ".html", "index"),
    (PLUGIN_FOLDER / "docs", ".md", "README"),
)


class FileSet:
    """Set of existing files, compared by identity: links and spelling of paths do not matter."""

    def __init__(self, paths: Iterable[str | Path] = ()) -> None:
        self._known = {
            identity for path in paths if (identity := _get_file_identity(path)) is not None
        }

    def __contains__(self, path: str | Path) -> bool:
        return bool(self._known) and _get_file_identity(path) in self._known


def _get_file_identity(path: str | Path) -> tuple[int, int] | Path | None:
    """Return the identity of a file in the file system, or None if it does not exist."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):  # a name with a zero byte is no name
        return None
    # Some network drives have no file numbers.
    if not status.st_ino:
        return Path(path).resolve()
    return status.st_dev, status.st_ino


def get_file_state(path: str) -> FileState | None:
    """Return the state of a file, or of the archive that contains it; None if not on disk."""
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
    """Return unique file names that are as similar as possible to the names given."""

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

    # Names must differ regardless of case, as it matters only on some file systems.
    return make_distinct_names(names, spelled)


@dataclass(frozen=True)
class Provenance:
    """Provenance of the results of a run, for its files, reports and layers.

    Attributes:
        record: text by name about inputs and parameters: the same in every language and at
            any time, because files with it are compared byte by byte.
        span: the full period, such as 1986-2018, or ''.
        made_on: the date of the run, as text.
        versions: (program, version) of the software used.
        files: per date, the file of the layer, on disk or in a GDAL virtual file system, or
            '' if it is not a file.
        states: states of the files before counting.
        tables: (role, table) of the scheme, in order, for display.
        language: language of the texts, such as en or zh-CN.
        title, author, comment: texts of the user for the results, or ''.
        labels: labels of the parameters that are not tables, by name.
        words: translated texts of the record for display, by name, where they differ.
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


def check_own_files(folder: Path = PLUGIN_FOLDER) -> None:
    """Raise a DataError if a file of the plugin is missing: results could silently lack a part."""
    for name in (folder / PACKAGE_LIST).read_text("utf-8").split():
        if not (folder / name).is_file():
            raise DataError(
                "{file} not found in {folder}; install the plugin package again",
                file=name,
                folder=str(folder),
            )


def get_icon_path(name: str) -> str:
    """Return the path of an icon of the plugin."""
    return str(RESOURCE_FOLDER / "icons" / f"{name}.svg")


def get_manual_page(name: str, language: str) -> Path:
    """Return the file of a manual page, in the given language if available, else in English.

    Args:
        name: without extension, such as algorithms/study; '' is the first page.
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
    """Return the plugin version from metadata.txt."""
    metadata = RawConfigParser()
    metadata.read(PLUGIN_FOLDER / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
