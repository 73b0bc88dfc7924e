"""From the core's rows to table sinks, and files that are handed out as they are."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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

from ..core.base.data_dictionary import Field, Kind, require_finite
from ..core.base.drafts import Drafts, table_cut_short, unwritable, writing
from ..core.base.messages import Cancelled, DataError, each
from ..core.base.numbers import one_line
from ..text import tr
from .destinations import path_of
from .overwrite_protection import OF_THE_FORMAT
from .parameters import Parameters, RunParameters
from .tables import tables_in

Rows = Collection[Mapping[str, object]]
Noted = Callable[[Rows], None]


@dataclass(frozen=True)
class Shapes:
    """The shapes of a layer's rows, one for each, their reference system, and what they are."""

    shapes: Iterable[QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    kind: Qgis.WkbType = Qgis.WkbType.MultiPolygon


TYPES = {
    Kind.TEXT: QMetaType.Type.QString,
    Kind.WHOLE: QMetaType.Type.LongLong,
    Kind.REAL: QMetaType.Type.Double,
    Kind.YES_NO: QMetaType.Type.Bool,
}
# A sink takes many rows faster than one after the other.
ROWS_AT_A_TIME = 1 << 10
# Bytes of a text file at a time.
PIECE = 1 << 20

# The time that a GeoPackage has as that of its last change, so that the same rows are the same
# bytes; it is that of the files in a workbook.
NO_TIME = {"OGR_CURRENT_DATE": "1980-01-01T00:00:00.000Z"}
# The types of parameters that numbers of tables come from.
INPUTS = ("source", "raster", "multilayer", "number")

# How formulas begin in a spreadsheet. A sign before a number makes a number, not a formula.
FORMULA = re.compile(r"[=@].|[+-](?![\d.,]*$)")
# What GDAL writes into an .ods, and reads from one, as a formula.
ODS_FORMULA = "of:="


def write_table(
    parameters: RunParameters,
    name: str,
    drafts: Drafts,
    fields: Sequence[Field],
    rows: Rows,
    shapes: Shapes | None = None,
    complete: Callable[[str], None] = lambda written: None,
    noted: Noted = lambda rows: None,
) -> str:
    """Write rows (dicts by column name) to a table output, or to a layer with shapes; its id.

    It is '' where nobody asks for it. A table that goes to a file of its own is written as a draft.
    `complete` gets the file, or whatever it is, when it is written and closed, `noted` the rows on
    their way, many at a time: to make them again may take long.
    """
    wanted = parameters.values_by_name.get(name)
    if wanted is None:
        return ""
    final = path_of(wanted)
    if not final:
        sink_id = _fill(parameters, parameters.values_by_name, name, fields, rows, shapes, noted)
        complete(sink_id)
        database, _, table = sink_id.partition("|layername=")
        if table:
            check_written(database, name, database, len(rows), table)
        return sink_id
    for text in texts_in(fields, rows) if final.lower().endswith(".ods") else ():
        if text.startswith(ODS_FORMULA):
            raise DataError(
                "{name}: '{file}' cannot store the text '{text}'; use .xlsx",
                name=name,
                file=os.path.basename(final),
                text=text,
            )
    draft = str(drafts.path(final))
    with _target_in_one_line(draft) as target:
        redirected = QgsProcessingOutputLayerDefinition(target)
        if isinstance(wanted, QgsProcessingOutputLayerDefinition):
            redirected.createOptions = wanted.createOptions
            if wanted.useRemapping():
                redirected.setRemappingDefinition(wanted.remappingDefinition())
        values = {**parameters.values_by_name, name: redirected}
        with gdal.config_options(NO_TIME):
            written = _fill(parameters, values, name, fields, rows, shapes, noted)
        complete(written)
    written = f"{draft}{written[len(target) :]}"
    if written.lower().endswith(".shp"):
        _tell_cut_names(parameters, name, written, [column for column, _ in fields])
    check_written(written, name, final, len(rows))
    if written.lower().endswith(".csv"):
        with writing(final):
            _mark_utf8(written)
    sink_id = os.path.join(os.path.dirname(final), os.path.basename(written))
    if isinstance(wanted, QgsProcessingOutputLayerDefinition) and wanted.destinationProject:
        title = wanted.destinationName
        title = title or parameters.algorithm.parameterDefinition(name).description()
        hint, project = QgsProcessingUtils.LayerHint.Vector, wanted.destinationProject
        details = QgsProcessingContext.LayerDetails(title, project, name, hint)
        listed, tables = tables_in(written)
        table = f"|layername={tables[0]}" if tables and not listed else ""
        parameters.context.addLayerToLoadOnCompletion(f"{sink_id}{table}", details)
    return sink_id


@contextmanager
def _target_in_one_line(draft: str) -> Iterator[str]:
    """Where to write a draft: in a name that has a line break QGIS would see no ending."""
    if "\n" not in draft:
        yield draft
        return
    folder, file = os.path.split(draft)
    stem, ending = os.path.splitext(file)
    plain = one_line(stem) or "table"
    with scratch_folder() as scratch:
        yield os.path.join(scratch, f"{plain}{ending}")
        with writing(draft):
            for file in os.listdir(scratch):
                target = os.path.join(folder, f"{stem}{file[len(plain) :]}")
                shutil.move(os.path.join(scratch, file), target)


def qgis_fields(fields: Iterable[Field]) -> QgsFields:
    """The fields of a layer, as QGIS has them."""
    listed = QgsFields()
    for column, kind in fields:
        listed.append(QgsField(column, TYPES[kind]))
    return listed


def formula_in(texts: Iterable[str]) -> str:
    """The first text that a spreadsheet would calculate where it opens a CSV with it; ''."""
    return next(filter(FORMULA.match, texts), "")


def texts_in(fields: Sequence[Field], rows: Rows) -> Iterator[str]:
    """The headings of a table and the texts in it."""
    yield from (column for column, _ in fields)
    columns = [column for column, kind in fields if kind is Kind.TEXT]
    for row in rows:
        yield from (str(row[column]) for column in columns)


def _tell_cut_names(parameters: RunParameters, name: str, path: str, names: Sequence[str]) -> None:
    """A Shapefile holds ten letters of the name of a field."""
    with ogr.ExceptionMgr(useExceptions=True), gdal.OpenEx(path, gdal.OF_VECTOR) as dataset:
        definition = dataset.GetLayer().GetLayerDefn()
        kept = [
            definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())
        ]
    cut = [tr("{name} to {cut}").format(name=a, cut=b) for a, b in zip(names, kept) if a != b]
    if cut:
        parameters.warn(
            "{name}: field names shortened in the Shapefile: {fields}.",
            name=name,
            fields=", ".join(cut),
        )


