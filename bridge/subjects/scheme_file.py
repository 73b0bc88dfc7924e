"""File with the four tables of a scheme, to be filled in: GeoPackage or Excel workbook.

It includes edit forms with drop-down lists of groups, zones and sides of rules.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import QgsEditorWidgetSetup, QgsFields, QgsProcessingUtils, QgsVectorLayer

from ...core.base.data_dictionary import ColumnKind
from ...core.base.drafts import convert_write_errors
from ...core.base.messages import DataError, Term
from ...core.densities.density_table import SOIL_LAND_USES
from ...core.results.scheme_tables import CLASSES, COEFFICIENTS, RULES, ZONES, SchemeTable
from ...core.scheme.class_table_proposal import CLASS_GROUPS
from ...core.scheme.classes import NATURAL_VALUES
from ...core.scheme.coefficients import CURVES, DISTRIBUTIONS
from ...core.xlsx.workbook import column_range, workbook_bytes
from ...core.xlsx.worksheet import table_sheet
from ...text import tr, translate
from ..destinations import get_destination_path, is_in_temp_folder
from ..layer_appearance import (
    DEFAULT_DECIMALS,
    AttributeForm,
    create_spin_box,
    create_value_map,
    save_forms,
)
from ..run_context import RunContext
from ..table_sinks import create_qgis_fields
from ..tables import read_file_bytes

OGR_FIELD_TYPES = {
    ColumnKind.TEXT: ogr.OFTString,
    ColumnKind.WHOLE: ogr.OFTInteger64,
    ColumnKind.REAL: ogr.OFTReal,
}
# GDAL detects headers from the first rows; sheets of texts only would have none.
HEADER_OPTION = "HEADERS=FORCE"
TABLE_TITLES = {
    CLASSES: Term("Classes"),
    ZONES: Term("Zones"),
    RULES: Term("Rules"),
    COEFFICIENTS: Term("Coefficients"),
}
# Members of the groups, for the drop-down list.
GROUP_MEMBERS = {
    "sink": Term("cropland, forest, grass, shrubs, orchards"),
    "mine": Term("pits, stripping land, dumps"),
    "built": Term("towns, villages, roads, industry"),
    "water": Term("rivers, lakes, sea"),
    "wetland": Term("marsh, peat, tidal flats"),
    "bare": Term("rock, sand, bare ground"),
    "snow": Term("snow and ice"),
}
# Allowed curves and distributions in the coefficients.
COEFFICIENT_CHOICES: Mapping[str, Sequence[str]] = {
    "soil_curve": tuple(CURVES),
    "vegetation_curve": tuple(CURVES),
    "distribution": DISTRIBUTIONS,
}
# Limit of Excel, characters.
MAX_LIST_FORMULA_LENGTH = 255


@dataclass(frozen=True)
class TableForm(AttributeForm):
    """Edit form of a table; informative columns are read-only."""

    columns: QgsFields
    widgets: Mapping[str, QgsEditorWidgetSetup]
    read_only: Collection[str]

    def apply_to_layer(self, layer: QgsVectorLayer) -> None:
        config = layer.editFormConfig()
        for index, name in enumerate(layer.fields().names()):
            if name in self.widgets:
                layer.setEditorWidgetSetup(index, self.widgets[name])
            config.setReadOnly(index, name in self.read_only)
        layer.setEditFormConfig(config)


def write_scheme_file(run: RunContext, name: str, tables: Sequence[SchemeTable]) -> None:
    """Write the tables, set their sources, such as CLASSES_TABLE, as outputs, and load them.

    An existing file is kept; raise an error if its tables differ, as they may be edited.
    """
    path = run.output_file_path(name)
    words = [_translate_table(table) for table in tables]
    if not os.path.exists(path):
        draft = run.drafts.draft_path(path)
        content = _create_file_content(name, path, words)
        with convert_write_errors(path):
            draft.write_bytes(content)
    elif not _has_tables(path, words):
        raise DataError(
            "{name}: '{path}' exists and differs; choose another name", name=name, path=path
        )
    run.results[name] = path
    for table in words:
        run.results[f"{table.name.upper()}_TABLE"] = _create_table_uri(path, table.name)
    # In a model, the file of an intermediate step is in the temporary folder and is not loaded.
    if is_in_temp_folder(get_destination_path(run.values_by_name.get(name))):
        return
    # Load the tables with their forms when the run ends.
    forms = create_table_forms(words)
    for table in words:
        source = _create_table_uri(path, table.name)
        if _get_extension(path) == ".xlsx":
            source = f"{source}|option:{HEADER_OPTION}"
        run.looks[Path(source)] = forms[table.name]
        title = translate(TABLE_TITLES[table.name])
        run.load_when_done(source, title, name, QgsProcessingUtils.LayerHint.Vector)


def _get_extension(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _create_table_uri(path: str, table: str) -> str:
    """Return the URI of a table for a table parameter."""
    return f"{path}|layername={table}"


def _translate_table(table: SchemeTable) -> SchemeTable:
    """Return the table with its texts in the user's language."""
    rows = [
        {
            column: translate(row[column])
            if kind is ColumnKind.TEXT and row[column]
            else row[column]
            for column, kind in table.fields
        }
        for row in table.rows
    ]
    return SchemeTable(table.name, table.fields, rows)


