"""Conversion of raster layers to plain values for the core."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf, isnan, nextafter

from qgis.core import (
    Qgis,
    QgsColorRampShader,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRasterRange,
    QgsRasterShaderFunction,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QFileInfo
from qgis.PyQt.QtGui import QColor

from ..core.base.dates import Date, find_date_label
from ..core.base.messages import DataError, Term
from ..core.base.numbers import parse_number, to_single_line
from ..core.raster.reader import Bounds
from ..core.raster.source import RasterInput, RasterLegend
from ..text import tr
from .parameters import EXTENT_PATTERN, RunParameters, get_extent_bounds
from .reprojection import clip_box_to_cells, get_buffered_extent

# A label of a value range: a bound, or two numbers.
RANGE_LABEL_PATTERN = re.compile(r"\s*([<>\u2264\u2265]|[-+]?\d[\d.,\s]*\s[-\u2013]\s*[-+]?\d)")

# Limits used by QGIS for random colours, and the tolerance of hues (degrees) after rounding to
# 8-bit colours.
RANDOM_SATURATION_RANGE, RANDOM_VALUE_RANGE = range(99, 242), range(200, 241)
HUE_TOLERANCE_DEG = 3.0

# A text meant as a list of files: extension, separator and another extension.
FILE_LIST_PATTERN = re.compile(r"\.\w+[\"' ]*[;,\n].*\.\w", re.DOTALL)
# Maximum share of an extent on the grid as read, and minimum share in the other order, to assume a
# wrong order.
MAX_MISREAD_OVERLAP, MIN_INTENDED_OVERLAP = 0.1, 0.5


@dataclass(frozen=True)
class DatedLayer:
    """A layer of a date, with its parameter, band and date."""

    parameter: str
    layer: QgsRasterLayer
    band: int = 1
    date: Date = field(default_factory=Date)


def get_raster_layer(parameters: RunParameters, name: str) -> QgsRasterLayer:
    """Return the layer of a raster parameter."""
    layer = parameters.algorithm.parameterAsRasterLayer(
        parameters.values_by_name, name, parameters.context
    )
    if layer is None or not layer.isValid():
        raise _raster_open_error(name, parameters.values_by_name.get(name))
    return layer


def get_map_layer(parameters: RunParameters, name: str = "MAP", band: str = "BAND") -> DatedLayer:
    """Return the layer of a parameter, with its band and the year in its name."""
    layer = get_raster_layer(parameters, name)
    (apart,) = get_layer_names([layer])
    return DatedLayer(
        name,
        layer,
        parameters.int_value(band),
        Date(find_date_label(get_full_layer_name(layer)), apart),
    )


def get_raster_layers(parameters: RunParameters, name: str) -> list[QgsRasterLayer]:
    """Return all layers of a multiple-layer parameter; one that cannot be opened is an error."""
    layers = []
    for value in parameters.value_list(name):
        layer = resolve_layer(parameters, value, QgsProcessingUtils.LayerHint.Raster)
        if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
            text = value if isinstance(value, str) else ""
            if FILE_LIST_PATTERN.search(text) or sum(map(os.path.exists, text.split())) > 1:
                raise DataError(
                    "{name}: '{value}' is a single text; give a list with one item per layer",
                    name=name,
                    value=text,
                )
            raise _raster_open_error(name, value)
        layers.append(layer)
    return layers


def resolve_layer(
    parameters: RunParameters, value: object, hint: QgsProcessingUtils.LayerHint
) -> QgsMapLayer | None:
    """Return the layer given by object, file, id or name, or None if there is none."""
    if isinstance(value, QgsMapLayer):
        return value
    return QgsProcessingUtils.mapLayerFromString(str(value), parameters.context, True, hint)


def warn_unsaved_edits(
    parameters: RunParameters, name: str, layer: QgsMapLayer | None, are_read: bool
) -> None:
    """Warn if a layer has unsaved edits, and state whether the run uses them."""
    if isinstance(layer, QgsVectorLayer) and layer.isModified():
        text = Term(
            "{name}: layer '{layer}' has unsaved edits, which are used in this run; save the layer."
        )
        if not are_read:
            text = Term(
                "{name}: layer '{layer}' has unsaved edits, which are not used in this run; "
                "save the layer and run again."
            )
        parameters.add_warning(text, name=name, layer=layer.name())


def is_local_raster(layer: QgsRasterLayer) -> bool:
    """Return whether a dialog may read a layer: remote files would delay it."""
    is_file = layer.providerType() == "gdal" and not layer.source().startswith("/vsi")
    return layer.isValid() and is_file


def describe_layer(value: object) -> str:
    """Return the description of a layer value for messages."""
    return value.source() if isinstance(value, QgsMapLayer) else str(value)


def _raster_open_error(name: str, value: object) -> DataError:
    is_missing = Term("{name}: layer or file '{value}' not found")
    not_read = Term("{name}: '{value}' cannot be opened")
    return layer_open_error(name, describe_layer(value), is_missing, not_read)


def layer_open_error(name: str, value: object, is_missing: Term, not_read: Term) -> DataError:
    """Return the error for a layer or table that is missing, empty or cannot be read."""
    text = is_missing if is_missing_file(value) else not_read
    path = describe_layer(value).split("|")[0]
    if os.path.isfile(path) and not os.path.getsize(path):
        text = Term("{name}: '{value}' is empty")
    value = value.name() if isinstance(value, QgsMapLayer) else value
    return DataError(text, name=name, value=value)


def is_missing_file(value: object) -> bool:
    """Return whether a value is a text that looks like a path and no such file exists."""
    if not isinstance(value, str):
        return False
    path = value.split("|", 1)[0]
    return bool(re.match(r"^([a-zA-Z]:)?[^:]*$", path)) and not os.path.exists(path)


def get_full_layer_name(layer: QgsRasterLayer) -> str:
    """Return the full name of a layer by path: QGIS cuts GLC.1990.tif to GLC, without a year."""
    file = QFileInfo(layer.source().split("|", 1)[0])
    if layer.name() != file.baseName():
        return layer.name()
    return re.sub(r"\.[A-Za-z]+\d?$", "", file.fileName())


def get_layer_names(layers: Sequence[QgsRasterLayer]) -> list[str]:
    """Return the layer names; full names where truncation made several identical."""
    names = [layer.name() for layer in layers]
    return [
        get_full_layer_name(layer) if names.count(name) > 1 else name
        for layer, name in zip(layers, names)
    ]


def create_raster_input(dated: DatedLayer, nodata: tuple[float, ...]) -> RasterInput:
    """Convert a layer to a raster input. `nodata`: values to exclude besides its own NoData."""
    layer, band = dated.layer, dated.band
    label = tr("{name} '{layer}'").format(
        name=dated.parameter, layer=dated.date.layer or layer.name()
    )
    provider = layer.dataProvider()
    has_band = 1 <= band <= provider.bandCount()
    path, options = _get_gdal_source(layer, label)
    style, style_file = read_layer_legend(layer), os.path.splitext(layer.source())[0] + ".qml"
    if not style.names and os.path.exists(style_file):
        # Style file beside a layer given by path.
        styled = QgsRasterLayer(layer.source(), layer.name(), layer.providerType())
        _, loaded = styled.loadNamedStyle(style_file)
        style = read_layer_legend(styled) if loaded else style
    # A CRS that differs from the provider's was set by the user.
    crs = layer.crs() if layer.crs() != provider.crs() else QgsCoordinateReferenceSystem()
    return RasterInput(
        path=path,
        label=label,
        band=band,
        nodata=nodata,
        nodata_ranges=tuple(
            _close_range(span) for span in (provider.userNoDataValues(band) if has_band else [])
        ),
        use_declared_nodata=not has_band or provider.useSourceNoDataValue(band),
        open_options=options,
        crs=crs.toWkt(Qgis.CrsWktVariant.PreferredGdal) if crs.isValid() else "",
        style=style,
        date=dated.date,
    )


def _close_range(span: QgsRasterRange) -> tuple[float, float]:
    """Return a NoData range as closed interval, exclusive ends moved inwards; NaN: open end."""
    bounds = span.bounds()
    low = -inf if isnan(span.min()) else span.min()
    high = inf if isnan(span.max()) else span.max()
    kinds = type(bounds)
    if bounds in (kinds.IncludeMax, kinds.Exclusive):
        low = nextafter(low, inf)
    if bounds in (kinds.IncludeMin, kinds.Exclusive):
        high = nextafter(high, -inf)
    return low, high


def _get_gdal_source(layer: QgsRasterLayer, label: str) -> tuple[str, tuple[str, ...]]:
    """Return the GDAL source of a layer's values and its open options.

    Other providers (such as WCS) are written to a temporary GeoTIFF at full resolution.
    """
    if layer.providerType() == "gdal":
        if "|" not in layer.source():
            return layer.source(), ()
        parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
        path = parts["path"]
        if parts.get("layerName"):
            path = f"GPKG:{path}:{parts['layerName']}"
        return path, tuple(parts.get("openOptions") or ())
    provider = layer.dataProvider()
    pictures = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
    if provider.dataType(1) in pictures or provider.xSize() <= 0:
        raise DataError(
            "{label} is a rendered image (provider '{provider}') without class values; use "
            "the source data",
            label=label,
            provider=layer.providerType(),
        )
    path = QgsProcessingUtils.generateTempFilename("layer.tif")
    pipe = QgsRasterPipe()
    pipe.set(provider.clone())
    writer = QgsRasterFileWriter(path)
    writer.setOutputFormat("GTiff")
    options = ["COMPRESS=DEFLATE", "ZLEVEL=1", "TILED=YES", "BIGTIFF=IF_SAFER"]
    if hasattr(writer, "setCreationOptions"):  # QGIS 3.44 and later, where the other is deprecated
        writer.setCreationOptions(options)
    else:
        writer.setCreateOptions(options)  # type: ignore[deprecated]
    result = writer.writeRaster(
        pipe,
        provider.xSize(),
        provider.ySize(),
        provider.extent(),
        layer.crs(),
        layer.transformContext(),
    )
    if result != Qgis.RasterFileWriterResult.Success:
        raise DataError(
            "{label} (provider '{provider}') cannot be read",
            label=label,
            provider=layer.providerType(),
        )
    return path, ()


def read_layer_legend(layer: QgsRasterLayer) -> RasterLegend:
    """Return names, non-random colours and band of a layer's paletted or classified style."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        entries = [(entry.value, entry.label, entry.color) for entry in renderer.classes()]
    elif isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        entries = _single_value_items(renderer.shader().rasterShaderFunction())
    else:
        return RasterLegend()
    is_drawn = _has_random_colours(layer)
    names: dict[int, str] = {}
    colours: dict[int, str] = {}
    for raw, label, colour in entries:
        if not float(raw).is_integer():
            continue
        value = int(raw)
        if not is_drawn:
            colours[value] = colour.name()
        # Default labels repeat the value.
        if to_single_line(label) not in ("", str(value), f"{raw:g}"):
            names[value] = to_single_line(label)
    return RasterLegend(names, colours, tr("layer style"), renderer.usesBands()[0])


