"""Load sample data: the synthetic mine as layers."""

from __future__ import annotations

import os
import shutil

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterFolderDestination,
)

from ..core.dates import year_in
from ..core.drafts import make_folder
from ..text import RESOURCES, tr
from .base import CarbonZonesAlgorithm
from .outputs import folder_path

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
        make_folder(folder)
        paths = []
        for source in sorted(SAMPLE.glob("landuse_*.tif")):
            target = os.path.join(folder, source.name)
            shutil.copyfile(source, target)
            shutil.copyfile(f"{source}.aux.xml", f"{target}.aux.xml")
            paths.append(target)
        if context.project() is not None:
            for path in paths:
                year = year_in(os.path.basename(path))
                name = tr("Land use {year} (synthetic)").format(year=year)
                context.addLayerToLoadOnCompletion(
                    path, QgsProcessingContext.LayerDetails(name, context.project(), "LAYERS")
                )
        return {"FOLDER": folder, "LAYERS": paths}
