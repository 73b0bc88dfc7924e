"""Forms to edit the tables of a scheme with: drop-down lists of groups, zones and rule sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from osgeo import gdal, ogr
from qgis.core import (
    QgsEditorWidgetSetup,
    QgsField,
    QgsFields,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.columns import Kind
from ..core.messages import Term
from ..core.results.scheme_tables import CLASSES, COEFFICIENTS, RULES, ZONES, SchemeTable
from ..core.scheme.ledger_coefficients import DISTRIBUTIONS
from ..core.scheme.proposal import GROUPS
from ..core.scheme.recovery_columns import NEEDED as CURVES
from ..core.workbook import cells_of
from ..text import tr, translate
from .dressing import DIGITS_OF_REALS
from .sinks import TYPES

# What belongs to the groups, for the list to choose from.
MEMBERS = {
    "sink": Term("cropland, forest, grass, shrubs, orchards"),
    "mine": Term("pits, stripping land, dumps"),
    "built": Term("towns, villages, roads, industry"),
    "water": Term("rivers, lakes, sea"),
    "wetland": Term("marsh, peat, tidal flats"),
    "bare": Term("rock, sand, bare ground"),
    "snow": Term("snow and ice"),
}
# Of the coefficients, what a curve and a distribution may be.
TERMS: Mapping[str, Sequence[str]] = {
    "soil_curve": tuple(CURVES),
    "vegetation_curve": tuple(CURVES),
    "distribution": DISTRIBUTIONS,
}
# More letters Excel does not read.
LONGEST_LIST = 255
# Where QGIS keeps the styles of the tables in a GeoPackage, and its columns.
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


@dataclass(frozen=True)
class Form:
    """How the columns of a table are edited; those that only tell something are not."""

    fields: QgsFields
    widgets: dict[str, QgsEditorWidgetSetup] = field(default_factory=dict)
    told: frozenset[str] = frozenset()

    def put_on(self, layer: QgsVectorLayer) -> None:
        """Have a layer edited so."""
        config = layer.editFormConfig()
        for index, name in enumerate(layer.fields().names()):
            if name in self.widgets:
                layer.setEditorWidgetSetup(index, self.widgets[name])
            config.setReadOnly(index, name in self.told)
        layer.setEditFormConfig(config)


def forms_of(tables: Sequence[SchemeTable]) -> dict[str, Form]:
    """The forms of the tables of a scheme, by their names."""
    by_name = {table.name: table for table in tables}
    groups = [(tr("(none)"), QgsValueMapFieldFormatter.NULL_VALUE), *_groups(by_name[CLASSES])]
    widgets = {
        CLASSES: {"group": _list(groups), "colour": _colour()},
        ZONES: {"colour": _colour()},
        RULES: _rule_widgets(by_name),
        COEFFICIENTS: {
            column: _list([(tr("(default)"), QgsValueMapFieldFormatter.NULL_VALUE), *_same(words)])
            for column, words in TERMS.items()
        },
    }
    return {name: _form(table, widgets[name]) for name, table in by_name.items()}


def lists_of(tables: Sequence[SchemeTable]) -> dict[str, dict[str, str]]:
    """The same lists for the sheets of a workbook, by table and column."""
    by_name = {table.name: table for table in tables}
    groups = [group for _, group in _groups(by_name[CLASSES])]
    sides = [*(f"@{group}" for group in groups), "*"]
    zones, by = by_name[ZONES], _zone_column(by_name[RULES])
    return {
        CLASSES: {"group": _choices(groups)},
        RULES: {
            "from": _choices(sides),
            "to": _choices(["=", *sides]),
            "zone": cells_of(ZONES, zones.fields, len(zones.rows), by),
        },
        COEFFICIENTS: {column: _choices(words) for column, words in TERMS.items()},
    }


def _same(words: Sequence[str]) -> list[tuple[str, str]]:
    """Words as labels of themselves."""
    return [(word, word) for word in words]


def _choices(values: Sequence[str]) -> str:
    """Values as a workbook lists them; those that fit into the 255 letters that Excel reads."""
    fitting = [value for value in values if not set(value) & {",", '"'}]
    while len(",".join(fitting)) > LONGEST_LIST:
        fitting.pop()
    return f'"{",".join(fitting)}"'


def _form(table: SchemeTable, widgets: dict[str, QgsEditorWidgetSetup]) -> Form:
    fields = QgsFields()
    for column, kind in table.fields:
        fields.append(QgsField(column, TYPES[kind]))
    told = [c for c, kind in table.fields if table.name == CLASSES and kind is Kind.REAL]
    options = {"Precision": DIGITS_OF_REALS, "AllowNull": True, "Style": "SpinBox"}
    hectares = {column: QgsEditorWidgetSetup("Range", options) for column in told}
    return Form(fields, {**widgets, **hectares}, frozenset(told))


def _groups(classes: SchemeTable) -> list[tuple[str, str]]:
    """Label and value of the usual groups and those of the table's own."""
    own = sorted({str(row["group"]) for row in classes.rows if row["group"]} - set(GROUPS))
    usual = [
        (tr("{group}: {members}").format(group=g, members=translate(MEMBERS[g])), g) for g in GROUPS
    ]
    return [*usual, *((group, group) for group in own)]


