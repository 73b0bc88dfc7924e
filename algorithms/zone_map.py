"""Zone map: one to four zone rasters on a sheet to hand in."""

from __future__ import annotations

import csv
import math
import os
from dataclasses import dataclass
from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPalettedRasterRenderer,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from ..bridge.algorithm import CarbonZonesAlgorithm, Inputs
from ..bridge.given import Context, Given
from ..bridge.layers import DatedLayer, full_name, missing_layer, raster_input, raster_layers
from ..bridge.run import Run
from ..bridge.sheet import ENDINGS, MOST_MAPS, ZoneLayout, paletted
from ..bridge.values import list_parameter
from ..core.dates import label_in
from ..core.paths import version
from ..core.provenance import Provenance
from ..core.raster.source import RasterInput
from ..core.sheet.entries import Entry, entries_in, union
from ..core.sheet.plan import PAPERS
from ..text import tr

# What the zone rasters of the plugin say they are.
ZONE_BAND = "Carbon zones"
SHARE_OF_READING = 0.7


class Map(NamedTuple):
    """A map of the sheet: a layer of its own, the band that it shows, and what the core reads."""

    layer: QgsRasterLayer
    band: int
    source: RasterInput


@dataclass(frozen=True)
class SheetInputs(Inputs):
    """What a sheet is made of; `maps` is emptied when it is done."""

    path: str
    title: str
    titles: list[str]
    source: str
    paper: str
    dpi: int
    extent: QgsRectangle
    transforms: QgsCoordinateTransformContext
    maps: list[Map]


class ZoneMap(CarbonZonesAlgorithm):
    """Draws rasters side by side with one legend, and writes PDF, SVG or PNG."""

    ID = "zonemap"
    GROUP = "tables"

    def displayName(self) -> str:
        return tr("Zone map")

    def shortDescription(self) -> str:
        return tr("Draws one to four zone rasters on a sheet with legend and scale bar.")

    def tags(self) -> list[str]:
        return tr("map,layout,print,PDF,SVG,PNG,zones,legend,scale bar,figure,export").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "A sheet to hand in: one to four maps at one scale, each under its period, with one "
            "legend of what they show, a scale bar, a north arrow and a source line. The maps are "
            "arranged so that they are as large as the sheet allows.\n\n"
            "Made for the zone rasters of Carbon zone study and Carbon-zone reclassification; any "
            "categorical rasters will do, land use too. Names and colours are those of the "
            "layers. Layers in other reference systems are shown in that of the first.\n\n"
            "To change the sheet by hand, add the template resources/layouts/zone_maps.qpt of the "
            "plugin in the layout manager of QGIS."
        )

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        # A layout is made of objects that belong to the main thread.
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def initAlgorithm(self, configuration: dict[str, object] | None = None) -> None:
        layers = QgsProcessingParameterMultipleLayers(
            "LAYERS", tr("Zone rasters, one to four"), Qgis.ProcessingSourceType.Raster
        )
        layers.setMinimumNumberInputs(1)
        self.add(layers, tr("The rasters in the order of their maps."))
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr(
                "Stands above the maps. Left empty: 'Carbon-sink functional zones' for zone "
                "rasters of Carbon Zones, no title for others."
            ),
        )
        self.add(
            list_parameter("TITLES", tr("Titles of the maps")),
            tr(
                "One for each map, separated by commas; one that has a comma goes in double "
                "quotes. Left empty: the period or year in the layer's name, else the name."
            ),
        )
        self.add(
            QgsProcessingParameterString("SOURCE", tr("Source line"), optional=True),
            tr("Stands at the foot of the sheet. Left empty: Carbon Zones and its version."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "PAPER", tr("Paper"), list(PAPERS), defaultValue="A4", usesStaticStrings=True
            ),
            tr("The size of the sheet, which lies on its long side."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "DPI",
                tr("Resolution (dots per inch)"),
                Qgis.ProcessingNumberParameterType.Integer,
                300,
                minValue=30,
                maxValue=1200,
            ),
            tr("Of a PNG, and of the maps within a PDF or SVG."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT",
                tr("Map"),
                tr("PDF files (*.pdf);;SVG files (*.svg);;PNG files (*.png)"),
            ),
            tr("The file; its ending says what it is: .pdf, .svg or .png."),
        )

    def refusal(self, given: Given) -> str:
        count = len(given.values("LAYERS"))
        if not 1 <= count <= MOST_MAPS:
            return tr("LAYERS: {given} given; a sheet shows one to {most}").format(
                given=count, most=MOST_MAPS
            )
        return missing_layer(given, "LAYERS")

    def read(self, given: Given) -> SheetInputs:
        path = given.file("OUTPUT")
        if not path.lower().endswith(ENDINGS):
            raise QgsProcessingException(
                tr("OUTPUT: '{path}' must end in .pdf, .svg or .png").format(path=path)
            )
        layers = raster_layers(given, "LAYERS")
        for layer in layers:
            if layer.extent().width() < 0:
                raise QgsProcessingException(
                    tr(
                        "LAYERS: the columns of '{layer}' run from east to west, and QGIS draws no "
                        "such raster; bring it onto a usual grid first, as with gdalwarp"
                    ).format(layer=layer.name())
                )
        titles = _titles(given.text("TITLES"), [full_name(layer) for layer in layers])
        bands = [_band_of(layer) for layer in layers]
        title = given.text("TITLE").strip()
        if not title and all(map(_is_zones, layers, bands)):
            title = tr("Carbon-sink functional zones")
        source = given.text("SOURCE").strip()
        return SheetInputs(
            Provenance(),
            path,
            title,
            titles,
            source or tr("Source: Carbon Zones {version}").format(version=version()),
            given.choice("PAPER"),
            given.whole("DPI"),
            _common_extent(layers, given.context),
            given.context.transformContext(),
            [
                Map(
                    layer.clone(),
                    band,
                    raster_input(DatedLayer("LAYERS", layer, band), _hidden(layer)),
                )
                for layer, band in zip(layers, bands)
            ],
        )

    def work(self, run: Run, inputs: SheetInputs) -> None:
        try:
            self._draw(run, inputs)
        finally:
            # A caller who keeps the exception keeps what its frames hold, beyond QGIS's end: the
            # layers are taken out of the inputs, and no frame below has one in a name of its own.
            inputs.maps.clear()

    def _draw(self, run: Run, inputs: SheetInputs) -> None:
        categories = []
        sources = [shown.source for shown in inputs.maps]
        for done, source in enumerate(sources):

            def reading(part: float, done: int = done) -> bool:
                return run.progress(SHARE_OF_READING * (done + part) / len(sources))

            categories.append(entries_in(source, reading))
        draft = str(run.drafts.path(inputs.path))
        if not _export(inputs, categories, draft) or not _whole(draft):
            raise QgsProcessingException(
                tr(
                    "OUTPUT: '{file}' could not be written whole; is the disk full, or the DPI "
                    "too high?"
                ).format(file=os.path.basename(inputs.path))
            )
        run.results["OUTPUT"] = inputs.path


