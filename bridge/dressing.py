"""How layers read in the application: headings and digits of tables, the time of rasters.

Field names are a contract and stay English; the headings are in the user's language.
"""

from __future__ import annotations

import datetime

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsEditorWidgetSetup,
    QgsField,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, QTime

from ..core.columns import COLUMNS
from ..text import translate

# The first and the last day of what a raster shows.
Days = tuple[datetime.date, datetime.date]

REALS = (QMetaType.Type.Double, QMetaType.Type.Float)
# A column of hectares, as the square matrix has one per class.
DIGITS_OF_REALS = 2
# How the columns of classes begin that are called after their dates.
CLASS_OF = "class_"


def typed(layer: QgsVectorLayer) -> None:
    """Have the numbers of a CSV be numbers: QGIS opens its columns as text."""
    source = layer.source()
    if source.lower().endswith(".csv") and layer.providerType() == "ogr":
        layer.setDataSource(f"{source}|option:AUTODETECT_TYPE=YES", layer.name(), "ogr")


def dress(layer: QgsVectorLayer) -> None:
    """Give the columns their headings and digits.

    What is set already stays: a style that lies beside the file or that the user chose for
    this output in Processing's settings.
    """
    for index, field in enumerate(layer.fields().toList()):
        column = COLUMNS.get(field.name())
        digits = column.digits if column else None
        if column is None and field.type() in REALS:
            digits = DIGITS_OF_REALS
        heading = translate(column.heading) if column else _of_a_date(field)
        if heading and not layer.attributeAlias(index):
            layer.setFieldAlias(index, heading)
        if digits is not None and field.isNumeric() and not layer.editorWidgetSetup(index).type():
            options = {"Precision": digits, "AllowNull": True, "Style": "SpinBox"}
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", options))


def _of_a_date(field: QgsField) -> str:
    """The heading of a column with the classes of a date, which is called after that; else ''."""
    if field.isNumeric() or not field.name().startswith(CLASS_OF):
        return ""
    return f"{translate(COLUMNS['class'].heading)} {field.name()[len(CLASS_OF) :]}"


def put_in_time(layer: QgsRasterLayer, days: Days) -> None:
    """Have the temporal controller show a raster on its days; no file can hold that."""
    first, last = (QDate(day.year, day.month, day.day) for day in days)
    shown = QgsDateTimeRange(QDateTime(first, QTime(0, 0)), QDateTime(last, QTime(23, 59, 59)))
    # QGIS makes them with the layer.
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)  # type: ignore[union-attr]
    properties.setFixedTemporalRange(shown)  # type: ignore[union-attr]
    properties.setIsActive(True)  # type: ignore[union-attr]
