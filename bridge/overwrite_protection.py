"""Protection of inputs, labels, edited tables and other layers against replacement.

QGIS asks before it replaces a file, but does not check for edits; scripts and models do
not ask. Reading a raster must not write beside it: QGIS computes statistics of an
opened raster, which GDAL would save to .aux.xml on closing. Existing .aux.xml files
with names and attribute tables are still read.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Generator, Iterator, Sequence
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
from ..core.densities.density_table import is_unmodified_default
from ..core.results.sample_points import SAMPLE
from ..core.scheme.defaults import has_matching_columns, is_default_table, match_scheme_tables
from ..core.scheme.table import Table, decode_text
from ..core.xlsx.workbook import is_unmodified_workbook
from ..text import tr
from .parameters import Context, RunParameters

# Parameter types with layers or tables; an extent may be given as a layer.
LAYER_PARAMETER_TYPES = ("raster", "multilayer", "source", "vector", "extent", "file")
# Providers with sources that GDAL opens itself; '' for a text. Others may query a server.
LOCAL_PROVIDERS = ("", "gdal", "ogr")
# Drivers of rasters that refer to other files.
MOSAIC_DRIVERS = ("VRT", "GTI")
# Separators of file names within a source: NETCDF:"a.nc":x, ?layer=ogr:b.gpkg&query=...
URI_SEPARATORS = re.compile(r"[|\"'?&=:{}]|(?:/vsi\w+/)")
# On Windows, a colon may follow a drive letter.
WINDOWS_URI_SEPARATORS = re.compile(r"[|\"'?&={}]|(?<!\b[A-Za-z]):|(?:/vsi\w+/)")


def list_input_files(parameters: RunParameters) -> FileSet:
    """Return the files of all input layers and tables of a run."""
    files: set[str] = set()
    opened: set[str] = set()
    for definition in parameters.algorithm.parameterDefinitions():
        if definition.type() in LAYER_PARAMETER_TYPES:
            for item in parameters.value_list(definition.name()):
                for source, provider in _iter_sources(parameters, item):
                    files |= set(_iter_source_files(source, provider, opened))
    return FileSet(files)


def find_source_file(parameters: RunParameters, name: str) -> str:
    """Return the file of a table or layer parameter, or '' if it is not a file."""
    files = (
        path
        for item in parameters.value_list(name)
        for source, provider in _iter_sources(parameters, item)
        for path in _iter_source_files(source, provider, set())
    )
    return next((path for path in files if os.path.isfile(path)), "")


def _iter_sources(parameters: RunParameters, item: object) -> Iterator[tuple[str, str]]:
    """Yield source and provider of a value: a layer, its id or name, a file or a URI."""
    if not isinstance(item, QgsMapLayer):
        yield str(item), ""
        item = QgsProcessingUtils.mapLayerFromString(str(item), parameters.context, False)
    if isinstance(item, QgsMapLayer):
        yield item.source(), item.providerType()


def _iter_source_files(source: str, provider: str, opened: set[str]) -> Iterator[str]:
    """Yield the files named in a source, and those GDAL reads for it, except for `opened`."""
    decoded = QgsProviderRegistry.instance().decodeUri(provider, source) if provider else {}
    path = str(decoded.get("path") or "")
    pieces = [source, unquote(source), path]
    for separator in (URI_SEPARATORS, WINDOWS_URI_SEPARATORS):
        pieces += separator.split(unquote(source))
    for piece in dict.fromkeys(pieces):
        yield from _iter_disk_paths(piece)
        yield f"{os.path.splitext(piece)[0]}.qml"
    if provider in LOCAL_PROVIDERS:
        yield from _iter_gdal_files(source.split("|")[0], opened)


def _iter_gdal_files(name: str, seen: set[str]) -> Iterator[str]:
    """Yield the files that GDAL reads for a raster or table, including nested mosaics."""
    if name in seen:
        return
    seen.add(name)
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(name, gdal.OF_RASTER | gdal.OF_VECTOR)
        files = (dataset.GetFileList() or []) if dataset is not None else []
        dataset = None
        drivers = {file: gdal.IdentifyDriver(file) for file in files if os.path.isfile(file)}
    for file in files:
        yield from _iter_disk_paths(file)
    for file, driver in drivers.items():
        if driver is not None and driver.ShortName in MOSAIC_DRIVERS:
            yield from _iter_gdal_files(file, seen)


def _iter_disk_paths(name: str) -> Iterator[str]:
    """Yield the file of a name, or the archive or geodatabase that contains it."""
    name = re.sub(r"^(/vsi\w+/)+", "", name).strip("{}")
    while name and not os.path.isfile(name):
        if name.lower().endswith(".gdb") and os.path.isdir(name):
            break
        parent = os.path.dirname(name)
        name = parent if parent != name and not os.path.isdir(name) else ""
    if name:
        yield name
        if os.path.dirname(name).lower().endswith(".gdb"):
            yield os.path.dirname(name)


def disable_sidecar_writes() -> AbstractContextManager[None]:
    """Disable sidecar files in this thread while layers are opened and copied."""
    within: AbstractContextManager[None] = gdal.config_options({"GDAL_PAM_ENABLE_MARK_DIRTY": "NO"})
    return within


class _NoSidecarMixin:
    """Mixin for parameters with layers that qgis_process opens before it calls the algorithm."""

    def checkValueIsAcceptable(self, value: Any, context: Context | None = None) -> bool:
        with disable_sidecar_writes():
            return bool(super().checkValueIsAcceptable(value, context))  # type: ignore[misc]


class RasterParameter(_NoSidecarMixin, QgsProcessingParameterRasterLayer):
    """Raster parameter."""


class MultipleLayersParameter(_NoSidecarMixin, QgsProcessingParameterMultipleLayers):
    """Parameter of several layers."""


class ExtentParameter(_NoSidecarMixin, QgsProcessingParameterExtent):
    """Extent parameter, which also accepts a layer."""


LABEL_COLUMN = "label"
SAMPLE_COLUMNS = SAMPLE.split()

# Files that users edit, with a single layer named after the file, and thus after the output.
SINGLE_LAYER_DRIVERS = (
    *("CSV", "ESRI Shapefile", "GeoJSON", "GeoJSONSeq", "FlatGeobuf"),
    *("GML", "KML", "LIBKML"),
)
SPREADSHEET_DRIVERS = ("XLSX", "ODS")
MULTI_LAYER_DRIVERS = ("GPKG", "SQLite", "OpenFileGDB", *SPREADSHEET_DRIVERS)
TEXT_EXTENSIONS = (".csv", ".tsv", ".psv")
# List tables without geometry in .sqlite, read headers of sheets with texts only, and write no .gfs
# file beside an opened GML.
OPEN_OPTIONS = ("LIST_ALL_TABLES=YES", "HEADERS=FORCE", "WRITE_GFS=NO")
# Internal tables of formats and of QGIS.
SYSTEM_TABLE_PATTERN = re.compile(
    r"(sqlite|gpkg|GDB|rtree|idx|views|virts|spatialite|vector_layers|raster_coverages|SE|ISO)_.*"
    r"|layer_styles|geometry_columns.*|spatial_ref_sys.*|sql_statements_log|data_licenses"
    r"|geom_cols_ref_sys|vector_layers"
    r"|SpatialIndex|ElementaryGeometries|KNN2?",
    re.IGNORECASE,
)
# Columns added by formats, by driver.
DRIVER_COLUMNS = {
    "GML": ("gml_id", "fid"),
    "KML": ("Name", "Description"),
    "LIBKML": (
        *("id", "Name", "description", "timestamp", "begin", "end", "altitudeMode"),
        *("tessellate", "extrude", "visibility", "drawOrder", "icon"),
    ),
}
# GDAL reads a whole sheet to get its columns, and these formats completely for any access; tables
# edited by users are smaller.
MAX_READ_BYTES = 1 << 22
FULL_READ_EXTENSIONS = (".geojson", ".json", ".geojsonl", ".geojsons", ".gml", ".kml", ".kmz")
# Keeps messages short for files with many layers.
MAX_LISTED_LAYERS = 3

GEOMETRY_TYPES = {
    Qgis.ProcessingSourceType.Vector: ogr.wkbNone,
    Qgis.ProcessingSourceType.VectorPoint: ogr.wkbPoint,
    Qgis.ProcessingSourceType.VectorPolygon: ogr.wkbMultiPolygon,
}

# Metadata key of an output that leaves a file unchanged if it contains all these tables.
PRESERVED_TABLES_KEY = "carbon_zones_left_alone"


def check_replaceable(definition: QgsProcessingParameterDefinition, path: str, table: str) -> None:
    """Raise an error if an output would replace edits in a file or table that GDAL can open."""
    left_alone, shape = set(definition.metadata().get(PRESERVED_TABLES_KEY, ())), None
    if isinstance(definition, QgsProcessingParameterFeatureSink):
        shape = GEOMETRY_TYPES[definition.dataType()]
    elif not left_alone and is_unmodified_workbook(path):
        return
    with (
        gdal.ExceptionMgr(useExceptions=False),
        ogr.ExceptionMgr(useExceptions=False),
        gdal.quiet_errors(),
        _open_editable_file(path) as dataset,
    ):
        work = (
            _describe_user_edits(dataset, path, table, shape, left_alone)
            if dataset is not None
            else ""
        )
    if work:
        raise DataError(
            "{name}: '{file}' contains {work}; choose another name",
            name=definition.name(),
            file=os.path.basename(path),
            work=work,
        )


def _describe_user_edits(
    dataset: gdal.Dataset, path: str, table: str, shape: int | None, left_alone: set[str]
) -> str:
    """Return a description of the user edits in a file, or '' if there are none."""
    layers = list(_iter_layers(dataset, table))
    if left_alone and left_alone <= {layer.GetName() for layer in layers}:
        return ""
    driver = dataset.GetDriver().ShortName
    is_read = driver not in SPREADSHEET_DRIVERS or os.path.getsize(path) <= MAX_READ_BYTES
    for layer in layers if is_read else ():
        work = _describe_labels(layer) or _describe_edited_table(
            layer, DRIVER_COLUMNS.get(driver, ())
        )
        if work:
            return work
    # QGIS does not ask before it replaces the .dbf of a missing Shapefile.
    if driver in SINGLE_LAYER_DRIVERS and os.path.exists(path):
        return ""
    file = os.path.basename(path)
    # QGIS names a layer after the file name up to the first dot, others after the stem.
    names = [table] if table else [os.path.splitext(file)[0], file.split(".")[0]]
    others = [
        f"'{layer.GetName()}'"
        for layer in layers
        if shape is None
        or _normalize_name(layer.GetName()) not in map(_normalize_name, names)
        or (is_read and ogr.GT_Flatten(layer.GetGeomType()) != shape)
        or (is_read and COLUMNS.keys().isdisjoint(_get_field_names(layer)))
    ]
    if not table and (dataset.RasterCount or dataset.GetMetadata("SUBDATASETS")):
        others.append(tr("a raster"))
    if not others:
        return ""
    listed = others[:MAX_LISTED_LAYERS] + ["..."] * (len(others) > MAX_LISTED_LAYERS)
    return tr("other layers: {layers}").format(layers=tr(", ").join(listed))


@contextmanager
def _open_editable_file(path: str) -> Generator[gdal.Dataset | None, None, None]:
    """Open a file that users may have edited for reading; yield None for other files."""
    folder, ending = f"/vsimem/{uuid.uuid4().hex}", os.path.splitext(path)[1].lower()
    if ending == ".shp" and not os.path.exists(path):
        path = f"{os.path.splitext(path)[0]}.dbf"  # which a Shapefile would replace
    head = b""
    if ending in (*FULL_READ_EXTENSIONS, *TEXT_EXTENSIONS):
        with suppress(OSError), open(path, "rb") as file:
            head = file.read(MAX_READ_BYTES)
    if ending in TEXT_EXTENSIONS and len(head) < MAX_READ_BYTES and (text := decode_text(head)):
        # GDAL assumes UTF-8 and takes the first line as the header.
        path = f"{folder}/{os.path.basename(path)}"
        gdal.FileFromMemBuffer(path, text[0].lstrip("\r\n").encode())
    may_hold_work = (
        ending not in FULL_READ_EXTENSIONS
        or len(head) < MAX_READ_BYTES
        or LABEL_COLUMN.encode() in head
    )
    kinds, drivers = gdal.OF_VECTOR | gdal.OF_RASTER, [*SINGLE_LAYER_DRIVERS, *MULTI_LAYER_DRIVERS]
    try:
        yield gdal.OpenEx(path, kinds, drivers, OPEN_OPTIONS) if may_hold_work else None
    finally:
        gdal.RmdirRecursive(folder)


def _iter_layers(dataset: gdal.Dataset, table: str) -> Iterator[ogr.Layer]:
    for index in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(index)
        if layer is not None:  # a sheet can be too large for GDAL
            name = layer.GetName()
            if name == table or (not table and not SYSTEM_TABLE_PATTERN.fullmatch(name)):
                yield layer


def _normalize_name(name: str) -> str:
    """Return a name without the characters that some formats change."""
    return re.sub(r"[\W_]", "", name).casefold()


def _get_field_names(layer: ogr.Layer) -> list[str]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]


def _describe_labels(layer: ogr.Layer) -> str:
    """Return a description of labelled sample points in a layer, or '' if there are none."""
    columns = _get_field_names(layer)
    is_point = ogr.GT_Flatten(layer.GetGeomType()) == ogr.wkbPoint
    if not has_matching_columns(
        [*columns, *("xy" if is_point else "")], (LABEL_COLUMN,), SAMPLE_COLUMNS
    ):
        return ""
    kind = layer.GetLayerDefn().GetFieldDefn(columns.index(LABEL_COLUMN)).GetType()
    filled = (
        f"\"{LABEL_COLUMN}\" <> ''" if kind == ogr.OFTString else f'"{LABEL_COLUMN}" IS NOT NULL'
    )
    layer.SetAttributeFilter(filled)
    count = int(layer.GetFeatureCount())
    layer.SetAttributeFilter(None)
    if not count:
        return ""
    return tr("labelled points: {count:,} (layer '{layer}')").format(
        count=count, layer=layer.GetName()
    )


def _describe_edited_table(layer: ogr.Layer, of_the_format: Sequence[str]) -> str:
    """Return a description of an edited scheme table in a layer, or ''."""
    columns = [column for column in _get_field_names(layer) if column not in of_the_format]
    if not match_scheme_tables(columns):
        return ""
    table = Table("", tuple(columns), [feature.items() for feature in layer])
    if not table.rows or is_default_table(table) or is_unmodified_default(table):
        return ""
    return tr("a scheme table that may have been edited (layer '{layer}')").format(
        layer=layer.GetName()
    )
