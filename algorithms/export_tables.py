"""Export scheme tables: the default classes, zones, rules and coefficients, ready to edit."""

from __future__ import annotations

import filecmp
import os
import shutil

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputFile,
    QgsProcessingParameterFolderDestination,
)

from ..core.drafts import make_folder
from ..core.scheme import DEFAULTS, TABLE_FILES
from ..text import tr
from .base import CarbonZonesAlgorithm
from .outputs import folder_path


class ExportTables(CarbonZonesAlgorithm):
    """Copies the four tables into a folder."""

    ID = "exporttables"

    def displayName(self):
        return tr("Export scheme tables")

    def shortDescription(self):
        return tr("Copies the default classes, zones, rules and coefficients, ready to edit.")

    def tags(self):
        return tr("classes,zones,rules,coefficients,carbon,table,CSV,template,export").split(",")

    def shortHelpString(self):
        return tr(
            "Writes classes.csv, zones.csv, rules.csv and coefficients.csv into a folder: the "
            "scheme of Yang et al. 2022. Edit them in a spreadsheet or text editor and give them "
            "to the other algorithms; any table with the same columns will do. Files that were "
            "changed since they were exported are not overwritten."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder")),
            tr("Gets the four tables."),
        )
        for file in TABLE_FILES:
            self.addOutput(QgsProcessingOutputFile(_output_name(file), file))

    def compute(self, parameters, context, feedback):
        folder = folder_path(self, parameters, "FOLDER", context)
        make_folder(folder)
        targets = {file: os.path.join(folder, file) for file in TABLE_FILES}
        for file, target in targets.items():
            if os.path.exists(target) and not filecmp.cmp(DEFAULTS / file, target, shallow=False):
                raise QgsProcessingException(
                    tr("{path} is there already and differs; choose another folder").format(
                        path=target
                    )
                )
        for file, target in targets.items():
            shutil.copyfile(DEFAULTS / file, target)
            feedback.pushInfo(target)
        return {"FOLDER": folder, **{_output_name(f): path for f, path in targets.items()}}


def _output_name(file: str) -> str:
    return os.path.splitext(file)[0].upper()
