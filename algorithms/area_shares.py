"""Area-share summary: hectares and shares of every class at every date."""

from __future__ import annotations

from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..core.base.messages import Term
from ..core.results.results import Results
from ..core.results.transfers import SHARES, share_columns, share_notes


class AreaShares(SeriesAlgorithm):
    """Counts the classes of any number of rasters over their common valid cells."""

    ID = "areashares"
    GROUP = "change"
    TAKES_UNITS = True
    NAME = Term("Area-share summary")
    SUMMARY = Term("Lists hectares and shares of every class at every date, and what changed.")
    TAGS = Term("area,share,percentage,statistics,time series,land use,zones,hectares")
    HELP = Term(
        "Cells, hectares and share of every class, for one or more rasters of land use or zones, "
        "and the change against the layer before. Works on any categorical rasters.\n\n"
        "A cell counts when it is valid in all layers, so that the areas of all dates add up to "
        "the same total; what is left out is in the log and in EXCLUDED_CELLS.\n\n"
        "Years are taken from YEARS, else from the four-digit years in the layers' names; a layer "
        "without one has no year in the table."
    )
    DECLARES = "LAYERS YEARS @shared @units SHARES CHART UNITS_LAYER @audit"

    def work(self, run: Run, inputs: DatedInputs) -> None:
        chart = run.page("CHART")
        series = self.open(run, inputs)
        units = self.units(run, inputs, series)
        census = self.count(run, inputs, series, [], units=units)
        results = Results(series, census)
        if chart:
            from ..core.report.change_sections import chart_page

            run.write_page(chart, partial(chart_page, results))
        self.write(run, "SHARES", SHARES, census, lambda c: results.of(c).areas)
        self.write_units(run, units, census, share_columns(inputs.dates, census))
        self.audit(run, results, results.checks)
        run.log(share_notes(results.areas_by_date))