def _create_file_content(name: str, path: str, tables: Sequence[SchemeTable]) -> bytes:
    """Return the file content, after checking that it stores the tables unchanged."""
    folder = f"/vsimem/{uuid.uuid4().hex}"
    file = f"{folder}/scheme{_get_extension(path)}"
    try:
        with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
            content = FORMAT_WRITERS[_get_extension(path)](file, tables)
            if not _has_tables(file, tables):
                raise DataError(
                    "{name}: '{file}' cannot store the class names; use .gpkg",
                    name=name,
                    file=os.path.basename(path),
                )
            return content
    except RuntimeError as error:
        raise DataError(
            "{name}: the table could not be created ({reason})", name=name, reason=error
        ) from error
    finally:
        gdal.RmdirRecursive(folder)


def _create_workbook(file: str, tables: Sequence[SchemeTable]) -> bytes:
    """Return the content of a workbook with the tables."""
    lists = create_validation_lists(tables)
    content = workbook_bytes(
        [table_sheet(t.name, t.fields, t.rows, lists=lists.get(t.name)) for t in tables]
    )
    gdal.FileFromMemBuffer(file, content)
    return content


def _create_geopackage(file: str, tables: Sequence[SchemeTable]) -> bytes:
    """Return the content of a GeoPackage with the tables."""
    with gdal.GetDriverByName("GPKG").Create(file, 0, 0, 0, gdal.GDT_Unknown) as dataset:
        for table in tables:
            layer = dataset.CreateLayer(table.name, None, ogr.wkbNone)
            for column, kind in table.fields:
                layer.CreateField(ogr.FieldDefn(column, OGR_FIELD_TYPES[kind]))
            for row in table.rows:
                feature = ogr.Feature(layer.GetLayerDefn())
                for column, value in row.items():
                    if value is not None:
                        feature.SetField(column, value)
                layer.CreateFeature(feature)
        save_forms(dataset, create_table_forms(tables))
    return read_file_bytes(file)


FORMAT_WRITERS = {".gpkg": _create_geopackage, ".xlsx": _create_workbook}


def _has_tables(path: str, tables: Sequence[SchemeTable]) -> bool:
    """Return whether a file contains exactly these tables, among others."""
    options = [HEADER_OPTION] if _get_extension(path) == ".xlsx" else []
    try:
        with (
            gdal.ExceptionMgr(useExceptions=True),
            ogr.ExceptionMgr(useExceptions=True),
            gdal.OpenEx(path, gdal.OF_VECTOR, open_options=options) as dataset,
        ):
            return all(_is_same_table(dataset.GetLayerByName(t.name), t) for t in tables)
    except RuntimeError:
        return False


def _is_same_table(layer: ogr.Layer | None, table: SchemeTable) -> bool:
    if layer is None:
        return False
    if not table.rows:
        return int(layer.GetFeatureCount()) <= 1  # of a sheet with nothing else the header is a row
    return layer.GetFeatureCount() == len(table.rows) and all(
        (cells.get(column) or None) == (row[column] or None)
        for cells, row in zip(map(ogr.Feature.items, layer), table.rows)
        for column, _ in table.fields
    )


