"""How the columns of the tables read in the application: headings, digits and widths.

Field names are a contract and stay English; the headings are in the user's language.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from qgis.core import (
    QgsAttributeTableConfig,
    QgsEditorWidgetSetup,
    QgsFeatureRequest,
    QgsField,
    QgsVariantUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ..text import tr

# Pixels: a letter of the table's font, its margins, and what no column goes beyond.
LETTER, MARGIN = 9, 30
NARROWEST, WIDEST = 50, 480
# Rows are looked at for the width of a column, not all of a long table.
ROWS_LOOKED_AT = 500

REALS = (QMetaType.Type.Double, QMetaType.Type.Float)
# A column of hectares, as the square matrix has one per class.
DIGITS_OF_REALS = 2


@dataclass(frozen=True)
class Column:
    """Heading and, for a number that is no code, digits after the point."""

    heading: str
    digits: int | None = None


def known_columns() -> dict[str, Column]:
    """The columns of all tables, by field name."""
    return {
        "period": Column(tr("Period")),
        "year": Column(tr("Year")),
        "layer": Column(tr("Layer")),
        "value": Column(tr("Value")),
        "class": Column(tr("Class")),
        "from_value": Column(tr("From value")),
        "from_class": Column(tr("From class")),
        "to_value": Column(tr("To value")),
        "to_class": Column(tr("To class")),
        "zone": Column(tr("Zone no.")),
        "zone_name": Column(tr("Zone")),
        "kind": Column(tr("Kind of conversion")),
        "check": Column(tr("Check")),
        "ok": Column(tr("Met")),
        "cells": Column(tr("Cells"), 0),
        "area_ha": Column(tr("Area, ha"), 2),
        "share_pct": Column(tr("Share, %"), 2),
        "pct_of_total": Column(tr("% of all land"), 2),
        "pct_of_from": Column(tr("% of from class"), 2),
        "pct_of_to": Column(tr("% of to class"), 2),
        "pct_of_out": Column(tr("% of what left the class"), 2),
        "area_before_ha": Column(tr("Area before, ha"), 2),
        "area_after_ha": Column(tr("Area after, ha"), 2),
        "persistence_ha": Column(tr("Unchanged, ha"), 2),
        "gain_ha": Column(tr("Gain, ha"), 2),
        "loss_ha": Column(tr("Loss, ha"), 2),
        "net_ha": Column(tr("Net change, ha"), 2),
        "swap_ha": Column(tr("Swap, ha"), 2),
        "change_ha": Column(tr("Change, ha"), 2),
        "change_points": Column(tr("Change, points"), 2),
        "soil_tc_per_ha": Column(tr("Soil, t C/ha"), 3),
        "vegetation_tc_per_ha": Column(tr("Vegetation, t C/ha"), 3),
        "soil_loss_tc": Column(tr("Soil loss, t C"), 1),
        "vegetation_loss_tc": Column(tr("Vegetation loss, t C"), 1),
        "total_loss_tc": Column(tr("Loss, t C"), 1),
        "total_loss_tco2": Column(tr("Loss, t CO2"), 1),
        "grid_cells": Column(tr("Cells of the grid"), 0),
        "valid_cells": Column(tr("Valid cells"), 0),
        "nodata_cells": Column(tr("No data cells"), 0),
        "outside_cells": Column(tr("Cells beyond the edge"), 0),
        "unlisted_cells": Column(tr("Cells nobody names"), 0),
        "counted_cells": Column(tr("Counted cells"), 0),
        "grid_ha": Column(tr("Grid, ha"), 2),
        "counted_ha": Column(tr("Counted, ha"), 2),
        "resampled": Column(tr("Resampled")),
        "expected": Column(tr("Expected"), 2),
        "found": Column(tr("Found"), 2),
        # As small as 1e-9: fixed digits would show nothing but zeros.
        "difference": Column(tr("Difference")),
        "Total": Column(tr("Total"), 2),
    }


def typed(layer: QgsVectorLayer) -> None:
    """Have the numbers of a CSV be numbers: QGIS opens its columns as text."""
    source = layer.source()
    if source.lower().endswith(".csv") and layer.providerType() == "ogr":
        layer.setDataSource(f"{source}|option:AUTODETECT_TYPE=YES", layer.name(), "ogr")


def dress(layer: QgsVectorLayer) -> None:
    """Give the columns their headings, digits and widths.

    What is set already stays: a style that lies beside the file or that the user chose for
    this output in Processing's settings.
    """
    known = known_columns()
    for index, field in enumerate(layer.fields().toList()):
        column = known.get(field.name())
        digits = column.digits if column else None
        if column is None and field.type() in REALS:
            digits = DIGITS_OF_REALS
        if column and not layer.attributeAlias(index):
            layer.setFieldAlias(index, column.heading)
        if digits is not None and field.isNumeric() and not layer.editorWidgetSetup(index).type():
            options = {"Precision": digits, "AllowNull": True, "Style": "SpinBox"}
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", options))
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    if all(config.columnWidth(index) == -1 for index in range(len(config.columns()))):
        layer.setAttributeTableConfig(_with_widths(config, layer))


def _with_widths(config: QgsAttributeTableConfig, layer: QgsVectorLayer) -> QgsAttributeTableConfig:
    """The configuration with columns as wide as their heading and their cells."""
    fields = layer.fields().toList()
    letters = {field.name(): _letters(field.displayName()) for field in fields}
    request = QgsFeatureRequest().setLimit(ROWS_LOOKED_AT)
    for feature in layer.getFeatures(request):
        for field, cell in zip(fields, feature.attributes()):
            letters[field.name()] = max(letters[field.name()], _letters(_shown(field, cell)))
    for index, column in enumerate(config.columns()):
        if column.name in letters:
            width = LETTER * letters[column.name] + MARGIN
            config.setColumnWidth(index, max(NARROWEST, min(width, WIDEST)))
    return config


def _shown(field: QgsField, cell: object) -> str:
    """A cell about as the table shows it."""
    if cell is None or QgsVariantUtils.isNull(cell):
        return "NULL"
    setup = field.editorWidgetSetup()
    if setup.type() == "Range":
        return f"{cell:,.{setup.config()['Precision']}f}"
    return str(cell)


def _letters(text: str) -> int:
    """The length of a text; Chinese characters are as wide as two letters."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
