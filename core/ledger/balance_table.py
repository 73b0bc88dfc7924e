"""BALANCE: the ledger by whose land it is, taken since the first date or mined at it already.

The loss of land that was mined at the first date is in no map, while what it regains is in all of
them. Each row closes: stock before - loss + gain + growth + pre_mining + other = stock after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

import numpy as np

from ..base.messages import Message, Term, Text
from ..base.numbers import Bytes, Flags, Floats
from ..mine.mined_land import State, Use
from ..results.closure import Check, balanced
from ..results.losses import BARE_GROUPS
from ..scheme.classes import LandClass
from ..scheme.coefficients import CO2_PER_C
from ..scheme.reserved import ALL
from .flows import NET, LedgerRow, total_of
from .states import GAIN, GROWTH, LOSS, OTHER, PRE_MINING, Stock, TimeStep, Trajectories

TAKEN, MINED_BEFORE = PARTS = ("taken", "mined_before")
LAND_WORDS: Mapping[str, Text] = {
    TAKEN: Term("Taken since the first date"),
    MINED_BEFORE: Term("Mined at the first date"),
    ALL: Term("All"),
}


class BalanceRow(TypedDict):
    """A row of BALANCE: a period, or all of them, of land of one kind, or of both.

    taken_ha of all periods counts land as often as it was taken. counted_0_ha is land taken from a
    class without a density in use. assumed_loss_tc is an assumption, in no sum: what land that was
    mined before would have lost if it had held what the land taken since held. decaying_tc is in
    the stock after: it was lost, and is still to decay.
    """

    period: str
    land: str
    area_ha: float
    stock_before_tc: float
    loss_tc: float
    gain_tc: float
    growth_tc: float
    pre_mining_tc: float
    other_tc: float
    stock_after_tc: float
    net_tc: float
    net_tco2: float
    taken_ha: float
    counted_0_ha: float
    reclaimed_ha: float
    assumed_loss_tc: float | None
    net_low_tc: float | None
    net_high_tc: float | None
    decaying_tc: float


FLOWS = {
    LOSS: "loss_tc",
    GAIN: "gain_tc",
    GROWTH: "growth_tc",
    PRE_MINING: "pre_mining_tc",
    OTHER: "other_tc",
}
# What is added up over land, and over periods.
OF_LAND = ("area_ha", "stock_before_tc", "stock_after_tc", "reclaimed_ha", "decaying_tc")
OF_PERIODS = (*FLOWS.values(), "net_tc", "net_tco2", "taken_ha", "counted_0_ha")


def are_uncounted(classes: Sequence[LandClass], uses: Bytes) -> Flags:
    """Whether land that is taken counts 0 and might hold carbon, by class as the uses are."""
    is_bare = np.array([c.group.casefold() in BARE_GROUPS for c in classes], np.bool_)
    uncounted: Flags = (uses == Use.OTHER) & ~is_bare
    return uncounted


def period_rows(
    period: str,
    date_index: int,
    land: Trajectories,
    uncounted: Flags,
    hectares: Floats,
    before: Stock,
    step: TimeStep,
    state: Bytes,
) -> list[BalanceRow]:
    """The rows of a period: of the land taken since, of that mined before, and of all.

    Args:
        date_index: of the date that ends it.
        uncounted: by class index.
        before: t C/ha at the date that begins it.
        state: of each trajectory at the date that ends it, (n,).
    """
    was_mine = land.uses[0] == Use.MINE
    used, use = land.uses[date_index - 1 : date_index + 1]
    might_hold = (used == Use.OTHER) & uncounted[land.classes[date_index - 1]]
    from_sinks = hectares * land.mined_sinks(date_index)
    counted_0 = hectares * ((use == Use.MINE) & might_hold)
    reclaimed = hectares * (state == State.RECLAIMED)
    rows = []
    for name, chosen in ((TAKEN, ~was_mine), (MINED_BEFORE, was_mine)):
        flows = dict.fromkeys(FLOWS.values(), 0.0)
        for flow in step.flows:
            own = chosen[flow.land]
            tonnes = flow.amounts[own] * hectares[flow.land[own]]
            flows[FLOWS[flow.flow]] += float(tonnes.sum())
        net = flows["gain_tc"] + flows["growth_tc"] - flows["loss_tc"]
        row: BalanceRow = {
            "period": period,
            "land": name,
            "area_ha": float(hectares[chosen].sum()),
            "stock_before_tc": float((before.total * hectares)[chosen].sum()),
            **flows,  # type: ignore[typeddict-item]
            "stock_after_tc": float((step.stock.total * hectares)[chosen].sum()),
            "net_tc": net,
            "net_tco2": net * CO2_PER_C,
            "taken_ha": float(from_sinks[chosen].sum()),
            "counted_0_ha": float(counted_0[chosen].sum()),
            "reclaimed_ha": float(reclaimed[chosen].sum()),
            "assumed_loss_tc": None,
            "net_low_tc": None,
            "net_high_tc": None,
            "decaying_tc": float((step.stock.decaying * hectares)[chosen].sum()),
        }
        rows.append(row)
    of_all = {**rows[0], "land": ALL}
    for column in (*OF_LAND, *OF_PERIODS):
        of_all[column] = sum(row[column] for row in rows)  # type: ignore[literal-required]
    return [*rows, of_all]  # type: ignore[list-item]


def all_periods(rows: Sequence[BalanceRow]) -> list[BalanceRow]:
    """The rows of all periods together, of those of each."""
    first, last = rows[0]["period"], rows[-1]["period"]
    sums = []
    for land in (*PARTS, ALL):
        own = [row for row in rows if row["land"] == land]
        (begin,) = (row for row in own if row["period"] == first)
        (end,) = (row for row in own if row["period"] == last)
        row: BalanceRow = {**end, "period": "", "stock_before_tc": begin["stock_before_tc"]}
        for column in OF_PERIODS:
            row[column] = sum(part[column] for part in own)  # type: ignore[literal-required]
        sums.append(row)
    taken_since, mined_before, of_all = sums
    if taken_since["area_ha"]:
        lost = (taken_since["loss_tc"] + taken_since["decaying_tc"]) / taken_since["area_ha"]
        assumed = mined_before["area_ha"] * lost
        mined_before["assumed_loss_tc"] = of_all["assumed_loss_tc"] = assumed
    return sums


def balance_of(rows: Sequence[BalanceRow], land: str, period: str = "") -> BalanceRow:
    """The row of some land in a period, or in all of them."""
    return next(row for row in rows if (row["land"], row["period"]) == (land, period))


def balance_figures(rows: Sequence[BalanceRow]) -> dict[str, float]:
    """What sums BALANCE up, by the names of the algorithms' outputs; none that does not exist."""
    mined_before = balance_of(rows, MINED_BEFORE)
    figures = {
        "NET_TAKEN_TC": balance_of(rows, TAKEN)["net_tc"],
        "NET_MINED_BEFORE_TC": mined_before["net_tc"],
    }
    assumed = mined_before["assumed_loss_tc"]
    return figures if assumed is None else {**figures, "ASSUMED_LOSS_TC": assumed}


def balance_checks(
    rows: Sequence[BalanceRow], ledger_rows: Sequence[LedgerRow], span: str
) -> list[Check]:
    """That every row closes, that both kinds of land are all land, and that LEDGER agrees."""
    checks = []
    for row in rows:
        parts = (GAIN, GROWTH, PRE_MINING, OTHER)
        added = [row[FLOWS[flow]] for flow in parts]  # type: ignore[literal-required]
        what = Message(
            "BALANCE, {land}: stock + gain + growth + pre_mining + other = stock after + loss",
            land=row["land"],
        )
        before, after = [row["stock_before_tc"], *added], [row["stock_after_tc"], row["loss_tc"]]
        checks.append(balanced(row["period"] or span, what, before, after))
    added_up = Term("BALANCE: net of taken + mined_before = (all)")
    for period in dict.fromkeys(row["period"] for row in rows):
        lands = (TAKEN, MINED_BEFORE, ALL)
        *of_lands, net = (balance_of(rows, land, period)["net_tc"] for land in lands)
        of_ledger = total_of(ledger_rows, NET, period)
        checks += [
            balanced(period or span, added_up, of_lands, [net]),
            Check(period or span, Term("net of LEDGER = BALANCE"), of_ledger, net),
        ]
    return checks
