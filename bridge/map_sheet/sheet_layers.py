"""The layers of the sheet: the maps, with titles, extent and source, and what lies over them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...core.base.dates import label_in
from ...core.base.messages import DataError
from ...core.base.numbers import COMMAS, parts_of
from ...core.raster.source import RasterInput
from ...core.sheet.origin import is_zones, origin_of
from ...text import tr
from ..layers import DatedLayer, full_name, layer_of, raster_input, raster_layers, shown
from ..run_parameters import Context, RunParameters

# The field by which a layer of units, such as UNITS_LAYER, names them, and its letters in points.
UNIT, UNIT_LETTERS = "unit", 7.0
OUTLINE = {"style": "no", "outline_color": "#000000", "outline_width": "0.5"}
# Of layers that come without a style of their own QGIS makes up a colour at random each time.
PLAIN_LINE = {"color": "#333333", "width": "0.3"}
PLAIN_AREA = {"style": "no", "outline_color": "#333333", "outline_width": "0.3"}
PLAIN_POINT = {"color": "#333333", "outline_color": "#ffffff", "size": "1.8"}


class Map(NamedTuple):
    """A map of the sheet: a layer of its own, the band that it shows, and what the core reads."""

    layer: QgsRasterLayer
    band: int
    source: RasterInput
    name: str
    rights: str

    @property
    def is_zones(self) -> bool:
        """Whether it is a zone raster of the plugin."""
        return is_zones(self.source)


def maps_of(parameters: RunParameters) -> list[Map]:
    """The maps of LAYERS."""
    maps = []
    for layer in raster_layers(parameters, "LAYERS"):
        if layer.extent().width() < 0:
            raise DataError(
                "LAYERS: the columns of '{layer}' run from east to west, and QGIS draws no "
                "such raster; bring it onto a usual grid first, as with gdalwarp",
                layer=layer.name(),
            )
        renderer = layer.renderer()
        used = renderer.usesBands() if renderer is not None else []
        band = used[0] if len(used) == 1 else 1
        source = raster_input(DatedLayer("LAYERS", layer, band), _hidden(layer))
        rights = "; ".join(filter(None, map(str.strip, layer.metadata().rights())))
        maps.append(Map(layer.clone(), band, source, full_name(layer), rights))
    return maps


def map_titles(text: str, names: Sequence[str]) -> list[str]:
    """The maps' titles as given, else from the layers' names."""
    from_names = [label_in(name) or name for name in names]
    if not text.strip():
        return from_names
    # In one line, as the sheet breaks lines by itself.
    text = " ".join(text.split())
    titles = parts_of(text, ",")
    if len(titles) != len(names):
        # A title may have a Chinese comma in it.
        titles = parts_of(text, COMMAS)
    if len(titles) != len(names):
        raise DataError(
            "TITLES has {titles} titles for {layers} layers: {text} (a title that has a comma "
            "goes in double quotes)",
            titles=len(titles),
            layers=len(names),
            text=text,
        )
    return [title or default for title, default in zip(titles, from_names)]


def source_line(maps: Sequence[Map]) -> str:
    """What the maps' data come from: rights in a layer's metadata, else what its file says that
    it was made of, else its name."""
    named: list[str] = []
    for layer_map in maps:
        origin = [layer_map.rights] if layer_map.rights else origin_of(layer_map.source)
        named += origin or [layer_map.name]
    return tr("Source: {data}").format(data=", ".join(dict.fromkeys(named)))


def common_extent(maps: Sequence[Map], context: Context) -> QgsRectangle:
    """What the layers cover together, in the reference system of the first."""
    crs, extent = maps[0].layer.crs(), QgsRectangle()
    for layer in [layer_map.layer for layer_map in maps]:
        to_first = QgsCoordinateTransform(layer.crs(), crs, context.transformContext())
        to_first.setBallparkTransformsAreAppropriate(True)
        try:
            extent.combineExtentWith(to_first.transformBoundingBox(layer.extent()))
        except QgsCsException as error:
            raise DataError(
                "LAYERS: '{layer}' cannot be shown in {system}, that of the first",
                layer=layer.name(),
                system=crs.userFriendlyIdentifier(),
            ) from error
    sides = extent.width(), extent.height()
    if not all(side and math.isfinite(side) for side in sides):
        raise DataError(
            "LAYERS: the layers cover {width} x {height} map units, which no map can show",
            width=sides[0],
            height=sides[1],
        )
    return extent


def _hidden(layer: QgsRasterLayer) -> tuple[float, ...]:
    """Values that the layer's style draws without any colour: no data by another name."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return ()
    return tuple(entry.value for entry in renderer.classes() if entry.color.alpha() == 0)


def layers_above(parameters: RunParameters) -> list[QgsMapLayer]:
    """Copies of what lies over the maps, the uppermost first."""
    above: list[QgsMapLayer] = []
    if parameters.has("OUTLINE"):
        (layer,) = _layers(parameters, "OUTLINE", QgsProcessingUtils.LayerHint.Vector)
        if (
            not isinstance(layer, QgsVectorLayer)
            or layer.geometryType() != Qgis.GeometryType.Polygon
        ):
            raise DataError("OUTLINE: '{layer}' has no polygons", layer=layer.name())
        outline = layer.clone()
        outline.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(OUTLINE)))
        _name_units(outline)
        above.append(outline)
    if parameters.has("OVERLAY"):
        for layer in _layers(parameters, "OVERLAY", QgsProcessingUtils.LayerHint.UnknownType):
            if not layer.isSpatial():
                raise DataError(
                    "OVERLAY: '{layer}' is a table, which no map can show", layer=layer.name()
                )
            above.append(_styled(layer, parameters))
    return above


def _name_units(outline: QgsVectorLayer) -> None:
    """Write the names of units into them, where the outline is a layer of units as we make it."""
    outline.setLabelsEnabled(False)
    if UNIT not in outline.fields().names():
        return
    letters, edge = QgsTextFormat(), QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setSize(0.8)
    letters.setBuffer(edge)
    letters.setSize(UNIT_LETTERS)
    label = QgsPalLayerSettings()
    label.fieldName = UNIT
    label.setFormat(letters)
    outline.setLabeling(QgsVectorLayerSimpleLabeling(label))
    outline.setLabelsEnabled(True)


def _layers(
    parameters: RunParameters, name: str, hint: QgsProcessingUtils.LayerHint
) -> list[QgsMapLayer]:
    layers = []
    for value in parameters.values(name):
        layer = layer_of(parameters, value, hint)
        if layer is None or not layer.isValid():
            raise DataError(
                "{name}: '{value}' cannot be opened as a layer", name=name, value=shown(value)
            )
        layers.append(layer)
    return layers


def _styled(layer: QgsMapLayer, parameters: RunParameters) -> QgsMapLayer:
    """A copy in the layer's own style; in a plain one where it has none of its own."""
    copy = layer.clone()
    project = parameters.context.project()
    is_own = project is not None and layer.id() in project.mapLayers()
    if isinstance(copy, QgsVectorLayer) and not is_own:
        _, has_style = copy.loadDefaultStyle()
        if not has_style:
            symbol: QgsSymbol | None = QgsMarkerSymbol.createSimple(PLAIN_POINT)
            if copy.geometryType() == Qgis.GeometryType.Polygon:
                symbol = QgsFillSymbol.createSimple(PLAIN_AREA)
            elif copy.geometryType() == Qgis.GeometryType.Line:
                symbol = QgsLineSymbol.createSimple(PLAIN_LINE)
            copy.setRenderer(QgsSingleSymbolRenderer(symbol))
    return copy