def _has_random_colours(layer: QgsRasterLayer) -> bool:
    """Return whether the colours of a layer's style are random colours assigned by QGIS.

    QGIS assigns them to an attribute table without colours when it opens the file, and a
    project stores them. They are recognized by the pattern of QgsRandomColorRamp:
    equidistant hues, and saturation and value within limits. A single colour changed by the
    user breaks the pattern.
    """
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return False
    table = layer.attributeTable(renderer.usesBands()[0])
    if table is None or table.hasColor():
        return False
    # Colours are stored in projects as #rrggbb, so hue and saturation are rounded.
    drawn = [QColor(entry.color.name()) for entry in renderer.multiValueClasses()]
    hues = sorted(colour.hueF() * 360 for colour in drawn)
    steps = [after - hue for hue, after in zip(hues, [*hues[1:], *(hue + 360 for hue in hues[:1])])]
    return all(abs(step - 360 / len(hues)) < HUE_TOLERANCE_DEG for step in steps) and all(
        colour.saturation() in RANDOM_SATURATION_RANGE and colour.value() in RANDOM_VALUE_RANGE
        for colour in drawn
    )


def _single_value_items(
    function: QgsRasterShaderFunction | None,
) -> list[tuple[float, str, QColor]]:
    """Return value, label and colour of the items for single values; [] for a colour ramp.

    Of an exact classification, or a discrete one (up to each value) of named integers.
    """
    if not isinstance(function, QgsColorRampShader):
        return []
    kind = function.colorRampType()
    entries = [(item.value, item.label, item.color) for item in function.colorRampItemList()]
    if kind == Qgis.ShaderInterpolationMethod.Exact:
        return entries
    if kind != Qgis.ShaderInterpolationMethod.Discrete or not entries:
        return []
    entries.sort(key=lambda entry: entry[0])
    closed = [entry for entry in entries if entry[0] != inf]
    # Default labels of QGIS such as "<= 2", "2 - 5 m" and "> 5" are ranges.
    if not all(value.is_integer() for value, _, _ in closed) or any(
        RANGE_LABEL_PATTERN.match(label) for _, label, _ in entries
    ):
        return []
    values = [value for value, _, _ in closed]
    # The last, open-ended item of consecutive integers is for the next integer.
    if values and len(closed) < len(entries) and values[-1] - values[0] == len(values) - 1:
        closed.append((values[-1] + 1, *entries[-1][1:]))
    return closed


