"""STOCKS: the carbon on land that is mined at some date, at each date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import numpy as np

from ..base.arrays import Bytes, Flags, Floats, Ints
from ..mine.states import KEYS
from .states import Stock

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
    classes: Ints,
    hectares: Floats,
    stocks: tuple[Stock, Stock, Stock],
    names: Sequence[str],
) -> list[StockRow]:
    """The rows of a date, by status, then in the order of the classes; only what occurs.

    Args:
        states, classes, hectares: of each trajectory, at this date, (n,).
        stocks: t C/ha of each, (n,): by the rule of the run, for youngest ages, for oldest ones.
        names: of the classes, by their numbers, in the order of tables.
    """
    stock, youngest, oldest = stocks
    rows: list[StockRow] = []
    for state, key in KEYS.items():
        for number in np.unique(classes[states == state]):
            land = (states == state) & (classes == number)

            def carbon(amounts: Floats, land: Flags = land) -> float:
                return float((amounts[land] * hectares[land]).sum())

            soil, vegetation = carbon(stock.soil), carbon(stock.vegetation)
            stored, decaying = carbon(stock.stored), carbon(stock.decaying)
            rows.append(
                {
                    "year": year,
                    "status": key,
                    "class": names[number],
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
