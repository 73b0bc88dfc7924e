"""Language and translation of the interface."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .core.base.messages import translate_message
from .core.scheme.defaults import LANGUAGES


def interface_language() -> str:
    """Return the interface language: 'zh_CN', or '' for English.

    QGIS uses its own translation (from --lang, the settings or the system), qgis_process
    only the settings or the system. All Chinese locales map to the available one.
    """
    application = QgsApplication.instance()
    chosen = (application.translation() if application else "") or QgsApplication.locale()
    first = chosen.replace("-", "_").split("_")[0].lower()
    return next((code for code in LANGUAGES if code.split("_")[0] == first), "")


def tr(text: str) -> str:
    """Translate a text to the user's language; values are inserted afterwards with format()."""
    return QCoreApplication.translate("CarbonZones", text)


def translate(value: object) -> str:
    """Translate a Message, Term or MessageList of the core to the user's language."""
    return translate_message(value, tr)
