"""Zone map: one to eight zone rasters on a sheet to hand in."""

from __future__ import annotations

from qgis.core import Qgis

from ..bridge.algorithm import CarbonZonesAlgorithm
from ..bridge.layers import raster_layers
from ..bridge.map_sheet.sheet_run import (
    SheetInputs,
    check_layout_name,
    draw_sheet,
    layers_above,
    read_sheet,
)
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..core.base.messages import DataError, Term
from ..core.sheet.plan import MOST_MAPS


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

    def flags(self) -> Qgis.ProcessingAlgorithmFlag:
        # A layout is made of objects that belong to the main thread.
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    DECLARES = (
        "LAYERS TITLE TITLES SOURCE OVERLAY OUTLINE EXTENT GRATICULE PAPER DPI LAYOUT_NAME OUTPUT"
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
