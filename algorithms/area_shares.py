"""Area-share summary: hectares and shares of every class at every date."""

from __future__ import annotations

from ..bridge.dated import SeriesAlgorithm
from ..bridge.fields import SHARES
from ..bridge.layers import Context, Feedback, Parameters
from ..bridge.page import origin_of, page_destination, page_path
from ..bridge.sinks import Outputs, table_sink, write_table
from ..core import dates
from ..core.drafts import Drafts
from ..core.report.sections.shares import write_chart
from ..core.results.audit import date_checks
from ..core.results.shares import share_rows
from ..text import tr


class AreaShares(SeriesAlgorithm):
    """Counts the classes of any number of rasters over their common valid cells."""

    ID = "areashares"

    def displayName(self) -> str:
        return tr("Area-share summary")

    def shortDescription(self) -> str:
        return tr("Lists hectares and shares of every class at every date, and what changed.")

    def tags(self) -> list[str]:
        return tr("area,share,percentage,statistics,time series,land use,zones,hectares").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Cells, hectares and share of every class, for one or more rasters of land use or "
            "zones, and the change against the layer before. Works on any categorical rasters."
            "\n\n"
            "A cell counts when it is valid in all layers, so that the areas of all dates add up "
            "to the same total; what is left out is in the log and in EXCLUDED_CELLS.\n\n"
            "Years are taken from YEARS, else from the four-digit years in the layers' names; a "
            "layer without one has no year in the table."
        )

    def initAlgorithm(self, configuration: dict[str, object] | None = None) -> None:
        self.add_series_parameters(
            tr("Rasters of any number of dates, land use or zones."),
            tr("The layers' years in their order, such as 1986,2000,2009,2018."),
        )
        self.add(
            table_sink("SHARES", tr("Area shares")),
            tr("One row per layer and class: cells, hectares, share, change."),
        )
        self.add(
            page_destination("CHART", tr("Chart")),
            tr("Stacked bars and a table of the shares, as an HTML file that opens offline."),
        )
        self.add_audit_outputs()

    def years_of(self, text: str, names: list[str]) -> list[str]:
        if text.strip():
            return dates.parse_years(text, names)
        return [dates.label_in(name) for name in names]

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        super().read(parameters, context, feedback)
        self._chart = page_path(self, parameters, "CHART", context)

    def compute_with(
        self, drafts: Drafts, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        series = self.open(feedback)
        found = self.count(series, [], [], feedback)
        dated = list(zip(self.years, self.names))
        rows = share_rows(dated, found.cube.classes, found.dates.common)
        results = {}
        if self._chart:
            origin = origin_of(self, feedback, [(tr("Class table"), self._classes)])
            write_chart(self._chart, drafts, rows, series, dated, origin, tr)
            results["CHART"] = self._chart
        results.update(write_table(self, parameters, "SHARES", context, drafts, SHARES, rows))
        checks = date_checks(dated, found.dates, series.window.cells)
        return {
            **results,
            **self.audit(series, found, checks, drafts, parameters, context),
        }
