"""Landscape metrics: patches, edges, diversity and contagion, and the centres of classes."""

from __future__ import annotations

from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..core.base.dates import periods
from ..core.base.messages import Term
from ..core.pattern.measures import CENTRES
from ..core.pattern.pattern import (
    CLASS_METRICS,
    LANDSCAPE_METRICS,
    LandscapePattern,
    PatternCounter,
)
from ..core.results.results import Results

BY_GROUP = "group"


class LandscapeMetrics(SeriesAlgorithm):
    """What FRAGSTATS computes of a landscape, read off the rasters in the one pass."""

    ID = "landscapemetrics"
    GROUP = "change"
    TAKES_UNITS = True
    USES_SCHEME = True
    NAME = Term("Landscape metrics")
    SUMMARY = Term(
        "Computes FRAGSTATS' landscape metrics and the centres of classes, on rasters of any size."
    )
    TAGS = Term(
        "landscape metrics,landscape pattern,FRAGSTATS,patch,patch density,edge density,"
        "fragmentation,diversity,contagion,aggregation,cohesion,connectivity,centre of gravity,"
        "standard deviational ellipse,LecoS,pylandstats,landscape ecology,land use,land cover"
    )
    HELP = Term(
        "Landscape metrics as FRAGSTATS defines them, equal to its own in every digit that it "
        "prints, for one date or more. Works on any categorical rasters of any size: patches are "
        "joined across blocks, and no raster is held in memory.\n\n"
        "Class metrics: CA, PLAND, NP, PD, LPI, TE, ED, AREA_MN, AREA_SD, LSI, SHAPE_MN, FRAC_MN, "
        "PLADJ, AI, COHESION, DIVISION, MESH, SPLIT, IJI of each class. Landscape metrics: the "
        "same of all land, with PR, SHDI, SHEI, SIDI, MSIDI and CONTAG. Centres: the centre of "
        "gravity of each class, how far and where it moved since the date before, and its standard "
        "deviational ellipse.\n\n"
        "Patches are cells of one class that touch by sides or corners. Units cut patches: what "
        "lies outside a unit is no data for it. Numbers depend on the size of the cells: rasters "
        "of different resolution cannot be compared.\n\n"
        "A cell counts when it is valid at all dates. Numbers that do not exist are empty; cells "
        "that are no squares, and degrees, leave open what needs squares, and the log says so."
    )
    DECLARES = (
        "LAYERS YEARS @shared @units BY CLASS_METRICS LANDSCAPE_METRICS CENTRES REPORT "
        "UNITS_LAYER @audit"
    )

    def needs_scheme(self, parameters: RunParameters) -> bool:
        return parameters.choice("BY") == BY_GROUP

    def work(self, run: Run, inputs: DatedInputs) -> None:
        page = run.page("REPORT")
        series = self.open(run, inputs)
        units = self.units(run, inputs, series)
        by_group = run.choice("BY") == BY_GROUP
        counter = PatternCounter(series, units, by_group)
        # A page is of all land, whose patches no unit cuts.
        whole = PatternCounter(series, None, by_group) if page and units else None
        census = self.count(
            run, inputs, series, periods(inputs.dates), [counter, whole], units=units
        )
        pattern = LandscapePattern(series, census, counter, units, by_group)
        run.log(pattern.notes())
        results = Results(series, census, pattern.checks)
        self.audit(run, results, results.checks)
        self.write(run, "CLASS_METRICS", CLASS_METRICS, census, pattern.class_rows)
        self.write(run, "LANDSCAPE_METRICS", LANDSCAPE_METRICS, census, pattern.landscape_rows)
        self.write(run, "CENTRES", CENTRES, census, pattern.centre_rows)
        self.write_units(run, units, census, *pattern.unit_columns)
        if page:
            from ..core.pattern.page import pattern_page

            if whole:
                pattern = LandscapePattern(series, census, whole, None, by_group)
            run.write_page(page, partial(pattern_page, results, pattern))
