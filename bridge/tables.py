"""Tables as parameters and as plain rows.

Text files are also read directly, for their encoding and the number of cells per row:
readers truncate rows longer than the header and fill up shorter ones.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from osgeo import gdal
from qgis.core import (
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVariantUtils,
    QgsVectorLayer,
)

from ..core.base.messages import DataError, Message, Term
from ..core.base.numbers import (
    DECIMAL_COMMA_PATTERN,
    decimal_comma_to_point,
    parse_number,
    to_single_line,
)
from ..core.scheme.table import UTF8_ENCODING, Table, decode_text
from .layers import layer_open_error, resolve_layer, warn_unsaved_edits
from .overwrite_protection import SYSTEM_TABLE_PATTERN
from .parameters import Parameters, RunParameters

# Text files; QGIS cannot open them in UTF-16.
TEXT_EXTENSIONS = (".csv", ".tsv", ".txt", ".psv")
# Lines before the first one with content other than separators.
EMPTY_LINES_PATTERN = re.compile(r"[\s,;|]*\n(?=[\s,;|]*[^\s,;|])")
# Suffix that GDAL adds to duplicate column names, and open options by extension to treat the first
# row as data.
NUMBERED_NAME_PATTERN = re.compile(r"(.+)_\d+")
HEADER_OPTIONS = {**dict.fromkeys(TEXT_EXTENSIONS, "NO"), ".xlsx": "DISABLE", ".ods": "DISABLE"}
# An encoding set explicitly for delimited text is used as it is.
ENCODING_PATTERN = re.compile(r"[?&]encoding=(?!utf-?8|system)", re.IGNORECASE)
# System tables of forms, styles and ids in databases.
SYSTEM_TABLES = ("layer_styles", "sqlite_sequence")


def convert_inputs_to_utf8(parameters: RunParameters) -> Parameters:
    """Return the values of a run with text files in another encoding replaced by UTF-8 copies.

    QGIS would read CSV as UTF-8, replacing characters. Leading empty lines are removed.
    """
    plain = dict(parameters.values_by_name)
    for definition in parameters.algorithm.parameterDefinitions():
        name = definition.name()
        if definition.type() not in ("source", "vector") or not parameters.has_value(name):
            continue
        (item,) = parameters.value_list(name)
        if isinstance(item, str) and os.path.isdir(item) and not item.lower().endswith(".gdb"):
            raise DataError(
                "{name}: '{path}' is a folder; specify a layer or table in it", name=name, path=item
            )
        table = _resolve_first_table(parameters, definition, item)
        layer = resolve_layer(parameters, table, QgsProcessingUtils.LayerHint.Vector)
        copy = _create_utf8_copy(parameters, name, table, layer)
        if definition.type() == "source":
            warn_unsaved_edits(parameters, name, layer, are_read=copy is None)
        table = table if copy is None else copy.id()
        if table != item:
            value = plain[name]
            plain[name] = table
            if isinstance(value, QgsProcessingFeatureSourceDefinition):
                plain[name] = QgsProcessingFeatureSourceDefinition(value)
                plain[name].source = QgsProperty.fromValue(table)
    return plain


def _resolve_first_table(
    parameters: RunParameters, definition: QgsProcessingParameterDefinition, item: object
) -> object:
    """Return a table value, naming the first table found if QGIS would not open one by itself."""
    if not isinstance(item, str) or "|" in item or not os.path.isfile(item):
        return item
    listed, tables = list_tables(item)
    if len(tables) > 1:
        parameters.add_warning(
            "{name}: '{file}' contains {tables}; the first is read. To use another one: "
            "{file}|layername={other}.",
            name=definition.name(),
            file=os.path.basename(item),
            tables=", ".join(tables),
            other=tables[1],
        )
    if not tables or tables[:1] == listed[:1]:
        return item
    return f"{item}|layername={tables[0]}"


def list_tables(file: str) -> tuple[list[str], list[str]]:
    """Return tables QGIS lists, and all user tables (in SQLite, GDAL hides non-spatial ones)."""
    listed = _list_layer_names(file)
    if tables := [name for name in listed if name not in SYSTEM_TABLES]:
        return listed, tables
    every = _list_layer_names(file, "LIST_ALL_TABLES=YES")
    return listed, [name for name in every if not SYSTEM_TABLE_PATTERN.fullmatch(name)]


def _list_layer_names(file: str, *options: str) -> list[str]:
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(file, gdal.OF_VECTOR, open_options=options)
        count = 0 if dataset is None else dataset.GetLayerCount()
        return [dataset.GetLayer(index).GetName() for index in range(count)]


def _create_utf8_copy(
    parameters: RunParameters, name: str, item: object, layer: QgsMapLayer | None
) -> QgsVectorLayer | None:
    """Return a UTF-8 copy of a text file that starts with its header, or None if not needed."""
    path, provider = find_text_file(item, layer)
    is_set = (
        provider == "delimitedtext"
        and layer is not None
        and ENCODING_PATTERN.search(layer.source())
    )
    if not path or is_set:
        return None
    text_and_encoding = decode_text(read_file_bytes(path))
    if text_and_encoding is None:
        raise DataError(
            "{name}: the encoding of '{file}' is neither UTF-8 nor GB18030; save it in UTF-8",
            name=name,
            file=os.path.basename(path),
        )
    text, encoding = text_and_encoding
    # The QGIS reader of delimited text skips empty lines, GDAL takes the first one as the header.
    empty = EMPTY_LINES_PATTERN.match(text) if provider == "ogr" else None
    if encoding == UTF8_ENCODING and empty is None:
        return None
    copy_path = QgsProcessingUtils.generateTempFilename(os.path.basename(path))
    with open(copy_path, "w", encoding="utf-8", newline="") as file:
        file.write(text[empty.end() :] if empty else text)
    title = os.path.splitext(os.path.basename(path))[0]
    source = copy_path
    if isinstance(layer, QgsVectorLayer):
        title = layer.name()
        registry = QgsProviderRegistry.instance()
        parts = registry.decodeUri(provider, layer.source())
        parts = {name: part for name, part in parts.items() if not name.startswith("vsi")}
        parts["path"] = copy_path
        source = registry.encodeUri(provider, parts)
    copy = QgsVectorLayer(source, title, provider)
    if isinstance(layer, QgsVectorLayer):
        if not copy.setSubsetString(layer.subsetString()):
            raise DataError(
                "{name}: the filter of '{layer}' cannot be applied to its UTF-8 copy; remove "
                "the filter",
                name=name,
                layer=title,
            )
        copy.selectByIds(layer.selectedFeatureIds())
    if encoding != UTF8_ENCODING:
        parameters.add_warning(
            "{name}: '{file}' is not UTF-8; read as {encoding}.",
            name=name,
            file=os.path.basename(path),
            encoding=encoding,
        )
    kept = parameters.context.temporaryLayerStore().addMapLayer(copy)  # type: ignore[union-attr]
    return copy if kept is not None else None


def restore_column_names(
    parameters: RunParameters, name: str, names: Sequence[str]
) -> Sequence[str]:
    """Return column names as in the file; `names`: by GDAL, which numbers duplicates."""
    given_names = {column.casefold() for column in names}
    numbered = [NUMBERED_NAME_PATTERN.fullmatch(column) for column in names]
    if not any(match and match[1].casefold() in given_names for match in numbered):
        return names
    (item,) = parameters.value_list(name)
    layer = resolve_layer(parameters, item, QgsProcessingUtils.LayerHint.Vector)
    if not isinstance(layer, QgsVectorLayer):
        return names
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = str(parts.get("path") or "")
    headers = HEADER_OPTIONS.get(os.path.splitext(path)[1].lower())
    if headers is None:
        return names
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=[f"HEADERS={headers}"])
        sheet = dataset and (dataset.GetLayerByName(parts.get("layerName") or "") or dataset[0])
        row = sheet and sheet.GetNextFeature()
        cells = [row[index] for index in range(row.GetFieldCount())] if row else []
    if len(cells) != len(names):
        return names
    return [
        match[1] if match and str(cell or "").strip() == match[1] else column
        for cell, match, column in zip(cells, numbered, names)
    ]


def find_text_file(item: object, layer: object) -> tuple[str, str]:
    """Return the text file of a table and its provider, or '' for both if there is none."""
    if isinstance(layer, QgsVectorLayer):
        provider, source = layer.providerType(), layer.source()
        is_text = provider == "delimitedtext" or layer.storageType() == "CSV"
        parts = QgsProviderRegistry.instance().decodeUri(provider, source)
        path = "".join(str(parts.get(part) or "") for part in ("vsiPrefix", "path", "vsiSuffix"))
        return (path, provider) if is_text and _is_file(path) else ("", "")
    path = str(item).split("|")[0]
    is_text = os.path.splitext(path)[1].lower() in TEXT_EXTENSIONS and _is_file(path)
    return (path, "ogr") if is_text else ("", "")


def _is_file(path: str) -> bool:
    return gdal.VSIStatL(path) is not None if path.startswith("/vsi") else os.path.isfile(path)


def read_file_bytes(path: str) -> bytes:
    """Return the content of a file, including files in archives or at URLs read by GDAL."""
    if not path.startswith("/vsi"):
        with open(path, "rb") as file:
            return file.read()
    with gdal.ExceptionMgr(useExceptions=True):
        file = gdal.VSIFOpenL(path, "rb")
        try:
            return bytes(gdal.VSIFReadL(1, gdal.VSIStatL(path).size, file) or b"")
        finally:
            gdal.VSIFCloseL(file)


# Separators detected by GDAL, in order of preference.
CSV_SEPARATORS = ",;\t| "
# Column names given by OGR without a header, as in sheets and CSV files of texts only; the QGIS
# reader of delimited text gives them to cells beyond the header.
UNNAMED_COLUMN_PATTERN = re.compile(r"field_?\d+", re.IGNORECASE)
# A CSV cell may contain a polygon longer than the default limit of the csv module.
MAX_CSV_FIELD_LENGTH = 2**31 - 1


@dataclass(frozen=True)
class TextRows:
    """Cells of a text file.

    Attributes:
        header: column names, without empty ones at the end.
        cells: cells of each data row, by feature id.
        are_set: whether the number format was set when the layer was created.
    """

    header: Sequence[str]
    cells: Mapping[int, Sequence[str]]
    are_set: bool = False


def describe_long_row(cells: Sequence[object], width: int) -> Message | None:
    """Return the fault of a row with more non-empty cells than its header, or None."""
    if all(cell is None or not str(cell).strip() for cell in cells[width:]):
        return None
    return Message(
        "{count} cells, but {width} in the header; use ';' as separator, or quote cells that "
        "contain commas",
        count=len(cells),
        width=width,
    )


def read_text_rows(parameters: RunParameters, name: str) -> TextRows | None:
    """Return the rows of the text file of a parameter, or None if they cannot be determined.

    Text needs a one-character separator: QGIS puts extra cells in columns of their own.
    """
    (item,) = parameters.value_list(name)
    layer = resolve_layer(parameters, item, QgsProcessingUtils.LayerHint.Vector)
    path, provider = find_text_file(item, layer)
    if not path or not isinstance(layer, QgsVectorLayer):
        return None
    names = [field.strip() for field in layer.dataProvider().fields().names()]
    limit = csv.field_size_limit(MAX_CSV_FIELD_LENGTH)
    try:
        if provider == "ogr":
            return _parse_ogr_rows(read_file_bytes(path).decode("utf-8-sig", "replace"), names)
        parts = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
        given = (str(option).partition("=") for option in parts.get("openOptions") or ())
        options = {option: value for option, _, value in given}
        named = ["" if UNNAMED_COLUMN_PATTERN.fullmatch(column) else column for column in names]
        return _parse_delimited_rows(read_file_bytes(path), options) or TextRows(
            _trim_header(named), {}
        )
    finally:
        csv.field_size_limit(limit)


def _parse_ogr_rows(text: str, names: Sequence[str]) -> TextRows | None:
    """Return rows as numbered by OGR: from 1, without empty lines.

    Without a header, the first row is included; the separator must yield OGR's columns.
    """
    unnamed = all(map(UNNAMED_COLUMN_PATTERN.fullmatch, names))
    for separator in CSV_SEPARATORS:
        header = [
            cell.strip() for cell in next(csv.reader(_split_lines(text), delimiter=separator), [])
        ]
        # OGR numbers the second of two equal column names.
        alike = all(name.startswith(cell) for cell, name in zip(header, names))
        if len(header) == len(names) and (alike or unnamed):
            first = 1 if alike else 2
            rows = [row for _, row in _parse_rows(text, delimiter=separator)[1:]]
            return TextRows(_trim_header(header), dict(enumerate(rows, first)))
    return None


def _parse_delimited_rows(data: bytes, options: Mapping[str, str]) -> TextRows | None:
    """Return rows as numbered by QGIS: by their first line, including skipped lines."""
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
    rows = _parse_rows(
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
    return TextRows(_trim_header(header), dict(filled[1:]), are_set="decimalPoint" in options)


def _split_lines(text: str) -> Iterable[str]:
    return io.StringIO(text, newline="")


def _parse_rows(text: str, skipped: int = 0, **dialect: object) -> list[tuple[int, list[str]]]:
    """Return the non-empty rows of a text, each with its first line number."""
    rows, begin = [], skipped + 1
    lines = islice(_split_lines(text), skipped, None)
    reader = csv.reader(lines, **dialect)  # type: ignore[arg-type]
    for row in reader:
        if row:
            rows.append((begin, row))
        begin = skipped + reader.line_num + 1
    return rows


def _trim_header(header: Sequence[str]) -> Sequence[str]:
    """Return a header up to its last name."""
    width = max((n for n, name in enumerate(header, 1) if name.strip()), default=0)
    return [name.strip() for name in header[:width]]


def read_table(parameters: RunParameters, name: str) -> Table | None:
    """Return a table parameter as plain rows, or None if empty."""
    if not parameters.has_value(name):
        return None
    source = get_table_source(parameters, name)
    names = restore_column_names(parameters, name, source.fields().names())
    columns = [to_single_line(column).lower() for column in names]
    features = list(source.getFeatures(QgsFeatureRequest()))
    rows = [
        [None if QgsVariantUtils.isNull(cell) else cell for cell in feature.attributes()]
        for feature in features
    ]
    written = read_text_rows(parameters, name)
    texts = [written.cells.get(feature.id()) for feature in features] if written else []
    if written and not written.are_set:
        _restore_comma_texts(rows, texts)
    if columns and all(UNNAMED_COLUMN_PATTERN.fullmatch(column) for column in columns):
        head = next((n for n, row in enumerate(rows) if _is_filled_row(row)), len(rows))
        columns = [
            to_single_line(str(cell or "")).lower() for row in rows[head : head + 1] for cell in row
        ]
        del rows[: head + 1], texts[: head + 1]
    label = f"{name} ({source.sourceName()})" if source.sourceName() else name
    short = _find_short_rows(label, columns, rows, texts, written) if written else {}
    # Sheets may have rows and columns that only appear empty; the other rows keep their numbers.
    filled = [n for n, row in enumerate(rows) if _is_filled_row(row)]
    used = {index for row in rows for index, cell in enumerate(row) if cell not in (None, "")}
    kept = [
        index
        for index, column in enumerate(columns)
        if index in used or not (column == "" or UNNAMED_COLUMN_PATTERN.fullmatch(column))
    ]
    return Table(
        label,
        tuple(columns[index] for index in kept),
        [{columns[index]: rows[n][index] for index in kept} for n in filled],
        labels=tuple(n + 1 for n in filled),
        short=short,
    )


def _restore_comma_texts(
    rows: Sequence[list[object]], texts: Sequence[Sequence[str] | None]
) -> None:
    """Restore texts read as numbers: some readers take a comma before three digits as decimal."""
    commas = [text for cells in texts for text in cells or () if "," in text]
    if not any(DECIMAL_COMMA_PATTERN.fullmatch(text.strip()) for text in commas):
        return
    for row, cells in zip(rows, texts):
        for index, text in enumerate((cells or ())[: len(row)]):
            cell = row[index]
            if (
                isinstance(cell, float)
                and parse_number(decimal_comma_to_point(text.strip())) == cell
            ):
                row[index] = text.strip()


def _find_short_rows(
    label: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    texts: Sequence[Sequence[str] | None],
    written: TextRows,
) -> dict[int, tuple[int, Sequence[str]]]:
    """Return the rows of a text file shorter than its header: cell count and missing columns."""
    named = [
        n
        for n, name in enumerate(columns, 1)
        if name and not UNNAMED_COLUMN_PATTERN.fullmatch(name)
    ]
    width = len(written.header) or max(named, default=0)
    short: dict[int, tuple[int, Sequence[str]]] = {}
    for row_number, (row, text) in enumerate(zip(rows, texts), 1):
        cells = row if text is None else text
        what = describe_long_row(cells, width)
        if what:
            raise DataError("{table}, row {row}: {what}", table=label, row=row_number, what=what)
        if len(cells) < width and _is_filled_row(row):
            short[row_number] = len(cells), columns[len(cells) : width]
    return short


def _is_filled_row(row: Sequence[object]) -> bool:
    return any(cell not in (None, "") for cell in row)


def get_table_source(parameters: RunParameters, name: str) -> QgsProcessingFeatureSource:
    """Return the source of a table parameter."""
    source = parameters.feature_source(name)
    if source is not None:
        return source
    is_missing = Term("{name}: layer or file '{value}' not found")
    not_read = Term("{name}: '{value}' cannot be opened")
    raise layer_open_error(name, parameters.value_list(name)[0], is_missing, not_read)
