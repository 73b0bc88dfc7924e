"""Text files as tables: in which encoding they are, and which table of a file is meant."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from osgeo import gdal
from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.base.messages import DataError, Term
from ..core.scheme.table import UTF8, decoded
from .layers import layer_of
from .run_parameters import Parameters, RunParameters, takes_polygons

# Of text files, which QGIS cannot even open where they are in UTF-16.
TEXT_ENDINGS = (".csv", ".tsv", ".txt", ".psv")
# Lines before the first one that holds anything but separators.
EMPTY_LINES = re.compile(r"[\s,;|]*\n(?=[\s,;|]*[^\s,;|])")
# What GDAL puts behind the name of a column that another one has, and how it is told by the ending
# of a file to take the first row for no header.
NUMBERED = re.compile(r"(.+)_\d+")
HEADERS = {**dict.fromkeys(TEXT_ENDINGS, "NO"), ".xlsx": "DISABLE", ".ods": "DISABLE"}
# An encoding that a layer of delimited text was set to; whoever has done so is believed.
ENCODING = re.compile(r"[?&]encoding=(?!utf-?8|system)", re.IGNORECASE)
# Where a GeoPackage keeps forms and styles of its layers, which nobody means as a table.
STYLES = "layer_styles"


def in_utf8(parameters: RunParameters) -> Parameters:
    """The values of a run, where text files in another encoding stand as copies in UTF-8.

    QGIS takes every CSV for UTF-8 and turns what is none into one and the same letter. So do files
    that begin with empty lines, without these.
    """
    plain = dict(parameters.values_by_name)
    for definition in parameters.algorithm.parameterDefinitions():
        name = definition.name()
        if definition.type() not in ("source", "vector") or not parameters.has(name):
            continue
        (item,) = parameters.values(name)
        if isinstance(item, str) and os.path.isdir(item) and not item.lower().endswith(".gdb"):
            if takes_polygons(definition):
                raise DataError(
                    "{name}: '{path}' is a folder; name the layer in it", name=name, path=item
                )
            raise DataError(
                "{name}: '{path}' is a folder; name the table in it", name=name, path=item
            )
        _tell_of_sheets(parameters, definition, item)
        copy = _utf8_copy(parameters, name, item)
        if copy is not None:
            value = plain[name]
            plain[name] = copy.id()
            if isinstance(value, QgsProcessingFeatureSourceDefinition):
                plain[name] = QgsProcessingFeatureSourceDefinition(value)
                plain[name].source = QgsProperty.fromValue(copy.id())
    return plain


def _tell_of_sheets(
    parameters: RunParameters, definition: QgsProcessingParameterDefinition, item: object
) -> None:
    """Of a file with several tables or layers QGIS takes the first."""
    if not isinstance(item, str) or "|" in item or not os.path.isfile(item):
        return
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(item, gdal.OF_VECTOR)
        count = 0 if dataset is None else dataset.GetLayerCount()
        names = [dataset.GetLayer(index).GetName() for index in range(count)]
    tables = [name for name in names if name != STYLES]
    if len(tables) > 1:
        sentence = Term(
            "{name}: '{file}' holds the tables {tables}; the first is read. Another one is named "
            "as {file}|layername={other}."
        )
        if takes_polygons(definition):
            sentence = Term(
                "{name}: '{file}' holds the layers {tables}; the first is read. Another one is "
                "named as {file}|layername={other}."
            )
        parameters.warn(
            sentence,
            name=definition.name(),
            file=os.path.basename(item),
            tables=", ".join(tables),
            other=tables[1],
        )


def _utf8_copy(parameters: RunParameters, name: str, item: object) -> QgsVectorLayer | None:
    """A text file as a layer in UTF-8 that begins with its header; None where none is needed."""
    layer = layer_of(parameters, item, QgsProcessingUtils.LayerHint.Vector)
    path, provider = text_file(item, layer)
    is_set = provider == "delimitedtext" and layer is not None and ENCODING.search(layer.source())
    if not path or is_set:
        return None
    text_and_encoding = decoded(bytes_of(path))
    if text_and_encoding is None:
        raise DataError(
            "{name}: the letters of '{file}' are neither in UTF-8 nor in GB18030; save it in UTF-8",
            name=name,
            file=os.path.basename(path),
        )
    text, encoding = text_and_encoding
    # QGIS's reader of delimited text passes over empty lines, GDAL takes the first for the header.
    empty = EMPTY_LINES.match(text) if provider == "ogr" else None
    if encoding == UTF8 and empty is None:
        return None
    copy_path = QgsProcessingUtils.generateTempFilename(os.path.basename(path))
    with open(copy_path, "w", encoding="utf-8", newline="") as file:
        file.write(text[empty.end() :] if empty else text)
    title = os.path.splitext(os.path.basename(path))[0]
    source = copy_path
    if isinstance(layer, QgsVectorLayer):
        title = layer.name()
        registry = QgsProviderRegistry.instance()
        parts = registry.decodeUri(provider, layer.source())
        parts = {name: part for name, part in parts.items() if not name.startswith("vsi")}
        parts["path"] = copy_path
        source = registry.encodeUri(provider, parts)
    copy = QgsVectorLayer(source, title, provider)
    if isinstance(layer, QgsVectorLayer):
        if not copy.setSubsetString(layer.subsetString()):
            raise DataError(
                "{name}: the filter of '{layer}' cannot be used on its file in UTF-8",
                name=name,
                layer=title,
            )
        copy.selectByIds(layer.selectedFeatureIds())
    if encoding != UTF8:
        parameters.warn(
            "{name}: '{file}' is not in UTF-8; it is read as {encoding}.",
            name=name,
            file=os.path.basename(path),
            encoding=encoding,
        )
    kept = parameters.context.temporaryLayerStore().addMapLayer(copy)  # type: ignore[union-attr]
    return copy if kept is not None else None


def written_names(parameters: RunParameters, name: str, names: Sequence[str]) -> Sequence[str]:
    """The names of a table's columns as its file has them: of two that are one GDAL numbers one.

    `names`: as GDAL gives them.
    """
    given_names = {column.casefold() for column in names}
    numbered = [NUMBERED.fullmatch(column) for column in names]
    if not any(match and match[1].casefold() in given_names for match in numbered):
        return names
    (item,) = parameters.values(name)
    layer = layer_of(parameters, item, QgsProcessingUtils.LayerHint.Vector)
    if not isinstance(layer, QgsVectorLayer):
        return names
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = str(parts.get("path") or "")
    headers = HEADERS.get(os.path.splitext(path)[1].lower())
    if headers is None:
        return names
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=[f"HEADERS={headers}"])
        sheet = dataset and (dataset.GetLayerByName(parts.get("layerName") or "") or dataset[0])
        row = sheet and sheet.GetNextFeature()
        cells = [row[index] for index in range(row.GetFieldCount())] if row else []
    if len(cells) != len(names):
        return names
    return [
        match[1] if match and str(cell or "").strip() == match[1] else column
        for cell, match, column in zip(cells, numbered, names)
    ]


def text_file(item: object, layer: object) -> tuple[str, str]:
    """The text file behind a table, and the provider that reads it; '' where it is none."""
    if isinstance(layer, QgsVectorLayer):
        provider, source = layer.providerType(), layer.source()
        is_text = provider == "delimitedtext" or layer.storageType() == "CSV"
        parts = QgsProviderRegistry.instance().decodeUri(provider, source)
        path = "".join(str(parts.get(part) or "") for part in ("vsiPrefix", "path", "vsiSuffix"))
        return (path, provider) if is_text and _is_file(path) else ("", "")
    path = str(item).split("|")[0]
    is_text = os.path.splitext(path)[1].lower() in TEXT_ENDINGS and _is_file(path)
    return (path, "ogr") if is_text else ("", "")


def _is_file(path: str) -> bool:
    return gdal.VSIStatL(path) is not None if path.startswith("/vsi") else os.path.isfile(path)


def bytes_of(path: str) -> bytes:
    """What a file holds, be it in an archive or at an address that GDAL reads."""
    if not path.startswith("/vsi"):
        with open(path, "rb") as file:
            return file.read()
    with gdal.ExceptionMgr(useExceptions=True):
        file = gdal.VSIFOpenL(path, "rb")
        try:
            return bytes(gdal.VSIFReadL(1, gdal.VSIStatL(path).size, file) or b"")
        finally:
            gdal.VSIFCloseL(file)
