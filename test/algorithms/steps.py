"""Algorithms as steps of a model: QGIS does not check the values of steps."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
)


def model_of(steps: dict, outputs: dict) -> QgsProcessingModelAlgorithm:
    """A model without inputs.

    Args:
        steps: by id, an algorithm and its values; a value (id, output) is that of another step.
        outputs: of the model, by name: (id, output).
    """
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("steps", "tests")
    for step, (algorithm, values) in steps.items():
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(step)
        for name, value in values.items():
            is_made = isinstance(value, tuple) and value[0] in steps
            given = source.fromChildOutput(*value) if is_made else source.fromStaticValue(value)
            child.addParameterSources(name, [given])
        kept = {}
        for name, (_, output) in ((n, o) for n, o in outputs.items() if o[0] == step):
            kept[name] = QgsProcessingModelOutput(name, name)
            kept[name].setChildId(step)
            kept[name].setChildOutputName(output)
        child.setModelOutputs(kept)
        model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


def as_step(algorithm: str, parameters: dict) -> QgsProcessingModelAlgorithm:
    """A model whose one step has these values."""
    return model_of({"step": (f"carbonzones:{algorithm}", parameters)}, {})
