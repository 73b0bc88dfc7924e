"""Where outputs go: their parameters, their places, and whether these can be written to."""

from __future__ import annotations

import os
import re

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
)

from ..text import tr
from .formats import named_output
from .given import Given


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


def page_destination(name: str, description: str) -> QgsProcessingParameterFileDestination:
    """The definition of an optional HTML output, made only when asked for."""
    return QgsProcessingParameterFileDestination(
        name, description, tr("HTML files (*.html)"), None, True, False
    )


def raster_path(given: Given, name: str) -> str:
    """Where a raster output goes, or '' where it is not asked for.

    To be called while the work is done, not while it is prepared: a task in the background has
    a context of its own, and layers that the other one was told to load would be forgotten.

    Raises:
        QgsProcessingException: the name is not that of a GeoTIFF.
    """
    if not is_wanted(given.parameters.get(name)):
        return ""
    path = given.algorithm.parameterAsOutputLayer(given.parameters, name, given.context)
    if path and os.path.splitext(path)[1].lower() not in (".tif", ".tiff"):
        raise QgsProcessingException(
            tr("{name}: rasters are written as GeoTIFF; '{path}' must end in .tif").format(
                name=name, path=path
            )
        )
    return path


def page_path(given: Given, name: str) -> str:
    """Where a page goes, or '' where it is not asked for.

    Raises:
        DataError: what makes pages is not installed.
    """
    # With the rest of what makes pages, only when one is asked for.
    from ..core.report.page import require_packages

    path = given.file(name)
    if path:
        require_packages(name)
    return path


def folder_path(given: Given, name: str) -> str:
    """The folder of a folder output, a temporary one where none is given; not made yet."""
    path = given.text(name)
    if not path or path == QgsProcessing.TEMPORARY_OUTPUT:
        path = QgsProcessingUtils.generateTempFilename(name.lower())
    return path


def check_destinations(given: Given) -> None:
    """Before any work: outputs have places of their own that can be written to.

    Raises:
        QgsProcessingException: an output's folder is not there or cannot be written to, or
            its file is an input of the run or another output.
    """
    taken = {path: tr("an input of this run") for path in _input_files(given)}
    for definition in given.algorithm.destinationParameterDefinitions():
        name = definition.name()
        path = path_of(given.parameters.get(name))
        if not path or definition.type() == "folderDestination":
            continue
        path = named_output(definition, path)
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


def _input_files(given: Given) -> set[str]:
    """The files behind the layers and tables that a run reads, however they were given."""
    files = set()
    for definition in given.algorithm.parameterDefinitions():
        if definition.type() not in ("raster", "multilayer", "source"):
            continue
        for item in given.values(definition.name()):
            if not isinstance(item, QgsMapLayer) and not os.path.exists(str(item).split("|")[0]):
                # The id or the name of a layer of the project.
                item = QgsProcessingUtils.mapLayerFromString(str(item), given.context, False)
            source = item.source() if isinstance(item, QgsMapLayer) else str(item)
            path = source.split("|", 1)[0]
            if os.path.exists(path):
                files.add(os.path.realpath(path))
    return files


def path_of(value: object) -> str:
    """The file that an output value names, or '' where it is no plain file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or value == QgsProcessing.TEMPORARY_OUTPUT:
        return ""
    # memory:, ogr:dbname=..., postgres:...; one letter is a drive.
    return "" if re.match(r"[A-Za-z]{2,}:", value) else value


def is_wanted(value: object) -> bool:
    """Whether an output value asks for the output."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return value not in (None, "")
