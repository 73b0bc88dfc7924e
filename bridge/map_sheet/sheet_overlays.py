"""What lies over the maps of the sheet: the outline of the study area, and other layers."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)

from ...text import tr
from ..layers import layer_of, shown
from ..run_parameters import RunParameters

OUTLINE = {"style": "no", "outline_color": "#000000", "outline_width": "0.5"}
# Of layers that come without a style of their own QGIS makes up a colour at random each time.
PLAIN_LINE = {"color": "#333333", "width": "0.3"}
PLAIN_AREA = {"style": "no", "outline_color": "#333333", "outline_width": "0.3"}
PLAIN_POINT = {"color": "#333333", "outline_color": "#ffffff", "size": "1.8"}


def layers_above(parameters: RunParameters) -> list[QgsMapLayer]:
    """Copies of what lies over the maps, the uppermost first.

    Raises:
        QgsProcessingException: a layer cannot be opened, or OUTLINE has no polygons, or
            OVERLAY no shapes.
    """
    above: list[QgsMapLayer] = []
    if parameters.has("OUTLINE"):
        (layer,) = _layers(parameters, "OUTLINE", QgsProcessingUtils.LayerHint.Vector)
        if (
            not isinstance(layer, QgsVectorLayer)
            or layer.geometryType() != Qgis.GeometryType.Polygon
        ):
            raise QgsProcessingException(
                tr("OUTLINE: '{layer}' has no polygons").format(layer=layer.name())
            )
        outline = layer.clone()
        outline.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(OUTLINE)))
        outline.setLabelsEnabled(False)
        above.append(outline)
    if parameters.has("OVERLAY"):
        for layer in _layers(parameters, "OVERLAY", QgsProcessingUtils.LayerHint.UnknownType):
            if not layer.isSpatial():
                raise QgsProcessingException(
                    tr("OVERLAY: '{layer}' is a table, which no map can show").format(
                        layer=layer.name()
                    )
                )
            above.append(_styled(layer, parameters))
    return above


def _layers(
    parameters: RunParameters, name: str, hint: QgsProcessingUtils.LayerHint
) -> list[QgsMapLayer]:
    layers = []
    for value in parameters.values(name):
        layer = layer_of(parameters, value, hint)
        if layer is None or not layer.isValid():
            text = tr("{name}: '{value}' cannot be opened as a layer")
            raise QgsProcessingException(text.format(name=name, value=shown(value)))
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
            copy.setRenderer(QgsSingleSymbolRenderer(_plain(copy.geometryType())))
    return copy


def _plain(kind: Qgis.GeometryType) -> QgsSymbol | None:
    if kind == Qgis.GeometryType.Polygon:
        return QgsFillSymbol.createSimple(PLAIN_AREA)
    if kind == Qgis.GeometryType.Line:
        return QgsLineSymbol.createSimple(PLAIN_LINE)
    return QgsMarkerSymbol.createSimple(PLAIN_POINT)
