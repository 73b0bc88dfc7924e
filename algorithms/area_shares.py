"""Area-share summary: area and share of every class at every date."""

from __future__ import annotations

from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..core.base.messages import Term
from ..core.results.results import Results
from ..core.results.transfers import SHARES, share_columns


class AreaShares(SeriesAlgorithm):
    """Class areas of one or more rasters over their common valid cells."""

    ID = "areashares"
    GROUP = "change"
    TAKES_UNITS = True
    NAME = Term("Area-share summary")
    SUMMARY = Term(
        "Calculates the area (ha) and share of each class at each date, and the changes."
    )
    TAGS = Term("area,share,percentage,statistics,time series,land use,zones,hectares")
    HELP = Term(
        "Calculates the number of cells, area (ha) and share of each class for one or more "
        "land-use, zone or other categorical rasters, and the change from the previous "
        "layer.\n\n"
        "Cells must be valid in all layers, so that all dates have the same total area; "
        "excluded cells are reported in the log and in EXCLUDED_CELLS.\n\n"
        "Years are taken from YEARS, otherwise from four-digit years in the layer names; "
        "without one, the year is empty."
    )
    DECLARES = "LAYERS YEARS @shared @units SHARES CHART UNITS_LAYER @audit"

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        chart = run.page_path("CHART")
        series = self.load_series(run, inputs)
        units = self.create_units(run, inputs, series)
        census = self.count_cells(run, inputs, series, [], units=units)
        results = Results(series, census)
        if chart:
            from ..core.report.change_sections import area_share_page

            run.write_page(chart, partial(area_share_page, results))
        self.write_result_table(
            run, "SHARES", SHARES, census, lambda c: results.with_census(c).areas
        )
        self.write_units(run, units, census, share_columns(inputs.dates, census))
        self.write_audit(run, results, results.consistency_checks)
