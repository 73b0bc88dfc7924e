"""All that a run of mine reclamation found: the results of any series, and those on mined land."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from ..results.closure import Check
from ..results.results import Results
from ..scan.census import Census
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scan.unit_columns import UnitColumns
from .land import MineRaster
from .reclamation import Reclamation, reclaimed_columns


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
        rasters: Mapping[str, MineRaster],
        thumbnail: Thumbnail | None = None,
    ):
        super().__init__(series, census)
        self.reclamation, self.rasters = reclamation, rasters
        self.thumbnail = thumbnail

    def rows(self, attribute: str) -> Callable[[Census], list[Mapping[str, object]]]:
        """What gives the rows of a table of Reclamation, of the whole or of a unit."""
        return lambda census: getattr(self._of(census), attribute)

    def _of(self, census: Census) -> Reclamation:
        return self.reclamation.of(census.histories) if census.histories else self.reclamation

    @property
    def unit_columns(self) -> UnitColumns:
        """What the polygons of units tell."""
        return reclaimed_columns(self.reclamation.land.steps, self._of)

    @cached_property
    def checks(self) -> list[Check]:
        return [*super().checks, *self.reclamation.checks(self.census, self.rasters)]
