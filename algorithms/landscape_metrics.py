"""Landscape metrics: patches, edges, diversity and contagion, and the centres of classes."""

from __future__ import annotations

from functools import partial

from ..bridge.dated import DatedInputs
from ..bridge.destinations import page_destination, table_sink
from ..bridge.dialog import choice_parameter
from ..bridge.run import Run
from ..bridge.run_parameters import RunParameters
from ..bridge.series import SeriesAlgorithm
from ..core.base.dates import periods
from ..core.base.messages import Term
from ..core.pattern.counter import PatternCounter
from ..core.pattern.pattern import LandscapePattern
from ..core.results.results import Results
from ..text import tr

BY_CLASS, BY_GROUP = "class", "group"


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

    def declare(self) -> None:
        self.add_series_parameters(
            tr("Land-use rasters, or any with classes, of one date or more.")
        )
        self.add(
            choice_parameter(
                "BY",
                tr("Patches of"),
                {BY_CLASS: tr("Classes"), BY_GROUP: tr("Groups of classes")},
                BY_CLASS,
            ),
            tr(
                "class: cells of one class make patches. group: cells of one group of classes do, "
                "such as sink or mine; classes without a group stay by themselves."
            ),
        )
        self.add(
            table_sink("CLASS_METRICS", tr("Class metrics"), optional=True, by_default=True),
            tr("One row per date and class: its area, patches, edges, shape and aggregation."),
        )
        self.add(
            table_sink(
                "LANDSCAPE_METRICS", tr("Landscape metrics"), optional=True, by_default=True
            ),
            tr("One row per date: patches, edges, shape, aggregation, diversity, contagion."),
        )
        self.add(
            table_sink("CENTRES", tr("Centres"), optional=True, by_default=True),
            tr(
                "One row per date and class: its centre of gravity in map units, how far and where "
                "it moved since the date before, and its standard deviational ellipse."
            ),
        )
        self.add(
            page_destination("REPORT", tr("Report")),
            tr(
                "What changed in the pattern in words, metrics over the dates, centres with their "
                "paths and ellipses, as one HTML file that opens offline."
            ),
        )
        self.add_audit_outputs()

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
        census = self.count(run, series, periods(inputs.dates), [counter, whole], units=units)
        pattern = LandscapePattern(series, census, counter, units, by_group)
        run.log(pattern.notes())
        results = Results(series, census, pattern.checks)
        self.audit(run, results, results.checks)
        for name, table, attribute in pattern.TABLES:
            self.write(run, name, table, census, pattern.rows(attribute))
        self.write_units(run, units, census, *pattern.unit_columns)
        if page:
            from ..core.pattern.page import pattern_page

            if whole:
                pattern = LandscapePattern(series, census, whole, None, by_group)
            run.write_page(page, partial(pattern_page, results, pattern))
