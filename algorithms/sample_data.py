"""Load sample data: the synthetic mine as layers."""

from __future__ import annotations

import os

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterFolderDestination,
    QgsProcessingUtils,
)

from ..core.dates import year_in
from ..text import RESOURCES, tr
from .base import CarbonZonesAlgorithm
from .outputs import copy_files, folder_path

SAMPLE = RESOURCES / "sample"


class SampleData(CarbonZonesAlgorithm):
    """Copies the sample and shows it."""

    ID = "sampledata"

    def displayName(self):
        return tr("Load sample data")

    def shortDescription(self):
        return tr("Loads land use of a synthetic open-cast mine in 1986, 2000, 2009 and 2018.")

    def tags(self):
        return tr("sample,example,data,demo,synthetic,mine,land use,tutorial").split(",")

    def shortHelpString(self):
        return tr(
            "Copies four land-use rasters of 735 x 782 cells of 30 m into a folder and loads "
            "them. They are synthetic: they give the areas that Yang et al. 2022 print for the "
            "Pingshuo mine, but show no real place. Run Carbon zone study on them to see what it "
            "does."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder"), None, True),
            tr("Gets the rasters; a temporary folder where left empty."),
        )
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Land-use layers")))

    def compute(self, parameters, context, feedback):
        folder = folder_path(self, parameters, "FOLDER", context)
        copies = copy_files(sorted(SAMPLE.glob("landuse_*.tif*")), folder)
        paths = [path for path in copies if path.endswith(".tif")]
        if context.project() is not None:
            for path in paths:
                year = year_in(os.path.basename(path))
                name = tr("Land use {year} (synthetic)").format(year=year)
                context.addLayerToLoadOnCompletion(
                    path,
                    # Told that it is a raster, or QGIS tries to open it as a vector first.
                    QgsProcessingContext.LayerDetails(
                        name, context.project(), "LAYERS", QgsProcessingUtils.LayerHint.Raster
                    ),
                )
        return {"FOLDER": folder, "LAYERS": paths}
