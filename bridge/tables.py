"""Tables as parameters, and as plain rows."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsVariantUtils,
)

from ..core.base.lists import one_line
from ..core.base.messages import DataError
from ..core.base.numbers import DECIMAL_COMMA, number_in, with_point
from ..core.scheme.table import Table
from ..text import tr
from .encoding import written_names
from .layers import names_nothing
from .run_parameters import RunParameters
from .text_rows import UNNAMED_COLUMN, TextRows, text_rows, too_long


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
    columns = [one_line(column).lower() for column in names]
    features = list(source.getFeatures(QgsFeatureRequest()))
    rows = [
        [None if QgsVariantUtils.isNull(cell) else cell for cell in feature.attributes()]
        for feature in features
    ]
    written = text_rows(parameters, name)
    texts = [written.cells.get(feature.id()) for feature in features] if written else []
    if written and not written.are_set:
        _keep_commas(rows, texts)
    if columns and all(UNNAMED_COLUMN.fullmatch(column) for column in columns):
        head = next((n for n, row in enumerate(rows) if _is_filled(row)), len(rows))
        columns = [
            one_line(str(cell or "")).lower() for row in rows[head : head + 1] for cell in row
        ]
        del rows[: head + 1], texts[: head + 1]
    label = f"{name} ({source.sourceName()})" if source.sourceName() else name
    short = _short_rows(label, columns, rows, texts, written) if written else {}
    # Sheets have rows and columns that only look empty; the other rows keep their numbers.
    filled = [n for n, row in enumerate(rows) if _is_filled(row)]
    used = {place for row in rows for place, cell in enumerate(row) if cell not in (None, "")}
    kept = [
        place
        for place, column in enumerate(columns)
        if place in used or not (column == "" or UNNAMED_COLUMN.fullmatch(column))
    ]
    return Table(
        label,
        tuple(columns[place] for place in kept),
        [{columns[place]: rows[n][place] for place in kept} for n in filled],
        labels=tuple(n + 1 for n in filled),
        short=short,
    )


def _keep_commas(rows: Sequence[list[object]], texts: Sequence[Sequence[str] | None]) -> None:
    """Put the texts of a file back in place of the numbers that a reader made of them.

    Some readers take a comma before three digits for that of decimals, whatever it is.
    """
    commas = [text for cells in texts for text in cells or () if "," in text]
    if not any(DECIMAL_COMMA.fullmatch(text.strip()) for text in commas):
        return
    for row, cells in zip(rows, texts):
        for place, text in enumerate((cells or ())[: len(row)]):
            cell = row[place]
            if isinstance(cell, float) and number_in(with_point(text.strip())) == cell:
                row[place] = text.strip()


def _short_rows(
    label: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    texts: Sequence[Sequence[str] | None],
    written: TextRows,
) -> dict[int, tuple[int, Sequence[str]]]:
    """The rows of a text file that end before the header does: their cells, and what they lack.

    Raises:
        DataError: a row has more cells than the header.
    """
    named = [n for n, name in enumerate(columns, 1) if name and not UNNAMED_COLUMN.fullmatch(name)]
    width = len(written.header) or max(named, default=0)
    short: dict[int, tuple[int, Sequence[str]]] = {}
    for number, (row, text) in enumerate(zip(rows, texts), 1):
        cells = row if text is None else text
        what = too_long(cells, width)
        if what:
            raise DataError("{table} row {row}: {what}", table=label, row=number, what=what)
        if len(cells) < width and _is_filled(row):
            short[number] = len(cells), columns[len(cells) : width]
    return short


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
