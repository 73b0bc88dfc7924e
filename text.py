"""Words of the interface: its language and translation."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .core.base.messages import translate_message
from .core.scheme.defaults import LANGUAGES


def interface_language() -> str:
    """The language of the interface, as the plugin has it: 'zh_CN', or '' for English.

    QGIS itself and qgis_process differ: the first knows its translation (from --lang, the
    settings or the system), the second only the settings or the system. Every Chinese falls
    back to the one there is.
    """
    application = QgsApplication.instance()
    chosen = (application.translation() if application else "") or QgsApplication.locale()
    first = chosen.replace("-", "_").split("_")[0].lower()
    return next((code for code in LANGUAGES if code.split("_")[0] == first), "")


def tr(text: str) -> str:
    """A text in the user's language; values go in afterwards, with format()."""
    return QCoreApplication.translate("CarbonZones", text)


def translate(value: object) -> str:
    """A Message, Term or Listed of the core (core.messages) in the user's language."""
    return translate_message(value, tr)
