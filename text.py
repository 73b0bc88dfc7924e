"""Words and pictures of the interface: translation, icons and the manual's pages."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

PLUGIN = Path(__file__).resolve().parent
RESOURCES = PLUGIN / "resources"


def tr(text: str) -> str:
    """A text in the user's language; values go in afterwards, with format()."""
    return QCoreApplication.translate("CarbonZones", text)


def say(message) -> str:
    """A message of the core (core.errors.Message), in the user's language."""
    return tr(message.template).format(**message.values)


def icon_path(name: str) -> str:
    """The path of an icon of the plugin."""
    return str(RESOURCES / "icons" / f"{name}.svg")


def help_page(algorithm: str) -> str:
    """The path of an algorithm's page in the manual: rendered where `make manual` was run."""
    page = PLUGIN / "help" / "algorithms" / f"{algorithm}.html"
    return str(page if page.exists() else PLUGIN / "docs" / "algorithms" / f"{algorithm}.md")
