"""Algorithms as steps of a model, whose values QGIS does not check, and in the background."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer


def model_of(steps: dict, outputs: dict) -> QgsProcessingModelAlgorithm:
    """A model without inputs.

    Args:
        steps: by id, an algorithm and its values; a value (id, output) is that of another step,
            and ("=", text) an expression, for which all steps before are done.
        outputs: of the model, by name: (id, output).
    """
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("steps", "tests")
    for step, (algorithm, values) in steps.items():
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(step)
        if len(steps) > 1:
            child.setDescription(step)  # which names its variables
        for name, value in values.items():
            kind = value[0] if isinstance(value, tuple) else None
            given = source.fromStaticValue(value)
            if kind in steps:
                given = source.fromChildOutput(*value)
            elif kind == "=":
                given = source.fromExpression(value[1])
                before = model.childAlgorithms()
                child.setDependencies([QgsProcessingModelChildDependency(one) for one in before])
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


def run_in_background(algorithm, parameters, context, feedback) -> bool:
    """As the toolbox runs it: in a task of its own, while the window goes on."""
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    loop, told = QEventLoop(), []

    def on_executed(done, results):
        told.append(done)
        loop.quit()

    task.executed.connect(on_executed)
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(600_000, loop.quit)
    loop.exec()
    return told == [True]
