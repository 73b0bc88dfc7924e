"""All that a run of the carbon ledger found: results of any series, the ledger, how sure it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from ..base.messages import Notes
from ..base.numbers import Flags
from ..mine.mined_land import Use
from ..results.closure import Check
from ..results.losses import TakenLand, taken_land
from ..results.results import Results
from ..results.uncertainty import APPROACH_1, APPROACH_2, Uncertainty, uncertainty_rows
from ..scan.census import Census
from ..scan.series import Series
from ..scan.thumbnail import HistoryThumbnail
from ..scheme.reserved import ALL
from .balance_table import MINED_BEFORE, TAKEN, BalanceRow
from .flows import NET
from .ledger import Ledger
from .model import ITEM_SIGNS
from .net_map import NetRaster
from .sensitivity import Sensitivity
from .states import Trajectories


def with_bounds(ledger: Ledger, uncertainty: Uncertainty) -> list[BalanceRow]:
    """BALANCE with the interval of each net, by the areas of the map and the draws of UNCERTAINTY.

    Without half-widths there are none.
    """
    if not uncertainty.rows:
        return ledger.balance
    was_mine = ledger.trajectories.uses[0] == Use.MINE
    of_parts = {
        TAKEN: _bounds(ledger, ~was_mine, uncertainty),
        MINED_BEFORE: _bounds(ledger, was_mine, uncertainty),
    }
    rows: list[BalanceRow] = []
    for row in ledger.balance:
        period, low, high = row["period"], None, None
        if row["land"] in ledger.uncounted:
            pass
        elif row["land"] == ALL:
            best = uncertainty.best(NET, period=period)
            if best is not None:
                low, high = best["low"], best["high"]
        else:
            low, high = of_parts[row["land"]][period]
        rows.append({**row, "net_low_tc": low, "net_high_tc": high})
    return rows


def _bounds(
    ledger: Ledger, chosen: Flags, uncertainty: Uncertainty
) -> dict[str, tuple[float, float]]:
    """The interval of the net of some trajectories by period, and of all periods."""
    whole, land = ledger.model(uncertainty.errors), ledger.trajectories
    of_land = Trajectories(
        [own[chosen] for own in land.classes], [use[chosen] for use in land.uses], land.years
    )
    part = replace(whole, land=of_land, hectares=ledger.hectares[chosen])
    model, _ = part.model(ledger.variables(Notes()) or [])
    model = replace(model, items={NET: ITEM_SIGNS[NET]}, years=())
    method = APPROACH_2 if uncertainty.wanted.draws else APPROACH_1
    return {
        row["period"]: (row["low"], row["high"])
        for row in uncertainty_rows(model, uncertainty.wanted)
        if (row["method"], row["measure"]) == (method, "t C")
    }


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
    def taken_land(self) -> list[TakenLand]:
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
