"""Where the plugin's own files lie, and which version it is."""

from __future__ import annotations

from configparser import RawConfigParser
from functools import cache
from pathlib import Path

PLUGIN = Path(__file__).resolve().parents[2]
RESOURCES = PLUGIN / "resources"
# The manual: as `make manual` renders it, and as it is written; in each the folders of the
# languages other than English.
MANUAL = ((PLUGIN / "help", ".html", "index"), (PLUGIN / "docs", ".md", "README"))


def icon_path(name: str) -> str:
    """The path of an icon of the plugin."""
    return str(RESOURCES / "icons" / f"{name}.svg")


def manual_page(name: str, language: str) -> Path:
    """The file of a page of the manual, in a language where it has the page, else in English.

    Args:
        name: without its ending, such as algorithms/study; '' is the first page.
        language: such as zh_CN; '' is English.
    """
    pages = [
        folder / subfolder / f"{name or first}{ending}"
        for subfolder in dict.fromkeys((language, ""))
        for folder, ending, first in MANUAL
    ]
    return next((page for page in pages if page.exists()), pages[-1])


@cache
def version() -> str:
    """The plugin's version, from metadata.txt."""
    metadata = RawConfigParser()
    metadata.read(PLUGIN / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
