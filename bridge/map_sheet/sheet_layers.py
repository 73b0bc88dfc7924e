"""The layers of the sheet: the maps, with their titles, extent and source."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsPalettedRasterRenderer,
    QgsProcessingException,
    QgsRasterLayer,
    QgsRectangle,
)

from ...core.base.dates import label_in
from ...core.base.lists import COMMAS, parts_of
from ...core.raster.source import RasterInput
from ...core.sheet.origin import is_zones, origin_of
from ...text import tr
from ..layers import DatedLayer, full_name, raster_input, raster_layers
from ..run_parameters import Context, RunParameters


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
    """The maps of LAYERS.

    Raises:
        QgsProcessingException: a layer cannot be opened, or QGIS draws no such raster.
    """
    maps = []
    for layer in raster_layers(parameters, "LAYERS"):
        if layer.extent().width() < 0:
            raise QgsProcessingException(
                tr(
                    "LAYERS: the columns of '{layer}' run from east to west, and QGIS draws no "
                    "such raster; bring it onto a usual grid first, as with gdalwarp"
                ).format(layer=layer.name())
            )
        band = _band_of(layer)
        source = raster_input(DatedLayer("LAYERS", layer, band), _hidden(layer))
        rights = "; ".join(filter(None, map(str.strip, layer.metadata().rights())))
        maps.append(Map(layer.clone(), band, source, full_name(layer), rights))
    return maps


def map_titles(text: str, names: Sequence[str]) -> list[str]:
    """The maps' titles as given, else from the layers' names.

    Raises:
        QgsProcessingException: the text cannot be read, or has more titles or fewer.
    """
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
        raise QgsProcessingException(
            tr(
                "TITLES has {titles} titles for {layers} layers: {text} (a title that has a comma "
                "goes in double quotes)"
            ).format(titles=len(titles), layers=len(names), text=text)
        )
    return [title or default for title, default in zip(titles, from_names)]


def source_line(maps: Sequence[Map]) -> str:
    """What the maps' data come from: rights in a layer's metadata, else what its file says that
    it was made of, else its name."""
    named: list[str] = []
    for shown in maps:
        named += [shown.rights] if shown.rights else origin_of(shown.source) or [shown.name]
    return tr("Source: {data}").format(data=", ".join(dict.fromkeys(named)))


def common_extent(maps: Sequence[Map], context: Context) -> QgsRectangle:
    """What the layers cover together, in the reference system of the first.

    Raises:
        QgsProcessingException: a layer cannot be shown there, or no map can show what they cover.
    """
    crs, extent = maps[0].layer.crs(), QgsRectangle()
    for layer in (shown.layer for shown in maps):
        to_first = QgsCoordinateTransform(layer.crs(), crs, context.transformContext())
        to_first.setBallparkTransformsAreAppropriate(True)
        try:
            extent.combineExtentWith(to_first.transformBoundingBox(layer.extent()))
        except QgsCsException as error:
            raise QgsProcessingException(
                tr("LAYERS: '{layer}' cannot be shown in {system}, that of the first").format(
                    layer=layer.name(), system=crs.userFriendlyIdentifier()
                )
            ) from error
    sides = extent.width(), extent.height()
    if not all(side and math.isfinite(side) for side in sides):
        raise QgsProcessingException(
            tr(
                "LAYERS: the layers cover {width} x {height} map units, which no map can show"
            ).format(width=sides[0], height=sides[1])
        )
    return extent


def _band_of(layer: QgsRasterLayer) -> int:
    """The band that the layer shows."""
    renderer = layer.renderer()
    used = renderer.usesBands() if renderer is not None else []
    return used[0] if len(used) == 1 else 1


def _hidden(layer: QgsRasterLayer) -> tuple[float, ...]:
    """Values that the layer's style draws without any colour: no data by another name."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return ()
    return tuple(entry.value for entry in renderer.classes() if entry.color.alpha() == 0)
