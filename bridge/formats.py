"""Names of output files: whether the name is one, and its ending one of a format for tables."""

from __future__ import annotations

import os
import tempfile

from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..text import tr

# Known to hold tables; any other is tried. QGIS writes the table of a .shp as .dbf.
TABLE_ENDINGS = (
    ".csv",
    ".xlsx",
    ".ods",
    ".gpkg",
    ".sqlite",
    ".gdb",
    ".geojson",
    ".sql",
    ".dbf",
    ".shp",
)
# Of a table to try a format with.
COLUMNS = {
    "word": QMetaType.Type.QString,
    "number": QMetaType.Type.LongLong,
    "part": QMetaType.Type.Double,
    "good": QMetaType.Type.Bool,
}
ROW = ["one & two", 3, 2.5, True]


def named_output(definition: QgsProcessingParameterDefinition, path: str) -> str:
    """The file that an output asked for as `path` will be.

    Raises:
        QgsProcessingException: the name is nothing but an ending, or a table's ending is not
            that of a format which can hold it.
    """
    if os.path.isdir(path):
        return path  # which is told elsewhere, or is a geodatabase
    file = os.path.basename(path).strip()
    if file.startswith(".") and "." not in file.lstrip("."):
        raise QgsProcessingException(
            tr("{name}: '{path}' is only an ending; put a name before it").format(
                name=definition.name(), path=path
            )
        )
    stem, ending = os.path.splitext(path)
    if not isinstance(definition, QgsProcessingParameterFeatureSink):
        return path
    if ending.lower() not in TABLE_ENDINGS and not _holds_tables(ending):
        raise QgsProcessingException(
            tr(
                "{name}: '{path}' cannot be a table; end its name in .csv, .xlsx, .ods, .gpkg or "
                ".dbf"
            ).format(name=definition.name(), path=path)
        )
    return f"{stem}.dbf" if ending.lower() == ".shp" else path


def _holds_tables(ending: str) -> bool:
    """Whether a table comes back from a file of that ending, which keeps its name."""
    try:
        with tempfile.TemporaryDirectory() as folder, gdal.quiet_errors():
            path = os.path.join(folder, f"table{ending}")
            return _write_row(path) == path and _is_row(path) and _own_files(folder)
    except (QgsProcessingException, RuntimeError):
        return False
    except OSError:
        return True  # there is no room to try it


def _write_row(path: str) -> str:
    """Write the table of one row as any output is written; returns the file that QGIS made."""
    columns = QgsFields()
    for column, kind in COLUMNS.items():
        columns.append(QgsField(column, kind))
    sink, made = QgsProcessingUtils.createFeatureSink(
        path,
        QgsProcessingContext(),
        columns,
        Qgis.WkbType.NoGeometry,
        QgsCoordinateReferenceSystem(),
    )
    feature = QgsFeature(columns)
    feature.setAttributes(ROW)
    if sink is not None:
        sink.addFeature(feature)
    return made


def _is_row(path: str) -> bool:
    """Whether a file has the columns, whatever others are beside them, and the row."""
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        feature = dataset.GetLayer(0).GetNextFeature()
        values = feature.items() if feature is not None else {}
        found = {column.lower(): value for column, value in values.items()}
        del feature, dataset
    return [found.get(column) for column in COLUMNS] == ROW


def _own_files(folder: str) -> bool:
    """Whether nothing in a folder is called otherwise than the table, but for the ending."""
    return all(file.startswith("table.") for file in os.listdir(folder))
