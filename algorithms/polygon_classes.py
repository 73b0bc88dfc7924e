"""Burn polygons into land use: copies of land-use rasters with polygon classes burnt in."""

from __future__ import annotations

import os

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.destinations import get_destination_path
from ..bridge.loading import load_rasters
from ..bridge.overwrite_protection import list_input_files
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import check_class_polygons, read_class_polygons
from ..core.base.dates import require_years
from ..core.base.files import create_file_names
from ..core.base.messages import Term
from ..core.raster.source import check_replaceable_files
from ..core.results.burned_polygons import (
    REPLACED,
    burn_polygons,
    replaced_checks,
    replaced_notes,
    replaced_rows,
)
from ..core.results.results import Results
from ..core.scan.strata import ClassPolygons
from ..text import interface_language


class PolygonClasses(SeriesAlgorithm):
    """Burning of polygons, such as mines, into land-use rasters that have no class for them."""

    ID = "polygonclasses"
    GROUP = "mine"
    NAME = Term("Burn polygons into land use")
    SUMMARY = Term(
        "Burns polygons, such as mine outlines with years, into land-use rasters as classes."
    )
    TAGS = Term(
        "mine,mining,polygon,burn,rasterize,class,overlay,land use,CLCD,open pit,dump,digitize"
    )
    HELP = Term(
        "Burns polygons (for example mine outlines) into land-use rasters of one or more "
        "dates: cells inside a polygon receive the class of the polygon; other cells and "
        "NoData are unchanged.\n\n"
        "Existing class values are kept; new classes receive values from 101. Polygons may "
        "be limited to a range of years; where they overlap, the most recent one applies. "
        "The log and the Replaced land table list the replaced cells. Layers are aligned to "
        "the grid of the first layer."
    )
    DECLARES = (
        "LAYERS YEARS @shared POLYGONS CLASS_FIELD FROM_FIELD TO_FIELD CLASS FOLDER REPLACED "
        "CHANGED_LAYERS @audit"
    )

    def check_parameters(self, parameters: RunParameters) -> None:
        super().check_parameters(parameters)
        check_class_polygons(parameters)

    def read_inputs(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read_inputs(parameters)
        if folder := get_destination_path(parameters.values_by_name.get("FOLDER")):
            read = list_input_files(parameters)  # reported when they are written
            paths = [path for path in _create_output_paths(folder, inputs) if path not in read]
            check_replaceable_files(paths, parameters.should_continue)
        if {"FROM_FIELD", "TO_FIELD"} & inputs.polygons["POLYGONS"].fields.keys():
            require_years(inputs.dates)
        return inputs

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        folder = run.folder_path("FOLDER")
        series = self.load_series(run, inputs)
        layer = inputs.polygons["POLYGONS"]
        given = read_class_polygons(run, layer, series)
        # Unused values are known only after all cells are counted.
        census = self.count_cells(run, inputs, series, [], share=0.2)
        polygons = ClassPolygons(series, census, given, layer.label, interface_language())
        run.drafts.stage_folder(folder)
        paths = _create_output_paths(folder, inputs)
        writer = self.create_raster_writer(run, series)
        rasters = burn_polygons(
            writer, paths, polygons, lambda part: run.report_progress(0.2 + 0.78 * part)
        )
        results = Results(series, census)
        self.write_audit(
            run, results, [*results.consistency_checks, *replaced_checks(rasters, census)]
        )
        run.write_output_table("REPLACED", REPLACED, replaced_rows(rasters, polygons))
        run.log_notes(replaced_notes(rasters, polygons, series, layer.label))
        run.results["CHANGED_LAYERS"] = paths
        load_rasters(run, "FOLDER", list(zip(paths, _list_layer_names(inputs)))[::-1])


def _list_layer_names(inputs: DatedInputs) -> list[str]:
    return [date.layer for date in inputs.dates]


def _create_output_paths(folder: str, inputs: DatedInputs) -> list[str]:
    """Return the paths of the new rasters in layer order."""
    return [
        os.path.join(folder, file) for file in create_file_names(_list_layer_names(inputs), ".tif")
    ]
