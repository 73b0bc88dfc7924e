"""An algorithm as the only step of a model: QGIS does not check the values of steps."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
)


def as_step(algorithm: str, parameters: dict) -> QgsProcessingModelAlgorithm:
    """A model without inputs whose one step has these values."""
    step = QgsProcessingModelChildAlgorithm(f"carbonzones:{algorithm}")
    step.setChildId("step")
    for name, value in parameters.items():
        step.addParameterSources(
            name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)]
        )
    model = QgsProcessingModelAlgorithm("one step", "tests")
    model.addChildAlgorithm(step)
    return model
