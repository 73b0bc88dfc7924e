"""Plugin class, which registers the Processing provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from .core.base.files import PLUGIN_FOLDER
from .text import interface_language

if TYPE_CHECKING:
    from .menu import PluginMenu
    from .provider import CarbonZonesProvider

TRANSLATION_DIR = PLUGIN_FOLDER / "i18n"


class CarbonZonesPlugin:
    """Plugin loaded by QGIS: provider, menu and translations."""

    def __init__(self) -> None:
        self.menu: PluginMenu | None = None
        self.provider: CarbonZonesProvider | None = None
        self._translators: list[QTranslator] = []

    def initProcessing(self) -> None:
        """Register the provider; the only method called by qgis_process."""
        from .provider import CarbonZonesProvider

        self._install_translator(str(TRANSLATION_DIR), "carbon_zones")
        provider = CarbonZonesProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider

    def initGui(self) -> None:
        """Set up the plugin in the QGIS application."""
        # QGIS looks for Qt's own translations, such as those of buttons, under a Chinese locale
        # name that Qt does not use. Qt 5 and Qt 6 use different names for the folder.
        name, kind = ("path", "LibraryPath")
        if not hasattr(QLibraryInfo, name):
            name, kind = ("location", "LibraryLocation")
        folder = getattr(QLibraryInfo, name)(getattr(QLibraryInfo, kind).TranslationsPath)
        self._install_translator(folder, "qtbase")
        self.initProcessing()
        if self.provider is not None:
            from .menu import PluginMenu
            from .provider import ALGORITHMS

            self.menu = PluginMenu(self.provider, [algorithm.ID for algorithm in ALGORITHMS])

    def unload(self) -> None:
        """Remove the menu, the provider and the translations."""
        if self.menu is not None:
            self.menu.remove_menu()
            self.menu = None
        registry = QgsApplication.processingRegistry()
        if self.provider is not None and registry.removeProvider(self.provider):
            self.provider = None
        while self._translators:
            QCoreApplication.removeTranslator(self._translators.pop())

    def _install_translator(self, folder: str, name: str) -> None:
        """Install a translation in the user's language, if the folder contains it."""
        chosen, translator = interface_language(), QTranslator()
        if chosen and translator.load(f"{name}_{chosen}", folder):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)
