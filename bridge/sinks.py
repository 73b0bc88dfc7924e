"""From the core's rows to table sinks and raster destinations."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.drafts import Drafts, make_folder
from ..text import tr
from .layers import Algorithm, Context, Parameters, flat

# What a run gives, by the outputs' names.
Outputs = dict[str, Any]
# The columns of a table, and its rows by the columns' names.
Columns = Sequence[tuple[str, QMetaType.Type]]
Rows = Sequence[Mapping[str, object]]


def table_sink(
    name: str, description: str, optional: bool = False
) -> QgsProcessingParameterFeatureSink:
    """The definition of a table output; an optional one is made only when asked for."""
    return QgsProcessingParameterFeatureSink(
        name,
        description,
        Qgis.ProcessingSourceType.Vector,
        None,
        optional,
        not optional,
    )


def raster_destination(
    name: str, description: str, optional: bool = False
) -> QgsProcessingParameterRasterDestination:
    """The definition of a raster output; an optional one is made only when asked for."""
    return QgsProcessingParameterRasterDestination(name, description, None, optional, not optional)


def raster_path(algorithm: Algorithm, parameters: Parameters, name: str, context: Context) -> str:
    """Where a raster output goes, or '' where it is not asked for.

    To be called while the work is done, not while it is prepared: a task in the background has
    a context of its own, and layers that the other one was told to load would be forgotten.

    Raises:
        QgsProcessingException: the name is not that of a GeoTIFF.
    """
    if not _wanted(parameters.get(name)):
        return ""
    path = algorithm.parameterAsOutputLayer(parameters, name, context)
    if path and os.path.splitext(path)[1].lower() not in (".tif", ".tiff"):
        raise QgsProcessingException(
            tr("{name}: rasters are written as GeoTIFF; '{path}' must end in .tif").format(
                name=name, path=path
            )
        )
    return path


def write_table(
    algorithm: Algorithm,
    parameters: Parameters,
    name: str,
    context: Context,
    drafts: Drafts,
    columns: Columns,
    rows: Rows,
) -> Outputs:
    """Write rows (dicts by column name) to a table output.

    A table that goes to a file of its own is written as a draft.

    Args:
        columns: (name, QMetaType.Type) in order.

    Returns:
        The output's id under its name; empty where an optional output is not asked for.

    Raises:
        QgsProcessingException: the table cannot be written.
    """
    wanted = parameters.get(name)
    if not _wanted(wanted):
        return {}
    fields = QgsFields()
    for column, kind in columns:
        fields.append(QgsField(column, kind))
    final = _path_of(wanted)
    if not final:
        return {name: _fill(algorithm, parameters, name, context, fields, rows)}
    draft = str(drafts.path(final))
    redirected = QgsProcessingOutputLayerDefinition(draft)
    if isinstance(wanted, QgsProcessingOutputLayerDefinition):
        redirected.createOptions = wanted.createOptions
        if wanted.useRemapping():
            redirected.setRemappingDefinition(wanted.remappingDefinition())
    written = _fill(algorithm, {**parameters, name: redirected}, name, context, fields, rows)
    # A table without geometry that was asked for as x.shp or x.dbf is x.dbf or x.dbf.dbf.
    names = (written, f"{os.path.splitext(written)[0]}.dbf", f"{written}.dbf")
    written = next((path for path in names if os.path.exists(path)), written)
    check_written(written, name, final, len(rows))
    sink_id = os.path.join(os.path.dirname(final), os.path.basename(written))
    if isinstance(wanted, QgsProcessingOutputLayerDefinition) and wanted.destinationProject:
        title = wanted.destinationName or algorithm.parameterDefinition(name).description()
        context.addLayerToLoadOnCompletion(
            sink_id,
            QgsProcessingContext.LayerDetails(
                title, wanted.destinationProject, name, QgsProcessingUtils.LayerHint.Vector
            ),
        )
    return {name: sink_id}


def _fill(
    algorithm: Algorithm,
    parameters: Parameters,
    name: str,
    context: Context,
    fields: QgsFields,
    rows: Rows,
) -> str:
    """Make the sink of a table output, fill it, and return its id; it is closed on return."""
    sink, sink_id = algorithm.parameterAsSink(
        parameters,
        name,
        context,
        fields,
        Qgis.WkbType.NoGeometry,
        QgsCoordinateReferenceSystem(),
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes([row.get(column) for column in fields.names()])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise _not_whole(name, sink_id)
    if not sink.flushBuffer():
        raise _not_whole(name, sink_id)
    return sink_id


def check_written(path: str, name: str, final: str, rows: int) -> None:
    """Some formats are written only on closing, and do not say when the disk is full."""
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
            layer = dataset.GetLayerByName(stem) or dataset.GetLayer(0)
        whole = layer is not None and layer.GetFeatureCount() >= rows
    if not whole:
        raise _not_whole(name, final)


def _not_whole(name: str, path: str) -> QgsProcessingException:
    return QgsProcessingException(
        tr("{name}: '{file}' could not be written whole; is the disk full?").format(
            name=name, file=os.path.basename(path)
        )
    )


def check_destinations(algorithm: Algorithm, parameters: Parameters, context: Context) -> None:
    """Before any work: outputs have places of their own that can be written to.

    Raises:
        QgsProcessingException: an output's folder is not there or cannot be written to, or
            its file is an input of the run or another output.
    """
    taken = {
        path: tr("an input of this run") for path in _input_files(algorithm, parameters, context)
    }
    for definition in algorithm.destinationParameterDefinitions():
        name = definition.name()
        path = _path_of(parameters.get(name))
        if not path or definition.type() == "folderDestination":
            continue
        folder = os.path.dirname(path)
        trouble = ""
        if folder and not os.path.isdir(folder):
            trouble = tr("there is no folder '{folder}'").format(folder=folder)
        elif folder and not os.access(folder, os.W_OK):
            trouble = tr("the folder '{folder}' cannot be written to").format(folder=folder)
        elif os.path.isdir(path) and not path.lower().endswith(".gdb"):
            trouble = tr("'{path}' is a folder").format(path=path)
        elif os.path.realpath(path) in taken:
            trouble = tr("'{path}' is {what} already").format(
                path=path, what=taken[os.path.realpath(path)]
            )
        if trouble:
            raise QgsProcessingException(f"{name}: {trouble}")
        taken[os.path.realpath(path)] = name


def _input_files(algorithm: Algorithm, parameters: Parameters, context: Context) -> set[str]:
    """The files behind the layers and tables that a run reads, however they were given."""
    files = set()
    for definition in algorithm.parameterDefinitions():
        if definition.type() not in ("raster", "multilayer", "source"):
            continue
        for item in flat(parameters.get(definition.name()), algorithm, parameters, context):
            if not isinstance(item, QgsMapLayer) and not os.path.exists(str(item).split("|")[0]):
                # The id or the name of a layer of the project.
                item = QgsProcessingUtils.mapLayerFromString(str(item), context, False)
            source = item.source() if isinstance(item, QgsMapLayer) else str(item)
            path = source.split("|", 1)[0]
            if os.path.exists(path):
                files.add(os.path.realpath(path))
    return files


def _path_of(value: object) -> str:
    """The file that an output value names, or '' where it is no plain file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or value == QgsProcessing.TEMPORARY_OUTPUT:
        return ""
    # memory:, ogr:dbname=..., postgres:...; one letter is a drive.
    return "" if re.match(r"[A-Za-z]{2,}:", value) else value


def _wanted(value: object) -> bool:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return value not in (None, "")


def folder_path(algorithm: Algorithm, parameters: Parameters, name: str, context: Context) -> str:
    """The folder of a folder output, a temporary one where none is given; not made yet."""
    path = algorithm.parameterAsString(parameters, name, context)
    if not path or path == QgsProcessing.TEMPORARY_OUTPUT:
        path = QgsProcessingUtils.generateTempFilename(name.lower())
    return path


def copy_files(files: Iterable[str | Path], folder: str) -> list[str]:
    """Copy files into a folder, made if need be; what differs there is left as it is.

    Returns:
        The paths of the copies.

    Raises:
        QgsProcessingException: a file of that name is there and differs.
    """
    make_folder(folder)
    targets = {os.path.join(folder, os.path.basename(file)): file for file in files}
    for target, file in targets.items():
        if os.path.exists(target) and not filecmp.cmp(file, target, shallow=False):
            raise QgsProcessingException(
                tr("{path} is there already and differs; choose another folder").format(path=target)
            )
    for target, file in targets.items():
        if not os.path.exists(target):
            shutil.copyfile(file, target)
    return list(targets)
