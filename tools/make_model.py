"""Create the models in resources/models; run by `make models`.

    tools/env.sh /usr/bin/python3 tools/make_model.py [FOLDER]

Example models: the study with tables by polygons, in one step; sample points for labelling, from
two dates; and error-adjusted carbon from the labelled points.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsXmlUtils,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtXml import QDomDocument
from session import start

from carbon_zones.core.scheme.defaults import SCHEMES

MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"
# Model included in the sample project.
MODEL = MODELS / "zones_and_losses_by_district.model3"
KINDS = Qgis.ProcessingSourceType
USUAL = ("comment", "component_width", "component_height", "model_author", "model_version")
PLACES = (150, 450, 750)
EARLIER = QgsProcessingParameterRasterLayer("EARLIER", "Earlier land use")
LATER = QgsProcessingParameterRasterLayer("LATER", "Later land use")
# Legend of the land use, and its disturbing groups.
LEGEND = {
    "SCHEME": QgsProcessingParameterEnum(
        "SCHEME", "Land-use product", ["auto", *SCHEMES], False, "auto", usesStaticStrings=True
    ),
    "CLASSES": QgsProcessingParameterFeatureSource(
        "CLASSES", "Class table", [KINDS.Vector], optional=True
    ),
}
TAKING = QgsProcessingParameterString("TAKING_GROUPS", "Disturbing class groups", "mine")
# Output of a previous step, by step and name.
Earlier = tuple[str, str]


@dataclass(frozen=True)
class Step:
    """A step of a model.

    Attributes:
        key, algorithm, words: identifier, algorithm and description.
        sources: by parameter, an input of the model, an output of a previous step, or a constant.
        outputs: outputs of the model, with titles.
    """

    key: str
    algorithm: str
    words: str
    sources: Mapping[str, QgsProcessingParameterDefinition | Earlier | str | int]
    outputs: Mapping[str, str]


@dataclass(frozen=True)
class Model:
    """A model: file, name, description and steps."""

    file: str
    name: str
    help: str
    steps: tuple[Step, ...]


BY_DISTRICT = Model(
    MODEL.name,
    "Zones and losses by district",
    "Zones and carbon losses of land use at several dates, by district or any other polygons.",
    (
        Step(
            "study",
            "study",
            "Study by district",
            {
                "LAYERS": QgsProcessingParameterMultipleLayers("LAYERS", "Land use", KINDS.Raster),
                "UNITS": QgsProcessingParameterFeatureSource(
                    "DISTRICTS", "Districts", [KINDS.VectorPolygon]
                ),
                "UNIT_FIELD": QgsProcessingParameterField(
                    "NAME_FIELD", "Their names", None, "DISTRICTS"
                ),
            },
            {"ZONE_SHARES": "Zone shares", "LOSSES": "Losses", "UNITS_LAYER": "Districts"},
        ),
    ),
)
CONVERSIONS = Step(
    "conversions",
    "transfermatrix",
    "Conversions",
    {"EARLIER": EARLIER, "LATER": LATER, **LEGEND},
    {},
)
BEFORE = Model(
    "sample_for_tonnes.model3",
    "Sample for tonnes",
    "From land use at two dates to the points of a sample of its conversions, with a buffer about "
    "taken land, ready to be labelled. Tonnes by a labelled sample takes them on.",
    (
        replace(CONVERSIONS, outputs={"CONVERSIONS": "Conversions"}),
        Step(
            "sample",
            "samplepoints",
            "Sample",
            {
                "MAP": ("conversions", "CONVERSIONS"),
                **LEGEND,
                "TAKING_GROUPS": TAKING,
                "STRATA_BY": "taken",
                "BUFFER": 5,
                "SIZE": QgsProcessingParameterNumber("SIZE", "Number of points", defaultValue=1500),
            },
            {"SAMPLE": "Points", "STRATA": "Strata"},
        ),
    ),
)
AFTER = Model(
    "tonnes_by_a_labelled_sample.model3",
    "Tonnes by a labelled sample",
    "From the labelled points of Sample for tonnes to the carbon lost by the areas that they "
    "estimate, with its interval. The land use is that which the points were drawn from.",
    (
        CONVERSIONS,
        Step(
            "accuracy",
            "accuracy",
            "Accuracy",
            {
                "MAP": ("conversions", "CONVERSIONS"),
                "REFERENCE": QgsProcessingParameterFeatureSource(
                    "POINTS", "Labelled points", [KINDS.VectorPoint]
                ),
            },
            {"CLASS_ACCURACY": "Accuracy by class", "REPORT": "Report"},
        ),
        Step(
            "tonnes",
            "carbonloss",
            "Tonnes",
            {
                "EARLIER": EARLIER,
                "LATER": LATER,
                **LEGEND,
                "TAKING_GROUPS": TAKING,
                "COEFFICIENTS": QgsProcessingParameterFeatureSource(
                    "COEFFICIENTS", "Carbon coefficients", [KINDS.Vector], optional=True
                ),
                "AREA_ERRORS": ("accuracy", "STRATUM_PROPORTIONS"),
            },
            {"LOSSES": "Losses", "UNCERTAINTY": "Uncertainty"},
        ),
    ),
)
ALL = (BY_DISTRICT, BEFORE, AFTER)


def of_input(parameter: QgsProcessingParameterDefinition) -> QgsProcessingModelChildParameterSource:
    """Return an input of the model, or its default if a script omits it (QGIS sets none)."""
    default = parameter.defaultValue()
    if default is None or isinstance(parameter, QgsProcessingParameterEnum):
        return QgsProcessingModelChildParameterSource.fromModelParameter(parameter.name())
    return QgsProcessingModelChildParameterSource.fromExpression(
        f"coalesce(@{parameter.name()}, {QgsExpression.quotedValue(default)})"
    )


def make(what: Model) -> QgsProcessingModelAlgorithm:
    """Create a model."""
    model = QgsProcessingModelAlgorithm(what.name, "Carbon Zones")
    model.setHelpContent({"ALG_DESC": what.help})
    inputs, row_of_outputs = list[str](), 0
    for row, planned in enumerate(what.steps):
        step = QgsProcessingModelChildAlgorithm(f"carbonzones:{planned.algorithm}")
        step.setChildId(planned.key)
        step.setDescription(planned.words)
        step.setPosition(QPointF(PLACES[1], 200 + 250 * row))
        for name, source in planned.sources.items():
            if isinstance(source, QgsProcessingParameterDefinition):
                if source.name() not in inputs:
                    parameter = QgsProcessingModelParameter(source.name())
                    parameter.setPosition(QPointF(PLACES[0], 100 + 100 * len(inputs)))
                    model.addModelParameter(source.clone(), parameter)
                    inputs.append(source.name())
                given = of_input(source)
            elif isinstance(source, tuple):
                given = QgsProcessingModelChildParameterSource.fromChildOutput(*source)
            else:
                given = QgsProcessingModelChildParameterSource.fromStaticValue(source)
            step.addParameterSources(name, [given])
        outputs = {}
        for name, title in planned.outputs.items():
            outputs[title] = QgsProcessingModelOutput(title, title)
            outputs[title].setChildId(planned.key)
            outputs[title].setChildOutputName(name)
            outputs[title].setMandatory(True)
            outputs[title].setPosition(QPointF(PLACES[2], 100 + 100 * row_of_outputs))
            row_of_outputs += 1
        step.setModelOutputs(outputs)
        model.addChildAlgorithm(step)
    return model


def lean(value):
    """Return a model definition without parts that QGIS adds on opening."""
    if not isinstance(value, dict):
        return value
    return {name: lean(part) for name, part in value.items() if part and name not in USUAL}


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS
    folder.mkdir(exist_ok=True)
    started = start()
    for what in ALL:
        document = QDomDocument("model")
        document.appendChild(QgsXmlUtils.writeVariant(lean(make(what).toVariant()), document))
        (folder / what.file).write_text(document.toString(2), encoding="utf-8")
