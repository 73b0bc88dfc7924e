"""How a run is refused: in one sentence, at the one place where the user reads it."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence

# What QGIS puts before the refusal of its check.
FAILED_CHECK = "Unable to execute algorithm\n"
# And before that of a step of a model.
RUNNING = "Error encountered while running : "


def refusal_of(run, algorithm, feedback=None, **parameters) -> str:
    """The sentence with which a run is refused, '' where it goes well.

    It stands in the exception; what the check refuses, in the log too. What is raised while a run
    is prepared stands in the log alone, and the exception only says that there was an error.
    """
    try:
        run(algorithm, feedback, **parameters)
    except QgsProcessingException as error:
        check_place(error, run.feedback)
        return str(error).removeprefix(FAILED_CHECK)
    return ""


def refuses(words: str):
    """That a run in it is refused, with a sentence in which these words are found."""
    return pytest.raises(QgsProcessingException, match=words)


def sentence_of(call, *args, **options) -> str:
    """The one sentence with which a call is refused."""
    with pytest.raises(QgsProcessingException) as caught:
        call(*args, **options)
    sentence = str(caught.value).removeprefix(FAILED_CHECK).removeprefix(RUNNING)
    assert is_one_sentence(sentence), sentence
    return sentence


def check_place(error: QgsProcessingException, feedback) -> None:
    """That a refusal is where it is read: logged is what the check, or QGIS itself, says."""
    text, errors = str(error), getattr(feedback, "errors", None)
    assert errors is None or (text in errors) == text.startswith(FAILED_CHECK), errors


def unchecked(algorithm: str, parameters: dict):
    """Prepare and run, as the step of a model, without the check of the values before."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"carbonzones:{algorithm}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    _, worked = made.run(parameters, context, feedback, {}, False)
    assert worked, "nobody is told why it could not be prepared"
