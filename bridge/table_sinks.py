"""Output of rows to table sinks, and of files copied unchanged."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.base.data_dictionary import ColumnKind, Field, check_finite
from ..core.base.drafts import Drafts, convert_write_errors, incomplete_table_error, write_error
from ..core.base.messages import DataError, RunCancelledError, iter_until_cancelled
from ..core.base.numbers import to_single_line
from ..text import tr
from .destinations import get_destination_path
from .overwrite_protection import SYSTEM_TABLE_PATTERN
from .parameters import Parameters, RunParameters
from .tables import list_tables

Rows = Collection[Mapping[str, object]]
RowCallback = Callable[[Rows], None]


@dataclass(frozen=True)
class RowGeometries:
    """Geometries of the rows of a layer, with their CRS and type."""

    shapes: Iterable[QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    kind: Qgis.WkbType = Qgis.WkbType.MultiPolygon


FIELD_TYPES = {
    ColumnKind.TEXT: QMetaType.Type.QString,
    ColumnKind.WHOLE: QMetaType.Type.LongLong,
    ColumnKind.REAL: QMetaType.Type.Double,
    ColumnKind.YES_NO: QMetaType.Type.Bool,
}
# Adding rows to a sink in batches is faster.
ROW_BATCH_SIZE = 1 << 10
# Block size for reading a text file, bytes.
CHUNK_BYTES = 1 << 20

# Fixed modification time of a GeoPackage, so that the same rows yield the same bytes; equals that
# of files in a workbook.
FIXED_DATE_OPTIONS = {"OGR_CURRENT_DATE": "1980-01-01T00:00:00.000Z"}
# Types of parameters that provide the numbers of tables.
INPUT_TYPES = ("source", "raster", "multilayer", "number")

# Start of a formula in a spreadsheet. A sign before a number does not start one.
FORMULA_PATTERN = re.compile(r"[=@].|[+-](?![\d.,]*$)")
# Prefix that GDAL treats as a formula in .ods files.
ODS_FORMULA_PREFIX = "of:="


def write_table(
    parameters: RunParameters,
    name: str,
    drafts: Drafts,
    fields: Sequence[Field],
    rows: Rows,
    shapes: RowGeometries | None = None,
    complete: Callable[[str], None] = lambda written: None,
    noted: RowCallback = lambda rows: None,
) -> str:
    """Write rows (dicts by column name) to a table, or with shapes to a layer; return its id.

    Return '' if not requested. A table in its own file is a draft. `complete` gets the file
    or layer id after closing, `noted` the rows in batches, as recreating them may be slow.
    """
    wanted = parameters.values_by_name.get(name)
    if wanted is None:
        return ""
    final = get_destination_path(wanted)
    if not final:
        sink_id = _fill_sink(
            parameters, parameters.values_by_name, name, fields, rows, shapes, noted
        )
        database, _, table = sink_id.partition("|layername=")
        if table:
            check_written_table(database, name, database, len(rows), table)
        complete(sink_id)
        return sink_id
    for text in iter_texts(fields, rows) if final.lower().endswith(".ods") else ():
        if text.startswith(ODS_FORMULA_PREFIX):
            raise DataError(
                "{name}: '{file}' cannot store the text '{text}'; use .xlsx",
                name=name,
                file=os.path.basename(final),
                text=text,
            )
    draft = str(drafts.draft_path(final))
    with _use_single_line_path(draft) as target:
        redirected = QgsProcessingOutputLayerDefinition(target)
        if isinstance(wanted, QgsProcessingOutputLayerDefinition):
            redirected.createOptions = wanted.createOptions
            if wanted.useRemapping():
                redirected.setRemappingDefinition(wanted.remappingDefinition())
        values = {**parameters.values_by_name, name: redirected}
        with gdal.config_options(FIXED_DATE_OPTIONS):
            written = _fill_sink(parameters, values, name, fields, rows, shapes, noted)
        check_written_table(written, name, final, len(rows))
        complete(written)
    written = f"{draft}{written[len(target) :]}"
    if written.lower().endswith(".shp"):
        _warn_truncated_names(parameters, name, written, [column for column, _ in fields])
    if written.lower().endswith(".csv"):
        with convert_write_errors(final):
            _add_utf8_bom(written)
    sink_id = os.path.join(os.path.dirname(final), os.path.basename(written))
    if isinstance(wanted, QgsProcessingOutputLayerDefinition) and wanted.destinationProject:
        title = wanted.destinationName
        title = title or parameters.algorithm.parameterDefinition(name).description()
        hint, project = QgsProcessingUtils.LayerHint.Vector, wanted.destinationProject
        details = QgsProcessingContext.LayerDetails(title, project, name, hint)
        listed, tables = list_tables(written)
        table = f"|layername={tables[0]}" if tables and not listed else ""
        parameters.context.addLayerToLoadOnCompletion(f"{sink_id}{table}", details)
    return sink_id


@contextmanager
def _use_single_line_path(draft: str) -> Generator[str, None, None]:
    """Yield a path without line breaks for a draft, as QGIS would not find the extension."""
    if "\n" not in draft:
        yield draft
        return
    folder, file = os.path.split(draft)
    stem, ending = os.path.splitext(file)
    plain = to_single_line(stem) or "table"
    with create_scratch_folder() as scratch:
        yield os.path.join(scratch, f"{plain}{ending}")
        with convert_write_errors(draft):
            for file in os.listdir(scratch):
                target = os.path.join(folder, f"{stem}{file[len(plain) :]}")
                shutil.move(os.path.join(scratch, file), target)


def create_qgis_fields(fields: Iterable[Field]) -> QgsFields:
    """Convert fields to QgsFields."""
    listed = QgsFields()
    for column, kind in fields:
        listed.append(QgsField(column, FIELD_TYPES[kind]))
    return listed


def first_formula(texts: Iterable[str]) -> str:
    """Return the first text that a spreadsheet would evaluate in a CSV file, or ''."""
    return next(filter(FORMULA_PATTERN.match, texts), "")


def iter_texts(fields: Sequence[Field], rows: Rows) -> Iterator[str]:
    """Yield the column names of a table and its texts."""
    yield from (column for column, _ in fields)
    columns = [column for column, kind in fields if kind is ColumnKind.TEXT]
    for row in rows:
        yield from (str(row[column]) for column in columns)


def _warn_truncated_names(
    parameters: RunParameters, name: str, path: str, names: Sequence[str]
) -> None:
    """Warn of field names truncated to ten characters in a Shapefile."""
    with ogr.ExceptionMgr(useExceptions=True), gdal.OpenEx(path, gdal.OF_VECTOR) as dataset:
        definition = dataset.GetLayer().GetLayerDefn()
        kept = [
            definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())
        ]
    cut = [tr("{name} to {cut}").format(name=a, cut=b) for a, b in zip(names, kept) if a != b]
    if cut:
        parameters.add_warning(
            "{name}: field names shortened in the Shapefile: {fields}.",
            name=name,
            fields=", ".join(cut),
        )


def _fill_sink(
    parameters: RunParameters,
    values: Parameters,
    name: str,
    fields: Sequence[Field],
    rows: Rows,
    shapes: RowGeometries | None,
    noted: RowCallback,
) -> str:
    """Create and fill the sink of an output and return its id; it is closed on return."""
    kind, crs = Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    if shapes is not None:
        kind, crs = shapes.kind, shapes.crs
    try:
        sink, sink_id = parameters.algorithm.parameterAsSink(
            values, name, parameters.context, create_qgis_fields(fields), kind, crs
        )
    except QgsProcessingException as error:
        raise DataError(
            "{name}: the table could not be created ({reason})",
            name=name,
            reason=extract_ogr_reason(str(error)),
        ) from error
    if sink is None:
        raise QgsProcessingException(parameters.algorithm.invalidSinkError(values, name))
    given = [
        definition.name()
        for definition in parameters.algorithm.parameterDefinitions()
        if definition.type() in INPUT_TYPES and parameters.has_value(definition.name())
    ]
    before = 0

    def checked(some: Rows) -> None:
        nonlocal before
        check_finite(name, fields, some, tr(", ").join(given), before)
        before += len(some)
        noted(some)

    try:
        for features in iter_until_cancelled(
            _iter_feature_batches(create_qgis_fields(fields), rows, shapes, checked),
            parameters.should_continue,
        ):
            if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
                raise incomplete_table_error(name, sink_id)
    except (DataError, RunCancelledError):
        # Close the sink while the folder of its draft exists.
        sink = None
        raise
    if not sink.flushBuffer():
        raise incomplete_table_error(name, sink_id)
    return sink_id


def extract_ogr_reason(text: str) -> str:
    """Extract the OGR error from a QGIS message, without the draft name or SQL."""
    reason = re.search(r"\(OGR error: ?(?:.*failed: )?(.*)\)", text, re.DOTALL)
    return reason[1] if reason else text


def _iter_feature_batches(
    fields: QgsFields, rows: Rows, shapes: RowGeometries | None, noted: RowCallback
) -> Iterator[list[QgsFeature]]:
    """Yield rows as features in batches."""
    columns, left = fields.names(), iter(rows)
    geometries = iter(shapes.shapes if shapes else ())
    features = [QgsFeature(fields) for _ in range(min(len(rows), ROW_BATCH_SIZE))]
    while some := list(islice(left, ROW_BATCH_SIZE)):
        noted(some)
        for feature, row in zip(features, some):
            if shapes is not None:
                feature.setGeometry(next(geometries))
            feature.setAttributes(list(map(row.__getitem__, columns)))
        yield features[: len(some)]


def check_written_table(path: str, name: str, final: str, rows: int, table: str = "") -> None:
    """Check a written table, as a full disk may go unreported; `table`: one of several, or ''."""
    with (
        gdal.ExceptionMgr(useExceptions=False),
        ogr.ExceptionMgr(useExceptions=False),
        gdal.quiet_errors(),
    ):
        # SQLite lists tables without geometry only on request; SQL scripts cannot be read.
        stem, ending = os.path.splitext(os.path.basename(path))
        if ending.lower() == ".sql" and os.path.getsize(path):
            return
        options = ["LIST_ALL_TABLES=YES"] if ending.lower() == ".sqlite" else []
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=options)
        layer = None
        if dataset is not None:
            layer = dataset.GetLayerByName(table or stem)
            if layer is None and not table:
                # Some formats change characters of the name.
                listed = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
                own = [
                    each for each in listed if not SYSTEM_TABLE_PATTERN.fullmatch(each.GetName())
                ]
                layer = next(iter(own or listed), None)
        # Some formats store the count before the rows: the last row must be readable.
        whole = layer is not None and layer.GetFeatureCount() >= rows
        if layer is not None and whole and rows:
            whole = layer.SetNextByIndex(rows - 1) == 0 and layer.GetNextFeature() is not None
    if not whole:
        raise incomplete_table_error(name, final)


def _add_utf8_bom(path: str) -> None:
    """Add a byte order mark to non-ASCII text files: else Excel assumes the system code page."""
    with open(path, "r+b") as file:
        pieces = iter(partial(file.read, CHUNK_BYTES), b"")
        if all(map(bytes.isascii, pieces)):
            return
        file.seek(0)
        if file.read(len(BOM_UTF8)) == BOM_UTF8:
            return
        # Write each block after the mark once the next block has been read.
        ahead, read, written = BOM_UTF8, 0, 0
        while ahead:
            file.seek(read)
            piece = file.read(CHUNK_BYTES)
            read += len(piece)
            file.seek(written)
            written += file.write(ahead)
            ahead = piece


@contextmanager
def create_scratch_folder() -> Generator[str, None, None]:
    """Yield a temporary folder, removed afterwards."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield folder
    except OSError as error:
        raise write_error(error.filename or tempfile.gettempdir(), error) from error


def copy_files(files: Iterable[str | Path], folder: str, drafts: Drafts) -> list[str]:
    """Copy files as drafts to a folder; keep existing ones, or raise an error if they differ."""
    targets = {os.path.join(folder, os.path.basename(file)): file for file in files}
    drafts.stage_folder(folder)
    for target, file in targets.items():
        with convert_write_errors(target):
            if not os.path.exists(target):
                shutil.copyfile(file, drafts.draft_path(target))
            elif not filecmp.cmp(file, target, shallow=False):
                raise DataError("{path} exists and differs; choose another folder", path=target)
    return list(targets)
