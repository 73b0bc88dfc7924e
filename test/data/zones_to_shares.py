"""Builds test/data/zones_to_shares.model3, as a person would in the model designer.

    tools/env.sh /usr/bin/python3 test/data/zones_to_shares.py

Two land-use layers become carbon zones, the zone raster goes into the area-share summary, and
the number UNASSIGNED_AREA_HA of the first step is the formula of a new field in a third one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QPointF

MODEL = Path(__file__).resolve().with_suffix(".model3")

# Models call a step's number by the step's description, blanks as _, and the output's name. The
# hyphen of "Carbon-zone" would be read as a minus after @, so the name stands in quotes.
UNASSIGNED = "var('Carbon-zone_reclassification_UNASSIGNED_AREA_HA')"

Source = QgsProcessingModelChildParameterSource


def child(algorithm: str, description: str, place: int, inputs: dict, outputs: dict):
    """A step: its inputs by parameter, and the model outputs by the step's own output."""
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(algorithm.split(":")[1])
    step.setDescription(description)
    step.setPosition(QPointF(100 + 250 * place, 200))
    for name, source in inputs.items():
        step.addParameterSources(name, [source])
    made = {}
    for own, public in outputs.items():
        output = QgsProcessingModelOutput(public, public)
        output.setChildId(step.childId())
        output.setChildOutputName(own)
        output.setMandatory(True)
        output.setPosition(QPointF(100 + 250 * place, 300))
        made[public] = output
    step.setModelOutputs(made)
    return step


def make() -> QgsProcessingModelAlgorithm:
    """The model."""
    model = QgsProcessingModelAlgorithm("Zones to shares", "Tests")
    model.setName("zones_to_shares")
    for place, name in enumerate(("EARLIER", "LATER")):
        parameter = QgsProcessingModelParameter(name)
        parameter.setPosition(QPointF(100 + 250 * place, 100))
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name.title()), parameter)
    steps = (
        child(
            "carbonzones:zonereclassification",
            "Carbon-zone reclassification",
            0,
            {name: Source.fromModelParameter(name) for name in ("EARLIER", "LATER")},
            {"ZONES": "ZONES", "ZONE_SHARES": "ZONE_SHARES"},
        ),
        child(
            "carbonzones:areashares",
            "Area-share summary",
            1,
            {"LAYERS": Source.fromChildOutput("zonereclassification", "ZONES")},
            {"SHARES": "SHARES"},
        ),
        child(
            "native:fieldcalculator",
            "Add the unassigned area",
            2,
            {
                "INPUT": Source.fromChildOutput("zonereclassification", "ZONE_SHARES"),
                "FIELD_NAME": Source.fromStaticValue("unassigned_ha"),
                "FIELD_TYPE": Source.fromStaticValue(0),
                "FORMULA": Source.fromExpression(UNASSIGNED),
            },
            {"OUTPUT": "WITH_NUMBER"},
        ),
    )
    for step in steps:
        model.addChildAlgorithm(step)
    return model


if __name__ == "__main__":
    from processing.core.Processing import Processing
    from qgis.testing import start_app

    from carbon_zones.plugin import CarbonZonesPlugin

    start_app()
    Processing.initialize()
    plugin = CarbonZonesPlugin()
    plugin.initProcessing()
    MODEL.parent.mkdir(exist_ok=True)
    sys.exit(0 if make().toFile(str(MODEL)) else f"{MODEL} cannot be written")