def read_extent(parameters: RunParameters, layer: QgsRasterLayer) -> Bounds | None:
    """Return EXTENT in the layer's CRS as x_min, y_min, x_max, y_max, or None if unset."""
    if not parameters.has_value("EXTENT"):
        return None
    given = parameters.values_by_name, "EXTENT", parameters.context
    here, there = parameters.algorithm.parameterAsExtentCrs(*given), layer.crs()
    to_cells = QgsCoordinateTransform(here, there, parameters.context.transformContext())
    to_cells.setBallparkTransformsAreAppropriate(True)
    _check_extent_order(parameters.values_by_name["EXTENT"], layer.extent(), to_cells)
    rectangle = parameters.algorithm.parameterAsExtent(*given, layer.crs())
    if rectangle.isNull():
        return None
    if here.isValid() and there.isValid() and here != there:
        box = parameters.algorithm.parameterAsExtent(*given)
        kept_box = clip_box_to_cells(box, layer.extent(), to_cells)
        if kept_box is not None and kept_box.isEmpty():
            raise DataError(
                "EXTENT: {extent} contains no cell of the grid",
                extent=", ".join(f"{edge:.10g}" for edge in get_extent_bounds(box)),
            )
        if kept_box is not None:
            rectangle = kept_box
    x_min, x_max, y_min, y_max = get_extent_bounds(rectangle)
    return x_min, y_min, x_max, y_max


