"""Appearance of layers: field aliases and decimals, temporal ranges of rasters and forms.

Field names are fixed and in English; aliases are in the user's language.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsClassificationPrettyBreaks,
    QgsDateTimeRange,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFields,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGraduatedSymbolRenderer,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsRasterLayer,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsValueMapFieldFormatter,
    QgsVariantUtils,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, QTime
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..core.base.data_dictionary import COLUMNS
from ..core.results.results import POLYGON_COLUMNS
from ..text import translate

# First and last day covered by a raster.
DateRange = tuple[datetime.date, datetime.date]

REAL_FIELD_TYPES = (QMetaType.Type.Double, QMetaType.Type.Float)
# Columns of areas in hectares, such as the class columns of the square matrix.
DEFAULT_DECIMALS = 2
# Prefix of class columns named after their dates.
CLASS_COLUMN_PREFIX = "class_"

# Light to dark, to be readable without colour; approximate number of classes.
CHOROPLETH_RAMP = ("#fff3dd", "#8c2d04")
CHOROPLETH_CLASS_COUNT = 5
LABEL_DECIMALS = 1
CHOROPLETH_OUTLINE = {"outline_color": "#5b5b5b", "outline_width": "0.2"}


def detect_field_types(layer: QgsVectorLayer) -> None:
    """Reopen a CSV layer with detected field types: QGIS opens its columns as text."""
    source = layer.source()
    if source.lower().endswith(".csv") and layer.providerType() == "ogr":
        layer.setDataSource(f"{source}|option:AUTODETECT_TYPE=YES", layer.name(), "ogr")


def apply_field_formats(layer: QgsVectorLayer) -> None:
    """Set aliases and decimals of fields, unless set by a style beside the file or Processing."""
    for index, field in enumerate(layer.fields().toList()):
        column = COLUMNS.get(field.name())
        digits = column.digits if column else None
        if column is None and field.type() in REAL_FIELD_TYPES:
            digits = DEFAULT_DECIMALS
        heading = translate(column.heading) if column else ""
        if (
            column is None
            and not field.isNumeric()
            and field.name().startswith(CLASS_COLUMN_PREFIX)
        ):
            heading = (
                f"{translate(COLUMNS['class'].heading)} {field.name()[len(CLASS_COLUMN_PREFIX) :]}"
            )
        if heading and not layer.attributeAlias(index):
            layer.setFieldAlias(index, heading)
        if digits is not None and field.isNumeric() and not layer.editorWidgetSetup(index).type():
            layer.setEditorWidgetSetup(index, create_spin_box(digits))


def create_spin_box(digits: int) -> QgsEditorWidgetSetup:
    """Return an editor widget for numbers with the given number of decimals."""
    options = {"Precision": digits, "AllowNull": True, "Style": "SpinBox"}
    return QgsEditorWidgetSetup("Range", options)


@dataclass(frozen=True)
class Choropleth:
    """Choropleth style of polygons by the values of a field.

    `headings`, `digits` (decimals): of the fields missing in the data dictionary, which are
    last; the first of the `before` fields preceding them is the label.
    """

    field: str
    measure: str
    headings: Mapping[str, str]
    digits: Mapping[str, int]
    before: int = len(POLYGON_COLUMNS)

    def apply_to_layer(self, layer: QgsVectorLayer) -> None:
        """Apply the style to a layer; keep existing settings, as in `apply_field_formats`."""
        # Indices from the end: a Shapefile truncates field names.
        names = layer.fields().names()
        first = len(names) - len(self.headings)
        for index, name in enumerate(self.headings, first):
            if not layer.attributeAlias(index):
                layer.setFieldAlias(index, self.headings[name])
            if layer.editorWidgetSetup(index).type() in ("", "Range"):
                layer.setEditorWidgetSetup(index, create_spin_box(self.digits[name]))
        shown = first + list(self.headings).index(self.field)
        # Default renderer of QGIS for layers without a style.
        if isinstance(layer.renderer(), QgsSingleSymbolRenderer):
            self._apply_renderer(layer, names[shown])
            if layer.labeling() is None:
                self._apply_labels(layer, names[first - self.before], names[shown])

    def _apply_renderer(self, layer: QgsVectorLayer, name: str) -> None:
        """Set a graduated renderer for a field, if it has values."""
        values = [feature[name] for feature in layer.getFeatures()]
        values = [value for value in values if not QgsVariantUtils.isNull(value)]
        if not values:
            return
        method = QgsClassificationPrettyBreaks()
        method.setLabelFormat(f"%1 \N{EN DASH} %2 {self.measure}")
        method.setLabelPrecision(LABEL_DECIMALS)
        method.setLabelTrimTrailingZeroes(True)
        light, dark = map(QColor, CHOROPLETH_RAMP)
        symbol = QgsFillSymbol.createSimple(CHOROPLETH_OUTLINE)
        renderer = QgsGraduatedSymbolRenderer(name)
        renderer.setSourceSymbol(symbol)
        renderer.setSourceColorRamp(QgsGradientColorRamp(light, dark))
        renderer.setClassificationMethod(method)
        renderer.updateClasses(layer, CHOROPLETH_CLASS_COUNT)
        if not renderer.ranges():
            # A single value yields no class breaks.
            low, high = min(values), max(values)
            alone = QgsFillSymbol.createSimple({**CHOROPLETH_OUTLINE, "color": light.name()})
            label = method.labelForRange(low, high)
            renderer.addClassRange(QgsRendererRange(low, high, alone, label))
        # Use the lookup of the renderer, since a value may lie on the boundary of two classes.
        used = {renderer.legendKeyForValue(value) for value in values}
        keys = [part.uuid() for part in renderer.ranges()]
        for index in reversed(range(len(keys))):
            if keys[index] not in used:
                renderer.deleteClass(index)
        layer.setRenderer(renderer)

    def _apply_labels(self, layer: QgsVectorLayer, unit: str, name: str) -> None:
        """Label each unit with its name and value."""
        letters, edge = QgsTextFormat(), QgsTextBufferSettings()
        edge.setEnabled(True)
        letters.setBuffer(edge)
        label = QgsPalLayerSettings()
        label.isExpression = True
        unit, name = map(QgsExpression.quotedColumnRef, (unit, name))
        measure = QgsExpression.quotedString(f" {self.measure}")
        value = f"format_number({name}, {LABEL_DECIMALS}) || {measure}"
        # A unit without a value is labelled with its name only.
        label.fieldName = f"concat({unit}, '\\n' || {value})"
        label.setFormat(letters)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
        layer.setLabelsEnabled(True)


class SidecarStyle:
    """Style in the file beside a raster, which Processing does not load."""

    def apply_to_layer(self, layer: QgsRasterLayer) -> None:
        """Apply the style to a layer; keep existing settings, as in `apply_field_formats`."""
        # Default renderer of QGIS for rasters with named values and no style.
        if isinstance(layer.renderer(), QgsPalettedRasterRenderer):
            layer.loadDefaultStyle()


def set_temporal_range(layer: QgsRasterLayer, days: DateRange) -> None:
    """Set the temporal range of a raster; no raster file format stores it."""
    first, last = (QDate(day.year, day.month, day.day) for day in days)
    shown = QgsDateTimeRange(QDateTime(first, QTime(0, 0)), QDateTime(last, QTime(23, 59, 59)))
    # QGIS creates the temporal properties with the layer.
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)  # type: ignore[union-attr]
    properties.setFixedTemporalRange(shown)  # type: ignore[union-attr]
    properties.setIsActive(True)  # type: ignore[union-attr]


# Table of layer styles in a GeoPackage, as defined by QGIS, and its columns.
STYLE_TABLE = "layer_styles"
STYLE_COLUMNS = (
    "f_table_catalog f_table_schema f_table_name f_geometry_column styleName styleQML styleSLD "
    "useAsDefault description owner ui update_time"
)
STYLE_FIELD_TYPES = {"useAsDefault": ogr.OFTInteger, "update_time": ogr.OFTDateTime}

# Field type names in the URI of the memory provider.
MEMORY_FIELD_TYPES = {
    QMetaType.Type.QString: "string",
    QMetaType.Type.LongLong: "long",
    QMetaType.Type.Double: "double",
    QMetaType.Type.Bool: "bool",
}


class AttributeForm:
    """Edit form of a layer with given columns, and optionally its style."""

    GEOMETRY = Qgis.WkbType.NoGeometry
    columns: QgsFields

    def apply_to_layer(self, layer: QgsVectorLayer) -> None:
        """Apply the form to a layer."""
        raise NotImplementedError

    def export_style(self) -> str:
        """Return the form as a QGIS style document."""
        # Neither created by a QGIS factory nor changed through the provider: PyQt may confuse
        # either with a deleted object at the same address.
        fields = (
            f"field={quote(c.name())}:{MEMORY_FIELD_TYPES[c.type()]}(0,0)"
            for c in self.columns.toList()
        )
        shape = QgsWkbTypes.displayString(self.GEOMETRY)
        layer = QgsVectorLayer(f"{shape}?{'&'.join(fields)}", "form", "memory")
        self.apply_to_layer(layer)
        document = QDomDocument()
        layer.exportNamedStyle(document)
        return document.toString()


def create_value_map(entries: Iterable[tuple[str, str]], nothing: str = "") -> QgsEditorWidgetSetup:
    """Return a drop-down list of labels and values; `nothing` is the label of the NULL entry."""
    null = [(nothing, QgsValueMapFieldFormatter.NULL_VALUE)] if nothing else []
    options = [{label: value} for label, value in (*null, *entries)]
    return QgsEditorWidgetSetup("ValueMap", {"map": options})


def save_forms(dataset: gdal.Dataset, forms: Mapping[str, AttributeForm]) -> None:
    """Save forms as default styles of GeoPackage layers, replacing only their own forms."""
    styles = dataset.GetLayerByName(STYLE_TABLE) or _create_style_table(dataset)
    former = [style.GetFID() for style in styles if style.GetField("f_table_name") in forms]
    for fid in former:
        styles.DeleteFeature(fid)
    for name, form in forms.items():
        feature = ogr.Feature(styles.GetLayerDefn())
        cells = {
            **dict.fromkeys(("f_table_catalog", "f_table_schema", "styleSLD"), ""),
            **dict.fromkeys(("description", "owner"), ""),
            "f_table_name": name,
            "f_geometry_column": dataset.GetLayerByName(name).GetGeometryColumn(),
            "styleName": name,
            "styleQML": form.export_style(),
            "useAsDefault": 1,
        }
        for column, value in cells.items():
            feature.SetField(column, value)
        styles.CreateFeature(feature)


def _create_style_table(dataset: gdal.Dataset) -> ogr.Layer:
    styles = dataset.CreateLayer(STYLE_TABLE, None, ogr.wkbNone, ["FID=id"])
    for column in STYLE_COLUMNS.split():
        kind = STYLE_FIELD_TYPES.get(column, ogr.OFTString)
        definition = ogr.FieldDefn(column, kind)
        if kind == ogr.OFTDateTime:
            definition.SetDefault("CURRENT_TIMESTAMP")
        if column == "useAsDefault":
            definition.SetSubType(ogr.OFSTBoolean)
        styles.CreateField(definition)
    return styles
