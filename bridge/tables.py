"""Tables as parameters, and as plain rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsVariantUtils,
)

from ..core.scheme.table import Table
from ..text import tr
from .encoding import written_names
from .layers import names_nothing
from .run_parameters import RunParameters

# The names that OGR gives to columns when it did not take the first row for a header, which
# happens to sheets and CSV files that hold nothing but text.
UNNAMED_COLUMN = re.compile(r"field_?\d+", re.IGNORECASE)


def table_parameter(
    name: str, description: str, optional: bool = True
) -> QgsProcessingParameterFeatureSource:
    """The definition of a table input."""
    return QgsProcessingParameterFeatureSource(
        name, description, [Qgis.ProcessingSourceType.Vector], None, optional
    )


def table(parameters: RunParameters, name: str) -> Table | None:
    """A table parameter as plain rows, or None where it was left empty.

    Raises:
        QgsProcessingException: a table was named that cannot be opened.
    """
    if not parameters.has(name):
        return None
    source = parameters.source(name)
    if source is None:
        raise QgsProcessingException(_unopened(name, parameters))
    names = written_names(parameters, name, source.fields().names())
    columns = [column.strip().lower() for column in names]
    rows = [
        [None if QgsVariantUtils.isNull(cell) else cell for cell in feature.attributes()]
        for feature in source.getFeatures(QgsFeatureRequest())
    ]
    if columns and all(UNNAMED_COLUMN.fullmatch(column) for column in columns):
        head = next((n for n, row in enumerate(rows) if _is_filled(row)), len(rows))
        columns = [str(cell or "").strip().lower() for row in rows[head : head + 1] for cell in row]
        del rows[: head + 1]
    # Sheets have rows and columns that only look empty; the other rows keep their numbers.
    filled = [n for n, row in enumerate(rows) if _is_filled(row)]
    kept = [
        place
        for place, column in enumerate(columns)
        if not (column == "" or UNNAMED_COLUMN.fullmatch(column))
        or any(row[place] not in (None, "") for row in rows)
    ]
    label = f"{name} ({source.sourceName()})" if source.sourceName() else name
    return Table(
        label,
        tuple(columns[place] for place in kept),
        [{columns[place]: rows[n][place] for place in kept} for n in filled],
        numbers=tuple(n + 1 for n in filled),
    )


def _is_filled(row: Sequence[object]) -> bool:
    return any(cell not in (None, "") for cell in row)


def missing_table(parameters: RunParameters, name: str) -> str:
    """Which table cannot be opened, in words; '' if none."""
    source = parameters.source(name)
    return _unopened(name, parameters) if source is None else ""


def _unopened(name: str, parameters: RunParameters) -> str:
    (value,) = parameters.values(name)
    if names_nothing(value):
        return tr("{name}: there is no table or file '{value}'").format(name=name, value=value)
    value = value.name() if isinstance(value, QgsMapLayer) else value
    return tr("{name}: the table '{value}' cannot be opened").format(name=name, value=value)
