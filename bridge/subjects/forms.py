"""Forms to edit the tables of a scheme with: drop-down lists of groups, zones and rule sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qgis.core import QgsEditorWidgetSetup, QgsFields, QgsValueMapFieldFormatter, QgsVectorLayer

from ...core.base.columns import Kind
from ...core.base.messages import Term
from ...core.results.scheme_tables import CLASSES, COEFFICIENTS, RULES, ZONES, SchemeTable
from ...core.scheme.coefficients import CURVES, DISTRIBUTIONS
from ...core.scheme.proposal import GROUPS
from ...core.xlsx.workbook import cells_of
from ...text import tr, translate
from ..dressing import DIGITS_OF_REALS, spin_box
from ..layer_styles import Form, drop_down
from ..sinks import qgis_fields

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


@dataclass(frozen=True)
class TableForm(Form):
    """How the columns of a table are edited; those that only tell something are not."""

    columns: QgsFields
    widgets: dict[str, QgsEditorWidgetSetup] = field(default_factory=dict)
    read_only: frozenset[str] = frozenset()

    def put_on(self, layer: QgsVectorLayer) -> None:
        """Have a layer edited so."""
        config = layer.editFormConfig()
        for index, name in enumerate(layer.fields().names()):
            if name in self.widgets:
                layer.setEditorWidgetSetup(index, self.widgets[name])
            config.setReadOnly(index, name in self.read_only)
        layer.setEditFormConfig(config)


def forms_of(tables: Sequence[SchemeTable]) -> dict[str, Form]:
    """The forms of the tables of a scheme, by their names."""
    by_name = {table.name: table for table in tables}
    groups = [(tr("(none)"), QgsValueMapFieldFormatter.NULL_VALUE), *_groups(by_name[CLASSES])]
    widgets = {
        CLASSES: {"group": drop_down(groups), "colour": _colour()},
        ZONES: {"colour": _colour()},
        RULES: _rule_widgets(by_name),
        COEFFICIENTS: {
            column: drop_down(
                [(tr("(default)"), QgsValueMapFieldFormatter.NULL_VALUE), *_same(words)]
            )
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


def _form(table: SchemeTable, widgets: dict[str, QgsEditorWidgetSetup]) -> TableForm:
    read_only = [c for c, kind in table.fields if table.name == CLASSES and kind is Kind.REAL]
    hectares = dict.fromkeys(read_only, spin_box(DIGITS_OF_REALS))
    return TableForm(qgis_fields(table.fields), {**widgets, **hectares}, frozenset(read_only))


def _groups(classes: SchemeTable) -> list[tuple[str, str]]:
    """Label and value of the usual groups and those of the table's own."""
    further = sorted({str(row["group"]) for row in classes.rows if row["group"]} - set(GROUPS))
    usual = [
        (tr("{group}: {members}").format(group=g, members=translate(MEMBERS[g])), g) for g in GROUPS
    ]
    return [*usual, *((group, group) for group in further)]


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
        "from": drop_down(sides),
        "to": drop_down([(tr("= (the same class)"), "="), *sides]),
        "zone": drop_down(zones),
    }


def _zone_column(rules: SchemeTable) -> str:
    """The column of the zones that the rules have: number or key."""
    return "zone" if dict(rules.fields)["zone"] is Kind.WHOLE else "key"


def _colour() -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup("Color", {})