def _export(inputs: SheetInputs, categories: list[list[Entry]], path: str) -> bool:
    """Fill the sheet and write it; returns whether that went well."""
    # Of its own: there is none in qgis_process, and the user's is not to change.
    project, sheet = QgsProject(), None
    try:
        project.setTransformContext(inputs.transforms)
        layers = [shown.layer for shown in inputs.maps]
        project.setCrs(layers[0].crs())
        legend = layers[0].clone()
        for shown, own in zip(inputs.maps, categories):
            shown.layer.setRenderer(paletted(shown.layer, shown.band, own))
        added = project.addMapLayers([*layers, legend], False)
        *drawn, key = (layer for layer in added if isinstance(layer, QgsRasterLayer))
        sheet = ZoneLayout(project, inputs.paper)
        sheet.describe(inputs.title or ", ".join(inputs.titles))
        sheet.fill(
            drawn,
            inputs.titles,
            inputs.extent,
            union(categories),
            key,
            inputs.title,
            inputs.source,
        )
        return sheet.export(path, inputs.dpi)
    finally:
        if sheet is not None:
            sheet.close()
        project.clear()


def _titles(text: str, names: list[str]) -> list[str]:
    """The maps' titles as given, else from the layers' names."""
    own = [label_in(name) or name for name in names]
    if not text.strip():
        return own
    # In one line, as the sheet breaks lines by itself.
    text = " ".join(text.split())
    try:
        given = [title.strip() for title in next(csv.reader([text], skipinitialspace=True))]
    except csv.Error as error:
        raise QgsProcessingException(
            tr("TITLES cannot be read: {reason}").format(reason=error)
        ) from error
    if len(given) != len(names):
        raise QgsProcessingException(
            tr(
                "TITLES has {titles} titles for {layers} layers: {text} (a title that has a comma "
                "goes in double quotes)"
            ).format(titles=len(given), layers=len(names), text=text)
        )
    return [title or default for title, default in zip(given, own)]


def _band_of(layer: QgsRasterLayer) -> int:
    """The band that the layer shows."""
    renderer = layer.renderer()
    used = renderer.usesBands() if renderer is not None else []
    return used[0] if len(used) == 1 else 1


def _is_zones(layer: QgsRasterLayer, band: int) -> bool:
    return layer.dataProvider().bandDescription(band).startswith(ZONE_BAND)


def _hidden(layer: QgsRasterLayer) -> tuple[float, ...]:
    """Values that the layer's style draws without any colour: no data by another name."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return ()
    return tuple(entry.value for entry in renderer.classes() if entry.color.alpha() == 0)


def _common_extent(layers: list[QgsRasterLayer], context: Context) -> QgsRectangle:
    """What the layers cover together, in the reference system of the first."""
    crs, extent = layers[0].crs(), QgsRectangle()
    for layer in layers:
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


def _whole(path: str) -> bool:
    """Whether a file ends as its format does: a full disk is not told by every writer."""
    ends = {".pdf": b"%%EOF", ".svg": b"</svg>", ".png": b"IEND"}
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - 64))
        return ends[os.path.splitext(path)[1].lower()] in file.read()
