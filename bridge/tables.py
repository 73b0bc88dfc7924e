"""Tables as parameters, and as plain rows."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeatureRequest, QgsMapLayer, QgsProcessingFeatureSource, QgsVariantUtils

from ..core.base.lists import one_line
from ..core.base.messages import DataError
from ..core.base.numbers import DECIMAL_COMMA, number_in, with_point
from ..core.scheme.table import Table
from .encoding import written_names
from .layers import names_nothing
from .run_parameters import RunParameters
from .text_rows import UNNAMED_COLUMN, TextRows, text_rows, too_long


def table(parameters: RunParameters, name: str) -> Table | None:
    """A table parameter as plain rows, or None where it was left empty."""
    if not parameters.has(name):
        return None
    source = require_table(parameters, name)
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
    used = {index for row in rows for index, cell in enumerate(row) if cell not in (None, "")}
    kept = [
        index
        for index, column in enumerate(columns)
        if index in used or not (column == "" or UNNAMED_COLUMN.fullmatch(column))
    ]
    return Table(
        label,
        tuple(columns[index] for index in kept),
        [{columns[index]: rows[n][index] for index in kept} for n in filled],
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
        for index, text in enumerate((cells or ())[: len(row)]):
            cell = row[index]
            if isinstance(cell, float) and number_in(with_point(text.strip())) == cell:
                row[index] = text.strip()


def _short_rows(
    label: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    texts: Sequence[Sequence[str] | None],
    written: TextRows,
) -> dict[int, tuple[int, Sequence[str]]]:
    """The rows of a text file that end before the header does: their cells, and what they lack."""
    named = [n for n, name in enumerate(columns, 1) if name and not UNNAMED_COLUMN.fullmatch(name)]
    width = len(written.header) or max(named, default=0)
    short: dict[int, tuple[int, Sequence[str]]] = {}
    for row_number, (row, text) in enumerate(zip(rows, texts), 1):
        cells = row if text is None else text
        what = too_long(cells, width)
        if what:
            raise DataError("{table} row {row}: {what}", table=label, row=row_number, what=what)
        if len(cells) < width and _is_filled(row):
            short[row_number] = len(cells), columns[len(cells) : width]
    return short


def _is_filled(row: Sequence[object]) -> bool:
    return any(cell not in (None, "") for cell in row)


def require_table(parameters: RunParameters, name: str) -> QgsProcessingFeatureSource:
    """The table of a parameter."""
    source = parameters.source(name)
    if source is not None:
        return source
    (value,) = parameters.values(name)
    if names_nothing(value):
        raise DataError("{name}: there is no table or file '{value}'", name=name, value=value)
    value = value.name() if isinstance(value, QgsMapLayer) else value
    raise DataError("{name}: the table '{value}' cannot be opened", name=name, value=value)
