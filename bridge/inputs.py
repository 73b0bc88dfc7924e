"""The files that a run reads, however its inputs were given: none of them may be an output."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from urllib.parse import unquote

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsProcessingUtils, QgsProviderRegistry

from ..core.base.files import FileSet
from .run_parameters import RunParameters

# Kinds of parameters that name layers or tables; an extent may be that of a layer.
KINDS = ("raster", "multilayer", "source", "vector", "extent", "file")
# Providers whose sources GDAL opens by itself; '' where a text was given. Others may ask a server.
LOCAL = ("", "gdal", "ogr")
# GDAL reads these through files of theirs.
MOSAICS = ("VRT", "GTI")
# Where a source names files among other things: NETCDF:"a.nc":x, ?layer=ogr:b.gpkg&query=...
PIECES = re.compile(r"[|\"'?&=:{}]|(?:/vsi\w+/)")
# On Windows a colon may be that of a drive.
PIECES_WITH_DRIVES = re.compile(r"[|\"'?&={}]|(?<!\b[A-Za-z]):|(?:/vsi\w+/)")


def input_files(parameters: RunParameters) -> FileSet:
    """The files behind the layers and tables that a run reads."""
    files: set[str] = set()
    opened: set[str] = set()
    for definition in parameters.algorithm.parameterDefinitions():
        if definition.type() in KINDS:
            for item in parameters.values(definition.name()):
                for source, provider in _sources(parameters, item):
                    files |= set(_named(source, provider, opened))
    return FileSet(files)


def file_behind(parameters: RunParameters, name: str) -> str:
    """The file that a table or layer was given as, '' where it is none."""
    files = (
        path
        for item in parameters.values(name)
        for source, provider in _sources(parameters, item)
        for path in _named(source, provider, set())
    )
    return next((path for path in files if os.path.isfile(path)), "")


def _sources(parameters: RunParameters, item: object) -> Iterator[tuple[str, str]]:
    """Sources and providers of what was given: a layer, its id or name, a file, an address."""
    if not isinstance(item, QgsMapLayer):
        yield str(item), ""
        item = QgsProcessingUtils.mapLayerFromString(str(item), parameters.context, False)
    if isinstance(item, QgsMapLayer):
        yield item.source(), item.providerType()


def _named(source: str, provider: str, opened: set[str]) -> Iterator[str]:
    """The files that a source names, and those that lie behind these, but for those opened."""
    decoded = QgsProviderRegistry.instance().decodeUri(provider, source) if provider else {}
    path = str(decoded.get("path") or "")
    pieces = [source, unquote(source), path]
    for separator in (PIECES, PIECES_WITH_DRIVES):
        pieces += separator.split(unquote(source))
    for piece in dict.fromkeys(pieces):
        yield from _on_disk(piece)
        yield f"{os.path.splitext(piece)[0]}.qml"
    if provider in LOCAL:
        yield from _behind(source.split("|")[0], opened)


def _behind(name: str, seen: set[str]) -> Iterator[str]:
    """The files that GDAL reads for a raster or table, those of mosaics in mosaics too."""
    if name in seen:
        return
    seen.add(name)
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(name, gdal.OF_RASTER | gdal.OF_VECTOR)
        files = (dataset.GetFileList() or []) if dataset is not None else []
        dataset = None
        mosaics = [file for file in files if _is_mosaic(file)]
    for file in files:
        yield from _on_disk(file)
    for mosaic in mosaics:
        yield from _behind(mosaic, seen)


def _is_mosaic(file: str) -> bool:
    driver = gdal.IdentifyDriver(file) if os.path.isfile(file) else None
    return driver is not None and driver.ShortName in MOSAICS


def _on_disk(name: str) -> Iterator[str]:
    """The file of a name, or the archive or geodatabase that it lies in."""
    name = re.sub(r"^(/vsi\w+/)+", "", name).strip("{}")
    while name and not os.path.isfile(name):
        if name.endswith(".gdb") and os.path.isdir(name):
            break
        parent = os.path.dirname(name)
        name = parent if parent != name and not os.path.isdir(name) else ""
    if name:
        yield name
        if os.path.dirname(name).endswith(".gdb"):
            yield os.path.dirname(name)
