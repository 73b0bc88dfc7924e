"""Starts and stops the Processing provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .core.base.paths import PLUGIN
from .text import language

if TYPE_CHECKING:
    from .menu import Menu
    from .provider import CarbonZonesProvider

I18N = PLUGIN / "i18n"


class CarbonZonesPlugin:
    """What QGIS loads: a provider, a menu in the application, and translations."""

    def __init__(self) -> None:
        self.menu: Menu | None = None
        self.provider: CarbonZonesProvider | None = None
        self._translator: QTranslator | None = None

    def initProcessing(self) -> None:
        """Register the provider; qgis_process calls this alone."""
        from .provider import CarbonZonesProvider

        self._load_translation()
        provider = CarbonZonesProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider

    def initGui(self) -> None:
        """Called by the application."""
        self.initProcessing()
        if self.provider is not None:
            from .menu import Menu
            from .provider import ALGORITHMS

            self.menu = Menu(self.provider, [one.ID for one in ALGORITHMS])

    def unload(self) -> None:
        """Take the menu, the provider and the translation out again."""
        if self.menu is not None:
            self.menu.remove()
            self.menu = None
        registry = QgsApplication.processingRegistry()
        if self.provider is not None and registry.removeProvider(self.provider):
            self.provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _load_translation(self) -> None:
        chosen = language()
        translator = QTranslator()
        if chosen and translator.load(str(I18N / f"carbon_zones_{chosen}.qm")):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
