"""Burn polygons into land use: rasters of a series with the classes of polygons put into them."""

from __future__ import annotations

import os

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.destinations import path_of
from ..bridge.loading import show_rasters
from ..bridge.overwrite_protection import input_files
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import check_class_polygons, class_polygons_of
from ..core.base.dates import require_years
from ..core.base.files import file_names
from ..core.base.messages import Term
from ..core.raster.source import require_own
from ..core.results.burned_polygons import (
    REPLACED,
    put_in,
    replaced_checks,
    replaced_notes,
    replaced_rows,
)
from ..core.results.results import Results
from ..core.scan.strata import ClassPolygons
from ..text import language


class PolygonClasses(SeriesAlgorithm):
    """Puts polygons, such as mines, into land-use rasters that have no class for them."""

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

    def check(self, parameters: RunParameters) -> None:
        super().check(parameters)
        check_class_polygons(parameters)

    def read(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read(parameters)
        if folder := path_of(parameters.values_by_name.get("FOLDER")):
            read = input_files(parameters)  # which is told when they are written
            paths = [path for path in _paths(folder, inputs) if path not in read]
            require_own(paths, parameters.going_on)
        if {"FROM_FIELD", "TO_FIELD"} & inputs.polygons["POLYGONS"].fields.keys():
            require_years(inputs.dates)
        return inputs

    def work(self, run: Run, inputs: DatedInputs) -> None:
        folder = run.folder("FOLDER")
        series = self.open(run, inputs)
        layer = inputs.polygons["POLYGONS"]
        given = class_polygons_of(run, layer, series)
        # Which values are free is known when all are counted.
        census = self.count(run, inputs, series, [], share=0.2)
        polygons = ClassPolygons(series, census, given, layer.label, language())
        run.drafts.folder(folder)
        paths = _paths(folder, inputs)
        writer = self.writer(run, series)
        rasters = put_in(writer, paths, polygons, lambda part: run.progress(0.2 + 0.78 * part))
        results = Results(series, census)
        self.audit(run, results, [*results.checks, *replaced_checks(rasters, census)])
        run.write("REPLACED", REPLACED, replaced_rows(rasters, polygons))
        run.log(replaced_notes(rasters, polygons, series, layer.label))
        run.results["CHANGED_LAYERS"] = paths
        show_rasters(run, "FOLDER", list(zip(paths, _names(inputs)))[::-1])


def _names(inputs: DatedInputs) -> list[str]:
    return [date.layer for date in inputs.dates]


def _paths(folder: str, inputs: DatedInputs) -> list[str]:
    """Where the new rasters go, in the order of their layers."""
    return [os.path.join(folder, file) for file in file_names(_names(inputs), ".tif")]