def _rule_widgets(tables: Mapping[str, SchemeTable]) -> dict[str, QgsEditorWidgetSetup]:
    """Lists of classes and groups for both sides of a rule, and of the zones."""
    classes = tables[CLASSES]
    groups = [(f"@{group}", f"@{group}") for _, group in _groups(classes)]
    keys = {str(row["class"]): str(row["name"]) for row in classes.rows}
    named = [(key if key == name else f"{key} ({name})", key) for key, name in keys.items()]
    sides = [*groups, *named, (tr("* (any class)"), "*")]
    by = _zone_column(tables[RULES])
    zones = [(f"{row['zone']} {row['name']}", str(row[by])) for row in tables[ZONES].rows]
    return {
        "from": _list(sides),
        "to": _list([(tr("= (the same class)"), "="), *sides]),
        "zone": _list(zones),
    }


def _zone_column(rules: SchemeTable) -> str:
    """The column of the zones that the rules have: number or key."""
    return "zone" if dict(rules.fields)["zone"] is Kind.WHOLE else "key"


def _list(entries: Iterable[tuple[str, str]]) -> QgsEditorWidgetSetup:
    """A drop-down list of labels and values."""
    return QgsEditorWidgetSetup("ValueMap", {"map": [{label: value} for label, value in entries]})


def _colour() -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup("Color", {})


def save_forms(dataset: gdal.Dataset, forms: dict[str, Form]) -> None:
    """Put forms into a GeoPackage, where QGIS finds them with whoever opens it.

    Raises:
        RuntimeError: they cannot be written.
    """
    styles = dataset.CreateLayer(STYLES, None, ogr.wkbNone, ["FID=id"])
    for column, kind in STYLE_COLUMNS.items():
        definition = ogr.FieldDefn(column, kind)
        if kind == ogr.OFTDateTime:
            definition.SetDefault("CURRENT_TIMESTAMP")
        if column == "useAsDefault":
            definition.SetSubType(ogr.OFSTBoolean)
        styles.CreateField(definition)
    for table, form in forms.items():
        feature = ogr.Feature(styles.GetLayerDefn())
        cells = {
            **dict.fromkeys(("f_table_catalog", "f_table_schema", "f_geometry_column"), ""),
            "f_table_name": table,
            "styleName": table,
            "styleQML": _style(form),
            "styleSLD": "",
            "useAsDefault": 1,
            "description": "",
            "owner": "",
        }
        for column, value in cells.items():
            feature.SetField(column, value)
        styles.CreateFeature(feature)


def _style(form: Form) -> str:
    """The form as QGIS writes styles."""
    layer = QgsVectorLayer("NoGeometry", "form", "memory")
    if layer.dataProvider().addAttributes(form.fields.toList()):
        layer.updateFields()
    form.put_on(layer)
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return document.toString()
