"""Provenance of a run: inputs, parameters, scheme, versions.

The record names layers and tables, no folders and no time: the same inputs give the same text in
every language and on every day, because files that hold it are compared byte by byte.
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
from ..core.base.files import Provenance, state_of, version
from ..core.base.messages import Message, Term
from ..core.scheme.table import Table
from ..core.scheme.value_classes import BY_LAYERS, NamedBy
from ..text import tr
from .dialog import words_of
from .layers import names_apart, raster_layer, raster_layers
from .parameters import RunParameters, edges_of
from .scheme import DEFAULT_FILES, OWN_DEFAULTS, ROLES, taken_tables, with_table

# The record of the table of densities tells which were taken, FOCUS changes nothing but the page's
# pictures, and dialogs give an offset without a raster too.
WITHOUT_DEFAULT = ("DENSITIES", "FOCUS", "DISTURBANCE_YEAR_OFFSET", "RECOVERY_YEAR_OFFSET")
SELECTED = Term("selected features only")
# What the record says where no table was given.
WITHOUT_TABLE = {
    "CLASSES": BY_LAYERS.record,
    **dict.fromkeys(DEFAULT_FILES, "default (Yang et al. 2022)"),
    **dict.fromkeys(OWN_DEFAULTS, "default"),
}


def provenance_of(
    parameters: RunParameters,
    dates: Sequence[Date],
    sources: Sequence[str],
    tables: Mapping[str, Table],
    span: str,
) -> Provenance:
    """The provenance of a run on dated layers, in the order in which it takes them.

    `sources`: their files, or what else they come from. `span`: the period of the whole run, or ''.
    """
    record, locale = _record(parameters, dates), QgsApplication.locale()
    files, table_names = tuple(map(_file_of, sources)), taken_tables(parameters)
    return Provenance(
        record=record,
        span=span,
        made_on=date.today().isoformat(),
        versions=(
            ("Carbon Zones", version()),
            ("QGIS", Qgis.version()),
            ("GDAL", gdal.__version__),
        ),
        files=files,
        states=tuple(map(state_of, files)),
        tables=tuple((ROLES[name], _which(name, tables.get(name))) for name in table_names),
        # As pages name it: zh-CN, en.
        language="en" if locale in ("", "C", "POSIX") else locale.replace("_", "-"),
        title=_own_words(parameters, "TITLE"),
        author=_own_words(parameters, "AUTHOR"),
        comment=_own_words(parameters, "COMMENT"),
        labels={
            definition.name(): definition.description()
            for definition in parameters.algorithm.parameterDefinitions()
            if definition.name() not in table_names
        },
        words=_words(parameters, record),
    )


def _words(parameters: RunParameters, record: Mapping[str, str]) -> dict[str, str]:
    """What people read in place of keywords and English of the record, by its names."""
    algorithm = parameters.algorithm
    both = tr("{words} ({value})")
    shown_words = {
        "ALGORITHM": both.format(words=algorithm.displayName(), value=record["ALGORITHM"])
    }
    for definition in algorithm.parameterDefinitions():
        name, kind = definition.name(), definition.type()
        value = record.get(name, "")
        if kind == "enum" and value:
            words = words_of(definition)
            if value in words:
                shown_words[name] = both.format(words=words[value], value=value)
        elif kind == "source" and f", {SELECTED}" in value:
            shown_words[name] = value.replace(f", {SELECTED}", tr(", ") + tr(SELECTED))
    return shown_words


def _own_words(parameters: RunParameters, name: str) -> str:
    """What the user wants the results to say; '' where nobody asks for it."""
    return parameters.text(name).strip() if parameters.takes(name) else ""


def _file_of(source: str) -> str:
    """The file of a source, on disk or in one of GDAL's virtual file systems; '' if it is none."""
    if os.path.isfile(source):
        return source
    return source.split("|")[0] if source.startswith("/vsi") else ""


def with_classes(provenance: Provenance, named_by: NamedBy) -> Provenance:
    """The provenance of a run without a class table, where its classes are known to come from."""
    return with_table(provenance, "CLASSES", named_by.record, named_by.words)


def _record(parameters: RunParameters, dates: Sequence[Date]) -> dict[str, str]:
    """Text by name about the run."""
    record = {
        "TIFFTAG_SOFTWARE": f"Carbon Zones {version()}",
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
        elif name in WITHOUT_DEFAULT and not parameters.is_own(name):
            text = ""
        else:
            text = _text(parameters, definition)
        if text:
            record[name] = text
    return record


def _text(parameters: RunParameters, definition: QgsProcessingParameterDefinition) -> str:
    """What was given for a parameter; '' of an output, or where that is not to be told."""
    name, kind = definition.name(), definition.type()
    if kind == "source" and not parameters.has(name):
        return WITHOUT_TABLE.get(name, "")
    if kind == "source":
        source, value = parameters.source(name), parameters.values_by_name[name]
        if source is None:
            return ""
        parts = [source.sourceName()]
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            parts += [str(SELECTED)] if value.selectedFeaturesOnly else []
            parts += [value.filterExpression] if value.filterExpression else []
        return ", ".join(parts)
    if kind == "raster":
        return raster_layer(parameters, name).name() if parameters.has(name) else ""
    if kind == "multilayer":
        return ", ".join(names_apart(raster_layers(parameters, name)))
    if isinstance(definition, QgsProcessingParameterBand):
        is_read = parameters.has(definition.parentLayerParameterName())
        return str(parameters.whole(name)) if is_read else ""
    if kind == "extent":
        asked = (parameters.values_by_name, name, parameters.context)
        rectangle = parameters.algorithm.parameterAsExtent(*asked)
        if rectangle.isNull():
            return ""
        crs = parameters.algorithm.parameterAsExtentCrs(*asked).authid()
        edges = ",".join(f"{edge:.10g}" for edge in edges_of(rectangle))
        return f"{edges} {f'[{crs}]' if crs else ''}".strip()
    if kind == "enum":
        return parameters.choice(name)
    if kind in ("string", "field"):
        return parameters.text(name).strip()
    return str(parameters.values_by_name.get(name, "")) if kind in ("point", "number") else ""


def _which(name: str, table: Table | None) -> object:
    """Which table it was, for people."""
    if table is None:
        return BY_LAYERS.words if name == "CLASSES" else Term("not given")
    if table.is_default and name in OWN_DEFAULTS:
        return Message("{table} (default)", table=table.name)
    if table.is_default:
        return Message("{table} (default, Yang et al. 2022)", table=table.name)
    return table.name
