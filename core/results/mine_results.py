"""All that a run of mine reclamation found: the results of any series, and those on mined land."""

from __future__ import annotations

from functools import cached_property

from ..scan.census import Census
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from .closure import Check
from .reclamation import MineRasters, Reclamation
from .study import Results


class MineResults(Results):
    """The results of a series, and what it tells of mined land.

    Args:
        reclamation: of the whole run.
        rasters: that were written in the pass.
        thumbnail: a small map of the states at the last date, for the report.
    """

    def __init__(
        self,
        series: Series,
        census: Census,
        reclamation: Reclamation,
        rasters: MineRasters,
        thumbnail: Thumbnail | None = None,
    ):
        super().__init__(series, census)
        self.reclamation, self.rasters = reclamation, rasters
        self.thumbnail = thumbnail

    @cached_property
    def checks(self) -> list[Check]:
        return [*super().checks, *self.reclamation.checks(self.census, self.rasters)]
