"""The list of algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.area_shares import AreaShares
from .algorithms.carbon_loss import CarbonLoss
from .algorithms.export_tables import ExportTables
from .algorithms.sample_data import SampleData
from .algorithms.study import Study
from .algorithms.transfer_matrix import TransferMatrix
from .algorithms.zone_map import ZoneMap
from .algorithms.zone_reclassification import ZoneReclassification
from .text import icon_path, tr

ALGORITHMS = (
    Study,
    TransferMatrix,
    ZoneReclassification,
    CarbonLoss,
    AreaShares,
    ZoneMap,
    ExportTables,
    SampleData,
)


class CarbonZonesProvider(QgsProcessingProvider):
    """The provider `carbonzones`."""

    def id(self):
        return "carbonzones"

    def name(self):
        return "Carbon Zones"

    def longName(self):
        return tr("Carbon Zones: land-use change and carbon-sink functional zones")

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return icon_path("provider")

    def supportedOutputRasterLayerExtensions(self):
        return ["tif"]

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
