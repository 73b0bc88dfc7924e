"""Processing provider and its list of algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.accuracy import AccuracyAssessment
from .algorithms.area_shares import AreaShares
from .algorithms.carbon_densities import CarbonDensities
from .algorithms.carbon_ledger import CarbonLedger
from .algorithms.carbon_loss import CarbonLoss
from .algorithms.change_analysis import ChangeAnalysisAlgorithm
from .algorithms.class_values import ClassValueTotals
from .algorithms.export_tables import ExportTables
from .algorithms.land_inventory import LandInventory
from .algorithms.landscape_metrics import LandscapeMetrics
from .algorithms.make_scheme import MakeScheme
from .algorithms.neutrality_path import NeutralityPathAlgorithm
from .algorithms.polygon_classes import PolygonClasses
from .algorithms.raster_values import RasterValues
from .algorithms.reclamation import MineReclamation
from .algorithms.sample_data import SampleData
from .algorithms.sample_points import SamplePoints
from .algorithms.study import CarbonZoneStudy
from .algorithms.trajectories import LandTrajectories
from .algorithms.transfer_matrix import TransferMatrix
from .algorithms.zone_map import ZoneMap
from .algorithms.zone_reclassification import ZoneReclassification
from .bridge.destinations import TABLE_EXTENSIONS
from .core.base.files import get_icon_path
from .text import tr

ALGORITHMS = (
    CarbonZoneStudy,
    TransferMatrix,
    ZoneReclassification,
    CarbonLoss,
    CarbonLedger,
    CarbonDensities,
    NeutralityPathAlgorithm,
    ClassValueTotals,
    LandInventory,
    AreaShares,
    ChangeAnalysisAlgorithm,
    LandTrajectories,
    LandscapeMetrics,
    MineReclamation,
    RasterValues,
    PolygonClasses,
    SamplePoints,
    AccuracyAssessment,
    ZoneMap,
    MakeScheme,
    ExportTables,
    SampleData,
)


class CarbonZonesProvider(QgsProcessingProvider):
    """Processing provider `carbonzones`."""

    def id(self) -> str:
        return "carbonzones"

    def name(self) -> str:
        return tr("Carbon Zones")

    def longName(self) -> str:
        return tr("Carbon Zones: land-use change and carbon-sink functional zones")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return get_icon_path("provider")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["tif"]

    def supportedOutputTableExtensions(self) -> list[str]:
        return [ending[1:] for ending in TABLE_EXTENSIONS]

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
