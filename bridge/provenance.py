"""What an output says of its own making: inputs, parameters, scheme and version, as plain text.

The same inputs give the same text in every language and on every day, because files that
hold it are compared byte by byte: names of layers and tables, no folders and no time.
"""

from __future__ import annotations

from qgis.core import QgsVariantUtils

from ..core.paths import version
from .layers import Algorithm, Context, Parameters

# Where no table is given: the scheme of resources/schemes/coal_mine.
DEFAULT_SCHEME = "default (Yang et al. 2022)"
WITHOUT_TABLE = {
    "CLASSES": "from the layers",
    "RULES": DEFAULT_SCHEME,
    "ZONE_TABLE": DEFAULT_SCHEME,
    "COEFFICIENTS": DEFAULT_SCHEME,
}


def record_of(
    algorithm: Algorithm,
    parameters: Parameters,
    context: Context,
    names: list[str],
    years: list[str],
) -> dict[str, str]:
    """Text by name about a run of an algorithm on dated layers.

    Args:
        names, years: of the layers, in the order in which the run takes them.
    """
    record = {
        "TIFFTAG_SOFTWARE": f"Carbon Zones {version()}",
        "ALGORITHM": f"carbonzones:{algorithm.name()}",
    }
    layers = iter(names)
    for definition in algorithm.parameterDefinitions():
        name, kind = definition.name(), definition.type()
        given = parameters.get(name)
        text = ""
        if kind == "raster":
            text = next(layers)
        elif kind == "multilayer":
            text = ", ".join(names)
        elif name == "YEARS":
            text = ",".join(years) if any(years) else ""
        elif kind == "source":
            text = _table(algorithm, parameters, name, context, given)
        elif kind == "enum":
            text = algorithm.parameterAsEnumString(parameters, name, context)
        elif kind == "band":
            text = str(algorithm.parameterAsInt(parameters, name, context))
        elif kind == "extent":
            text = _extent(algorithm, parameters, name, context)
        elif kind == "string":
            text = algorithm.parameterAsString(parameters, name, context).strip()
        if text:
            record[name] = text
    return record


def _table(
    algorithm: Algorithm, parameters: Parameters, name: str, context: Context, given: object
) -> str:
    if given is None or given == "" or QgsVariantUtils.isNull(given):
        return WITHOUT_TABLE.get(name, "")
    source = algorithm.parameterAsSource(parameters, name, context)
    return source.sourceName() if source is not None else ""


def _extent(algorithm: Algorithm, parameters: Parameters, name: str, context: Context) -> str:
    rectangle = algorithm.parameterAsExtent(parameters, name, context)
    if rectangle.isNull():
        return ""
    crs = algorithm.parameterAsExtentCrs(parameters, name, context).authid()
    edges = (
        rectangle.xMinimum(),
        rectangle.xMaximum(),
        rectangle.yMinimum(),
        rectangle.yMaximum(),
    )
    return f"{','.join(f'{edge:.10g}' for edge in edges)} {f'[{crs}]' if crs else ''}".strip()
