"""Pages as outputs: their parameters, and what the core cannot know of where data come from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingParameterFileDestination,
)

from ..core.paths import version
from ..core.report.page import require_packages
from ..core.report.sections.sources import Origin
from ..core.scheme.table import Table
from ..text import tr
from .algorithm import progress_of
from .layers import Algorithm, Context, Feedback, Parameters

if TYPE_CHECKING:
    from .dated import DatedAlgorithm


def page_destination(name: str, description: str) -> QgsProcessingParameterFileDestination:
    """The definition of an optional HTML output, made only when asked for."""
    return QgsProcessingParameterFileDestination(
        name, description, tr("HTML files (*.html)"), None, True, False
    )


def page_path(algorithm: Algorithm, parameters: Parameters, name: str, context: Context) -> str:
    """Where a page goes, or '' where it is not asked for.

    Raises:
        DataError: what makes pages is not installed.
    """
    path = algorithm.parameterAsFileOutput(parameters, name, context)
    if path:
        require_packages(name)
    return path


def origin_of(
    algorithm: DatedAlgorithm, feedback: Feedback, scheme: Iterable[tuple[str, Table | None]] = ()
) -> Origin:
    """What a page tells of the run.

    Args:
        algorithm: a DatedAlgorithm that has read its inputs.
        scheme: (what it is, core.scheme.table.Table or None) of the tables used, in order.
    """
    going_on = progress_of(feedback)
    return Origin(
        made_on=date.today().isoformat(),
        versions=[
            ("Carbon Zones", version()),
            ("QGIS", Qgis.version()),
            ("GDAL", gdal.__version__),
        ],
        files=[source if os.path.isfile(source) else "" for source in algorithm.sources],
        tables=[(role, _table_words(table)) for role, table in scheme],
        language=_language(QgsApplication.locale()),
        going_on=lambda: going_on(feedback.progress() / 100.0),
    )


def _language(locale: str) -> str:
    """A locale as pages name it: zh-CN, en."""
    return "en" if locale in ("", "C", "POSIX") else locale.replace("_", "-")


def _table_words(table: Table | None) -> str:
    if table is None:
        return tr("from the layers' own names")
    if table.is_default:
        return tr("{table}, the default of Yang et al. 2022").format(table=table.name)
    return table.name
