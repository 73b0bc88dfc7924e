"""All that a run of the carbon ledger found: results of any series, the ledger, how sure it is."""

from __future__ import annotations

from functools import cached_property

from ..results.closure import Check
from ..results.results import Results
from ..results.taken_land import TakenLand, taken_land
from ..results.uncertainty import Uncertainty
from ..scan.census import Census
from ..scan.series import Series
from ..scan.thumbnail import HistoryThumbnail
from .balance_bounds import with_bounds
from .balance_table import BalanceRow
from .ledger import Ledger
from .net_map import NetRaster
from .sensitivity import Sensitivity


class LedgerResults(Results):
    """The results of a series, and the carbon ledger of its mined land.

    Args:
        ledger: of the whole run.
        net_map: the raster that was written in the pass.
        thumbnail: what land was at all dates, small, for the report.
        uncertainty: how far the sums may be off.
    """

    def __init__(
        self,
        series: Series,
        census: Census,
        ledger: Ledger,
        uncertainty: Uncertainty,
        net_map: NetRaster | None = None,
        thumbnail: HistoryThumbnail | None = None,
    ):
        super().__init__(series, census)
        self.ledger, self.uncertainty = ledger, uncertainty
        self.net_map, self.thumbnail = net_map, thumbnail

    @cached_property
    def sensitivity(self) -> Sensitivity:
        return Sensitivity(self.ledger, self.uncertainty.errors)

    @cached_property
    def taken(self) -> list[TakenLand]:
        """All land that was taken, by class."""
        land = self.ledger.land
        return taken_land(self.cube, land.steps, self.ledger.coefficients, land.disturbing)

    @cached_property
    def balance(self) -> list[BalanceRow]:
        """BALANCE."""
        return with_bounds(self.ledger, self.uncertainty)

    @cached_property
    def checks(self) -> list[Check]:
        return [*super().checks, *self.ledger.checks(self.census, self.net_map)]
