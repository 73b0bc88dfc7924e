"""Landscape metrics: patches, edges, diversity, contagion and class centroids."""

from __future__ import annotations

from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..core.base.dates import create_periods
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
    """FRAGSTATS landscape metrics from a single pass over the rasters."""

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
        "Landscape metrics as defined in FRAGSTATS, for categorical rasters of any size and "
        "one or more dates.\n\n"
        "Class metrics: CA, PLAND, NP, PD, LPI, TE, ED, AREA_MN, AREA_SD, LSI, SHAPE_MN, "
        "FRAC_MN, PLADJ, AI, COHESION, DIVISION, MESH, SPLIT, IJI. Landscape metrics: the "
        "same for all land, with PR, SHDI, SHEI, SIDI, MSIDI and CONTAG. Centres: class "
        "centroids, their distance and direction of movement since the previous date, and "
        "standard deviational ellipses.\n\n"
        "Patches follow the 8-cell neighbourhood rule and are clipped by units. Metrics "
        "depend on cell size; do not compare rasters of different resolution.\n\n"
        "Cells must be valid at all dates. Undefined metrics are empty, as are metrics that "
        "require square cells if the cells are not square or in degrees (see log)."
    )
    DECLARES = (
        "LAYERS YEARS @shared @units BY CLASS_METRICS LANDSCAPE_METRICS CENTRES REPORT "
        "UNITS_LAYER @audit"
    )

    def needs_scheme(self, parameters: RunParameters) -> bool:
        return parameters.enum_value("BY") == BY_GROUP

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        page = run.page_path("REPORT")
        series = self.load_series(run, inputs)
        units = self.create_units(run, inputs, series)
        by_group = run.enum_value("BY") == BY_GROUP
        counter = PatternCounter(series, units, by_group)
        # The report covers all land, with patches that are not split at unit boundaries.
        whole = PatternCounter(series, None, by_group) if page and units else None
        census = self.count_cells(
            run, inputs, series, create_periods(inputs.dates), [counter, whole], units=units
        )
        pattern = LandscapePattern(series, census, counter, units, by_group)
        run.log_notes(pattern.notes())
        results = Results(series, census, pattern.consistency_checks)
        self.write_audit(run, results, results.consistency_checks)
        self.write_result_table(run, "CLASS_METRICS", CLASS_METRICS, census, pattern.class_rows)
        self.write_result_table(
            run, "LANDSCAPE_METRICS", LANDSCAPE_METRICS, census, pattern.landscape_rows
        )
        self.write_result_table(run, "CENTRES", CENTRES, census, pattern.centroid_rows)
        self.write_units(run, units, census, *pattern.unit_columns)
        if page:
            from ..core.pattern.page import pattern_page

            if whole:
                pattern = LandscapePattern(series, census, whole, None, by_group)
            run.write_page(page, partial(pattern_page, results, pattern))
