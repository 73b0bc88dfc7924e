"""Words and pictures of the interface: translation and icons."""

from __future__ import annotations

from configparser import RawConfigParser
from functools import cache
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

PLUGIN = Path(__file__).resolve().parent
RESOURCES = PLUGIN / "resources"
HELP_PAGES = PLUGIN / "help" / "algorithms"  # as `make manual` renders them
MANUAL_PAGES = PLUGIN / "docs" / "algorithms"


def tr(text: str) -> str:
    """A text in the user's language; values go in afterwards, with format()."""
    return QCoreApplication.translate("CarbonZones", text)


def say(message) -> str:
    """A message of the core (core.errors.Message), in the user's language."""
    return tr(message.template).format(**message.values)


def icon_path(name: str) -> str:
    """The path of an icon of the plugin."""
    return str(RESOURCES / "icons" / f"{name}.svg")


@cache
def version() -> str:
    """The plugin's version, from metadata.txt."""
    metadata = RawConfigParser()
    metadata.read(PLUGIN / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
