"""Tables that are text files, as their files have them.

Readers drop the cells of a row that is longer than the header, and fill up one that is shorter.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from qgis.core import QgsProcessingUtils, QgsProviderRegistry, QgsVectorLayer

from ..core.base.messages import Message
from .encoding import bytes_of, text_file
from .layers import layer_of
from .run_parameters import RunParameters

# What GDAL takes for separators, those first that it prefers.
SEPARATORS = ",;\t| "
# The names that OGR gives to columns when it did not take the first row for a header, which
# happens to sheets and CSV files that hold nothing but text; QGIS's reader of delimited text gives
# them to cells beyond the header.
UNNAMED_COLUMN = re.compile(r"field_?\d+", re.IGNORECASE)
# A cell of a CSV may be a polygon, which Python's reader takes for too long.
LONGEST_CELL = 2**31 - 1


@dataclass(frozen=True)
class TextRows:
    """The cells of a text file.

    Attributes:
        header: the names of its columns, without empty ones at its end.
        cells: of each row below it, by the id that its feature has.
        are_set: whether whoever made the layer has said how its numbers are written.
    """

    header: Sequence[str]
    cells: Mapping[int, Sequence[str]]
    are_set: bool = False


def too_long(cells: Sequence[object], width: int) -> Message | None:
    """What is wrong with a row that has more cells than its header; empty ones may be more."""
    if all(cell is None or not str(cell).strip() for cell in cells[width:]):
        return None
    return Message(
        "it has {count} cells, and the header has {width}; a text with a comma, or a number with "
        "a decimal comma, needs ';' between the cells, or quotes around it",
        count=len(cells),
        width=width,
    )


def text_rows(parameters: RunParameters, name: str) -> TextRows | None:
    """The rows of the text file behind a parameter; None where there is none that can be told.

    Of delimited text that has no separator of one letter they have no cells: QGIS's reader has
    those beyond the header in columns of their own.
    """
    (item,) = parameters.values(name)
    layer = layer_of(parameters, item, QgsProcessingUtils.LayerHint.Vector)
    path, provider = text_file(item, layer)
    if not path or not isinstance(layer, QgsVectorLayer):
        return None
    names = [field.strip() for field in layer.dataProvider().fields().names()]
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        if provider == "ogr":
            return _of_ogr(bytes_of(path).decode("utf-8-sig", "replace"), names)
        parts = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
        given = (str(option).partition("=") for option in parts.get("openOptions") or ())
        options = {option: value for option, _, value in given}
        named = ["" if UNNAMED_COLUMN.fullmatch(column) else column for column in names]
        return _of_delimited_text(bytes_of(path), options) or TextRows(_named(named), {})
    finally:
        csv.field_size_limit(limit)


def _of_ogr(text: str, names: Sequence[str]) -> TextRows | None:
    """Rows as OGR numbers them: from 1, without empty lines, the first one where it is no header.

    The separator is the one by which the header has the names that OGR has.
    """
    unnamed = all(map(UNNAMED_COLUMN.fullmatch, names))
    for separator in SEPARATORS:
        header = [cell.strip() for cell in next(csv.reader(_lines(text), delimiter=separator), [])]
        # Of two columns of one name OGR numbers one.
        alike = all(name.startswith(cell) for cell, name in zip(header, names))
        if len(header) == len(names) and (alike or unnamed):
            first = 1 if alike else 2
            rows = [row for _, row in _rows(text, delimiter=separator)[1:]]
            return TextRows(_named(header), dict(enumerate(rows, first)))
    return None


def _of_delimited_text(data: bytes, options: Mapping[str, str]) -> TextRows | None:
    """Rows as QGIS numbers them: by the line that they begin in, those to skip included."""
    separator = options.get("delimiter", ",").replace("\\t", "\t")
    quote, escape = options.get("quote", '"'), options.get("escape", '"')
    is_plain = options.get("type", "csv") == "csv" and "skipEmptyFields" not in options
    if not is_plain or len(separator) != 1 or max(len(quote), len(escape)) > 1:
        return None
    try:
        codec = codecs.lookup(options.get("encoding", "utf-8").replace("System", "utf-8")).name
        text = data.decode("utf-8-sig" if codec == "utf-8" else codec)
    except (LookupError, UnicodeDecodeError):
        return None
    skipped = int(options.get("skipLines", 0))
    rows = _rows(
        text,
        skipped,
        delimiter=separator,
        quotechar=quote or None,
        quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
        doublequote=quote == escape,
        escapechar=escape if escape and escape != quote else None,
    )
    filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    header = filled[0][1] if filled else []
    return TextRows(_named(header), dict(filled[1:]), are_set="decimalPoint" in options)


def _lines(text: str) -> Iterable[str]:
    return io.StringIO(text, newline="")


def _rows(text: str, skipped: int = 0, **dialect: object) -> list[tuple[int, list[str]]]:
    """The rows of a text that are not empty lines, each with the line that it begins in."""
    rows, begin = [], skipped + 1
    lines = islice(_lines(text), skipped, None)
    reader = csv.reader(lines, **dialect)  # type: ignore[arg-type]
    for row in reader:
        if row:
            rows.append((begin, row))
        begin = skipped + reader.line_num + 1
    return rows


def _named(header: Sequence[str]) -> Sequence[str]:
    """A header up to its last name."""
    width = max((n for n, name in enumerate(header, 1) if name.strip()), default=0)
    return [name.strip() for name in header[:width]]
