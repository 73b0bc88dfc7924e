"""The intervals of the nets in BALANCE, by the draws that UNCERTAINTY has."""

from __future__ import annotations

from dataclasses import replace

from ..base.arrays import Flags
from ..base.messages import Notes
from ..mine.states import Use
from ..results.uncertainty import APPROACH_1, APPROACH_2, Uncertainty, uncertainty_rows
from ..scheme.area_errors import area_variables
from ..scheme.reserved import ALL
from .balance_table import MINED_BEFORE, TAKEN, BalanceRow
from .flows import NET
from .ledger import Ledger
from .model import SIGNS, LedgerModel
from .states import Trajectories
from .variables import carbon_variables


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
    whole, classes = ledger.trajectories, list(ledger.land.classes)
    land = Trajectories(
        [own[chosen] for own in whole.classes], [use[chosen] for use in whole.uses], whole.years
    )
    variables = carbon_variables(classes, ledger.lands, ledger.coefficients, ledger.carbon, Notes())
    areas = area_variables(uncertainty.errors, classes, ledger.land.steps)
    model, _ = LedgerModel(
        land, ledger.hectares[chosen], ledger.rule, ledger.carbon, areas, ledger.land.steps
    ).model(variables or [])
    model = replace(model, items={NET: SIGNS[NET]}, years=())
    method = APPROACH_2 if uncertainty.wanted.draws else APPROACH_1
    return {
        row["period"]: (row["low"], row["high"])
        for row in uncertainty_rows(model, uncertainty.wanted)
        if (row["method"], row["measure"]) == (method, "t C")
    }
