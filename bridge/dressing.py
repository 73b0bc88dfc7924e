"""How the columns of the tables read in the application: headings and digits.

Field names are a contract and stay English; the headings are in the user's language.
"""

from __future__ import annotations

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ..core.columns import COLUMNS
from ..text import translate

REALS = (QMetaType.Type.Double, QMetaType.Type.Float)
# A column of hectares, as the square matrix has one per class.
DIGITS_OF_REALS = 2


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
        if column and not layer.attributeAlias(index):
            layer.setFieldAlias(index, translate(column.heading))
        if digits is not None and field.isNumeric() and not layer.editorWidgetSetup(index).type():
            options = {"Precision": digits, "AllowNull": True, "Style": "SpinBox"}
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", options))