def create_table_forms(tables: Sequence[SchemeTable]) -> dict[str, AttributeForm]:
    """Return the edit forms of the scheme tables by name."""
    by_name = {table.name: table for table in tables}
    colour = QgsEditorWidgetSetup("Color", {})
    widgets = {
        CLASSES: {
            "group": create_value_map(_list_groups(by_name[CLASSES]), tr("(none)")),
            "colour": colour,
            "natural": create_value_map(zip(NATURAL_VALUES, NATURAL_VALUES), tr("(unknown)")),
        },
        ZONES: {"colour": colour},
        RULES: _create_rule_widgets(by_name),
        COEFFICIENTS: {
            column: create_value_map(zip(words, words), tr("(default)"))
            for column, words in COEFFICIENT_CHOICES.items()
        },
    }
    read_only = [c for c, kind in by_name[CLASSES].fields if kind is ColumnKind.REAL]
    widgets[CLASSES].update(dict.fromkeys(read_only, create_spin_box(DEFAULT_DECIMALS)))
    return {
        name: TableForm(
            create_qgis_fields(table.fields), widgets[name], read_only if name == CLASSES else ()
        )
        for name, table in by_name.items()
    }


def create_validation_lists(tables: Sequence[SchemeTable]) -> dict[str, dict[str, str]]:
    """Return the drop-down lists for the sheets of a workbook, by table and column."""
    by_name = {table.name: table for table in tables}
    groups = [group for _, group in _list_groups(by_name[CLASSES])]
    sides = [*(f"@{group}" for group in groups), "*"]
    zones, by = by_name[ZONES], _get_zone_column(by_name[RULES])
    return {
        CLASSES: {
            "class": _format_list([*SOIL_LAND_USES]),
            "group": _format_list(groups),
            "natural": _format_list(NATURAL_VALUES),
        },
        RULES: {
            "from": _format_list(sides),
            "to": _format_list(["=", *sides]),
            "zone": column_range(ZONES, zones.fields, len(zones.rows), by),
        },
        COEFFICIENTS: {
            column: _format_list(words) for column, words in COEFFICIENT_CHOICES.items()
        },
    }


def _format_list(values: Sequence[str]) -> str:
    """Return values as a list for Excel, limited to the 255 characters it reads."""
    fitting = [value for value in values if not set(value) & {",", '"'}]
    while len(",".join(fitting)) > MAX_LIST_FORMULA_LENGTH:
        fitting.pop()
    return f'"{",".join(fitting)}"'


def _list_groups(classes: SchemeTable) -> list[tuple[str, str]]:
    """Return label and value of the standard groups and of additional ones in the table."""
    further = sorted(
        {str(row["group"]) for row in classes.rows if row["group"]} - set(CLASS_GROUPS)
    )
    usual = [
        (tr("{group}: {members}").format(group=g, members=translate(GROUP_MEMBERS[g])), g)
        for g in CLASS_GROUPS
    ]
    return [*usual, *((group, group) for group in further)]


def _create_rule_widgets(tables: Mapping[str, SchemeTable]) -> dict[str, QgsEditorWidgetSetup]:
    """Return lists of classes and groups for both sides of a rule, and of zones."""
    classes = tables[CLASSES]
    groups = [(f"@{group}", f"@{group}") for _, group in _list_groups(classes)]
    keys = {str(row["class"]): str(row["name"]) for row in classes.rows}
    named = [(key if key == name else f"{key} ({name})", key) for key, name in keys.items()]
    sides = [*groups, *named, (tr("* (any class)"), "*")]
    by = _get_zone_column(tables[RULES])
    zones = [(f"{row['zone']} {row['name']}", str(row[by])) for row in tables[ZONES].rows]
    return {
        "from": create_value_map(sides),
        "to": create_value_map([(tr("= (same class)"), "="), *sides]),
        "zone": create_value_map(zones),
    }


def _get_zone_column(rules: SchemeTable) -> str:
    """Return the zone column that the rules refer to: number or key."""
    return "zone" if dict(rules.fields)["zone"] is ColumnKind.WHOLE else "key"