def _fill(
    parameters: RunParameters,
    values: Parameters,
    name: str,
    fields: Sequence[Field],
    rows: Rows,
    shapes: Shapes | None,
    noted: Noted,
) -> str:
    """Make the sink of an output, fill it, and return its id; it is closed on return."""
    kind, crs = Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    if shapes is not None:
        kind, crs = shapes.kind, shapes.crs
    try:
        sink, sink_id = parameters.algorithm.parameterAsSink(
            values, name, parameters.context, qgis_fields(fields), kind, crs
        )
    except QgsProcessingException as error:
        raise DataError(
            "{name}: the table could not be created ({reason})",
            name=name,
            reason=ogr_reason(str(error)),
        ) from error
    if sink is None:
        raise QgsProcessingException(parameters.algorithm.invalidSinkError(values, name))
    given = [
        definition.name()
        for definition in parameters.algorithm.parameterDefinitions()
        if definition.type() in INPUTS and parameters.has(definition.name())
    ]
    before = 0

    def checked(some: Rows) -> None:
        nonlocal before
        require_finite(name, fields, some, tr(", ").join(given), before)
        before += len(some)
        noted(some)

    try:
        for features in each(
            _features(qgis_fields(fields), rows, shapes, checked), parameters.going_on
        ):
            if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
                raise table_cut_short(name, sink_id)
    except (DataError, Cancelled):
        # Closed while the folder of its draft is still there.
        sink = None
        raise
    if not sink.flushBuffer():
        raise table_cut_short(name, sink_id)
    return sink_id


