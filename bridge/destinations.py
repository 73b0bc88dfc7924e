"""Output destinations: paths, table formats and write access."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.base.drafts import (
    SIDECAR_SUFFIXES,
    check_file_closed,
    check_folder_writable,
    is_special_file,
)
from ..core.base.files import FileSet
from ..core.base.messages import DataError, Message, Term
from ..text import tr
from .overwrite_protection import PRESERVED_TABLES_KEY, check_replaceable
from .parameters import RunParameters, parameter_error

FOLDER_TYPE = "folderDestination"
# Formats known to read back tables as written; dialogs offer them, others are tested.
TABLE_EXTENSIONS = (".gpkg", ".csv", ".xlsx", ".ods", ".sqlite", ".gdb", ".geojson")
# GDAL cannot read SQL scripts.
SCRIPT_EXTENSION = ".sql"
# Formats known to hold points or polygons and the fields of a table.
LAYER_EXTENSIONS = (".gpkg", ".geojson", ".shp", ".fgb", ".sqlite", ".gdb")
# Columns of the test table: some formats truncate long names or write NULL as 0.
TEST_COLUMNS = {
    "word": QMetaType.Type.QString,
    "number": QMetaType.Type.LongLong,
    "vegetation_tc_per_ha": QMetaType.Type.Double,
    "u95_vegetation_pct": QMetaType.Type.Double,
    "good": QMetaType.Type.Bool,
}
TEST_ROW = ["one & two", 3, 2.5, None, True]


def resolve_output_path(definition: QgsProcessingParameterDefinition, path: str) -> str:
    """Return the path of the file that will be written for an output path."""
    if os.path.isdir(path):
        return path  # reported elsewhere, or a geodatabase
    if is_bare_extension(path):
        raise DataError(
            "{name}: '{path}' is only a file extension; add a file name",
            name=definition.name(),
            path=path,
        )
    ending = os.path.splitext(path)[1]
    if not isinstance(definition, QgsProcessingParameterFeatureSink):
        return path
    kind = definition.dataType()
    if kind != Qgis.ProcessingSourceType.Vector:
        if ending and ending.lower() not in LAYER_EXTENSIONS:
            text = Term("{name}: '{path}' is not a polygon format; use .gpkg, .geojson or .shp")
            if kind == Qgis.ProcessingSourceType.VectorPoint:
                text = Term("{name}: '{path}' is not a point format; use .gpkg, .geojson or .shp")
            raise DataError(text, name=definition.name(), path=path)
        return path if ending else f"{path}.gpkg"
    is_known = ending.lower() in (*TABLE_EXTENSIONS, SCRIPT_EXTENSION)
    added = "" if is_known else _find_added_extension(ending)
    if added is None:
        raise DataError(
            "{name}: '{path}' is not a suitable table format; use .csv, .xlsx, .ods or .gpkg",
            name=definition.name(),
            path=path,
        )
    return f"{path}{added}"


def is_bare_extension(path: str) -> bool:
    """Return whether a file name consists of an extension only, such as .csv."""
    file = os.path.basename(path).strip()
    return file.startswith(".") and "." not in file.lstrip(".")


def _find_added_extension(ending: str) -> str | None:
    """Return the extension QGIS appends to a name, or None if it is not a table format.

    QGIS appends .gpkg to unknown extensions; formats are tested by writing and reading.
    """
    try:
        with tempfile.TemporaryDirectory() as folder, gdal.quiet_errors():
            path = os.path.join(folder, f"table{ending}")
            written = _write_test_table(path)
            whole = written.startswith(path) and _has_test_row(written)
            # Sidecar files have the same name with another extension.
            alike = all(file.startswith("table.") for file in os.listdir(folder))
            return written[len(path) :] if whole and alike else None
    except (QgsProcessingException, RuntimeError):
        return None
    except OSError:
        return ""  # there is no room to try it


def _write_test_table(path: str) -> str:
    """Write the test table like any output; return the path of the file QGIS created, or ''."""
    columns = QgsFields()
    for column, kind in TEST_COLUMNS.items():
        columns.append(QgsField(column, kind))
    context, system = QgsProcessingContext(), QgsCoordinateReferenceSystem()
    sink, written = QgsProcessingUtils.createFeatureSink(
        path, context, columns, Qgis.WkbType.NoGeometry, system
    )
    feature = QgsFeature(columns)
    feature.setAttributes(TEST_ROW)
    return written if sink is not None and sink.addFeature(feature) else ""


def _has_test_row(path: str) -> bool:
    """Return whether a file has the test columns, among others, and the test row."""
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        layer = dataset.GetLayer(0)  # there is none in a database that does not list its tables
        feature = layer.GetNextFeature() if layer is not None else None
        values = feature.items() if feature is not None else {}
        cells = {column.lower(): value for column, value in values.items()}
        del feature, layer, dataset
    return [cells.get(column) for column in TEST_COLUMNS] == TEST_ROW


# A table in a database file, as written by QGIS.
DATABASE_URI_PATTERN = r"""ogr:.*?dbname='([^']*)'(?:.*?table="([^"]*)")?"""


