"""Where the plugin's own files lie, and which version it is."""

from __future__ import annotations

from configparser import RawConfigParser
from functools import cache
from pathlib import Path

PLUGIN = Path(__file__).resolve().parent.parent
RESOURCES = PLUGIN / "resources"
HELP_PAGES = PLUGIN / "help" / "algorithms"  # as `make manual` renders them
MANUAL_PAGES = PLUGIN / "docs" / "algorithms"
HELP_INDEX = PLUGIN / "help" / "index.html"
MANUAL_INDEX = PLUGIN / "docs" / "README.md"


def icon_path(name: str) -> str:
    """The path of an icon of the plugin."""
    return str(RESOURCES / "icons" / f"{name}.svg")


@cache
def version() -> str:
    """The plugin's version, from metadata.txt."""
    metadata = RawConfigParser()
    metadata.read(PLUGIN / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
