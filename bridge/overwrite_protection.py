"""What no output replaces: inputs, labels, filled-in scheme tables, layers that are not its own.

QGIS asks before a file is replaced, but not what was done in it; scripts and models do not ask.
Nothing is written beside a raster because it is read: QGIS computes statistics of one that it
opens, and GDAL would put them into the .aux.xml when it closes. What is there already, names and
attribute tables, is read all the same.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any
from urllib.parse import unquote

from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProviderRegistry,
)

from ..core.base.data_dictionary import COLUMNS
from ..core.base.files import FileSet
from ..core.base.messages import DataError
from ..core.densities.density_table import is_as_made
from ..core.results.sample_points import SAMPLE
from ..core.scheme.defaults import is_like, is_shipped, scheme_tables_like
from ..core.scheme.table import Table, decoded
from ..core.xlsx.workbook import is_as_written
from ..text import tr
from .parameters import Context, RunParameters

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
        drivers = {file: gdal.IdentifyDriver(file) for file in files if os.path.isfile(file)}
    for file in files:
        yield from _on_disk(file)
    for file, driver in drivers.items():
        if driver is not None and driver.ShortName in MOSAICS:
            yield from _behind(file, seen)


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


def inputs_as_they_are() -> AbstractContextManager[None]:
    """Lets this thread open and copy layers of which nothing is written beside their files."""
    within: AbstractContextManager[None] = gdal.config_options({"GDAL_PAM_ENABLE_MARK_DIRTY": "NO"})
    return within


class _Untouched:
    """A parameter; qgis_process has it open its layers before it asks the algorithm."""

    def checkValueIsAcceptable(self, value: Any, context: Context | None = None) -> bool:
        with inputs_as_they_are():
            return bool(super().checkValueIsAcceptable(value, context))  # type: ignore[misc]


class RasterParameter(_Untouched, QgsProcessingParameterRasterLayer):
    """Takes a raster."""


class RastersParameter(_Untouched, QgsProcessingParameterMultipleLayers):
    """Takes several layers."""


class ExtentParameter(_Untouched, QgsProcessingParameterExtent):
    """Takes an extent, or a layer that has it."""


LABEL = "label"
SAMPLE_COLUMNS = SAMPLE.split()

# Files that people work in. Those of one layer are called by their names, so it is the output's.
OF_ONE_LAYER = (
    *("CSV", "ESRI Shapefile", "GeoJSON", "GeoJSONSeq", "FlatGeobuf"),
    *("GML", "KML", "LIBKML"),
)
SHEETS = ("XLSX", "ODS")
OF_SEVERAL = ("GPKG", "SQLite", "OpenFileGDB", *SHEETS)
TEXT_ENDINGS = (".csv", ".tsv", ".psv")
# Tables without geometry in a .sqlite, and sheets that have nothing but texts; GDAL writes a file
# of its own beside a GML that it opens.
OPTIONS = ("LIST_ALL_TABLES=YES", "HEADERS=FORCE", "WRITE_GFS=NO")
# What formats and QGIS keep for themselves.
OF_THE_FORMAT = re.compile(
    r"(sqlite|gpkg|GDB|rtree|idx|views|virts|spatialite|vector_layers|raster_coverages|SE|ISO)_.*"
    r"|layer_styles|geometry_columns.*|spatial_ref_sys.*|sql_statements_log|data_licenses"
    r"|geom_cols_ref_sys|vector_layers"
    r"|SpatialIndex|ElementaryGeometries|KNN2?",
    re.IGNORECASE,
)
# Columns that formats add to those of a table, by the driver.
COLUMNS_OF_THE_FORMAT = {
    "GML": ("gml_id", "fid"),
    "KML": ("Name", "Description"),
    "LIBKML": (
        *("id", "Name", "description", "timestamp", "begin", "end", "altitudeMode"),
        *("tessellate", "extrude", "visibility", "drawOrder", "icon"),
    ),
}
# GDAL reads the whole of a sheet for its columns, and of such files for anything; tables that
# people fill in are smaller.
LARGEST = 1 << 22
READ_WHOLE = (".geojson", ".json", ".geojsonl", ".geojsons", ".gml", ".kml", ".kmz")
# A file can have many layers; a sentence should not.
LISTED = 3

SHAPES = {
    Qgis.ProcessingSourceType.Vector: ogr.wkbNone,
    Qgis.ProcessingSourceType.VectorPoint: ogr.wkbPoint,
    Qgis.ProcessingSourceType.VectorPolygon: ogr.wkbMultiPolygon,
}

# The metadata of an output that leaves a file with all of the tables in it as it is.
LEFT_ALONE = "carbon_zones_left_alone"


def require_replaceable(
    definition: QgsProcessingParameterDefinition, path: str, table: str
) -> None:
    """Before an output replaces a file, or a table in it: nobody has worked in it.

    What GDAL cannot open holds no such work.
    """
    left_alone, shape = set(definition.metadata().get(LEFT_ALONE, ())), None
    if isinstance(definition, QgsProcessingParameterFeatureSink):
        shape = SHAPES[definition.dataType()]
    elif not left_alone and is_as_written(path):
        return
    with (
        gdal.ExceptionMgr(useExceptions=False),
        ogr.ExceptionMgr(useExceptions=False),
        gdal.quiet_errors(),
        _opened(path) as dataset,
    ):
        work = _work_in(dataset, path, table, shape, left_alone) if dataset is not None else ""
    if work:
        raise DataError(
            "{name}: '{file}' contains {work}; choose another name",
            name=definition.name(),
            file=os.path.basename(path),
            work=work,
        )


def _work_in(
    dataset: gdal.Dataset, path: str, table: str, shape: int | None, left_alone: set[str]
) -> str:
    """What somebody has put into a file, in words; '' for nothing."""
    layers = list(_layers(dataset, table))
    if left_alone and left_alone <= {layer.GetName() for layer in layers}:
        return ""
    driver = dataset.GetDriver().ShortName
    is_read = driver not in SHEETS or os.path.getsize(path) <= LARGEST
    for layer in layers if is_read else ():
        work = _labels(layer) or _filled_in(layer, COLUMNS_OF_THE_FORMAT.get(driver, ()))
        if work:
            return work
    # Nobody was asked about the table of a Shapefile that is none.
    if driver in OF_ONE_LAYER and os.path.exists(path):
        return ""
    file = os.path.basename(path)
    # QGIS calls a layer after the file up to the first point, others after all but the ending.
    names = [table] if table else [os.path.splitext(file)[0], file.split(".")[0]]
    others = [
        f"'{layer.GetName()}'"
        for layer in layers
        if shape is None
        or _plain(layer.GetName()) not in map(_plain, names)
        or (is_read and ogr.GT_Flatten(layer.GetGeomType()) != shape)
        or (is_read and COLUMNS.keys().isdisjoint(_columns(layer)))
    ]
    if not table and (dataset.RasterCount or dataset.GetMetadata("SUBDATASETS")):
        others.append(tr("a raster"))
    if not others:
        return ""
    listed = others[:LISTED] + ["..."] * (len(others) > LISTED)
    return tr("other layers: {layers}").format(layers=tr(", ").join(listed))


@contextmanager
def _opened(path: str) -> Iterator[gdal.Dataset | None]:
    """A file in which people may have worked, open for reading; None for another."""
    folder, ending = f"/vsimem/{uuid.uuid4().hex}", os.path.splitext(path)[1].lower()
    if ending == ".shp" and not os.path.exists(path):
        path = f"{os.path.splitext(path)[0]}.dbf"  # which a Shapefile would replace
    head = b""
    if ending in (*READ_WHOLE, *TEXT_ENDINGS):
        with suppress(OSError), open(path, "rb") as file:
            head = file.read(LARGEST)
    if ending in TEXT_ENDINGS and len(head) < LARGEST and (text := decoded(head)):
        # GDAL knows no other encoding than UTF-8, and takes the first line for the head.
        path = f"{folder}/{os.path.basename(path)}"
        gdal.FileFromMemBuffer(path, text[0].lstrip("\r\n").encode())
    may_hold_work = ending not in READ_WHOLE or len(head) < LARGEST or LABEL.encode() in head
    kinds, drivers = gdal.OF_VECTOR | gdal.OF_RASTER, [*OF_ONE_LAYER, *OF_SEVERAL]
    try:
        yield gdal.OpenEx(path, kinds, drivers, OPTIONS) if may_hold_work else None
    finally:
        gdal.RmdirRecursive(folder)


def _layers(dataset: gdal.Dataset, table: str) -> Iterator[ogr.Layer]:
    for index in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(index)
        if layer is not None:  # a sheet can be too large for GDAL
            name = layer.GetName()
            if name == table or (not table and not OF_THE_FORMAT.fullmatch(name)):
                yield layer


def _plain(name: str) -> str:
    """A name without what some formats change in it."""
    return re.sub(r"[\W_]", "", name).casefold()


def _columns(layer: ogr.Layer) -> list[str]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]


def _labels(layer: ogr.Layer) -> str:
    """The points of a sample that somebody has labelled, in words; '' for none."""
    columns = _columns(layer)
    is_point = ogr.GT_Flatten(layer.GetGeomType()) == ogr.wkbPoint
    if not is_like([*columns, *("xy" if is_point else "")], (LABEL,), SAMPLE_COLUMNS):
        return ""
    kind = layer.GetLayerDefn().GetFieldDefn(columns.index(LABEL)).GetType()
    filled = f"\"{LABEL}\" <> ''" if kind == ogr.OFTString else f'"{LABEL}" IS NOT NULL'
    layer.SetAttributeFilter(filled)
    count = int(layer.GetFeatureCount())
    layer.SetAttributeFilter(None)
    if not count:
        return ""
    return tr("labelled points: {count:,} (layer '{layer}')").format(
        count=count, layer=layer.GetName()
    )


def _filled_in(layer: ogr.Layer, of_the_format: Sequence[str]) -> str:
    """A table of a scheme in which somebody has worked, in words; '' for none."""
    columns = [column for column in _columns(layer) if column not in of_the_format]
    if not scheme_tables_like(columns):
        return ""
    table = Table("", tuple(columns), [feature.items() for feature in layer])
    if not table.rows or is_shipped(table) or is_as_made(table):
        return ""
    return tr("a scheme table that may have been edited (layer '{layer}')").format(
        layer=layer.GetName()
    )
