"""How layers read in the application: headings and digits of tables, the time of rasters, forms.

Field names are a contract and stay English; the headings are in the user's language.
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

# The first and the last day of what a raster shows.
DateRange = tuple[datetime.date, datetime.date]

REAL_FIELD_TYPES = (QMetaType.Type.Double, QMetaType.Type.Float)
# A column of hectares, as the square matrix has one per class.
DEFAULT_DECIMALS = 2
# How the columns of classes begin that are called after their dates.
CLASS_COLUMN_PREFIX = "class_"

# Light to dark, so that it reads without colour as well; about so many classes.
CHOROPLETH_RAMP = ("#fff3dd", "#8c2d04")
CHOROPLETH_CLASS_COUNT = 5
LABEL_DECIMALS = 1
CHOROPLETH_OUTLINE = {"outline_color": "#5b5b5b", "outline_width": "0.2"}


def detect_field_types(layer: QgsVectorLayer) -> None:
    """Have the numbers of a CSV be numbers: QGIS opens its columns as text."""
    source = layer.source()
    if source.lower().endswith(".csv") and layer.providerType() == "ogr":
        layer.setDataSource(f"{source}|option:AUTODETECT_TYPE=YES", layer.name(), "ogr")


def apply_field_formats(layer: QgsVectorLayer) -> None:
    """Give the columns their headings and digits.

    What is set already stays: a style that lies beside the file or that the user chose for
    this output in Processing's settings.
    """
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
    """How numbers with so many digits after the point are edited and shown."""
    options = {"Precision": digits, "AllowNull": True, "Style": "SpinBox"}
    return QgsEditorWidgetSetup("Range", options)


@dataclass(frozen=True)
class Choropleth:
    """What polygons show on arrival: the values of a field, in classes.

    `headings` and `digits` after the point are those of fields that the data dictionary does not
    know, which stand last; the first of so many fields `before` them is the label.
    """

    field: str
    measure: str
    headings: Mapping[str, str]
    digits: Mapping[str, int]
    before: int = len(POLYGON_COLUMNS)

    def apply_to_layer(self, layer: QgsVectorLayer) -> None:
        """Have a layer shown so; what is set already stays, as in `dress`."""
        # By their places from behind: a Shapefile has cut the names.
        names = layer.fields().names()
        first = len(names) - len(self.headings)
        for index, name in enumerate(self.headings, first):
            if not layer.attributeAlias(index):
                layer.setFieldAlias(index, self.headings[name])
            if layer.editorWidgetSetup(index).type() in ("", "Range"):
                layer.setEditorWidgetSetup(index, create_spin_box(self.digits[name]))
        shown = first + list(self.headings).index(self.field)
        # As QGIS shows any layer for which there is no style.
        if isinstance(layer.renderer(), QgsSingleSymbolRenderer):
            self._apply_renderer(layer, names[shown])
            if layer.labeling() is None:
                self._apply_labels(layer, names[first - self.before], names[shown])

    def _apply_renderer(self, layer: QgsVectorLayer, name: str) -> None:
        """Show the values of a field in classes, where there are values."""
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
            # One value makes no classes.
            low, high = min(values), max(values)
            alone = QgsFillSymbol.createSimple({**CHOROPLETH_OUTLINE, "color": light.name()})
            label = method.labelForRange(low, high)
            renderer.addClassRange(QgsRendererRange(low, high, alone, label))
        # By the renderer's own rule, for a value may lie on the edge of two.
        used = {renderer.legendKeyForValue(value) for value in values}
        keys = [part.uuid() for part in renderer.ranges()]
        for index in reversed(range(len(keys))):
            if keys[index] not in used:
                renderer.deleteClass(index)
        layer.setRenderer(renderer)

    def _apply_labels(self, layer: QgsVectorLayer, unit: str, name: str) -> None:
        """Write name and value of each unit into it."""
        letters, edge = QgsTextFormat(), QgsTextBufferSettings()
        edge.setEnabled(True)
        letters.setBuffer(edge)
        label = QgsPalLayerSettings()
        label.isExpression = True
        unit, name = map(QgsExpression.quotedColumnRef, (unit, name))
        measure = QgsExpression.quotedString(f" {self.measure}")
        value = f"format_number({name}, {LABEL_DECIMALS}) || {measure}"
        # A unit without a value is named alone.
        label.fieldName = f"concat({unit}, '\\n' || {value})"
        label.setFormat(letters)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
        layer.setLabelsEnabled(True)


class SidecarStyle:
    """A raster is shown by the style beside its file, which Processing does not load."""

    def apply_to_layer(self, layer: QgsRasterLayer) -> None:
        """Have a layer shown so; what is set already stays, as in `dress`."""
        # As QGIS shows any raster of named values for which there is no style.
        if isinstance(layer.renderer(), QgsPalettedRasterRenderer):
            layer.loadDefaultStyle()


def set_temporal_range(layer: QgsRasterLayer, days: DateRange) -> None:
    """Have the temporal controller show a raster on its days; no file can hold that."""
    first, last = (QDate(day.year, day.month, day.day) for day in days)
    shown = QgsDateTimeRange(QDateTime(first, QTime(0, 0)), QDateTime(last, QTime(23, 59, 59)))
    # QGIS makes them with the layer.
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)  # type: ignore[union-attr]
    properties.setFixedTemporalRange(shown)  # type: ignore[union-attr]
    properties.setIsActive(True)  # type: ignore[union-attr]


# Where QGIS keeps the styles of the layers in a GeoPackage, and its columns.
STYLE_TABLE = "layer_styles"
STYLE_COLUMNS = (
    "f_table_catalog f_table_schema f_table_name f_geometry_column styleName styleQML styleSLD "
    "useAsDefault description owner ui update_time"
)
STYLE_FIELD_TYPES = {"useAsDefault": ogr.OFTInteger, "update_time": ogr.OFTDateTime}

# What the memory provider calls the types of fields in its address.
MEMORY_FIELD_TYPES = {
    QMetaType.Type.QString: "string",
    QMetaType.Type.LongLong: "long",
    QMetaType.Type.Double: "double",
    QMetaType.Type.Bool: "bool",
}


class AttributeForm:
    """How a layer of some columns is edited, and maybe how it is shown."""

    GEOMETRY = Qgis.WkbType.NoGeometry
    columns: QgsFields

    def apply_to_layer(self, layer: QgsVectorLayer) -> None:
        """Have a layer edited so."""
        raise NotImplementedError

    def export_style(self) -> str:
        """The form as QGIS writes styles."""
        # Neither made by a factory of QGIS's nor changed by way of its provider: PyQt may take
        # either of them for an older one at the same address, which is gone by now.
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
    """A drop-down list of labels and values, the first one, if it is called so, for no value."""
    null = [(nothing, QgsValueMapFieldFormatter.NULL_VALUE)] if nothing else []
    options = [{label: value} for label, value in (*null, *entries)]
    return QgsEditorWidgetSetup("ValueMap", {"map": options})


def save_forms(dataset: gdal.Dataset, forms: Mapping[str, AttributeForm]) -> None:
    """Put forms into a GeoPackage, where QGIS finds them with whoever opens it.

    A form that a layer of the file has already is replaced; those of others stay.
    """
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