def check_file_extensions(parameters: RunParameters) -> None:
    """Raise an error if a file output has an extension that the dialog does not offer."""
    for definition in parameters.algorithm.destinationParameterDefinitions():
        if not isinstance(definition, QgsProcessingParameterFileDestination):
            continue
        path = get_destination_path(parameters.values_by_name.get(definition.name()))
        endings = re.findall(r"\*(\.\w+)", definition.fileFilter())
        # A missing file name is reported for every output elsewhere.
        if (
            path
            and not is_bare_extension(path)
            and os.path.splitext(path)[1].lower() not in endings
        ):
            raise DataError(
                "{name}: '{path}' must end in {endings}",
                name=definition.name(),
                path=path,
                endings=tr(", ").join(endings),
            )


def check_destinations(parameters: RunParameters, inputs: FileSet) -> None:
    """Check before the run that each output has its own, writable destination."""
    destinations: list[tuple[str, str, str]] = []
    for definition, path, table in _iter_file_outputs(parameters):
        name, is_folder = definition.name(), definition.type() == FOLDER_TYPE
        with _prefix_output_name(name):
            _validate_path(path)
            if is_folder:
                if os.path.exists(path) and not os.path.isdir(path):
                    raise DataError("'{path}' is not a folder", path=path)
                # A missing folder is created in its closest existing parent.
                folders = (Path(path), *Path(path).parents)
                check_folder_writable(
                    next((folder for folder in folders if folder.exists()), folders[-1])
                )
        if is_folder:
            continue
        path = resolve_output_path(definition, path)
        with _prefix_output_name(name):
            _validate_path(path, max(SIDECAR_SUFFIXES, key=len))
            folder = os.path.dirname(path)
            if folder and not os.path.isdir(folder):
                raise DataError("folder '{folder}' does not exist", folder=folder)
            if os.path.isdir(path) and not path.lower().endswith(".gdb"):
                raise DataError("'{path}' is a folder", path=path)
            ignores_case = check_folder_writable(Path(path).parent, os.path.basename(path))
        file = os.path.realpath(path)
        if ignores_case:
            file = file.casefold()
        rivals = [
            other
            for other, other_file, other_table in destinations
            if other_file == file and (other_table == table or not (other_table and table))
        ]
        if path in inputs:
            rivals = [Term("an input of this run")]
        if rivals:
            raise parameter_error(
                name, Message("'{path}' is already used as {what}", path=path, what=rivals[0])
            )
        # A table is added to the existing file.
        if not table and not definition.metadata().get(PRESERVED_TABLES_KEY):
            with _prefix_output_name(name):
                check_file_closed(path, parameters.should_continue)
        check_replaceable(definition, path, table)
        destinations.append((name, file, table))


@contextmanager
def _prefix_output_name(name: str) -> Generator[None, None, None]:
    """Prefix errors of the core with the name of the output."""
    try:
        yield
    except DataError as error:
        raise parameter_error(name, error.message) from error


def check_outputs_unmodified(parameters: RunParameters) -> None:
    """Check before files are moved that no destination was modified during the run."""
    for definition, path, table in _iter_file_outputs(parameters):
        if definition.type() != FOLDER_TYPE:
            check_replaceable(definition, resolve_output_path(definition, path), table)


def _iter_file_outputs(
    parameters: RunParameters,
) -> Iterator[tuple[QgsProcessingParameterDefinition, str, str]]:
    """Yield each output written to a file, with the file path and the table name, or ''."""
    for definition in parameters.algorithm.destinationParameterDefinitions():
        value = parameters.values_by_name.get(definition.name())
        database = re.match(DATABASE_URI_PATTERN, get_destination_target(value))
        if database and database[1]:
            yield definition, database[1], database[2] or Path(database[1]).stem
        elif path := get_destination_path(value):
            yield definition, path, ""


def _validate_path(path: str, behind: str = "") -> None:
    """Raise an error for an invalid file or folder path; `behind`: sidecar suffix to include."""
    try:
        os.stat(f"{path}{behind}")
    except FileNotFoundError:
        return
    except OSError as error:
        reason = error.strerror
        raise DataError(
            "'{path}' is not a valid name ({reason})", path=path, reason=reason
        ) from error
    if is_special_file(path):
        raise DataError("'{path}' is not a regular file and cannot be replaced", path=path)


def get_destination_target(value: object) -> str:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return value if isinstance(value, str) else ""


def get_destination_path(value: object) -> str:
    """Return the file path of an output value, or '' if it is not a plain file."""
    target = get_destination_target(value)
    # memory:, ogr:dbname=..., postgres:...; a single letter is a drive.
    if target == QgsProcessing.TEMPORARY_OUTPUT or re.match(r"[A-Za-z]{2,}:", target):
        return ""
    # GDAL writes a Shapefile under lower-case endings only.
    return re.sub(r"\.shp$", ".shp", target, flags=re.IGNORECASE)


def is_in_temp_folder(path: str) -> bool:
    """Return whether a file is in the temporary folder of QGIS, which is emptied on exit."""
    folder = Path(os.path.realpath(QgsProcessingUtils.tempFolder()))
    return bool(path) and folder in Path(os.path.realpath(path)).parents


def is_temporary_output(value: object) -> bool:
    """Return whether an output is in memory or in the temporary folder of QGIS."""
    target = get_destination_target(value)
    in_memory = target == QgsProcessing.TEMPORARY_OUTPUT or target.lower().startswith("memory:")
    return in_memory or is_in_temp_folder(get_destination_path(value))
