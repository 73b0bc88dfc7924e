"""LEDGER and STOCKS: what mining and reclamation did to the carbon of the land, and that carbon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

import numpy as np

from ..base.messages import Notes
from ..base.numbers import Bytes, Flags, Floats, NDArray
from ..mine.mined_land import KEYS
from ..results.tonnes_in_words import lost_or_gained
from ..scheme.coefficients import CO2_PER_C
from ..scheme.reserved import ALL
from .states import (
    DECAYING,
    GAIN,
    GROWTH,
    LOSS,
    OTHER,
    PRE_MINING,
    SIGNS,
    SOIL,
    STORED,
    VEGETATION,
    AgeRule,
    Flow,
    Stock,
)

NET = "net"
# As the table has them, in its order.
FLOWS = (LOSS, GAIN, GROWTH, NET, PRE_MINING, OTHER)
POOLS = (SOIL, VEGETATION, STORED, DECAYING)
# A sum over pools.
ALL_POOLS = "all"

# A row of LEDGER; written so because `class` is a word of Python. A loss is positive; all other
# flows are positive where the land has more carbon after them.
LedgerRow = TypedDict(
    "LedgerRow",
    {
        "period": str,
        "years": int,
        "flow": str,
        "pool": str,
        "class": str,
        "area_ha": float,
        "tc": float,
        "tco2": float,
        "tc_per_year": float,
    },
)


def flow_rows(
    period: str, years: int, flows: Sequence[Flow], hectares: Floats, names: Sequence[str]
) -> list[LedgerRow]:
    """The rows of a period: each flow by class and pool as far as it occurs, then its sums.

    Every flow has the sum over pools and classes, whether it occurs or not; net has sums over
    classes only. All years of a period have the same share (IPCC 2006, V4, equation 2.5).

    Args:
        flows, hectares: t C/ha, and hectares of each trajectory, (n,).
        names: of the classes, in the order of tables.
    """
    rows: list[LedgerRow] = []

    def add(flow: str, pool: str, class_name: str, parts: Sequence[Flow]) -> None:
        carbon = sum(float((part.amounts * hectares[part.land]).sum()) for part in parts)
        land = np.unique(np.concatenate([part.land for part in parts])) if parts else []
        rows.append(
            {
                "period": period,
                "years": years,
                "flow": flow,
                "pool": pool,
                "class": class_name,
                "area_ha": float(hectares[land].sum()) if len(land) else 0.0,
                "tc": float(carbon),
                "tco2": float(carbon) * CO2_PER_C,
                "tc_per_year": float(carbon) / years,
            }
        )

    def add_pools(flow: str, class_name: str, parts: Sequence[Flow]) -> None:
        for pool in POOLS:
            of_pool = [part for part in parts if part.pool == pool]
            if of_pool:
                add(flow, pool, class_name, of_pool)
        add(flow, ALL_POOLS, class_name, parts)

    for flow in FLOWS:
        parts = [part for part in flows if part.flow == flow]
        if flow == NET:
            # A loss is taken off.
            signed = ((SIGNS[part.flow], part) for part in flows if part.flow in SIGNS)
            parts = [replace(part, amounts=sign * part.amounts) for sign, part in signed]
        elif parts:
            for class_index in np.unique(np.concatenate([part.classes for part in parts])):
                add_pools(flow, names[class_index], _of_class(parts, int(class_index)))
        add_pools(flow, ALL, parts)
    return rows


def total_of(rows: Sequence[LedgerRow], flow: str, period: str = "") -> float:
    """t C of a flow, of all pools and classes: of a period, or of all of them."""
    return sum(
        row["tc"]
        for row in rows
        if (row["flow"], row["pool"], row["class"]) == (flow, ALL_POOLS, ALL)
        and period in ("", row["period"])
    )


def note_ledger(
    rows: Sequence[LedgerRow], periods: Sequence[str], nets: Mapping[AgeRule, float], notes: Notes
) -> None:
    """Say what was lost and regained, and what the nets, t C, are by the rules for the ages."""
    for period in periods:
        notes.inform(
            "{period}: lost {loss:,.1f} t C, regained {regained:,.1f} t C; on balance {balance}.",
            period=period,
            loss=total_of(rows, LOSS, period),
            regained=total_of(rows, GAIN, period) + total_of(rows, GROWTH, period),
            balance=lost_or_gained(total_of(rows, NET, period)),
        )
    notes.inform(
        "All periods: on balance {balance}; by the youngest ages that the dates allow {youngest}, "
        "by the oldest {oldest}.",
        balance=lost_or_gained(total_of(rows, NET)),
        youngest=lost_or_gained(nets[AgeRule.YOUNGEST]),
        oldest=lost_or_gained(nets[AgeRule.OLDEST]),
    )


def _of_class(parts: Sequence[Flow], class_index: int) -> list[Flow]:
    """What of some parts is booked under a class."""
    chosen = []
    for part in parts:
        own = part.classes == class_index
        if own.any():
            land, classes, amounts = part.land[own], part.classes[own], part.amounts[own]
            chosen.append(replace(part, land=land, classes=classes, amounts=amounts))
    return chosen


# A row of STOCKS; written so because `class` is a word of Python. youngest_tc and oldest_tc are
# total_tc under the other rules for the ages of reclaimed land.
StockRow = TypedDict(
    "StockRow",
    {
        "year": str,
        "status": str,
        "class": str,
        "area_ha": float,
        "soil_tc": float,
        "vegetation_tc": float,
        "stored_topsoil_tc": float,
        "decaying_tc": float,
        "total_tc": float,
        "youngest_tc": float,
        "oldest_tc": float,
    },
)


def stock_rows(
    year: str,
    states: Bytes,
    classes: NDArray[np.integer],
    hectares: Floats,
    stocks: tuple[Stock, Stock, Stock],
    names: Sequence[str],
) -> list[StockRow]:
    """The rows of a date, by status, then in the order of the classes; only what occurs.

    Args:
        states, classes, hectares: of each trajectory, at this date, (n,).
        stocks: by the rule of the run, for youngest ages, for oldest ones.
        names: of the classes, in the order of tables.
    """
    stock, youngest, oldest = stocks
    rows: list[StockRow] = []
    for state, key in KEYS.items():
        for class_index in np.unique(classes[states == state]):
            land = (states == state) & (classes == class_index)

            def carbon(amounts: Floats, land: Flags = land) -> float:
                return float((amounts[land] * hectares[land]).sum())

            soil, vegetation = carbon(stock.soil), carbon(stock.vegetation)
            stored, decaying = carbon(stock.stored), carbon(stock.decaying)
            rows.append(
                {
                    "year": year,
                    "status": key,
                    "class": names[class_index],
                    "area_ha": float(hectares[land].sum()),
                    "soil_tc": soil,
                    "vegetation_tc": vegetation,
                    "stored_topsoil_tc": stored,
                    "decaying_tc": decaying,
                    "total_tc": soil + vegetation + stored + decaying,
                    "youngest_tc": carbon(youngest.total),
                    "oldest_tc": carbon(oldest.total),
                }
            )
    return rows


def stock_of(rows: Sequence[StockRow], year: str) -> float:
    """t C at a date."""
    return sum(row["total_tc"] for row in rows if row["year"] == year)
