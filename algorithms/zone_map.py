"""Zone map: a map sheet of one to eight zone rasters."""

from __future__ import annotations

from qgis.core import Qgis

from ..bridge.algorithm import CarbonZonesAlgorithm
from ..bridge.layers import get_raster_layers
from ..bridge.map_sheet.sheet_run import (
    SheetInputs,
    check_layout_name,
    draw_sheet,
    read_overlay_layers,
    read_sheet_inputs,
)
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..core.base.messages import DataError, Term
from ..core.sheet.sheet_layout import MAX_MAPS


class ZoneMap(CarbonZonesAlgorithm):
    """Map sheet of rasters side by side with a common legend, exported as PDF, SVG or PNG."""

    ID = "zonemap"
    GROUP = "tables"
    NAME = Term("Zone map")
    SUMMARY = Term("Creates a map layout of one to eight zone rasters with legend and scale bar.")
    TAGS = Term("map,layout,print,PDF,SVG,PNG,zones,legend,scale bar,figure,export")
    HELP = Term(
        "Creates a sheet with one to eight maps at the same scale, each labelled with a "
        "letter and its period, with a legend including area shares, a scale bar, the "
        "numeric scale, a north arrow and a source line. Maps are arranged to be as large as "
        "the sheet allows. Other layers, the outline of the study area and a graticule can "
        "be added; EXTENT limits the maps to a part, such as the mine.\n\n"
        "Intended for the zone rasters of Carbon zone study and Carbon-zone "
        "reclassification; other categorical rasters, such as land use, are also accepted. "
        "Names and colours are taken from the layers. Layers with another CRS are shown in "
        "the CRS of the first.\n\n"
        "To edit the sheet, set a layout name: the layout is then kept in the project, under "
        "Project > Layouts."
    )

    def flags(self) -> Qgis.ProcessingAlgorithmFlag:
        # Layout objects belong to the main thread.
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    DECLARES = (
        "LAYERS TITLE TITLES SOURCE OVERLAY OUTLINE EXTENT FOCUS GRATICULE PAPER DPI LAYOUT_NAME "
        "OUTPUT"
    )

    def check_parameters(self, parameters: RunParameters) -> None:
        count = len(parameters.value_list("LAYERS"))
        if not 1 <= count <= MAX_MAPS:
            raise DataError(
                "LAYERS: {given} given; one to {most} are allowed", given=count, most=MAX_MAPS
            )
        get_raster_layers(parameters, "LAYERS")
        read_overlay_layers(parameters)
        check_layout_name(parameters)

    def read_inputs(self, parameters: RunParameters) -> SheetInputs:
        return read_sheet_inputs(parameters)

    def execute(self, run: RunContext, inputs: SheetInputs) -> None:
        draw_sheet(run, inputs)
