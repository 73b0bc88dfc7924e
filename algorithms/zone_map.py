"""Zone map: one to eight zone rasters on a sheet to hand in."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..bridge.algorithm import CarbonZonesAlgorithm
from ..bridge.dialog import choice_parameter
from ..bridge.layers import raster_layers
from ..bridge.map_sheet.kept_layout import check_layout_name
from ..bridge.map_sheet.sheet_layers import layers_above
from ..bridge.map_sheet.sheet_run import SheetInputs, draw_sheet, read_sheet
from ..bridge.run import Run
from ..bridge.run_parameters import RunParameters
from ..bridge.untouched import ExtentParameter, RastersParameter
from ..bridge.values import list_parameter, number_parameter
from ..core.base.messages import DataError, Term
from ..core.sheet.plan import MOST_MAPS, PAPERS
from ..text import tr


class ZoneMap(CarbonZonesAlgorithm):
    """Draws rasters side by side with one legend, and writes PDF, SVG or PNG."""

    ID = "zonemap"
    GROUP = "tables"
    NAME = Term("Zone map")
    SUMMARY = Term("Draws one to eight zone rasters on a sheet with legend and scale bar.")
    TAGS = Term("map,layout,print,PDF,SVG,PNG,zones,legend,scale bar,figure,export")
    HELP = Term(
        "A sheet to hand in: one to eight maps at one scale, each under its letter and period, "
        "with a legend of what they show and of its shares, a scale bar, the scale in numbers, a "
        "north arrow and a source line. The maps are arranged so that they are as large as the "
        "sheet allows. Other layers, the outline of the study area and a graticule may lie over "
        "them; with an extent they show a part, such as the mine.\n\n"
        "Made for the zone rasters of Carbon zone study and Carbon-zone reclassification; any "
        "categorical rasters will do, land use too. Names and colours are those of the "
        "layers. Layers in other reference systems are shown in that of the first.\n\n"
        "To change the sheet by hand, give a name for the layout: it then stays in the "
        "project, under Project > Layouts."
    )

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        # A layout is made of objects that belong to the main thread.
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def declare(self) -> None:
        layers = RastersParameter(
            "LAYERS", tr("Zone rasters, one to eight"), Qgis.ProcessingSourceType.Raster
        )
        layers.setMinimumNumberInputs(1)
        self.add(layers, tr("The rasters in the order of their maps."))
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr(
                "Stands above the maps. Left empty: 'Carbon-sink functional zones' for zone "
                "rasters of Carbon Zones, 'Land use' for land use, no title for others."
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
            tr(
                "Stands at the foot of the sheet. Left empty: what the data come from, by the "
                "rights in a layer's metadata, else the layers that a raster was made of or its "
                "title, else its name."
            ),
        )
        self.add(
            RastersParameter(
                "OVERLAY",
                tr("Layers over the maps"),
                Qgis.ProcessingSourceType.MapLayer,
                optional=True,
            ),
            tr(
                "Drawn over every map in their own styles, the first on top. Vector layers stand "
                "in the legend."
            ),
        )
        self.add(
            QgsProcessingParameterVectorLayer(
                "OUTLINE",
                tr("Outline of the study area"),
                [int(Qgis.ProcessingSourceType.VectorPolygon)],
                optional=True,
            ),
            tr(
                "Polygons that are drawn as a line over every map, under the layer's name. Those "
                "of a layer with a field unit, as UNITS_LAYER has, bear its names."
            ),
        )
        self._add_sheet_parameters()

    def _add_sheet_parameters(self) -> None:
        """What the maps show, what lies over them, and the sheet itself."""
        self.add(
            ExtentParameter("EXTENT", tr("Extent"), optional=True),
            tr(
                "What the maps show, and what the shares in the legend are of; beside them a small "
                "map says where it lies. Left empty: all that the layers cover."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("GRATICULE", tr("Graticule"), False),
            tr(
                "Meridians and parallels over the maps, with their degrees at the left and lower "
                "edges; lines in map units where the maps lie nowhere on the globe."
            ),
        )
        self.add(
            choice_parameter("PAPER", tr("Paper"), {paper: paper for paper in PAPERS}, "A4"),
            tr("The size of the sheet, {papers}, which lies on its long side.").format(
                papers=tr(" or ").join(PAPERS)
            ),
        )
        self.add(
            number_parameter("DPI", tr("Resolution (dots per inch)"), 300, 30, 1200),
            tr("Of a PNG, and of the maps within a PDF or SVG."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(
                "LAYOUT_NAME", tr("Keep the layout under this name"), optional=True
            ),
            tr(
                "The layout stays in the project under this name, to be edited there, with copies "
                "of the layers that it shows, which the layer tree does not list. Not in "
                "qgis_process."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Map"), tr("PDF files (*.pdf);;SVG files (*.svg);;PNG files (*.png)")
            ),
            tr("The file; its ending says what it is: .pdf, .svg or .png."),
        )

    def check(self, parameters: RunParameters) -> None:
        count = len(parameters.values("LAYERS"))
        if not 1 <= count <= MOST_MAPS:
            raise DataError(
                "LAYERS: {given} given; a sheet shows one to {most}", given=count, most=MOST_MAPS
            )
        raster_layers(parameters, "LAYERS")
        layers_above(parameters)
        check_layout_name(parameters)

    def read(self, parameters: RunParameters) -> SheetInputs:
        return read_sheet(parameters)

    def work(self, run: Run, inputs: SheetInputs) -> None:
        draw_sheet(run, inputs)
