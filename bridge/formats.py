"""Names of output files: what QGIS makes of them, and whether they can hold a table."""

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

from ..core.base.messages import DataError, Term

# Known to hold tables, and to give them back; dialogs offer them, and any other is tried.
TABLE_ENDINGS = (".gpkg", ".csv", ".xlsx", ".ods", ".sqlite", ".gdb", ".geojson")
# What an SQL script holds, GDAL cannot read.
SCRIPT_ENDING = ".sql"
# Known to hold points or polygons and the fields of a table.
LAYER_ENDINGS = (".gpkg", ".geojson", ".shp", ".fgb", ".sqlite", ".gdb")
# Of a table to try a format with: some cut long names, or make an empty cell 0.
COLUMNS = {
    "word": QMetaType.Type.QString,
    "number": QMetaType.Type.LongLong,
    "vegetation_tc_per_ha": QMetaType.Type.Double,
    "u95_vegetation_pct": QMetaType.Type.Double,
    "good": QMetaType.Type.Bool,
}
ROW = ["one & two", 3, 2.5, None, True]


def named_output(definition: QgsProcessingParameterDefinition, path: str) -> str:
    """The file that an output asked for as `path` will be."""
    if os.path.isdir(path):
        return path  # which is told elsewhere, or is a geodatabase
    if is_only_ending(path):
        raise DataError(
            "{name}: '{path}' is only an ending; put a name before it",
            name=definition.name(),
            path=path,
        )
    ending = os.path.splitext(path)[1]
    if not isinstance(definition, QgsProcessingParameterFeatureSink):
        return path
    kind = definition.dataType()
    if kind != Qgis.ProcessingSourceType.Vector:
        if ending and ending.lower() not in LAYER_ENDINGS:
            text = Term(
                "{name}: '{path}' cannot hold polygons; end its name in .gpkg, .geojson or .shp"
            )
            if kind == Qgis.ProcessingSourceType.VectorPoint:
                text = Term(
                    "{name}: '{path}' cannot hold points; end its name in .gpkg, .geojson or .shp"
                )
            raise DataError(text, name=definition.name(), path=path)
        return path if ending else f"{path}.gpkg"
    is_known = ending.lower() in (*TABLE_ENDINGS, SCRIPT_ENDING)
    added = "" if is_known else _added_ending(ending)
    if added is None:
        raise DataError(
            "{name}: '{path}' cannot be a table, because its format does not keep all names "
            "of columns, texts, numbers and empty cells; end its name in .csv, .xlsx, .ods or "
            ".gpkg",
            name=definition.name(),
            path=path,
        )
    return f"{path}{added}"


def is_only_ending(path: str) -> bool:
    """Whether a file's name is nothing but an ending, such as .csv."""
    file = os.path.basename(path).strip()
    return file.startswith(".") and "." not in file.lstrip(".")


def _added_ending(ending: str) -> str | None:
    """What QGIS puts after a name with that ending: .gpkg if it knows none; None: no table can be.

    Formats are tried: a table has to come back from the file.
    """
    try:
        with tempfile.TemporaryDirectory() as folder, gdal.quiet_errors():
            path = os.path.join(folder, f"table{ending}")
            written = _write_row(path)
            whole = written.startswith(path) and _is_row(written)
            # What comes beside it is called like it but for the ending.
            alike = all(file.startswith("table.") for file in os.listdir(folder))
            return written[len(path) :] if whole and alike else None
    except (QgsProcessingException, RuntimeError):
        return None
    except OSError:
        return ""  # there is no room to try it


def _write_row(path: str) -> str:
    """Write the table of one row as any output is written; the file that QGIS made, or ''."""
    columns = QgsFields()
    for column, kind in COLUMNS.items():
        columns.append(QgsField(column, kind))
    sink, written = QgsProcessingUtils.createFeatureSink(
        path,
        QgsProcessingContext(),
        columns,
        Qgis.WkbType.NoGeometry,
        QgsCoordinateReferenceSystem(),
    )
    feature = QgsFeature(columns)
    feature.setAttributes(ROW)
    return written if sink is not None and sink.addFeature(feature) else ""


def _is_row(path: str) -> bool:
    """Whether a file has the columns, whatever others are beside them, and the row."""
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        layer = dataset.GetLayer(0)  # there is none in a database that does not list its tables
        feature = layer.GetNextFeature() if layer is not None else None
        values = feature.items() if feature is not None else {}
        cells = {column.lower(): value for column, value in values.items()}
        del feature, layer, dataset
    return [cells.get(column) for column in COLUMNS] == ROW
