"""Entry in the Plugins menu of the main window, and the message that offers a report."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QAction, QDesktopServices
from qgis.PyQt.QtWidgets import QMenu, QPushButton
from qgis.utils import iface as _iface

from .bridge.destinations import is_in_temp_folder
from .bridge.loading import REPORT_SIGNALS
from .core.base.files import get_manual_page
from .text import interface_language, tr

iface: Any = _iface  # the stubs have none

# Algorithms listed in the menu itself, to start with.
TOP_ALGORITHMS = ("sampledata", "study")
# Object name of the message that offers a report.
OFFER_NAME = "CarbonZonesReport"
# QGIS reports the end of a run; the offer must appear above this message. In milliseconds.
OFFER_DELAY_MS = 500


class PluginMenu:
    """Menu *Carbon Zones* under Plugins, and the offers of reports, while the plugin is loaded."""

    def __init__(self, provider: QgsProcessingProvider, order: list[str]) -> None:
        """Create the menu.

        Args:
            provider: the provider with its algorithms.
            order: their ids in the order of work.
        """
        algorithms = {algorithm.name(): algorithm for algorithm in provider.algorithms()}
        self.menu = QMenu(provider.name(), iface.mainWindow())
        self.menu.setObjectName("CarbonZonesMenu")
        self.menu.setIcon(provider.icon())
        for name in TOP_ALGORITHMS:
            self._add_action(self.menu, algorithms[name])
        self.menu.addSeparator()
        # The same groups as in the toolbox, which sorts groups and algorithms by name.
        groups: dict[str, QMenu] = {}
        for algorithm in (algorithms[name] for name in order if name not in TOP_ALGORITHMS):
            below = groups.get(algorithm.groupId())
            if below is None:
                below = groups[algorithm.groupId()] = QMenu(algorithm.group(), self.menu)
                self.menu.addMenu(below)
            self._add_action(below, algorithm)
        self.menu.addSeparator()
        manual = QAction(tr("Manual"), self.menu)
        manual.setObjectName("manual")
        manual.triggered.connect(open_manual)
        self.menu.addAction(manual)
        iface.pluginMenu().addMenu(self.menu)
        REPORT_SIGNALS.written.connect(schedule_report_offer)

    def remove_menu(self) -> None:
        """Remove the menu, and stop offering reports."""
        REPORT_SIGNALS.written.disconnect(schedule_report_offer)
        iface.pluginMenu().removeAction(self.menu.menuAction())
        self.menu.deleteLater()

    def _add_action(self, menu: QMenu, algorithm: QgsProcessingAlgorithm) -> None:
        action = QAction(
            algorithm.icon(), tr("{name} ...").format(name=algorithm.displayName()), menu
        )
        action.setObjectName(algorithm.name())
        action.setToolTip(algorithm.shortDescription())
        ident = algorithm.id()
        action.triggered.connect(lambda: open_dialog(ident))
        menu.addAction(action)


def open_dialog(ident: str) -> None:
    """Open the dialog of an algorithm, as in the toolbox."""
    from qgis import processing

    processing.execAlgorithmDialog(ident)


def schedule_report_offer(name: str, path: str) -> None:
    """Offer a report after the main window has processed the results of the run."""
    QTimer.singleShot(OFFER_DELAY_MS, lambda: offer_report(name, path))


def offer_report(name: str, path: str) -> None:
    """Show a message that offers to open the report of the last run.

    Args:
        name: display name of the algorithm.
    """
    bar = iface.messageBar()
    for item in bar.items():
        if item.objectName() == OFFER_NAME:
            bar.popWidget(item)
    text = tr("The report is ready.")
    if is_in_temp_folder(path):
        text = tr(
            "The report is ready. It is a temporary file that is deleted when QGIS is closed."
        )
    offer = bar.createMessage(name, text)
    offer.setObjectName(OFFER_NAME)
    button = QPushButton(tr("Open report"), offer)
    button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
    offer.layout().addWidget(button)
    bar.pushWidget(offer, Qgis.MessageLevel.Success)


def open_manual() -> None:
    """Open the first page of the manual in the default program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(get_manual_page("", interface_language()))))