def _check_extent_order(
    given: object, cells: QgsRectangle, to_cells: QgsCoordinateTransform
) -> None:
    """Raise an error if EXTENT is in the order xmin,ymin,xmax,ymax, which QGIS does not use.

    That is, hardly any of it as read is on the grid, but at least half in the other order.
    """
    text = EXTENT_PATTERN.fullmatch(given) if isinstance(given, str) else None
    edges = [part.strip() for part in text["edges"].split(",")] if text else []
    values = [float(value) for value in map(parse_number, edges) if value is not None]
    near = [cells] if to_cells.isShortCircuited() else get_buffered_extent(cells, to_cells, 1.0)
    if text is None or near is None or len(edges) != 4 or len(values) != 4:
        return
    first, second, third, fourth = values

    def share_on_cells(box: QgsRectangle) -> float:
        common = [box.intersect(part) for part in near]
        return sum(part.area() for part in common if not part.isEmpty()) / box.area()

    as_read = QgsRectangle(first, third, second, fourth)
    other = QgsRectangle(first, second, third, fourth, False)
    if (
        (as_read.isEmpty() or share_on_cells(as_read) < MAX_MISREAD_OVERLAP)
        and not other.isEmpty()
        and share_on_cells(other) >= MIN_INTENDED_OVERLAP
    ):
        meant = ",".join(edges[index] for index in (0, 2, 1, 3))
        raise DataError(
            "EXTENT: {given} is in the order xmin,ymin,xmax,ymax; use xmin,xmax,ymin,ymax: {meant}",
            given=text[0].strip(),
            meant=meant if text["system"] is None else f"{meant} [{text['system']}]",
        )


def get_layer_source(layer: QgsRasterLayer) -> str:
    """Return an identifier of a layer's data: the real path of a file, or the URI."""
    source = layer.source()
    return os.path.realpath(source) if os.path.exists(source) else source
