"""Builds resources/models/zones_and_losses_by_district.model3: `make models` runs it.

    tools/env.sh /usr/bin/python3 tools/make_model.py [MODEL.model3]

An example of a model: the study with its tables broken down by polygons, in one step.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsXmlUtils,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtXml import QDomDocument
from session import start

MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"
MODEL = MODELS / "zones_and_losses_by_district.model3"
HELP = "Zones and carbon losses of land use at several dates, by district or any other polygons."
RASTERS, POLYGONS = Qgis.ProcessingSourceType.Raster, Qgis.ProcessingSourceType.VectorPolygon
INPUTS = {
    "LAYERS": QgsProcessingParameterMultipleLayers("LAYERS", "Land use", RASTERS),
    "UNITS": QgsProcessingParameterFeatureSource("DISTRICTS", "Districts", [POLYGONS]),
    "UNIT_FIELD": QgsProcessingParameterField("NAME_FIELD", "Their names", None, "DISTRICTS"),
}
USUAL = ("comment", "component_width", "component_height", "model_author", "model_version")
OUTPUTS = {"ZONE_SHARES": "Zone shares", "LOSSES": "Losses", "UNITS_LAYER": "Districts"}


def make() -> QgsProcessingModelAlgorithm:
    """The model."""
    model = QgsProcessingModelAlgorithm("Zones and losses by district", "Carbon Zones")
    model.setHelpContent({"ALG_DESC": HELP})
    step = QgsProcessingModelChildAlgorithm("carbonzones:study")
    step.setChildId("study")
    step.setDescription("Study by district")
    step.setPosition(QPointF(450, 200))
    for row, (name, definition) in enumerate(INPUTS.items()):
        parameter = QgsProcessingModelParameter(definition.name())
        parameter.setPosition(QPointF(150, 100 + 100 * row))
        model.addModelParameter(definition.clone(), parameter)
        source = QgsProcessingModelChildParameterSource.fromModelParameter(definition.name())
        step.addParameterSources(name, [source])
    outputs = {}
    for row, (name, title) in enumerate(OUTPUTS.items()):
        outputs[title] = QgsProcessingModelOutput(title, title)
        outputs[title].setChildId("study")
        outputs[title].setChildOutputName(name)
        outputs[title].setMandatory(True)
        outputs[title].setPosition(QPointF(750, 100 + 100 * row))
    step.setModelOutputs(outputs)
    model.addChildAlgorithm(step)
    return model


def lean(value):
    """A model's parts without those that QGIS puts there itself on opening it."""
    if not isinstance(value, dict):
        return value
    return {name: lean(part) for name, part in value.items() if part and name not in USUAL}


if __name__ == "__main__":
    MODELS.mkdir(exist_ok=True)
    started = start()
    document = QDomDocument("model")
    document.appendChild(QgsXmlUtils.writeVariant(lean(make().toVariant()), document))
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL
    target.write_text(document.toString(2), encoding="utf-8")
