"""The end of a log: what it warned of, once more, and what was written."""

from __future__ import annotations

import os

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingUtils

from ..core.report.rounding import size_words
from ..text import tr
from .run import Run


def tell_end(run: Run) -> None:
    """The last lines of a run's log; its files are in their places by now.

    A warning in the midst of a long log is not read. Where files are is among the results, which
    QGIS lists behind the log: here it is what they are called and how much they hold.
    """
    for warning in run.warned:
        run.inform(tr("Warning: {text}").format(text=warning))
    outputs = [
        tr("{name} ({size})").format(name=_name(run, one), size=_size(run, one))
        for one in run.algorithm.destinationParameterDefinitions()
        if run.results.get(one.name())
    ]
    if outputs:
        run.feedback.pushInfo(tr("Written: {outputs}.").format(outputs=tr(", ").join(outputs)))
    else:
        run.feedback.pushInfo(tr("No output was asked for, so none was written."))


def _name(run: Run, definition: QgsProcessingParameterDefinition) -> str:
    """What a file of the user's is called; anything else is called as in the window."""
    result = str(run.results[definition.name()]).rstrip("/\\")
    is_own = os.path.exists(result) and not result.startswith(QgsProcessingUtils.tempFolder())
    return os.path.basename(result) if is_own else definition.description()


def _size(run: Run, definition: QgsProcessingParameterDefinition) -> str:
    """How much an output holds."""
    name, kind = definition.name(), definition.type()
    result = str(run.results[name])
    if name in run.rows:
        return tr("rows: {count:,}").format(count=run.rows[name])
    if kind == "folderDestination" and run.drafts.count_in(result):
        return tr("files: {count}").format(count=run.drafts.count_in(result))
    if run.drafts.has(result):
        return size_words(os.path.getsize(result))
    return tr("as it was")