def ogr_reason(text: str) -> str:
    """OGR's reason in what QGIS tells, without the draft's name before it, or SQL."""
    reason = re.search(r"\(OGR error: ?(?:.*failed: )?(.*)\)", text, re.DOTALL)
    return reason[1] if reason else text


def _features(
    fields: QgsFields, rows: Rows, shapes: Shapes | None, noted: Noted
) -> Iterator[list[QgsFeature]]:
    """Rows as features, many at a time."""
    columns, left = fields.names(), iter(rows)
    geometries = iter(shapes.shapes if shapes else ())
    features = [QgsFeature(fields) for _ in range(min(len(rows), ROWS_AT_A_TIME))]
    while some := list(islice(left, ROWS_AT_A_TIME)):
        noted(some)
        for feature, row in zip(features, some):
            if shapes is not None:
                feature.setGeometry(next(geometries))
            feature.setAttributes(list(map(row.__getitem__, columns)))
        yield features[: len(some)]


def check_written(path: str, name: str, final: str, rows: int, table: str = "") -> None:
    """Some formats are written only on closing, and do not say when the disk is full.

    `table`: the one of a database that has more of them; '' for the one of the file's name.
    """
    with (
        gdal.ExceptionMgr(useExceptions=False),
        ogr.ExceptionMgr(useExceptions=False),
        gdal.quiet_errors(),
    ):
        # SQLite lists tables without geometry only when asked; an SQL script cannot be read.
        stem, ending = os.path.splitext(os.path.basename(path))
        if ending.lower() == ".sql" and os.path.getsize(path):
            return
        options = ["LIST_ALL_TABLES=YES"] if ending.lower() == ".sqlite" else []
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=options)
        layer = None
        if dataset is not None:
            layer = dataset.GetLayerByName(table or stem)
            if layer is None and not table:
                # Some change a letter of the name.
                listed = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
                own = [each for each in listed if not OF_THE_FORMAT.fullmatch(each.GetName())]
                layer = next(iter(own or listed), None)
        whole = layer is not None and layer.GetFeatureCount() >= rows
    if not whole:
        raise table_cut_short(name, final)


def _mark_utf8(path: str) -> None:
    """Begin a text file with a byte order mark where not all of it is ASCII: without one Excel
    takes it for the code page of the system when it is opened by a double click."""
    with open(path, "r+b") as file:
        pieces = iter(partial(file.read, PIECE), b"")
        if all(map(bytes.isascii, pieces)):
            return
        file.seek(0)
        if file.read(len(BOM_UTF8)) == BOM_UTF8:
            return
        # Each piece goes behind the mark when the one after it has been read.
        ahead, read, written = BOM_UTF8, 0, 0
        while ahead:
            file.seek(read)
            piece = file.read(PIECE)
            read += len(piece)
            file.seek(written)
            written += file.write(ahead)
            ahead = piece


@contextmanager
def scratch_folder() -> Iterator[str]:
    """A folder for files on their way, which is gone afterwards."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield folder
    except OSError as error:
        raise unwritable(error.filename or tempfile.gettempdir(), error) from error


def copy_files(files: Iterable[str | Path], folder: str, drafts: Drafts) -> list[str]:
    """Copy files as drafts into a folder, made if need be; what differs there is left as it is."""
    targets = {os.path.join(folder, os.path.basename(file)): file for file in files}
    drafts.folder(folder)
    for target, file in targets.items():
        with writing(target):
            if not os.path.exists(target):
                shutil.copyfile(file, drafts.path(target))
            elif not filecmp.cmp(file, target, shallow=False):
                raise DataError("{path} exists and differs; choose another folder", path=target)
    return list(targets)
