"""Forms and styles of layers that are edited, and how a GeoPackage keeps them with its layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from osgeo import gdal, ogr
from qgis.core import Qgis, QgsEditorWidgetSetup, QgsFields, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtXml import QDomDocument

# Where QGIS keeps the styles of the layers in a GeoPackage, and its columns.
STYLES = "layer_styles"
STYLE_COLUMNS = {
    "f_table_catalog": ogr.OFTString,
    "f_table_schema": ogr.OFTString,
    "f_table_name": ogr.OFTString,
    "f_geometry_column": ogr.OFTString,
    "styleName": ogr.OFTString,
    "styleQML": ogr.OFTString,
    "styleSLD": ogr.OFTString,
    "useAsDefault": ogr.OFTInteger,
    "description": ogr.OFTString,
    "owner": ogr.OFTString,
    "ui": ogr.OFTString,
    "update_time": ogr.OFTDateTime,
}

# What the memory provider calls the types of fields in its address.
MEMORY_TYPES = {
    QMetaType.Type.QString: "string",
    QMetaType.Type.LongLong: "long",
    QMetaType.Type.Double: "double",
    QMetaType.Type.Bool: "bool",
}


class Form:
    """How a layer is edited, and maybe how it is shown.

    Attributes:
        GEOMETRY: of the layer.
        columns: its fields.
    """

    GEOMETRY = Qgis.WkbType.NoGeometry
    columns: QgsFields

    def put_on(self, layer: QgsVectorLayer) -> None:
        """Have a layer edited so."""
        raise NotImplementedError

    def style(self) -> str:
        """The form as QGIS writes styles."""
        # Neither made by a factory of QGIS's nor changed by way of its provider: PyQt may take
        # either of them for an older one at the same address, which is gone by now.
        fields = (
            f"field={quote(c.name())}:{MEMORY_TYPES[c.type()]}(0,0)" for c in self.columns.toList()
        )
        shape = QgsWkbTypes.displayString(self.GEOMETRY)
        layer = QgsVectorLayer(f"{shape}?{'&'.join(fields)}", "form", "memory")
        self.put_on(layer)
        document = QDomDocument()
        layer.exportNamedStyle(document)
        return document.toString()


def drop_down(entries: Iterable[tuple[str, str]]) -> QgsEditorWidgetSetup:
    """A drop-down list of labels and values."""
    return QgsEditorWidgetSetup("ValueMap", {"map": [{label: value} for label, value in entries]})


def save_forms(dataset: gdal.Dataset, forms: Mapping[str, Form]) -> None:
    """Put forms into a GeoPackage, where QGIS finds them with whoever opens it.

    A form that a layer of the file has already is replaced; those of others stay.

    Args:
        forms: by the names of the layers.

    Raises:
        RuntimeError: they cannot be written.
    """
    styles = dataset.GetLayerByName(STYLES) or _made(dataset)
    former = [
        feature.GetFID() for feature in styles if feature.GetField("f_table_name") in set(forms)
    ]
    for fid in former:
        styles.DeleteFeature(fid)
    for name, form in forms.items():
        feature = ogr.Feature(styles.GetLayerDefn())
        cells = {
            **dict.fromkeys(("f_table_catalog", "f_table_schema"), ""),
            "f_table_name": name,
            "f_geometry_column": dataset.GetLayerByName(name).GetGeometryColumn(),
            "styleName": name,
            "styleQML": form.style(),
            "styleSLD": "",
            "useAsDefault": 1,
            "description": "",
            "owner": "",
        }
        for column, value in cells.items():
            feature.SetField(column, value)
        styles.CreateFeature(feature)


def _made(dataset: gdal.Dataset) -> ogr.Layer:
    styles = dataset.CreateLayer(STYLES, None, ogr.wkbNone, ["FID=id"])
    for column, kind in STYLE_COLUMNS.items():
        definition = ogr.FieldDefn(column, kind)
        if kind == ogr.OFTDateTime:
            definition.SetDefault("CURRENT_TIMESTAMP")
        if column == "useAsDefault":
            definition.SetSubType(ogr.OFSTBoolean)
        styles.CreateField(definition)
    return styles
