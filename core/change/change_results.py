"""All that a run of Change analysis found: the results of any series, and those on its change."""

from __future__ import annotations

from functools import cached_property

from ..results.closure import Check
from ..results.results import Results
from ..scan.census import Census
from ..scan.series import Series
from .analysis import ChangeAnalysis


class ChangeResults(Results):
    """The results of a series with the analysis of its change."""

    def __init__(self, series: Series, census: Census, analysis: ChangeAnalysis):
        super().__init__(series, census)
        self.analysis = analysis

    @cached_property
    def checks(self) -> list[Check]:
        return [*super().checks, *self.analysis.checks]
