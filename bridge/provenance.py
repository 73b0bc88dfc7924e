"""Provenance of a run: inputs, parameters, scheme, versions.

The record contains names of layers and tables, but no folders and no time: the same
inputs yield the same text in every language and at any time, as files are compared byte
by byte.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
)

from ..core.base.dates import Date
from ..core.base.files import Provenance, get_file_state, get_plugin_version
from ..core.base.messages import Message, Term
from ..core.scheme.table import Table
from ..core.scheme.value_classes import LAYER_SOURCE, ClassSource
from ..text import tr
from .dialog import get_choice_labels
from .layers import get_layer_names, get_raster_layer, get_raster_layers
from .parameters import RunParameters, get_extent_bounds
from .scheme import (
    DEFAULT_TABLE_FILES,
    NON_PAPER_DEFAULTS,
    TABLE_ROLES,
    list_table_parameters,
    record_table_source,
)

# The record of the density table describes them, FOCUS only affects the images of the report, and
# dialogs pass an offset even without a raster.
EXPLICIT_PARAMETERS = ("DENSITIES", "FOCUS", "DISTURBANCE_YEAR_OFFSET", "RECOVERY_YEAR_OFFSET")
SELECTED_FEATURES_TERM = Term("selected features only")
# Record entries of tables not given.
DEFAULT_TABLE_RECORDS = {
    "CLASSES": LAYER_SOURCE.record,
    **dict.fromkeys(DEFAULT_TABLE_FILES, "default (Yang et al. 2022)"),
    **dict.fromkeys(NON_PAPER_DEFAULTS, "default"),
}


def create_provenance(
    parameters: RunParameters,
    dates: Sequence[Date],
    sources: Sequence[str],
    tables: Mapping[str, Table],
    span: str,
) -> Provenance:
    """Create provenance of layers in order; `sources`: files or others; `span`: period or ''."""
    record, locale = _create_record(parameters, dates), QgsApplication.locale()
    files, table_names = tuple(map(_get_source_file, sources)), list_table_parameters(parameters)
    return Provenance(
        record=record,
        span=span,
        made_on=date.today().isoformat(),
        versions=(
            ("Carbon Zones", get_plugin_version()),
            ("QGIS", Qgis.version()),
            ("GDAL", gdal.__version__),
        ),
        files=files,
        states=tuple(map(get_file_state, files)),
        tables=tuple(
            (TABLE_ROLES[name], _describe_table(name, tables.get(name))) for name in table_names
        ),
        # Language tag for the report: zh-CN, en.
        language="en" if locale in ("", "C", "POSIX") else locale.replace("_", "-"),
        title=_read_user_text(parameters, "TITLE"),
        author=_read_user_text(parameters, "AUTHOR"),
        comment=_read_user_text(parameters, "COMMENT"),
        labels={
            definition.name(): definition.description()
            for definition in parameters.algorithm.parameterDefinitions()
            if definition.name() not in table_names
        },
        words=_create_display_values(parameters, record),
    )


def _create_display_values(parameters: RunParameters, record: Mapping[str, str]) -> dict[str, str]:
    """Return the translated values of the record for display, by name."""
    algorithm = parameters.algorithm
    both = tr("{words} ({value})")
    shown_words = {
        "ALGORITHM": both.format(words=algorithm.displayName(), value=record["ALGORITHM"])
    }
    for definition in algorithm.parameterDefinitions():
        name, kind = definition.name(), definition.type()
        value = record.get(name, "")
        if kind == "enum" and value:
            words = get_choice_labels(definition)
            if value in words:
                shown_words[name] = both.format(words=words[value], value=value)
        elif kind == "source" and f", {SELECTED_FEATURES_TERM}" in value:
            shown_words[name] = value.replace(
                f", {SELECTED_FEATURES_TERM}", tr(", ") + tr(SELECTED_FEATURES_TERM)
            )
    return shown_words


def _read_user_text(parameters: RunParameters, name: str) -> str:
    """Return a text parameter of the user, or '' if the algorithm does not have it."""
    return parameters.text_value(name).strip() if parameters.has_parameter(name) else ""


def _get_source_file(source: str) -> str:
    """Return the file of a source, on disk or in a GDAL virtual file system, or ''."""
    if os.path.isfile(source):
        return source
    return source.split("|")[0] if source.startswith("/vsi") else ""


def record_class_source(provenance: Provenance, named_by: ClassSource) -> Provenance:
    """Return the provenance of a run without a class table, with the source of its classes."""
    return record_table_source(provenance, "CLASSES", named_by.record, named_by.words)


def _create_record(parameters: RunParameters, dates: Sequence[Date]) -> dict[str, str]:
    """Return the record of the run, by name."""
    record = {
        "TIFFTAG_SOFTWARE": f"Carbon Zones {get_plugin_version()}",
        "ALGORITHM": f"carbonzones:{parameters.algorithm.name()}",
    }
    layers = iter(date.layer for date in dates)
    for definition in parameters.algorithm.parameterDefinitions():
        name, kind = definition.name(), definition.type()
        if kind == "raster" and not definition.flags() & Qgis.ProcessingParameterFlag.Optional:
            text = next(layers)  # those of the dates are never optional
        elif name == "LAYERS":
            text = ", ".join(date.layer for date in dates)
        elif name == "YEARS":
            text = ",".join(date.year for date in dates) if any(d.year for d in dates) else ""
        elif name in EXPLICIT_PARAMETERS and not parameters.is_non_default(name):
            text = ""
        else:
            text = _format_parameter(parameters, definition)
        if text:
            record[name] = text
    return record


def _format_parameter(
    parameters: RunParameters, definition: QgsProcessingParameterDefinition
) -> str:
    """Return a parameter value for the record; '' for an output or a value to omit."""
    name, kind = definition.name(), definition.type()
    if kind == "source" and not parameters.has_value(name):
        return DEFAULT_TABLE_RECORDS.get(name, "")
    if kind == "source":
        source, value = parameters.feature_source(name), parameters.values_by_name[name]
        if source is None:
            return ""
        parts = [source.sourceName()]
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            parts += [str(SELECTED_FEATURES_TERM)] if value.selectedFeaturesOnly else []
            parts += [value.filterExpression] if value.filterExpression else []
        return ", ".join(parts)
    if kind == "raster":
        return get_raster_layer(parameters, name).name() if parameters.has_value(name) else ""
    if kind == "multilayer":
        return ", ".join(get_layer_names(get_raster_layers(parameters, name)))
    if isinstance(definition, QgsProcessingParameterBand):
        is_read = parameters.has_value(definition.parentLayerParameterName())
        return str(parameters.int_value(name)) if is_read else ""
    if kind == "extent":
        asked = (parameters.values_by_name, name, parameters.context)
        rectangle = parameters.algorithm.parameterAsExtent(*asked)
        if rectangle.isNull():
            return ""
        crs = parameters.algorithm.parameterAsExtentCrs(*asked).authid()
        edges = ",".join(f"{edge:.10g}" for edge in get_extent_bounds(rectangle))
        return f"{edges} {f'[{crs}]' if crs else ''}".strip()
    if kind == "enum":
        return parameters.enum_value(name)
    if kind in ("string", "field"):
        return parameters.text_value(name).strip()
    return str(parameters.values_by_name.get(name, "")) if kind in ("point", "number") else ""


def _describe_table(name: str, table: Table | None) -> object:
    """Return the description of a table for display."""
    if table is None:
        return LAYER_SOURCE.words if name == "CLASSES" else Term("not given")
    if table.is_default and name in NON_PAPER_DEFAULTS:
        return Message("{table} (default)", table=table.name)
    if table.is_default:
        return Message("{table} (default, Yang et al. 2022)", table=table.name)
    return table.name
